"""May this key speak for this club? Asked for every bundle before anything of it is believed."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import bindparam, select

from app.base import clock
from app.base.errors import AppError
from app.bundle import signing
from app.domain.club_facts import ClubFacts
from app.domain.key_changes import KeySpan, spans
from app.store.database import UnitOfWork
from app.store.union_tables import ClubKeyRow, UnionClubRow

Key = tuple[str, str]
_KEYS = ClubKeyRow.__table__.c
_KNOWN = select(_KEYS.public_key, _KEYS.from_sequence, _KEYS.until_sequence, _KEYS.until_on).where(
    _KEYS.commune == bindparam("of_commune"), _KEYS.club == bindparam("of_club")
)


class ClubRefusedError(AppError):
    """A bundle that the register does not take: another key, or for practice only."""


def place_of(uow: UnitOfWork, club: str) -> Key | None:
    """Commune and id under which a known club stands."""
    row = uow.session.execute(
        select(UnionClubRow.commune, UnionClubRow.uuid).where(UnionClubRow.uuid == club)
    ).first()
    return (row.commune, row.uuid) if row else None


def known_keys(uow: UnitOfWork, key: Key) -> dict[str, KeySpan]:
    """By public key, what it may sign."""
    rows = uow.rows(_KNOWN, of_commune=key[0], of_club=key[1])
    return {public: KeySpan(first, last, until) for public, first, last, until in rows}


def made_on(facts: ClubFacts) -> date | None:
    """The day a bundle says it was made (UTC); None where its words are none."""
    try:
        return datetime.fromisoformat(facts.exported_at).date()
    except ValueError:
        return None


def first_keys(facts: ClubFacts) -> list[dict[str, object]]:
    """The rows of a club met for the first time: its key, and those that it names as its former.

    Who is trusted at first sight is believed about that too (CONTRACT 5.16).
    """
    found = spans(facts.key_changes) or {facts.club.public_key: KeySpan()}
    former = {one.new: one.old for one in facts.key_changes if one.signature}
    return [
        {
            "public_key": public,
            "first_seen_at": clock.now(),
            "from_sequence": span.first,
            "until_sequence": span.last,
            "until_on": span.until,
            "endorsed_by": former.get(public),
            "reason": "",
        }
        for public, span in found.items()
    ]


def check(uow: UnitOfWork, key: Key, facts: ClubFacts) -> None:
    """Raises ClubRefusedError for a key that is not the club's, or not for this bundle."""
    theirs, known = facts.club.public_key, known_keys(uow, key)
    if theirs in known:
        span = known[theirs]
        if span.allows(facts.sequence, made_on(facts)):
            return
        if span.first is not None and facts.sequence < span.first:
            raise ClubRefusedError("union.key_not_yet", club=facts.club.name, first=span.first)
        raise ClubRefusedError(
            "union.key_retired", club=facts.club.name, until=span.last or 0, day=span.until or "–"
        )
    told = {
        "club": facts.club.name,
        "theirs": signing.fingerprint(theirs),
        "known": ", ".join(signing.fingerprint(one) for one in known),
    }
    if any(one.old in known for one in facts.key_changes):
        last = facts.key_changes[-1]
        raise ClubRefusedError("union.key_changed", day=last.on, **told)
    raise ClubRefusedError("union.other_key", **told)
