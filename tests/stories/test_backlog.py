"""Half a year was never recorded: six months one after the other, one of them without a meeting."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app.base import clock
from app.domain.periods import Month
from app.services import backlog, books, minutes, months
from app.ui.program import Program
from app.ui.screens.meeting.backlog_panel import SkipDialog
from app.ui.screens.meeting.view import MeetingScreen
from app.ui.widgets.question import Question
from tests.stories.hands import CountingHands

LATER = date(2027, 5, 10)
A_MONTH = 5
"""Keys for a month where all came and paid as due."""

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_six_months_later(
    qtbot: QtBot, qapp: QApplication, hands: CountingHands, book: Path
) -> None:
    with clock.fixed(LATER):
        with books.reading(book) as database, database.read() as uow:
            missed = [m for m in backlog.missed(uow) if m >= Month(2026, 11)]
        assert len(missed) == 6
        window = Program(qapp)
        qtbot.addWidget(window)
        window.show()
        window.open(book)
        window.activateWindow()
        shell = window.shell
        assert shell is not None
        shell.show_screen("meeting", missed[0])
        screen = shell.screen_named("meeting")
        assert isinstance(screen, MeetingScreen)
        hands.click(screen.opening.quick)
        for month in missed:
            _record(screen, hands, month)
        assert screen.presenter.closed == missed[-1]
        states = {}
        for year in (2026, 2027):
            states |= dict(window.context.ask(months.year, year=year))
        wanted = ["held", "held", "not_held", "held", "held", "held"]
        assert [states[month] for month in missed] == wanted
        for month in (one for one in missed if states[one] == "held"):
            made = window.context.ask(minutes.minutes, month=month)
            assert made.attendance.present == 39
            assert sum(line.amount for line in made.receipts) > 0
        window.close()


def _record(screen: MeetingScreen, hands: CountingHands, month: Month) -> None:
    meeting = screen.presenter.meeting
    assert (meeting.month, meeting.notes) == (month, {})
    assert screen.quick.isVisible()
    if month == Month(2027, 1):
        _skip(screen, hands)
        return
    _one_total(screen, hands)
    hands.events = 0
    hands.press(Qt.Key.Key_F8)
    hands.press(Qt.Key.Key_F9)

    def agree(dialog: QDialog) -> None:
        assert isinstance(dialog, Question)
        hands.press(Qt.Key.Key_Return)

    hands.during(agree, lambda: hands.press(Qt.Key.Key_Return, ctrl=True))
    assert hands.events <= A_MONTH


def _one_total(screen: MeetingScreen, hands: CountingHands) -> None:
    """The paper book has one sum for her; taken back and made again on the way."""

    def paid() -> int:
        return screen.presenter.meeting.rows[0].total

    hands.press(Qt.Key.Key_End)
    hands.write("100k")
    hands.press(Qt.Key.Key_Return)
    hands.wait(lambda: paid() == 100_000)
    hands.press(Qt.Key.Key_Z, ctrl=True)
    assert paid() == 0
    hands.press(Qt.Key.Key_Y, ctrl=True)
    assert paid() == 100_000


def _skip(screen: MeetingScreen, hands: CountingHands) -> None:
    def why(dialog: QDialog) -> None:
        assert isinstance(dialog, SkipDialog)
        hands.click(dialog.verb)
        assert dialog.isVisible(), "a reason is asked for"
        dialog.reason.setFocus()
        hands.write("ret dam")
        hands.click(dialog.verb)

    hands.during(why, lambda: hands.click(screen.quick.skip))
