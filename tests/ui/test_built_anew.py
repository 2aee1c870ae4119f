"""The window built anew under the user's hands: what she was typing is not lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.domain.periods import Month
from app.services import club
from app.ui.program import Program
from app.ui.screens.meeting.view import MeetingScreen
from tests.ui.conftest import TODAY

CHANGES: list[Callable[[Program], None]] = [
    lambda window: window.use_text_size(18),
    lambda window: window.use_language("en"),
]


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, book: Path) -> Program:
    window = Program(qapp)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.open(book)
    window.activateWindow()
    qtbot.waitActive(window)
    return window


def _meeting(window: Program) -> MeetingScreen:
    assert window.shell is not None
    window.shell.show_screen("meeting", Month.of(TODAY))
    screen = window.shell.screen_named("meeting")
    assert isinstance(screen, MeetingScreen)
    return screen


@pytest.mark.parametrize("change", CHANGES)
def test_an_amount_being_typed_in_the_sheet_is_stored_first(
    window: Program, qtbot: QtBot, change: Callable[[Program], None]
) -> None:
    meeting = _meeting(window)
    meeting.opening.start.click()
    meeting.presenter.all_present()
    meeting.next.click()
    meeting.sheet.sheet.setCurrentIndex(meeting.sheet.model.index(0, 2))
    meeting.sheet.sheet.setFocus()
    qtbot.keyClicks(meeting.sheet.sheet, "2")
    editor = QApplication.focusWidget()
    assert editor is not None
    qtbot.keyClicks(editor, "0k")
    change(window)
    again = _meeting(window)
    assert again is not meeting
    assert again.presenter.meeting.rows[0].paid["saving_deposit"] == 20_000


@pytest.mark.parametrize("change", CHANGES)
def test_words_being_typed_are_stored_first(
    window: Program, qtbot: QtBot, change: Callable[[Program], None]
) -> None:
    meeting = _meeting(window)
    meeting.opening.start.click()
    meeting._go(4)
    field = meeting.words.long["content"]
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "Ban ve an sinh")
    change(window)
    written = _meeting(window).presenter.meeting
    assert written.text.content == "Ban ve an sinh"


def test_a_new_name_of_the_club_stands_in_the_header_at_once(window: Program) -> None:
    details = window.context.ask(club.details)
    window.context.do(club.edit, details=replace(details, name="CLB xóm Mới"))
    assert window.shell is not None
    header = window.shell.findChild(QLabel, "club")
    assert isinstance(header, QLabel)
    assert header.text() == "CLB xóm Mới"
    assert window.windowTitle().startswith("CLB xóm Mới")
