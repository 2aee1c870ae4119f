"""Training courses and exchange visits: what they were, which clubs came, how many people.

Counts by default; ``who`` names people only where the officer finds it needful. Pure shapes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

KINDS = ("training", "exchange")


@dataclass(frozen=True, slots=True)
class CameClub:
    """A club at a course: how many of it came, and who, where that was written."""

    club: str
    uuid: str
    area: str
    came: int
    who: str = ""


@dataclass(frozen=True, slots=True)
class Course:
    """A training course, or an exchange visit where clubs show each other how they work."""

    id: str
    kind: str
    title: str
    on: date
    last_on: date | None
    place: str
    content: str
    clubs: tuple[CameClub, ...] = ()

    @property
    def days(self) -> int:
        return ((self.last_on or self.on) - self.on).days + 1

    @property
    def came(self) -> int:
        return sum(club.came for club in self.clubs)


@dataclass(frozen=True, slots=True)
class ClubCourses:
    """How often a club came in a period: to ``trainings`` and to ``exchanges``, and with how many
    people altogether."""

    club: str
    uuid: str
    area: str
    trainings: int
    exchanges: int
    came: int


@dataclass(frozen=True, slots=True)
class CourseReport:
    """All courses that began in a period, and every club's part; clubs that never came first."""

    union: str
    first: date
    last: date
    courses: tuple[Course, ...]
    clubs: tuple[ClubCourses, ...]
    practice: bool = False

    @property
    def never(self) -> tuple[ClubCourses, ...]:
        return tuple(one for one in self.clubs if not one.trainings + one.exchanges)


def club_part(club: str, uuid: str, area: str, courses: Iterable[Course]) -> ClubCourses:
    """What one club had of some courses; to come with nobody is not to come."""
    here = [
        (course.kind, one.came)
        for course in courses
        for one in course.clubs
        if one.uuid == uuid and one.came
    ]
    kinds = [kind for kind, _ in here]
    trainings, exchanges = (kinds.count(kind) for kind in KINDS)
    return ClubCourses(club, uuid, area, trainings, exchanges, sum(came for _, came in here))
