"""Meetings and who came, over a period. Ratios are bp.

Its ``.json`` form stands in CONTRACT 4; field names are the keys there wherever a key exists.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.club import ClubHead
from app.domain.periods import Month


@dataclass(frozen=True, slots=True)
class MeetingAttendance:
    on: date | None
    month: Month
    status: str
    present: int
    excused: int
    absent: int
    represented: int
    rate_bp: int | None


@dataclass(frozen=True, slots=True)
class Attendance:
    """Meetings and attendance over a period (report ``attendance``)."""

    club: ClubHead
    first: date
    last: date
    meetings: tuple[MeetingAttendance, ...]
    held: int
    not_held: int
    missing: tuple[Month, ...]
    rate_bp: int | None
    check_code: str = ""
