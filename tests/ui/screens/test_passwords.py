"""Passwords of a book, set, changed and taken away in the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.base.errors import InvalidError
from app.services import books, club, printing
from app.store import keys
from app.store.keys import Cost, WrongPasswordError
from app.ui import opening
from app.ui.context import Context
from app.ui.screens.backups.passwords_dialog import PasswordsDialog
from app.ui.screens.backups.passwords_presenter import PasswordsPresenter, state_words
from app.ui.screens.backups.presenter import BackupsPresenter
from app.ui.screens.backups.view import BackupsScreen
from tests.ui.screens.walk import hold_list, names

HERS, OTHERS = "hoa sen 1950", "lua chin 72"


@pytest.fixture(autouse=True)
def cheap_guesses(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same derivation with little memory, so that the tests are quick."""
    cheap = Cost(iterations=1, lanes=1, memory_kib=64)
    monkeypatch.setattr(keys, "Cost", lambda *given, **named: Cost(**named) if named else cheap)


@pytest.fixture
def opened(dressed: QApplication, book: Path) -> Iterator[Context]:
    context = opening.club_book(book, None)
    assert context is not None
    yield context
    context.book.close()


def _board(context: Context) -> list[str]:
    return [line.code for line in PasswordsPresenter(context).holders()]


def test_the_first_password_closes_the_book_and_gives_a_sheet(opened: Context, book: Path) -> None:
    presenter = PasswordsPresenter(opened)
    assert state_words(presenter.holders())[1] == ""
    first = _board(opened)[0]
    sheet = presenter.set(first, HERS, HERS, "")
    assert sheet is not None
    assert opened.ask(club.details).practice
    with pytest.raises(WrongPasswordError):
        books.open_for_reading(book)
    with books.reading(book, password=HERS) as database, database.read() as uow:
        assert club.details(uow).practice
    code = sheet.made.code  # type: ignore[attr-defined]
    with books.reading(book, password=code):
        pass
    assert state_words(presenter.holders())[1] == "watch"


def test_the_sheet_carries_code_and_file(opened: Context, book: Path, tmp_path: Path) -> None:
    sheet = PasswordsPresenter(opened).set(_board(opened)[0], HERS, HERS, "")
    assert sheet is not None
    out = tmp_path / "sheet.txt"
    opened.ask(printing.write, request=sheet, out=out)
    words = out.read_text(encoding="utf-8")
    assert sheet.made.code in words  # type: ignore[attr-defined]
    assert book.name in words
    assert "PHIẾU KHÔI PHỤC" in words


def test_two_spellings_are_refused(opened: Context) -> None:
    presenter = PasswordsPresenter(opened)
    with pytest.raises(InvalidError):
        presenter.set(_board(opened)[0], HERS, OTHERS, "")
    assert not presenter.protected


def test_changes_need_a_password_of_today(opened: Context, book: Path) -> None:
    presenter = PasswordsPresenter(opened)
    one, two, *_ = _board(opened)
    presenter.set(one, HERS, HERS, "")
    with pytest.raises(InvalidError):
        presenter.set(two, OTHERS, OTHERS, "wrong one")
    presenter.set(two, OTHERS, OTHERS, HERS)
    assert state_words(presenter.holders())[1] == "good"
    presenter.remove(one, OTHERS)
    with pytest.raises(WrongPasswordError):
        books.open_for_reading(book, password=HERS)
    with pytest.raises(WrongPasswordError):
        presenter.remove(two, OTHERS)
    presenter.remove_all(OTHERS)
    books.open_for_reading(book).close()
    assert not presenter.protected


def test_a_new_sheet_makes_the_older_worthless(opened: Context, book: Path) -> None:
    presenter = PasswordsPresenter(opened)
    older = presenter.set(_board(opened)[0], HERS, HERS, "")
    newer = presenter.new_sheet(HERS)
    assert older is not None
    with pytest.raises(WrongPasswordError):
        books.open_for_reading(book, password=older.made.code)  # type: ignore[attr-defined]
    books.open_for_reading(book, password=newer.made.code).close()  # type: ignore[attr-defined]


def test_a_password_is_set_by_hand(qtbot: QtBot, opened: Context) -> None:
    dialog = PasswordsDialog(opened, None)
    qtbot.addWidget(dialog)
    names(dialog)
    hold_list(dialog.list)
    assert not dialog.none.isEnabled()
    holder = dialog.presenter.holders()[0]
    asked = dialog.setting(holder)
    qtbot.addWidget(asked)
    asked.show()
    qtbot.keyClicks(asked.new, HERS)
    qtbot.keyClicks(asked.again, "another")
    asked.verb.click()
    assert asked.isVisible()
    asked.again.clear()
    qtbot.keyClicks(asked.again, HERS)
    asked.verb.click()
    assert not asked.isVisible()
    assert asked.paper is not None
    dialog.reload()
    assert dialog.none.isEnabled()


def test_an_older_copy_with_a_password_asks_for_it(
    qtbot: QtBot, opened: Context, book: Path, tmp_path: Path
) -> None:
    secrets = PasswordsPresenter(opened)
    secrets.set(_board(opened)[0], HERS, HERS, "")
    copy = BackupsPresenter(book, opened.key).make(tmp_path / "usb")
    secrets.remove_all(HERS)
    screen = BackupsScreen(opened)
    qtbot.addWidget(screen)
    with pytest.raises(WrongPasswordError):
        screen.presenter.loss(copy)
    dialog = screen.password_dialog(copy)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.password.setText("wrong one")
    dialog.verb.click()
    assert dialog.opened is None
    dialog.password.setText(HERS)
    dialog.verb.click()
    assert dialog.opened is not None
    assert screen.presenter.loss(copy).nothing
