"""One program writes a book: a lock beside it that the system frees when the program ends.

The lock lies on a file of its own, ``.NAME.soclb.lock``. On the book itself it would fall the
moment anybody in this program closed the file, and SQLite's own locks with it (POSIX).
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from app.base.errors import StoreUnavailableError
from app.store.database import translated_faults

if sys.platform == "win32":
    import msvcrt

    def _try(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class WriterLock:
    """Held from ``take`` until ``release``; frees itself when the program dies."""

    def __init__(self, handle: int, lock_file: Path) -> None:
        self._handle: int | None = handle
        self._file = lock_file

    @classmethod
    def take(cls, book: Path) -> WriterLock:
        """Be the one that writes ``book``.

        Raises StoreUnavailableError: ``book.open_elsewhere`` when another window or program
        writes it, ``book.read_only`` where no file can be made beside it.
        """
        real = book.resolve()
        lock_file = real.with_name(f".{real.name}.lock")
        with translated_faults(book):
            while True:
                handle = os.open(lock_file, os.O_RDWR | os.O_CREAT, 0o600)
                try:
                    _try(handle)
                except (BlockingIOError, PermissionError) as error:
                    os.close(handle)
                    raise StoreUnavailableError("book.open_elsewhere", path=str(book)) from error
                if _is_named(handle, lock_file):
                    return cls(handle, lock_file)
                os.close(handle)

    def release(self) -> None:
        """Let the next one write; the lock's file goes. Releasing twice is nothing."""
        handle, self._handle = self._handle, None
        if handle is None:
            return
        if sys.platform == "win32":
            os.close(handle)
        with contextlib.suppress(OSError):
            self._file.unlink()
        if sys.platform != "win32":
            os.close(handle)


def _is_named(handle: int, lock_file: Path) -> bool:
    """Whether the locked file still has its name: its last holder removes it on the way out."""
    try:
        return os.path.samestat(os.fstat(handle), lock_file.stat())
    except FileNotFoundError:
        return False
