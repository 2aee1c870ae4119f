"""Months, due days, days as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.periods import BadDayError, Month, due_day, format_day, parse_day

days = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    ("on", "number", "due"),
    [
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-01-31", 2, "2024-03-31"),
        ("2024-01-31", 3, "2024-04-30"),
        ("2023-01-29", 1, "2023-02-28"),
        ("2023-12-15", 1, "2024-01-15"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2024-05-10", 0, "2024-05-10"),
    ],
)
def test_due_days_at_the_ends_of_months(on: str, number: int, due: str) -> None:
    assert due_day(date.fromisoformat(on), number) == date.fromisoformat(due)


@given(days, st.integers(0, 600))
def test_a_due_day_is_the_same_day_or_the_months_last(on: date, number: int) -> None:
    due = due_day(on, number)
    assert Month.of(due) == Month.of(on).plus(number)
    assert due.day == on.day or (due.day < on.day and due == Month.of(due).last_day)


@given(days, days)
def test_counting_months(first: date, last: date) -> None:
    start, end = Month.of(first), Month.of(last)
    months = list(start.until(end))
    assert start.count_to(end) == len(months)
    assert months == sorted(months)
    if months:
        assert (months[0], months[-1]) == (start, end)
        assert start.plus(len(months) - 1) == end


def test_a_month_and_its_days() -> None:
    month = Month.parse(" 2024-02 ")
    assert (month.first_day, month.last_day) == (date(2024, 2, 1), date(2024, 2, 29))
    assert str(month) == "2024-02"
    assert month.plus(-2) == Month(2023, 12)


@pytest.mark.parametrize("text", ["", "2024", "2024-13", "2024-00", "24-01", "1899-01", "2024/01"])
def test_what_is_no_month(text: str) -> None:
    with pytest.raises(BadDayError, match="month.unreadable"):
        Month.parse(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2018-12-06", "2018-12-06"),
        ("6/12/2018", "2018-12-06"),
        (" 06/12/2018 ", "2018-12-06"),
        ("31.1.2024", "2024-01-31"),
        ("29-2-2024", "2024-02-29"),
    ],
)
def test_days_are_read_day_first(text: str, day: str) -> None:
    assert parse_day(text) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "text",
    ["", "12/31/2018", "31/02/2024", "29/2/2023", "2024-02-30", "1/1/24", "1/1/1899", "1899-12-31"],
)
def test_what_is_no_day(text: str) -> None:
    with pytest.raises(BadDayError, match="day.unreadable"):
        parse_day(text)


@given(days)
def test_a_day_is_read_back(day: date) -> None:
    assert parse_day(format_day(day)) == parse_day(day.isoformat()) == day


@pytest.mark.parametrize("year", ["1899", "9000", "9999"])
def test_years_no_book_reaches_are_slips(year: str) -> None:
    with pytest.raises(BadDayError):
        parse_day(f"{year}-02-20")
    with pytest.raises(BadDayError):
        Month.parse(f"{year}-02")
