"""One club in the register: its key, its bundles, the months that count, its conflicts.

The rules are pure and stand in ``domain.club_past``; here they meet the tables. Everything
happens in the caller's transaction, and on a server only one transaction works on a club.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import ColumnElement, Text, bindparam, func, insert, or_, select, update

from app.base import clock
from app.base.errors import AppError
from app.bundle import archive, manifest, tables
from app.bundle import format as club_format
from app.bundle.format import Packed
from app.domain import club_past
from app.domain.club_facts import ClubFacts, ClubIdentity, Level
from app.domain.club_past import Mark, Memory
from app.services import club_figures, club_trust
from app.services.club_figures import Key
from app.store.database import UnitOfWork
from app.store.union_tables import (
    BundleRow,
    ClubKeyRow,
    ConflictRow,
    MonthFiguresRow,
    UnionClubRow,
)

_OfClub = BundleRow | ClubKeyRow | ConflictRow | MonthFiguresRow

_CLUB, _BUNDLE, _CONFLICT = (row.__table__.c for row in (UnionClubRow, BundleRow, ConflictRow))
_COMMUNE, _UUID = (bindparam(name, type_=Text) for name in ("of_commune", "of_club"))
_PLACE = select(_CLUB.commune, _CLUB.uuid, _CLUB.sequence).where(_CLUB.uuid == bindparam("uuid"))
_MARKS = select(
    _BUNDLE.set_aside,
    _BUNDLE.manifest,
    _BUNDLE.sequence,
    _BUNDLE.month,
    _BUNDLE.past,
    _BUNDLE.locked_month,
    _BUNDLE.locked_chain,
).where(_BUNDLE.commune == _COMMUNE, _BUNDLE.club == _UUID)
_OPEN_CONFLICTS = (
    select(_CONFLICT.one, _CONFLICT.other)
    .where(_CONFLICT.commune == _COMMUNE, _CONFLICT.club == _UUID, _CONFLICT.kept == "")
    .order_by(_CONFLICT.one, _CONFLICT.other)
)
_DESCRIBED = update(UnionClubRow).where(_CLUB.commune == _COMMUNE, _CLUB.uuid == _UUID)


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a bundle: known before, of a new club, the newest or changing a month that
    counts, in conflict."""

    known: bool = False
    new_club: bool = False
    changed: bool = False
    conflict: AppError | None = None


def take(uow: UnitOfWork, *, packed: Packed, file_name: str) -> Taken:
    """Take one verified bundle into its club's history; raises ClubRefusedError."""
    facts = packed.facts
    own = Memory.of(facts, sha256(packed.manifest).hexdigest())
    one_at_a_time(uow, facts.club.uuid)
    place = uow.rows(_PLACE, uuid=facts.club.uuid).first()
    if place is None:
        _take_first(uow, packed, own.mark, file_name)
        return Taken(new_club=True, changed=True)
    key, described = (place.commune, place.uuid), place.sequence
    club_trust.check(uow, key, facts)
    known = _marks(uow, key)
    name = own.mark.manifest
    if any(mark.manifest == name for mark, _ in known):
        return Taken(known=True, conflict=_open_conflict(uow, key, name))
    _keep(uow, key, packed, own.mark, file_name)
    found = _contradictions(uow, key, own, [mark for mark, aside in known if not aside])
    _note_conflicts(uow, key, name, found)
    disputed = bool(open_conflicts(uow, key))
    changed = settle(uow, key) if disputed else _merge(uow, key, facts, described)
    newest = all(facts.sequence > mark.sequence for mark, _ in known)
    why = _open_conflict(uow, key, name) if found else None
    return Taken(changed=changed or newest, conflict=why)


def _take_first(uow: UnitOfWork, packed: Packed, mark: Mark, file_name: str) -> None:
    """A club that was unknown: the first key seen is the club's (CONTRACT 5.16)."""
    facts, now = packed.facts, clock.now()
    key = (facts.club.commune, facts.club.uuid)
    for trusted in club_trust.first_keys(facts):
        _insert(uow, ClubKeyRow, commune=key[0], club=key[1], **trusted)
    _keep(uow, key, packed, mark, file_name)
    club_figures.insert(uow, key, club_past.merge({}, facts))
    said = _description(facts.club, facts.sequence)
    _insert(uow, UnionClubRow, commune=key[0], uuid=key[1], first_seen_at=now, **said)


