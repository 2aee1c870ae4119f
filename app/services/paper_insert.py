"""A checked paper book → the tables of an empty book, in bulk.

Entries are written in order of day, within a day as they stand; so their running numbers, their
vouchers and the hash chain follow the calendar. Checks nothing: ``paper_book`` has done so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import date, datetime
from typing import Any, NamedTuple, cast

from sqlalchemy import insert

from app.base import clock
from app.base.text import search_key
from app.domain.fund import (
    FUND_ACCOUNTS,
    KINDS,
    Account,
    Fund,
    Side,
    postings_for,
)
from app.domain.paper_book import PaperBook, PaperEntry, PaperLoan, PaperMeeting
from app.domain.paper_money import day_order, shares_of
from app.services import club, extensions
from app.services.vouchers import VoucherNumbers
from app.store import chain
from app.store.club_tables import (
    AttendanceRow,
    EntryRow,
    LoanRow,
    MeetingRow,
    MemberRow,
    PostingRow,
)
from app.store.database import UnitOfWork

Keys = dict[str, int]
_Rows = list[dict[str, Any]]
_Postings = list[tuple[str, int]]


def insert_book(uow: UnitOfWork, book: PaperBook) -> None:
    """Fill an empty book; the caller's transaction makes it all or nothing."""
    club.found(uow, details=book.details, rules={})
    for change in book.rules:
        club.change_rule(uow, key=change.key, value=change.value, from_on=change.from_on)
    uow.session.flush()
    members = {member.code: key for key, member in enumerate(book.members, start=1)}
    _insert(uow, MemberRow, [_member(key, m) for key, m in enumerate(book.members, start=1)])
    loans = {loan.code: key for key, loan in enumerate(book.loans, start=1)}
    _insert(uow, LoanRow, [_loan(loans[loan.code], loan, members) for loan in book.loans])
    meetings = _insert_meetings(uow, book, members)
    _insert_entries(uow, book, _Keys(members, loans, meetings))
    for row in sorted(book.extensions, key=lambda row: row.extension.on):
        extensions.add(uow, loan=row.loan, extension=row.extension)


def _insert(uow: UnitOfWork, row: type[Any], rows: _Rows) -> None:
    if rows:
        uow.connection.execute(insert(row.__table__), rows)
        uow.topics.add(row.__tablename__)


def _insert_stored(uow: UnitOfWork, row: type[Any], rows: list[tuple[object, ...]]) -> None:
    """Like ``_insert``, of values as they are stored, in the order of the table's columns.

    Half the time for the tens of thousands of rows that a long book has.
    """
    table = row.__table__
    names = [column.name for column in table.c]
    statement = insert(table).compile(dialect=uow.connection.dialect, column_keys=names)
    if rows:
        uow.connection.exec_driver_sql(str(statement), rows)
        uow.topics.add(row.__tablename__)


def _member(key: int, member: Any) -> dict[str, Any]:
    return {"id": key, "search_key": search_key(member.full_name)} | asdict(member)


def _loan(key: int, loan: PaperLoan, members: Keys) -> dict[str, Any]:
    terms = asdict(loan.terms)
    del terms["instalment_step"]
    return terms | {
        "id": key,
        "code": loan.code,
        "member_id": members[loan.member],
        "method": loan.terms.method.value,
        "purpose": loan.purpose,
        "guarantor_id": members.get(loan.guarantor),
    }


def _insert_meetings(uow: UnitOfWork, book: PaperBook, members: Keys) -> dict[date, int]:
    """Closed meetings in order of months, each hashed with its attendance; keys by day."""
    present: dict[date, list[tuple[str, str]]] = {}
    for row in book.attendance:
        present.setdefault(row.meeting, []).append((row.member, row.status))
    rows: _Rows = []
    lists: list[tuple[object, ...]] = []
    before, closed_at = chain.START, clock.now()
    ordered = sorted(book.meetings, key=lambda meeting: meeting.month)
    for key, meeting in enumerate(ordered, start=1):
        listed = present.get(meeting.on, []) if meeting.on else []
        values = _meeting(key, meeting, members, closed_at)
        form = chain.meeting_form(
            MeetingRow(**values),
            chair=meeting.chair or None,
            secretary=meeting.secretary or None,
            attendance=listed,
            notes=[],
        )
        before = chain.link(before, form)
        rows.append(values | {"hash": before})
        lists += [(key, members[code], status) for code, status in listed]
    _insert(uow, MeetingRow, rows)
    _insert_stored(uow, AttendanceRow, lists)
    return {meeting.on: key for key, meeting in enumerate(ordered, start=1) if meeting.on}


