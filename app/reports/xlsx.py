"""Render a ``Doc`` as a spreadsheet: its words as text, its amounts as numbers.

Text is always written as text, so that a name that begins with "=" is never a formula.
"""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from app.base.text import nfc, strip_controls
from app.reports import doc

_FONT = "Times New Roman"
_AMOUNT = "#,##0"
_WIDTH = 100
"""All columns of a table together, in widths of a digit."""
_SAVED_AT = datetime(2000, 1, 1)  # noqa: DTZ001 (one fixed moment: the same paper, the same bytes)


def render(paper: doc.Doc) -> bytes:
    """``paper`` as one worksheet, part under part, ready for A4."""
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_numbers": False})
    book.set_properties(
        {"title": _clean(paper.title), "author": _clean(paper.author), "created": _SAVED_AT}
    )
    sheet = book.add_worksheet()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    if paper.landscape:
        sheet.set_landscape()
    _Writer(book, sheet, _widest(paper)).write(paper)
    book.close()
    return target.getvalue()


def _clean(text: str) -> str:
    return strip_controls(nfc(text))


def _widest(paper: doc.Doc) -> int:
    tables = [block for block in paper.all_blocks if isinstance(block, doc.Table)]
    return max((len(table.columns) for table in tables), default=1)


class _Writer:
    """Goes down the sheet block by block."""

    def __init__(self, book: xlsxwriter.Workbook, sheet: Worksheet, columns: int) -> None:
        self.book, self.sheet, self.columns = book, sheet, columns
        self.line = 0
        self.formats: dict[tuple[bool, bool, str, bool], Format] = {}

    def write(self, paper: doc.Doc) -> None:
        self._set_widths(paper)
        if paper.stamp:
            self._text(paper.stamp, bold=True)
        for block in paper.all_blocks:
            self._block(block)
        if paper.foot:
            self.line += 1
            self._text(paper.foot)

    def _set_widths(self, paper: doc.Doc) -> None:
        shares = [0] * self.columns
        for block in paper.all_blocks:
            if isinstance(block, doc.Table):
                whole = sum(column.weight for column in block.columns)
                for place, column in enumerate(block.columns):
                    shares[place] = max(shares[place], column.weight * _WIDTH // whole)
        for place, share in enumerate(shares):
            self.sheet.set_column(place, place, max(share, 6))

    def _block(self, block: doc.Block) -> None:
        match block:
            case doc.Letterhead():
                for text in (block.parent.upper(), block.issuer.upper(), block.number):
                    self._text(text)
                self._text(block.place_day)
            case doc.Title(text, subject):
                self.line += 1
                self._text(text, bold=True)
                self._text(subject, bold=True)
                self.line += 1
            case doc.Heading(text):
                self.line += 1
                self._text(text, bold=True)
            case doc.Para(text, lead):
                self._text(f"{lead} {text}".strip())
            case doc.Bullets() | doc.Facts() | doc.Bars():
                for text in _lines(block):
                    self._text(text)
            case doc.Table():
                self._table(block)
            case doc.Signatures(signers):
                self.line += 1
                for signer in signers:
                    self._text(f"{signer.role}: {signer.name}")
            case doc.Voucher():
                self._voucher(block)
            case doc.Recipients() | doc.PageBreak() | doc.Spacer() | doc.Picture():
                return

    def _voucher(self, voucher: doc.Voucher) -> None:
        self.line += 1
        for text in (voucher.practice, voucher.issuer, voucher.address, voucher.form):
            self._text(text)
        self._text(f"{voucher.title} {voucher.stamp}".strip(), bold=True)
        for text in (voucher.day, voucher.book, voucher.number):
            self._text(text)
        for label, value in voucher.rows:
            self._text(f"{label}: {value}")
        for signer in voucher.signers:
            self._text(f"{signer.role}: {signer.name}".strip())
        self._text(voucher.foot)

    def _text(self, text: str, *, bold: bool = False) -> None:
        if text:
            look = self._format(bold=bold, boxed=False, align="left", amount=False)
            self.sheet.write_string(self.line, 0, _clean(text), look)
            self.line += 1

    def _table(self, table: doc.Table) -> None:
        if table.show_head:
            titles = tuple(column.title for column in table.columns)
            self._row(doc.Row(titles, strong=True), table.columns, head=True)
        for row in (*table.rows, *((table.total,) if table.total else ())):
            self._row(row, table.columns)

    def _row(self, row: doc.Row, columns: tuple[doc.Column, ...], *, head: bool = False) -> None:
        for place, (cell, column) in enumerate(zip(row.cells, columns, strict=True)):
            align = "center" if head else column.align.value.replace("centre", "center")
            amount = isinstance(cell, int)
            look = self._format(bold=row.strong, boxed=True, align=align, amount=amount)
            if isinstance(cell, int):
                self.sheet.write_number(self.line, place, cell, look)
            elif cell:
                self.sheet.write_string(self.line, place, _clean(cell), look)
            else:
                self.sheet.write_blank(self.line, place, None, look)
        self.line += 1

    def _format(self, *, bold: bool, boxed: bool, align: str, amount: bool) -> Format:
        key = (bold, boxed, align, amount)
        if key not in self.formats:
            look = {"font_name": _FONT, "font_size": 12, "bold": bold, "align": align}
            look |= {"border": 1, "text_wrap": True, "valign": "top"} if boxed else {}
            look |= {"num_format": _AMOUNT} if amount else {}
            self.formats[key] = self.book.add_format(look)
        return self.formats[key]


def _lines(block: doc.Bullets | doc.Facts | doc.Bars) -> list[str]:
    match block:
        case doc.Bullets(items):
            return [f"- {item}" for item in items]
        case doc.Facts(rows):
            return [f"{label}: {value}" for label, value in rows]
        case doc.Bars(bars):
            return [f"{bar.label}: {bar.said}" for bar in bars]
