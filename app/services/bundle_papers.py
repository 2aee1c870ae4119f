"""The papers of a month that a club may send an auditor along with its figures, as PDFs."""

from __future__ import annotations

from sqlalchemy import select

from app.domain.periods import Month
from app.services import printing
from app.services.paper_request import PaperRequest
from app.store.club_tables import MeetingRow
from app.store.database import UnitOfWork

ALWAYS = ("fund-statement", "loan-book", "attendance")


def printed(uow: UnitOfWork, *, month: Month) -> dict[str, bytes]:
    """By file name, the papers of ``month``; minutes only where its meeting is closed."""
    told = select(MeetingRow.id).where(MeetingRow.month == str(month))
    names = list(ALWAYS)
    if uow.session.execute(told).first() is not None:
        names.insert(0, "minutes")
    return {
        f"{name}-{month}.pdf": printing.content(uow, PaperRequest(name, month=month), ending=".pdf")
        for name in names
    }
