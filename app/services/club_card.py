"""One club of the register on one page: what it sent, its months, its borrowers."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select

from app.base.errors import AppError
from app.domain.club_card import ClubCard, SentBundle
from app.domain.club_facts import BorrowerLine, Level
from app.domain.periods import Month
from app.services import club_figures, club_history
from app.services.club_figures import Key
from app.services.club_history import of_club, open_conflicts
from app.store.database import UnitOfWork
from app.store.union_tables import BundleRow, UnionClubRow


def card(uow: UnitOfWork, *, club: str) -> ClubCard:
    """What the club with this id sent; raises AppError ``union.no_such_club``."""
    row = uow.session.execute(
        select(UnionClubRow).where(UnionClubRow.uuid == club)
    ).scalar_one_or_none()
    if row is None:
        raise AppError("union.no_such_club")
    key = (row.commune, row.uuid)
    told = club_figures.told(uow, key)
    bundles = _bundles(uow, key)
    newest = next((one for one in bundles if not one.set_aside), None)
    return ClubCard(
        row.uuid,
        row.name,
        row.started_on,
        bundles,
        tuple(told[month].facts for month in sorted(told)),
        _borrowers(uow, key, newest.manifest) if newest and newest.level != Level.TOTALS else (),
    )


def _bundles(uow: UnitOfWork, key: Key) -> tuple[SentBundle, ...]:
    """The newest first."""
    disputed = {name for pair in open_conflicts(uow, key) for name in pair}
    rows = uow.session.execute(
        select(
            BundleRow.manifest,
            BundleRow.sequence,
            BundleRow.month,
            BundleRow.level,
            BundleRow.exported_at,
            BundleRow.received_at,
            BundleRow.file_name,
            BundleRow.set_aside,
        )
        .where(*of_club(BundleRow, key))
        .order_by(BundleRow.sequence.desc(), BundleRow.received_at.desc())
    )
    return tuple(
        SentBundle(
            row.manifest,
            row.sequence,
            Month.parse(row.month),
            row.level,
            day_of(row.exported_at),
            row.received_at.date(),
            row.file_name,
            bool(row.set_aside),
            row.manifest in disputed,
        )
        for row in rows
    )


def _borrowers(uow: UnitOfWork, key: Key, bundle: str) -> tuple[BorrowerLine, ...]:
    return club_history.packed(uow, key, bundle).facts.borrowers


def day_of(moment: str) -> date | None:
    """The day a bundle says it was made; None where its words are none."""
    try:
        return datetime.fromisoformat(moment).date()
    except ValueError:
        return None
