"""The union's register: made, its key given out, bundles taken in, conflicts decided.

What bundles of one club make together stands in ``club_history``; sums over clubs in
``consolidation``. A club is taken in in one transaction, or not at all.
"""

from __future__ import annotations

import uuid as uuids
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from os import fstat
from pathlib import Path

from sqlalchemy import select, update

from app.base import clock, files
from app.base.errors import AppError, InvalidError, Problem, StoreUnavailableError
from app.base.text import one_line
from app.bundle import letters, reading, sealing, signing
from app.bundle.format import Packed
from app.bundle.union_format import UnionBundle, UnionIdentity
from app.domain.periods import Month
from app.services import club_history
from app.services.club_trust import ClubRefusedError
from app.store import registers
from app.store.database import Database, UnitOfWork
from app.store.union_tables import RegisterRow

ENDINGS = (".clbz",)
Progress = Callable[[int, int], bool]
"""Told how many files of how many are done; False stops after the one at hand."""


class Outcome(StrEnum):
    ADDED = "added"
    REPLACED = "replaced"
    ALREADY_THERE = "already there"
    REFUSED = "refused"
    CONFLICT = "conflict"


ACCEPTED = frozenset({Outcome.ADDED, Outcome.REPLACED, Outcome.ALREADY_THERE})


@dataclass(frozen=True, slots=True)
class ImportLine:
    """What became of one club's bundle; ``why`` is the reason of a refusal or a conflict.

    ``fingerprint`` is the club's key, to be compared with its paper when ``outcome`` is added.
    """

    file: str
    outcome: Outcome
    club: str = ""
    month: Month | None = None
    sequence: int | None = None
    fingerprint: str = ""
    why: AppError | None = None

    @property
    def accepted(self) -> bool:
        return self.outcome in ACCEPTED


def create(target: str | Path, *, name: str = "", practice: bool = False) -> None:
    """Make an empty register: a file, or the tables in a PostgreSQL database.

    Raises AppError ``file.exists`` or ``union.exists``, StoreUnavailableError.
    """
    with registers.new_register(target) as database, database.begin() as uow:
        found(uow, name=name, practice=practice)


def found(uow: UnitOfWork, *, name: str = "", practice: bool = False) -> None:
    """Give an empty register its identity and its two keys."""
    uow.session.add(
        RegisterRow(
            id=1,
            uuid=str(uuids.uuid4()),
            name=one_line(name),
            practice=int(practice),
            signing_key=signing.new_key(),
            age_identity=sealing.new_identity(),
            created_at=clock.now(),
        )
    )
    uow.session.flush()


def rename(uow: UnitOfWork, *, name: str) -> None:
    """The union has another name from now on; papers made before keep theirs.

    Raises InvalidError ``name.missing``.
    """
    if not one_line(name):
        raise InvalidError([Problem("name.missing", field="name")])
    uow.session.execute(update(RegisterRow).values(name=one_line(name)))


@contextmanager
def opened(target: str | Path, *, read_only: bool = False) -> Iterator[Database]:
    """A register for one block, closed at its end; raises StoreUnavailableError."""
    database = registers.open_register(target, read_only=read_only)
    try:
        yield database
    finally:
        database.close()


def identity(uow: UnitOfWork) -> UnionIdentity:
    """The register as it names itself."""
    row = uow.session.execute(
        select(RegisterRow.uuid, RegisterRow.name, RegisterRow.signing_key, RegisterRow.practice)
    ).one()
    return UnionIdentity(
        row.uuid, row.name, signing.public_key(row.signing_key), bool(row.practice)
    )


def own_fingerprint(uow: UnitOfWork) -> str:
    """The sign of the key that the register signs with, for comparing by telephone."""
    return signing.fingerprint(identity(uow).public_key)


def key(uow: UnitOfWork) -> letters.UnionKey:
    """The register's public keys, as the key file carries them."""
    known = identity(uow)
    secret = uow.session.execute(select(RegisterRow.age_identity)).scalar_one()
    return letters.UnionKey(sealing.recipient_of(secret), known.name, known.uuid, known.public_key)


def write_key(uow: UnitOfWork, *, out: Path) -> Path:
    """The union's key file, for ``--to`` (``soclb union key``); raises AppError ``file.exists``."""
    files.write_bytes(out, letters.write_key(key(uow)))
    return out


