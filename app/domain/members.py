"""Who belongs to the club, when, and how old they are (CONTRACT 5.9)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.base.text import name_sort_key


class Poverty(StrEnum):
    NONE = ""
    POOR = "poor"
    NEAR_POOR = "near_poor"


BOARD_ROLES = ("chair", "secretary", "treasurer")


@dataclass(frozen=True, slots=True)
class Member:
    """One person of the club. ``birth`` is a year ``1951`` or a day ``1951-03-17``, or empty."""

    code: str
    full_name: str
    joined_on: date
    sex: str = ""
    birth: str = ""
    left_on: date | None = None
    hamlet: str = ""
    phone: str = ""
    poverty: str = ""
    role: str = "member"

    def is_member(self, day: date) -> bool:
        return self.joined_on <= day and (self.left_on is None or day <= self.left_on)

    @property
    def birth_year(self) -> str:
        return self.birth[:4]


def born_after(birth: str, day: date) -> bool:
    """Whether a year or day of birth lies after ``day``; an empty one never does."""
    age = age_on(birth, day)
    return age is not None and age < 0


def age_on(birth: str, day: date) -> int | None:
    """Age on ``day``: from a year, year minus year; from a day, completed years; else None."""
    if not birth:
        return None
    if len(birth) == 4:
        return day.year - int(birth)
    born = date.fromisoformat(birth)
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def told_apart(people: Collection[Member]) -> dict[str, str]:
    """Each one's name by code; who shares a name has the year of birth behind it, or the code."""
    names = Counter(name_sort_key(person.full_name) for person in people)
    years = Counter((name_sort_key(person.full_name), person.birth_year) for person in people)
    found = {}
    for person in people:
        key = name_sort_key(person.full_name)
        alike = years[key, person.birth_year] > 1 or not person.birth_year
        mark = person.code if alike else person.birth_year
        found[person.code] = f"{person.full_name} ({mark})" if names[key] > 1 else person.full_name
    return found


@dataclass(frozen=True, slots=True)
class MemberCounts:
    members: int
    women: int
    older_60: int
    older_55: int
    poor: int
    near_poor: int


def count_members(members: list[Member], day: date) -> MemberCounts:
    """Counts of people on ``day``; without a birth date, in no age group."""
    here = [member for member in members if member.is_member(day)]
    ages = [age for age in (age_on(member.birth, day) for member in here) if age is not None]
    return MemberCounts(
        members=len(here),
        women=sum(member.sex == "F" for member in here),
        older_60=sum(age >= 60 for age in ages),
        older_55=sum(age >= 55 for age in ages),
        poor=sum(member.poverty == Poverty.POOR for member in here),
        near_poor=sum(member.poverty == Poverty.NEAR_POOR for member in here),
    )
