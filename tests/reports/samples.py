"""Figures of one invented club, as services would hand them to a paper."""

from __future__ import annotations

from datetime import date

from app.domain.attendance import Attendance, MeetingAttendance
from app.domain.club import ClubHead
from app.domain.fund_book import Correction
from app.domain.fund_statement import (
    FundMovement,
    FundStatement,
    LoansMovement,
    Movement,
    SavingsMovement,
    Span,
)
from app.domain.indicators import Indicators
from app.domain.loan_book import LoanBook, LoanInterest, LoanLine, Par30
from app.domain.loan_schedule import LoanSchedule, ScheduleRow
from app.domain.member_statement import MemberLine, MemberStatement
from app.domain.minutes import AttendanceCount, CashCount, Minutes, NamedAmount, NewLoanLine
from app.domain.periods import Month
from app.domain.union_statements import ClubLine, UnionFigures, UnionReport

CODE = "KTQXWZABCD"
DAY = date(2018, 11, 7)
MONTH = Month(2018, 11)
FIRST, LAST = MONTH.first_day, MONTH.last_day
CLUB = ClubHead(
    "CLB Liên thế hệ tự giúp nhau xóm 6",
    "Hội LHPN xã Sơn Cẩm",
    "xóm 6",
    "xã Sơn Cẩm",
    "thành phố Thái Nguyên",
    "Thái Nguyên",
)
LONG_NAME = "Công Tằng Tôn Nữ Thị Huyền Trang Bảo Ngọc Phương Thảo Diệu L"
CORRECTION = Correction(
    DAY, "membership_fee", -5000, date(2018, 9, 7), "ghi hai lần", "Lê Thị Bưởi"
)

MINUTES = Minutes(
    CLUB,
    MONTH,
    DAY,
    "held",
    number="11",
    start="14:00",
    end="16:30",
    place="Nhà văn hóa xóm 6",
    chair="Nguyễn Thị Phượng",
    secretary="Huỳnh Thị Mỹ Duyên",
    attendance=AttendanceCount(33, 3, 2, 1),
    away=(
        ("Trần Văn Ất", "excused"),
        ("Lê Thị Bưởi", "excused"),
        ("Ma Thị Én", "excused"),
        ("Hoàng Văn Páo", "absent"),
        ("Nông Thị Ỏn", "absent"),
        ("Lý A Sùng", "represented"),
    ),
    away_notes={"Lê Thị Bưởi": "ốm", "Lý A Sùng": "con dâu đi thay"},
    guests="Bà Dương Thị Hằng, Chủ tịch Hội LHPN xã Sơn Cẩm",
    activities=("1", "4", "5", "7"),
    content="Chủ nhiệm báo cáo kết quả tháng trước.\nTập dưỡng sinh, hát then.",
    decisions="Phân công tình nguyện viên thăm cụ ốm, mỗi tuần 2 buổi.",
    next_plan="Sinh hoạt ngày 07 tháng 12; mời trạm y tế đo huyết áp.",
    receipts=(
        NamedAmount("membership_fee", 170_000),
        NamedAmount("interest_payment", 248_500),
        NamedAmount("principal_repayment", 4_110_000),
        NamedAmount("donation", 200_000, "Ủng hộ của gia đình ông Lâm"),
    ),
    payments=(
        NamedAmount("loan_disbursement", 5_000_000),
        NamedAmount("expense", 150_300),
    ),
    loans=(
        NewLoanLine("L031", "Hoàng Thị An", 3_000_000, 80, "interest_only", 12, "nuôi gà"),
        NewLoanLine("L032", "Nguyễn Văn Ất", 2_000_000, 80, "equal_principal", 10, "giống chè"),
    ),
    rule_changes=(("fee_monthly", "2000", "5000"),),
    corrections=(CORRECTION,),
    cash_opening=2_094_000,
    cash_closing=1_672_200,
    cash_count=CashCount({500_000: 3, 100_000: 1, 20_000: 3, 200: 1}, 1_660_200, 1_672_200),
    check_code=CODE,
)

NOT_HELD = Minutes(
    CLUB,
    Month(2018, 3),
    None,
    "not_held",
    reason="Bão số 3, đường ngập.",
    chair="Nguyễn Thị Phượng",
    secretary="Huỳnh Thị Mỹ Duyên",
    check_code=CODE,
)

FUND = FundStatement(
    CLUB,
    FIRST,
    LAST,
    Movement(2_094_000, 4_728_500, 5_150_300, 1_672_200),
    Movement(6_500_000, 65_856, 0, 6_565_856),
    {
        "membership_fee": 170_000,
        "principal_repayment": 4_110_000,
        "interest_payment": 248_500,
        "donation": 200_000,
    },
    {"loan_disbursement": 5_000_000, "expense": 150_300},
    {
        "income": FundMovement(29_000_000, 336_621, 0, 29_336_621),
        "operating": FundMovement(3_500_000, 291_890, 150_300, 3_641_590),
        "care": FundMovement(2_500_000, 36_345, 0, 2_536_345),
    },
    LoansMovement(35_727_000, 5_000_000, 0, 4_110_000, 0, 0, 36_617_000, 16, 15, 1_200_000, 2),
    SavingsMovement(7_340_500, 0, 0, 0, 0, 0, 7_340_500),
    Span(2_000_000, 2_000_000),
    corrections=(CORRECTION,),
    chair="Nguyễn Thị Phượng",
    secretary="Huỳnh Thị Mỹ Duyên",
    treasurer="Đặng Quốc Vượng",
    number="11",
    check_code=CODE,
)


