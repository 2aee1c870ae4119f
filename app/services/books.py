"""A club's book as a file: made, opened for writing by one, for reading by anybody.

The file's own format stands in ``store``; what is in the book, in the other services.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.base.errors import StoreUnavailableError
from app.domain.club import ClubDetails
from app.services import checking, club, passwords
from app.store import backup, books
from app.store.database import Database
from app.store.writer_lock import WriterLock


@dataclass(frozen=True, slots=True)
class OpenBook:
    """A book that this program alone writes, until ``close``."""

    database: Database
    path: Path
    lock: WriterLock

    def close(self) -> None:
        """Close the file and let another program write it."""
        self.database.close()
        self.lock.release()


def create(path: Path, *, details: ClubDetails, rules: dict[str, str]) -> None:
    """Make an empty book at ``path``; it appears only when it is whole.

    Raises AppError ``file.exists``, BadRuleError, StoreUnavailableError.
    """
    with books.new_book(path) as database, database.begin() as uow:
        club.found(uow, details=details, rules=rules)


def open_for_writing(
    path: Path, *, password: str | None = None, holder: str | None = None
) -> OpenBook:
    """Open a book to write it; nobody else can until it is closed.

    What a program that died had begun is taken back, and the book checked. A book of an older
    program is brought up to date, with a copy beside it.

    Raises StoreUnavailableError: ``book.open_elsewhere`` while another program writes it,
    ``book.read_only`` where nothing may be written, and what ``open_for_reading`` raises.
    """
    books.refuse_no_book(path)
    if not os.access(path, os.W_OK):
        raise StoreUnavailableError("book.read_only", path=str(path))
    lock = WriterLock.take(path)
    try:
        died = books.unfinished_write(path)
        database = books.open_book(path, key=passwords.key_of(path, password, holder=holder))
        if books.is_older(database):
            _upgrade(database, path)
        if died and not checking.check(database).ok:
            database.close()
            raise StoreUnavailableError("book.damaged", path=str(path))
    except BaseException:
        lock.release()
        raise
    return OpenBook(database, path, lock)


def _upgrade(database: Database, path: Path) -> None:
    """Bring an older book up to date, with a copy of how it was beside it."""
    try:
        copy = backup.stamped_name(path.parent, f"{path.stem}-before-upgrade", path.suffix)
        backup.copy_book(database, copy)
        books.upgrade(database)
    except BaseException:
        database.close()
        raise


def open_for_reading(
    path: Path, *, password: str | None = None, holder: str | None = None, key: str | None = None
) -> Database:
    """Open a book to look at it, whoever writes it and wherever it lies.

    ``key`` is one that may fit, for a copy of a book that is open already.

    Raises StoreUnavailableError for what is no book, is damaged, or was written by a newer
    program; WrongPasswordError, or ``book.keys_missing`` where its key file is not beside it.
    """
    books.refuse_no_book(path)
    found = passwords.key_of(path, password, holder=holder, key=key)
    return books.open_book(path, key=found, read_only=True)


@contextmanager
def writing(path: Path, *, password: str | None = None) -> Iterator[Database]:
    """``open_for_writing`` for one block, closed at its end."""
    book = open_for_writing(path, password=password)
    try:
        yield book.database
    finally:
        book.close()


@contextmanager
def reading(
    path: Path, *, password: str | None = None, key: str | None = None
) -> Iterator[Database]:
    """``open_for_reading`` for one block, closed at its end."""
    database = open_for_reading(path, password=password, key=key)
    try:
        yield database
    finally:
        database.close()
