"""Passwords: wrapped keys, a printed code, pauses, no back door (F30, F31)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.base import clock
from app.base.errors import StoreUnavailableError
from app.services import books, checking, club, passwords
from app.services.books import OpenBook
from app.services.sentences import sentence
from app.store import keys
from app.store.keys import Cost, WrongPasswordError, key_file
from tests.helpers.clubs import DETAILS, book_file

HERS, OTHERS = "Hoa sen 1950", "tre làng"


@pytest.fixture(autouse=True)
def cheap_guesses(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same derivation, with little memory, so that the tests are quick."""
    cheap = Cost(iterations=1, lanes=1, memory_kib=64)
    monkeypatch.setattr(keys, "Cost", lambda *given, **named: Cost(**named) if named else cheap)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return book_file(tmp_path / "clb" / "a.soclb")


@pytest.fixture
def protected(path: Path) -> Iterator[tuple[OpenBook, str]]:
    book, code = passwords.protect(books.open_for_writing(path), holder="M001", password=HERS)
    yield book, code
    book.close()


def _opens(path: Path, password: str | None) -> bool:
    try:
        with books.reading(path, password=password) as database, database.read() as uow:
            return club.details(uow) == DETAILS
    except WrongPasswordError as error:
        return error.code != "password.wrong" or not sentence(error)


def test_the_first_password_makes_a_key_file_and_the_book_unreadable_without(
    path: Path, protected: tuple[OpenBook, str]
) -> None:
    book, code = protected
    assert sorted(file.name for file in path.parent.iterdir() if file.suffix != ".lock") == [
        "a.soclb",
        "a.soclb-keys",
    ]
    assert passwords.holders(path) == ("M001",)
    assert checking.check(book.database).ok
    assert _opens(path, HERS)
    assert _opens(path, code)
    assert _opens(path, code.lower().replace("-", " "))
    assert not _opens(path, "Hoa sen 1951")
    with pytest.raises(WrongPasswordError, match="password.needed") as caught:
        books.open_for_reading(path)
    assert "M001" in sentence(caught.value)


def test_neither_names_nor_the_key_stand_in_the_files(
    path: Path, protected: tuple[OpenBook, str]
) -> None:
    content = path.read_bytes() + key_file(path).read_bytes()
    for word in ("Nguyễn", "Xóm", "xóm", protected[0].database.key, HERS, protected[1]):
        assert word.encode() not in content


def test_others_get_their_own_and_change_it(path: Path, protected: tuple[OpenBook, str]) -> None:
    book, code = protected
    passwords.set_password(book, holder="M002", password=OTHERS)
    assert passwords.holders(path) == ("M001", "M002")
    assert _opens(path, HERS)
    assert _opens(path, OTHERS)
    passwords.set_password(book, holder="M002", password="mới hoàn toàn")
    assert not _opens(path, OTHERS)
    assert _opens(path, "mới hoàn toàn")
    passwords.remove(book, holder="M001")
    assert not _opens(path, HERS)
    with pytest.raises(WrongPasswordError, match="password.last_one"):
        passwords.remove(book, holder="M002")
    new = passwords.new_recovery_code(book)
    assert _opens(path, new)
    assert not _opens(path, code)


def test_a_short_password_is_refused_before_anything_changes(path: Path) -> None:
    with books.writing(path):
        pass
    book = books.open_for_writing(path)
    with pytest.raises(WrongPasswordError, match="password.too_short"):
        passwords.protect(book, holder="M001", password="12345")
    book.close()
    assert not key_file(path).exists()
    assert passwords.holders(path) == ()
    assert _opens(path, None)


def test_passwords_can_go_again(path: Path, protected: tuple[OpenBook, str]) -> None:
    book = passwords.unprotect(protected[0])
    book.close()
    assert not key_file(path).exists()
    assert _opens(path, None)


