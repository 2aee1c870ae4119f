"""What each member usually pays at a meeting, to hold a typed amount against (``domain.usual``)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from app.domain.drafts import COLLECTED
from app.domain.periods import Month
from app.domain.usual import USUAL_MONTHS, middle
from app.store.club_tables import EntryRow, MemberRow
from app.store.database import UnitOfWork

Usual = dict[str, dict[str, int]]
"""Kind of money, then a member's code, "" for the club as a whole: the usual amount."""


def usual(uow: UnitOfWork, *, before: date) -> Usual:
    """The middle payment of each kind over the months before a day; entries taken back left out."""
    since = Month.of(before).plus(-USUAL_MONTHS).first_day
    taken_back = select(EntryRow.reverses_id).where(EntryRow.reverses_id.is_not(None))
    rows = uow.session.execute(
        select(EntryRow.kind, MemberRow.code, EntryRow.amount)
        .join(MemberRow, MemberRow.id == EntryRow.member_id)
        .where(
            EntryRow.kind.in_(COLLECTED),
            EntryRow.on.between(since, before),
            EntryRow.amount > 0,
            EntryRow.id.not_in(taken_back),
        )
    )
    paid: dict[str, dict[str, list[int]]] = {kind: {} for kind in COLLECTED}
    for kind, code, amount in rows:
        for whose in (code, ""):
            paid[kind].setdefault(whose, []).append(amount)
    return {
        kind: {whose: middle(amounts) for whose, amounts in found.items()}
        for kind, found in paid.items()
    }
