"""Every paper and the question that fills it: the one table that a new paper is added to.

A question takes the book and the request and answers with the shape its paper prints.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from app.domain.periods import Month
from app.services import (
    fund_statement,
    loans,
    minutes,
    papers_loans,
    papers_money,
    papers_people,
    papers_work,
    people,
)
from app.services.paper_request import PaperRefusedError, PaperRequest, last_day, needed, whole
from app.store.database import UnitOfWork

Question = Callable[[UnitOfWork, PaperRequest], object]


class About(StrEnum):
    """What a paper is about, and so what has to be chosen before it can be made."""

    PERIOD = "period"
    DAY = "day"
    YEAR = "year"
    MEETING = "meeting"
    COMING = "coming"
    MEMBER = "member"
    LOAN = "loan"


@dataclass(frozen=True, slots=True)
class Paper:
    """The question that fills a paper, and what the paper is about."""

    ask: Question
    about: About


def _fund_statement(uow: UnitOfWork, request: PaperRequest) -> object:
    first, last = whole(uow, request)
    return fund_statement.fund_statement(uow, first=first, last=last)


def _loan_book(uow: UnitOfWork, request: PaperRequest) -> object:
    return loans.loan_book(uow, on=last_day(uow, request))


def _indicators(uow: UnitOfWork, request: PaperRequest) -> object:
    return people.indicators(uow, month=Month.of(last_day(uow, request)))


def _attendance(uow: UnitOfWork, request: PaperRequest) -> object:
    first, last = request.period
    return people.attendance(uow, first=first, last=last)


def _member_statement(uow: UnitOfWork, request: PaperRequest) -> object:
    first, last = request.period
    member = needed(request.member, "--member")
    return people.member_statement(uow, member=member, first=first, last=last)


def _loan_schedule(uow: UnitOfWork, request: PaperRequest) -> object:
    return loans.schedule_of(uow, loan=needed(request.loan, "--loan"))


def _minutes(uow: UnitOfWork, request: PaperRequest) -> object:
    if request.meeting is None and request.month is None:
        raise PaperRefusedError("paper.meeting_missing")
    return minutes.minutes(uow, month=request.month, meeting=request.meeting)


PAPERS: dict[str, Paper] = {
    "minutes": Paper(_minutes, About.MEETING),
    "fund-statement": Paper(_fund_statement, About.PERIOD),
    "loan-book": Paper(_loan_book, About.DAY),
    "loan-schedule": Paper(_loan_schedule, About.LOAN),
    "member-statement": Paper(_member_statement, About.MEMBER),
    "attendance": Paper(_attendance, About.PERIOD),
    "indicators": Paper(_indicators, About.DAY),
    "cash-count": Paper(_minutes, About.MEETING),
    "cash-book": Paper(papers_money.cash_book, About.PERIOD),
    "vouchers": Paper(papers_money.vouchers, About.PERIOD),
    "golden-book": Paper(papers_money.golden_book, About.PERIOD),
    "interest-split": Paper(papers_money.interest_split, About.PERIOD),
    "hand-over": Paper(papers_money.hand_over, About.DAY),
    "collection-sheet": Paper(papers_people.meeting_sheets, About.COMING),
    "attendance-sheet": Paper(papers_people.meeting_sheets, About.COMING),
    "fee-book": Paper(papers_people.fee_book, About.YEAR),
    "attendance-book": Paper(papers_people.attendance_book, About.YEAR),
    "member-list": Paper(papers_people.member_list, About.DAY),
    "consent": Paper(papers_people.member_list, About.DAY),
    "loan-request": Paper(papers_loans.loan_request, About.LOAN),
    "loan-agreement": Paper(papers_loans.loan_papers, About.LOAN),
    "loan-card": Paper(papers_loans.loan_papers, About.LOAN),
    "loan-approval": Paper(papers_loans.board_meeting, About.MEETING),
    "activity-plan": Paper(papers_work.plan, About.COMING),
    "activity-report": Paper(papers_work.report, About.PERIOD),
    "club-report": Paper(papers_work.union_letter, About.PERIOD),
    "home-care-book": Paper(papers_work.blank_book, About.YEAR),
    "mutual-help-book": Paper(papers_work.blank_book, About.YEAR),
    "health-book": Paper(papers_work.blank_book, About.YEAR),
    "equipment-book": Paper(papers_work.blank_book, About.YEAR),
}
