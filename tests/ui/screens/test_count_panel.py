"""Step five: a count that differs is explained before the meeting can be closed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.periods import Month
from app.ui.context import Context
from app.ui.screens.meeting.view import MeetingScreen
from tests.ui.conftest import TODAY


def test_a_difference_is_explained(qtbot: QtBot, context: Context) -> None:
    screen = MeetingScreen(context)
    qtbot.addWidget(screen)
    meeting = screen.presenter
    meeting.open(Month.of(TODAY), TODAY)
    meeting.write("step", 5)
    screen.resize(1100, 700)
    screen.reload()
    screen.show()
    panel = screen.count
    assert not panel.why.isVisible(), "nothing was counted"
    field = panel.fields[500_000]
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(field, "1")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert panel.why.isVisible()
    assert "closing.count_unexplained" in [problem.code for problem in meeting.problems()]
    qtbot.keyClicks(panel.why, "tra lai nham")
    qtbot.keyClick(panel.why, Qt.Key.Key_Return)
    assert meeting.meeting.text.count_note == "tra lai nham"
    assert "closing.count_unexplained" not in [problem.code for problem in meeting.problems()]
    meeting.count(500_000, 0)
    meeting.count(1_000, meeting.meeting.cash_expected // 1_000)
    panel.reload()
    assert panel.why.isVisible() is (meeting.count_words()[1] == "watch")
