"""What the union's consolidated page prints: frozen shapes over many clubs (CONTRACT 4).

Filled by services from what bundles brought, worded by reports; amounts are int đồng.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.periods import Month


@dataclass(frozen=True, slots=True)
class UnionFigures:
    """Sums over clubs, or one club's own figures; ratios are sum over sum."""

    members: int
    women: int
    older_60: int
    older_55: int
    poor: int
    near_poor: int
    fund_total: int
    income_fund: int
    operating_fund: int
    cash: int
    bank: int
    loans_outstanding: int
    savings: int
    par30_bp: int | None
    meetings_due: int
    meetings_held: int


@dataclass(frozen=True, slots=True)
class ClubLine:
    """One club: whether its accepted months reach the report's, else the last one it has."""

    club: str
    area: str
    reporting: bool
    last_month: Month | None
    figures: UnionFigures | None
    uuid: str = ""


@dataclass(frozen=True, slots=True)
class AreaLine:
    """The clubs of one area, and the sums of those whose accepted months reach the report's."""

    area: str
    clubs: int
    reporting: int
    figures: UnionFigures


@dataclass(frozen=True, slots=True)
class UnionReport:
    """All clubs of a register as of a month (``soclb union report``)."""

    name: str
    month: Month
    clubs: int
    reporting: int
    missing: tuple[str, ...]
    figures: UnionFigures
    by_area: dict[str, UnionFigures]
    """By whole PATH, in the order of the alphabet."""
    by_group: dict[str, UnionFigures]
    """By PATH without the commune: sums of the districts, or of the provinces, that hold them."""
    rows: tuple[ClubLine, ...]
    last_known: UnionFigures
    disputed: tuple[str, ...] = ()
    """Clubs with bundles that contradict each other, of which an officer has chosen none yet."""
    practice: bool = False
    units: str = "told"
    """``told``: areas as the clubs named them for the month; ``today``: the units of today."""
