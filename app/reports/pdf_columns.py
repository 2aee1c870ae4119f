"""How wide the columns of a table are: by weight, but never too narrow for what may not break."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.money import format_dong
from app.reports import doc, fonts

PAD_X = 3.5
_WHOLE = 20
"""A figure or date of at most so many letters is never broken."""
_WIDEST_WORD = 16
"""Words of more letters may be broken, so that one odd word does not take the page."""
_MEASURED = 12
"""So many of a column's longest pieces are measured; shorter ones are not wider than these."""


def least_widths(table: doc.Table, size: int) -> list[float]:
    """For each column the width in points below which an amount, day or word would break."""
    rows = (*table.rows, table.total) if table.total else table.rows
    widths = []
    for place, column in enumerate(table.columns):
        pieces = {piece for row in rows for piece in _unbroken(row, place, column)}
        if column.carried:
            pieces.add(_sum_of(table, place))
        if table.show_head:
            pieces |= set(_words(column.title))
        longest = sorted(pieces, key=len)[-_MEASURED:]
        widest = max((fonts.text_width(text, fonts.BOLD, size) for text in longest), default=0)
        widths.append(widest + 2 * PAD_X + 0.5)
    return widths


def edges_of(
    columns: tuple[doc.Column, ...], least: list[float], width: float
) -> tuple[float, ...]:
    """Left edges of all columns and the right end; a column below its least takes from others."""
    whole = sum(column.weight for column in columns)
    widths = [width * column.weight / whole for column in columns]
    missing = sum(max(0, need - has) for has, need in zip(widths, least, strict=True))
    spare = sum(max(0, has - need) for has, need in zip(widths, least, strict=True))
    given = min(1, missing / spare) if spare else 0
    taken = spare * given / missing if missing else 0
    edges = [0.0]
    for has, need in zip(widths, least, strict=True):
        change = (need - has) * (taken if has < need else given)
        edges.append(edges[-1] + has + change)
    return tuple(edges)


def _unbroken(row: doc.Row, place: int, column: doc.Column) -> Iterator[str]:
    cell = None if place < row.span > 1 else row.cells[place]
    if isinstance(cell, int):
        yield format_dong(cell)
    elif cell and column.align is not doc.Align.LEFT and len(cell) <= _WHOLE:
        yield cell
    elif cell:
        yield from _words(cell)


def _words(text: str) -> Iterator[str]:
    return (word for word in fonts.clean(text).split() if len(word) <= _WIDEST_WORD)


def _sum_of(table: doc.Table, place: int) -> str:
    cells = (row.cells[place] for row in table.rows)
    return format_dong(sum(cell for cell in cells if isinstance(cell, int)))
