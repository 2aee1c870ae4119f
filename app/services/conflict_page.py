"""Two bundles that contradict each other, side by side: what each says, and where they part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain import club_past
from app.domain.club_facts import ClubFacts, MonthFacts
from app.domain.periods import Month
from app.services import club_history
from app.services.club_card import day_of
from app.services.conflicts import Conflict, Rival
from app.store.database import UnitOfWork

SHOWN = (
    "members",
    "borrowers",
    "fund_total",
    "cash",
    "bank",
    "loans_outstanding",
    "savings",
    "meetings_held",
    "receipts",
    "payments",
    "entries",
)
"""What is compared, in the order of the page; counts and đồng as ``MonthFacts`` has them."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: what the bundle says of itself."""

    rival: Rival
    level: str
    made_on: date | None
    months: int
    last_entries: int
    """Entries of the whole book when the bundle was made."""


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """One figure of the month compared; None on the side that does not tell of the month."""

    name: str
    one: int | None
    other: int | None

    @property
    def differs(self) -> bool:
        return self.one != self.other


@dataclass(frozen=True, slots=True)
class ConflictPage:
    """``one`` came first. ``since`` is the first month told differently, None where only the
    history differs; ``month`` is the one that ``lines`` compare."""

    conflict: Conflict
    one: Side
    other: Side
    since: Month | None
    month: Month
    lines: tuple[ConflictLine, ...]


def page(uow: UnitOfWork, *, conflict: Conflict) -> ConflictPage:
    """Both contents in the first month they tell differently, else in the last both tell."""
    rivals = sorted((conflict.one, conflict.other), key=lambda rival: rival.received_at)
    one, other = (club_history.packed(uow, conflict.key, rival.manifest).facts for rival in rivals)
    since = club_past.first_difference(one.months, other.months)
    month = since or min(one.month, other.month)
    rows = _at(one, month), _at(other, month)
    lines = tuple(
        ConflictLine(name, _figure(rows[0], name), _figure(rows[1], name)) for name in SHOWN
    )
    sides = _side(rivals[0], one), _side(rivals[1], other)
    return ConflictPage(conflict, *sides, since, month, lines)


def _side(rival: Rival, facts: ClubFacts) -> Side:
    return Side(
        rival,
        facts.level.value,
        day_of(facts.exported_at),
        len(facts.months),
        facts.exports[-1].entries if facts.exports else 0,
    )


def _at(facts: ClubFacts, month: Month) -> MonthFacts | None:
    return next((row for row in facts.months if row.month == month), None)


def _figure(row: MonthFacts | None, name: str) -> int | None:
    return None if row is None else int(getattr(row, name))
