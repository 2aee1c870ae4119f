"""The money of one closed meeting, as its minutes name it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import func, select

from app.domain.fund import KINDS
from app.domain.minutes import CashCount, NamedAmount, NewLoanLine
from app.store.club_tables import EntryRow, LoanRow, MeetingRow, MemberRow, NoteCountRow
from app.store.database import UnitOfWork

NAMED_ONE_BY_ONE = frozenset(
    {"donation", "grant", "other_income", "expense", "cash_over", "cash_short"}
)
"""Kinds that the minutes list entry by entry, by what they were for."""


def cash(uow: UnitOfWork, meeting_id: int, on: date) -> tuple[int, int]:
    """The box before and after a meeting's money."""
    moved = sum(
        KINDS[kind].cash * total
        for kind, total in uow.session.execute(
            select(EntryRow.kind, func.sum(EntryRow.amount))
            .where(EntryRow.meeting_id == meeting_id)
            .group_by(EntryRow.kind)
        )
    )
    last = uow.session.execute(
        select(func.max(EntryRow.id)).where(EntryRow.meeting_id == meeting_id)
    ).scalar()
    closing = _cash_up_to(uow, on, last)
    return closing - moved, closing


def _cash_up_to(uow: UnitOfWork, on: date, last: int | None) -> int:
    """The box after entry ``last``, counting days first; later entries of that day left out."""
    query = select(EntryRow.kind, func.sum(EntryRow.amount)).where(
        (EntryRow.on < on) | ((EntryRow.on == on) & (EntryRow.id <= (last or 0)))
    )
    rows = uow.session.execute(query.group_by(EntryRow.kind))
    return sum(KINDS[kind].cash * total for kind, total in rows)


def named(
    uow: UnitOfWork, meeting_id: int
) -> tuple[tuple[NamedAmount, ...], tuple[NamedAmount, ...]]:
    """Cash taken in and paid out: gifts and expenses by what they were for, the rest by kind."""
    rows = uow.session.execute(
        select(EntryRow.kind, EntryRow.amount, EntryRow.memo)
        .where(EntryRow.meeting_id == meeting_id)
        .order_by(EntryRow.id)
    )
    sums: dict[tuple[str, str], int] = {}
    for kind, amount, memo in rows:
        key = (kind, memo if kind in NAMED_ONE_BY_ONE else "")
        sums[key] = sums.get(key, 0) + amount
    lines = [NamedAmount(kind, amount, memo) for (kind, memo), amount in sums.items()]
    order = {kind: position for position, kind in enumerate(KINDS)}
    lines.sort(key=lambda line: order[line.kind])
    return (
        tuple(line for line in lines if KINDS[line.kind].cash > 0),
        tuple(line for line in lines if KINDS[line.kind].cash < 0),
    )


def loans_given(uow: UnitOfWork, meeting_id: int, names: dict[str, str]) -> tuple[NewLoanLine, ...]:
    """The loans of a meeting in their order; ``names`` are those of the members by code."""
    rows = uow.session.execute(
        select(
            LoanRow.code,
            MemberRow.code.label("member"),
            LoanRow.principal,
            LoanRow.rate_bp,
            LoanRow.method,
            LoanRow.term_months,
            LoanRow.purpose,
        )
        .join(MemberRow, MemberRow.id == LoanRow.member_id)
        .join(EntryRow, EntryRow.loan_id == LoanRow.id)
        .where(EntryRow.meeting_id == meeting_id, EntryRow.kind == "loan_disbursement")
        .order_by(EntryRow.id)
    )
    return tuple(replace(NewLoanLine(*row), name=names[row.member]) for row in rows)


def cash_count(uow: UnitOfWork, row: MeetingRow) -> CashCount | None:
    if row.cash_in_book is None:
        return None
    notes = uow.session.execute(
        select(NoteCountRow.face, NoteCountRow.count)
        .where(NoteCountRow.meeting_id == row.id)
        .order_by(NoteCountRow.face.desc())
    )
    found = dict(notes.all())
    return CashCount(found, sum(face * count for face, count in found.items()), row.cash_in_book)
