"""Every paper of the practice club, as PDF and as one picture a page, to be looked at."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from app.domain.periods import Month
from app.services import loans, people, practice, printing
from app.services.paper_request import PaperRequest
from app.services.papers import PAPERS
from app.store.books import in_memory
from app.store.database import UnitOfWork
from tests.helpers.tools import run_tool

TODAY = date(2026, 11, 20)
"""The practice book is always the same for the same day."""


def request_for(name: str, uow: UnitOfWork) -> PaperRequest:
    """A request that the practice book can answer: its last month, its first loan and member."""
    month = Month.of(people.last_day_of_book(uow))
    year = date(month.year, 1, 1), date(month.year, 12, 31)
    if name in ("fee-book", "attendance-book", "golden-book", "interest-split", "attendance"):
        return PaperRequest(name, first=year[0], last=year[1])
    if name in ("collection-sheet", "attendance-sheet", "activity-plan"):
        return PaperRequest(name, month=month.plus(1))
    if name == "activity-report":
        return PaperRequest(name, first=month.plus(-2).first_day, last=month.last_day)
    if name == "member-statement":
        return PaperRequest(name, first=year[0], last=year[1], member="M003")
    loan = loans.open_codes(uow, on=month.last_day)[0]
    return PaperRequest(name, month=month, loan=loan)


def make(folder: Path) -> list[Path]:
    """Write each paper as PDF into ``folder``; the paths in the order of the catalogue."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    with in_memory().begin() as uow:
        practice.fill(uow, today=TODAY)
        for name in PAPERS:
            path = folder / f"{name}.pdf"
            path.write_bytes(printing.content(uow, request_for(name, uow), ending=".pdf"))
            made.append(path)
    return made


def main(folder: Path) -> int:
    """Make all papers anew and draw each page at 80 dpi; print the path of each picture."""
    for old in folder.glob("*.p[dn][fg]"):
        old.unlink()
    for paper in make(folder):
        run_tool("pdftoppm", "-png", "-r", "80", paper, paper.with_suffix(""))
    for picture in sorted(folder.glob("*.png")):
        print(picture)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
