"""A practice copy has the book's figures, and nothing of it passes for the club's."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.base.errors import AppError
from app.domain.periods import Month
from app.services import (
    books,
    checking,
    club,
    exporting,
    fund,
    passwords,
    practice_copy,
    register,
    signing_key,
)
from app.services.practice_copy import PracticeCopyRefusedError
from app.store.club_tables import BundleLogRow, ClubRow
from app.store.keys import WrongPasswordError, key_file, read_ring
from tests.helpers.clubs import book_file

END = date(2100, 1, 1)


def _identity(path: Path, password: str | None = None) -> tuple[str, bytes, bool, int, int]:
    with books.reading(path, password=password) as database, database.read() as uow:
        key = uow.session.execute(select(ClubRow.signing_key)).scalar_one()
        sent = uow.session.execute(select(func.count(BundleLogRow.sequence))).scalar_one()
        details = club.details(uow)
        return club.uuid(uow), key, details.practice, fund.balances(uow, on=END).cash, sent


def test_the_copy_is_the_same_book_of_another_club(tmp_path: Path) -> None:
    book, copy = book_file(tmp_path / "a.soclb"), tmp_path / "b.soclb"
    content = book.read_bytes()
    practice_copy.make(book, copy)
    assert book.read_bytes() == content
    own, made = _identity(book), _identity(copy)
    assert made[3] == own[3] > 0
    assert (own[2], made[2]) == (False, True)
    assert own[0] != made[0]
    assert own[1] != made[1]
    with books.reading(copy) as database:
        assert checking.check(database).ok
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.soclb", "b.soclb"]


def test_its_bundles_begin_anew_and_a_real_register_refuses_them(tmp_path: Path) -> None:
    book, copy = book_file(tmp_path / "a.soclb"), tmp_path / "b.soclb"
    month = Month(2024, 4)
    with books.writing(book) as database, database.begin() as uow:
        exporting.export_bundle(uow, month=month, out=tmp_path / "real.clbz")
        signing_key.change(uow, reason="Ban chủ nhiệm mới")
    assert _identity(book)[4] == 1
    practice_copy.make(book, copy)
    assert _identity(copy)[4] == 0
    with books.writing(copy) as database, database.begin() as uow:
        exporting.export_bundle(uow, month=month, out=tmp_path / "made.clbz")
    assert _identity(copy)[4] == 1
    assert _identity(book)[4] == 1
    register.create(tmp_path / "union.soclu", name="Hội")
    with register.opened(tmp_path / "union.soclu") as union:
        outcome = register.import_files(union, paths=[tmp_path / "made.clbz"])
    assert "union.practice_bundle" in str(outcome)


def test_a_book_in_use_is_copied_as_it_stands(tmp_path: Path) -> None:
    book, copy = book_file(tmp_path / "a.soclb"), tmp_path / "b.soclb"
    with books.writing(book) as database:
        with database.begin() as uow:
            fund.record(uow, on=date(2024, 5, 1), kind="donation", amount=5, fund="income")
        practice_copy.make(book, copy)
    assert _identity(copy)[3] == _identity(book)[3]


def test_passwords_open_the_copy_too(tmp_path: Path) -> None:
    book, copy = book_file(tmp_path / "a.soclb"), tmp_path / "b.soclb"
    opened, _code = passwords.protect(
        books.open_for_writing(book), holder="M001", password="mat khau"
    )
    opened.close()
    with pytest.raises(WrongPasswordError, match=r"password\.needed"):
        practice_copy.make(book, copy)
    assert not copy.exists()
    practice_copy.make(book, copy, password="mat khau")
    made = _identity(copy, "mat khau")
    assert made[2]
    assert read_ring(key_file(copy)).book == made[0] != read_ring(key_file(book)).book
    with pytest.raises(WrongPasswordError):
        _identity(copy)


def test_what_is_there_stays_and_a_damaged_book_gives_no_copy(tmp_path: Path) -> None:
    book, copy = book_file(tmp_path / "a.soclb"), tmp_path / "b.soclb"
    copy.write_bytes(b"something else")
    with pytest.raises(AppError, match=r"file\.exists"):
        practice_copy.make(book, copy)
    assert copy.read_bytes() == b"something else"
    copy.unlink()
    with books.writing(book) as database, database.engine.connect() as connection:
        connection.exec_driver_sql("DROP TRIGGER entry_no_update")
        connection.exec_driver_sql("UPDATE entry SET amount = 7 WHERE id = 5")
        connection.commit()
    with pytest.raises(PracticeCopyRefusedError, match=r"practice_copy\.not_whole"):
        practice_copy.make(book, copy)
    assert [path.name for path in tmp_path.iterdir()] == ["a.soclb"]
