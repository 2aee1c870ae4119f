"""Whose word the register takes for a club's: the first key seen, and those an officer confirmed.

The rules of a change stand in ``domain.key_changes`` and ``app/bundle/README.md`` section 11.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import select, update

from app.base import clock
from app.base.errors import AppError
from app.base.text import one_line
from app.bundle import reading, signing
from app.bundle.format import Packed
from app.domain.club_facts import ClubFacts
from app.domain.key_changes import KeyChange, KeySpan, spans
from app.services import club_history, register
from app.services.club_history import of_club
from app.services.club_trust import ClubRefusedError, Key, known_keys, made_on, place_of
from app.services.register import Outcome
from app.store.database import UnitOfWork
from app.store.union_tables import BundleRow, ClubKeyRow, ConflictRow, RegisterRow


@dataclass(frozen=True, slots=True)
class NewKey:
    """A bundle that waits for its key to be confirmed, as an officer compares it with paper.

    ``endorsed``: the key that the register trusts signed the change. ``former`` is its
    fingerprint; ``from_sequence`` the first bundle of the new key; ``known`` is True where nothing
    waits: the key is trusted already, and may only be marked as compared.
    """

    club: str
    uuid: str
    fingerprint: str
    former: str
    from_sequence: int
    on: date | None
    endorsed: bool
    known: bool


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What became of the bundle, and how many of the old key's later ones were set aside."""

    outcome: Outcome
    why: AppError | None
    set_aside: int


def waiting(uow: UnitOfWork, *, path: Path, club: str = "") -> NewKey:
    """What a refused file says of its club's new key. ``club`` is needed for a register's file
    that holds several. Raises what reading does, AppError ``union.key_nothing_to_confirm``."""
    packed = _packed(uow, path, club)
    key, current = _of_known(uow, packed.facts)
    change = _last_step(packed.facts, current)
    return NewKey(
        packed.facts.club.name,
        packed.facts.club.uuid,
        signing.fingerprint(packed.facts.club.public_key),
        signing.fingerprint(change.old),
        change.from_sequence,
        change.on,
        _endorsed(packed.facts, current),
        packed.facts.club.public_key in known_keys(uow, key),
    )


def confirm(
    uow: UnitOfWork, *, path: Path, fingerprint: str, reason: str, club: str = ""
) -> Confirmed:
    """The officer has compared the key's fingerprint with the board's paper: it is the club's.

    The former key is believed up to the day of the change only; what it signed beyond is set
    aside, never deleted. The file's bundle is taken in. Raises AppError
    ``union.fingerprint_differs``, ``union.key_reason_missing``, ``union.key_nothing_to_confirm``,
    and what reading and taking in do.
    """
    packed = _packed(uow, path, club)
    facts = packed.facts
    _check(facts, fingerprint, reason)
    club_history.one_at_a_time(uow, facts.club.uuid)
    key, current = _of_known(uow, facts)
    known = known_keys(uow, key)
    if facts.club.public_key not in known:
        _write(uow, key, facts, current, one_line(reason))
    elif not known[facts.club.public_key].allows(facts.sequence, made_on(facts)):
        raise ClubRefusedError("union.key_nothing_to_confirm", club=facts.club.name)
    uow.session.execute(
        update(ClubKeyRow)
        .where(*of_club(ClubKeyRow, key), ClubKeyRow.public_key == facts.club.public_key)
        .values(confirmed_at=clock.now(), reason=one_line(reason))
    )
    outcome, why = register.take(uow, packed=packed, file_name=path.name)
    aside = _set_aside(uow, key, one_line(reason))
    if aside:
        club_history.settle(uow, key)
        outcome, why = register.take(uow, packed=packed, file_name=path.name)
        outcome = Outcome.REPLACED if outcome is Outcome.ALREADY_THERE else outcome
    return Confirmed(outcome, why, aside)


def _packed(uow: UnitOfWork, path: Path, club: str) -> Packed:
    secret = uow.session.execute(select(RegisterRow.age_identity)).scalar_one()
    content = reading.read(register.read_limited(path), secret)
    if isinstance(content, Packed):
        return content
    if club not in content.clubs:
        raise AppError("union.club_unknown", club=club or "–")
    return content.club(club)


