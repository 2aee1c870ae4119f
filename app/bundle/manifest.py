"""``manifest.json``: what a bundle says of itself, as the very bytes that are signed.

Reads strictly and never rewrites what it read: a signature covers bytes, not meaning.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any
from unicodedata import category

from app.base.errors import AppError
from app.base.text import nfc
from app.bundle import key_changes
from app.bundle.archive import printable
from app.bundle.signing import PUBLIC_KEY
from app.domain.club_facts import ClubIdentity, Level
from app.domain.key_changes import KeyChange
from app.domain.periods import BadDayError, Month, parse_day

FORMAT = "1.2"
NAME = "manifest.json"
SIGNATURE = "manifest.sig"
MAX_BYTES = 4 << 20
MAX_TEXT = 1000
"""Letters of a name or another line of text."""

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
HASH = re.compile(r"[0-9a-f]{64}")
_MAX_SEQUENCE = 10**9
_FORBIDDEN = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Kinds of letters that no line of text holds: controls, halves of letters, breaks of lines."""

Json = dict[str, Any]


class ManifestError(AppError):
    """A manifest that does not follow the specification, or is of a newer major version."""


@dataclass(frozen=True, slots=True)
class FileEntry:
    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """A club's bundle in its own words; ``totals`` repeats figures that the tables must show."""

    club: ClubIdentity
    month: Month
    sequence: int
    level: Level
    exported_at: str
    totals: Mapping[str, int]
    files: Mapping[str, FileEntry]
    key_changes: tuple[KeyChange, ...] = ()


def list_files(files: Mapping[str, bytes]) -> Json:
    """The ``files`` part of a manifest."""
    return {
        name: {"bytes": len(data), "sha256": sha256(data).hexdigest()}
        for name, data in files.items()
    }


def as_bytes(content: Json) -> bytes:
    """A manifest as written: UTF-8 JSON, two blanks of indent, a line end."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def identity_json(club: ClubIdentity) -> Json:
    """The ``club`` part of a manifest."""
    days = {"started_on": club.started_on, "founded_on": club.founded_on}
    return {
        name: getattr(club, name) for name in ClubIdentity.__dataclass_fields__ if name not in days
    } | {name: day.isoformat() if day else None for name, day in days.items()}


def parse(data: bytes) -> Json:
    """The JSON object in ``data`` of a format this program reads; raises ManifestError."""
    try:
        if len(data) > MAX_BYTES:
            raise ValueError(len(data))
        content = json.loads(data.decode("utf-8"), parse_float=_no_float, parse_constant=_no_float)
        if not isinstance(content, dict):
            raise TypeError(type(content))
        theirs = text(content, "format", 20)
        major = int(theirs.partition(".")[0])
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise ManifestError("bundle.manifest_unreadable") from error
    if major != int(FORMAT.partition(".")[0]):
        raise ManifestError("bundle.newer_format", theirs=printable(theirs), ours=FORMAT)
    return content


def read(data: bytes) -> Manifest:
    """A club's manifest; raises ManifestError."""
    content = parse(data)
    try:
        if content["kind"] != "club":
            raise ValueError(content["kind"])
        return Manifest(
            read_identity(content["club"]),
            Month.parse(text(content, "month", 7)),
            read_sequence(content),
            Level(content["level"]),
            text(content, "exported_at", 40),
            {printable(str(name)): _whole(value) for name, value in content["totals"].items()},
            read_files(content),
            key_changes.read(content),
        )
    except (ValueError, TypeError, KeyError, AttributeError, BadDayError) as error:
        raise ManifestError("bundle.manifest_unreadable") from error


def read_identity(part: Json) -> ClubIdentity:
    """The ``club`` part; raises ValueError and its kin, which the caller translates."""
    texts = ("name", "hamlet", "commune", "district", "province", "founding_decision")
    values = {name: text(part, name, MAX_TEXT) for name in (*texts, "parent_body")}
    founded = part["founded_on"]
    if not isinstance(part["practice"], bool) or not values["name"]:
        raise ValueError(part["practice"])
    return ClubIdentity(
        uuid=matched(part, "uuid", UUID),
        started_on=_day(part["started_on"]),
        public_key=matched(part, "public_key", PUBLIC_KEY),
        founded_on=None if founded is None else _day(founded),
        practice=part["practice"],
        **values,
    )


def read_files(content: Json) -> dict[str, FileEntry]:
    """The ``files`` part; raises ValueError and its kin."""
    return {
        str(name): FileEntry(matched(entry, "sha256", HASH), _whole(entry["bytes"]))
        for name, entry in content["files"].items()
    }


def read_sequence(content: Json) -> int:
    """The bundle's running number, from 1; raises ValueError and its kin."""
    number = _whole(content["sequence"])
    if not 1 <= number <= _MAX_SEQUENCE:
        raise ValueError(number)
    return number


def matched(part: Json, name: str, pattern: re.Pattern[str]) -> str:
    """The text ``name`` of a JSON object, which must follow ``pattern``."""
    value = part[name]
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ValueError(name)
    return value


def text(part: Json, name: str, limit: int) -> str:
    """The one-line text ``name`` of a JSON object, NFC; raises ValueError and its kin."""
    value = part[name]
    if not isinstance(value, str) or len(value) > limit:
        raise ValueError(name)
    if any(category(letter) in _FORBIDDEN for letter in value):
        raise ValueError(name)
    return nfc(value)


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > 10**18:
        raise ValueError(value)
    return value


def _day(value: object) -> date:
    if not isinstance(value, str):
        raise TypeError(value)
    return parse_day(value)


def _no_float(text: str) -> object:
    raise ValueError(text)
