"""Who asks for a loan, in the club's own order, until a meeting gives it.

A request is approved into an open meeting; only closing that meeting pays money out. When the
meeting is cancelled, or the loan taken out of it again, the request waits as before.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from app.base.errors import AppError, Problem
from app.base.text import nfc, one_line
from app.domain.lending import LoanRequest
from app.domain.periods import Month
from app.services import club, lending, meetings, members
from app.services.meeting_sheet import draft, row_of
from app.store.club_tables import EntryRow, LoanRow, MeetingRow, MemberRow
from app.store.database import UnitOfWork
from app.store.draft_tables import DraftLoanRow, DraftMeetingRow
from app.store.lending_tables import LoanRequestRow

WAITING, APPROVED, DECLINED, WITHDRAWN = "waiting", "approved", "declined", "withdrawn"


class RequestRefusedError(AppError):
    """A request for a loan that can't be taken, moved or decided so."""


def ask(
    uow: UnitOfWork,
    *,
    member: str,
    on: date,
    principal: int,
    term_months: int | None = None,
    purpose: str = "",
    guarantor: str | None = None,
) -> int:
    """Write down that a member asks for a loan, last in the list; returns the request's number.

    The term is the club's rule unless another is given. Raises RequestRefusedError.
    """
    person = members.by_code(uow).get(member)
    if person is None or not person.is_member(on):
        raise RequestRefusedError("request.not_a_member", member=member, on=on)
    if principal <= 0:
        raise RequestRefusedError("loan.principal_not_positive")
    last = uow.session.execute(select(func.max(LoanRequestRow.place))).scalar() or 0
    row = LoanRequestRow(
        member_id=members.member_id(uow, member),
        asked_on=on,
        principal=principal,
        term_months=term_months or club.rules(uow, on=on).loan_term_months,
        purpose=one_line(nfc(purpose)),
        guarantor_id=members.member_id(uow, guarantor) if guarantor else None,
        place=last + 1,
        status=WAITING,
    )
    uow.session.add(row)
    uow.session.flush()
    return row.id


def waiting(uow: UnitOfWork) -> tuple[LoanRequest, ...]:
    """The requests no meeting has taken up, in the club's order."""
    guarantor = aliased(MemberRow)
    rows = uow.session.execute(
        select(
            LoanRequestRow.id,
            MemberRow.code,
            MemberRow.full_name,
            LoanRequestRow.asked_on,
            LoanRequestRow.principal,
            LoanRequestRow.term_months,
            LoanRequestRow.purpose,
            guarantor.code,
            LoanRequestRow.status,
            LoanRequestRow.decided_month,
        )
        .join(MemberRow, MemberRow.id == LoanRequestRow.member_id)
        .outerjoin(guarantor, guarantor.id == LoanRequestRow.guarantor_id)
        .where(LoanRequestRow.status.in_((WAITING, APPROVED)))
        .order_by(LoanRequestRow.place)
    ).all()
    return tuple(
        LoanRequest(*request)
        for *request, status, month in rows
        if status == WAITING or not _taken_up(uow, request[1], month)
    )


def judged(
    uow: UnitOfWork, *, draft_id: int
) -> tuple[tuple[LoanRequest, tuple[Problem, ...]], ...]:
    """Who waits, in the club's order, each with all that speaks against her loan at a meeting.

    Each stands alone: that two loans together empty the box is said once the first is given.
    Raises DraftRefusedError when the meeting is not open.
    """
    meeting, people = draft(uow, draft_id=draft_id), members.by_code(uow)

    def doubts(request: LoanRequest) -> tuple[Problem, ...]:
        if not people[request.member].is_member(meeting.on):
            params = {"member": request.name, "on": meeting.on}
            return (Problem("request.not_a_member", params, "member"),)
        try:
            return lending.doubts_at(
                uow,
                meeting,
                member=request.member,
                principal=request.principal,
                guarantor=request.guarantor,
            )
        except members.UnknownMemberError as error:
            return (Problem(error.code, error.params, "guarantor"),)

    return tuple((request, doubts(request)) for request in waiting(uow))


