"""Bundles of a club that can't both be true: listed for an officer, who chooses with a reason.

Until then the months on which they differ count for nobody; nothing is ever deleted.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import InstrumentedAttribute, aliased

from app.base import clock
from app.base.errors import AppError
from app.domain.periods import Month
from app.services import club_history
from app.services.club_figures import Key
from app.services.club_history import of_club, open_conflicts
from app.store.database import UnitOfWork
from app.store.union_tables import BundleRow, ConflictRow, UnionClubRow


@dataclass(frozen=True, slots=True)
class Rival:
    """One of two bundles in conflict; ``manifest`` is what ``choose`` wants to hear."""

    manifest: str
    sequence: int
    month: Month
    file_name: str
    received_at: str

    @property
    def received_on(self) -> date:
        return datetime.fromisoformat(self.received_at).date()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two bundles of a club; ``why`` carries the sentence that says how they contradict."""

    club: str
    key: Key
    why: AppError
    one: Rival
    other: Rival


def conflicts(uow: UnitOfWork) -> tuple[Conflict, ...]:
    """Every conflict that nobody has decided, by club."""
    one, other = aliased(BundleRow), aliased(BundleRow)
    here = (ConflictRow.commune, ConflictRow.club)
    rows = uow.session.execute(
        select(ConflictRow.commune, ConflictRow.club, ConflictRow.code, UnionClubRow.name)
        .add_columns(*_columns(one), *_columns(other))
        .join(UnionClubRow, (UnionClubRow.commune == here[0]) & (UnionClubRow.uuid == here[1]))
        .join(one, _is(one, ConflictRow.one))
        .join(other, _is(other, ConflictRow.other))
        .where(ConflictRow.kept == "")
        .order_by(UnionClubRow.name, ConflictRow.club, ConflictRow.one, ConflictRow.other)
    )
    found = []
    for commune, club, code, name, *columns in rows:
        pair = _rival(columns[:5]), _rival(columns[5:])
        earlier = min(pair, key=lambda rival: rival.sequence)
        why = AppError(code, sequence=earlier.sequence)
        found.append(Conflict(name, (commune, club), why, *pair))
    return tuple(found)


def _columns(table: type[BundleRow]) -> tuple[InstrumentedAttribute[Any], ...]:
    return table.manifest, table.sequence, table.month, table.file_name, table.received_at


def _is(table: type[BundleRow], manifest: InstrumentedAttribute[str]) -> ColumnElement[bool]:
    return (
        (table.commune == ConflictRow.commune)
        & (table.club == ConflictRow.club)
        & (table.manifest == manifest)
    )


def _rival(columns: list[Any]) -> Rival:
    manifest, sequence, month, file_name, received_at = columns
    return Rival(manifest, sequence, Month.parse(month), file_name, received_at.isoformat())


def bundle_named(uow: UnitOfWork, *, beginning: str) -> tuple[Key, str]:
    """The club and the manifest of the one bundle in conflict that begins so.

    Raises AppError ``union.no_such_conflict``, ``union.several_conflicts``.
    """
    found = {
        (conflict.key, rival.manifest)
        for conflict in conflicts(uow)
        for rival in (conflict.one, conflict.other)
        if beginning and rival.manifest.startswith(beginning)
    }
    if not found:
        raise AppError("union.no_such_conflict")
    if len(found) > 1:
        raise AppError("union.several_conflicts", keep=beginning)
    return found.pop()


def choose(uow: UnitOfWork, *, key: Key, keep: str, reason: str) -> None:
    """Keep the bundle ``keep`` against all that contradict it; the others are set aside.

    Raises AppError ``union.reason_missing``, ``union.no_such_conflict``.
    """
    if not reason.strip():
        raise AppError("union.reason_missing")
    pairs = [pair for pair in open_conflicts(uow, key) if keep in pair]
    if not pairs:
        raise AppError("union.no_such_conflict")
    losers = {name for pair in pairs for name in pair} - {keep}
    uow.session.execute(
        update(BundleRow)
        .where(*of_club(BundleRow, key), BundleRow.manifest.in_(losers))
        .values(set_aside=1)
    )
    for one, other in open_conflicts(uow, key):
        if losers & {one, other}:
            uow.session.execute(
                update(ConflictRow)
                .where(
                    *of_club(ConflictRow, key),
                    ConflictRow.one == one,
                    ConflictRow.other == other,
                )
                .values(kept=keep, reason=reason.strip(), decided_at=clock.now())
            )
    club_history.settle(uow, key)
