"""Months whose meeting was never recorded, and what a member paid in all at one of them."""

from __future__ import annotations

from sqlalchemy import select

from app.base import clock
from app.domain.penalties import KIND_OF
from app.domain.periods import Month
from app.services import club, meetings, months, payments
from app.services.closed_meetings import record_not_held
from app.services.meeting_sheet import draft
from app.store.database import UnitOfWork
from app.store.draft_tables import DraftMeetingRow


def missed(uow: UnitOfWork) -> tuple[Month, ...]:
    """The months before this one that have no closed meeting and no reason, oldest first.

    An open meeting of such a month counts: it is still to be closed.
    """
    first, current = Month.of(club.started_on(uow)), Month.of(clock.today())
    states = [
        pair for year in range(first.year, current.year + 1) for pair in months.year(uow, year=year)
    ]
    return tuple(m for m, state in states if state in ("missing", "open") and m < current)


def skip(uow: UnitOfWork, *, month: Month, reason: str) -> None:
    """Write down that a missed month had no meeting; one that was begun for it is thrown away.

    Raises DraftRefusedError.
    """
    query = select(DraftMeetingRow.id).where(DraftMeetingRow.month == str(month))
    begun = uow.session.execute(query).scalar()
    if begun is not None:
        meetings.empty(uow, begun)
    record_not_held(uow, month=month, reason=reason)


def pay_total(uow: UnitOfWork, *, draft_id: int, member: str, amount: int) -> None:
    """Divide what a member paid in all: the fee that is due, then what her loans ask for in the
    club's order, and what is left over is saved. Replaces what stood in her line.

    Raises DraftRefusedError, TooMuchError.
    """
    rows = draft(uow, draft_id=draft_id).rows
    due = next((row.due for row in rows if row.member.code == member), {})
    fee = min(amount, due.get("membership_fee", 0))
    asked = sum(due.get(kind, 0) for kind in KIND_OF.values())
    loans = min(amount - fee, asked)
    for kind, part in (("membership_fee", fee), ("saving_deposit", amount - fee - loans)):
        meetings.set_paid(uow, draft_id=draft_id, member=member, kind=kind, amount=part)
    payments.pay_at_meeting(uow, draft_id=draft_id, member=member, amount=loans)
