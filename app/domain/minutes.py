"""The minutes of a monthly meeting, held or not held. Amounts are int đồng.

Its ``.json`` form stands in CONTRACT 4; field names are the keys there wherever a key exists.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from app.domain.club import ClubHead
from app.domain.fund_book import Correction
from app.domain.periods import Month


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
    away_notes: dict[str, str] = field(default_factory=dict)
    """What was noted beside a name of ``away``, by the name."""
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
