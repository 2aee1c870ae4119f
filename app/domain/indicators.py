"""The counts and ratios that a supervisor asks for. Amounts are int đồng, ratios bp.

Its ``.json`` form stands in CONTRACT 4; field names are the keys there wherever a key exists.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.club import ClubHead
from app.domain.periods import Month


@dataclass(frozen=True, slots=True)
class Indicators:
    """The counts and ratios a supervisor asks for, as of a month (report ``indicators``)."""

    club: ClubHead
    month: Month
    members: int
    women: int
    older_60: int
    older_55: int
    poor: int
    near_poor: int
    borrowers: int
    meetings_due: int
    meetings_held: int
    attendance_bp: int | None
    fund_total: int
    income_fund: int
    operating_fund: int
    loans_outstanding: int
    par30_bp: int | None
    on_time_bp: int | None
    activities: dict[str, int]
    check_code: str = ""
    number: str = ""
