"""Nothing flashes: while a screen is made and shown, no part of it is a window of its own.

On a slow laptop such a window is seen for a moment, and it takes the keyboard from the screen.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.periods import Month
from app.ui import navigation
from app.ui.program import Program
from app.ui.widgets.basics import Notice


class _Windows(QObject):
    """Writes down what was shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shown = event.type() is QEvent.Type.Show
        if shown and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return super().eventFilter(watched, event)


@pytest.mark.parametrize("entry", navigation.CLUB, ids=lambda entry: entry.name)
def test_a_screen_opens_in_the_window(
    qapp: QApplication, qtbot: QtBot, book: Path, entry: navigation.Entry
) -> None:
    window = Program(qapp)
    qtbot.addWidget(window)
    window.show()
    window.open(book)
    assert window.shell is not None
    spy = _Windows()
    qapp.installEventFilter(spy)
    window.shell.show_screen(entry.name, Month(2026, 11) if entry.name == "meeting" else None)
    qapp.removeEventFilter(spy)
    assert spy.seen == []


@pytest.mark.parametrize("first", ["", "once"])
def test_a_notice_comes_into_sight_with_its_page(qtbot: QtBot, first: str) -> None:
    """Also one that was emptied, and filled again, before it was put anywhere."""
    notice = Notice(first)
    notice.say("")
    notice.say("said")
    page = QWidget()
    qtbot.addWidget(page)
    notice.setParent(page)
    page.show()
    assert notice.isVisible()
    notice.say("")
    assert not notice.isVisible()
