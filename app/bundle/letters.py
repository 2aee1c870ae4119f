"""The two small files that go from the union to a club: its key, and a receipt.

A key file is JSON, or a plain age recipient line. A receipt is one line of JSON and under it the
register's signature of that line.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from typing import Any

from app.base.errors import AppError
from app.bundle import manifest, signing
from app.bundle.signing import PUBLIC_KEY
from app.domain.periods import BadDayError, Month

MAX_BYTES = 64 << 10
_RECIPIENT = "age1"
_WRONG = (ValueError, TypeError, KeyError, AttributeError, RecursionError, BadDayError)
_IDENTITY = re.compile(r"AGE-SECRET-KEY-1[0-9A-Z]{58}")


class LetterError(AppError):
    """A key file or a receipt that is none, or that nobody signed."""


@dataclass(frozen=True, slots=True)
class UnionKey:
    """The union's public keys: ``age`` to seal a bundle to it, ``ed25519`` to know its word."""

    age: str
    name: str = ""
    uuid: str = ""
    ed25519: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """The union has taken in bundle ``sequence`` of ``club``, the one with this manifest."""

    union: str
    union_uuid: str
    union_key: str
    club: str
    month: Month
    sequence: int
    manifest_sha256: str
    received_at: str


def write_key(key: UnionKey) -> bytes:
    """The key file."""
    content = {"format": manifest.FORMAT, "kind": "union-key"} | asdict(key)
    return manifest.as_bytes(content)


def read_key(data: bytes) -> UnionKey:
    """A key file, or the first age recipient line; raises LetterError ``bundle.key_unreadable``."""
    try:
        content = data[:MAX_BYTES].decode("utf-8").strip()
        if not content.startswith("{"):
            lines = [line.strip() for line in content.splitlines()]
            return UnionKey(next(line for line in lines if line.startswith(_RECIPIENT)))
        part = json.loads(content)
        if part["kind"] != "union-key" or not part["age"].startswith(_RECIPIENT):
            raise ValueError(part["kind"])
        return UnionKey(
            manifest.text(part, "age", 200),
            manifest.text(part, "name", manifest.MAX_TEXT),
            manifest.matched(part, "uuid", manifest.UUID),
            manifest.matched(part, "ed25519", PUBLIC_KEY),
        )
    except (*_WRONG, StopIteration) as error:
        raise LetterError("bundle.key_unreadable") from error


def is_text(data: bytes) -> bool:
    """Whether a file may be a key at all: a register, being encrypted, is never text."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def identity_in(data: bytes) -> str:
    """The first age identity of an ``age-keygen`` file, or nothing."""
    found = _IDENTITY.search(data[:MAX_BYTES].decode("ascii", "replace"))
    return found[0] if found else ""


def write_receipt(receipt: Receipt, private: bytes) -> bytes:
    """The receipt, signed with the register's private key."""
    content: dict[str, Any] = {"format": manifest.FORMAT, "kind": "receipt"} | asdict(receipt)
    content["month"] = str(receipt.month)
    line = json.dumps(content, ensure_ascii=False).encode("utf-8")
    return line + b"\n" + signing.sign(line, private).hex().encode("ascii") + b"\n"


def read_receipt(data: bytes) -> Receipt:
    """A receipt whose signature holds; raises LetterError or SignatureError."""
    try:
        line, signature = data[:MAX_BYTES].strip().split(b"\n")
        part = manifest.parse(line)
        if part["kind"] != "receipt":
            raise ValueError(part["kind"])
        receipt = Receipt(
            manifest.text(part, "union", manifest.MAX_TEXT),
            manifest.matched(part, "union_uuid", manifest.UUID),
            manifest.matched(part, "union_key", PUBLIC_KEY),
            manifest.matched(part, "club", manifest.UUID),
            Month.parse(manifest.text(part, "month", 7)),
            manifest.read_sequence(part),
            manifest.matched(part, "manifest_sha256", manifest.HASH),
            manifest.text(part, "received_at", 40),
        )
        signed = bytes.fromhex(signature.decode("ascii"))
    except (*_WRONG, manifest.ManifestError) as error:
        raise LetterError("bundle.receipt_unreadable") from error
    signing.check(line, signed, receipt.union_key)
    return receipt
