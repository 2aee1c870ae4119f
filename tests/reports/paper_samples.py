"""Figures of the same invented club for its books, vouchers, loan papers and sheets."""

from __future__ import annotations

from datetime import date

from app.domain.key_changes import ClubKeys, FormerKey
from app.domain.key_sheet import KeySheet
from app.domain.loan_schedule import LoanSchedule, ScheduleRow
from app.domain.members import Member
from app.domain.opening_balances import OpeningBalances, OpeningLine
from app.domain.paper_shapes import (
    AreaReport,
    BlankBook,
    Board,
    BoardMeeting,
    CashBook,
    CashBookLine,
    Gift,
    GoldenBook,
    HandOver,
    InterestSplit,
    LoanPapers,
    MeetingSheets,
    MemberList,
    Payment,
    SheetLine,
    UnionLetter,
    Voucher,
    VoucherPart,
    Vouchers,
    YearBook,
    YearLine,
)
from app.domain.periods import Month
from tests.reports.samples import (
    ATTENDANCE,
    CLUB,
    CODE,
    DAY,
    FIRST,
    FUND,
    INDICATORS,
    LAST,
    LONG_NAME,
    MINUTES,
    NOT_HELD,
)

BOARD = Board("Nguyễn Thị Phượng", "Huỳnh Thị Mỹ Duyên", "Đặng Quốc Vượng")
YEAR_FIRST, YEAR_LAST = date(2018, 1, 1), date(2018, 12, 31)
NAMES = ("Hoàng Thị An", "H'Mông Ê-đê", LONG_NAME)

PEOPLE = tuple(
    Member(
        code=f"M{number:03d}",
        full_name=name,
        joined_on=date(2013, 10, 7),
        sex="M" if number == 2 else "F",
        birth=f"195{number}",
        hamlet="xóm 6",
        phone="0912345678" if number == 1 else "",
        poverty=("", "poor", "near_poor")[number - 1],
        role=("chair", "member", "Ủy viên")[number - 1],
    )
    for number, name in enumerate(NAMES, 1)
)

CASH_BOOK = CashBook(
    CLUB,
    BOARD,
    date(2018, 10, 1),
    LAST,
    1_000_000,
    (
        CashBookLine(
            date(2018, 10, 7), "T 09/2018", "membership_fee", 170_000, 0, 1_170_000, people=34
        ),
        CashBookLine(
            date(2018, 10, 8),
            "C 12/2018",
            "expense",
            0,
            50_000,
            1_120_000,
            fund="operating",
            memo="Chè, nước",
        ),
        CashBookLine(
            DAY, "T 10/2018", "principal_repayment", 500_000, 0, 1_620_000, "", "Hoàng Thị An", 1
        ),
        CashBookLine(
            DAY, "", "membership_fee", -5_000, 0, 1_615_000, reason="ghi hai lần", name="Lê Bưởi"
        ),
    ),
    1_615_000,
    CODE,
)

SHEET_VOUCHER = Voucher(
    True,
    "T 10/2018",
    DAY,
    (VoucherPart("membership_fee", 170_000), VoucherPart("interest_payment", 248_500)),
    people=34,
    check_code=CODE,
)
CANCELLED = Voucher(
    False,
    "C 13/2018",
    DAY,
    (VoucherPart("loan_disbursement", 1_005_000, "L031"),),
    person="Hoàng Thị An",
    address="xóm 6",
    cancelled="ghi nhầm số tiền",
    check_code=CODE,
)
EXPENSE = Voucher(
    False, "C 14/2018", DAY, (VoucherPart("expense", 60_000, "Chè, nước"),), check_code=CODE
)
VOUCHERS = Vouchers(CLUB, BOARD, FIRST, LAST, (SHEET_VOUCHER, CANCELLED, EXPENSE))

OPENING = OpeningBalances(
    CLUB,
    BOARD,
    date(2018, 1, 1),
    date(2018, 1, 1),
    (
        OpeningLine("M001", NAMES[0], "1951", 250_000, 3_000_000),
        OpeningLine("M002", NAMES[1], "1948", 0, 0),
        OpeningLine("M003", NAMES[2], "", 1_250_000, 0),
    ),
    CODE,
)
SHEETS = MeetingSheets(
    CLUB,
    BOARD,
    Month(2018, 12),
    (
        SheetLine("M001", NAMES[0], "1951", {"membership_fee": 5_000}, 0),
        SheetLine(
            "M002",
            NAMES[1],
            "1952",
            {"membership_fee": 10_000, "interest_payment": 24_000, "principal_repayment": 250_000},
            3_000_000,
        ),
        SheetLine("M003", NAMES[2], "", {}, 0),
    ),
)

