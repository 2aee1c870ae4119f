"""What members ask about their data: written down, answered, done, each by its day."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from app.base import clock
from app.base.errors import AppError, InvalidError, Problem
from app.base.text import nfc, one_line
from app.domain.consent import REQUEST_KINDS, DataRequest
from app.services import consent, members
from app.store.club_tables import MemberRow
from app.store.database import UnitOfWork
from app.store.people_tables import DataRequestRow

_REQUEST, _MEMBER = DataRequestRow.__table__.c, MemberRow.__table__.c
_ALL = (
    select(
        _REQUEST.id,
        _MEMBER.code.label("member"),
        _MEMBER.full_name.label("name"),
        _REQUEST.asked_on,
        _REQUEST.kind,
        _REQUEST.words,
        _REQUEST.answered_on,
        _REQUEST.extended,
        _REQUEST.done_on,
        _REQUEST.outcome,
    )
    .join_from(DataRequestRow.__table__, MemberRow.__table__, _MEMBER.id == _REQUEST.member_id)
    .order_by(_REQUEST.asked_on, _REQUEST.id)
)


class RequestRefusedError(AppError):
    """A step that a request is not at."""


def requests(uow: UnitOfWork, *, member: str | None = None) -> tuple[DataRequest, ...]:
    """Every request, or a member's, by the day it was asked on."""
    found = (
        DataRequest(**(row._asdict() | {"extended": bool(row.extended)})) for row in uow.rows(_ALL)
    )
    return tuple(request for request in found if member in (None, request.member))


def waiting(uow: UnitOfWork) -> tuple[DataRequest, ...]:
    """What is not done yet, the most urgent first."""
    undone = (request for request in requests(uow) if request.next_due is not None)
    return tuple(sorted(undone, key=lambda request: (request.next_due, request.id)))


def ask(uow: UnitOfWork, *, member: str, on: date, kind: str, words: str = "") -> int:
    """Write down what a member asks for; returns the request's number.

    Raises UnknownMemberError; InvalidError for a day to come or a request of no kind.
    """
    problems = []
    if on > clock.today():
        problems.append(Problem("entry.in_future", {"on": on}, "on"))
    if kind not in REQUEST_KINDS:
        problems.append(Problem("request.kind_missing", field="kind"))
    if problems:
        raise InvalidError(problems)
    row = DataRequestRow(
        member_id=members.member_id(uow, member), asked_on=on, kind=kind, words=one_line(nfc(words))
    )
    uow.session.add(row)
    uow.session.flush()
    return row.id


def answer(uow: UnitOfWork, *, request: int, on: date) -> None:
    """The member was told that her request came in and what happens; raises as ``finish``."""
    row = _open(uow, request, on)
    row.answered_on = on
    uow.session.flush()


def extend(uow: UnitOfWork, *, request: int) -> None:
    """It needs longer, once; raises RequestRefusedError the second time."""
    row = _open(uow, request, None)
    if row.extended:
        raise RequestRefusedError("request.extended_already")
    row.extended = 1
    uow.session.flush()


def finish(uow: UnitOfWork, *, request: int, on: date, outcome: str, by: str = "") -> None:
    """It is done, with what was done; taking consent back is carried out at the same time.

    Raises RequestRefusedError for one that is done already or a day before it was asked;
    InvalidError where nobody says what was done.
    """
    row = _open(uow, request, on)
    words = one_line(nfc(outcome))
    if not words:
        raise InvalidError([Problem("request.outcome_missing", field="reason")])
    row.done_on, row.outcome = on, words
    row.answered_on = row.answered_on or on
    uow.session.flush()
    if row.kind == "withdraw":
        code = next(code for code, key in _codes(uow) if key == row.member_id)
        consent.withdraw(uow, member=code, on=on, by=by)


def _open(uow: UnitOfWork, request: int, on: date | None) -> DataRequestRow:
    row = uow.session.get(DataRequestRow, request)
    if row is None or row.done_on is not None:
        raise RequestRefusedError("request.done_already")
    if on is not None and not row.asked_on <= on <= clock.today():
        raise RequestRefusedError("request.day_out_of_order", asked=row.asked_on)
    return row


def _codes(uow: UnitOfWork) -> list[tuple[str, int]]:
    return [(code, key) for code, key in uow.session.execute(select(MemberRow.code, MemberRow.id))]
