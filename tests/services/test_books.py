"""A book as a file: made whole or not at all, written by one, read by anybody."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection

from app.base.errors import AppError, StoreUnavailableError
from app.domain.rules import BadRuleError
from app.services import books, checking, club, fund
from app.services.sentences import sentence
from app.store.books import unfinished_write
from app.store.writer_lock import WriterLock
from tests.helpers.clubs import DETAILS, RULES, book_file
from tests.helpers.tools import ROOT


def _files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_an_empty_book_is_one_file_and_knows_its_club(tmp_path: Path) -> None:
    path = tmp_path / "Sổ xóm Đồng.soclb"
    books.create(path, details=DETAILS, rules=RULES)
    assert _files(tmp_path) == [path.name]
    with books.reading(path) as database, database.read() as uow:
        assert club.details(uow) == DETAILS
        assert club.rules(uow, on=DETAILS.started_on).fee_monthly == 5000


def test_a_book_that_is_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.soclb"
    path.write_bytes(b"mine")
    with pytest.raises(AppError, match="file.exists"):
        books.create(path, details=DETAILS, rules={})
    assert path.read_bytes() == b"mine"


def test_a_bad_rule_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(BadRuleError):
        books.create(tmp_path / "a.soclb", details=DETAILS, rules={"fee_monthly": "many"})
    assert _files(tmp_path) == []


def test_one_writes_and_others_read(tmp_path: Path) -> None:
    path = book_file(tmp_path / "a.soclb")
    first = books.open_for_writing(path)
    with pytest.raises(StoreUnavailableError, match="book.open_elsewhere"):
        books.open_for_writing(path)
    with first.database.begin() as uow:
        fund.record(uow, on=date(2024, 5, 1), kind="donation", amount=1000, fund="income")
    with books.reading(path) as database, database.read() as uow:
        assert fund.balances(uow, on=date(2024, 5, 1)).fund_total > 0
    first.close()
    first.close()
    with books.writing(path):
        pass
    assert _files(tmp_path) == ["a.soclb"]


def test_another_program_is_kept_out_and_its_death_frees_the_book(tmp_path: Path) -> None:
    path = book_file(tmp_path / "a.soclb", filled=False)
    script = "import sys; from pathlib import Path; from app.services import books; " + (
        "books.open_for_writing(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", script, path],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert other.stdin is not None
    assert other.stdout is not None
    with other, other.stdin, other.stdout:
        assert other.stdout.readline() == b"open\n"
        with pytest.raises(StoreUnavailableError, match="book.open_elsewhere"):
            books.open_for_writing(path)
        other.kill()
        other.wait()
    with books.writing(path):
        pass


def test_a_released_lock_goes_to_one_of_two_that_wait(tmp_path: Path) -> None:
    book = tmp_path / "a.soclb"
    first = WriterLock.take(book)
    first.release()
    second = WriterLock.take(book)
    with pytest.raises(StoreUnavailableError):
        WriterLock.take(book)
    second.release()
    assert _files(tmp_path) == []


def test_a_killed_commit_is_taken_back(tmp_path: Path) -> None:
    path = book_file(tmp_path / "a.soclb")
    with books.reading(path) as database, database.read() as uow:
        before = fund.balances(uow, on=date(2025, 1, 1))
    script = textwrap.dedent(
        """
        import os, sys
        from datetime import date
        from pathlib import Path
        from app.services import books, fund
        book = books.open_for_writing(Path(sys.argv[1]))
        with book.database.begin() as uow:
            uow.connection.exec_driver_sql("PRAGMA cache_size = 1")
            uow.connection.exec_driver_sql("PRAGMA cache_spill = ON")
            for day in range(1, 29):
                fund.record(uow, on=date(2024, 5, day), kind="donation", amount=day, fund="income")
            os.kill(os.getpid(), 9)
        """
    )
    subprocess.run([sys.executable, "-c", script, path], cwd=ROOT, check=False)
    assert unfinished_write(path)
    with books.reading(path) as database, database.read() as uow:
        assert fund.balances(uow, on=date(2025, 1, 1)) == before
    assert not unfinished_write(path)


def test_a_read_only_book_can_be_looked_at(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    path = book_file(folder / "a.soclb")
    path.chmod(0o444)
    folder.chmod(0o555)
    try:
        if os.access(path, os.W_OK):
            _as_nobody(path)
            return
        with pytest.raises(StoreUnavailableError, match="book.read_only"):
            books.open_for_writing(path)
        with books.reading(path) as database, database.read() as uow:
            assert club.details(uow) == DETAILS
    finally:
        folder.chmod(0o755)


def _as_nobody(path: Path) -> None:
    """Root may write everywhere, so a child without its rights tries."""
    for folder in (path.parent, *path.parents):
        if folder.stat().st_uid == os.getuid() and folder != path.parent:
            folder.chmod(folder.stat().st_mode | 0o055)
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.setuid(65534)
            try:
                books.open_for_writing(path)
            except StoreUnavailableError as error:
                with books.reading(path) as database, database.read() as uow:
                    seen = club.details(uow) == DETAILS
                code = 0 if error.code == "book.read_only" and seen else 2
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "book.empty_file"),
        (b"no book at all" * 400, "book.keys_missing"),
        (b"SQLite format 3\0" + b"\0" * 5000, "book.keys_missing"),
    ],
)
def test_what_is_no_book_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "a.soclb"
    path.write_bytes(content)
    for opening in (books.open_for_reading, books.open_for_writing):
        with pytest.raises(StoreUnavailableError, match=code):
            opening(path)
    assert path.read_bytes() == content
    assert _files(tmp_path) == ["a.soclb"]


def test_a_folder_and_nothing_are_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailableError, match="book.not_a_book"):
        books.open_for_reading(tmp_path)
    with pytest.raises(StoreUnavailableError, match="file.not_found"):
        books.open_for_writing(tmp_path / "none.soclb")


def test_a_book_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    path = book_file(tmp_path / "a.soclb", filled=False)
    with books.writing(path) as database, database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA user_version = 99")
        connection.commit()
    content = path.read_bytes()
    with pytest.raises(StoreUnavailableError, match="book.newer") as caught:
        books.open_for_writing(path)
    assert caught.value.params["theirs"] == 99
    assert path.read_bytes() == content


def _as_of_an_older_program(path: Path) -> Path:
    with books.writing(path) as database, database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA user_version = 0")
        connection.commit()
    return path


def test_an_older_book_is_brought_up_to_date_with_a_copy_beside_it(tmp_path: Path) -> None:
    path = _as_of_an_older_program(book_file(tmp_path / "a.soclb"))
    with pytest.raises(StoreUnavailableError, match="book.older") as caught:
        books.open_for_reading(path)
    assert sentence(caught.value)
    with books.writing(path) as database:
        assert checking.check(database).ok
    with books.reading(path) as database, database.read() as uow:
        assert club.details(uow) == DETAILS
    copy, same = sorted(tmp_path.iterdir())
    assert (copy.name[:18], same) == ("a-before-upgrade_2", path)


@pytest.mark.parametrize("dangling", [False, True])
def test_an_upgrade_that_breaks_leaves_the_book_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dangling: bool
) -> None:
    path = _as_of_an_older_program(book_file(tmp_path / "a.soclb"))
    content = path.read_bytes()

    def broken(connection: Connection) -> None:
        connection.exec_driver_sql("DROP TABLE draft_note")
        connection.exec_driver_sql("DELETE FROM member")
        if not dangling:
            raise StoreUnavailableError("book.disk_full", path=str(path))

    monkeypatch.setattr("app.store.books.migrate", broken)
    code = "book.upgrade_failed" if dangling else "book.disk_full"
    with pytest.raises(StoreUnavailableError, match=code):
        books.open_for_writing(path)
    assert path.read_bytes() == content
    monkeypatch.undo()
    with books.writing(path) as database:
        assert checking.check(database).ok


def test_after_a_died_write_the_book_is_checked(tmp_path: Path) -> None:
    path = book_file(tmp_path / "a.soclb")
    with books.writing(path) as database, database.engine.connect() as connection:
        connection.exec_driver_sql("DROP TRIGGER entry_no_update")
        connection.exec_driver_sql("UPDATE entry SET amount = 1 WHERE id = 2")
        connection.commit()
    path.with_name("a.soclb-journal").write_bytes(b"\0" * 512)
    with pytest.raises(StoreUnavailableError, match="book.damaged"):
        books.open_for_writing(path)
