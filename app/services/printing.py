"""One paper or its figures: asked of the book, laid out, written to a file.

What lays papers out is loaded with the first paper; figures alone need none of it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.base import clock, files
from app.base.catalogue import translate, used_language
from app.domain.labels import method_label
from app.domain.money import format_bp, format_dong
from app.domain.periods import format_day
from app.services import club, loans, members, people
from app.services.figures import as_json
from app.services.paper_request import PaperRefusedError, PaperRequest
from app.services.papers import PAPERS
from app.store.database import UnitOfWork

if TYPE_CHECKING:
    from app.reports.doc import Doc
    from app.reports.frame import PaperOptions

__all__ = ["PaperRefusedError", "PaperRequest", "content", "data", "options", "paper", "write"]


def data(uow: UnitOfWork, request: PaperRequest) -> object:
    """The figures of a paper; raises PaperRefusedError, UnknownPaperError and what they raise."""
    first, last = request.period
    if first and last and last < first:
        raise PaperRefusedError("paper.period_backwards", first=first, last=last)
    if request.name not in PAPERS:
        from app.reports import catalogue

        known = ", ".join(PAPERS)
        raise catalogue.UnknownPaperError("paper.unknown", name=request.name, known=known)
    return PAPERS[request.name].ask(uow, request)


def paper(uow: UnitOfWork, request: PaperRequest) -> Doc:
    """The paper, laid out and ready to be rendered in any format."""
    if request.made is not None:
        from app.services import club_papers

        return club_papers.made(uow, request.made)
    from app.reports import catalogue

    return catalogue.build(request.name, data(uow, request), options(uow, request))


def options(uow: UnitOfWork, request: PaperRequest) -> PaperOptions:
    """How the club's papers look; the language is the one in use.

    A book that was changed by hand prints so in the place of the check code.
    """
    from app.domain.paper_shapes import Board
    from app.reports.frame import PaperOptions
    from app.services import checking, paper_settings

    details, head, looks = club.details(uow), club.head(uow), paper_settings.settings(uow)
    _, last = request.period
    today = clock.today()
    return PaperOptions(
        language=used_language(),
        parent_body=details.parent_body,
        club=details.name if request.name == "loan-schedule" else head.name,
        practice=details.practice,
        check_code="" if checking.verified(uow) else translate("paper", "not verified"),
        number=request.number,
        on=min(last, today) if last else None,
        place=looks.place,
        recipients=looks.recipients,
        forms=(looks.receipt_form, looks.payment_form),
        thumb_prints=request.thumb_prints or looks.thumb_prints,
        board=Board(**members.signers(uow, on=last or people.last_day_of_book(uow))),
        subject=_subject(uow, request),
        linh=looks.linh,
        tu=looks.tu,
        chan=looks.chan,
    )


def _subject(uow: UnitOfWork, request: PaperRequest) -> str:
    """Whose loan a plan of repayment is of, and its terms: the plan itself has figures only."""
    if request.name != "loan-schedule" or not request.loan:
        return ""
    (line,) = loans.lines(uow, on=clock.today(), codes=[request.loan])
    loan = translate("paper", "Loan {loan}").format(loan=line.loan)
    lent = translate("paper", "{amount} đồng lent on {day}; {rate}, {months} months, {method}")
    terms = lent.format(
        amount=format_dong(line.principal),
        day=format_day(line.on),
        rate=format_bp(line.rate_bp),
        months=line.term_months,
        method=method_label(line.method),
    )
    return f"{loan}, {line.name}\n{terms}"


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
    from app.reports import catalogue

    return catalogue.render(paper(uow, request), ending)
