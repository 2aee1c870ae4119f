"""What a page or a screen prints: frozen shapes, filled by services, worded by reports.

Amounts are int đồng, rates and ratios bp, days ``date``, months ``Month``. Their ``.json`` forms
stand in CONTRACT 4; field names are the keys there wherever a key exists.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from app.domain.periods import Month


@dataclass(frozen=True, slots=True)
class ClubHead:
    """What stands at the top of each of a club's papers."""

    name: str
    parent_body: str = ""
    hamlet: str = ""
    commune: str = ""
    district: str = ""
    province: str = ""
    practice: bool = False


@dataclass(frozen=True, slots=True)
class Movement:
    """Cash box or bank account over a period."""

    opening: int
    receipts: int
    payments: int
    closing: int


@dataclass(frozen=True, slots=True)
class Span:
    """A balance at the two ends of a period."""

    opening: int
    closing: int


@dataclass(frozen=True, slots=True)
class FundMovement:
    """One fund over a period; ``closing = opening + increase - decrease``."""

    opening: int
    increase: int
    decrease: int
    closing: int


@dataclass(frozen=True, slots=True)
class LoansMovement:
    opening: int
    disbursed: int
    taken_over: int
    repaid: int
    written_off: int
    handed_over: int
    closing: int
    open: int
    borrowers: int
    overdue: int = 0
    overdue_count: int = 0


@dataclass(frozen=True, slots=True)
class SavingsMovement:
    opening: int
    deposited: int
    withdrawn: int
    taken_over: int
    credited: int
    handed_over: int
    closing: int


@dataclass(frozen=True, slots=True)
class Correction:
    """A reversal dated inside the period, printed as a note."""

    on: date
    kind: str
    amount: int
    of_day: date
    reason: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class FundStatement:
    """Income, payments and balances of a period (report ``fund-statement``)."""

    club: ClubHead
    first: date
    last: date
    cash: Movement
    bank: Movement
    receipts: dict[str, int]
    payments: dict[str, int]
    funds: dict[str, FundMovement]
    loans: LoansMovement
    savings: SavingsMovement
    borrowed_capital: Span
    corrections: tuple[Correction, ...] = ()
    chair: str = ""
    secretary: str = ""
    treasurer: str = ""
    number: str = ""
    check_code: str = ""
    bank_receipts: dict[str, int] = field(default_factory=dict)
    bank_payments: dict[str, int] = field(default_factory=dict)
    """What moved the bank account, by kind; a deposit also stands in ``payments`` of cash."""


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    no: int
    due: date
    principal: int
    interest: int
    total: int
    balance: int


@dataclass(frozen=True, slots=True)
class LoanSchedule:
    """A loan's plan (report ``loan-schedule``); its sums are those of its rows."""

    rows: tuple[ScheduleRow, ...]

    @property
    def principal(self) -> int:
        return sum(row.principal for row in self.rows)

    @property
    def interest(self) -> int:
        return sum(row.interest for row in self.rows)

    @property
    def total(self) -> int:
        return sum(row.total for row in self.rows)


@dataclass(frozen=True, slots=True)
class LoanLine:
    """An open loan as of a day (report ``loan-book``)."""

    loan: str
    member: str
    name: str
    on: date
    principal: int
    method: str
    rate_bp: int
    term_months: int
    outstanding: int
    overdue_principal: int
    days_overdue: int
    interest_paid: int
    interest_behind: int
    next_due: date | None
    next_amount: int
    purpose: str = ""
    last_due: date | None = None
    """The last day of the plan in force."""


@dataclass(frozen=True, slots=True)
class Par30:
    amount: int
    ratio_bp: int | None


@dataclass(frozen=True, slots=True)
class LoanBook:
    """All open loans as of a day, by lateness (report ``loan-book``)."""

    club: ClubHead
    as_of: date
    outstanding: int
    open: int
    par30: Par30
    ageing: dict[str, int]
    loans: tuple[LoanLine, ...]
    check_code: str = ""
    interest: tuple[LoanInterest, ...] = ()


@dataclass(frozen=True, slots=True)
class LoanInterest:
    """The interest of a loan taken in during a year, month by month."""

    loan: str
    name: str
    amounts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MemberLine:
    on: date
    kind: str
    amount: int
    loan: str | None


