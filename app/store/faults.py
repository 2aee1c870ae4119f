"""What SQLite or the system says went wrong → what the user can do about it."""

from __future__ import annotations

import errno
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from app.base.errors import StoreUnavailableError

_BY_RESULT = {
    "SQLITE_FULL": "book.disk_full",
    "SQLITE_READONLY": "book.read_only",
    "SQLITE_PERM": "book.read_only",
    "SQLITE_CANTOPEN": "book.cannot_open",
    "SQLITE_BUSY": "book.busy",
    "SQLITE_LOCKED": "book.busy",
    "SQLITE_NOTADB": "book.not_a_book",
    "SQLITE_CORRUPT": "book.damaged",
    "SQLITE_IOERR": "book.disk_fault",
}
_BY_MESSAGE = {
    "full": "book.disk_full",
    "readonly": "book.read_only",
    "unable to open": "book.cannot_open",
    "locked": "book.busy",
    "not a database": "book.not_a_book",
    "malformed": "book.damaged",
    "disk i/o": "book.disk_fault",
}
_BY_ERRNO = {
    errno.ENOSPC: "book.disk_full",
    errno.EDQUOT: "book.disk_full",
    errno.EROFS: "book.read_only",
    errno.EACCES: "book.read_only",
    errno.EPERM: "book.read_only",
    errno.ENOENT: "file.not_found",
    errno.EISDIR: "book.not_a_book",
}


def translate_fault(error: BaseException, path: Path | None) -> BaseException:
    """The sentence-bearing error for ``error``; a fault of ours comes back unchanged."""
    params = {"path": str(path) if path else ""}
    if isinstance(error, OSError):
        code = _BY_ERRNO.get(error.errno or 0)
        return StoreUnavailableError(code, **params) if code else error
    name = getattr(error, "sqlite_errorname", "") or ""
    for prefix, code in _BY_RESULT.items():
        if name.startswith(prefix):
            return StoreUnavailableError(code, **params)
    if isinstance(error, sqlcipher.DatabaseError) and not isinstance(
        error, sqlcipher.IntegrityError
    ):
        text = str(error).lower()
        for part, code in _BY_MESSAGE.items():
            if part in text:
                return StoreUnavailableError(code, **params)
    return error
