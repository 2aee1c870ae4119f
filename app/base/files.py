"""Files that appear only when they are whole, and their fingerprints.

What the system refuses comes out as ``StoreUnavailableError`` with the file's path; what is already
there is refused as ``file.exists`` unless the caller says that it may be replaced.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from app.base.errors import AppError, StoreUnavailableError

_BY_ERRNO = {
    errno.ENOSPC: "file.disk_full",
    errno.EDQUOT: "file.disk_full",
    errno.EROFS: "file.read_only",
    errno.EACCES: "file.read_only",
    errno.EPERM: "file.read_only",
    errno.ENOENT: "file.not_found",
    errno.ENOTDIR: "file.no_folder",
    errno.EISDIR: "file.is_folder",
    errno.ENAMETOOLONG: "file.name_too_long",
}


def refuse_existing(path: Path) -> None:
    """Raises AppError ``file.exists`` when something already stands at ``path``."""
    if path.exists() or path.is_symlink():
        raise AppError("file.exists", path=str(path))


def write_bytes(path: Path, data: bytes, *, replace: bool = False) -> None:
    """Write ``data`` to ``path``, whole or not at all; missing folders are made.

    Raises AppError ``file.exists``, or StoreUnavailableError for what the disk refuses.
    """
    with atomic_write(path, replace=replace) as stream:
        stream.write(data)


def write_text(path: Path, text: str, *, replace: bool = False) -> None:
    """Like ``write_bytes``, as UTF-8 with ``\\n`` between lines."""
    write_bytes(path, text.encode("utf-8"), replace=replace)


@contextlib.contextmanager
def atomic_write(path: Path, *, replace: bool = False) -> Iterator[BinaryIO]:
    """A stream whose bytes stand at ``path`` once the block ends well, and nowhere otherwise.

    Raises AppError ``file.exists``, or StoreUnavailableError for what the disk refuses.
    """
    with translated(path):
        if not replace:
            refuse_existing(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(
            prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent
        )
        unfinished = Path(name)
        try:
            with os.fdopen(handle, "wb") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            if not replace:
                refuse_existing(path)
            unfinished.chmod(0o666 & ~_umask())
            unfinished.replace(path)
            _sync_folder(path.parent)
        finally:
            unfinished.unlink(missing_ok=True)


def read_bytes(path: Path) -> bytes:
    """The content of ``path``; raises StoreUnavailableError."""
    with translated(path):
        return path.read_bytes()


def sha256(path: Path) -> str:
    """SHA-256 of the file's content in lower-case hex; raises StoreUnavailableError."""
    digest = hashlib.sha256()
    with translated(path), path.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


@contextlib.contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turns an ``OSError`` of the block into the StoreUnavailableError that names ``path``."""
    try:
        yield
    except OSError as error:
        code = _BY_ERRNO.get(error.errno or 0, "file.fault")
        raise StoreUnavailableError(code, path=str(path)) from error


def _sync_folder(folder: Path) -> None:
    """Make the new name itself survive a power cut, where the system lets a folder be synced."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _umask() -> int:
    current = os.umask(0o022)
    os.umask(current)
    return current
