"""Copies of a book's file: through SQLite's own backup, so that a book in use is copied whole.

A live book is never read as a plain file: closing that would drop SQLite's locks on it (POSIX).
Which copies are kept and what a copy is worth, ``services.backups`` decides.
"""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from app.base import clock, files
from app.base.errors import StoreUnavailableError
from app.store.database import Database, connect, translated_faults
from app.store.keys import key_file

BOOK_NAME, KEYS_NAME = "book.soclb", "book.soclb-keys"
"""What lies in the one file that holds a book with passwords and its keys."""
MOST_BYTES = 2**31
STAMP = "%Y-%m-%d_%H%M%S"


def stamped_name(folder: Path, name: str, ending: str) -> Path:
    """A name with this moment in it that nothing in ``folder`` has yet."""
    stamp = clock.now().astimezone().strftime(STAMP)
    names = (f"{name}_{stamp}{tail}{ending}" for tail in ("", *(f"-{n}" for n in range(2, 10_000))))
    return next(path for path in map(folder.joinpath, names) if not path.exists())


def copy_book(database: Database, to: Path) -> None:
    """Write the book as it is at this moment to ``to``, under the same key; nothing half.

    Raises AppError ``file.exists``, StoreUnavailableError.
    """
    files.refuse_existing(to)
    unfinished = to.with_name(f".{to.name}.part")
    try:
        with translated_faults(to):
            to.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(b"")
            _fill(database, unfinished)
        with files.translated(to):
            unfinished.replace(to)
    finally:
        unfinished.unlink(missing_ok=True)


def _fill(database: Database, path: Path) -> None:
    source = database.engine.raw_connection()
    try:
        salt = source.cursor().execute("PRAGMA cipher_salt").fetchone()[0]
        target = connect(path, f"{database.key}{salt}", read_only=False)
        try:
            source.driver_connection.backup(target)  # type: ignore[union-attr]
        finally:
            target.close()
    finally:
        source.close()
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def pack(book: Path, keys: bytes, out: Path) -> None:
    """One file that holds a copied book and its key file; raises as ``copy_book``."""
    with (
        files.atomic_write(out) as stream,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive,
    ):
        archive.write(book, BOOK_NAME)
        archive.writestr(KEYS_NAME, keys)


@contextmanager
def unpacked(copy: Path) -> Iterator[Path]:
    """A copy as a book to open, its key file beside it: the file itself, or what is packed in it.

    Raises StoreUnavailableError ``file.not_found``, ``backup.is_a_bundle``, ``backup.damaged``.
    """
    if not copy.is_file():
        raise StoreUnavailableError("file.not_found", path=str(copy))
    if copy.suffix.lower() == ".clbz":
        raise StoreUnavailableError("backup.is_a_bundle", path=str(copy))
    with files.translated(copy), copy.open("rb") as stream:
        packed = stream.read(4) == b"PK\x03\x04"
    if not packed:
        yield copy
        return
    with TemporaryDirectory(prefix="soclb-") as folder:
        book = Path(folder) / BOOK_NAME
        try:
            with zipfile.ZipFile(copy) as archive:
                book.write_bytes(_read(archive, BOOK_NAME))
                key_file(book).write_bytes(_read(archive, KEYS_NAME))
        except (zipfile.BadZipFile, KeyError, ValueError, EOFError) as error:
            raise StoreUnavailableError("backup.damaged", path=str(copy)) from error
        yield book


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    if archive.getinfo(name).file_size > MOST_BYTES:
        raise ValueError(name)
    return archive.read(name)


def keep_beside(book: Path, kept: Path) -> None:
    """Give the file at ``book`` the name ``kept``; it keeps its old name too, where possible."""
    with files.translated(kept):
        try:
            os.link(book, kept)
        except OSError:
            book.replace(kept)


def put_in_place(copied: Path, book: Path) -> None:
    """Let a finished copy take the place of ``book``, at once and whole."""
    with files.translated(book):
        copied.replace(book)
