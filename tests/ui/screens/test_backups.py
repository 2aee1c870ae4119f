"""Back-ups from the window: made, listed, and brought back with eyes open."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.base import clock
from app.base.errors import AppError
from app.domain.periods import Month
from app.services import backup_places, books, closing, fund, passwords
from app.store.keys import WrongPasswordError
from app.ui.context import Context
from app.ui.screens.backups.presenter import (
    BackupsPresenter,
    last_words,
    size_words,
)
from app.ui.screens.backups.view import BackupsScreen
from app.ui.screens.home.presenter import HomePresenter
from app.ui.wording import loss_words
from tests.ui.conftest import TODAY, Desk
from tests.ui.screens.walk import hold_list, names


def _pay(context: Context | Desk) -> None:
    context.do(fund.record, on=TODAY, kind="expense", amount=50_000, fund="operating", memo="Chè")


def test_a_copy_is_made_while_the_book_is_open_and_remembered(
    desk: Desk, book: Path, tmp_path: Path
) -> None:
    presenter = BackupsPresenter(book)
    assert last_words(presenter.last(), 0)[1] == "watch"
    assert last_words(presenter.last(), 1)[1] == "late"
    made = presenter.make(tmp_path / "usb")
    assert [line.path for line in presenter.copies(tmp_path / "usb")] == [made]
    assert presenter.folders([])[0] == tmp_path / "usb"
    words, tone = last_words(presenter.last(), 0)
    assert tone == "good"
    assert str(tmp_path / "usb") in words


def test_a_back_up_older_than_one_meeting_is_red(tmp_path: Path) -> None:
    last = backup_places.LastCopy(tmp_path, datetime(2026, 9, 1, 9, 41).astimezone())
    assert last_words(last, 0)[1] == "good"
    words, tone = last_words(last, 2)
    assert tone == "late"
    assert "2" in words


def test_a_stick_that_is_not_there_is_said_with_what_to_do(tmp_path: Path) -> None:
    gone = backup_places.LastCopy(tmp_path / "USB", datetime(2026, 9, 1, 9, 41).astimezone())
    words, tone = last_words(gone, 1)
    assert tone == "late"
    assert "Hãy cắm USB vào" in words


def test_meetings_closed_after_the_last_back_up_are_counted(
    desk: Desk, book: Path, tmp_path: Path
) -> None:
    all_of_them = desk.ask(backup_places.meetings_since, book=book)
    assert all_of_them == 24
    BackupsPresenter(book).make(tmp_path)
    assert desk.ask(backup_places.meetings_since, book=book) == 0
    with clock.fixed(TODAY + timedelta(days=1)):
        desk.do(closing.record_not_held, month=Month.of(TODAY), reason="Bão")
    assert desk.ask(backup_places.meetings_since, book=book) == 1
    assert any(todo.screen == "backups" for todo in HomePresenter(desk, book).facts().todos)


def test_what_would_be_lost_is_said_by_count_and_day(
    desk: Desk, book: Path, tmp_path: Path
) -> None:
    presenter = BackupsPresenter(book)
    copy = presenter.make(tmp_path)
    assert presenter.loss(copy).nothing
    _pay(desk)
    loss = presenter.loss(copy)
    assert loss.entries == 1
    words = loss_words(loss)
    assert "17/11/2026" in words
    assert words != loss_words(presenter.loss(presenter.make(tmp_path)))


def test_a_copy_comes_back_and_the_replaced_book_is_kept(book: Path, tmp_path: Path) -> None:
    presenter = BackupsPresenter(book)
    copy = presenter.make(tmp_path / "usb")
    with books.writing(book) as database, database.begin() as uow:
        fund.record(uow, on=TODAY, kind="expense", amount=50_000, fund="operating")
    kept = presenter.bring_back(copy)
    assert kept is not None
    with books.reading(book) as database, database.read() as uow:
        assert fund.entries(uow, first=TODAY, last=TODAY) == ()
    with books.reading(kept) as database, database.read() as uow:
        assert len(fund.entries(uow, first=TODAY, last=TODAY)) == 1


def test_a_book_with_a_password_is_copied_and_brought_back_while_its_key_is_known(
    book: Path, tmp_path: Path
) -> None:
    opened, _ = passwords.protect(books.open_for_writing(book), holder="M001", password="hoa sen")
    presenter = BackupsPresenter(book, opened.database.key)
    copy = presenter.make(tmp_path / "usb")
    assert copy.suffix == ".soclb-backup"
    assert presenter.loss(copy).nothing
    opened.close()
    assert presenter.bring_back(copy) is not None
    with books.reading(book, password="hoa sen") as database, database.read() as uow:
        assert fund.entries(uow, first=TODAY, last=TODAY) == ()
    with pytest.raises(WrongPasswordError):
        BackupsPresenter(book).make(tmp_path / "usb")


def test_what_is_no_copy_is_refused(book: Path, tmp_path: Path) -> None:
    other = tmp_path / "letter.soclb"
    other.write_text("no book")
    with pytest.raises(AppError):
        BackupsPresenter(book).loss(other)


def test_a_damaged_memory_is_forgotten(book: Path) -> None:
    backup_places.remember(book, book.parent)
    assert backup_places.last_copy(book) is not None
    backup_places._path().write_text("[]")
    assert backup_places.last_copy(book) is None
    backup_places._path().write_text("{")
    assert backup_places.last_copy(book) is None


def test_sticks_are_found_among_what_is_mounted(book: Path) -> None:
    roots = [Path("/"), Path("/media/hoa/USB"), Path("/proc")]
    assert backup_places.sticks(roots, book) == (Path("/media/hoa/USB"),)


@pytest.mark.parametrize(
    ("size", "words"), [(1, "1 KB"), (500_000, "489 KB"), (1_258_291, "1,2 MB")]
)
def test_sizes_are_said_shortly(size: int, words: str) -> None:
    assert size_words(size) == words


def test_one_button_makes_a_copy_and_lists_it(
    qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    screen = BackupsScreen(context)
    qtbot.addWidget(screen)
    screen.reload()
    names(screen)
    screen.choose(tmp_path / "usb")
    screen.make.click()
    assert len(screen.list.table().rows()) == 1
    hold_list(screen.list)
    made = screen.list.table().rows()[0].path
    _pay(context)
    question = screen.question(made)
    qtbot.addWidget(question)
    names(question)
    assert set(question.buttons) == {"go", "back"}


def test_a_book_that_is_only_read_can_be_copied_but_not_replaced(
    qtbot: QtBot, read_context: Context
) -> None:
    screen = BackupsScreen(read_context)
    qtbot.addWidget(screen)
    assert screen.make.isEnabled()
    assert not screen.back.isEnabled()


def test_bringing_back_closes_the_book_first_and_opens_it_after(
    dressed: QApplication, qtbot: QtBot, book: Path, tmp_path: Path
) -> None:
    copy = BackupsPresenter(book).make(tmp_path / "usb")
    opened = books.open_for_writing(book)
    context = Context(opened.database.begin, opened.database.read, path=book)
    _pay(context)
    wishes: list[tuple[str, object]] = []
    context.wished.connect(lambda wish, value: wishes.append((wish, value)))
    context.wished.connect(lambda wish, _value: opened.close() if wish == "welcome" else None)
    screen = BackupsScreen(context)
    qtbot.addWidget(screen)
    screen.bring_back(copy)
    qtbot.waitUntil(lambda: ("open", book) in wishes, timeout=20_000)
    assert wishes[0] == ("welcome", None)
    with books.reading(book) as database, database.read() as uow:
        assert fund.entries(uow, first=TODAY, last=TODAY) == ()
