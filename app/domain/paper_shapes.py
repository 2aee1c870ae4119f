"""What the club's further papers print: books, vouchers, loan papers, sheets to fill in by hand.

Frozen shapes, filled by services and worded by reports; the reports of CONTRACT 4 stand in
``statements``. Amounts are int đồng, rates and ratios bp, days ``date``, months ``Month``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.attendance import Attendance
from app.domain.club import ClubHead
from app.domain.fund_statement import FundStatement
from app.domain.indicators import Indicators
from app.domain.loan_schedule import LoanSchedule
from app.domain.members import Member
from app.domain.minutes import Minutes
from app.domain.periods import Month


@dataclass(frozen=True, slots=True)
class Board:
    """The names of the three who sign; empty where nobody holds the post."""

    chair: str = ""
    secretary: str = ""
    treasurer: str = ""


@dataclass(frozen=True, slots=True)
class CashBookLine:
    """A line of the cash book: entries of one voucher and one kind together.

    ``people``: how many members paid together; ``name`` where it was one. ``balance`` is the box
    after the line. ``of_day`` and ``reason`` stand on what takes an older entry back.
    """

    on: date
    voucher: str
    kind: str
    taken: int
    paid: int
    balance: int
    fund: str = ""
    name: str = ""
    people: int = 0
    memo: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CashBook:
    """The cash box over a period (domain: sổ quỹ)."""

    club: ClubHead
    board: Board
    first: date
    last: date
    opening: int
    lines: tuple[CashBookLine, ...]
    closing: int
    check_code: str = ""


@dataclass(frozen=True, slots=True)
class VoucherPart:
    """A kind of money on a voucher, with its sum."""

    kind: str
    amount: int
    memo: str = ""


@dataclass(frozen=True, slots=True)
class Voucher:
    """A phiếu thu or phiếu chi (CONTRACT 5.14). ``number`` as ``T 07/2026``.

    ``person`` paid or received it, empty on the sheet of a meeting, which ``people`` signed.
    ``cancelled`` is the reason it was taken back for.
    """

    receipt: bool
    number: str
    on: date
    parts: tuple[VoucherPart, ...]
    person: str = ""
    address: str = ""
    people: int = 0
    cancelled: str = ""
    check_code: str = ""

    @property
    def amount(self) -> int:
        return sum(part.amount for part in self.parts)


@dataclass(frozen=True, slots=True)
class Vouchers:
    """The vouchers of a period, in the order of their numbers."""

    club: ClubHead
    board: Board
    first: date
    last: date
    vouchers: tuple[Voucher, ...]


@dataclass(frozen=True, slots=True)
class SheetLine:
    """What one member is asked for at the coming meeting, by kind (CONTRACT 5.13)."""

    code: str
    name: str
    birth_year: str
    due: dict[str, int]
    outstanding: int


@dataclass(frozen=True, slots=True)
class MeetingSheets:
    """The members as a sheet for the coming meeting lists them."""

    club: ClubHead
    board: Board
    month: Month
    lines: tuple[SheetLine, ...]


@dataclass(frozen=True, slots=True)
class Payment:
    """What was paid on a loan on a day, and what was owed after it."""

    on: date
    principal: int
    interest: int
    owed: int


@dataclass(frozen=True, slots=True)
class LoanPapers:
    """A loan with everybody who signs for it: for request, agreement and card."""

    club: ClubHead
    board: Board
    loan: str
    borrower: Member
    guarantor: Member | None
    on: date
    principal: int
    rate_bp: int
    method: str
    term_months: int
    purpose: str
    schedule: LoanSchedule
    payments: tuple[Payment, ...] = ()
    check_code: str = ""


@dataclass(frozen=True, slots=True)
class YearLine:
    """One member over the months of a year; an amount or a mark a month."""

    code: str
    name: str
    amounts: tuple[int, ...] = ()
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class YearBook:
    """A year's book of all members: fees or attendance."""

    club: ClubHead
    board: Board
    year: int
    last: date
    lines: tuple[YearLine, ...]
    held: tuple[bool, ...] = ()
    check_code: str = ""


@dataclass(frozen=True, slots=True)
class MemberList:
    """The members on a day, by Vietnamese order of names; ``left``: who went earlier that year."""

    club: ClubHead
    board: Board
    on: date
    members: tuple[Member, ...]
    women: int
    older_60: int
    poor: int
    near_poor: int
    left: tuple[Member, ...] = ()


@dataclass(frozen=True, slots=True)
class Gift:
    on: date
    giver: str
    kind: str
    fund: str
    amount: int


@dataclass(frozen=True, slots=True)
class GoldenBook:
    """The gifts and support of a period (Sổ Tấm lòng vàng)."""

    club: ClubHead
    board: Board
    first: date
    last: date
    gifts: tuple[Gift, ...]
    check_code: str = ""


@dataclass(frozen=True, slots=True)
class BoardMeeting:
    """A board meeting on the loans of a month: who asks for how much, and what is there to lend."""

    minutes: Minutes
    board: Board
    cash: int
    bank: int
    income_fund: int


@dataclass(frozen=True, slots=True)
class HandOver:
    """What one treasurer hands to the next, ``taker``, at the end of a day."""

    club: ClubHead
    board: Board
    on: date
    cash: int
    bank: int
    loans: int
    open_loans: int
    savings: int
    borrowed: int
    funds: dict[str, int]
    notes: tuple[int, ...]
    last_receipt: str
    last_payment: str
    check_code: str = ""
    number: str = ""
    taker: str = ""


@dataclass(frozen=True, slots=True)
class InterestSplit:
    """How the interest of a period went to the funds (CONTRACT 5.8)."""

    club: ClubHead
    board: Board
    first: date
    last: date
    interest: int
    penalty: int
    shares: dict[str, int]
    rule: str
    check_code: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class AreaReport:
    """What the meetings of a period did in each of the eight areas."""

    club: ClubHead
    board: Board
    first: date
    last: date
    counts: dict[str, int]
    meetings: tuple[Minutes, ...]
    next_plan: str = ""
    check_code: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class UnionLetter:
    """A club's own report to the Women's Union: people, meetings, money of a period."""

    indicators: Indicators
    fund: FundStatement
    attendance: Attendance
    areas: AreaReport


@dataclass(frozen=True, slots=True)
class BlankBook:
    """A book that is kept by hand only: ruled pages."""

    club: ClubHead
    year: int
    pages: int = 2


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """The printed code that opens the book in ``file`` when a password is forgotten."""

    club: ClubHead
    file: str
    code: str
    on: date
    chair: str = ""
    treasurer: str = ""
