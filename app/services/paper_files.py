"""Files of a paper book → tables of text: a folder of CSV files, or one workbook.

Knows file formats and nothing of what the cells mean. All text is composed (NFC) here, once.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from pathlib import Path

from app.base.errors import AppError, InvalidError, Problem, StoreUnavailableError, Where
from app.base.files import read_bytes, translated
from app.services.paper_error_cells import Errors, errors_shown

WORKBOOK_ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods")
_MIDNIGHT = re.compile(r"[ T]00:00(:00)?(\.0+)?$")

Row = tuple[int, Sequence[str]]
Table = tuple[str, str, Iterator[Row]]
"""The file as a problem names it, the title of the sheet, its numbered rows."""


class PaperSourceError(AppError):
    """The file or folder as a whole is no paper book."""


def tables(source: Path) -> Iterator[Table]:
    """Every table of a folder or workbook; rows are numbered as a spreadsheet shows them.

    Raises StoreUnavailableError when the system refuses, PaperSourceError for a file of another
    kind; reading a table's rows raises InvalidError where its text cannot be read.
    """
    with translated(source):
        there, folder = source.exists(), source.is_dir()
        inside = sorted(source.iterdir()) if folder else []
    if folder:
        for path in (path for path in inside if path.suffix.lower() == ".csv"):
            yield path.name, unicodedata.normalize("NFC", path.stem), _csv_rows(path)
    elif not there:
        raise StoreUnavailableError("file.not_found", path=str(source))
    elif source.suffix.lower() in WORKBOOK_ENDINGS:
        yield from _workbook(source)
    else:
        endings = ", ".join(WORKBOOK_ENDINGS)
        raise PaperSourceError("sheet.unknown_ending", path=str(source), endings=endings)


def _csv_rows(path: Path) -> Iterator[Row]:
    """The records of a file; a record of several lines is one row of a spreadsheet."""
    text = unicodedata.normalize("NFC", _decoded(path))
    header = text.partition("\n")[0]
    delimiter = ";" if header.count(";") > header.count(",") else ","
    number = 0
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        for number, cells in enumerate(reader, start=1):
            yield number, cells
    except csv.Error as error:
        problem = Problem("sheet.bad_quotes", where=Where(path.name, number + 1))
        raise InvalidError([problem]) from error


def _decoded(path: Path) -> str:
    """The file as text; raises InvalidError with the first row that is not UTF-8."""
    data = read_bytes(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", errors="ignore")
        row = sum(1 for _ in csv.reader(io.StringIO(before + "x", newline="")))
        problem = Problem("sheet.not_utf8", where=Where(path.name, row))
        raise InvalidError([problem]) from error


def _workbook(path: Path) -> Iterator[Table]:
    from python_calamine import CalamineError, CalamineWorkbook

    data = read_bytes(path)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        found = [
            (name, book.get_sheet_by_name(name).to_python(skip_empty_area=False))
            for name in book.sheet_names
        ]
    except CalamineError as error:
        raise PaperSourceError("sheet.broken_workbook", path=str(path)) from error
    errors = errors_shown(data)
    for name, rows in found:
        title = unicodedata.normalize("NFC", name)
        yield title, title, _workbook_rows(rows, errors.get(name, {}))


def _workbook_rows(rows: Iterable[Sequence[object]], errors: Errors) -> Iterator[Row]:
    """The rows as texts; a cell that shows an error says it, and so is refused where it counts."""
    for number, cells in enumerate(rows, start=1):
        texts = [_cell_text(cell) for cell in cells]
        for place in range(len(texts)) if errors else ():
            texts[place] = errors.get((number - 1, place), texts[place])
        while texts and not texts[-1]:
            texts.pop()
        yield number, texts


def _cell_text(cell: object) -> str:
    """A workbook's cell as it would stand in a CSV file; whole numbers come as floats."""
    if isinstance(cell, str):
        return unicodedata.normalize("NFC", cell)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return _MIDNIGHT.sub("", cell.isoformat(" "))
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return cell.isoformat("minutes")
    return str(cell)
