"""What a register sends on: receipts down to the clubs, its own bundle up to the next level.

Only bundles that nobody disputes are confirmed or passed on; a club's words go up unchanged.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.engine import Row

from app.base import clock, files
from app.base.text import search_key
from app.bundle import archive, letters, reading, union_format
from app.bundle.letters import Receipt
from app.bundle.union_format import UnionBundle
from app.domain.periods import Month
from app.services import consolidation, register
from app.store.database import UnitOfWork
from app.store.union_tables import (
    BundleRow,
    ConflictRow,
    RegisterRow,
    UnionClubRow,
    UnionExportRow,
)
from app.store.writing import write_on_commit

ENDING = ".clbr"


@dataclass(frozen=True, slots=True)
class UnionExported:
    """A register's bundle that was made."""

    path: Path
    month: Month
    sequence: int
    clubs: int
    size: int


def write_receipts(uow: UnitOfWork, *, folder: Path, club: str | None = None) -> tuple[Path, ...]:
    """A receipt for the newest bundle of each club, or of the one with the id ``club``.

    One that stands there already is renewed; a club whose bundles are disputed gets none.
    """
    union, private = register.identity(uow), _signing_key(uow)
    written = []
    for row in newest(uow):
        if club is not None and row.club != club:
            continue
        receipt = Receipt(
            union.name,
            union.uuid,
            union.public_key,
            row.club,
            Month.parse(row.month),
            row.sequence,
            row.manifest,
            row.received_at.isoformat(timespec="seconds"),
        )
        slug = "-".join(search_key(row.name).split())[:60]
        path = folder / f"{slug}-{row.club[:8]}-{row.sequence}{ENDING}"
        files.write_bytes(path, letters.write_receipt(receipt, private), replace=True)
        written.append(path)
    return tuple(written)


def export_union(uow: UnitOfWork, *, month: Month, out: Path) -> UnionExported:
    """The register's signed bundle for the level above: each club's newest words, once.

    Written as ``exporting.export_bundle`` writes. Raises AppError ``file.exists`` and
    ``paper.in_future``.
    """
    files.refuse_existing(out)
    consolidation.refuse_future(uow, month)
    last = uow.session.execute(select(func.max(UnionExportRow.sequence))).scalar() or 0
    clubs = {row.club: archive.unpack(_content(uow, row)) for row in newest(uow)}
    bundle = UnionBundle(
        register.identity(uow),
        month,
        last + 1,
        clock.now().isoformat(timespec="seconds"),
        clubs,
    )
    data = union_format.build(bundle, _signing_key(uow))
    reading.read(data)
    uow.session.add(
        UnionExportRow(
            sequence=last + 1,
            month=str(month),
            file_name=out.name,
            clubs=len(clubs),
            exported_at=clock.now(),
        )
    )
    uow.session.flush()
    write_on_commit(uow, out, data)
    return UnionExported(out, month, last + 1, len(clubs), len(data))


@dataclass(frozen=True, slots=True)
class SentUp:
    """A bundle that was made for the level above, from the register's own log."""

    sequence: int
    month: Month
    file_name: str
    clubs: int
    made_on: date


def sent_up(uow: UnitOfWork) -> tuple[SentUp, ...]:
    """All bundles made for the level above, the newest first."""
    rows = uow.session.execute(
        select(
            UnionExportRow.sequence,
            UnionExportRow.month,
            UnionExportRow.file_name,
            UnionExportRow.clubs,
            UnionExportRow.exported_at,
        ).order_by(UnionExportRow.sequence.desc())
    )
    return tuple(
        SentUp(n, Month.parse(m), name, clubs, at.date()) for n, m, name, clubs, at in rows
    )


def newest(uow: UnitOfWork) -> list[Row[*tuple[Any, ...]]]:
    """The bundle with the highest number of each club, of those that nobody disputes."""
    disputed: set[str] = set()
    pairs = select(ConflictRow.one, ConflictRow.other).where(ConflictRow.kept == "")
    for pair in uow.session.execute(pairs):
        disputed.update(pair)
    rows = uow.session.execute(
        select(
            BundleRow.commune,
            BundleRow.club,
            BundleRow.manifest,
            BundleRow.sequence,
            BundleRow.month,
            BundleRow.received_at,
            UnionClubRow.name,
        )
        .join(
            UnionClubRow,
            (UnionClubRow.commune == BundleRow.commune) & (UnionClubRow.uuid == BundleRow.club),
        )
        .where(BundleRow.set_aside == 0)
        .order_by(BundleRow.club, BundleRow.sequence)
    )
    best = {row.club: row for row in rows if row.manifest not in disputed}
    return list(best.values())


def _content(uow: UnitOfWork, row: Row[*tuple[Any, ...]]) -> bytes:
    """One bundle's words, read alone: a register holds thousands of bundles."""
    return uow.session.execute(
        select(BundleRow.content).where(
            BundleRow.commune == row.commune,
            BundleRow.club == row.club,
            BundleRow.manifest == row.manifest,
        )
    ).scalar_one()


def _signing_key(uow: UnitOfWork) -> bytes:
    return uow.session.execute(select(RegisterRow.signing_key)).scalar_one()
