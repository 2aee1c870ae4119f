"""A double click, Enter held down, the window closed while the meeting closes (F27).

Whatever the hands do: one meeting, one set of entries, one bundle.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.base.errors import AppError
from app.domain.periods import Month
from app.services import books, checking, fund, months
from app.store.database import Database
from app.ui.context import Context
from app.ui.program import Program
from app.ui.screens.exchange.view import ExchangeScreen
from app.ui.screens.meeting.view import MeetingScreen
from app.ui.widgets.question import Question
from tests.ui.conftest import TODAY

MONTH = Month.of(TODAY)
LEFT = Qt.MouseButton.LeftButton


def _ready(screen: MeetingScreen) -> MeetingScreen:
    """This month's meeting, everybody there and paid, at its last step."""
    screen.presenter.open(MONTH, TODAY)
    screen.presenter.all_present()
    screen.presenter.accept_all()
    screen.open_at(None)
    screen.reload()
    screen.show()
    screen.sign.reload()
    return screen


@pytest.fixture
def screen(qtbot: QtBot, context: Context) -> MeetingScreen:
    made = MeetingScreen(context)
    qtbot.addWidget(made)
    made.show()
    return _ready(made)


def _waiting() -> Question | None:
    modal = QApplication.activeModalWidget()
    return modal if isinstance(modal, Question) and modal.isVisible() else None


def _answer(screen: QWidget, act: Callable[[Question], None], asked: list[int]) -> None:
    """Work each question that comes up while ``screen`` is there; ``asked`` counts them."""

    def look() -> None:
        question = _waiting()
        if question is None or len(asked) > 5:
            QTimer.singleShot(10, screen, look)
            return
        asked.append(1)
        try:
            act(question)
        finally:
            if question.isVisible():
                question.reject()
            QTimer.singleShot(10, screen, look)

    QTimer.singleShot(0, screen, look)


def _assert_closed_once(database: Database, lines_before: int) -> None:
    with database.read() as uow:
        assert dict(months.year(uow, year=TODAY.year))[MONTH] == "held"
        lines = fund.entries(uow, first=MONTH.first_day, last=MONTH.last_day)
    paid = [(line.kind, line.member, line.loan) for line in lines if line.member]
    assert len(paid) == len(set(paid)) > 0
    assert len(lines) > lines_before
    result = checking.check(database)
    assert result.ok


def _lines(database: Database) -> int:
    with database.read() as uow:
        return len(fund.entries(uow, first=MONTH.first_day, last=MONTH.last_day))


def test_f27_a_double_click_closes_one_meeting(
    screen: MeetingScreen, database: Database, qtbot: QtBot
) -> None:
    before, asked, closed = _lines(database), [], []  # type: ignore[var-annotated]
    screen.sign.closed.connect(lambda: closed.append(1))

    def twice(question: Question) -> None:
        QTest.mouseClick(screen.sign.close_button, LEFT)
        QTest.mouseClick(question.buttons["go"], LEFT)
        QTest.mouseClick(question.buttons["go"], LEFT)

    _answer(screen, twice, asked)
    QTest.mouseDClick(screen.sign.close_button, LEFT)
    QTest.mouseClick(screen.sign.close_button, LEFT)
    qtbot.wait(50)
    assert (len(asked), len(closed)) == (1, 1)
    _assert_closed_once(database, before)


def test_f27_enter_held_down_closes_one_meeting(
    screen: MeetingScreen, database: Database, qtbot: QtBot
) -> None:
    before, asked, closed = _lines(database), [], []  # type: ignore[var-annotated]
    screen.sign.closed.connect(lambda: closed.append(1))
    _answer(screen, lambda question: _hold_enter(question.focusWidget() or question), asked)
    screen.sign.close_button.setFocus()
    QTest.keyClick(screen.sign.close_button, Qt.Key.Key_Space)
    _hold_enter(screen.sign.close_button)
    qtbot.wait(50)
    assert len(closed) == 1
    _assert_closed_once(database, before)


def _hold_enter(widget: QWidget) -> None:
    """Thirty repeats, as the keyboard sends them while a key stays down."""
    for number in range(30):
        event = QKeyEvent(
            QEvent.Type.KeyPress,
            Qt.Key.Key_Return,
            Qt.KeyboardModifier.NoModifier,
            "\r",
            number > 0,
        )
        QApplication.postEvent(widget, event)
    QApplication.sendPostedEvents(widget)


@pytest.mark.parametrize("answer", ["go", "back"])
def test_f27_the_window_closed_during_closing_leaves_it_whole(
    qtbot: QtBot, qapp: QApplication, book: Path, answer: str
) -> None:
    window = Program(qapp)
    qtbot.addWidget(window)
    window.show()
    window.open(book)
    assert window.shell is not None
    window.shell.menu_button("meeting").click()
    screen = window.shell.screen_named("meeting")
    assert isinstance(screen, MeetingScreen)
    _ready(screen)
    asked: list[int] = []

    def shut(question: Question) -> None:
        window.close()
        if answer == "go":
            QTest.mouseClick(question.buttons["go"], LEFT)
        else:
            question.reject()

    _answer(screen, shut, asked)
    with suppress(AppError):
        screen.sign.close_button.click()
    assert asked == [1]
    with books.reading(book) as database:
        assert checking.check(database).ok
        with database.read() as uow:
            state = dict(months.year(uow, year=TODAY.year))[MONTH]
    assert state in ("held", "open")


def test_f27_a_double_click_on_send_makes_one_bundle(
    qtbot: QtBot, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "gui.clbz"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    screen = ExchangeScreen(context)
    qtbot.addWidget(screen)
    screen.reload()
    screen.show()
    sent = screen.list.table().rowCount()
    with qtbot.captureExceptions() as refused:
        screen.send.click()
        screen.send.click()
    assert all(isinstance(error[1], AppError) for error in refused), refused
    assert screen.list.table().rowCount() == sent + 1
    assert [path.name for path in tmp_path.glob("*.clbz")] == [out.name]
