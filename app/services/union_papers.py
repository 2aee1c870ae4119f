"""The register's papers as bytes of a file: one request, one table of who makes which.

The club's papers stand in ``printing``; both are looked at, printed and saved in the same window.
What makes them is loaded with the first one, because the club's window knows this module too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.base import files
from app.domain.periods import Month
from app.store.database import UnitOfWork


@dataclass(frozen=True, slots=True)
class UnionPaper:
    """Which paper: ``union-report`` and ``supervision`` of a month and an area, the
    ``visit-checklist`` and ``visit-minutes`` of a visit, ``courses`` of a period."""

    name: str
    month: Month | None = None
    area: str | None = None
    visit: str = ""
    first: date | None = None
    last: date | None = None


def content(uow: UnitOfWork, request: UnionPaper, *, ending: str) -> bytes:
    """The bytes of the paper's file; raises UnknownPaperError and what its question raises."""
    from app.services import consolidation, courses, supervision_report, visit_papers

    if request.first and request.last:
        return courses.content(
            uow, first=request.first, last=request.last, area=request.area, ending=ending
        )
    if request.visit:
        kind = request.name.removeprefix("visit-")
        return visit_papers.content(uow, code=request.visit, paper=kind, ending=ending)
    if request.name == "supervision":
        return supervision_report.content(
            uow, month=request.month, area=request.area, ending=ending
        )
    return consolidation.content(uow, month=request.month, area=request.area, ending=ending)


def write(uow: UnitOfWork, request: UnionPaper, *, out: Path) -> None:
    """Write a paper; the ending of ``out`` chooses the format.

    Raises AppError ``file.exists``, UnknownPaperError, StoreUnavailableError.
    """
    files.refuse_existing(out)
    files.write_bytes(out, content(uow, request, ending=out.suffix))