def _check(facts: ClubFacts, fingerprint: str, reason: str) -> None:
    theirs = signing.fingerprint(facts.club.public_key)
    if "".join(fingerprint.split()).upper() != "".join(theirs.split()):
        raise AppError("union.fingerprint_differs", theirs=theirs, typed=fingerprint.strip())
    if not one_line(reason):
        raise AppError("union.key_reason_missing")


def _of_known(uow: UnitOfWork, facts: ClubFacts) -> tuple[Key, str]:
    """Where a known club stands, and the key that the register trusts now."""
    key = place_of(uow, facts.club.uuid)
    if key is None:
        raise AppError("union.key_nothing_to_confirm", club=facts.club.name)
    spans_of = known_keys(uow, key)
    newest = max(
        spans_of, key=lambda one: (spans_of[one].last is None, spans_of[one].last or 0, one)
    )
    return key, newest


def _last_step(facts: ClubFacts, current: str) -> KeyChange:
    """The change to the bundle's key; made up where its book says nothing of one."""
    if facts.key_changes:
        return facts.key_changes[-1]
    return KeyChange(current, facts.club.public_key, facts.sequence, made_on(facts) or date.min)


def _endorsed(facts: ClubFacts, current: str) -> bool:
    """Whether the trusted key signed the way to the bundle's, step by step."""
    olds = [one.old for one in facts.key_changes]
    return current in olds and all(
        one.signature for one in facts.key_changes[olds.index(current) :]
    )


def _write(uow: UnitOfWork, key: Key, facts: ClubFacts, current: str, reason: str) -> None:
    """The keys of the chain that are new here, and an end to each that was trusted so far."""
    changes = facts.key_changes or (_last_step(facts, current),)
    endorsed, known = _endorsed(facts, current), known_keys(uow, key)
    for one in changes:
        if one.new not in known:
            uow.session.add(
                ClubKeyRow(
                    commune=key[0],
                    club=key[1],
                    public_key=one.new,
                    first_seen_at=clock.now(),
                    from_sequence=one.from_sequence,
                    endorsed_by=one.old if endorsed else None,
                    reason=reason,
                )
            )
    uow.session.flush()
    ends = spans(changes)
    last = changes[-1]
    for public, span in known_keys(uow, key).items():
        if public != last.new:
            end = ends.get(public, KeySpan(span.first, last.from_sequence - 1, last.on))
            _end(uow, key, public, span, end)


def _end(uow: UnitOfWork, key: Key, public: str, span: KeySpan, end: KeySpan) -> None:
    """End a key where the chain ends it, or where it had ended before."""
    lasts = [one for one in (span.last, end.last) if one is not None]
    untils = [one for one in (span.until, end.until) if one is not None]
    uow.session.execute(
        update(ClubKeyRow)
        .where(*of_club(ClubKeyRow, key), ClubKeyRow.public_key == public)
        .values(until_sequence=min(lasts, default=None), until_on=min(untils, default=None))
    )


def _set_aside(uow: UnitOfWork, key: Key, reason: str) -> int:
    """Bundles taken before that their key may not have signed; their conflicts are decided."""
    allowed = known_keys(uow, key)
    wrong = [
        name
        for name, packed in club_history.contents(uow, key).items()
        if not allowed[packed.facts.club.public_key].allows(
            packed.facts.sequence, made_on(packed.facts)
        )
    ]
    if not wrong:
        return 0
    uow.session.execute(
        update(BundleRow)
        .where(*of_club(BundleRow, key), BundleRow.manifest.in_(wrong))
        .values(set_aside=1)
    )
    for one, other in club_history.open_conflicts(uow, key):
        if one in wrong or other in wrong:
            uow.session.execute(
                update(ConflictRow)
                .where(
                    *of_club(ConflictRow, key), ConflictRow.one == one, ConflictRow.other == other
                )
                .values(kept=other if one in wrong else one, reason=reason, decided_at=clock.now())
            )
    return len(wrong)
