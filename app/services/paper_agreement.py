"""Whether paper and program agree: asked each month at first, so that a club may trust the program.

A club that leaves its paper books lays both side by side for its first three months. Every answer
is kept with who gave it and when; what differs stays to be seen until an answer says it is settled.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from app.base import clock
from app.base.errors import AppError, InvalidError, Problem
from app.base.text import nfc, one_line
from app.domain.periods import Month
from app.services import fund
from app.store.club_tables import ClubRow, MeetingRow
from app.store.database import UnitOfWork
from app.store.setting_tables import AgreementAnswerRow

FIRST_MONTHS = 3
"""So many months are asked about, from the month on in which the book was made."""

_ANSWER = AgreementAnswerRow.__table__.c
_ANSWERS = select(
    _ANSWER.month, _ANSWER.agrees, _ANSWER.note, _ANSWER.answered_by, _ANSWER.answered_at
).order_by(_ANSWER.id)
_MADE_AT = select(ClubRow.__table__.c.created_at)
_MEETING = MeetingRow.__table__.c
_CLOSED = select(_MEETING.month, _MEETING.on).order_by(_MEETING.month)


class AgreementRefusedError(AppError):
    """An answer about a month that is not over yet for the book."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the board said of a month; ``note``: where they differ, or what was done about it."""

    month: Month
    agrees: bool
    note: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """What the program says at a month's end, in đồng, to be laid beside the paper books."""

    on: date
    cash: int
    bank: int
    loans: int
    savings: int
    borrowed: int


def answers(uow: UnitOfWork) -> tuple[Answer, ...]:
    """Every answer ever given, in that order."""
    return tuple(
        Answer(Month.parse(row.month), bool(row.agrees), row.note, row.answered_by, row.answered_at)
        for row in uow.rows(_ANSWERS)
    )


def closed_months(uow: UnitOfWork) -> tuple[Month, ...]:
    """The months whose meeting is closed, held or not, the oldest first."""
    return tuple(Month.parse(row.month) for row in uow.rows(_CLOSED))


def to_ask(uow: UnitOfWork) -> tuple[Month, ...]:
    """The closed ones of the first three months that nobody has answered for, the oldest first."""
    first = Month.of(uow.rows(_MADE_AT).scalar_one().astimezone().date())
    known = {answer.month for answer in answers(uow)}
    last = first.plus(FIRST_MONTHS - 1)
    return tuple(
        month for month in closed_months(uow) if first <= month <= last and month not in known
    )


def differing(uow: UnitOfWork) -> tuple[Answer, ...]:
    """The months whose newest answer is that paper and program differ, the oldest first."""
    newest = {answer.month: answer for answer in answers(uow)}
    return tuple(newest[month] for month in sorted(newest) if not newest[month].agrees)


def standing(uow: UnitOfWork, *, month: Month) -> Standing:
    """The figures at the end of a month, its meeting counted even if held in the next one."""
    on = max(month.last_day, _closed(uow, month) or month.last_day)
    balances = fund.balances(uow, on=on)
    return Standing(
        on, balances.cash, balances.bank, balances.loans, balances.savings, balances.borrowed
    )


def answer(uow: UnitOfWork, *, month: Month, agrees: bool, by: str, note: str = "") -> None:
    """Keep what ``by`` found on comparing; the answers before it stay.

    Raises InvalidError: nobody named, or a difference without saying where; AgreementRefusedError
    for a month whose meeting is not closed.
    """
    words = one_line(nfc(note))
    problems = []
    if not by.strip():
        problems.append(Problem("choice.missing", field="by"))
    if not agrees and not words:
        problems.append(Problem("agreement.note_missing", field="note"))
    if problems:
        raise InvalidError(problems)
    _closed(uow, month)
    uow.session.add(
        AgreementAnswerRow(
            month=str(month),
            agrees=int(agrees),
            note=words,
            answered_at=clock.now(),
            answered_by=one_line(nfc(by)),
        )
    )
    uow.session.flush()


def _closed(uow: UnitOfWork, month: Month) -> date | None:
    """The day of a closed month's meeting, None if it had none; raises AgreementRefusedError."""
    found: dict[str, date | None] = {row.month: row.on for row in uow.rows(_CLOSED)}
    if str(month) not in found:
        raise AgreementRefusedError("agreement.month_open", month=str(month))
    return found[str(month)]
