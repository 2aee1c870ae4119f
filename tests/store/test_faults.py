"""Whatever disk and file do wrong has its own sentence, and a killed program loses nothing."""

from __future__ import annotations

import errno
import os
import random
import subprocess
import sys
import textwrap
from datetime import date
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from app.base.errors import AppError, StoreUnavailableError
from app.services import books, checking, fund
from app.services.sentences import sentence
from app.store.database import Database
from app.store.faults import translate_fault
from tests.helpers.clubs import book_file
from tests.helpers.tools import ROOT

BOOK = Path("/somewhere/a.soclb")


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "book.disk_full"),
        (errno.EROFS, "book.read_only"),
        (errno.EACCES, "book.read_only"),
        (errno.ENOENT, "file.not_found"),
    ],
)
def test_what_the_system_says(number: int, code: str) -> None:
    found = translate_fault(OSError(number, "x"), BOOK)
    assert isinstance(found, StoreUnavailableError)
    assert found.code == code
    assert "a.soclb" in sentence(found)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("database or disk is full", "book.disk_full"),
        ("attempt to write a readonly database", "book.read_only"),
        ("unable to open database file", "book.cannot_open"),
        ("database is locked", "book.busy"),
        ("file is not a database", "book.not_a_book"),
        ("database disk image is malformed", "book.damaged"),
        ("disk I/O error", "book.disk_fault"),
    ],
)
def test_what_sqlite_says(text: str, code: str) -> None:
    found = translate_fault(sqlcipher.DatabaseError(text), BOOK)
    assert isinstance(found, AppError)
    assert found.code == code


def test_a_fault_of_ours_stays_one() -> None:
    for error in (OSError(errno.EPIPE, "x"), sqlcipher.IntegrityError("FOREIGN KEY"), KeyError(1)):
        assert translate_fault(error, BOOK) is error


def test_a_look_changes_nothing_and_a_read_only_book_refuses(tmp_path: Path) -> None:
    path = book_file(tmp_path / "a.soclb")
    with books.reading(path) as database:
        with pytest.raises(StoreUnavailableError, match="book.read_only"), database.begin():
            pass
        with database.read() as uow, pytest.raises(Exception, match="readonly"):
            uow.connection.exec_driver_sql("DELETE FROM club")


def test_topics_tell_which_tables_were_touched(tmp_path: Path) -> None:
    path = book_file(tmp_path / "a.soclb")
    with books.writing(path) as database, database.begin() as uow:
        fund.record(uow, on=date(2024, 5, 1), kind="donation", amount=1, fund="income")
        assert {"entry", "posting"} <= uow.topics


def test_an_exception_rolls_everything_back(tmp_path: Path) -> None:
    path = book_file(tmp_path / "a.soclb")
    with books.writing(path) as database:
        before = _state(database)
        with pytest.raises(ZeroDivisionError), database.begin() as uow:
            fund.record(uow, on=date(2024, 5, 1), kind="donation", amount=1, fund="income")
            raise ZeroDivisionError
        assert _state(database) == before


def _state(database: Database) -> tuple[int, int]:
    with database.read() as uow:
        count = uow.connection.exec_driver_sql("SELECT count(*) FROM entry").scalar_one()
        return int(count), fund.balances(uow, on=date(2100, 1, 1)).cash


KILLED = textwrap.dedent(
    """
    import os, signal, sys
    from datetime import date
    from pathlib import Path
    from sqlalchemy import event
    from app.services import books
    from tests.helpers.clubs import hold_meeting

    last = int(sys.argv[2])
    count = 0

    def stop(*_):
        global count
        count += 1
        if count == last:
            os.kill(os.getpid(), signal.SIGKILL)

    book = books.open_for_writing(Path(sys.argv[1]))
    event.listen(book.database.engine, "after_cursor_execute", stop)
    event.listen(book.database.engine, "commit", stop)
    with book.database.begin() as uow:
        hold_meeting(uow, date(2024, 4, 25), notes={100_000: 100})
    print(count)
    """
)


