"""What a supervisor's papers print in tests: two clubs, one of them silent, and a visit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.club_facts import FIGURES, MonthFacts
from app.domain.courses import CameClub, ClubCourses, Course, CourseReport
from app.domain.criteria import DEFAULTS, ClubPoints, score
from app.domain.odd_figures import ClubOddities, OddFigure
from app.domain.periods import Month
from app.domain.supervision import (
    Box,
    ClubReporting,
    ClubYear,
    Coverage,
    Growth,
    GrowthReport,
    Reported,
    SourceLine,
    Sources,
    Supervision,
)
from app.domain.visits import Finding, Visit, VisitPaper, points

MONTH = Month(2018, 11)
UNION = "Hội LHPN tỉnh Thái Nguyên"
ONE, OTHER = "CLB Liên thế hệ tự giúp nhau xóm 6", "CLB Liên thế hệ tự giúp nhau xóm Đồng"
AREA = "Thái Nguyên/thành phố Thái Nguyên/xã Sơn Cẩm"
_MONTHS = [
    MonthFacts(
        MONTH,
        **dict.fromkeys(FIGURES, 0)
        | {
            "members": 39,
            "women": 26,
            "older_60": 22,
            "borrowers": 11,
            "income_fund": 29_990_000,
            "operating_fund": 410_000,
            "meetings_due": 12,
            "meetings_held": 10,
            "attendance_present": 33,
            "attendance_rows": 39,
            "activity_1": 3,
        },
        chain="",
        locked=False,
    )
]
SUPERVISION = Supervision(
    UNION,
    MONTH,
    "",
    (
        ClubReporting(OTHER, "2", AREA, Reported.SILENT, Month(2018, 6), Month(2018, 7), None),
        ClubReporting(ONE, "1", AREA, Reported.YES, MONTH, None, date(2018, 12, 6)),
    ),
    (
        ClubYear(ONE, "1", AREA, (Box.HELD,) * 10 + (Box.NOT_HELD, Box.TO_COME), 10, 11),
        ClubYear(OTHER, "2", AREA, (Box.BEFORE, *(Box.NOT_TOLD,) * 11), 0, 0),
    ),
    GrowthReport(
        MONTH,
        MONTH.plus(-12),
        1,
        1,
        2,
        (
            Growth("members", 36, 39, 833),
            Growth("par30", 500_000, 0, -10_000),
            Growth("poor", 0, 0, None),
        ),
    ),
    Sources(
        MONTH.plus(-11),
        MONTH,
        (SourceLine("fees", 2_100_000, 2), SourceLine("donations", 700_000, 1)),
        2_800_000,
        (OTHER,),
    ),
    (ClubPoints(ONE, "1", AREA, str(MONTH), score(_MONTHS, DEFAULTS)),),
    (ClubOddities(ONE, "1", AREA, (OddFigure("round_interest", (MONTH,), 6),)),),
    Coverage(MONTH, "district", ("Thái Nguyên/thành phố Thái Nguyên",), 9, 1111, 8000, 2),
)
_PLANNED = points(50, 4, "17")
VISIT = VisitPaper(
    UNION,
    Visit(
        "a1b2c3d4",
        (AREA, "1"),
        ONE,
        AREA,
        date(2018, 12, 10),
        "17",
        MONTH,
        (
            replace(_PLANNED[0], good=True),
            replace(_PLANNED[1], good=False, note="đếm thiếu một tờ 10.000"),
            *_PLANNED[2:],
        ),
        (Finding("f1", ONE, "Đếm lại tiền", "Thủ quỹ", date(2018, 12, 10), date(2018, 12, 20)),),
        "Bà Hoa, ông Khánh",
        "Ban chủ nhiệm",
        1_520_000,
        1_510_000,
        "Sổ sách rõ ràng.",
    ),
)
TO_VISIT = replace(VISIT, visit=replace(VISIT.visit, points=_PLANNED, findings=()))

_TRAINING = Course(
    "c1",
    "training",
    "Quản lý và ghi sổ",
    date(2018, 5, 7),
    date(2018, 5, 11),
    "Nhà văn hóa xã Sơn Cẩm",
    "Các chỉ tiêu của câu lạc bộ; ghi sổ thu chi; kế hoạch năm",
    (CameClub(ONE, "1", AREA, 3, "Chủ nhiệm, thư ký, thủ quỹ"),),
)
_EXCHANGE = Course(
    "c2", "exchange", "Thăm câu lạc bộ xóm 6", date(2018, 10, 2), None, "", "",
    (CameClub(ONE, "1", AREA, 30),),
)  # fmt: skip
COURSES = CourseReport(
    UNION,
    date(2018, 1, 1),
    date(2018, 12, 31),
    (_EXCHANGE, _TRAINING),
    (ClubCourses(OTHER, "2", AREA, 0, 0, 0), ClubCourses(ONE, "1", AREA, 1, 1, 33)),
)
