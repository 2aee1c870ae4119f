"""What the papers about members ask of the book: sheets, lists and the books of a year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date, timedelta
from operator import itemgetter

from sqlalchemy import select

from app.domain.members import Member, count_members, told_apart
from app.domain.paper_shapes import (
    MeetingSheets,
    MemberList,
    SheetLine,
    YearBook,
    YearLine,
)
from app.domain.periods import Month
from app.services import check_codes, club, dues, fund, members
from app.services.paper_request import PaperRequest, coming_month, last_day
from app.services.papers_money import board
from app.store.club_tables import AttendanceRow, MeetingRow, MemberRow
from app.store.database import UnitOfWork

_LATE_MEETING = timedelta(days=31)
"""A month's meeting may be held in the next month (CONTRACT 3)."""


def meeting_sheets(uow: UnitOfWork, request: PaperRequest) -> MeetingSheets:
    """The members of the coming meeting and what each is asked for (CONTRACT 5.13)."""
    month = coming_month(uow, request)
    asked = dues.asked(uow, month=month)
    lines = []
    people = members.members(uow, on=month.last_day)
    names = told_apart(people)
    for member in people:
        due = asked.get(member.code, dues.NOTHING)
        lines.append(
            SheetLine(
                member.code, names[member.code], member.birth_year, due.by_kind, due.outstanding
            )
        )
    return MeetingSheets(club.head(uow), board(uow, month.last_day), month, tuple(lines))


def member_list(uow: UnitOfWork, request: PaperRequest) -> MemberList:
    """Who belongs to the club on the last day of the period, or the one member asked for."""
    on = last_day(uow, request)
    found = members.members(uow, on=on)
    if request.member:
        members.member_id(uow, request.member)
        found = tuple(member for member in found if member.code == request.member)
    count = count_members(list(found), on)
    return MemberList(
        club=club.head(uow),
        board=board(uow, on),
        on=on,
        members=found,
        women=count.women,
        older_60=count.older_60,
        poor=count.poor,
        near_poor=count.near_poor,
        left=() if request.member else _left(uow, on),
    )


def _left(uow: UnitOfWork, on: date) -> tuple[Member, ...]:
    """Who belonged to the club in the year of a day and does no more, by the day they left."""
    gone = [
        (member.left_on, member)
        for member in members.members(uow)
        if member.left_on and member.left_on < on and member.left_on.year == on.year
    ]
    return tuple(member for _, member in sorted(gone, key=itemgetter(0)))


def fee_book(uow: UnitOfWork, request: PaperRequest) -> YearBook:
    """The fees of the year by month of the meeting they were paid at."""
    year = last_day(uow, request).year
    first, last = date(year, 1, 1), date(year, 12, 31)
    paid: dict[tuple[str, int], int] = defaultdict(int)
    for entry in fund.entries(uow, first=first, last=last + _LATE_MEETING):
        month = Month.parse(entry.meeting_month) if entry.meeting_month else Month.of(entry.on)
        if entry.kind == "membership_fee" and entry.member and month.year == year:
            paid[entry.member, month.number] += entry.amount
    people = _of_year(uow, first, last)
    names = told_apart(people)
    lines = tuple(
        YearLine(
            member.code,
            names[member.code],
            amounts=tuple(paid[member.code, month] for month in range(1, 13)),
        )
        for member in people
    )
    code = check_codes.code(uow, paper="fee-book", first=first, last=last)
    return YearBook(club.head(uow), board(uow, last), year, last, lines, check_code=code)


def attendance_book(uow: UnitOfWork, request: PaperRequest) -> YearBook:
    """Everybody's mark at each month's meeting of the year."""
    year = last_day(uow, request).year
    first, last = date(year, 1, 1), date(year, 12, 31)
    rows = uow.session.execute(
        select(MemberRow.code, MeetingRow.month, AttendanceRow.status)
        .join(MeetingRow, MeetingRow.id == AttendanceRow.meeting_id)
        .join(MemberRow, MemberRow.id == AttendanceRow.member_id)
        .where(MeetingRow.month.between(f"{year}-01", f"{year}-12"))
    )
    marks = {(code, Month.parse(month).number): status for code, month, status in rows}
    held = {month for _, month in marks}
    people = _of_year(uow, first, last)
    names = told_apart(people)
    lines = tuple(
        YearLine(
            member.code,
            names[member.code],
            marks=tuple(marks.get((member.code, month), "") for month in range(1, 13)),
        )
        for member in people
    )
    return YearBook(
        club=club.head(uow),
        board=board(uow, last),
        year=year,
        last=last,
        lines=lines,
        held=tuple(month in held for month in range(1, 13)),
        check_code=check_codes.code(uow, paper="attendance-book", first=first, last=last),
    )


def _of_year(uow: UnitOfWork, first: date, last: date) -> list[Member]:
    """Who belonged to the club on some day of the year."""
    return [
        member
        for member in members.members(uow)
        if member.joined_on <= last and (member.left_on is None or member.left_on >= first)
    ]


QUESTIONS: dict[str, Callable[[UnitOfWork, PaperRequest], object]] = {
    "collection-sheet": meeting_sheets,
    "attendance-sheet": meeting_sheets,
    "fee-book": fee_book,
    "attendance-book": attendance_book,
    "member-list": member_list,
    "consent": member_list,
}
