"""Ways to begin: a practice book, a new club, a paper book, an old file. Free of Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from app.base import clock
from app.base.errors import AppError, InvalidError, Problem
from app.base.paths import documents_dir
from app.base.text import search_key, translate
from app.domain.club import ClubDetails
from app.domain.fund import Fund
from app.domain.labels import method_label, role_label
from app.domain.loans import Method
from app.domain.members import BOARD_ROLES, Member
from app.domain.money import format_bp, format_dong
from app.domain.paper_book import ImportSummary
from app.domain.periods import format_day
from app.services import (
    book_places,
    books,
    fund,
    members,
    paper_book,
    paper_files,
    paper_template,
    practice,
    register,
)
from app.services.restoring import Return
from app.services.sentences import sentence
from app.ui.wording import loss_words

BOOK_ENDING = ".soclb"
REGISTER_ENDING = ".soclu"
TABLE_ENDING = ".xlsx"


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
    bank: int = 0
    founded_on: date | None = None
    decision: str = ""


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


def practice_copy_path(book: Path) -> Path:
    """A free name for a practice copy of ``book``."""
    name = translate("window", "practice-copy")
    return path_for(f"{book.stem[:40]}-{name}")


def return_words(found: Return) -> str:
    """Whose copy it is, where it comes back, and what would be lost there."""
    words = translate(
        "window", "{club}: entries {entries}, closed meetings {meetings}, up to {day}."
    ).format(
        club=found.club,
        entries=format_dong(found.extent.entries),
        meetings=found.extent.meetings,
        day=_day(found.extent.last) or "–",
    )
    if not found.there:
        lost = translate("window", "This computer has no book of this club: nothing is replaced.")
    elif found.loss is None:
        lost = translate(
            "window",
            "The book there cannot be read, so nobody can say what would be lost. It is kept "
            "beside the new one, under another name.",
        )
    else:
        lost = loss_words(found.loss)
    place = translate("window", "It comes back as {path}.").format(path=found.book)
    return f"{words}\n\n{place}\n\n{lost}"


def path_for(name: str, ending: str = BOOK_ENDING) -> Path:
    """A free name for a new file, in the user's documents or where no cloud program copies."""
    stem = "-".join(search_key(name).replace("/", " ").split()) or "clb"
    folder = book_places.home_of_books()
    path, number = folder / f"{stem[:60]}{ending}", 2
    while path.exists():
        path = folder / f"{stem[:60]}-{number}{ending}"
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


def place_doubt(path: Path) -> Problem | None:
    """What threatens a new book at ``path``, or None."""
    danger = book_places.danger(path)
    return Problem(f"place.{danger}", {"folder": str(path.parent)}) if danger else None


def read_back(club: NewClub, path: Path) -> list[str]:
    """What was typed in the steps, a line each, to be read through before the book is made."""
    place = ", ".join(filter(None, (club.hamlet, club.commune, club.province)))
    rate = format_bp(int(club.rules.get("loan_rate_bp", "0")))
    method = Method(club.rules["loan_method"]) if "loan_method" in club.rules else None
    lines = [
        (translate("window", "Name of the club"), club.name),
        (translate("window", "Where it is"), place),
        (translate("window", "First day of the book"), _day(club.started_on)),
        (translate("window", "Day of founding"), _day(club.founded_on)),
        (translate("window", "Monthly fee"), format_dong(int(club.rules.get("fee_monthly", "0")))),
        (translate("window", "Interest a month"), rate),
        (translate("window", "Way of repaying"), method_label(method) if method else ""),
        (translate("window", "Months to repay"), club.rules.get("loan_term_months", "")),
        *((role_label(role), name) for role, name in club.board.items()),
        (translate("window", "Cash in the box"), format_dong(club.cash)),
        (translate("window", "Money at the bank"), format_dong(club.bank)),
        (translate("window", "The file"), path.name),
        (translate("window", "The folder"), str(path.parent)),
    ]
    return [f"{name}: {text.strip() or '–'}" for name, text in lines]


def _day(day: date | None) -> str:
    return format_day(day) if day else ""


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
        founded_on=club.founded_on,
        founding_decision=club.decision.strip(),
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    books.create(path, details=details, rules=club.rules)
    try:
        with books.writing(path) as database, database.begin() as uow:
            for role in BOARD_ROLES:
                if name := club.board.get(role, "").strip():
                    members.join(uow, member=Member("", name, day, role=role))
            for kind, amount in (("opening_cash", club.cash), ("opening_bank", club.bank)):
                if amount:
                    fund.record(uow, on=day, kind=kind, amount=amount, fund=Fund.INCOME.value)
    except AppError:
        path.unlink(missing_ok=True)
        raise
    return path


def write_empty_table(out: Path) -> Path:
    """Write the table that a board fills in; returns its path, with its ending."""
    out = out if out.suffix == TABLE_ENDING else out.with_name(out.name + TABLE_ENDING)
    paper_template.write(out)
    return out


def look_in(path: Path, source: Path) -> ImportSummary:
    """What would come in from a paper book; makes nothing. Raises as ``bring_in`` does."""
    return paper_book.import_book(path, source=source, dry_run=True)


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


def rows_around(source: Path, cell: WrongCell) -> list[tuple[int, Sequence[str]]]:
    """The sheet's header and the rows up to two away from the wrong cell, by row number."""
    if not cell.row:
        return []
    wanted = {1, *range(int(cell.row) - 2, int(cell.row) + 3)}
    try:
        for file, _name, rows in paper_files.tables(source):
            if file == cell.file:
                return [(number, cells) for number, cells in rows if number in wanted]
    except AppError:
        return []  # what can't be read at all has been listed as a problem of its own
    return []


def make_register(name: str) -> Path:
    """An empty register of the union; raises AppError."""
    if not name.strip():
        raise InvalidError([Problem("name.missing", field="name")])
    path = path_for(name, REGISTER_ENDING)
    register.create(path, name=name)
    return path
