"""Closing months and years: what is still missing, and the lock.

A lock itself stands in ``locks``; this asks first whether a period is complete.
"""

from __future__ import annotations

from sqlalchemy import select

from app.base.errors import InvalidError, Problem
from app.domain.periods import Month
from app.services import club
from app.services.locks import lock, locked_until
from app.store.club_tables import MeetingRow
from app.store.database import UnitOfWork
from app.store.draft_tables import DraftMeetingRow


def unfinished(uow: UnitOfWork, *, month: Month) -> tuple[Problem, ...]:
    """What keeps a month and all before it from being closed: a meeting that is still open, a
    month with neither a meeting nor a reason for none."""
    last = locked_until(uow)
    first = last.plus(1) if last else Month.of(club.started_on(uow))
    recorded = set(uow.session.execute(select(MeetingRow.month)).scalars())
    drafts = set(uow.session.execute(select(DraftMeetingRow.month)).scalars())
    found = []
    for own in first.until(month):
        if str(own) in drafts:
            found.append(Problem("month.meeting_open", {"month": str(own)}, field="month"))
        elif str(own) not in recorded:
            found.append(Problem("month.not_recorded", {"month": str(own)}, field="month"))
    return tuple(found)


def close_month(uow: UnitOfWork, *, month: Month, by: str = "") -> None:
    """Lock a month that is over and complete, with all before it.

    Raises InvalidError with everything that is missing, MonthLockedError for a month that runs.
    """
    found = unfinished(uow, month=month)
    if found:
        raise InvalidError(found)
    lock(uow, month=month, by=by)


def close_year(uow: UnitOfWork, *, year: int, by: str = "") -> None:
    """Lock a year that is over and complete; raises as ``close_month``."""
    close_month(uow, month=Month(year, 12), by=by)
