"""An older or empty copy of a club's book is noticed (F11); nothing of the club is remembered."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from app.base import paths
from app.services import books, club, fund, known_books
from app.services.known_books import Extent
from tests.helpers.clubs import DETAILS, book_file

DAY = date(2026, 3, 5)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return book_file(tmp_path / "clb" / "a.soclb")


def _pay_in(path: Path) -> None:
    with books.writing(path) as database, database.begin() as uow:
        fund.record(uow, on=DAY, kind="donation", amount=70_000, fund="care")
        known_books.remember(uow, path=path)


def test_an_older_copy_is_told_from_the_book_with_both_extents(path: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(path, tmp_path / "old.soclb"))
    with books.reading(path) as database, database.read() as uow:
        before = known_books.extent(uow)
    _pay_in(path)
    with books.reading(copy) as database, database.read() as uow:
        known = known_books.fuller(uow)
        assert known is not None
        assert known.path == path
        assert known_books.extent(uow) == before
        assert known.extent.entries == before.entries + 1
        assert known_books.place_of(club.uuid(uow)) == path
    with books.reading(path) as database, database.read() as uow:
        assert known_books.fuller(uow) is None


def test_a_copy_that_was_agreed_to_is_the_book_from_then_on(path: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(path, tmp_path / "old.soclb"))
    _pay_in(path)
    with books.reading(copy) as database, database.read() as uow:
        known_books.remember(uow, path=copy)
        assert known_books.fuller(uow) is None


def test_an_empty_book_has_no_last_day(tmp_path: Path) -> None:
    path = tmp_path / "new.soclb"
    books.create(path, details=DETAILS, rules={})
    with books.reading(path) as database, database.read() as uow:
        assert known_books.extent(uow) == Extent(0, 0, None)
        assert known_books.fuller(uow) is None


def test_no_name_and_no_amount_is_remembered(path: Path) -> None:
    _pay_in(path)
    told = (paths.data_dir() / "books.json").read_text(encoding="utf-8")
    assert DETAILS.name not in told
    assert "70000" not in told


@pytest.mark.parametrize("told", ["", "[]", "{", '{"UUID": 7}', '{"UUID": {"path": "x"}}'])
def test_a_damaged_memory_is_none(path: Path, told: str) -> None:
    with books.reading(path) as database, database.read() as uow:
        text = told.replace("UUID", club.uuid(uow))
        (paths.data_dir() / "books.json").write_text(text, encoding="utf-8")
        assert known_books.fuller(uow) is None
        known_books.remember(uow, path=path)
        assert known_books.place_of(club.uuid(uow)) == path