def _close_meeting(path: Path, last: int) -> str:
    done = subprocess.run(
        [sys.executable, "-c", KILLED, path, str(last)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in (0, -9), done.stderr
    return done.stdout


def test_killed_at_any_statement_a_meeting_is_closed_or_open(tmp_path: Path) -> None:
    """SIGKILL after one SQL statement after another of closing a meeting (F01).

    ``SOCLB_HEAVY=1`` tries all of them, otherwise some and always the last ones.
    """
    whole = book_file(tmp_path / "whole.soclb")
    content = whole.read_bytes()
    statements = int(_close_meeting(whole, 0))
    places = list(range(1, statements + 1))
    if os.environ.get("SOCLB_HEAVY") != "1":
        places = sorted({*random.Random(7).sample(places, 4), *places[-3:]})
    with books.reading(whole) as database:
        closed = _state(database)
    for place in places:
        path = tmp_path / f"{place}.soclb"
        path.write_bytes(content)
        _close_meeting(path, place)
        with books.writing(path) as database:
            assert checking.check(database).ok, place
            assert _state(database) != closed, place


def test_a_journal_that_is_lost_or_foreign_is_never_mixed_in(tmp_path: Path) -> None:
    """The journal of a killed commit, deleted or put beside another day's book (F06)."""
    path = book_file(tmp_path / "a.soclb")
    old = path.read_bytes()
    foreign = tmp_path / "a.soclb-journal"
    foreign.write_bytes(os.urandom(4096))
    with books.reading(path) as database:
        assert checking.check(database).ok
    assert path.read_bytes() == old


SPILLING = textwrap.dedent(
    """
    import os, signal, sys
    from datetime import date
    from pathlib import Path
    from app.services import books, fund

    book = books.open_for_writing(Path(sys.argv[1]))
    with book.database.begin() as uow:
        uow.connection.exec_driver_sql("PRAGMA cache_size = 1")
        for day in range(1, 29):
            fund.record(uow, on=date(2024, 5, day), kind="donation", amount=day, fund="income")
        os.kill(os.getpid(), signal.SIGKILL)
    """
)


def _died_in_the_middle(path: Path) -> tuple[bytes, bytes]:
    """Book and journal of a program that died with half a commit on the disk."""
    subprocess.run([sys.executable, "-c", SPILLING, path], cwd=ROOT, check=False)
    journal = path.with_name(f"{path.name}-journal")
    return path.read_bytes(), journal.read_bytes()


def _what_is_seen(path: Path) -> object:
    """The state of the book, or the code of what is wrong with it."""
    try:
        with books.writing(path) as database:
            return _state(database) if checking.check(database).ok else "check"
    except AppError as error:
        return error.code


def test_a_power_cut_loses_the_last_commit_at_most(tmp_path: Path) -> None:
    """Half a commit with its journal whole, cut short, or gone (F02, F06)."""
    path = book_file(tmp_path / "a.soclb")
    with books.reading(path) as database:
        before = _state(database)
    book, journal = _died_in_the_middle(path)
    beside = path.with_name("a.soclb-journal")
    assert _what_is_seen(path) == before
    for cut in (0, 1, 100, 512, len(journal) // 2):
        path.write_bytes(book)
        beside.write_bytes(journal[: len(journal) - cut])
        assert _what_is_seen(path) in (before, "check", "book.damaged"), cut
        beside.unlink(missing_ok=True)
    path.write_bytes(book)
    assert _what_is_seen(path) in (before, "check", "book.damaged")


def test_another_days_journal_is_never_mixed_in(tmp_path: Path) -> None:
    """Either day's book is whole; nothing is half of one and half of the other (F06)."""
    path = book_file(tmp_path / "a.soclb")
    early = path.read_bytes()
    with books.reading(path) as database:
        then = _state(database)
    _, journal = _died_in_the_middle(path)
    path.with_name("a.soclb-journal").unlink()
    path.write_bytes(early)
    with books.writing(path) as database, database.begin() as uow:
        for day in range(1, 20):
            fund.record(uow, on=date(2024, 6, day), kind="donation", amount=7, fund="operating")
    with books.reading(path) as database:
        now = _state(database)
    path.with_name("a.soclb-journal").write_bytes(journal)
    assert _what_is_seen(path) in (then, now, "book.damaged", "book.keys_missing")
