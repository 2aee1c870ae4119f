"""What a club tells the union: frozen shapes that travel in a bundle (CONTRACT 5.16).

Holds counts and sums only; the one shape that names people is ``BorrowerLine``, which leaves the
club at the levels ``borrowers`` and ``full`` alone. Amounts are int đồng. What comes in rows is a
tuple with names: a register makes a hundred thousand of them at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from app.domain.key_changes import KeyChange
from app.domain.periods import Month


class Level(StrEnum):
    """How much a bundle tells: counts and sums; names of borrowers too; all sheets too."""

    TOTALS = "totals"
    BORROWERS = "borrowers"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class ClubIdentity:
    """Which club speaks; ``public_key`` is its Ed25519 key in 64 hexadecimal digits."""

    uuid: str
    name: str
    started_on: date
    public_key: str
    hamlet: str = ""
    commune: str = ""
    district: str = ""
    province: str = ""
    founded_on: date | None = None
    founding_decision: str = ""
    parent_body: str = ""
    practice: bool = False

    @property
    def area(self) -> str:
        """province/[district/]commune as written (CONTRACT 4, ``union report``)."""
        return "/".join(part for part in (self.province, self.district, self.commune) if part)


class MonthFacts(NamedTuple):
    """A club as of one month's end; figures add up over clubs, ratios travel as both their parts.

    ``meetings_*``, ``attendance_*``, ``on_time_*`` and ``activity_*`` run from the first month
    (CONTRACT 5.10, 5.11); ``receipts``, ``payments`` (cash) and ``entries`` are of this month.
    """

    month: Month
    members: int
    women: int
    older_60: int
    older_55: int
    poor: int
    near_poor: int
    borrowers: int
    fund_total: int
    income_fund: int
    operating_fund: int
    care_fund: int
    cash: int
    bank: int
    loans_outstanding: int
    savings: int
    borrowed_capital: int
    par30: int
    meetings_due: int
    meetings_held: int
    attendance_present: int
    attendance_rows: int
    on_time_paid: int
    on_time_due: int
    activity_1: int
    activity_2: int
    activity_3: int
    activity_4: int
    activity_5: int
    activity_6: int
    activity_7: int
    activity_8: int
    receipts: int
    payments: int
    entries: int
    chain: str
    """The chain's hash at the month's end (CONTRACT 5.15)."""
    locked: bool
    fees: int | None = None
    """This and what follows is of this month alone, and None where an older program told nothing.

    Cash taken in by kind; ``interest`` holds penalties too.
    """
    interest: int | None = None
    donations: int | None = None
    grants: int | None = None
    other_income: int | None = None
    borrowed_in: int | None = None
    typed_first: date | None = None
    """The first and the last day on which an entry of this month was recorded; None without any."""
    typed_last: date | None = None
    typed_late: int | None = None
    """Its entries recorded more than ``LATE_DAYS`` after their own day."""

    @property
    def balance(self) -> int:
        """What ``fund_total`` must be (CONTRACT 4)."""
        have = self.cash + self.bank + self.loans_outstanding
        return have - self.savings - self.borrowed_capital


FIGURES = MonthFacts._fields[1 : MonthFacts._fields.index("chain")]
"""The summable fields of ``MonthFacts``, in order."""

SOURCES = ("fees", "interest", "donations", "grants", "other_income", "borrowed_in")
"""Where a month's cash came from; not told before format 1.1."""

ADDED = (*SOURCES, "typed_first", "typed_last", "typed_late")
"""The fields that format 1.1 added."""

LATE_DAYS = 31
"""An entry recorded later than this after its own day was typed in afterwards."""


class BorrowerLine(NamedTuple):
    """An open loan as a supervisor sees it.

    ``due`` is the due day of the oldest principal not yet paid, ``overdue`` the principal behind.
    """

    name: str
    hamlet: str
    amount: int
    outstanding: int
    due: date | None
    overdue: int


class ExportStep(NamedTuple):
    """One export of the club: how long its two chains were then, and their hash at that point.

    A later bundle repeats the steps of all earlier ones, so a past that was written anew, or a
    second copy of the book, shows when two bundles meet.
    """

    sequence: int
    month: Month
    entries: int
    meetings: int
    chain: str


@dataclass(frozen=True, slots=True)
class ClubFacts:
    """Everything one bundle says of one club, up to the end of ``month``."""

    club: ClubIdentity
    month: Month
    sequence: int
    level: Level
    exported_at: str
    months: tuple[MonthFacts, ...]
    exports: tuple[ExportStep, ...]
    borrowers: tuple[BorrowerLine, ...] = ()
    key_changes: tuple[KeyChange, ...] = ()

    @property
    def locked_until(self) -> MonthFacts | None:
        """The last locked month; it and all before it never change (CONTRACT 3)."""
        return next((row for row in reversed(self.months) if row.locked), None)
