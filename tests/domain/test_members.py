"""Who belongs to the club on a day, and how old."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.members import Member, age_on, count_members

DAY = date(2024, 6, 30)


@pytest.mark.parametrize(
    ("joined", "left", "here"),
    [
        ("2024-06-30", None, True),
        ("2024-07-01", None, False),
        ("2020-01-01", "2024-06-30", True),
        ("2020-01-01", "2024-06-29", False),
    ],
)
def test_membership_counts_both_days(joined: str, left: str | None, here: bool) -> None:
    gone = date.fromisoformat(left) if left else None
    member = Member("M001", "An", date.fromisoformat(joined), left_on=gone)
    assert member.is_member(DAY) is here


@pytest.mark.parametrize(
    ("birth", "age"),
    [("", None), ("1964", 60), ("1964-06-30", 60), ("1964-07-01", 59), ("1964-12-31", 59)],
)
def test_age(birth: str, age: int | None) -> None:
    assert age_on(birth, DAY) == age


def test_counts_of_people() -> None:
    joined = date(2020, 1, 1)
    people = [
        Member("M001", "A", joined, "F", "1950", poverty="poor"),
        Member("M002", "B", joined, "F", "1964-07-01", poverty="near_poor"),
        Member("M003", "C", joined, "M", "1969"),
        Member("M004", "D", joined, "M", ""),
        Member("M005", "E", date(2025, 1, 1), "F", "1940"),
    ]
    counts = count_members(people, DAY)
    assert (counts.members, counts.women) == (4, 2)
    assert (counts.older_60, counts.older_55) == (1, 3)
    assert (counts.poor, counts.near_poor) == (1, 1)
    assert people[1].birth_year == "1964"
