"""What happens to everybody once: a double click, a window closed too early, odd names."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from app.base import clock
from app.domain.periods import Month
from app.services import books, checking, fund, meetings, members
from app.ui.program import Program
from app.ui.screens.meeting.view import MeetingScreen
from app.ui.widgets.question import Question
from tests.stories.hands import CountingHands

ENTER = Qt.Key.Key_Return
NOVEMBER = Month(2026, 11)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def _collecting(program: Program, hands: CountingHands) -> MeetingScreen:
    for key in (ENTER, ENTER, Qt.Key.Key_F8):
        hands.press(key)
    hands.press(ENTER, ctrl=True)
    return _meeting(program)


def _meeting(program: Program) -> MeetingScreen:
    screen = program.shell.screen_named("meeting") if program.shell else None
    assert isinstance(screen, MeetingScreen)
    return screen


def _twice(button: QPushButton) -> None:
    """Both clicks of a hand that trembles, the second one even if the button is gone by then."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_double_click_closes_once(program: Program, hands: CountingHands) -> None:
    screen = _collecting(program, hands)
    hands.press(Qt.Key.Key_F9)
    for _ in range(4):
        hands.press(ENTER, ctrl=True)
    asked: list[QDialog] = []

    def agree(dialog: QDialog) -> None:
        assert isinstance(dialog, Question)
        asked.append(dialog)
        _twice(dialog.buttons["go"])

    button = screen.sign.close_button
    hands.during(agree, lambda: _twice(button))
    assert len(asked) == 1
    assert screen.presenter.closed == NOVEMBER
    lines = program.context.ask(fund.entries, first=NOVEMBER.first_day, last=clock.today())
    fees = Counter(line.member for line in lines if line.kind == "membership_fee")
    assert len(fees) == 39
    assert set(fees.values()) == {1}
    assert program.context.ask(checking.verified)


def test_escape_leaves_the_meeting_open(program: Program, hands: CountingHands) -> None:
    screen = _collecting(program, hands)
    hands.press(Qt.Key.Key_F9)
    for _ in range(4):
        hands.press(ENTER, ctrl=True)

    hands.during(lambda _question: hands.press(Qt.Key.Key_Escape), lambda: hands.press(ENTER))
    assert screen.presenter.closed is None
    assert screen.presenter.draft is not None


def test_the_window_is_closed_in_the_middle_of_a_figure(
    program: Program, hands: CountingHands, book: Path
) -> None:
    screen = _collecting(program, hands)
    member = screen.presenter.meeting.rows[0].member.code
    hands.press(Qt.Key.Key_Right)
    hands.write("37k")
    program.close()
    assert _saved(book, member) == 37_000


def test_the_window_is_closed_in_the_middle_of_a_text(
    program: Program, hands: CountingHands, book: Path
) -> None:
    _collecting(program, hands)
    hands.press(ENTER, ctrl=True)
    hands.press(ENTER, ctrl=True)
    hands.write("Tap the duc")
    program.close()
    with books.reading(book) as database, database.read() as uow:
        ((number, _, _),) = meetings.open_drafts(uow)
        assert meetings.draft(uow, draft_id=number).text.content == "Tap the duc"


def test_the_language_is_switched_in_the_middle_of_a_figure(
    program: Program, hands: CountingHands, book: Path
) -> None:
    """The whole window is made anew, in the same step, and the figure is in its cell."""
    screen = _collecting(program, hands)
    member = screen.presenter.meeting.rows[0].member.code
    hands.press(Qt.Key.Key_Right)
    hands.write("37k")
    program.use_language("en")
    again = _meeting(program)
    assert again is not screen
    assert again.step == 2
    assert again.presenter.meeting.rows[0].paid["saving_deposit"] == 37_000
    hands.press(Qt.Key.Key_Right)
    hands.write("38k")
    program.use_text_size(22)
    assert _meeting(program).presenter.meeting.rows[0].paid["saving_deposit"] == 38_000
    program.close()
    assert _saved(book, member) == 38_000


@pytest.mark.parametrize("name", ["Nguyễn " * 28 + "Thị An", "Bà An 👵🏽 (xóm trên) 🌾", "An‍An"])
def test_odd_names_in_the_sheet(
    qtbot: QtBot, qapp: QApplication, hands: CountingHands, book: Path, name: str
) -> None:
    """Two hundred letters, signs that take several places: figures keep room, sums stay right."""
    with books.writing(book) as database, database.begin() as uow:
        odd = members.members(uow, on=clock.today())[0]
        members.edit(uow, member=replace(odd, full_name=name.strip()))
    window = Program(qapp)
    qtbot.addWidget(window)
    window.show()
    window.open(book)
    window.activateWindow()
    screen = _collecting(window, hands)
    sheet = screen.sheet.sheet
    rows = screen.presenter.meeting.rows
    place = next(i for i, row in enumerate(rows) if row.member.code == odd.code)
    hands.press(Qt.Key.Key_F, ctrl=True)
    hands.write("an")
    hands.press(ENTER)
    sheet.setCurrentIndex(screen.sheet.model.index(place, 2))
    hands.write("25k")
    hands.press(ENTER)
    hands.wait(lambda: screen.presenter.meeting.rows[place].total == 25_000)
    assert sheet.verticalHeader().width() * 2 <= sheet.width() + 2
    assert screen.presenter.totals().money == 25_000
    window.close()


def _saved(book: Path, member: str) -> int:
    with books.reading(book) as database, database.read() as uow:
        ((number, _, _),) = meetings.open_drafts(uow)
        rows = meetings.draft(uow, draft_id=number).rows
    return next(row.paid.get("saving_deposit", 0) for row in rows if row.member.code == member)
