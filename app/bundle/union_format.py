"""The bundle of a register for the next level up: each club's own signed words, gathered.

A club's manifest, signature and tables travel unchanged, so the level above checks them as if the
club had sent them itself, and counts the club once however often it comes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.bundle import archive, manifest, signing, tables
from app.bundle.format import BundleError, Packed, pop_signed, verify
from app.domain.periods import BadDayError, Month

TRAVELLING = (manifest.NAME, manifest.SIGNATURE, tables.MONTHS.file, tables.EXPORTS.file)
"""The files of a club that go up; borrowers and sheets stay below."""

_PLACE = re.compile(r"clubs/([0-9a-f-]{36})/([a-z.]+)")


@dataclass(frozen=True, slots=True)
class UnionIdentity:
    """Which register speaks."""

    uuid: str
    name: str
    public_key: str
    practice: bool = False


@dataclass(frozen=True, slots=True)
class UnionBundle:
    """What a register's bundle says, and its clubs' files by club and name."""

    union: UnionIdentity
    month: Month
    sequence: int
    exported_at: str
    clubs: Mapping[str, Mapping[str, bytes]]

    def club(self, uuid: str) -> Packed:
        """One club's facts, verified by the club's own signature; raises an AppError."""
        files = dict(self.clubs[uuid])
        stated, signature = pop_signed(files)
        packed = verify(stated, signature, files, core_only=True)
        if packed.facts.club.uuid != uuid:
            raise BundleError("bundle.file_changed", name=f"clubs/{uuid}")
        return packed


def build(bundle: UnionBundle, private: bytes) -> bytes:
    """The bytes of a register's bundle, signed with the register's private key."""
    files = {
        f"clubs/{uuid}/{name}": parts[name]
        for uuid, parts in sorted(bundle.clubs.items())
        for name in TRAVELLING
    }
    union = bundle.union
    content = {
        "format": manifest.FORMAT,
        "kind": "union",
        "union": {name: getattr(union, name) for name in UnionIdentity.__dataclass_fields__},
        "month": str(bundle.month),
        "sequence": bundle.sequence,
        "exported_at": bundle.exported_at,
        "files": manifest.list_files(files),
    }
    stated = manifest.as_bytes(content)
    signature = signing.sign(stated, private)
    return archive.pack({manifest.NAME: stated, manifest.SIGNATURE: signature, **files})


def verify_union(stated: bytes, signature: bytes, files: Mapping[str, bytes]) -> UnionBundle:
    """Check a register's manifest against its signature and its files; raises an AppError."""
    content = manifest.parse(stated)
    try:
        head = _head(content)
        listed = manifest.read_files(content)
    except (ValueError, TypeError, KeyError, AttributeError, BadDayError) as error:
        raise manifest.ManifestError("bundle.manifest_unreadable") from error
    signing.check(stated, signature, head.union.public_key)
    for name in sorted(set(listed) - set(files)):
        raise BundleError("bundle.file_missing", name=archive.printable(name))
    clubs: dict[str, dict[str, bytes]] = {}
    for name, data in files.items():
        place = _PLACE.fullmatch(name)
        if name not in listed or place is None or place[2] not in TRAVELLING:
            raise BundleError("bundle.file_extra", name=archive.printable(name))
        found = manifest.list_files({name: data})[name]
        if (listed[name].bytes, listed[name].sha256) != (found["bytes"], found["sha256"]):
            raise BundleError("bundle.file_changed", name=name)
        clubs.setdefault(place[1], {})[place[2]] = data
    for uuid, parts in clubs.items():
        for name in sorted(set(TRAVELLING) - set(parts)):
            raise BundleError("bundle.file_missing", name=f"clubs/{uuid}/{name}")
    return UnionBundle(head.union, head.month, head.sequence, head.exported_at, clubs)


def _head(content: dict[str, Any]) -> UnionBundle:
    part = content["union"]
    if not isinstance(part["practice"], bool):
        raise TypeError(part["practice"])
    union = UnionIdentity(
        manifest.matched(part, "uuid", manifest.UUID),
        manifest.text(part, "name", manifest.MAX_TEXT),
        manifest.matched(part, "public_key", signing.PUBLIC_KEY),
        part["practice"],
    )
    month = Month.parse(manifest.text(content, "month", 7))
    return UnionBundle(
        union,
        month,
        manifest.read_sequence(content),
        manifest.text(content, "exported_at", 40),
        {},
    )
