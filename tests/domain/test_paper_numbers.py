"""Numbers of papers: a place among the months, quarters or years that the book has."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.paper_numbers import month_number, period_number, sign
from app.domain.periods import Month

MONTHS = st.builds(Month, st.integers(2007, 2040), st.integers(1, 12))
DAYS = st.dates(date(2007, 1, 1), date(2040, 12, 31))


def _span(first: Month, length: int) -> tuple[date, date]:
    return first.first_day, first.plus(length - 1).last_day


@pytest.mark.parametrize(
    ("month", "started_on", "number"),
    [
        (Month(2018, 1), date(2016, 5, 3), "1"),
        (Month(2018, 12), date(2016, 5, 3), "12"),
        (Month(2016, 5), date(2016, 5, 31), "1"),
        (Month(2016, 12), date(2016, 5, 3), "8"),
        (Month(2016, 4), date(2016, 5, 3), ""),
    ],
)
def test_a_month_is_counted_from_the_years_or_the_books_first(
    month: Month, started_on: date, number: str
) -> None:
    assert month_number(month, started_on) == number


@pytest.mark.parametrize(
    ("first", "last", "number", "series"),
    [
        (date(2018, 11, 1), date(2018, 11, 30), "11", "BC-CLB"),
        (date(2018, 10, 1), date(2018, 12, 31), "4", "BCQ-CLB"),
        (date(2018, 1, 1), date(2018, 12, 31), "1", "BCN-CLB"),
        (date(2016, 4, 1), date(2016, 6, 30), "1", "BCQ-CLB"),
        (date(2016, 10, 1), date(2016, 12, 31), "3", "BCQ-CLB"),
        (date(2016, 1, 1), date(2016, 12, 31), "1", "BCN-CLB"),
        (date(2018, 2, 1), date(2018, 4, 30), "", "BC-CLB"),
        (date(2018, 1, 1), date(2018, 6, 30), "", "BC-CLB"),
        (date(2018, 11, 2), date(2018, 11, 30), "", "BC-CLB"),
        (date(2018, 11, 1), date(2018, 11, 29), "", "BC-CLB"),
        (date(2016, 1, 1), date(2016, 3, 31), "", "BCQ-CLB"),
    ],
)
def test_quarters_and_years_are_series_of_their_own(
    first: date, last: date, number: str, series: str
) -> None:
    assert period_number(first, last, date(2016, 5, 3)) == number
    assert sign("BC", first, last) == series


def test_a_topic_has_a_series_of_its_own() -> None:
    assert sign("BC", date(2018, 1, 1), date(2018, 12, 31), "HĐ") == "BCN-HĐ"


@given(started_on=DAYS, year=st.integers(2007, 2040), length=st.sampled_from((1, 3, 12)))
def test_a_years_numbers_run_from_1_without_a_gap(started_on: date, year: int, length: int) -> None:
    spans = [_span(Month(year, number), length) for number in range(1, 13, length)]
    known = [period_number(*span, started_on) for span in spans if span[1] >= started_on]
    assert known == [str(number) for number in range(1, len(known) + 1)]
    assert all(not period_number(*span, started_on) for span in spans if span[1] < started_on)


@given(month=MONTHS, started_on=DAYS)
def test_minutes_and_statement_of_a_month_have_one_number(month: Month, started_on: date) -> None:
    assert month_number(month, started_on) == period_number(*_span(month, 1), started_on)
