"""The outer file: named byte strings in one plain zip, and back, trusting nothing.

A zip written here ends in a comment with the SHA-256 of all bytes before it, so a flipped or
missing byte anywhere is damage, told apart from a forged content. Knows no table and no key.
"""

from __future__ import annotations

import hashlib
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from app.base.errors import AppError

MAX_FILE = 64 << 20
"""Bytes of a bundle; ten years of a club are under 2 MB, a province under 30."""
MAX_UNPACKED = 192 << 20
MAX_ONE = 16 << 20
"""Bytes of one file in it."""
MAX_MEMBERS = 20_000
MAX_NAME = 120

_SEAL = b"sha256:"
_SEAL_BYTES = len(_SEAL) + 64
_END = struct.Struct("<4s4H2LH")
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*(/[a-z0-9][a-z0-9_-]*)*\.[a-z]{2,4}")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_CODECS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_CENTRAL_BYTES = 46
_BLOCK = 1 << 16
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    ValueError,
)


class ArchiveError(AppError):
    """A file that is no bundle, is damaged, or tries to do harm."""


def pack(files: Mapping[str, bytes]) -> bytes:
    """One zip of ``files`` in their order; the same files always give the same bytes."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, data)
        archive.comment = b"0" * _SEAL_BYTES
    body = out.getvalue()[:-_SEAL_BYTES]
    return body + _seal(body)


def _seal(body: bytes | memoryview) -> bytes:
    return _SEAL + hashlib.sha256(body).hexdigest().encode("ascii")


def unpack(data: bytes) -> dict[str, bytes]:
    """The files of a zip by name, in order, all in memory and within the limits above.

    Raises ArchiveError with the first thing wrong; writes nothing anywhere.
    """
    _check_whole(data)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _read_all(archive)
    except _BROKEN as error:
        raise ArchiveError("bundle.damaged") from error


def _check_whole(data: bytes) -> None:
    """The file has its size, its end and its own checksum, before any library looks at it."""
    if len(data) > MAX_FILE:
        raise ArchiveError("bundle.too_large", limit=MAX_FILE >> 20)
    if not data.startswith(b"PK\x03\x04"):
        raise ArchiveError("bundle.not_a_bundle")
    end_at = len(data) - _SEAL_BYTES - _END.size
    if end_at < 0 or data[end_at : end_at + 4] != b"PK\x05\x06":
        raise ArchiveError("bundle.damaged")
    if data[-_SEAL_BYTES:] != _seal(memoryview(data)[:-_SEAL_BYTES]):
        raise ArchiveError("bundle.damaged")
    _, disk, first, here, total, size, start, comment = _END.unpack_from(data, end_at)
    if disk or first or here != total or comment != _SEAL_BYTES or start + size != end_at:
        raise ArchiveError("bundle.damaged")
    if total > MAX_MEMBERS or size > total * (_CENTRAL_BYTES + MAX_NAME):
        raise ArchiveError("bundle.too_many_files", limit=MAX_MEMBERS)


def _read_all(archive: zipfile.ZipFile) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    left = MAX_UNPACKED
    for entry in archive.infolist():
        _check_entry(entry)
        if entry.filename in files:
            raise ArchiveError("bundle.duplicate_name", name=entry.filename)
        files[entry.filename] = _read(archive, entry, left)
        left -= len(files[entry.filename])
    return files


def _check_entry(entry: zipfile.ZipInfo) -> None:
    name = entry.orig_filename
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if len(name) > MAX_NAME or not _NAME.fullmatch(name) or kind not in (0, stat.S_IFREG):
        raise ArchiveError("bundle.unsafe_name", name=printable(name))
    if entry.compress_type not in _CODECS or entry.flag_bits & ~0x0806 or entry.extra:
        raise ArchiveError("bundle.damaged")


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> bytes:
    """The content of one file; stops as soon as more comes out than may."""
    content = bytearray()
    with archive.open(entry) as stream:
        while block := stream.read(_BLOCK):
            content += block
            if len(content) > min(left, MAX_ONE):
                limit = MAX_UNPACKED if len(content) <= MAX_ONE else MAX_ONE
                raise ArchiveError("bundle.unpacks_too_large", limit=limit >> 20)
    return bytes(content)


def printable(name: str) -> str:
    """A stranger's name, short and without control characters, for a sentence."""
    shown = "".join(letter if letter.isprintable() else "?" for letter in name[:60])
    return shown + ("…" if len(name) > 60 else "")