def _insert(uow: UnitOfWork, row: type[Any], **values: object) -> None:
    uow.connection.execute(insert(row.__table__), values)
    uow.topics.add(row.__tablename__)


def contents(uow: UnitOfWork, key: Key) -> dict[str, Packed]:
    """The bundles of a club that are not set aside, read back from what the register keeps."""
    rows = uow.session.execute(
        select(BundleRow.manifest, BundleRow.content).where(
            *of_club(BundleRow, key), BundleRow.set_aside == 0
        )
    )
    return {manifest: _unpack(content) for manifest, content in rows}


def packed(uow: UnitOfWork, key: Key, bundle: str) -> Packed:
    """One bundle of a club, read back and verified; ``bundle`` is its manifest's SHA-256."""
    query = select(BundleRow.content).where(*of_club(BundleRow, key), BundleRow.manifest == bundle)
    return _unpack(uow.session.execute(query).scalar_one())


def open_conflicts(uow: UnitOfWork, key: Key) -> list[tuple[str, str]]:
    """Pairs of bundles that contradict each other, undecided."""
    return list(uow.rows(_OPEN_CONFLICTS, of_commune=key[0], of_club=key[1]))


def one_at_a_time(uow: UnitOfWork, club: str) -> None:
    """On a server two clerks may import at once; a file has one writer anyway."""
    if uow.connection.dialect.name == "postgresql":
        uow.session.execute(select(func.pg_advisory_xact_lock(func.hashtext(club))))


def of_club(table: type[_OfClub], key: Key) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """The rows of one club in a table."""
    return table.commune == key[0], table.club == key[1]


def _marks(uow: UnitOfWork, key: Key) -> list[tuple[Mark, bool]]:
    """Every bundle the register has of a club, and whether it was set aside: known, and compared
    no more."""
    rows = uow.rows(_MARKS, of_commune=key[0], of_club=key[1])
    return [(Mark(*mark), bool(aside)) for aside, *mark in rows]


def _keep(uow: UnitOfWork, key: Key, packed: Packed, mark: Mark, file_name: str) -> None:
    _insert(
        uow,
        BundleRow,
        commune=key[0],
        club=key[1],
        level=packed.facts.level.value,
        exported_at=packed.facts.exported_at,
        received_at=clock.now(),
        file_name=file_name,
        content=_kept(packed),
        **asdict(mark),
    )


def _contradictions(
    uow: UnitOfWork, key: Key, own: Memory, others: Sequence[Mark]
) -> dict[str, str]:
    """The bundles that this one contradicts, each with the code why."""
    number = own.mark.sequence
    later = [mark for mark in others if mark.sequence > number]
    codes = {
        mark.manifest: club_past.contradiction(mark, own)
        for mark in others
        if mark.sequence <= number
    } | {
        memory.mark.manifest: club_past.contradiction(own.mark, memory)
        for memory in _memories(uow, key, later)
    }
    return {name: code for name, code in codes.items() if code}


def _memories(uow: UnitOfWork, key: Key, marks: Sequence[Mark]) -> Iterator[Memory]:
    """What some bundles remember, from the words that were verified when they came."""
    by_manifest = {mark.manifest: mark for mark in marks}
    if not marks:
        return
    rows = uow.session.execute(
        select(BundleRow.manifest, BundleRow.content).where(
            *of_club(BundleRow, key), BundleRow.manifest.in_(list(by_manifest))
        )
    )
    for name, content in rows:
        files = archive.unpack(content)
        steps = tables.EXPORTS.read(files[tables.EXPORTS.file])
        chains = tables.chains(files[tables.MONTHS.file])
        yield Memory(by_manifest[name], club_past.pasts(steps), chains)


