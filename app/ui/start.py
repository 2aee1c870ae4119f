"""From the command line to a window that waits: the only entrance of the window.

A small first window stands before the program's parts are loaded, so that an old computer answers
the double click at once; the database comes in behind it.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication, QSplashScreen

from app.base import log
from app.base.text import translate
from app.ui import theme


def run(argv: Sequence[str], *, language: str = "") -> int:
    """Open the book named first in ``argv``, or the last one, or the welcome screen.

    ``language`` is the one asked for on the command line, if any. Returns the exit code once the
    window is closed.
    """
    log.start()
    application = QApplication.instance() or QApplication([sys.argv[0], *argv])
    if not isinstance(application, QApplication):
        raise TypeError(application)
    application.setApplicationName("soclb")
    application.setWindowIcon(theme.icon("book-open", "accent", 64))
    first = first_window()

    from app.ui import errors
    from app.ui.program import Program

    errors.install()
    window = Program(application)
    if language:
        window.use_language(language)
    window.start(Path(argv[0]) if argv else None)
    window.showMaximized()
    first.finish(window)
    code = application.exec()
    # our own layouts must go while Python still answers for them
    shiboken6.delete(window)
    return code


def first_window() -> QSplashScreen:
    """A small window that says that the book is being opened; shown when this returns."""
    colours = theme.colours()
    page = QPixmap(520, 140)
    page.fill(QColor(colours.paper))
    first = QSplashScreen(page)
    first.showMessage(
        translate("window", "Opening the book…"), Qt.AlignmentFlag.AlignCenter, colours.accent
    )
    first.show()
    QApplication.processEvents()
    return first
