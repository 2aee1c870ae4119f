"""A book's life as a file: made, opened, brought up to today's schema. Nothing half-done.

Only ``new_book`` and ``open_book`` decide whether a file is a book of ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.engine import Connection

from app.base.errors import StoreUnavailableError
from app.base.files import refuse_existing
from app.base.paths import package_path
from app.store.database import APPLICATION_ID, Database, translated_faults
from app.store.keys import PUBLISHED_KEY

SCHEMA = 5
"""The number of the newest step in ``migrations/club/versions``."""


def migrate(connection: Connection) -> None:
    """Run the steps that are missing, inside the caller's transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    folder = package_path("app/store/migrations/club")
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")


def in_memory() -> Database:
    """An empty book that lives as long as the returned object."""
    database = Database(None)
    with database.engine.begin() as connection:
        migrate(connection)
    return database


@contextmanager
def new_book(path: Path, *, key: str = PUBLISHED_KEY) -> Iterator[Database]:
    """An empty book to fill inside the block; ``path`` appears when the block ends well.

    Raises AppError ``file.exists`` for a file that is already there. When the block raises,
    nothing is left behind.
    """
    refuse_existing(path)
    unfinished = path.with_name(f".{path.name}.part")
    try:
        with translated_faults(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(b"")
        database = Database(unfinished, key=key)
        try:
            with translated_faults(path), database.engine.begin() as connection:
                migrate(connection)
            yield database
        finally:
            database.close()
        with translated_faults(path):
            refuse_existing(path)
            unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def refuse_no_book(path: Path) -> None:
    """Raise StoreUnavailableError for what can't be a book before it is even opened."""
    if not path.is_file():
        code = "book.not_a_book" if path.exists() else "file.not_found"
        raise StoreUnavailableError(code, path=str(path))
    if path.stat().st_size == 0:
        raise StoreUnavailableError("book.empty_file", path=str(path))


def unfinished_write(path: Path) -> bool:
    """Whether a program died while it wrote: SQLite's journal is still beside the book."""
    return path.with_name(f"{path.name}-journal").exists()


def open_book(path: Path, *, key: str = PUBLISHED_KEY, read_only: bool = False) -> Database:
    """Open the book at ``path``; raises StoreUnavailableError, and changes nothing then.

    What a program that died had begun to write is taken back first; only a connection that may
    write can do that, so a look at such a book begins with one.
    """
    refuse_no_book(path)
    probe = Database(path, key=key, read_only=not unfinished_write(path))
    try:
        version = _version(probe, path)
    finally:
        probe.close()
    if version > SCHEMA:
        raise StoreUnavailableError("book.newer", path=str(path), theirs=version, ours=SCHEMA)
    if version < SCHEMA and read_only:
        raise StoreUnavailableError("book.older", path=str(path), theirs=version, ours=SCHEMA)
    return Database(path, key=key, read_only=read_only)


def is_older(database: Database) -> bool:
    """Whether a book still has to be brought up to today's schema."""
    with translated_faults(database.path), database.engine.connect() as connection:
        return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one()) < SCHEMA


def upgrade(database: Database) -> None:
    """Bring an older book up to today's schema in one transaction; on any fault it stays as it was.

    Raises StoreUnavailableError, ``book.upgrade_failed`` for references that are left dangling.
    """
    with translated_faults(database.path), database.engine.connect() as connection:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        migrate(connection)
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise StoreUnavailableError("book.upgrade_failed", path=str(database.path))
        connection.commit()
        connection.invalidate()


def _version(database: Database, path: Path) -> int:
    with translated_faults(path), database.engine.connect() as connection:
        ours = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if ours != APPLICATION_ID:
        raise StoreUnavailableError("book.not_a_book", path=str(path))
    return int(version)
