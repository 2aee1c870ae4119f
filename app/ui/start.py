"""From the command line to a window that waits: the only entrance of the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import shiboken6
from PySide6.QtWidgets import QApplication

from app.base import log
from app.ui import errors, theme
from app.ui.program import Program


def run(argv: Sequence[str]) -> int:
    """Open the book named first in ``argv``, or the last one, or the welcome screen.

    Returns the exit code once the window is closed.
    """
    log.start()
    application = QApplication.instance() or QApplication([sys.argv[0], *argv])
    if not isinstance(application, QApplication):
        raise TypeError(application)
    application.setApplicationName("soclb")
    application.setWindowIcon(theme.icon("book-open", "accent", 64))
    errors.install()
    window = Program(application)
    window.start(Path(argv[0]) if argv else None)
    window.showMaximized()
    code = application.exec()
    # our own layouts must go while Python still answers for them
    shiboken6.delete(window)
    return code
