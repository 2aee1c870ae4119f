"""Months, due days, days as written. A month is never a number of days (CONTRACT 5.1, 5.2)."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.base.errors import AppError

_MONTH = re.compile(r"(\d{4})-(\d{2})")
_DAY_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_DAY_LOCAL = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
YEARS = range(1900, 9000)
"""What a typed year may be: 600 months after the last of them are still days of the calendar."""


class BadDayError(AppError):
    """A text that names no day or no month of the calendar."""


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """One month of one year; ordered, printed as ``2026-11``."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Month:
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> Month:
        """Read ``YYYY-MM``; raises BadDayError."""
        found = _MONTH.fullmatch(text.strip())
        if not found or not 1 <= int(found[2]) <= 12 or int(found[1]) not in YEARS:
            raise BadDayError("month.unreadable", text=text.strip())
        return cls(int(found[1]), int(found[2]))

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"

    @property
    def first_day(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def last_day(self) -> date:
        return date(self.year, self.number, calendar.monthrange(self.year, self.number)[1])

    def plus(self, months: int) -> Month:
        year, index = divmod(self.year * 12 + self.number - 1 + months, 12)
        return Month(year, index + 1)

    def until(self, last: Month) -> Iterator[Month]:
        """This month and every one after it up to ``last``; nothing when ``last`` is earlier."""
        month = self
        while month <= last:
            yield month
            month = month.plus(1)

    def count_to(self, last: Month) -> int:
        """How many months from this to ``last``, both counted; at least 0."""
        return max(0, (last.year - self.year) * 12 + last.number - self.number + 1)


def due_day(on: date, number: int) -> date:
    """The day ``number`` months after ``on``; in a shorter month its last day (CONTRACT 5.1)."""
    month = Month.of(on).plus(number)
    return date(month.year, month.number, min(on.day, month.last_day.day))


def parse_day(text: str) -> date:
    """Read ``YYYY-MM-DD`` or ``d/m/yyyy`` (never month first); raises BadDayError."""
    cleaned = text.strip()
    try:
        if iso := _DAY_ISO.fullmatch(cleaned):
            return _in_reach(date(int(iso[1]), int(iso[2]), int(iso[3])))
        if local := _DAY_LOCAL.fullmatch(cleaned):
            return _in_reach(date(int(local[3]), int(local[2]), int(local[1])))
    except ValueError:
        pass
    raise BadDayError("day.unreadable", text=cleaned)


def _in_reach(day: date) -> date:
    if day.year not in YEARS:
        raise ValueError(day)
    return day


def format_day(day: date) -> str:
    """A day for the screen and for tables: ``17/11/2026``."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"
