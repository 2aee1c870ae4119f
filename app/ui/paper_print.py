"""Papers to a printer: which pages, how many copies, several papers in one job.

Each page is drawn at the printer's own fineness, upright or across as the paper is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from app.base.errors import AppError

DPI = 300
"""Dots an inch: the finest that an old computer still sends in a moment."""

_BETWEEN = re.compile(r"[,;]")
_RANGE = re.compile(r"(\d{1,5})(?:\s*[-\u2010-\u2015\u2212]\s*(\d{1,5}))?")
"""One page, or two with any dash between them."""
_MOST_PAGES = 99_999

Page = tuple[QPdfDocument, int]


class PrintRefusedError(AppError):
    """Nothing was printed: no printer, no such page, or the printer did not take the job."""


def ask_and_paint(documents: Sequence[QPdfDocument], parent: QWidget, *, pages: str = "") -> int:
    """Let the user choose printer and copies, then print; 0 sheets when she did not.

    ``pages`` as ``page_ranges`` reads them; what she chooses beside the printer goes first.
    Raises PrintRefusedError ``print.no_printer``, and what ``page_ranges`` and ``paint`` raise.
    """
    wanted = page_ranges(pages)
    if not QPrinterInfo.availablePrinterNames():
        raise PrintRefusedError("print.no_printer")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DPI)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, sum(document.pageCount() for document in documents))
    if not dialog.exec():
        return 0
    if printer.pageRanges().isEmpty() and not printer.fromPage():
        printer.setPageRanges(wanted)
    return paint(documents, printer)


def page_ranges(text: str) -> QPageRanges:
    """Pages as people write them, "1–3, 5" or "1-3;5"; all of them when the text is empty.

    Raises PrintRefusedError ``print.pages_unreadable``.
    """
    ranges = QPageRanges()
    for part in filter(None, map(str.strip, _BETWEEN.split(text))):
        found = _RANGE.fullmatch(part)
        ends = sorted(map(int, filter(None, found.groups()))) if found else [0]
        if not 1 <= ends[0] <= ends[-1] <= _MOST_PAGES:
            raise PrintRefusedError("print.pages_unreadable", pages=text.strip())
        ranges.addRange(ends[0], ends[-1])
    return ranges


def paint(documents: Sequence[QPdfDocument], printer: QPrinter) -> int:
    """Print the pages that ``printer`` is set to, one job for all ``documents``; sheets printed.

    Pages count through all documents. Raises PrintRefusedError ``print.no_pages`` for pages that
    are not there and ``print.failed`` when the printer takes nothing.
    """
    pages = _wanted([page for document in documents for page in _pages(document)], printer)
    if not pages:
        raise PrintRefusedError("print.no_pages")
    sheets = _sheets(pages, printer)
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintRefusedError("print.failed", printer=printer.printerName())
    for number, page in enumerate(sheets):
        if number:
            printer.newPage()
        _draw(painter, page, printer.paperRect(QPrinter.Unit.DevicePixel))
    if not painter.end() or printer.printerState() == QPrinter.PrinterState.Error:
        raise PrintRefusedError("print.failed", printer=printer.printerName())
    return len(sheets)


def _pages(document: QPdfDocument) -> Iterator[Page]:
    return ((document, number) for number in range(document.pageCount()))


def _wanted(pages: list[Page], printer: QPrinter) -> list[Page]:
    """The pages in the ranges chosen ("1-3,5"), or all; ``fromPage`` is what Windows fills in."""
    ranges = printer.pageRanges()
    if ranges.isEmpty() and printer.fromPage():
        ranges = QPageRanges()
        ranges.addRange(printer.fromPage(), max(printer.fromPage(), printer.toPage()))
    if ranges.isEmpty():
        return pages
    return [page for number, page in enumerate(pages, 1) if ranges.contains(number)]


def _sheets(pages: list[Page], printer: QPrinter) -> list[Page]:
    """Every sheet in order; a printer that knows copies makes them on its own."""
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    if printer.collateCopies():
        return pages * copies
    return [page for page in pages for _ in range(copies)]


def _draw(painter: QPainter, page: Page, sheet: QRectF) -> None:
    """The page as large as the sheet allows; a wide one is turned, its top on the left.

    The sheet stays upright for all pages: queues turn whole jobs, and not always the same way.
    """
    document, number = page
    points = document.pagePointSize(number)
    wide = points.width() > points.height()
    width, height = (sheet.height(), sheet.width()) if wide else (sheet.width(), sheet.height())
    scale = min(width / points.width(), height / points.height())
    size = QSize(round(points.width() * scale), round(points.height() * scale))
    image = document.render(number, size)
    painter.save()
    if wide:
        painter.translate(0, sheet.height())
        painter.rotate(-90)
    painter.drawImage(QRectF(0, 0, size.width(), size.height()), image)
    painter.restore()
