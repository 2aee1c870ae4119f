"""From the command line to a window that waits: the only entrance of the window.

A small first window stands before the program's parts are loaded, so that an old computer answers
the double click at once; the database comes in behind it.
"""

from __future__ import annotations

import builtins
import sys
from collections.abc import Sequence
from pathlib import Path

import shiboken6
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel

from app.base import collector
from app.ui import theme

_BEHIND_MS = 1500
"""So long after the window stands, what it may need next is loaded."""


def run(argv: Sequence[str], *, language: str = "") -> int:
    """Open the book named first in ``argv``, or the last one, or the welcome screen.

    ``language`` is the one asked for on the command line, if any. Returns the exit code once the
    window is closed.
    """
    application = QApplication.instance() or QApplication([sys.argv[0], *argv])
    if not isinstance(application, QApplication):
        raise TypeError(application)
    application.setApplicationName("soclb")
    first = first_window()
    _import_plainly()

    from app.base import log
    from app.ui import errors, navigation
    from app.ui.program import Program
    from app.ui.workers import Background

    log.start()
    errors.install()
    application.setWindowIcon(theme.icon("book-open", "accent", 64))
    window = Program(application)
    if language:
        window.use_language(language)
    window.start(Path(argv[0]) if argv else None)
    window.showMaximized()
    first.close()
    QTimer.singleShot(0, collector.settle)
    behind = Background(window)
    behind.finished.connect(collector.settle)
    QTimer.singleShot(
        _BEHIND_MS, window, lambda: behind.start(lambda _: navigation.load_each_month())
    )
    code = application.exec()
    # our own layouts must go while Python still answers for them
    shiboken6.delete(window)
    return code


def first_window() -> QLabel:
    """A small window with the program's sign; shown when this returns.

    It has no words, because the first letter drawn loads every font of the computer, and is no
    ``QSplashScreen``, because that one waits up to a second to be seen.
    """
    first = QLabel()
    first.setWindowFlag(Qt.WindowType.SplashScreen)
    first.setAlignment(Qt.AlignmentFlag.AlignCenter)
    first.setPixmap(theme.pixmap("book-open", "accent", 96))
    first.resize(240, 240)
    first.show()
    QApplication.processEvents()
    return first


def _import_plainly() -> None:
    """Give Python its own ``import`` back.

    PySide puts its own in the place, which reads and keeps the source text of every module that
    comes after it, in search of ``__feature__``. Nothing here uses that.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