SCHEDULE = LoanSchedule(
    (
        ScheduleRow(1, date(2018, 12, 7), 0, 24_000, 24_000, 3_000_000),
        ScheduleRow(2, date(2019, 1, 7), 3_000_000, 24_000, 3_024_000, 0),
    )
)
LOAN = LoanPapers(
    CLUB,
    BOARD,
    "L031",
    PEOPLE[0],
    PEOPLE[1],
    DAY,
    3_000_000,
    80,
    "interest_only",
    2,
    "nuôi gà",
    SCHEDULE,
    (
        Payment(date(2018, 12, 7), 0, 24_000, 3_000_000),
        Payment(date(2018, 12, 20), 1_000_000, 0, 2_000_000),
        Payment(date(2019, 2, 7), 2_000_000, 24_000, 0),
    ),
    CODE,
)
WISH = LoanPapers(CLUB, BOARD, "", PEOPLE[2], None, DAY, 0, 0, "", 0, "", LoanSchedule(()))
APPROVAL = BoardMeeting(MINUTES, BOARD, 1_672_200, 6_565_856, 29_336_621)

FEES = YearBook(
    CLUB,
    BOARD,
    2018,
    YEAR_LAST,
    tuple(
        YearLine(person.code, person.full_name, amounts=(5_000, 0, 10_000, *((5_000,) * 9)))
        for person in PEOPLE
    ),
    check_code=CODE,
)
MARKS = ("present", "excused", "absent", "represented", "", *("present",) * 7)
ATTENDANCE_BOOK = YearBook(
    CLUB,
    BOARD,
    2018,
    YEAR_LAST,
    tuple(YearLine(person.code, person.full_name, marks=MARKS) for person in PEOPLE),
    held=tuple(bool(mark) for mark in MARKS),
    check_code=CODE,
)
LEFT = Member(
    "M009", "Tạ Thị Mận", date(2013, 10, 7), sex="F", birth="1938", left_on=date(2018, 3, 31)
)
MEMBERS = MemberList(CLUB, BOARD, LAST, PEOPLE, 2, 3, 1, 1, (LEFT,))
GOLDEN = GoldenBook(
    CLUB,
    BOARD,
    YEAR_FIRST,
    YEAR_LAST,
    (
        Gift(date(2018, 5, 18), "Cửa hàng vật tư, xóm 5", "donation", "income", 300_000),
        Gift(date(2018, 9, 2), "Hội LHPN xã Sơn Cẩm", "grant", "operating", 1_000_000),
    ),
    CODE,
)
HAND_OVER = HandOver(
    CLUB,
    BOARD,
    LAST,
    1_672_200,
    6_565_856,
    36_617_000,
    16,
    7_340_500,
    2_000_000,
    {"income": 29_336_621, "operating": 3_641_590, "care": 2_536_345},
    (500_000, 200_000, 100_000),
    "T 10/2018",
    "C 14/2018",
    CODE,
    "1",
    "Lê Thị Bưởi",
)
SPLIT = InterestSplit(
    CLUB,
    BOARD,
    YEAR_FIRST,
    YEAR_LAST,
    1_795_000,
    5_000,
    {"income": 1_080_000, "operating": 720_000},
    "Quỹ tăng thu nhập 60 %, Quỹ hoạt động 40 %",
    CODE,
    "1",
)
AREAS = AreaReport(
    CLUB,
    BOARD,
    FIRST,
    LAST,
    {"1": 1, "2": 0, "3": 0, "4": 1, "5": 1, "6": 0, "7": 1, "8": 0},
    (NOT_HELD, MINUTES),
    "Mời trạm y tế đo huyết áp.",
    CODE,
    "11",
)
LETTER = UnionLetter(INDICATORS, FUND, ATTENDANCE, AREAS)
BLANK = BlankBook(CLUB, 2019)
KEY = KeySheet(
    CLUB,
    Board("Hà Thị Bích Ngọc", "Vi Thị Kim Liên", "Lục Văn Hòa"),
    date(2018, 12, 6),
    ClubKeys(
        "ABCD EFGH IJKL MNOP",
        13,
        (FormerKey("QRST UVWX YZ23 4567", 12, date(2018, 11, 20), "Mất máy tính"),),
    ),
)
