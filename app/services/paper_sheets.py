"""Tables of text → the sheets of a paper book, their columns known by name.

Looks at headers and the number of cells; what the cells say is read by ``paper_cells``. A
spreadsheet's guard against formulas (an apostrophe before ``= + - @``) is taken off here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.base.errors import InvalidError, Problem, Where
from app.base.old_fonts import modern
from app.base.text import search_key, strip_controls, unguarded
from app.domain.paper_book import REQUIRED_SHEETS, SHEETS
from app.services.paper_files import WORKBOOK_ENDINGS, PaperSourceError, Row, tables
from app.services.paper_words import HEADER_WORDS, REQUIRED_COLUMNS, SHEET_WORDS

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


@dataclass(slots=True)
class Sheet:
    """One sheet: ``columns`` gives each column's place, ``headers`` its header as written.

    ``rows`` are padded to the width of the header; empty rows are left out.
    """

    name: str
    file: str
    columns: dict[str, int] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class Sheets:
    by_name: dict[str, Sheet] = field(default_factory=dict)
    from_workbook: bool = False
    """A workbook takes the leading zero from a telephone number."""
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    unreadable: bool = False
    """Whether a sheet is missing, or its text or a column it must have."""

    def refuse(self, code: str, where: Where | None, **params: object) -> None:
        self.problems.append(Problem(code, params, where=where))


def read_sheets(source: Path) -> Sheets:
    """All sheets of a folder or workbook, with what is wrong in their form.

    Raises StoreUnavailableError when the system refuses, PaperSourceError for what is no paper
    book at all, InvalidError when a sheet is missing or cannot be read as a whole.
    """
    found = Sheets(from_workbook=source.suffix.lower() in WORKBOOK_ENDINGS)
    for file, title, rows in tables(source):
        name = SHEET_WORDS.get(search_key(title))
        if name is None:
            found.warnings.append(Problem("sheet.not_taken", {"sheet": title}, where=Where(file)))
        elif name in found.by_name:
            found.refuse("sheet.twice", Where(file), other=found.by_name[name].file)
        else:
            found.by_name[name] = _sheet(found, name, file, rows)
    if not found.by_name:
        raise PaperSourceError("sheet.no_book", path=str(source), sheets=", ".join(SHEETS))
    for name in REQUIRED_SHEETS:
        if name not in found.by_name:
            found.unreadable = True
            found.refuse("sheet.missing", None, sheet=name)
    if found.unreadable:
        raise InvalidError(found.problems)
    return found


def _sheet(found: Sheets, name: str, file: str, rows: Iterator[Row]) -> Sheet:
    sheet = Sheet(name, file)
    try:
        _, header = next(rows, (1, ()))
        unnamed, width = _read_header(found, sheet, header), len(header)
        cleaned = _CleanedCells()
        for number, cells in rows:
            texts = [cleaned[cell] for cell in cells]
            if cleaned.odd and not cleaned.odd.keys().isdisjoint(cells):
                _warn_odd(found, sheet, number, cells, cleaned)
            stray = unnamed and any(texts[place] for place in unnamed if place < len(texts))
            if stray or len(texts) > width:
                params = {"cells": len(texts), "columns": width}
                found.refuse("sheet.too_many_cells", Where(file, number), **params)
            if any(texts):
                sheet.rows.append((number, texts + [""] * (width - len(texts))))
    except InvalidError as error:
        found.problems += error.problems
        found.unreadable = True
    return sheet


class _CleanedCells(dict[str, str]):
    """Cells as written → without controls, outer blanks and guard; each text cleaned once.

    ``odd`` are those that deserve a look: the code of the warning and its values.
    """

    def __init__(self) -> None:
        super().__init__()
        self.odd: dict[str, tuple[str, dict[str, object]]] = {}

    def __missing__(self, cell: str) -> str:
        text = self[cell] = unguarded(strip_controls(cell).strip())
        if _CONTROL.search(cell):
            self.odd[cell] = "sheet.controls_left_out", {"text": text}
        elif not text.isascii() and (read := modern(text)):
            self.odd[cell] = "sheet.old_font", {"text": text, "modern": read}
        return text


def _warn_odd(
    found: Sheets, sheet: Sheet, number: int, cells: Sequence[str], cleaned: _CleanedCells
) -> None:
    """A warning for each cell of a row that deserves a look."""
    headers = {place: sheet.headers[column] for column, place in sheet.columns.items()}
    for place, cell in enumerate(cells):
        if cell in cleaned.odd:
            code, params = cleaned.odd[cell]
            where = Where(sheet.file, number, headers.get(place, ""))
            found.warnings.append(Problem(code, params, where=where))


def _read_header(found: Sheets, sheet: Sheet, header: Sequence[str]) -> list[int]:
    """Fill in the sheet's columns; the places of those without a name.

    Each unknown, doubled or missing column is a problem; a sheet may be empty altogether.
    """
    words, unnamed = HEADER_WORDS[sheet.name], []
    for place, written in enumerate(header):
        title = " ".join(strip_controls(written).split())
        column = words.get(search_key(title.rstrip("*: ")))
        where = Where(sheet.file, 1, title)
        if not title:
            unnamed.append(place)
        elif column is None:
            known = ", ".join(dict.fromkeys(words.values()))
            found.refuse("sheet.column_unknown", where, title=title, known=known)
        elif column in sheet.columns:
            found.refuse("sheet.column_twice", where, title=title)
        else:
            sheet.columns[column] = place
            sheet.headers[column] = title
    if len(unnamed) == len(header) and sheet.name not in REQUIRED_SHEETS:
        return unnamed
    for column in REQUIRED_COLUMNS[sheet.name]:
        if column not in sheet.columns:
            found.unreadable = True
            found.refuse("sheet.column_missing", Where(sheet.file, 1), title=column)
    return unnamed
