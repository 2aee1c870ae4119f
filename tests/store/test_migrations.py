"""Books of each released schema are brought up to today's, whole or not at all (F12, F13)."""

from __future__ import annotations

import shutil
import subprocess
import sys
import textwrap
from datetime import date
from pathlib import Path

import pytest

from app.base.errors import StoreUnavailableError
from app.services import books, checking, club, fund
from app.store import books as store_books
from app.store.database import Database
from tests.helpers.clubs import DETAILS
from tests.helpers.tools import ROOT
from tests.store.test_schema import declared, described

FROZEN = sorted((Path(__file__).parent / "data").glob("schema-*.soclb"))
"""One book a released schema; made by the program of that release and never written again."""


def _version(path: Path) -> int:
    database = Database(path, read_only=True)
    try:
        with database.engine.connect() as connection:
            return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    finally:
        database.close()


@pytest.fixture(params=FROZEN, ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a frozen book."""
    return Path(shutil.copyfile(request.param, tmp_path / "a.soclb"))


def test_each_released_schema_has_a_frozen_book() -> None:
    versions = [int(path.stem.removeprefix("schema-")) for path in FROZEN]
    assert versions == list(range(1, store_books.SCHEMA))
    assert [_version(path) for path in FROZEN] == versions


def test_a_migrated_book_has_todays_schema_and_its_content(old: Path) -> None:
    with books.writing(old) as database:
        with database.engine.connect() as connection:
            assert described(connection) == declared()
        assert checking.check(database).ok
        with database.read() as uow:
            assert club.details(uow) == DETAILS
            assert fund.balances(uow, on=date(2024, 5, 31)).cash == 10_000_000
    assert _version(old) == store_books.SCHEMA


def test_a_copy_as_it_was_is_made_before(old: Path) -> None:
    before = _version(old)
    with books.writing(old):
        pass
    copy, same = sorted(old.parent.iterdir())
    assert same == old
    assert copy.name.startswith("a-before-upgrade_")
    assert _version(copy) == before


KILLED_MIGRATION = textwrap.dedent(
    """
    import os, sys
    from pathlib import Path
    from sqlalchemy import Engine, event
    from app.services import books
    from app.store import books as store_books

    left = int(sys.argv[2])

    def migrate_and_die(connection, migrate=store_books.migrate):
        connection.exec_driver_sql("PRAGMA cache_size = 1")
        connection.exec_driver_sql("PRAGMA cache_spill = ON")

        @event.listens_for(connection, "after_cursor_execute")
        def count(_connection, _cursor, statement, *_rest):
            global left
            if statement.lstrip().startswith(("ALTER", "CREATE", "UPDATE", "PRAGMA user_ver")):
                left -= 1
                if left < 0:
                    os.kill(os.getpid(), 9)

        migrate(connection)
        os._exit(3)

    store_books.migrate = migrate_and_die
    books.open_for_writing(Path(sys.argv[1]))
    """
)


def _killed(path: Path, after: int) -> int:
    child = subprocess.run(
        [sys.executable, "-c", KILLED_MIGRATION, path, str(after)], cwd=ROOT, check=False
    )
    return child.returncode


def test_a_migration_killed_at_any_statement_leaves_the_book_as_it_was(old: Path) -> None:
    before = _version(old)
    for after in range(50):
        ended = _killed(old, after)
        assert ended in (-9, 3)
        assert store_books.unfinished_write(old) or _version(old) == before
        database = store_books.open_book(old)
        try:
            assert store_books.is_older(database)
        finally:
            database.close()
        assert _version(old) == before
        if ended == 3:
            break
    else:
        pytest.fail("the migration never came to its end")
    assert after >= 3
    with books.writing(old) as database:
        assert checking.check(database).ok
    assert _version(old) == store_books.SCHEMA


def test_f13_a_newer_book_is_refused_by_name_and_left_alone(old: Path) -> None:
    with books.writing(old) as database, database.engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {store_books.SCHEMA + 1}")
        connection.commit()
    content = old.read_bytes()
    for opening in (books.open_for_writing, books.open_for_reading):
        with pytest.raises(StoreUnavailableError, match="book.newer") as caught:
            opening(old)
        assert caught.value.params["theirs"] == store_books.SCHEMA + 1
    assert old.read_bytes() == content
