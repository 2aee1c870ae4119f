"""Every paper and the question that fills it: the one table that a new paper is added to.

A question takes the book and the request and answers with the shape its paper prints. Whole
groups of papers are loaded with the first question about one of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from app.domain.periods import Month
from app.services import fund_statement, loans, people
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
    from app.services import minutes

    return minutes.minutes(uow, month=request.month, meeting=request.meeting)


def _money(uow: UnitOfWork, request: PaperRequest) -> object:
    from app.services import papers_money

    return papers_money.QUESTIONS[request.name](uow, request)


def _people(uow: UnitOfWork, request: PaperRequest) -> object:
    from app.services import papers_people

    return papers_people.QUESTIONS[request.name](uow, request)


def _opening_balances(uow: UnitOfWork, request: PaperRequest) -> object:
    from app.services import opening_balances

    return opening_balances.opening_balances(uow, request)


def _loans(uow: UnitOfWork, request: PaperRequest) -> object:
    from app.services import papers_loans

    return papers_loans.QUESTIONS[request.name](uow, request)


def _work(uow: UnitOfWork, request: PaperRequest) -> object:
    from app.services import papers_work

    return papers_work.QUESTIONS[request.name](uow, request)


PAPERS: dict[str, Paper] = {
    "minutes": Paper(_minutes, About.MEETING),
    "fund-statement": Paper(_fund_statement, About.PERIOD),
    "loan-book": Paper(_loans, About.DAY),
    "loan-schedule": Paper(_loan_schedule, About.LOAN),
    "member-statement": Paper(_member_statement, About.MEMBER),
    "attendance": Paper(_attendance, About.PERIOD),
    "indicators": Paper(_indicators, About.DAY),
    "cash-count": Paper(_minutes, About.MEETING),
    "cash-book": Paper(_money, About.PERIOD),
    "vouchers": Paper(_money, About.PERIOD),
    "golden-book": Paper(_money, About.PERIOD),
    "interest-split": Paper(_money, About.PERIOD),
    "hand-over": Paper(_money, About.DAY),
    "collection-sheet": Paper(_people, About.COMING),
    "attendance-sheet": Paper(_people, About.COMING),
    "fee-book": Paper(_people, About.YEAR),
    "attendance-book": Paper(_people, About.YEAR),
    "member-list": Paper(_people, About.DAY),
    "consent": Paper(_people, About.DAY),
    "opening-balances": Paper(_opening_balances, About.DAY),
    "loan-request": Paper(_loans, About.LOAN),
    "loan-agreement": Paper(_loans, About.LOAN),
    "loan-card": Paper(_loans, About.LOAN),
    "loan-approval": Paper(_loans, About.MEETING),
    "activity-plan": Paper(_work, About.COMING),
    "activity-report": Paper(_work, About.PERIOD),
    "club-report": Paper(_work, About.PERIOD),
    "key-sheet": Paper(_work, About.DAY),
    "home-care-book": Paper(_work, About.YEAR),
    "mutual-help-book": Paper(_work, About.YEAR),
    "health-book": Paper(_work, About.YEAR),
    "equipment-book": Paper(_work, About.YEAR),
}
