"""Who belongs to the club on a day, and how old."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.members import Member, age_on, count_members, told_apart

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


def test_people_of_one_name_are_told_apart() -> None:
    people = [
        Member("M001", "Nguyễn Thị Hòa", DAY, birth="1949"),
        Member("M002", "nguyễn thị Hoà", DAY, birth="1957-02-03"),
        Member("M003", "Nguyễn Thị Hoa", DAY, birth="1949"),
        Member("M004", "Lý A Sùng", DAY, birth="1960"),
        Member("M005", "Lý A Sùng", DAY, birth="1960"),
        Member("M006", "Ma Thị Én", DAY, birth="1960"),
        Member("M007", "Ma Thị Én", DAY),
    ]
    assert list(told_apart(people).values()) == [
        "Nguyễn Thị Hòa (1949)",
        "nguyễn thị Hoà (1957)",
        "Nguyễn Thị Hoa",
        "Lý A Sùng (M004)",
        "Lý A Sùng (M005)",
        "Ma Thị Én (1960)",
        "Ma Thị Én (M007)",
    ]
