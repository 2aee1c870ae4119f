"""What the union keeps of a club beside its figures: who founded it, out of which, who runs it.

Some of it bundles tell, some only the officer knows and writes down from a day on; what was
written stays as history. Pure shapes and rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.periods import Month

BOARD = ("chair", "vice_chair", "secretary", "treasurer", "board")
"""The posts of the board; ``board`` are its other members, separated by semicolons."""

TOLD = ("founded_on", "founding_decision", "parent_body", "area")
"""What bundles tell too; the officer's word goes before theirs from its day on."""

FIELDS = (*TOLD, "parent_club", *BOARD, "ended", "note")
"""``parent_club``: the club it was split from, by its id. ``ended``: why it is no more; from that
day on it is neither counted nor missed."""


@dataclass(frozen=True, slots=True)
class Particular:
    """One thing the officer wrote of a club; an empty ``value`` takes back what stood before."""

    field: str
    value: str
    from_on: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class ClubKey:
    """A key of a club as an officer sees it; ``fingerprint`` is what paper prints.

    ``until_sequence`` and ``until_on`` end a key that was replaced; ``endorsed`` says that the key
    before it signed the change; ``confirmed_on`` is None while nobody compared it with paper.
    """

    fingerprint: str
    first_seen_on: date
    from_sequence: int | None
    until_sequence: int | None
    until_on: date | None
    confirmed_on: date | None
    endorsed: bool
    reason: str

    @property
    def current(self) -> bool:
        return self.until_sequence is None


@dataclass(frozen=True, slots=True)
class Lay:
    """Where a club lay, by its own word, from a month on."""

    area: str
    first: Month


@dataclass(frozen=True, slots=True)
class ClubRecord:
    """A club in the register on a day.

    ``told`` is what its newest bundle says, ``holds`` the officer's words in force by field,
    ``history`` all of them, the newest first. ``split_off`` are the clubs that came out of it.
    ``units`` is what its area is on that day.
    """

    uuid: str
    name: str
    area: str
    hamlet: str
    started_on: date
    told: Mapping[str, str]
    holds: Mapping[str, Particular]
    history: tuple[Particular, ...]
    keys: tuple[ClubKey, ...]
    lay: tuple[Lay, ...]
    units: tuple[str, ...]
    parent_club: str
    split_off: tuple[str, ...]
    last_month: Month | None

    def value(self, field: str) -> str:
        """The officer's word, else the bundle's, else nothing."""
        if field in self.holds:
            return self.holds[field].value
        return self.told.get(field, "")

    @property
    def board(self) -> tuple[tuple[str, str], ...]:
        """Post and name of each member of the board that the officer wrote down."""
        return tuple(
            (post, name.strip())
            for post in BOARD
            for name in self.value(post).split(";")
            if name.strip()
        )

    @property
    def ended(self) -> bool:
        return bool(self.value("ended"))


def in_force(written: Iterable[Particular], on: date) -> dict[str, Particular]:
    """By field, what holds on a day: the newest not after it, unless that took it back."""
    found: dict[str, Particular] = {}
    for one in sorted(written, key=lambda one: one.from_on):
        if one.from_on <= on:
            found[one.field] = one
    return {field: one for field, one in found.items() if one.value}


def descends(club: str, ancestor: str, parents: Mapping[str, str]) -> bool:
    """Whether ``club`` is ``ancestor`` or was split from it, however many splits ago."""
    seen = set()
    while club and club not in seen:
        if club == ancestor:
            return True
        seen.add(club)
        club = parents.get(club, "")
    return False