def test_only_her_own_password_confirms(path: Path, protected: tuple[OpenBook, str]) -> None:
    passwords.set_password(protected[0], holder="M002", password=OTHERS)
    passwords.confirm(path, holder="M002", password=OTHERS)
    for holder, password in (("M002", HERS), ("M003", HERS)):
        with pytest.raises(WrongPasswordError, match="password.wrong"):
            passwords.confirm(path, holder=holder, password=password)


def test_a_missing_key_file_says_where_to_find_it(
    path: Path, protected: tuple[OpenBook, str]
) -> None:
    protected[0].close()
    key_file(path).unlink()
    with pytest.raises(StoreUnavailableError, match="book.keys_copy_there") as caught:
        books.open_for_reading(path, password=HERS)
    copy = Path(str(caught.value.params["copy"]))
    assert str(copy) in sentence(caught.value)
    shutil.copy(copy, key_file(path))
    assert _opens(path, HERS)
    key_file(path).unlink()
    shutil.rmtree(passwords.key_copies())
    with pytest.raises(StoreUnavailableError, match="book.keys_missing") as caught:
        books.open_for_reading(path, password=HERS)
    assert str(key_file(path)) in sentence(caught.value)


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"nothing", b'{"format": "soclb-keys 1", "book": "x", "slots": [{}]}']
)
def test_a_damaged_key_file_is_named(
    path: Path, protected: tuple[OpenBook, str], content: bytes
) -> None:
    protected[0].close()
    key_file(path).write_bytes(content)
    with pytest.raises(StoreUnavailableError, match="book.keys_damaged") as caught:
        books.open_for_reading(path, password=HERS)
    assert sentence(caught.value)


def test_a_key_file_changed_by_hand_opens_nothing(
    path: Path, protected: tuple[OpenBook, str]
) -> None:
    protected[0].close()
    text = key_file(path).read_text(encoding="utf-8")
    key_file(path).write_text(text.replace('"M001"', '"M002"'), encoding="utf-8")
    assert not _opens(path, HERS)


def test_wrong_guesses_bring_a_pause_that_grows(
    path: Path, protected: tuple[OpenBook, str]
) -> None:
    protected[0].close()
    now = clock.now()
    with clock.fixed(now):
        _guess_wrong(path)
        assert _opens(path, HERS)
        _guess_wrong(path)
        _guess_wrong(path)
    for expected in (1, 2, 4, 8):
        with clock.fixed(now):
            _guess_wrong(path)
            assert _pause(path) == expected
        now += timedelta(seconds=expected)
    with clock.fixed(now):
        assert _opens(path, HERS)
        _guess_wrong(path)
        assert _opens(path, HERS)


def _guess_wrong(path: Path) -> None:
    with pytest.raises(WrongPasswordError, match="password.wrong"):
        books.open_for_reading(path, password="falsch")


def _pause(path: Path) -> int:
    with pytest.raises(WrongPasswordError, match="password.pause") as caught:
        books.open_for_reading(path, password=HERS)
    return int(str(caught.value.params["seconds"]))


def test_a_clock_set_back_does_not_lock_her_out_for_years(
    path: Path, protected: tuple[OpenBook, str]
) -> None:
    protected[0].close()
    with clock.fixed(date(2099, 1, 1)):
        for _ in range(3):
            _guess_wrong(path)
    with clock.fixed(date(2026, 1, 1)):
        assert _opens(path, HERS)


def test_a_power_cut_between_key_file_and_book_loses_nothing(path: Path) -> None:
    ring = keys.KeyRing("x").with_slot(keys.new_key(), "M001", HERS)
    key_file(path).write_bytes(keys.as_bytes(ring))
    assert _opens(path, None)
    assert _opens(path, HERS)


def test_codes_to_print_are_plain_and_never_the_same() -> None:
    codes = {keys.new_recovery_code() for _ in range(50)}
    assert len(codes) == 50
    assert all(keys.looks_like_code(code) and len(code) == 29 for code in codes)
    assert not any(set(code) & set("ILOU") for code in codes)
