"""Ed25519 over bytes: keys, signatures and the short form of a key that a person compares.

Knows no bundle. Keys are 32 raw bytes here and 64 hexadecimal digits in files.
"""

from __future__ import annotations

import base64
import hashlib
import re

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from app.base.errors import AppError

SIGNATURE_BYTES = 64
PUBLIC_KEY = re.compile(r"[0-9a-f]{64}")


class SignatureError(AppError):
    """A signature that does not belong to these bytes and this key."""


def new_key() -> bytes:
    """A fresh private key."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def public_key(private: bytes) -> str:
    """The public half of ``private`` in hexadecimal."""
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw().hex()


def sign(data: bytes, private: bytes) -> bytes:
    """The 64 bytes of the signature of ``data``."""
    return Ed25519PrivateKey.from_private_bytes(private).sign(data)


def check(data: bytes, signature: bytes, public: str) -> None:
    """Raises SignatureError ``bundle.signature_wrong`` unless ``public`` signed ``data``."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(signature, data)
    except (InvalidSignature, ValueError) as error:
        raise SignatureError("bundle.signature_wrong", key=fingerprint(public)) from error


def fingerprint(public: str) -> str:
    """Sixteen letters and digits in fours, as printed on paper: base32 of the key's SHA-256."""
    digest = hashlib.sha256(public.encode("ascii", "replace")).digest()
    letters = base64.b32encode(digest[:10]).decode("ascii")
    return " ".join(letters[at : at + 4] for at in range(0, 16, 4))
