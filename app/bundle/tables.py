"""The tables of a bundle as CSV: frozen shapes to text and back, every cell checked.

One table is one shape; its columns are the shape's fields, in order. A reader takes further
columns behind those it knows, so that a newer minor version stays readable.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from io import StringIO
from itertools import groupby
from typing import Any, Generic, NamedTuple, TypeVar

from app.base.errors import AppError
from app.base.text import guarded, nfc, unguarded
from app.domain.club_facts import (
    SOURCES,
    BorrowerLine,
    ExportStep,
    MonthFacts,
)
from app.domain.periods import BadDayError, Month, parse_day

Shape = TypeVar("Shape", MonthFacts, ExportStep, BorrowerLine)

MAX_TEXT = 1000
_APART = "\0"
"""Stands between the cells of a row while they are checked together; in no cell."""


class TableError(AppError):
    """A table of a bundle that does not follow the specification."""


class Column(NamedTuple):
    """A kind of cell: its Frictionless type, what it looks like, and what is made of it."""

    kind: str
    pattern: str
    read: Callable[[str], Any]


@lru_cache(1000)
def _month(text: str) -> Month:
    return Month.parse(text)


@lru_cache(1000)
def _day(text: str) -> date | None:
    return parse_day(text) if text else None


def _whole_or_none(text: str) -> int | None:
    return int(text) if text else None


def _text(text: str) -> str:
    return nfc(unguarded(text))


_WHOLE = "-?[0-9]{1,17}"
WHOLE = Column("integer", _WHOLE, int)
WHOLE_OR_NONE = Column("integer", f"({_WHOLE})?", _whole_or_none)
HASH = Column("string", "[0-9a-f]{64}", str)
FLAG = Column("boolean", "[01]", "1".__eq__)
MONTH = Column("yearmonth", "[0-9]{4}-[0-9]{2}", _month)
DAY = Column("date", "([0-9]{4}-[0-9]{2}-[0-9]{2})?", _day)
TEXT = Column("string", f"[^{_APART}]{{0,{MAX_TEXT}}}", _text)


@dataclass(frozen=True, slots=True)
class Table(Generic[Shape]):
    """How one shape stands in one file; ``special`` are the columns that are no whole number."""

    file: str
    shape: type[Shape]
    special: dict[str, Column]
    most: int
    """More rows than this are refused unread: a few hundred bytes can unpack to millions."""

    @property
    def required(self) -> int:
        """How many columns there must be; those with a default came with a later minor version."""
        return len(self.shape._fields) - len(self.shape._field_defaults)

    def fields(self) -> list[dict[str, str]]:
        """The columns as Frictionless fields."""
        columns = zip(self.shape._fields, self._columns(), strict=True)
        return [{"name": name, "type": column.kind} for name, column in columns]

    def _columns(self) -> list[Column]:
        return [self.special.get(name, WHOLE) for name in self.shape._fields]

    def write(self, rows: Iterable[Shape]) -> bytes:
        """The rows as CSV: UTF-8, comma, LF, a header line; a text is never a formula."""
        out = StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(self.shape._fields)
        writer.writerows(map(_cell, row) for row in rows)
        return out.getvalue().encode("utf-8")

    def read(self, data: bytes) -> tuple[Shape, ...]:
        """The rows of a CSV file; raises TableError that names file and row.

        A row's cells are checked by one pattern, and a month or day that many bundles tell is made
        once: a register reads thousands of rows a minute.
        """
        names = self.shape._fields
        row, rows = 1, []
        try:
            lines = csv.reader(StringIO(data.decode("utf-8"), newline=""), strict=True)
            header = next(lines, [])
            if len(header) < self.required or tuple(header[: len(names)]) != names[: len(header)]:
                raise ValueError(header)
            known = self._columns()[: len(header)]
            looks_right = re.compile(_APART.join(column.pattern for column in known)).fullmatch
            runs = _runs(known)
            for cells in lines:
                row += 1
                if row > self.most + 1:
                    raise ValueError(row)
                if len(cells) != len(header) or not looks_right(_APART.join(cells[: len(known)])):
                    raise ValueError(cells)
                values: list[Any] = []
                for read, run in runs:
                    values.extend(map(read, cells[run]))
                rows.append(self.shape(*values))
        except (ValueError, csv.Error, BadDayError) as error:
            raise TableError("bundle.table_unreadable", file=self.file, row=row) from error
        return tuple(rows)


def _runs(columns: Sequence[Column]) -> list[tuple[Callable[[str], Any], slice]]:
    """Columns of one kind that stand side by side, to be read together."""
    runs, first = [], 0
    for column, alike in groupby(columns):
        last = first + sum(1 for _ in alike)
        runs.append((column.read, slice(first, last)))
        first = last
    return runs


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, str):
        return guarded(value)
    return value.isoformat() if isinstance(value, date) else str(value)


MONTHS = Table(
    "months.csv",
    MonthFacts,
    {
        "month": MONTH,
        "chain": HASH,
        "locked": FLAG,
        **dict.fromkeys((*SOURCES, "typed_late"), WHOLE_OR_NONE),
        **dict.fromkeys(("typed_first", "typed_last"), DAY),
    },
    most=1_200,
)
EXPORTS = Table("exports.csv", ExportStep, {"month": MONTH, "chain": HASH}, most=20_000)
BORROWERS = Table(
    "borrowers.csv", BorrowerLine, {"name": TEXT, "hamlet": TEXT, "due": DAY}, most=20_000
)


def chains(data: bytes) -> dict[str, str]:
    """By month, the chain's hash in a ``months.csv`` that was verified before; nothing is checked.

    Bundles are compared by these alone, so a register that compares many reads no more.
    """
    rows = csv.DictReader(StringIO(data.decode("utf-8"), newline=""))
    return {row["month"]: row["chain"] for row in rows}