def _taken_up(uow: UnitOfWork, member: str, month: str) -> bool:
    """Whether the meeting of a month gives, or gave, a loan to a member."""
    planned = (
        select(DraftLoanRow.id)
        .join(DraftMeetingRow, DraftMeetingRow.id == DraftLoanRow.draft_id)
        .join(MemberRow, MemberRow.id == DraftLoanRow.member_id)
        .where(DraftMeetingRow.month == month, MemberRow.code == member)
    )
    given = (
        select(EntryRow.id)
        .join(LoanRow, LoanRow.id == EntryRow.loan_id)
        .join(MeetingRow, MeetingRow.id == EntryRow.meeting_id)
        .join(MemberRow, MemberRow.id == LoanRow.member_id)
        .where(
            MeetingRow.month == month,
            MemberRow.code == member,
            EntryRow.kind == "loan_disbursement",
        )
    )
    return any(uow.session.execute(query.limit(1)).scalar() for query in (planned, given))


def move(uow: UnitOfWork, *, request: int, to: int) -> None:
    """Put a request at place ``to`` (from 1) of those who wait; the others close up."""
    order = [line.id for line in waiting(uow) if line.id != request]
    _waiting_row(uow, request)
    order.insert(max(0, to - 1), request)
    places = sorted(uow.session.get_one(LoanRequestRow, key).place for key in order)
    for key, place in zip(order, places, strict=True):
        uow.session.get_one(LoanRequestRow, key).place = place
    uow.session.flush()


def approve(
    uow: UnitOfWork,
    *,
    request: int,
    draft_id: int,
    principal: int | None = None,
    rate_bp: int | None = None,
    method: str = "",
    term_months: int | None = None,
    grace_months: int = 0,
    purpose: str | None = None,
    guarantor: str | None = None,
) -> int:
    """Give the loan at the open meeting; returns its number in the draft.

    What is left out is as asked for, or the club's rule of the meeting's day; an empty
    ``guarantor`` means nobody. Raises RequestRefusedError, DraftRefusedError, BadTermsError.
    """
    row, meeting = _waiting_row(uow, request), row_of(uow, draft_id)
    rules = club.rules(uow, on=meeting.on)
    codes = {key: code for code, key in members.ids(uow).items()}
    if guarantor is None:
        guarantor = codes[row.guarantor_id] if row.guarantor_id else ""
    number = meetings.add_loan(
        uow,
        draft_id=draft_id,
        member=codes[row.member_id],
        principal=principal or row.principal,
        rate_bp=rules.loan_rate_bp if rate_bp is None else rate_bp,
        method=method or rules.loan_method.value,
        term_months=term_months or row.term_months,
        grace_months=grace_months,
        purpose=row.purpose if purpose is None else purpose,
        guarantor=guarantor or None,
    )
    row.status, row.decided_month = APPROVED, str(Month.parse(meeting.month))
    uow.session.flush()
    return number


def decline(uow: UnitOfWork, *, request: int, reason: str) -> None:
    """The club says no, and why; raises RequestRefusedError without a reason."""
    _end(uow, request, DECLINED, reason)


def withdraw(uow: UnitOfWork, *, request: int, reason: str) -> None:
    """Whoever asked needs the loan no more, and why; raises RequestRefusedError."""
    _end(uow, request, WITHDRAWN, reason)


def _end(uow: UnitOfWork, request: int, status: str, reason: str) -> None:
    words = one_line(nfc(reason))
    if not words:
        raise RequestRefusedError("request.reason_missing")
    row = _waiting_row(uow, request)
    row.status, row.reason = status, words
    uow.session.flush()


def _waiting_row(uow: UnitOfWork, request: int) -> LoanRequestRow:
    row = uow.session.get(LoanRequestRow, request)
    if row is None or request not in {line.id for line in waiting(uow)}:
        raise RequestRefusedError("request.not_waiting")
    return row
