"""The club's months: which had a meeting, which are locked."""

from __future__ import annotations

from sqlalchemy import select

from app.base import clock
from app.domain.periods import Month
from app.services import club
from app.services.locks import lock, locked_until
from app.store.club_tables import MeetingRow
from app.store.database import UnitOfWork
from app.store.draft_tables import DraftMeetingRow

__all__ = ["lock", "locked_until", "reason", "year"]


def year(uow: UnitOfWork, *, year: int) -> tuple[tuple[Month, str], ...]:
    """The twelve months of a year, each ``held``, ``not_held``, ``open``, ``missing``, ``coming``
    or ``before`` (before the book's first month)."""
    closed = dict(uow.session.execute(select(MeetingRow.month, MeetingRow.status)).all())
    drafts = set(uow.session.execute(select(DraftMeetingRow.month)).scalars())
    first, current = Month.of(club.started_on(uow)), Month.of(clock.today())

    def state(month: Month) -> str:
        if str(month) in closed:
            return closed[str(month)]
        if str(month) in drafts:
            return "open"
        if month < first:
            return "before"
        return "coming" if month >= current else "missing"

    return tuple((month, state(month)) for month in Month(year, 1).until(Month(year, 12)))


def reason(uow: UnitOfWork, *, month: Month) -> str:
    """Why a month had no meeting."""
    query = select(MeetingRow.reason).where(MeetingRow.month == str(month))
    return uow.session.execute(query).scalar() or ""
