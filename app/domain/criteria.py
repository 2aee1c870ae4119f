"""The model's criteria: ten, of 0 to 3 points each, from what a club's bundles tell.

The norms are those of Decision 1336/QĐ-TTg and its provincial plans where they name one (members
50 to 70, women and older people 60 %, half of the members borrow, both funds, 20 million đồng);
the other limits are proposals. All stand in the union's settings from a day on, so they can follow
a newer decision. An official scoring sheet is not known; the points are shown, never a grade alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.club_facts import MonthFacts
from app.domain.money import ratio_bp

YEAR = 12
"""Criteria of activity look at the twelve months up to the one asked for."""

PREFIX = "criterion."
DEFAULTS: dict[str, tuple[int, int, int]] = {
    "meetings": (6, 10, 12),
    "attendance": (5000, 7000, 8000),
    "members": (30, 40, 50),
    "women": (4000, 5000, 6000),
    "older": (4000, 5000, 6000),
    "borrowers": (2000, 3500, 5000),
    "both_funds": (1, 2, 2),
    "income_fund": (10_000_000, 20_000_000, 30_000_000),
    "activities": (4, 6, 8),
    "on_time": (8000, 9000, 9500),
}
"""By code: what gives 1, 2 and 3 points. Ratios in hundredths of a percent, amounts in đồng."""

FULL = 3
RATIOS = frozenset({"attendance", "women", "older", "borrowers", "on_time"})
AMOUNTS = frozenset({"income_fund"})


@dataclass(frozen=True, slots=True)
class Points:
    """One criterion of one club: ``points`` of 3, and the evidence.

    ``value`` is what is compared with ``limits``; of a ratio ``part`` and ``whole`` are its two
    sides. ``points`` is None where nothing can be said (no loan was due, nobody was written down).
    """

    code: str
    points: int | None
    value: int | None
    part: int
    whole: int
    limits: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class ClubPoints:
    """All criteria of a club as of its newest month not after the one asked for."""

    club: str
    uuid: str
    area: str
    month: str
    points: tuple[Points, ...]

    @property
    def sum(self) -> int:
        return sum(one.points or 0 for one in self.points)

    @property
    def possible(self) -> int:
        """The most that could be reached by the criteria that say something."""
        return FULL * sum(one.points is not None for one in self.points)


def score(
    months: Sequence[MonthFacts], limits: Mapping[str, tuple[int, int, int]]
) -> tuple[Points, ...]:
    """The points of a club with these months, in order; the last is the one that counts."""
    now = months[-1]
    before = months[-YEAR - 1] if len(months) > YEAR else None

    def grown(name: str) -> int:
        return int(getattr(now, name)) - (int(getattr(before, name)) if before else 0)

    areas = sum(grown(f"activity_{number}") > 0 for number in range(1, 9))
    sides = {
        "meetings": (grown("meetings_held"), grown("meetings_due")),
        "attendance": (grown("attendance_present"), grown("attendance_rows")),
        "members": (now.members, 0),
        "women": (now.women, now.members),
        "older": (now.older_60, now.members),
        "borrowers": (now.borrowers, now.members),
        "both_funds": ((now.income_fund > 0) + (now.operating_fund > 0), 2),
        "income_fund": (now.income_fund, 0),
        "activities": (areas, 8),
        "on_time": (grown("on_time_paid"), grown("on_time_due")),
    }
    return tuple(_points(code, *sides[code], limits.get(code, DEFAULTS[code])) for code in DEFAULTS)


def _points(code: str, part: int, whole: int, limits: tuple[int, int, int]) -> Points:
    value = ratio_bp(part, whole) if code in RATIOS else part
    points = None if value is None else sum(value >= limit for limit in limits)
    return Points(code, points, value, part, whole, limits)
