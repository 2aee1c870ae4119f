"""How wide the columns of a table are: by weight, but never too narrow for what may not break."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from app.domain.money import format_dong
from app.reports import doc, fonts

PAD_X = 3.5
_WHOLE = 20
"""A figure or date of at most so many letters is never broken."""
_WIDEST_WORD = 16
"""Words of more letters may be broken, so that one odd word does not take the page."""


def least_widths(table: doc.Table, size: int) -> list[float]:
    """For each column the width in points below which an amount, day or word would break."""
    rows = (*table.rows, table.total) if table.total else table.rows
    widths = []
    for place, column in enumerate(table.columns):
        pieces = {piece for row in rows for piece in _unbroken(row, place, column)}
        pieces |= _figures(rows, place)
        if column.carried:
            pieces |= _sums_of(table, place)
        if table.show_head:
            pieces |= set(_words(column.title))
        widest = max((fonts.text_width(text, fonts.BOLD, size) for text in pieces), default=0)
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


def _figures(rows: tuple[doc.Row, ...], place: int) -> set[str]:
    """The widest amounts of a column: all digits are as wide as one another."""
    amounts = [cell for row in rows if isinstance(cell := _cell(row, place), int)]
    return {format_dong(max(amounts)), format_dong(min(amounts))} if amounts else set()


def _cell(row: doc.Row, place: int) -> doc.Cell:
    """What stands in the column alone: not a text that spans several."""
    return None if place < row.span > 1 else row.cells[place]


def _unbroken(row: doc.Row, place: int, column: doc.Column) -> Iterator[str]:
    cell = _cell(row, place)
    if not isinstance(cell, str):
        return
    if column.align is not doc.Align.LEFT and len(cell) <= _WHOLE:
        yield cell
    else:
        yield from _words(cell)


def _words(text: str) -> Iterator[str]:
    return (word for word in fonts.clean(text).split() if len(word) <= _WIDEST_WORD)


def _sums_of(table: doc.Table, place: int) -> set[str]:
    """The largest and the least sum that a page may carry: what is taken back makes sums fall."""
    cells = (row.cells[place] for row in table.rows)
    sums = list(accumulate((cell for cell in cells if isinstance(cell, int)), initial=0))
    return {format_dong(max(sums)), format_dong(min(sums))}
