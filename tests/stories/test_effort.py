"""How many keys and clicks a meeting of forty takes: ``README`` promises at most 25.

Only events are delivered and counted; free text is left out, and no notes are counted.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app.base import clock
from app.domain.periods import Month
from app.services import minutes, practice
from app.ui import papers
from app.ui.program import Program
from app.ui.screens.meeting.view import MeetingScreen
from app.ui.widgets.question import Question
from tests.stories.hands import Hands

TODAY = date(2026, 11, 17)
AT_MOST = 25

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


class CountingHands(Hands):
    """Counts what it does."""

    events = 0

    def press(self, key: Qt.Key, *, ctrl: bool = False) -> None:
        self.events += 1
        super().press(key, ctrl=ctrl)


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.fixed(TODAY):
        yield


@pytest.fixture
def hands(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> CountingHands:
    return CountingHands(qtbot, monkeypatch)


def test_a_meeting_where_all_pay_as_due(
    qtbot: QtBot, qapp: QApplication, hands: CountingHands, tmp_path: Path
) -> None:
    book = tmp_path / "club.soclb"
    practice.make(book, today=TODAY)
    window = Program(qapp)
    qtbot.addWidget(window)
    window.show()
    window.open(Path(shutil.copy(book, tmp_path / "copy.soclb")))
    window.activateWindow()
    enter = Qt.Key.Key_Return
    hands.press(enter)  # start this month's meeting
    hands.press(enter)  # on the usual day
    hands.press(Qt.Key.Key_F8)
    hands.press(enter, ctrl=True)
    hands.press(Qt.Key.Key_F9)
    for _ in range(4):
        hands.press(enter, ctrl=True)

    def agree(dialog: QDialog) -> None:
        assert isinstance(dialog, Question)
        hands.press(enter)

    hands.during(agree, lambda: hands.press(enter))
    meeting = window.shell.screen_named("meeting") if window.shell else None
    assert isinstance(meeting, MeetingScreen)
    assert meeting.presenter.closed == Month(2026, 11)

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, papers.PaperDialog)
        dialog.reject()

    hands.during(look, lambda: hands.press(enter))
    made = window.context.ask(minutes.minutes, month=Month(2026, 11))
    assert made.attendance.present == 39
    assert sum(line.amount for line in made.receipts) > 0
    assert hands.events <= AT_MOST
    window.close()
