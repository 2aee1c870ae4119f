"""Draw a ruled table on a PDF page: wrapping cells, a repeated head, sums carried over pages.

Cells are drawn as strings and wrapped by our own measuring, so that 2,000 rows cost less than
reportlab's paragraphs. Owns nothing of the page around the table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak

from app.domain.money import format_dong
from app.reports import doc, fonts
from app.reports.pdf_columns import PAD_X, edges_of, least_widths

_PAD_Y = 2.5
_LINE = 0.5
_SMALLEST = 5
_MAX_LINES = 30
"""A row of more lines is drawn as several, so that any row fits on a page."""
_LEAST_ROWS = 2
"""So many rows stay together at the foot and at the head of a page."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A row as drawn: the lines of each cell; ``open_below`` where its text goes on."""

    cells: tuple[tuple[str, ...], ...]
    height: float
    font: str
    span: int = 1
    head: bool = False
    open_below: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A table measured for a width: everything that all its pages share."""

    table: doc.Table
    size: int
    edges: tuple[float, ...]
    head: tuple[_Line, ...]
    lines: tuple[_Line, ...]
    total: tuple[_Line, ...]
    sums: tuple[tuple[int, ...], ...] = field(repr=False)
    """Sums of the carried columns after each line; empty when none is carried."""
    empty: tuple[int, ...] = ()
    """Carried columns without any amount: nothing is carried in them, not even 0."""

    @property
    def leading(self) -> float:
        return self.size * 1.2

    def carry(self, label: str, after: int) -> _Line:
        """The line that carries the sums of the lines before ``after``."""
        columns = self.table.columns
        amounts = iter(self.sums[after - 1])
        cells: list[doc.Cell] = [next(amounts) if column.carried else None for column in columns]
        for place in self.empty:
            cells[place] = None
        span = next(place for place, column in enumerate(columns) if column.carried)
        cells[0] = label if span else cells[0]
        row = doc.Row(tuple(cells), strong=True, span=span)
        return _measure(row, self.edges, self.size)[0]


def lay_out(table: doc.Table, size: int, width: float) -> Layout:
    """Measure ``table`` for ``width`` points, in type of ``size`` points or as small as it must be.

    No amount is ever broken: columns give way to one another first, then the type shrinks.
    """
    width = width * table.share / 100
    least = least_widths(table, size)
    while sum(least) > width and size > _SMALLEST:
        size -= 1
        least = least_widths(table, size)
    edges = edges_of(table.columns, least, width)
    lines: list[_Line] = []
    sums: list[tuple[int, ...]] = []
    carried = [place for place, column in enumerate(table.columns) if column.carried]
    running = [0] * len(carried)
    for row in table.rows:
        made = _measure(row, edges, size, least=table.room * mm)
        lines += made
        for number, place in enumerate(carried):
            cell = row.cells[place]
            running[number] += cell if isinstance(cell, int) else 0
        sums += [tuple(running)] * len(made)
    titles = doc.Row(tuple(column.title for column in table.columns), strong=True)
    head = _measure(titles, edges, size, head=True) if table.show_head else []
    total = _measure(table.total, edges, size) if table.total else []
    empty = [
        place
        for place in carried
        if not any(isinstance(row.cells[place], int) for row in table.rows)
    ]
    return Layout(
        table,
        size,
        edges,
        tuple(head),
        tuple(lines),
        tuple(total),
        tuple(sums if carried else ()),
        tuple(empty),
    )


def _measure(
    row: doc.Row, edges: tuple[float, ...], size: int, *, head: bool = False, least: float = 0
) -> list[_Line]:
    font = fonts.BOLD if row.strong else fonts.REGULAR
    cells: list[list[str]] = []
    for cell, (left, right) in zip(row.cells, _spans(edges, row.span), strict=True):
        text = format_dong(cell) if isinstance(cell, int) else cell or ""
        cells.append(fonts.wrap_lines(text, font, size, right - left - 2 * PAD_X) if text else [])
    deepest = max(1, *(len(lines) for lines in cells))
    pieces = []
    for start in range(0, deepest, _MAX_LINES):
        part = tuple(tuple(lines[start : start + _MAX_LINES]) for lines in cells)
        count = min(_MAX_LINES, deepest - start)
        goes_on = start + _MAX_LINES < deepest
        height = max(least, count * size * 1.2 + 2 * _PAD_Y)
        pieces.append(_Line(part, height, font, row.span, head, goes_on))
    return pieces


def _spans(edges: tuple[float, ...], span: int) -> list[tuple[float, float]]:
    """Left and right of each cell; the first reaches over ``span`` columns."""
    spans = list(pairwise(edges))
    if span > 1:
        spans[0] = (edges[0], edges[span])
    return spans


class TableFlow(Flowable):  # type: ignore[misc]
    """The lines ``start`` to ``stop`` of a table, as one page holds them."""

    def __init__(self, layout: Layout, start: int = 0, stop: int | None = None) -> None:
        super().__init__()
        self.layout = layout
        self.start = start
        self.stop = len(layout.lines) if stop is None else stop
        self.width = layout.edges[-1]
        self.spaceAfter = 6
        self.hAlign = "CENTER"
        self.height = sum(line.height for line in self._lines())

    def _lines(self) -> list[_Line]:
        layout, (forward, brought) = self.layout, self.layout.table.carry_labels
        lines = list(layout.head)
        if self.start and layout.sums:
            lines.append(layout.carry(brought, self.start))
        lines += layout.lines[self.start : self.stop]
        if self.stop == len(layout.lines):
            return lines + list(layout.total)
        if layout.sums:
            lines.append(layout.carry(forward, self.stop))
        return lines

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height

    def split(self, _width: float, height: float) -> list[Flowable]:
        """Two pieces and the page's end between them; none when too little would fit."""
        first = self._fitting(height)
        last = min(first, self.stop - _LEAST_ROWS)
        if last - self.start < min(_LEAST_ROWS, self.stop - self.start):
            last = first
        if last <= self.start or last >= self.stop:
            return []
        if last - self.start < _LEAST_ROWS and self.start == 0 and height < 400:
            return []
        return [
            TableFlow(self.layout, self.start, last),
            PageBreak(),
            TableFlow(self.layout, last, self.stop),
        ]

    def _fitting(self, height: float) -> int:
        """The line before which a page of ``height`` points must end."""
        layout = self.layout
        room = height - sum(line.height for line in layout.head)
        if layout.sums:
            forward, brought = layout.table.carry_labels
            at = max(1, self.start)
            room -= layout.carry(forward, at).height
            room -= layout.carry(brought, at).height if self.start else 0
        place = self.start
        while place < self.stop and layout.lines[place].height <= room:
            room -= layout.lines[place].height
            place += 1
        return min(place, self.stop - 1)

    def draw(self) -> None:
        canvas, lines = self.canv, self._lines()
        self._draw_rules(canvas, lines)
        text = canvas.beginText()
        font, top = "", self.height
        for line in lines:
            if line.font != font:
                font = line.font
                text.setFont(font, self.layout.size)
            self._draw_cells(text, line, top)
            top -= line.height
        canvas.drawText(text)

    def _draw_rules(self, canvas: Canvas, lines: list[_Line]) -> None:
        edges, bottom = self.layout.edges, self.height
        rules = [(edges[0], bottom, edges[-1], bottom)]
        for line in lines:
            bottom -= line.height
            if not line.open_below:
                rules.append((edges[0], bottom, edges[-1], bottom))
        rules += [rule for place in range(len(edges)) for rule in self._upright(lines, place)]
        canvas.setLineWidth(_LINE)
        canvas.lines(rules)

    def _upright(
        self, lines: list[_Line], place: int
    ) -> Iterator[tuple[float, float, float, float]]:
        """The rules along an edge, left out where a line spans it."""
        x, top = self.layout.edges[place], self.height
        begin = top
        for line in lines:
            if 0 < place < line.span:
                if begin > top:
                    yield (x, begin, x, top)
                begin = top - line.height
            top -= line.height
        if begin > top:
            yield (x, begin, x, top)

    def _draw_cells(self, text: object, line: _Line, top: float) -> None:
        layout = self.layout
        roomy = layout.table.room > 0
        spans = zip(layout.table.columns, line.cells, _spans(layout.edges, line.span), strict=True)
        for column, lines, (left, right) in spans:
            align = doc.Align.CENTRE if line.head else column.align
            height = len(lines) * layout.leading
            middle = (line.height - 2 * _PAD_Y - height) / 2 if line.head or roomy else 0
            y = top - _PAD_Y - middle - layout.size
            for piece in lines:
                x = _x(piece, align, line.font, layout.size, left + PAD_X, right - PAD_X)
                text.setTextOrigin(x, y)  # type: ignore[attr-defined]
                text.textOut(piece)  # type: ignore[attr-defined]
                y -= layout.leading


def _x(piece: str, align: doc.Align, font: str, size: int, left: float, right: float) -> float:
    if align is doc.Align.LEFT:
        return left
    slack = right - left - fonts.text_width(piece, font, size)
    return left + (slack if align is doc.Align.RIGHT else slack / 2)
