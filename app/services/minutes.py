"""The minutes of a closed meeting, held or not: everything its paper says."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select

from app.base.errors import AppError
from app.domain.fund import KINDS
from app.domain.meetings import MeetingStatus
from app.domain.periods import Month
from app.domain.rules import Rules, format_rule, rules_on
from app.domain.statements import AttendanceCount, CashCount, Minutes, NamedAmount, NewLoanLine
from app.services import check_codes, club, fund, members
from app.store.club_tables import (
    AttendanceRow,
    EntryRow,
    LoanRow,
    MeetingRow,
    MemberRow,
    NoteCountRow,
)
from app.store.database import UnitOfWork

NAMED_ONE_BY_ONE = frozenset({"donation", "grant", "other_income", "expense"})
"""Kinds that the minutes list entry by entry, by what they were for."""


class NoMinutesError(AppError):
    """No closed meeting stands at that day or month."""


def minutes(uow: UnitOfWork, *, month: Month | None = None, meeting: date | None = None) -> Minutes:
    """The minutes of the meeting of a month or of a day; raises NoMinutesError."""
    query = select(MeetingRow)
    if meeting is not None:
        query = query.where(MeetingRow.on == meeting)
    else:
        query = query.where(MeetingRow.month == str(month))
    row = uow.session.execute(query).scalar()
    if row is None:
        wanted = meeting or str(month)
        raise NoMinutesError("minutes.no_meeting", wanted=wanted)
    people = {m.id: m.full_name for m in uow.session.execute(select(MemberRow)).scalars()}
    own = Month.parse(row.month)
    shared = {
        "club": club.head(uow),
        "month": own,
        "on": row.on,
        "status": row.status,
        "number": str(_number(uow, row)),
        "reason": row.reason,
        "practice": club.details(uow).practice,
        "check_code": check_codes.code(
            uow,
            paper="minutes",
            first=own.first_day,
            last=max(own.last_day, row.on or own.last_day),
        ),
    }
    if row.status == MeetingStatus.NOT_HELD or row.on is None:
        board = members.board(uow, on=own.last_day)
        signers = {role: board[role].full_name for role in ("chair", "secretary") if role in board}
        return Minutes(**shared, **signers)  # type: ignore[arg-type]
    opening, closing = _cash(uow, row.id, row.on)
    receipts, payments = _money(uow, row)
    previous = _previous_day(uow, row)
    return Minutes(
        **shared,  # type: ignore[arg-type]
        start=row.start,
        end=row.end,
        place=row.place,
        chair=people.get(row.chair_id or 0, ""),
        secretary=people.get(row.secretary_id or 0, ""),
        attendance=_count(uow, row.id),
        away=_away(uow, row.id),
        guests=row.guests,
        activities=tuple(row.activities.split(";")) if row.activities else (),
        content=row.content,
        decisions=row.decisions,
        next_plan=row.next_plan,
        receipts=receipts,
        payments=payments,
        loans=_loans(uow, row.id),
        rule_changes=_rule_changes(uow, previous, row.on),
        corrections=tuple(
            note
            for note in fund.corrections(uow, first=previous or row.on, last=row.on)
            if previous is None or note.on > previous
        ),
        cash_opening=opening,
        cash_closing=closing,
        cash_count=_cash_count(uow, row),
        confirmed_by=tuple(row.confirmed_by.split("; ")) if row.confirmed_by else (),
    )


def _number(uow: UnitOfWork, row: MeetingRow) -> int:
    """The paper's number: meetings are counted anew each year, in the order of their months."""
    year = row.month[:4]
    return uow.session.execute(
        select(func.count()).where(MeetingRow.month.between(f"{year}-01", row.month))
    ).scalar_one()


def _previous_day(uow: UnitOfWork, row: MeetingRow) -> date | None:
    query = select(func.max(MeetingRow.on)).where(MeetingRow.on < row.on)
    return uow.session.execute(query).scalar()


def _count(uow: UnitOfWork, meeting_id: int) -> AttendanceCount:
    rows = uow.session.execute(
        select(AttendanceRow.status, func.count())
        .where(AttendanceRow.meeting_id == meeting_id)
        .group_by(AttendanceRow.status)
    )
    found = dict(rows.all())
    return AttendanceCount(
        **{name: found.get(name, 0) for name in AttendanceCount.__dataclass_fields__}
    )


def _away(uow: UnitOfWork, meeting_id: int) -> tuple[tuple[str, str], ...]:
    rows = uow.session.execute(
        select(MemberRow.full_name, AttendanceRow.status)
        .join(MemberRow, MemberRow.id == AttendanceRow.member_id)
        .where(AttendanceRow.meeting_id == meeting_id, AttendanceRow.status != "present")
        .order_by(MemberRow.code)
    )
    return tuple((name, status) for name, status in rows)


def _cash(uow: UnitOfWork, meeting_id: int, on: date) -> tuple[int, int]:
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


def _money(
    uow: UnitOfWork, row: MeetingRow
) -> tuple[tuple[NamedAmount, ...], tuple[NamedAmount, ...]]:
    """Cash taken in and paid out: gifts and expenses by what they were for, the rest by kind."""
    rows = uow.session.execute(
        select(EntryRow.kind, EntryRow.amount, EntryRow.memo)
        .where(EntryRow.meeting_id == row.id)
        .order_by(EntryRow.id)
    )
    sums: dict[tuple[str, str], int] = {}
    for kind, amount, memo in rows:
        key = (kind, memo if kind in NAMED_ONE_BY_ONE else "")
        sums[key] = sums.get(key, 0) + amount
    named = [NamedAmount(kind, amount, memo) for (kind, memo), amount in sums.items()]
    order = {kind: position for position, kind in enumerate(KINDS)}
    named.sort(key=lambda line: order[line.kind])
    return (
        tuple(line for line in named if KINDS[line.kind].cash > 0),
        tuple(line for line in named if KINDS[line.kind].cash < 0),
    )


def _loans(uow: UnitOfWork, meeting_id: int) -> tuple[NewLoanLine, ...]:
    rows = uow.session.execute(
        select(
            LoanRow.code,
            MemberRow.full_name,
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
    return tuple(NewLoanLine(*row) for row in rows)


def _rule_changes(
    uow: UnitOfWork, previous: date | None, on: date
) -> tuple[tuple[str, str, str], ...]:
    """Rules that changed since the last meeting; the first rules of a book are no change."""
    if previous is None:
        return ()
    changes = club.rule_changes(uow)
    before, now = rules_on(changes, previous), rules_on(changes, on)
    return tuple(
        (key, format_rule(getattr(before, key)), format_rule(getattr(now, key)))
        for key in Rules.__dataclass_fields__
        if getattr(before, key) != getattr(now, key)
    )


def _cash_count(uow: UnitOfWork, row: MeetingRow) -> CashCount | None:
    if row.cash_in_book is None:
        return None
    notes = uow.session.execute(
        select(NoteCountRow.face, NoteCountRow.count)
        .where(NoteCountRow.meeting_id == row.id)
        .order_by(NoteCountRow.face.desc())
    )
    found = dict(notes.all())
    return CashCount(found, sum(face * count for face, count in found.items()), row.cash_in_book)
