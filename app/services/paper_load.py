"""The tables of a book → a paper book; the way back of ``paper_insert``. Reads only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from sqlalchemy import select

from app.domain.extensions import Extension
from app.domain.fund import FUND_ACCOUNTS, KINDS, Account, Side
from app.domain.loans import LoanTerms, Method
from app.domain.meetings import MeetingStatus
from app.domain.members import Member
from app.domain.paper_book import (
    PaperAttendance,
    PaperBook,
    PaperEntry,
    PaperExtension,
    PaperLoan,
    PaperMeeting,
)
from app.domain.paper_money import shares_of
from app.domain.periods import Month
from app.services import club
from app.store.club_tables import (
    AttendanceRow,
    EntryRow,
    LoanRow,
    MeetingRow,
    MemberRow,
    PostingRow,
)
from app.store.database import UnitOfWork
from app.store.lending_tables import LoanExtensionRow

Codes = dict[int, str]
Shares = tuple[tuple[str, int], ...]
_FUND_OF = {account: fund.value for fund, account in FUND_ACCOUNTS.items()}


def load_book(uow: UnitOfWork) -> PaperBook:
    """Everything the book holds that a paper book can tell; open meetings are left out.

    People, loans and meetings stand in the order of their entering, entries in order of day.
    """
    members, loans = _codes(uow, MemberRow), _codes(uow, LoanRow)
    book = PaperBook(
        details=club.details(uow),
        rules=tuple(club.rule_changes(uow)),
        members=_members(uow),
        loans=_loans(uow, members),
        meetings=_meetings(uow, members),
        attendance=_attendance(uow),
        extensions=_extensions(uow, loans),
    )
    uncommon = _uncommon_shares(uow, shares_of(book))
    return replace(book, entries=_entries(uow, members, loans, uncommon))


def _codes(uow: UnitOfWork, row: type[MemberRow] | type[LoanRow]) -> Codes:
    return dict(uow.session.execute(select(row.id, row.code)).all())


def _members(uow: UnitOfWork) -> tuple[Member, ...]:
    columns = [getattr(MemberRow, name) for name in Member.__dataclass_fields__]
    rows = uow.session.execute(select(*columns).order_by(MemberRow.id))
    return tuple(Member(*row) for row in rows)


def _loans(uow: UnitOfWork, members: Codes) -> tuple[PaperLoan, ...]:
    rows = uow.session.execute(select(*LoanRow.__table__.c).order_by(LoanRow.id))
    return tuple(
        PaperLoan(
            code=row.code,
            member=members[row.member_id],
            terms=LoanTerms(
                on=row.on,
                principal=row.principal,
                rate_bp=row.rate_bp,
                method=Method(row.method),
                term_months=row.term_months,
                grace_months=row.grace_months,
                rounding=row.rounding,
            ),
            purpose=row.purpose,
            guarantor=members.get(row.guarantor_id, ""),
        )
        for row in rows
    )


def _meetings(uow: UnitOfWork, members: Codes) -> tuple[PaperMeeting, ...]:
    rows = uow.session.execute(select(*MeetingRow.__table__.c).order_by(MeetingRow.month))
    return tuple(
        PaperMeeting(
            month=Month.parse(row.month),
            status=MeetingStatus(row.status),
            on=row.on,
            reason=row.reason,
            start=row.start,
            end=row.end,
            place=row.place,
            chair=members.get(row.chair_id, ""),
            secretary=members.get(row.secretary_id, ""),
            guests=row.guests,
            content=row.content,
            decisions=row.decisions,
            next_plan=row.next_plan,
            activities=tuple(code for code in row.activities.split(";") if code),
        )
        for row in rows
    )


def _attendance(uow: UnitOfWork) -> tuple[PaperAttendance, ...]:
    rows = uow.session.execute(
        select(MeetingRow.on, MemberRow.code, AttendanceRow.status, AttendanceRow.note)
        .join(MeetingRow, MeetingRow.id == AttendanceRow.meeting_id)
        .join(MemberRow, MemberRow.id == AttendanceRow.member_id)
        .order_by(MeetingRow.month, MemberRow.id)
    )
    return tuple(PaperAttendance(on, *mark) for on, *mark in rows if on)


def _extensions(uow: UnitOfWork, loans: Codes) -> tuple[PaperExtension, ...]:
    rows = uow.session.execute(select(*LoanExtensionRow.__table__.c).order_by(LoanExtensionRow.id))
    return tuple(
        PaperExtension(
            loans[row.loan_id],
            Extension(row.on, Method(row.method), row.term_months, row.grace_months, row.minutes),
        )
        for row in rows
    )


def _entries(
    uow: UnitOfWork, members: Codes, loans: Codes, uncommon: dict[int, Shares]
) -> tuple[PaperEntry, ...]:
    meetings = uow.session.execute(select(MeetingRow.id, MeetingRow.on))
    days: dict[int | None, date | None] = dict(meetings.all())
    places: dict[int | None, int] = {}
    found = []
    query = select(*EntryRow.__table__.c).order_by(EntryRow.on, EntryRow.id)
    for place, row in enumerate(uow.session.execute(query)):
        places[row.id] = place
        found.append(
            PaperEntry(
                on=row.on,
                kind=row.kind,
                amount=abs(row.amount),
                meeting=days.get(row.meeting_id),
                fund=row.fund,
                member=members.get(row.member_id, ""),
                loan=loans.get(row.loan_id, ""),
                memo=row.memo,
                reverses=places.get(row.reverses_id),
                reason=row.reason,
                shares=uncommon.get(row.id, ()),
            )
        )
    return tuple(found)


def _uncommon_shares(
    uow: UnitOfWork, rule: Callable[[PaperEntry], dict[str, int]]
) -> dict[int, Shares]:
    """Shares of interest that differ from the rule of their day, by entry.

    So they do when the rule was changed later for days that had passed.
    """
    kinds = [kind.code for kind in KINDS.values() if kind.out_of is Side.SPLIT]
    rows = uow.session.execute(
        select(EntryRow.id, EntryRow.on, EntryRow.amount, PostingRow.account, PostingRow.amount)
        .join(PostingRow, PostingRow.entry_id == EntryRow.id)
        .where(EntryRow.kind.in_(kinds), EntryRow.reverses_id.is_(None))
        .where(PostingRow.account != Account.CASH.value)
        .order_by(EntryRow.id, PostingRow.account)
    )
    shares: dict[int, dict[str, int]] = {}
    ruled: dict[int, dict[str, int]] = {}
    for key, on, amount, account, part in rows:
        shares.setdefault(key, {})[_FUND_OF[Account(account)]] = -part
        if key not in ruled:
            parts = rule(PaperEntry(on, "interest_payment", amount))
            ruled[key] = {fund: share for fund, share in parts.items() if share}
    return {key: tuple(found.items()) for key, found in shares.items() if found != ruled[key]}
