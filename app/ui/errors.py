"""Where every failure becomes words: what the user can mend, and what is our own fault.

The only place that shows an error; nobody else opens a dialog for one. An AppError that no field
took care of arrives here through ``sys.excepthook``, like a fault of ours.
"""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from types import TracebackType

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from app.base.errors import AppError
from app.base.text import translate
from app.services.sentences import sentences
from app.ui.widgets.question import Choice, Question

_LOG = logging.getLogger(__name__)


def words(error: AppError) -> str:
    """The sentences of ``error``, one a line."""
    return "\n".join(sentences(error))


def show(error: AppError, parent: QWidget | None = None) -> None:
    """Say what is wrong and what to do next; waits until it was read."""
    Question(
        translate("window", "This did not work"),
        words(error),
        [Choice("close", translate("window", "Back"), role="next")],
        parent or _window_in_sight(),
        tone="watch",
    ).answer()


def _window_in_sight() -> QWidget | None:
    """The window in use, unless it is just going away: it would take the dialog with it."""
    window = QApplication.activeWindow()
    return window if window is not None and window.isVisible() else None


def install() -> None:
    """From now on nothing that goes wrong in the window is silent, and nothing closes it."""
    sys.excepthook = _on_exception


def _on_exception(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    if isinstance(error, KeyboardInterrupt):
        QApplication.quit()
        return
    if isinstance(error, AppError):
        show(error)
        return
    details = "".join(traceback.format_exception(kind, error, trace))
    _LOG.error("fault of the program\n%s", details)
    _show_fault(details)


def _show_fault(details: str) -> None:
    """Our fault: nothing was half-saved; the details go to whoever helps."""
    answer = Question(
        translate("window", "The program made a mistake"),
        translate(
            "window",
            "What you had typed before is stored, and this last step was not done. You can go on "
            "working. Please copy the details and send them to whoever helps you.",
        ),
        [
            Choice("close", translate("window", "Go on working"), role="next"),
            Choice("copy", translate("window", "Copy the details")),
        ],
        _window_in_sight(),
        tone="late",
    ).answer()
    if answer == "copy":
        about = f"{platform.platform()}, Python {platform.python_version()}\n\n"
        QGuiApplication.clipboard().setText(about + details)