def loan(number: int, name: str = "Hoàng Thị An", amount: int = 3_000_000) -> LoanLine:
    return LoanLine(
        loan=f"L{number:03d}",
        member=f"M{number:03d}",
        name=name,
        on=date(2018, 1, 7),
        principal=amount,
        method="interest_only",
        rate_bp=80,
        term_months=12,
        outstanding=amount,
        overdue_principal=0,
        days_overdue=0,
        interest_paid=240_000,
        interest_behind=24_000,
        next_due=date(2018, 12, 7),
        next_amount=amount + 48_000,
        purpose="nuôi gà" if number == 1 else "",
        last_due=date(2019, 1, 7),
    )


def loan_book(*loans: LoanLine) -> LoanBook:
    owed = sum(line.outstanding for line in loans)
    later = ("1-30", "31-60", "61-90", "91-180", "over_180")
    interest = tuple(LoanInterest(line.loan, line.name, (24_000,) * 11 + (0,)) for line in loans)
    ageing = {"current": owed} | dict.fromkeys(later, 0)
    return LoanBook(CLUB, LAST, owed, len(loans), Par30(0, 0), ageing, loans, CODE, interest)


LOANS = loan_book(loan(1), loan(2, LONG_NAME))

MEMBER = MemberStatement(
    CLUB,
    "M001",
    "Hoàng Thị An",
    date(2018, 1, 1),
    date(2018, 12, 31),
    Span(100_000, 250_000),
    (loan(1),),
    (
        MemberLine(date(2018, 2, 7), "saving_deposit", 150_000, None),
        MemberLine(date(2018, 2, 7), "interest_payment", 24_000, "L001", "con trai nộp thay"),
        MemberLine(date(2018, 6, 7), "saving_withdrawal", 40_000, None),
        MemberLine(date(2018, 12, 31), "saving_interest", 1_250, None),
    ),
    11,
    10,
    CODE,
)

ATTENDANCE = Attendance(
    CLUB,
    date(2018, 1, 1),
    date(2018, 3, 31),
    (
        MeetingAttendance(date(2018, 1, 7), Month(2018, 1), "held", 33, 3, 2, 1, 8462),
        MeetingAttendance(None, Month(2018, 2), "not_held", 0, 0, 0, 0, None),
    ),
    1,
    1,
    (Month(2018, 3),),
    8462,
    CODE,
)

INDICATORS = Indicators(
    CLUB,
    MONTH,
    members=39,
    women=25,
    older_60=26,
    older_55=30,
    poor=5,
    near_poor=4,
    borrowers=16,
    meetings_due=24,
    meetings_held=22,
    attendance_bp=8411,
    fund_total=35_514_556,
    income_fund=29_336_621,
    operating_fund=3_641_590,
    loans_outstanding=36_617_000,
    par30_bp=328,
    on_time_bp=None,
    activities={str(area): area for area in range(1, 9)},
    check_code=CODE,
    number="11",
)

SCHEDULE = LoanSchedule(
    (
        ScheduleRow(1, date(2018, 2, 7), 0, 24_000, 24_000, 3_000_000),
        ScheduleRow(2, date(2018, 3, 7), 3_000_000, 24_000, 3_024_000, 0),
    )
)


def figures(clubs: int) -> UnionFigures:
    return UnionFigures(
        members=39 * clubs,
        women=25 * clubs,
        older_60=26 * clubs,
        older_55=30 * clubs,
        poor=5 * clubs,
        near_poor=4 * clubs,
        fund_total=35_514_556 * clubs,
        income_fund=29_336_621 * clubs,
        operating_fund=3_641_590 * clubs,
        cash=1_672_200 * clubs,
        bank=6_565_856 * clubs,
        loans_outstanding=36_617_000 * clubs,
        savings=7_340_500 * clubs,
        par30_bp=328,
        meetings_due=24 * clubs,
        meetings_held=22 * clubs,
    )


def union(clubs: int) -> UnionReport:
    """``clubs`` clubs of two communes, the last of them behind with its bundles."""
    lines = tuple(
        ClubLine(
            f"CLB Liên thế hệ tự giúp nhau xóm {number}",
            f"Thái Nguyên/xã {'Sơn Cẩm' if number % 2 else 'Phú Đô'}",
            number < clubs,
            MONTH if number < clubs else Month(2018, 9),
            figures(1),
        )
        for number in range(1, clubs + 1)
    )
    return UnionReport(
        "Hội LHPN xã Sơn Cẩm",
        MONTH,
        clubs,
        clubs - 1,
        (lines[-1].club,),
        figures(clubs - 1),
        {"Thái Nguyên/xã Phú Đô": figures(1), "Thái Nguyên/xã Sơn Cẩm": figures(1)},
        {"Thái Nguyên": figures(2)},
        lines,
        figures(clubs),
    )
