"""A look through the whole file of an open book, beside the window, soon after it was opened.

A damaged page is so told on the first evening, not when somebody happens to read it.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from app.base.errors import StoreUnavailableError
from app.services import checking
from app.ui.context import Context
from app.ui.workers import Background

_AFTER_MS = 500
"""The screen that stands in the window first is read from the same disk."""


class FileLook(QObject):
    """Looks once through one open book. ``damaged`` carries the StoreUnavailableError."""

    damaged = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._context = context
        self._work = Background(self)
        self._work.finished.connect(self._on_finished)
        self._work.failed.connect(self._on_failed)
        QTimer.singleShot(_AFTER_MS, self, self._start)

    def wait(self) -> None:
        """Let a look that has begun come to its end: the file can't be closed under it."""
        self._work.wait()

    def _start(self) -> None:
        context = self._context
        self._work.start(lambda _report: context.ask(checking.file_is_whole))

    def _on_finished(self, whole: bool) -> None:
        if not whole:
            self.damaged.emit(StoreUnavailableError("book.damaged", path=str(self._context.path)))

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, StoreUnavailableError):
            raise error
        self.damaged.emit(error)
