"""A paper book comes in, and goes out again (CONTRACT 3). All or nothing.

Which words and files are understood: ``PAPER_BOOK.md``.
"""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from app.base.errors import InvalidError, Problem
from app.base.files import refuse_existing
from app.domain.fund import Fund
from app.domain.fund_book import Balances
from app.domain.paper_book import (
    SHEETS,
    WHEN_USED_SHEETS,
    ImportSummary,
    PaperBook,
    PersonBalance,
)
from app.domain.paper_rules import check
from app.domain.running import RunningBalances
from app.services.paper_export import export_book
from app.services.paper_insert import insert_book
from app.services.paper_rows import read_rows
from app.services.paper_sheets import read_sheets
from app.store.books import new_book

__all__ = ["export_book", "import_book", "read"]


def read(source: Path) -> PaperBook:
    """The paper book in a folder of CSV files or in one workbook, checked.

    Raises InvalidError with every problem, each with its file, row and column;
    PaperSourceError and StoreUnavailableError when there is nothing to read.
    """
    return _read(source)[0]


def import_book(path: Path, *, source: Path, dry_run: bool = False) -> ImportSummary:
    """Make the book ``path`` from a paper book; with ``dry_run`` only check and sum up.

    Raises what ``read`` raises, AppError ``file.exists`` for a book that is already there, and
    StoreUnavailableError; nothing is left behind then.
    """
    refuse_existing(path)
    with _collector_at_rest():
        book, balances = _read(source)
        if not dry_run:
            with new_book(path) as database, database.begin() as uow:
                insert_book(uow, book)
    return _summary(book, balances)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Hundreds of thousands of rows are made and none is thrown away: looking for what to throw
    away took a sixth of the time."""
    active = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if active:
            gc.enable()


def _read(source: Path) -> tuple[PaperBook, RunningBalances]:
    found = read_rows(read_sheets(source))
    balances = check(found)
    if found.problems:
        raise InvalidError(_by_place(found.problems, found.book))
    return replace(found.book, warnings=tuple(found.warnings)), balances


def _by_place(problems: list[Problem], book: PaperBook) -> list[Problem]:
    """In the order of sheets and rows."""
    files = [book.places.files.get(name, name) for name in SHEETS]

    def place(problem: Problem) -> tuple[int, int]:
        where = problem.where
        if where is None or where.file not in files:
            return -1, 0
        return files.index(where.file), where.row or 0

    return sorted(problems, key=place)


def _summary(book: PaperBook, balances: RunningBalances) -> ImportSummary:
    days = [entry.on for entry in book.entries]
    return ImportSummary(
        name=book.details.name,
        counts={
            name: len(getattr(book, name))
            for name in SHEETS
            if name != "club" and (name not in WHEN_USED_SHEETS or getattr(book, name))
        },
        first=min(days, default=None),
        last=max(days, default=None),
        balances=Balances(
            cash=balances.cash,
            bank=balances.bank,
            loans=sum(balances.loans.values()),
            savings=sum(balances.savings.values()),
            borrowed=balances.borrowed,
            funds={fund.value: balances.funds[fund.value] for fund in Fund},
        ),
        warnings=book.warnings,
        people=_people(book, balances),
        members_now=sum(member.left_on is None for member in book.members),
        open_loans=sum(amount > 0 for amount in balances.loans.values()),
    )


def _people(book: PaperBook, balances: RunningBalances) -> tuple[PersonBalance, ...]:
    owed: Counter[str] = Counter()
    for loan in book.loans:
        owed[loan.member] += balances.loans[loan.code]
    found = (
        PersonBalance(
            member.code, member.full_name, balances.savings[member.code], owed[member.code]
        )
        for member in book.members
    )
    return tuple(person for person in found if person.savings or person.outstanding)
