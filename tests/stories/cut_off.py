"""A program in the middle of collecting, run apart so that it can be ended like a power cut.

``python -m tests.stories.cut_off BOOK`` types as a secretary would, leaves one cell half typed,
says "typed" and waits for its end.
"""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from app.base import clock
from app.ui.program import Program
from app.ui.screens.meeting.view import MeetingScreen

TODAY = date(2026, 11, 17)
PAID = ("12345", "23k", "0", "1,25tr", "50.000")
"""What is typed as the savings of the first members, one below the other."""
HALF = "777"
CONTENT = "Tap the duc"
ENTER = Qt.Key.Key_Return


def main(book: Path) -> None:
    """Type until the cell that is never left; ends only when it is killed."""
    application = QApplication([])
    window = Program(application)
    window.show()
    window.open(book)
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    screen = _begin(window)
    _press(ENTER, control=True)
    for typed in PAID:
        _press(Qt.Key.Key_Right)
        _write(typed)
        _press(ENTER)
        QTest.qWait(50)
        _press(Qt.Key.Key_Left)
    _press(ENTER, control=True)
    _press(ENTER, control=True)
    _write(CONTENT)
    _press(ENTER, control=True)
    _write("7")
    _press(ENTER)
    _write("3")
    _press(Qt.Key.Key_Tab)
    step = next(
        tab for tab in screen.findChildren(QToolButton) if tab.text().strip("&")[:2] == "2."
    )
    QTest.mouseClick(step, Qt.MouseButton.LeftButton)
    _press(Qt.Key.Key_End)
    _write(HALF)
    sys.stdout.write("typed\n")
    sys.stdout.flush()
    time.sleep(60)


def _begin(window: Program) -> MeetingScreen:
    _press(ENTER)
    _press(ENTER)
    _press(Qt.Key.Key_F8)
    screen = window.shell.screen_named("meeting") if window.shell else None
    if not isinstance(screen, MeetingScreen):
        raise TypeError("the meeting is not in sight")
    return screen


def _focused() -> QWidget:
    QTest.qWait(20)
    focused = QApplication.focusWidget()
    if focused is None:
        raise RuntimeError("nothing has the keyboard")
    return focused


def _press(key: Qt.Key, *, control: bool = False) -> None:
    modifiers = Qt.KeyboardModifier
    QTest.keyClick(_focused(), key, modifiers.ControlModifier if control else modifiers.NoModifier)


def _write(text: str) -> None:
    for letter in text:
        QTest.keyClicks(_focused(), letter)


if __name__ == "__main__":
    with clock.fixed(TODAY):
        main(Path(sys.argv[1]))
