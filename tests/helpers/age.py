"""A second reader of age v1 files (X25519, binary), from the published format alone.

Written after c2sp.org/age with another library than the program's, so that "any age tool opens
it" has a witness. Knows one recipient and no streaming.
"""

from __future__ import annotations

import base64
import hmac
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_CHUNK = (64 << 10) + 16
_PREFIX = "AGE-SECRET-KEY-1"


def decrypt(data: bytes, identity: str) -> bytes:
    """What is inside an age file; raises what the library does when the key is another."""
    head, _, rest = data.partition(b"\n--- ")
    mac, _, payload = rest.partition(b"\n")
    key = _file_key(head.decode("ascii").split("\n"), _scalar(identity))
    own = hmac.new(_derived(key, b"", b"header"), head + b"\n---", sha256).digest()
    assert hmac.compare_digest(own, _plain(mac.decode())), "the header was changed"
    stream = ChaCha20Poly1305(_derived(key, payload[:16], b"payload"))
    body, content = payload[16:], b""
    for number, at in enumerate(range(0, len(body), _CHUNK)):
        last = at + _CHUNK >= len(body)
        nonce = number.to_bytes(11, "big") + bytes([last])
        content += stream.decrypt(nonce, body[at : at + _CHUNK], None)
    return content


def _file_key(lines: list[str], scalar: bytes) -> bytes:
    assert lines[0] == "age-encryption.org/v1"
    own = X25519PrivateKey.from_private_bytes(scalar)
    for at, line in enumerate(lines):
        if line.startswith("-> X25519 "):
            share = _plain(line.split(" ")[2])
            shared = own.exchange(X25519PublicKey.from_public_bytes(share))
            salt = share + own.public_key().public_bytes_raw()
            wrap = _derived(shared, salt, b"age-encryption.org/v1/X25519")
            return ChaCha20Poly1305(wrap).decrypt(bytes(12), _plain(lines[at + 1]), None)
    raise AssertionError("sealed to nobody by X25519")


def _derived(secret: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt, info).derive(secret)


def _plain(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)


def _scalar(identity: str) -> bytes:
    """The 32 bytes of a bech32 identity; its checksum is the program's business."""
    fives = [_LETTERS.index(letter) for letter in identity.removeprefix(_PREFIX).lower()][:-6]
    bits = "".join(f"{five:05b}" for five in fives)[:256]
    return int(bits, 2).to_bytes(32, "big")