def _note_conflicts(uow: UnitOfWork, key: Key, manifest: str, found: Mapping[str, str]) -> None:
    for name, code in found.items():
        one, other = sorted((name, manifest))
        uow.session.add(
            ConflictRow(
                commune=key[0], club=key[1], one=one, other=other, code=code, found_at=clock.now()
            )
        )
    uow.session.flush()


def _open_conflict(uow: UnitOfWork, key: Key, manifest: str) -> AppError | None:
    """Why a bundle is in an open conflict, and with which; None when it is in none."""
    either = or_(ConflictRow.one == manifest, ConflictRow.other == manifest)
    row = uow.session.execute(
        select(ConflictRow.code, ConflictRow.one, ConflictRow.other)
        .where(*of_club(ConflictRow, key), ConflictRow.kept == "", either)
        .order_by(ConflictRow.one, ConflictRow.other)
        .limit(1)
    ).first()
    if row is None:
        return None
    rival = row.other if row.one == manifest else row.one
    sequence = uow.session.execute(
        select(BundleRow.sequence).where(*of_club(BundleRow, key), BundleRow.manifest == rival)
    ).scalar_one()
    return AppError(row.code, sequence=sequence)


def _merge(uow: UnitOfWork, key: Key, facts: ClubFacts, described: int) -> bool:
    """Add one bundle that contradicts nothing; whether a month that counts came or changed.

    ``described`` is the number of the bundle that the club's description comes from.
    """
    known = club_figures.told(uow, key)
    changed = club_past.merge(known, facts)
    club_figures.write(uow, key, facts=facts, known=known, changed=changed)
    if facts.sequence >= described:
        _describe(uow, key, facts.club, facts.sequence)
    return any(
        month not in known or row.facts != known[month].facts for month, row in changed.items()
    )


def settle(uow: UnitOfWork, key: Key) -> bool:
    """Work the club's months out anew from all its bundles and open conflicts."""
    conflicts = open_conflicts(uow, key)
    bundles = [(name, packed.facts) for name, packed in contents(uow, key).items()]
    known = club_figures.told(uow, key)
    settled = club_past.settle(bundles, conflicts)
    club_figures.replace_all(uow, key, settled)
    disputed = {name for pair in conflicts for name in pair}
    ranked = sorted(bundles, key=lambda item: (item[0] not in disputed, item[1].sequence, item[0]))
    _describe(uow, key, ranked[-1][1].club, ranked[-1][1].sequence)
    return settled != known


def _describe(uow: UnitOfWork, key: Key, club: ClubIdentity, sequence: int) -> None:
    """Write down what a bundle says of its club."""
    said = _description(club, sequence)
    uow.rows(_DESCRIBED, of_commune=key[0], of_club=key[1], **said)
    uow.topics.add(UnionClubRow.__tablename__)


def _description(club: ClubIdentity, sequence: int) -> dict[str, Any]:
    return {
        "name": club.name,
        "area": club.area,
        "hamlet": club.hamlet,
        "commune_now": club.commune,
        "district": club.district,
        "province": club.province,
        "parent_body": club.parent_body,
        "founding_decision": club.founding_decision,
        "founded_on": club.founded_on,
        "started_on": club.started_on,
        "sequence": sequence,
    }


def _kept(packed: Packed) -> bytes:
    """What the register keeps: the signed words and the tables it uses, as they came.

    Sheets stay in the file, so a bundle with sheets is packed anew without them.
    """
    if packed.zipped and packed.facts.level is not Level.FULL:
        return packed.zipped
    names = (tables.MONTHS.file, tables.EXPORTS.file, tables.BORROWERS.file)
    kept = {name: packed.files[name] for name in names if name in packed.files}
    signed = {manifest.NAME: packed.manifest, manifest.SIGNATURE: packed.signature}
    return archive.pack(signed | kept)


def _unpack(content: bytes) -> Packed:
    files = archive.unpack(content)
    stated, signature = club_format.pop_signed(files)
    return club_format.verify(stated, signature, files, core_only=True)
