"""What the papers of a loan ask of the book: request, agreement, card, the board's approval."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from sqlalchemy import select

from app.base import clock
from app.domain.loan_book import LoanBook, LoanInterest
from app.domain.loan_schedule import LoanSchedule
from app.domain.loan_state import REDUCING, LoanHistory
from app.domain.members import told_apart
from app.domain.paper_shapes import BoardMeeting, LoanPapers, Payment
from app.services import check_codes, club, fund, loans, members, minutes
from app.services.loans import UnknownLoanError
from app.services.members import UnknownMemberError
from app.services.paper_request import PaperRefusedError, PaperRequest, last_day, needed, whole
from app.services.papers_money import board
from app.store.club_tables import LoanRow
from app.store.database import UnitOfWork


def loan_papers(uow: UnitOfWork, request: PaperRequest) -> LoanPapers:
    """A loan with who signs for it and what was paid; raises UnknownLoanError."""
    code = needed(request.loan, "--loan")
    row = uow.session.execute(select(LoanRow).where(LoanRow.code == code)).scalar()
    if row is None:
        raise UnknownLoanError("loan.unknown", loan=code)
    people = members.by_code(uow)
    keys = {key: name for name, key in members.ids(uow).items()}
    history = loans.histories(uow, loans=[code])[code]
    first = last = row.on
    if request.name == "loan-card":
        first, last = whole(uow, request)
    return LoanPapers(
        club=club.head(uow),
        board=board(uow, row.on),
        loan=code,
        borrower=people[keys[row.member_id]],
        guarantor=people[keys[row.guarantor_id]] if row.guarantor_id else None,
        on=row.on,
        principal=row.principal,
        rate_bp=row.rate_bp,
        method=row.method,
        term_months=row.term_months,
        purpose=row.purpose,
        schedule=loans.schedule_of(uow, loan=code),
        payments=_payments(history, last),
        check_code=check_codes.code(uow, paper=request.name, first=first, last=last, subject=code),
    )


def loan_book(uow: UnitOfWork, request: PaperRequest) -> LoanBook:
    """The open loans on the last day of the period, and the interest its year brought in."""
    on = last_day(uow, request)
    book = loans.loan_book(uow, on=on)
    people = told_apart(members.members(uow))
    taken: dict[str, Counter[int]] = {line.loan: Counter() for line in book.loans}
    for entry in fund.entries(uow, first=date(on.year, 1, 1), last=on):
        if entry.kind == "interest_payment" and entry.loan:
            taken.setdefault(entry.loan, Counter())[entry.on.month] += entry.amount
    months, whose = range(1, 13), loans.borrowers(uow)
    return replace(
        book,
        loans=tuple(replace(line, name=people[line.member]) for line in book.loans),
        interest=tuple(
            LoanInterest(loan, people[whose[loan]], tuple(taken[loan][month] for month in months))
            for loan in sorted(taken)
        ),
    )


def _payments(history: LoanHistory, last: date) -> tuple[Payment, ...]:
    """What was paid up to ``last``, day by day; a day that was taken back whole is left out."""
    found = []
    for day in sorted({entry.on for entry in history.entries if entry.on <= last}):
        here = [entry for entry in history.entries if entry.on == day]
        principal = sum(entry.amount for entry in here if entry.kind in REDUCING)
        interest = sum(entry.amount for entry in here if entry.kind == "interest_payment")
        if principal or interest:
            found.append(Payment(day, principal, interest, history.outstanding(day)))
    return tuple(found)


def loan_request(uow: UnitOfWork, request: PaperRequest) -> LoanPapers:
    """The request for a loan given, or a member's blank one; raises UnknownMemberError."""
    if request.loan:
        return loan_papers(uow, request)
    if not request.member:
        raise PaperRefusedError("paper.option_missing", option="--loan")
    borrower = members.by_code(uow).get(request.member)
    if borrower is None:
        raise UnknownMemberError("member.unknown", member=request.member)
    on = request.period[1] or clock.today()
    return LoanPapers(
        club=club.head(uow),
        board=board(uow, on),
        loan="",
        borrower=borrower,
        guarantor=None,
        on=on,
        principal=0,
        rate_bp=0,
        method="",
        term_months=0,
        purpose="",
        schedule=LoanSchedule(()),
    )


def board_meeting(uow: UnitOfWork, request: PaperRequest) -> BoardMeeting:
    """The loans of a meeting as the board approved them; raises NoMinutesError."""
    if request.meeting is None and request.month is None:
        raise PaperRefusedError("paper.meeting_missing")
    found = minutes.minutes(uow, month=request.month, meeting=request.meeting)
    on = found.on or found.month.last_day
    has = fund.balances(uow, on=on)
    return BoardMeeting(found, board(uow, on), has.cash, has.bank, has.funds["income"])


QUESTIONS: dict[str, Callable[[UnitOfWork, PaperRequest], object]] = {
    "loan-book": loan_book,
    "loan-request": loan_request,
    "loan-agreement": loan_papers,
    "loan-card": loan_papers,
    "loan-approval": board_meeting,
}
