"""When a club replaced its key: what is stated, what must follow what, and what each key may sign.

Pure: signatures are made and checked in ``bundle.signing``. The rules stand in
``app/bundle/README.md`` section 11.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class KeyChange:
    """``old`` and ``new`` are public keys in hexadecimal; ``new`` signs from bundle
    ``from_sequence`` on. ``signature`` is that of ``old``, empty where the club had it no more."""

    old: str
    new: str
    from_sequence: int
    on: date
    signature: str = ""

    def statement(self, club: str) -> bytes:
        """What ``old`` signs, for the club with this id."""
        lines = (
            "soclb key change",
            club,
            self.old,
            self.new,
            str(self.from_sequence),
            str(self.on),
        )
        return ("\n".join(lines) + "\n\n").encode()


@dataclass(frozen=True, slots=True)
class KeySpan:
    """What one key may sign: bundles from ``first`` to ``last``, made by the day ``until``.

    None stands for no bound.
    """

    first: int | None = None
    last: int | None = None
    until: date | None = None

    def allows(self, sequence: int, made_on: date | None) -> bool:
        """Whether it may have signed a bundle; one whose day is unknown only without ``until``."""
        if self.first is not None and sequence < self.first:
            return False
        if self.last is not None and sequence > self.last:
            return False
        return self.until is None or (made_on is not None and made_on <= self.until)


@dataclass(frozen=True, slots=True)
class FormerKey:
    """A key the club had: up to which bundle and day, and why it was given up."""

    fingerprint: str
    until_sequence: int
    until_on: date
    reason: str


@dataclass(frozen=True, slots=True)
class ClubKeys:
    """The key the club signs with, and those it had, the newest first."""

    fingerprint: str
    since_sequence: int
    former: tuple[FormerKey, ...]


def follow(changes: Sequence[KeyChange], public_key: str, sequence: int) -> bool:
    """Whether changes are one chain that ends at ``public_key`` by the bundle ``sequence``."""
    if not changes:
        return True
    keys = [changes[0].old, *(one.new for one in changes)]
    return (
        all(before.new == after.old for before, after in pairwise(changes))
        and all(a.from_sequence <= b.from_sequence for a, b in pairwise(changes))
        and all(a.on <= b.on for a, b in pairwise(changes))
        and len(set(keys)) == len(keys)
        and keys[-1] == public_key
        and 1 <= changes[0].from_sequence <= changes[-1].from_sequence <= sequence
    )


def spans(changes: Sequence[KeyChange]) -> dict[str, KeySpan]:
    """By key, what it may sign: all keys of a chain, the current one last."""
    if not changes:
        return {}
    found = {changes[0].old: _before(changes[0], None)}
    for change, after in pairwise(changes):
        found[change.new] = _before(after, change.from_sequence)
    return found | {changes[-1].new: KeySpan(changes[-1].from_sequence)}


def _before(change: KeyChange, first: int | None) -> KeySpan:
    return KeySpan(first, change.from_sequence - 1, change.on)
