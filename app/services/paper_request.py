"""Which paper is asked for: its name, and the period, meeting, member or loan it is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.base.errors import AppError
from app.domain.periods import Month
from app.services import people
from app.store.database import UnitOfWork


class PaperRefusedError(AppError):
    """A paper that was asked for without what it needs."""


@dataclass(frozen=True, slots=True)
class PaperRequest:
    """Which paper: its name, and the period, meeting, member, loan or voucher it is about.

    ``number`` is the paper's own ("Số"); empty stays to be written in by hand where the program
    gives none. ``thumb_prints``: members who sign it get a box to press a thumb into. ``made`` is
    what was just worked out or carried out, for a paper that is no report on a period
    (``club_papers``).
    """

    name: str
    month: Month | None = None
    first: date | None = None
    last: date | None = None
    meeting: date | None = None
    member: str | None = None
    loan: str | None = None
    voucher: str | None = None
    thumb_prints: bool = False
    number: str = ""
    made: object = None

    @property
    def period(self) -> tuple[date | None, date | None]:
        if self.month is not None:
            return self.month.first_day, self.month.last_day
        return self.first, self.last


def needed(value: str | None, option: str) -> str:
    """``value``; raises PaperRefusedError that names the option when there is none."""
    if not value:
        raise PaperRefusedError("paper.option_missing", option=option)
    return value


def whole(uow: UnitOfWork, request: PaperRequest) -> tuple[date, date]:
    """The period asked for, or from the book's first day to the end of its last month."""
    return people.whole_period(uow, *request.period)


def last_month(uow: UnitOfWork, request: PaperRequest) -> tuple[date, date]:
    """The period asked for, else the last month before its end: for papers made month by month."""
    if request.period[0] is not None:
        return whole(uow, request)
    month = Month.of(request.last or people.last_day_of_book(uow))
    return month.first_day, month.last_day


def last_day(uow: UnitOfWork, request: PaperRequest) -> date:
    """The day a paper "as of" is about."""
    return whole(uow, request)[1]


def coming_month(uow: UnitOfWork, request: PaperRequest) -> Month:
    """The month asked for, or the one after the book's last."""
    if request.month is not None:
        return request.month
    if request.first is not None:
        return Month.of(request.first)
    return Month.of(people.last_day_of_book(uow)).plus(1)
