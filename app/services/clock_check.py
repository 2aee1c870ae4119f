"""Whether this computer's clock can be right, by what the book says (F10). Changes nothing.

Old computers with an empty battery wake up in 1970 or in the year they were built; one typed the
year wrongly once. Every day in the book is typed by hand, so nothing is refused here.
"""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import func, select

from app.base import clock
from app.base.errors import Problem
from app.services import club
from app.store.club_tables import EntryRow, MeetingRow
from app.store.database import UnitOfWork

FIRST_DAY = date(2025, 1, 1)
"""Before this program was written."""
SILENCE = timedelta(days=3 * 365)
"""No club that still works leaves its book shut for so long."""


def doubt(uow: UnitOfWork) -> Problem | None:
    """What is wrong with today's day: before the program, before the book's last day, or far after.

    Codes ``clock.too_early``, ``clock.behind_book``, ``clock.far_ahead``.
    """
    today = clock.today()
    if today < FIRST_DAY:
        return Problem("clock.too_early", {"today": today})
    last = _last_day(uow)
    if today < last:
        return Problem("clock.behind_book", {"today": today, "last": last})
    if today - last > SILENCE:
        return Problem("clock.far_ahead", {"today": today, "last": last})
    return None


def _last_day(uow: UnitOfWork) -> date:
    """The last day that something happened or was recorded on.

    Entries are only ever added, so the newest one was recorded last.
    """
    entry, meeting = EntryRow.__table__.c, MeetingRow.__table__.c
    newest = select(entry.recorded_at).order_by(entry.id.desc()).limit(1)
    recorded = uow.rows(newest).scalar()
    days = [
        club.started_on(uow),
        uow.rows(select(func.max(entry.on))).scalar(),
        uow.rows(select(func.max(meeting.on))).scalar(),
        recorded.astimezone().date() if recorded else None,
    ]
    return max(day for day in days if day is not None)
