"""Papers in the window: looked at, printed, saved.

What they say comes from ``services.printing``, of a register from ``services.union_papers``; how
they are printed stands in ``paper_print``.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QVBoxLayout, QWidget

from app.base import files
from app.base.errors import AppError
from app.base.paths import documents_dir
from app.base.text import translate
from app.domain.paper_names import paper_label
from app.services import printing, union_papers
from app.services.printing import PaperRequest
from app.services.union_papers import UnionPaper
from app.ui import errors, paper_print
from app.ui.context import Context
from app.ui.widgets.basics import EDGE, Notice, button, row
from app.ui.widgets.form import choice_field, text_field
from app.ui.workers import Report, Stopped, Working

Request = PaperRequest | UnionPaper

_AROUND = 48
"""Pixels around what stands in the field of pages."""


def write(context: Context, request: Request, out: Path, parent: QWidget | None) -> None:
    """Write a paper's file beside the window; raises what its service raises, ``work.stopped``."""
    write_all(context, [(request, out)], parent)


def write_all(
    context: Context, wanted: Sequence[tuple[Request, Path]], parent: QWidget | None
) -> None:
    """Like ``write``, for several papers; who stops it gets none of them."""

    def job(report: Report) -> None:
        try:
            for done, (request, out) in enumerate(wanted, start=1):
                _write(context, request, out)
                report(done, len(wanted))
        except Stopped:
            for _, out in wanted:
                out.unlink(missing_ok=True)
            raise

    Working(translate("window", "Making the paper"), job, parent).run()


def _write(context: Context, request: Request, out: Path) -> None:
    if isinstance(request, PaperRequest):
        context.ask(printing.write, request=request, out=out)
    else:
        context.ask(union_papers.write, request=request, out=out)


def file_name(request: Request) -> str:
    """A name for the paper's file, without accents or blanks."""
    if isinstance(request, UnionPaper):
        period = f"{request.first.year}" if request.first else ""
        return f"{request.name}-{request.visit or request.month or period}".rstrip("-")
    about = request.month or request.member or request.loan or request.last or ""
    return f"{request.name}-{about}".rstrip("-")


def show(context: Context, request: Request, parent: QWidget | None) -> None:
    """Look at a paper before it is printed."""
    show_all(context, [request], parent)


def show_all(context: Context, requests: Sequence[Request], parent: QWidget | None) -> None:
    """Look at several papers, then print them in one go."""
    PaperDialog(context, requests[0], parent, others=requests[1:]).exec()


def save(context: Context, request: Request, parent: QWidget | None) -> Path | None:
    """Ask where to, and write the paper there; None when the user thought better of it.

    What stood there stays until the new paper is whole. Raises what ``write`` raises, and
    StoreUnavailableError.
    """
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
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / out.name
        write(context, request, made, parent)
        files.write_bytes(out, made.read_bytes(), replace=True)
    return out


class PaperDialog(QDialog):
    """The pages as they will be printed; of several papers one is seen and all are printed."""

    def __init__(
        self,
        context: Context,
        request: Request,
        parent: QWidget | None,
        *,
        others: Sequence[Request] = (),
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._requests = [request, *others]
        self._folder = tempfile.TemporaryDirectory()
        self.documents = self._made()
        labels = [(str(at), self._label(paper)) for at, paper in enumerate(self._requests)]
        self.seen = choice_field(labels)
        self.seen.setAccessibleName(translate("window", "Paper shown"))
        self.seen.setVisible(bool(others))
        self.seen.currentIndexChanged.connect(self._on_seen)
        self.pages = text_field("", translate("window", "all, or 1-3, 5"))
        self.pages.setAccessibleName(translate("window", "Pages to print"))
        words = self.pages.placeholderText()
        self.pages.setFixedWidth(self.fontMetrics().horizontalAdvance(words) + _AROUND)
        self.told = Notice()
        self._view = QPdfView(self)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._lay_out()
        self._on_seen()
        self.print_button.setFocus()
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self._on_print)
        screen = self.screen().availableGeometry()
        self.resize(min(960, screen.width() - 40), min(920, screen.height() - 60))

    @property
    def document(self) -> QPdfDocument:
        """The paper that is seen."""
        return self.documents[self.seen.currentIndex()]

    def done(self, result: int) -> None:
        for document in self.documents:
            document.close()
        self._folder.cleanup()
        super().done(result)

    def _made(self) -> list[QPdfDocument]:
        paths = [Path(self._folder.name) / f"{at}.pdf" for at in range(len(self._requests))]
        wanted = list(zip(self._requests, paths, strict=True))
        try:
            write_all(self._context, wanted, self.parentWidget())
        except BaseException:
            self._folder.cleanup()
            raise
        documents = [QPdfDocument(self) for _ in paths]
        for document, path in zip(documents, paths, strict=True):
            document.load(str(path))
        return documents

    def _label(self, request: Request) -> str:
        """The paper's name, with whose it is where one is made for many."""
        name = paper_label(request.name)
        same = sum(other.name == request.name for other in self._requests) > 1
        whose = (request.member or request.loan) if isinstance(request, PaperRequest) else None
        return f"{name} · {whose}" if same and whose else name

    def _lay_out(self) -> None:
        self.print_button = button(
            translate("window", "Print…"), self._on_print, role="next", icon="printer"
        )
        self.save_button = button(translate("window", "Save as…"), self._on_save, icon="save")
        close = button(translate("window", "Back"), self.reject)
        pages = QLabel(translate("window", "Pages:"))
        pages.setBuddy(self.pages)
        self.print_button.setDefault(True)
        head = row(self.seen, None)
        head.setContentsMargins(EDGE, 8 if len(self.documents) > 1 else 0, EDGE, 0)
        foot = row(pages, self.pages, None, close, self.save_button, self.print_button)
        foot.setContentsMargins(EDGE, 8, EDGE, 16)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self._view, 1)
        layout.addWidget(self.told)
        layout.addLayout(foot)

    def _on_seen(self) -> None:
        words = paper_label(self._requests[self.seen.currentIndex()].name)
        self._view.setDocument(self.document)
        self._view.setAccessibleName(words)
        self.setWindowTitle(words)

    def _on_save(self) -> None:
        try:
            save(self._context, self._requests[self.seen.currentIndex()], self)
        except AppError as error:
            self.told.say(errors.words(error), "watch")
        else:
            self.told.say("")

    def _on_print(self) -> None:
        """Print; what went wrong is said over the buttons, where the paper can be saved instead."""
        try:
            paper_print.ask_and_paint(self.documents, self, pages=self.pages.text())
        except paper_print.PrintRefusedError as error:
            self.told.say(errors.words(error), "watch")
            unread = error.code == "print.pages_unreadable"
            (self.pages if unread else self.save_button).setFocus()
        else:
            self.told.say("")
