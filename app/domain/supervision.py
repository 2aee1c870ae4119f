"""What a supervisor asks of all clubs: frozen shapes, and the rules that need no table.

Filled by services from the month figures of a register; amounts are int đồng, ratios in hundredths
of a percent, None where the denominator is 0 or nothing was told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.domain.club_facts import MonthFacts
from app.domain.criteria import ClubPoints
from app.domain.odd_figures import ClubOddities
from app.domain.periods import Month


class Reported(StrEnum):
    """Whether a club has told of the month asked for."""

    YES = "reported"
    WAITING = "waiting"
    """Not yet, and the day until which it may is still to come."""
    LATE = "late"
    SILENT = "silent"
    """So many months behind that somebody must go there."""


def reported(
    last: Month | None, month: Month, today: date, *, report_days: int, silent_months: int
) -> Reported:
    """How a club stands that has told up to ``last`` (None: nothing that counts)."""
    if last is not None and last >= month:
        return Reported.YES
    behind = last.count_to(month) - 1 if last is not None else silent_months
    if behind >= silent_months:
        return Reported.SILENT
    until = month.last_day + timedelta(days=report_days)
    return Reported.WAITING if behind == 1 and today <= until else Reported.LATE


@dataclass(frozen=True, slots=True)
class ClubReporting:
    """``since`` is the first month that is missing; ``received_on`` the day of its last bundle."""

    club: str
    uuid: str
    area: str
    state: Reported
    last_month: Month | None
    since: Month | None
    received_on: date | None


class Box(StrEnum):
    """A month of the year page."""

    HELD = "held"
    NOT_HELD = "not_held"
    NOT_TOLD = "not_told"
    BEFORE = "before"
    """The club's book had not begun."""
    TO_COME = "to_come"


def year_boxes(months: Sequence[MonthFacts], started: Month, last: Month) -> tuple[Box, ...]:
    """The twelve months of the year of ``last`` for a club whose book began in ``started``.

    Months after ``last`` are to come; ``months`` must reach back to December before.
    """
    told = {facts.month: facts for facts in months}
    return tuple(
        _box(told.get(month.plus(-1)), told.get(month), month, started, last)
        for month in Month(last.year, 1).until(Month(last.year, 12))
    )


def _box(
    before: MonthFacts | None, now: MonthFacts | None, month: Month, started: Month, last: Month
) -> Box:
    if month < started:
        return Box.BEFORE
    if month > last:
        return Box.TO_COME
    if now is None:
        return Box.NOT_TOLD
    more = now.meetings_held > (before.meetings_held if before else 0)
    return Box.HELD if more else Box.NOT_HELD


@dataclass(frozen=True, slots=True)
class ClubYear:
    """The twelve months of a club; ``held`` of ``due`` counts those that are told."""

    club: str
    uuid: str
    area: str
    boxes: tuple[Box, ...]
    held: int
    due: int


@dataclass(frozen=True, slots=True)
class Growth:
    """One figure now and a year before; both sums are of the clubs that told of both months."""

    name: str
    before: int
    now: int
    change_bp: int | None


@dataclass(frozen=True, slots=True)
class GrowthReport:
    """``clubs`` told of both months, ``clubs_before`` and ``clubs_now`` of one of them."""

    month: Month
    before: Month
    clubs: int
    clubs_before: int
    clubs_now: int
    rows: tuple[Growth, ...]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """Cash of one source in the months asked for; ``clubs`` had any of it."""

    source: str
    amount: int
    clubs: int


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the clubs' means came from; the program of ``untold`` clubs tells nothing of it."""

    first: Month
    last: Month
    lines: tuple[SourceLine, ...]
    total: int
    untold: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many units (districts or communes) of a province have a club, against the target.

    ``missing`` are those of the list without one; ``decision`` is what the target rests on, in
    force since ``since``.
    """

    month: Month
    level: str
    covered: tuple[str, ...]
    units: int
    share_bp: int | None
    target_bp: int
    clubs: int
    missing: tuple[str, ...] = ()
    decision: str = ""
    since: date | None = None

    @property
    def reached(self) -> bool:
        return self.share_bp is not None and self.share_bp >= self.target_bp


@dataclass(frozen=True, slots=True)
class Supervision:
    """All that a supervisor asks about a month, on one paper."""

    name: str
    month: Month
    area: str
    reporting: tuple[ClubReporting, ...]
    years: tuple[ClubYear, ...]
    growth: GrowthReport
    sources: Sources
    points: tuple[ClubPoints, ...]
    oddities: tuple[ClubOddities, ...]
    coverage: Coverage
    practice: bool = False