@dataclass(frozen=True, slots=True)
class MemberStatement:
    """One member's passbook over a period (report ``member-statement``)."""

    club: ClubHead
    member: str
    name: str
    first: date
    last: date
    savings: Span
    loans: tuple[LoanLine, ...]
    lines: tuple[MemberLine, ...]
    held: int
    present: int
    check_code: str = ""


@dataclass(frozen=True, slots=True)
class MeetingAttendance:
    on: date | None
    month: Month
    status: str
    present: int
    excused: int
    absent: int
    represented: int
    rate_bp: int | None


@dataclass(frozen=True, slots=True)
class Attendance:
    """Meetings and attendance over a period (report ``attendance``)."""

    club: ClubHead
    first: date
    last: date
    meetings: tuple[MeetingAttendance, ...]
    held: int
    not_held: int
    missing: tuple[Month, ...]
    rate_bp: int | None
    check_code: str = ""


@dataclass(frozen=True, slots=True)
class Indicators:
    """The counts and ratios a supervisor asks for, as of a month (report ``indicators``)."""

    club: ClubHead
    month: Month
    members: int
    women: int
    older_60: int
    older_55: int
    poor: int
    near_poor: int
    borrowers: int
    meetings_due: int
    meetings_held: int
    attendance_bp: int | None
    fund_total: int
    income_fund: int
    operating_fund: int
    loans_outstanding: int
    par30_bp: int | None
    on_time_bp: int | None
    activities: dict[str, int]
    check_code: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class AttendanceCount:
    present: int
    excused: int
    absent: int
    represented: int

    @property
    def listed(self) -> int:
        return self.present + self.excused + self.absent + self.represented


@dataclass(frozen=True, slots=True)
class NewLoanLine:
    """A loan given at the meeting, for the minutes."""

    loan: str
    name: str
    principal: int
    rate_bp: int
    method: str
    term_months: int
    purpose: str


@dataclass(frozen=True, slots=True)
class NamedAmount:
    """A sum with the words it is named by (a kind, or a memo)."""

    kind: str
    amount: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class CashCount:
    """Banknotes counted at a meeting: face value to number of notes."""

    notes: dict[int, int]
    counted: int
    in_book: int

    @property
    def difference(self) -> int:
        return self.counted - self.in_book


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes of one monthly meeting, held or not held (report ``minutes``)."""

    club: ClubHead
    month: Month
    on: date | None
    status: str
    number: str = ""
    reason: str = ""
    start: str = ""
    end: str = ""
    place: str = ""
    chair: str = ""
    secretary: str = ""
    attendance: AttendanceCount = AttendanceCount(0, 0, 0, 0)
    away: tuple[tuple[str, str], ...] = ()
    """Names of those not present in person, each with ``excused``, ``absent``, ``represented``."""
    guests: str = ""
    activities: tuple[str, ...] = ()
    content: str = ""
    decisions: str = ""
    next_plan: str = ""
    receipts: tuple[NamedAmount, ...] = ()
    payments: tuple[NamedAmount, ...] = ()
    loans: tuple[NewLoanLine, ...] = ()
    rule_changes: tuple[tuple[str, str, str], ...] = ()
    """Rule code, the words before, the words now."""
    corrections: tuple[Correction, ...] = ()
    cash_opening: int = 0
    cash_closing: int = 0
    cash_count: CashCount | None = None
    confirmed_by: tuple[str, ...] = ()
    check_code: str = ""


@dataclass(frozen=True, slots=True)
class Balances:
    """What the club has and whose it is at the end of a day."""

    cash: int
    bank: int
    loans: int
    savings: int
    borrowed: int
    funds: dict[str, int]

    @property
    def fund_total(self) -> int:
        """cash + bank + loans − savings − borrowed capital (CONTRACT 4)."""
        return self.cash + self.bank + self.loans - self.savings - self.borrowed


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One entry as a list shows it; ``cash_after`` is the box after it, in the order of days."""

    id: int
    on: date
    kind: str
    amount: int
    fund: str
    member: str | None
    name: str
    loan: str | None
    memo: str
    voucher: str
    meeting_month: str | None
    reverses: int | None
    reversed_by: int | None
    reason: str
    cash_after: int
