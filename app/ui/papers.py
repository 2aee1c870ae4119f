"""A paper in the window: looked at, printed, saved.

What it says comes from ``services.printing``.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from app.base.paths import documents_dir
from app.base.text import translate
from app.domain.paper_names import paper_label
from app.services import printing
from app.services.printing import PaperRequest
from app.ui.context import Context
from app.ui.widgets.basics import EDGE, button, row

_DPI = 300


def file_name(request: PaperRequest) -> str:
    """A name for the paper's file, without accents or blanks."""
    about = request.month or request.member or request.loan or request.last or ""
    return f"{request.name}-{about}".rstrip("-")


def show(context: Context, request: PaperRequest, parent: QWidget | None) -> None:
    """Look at a paper before it is printed."""
    PaperDialog(context, request, parent).exec()


def save(context: Context, request: PaperRequest, parent: QWidget | None) -> Path | None:
    """Ask where to, and write the paper there; None when the user thought better of it."""
    start = documents_dir() / f"{file_name(request)}.pdf"
    chosen, _ = QFileDialog.getSaveFileName(
        parent,
        translate("window", "Save the paper"),
        str(start),
        translate("window", "Paper (*.pdf);;Table (*.xlsx)"),
    )
    if not chosen:
        return None
    out = Path(chosen)
    out.unlink(missing_ok=True)
    context.ask(printing.write, request=request, out=out)
    return out


class PaperDialog(QDialog):
    """The pages as they will be printed."""

    def __init__(self, context: Context, request: PaperRequest, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._context, self._request = context, request
        self.setWindowTitle(paper_label(request.name))
        self._folder = tempfile.TemporaryDirectory()
        path = Path(self._folder.name) / "paper.pdf"
        context.ask(printing.write, request=request, out=path)
        self.document = QPdfDocument(self)
        self.document.load(str(path))
        view = QPdfView(self)
        view.setDocument(self.document)
        view.setPageMode(QPdfView.PageMode.MultiPage)
        view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        view.setAccessibleName(paper_label(request.name))
        self.print_button = button(
            translate("window", "Print…"), self._on_print, role="next", icon="printer"
        )
        self.save_button = button(translate("window", "Save as…"), self._on_save, icon="save")
        close = button(translate("window", "Back"), self.reject)
        self.print_button.setDefault(True)
        foot = row(None, close, self.save_button, self.print_button)
        foot.setContentsMargins(EDGE, 8, EDGE, 16)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(view, 1)
        layout.addLayout(foot)
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self._on_print)
        screen = self.screen().availableGeometry()
        self.resize(min(960, screen.width() - 40), min(920, screen.height() - 60))

    def done(self, result: int) -> None:
        self.document.close()
        self._folder.cleanup()
        super().done(result)

    def _on_save(self) -> None:
        save(self._context, self._request, self)

    def _on_print(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setResolution(_DPI)
        if QPrintDialog(printer, self).exec():
            paint(self.document, printer)


def paint(document: QPdfDocument, printer: QPrinter) -> None:
    """Every page of ``document`` on a sheet of its own."""
    printer.setFullPage(True)
    painter = QPainter(printer)
    for number in range(document.pageCount()):
        if number:
            printer.newPage()
        points = document.pagePointSize(number)
        size = QSize(round(points.width() * _DPI / 72), round(points.height() * _DPI / 72))
        image = document.render(number, size)
        painter.drawImage(QRectF(0, 0, size.width(), size.height()), image)
    painter.end()
