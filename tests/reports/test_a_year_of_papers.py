"""Every paper of a real club's year, month by month, quarter by quarter, member by member."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.domain.periods import Month
from app.services import loans, members, months, paper_book, people, printing
from app.services.paper_request import PaperRequest
from app.services.papers import PAPERS, About
from app.store import books
from app.store.database import UnitOfWork


def of_a_year(uow: UnitOfWork, year: int) -> list[PaperRequest]:
    """Each paper as often as a club makes it in a year."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    quarters = [Month(year, number) for number in (1, 4, 7, 10)]
    states = dict(months.year(uow, year=year))
    recorded = [month for month, state in states.items() if state in ("held", "not_held")]
    made = []
    for name, paper in PAPERS.items():
        match paper.about:
            case About.MEETING | About.COMING:
                made += [PaperRequest(name, month=month) for month in recorded]
            case About.PERIOD:
                made += [PaperRequest(name, month=month) for month in recorded]
                made += [
                    PaperRequest(name, first=begin.first_day, last=begin.plus(2).last_day)
                    for begin in quarters
                ]
                made.append(PaperRequest(name, first=first, last=last))
            case About.DAY | About.YEAR:
                made.append(PaperRequest(name, first=first, last=last))
            case About.MEMBER:
                there = members.members(uow, on=last)
                made += [PaperRequest(name, first=first, last=last, member=m.code) for m in there]
            case About.LOAN:
                codes = loans.open_codes(uow, on=last)
                made += [PaperRequest(name, first=first, last=last, loan=code) for code in codes]
    return made


def test_all_papers_of_a_year_are_made_in_one_run(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "club.soclb"
    paper_book.import_book(path, source=data / "books" / "xom6")
    database = books.open_book(path, read_only=True)
    with database.read() as uow:
        year = people.last_day_of_book(uow).year - 1
        wanted = of_a_year(uow, year)
        for request in wanted:
            made = printing.content(uow, request, ending=".pdf")
            assert made.startswith(b"%PDF-"), request
            assert made.rstrip().endswith(b"%%EOF"), request
    database.close()
    assert {request.name for request in wanted} == set(PAPERS)
    assert len(wanted) > 150
