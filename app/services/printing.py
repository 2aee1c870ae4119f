"""One paper or its figures: asked of the book, laid out, written to a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.base import clock, files
from app.base.catalogue import used_language
from app.base.errors import AppError
from app.domain.periods import Month
from app.reports import catalogue
from app.reports.doc import Doc
from app.reports.frame import PaperOptions
from app.services import club, fund_statement, loans, minutes, people
from app.services.figures import as_json
from app.store.database import UnitOfWork


class PaperRefusedError(AppError):
    """A paper that was asked for without what it needs."""


@dataclass(frozen=True, slots=True)
class PaperRequest:
    """Which paper: its name, and the month, period, meeting, member or loan it is about."""

    name: str
    month: Month | None = None
    first: date | None = None
    last: date | None = None
    meeting: date | None = None
    member: str | None = None
    loan: str | None = None

    @property
    def period(self) -> tuple[date | None, date | None]:
        if self.month is not None:
            return self.month.first_day, self.month.last_day
        return self.first, self.last


def data(uow: UnitOfWork, request: PaperRequest) -> object:
    """The figures of a paper; raises PaperRefusedError, UnknownPaperError and what they raise."""
    first, last = request.period
    if first and last and last < first:
        raise PaperRefusedError("paper.period_backwards", first=first, last=last)
    match request.name:
        case "fund-statement":
            begin, end = people.whole_period(uow, first, last)
            return fund_statement.fund_statement(uow, first=begin, last=end)
        case "loan-book":
            return loans.loan_book(uow, on=last or people.whole_period(uow, None, None)[1])
        case "indicators":
            end = last or people.whole_period(uow, None, None)[1]
            return people.indicators(uow, month=Month.of(end))
        case "attendance":
            return people.attendance(uow, first=first, last=last)
        case "member-statement":
            member = _needed(request.member, "--member")
            return people.member_statement(uow, member=member, first=first, last=last)
        case "loan-schedule":
            return loans.schedule_of(uow, loan=_needed(request.loan, "--loan"))
        case "minutes" | "cash-count":
            if request.meeting is None and request.month is None:
                raise PaperRefusedError("paper.meeting_missing")
            return minutes.minutes(uow, month=request.month, meeting=request.meeting)
    known = ", ".join(name for name in catalogue.REPORTS if name != "union-report")
    raise catalogue.UnknownPaperError("paper.unknown", name=request.name, known=known)


def _needed(value: str | None, option: str) -> str:
    if not value:
        raise PaperRefusedError("paper.option_missing", option=option)
    return value


def paper(uow: UnitOfWork, request: PaperRequest) -> Doc:
    """The paper, laid out and ready to be rendered in any format."""
    return catalogue.build(request.name, data(uow, request), options(uow, request))


def options(uow: UnitOfWork, request: PaperRequest) -> PaperOptions:
    """How the club's papers look; the language is the one in use."""
    details, head = club.details(uow), club.head(uow)
    _, last = request.period
    today = clock.today()
    return PaperOptions(
        language=used_language(),
        parent_body=details.parent_body,
        club=details.name if request.name == "loan-schedule" else head.name,
        practice=details.practice,
        on=min(last, today) if last else None,
    )


def write(uow: UnitOfWork, request: PaperRequest, *, out: Path) -> None:
    """Write a paper; the ending of ``out`` chooses ``.pdf``, ``.xlsx``, ``.txt`` or ``.json``.

    Raises UnknownPaperError for another ending, AppError ``file.exists``, StoreUnavailableError.
    """
    files.refuse_existing(out)
    files.write_bytes(out, content(uow, request, ending=out.suffix))


def content(uow: UnitOfWork, request: PaperRequest, *, ending: str) -> bytes:
    """The bytes of a paper's file; raises UnknownPaperError for an ending no paper has."""
    if ending.lower() == ".json":
        return as_json(data(uow, request)).encode()
    return catalogue.render(paper(uow, request), ending)
