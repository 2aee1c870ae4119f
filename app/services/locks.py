"""Locked months: they and everything before them never change again (CONTRACT 3)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select

from app.base import clock
from app.base.errors import AppError
from app.domain.periods import Month
from app.store.club_tables import MonthLockRow
from app.store.database import UnitOfWork

_LAST = select(func.max(MonthLockRow.__table__.c.month))


class MonthLockedError(AppError):
    """A change of a month that is locked: correct it in the open month instead."""


def locked_until(uow: UnitOfWork) -> Month | None:
    """The last locked month."""
    last = uow.rows(_LAST).scalar()
    return Month.parse(last) if last else None


def refuse_locked(last: Month | None, day: date) -> None:
    """Raise MonthLockedError for a day in or before ``last``, the last locked month."""
    if last is not None and Month.of(day) <= last:
        raise MonthLockedError("month.locked", month=str(Month.of(day)), last=str(last))


def lock(uow: UnitOfWork, *, month: Month, by: str = "") -> None:
    """Lock a month that is over, with all before it; a locked one stays as it is.

    Raises MonthLockedError ``month.not_over`` for a month that still runs.
    """
    last = locked_until(uow)
    if last is not None and month <= last:
        return
    if month.last_day >= clock.today():
        raise MonthLockedError("month.not_over", month=str(month))
    uow.session.add(MonthLockRow(month=str(month), locked_at=clock.now(), locked_by=by))
    uow.session.flush()
