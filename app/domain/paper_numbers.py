"""The numbers of a club's papers ("Số: 05/BB-CLB"): counted anew each year, kind by kind.

A number follows from the calendar and the book's first day alone, so that the same paper has the
same number whenever it is printed, also after a month that was forgotten is entered.
"""

from __future__ import annotations

from datetime import date

from app.domain.periods import Month

CLUB = "CLB"
"""Behind the kind of paper: who issues it (Decree 30/2020/NĐ-CP, annex III)."""
_SPANS = {1: "", 3: "Q", 12: "N"}
"""Months a paper is about, and the letter that its kind takes for them: Quý, Năm."""


def month_number(month: Month, started_on: date) -> str:
    """The place of ``month`` among the book's months of its year; empty before the book."""
    return _place(month, 1, started_on)


def period_number(first: date, last: date, started_on: date) -> str:
    """The place of a month, quarter or year among those of its year that the book has.

    Empty for another period: such a paper is none of a series, its number is written by hand.
    """
    length = _length(first, last)
    return _place(Month.of(first), length, started_on) if length in _SPANS else ""


def sign(kind: str, first: date, last: date, topic: str = CLUB) -> str:
    """``BC-CLB``, of a quarter ``BCQ-CLB``, of a year ``BCN-CLB``: each a series of its own."""
    return f"{kind}{_SPANS.get(_length(first, last), '')}-{topic}"


def _length(first: date, last: date) -> int:
    """How many months from ``first`` to ``last``; 0 unless these are a month, quarter or year."""
    start, end = Month.of(first), Month.of(last)
    length = start.count_to(end)
    whole = first == start.first_day and last == end.last_day
    return length if whole and length and (start.number - 1) % length == 0 else 0


def _place(month: Month, length: int, started_on: date) -> str:
    begin = Month.of(started_on)
    if month.plus(length - 1) < begin:
        return ""
    earlier = (begin.number - 1) // length if begin.year == month.year else 0
    return str((month.number - 1) // length + 1 - earlier)
