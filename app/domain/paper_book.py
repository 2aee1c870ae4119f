"""A paper book as rows that were read, and where each stood (CONTRACT 3).

Shapes alone: what is allowed stands in ``paper_rules`` and ``paper_entries``, reading and
writing of files in ``services``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.base.errors import Problem, Where
from app.domain.club import ClubDetails
from app.domain.extensions import Extension
from app.domain.fund_book import Balances
from app.domain.loans import LoanTerms
from app.domain.meetings import MeetingStatus
from app.domain.members import Member
from app.domain.periods import Month
from app.domain.rules import RuleChange

SHEETS = ("club", "members", "loans", "meetings", "attendance", "entries", "extensions")
REQUIRED_SHEETS = ("club", "members")
WHEN_USED_SHEETS = ("extensions",)
"""Sheets beyond CONTRACT 3: written only for a book that needs them."""


@dataclass(frozen=True, slots=True)
class PaperLoan:
    """One loan; ``member`` and ``guarantor`` are codes, ``terms.rounding`` is its own."""

    code: str
    member: str
    terms: LoanTerms
    purpose: str = ""
    guarantor: str = ""


@dataclass(frozen=True, slots=True)
class PaperMeeting:
    """A meeting of the members, held or not; people are member codes, times ``HH:MM``."""

    month: Month
    status: MeetingStatus
    on: date | None = None
    reason: str = ""
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


@dataclass(frozen=True, slots=True)
class PaperAttendance:
    meeting: date
    member: str
    status: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class PaperEntry:
    """One movement of money. ``amount`` is above 0 also where the row takes another back:
    then ``reverses`` is that one's place above it, counted from 0. ``shares`` (fund,
    đồng) stand where interest was divided otherwise than the rule of its day says."""

    on: date
    kind: str
    amount: int
    meeting: date | None = None
    fund: str = ""
    member: str = ""
    loan: str = ""
    memo: str = ""
    reverses: int | None = None
    reason: str = ""
    shares: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class PaperExtension:
    """A loan's new plan, beside the one that was agreed."""

    loan: str
    extension: Extension


@dataclass(frozen=True, slots=True)
class Places:
    """Where rows stood: file by sheet, row numbers by sheet, headers as they were written.

    Empty for a book that no file was read for; the places then are those of an export.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    headers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def row(self, sheet: str, index: int) -> int:
        """The row, as a spreadsheet shows it, of the ``index``-th of ``sheet``."""
        known = self.rows.get(sheet)
        return known[index] if known else index + 2

    def cell(self, sheet: str, index: int | None, column: str = "") -> Where:
        """The cell of the ``index``-th row; None for the sheet as a whole."""
        row = None if index is None else self.row(sheet, index)
        written = self.headers.get(sheet, {}).get(column, column)
        return Where(self.files.get(sheet, sheet), row, written)


@dataclass(frozen=True, slots=True)
class PaperBook:
    """Everything a paper book tells, each sheet in the order of its rows."""

    details: ClubDetails
    rules: tuple[RuleChange, ...]
    members: tuple[Member, ...]
    loans: tuple[PaperLoan, ...] = ()
    meetings: tuple[PaperMeeting, ...] = ()
    attendance: tuple[PaperAttendance, ...] = ()
    entries: tuple[PaperEntry, ...] = ()
    extensions: tuple[PaperExtension, ...] = ()
    warnings: tuple[Problem, ...] = field(default=(), compare=False)
    """What may be right but deserves a look; it does not stop an import."""
    places: Places = field(default_factory=Places, compare=False, repr=False)

    def signed_amount(self, entry: PaperEntry) -> int:
        """Below 0 where the entry takes another back, above 0 where that one was a reversal."""
        amount = entry.amount
        while entry.reverses is not None:
            entry, amount = self.entries[entry.reverses], -amount
        return amount


@dataclass(frozen=True, slots=True)
class PersonBalance:
    """What one member has saved and still owes at the end, in đồng."""

    code: str
    name: str
    savings: int
    outstanding: int


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """What came in, to be held against the paper: rows by sheet, days, balances at the end.

    ``people`` are those with savings or a loan, in the order of the list of members;
    ``members_now`` counts who has not left.
    """

    name: str
    counts: Mapping[str, int]
    first: date | None
    last: date | None
    balances: Balances
    warnings: tuple[Problem, ...]
    people: tuple[PersonBalance, ...] = ()
    members_now: int = 0
    open_loans: int = 0
