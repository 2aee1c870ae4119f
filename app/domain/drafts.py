"""The open meeting as screens show it: a draft, changed freely, not yet in any report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.members import Member
from app.domain.periods import Month

COLLECTED = ("membership_fee", "saving_deposit", "interest_payment", "principal_repayment")
"""The money columns of the meeting's sheet, in their order."""

PENALTY = "penalty_payment"

PAYABLE = (*COLLECTED, PENALTY)
"""What is asked of a member; a penalty has no column and stands with the other money."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One member's line of the sheet: what is due and what was paid, by kind."""

    member: Member
    presence: str
    due: dict[str, int]
    paid: dict[str, int]
    outstanding: int
    note: str = ""
    """What the board noted beside her name: why she is away, who pays for her."""

    @property
    def total(self) -> int:
        return sum(self.paid.values())


@dataclass(frozen=True, slots=True)
class DraftLine:
    """Money of the open meeting outside the sheet: a gift, an expense, a withdrawal…"""

    id: int
    kind: str
    amount: int
    fund: str
    member: str | None
    loan: str | None
    memo: str


@dataclass(frozen=True, slots=True)
class DraftLoan:
    """A loan the open meeting gives; ``member`` and ``guarantor`` are codes."""

    id: int
    member: str
    name: str
    principal: int
    rate_bp: int
    method: str
    term_months: int
    grace_months: int
    purpose: str
    guarantor: str | None


@dataclass(frozen=True, slots=True)
class DraftText:
    """The words of the meeting, stored field by field. Times are ``HH:MM``."""

    start: str = ""
    end: str = ""
    place: str = ""
    chair: str = ""
    secretary: str = ""
    guests: str = ""
    content: str = ""
    decisions: str = ""
    next_plan: str = ""
    activities: tuple[str, ...] = ()
    count_note: str = ""
    """Why the counted cash is not the book's."""


@dataclass(frozen=True, slots=True)
class DraftMeeting:
    """Everything of one open meeting. ``cash_before`` is the box before this meeting's money."""

    id: int
    month: Month
    on: date
    step: int
    typed_by: str
    text: DraftText
    rows: tuple[SheetRow, ...]
    collected: tuple[DraftLine, ...]
    """The lines behind the sheet's cells, one a loan."""
    lines: tuple[DraftLine, ...]
    loans: tuple[DraftLoan, ...]
    notes: dict[int, int]
    cash_before: int
    cash_expected: int

    @property
    def counted(self) -> int:
        return sum(face * number for face, number in self.notes.items())
