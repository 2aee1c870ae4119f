"""Ways to begin: a practice book, a new club, a paper book, an old file. Free of Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from app.base import clock
from app.base.errors import AppError, InvalidError, Problem
from app.base.paths import documents_dir
from app.base.text import search_key, translate
from app.domain.club import ClubDetails
from app.domain.fund import Fund
from app.domain.members import BOARD_ROLES, Member
from app.domain.money import format_dong
from app.domain.paper_book import ImportSummary
from app.services import books, fund, members, paper_book, practice, register
from app.services.sentences import sentence

BOOK_ENDING = ".soclb"
REGISTER_ENDING = ".soclu"


@dataclass(frozen=True, slots=True)
class NewClub:
    """What the steps of a new club ask. ``board`` is names by role, ``rules`` stored texts."""

    name: str
    started_on: date | None
    hamlet: str = ""
    commune: str = ""
    province: str = ""
    rules: dict[str, str] = field(default_factory=dict)
    board: dict[str, str] = field(default_factory=dict)
    cash: int = 0


@dataclass(frozen=True, slots=True)
class WrongCell:
    """One cell of a paper book that can't be taken over."""

    file: str
    row: str
    column: str
    text: str


def practice_path() -> Path:
    """Where this computer's practice book lies."""
    name = translate("window", "practice-book")
    return documents_dir() / f"{name}{BOOK_ENDING}"


def make_practice(path: Path) -> Path:
    """The practice book, made when it is not there yet; raises AppError."""
    if not path.exists():
        practice.make(path, today=clock.today())
    return path


def path_for(name: str, ending: str = BOOK_ENDING) -> Path:
    """A free name for a new file in the user's documents."""
    stem = "-".join(search_key(name).replace("/", " ").split()) or "clb"
    path, number = documents_dir() / f"{stem[:60]}{ending}", 2
    while path.exists():
        path = documents_dir() / f"{stem[:60]}-{number}{ending}"
        number += 1
    return path


def check_place(club: NewClub) -> None:
    """Raise InvalidError for what the first step still lacks."""
    problems = []
    if not club.name.strip():
        problems.append(Problem("name.missing", field="name"))
    if club.started_on is None:
        problems.append(Problem("day.missing", field="started_on"))
    if problems:
        raise InvalidError(problems)


def found(path: Path, club: NewClub) -> Path:
    """Make the book of a new club with its board; nothing is left when something is wrong."""
    check_place(club)
    day = club.started_on or clock.today()
    details = ClubDetails(
        name=club.name.strip(),
        started_on=day,
        hamlet=club.hamlet.strip(),
        commune=club.commune.strip(),
        province=club.province.strip(),
    )
    books.create(path, details=details, rules=club.rules)
    try:
        with books.writing(path) as database, database.begin() as uow:
            for role in BOARD_ROLES:
                if name := club.board.get(role, "").strip():
                    members.join(uow, member=Member("", name, day, role=role))
            if club.cash:
                fund.record(
                    uow, on=day, kind="opening_cash", amount=club.cash, fund=Fund.INCOME.value
                )
    except AppError:
        path.unlink(missing_ok=True)
        raise
    return path


def bring_in(path: Path, source: Path) -> ImportSummary:
    """Make a book from a paper book; raises InvalidError with every wrong cell."""
    return paper_book.import_book(path, source=source)


def wrong_cells(error: InvalidError) -> list[WrongCell]:
    """The problems of a paper book as rows of a list."""
    cells = []
    for problem in error.problems:
        where = problem.where
        text = sentence(Problem(problem.code, problem.params, problem.field))
        if where is None:
            cells.append(WrongCell("", "", "", text))
        else:
            cells.append(WrongCell(where.file, str(where.row or ""), where.column, text))
    return cells


def summary_words(summary: ImportSummary) -> str:
    """What came in, to be compared with the signed paper."""
    words = translate(
        "window",
        "Cash {cash} · bank {bank} · loans {loans} · savings {savings}. Compare with the "
        "last signed page before you go on.",
    )
    closing = summary.balances
    return words.format(
        cash=format_dong(closing.cash),
        bank=format_dong(closing.bank),
        loans=format_dong(closing.loans),
        savings=format_dong(closing.savings),
    )


def make_register(name: str) -> Path:
    """An empty register of the union; raises AppError."""
    if not name.strip():
        raise InvalidError([Problem("name.missing", field="name")])
    path = path_for(name, REGISTER_ENDING)
    register.create(path, name=name)
    return path
