"""The tables of a bundle as CSV: frozen shapes to text and back, every cell checked.

One table is one shape; its columns are the shape's fields, in order. A reader takes further
columns behind those it knows, so that a newer minor version stays readable.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable
from dataclasses import MISSING, dataclass, fields
from datetime import date
from io import StringIO
from typing import Any, Generic, TypeVar

from app.base.errors import AppError
from app.base.text import guarded, nfc, unguarded
from app.domain.club_facts import (
    SOURCES,
    BorrowerLine,
    ExportStep,
    MonthFacts,
    field_names,
)
from app.domain.periods import BadDayError, Month, parse_day

Shape = TypeVar("Shape", MonthFacts, ExportStep, BorrowerLine)

MAX_TEXT = 1000
_WHOLE = re.compile(r"-?\d{1,17}")
_HASH = re.compile(r"[0-9a-f]{64}")


class TableError(AppError):
    """A table of a bundle that does not follow the specification."""


def _whole(text: str) -> int:
    if not _WHOLE.fullmatch(text):
        raise ValueError(text)
    return int(text)


def _hash(text: str) -> str:
    if not _HASH.fullmatch(text):
        raise ValueError(text)
    return text


def _flag(text: str) -> bool:
    if text not in ("0", "1"):
        raise ValueError(text)
    return text == "1"


def _day(text: str) -> date | None:
    return parse_day(text) if text else None


def _whole_or_none(text: str) -> int | None:
    return _whole(text) if text else None


def _text(text: str) -> str:
    if len(text) > MAX_TEXT:
        raise ValueError(text)
    return nfc(unguarded(text))


@dataclass(frozen=True, slots=True)
class Table(Generic[Shape]):
    """How one shape stands in one file; ``special`` reads the columns that are no whole number."""

    file: str
    shape: type[Shape]
    special: dict[str, tuple[str, Callable[[str], Any]]]

    @property
    def required(self) -> int:
        """How many columns there must be; those with a default came with a later minor version."""
        own = fields(self.shape)
        if self.shape is not MonthFacts:
            return len(own)
        return sum(field.default is MISSING for field in own)

    def fields(self) -> list[dict[str, str]]:
        """The columns as Frictionless fields."""
        kinds = {name: kind for name, (kind, _) in self.special.items()}
        return [
            {"name": name, "type": kinds.get(name, "integer")} for name in field_names(self.shape)
        ]

    def write(self, rows: Iterable[Shape]) -> bytes:
        """The rows as CSV: UTF-8, comma, LF, a header line; a text is never a formula."""
        out = StringIO()
        writer = csv.writer(out, lineterminator="\n")
        names = field_names(self.shape)
        writer.writerow(names)
        writer.writerows([_cell(getattr(row, name)) for name in names] for row in rows)
        return out.getvalue().encode("utf-8")

    def read(self, data: bytes) -> tuple[Shape, ...]:
        """The rows of a CSV file; raises TableError that names file and row."""
        names = field_names(self.shape)
        readers = [self.special.get(name, ("", _whole))[1] for name in names]
        row = 1
        try:
            lines = csv.reader(StringIO(data.decode("utf-8"), newline=""), strict=True)
            header = next(lines, [])
            if len(header) < self.required or tuple(header[: len(names)]) != names[: len(header)]:
                raise ValueError(header)
            rows = []
            for cells in lines:
                row += 1
                if len(cells) != len(header):
                    raise ValueError(cells)
                values = [read(cell) for read, cell in zip(readers, cells, strict=False)]
                rows.append(self.shape(*values))
        except (ValueError, csv.Error, BadDayError) as error:
            raise TableError("bundle.table_unreadable", file=self.file, row=row) from error
        return tuple(rows)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, str):
        return guarded(value)
    return value.isoformat() if isinstance(value, date) else str(value)


_MONTH = ("yearmonth", Month.parse)

MONTHS = Table(
    "months.csv",
    MonthFacts,
    {
        "month": _MONTH,
        "chain": ("string", _hash),
        "locked": ("boolean", _flag),
        **dict.fromkeys((*SOURCES, "typed_late"), ("integer", _whole_or_none)),
        **dict.fromkeys(("typed_first", "typed_last"), ("date", _day)),
    },
)
EXPORTS = Table("exports.csv", ExportStep, {"month": _MONTH, "chain": ("string", _hash)})
BORROWERS = Table(
    "borrowers.csv",
    BorrowerLine,
    {"name": ("string", _text), "hamlet": ("string", _text), "due": ("date", _day)},
)


def chains(data: bytes) -> dict[str, str]:
    """By month, the chain's hash in a ``months.csv`` that was verified before; nothing is checked.

    Bundles are compared by these alone, so a register that compares many reads no more.
    """
    rows = csv.DictReader(StringIO(data.decode("utf-8"), newline=""))
    return {row["month"]: row["chain"] for row in rows}
