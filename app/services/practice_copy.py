"""A copy of one's own book to try things in: the same figures, marked as practice all over.

It is a club of its own, with another number and another signing key, so that nothing sent or
printed from it passes for the club's. Passwords of the book open the copy too.
"""

from __future__ import annotations

import uuid as uuids
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from sqlalchemy import delete, update

from app.base import files
from app.base.errors import AppError
from app.services import books, checking, passwords, signing_key
from app.services.sentences import sentence
from app.store import backup, keys
from app.store.club_tables import BundleLogRow, ClubRow
from app.store.database import Database


class PracticeCopyRefusedError(AppError):
    """A book that is not whole: practising on it would only spread the damage."""


def make(book: Path, copy: Path, *, password: str | None = None, key: str | None = None) -> None:
    """Copy ``book``, open somewhere or not, to ``copy`` for practice; nothing half stays.

    ``key`` is the one the book is open with. Raises PracticeCopyRefusedError
    ``practice_copy.not_whole``, AppError ``file.exists``, and what ``books.open_for_reading``
    raises.
    """
    files.refuse_existing(copy)
    files.refuse_existing(keys.key_file(copy))
    unfinished = backup.stamped_name(copy.parent, f".{copy.stem}-unfinished", copy.suffix)
    number = str(uuids.uuid4())
    try:
        with books.reading(book, password=password, key=key) as database:
            backup.copy_book(database, unfinished)
            key = database.key
        with closing(Database(unfinished, key=key)) as made:
            _refuse_unless_whole(made, book)
            _become_practice(made, number)
        _give_keys(book, copy, number)
        backup.put_in_place(unfinished, copy)
    except BaseException:
        keys.key_file(copy).unlink(missing_ok=True)
        raise
    finally:
        unfinished.unlink(missing_ok=True)
    passwords.keep_copy(copy)


def _refuse_unless_whole(database: Database, book: Path) -> None:
    result = checking.check(database)
    if not result.ok:
        why = sentence(result.problems[0])
        raise PracticeCopyRefusedError("practice_copy.not_whole", path=str(book), why=why)


def _become_practice(database: Database, number: str) -> None:
    """Another club for whoever receives anything of it; its bundles are counted from 1 again."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.generate().private_bytes_raw()
    with database.begin() as uow:
        uow.session.execute(update(ClubRow).values(uuid=number, signing_key=key, practice=1))
        uow.session.execute(delete(BundleLogRow))
        signing_key.forget_changes(uow)


def _give_keys(book: Path, copy: Path, number: str) -> None:
    """The same passwords, in a key file that says whose it is."""
    ring_file = keys.key_file(book)
    if ring_file.exists():
        ring = replace(keys.read_ring(ring_file), book=number)
        files.write_bytes(keys.key_file(copy), keys.as_bytes(ring))
