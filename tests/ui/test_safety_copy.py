"""The back-up that is made each time a meeting is closed, in a real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.periods import Month
from app.services import backup_places, backups, closing, known_books
from app.store.database import Database
from app.ui.program import Program
from tests.ui.conftest import TODAY


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, book: Path) -> Program:
    window = Program(qapp)
    qtbot.addWidget(window)
    window.show()
    window.open(book)
    return window


def _close_month(window: Program) -> None:
    window.context.do(closing.record_not_held, month=Month.of(TODAY), reason="Bão")


def test_closing_a_meeting_makes_a_whole_copy_in_the_place_of_the_last_one(
    window: Program, qtbot: QtBot, book: Path, tmp_path: Path
) -> None:
    second = tmp_path / "usb"
    second.mkdir()
    backup_places.remember(book, second)
    _close_month(window)
    qtbot.waitUntil(lambda: backups.copies(second, book.stem) != (), timeout=20_000)
    qtbot.waitUntil(lambda: backup_places.last_copy(book) is not None)
    (copy,) = backups.copies(second, book.stem)
    with_meeting = window.context.ask(known_books.extent)
    made = Database(copy.path, read_only=True)
    with made.read() as uow:
        assert known_books.extent(uow) == with_meeting
    made.close()


def test_a_missing_stick_is_a_notice_and_the_meeting_stands(
    window: Program, qtbot: QtBot, book: Path, tmp_path: Path
) -> None:
    backup_places.remember(book, tmp_path / "USB")
    before = len(window.frame.bars)
    meetings = window.context.ask(known_books.extent).meetings
    _close_month(window)
    assert window.context.ask(known_books.extent).meetings == meetings + 1
    qtbot.waitUntil(lambda: len(window.frame.bars) == before + 1, timeout=20_000)
    words = window.frame.bars[-1].notice.text()
    assert str(tmp_path / "USB") in words
    assert "chưa sao lưu được" in words
    assert not (tmp_path / "USB").exists()


def test_no_place_no_copy(window: Program, qtbot: QtBot, book: Path) -> None:
    _close_month(window)
    qtbot.wait(200)
    assert backup_places.last_copy(book) is None
    assert not backup_places.usual_folder().exists()
