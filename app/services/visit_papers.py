"""The checklist and the minutes of a visit as bytes of a file."""

from __future__ import annotations

from app.base.catalogue import used_language
from app.services import visits
from app.store.database import UnitOfWork


def content(uow: UnitOfWork, *, code: str, paper: str, ending: str) -> bytes:
    """``paper`` is ``checklist`` or ``minutes``; raises what ``visits.visit`` raises."""
    from app.reports import catalogue
    from app.reports.frame import PaperOptions

    data = visits.paper(uow, code=code)
    options = PaperOptions(language=used_language(), club=data.union, practice=data.practice)
    return catalogue.render(catalogue.build(f"visit-{paper}", data, options), ending)
