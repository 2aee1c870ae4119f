"""The club itself: its name, its place, its founding."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ClubDetails:
    """What the paper book's ``club`` sheet tells of a club, its dated rules left out."""

    name: str
    started_on: date
    hamlet: str = ""
    commune: str = ""
    district: str = ""
    province: str = ""
    founded_on: date | None = None
    founding_decision: str = ""
    parent_body: str = ""
    practice: bool = False


@dataclass(frozen=True, slots=True)
class ClubHead:
    """What stands at the top of each of a club's papers."""

    name: str
    parent_body: str = ""
    hamlet: str = ""
    commune: str = ""
    district: str = ""
    province: str = ""
    practice: bool = False