def _meeting(key: int, meeting: PaperMeeting, members: Keys, closed_at: datetime) -> dict[str, Any]:
    texts = {
        name: getattr(meeting, name)
        for name in ("on", "reason", "start", "end", "place", "guests", "content")
    }
    return texts | {
        "id": key,
        "month": str(meeting.month),
        "status": meeting.status.value,
        "decisions": meeting.decisions,
        "next_plan": meeting.next_plan,
        "activities": ";".join(meeting.activities),
        "chair_id": members.get(meeting.chair),
        "secretary_id": members.get(meeting.secretary),
        "typed_by": "",
        "confirmed_by": "",
        "cash_in_book": None,
        "closed_at": closed_at,
    }


class _Keys(NamedTuple):
    members: Keys
    loans: Keys
    meetings: dict[date, int]


class _Slip(NamedTuple):
    """What the numbering of vouchers looks at."""

    on: date
    kind: str
    member: str | None
    meeting_id: int | None
    reverses: int | None


class _Line(NamedTuple):
    """A row of ``entry`` before its hash: the columns of EntryRow in their order, as stored."""

    id: int
    on: str
    kind: str
    amount: int
    fund: str
    member_id: int | None
    loan_id: int | None
    meeting_id: int | None
    memo: str
    voucher_series: str
    voucher_year: int | None
    voucher_no: int | None
    reverses_id: int | None
    reason: str
    recorded_at: str
    recorded_by: str


def _insert_entries(uow: UnitOfWork, book: PaperBook, keys: _Keys) -> None:
    postings_of = _postings_of(book)
    terms = {loan.code: _terms(loan) for loan in book.loans}
    months = {meeting.on: str(meeting.month) for meeting in book.meetings if meeting.on}
    rows: list[tuple[object, ...]] = []
    posting_rows: list[tuple[object, ...]] = []
    before = chain.START
    for line, entry in _lines(book, keys):
        postings = postings_of(entry)
        form = chain.entry_form(
            cast("EntryRow", line),
            member=entry.member or None,
            loan=entry.loan or None,
            terms=terms[entry.loan] if entry.kind in chain.GIVEN else None,
            meeting=months[entry.meeting] if entry.meeting else None,
            postings=postings,
        )
        before = chain.link(before, form)
        rows.append((*line, before))
        posting_rows += [(line.id, account, line.on, amount) for account, amount in postings]
    _insert_stored(uow, EntryRow, rows)
    _insert_stored(uow, PostingRow, posting_rows)


def _terms(loan: PaperLoan) -> chain.Canonical:
    return chain.loan_terms(LoanRow(**_loan(0, loan, {loan.member: 0})), loan.member)


def _lines(book: PaperBook, keys: _Keys) -> Iterator[tuple[_Line, PaperEntry]]:
    """Each entry in the order of the chain, numbered, with its voucher."""
    vouchers, now = VoucherNumbers(), clock.now().isoformat(timespec="seconds")
    order = day_order(book)
    numbers = {place: number for number, place in enumerate(order, start=1)}
    for number, place in enumerate(order, start=1):
        entry = book.entries[place]
        meeting_id = keys.meetings[entry.meeting] if entry.meeting else None
        reverses = None if entry.reverses is None else numbers[entry.reverses]
        slip = _Slip(entry.on, entry.kind, entry.member or None, meeting_id, reverses)
        line = _Line(
            number,
            entry.on.isoformat(),
            entry.kind,
            book.signed_amount(entry),
            entry.fund,
            keys.members[entry.member] if entry.member else None,
            keys.loans[entry.loan] if entry.loan else None,
            meeting_id,
            entry.memo,
            *vouchers.next(slip),
            reverses,
            entry.reason,
            now,
            "",
        )
        yield line, entry


def _postings_of(book: PaperBook) -> Callable[[PaperEntry], _Postings]:
    """Account and amount of each posting of an entry; a reversal undoes those it takes back.

    Fees and instalments repeat, so the postings of one kind and amount are made once.
    """
    shares_for = shares_of(book)
    made: dict[tuple[str, int, str], _Postings] = {}

    def postings(entry: PaperEntry) -> _Postings:
        if entry.reverses is not None:
            return [(account, -part) for account, part in postings(book.entries[entry.reverses])]
        kind = KINDS[entry.kind]
        if kind.out_of is Side.SPLIT:
            parts = shares_for(entry).items()
            shares = [(FUND_ACCOUNTS[Fund(fund)].value, -part) for fund, part in parts if part]
            return [(Account.CASH.value, entry.amount), *shares]
        key = (entry.kind, entry.amount, entry.fund)
        if key not in made:
            fund = Fund(entry.fund) if entry.fund else None
            pairs = postings_for(kind, entry.amount, fund=fund)
            made[key] = [(posting.account.value, posting.amount) for posting in pairs]
        return made[key]

    return postings
