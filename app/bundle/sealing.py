"""Sealing a bundle to the union's key with age, so that any age tool opens it.

Recipients only, never passphrases. A sealed file is read whole, so its size is looked at first.
"""

from __future__ import annotations

import pyrage

from app.base.errors import AppError

MAGIC = b"age-encryption.org/"


class SealError(AppError):
    """A sealed bundle that this key does not open, or a key that is none."""


def new_identity() -> str:
    """A fresh age identity (``AGE-SECRET-KEY-1…``)."""
    return str(pyrage.x25519.Identity.generate())


def recipient_of(identity: str) -> str:
    """The public half (``age1…``) of an identity."""
    return str(_identity(identity).to_public())


def is_sealed(head: bytes) -> bool:
    """Whether a file that begins with ``head`` is an age file."""
    return head.startswith(MAGIC)


def seal(data: bytes, recipient: str) -> bytes:
    """``data`` as an age file only ``recipient`` opens; raises SealError for a bad key."""
    try:
        return bytes(pyrage.encrypt(data, [pyrage.x25519.Recipient.from_str(recipient)]))
    except (pyrage.RecipientError, ValueError) as error:
        raise SealError("bundle.key_unreadable") from error


def unseal(data: bytes, identity: str) -> bytes:
    """The bytes inside an age file; raises SealError ``bundle.sealed_for_other``."""
    try:
        return bytes(pyrage.decrypt(data, [_identity(identity)]))
    except (pyrage.DecryptError, ValueError) as error:
        raise SealError("bundle.sealed_for_other") from error


def _identity(text: str) -> pyrage.x25519.Identity:
    try:
        return pyrage.x25519.Identity.from_str(text)
    except (pyrage.IdentityError, ValueError) as error:
        raise SealError("bundle.key_unreadable") from error
