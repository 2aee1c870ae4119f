"""The club's months: which had a meeting, which are locked."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from app.base import clock
from app.domain.periods import Month
from app.services import club
from app.services.locks import lock, locked_until
from app.store.club_tables import BundleLogRow, MeetingRow
from app.store.database import UnitOfWork
from app.store.draft_tables import DraftMeetingRow

__all__ = ["lock", "locked_until", "open_drafts", "reasons", "sent", "year"]

_MEETING = MeetingRow.__table__.c
_CLOSED = select(_MEETING.month, _MEETING.status)
_NOT_HELD = (
    select(_MEETING.month, _MEETING.reason)
    .where(_MEETING.status == "not_held")
    .order_by(_MEETING.month)
)
_DRAFT = DraftMeetingRow.__table__.c
_OPEN = select(_DRAFT.id, _DRAFT.month, _DRAFT.on).order_by(_DRAFT.month)
_SENT = select(BundleLogRow.__table__.c.month).distinct()


def year(uow: UnitOfWork, *, year: int) -> tuple[tuple[Month, str], ...]:
    """The twelve months of a year, each ``held``, ``not_held``, ``open``, ``missing``, ``coming``
    or ``before`` (before the book's first month)."""
    closed: dict[str, str] = dict(uow.rows(_CLOSED).all())
    drafts = {row.month for row in uow.rows(_OPEN)}
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


def open_drafts(uow: UnitOfWork) -> tuple[tuple[int, Month, date], ...]:
    """The open meetings, oldest month first: number, month, day."""
    return tuple((row.id, Month.parse(row.month), row.on) for row in uow.rows(_OPEN))


def reasons(uow: UnitOfWork, *, year: int) -> dict[Month, str]:
    """Why months of a year had no meeting."""
    return {
        Month.parse(row.month): row.reason
        for row in uow.rows(_NOT_HELD)
        if row.month.startswith(f"{year:04d}-")
    }


def sent(uow: UnitOfWork) -> frozenset[Month]:
    """The months that bundles for the union were made up to."""
    return frozenset(Month.parse(month) for month in uow.rows(_SENT).scalars())
