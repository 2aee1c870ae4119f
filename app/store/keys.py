"""The key of a book, and who can open it.

Without a password the key is a published constant, so that one file is the whole book and any
SQLCipher tool opens it (CONTRACT 1). With passwords the book has a random key, and the key file
beside it holds that key once for each board member, wrapped by Argon2id of her password, and once
for the printed recovery code. Nothing here opens the book itself. The cryptography
is loaded only where a password is given: most books have none.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import secrets
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from app.base import files
from app.base.errors import AppError, StoreUnavailableError
from app.base.text import nfc

PUBLISHED_KEY = hashlib.sha256(b"soclb").hexdigest()

RECOVERY = "recovery"
"""The holder of the printed code."""
FORMAT = "soclb-keys 1"
SHORTEST_PASSWORD = 6
_CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODE_GROUPS, _GROUP_LENGTH = 5, 5
_READ_AS = str.maketrans("OIL", "011")


class WrongPasswordError(AppError):
    """A password is missing, wrong, too short, or tried too often."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs: 64 MiB and about a sixth of a second (RFC 9106)."""

    iterations: int = 3
    lanes: int = 4
    memory_kib: int = 65_536


@dataclass(frozen=True, slots=True)
class Slot:
    """The book's key, wrapped for one holder; bytes as base64."""

    holder: str
    salt: str
    nonce: str
    wrapped: str
    cost: Cost

    def open(self, password: str) -> str | None:
        """The book's key in hex, or None for a password that isn't this holder's."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        wrapping = _wrapping_key(self.holder, password, base64.b64decode(self.salt), self.cost)
        try:
            key = AESGCM(wrapping).decrypt(
                base64.b64decode(self.nonce), base64.b64decode(self.wrapped), self.holder.encode()
            )
        except InvalidTag:
            return None
        return key.hex()


@dataclass(frozen=True, slots=True)
class KeyRing:
    """What a key file holds. ``book`` is the club's own number, to tell key files apart."""

    book: str
    slots: tuple[Slot, ...] = ()

    @property
    def holders(self) -> tuple[str, ...]:
        """The board members who have a password, the recovery code left out."""
        return tuple(slot.holder for slot in self.slots if slot.holder != RECOVERY)

    def with_slot(self, key: str, holder: str, password: str, cost: Cost | None = None) -> KeyRing:
        """The ring in which ``password`` opens the book for ``holder``, instead of her old one."""
        if len(nfc(password)) < SHORTEST_PASSWORD:
            raise WrongPasswordError("password.too_short", least=SHORTEST_PASSWORD)
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        cost, salt, nonce = cost or Cost(), secrets.token_bytes(16), secrets.token_bytes(12)
        wrapping = _wrapping_key(holder, password, salt, cost)
        wrapped = AESGCM(wrapping).encrypt(nonce, bytes.fromhex(key), holder.encode())
        new = Slot(holder, _text(salt), _text(nonce), _text(wrapped), cost)
        others = tuple(slot for slot in self.slots if slot.holder != holder)
        return replace(self, slots=(*others, new))

    def without(self, holder: str) -> KeyRing:
        """The ring without somebody; raises WrongPasswordError when nobody would be left."""
        rest = replace(self, slots=tuple(slot for slot in self.slots if slot.holder != holder))
        if not rest.holders:
            raise WrongPasswordError("password.last_one")
        return rest

    def open(self, password: str, holder: str | None = None) -> str:
        """The book's key in hex, by anybody's password or by that of ``holder``.

        Raises WrongPasswordError ``password.wrong``.
        """
        for slot in self.slots:
            if holder is not None and slot.holder != holder:
                continue
            if slot.holder == RECOVERY and holder is None and not looks_like_code(password):
                continue
            key = slot.open(password)
            if key is not None:
                return key
        raise WrongPasswordError("password.wrong")


def new_key() -> str:
    """A random key for a book, in hex."""
    return secrets.token_hex(32)


def new_recovery_code() -> str:
    """A code to print and lock away: 125 random bits in five groups, no letters to mix up."""
    groups = (
        "".join(secrets.choice(_CODE_LETTERS) for _ in range(_GROUP_LENGTH))
        for _ in range(_CODE_GROUPS)
    )
    return "-".join(groups)


def looks_like_code(text: str) -> bool:
    return len(_code_letters(text)) == _CODE_GROUPS * _GROUP_LENGTH


def key_file(book: Path) -> Path:
    """Where a book's key file lies: ``NAME.soclb-keys`` beside it."""
    return book.with_name(f"{book.name}-keys")


def as_bytes(ring: KeyRing) -> bytes:
    """A key file's content: readable JSON, the same ring giving the same bytes."""
    content = {"format": FORMAT, **asdict(ring)}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def from_bytes(content: bytes, path: Path) -> KeyRing:
    """The ring of a key file; raises StoreUnavailableError ``book.keys_damaged``."""
    try:
        read = json.loads(content)
        if read["format"] != FORMAT:
            raise StoreUnavailableError("book.keys_damaged", path=str(path))
        slots = tuple(Slot(**{**slot, "cost": Cost(**slot["cost"])}) for slot in read["slots"])
        for slot in slots:
            for part in (slot.salt, slot.nonce, slot.wrapped):
                base64.b64decode(part, validate=True)
        return KeyRing(str(read["book"]), slots)
    except (ValueError, KeyError, TypeError, binascii.Error) as error:
        raise StoreUnavailableError("book.keys_damaged", path=str(path)) from error


def read_ring(path: Path) -> KeyRing:
    """The ring in a key file; raises StoreUnavailableError."""
    return from_bytes(files.read_bytes(path), path)


def _wrapping_key(holder: str, password: str, salt: bytes, cost: Cost) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    secret = _code_letters(password) if holder == RECOVERY else nfc(password)
    derive = Argon2id(
        salt=salt,
        length=32,
        iterations=cost.iterations,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    return derive.derive(secret.encode())


def _code_letters(text: str) -> str:
    return "".join(sign for sign in text.upper() if sign.isalnum()).translate(_READ_AS)


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()
