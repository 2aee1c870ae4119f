"""Every paper and the question that fills it: the one table that a new paper is added to.

A question takes the book and the request and answers with the shape its paper prints.
"""

from __future__ import annotations

from collections.abc import Callable

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


QUESTIONS: dict[str, Question] = {
    "minutes": _minutes,
    "fund-statement": _fund_statement,
    "loan-book": _loan_book,
    "loan-schedule": _loan_schedule,
    "member-statement": _member_statement,
    "attendance": _attendance,
    "indicators": _indicators,
    "cash-count": _minutes,
    "cash-book": papers_money.cash_book,
    "vouchers": papers_money.vouchers,
    "golden-book": papers_money.golden_book,
    "interest-split": papers_money.interest_split,
    "hand-over": papers_money.hand_over,
    "collection-sheet": papers_people.meeting_sheets,
    "attendance-sheet": papers_people.meeting_sheets,
    "fee-book": papers_people.fee_book,
    "attendance-book": papers_people.attendance_book,
    "member-list": papers_people.member_list,
    "consent": papers_people.member_list,
    "loan-request": papers_loans.loan_request,
    "loan-agreement": papers_loans.loan_papers,
    "loan-card": papers_loans.loan_papers,
    "loan-approval": papers_loans.board_meeting,
    "activity-plan": papers_work.plan,
    "activity-report": papers_work.report,
    "club-report": papers_work.union_letter,
    "home-care-book": papers_work.blank_book,
    "mutual-help-book": papers_work.blank_book,
    "health-book": papers_work.blank_book,
    "equipment-book": papers_work.blank_book,
}
