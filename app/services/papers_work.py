"""What the papers about the club's work ask of the book: plan, report, letter, blank books."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

from sqlalchemy import select

from app.base import clock
from app.domain.key_sheet import KeySheet
from app.domain.meetings import ACTIVITIES
from app.domain.minutes import Minutes
from app.domain.paper_numbers import period_number
from app.domain.paper_shapes import AreaReport, BlankBook, UnionLetter
from app.domain.periods import Month
from app.services import check_codes, club, fund_statement, minutes, people, signing_key
from app.services.paper_request import PaperRequest, coming_month, last_day, last_month
from app.services.papers_money import board
from app.store.club_tables import MeetingRow
from app.store.database import UnitOfWork


def plan(uow: UnitOfWork, request: PaperRequest) -> AreaReport:
    """The coming month or the period asked for, with what the meeting before it planned."""
    month = coming_month(uow, request)
    first, last = request.period
    first, last = first or month.first_day, last or month.last_day
    return AreaReport(
        club=club.head(uow),
        board=board(uow, last),
        first=first,
        last=last,
        counts=dict.fromkeys(ACTIVITIES, 0),
        meetings=(),
        next_plan=_planned(uow, before=str(Month.of(first))),
        number=period_number(first, last, club.started_on(uow)),
    )


def _planned(uow: UnitOfWork, *, before: str) -> str:
    found = uow.session.execute(
        select(MeetingRow.next_plan)
        .where(MeetingRow.month < before, MeetingRow.status == "held")
        .order_by(MeetingRow.month.desc())
        .limit(1)
    ).scalar()
    return found or ""


def report(uow: UnitOfWork, request: PaperRequest) -> AreaReport:
    """What the meetings of the period did; the last one's plan stands at the end."""
    first, last = last_month(uow, request)
    return _areas(uow, first, last, paper="activity-report")


def _areas(uow: UnitOfWork, first: date, last: date, *, paper: str) -> AreaReport:
    months = uow.session.execute(
        select(MeetingRow.month)
        .where(MeetingRow.month.between(str(Month.of(first)), str(Month.of(last))))
        .order_by(MeetingRow.month)
    ).scalars()
    meetings: list[Minutes] = [
        minutes.minutes(uow, month=Month.parse(month)) for month in months.all()
    ]
    named = Counter(code for meeting in meetings for code in set(meeting.activities))
    return AreaReport(
        club=club.head(uow),
        board=board(uow, last),
        first=first,
        last=last,
        counts={code: named[code] for code in ACTIVITIES},
        meetings=tuple(meetings),
        next_plan=_planned(uow, before=str(Month.of(last).plus(1))),
        number=period_number(first, last, club.started_on(uow)),
        check_code=check_codes.code(uow, paper=paper, first=first, last=last),
    )


def union_letter(uow: UnitOfWork, request: PaperRequest) -> UnionLetter:
    """The figures of the period that the club reports to the body above it."""
    first, last = last_month(uow, request)
    return UnionLetter(
        indicators=people.indicators(uow, month=Month.of(last)),
        fund=fund_statement.fund_statement(uow, first=first, last=last),
        attendance=people.attendance(uow, first=first, last=last),
        areas=_areas(uow, first, last, paper="club-report"),
    )


def blank_book(uow: UnitOfWork, request: PaperRequest) -> BlankBook:
    """The head of a book that is kept by hand, for the year of the period."""
    return BlankBook(club.head(uow), last_day(uow, request).year)


def key_sheet(uow: UnitOfWork, _request: PaperRequest) -> KeySheet:
    """The key of today, whatever day is asked about: an older one must not be signed again."""
    today = clock.today()
    return KeySheet(club.head(uow), board(uow, today), today, signing_key.keys(uow))


QUESTIONS: dict[str, Callable[[UnitOfWork, PaperRequest], object]] = {
    "activity-plan": plan,
    "activity-report": report,
    "club-report": union_letter,
    "home-care-book": blank_book,
    "mutual-help-book": blank_book,
    "health-book": blank_book,
    "equipment-book": blank_book,
    "key-sheet": key_sheet,
}
