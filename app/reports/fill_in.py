"""A workbook to be filled in by hand: headers, example words to choose from, notes on a column."""

from __future__ import annotations

from io import BytesIO

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from app.base.text import nfc
from app.domain.fill_in import FillInColumn, FillInSheet

ROWS = 500
"""So many rows offer their words to choose from; more rows may be filled in."""


def render(sheets: tuple[FillInSheet, ...]) -> bytes:
    """The workbook's bytes. All cells are text, so that a day or a code stays as it is typed."""
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    head = book.add_format({"bold": True, "bg_color": "#E6F0EE", "border": 1, "text_wrap": True})
    text = book.add_format({"num_format": "@"})
    for sheet in sheets:
        made = book.add_worksheet(nfc(sheet.name))
        made.freeze_panes(1, 0)
        for place, column in enumerate(sheet.columns):
            made.set_column(place, place, column.width, text)
            made.write_string(0, place, nfc(column.header), head)
            _help_with(made, place, column)
        for line, row in enumerate(sheet.rows, start=1):
            for place, words in enumerate(row):
                made.write_string(line, place, nfc(words), text)
    book.close()
    return target.getvalue()


def _help_with(sheet: Worksheet, place: int, column: FillInColumn) -> None:
    if column.note:
        sheet.write_comment(0, place, nfc(column.note), {"x_scale": 2})
    if column.words:
        words = [nfc(word) for word in column.words]
        sheet.data_validation(1, place, ROWS, place, {"validate": "list", "source": words})
