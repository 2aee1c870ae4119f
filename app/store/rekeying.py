"""Trying a key on a book, and giving the book another one. It knows no passwords."""

from __future__ import annotations

from pathlib import Path

from app.base.errors import StoreUnavailableError
from app.store.books import unfinished_write
from app.store.database import Database, translated_faults


def opens_with(path: Path, key: str) -> bool:
    """Whether ``key`` opens the file; raises StoreUnavailableError for any other fault.

    A journal of a program that died is rolled back on the way, whatever the key: SQLite puts the
    encrypted pages back as they were.
    """
    database = Database(path, key=key, read_only=not unfinished_write(path))
    try:
        with translated_faults(path), database.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    except StoreUnavailableError as error:
        if error.code in ("book.not_a_book", "book.damaged"):
            return False
        raise
    finally:
        database.close()
    return True


def rekey(path: Path, *, old: str, new: str) -> None:
    """Write every page of the book anew under another key, in one transaction."""
    database = Database(path, key=old)
    try:
        with translated_faults(path):
            raw = database.engine.raw_connection()
            try:
                raw.cursor().execute(f"PRAGMA rekey = \"x'{new}'\"")
            finally:
                raw.invalidate()
    finally:
        database.close()
