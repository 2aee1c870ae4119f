"""``key_changes`` of a manifest: a club's earlier keys, each replaced in a signed statement.

The specification is ``README.md`` section 11.
"""

from __future__ import annotations

import re
from typing import Any

from app.bundle import signing
from app.domain.key_changes import KeyChange, follow
from app.domain.periods import parse_day

KEY = "key_changes"
MOST = 1000
_SIGNATURE = re.compile(r"(?:[0-9a-f]{128})?")
_MAX_SEQUENCE = 10**9


def make(club: str, private: bytes, new: str, from_sequence: int, on: Any) -> KeyChange:
    """A change of the key ``private`` to the public key ``new``, signed by the former."""
    change = KeyChange(signing.public_key(private), new, from_sequence, on)
    signature = signing.sign(change.statement(club), private).hex()
    return KeyChange(change.old, new, from_sequence, on, signature)


def as_json(changes: tuple[KeyChange, ...]) -> list[dict[str, Any]]:
    """The changes as they stand in a manifest."""
    return [
        {
            "old": one.old,
            "new": one.new,
            "from_sequence": one.from_sequence,
            "on": one.on.isoformat(),
            "signature": one.signature,
        }
        for one in changes
    ]


def read(content: dict[str, Any]) -> tuple[KeyChange, ...]:
    """The changes of a manifest; raises ValueError and its kin, which the caller translates."""
    listed = content.get(KEY, [])
    if not isinstance(listed, list) or len(listed) > MOST:
        raise ValueError(KEY)
    return tuple(map(_change, listed))


def _change(part: dict[str, Any]) -> KeyChange:
    number = part["from_sequence"]
    if not isinstance(number, int) or isinstance(number, bool) or number > _MAX_SEQUENCE:
        raise ValueError(number)
    if not isinstance(part["on"], str):
        raise TypeError(part["on"])
    for name, pattern in (
        ("old", signing.PUBLIC_KEY), ("new", signing.PUBLIC_KEY), ("signature", _SIGNATURE),
    ):  # fmt: skip
        if not isinstance(part[name], str) or not pattern.fullmatch(part[name]):
            raise ValueError(name)
    return KeyChange(part["old"], part["new"], number, parse_day(part["on"]), part["signature"])


def check(changes: tuple[KeyChange, ...], club: str, public_key: str, sequence: int) -> None:
    """Raises SignatureError ``bundle.key_change_wrong`` unless the changes lead to the key."""
    if not follow(changes, public_key, sequence):
        raise signing.SignatureError("bundle.key_change_wrong")
    for one in changes:
        if one.signature:
            signing.check(one.statement(club), bytes.fromhex(one.signature), one.old)
