"""Render a ``Doc`` as plain text: for reading, for ``.txt`` files and for golden texts in tests.

A line a paragraph, a line a table row with aligned cells; nothing is wrapped or cut.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from app.base.text import nfc, strip_controls
from app.domain.money import format_dong
from app.reports import doc


def render(paper: doc.Doc) -> str:
    """``paper`` as text in NFC, with a line break at the end."""
    lines = [paper.stamp, ""] if paper.stamp else []
    for before, block in pairwise((None, *paper.all_blocks)):
        if before is not None and lines and lines[-1]:
            lines.append("")
        lines += _lines(block) if block else []
    if paper.foot:
        lines += ["", paper.foot]
    return strip_controls(nfc("\n".join(lines))).strip("\n") + "\n"


def _lines(block: doc.Block) -> Iterator[str]:
    match block:
        case doc.Letterhead():
            yield from _letterhead(block)
        case doc.Title(text, subject):
            yield from filter(None, (text, subject))
        case doc.Heading(text):
            yield text
        case doc.Para(text, lead):
            yield f"{lead} {text}".strip()
        case doc.Bullets(items):
            yield from (f"- {item}" for item in items)
        case doc.Facts(rows):
            yield from (f"{label}: {value}" for label, value in rows)
        case doc.Table():
            yield from _table(block)
        case doc.Bars(bars):
            yield from (f"{bar.label}: {bar.said}" for bar in bars)
        case doc.Signatures(signers):
            for signer in signers:
                yield f"{signer.role.upper()}: {signer.name}".rstrip()
        case doc.Recipients(label):
            yield label
            yield from block.lines()
        case doc.Voucher():
            yield from _voucher(block)
        case doc.PageBreak() | doc.Spacer() | doc.Picture():
            return


def _letterhead(head: doc.Letterhead) -> Iterator[str]:
    yield from filter(None, (head.parent.upper(), head.issuer.upper(), head.number))
    yield from (head.motto, head.tagline)
    yield from filter(None, (head.place_day,))


def _voucher(voucher: doc.Voucher) -> Iterator[str]:
    yield from filter(None, (voucher.practice, voucher.issuer, voucher.address, voucher.form))
    yield from filter(
        None, (voucher.title, voucher.day, voucher.book, voucher.number, voucher.stamp)
    )
    yield from (f"{label}: {value}" for label, value in voucher.rows)
    yield from (f"{signer.role}: {signer.name}".rstrip() for signer in voucher.signers)
    yield from filter(None, (voucher.foot,))


def _table(table: doc.Table) -> Iterator[str]:
    titles = [tuple(column.title for column in table.columns)] if table.show_head else []
    body = [_unspanned(row) for row in (*table.rows, *((table.total,) if table.total else ()))]
    cells = [[_text(cell) for cell in row] for row in [*titles, *body]]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        pieces = zip(row, widths, table.columns, strict=True)
        yield " | ".join(_aligned(*piece) for piece in pieces).rstrip()


def _unspanned(row: doc.Row) -> tuple[doc.Cell, ...]:
    """The cells with the text of a spanning one beside the figures, where it has room."""
    return (*row.cells[1 : row.span], row.cells[0], *row.cells[row.span :])


def _text(cell: doc.Cell) -> str:
    text = format_dong(cell) if isinstance(cell, int) else cell or ""
    return " ".join(nfc(text).split())


def _aligned(text: str, width: int, column: doc.Column) -> str:
    return text.rjust(width) if column.align is doc.Align.RIGHT else text.ljust(width)
