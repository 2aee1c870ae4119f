"""One club in the register: its key, its bundles, the months that count, its conflicts.

The rules are pure and stand in ``domain.club_past``; here they meet the tables. Everything
happens in the caller's transaction, and on a server only one transaction works on a club.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import ColumnElement, delete, func, insert, or_, select

from app.base import clock
from app.base.errors import AppError
from app.bundle import archive, manifest, signing, tables
from app.bundle import format as club_format
from app.bundle.format import Packed
from app.domain import club_past
from app.domain.club_facts import ADDED, FIGURES, ClubFacts, ClubIdentity, MonthFacts
from app.domain.club_past import Mark, Memory, Told
from app.domain.periods import Month
from app.store.database import UnitOfWork
from app.store.union_tables import (
    BundleRow,
    ClubKeyRow,
    ConflictRow,
    MonthFiguresRow,
    UnionClubRow,
)

_OfClub = BundleRow | ClubKeyRow | ConflictRow | MonthFiguresRow

Key = tuple[str, str]
"""Commune and club: where a club stands in every table."""


class ClubRefusedError(AppError):
    """A bundle that the register does not take: another key, or for practice only."""


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
    facts, name = packed.facts, sha256(packed.manifest).hexdigest()
    _one_at_a_time(uow, facts.club.uuid)
    place = _place(uow, facts.club.uuid)
    key = place or (facts.club.commune, facts.club.uuid)
    _trust(uow, key, facts, new=place is None)
    marks = _marks(uow, key)
    if name in marks:
        return Taken(known=True, conflict=_open_conflict(uow, key, name))
    _keep(uow, key, packed, name, file_name)
    found = _contradictions(uow, key, facts, name, marks.values())
    _note_conflicts(uow, key, name, found)
    if open_conflicts(uow, key):
        changed = settle(uow, key)
    else:
        changed = _merge(uow, key, facts, new=place is None)
    newest = all(facts.sequence > mark.sequence for mark in marks.values())
    why = _open_conflict(uow, key, name) if found else None
    return Taken(new_club=place is None, changed=changed or newest, conflict=why)


def contents(uow: UnitOfWork, key: Key) -> dict[str, Packed]:
    """The bundles of a club that are not set aside, read back from what the register keeps."""
    rows = uow.session.execute(
        select(BundleRow.manifest, BundleRow.content).where(
            *of_club(BundleRow, key), BundleRow.set_aside == 0
        )
    )
    return {manifest: _unpack(content) for manifest, content in rows}


def open_conflicts(uow: UnitOfWork, key: Key) -> list[tuple[str, str]]:
    """Pairs of bundles that contradict each other, undecided."""
    rows = uow.session.execute(
        select(ConflictRow.one, ConflictRow.other)
        .where(*of_club(ConflictRow, key), ConflictRow.kept == "")
        .order_by(ConflictRow.one, ConflictRow.other)
    )
    return list(rows)


def _one_at_a_time(uow: UnitOfWork, club: str) -> None:
    """On a server two clerks may import at once; a file has one writer anyway."""
    if uow.connection.dialect.name == "postgresql":
        uow.session.execute(select(func.pg_advisory_xact_lock(func.hashtext(club))))


def of_club(table: type[_OfClub], key: Key) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """The rows of one club in a table."""
    return table.commune == key[0], table.club == key[1]


def _place(uow: UnitOfWork, club: str) -> Key | None:
    query = select(UnionClubRow.commune, UnionClubRow.uuid).where(UnionClubRow.uuid == club)
    return uow.session.execute(query).first()


def _trust(uow: UnitOfWork, key: Key, facts: ClubFacts, *, new: bool) -> None:
    """The first key seen is the club's; another is refused (CONTRACT 5.16)."""
    theirs = facts.club.public_key
    if new:
        uow.session.add(
            ClubKeyRow(commune=key[0], club=key[1], public_key=theirs, first_seen_at=clock.now())
        )
        uow.session.flush()
        return
    known = dict(
        uow.session.execute(
            select(ClubKeyRow.public_key, ClubKeyRow.until_sequence).where(
                *of_club(ClubKeyRow, key)
            )
        ).all()
    )
    if theirs not in known:
        names = ", ".join(signing.fingerprint(one) for one in known)
        raise ClubRefusedError(
            "union.other_key",
            club=facts.club.name,
            theirs=signing.fingerprint(theirs),
            known=names,
        )
    until = known[theirs]
    if until is not None and facts.sequence > until:
        raise ClubRefusedError("union.key_retired", club=facts.club.name, until=until)


def _marks(uow: UnitOfWork, key: Key) -> dict[str, Mark]:
    """Every bundle the register has of a club; those set aside are known, and compared no more."""
    rows = uow.session.execute(
        select(
            BundleRow.manifest,
            BundleRow.sequence,
            BundleRow.month,
            BundleRow.past,
            BundleRow.locked_month,
            BundleRow.locked_chain,
        ).where(*of_club(BundleRow, key))
    )
    return {row[0]: Mark(*row) for row in rows}


def _keep(uow: UnitOfWork, key: Key, packed: Packed, manifest: str, file_name: str) -> None:
    mark, facts = club_past.mark_of(packed.facts, manifest), packed.facts
    uow.session.add(
        BundleRow(
            commune=key[0],
            club=key[1],
            manifest=manifest,
            sequence=mark.sequence,
            month=mark.month,
            level=facts.level.value,
            exported_at=facts.exported_at,
            received_at=clock.now(),
            file_name=file_name,
            past=mark.past,
            locked_month=mark.locked_month,
            locked_chain=mark.locked_chain,
            content=_pack(packed),
        )
    )
    uow.session.flush()


