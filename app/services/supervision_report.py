"""All of a supervisor's questions about a month as one paper, or as its figures."""

from __future__ import annotations

import json
from dataclasses import asdict

from app.base import clock
from app.base.catalogue import used_language
from app.base.errors import AppError
from app.domain.periods import Month
from app.domain.supervision import Supervision
from app.services import club_months, consolidation, register, supervision
from app.services.figures import plain
from app.store.database import UnitOfWork


def report(uow: UnitOfWork, *, month: Month | None = None, area: str | None = None) -> Supervision:
    """Everything as of ``month`` (the newest told). Raises AppError ``union.no_such_area``."""
    month = month or consolidation.newest_month(uow) or supervision.usual_month()
    if area and not club_months.clubs(uow, area=area, month=month):
        everywhere = club_months.clubs(uow, month=month)
        known = ", ".join(sorted({club.area for club in everywhere})) or "–"
        raise AppError("union.no_such_area", area=area, known=known)
    union = register.identity(uow)
    return Supervision(
        name=union.name,
        month=month,
        area=(area or "").strip("/"),
        reporting=supervision.reporting(uow, month=month, area=area),
        years=supervision.meeting_year(uow, last=month, area=area),
        growth=supervision.growth(uow, month=month, area=area),
        sources=supervision.sources(uow, first=month.plus(-11), last=month, area=area),
        points=supervision.criteria(uow, month=month, area=area),
        oddities=supervision.oddities(uow, month=month, area=area),
        coverage=supervision.coverage(uow, month=month, area=area),
        practice=union.practice,
    )


def content(
    uow: UnitOfWork, *, month: Month | None = None, area: str | None = None, ending: str
) -> bytes:
    """The bytes of the paper's file, or of its figures for ``.json``.

    Raises UnknownPaperError; AppError ``paper.in_future`` and ``union.no_such_area``.
    """
    consolidation.refuse_future(uow, month)
    made = report(uow, month=month, area=area)
    if ending.lower() == ".json":
        return (json.dumps(plain(asdict(made)), ensure_ascii=False, indent=2) + "\n").encode()
    from app.reports import catalogue
    from app.reports.frame import PaperOptions

    options = PaperOptions(
        language=used_language(),
        club=made.name,
        practice=made.practice,
        on=min(made.month.last_day, clock.today()),
    )
    return catalogue.render(catalogue.build("supervision", made, options), ending)
