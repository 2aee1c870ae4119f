"""A supervisor's visit to a club: what is drawn to be looked at, what was seen, what is to mend.

The draw is a function of its seed and of what the register knew, so that anybody can repeat it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import TypeVar

from app.domain.periods import Month

CHECKS = ("book_kept", "box_counted", "same_in_program", "minutes_signed", "meeting_held")
"""What every visit looks at, besides the entries that were drawn."""
ENTRY = "entry"
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to look at. ``kind`` is one of ``CHECKS`` or ``entry``, then ``subject`` is its
    running number in the club's book. ``good`` is None until somebody has looked.
    """

    number: int
    kind: str
    subject: str = ""
    good: bool | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What must be mended, by whom and until when; ``done_on`` is None while it is open."""

    id: str
    club: str
    text: str
    who: str
    found_on: date
    due: date
    done_on: date | None = None
    outcome: str = ""

    def overdue(self, today: date) -> bool:
        return self.done_on is None and self.due < today


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit planned or held; amounts are int đồng, None until counted."""

    id: str
    key: tuple[str, str]
    club: str
    area: str
    on: date
    seed: str
    month: Month
    points: tuple[Point, ...] = ()
    findings: tuple[Finding, ...] = ()
    visitors: str = ""
    met: str = ""
    book_cash: int | None = None
    counted_cash: int | None = None
    conclusion: str = ""
    closed: bool = False

    @property
    def cash_difference(self) -> int | None:
        """Counted less the book's: over when positive."""
        if self.book_cash is None or self.counted_cash is None:
            return None
        return self.counted_cash - self.book_cash


@dataclass(frozen=True, slots=True)
class VisitPaper:
    """A visit with the union that made it, for the checklist and the minutes."""

    union: str
    visit: Visit
    practice: bool = False


def drawn(things: Sequence[Thing], count: int, seed: str) -> tuple[Thing, ...]:
    """``count`` of ``things``, or all when there are fewer; the same seed draws the same."""
    chosen = Random(seed).sample(range(len(things)), min(count, len(things)))  # noqa: S311
    return tuple(things[place] for place in sorted(chosen))


def points(entries: int, count: int, seed: str) -> tuple[Point, ...]:
    """The fixed checks, and ``count`` of the club's ``entries`` by their running numbers."""
    numbers = drawn(range(1, entries + 1), count, seed)
    things = [(kind, "") for kind in CHECKS] + [(ENTRY, str(number)) for number in numbers]
    return tuple(
        Point(number, kind, subject) for number, (kind, subject) in enumerate(things, start=1)
    )