def bundles_in(paths: Iterable[Path]) -> list[Path]:
    """The bundles named, and those in the folders named, by name; a folder's other files are not
    ours."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            with files.translated(path):
                inside = [p for p in path.rglob("*") if p.suffix.lower() in ENDINGS]
            found.extend(sorted(p for p in inside if p.is_file()))
        else:
            found.append(path)
    return found


def import_files(
    database: Database, *, paths: Iterable[Path], progress: Progress | None = None
) -> tuple[ImportLine, ...]:
    """Take bundles in, each club in a transaction of its own; one line a club (CONTRACT 5.16).

    Nothing a file holds stops the others. Raises StoreUnavailableError only for the register.
    """
    with database.read() as uow:
        secret = uow.session.execute(select(RegisterRow.age_identity)).scalar_one()
    todo = bundles_in(paths)
    lines: list[ImportLine] = []
    for done, path in enumerate(todo, start=1):
        lines.extend(_import_file(database, path, secret))
        if progress is not None and not progress(done, len(todo)):
            break
    return tuple(lines)


def _import_file(database: Database, path: Path, secret: str) -> Iterator[ImportLine]:
    try:
        content = reading.read(read_limited(path), secret)
    except AppError as error:
        yield ImportLine(path.name, Outcome.REFUSED, why=error)
        return
    if isinstance(content, Packed):
        yield _import_club(database, path.name, content)
        return
    yield from _import_union(database, path.name, content)


def _import_union(database: Database, name: str, bundle: UnionBundle) -> Iterator[ImportLine]:
    for club in bundle.clubs:
        file = f"{name}/{club}"
        try:
            packed = bundle.club(club)
        except AppError as error:
            yield ImportLine(file, Outcome.REFUSED, why=error)
            continue
        yield _import_club(database, file, packed)


def _import_club(database: Database, name: str, packed: Packed) -> ImportLine:
    facts = packed.facts
    outcome, why = Outcome.REFUSED, None
    try:
        with database.begin() as uow:
            outcome, why = take(uow, packed=packed, file_name=name)
    except ClubRefusedError as error:
        outcome, why = Outcome.REFUSED, error
    return ImportLine(
        name,
        outcome,
        facts.club.name,
        facts.month,
        facts.sequence,
        signing.fingerprint(facts.club.public_key),
        why,
    )


def take(uow: UnitOfWork, *, packed: Packed, file_name: str) -> tuple[Outcome, AppError | None]:
    """Take one verified bundle in; the outcome, and why it is in conflict if it is.

    Raises ClubRefusedError for a practice bundle in a real register and for a key that is not
    the club's.
    """
    if packed.facts.club.practice and not identity(uow).practice:
        raise ClubRefusedError("union.practice_bundle", club=packed.facts.club.name)
    taken = club_history.take(uow, packed=packed, file_name=file_name)
    if taken.conflict is not None:
        return Outcome.CONFLICT, taken.conflict
    if taken.known:
        return Outcome.ALREADY_THERE, None
    if taken.new_club:
        return Outcome.ADDED, None
    return (Outcome.REPLACED if taken.changed else Outcome.ALREADY_THERE), None


@dataclass(frozen=True, slots=True)
class Verified:
    """What a bundle says, all of it checked. ``fingerprint`` is that of the key that signed it.

    ``clubs`` is 1, or for a register's bundle the number of clubs in it.
    """

    name: str
    month: Month
    sequence: int
    level: str
    fingerprint: str
    exported_at: str
    area: str
    clubs: int
    practice: bool
    sealed: bool


def verify(path: Path, *, key: Path | None = None) -> Verified:
    """Check a bundle from end to end without taking it in (``soclb bundle verify``).

    ``key`` is what it is checked or opened with: a register, an age identity file, or a key file
    whose owner must have signed it. Raises an AppError with the first thing wrong.
    """
    identity_text, expected = _key_of(key) if key else ("", "")
    data = read_limited(path)
    content = reading.read(data, identity_text)
    sealed = sealing.is_sealed(data)
    if isinstance(content, UnionBundle):
        for club in content.clubs:
            content.club(club)
        union = content.union
        _expect(union.public_key, expected)
        return Verified(
            union.name,
            content.month,
            content.sequence,
            "union",
            signing.fingerprint(union.public_key),
            content.exported_at,
            "",
            len(content.clubs),
            union.practice,
            sealed,
        )
    facts = content.facts
    _expect(facts.club.public_key, expected)
    return Verified(
        facts.club.name,
        facts.month,
        facts.sequence,
        facts.level.value,
        signing.fingerprint(facts.club.public_key),
        facts.exported_at,
        facts.club.area,
        1,
        facts.club.practice,
        sealed,
    )


def _key_of(path: Path) -> tuple[str, str]:
    """An age identity to open with, or a public key that must have signed."""
    head = read_limited(path)[: letters.MAX_BYTES]
    secret = letters.identity_in(head)
    if secret:
        return secret, ""
    if letters.is_text(head):
        return "", letters.read_key(head).ed25519
    with opened(path, read_only=True) as database, database.read() as uow:
        return uow.session.execute(select(RegisterRow.age_identity)).scalar_one(), ""


def _expect(signer: str, expected: str) -> None:
    if expected and signer != expected:
        raise signing.SignatureError(
            "bundle.signed_by_other",
            theirs=signing.fingerprint(signer),
            expected=signing.fingerprint(expected),
        )


def read_limited(path: Path) -> bytes:
    """A stranger's file, looked at only when it is no larger than a bundle may be.

    Raises StoreUnavailableError, AppError ``bundle.too_large``.
    """
    if path.is_dir():
        raise StoreUnavailableError("file.is_folder", path=str(path))
    with files.translated(path), path.open("rb") as stream:
        size = fstat(stream.fileno()).st_size
        return stream.read(min(size, reading.MAX_FILE) + 1)