def _contradictions(
    uow: UnitOfWork, key: Key, facts: ClubFacts, manifest: str, marks: Iterable[Mark]
) -> dict[str, str]:
    """The bundles that this one contradicts, each with the code why."""
    aside = set(
        uow.session.execute(
            select(BundleRow.manifest).where(*of_club(BundleRow, key), BundleRow.set_aside == 1)
        ).scalars()
    )
    others = [mark for mark in marks if mark.manifest not in aside]
    own = Memory.of(facts, manifest)
    later = [mark for mark in others if mark.sequence > facts.sequence]
    codes = {
        mark.manifest: club_past.contradiction(mark, own)
        for mark in others
        if mark.sequence <= facts.sequence
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


def _merge(uow: UnitOfWork, key: Key, facts: ClubFacts, *, new: bool) -> bool:
    """Add one bundle that contradicts nothing; whether a month that counts came or changed."""
    told = {} if new else _told(uow, key)
    changed = club_past.merge(told, facts)
    _write(uow, key, changed)
    before = None if new else _described(uow, key)
    if before is None or facts.sequence >= before:
        _describe(uow, key, facts.club, facts.sequence)
    return any(
        month not in told or row.facts != told[month].facts for month, row in changed.items()
    )


def settle(uow: UnitOfWork, key: Key) -> bool:
    """Work the club's months out anew from all its bundles and open conflicts."""
    conflicts = open_conflicts(uow, key)
    bundles = [(name, packed.facts) for name, packed in contents(uow, key).items()]
    told = _told(uow, key)
    settled = club_past.settle(bundles, conflicts)
    uow.session.execute(delete(MonthFiguresRow).where(*of_club(MonthFiguresRow, key)))
    _write(uow, key, settled)
    disputed = {name for pair in conflicts for name in pair}
    ranked = sorted(bundles, key=lambda item: (item[0] not in disputed, item[1].sequence, item[0]))
    _describe(uow, key, ranked[-1][1].club, ranked[-1][1].sequence)
    return settled != told


def _told(uow: UnitOfWork, key: Key) -> dict[Month, Told]:
    names = ("sequence", "area", "area_sequence", *FIGURES, *ADDED, "chain", "locked", "month")
    columns = [getattr(MonthFiguresRow, name) for name in names]
    told = {}
    for row in uow.session.execute(select(*columns).where(*of_club(MonthFiguresRow, key))):
        figures = {name: getattr(row, name) for name in (*FIGURES, *ADDED)}
        month = Month.parse(row.month)
        facts = MonthFacts(month=month, chain=row.chain, locked=bool(row.locked), **figures)
        told[month] = Told(facts, row.sequence, row.area, row.area_sequence)
    return told


def _write(uow: UnitOfWork, key: Key, rows: Mapping[Month, Told]) -> None:
    if not rows:
        return
    months = [str(month) for month in rows]
    uow.session.execute(
        delete(MonthFiguresRow).where(
            *of_club(MonthFiguresRow, key), MonthFiguresRow.month.in_(months)
        )
    )
    uow.connection.execute(
        insert(MonthFiguresRow),
        [
            {
                "commune": key[0],
                "club": key[1],
                "month": str(month),
                "sequence": row.sequence,
                "area": row.area,
                "area_sequence": row.area_sequence,
                "chain": row.facts.chain,
                "locked": int(row.facts.locked),
            }
            | {name: getattr(row.facts, name) for name in (*FIGURES, *ADDED)}
            for month, row in rows.items()
        ],
    )


def _described(uow: UnitOfWork, key: Key) -> int:
    """The number of the bundle that the club's description comes from."""
    query = select(UnionClubRow.sequence).where(
        UnionClubRow.commune == key[0], UnionClubRow.uuid == key[1]
    )
    return uow.session.execute(query).scalar_one()


def _describe(uow: UnitOfWork, key: Key, club: ClubIdentity, sequence: int) -> None:
    """Write down what a bundle says of its club."""
    row = uow.session.get(UnionClubRow, key)
    if row is None:
        row = UnionClubRow(commune=key[0], uuid=key[1], first_seen_at=clock.now())
        uow.session.add(row)
    row.name, row.area, row.hamlet = club.name, club.area, club.hamlet
    row.commune_now, row.district, row.province = club.commune, club.district, club.province
    row.parent_body, row.founding_decision = club.parent_body, club.founding_decision
    row.founded_on, row.started_on, row.sequence = club.founded_on, club.started_on, sequence
    uow.session.flush()


def _pack(packed: Packed) -> bytes:
    """What the register keeps: the signed words, the tables it uses; sheets stay in the file."""
    names = (tables.MONTHS.file, tables.EXPORTS.file, tables.BORROWERS.file)
    kept = {name: packed.files[name] for name in names if name in packed.files}
    signed = {manifest.NAME: packed.manifest, manifest.SIGNATURE: packed.signature}
    return archive.pack(signed | kept)


def _unpack(content: bytes) -> Packed:
    files = archive.unpack(content)
    stated, signature = club_format.pop_signed(files)
    return club_format.verify(stated, signature, files, core_only=True)
