"""The door for bytes from outside: sealed or plain, of a club or of a register.

Decides which kind a file is and hands it to the module that verifies that kind; nothing is
believed before its signature holds.
"""

from __future__ import annotations

from dataclasses import replace

from app.bundle import archive, manifest, sealing, union_format
from app.bundle import format as club_format
from app.bundle.archive import ArchiveError
from app.bundle.format import Packed
from app.bundle.sealing import SealError
from app.bundle.union_format import UnionBundle

MAX_FILE = archive.MAX_FILE + (1 << 20)
"""Bytes of a file that are looked at at all; a sealed one is a little longer than what it holds."""


def read(data: bytes, identity: str = "") -> Packed | UnionBundle:
    """What a file says, all of it verified; ``identity`` opens a sealed one.

    Raises an AppError with the first thing wrong, ``bundle.sealed`` for a sealed file without key.
    """
    if len(data) > MAX_FILE:
        raise ArchiveError("bundle.too_large", limit=archive.MAX_FILE >> 20)
    if sealing.is_sealed(data[:64]):
        if not identity:
            raise SealError("bundle.sealed")
        data = sealing.unseal(data, identity)
    files = archive.unpack(data)
    stated, signature = club_format.pop_signed(files)
    if manifest.parse(stated).get("kind") == "union":
        return union_format.verify_union(stated, signature, files)
    return replace(club_format.verify(stated, signature, files), zipped=data)
