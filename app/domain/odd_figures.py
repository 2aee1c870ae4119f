"""Figures of a club that a supervisor should ask about: shapes of doubt, never of guilt.

Each looks at the twelve months up to the one asked for and names the months it speaks of. What an
older program did not tell raises no doubt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from app.domain.club_facts import MonthFacts
from app.domain.periods import Month

YEAR = 12
TYPED_AT_ONCE = 3
"""So many months whose entries were all typed within one day and night are typed at once."""
ROUND = 50_000
"""Interest that is a multiple of this many đồng is round."""
ROUND_MONTHS, FULL_MEETINGS, STILL_MONTHS, UNPAID_MONTHS = 6, 6, 3, 3


@dataclass(frozen=True, slots=True)
class OddFigure:
    """One doubt: its code, the months it speaks of, and a count that its sentence names."""

    code: str
    months: tuple[Month, ...]
    value: int


@dataclass(frozen=True, slots=True)
class ClubOddities:
    club: str
    uuid: str
    area: str
    figures: tuple[OddFigure, ...]


def odd_figures(months: Sequence[MonthFacts]) -> tuple[OddFigure, ...]:
    """What is odd in a club's months, in a fixed order; the last month is the one asked for."""
    steps = list(pairwise((None, *months)))[-YEAR:]
    return tuple(found for look in _LOOKS if (found := look(steps)) is not None)


_Steps = Sequence[tuple[MonthFacts | None, MonthFacts | None]]
_Pairs = list[tuple[MonthFacts, MonthFacts]]


def _own(steps: _Steps) -> list[MonthFacts]:
    return [now for _, now in steps if now is not None]


def _pairs(steps: _Steps) -> _Pairs:
    return [(before, now) for before, now in steps if before is not None and now is not None]


def _typed_at_once(steps: _Steps) -> OddFigure | None:
    """Whole months typed in one evening: first and last entry of each within a day and a night."""
    days = [
        (row.typed_last, row.month)
        for row in _own(steps)
        if row.typed_first and row.typed_last and row.typed_last - row.typed_first <= _NIGHT
    ]
    nights = Counter(day for day, _ in days)
    if not nights:
        return None
    night, count = nights.most_common(1)[0]
    if count < TYPED_AT_ONCE:
        return None
    return OddFigure("typed_at_once", tuple(month for day, month in days if day == night), count)


_NIGHT = timedelta(days=1)


def _typed_late(steps: _Steps) -> OddFigure | None:
    """More than half of the year's entries recorded more than a month after their day."""
    rows = [row for row in _own(steps) if row.typed_late is not None]
    late = sum(row.typed_late or 0 for row in rows)
    if late * 2 <= sum(row.entries for row in rows):
        return None
    return OddFigure("typed_late", tuple(row.month for row in rows if row.typed_late), late)


def _round_interest(steps: _Steps) -> OddFigure | None:
    paid = [row for row in _own(steps) if row.interest]
    found = [row.month for row in paid if (row.interest or 0) % ROUND == 0]
    if len(found) < ROUND_MONTHS or len(found) * 2 <= len(paid):
        return None
    return OddFigure("round_interest", tuple(found), len(found))


def _always_there(steps: _Steps) -> OddFigure | None:
    held = [(b, n) for b, n in _pairs(steps) if n.attendance_rows > b.attendance_rows]
    full = [
        now.month
        for before, now in held
        if now.attendance_present - before.attendance_present
        == now.attendance_rows - before.attendance_rows
    ]
    if len(full) < FULL_MEETINGS or len(full) < len(held):
        return None
    return OddFigure("always_there", tuple(full), len(full))


def _cash_still(steps: _Steps) -> OddFigure | None:
    """The box holds the same for months on end although the club has loans or fees to take in."""
    still = [n.month for b, n in _pairs(steps) if n.cash == b.cash and n.members > 0]
    longest = _longest_run(still)
    if len(longest) < STILL_MONTHS:
        return None
    return OddFigure("cash_still", longest, len(longest))


def _no_interest(steps: _Steps) -> OddFigure | None:
    """Money is lent, and month after month no interest comes in."""
    rows = [r.month for r in _own(steps) if r.loans_outstanding > 0 and r.interest == 0]
    longest = _longest_run(rows)
    if len(longest) < UNPAID_MONTHS:
        return None
    return OddFigure("no_interest", longest, len(longest))


def _held_without_money(steps: _Steps) -> OddFigure | None:
    found = [
        n.month for b, n in _pairs(steps) if n.meetings_held > b.meetings_held and not n.entries
    ]
    return OddFigure("held_without_money", tuple(found), len(found)) if found else None


def _longest_run(months: Sequence[Month]) -> tuple[Month, ...]:
    best: list[Month] = []
    run: list[Month] = []
    for month in months:
        run = [*run, month] if run and run[-1].plus(1) == month else [month]
        best = max(best, run, key=len)
    return tuple(best)


_LOOKS: tuple[Callable[[_Steps], OddFigure | None], ...] = (
    _typed_at_once,
    _typed_late,
    _round_interest,
    _always_there,
    _cash_still,
    _no_interest,
    _held_without_money,
)
