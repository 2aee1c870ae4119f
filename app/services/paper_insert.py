"""A checked paper book → the tables of an empty book, in bulk.

The club, its people, loans and meetings; entries are written by ``paper_postings``. Checks
nothing: ``paper_book`` has done so.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import insert

from app.base import clock
from app.base.text import search_key
from app.domain.paper_book import PaperBook, PaperLoan, PaperMeeting
from app.services import club, extensions
from app.services.paper_postings import Keys, insert_entries
from app.store import chain
from app.store.club_tables import (
    AttendanceRow,
    LoanRow,
    MeetingRow,
    MemberRow,
)
from app.store.database import UnitOfWork
from app.store.stored_rows import insert_stored

Ids = dict[str, int]
_Rows = list[dict[str, Any]]


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
    insert_entries(uow, book, Keys(members, loans, meetings))
    for row in sorted(book.extensions, key=lambda row: row.extension.on):
        extensions.add(uow, loan=row.loan, extension=row.extension)


def _insert(uow: UnitOfWork, row: type[Any], rows: _Rows) -> None:
    if rows:
        uow.connection.execute(insert(row.__table__), rows)
        uow.topics.add(row.__tablename__)


def _member(key: int, member: Any) -> dict[str, Any]:
    return {"id": key, "search_key": search_key(member.full_name)} | asdict(member)


def _loan(key: int, loan: PaperLoan, members: Ids) -> dict[str, Any]:
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


def _insert_meetings(uow: UnitOfWork, book: PaperBook, members: Ids) -> dict[date, int]:
    """Closed meetings in order of months, each hashed with its attendance; keys by day."""
    present: dict[date, list[chain.Mark]] = {}
    for row in book.attendance:
        present.setdefault(row.meeting, []).append((row.member, row.status, row.note))
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
        lists += [(key, members[code], *mark) for code, *mark in listed]
    _insert(uow, MeetingRow, rows)
    insert_stored(uow, AttendanceRow, lists)
    return {meeting.on: key for key, meeting in enumerate(ordered, start=1) if meeting.on}


def _meeting(key: int, meeting: PaperMeeting, members: Ids, closed_at: datetime) -> dict[str, Any]:
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
