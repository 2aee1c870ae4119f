"""What each member has saved. Paying in and out are entries like any other (``fund``)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select

from app.domain.fund import Account
from app.store.club_tables import EntryRow, MemberRow, PostingRow
from app.store.database import UnitOfWork


def by_member(uow: UnitOfWork, *, on: date) -> dict[str, int]:
    """Savings at the end of a day by member's code; who has none is left out."""
    rows = uow.session.execute(
        select(MemberRow.code, -func.sum(PostingRow.amount))
        .join(EntryRow, EntryRow.member_id == MemberRow.id)
        .join(PostingRow, PostingRow.entry_id == EntryRow.id)
        .where(PostingRow.account == Account.SAVINGS.value, PostingRow.on <= on)
        .group_by(MemberRow.code)
        .order_by(MemberRow.code)
    )
    return {code: amount for code, amount in rows if amount}
