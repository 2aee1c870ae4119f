"""Passwords of a book: the first one, one more, a change, the printed code, none any more.

What a key file holds and how it is wrapped stands in ``store.keys``. After three wrong guesses a
pause begins that doubles with each further one: it stops a guest at the table; what keeps a thief
out is what one guess costs (Argon2id).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.base import clock, files, paths
from app.base.errors import StoreUnavailableError
from app.services import club
from app.store import keys
from app.store.database import Database
from app.store.keys import KeyRing, WrongPasswordError
from app.store.rekeying import opens_with, rekey

if TYPE_CHECKING:
    from app.services.books import OpenBook

RECOVERY = keys.RECOVERY
"""The holder of the printed code."""
FREE_GUESSES = 3
LONGEST_PAUSE = 300


def holders(path: Path) -> tuple[str, ...]:
    """Who has a password to the book at ``path``; nobody when it has none."""
    ring_file = keys.key_file(path)
    return keys.read_ring(ring_file).holders if ring_file.exists() else ()


def key_of(
    path: Path, password: str | None, *, holder: str | None = None, key: str | None = None
) -> str:
    """The key that opens the book at ``path``, in hex; ``key`` is one that may fit, tried first.

    Raises WrongPasswordError ``password.needed``, ``password.wrong``, ``password.pause``;
    StoreUnavailableError ``book.keys_damaged``, ``book.keys_missing``.
    """
    ring_file = keys.key_file(path)
    if not ring_file.exists():
        if not opens_with(path, keys.PUBLISHED_KEY):
            _refuse_without_keys(path)
        return keys.PUBLISHED_KEY
    ring = keys.read_ring(ring_file)
    if opens_with(path, keys.PUBLISHED_KEY):
        return keys.PUBLISHED_KEY
    if key is not None and opens_with(path, key):
        return key
    if not password:
        raise WrongPasswordError("password.needed", path=str(path), holders=", ".join(ring.holders))
    return _guarded(ring, lambda: ring.open(password, holder))


def confirm(path: Path, *, holder: str | None, password: str) -> None:
    """Raise WrongPasswordError unless ``password`` is that of ``holder``, or of anybody for None
    (CONTRACT 5.17)."""
    ring = keys.read_ring(keys.key_file(path))
    _guarded(ring, lambda: ring.open(password, holder))


def protect(book: OpenBook, *, holder: str, password: str) -> tuple[OpenBook, str]:
    """Give the book its first password; returns it under its new key, and the code to print.

    The key file is there before the book needs it: whenever the power goes, one of both opens.
    """
    key, code = keys.new_key(), keys.new_recovery_code()
    ring = KeyRing(_uuid(book.database)).with_slot(key, holder, password)
    _store(book.path, ring.with_slot(key, keys.RECOVERY, code))
    return _under_key(book, key), code


def unprotect(book: OpenBook) -> OpenBook:
    """Take all passwords away: the book again needs no key file."""
    opened = _under_key(book, keys.PUBLISHED_KEY)
    with files.translated(book.path):
        keys.key_file(book.path).unlink(missing_ok=True)
    return opened


def set_password(book: OpenBook, *, holder: str, password: str) -> None:
    """Add a board member, or give her another password; the book itself stays as it is.

    Raises WrongPasswordError ``password.too_short``.
    """
    _store(book.path, _ring(book).with_slot(book.database.key, holder, password))


def remove(book: OpenBook, *, holder: str) -> None:
    """Take somebody's password away; raises WrongPasswordError ``password.last_one``."""
    _store(book.path, _ring(book).without(holder))


def new_recovery_code(book: OpenBook) -> str:
    """A new code to print; the old one opens nothing any more."""
    code = keys.new_recovery_code()
    _store(book.path, _ring(book).with_slot(book.database.key, keys.RECOVERY, code))
    return code


def key_copies() -> Path:
    """The program's own folder of key file copies."""
    return paths.data_dir() / "keys"


def keep_copy(path: Path) -> None:
    """Keep a copy of the key file beside ``path`` in the program's own folder, if there is one."""
    ring_file = keys.key_file(path)
    if ring_file.exists():
        _keep(path, keys.read_ring(ring_file))


def _ring(book: OpenBook) -> KeyRing:
    return keys.read_ring(keys.key_file(book.path))


def _store(path: Path, ring: KeyRing) -> None:
    files.write_bytes(keys.key_file(path), keys.as_bytes(ring), replace=True)
    _keep(path, ring)


def _keep(path: Path, ring: KeyRing) -> None:
    copy = key_copies() / f"{path.stem}-{ring.book[:8]}.soclb-keys"
    files.write_bytes(copy, keys.as_bytes(ring), replace=True)


def _under_key(book: OpenBook, key: str) -> OpenBook:
    book.database.close()
    rekey(book.path, old=book.database.key, new=key)
    return replace(book, database=Database(book.path, key=key))


def _uuid(database: Database) -> str:
    with database.read() as uow:
        return club.uuid(uow)


def _refuse_without_keys(path: Path) -> None:
    """A file that neither is ours to read nor has its keys: say where they may be."""
    expected = keys.key_file(path)
    copies = sorted(key_copies().glob(f"{path.stem}-*.soclb-keys"))
    if copies:
        raise StoreUnavailableError(
            "book.keys_copy_there", path=str(path), keys=str(expected), copy=str(copies[-1])
        )
    raise StoreUnavailableError(
        "book.keys_missing", path=str(path), keys=str(expected), folder=str(key_copies())
    )


def _guarded(ring: KeyRing, attempt: Callable[[], str]) -> str:
    """Run one guess, or raise ``password.pause`` while the pause of earlier ones runs."""
    name = hashlib.sha256(ring.book.encode()).hexdigest()[:16]
    record = paths.data_dir() / f"guesses-{name}.json"
    wrong, until = _guesses(record)
    now = int(clock.now().timestamp())
    if now < until <= now + LONGEST_PAUSE:
        raise WrongPasswordError("password.pause", seconds=until - now)
    try:
        key = attempt()
    except WrongPasswordError:
        pause = min(LONGEST_PAUSE, 2 ** max(0, wrong + 1 - FREE_GUESSES))
        until = now + (pause if wrong + 1 >= FREE_GUESSES else 0)
        files.write_text(record, json.dumps([wrong + 1, until]), replace=True)
        raise
    record.unlink(missing_ok=True)
    return key


def _guesses(record: Path) -> tuple[int, int]:
    try:
        wrong, until = json.loads(record.read_text(encoding="utf-8"))
        return min(int(wrong), 20), int(until)
    except (OSError, ValueError, TypeError):
        return 0, 0
