"""A loan's plan as a page or a screen shows it. Amounts are int đồng.

Its ``.json`` form stands in CONTRACT 4; field names are the keys there wherever a key exists.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    no: int
    due: date
    principal: int
    interest: int
    total: int
    balance: int


@dataclass(frozen=True, slots=True)
class LoanSchedule:
    """A loan's plan (report ``loan-schedule``); its sums are those of its rows."""

    rows: tuple[ScheduleRow, ...]

    @property
    def principal(self) -> int:
        return sum(row.principal for row in self.rows)

    @property
    def interest(self) -> int:
        return sum(row.interest for row in self.rows)

    @property
    def total(self) -> int:
        return sum(row.total for row in self.rows)
