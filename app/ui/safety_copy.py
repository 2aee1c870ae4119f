"""A back-up each time a meeting is closed, to the place of the last one; it never holds work up.

Where no back-up was ever made there is no such place yet, and the home screen asks for one.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal

from app.base.errors import AppError
from app.base.text import translate
from app.services import backup_places, backups
from app.services.sentences import sentence
from app.ui.context import Context
from app.ui.workers import Background

_ENDING_MS = 30_000
"""How long a window that is closed waits for a copy that is being written."""


class SafetyCopy(QObject):
    """Watches one open book. ``made`` after each back-up; ``failed`` carries what to tell."""

    made = Signal()
    failed = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._context = context
        self._work = Background(self)
        self._work.failed.connect(self._on_failed)
        self._work.finished.connect(lambda _path: self.made.emit())
        context.changed.connect(self._on_changed)

    def _on_changed(self, topics: frozenset[str], _initiator: object) -> None:
        book = self._context.path
        if "meeting" not in topics or book is None or self._context.read_only:
            return
        last = backup_places.last_copy(book)
        if last is not None:
            folder, key = last.folder, self._context.key
            self._work.start(lambda _report: copy_again(book, folder, key))

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            raise error
        words = translate("window", "The meeting is stored, but no back-up of it was made. {why}")
        self.failed.emit(words.format(why=sentence(error)))


def copy_again(book: Path, folder: Path, key: str | None) -> Path:
    """A back-up in the place of the last one; raises AppError, also where the stick is missing."""
    backup_places.refuse_missing(folder)
    made = backups.backup(book, folder, key=key, thin=True)
    backup_places.remember(book, folder)
    return made


def wait_for_copies() -> None:
    """Before the program ends: a copy that is half written would be none."""
    QThreadPool.globalInstance().waitForDone(_ENDING_MS)
