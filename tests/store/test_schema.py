"""The declared tables are the migrated ones, and a step half done leaves no book."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy.schema import CreateIndex, CreateTable

from app.base.errors import AppError
from app.store import books, draft_tables, lending_tables, people_tables, setting_tables
from app.store.club_tables import ClubBase
from app.store.database import APPLICATION_ID, Database

TABLES = ClubBase.metadata.sorted_tables


def described(connection: Connection) -> dict[str, object]:
    """Columns, keys and indexes of every table, as SQLite itself tells them."""
    found: dict[str, object] = {}
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).scalars()
    for name in sorted(names.all()):
        if name == "alembic_version":
            continue
        about = {
            pragma: sorted(
                tuple(row)[1:] for row in connection.exec_driver_sql(f"PRAGMA {pragma}({name})")
            )
            for pragma in ("table_info", "foreign_key_list")
        }
        about["index_list"] = sorted(
            (row.unique, tuple(connection.exec_driver_sql(f"PRAGMA index_info({row.name})").all()))
            for row in connection.exec_driver_sql(f"PRAGMA index_list({name})")
        )
        strict = connection.exec_driver_sql(f"SELECT strict FROM pragma_table_list('{name}')")
        found[name] = about | {"strict": strict.scalar()}
    return found


def declared() -> dict[str, object]:
    """What ``described`` tells of the tables as the program's modules declare them."""
    with Database(None).engine.begin() as connection:
        for table in TABLES:
            connection.execute(CreateTable(table))
            for index in table.indexes:
                connection.execute(CreateIndex(index))
        return described(connection)


def test_the_migrated_schema_is_the_declared_one() -> None:
    for module in (draft_tables, lending_tables, people_tables, setting_tables):
        assert module.ClubBase is ClubBase
    wanted = declared()
    with books.in_memory().engine.connect() as connection:
        found = described(connection)
    assert found.keys() == wanted.keys()
    for name, about in wanted.items():
        assert found[name] == about, name


def test_every_table_is_strict_and_the_file_says_whose_it_is() -> None:
    with books.in_memory().engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION_ID
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == books.SCHEMA
        assert all(about["strict"] for about in described(connection).values())  # type: ignore[index]


def test_a_block_that_fails_leaves_no_book(tmp_path: Path) -> None:
    path = tmp_path / "a.soclb"
    with pytest.raises(ZeroDivisionError), books.new_book(path):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_two_that_make_one_book_at_a_time_do_not_overwrite(tmp_path: Path) -> None:
    path = tmp_path / "a.soclb"
    with pytest.raises(AppError, match="file.exists"), books.new_book(path):
        path.write_bytes(b"the other one's")
    assert path.read_bytes() == b"the other one's"
    assert [file.name for file in tmp_path.iterdir()] == ["a.soclb"]
