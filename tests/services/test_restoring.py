"""A copy finds the place of its book by itself, and what was there is kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.base.errors import StoreUnavailableError
from app.services import backups, books, fund, known_books, passwords, restoring
from app.store.keys import WrongPasswordError
from tests.helpers.clubs import book_file

END = date(2100, 1, 1)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOCLB_HOME", str(tmp_path / "home"))
    return tmp_path / "home" / "documents"


def _cash(path: Path) -> int:
    with books.reading(path) as database, database.read() as uow:
        return fund.balances(uow, on=END).cash


def _donate(path: Path, day: date) -> None:
    with books.writing(path) as database, database.begin() as uow:
        fund.record(uow, on=day, kind="donation", amount=1000, fund="income")


def _seen(path: Path) -> None:
    with books.reading(path) as database, database.read() as uow:
        known_books.remember(uow, path=path)


def test_a_new_computer_gets_a_new_file(tmp_path: Path, home: Path) -> None:
    copy = backups.backup(book_file(tmp_path / "Xóm 6.soclb"), tmp_path / "stick")
    found = restoring.look(copy)
    assert (found.book, found.there, found.loss) == (home / "Xóm 6.soclb", False, None)
    assert found.extent.entries > 0
    assert found.extent.last == date(2024, 4, 20)
    assert not found.book.exists()
    assert restoring.bring_back(found) is None
    assert _cash(found.book) == _cash(copy)


def test_the_book_this_computer_knows_is_replaced_and_kept(tmp_path: Path, home: Path) -> None:
    book = book_file(tmp_path / "a.soclb")
    copy = backups.backup(book, tmp_path / "stick")
    _donate(book, date(2024, 5, 3))
    _seen(book)
    now = _cash(book)
    found = restoring.look(copy)
    assert (found.book, found.there) == (book, True)
    assert found.loss is not None
    assert (found.loss.entries, found.loss.first) == (1, date(2024, 5, 3))
    kept = restoring.bring_back(found)
    assert kept is not None
    assert (_cash(kept), _cash(book)) == (now, now - 1000)
    assert not home.exists()
    with books.reading(book) as database, database.read() as uow:
        assert known_books.fuller(uow) is None


def test_another_clubs_book_of_the_same_name_is_left_alone(tmp_path: Path, home: Path) -> None:
    copy = backups.backup(book_file(tmp_path / "a.soclb"), tmp_path / "stick")
    home.mkdir(parents=True)
    other = book_file(home / "a.soclb")
    with books.writing(other) as database, database.begin() as uow:
        uow.session.connection().exec_driver_sql("UPDATE club SET uuid = 'another'")
    content = other.read_bytes()
    found = restoring.look(copy)
    assert (found.book, found.there) == (home / "a-2.soclb", False)
    restoring.bring_back(found)
    assert other.read_bytes() == content


def test_a_damaged_book_is_replaced_though_nobody_can_say_what_is_lost(
    tmp_path: Path, home: Path
) -> None:
    book = book_file(tmp_path / "a.soclb")
    copy = backups.backup(book, tmp_path / "stick")
    _seen(book)
    book.write_bytes(b"broken" * 1000)
    found = restoring.look(copy)
    assert (found.book, found.there, found.loss) == (book, True, None)
    kept = restoring.bring_back(found)
    assert kept is not None
    assert kept.read_bytes() == b"broken" * 1000
    assert _cash(book) == _cash(copy)


def test_a_copy_with_a_password_asks_for_it(tmp_path: Path, home: Path) -> None:
    book = book_file(tmp_path / "a.soclb")
    opened, _code = passwords.protect(
        books.open_for_writing(book), holder="M001", password="mat khau"
    )
    opened.close()
    copy = backups.backup(book, tmp_path / "stick", password="mat khau")
    with pytest.raises(WrongPasswordError, match=r"password\.needed"):
        restoring.look(copy)
    found = restoring.look(copy, password="mat khau")
    restoring.bring_back(found, password="mat khau")
    assert passwords.holders(found.book) == ("M001",)


def test_a_bundle_is_no_copy(tmp_path: Path, home: Path) -> None:
    (tmp_path / "a.clbz").write_bytes(b"reports")
    with pytest.raises(StoreUnavailableError, match=r"backup\.is_a_bundle"):
        restoring.look(tmp_path / "a.clbz")
