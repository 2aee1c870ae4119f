"""Every figure that comes with the paper books, from the folder and from the workbook."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.domain.periods import Month
from app.services import printing
from app.services.figures import figures
from app.services.paper_book import export_book, import_book
from app.services.printing import PaperRequest
from app.store.books import open_book
from app.store.database import UnitOfWork
from tests.helpers.tools import DATA

BOOKS = ("small", "xom6", "xom6.xlsx", "xom6 given out and brought in")


@pytest.fixture(scope="module", params=BOOKS)
def book(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, UnitOfWork]]:
    """The name of the book, and the book as it was brought in."""
    folder = tmp_path_factory.mktemp("books")
    first, _, again = request.param.partition(" ")
    path = folder / "first.soclb"
    import_book(path, source=DATA / "books" / first)
    if again:
        database = open_book(path, read_only=True)
        with database.read() as uow:
            export_book(uow, folder=folder / "out")
        database.close()
        path = folder / "second.soclb"
        import_book(path, source=folder / "out")
    database = open_book(path, read_only=True)
    with database.read() as uow:
        yield first.removesuffix(".xlsx"), uow
    database.close()


def _differences(expected: Any, given: Any, path: str = "") -> list[str]:
    """Where ``given`` lacks or changes something; further keys are welcome."""
    if isinstance(expected, dict) and isinstance(given, dict):
        return [
            line
            for key, value in expected.items()
            for line in _differences(value, given.get(key, "missing"), f"{path}/{key}")
        ]
    if isinstance(expected, list) and isinstance(given, list) and len(expected) == len(given):
        return [
            line
            for place, (one, other) in enumerate(zip(expected, given, strict=True))
            for line in _differences(one, other, f"{path}/{place}")
        ]
    return [] if expected == given else [f"{path}: {given!r}, not {expected!r}"]


def _expected(name: str, pattern: str) -> list[tuple[Path, Any]]:
    paths = sorted((DATA / "books" / name / "expected").glob(pattern))
    assert paths
    return [(path, json.loads(path.read_text(encoding="utf-8"))) for path in paths]


def _check(uow: UnitOfWork, request: PaperRequest, path: Path, expected: Any) -> None:
    given = json.loads(json.dumps(figures(printing.data(uow, request))))
    assert _differences(expected, given) == [], path.name


@pytest.mark.parametrize("report", ["fund-statement", "loan-book", "indicators"])
def test_figures_of_each_month(book: tuple[str, UnitOfWork], report: str) -> None:
    name, uow = book
    for path, expected in _expected(name, f"{report}_*.json"):
        month = Month.parse(path.stem.removeprefix(f"{report}_"))
        _check(uow, PaperRequest(report, month=month), path, expected)


@pytest.mark.parametrize("report", ["fund-statement", "attendance"])
def test_figures_of_the_whole_period(book: tuple[str, UnitOfWork], report: str) -> None:
    name, uow = book
    for path, expected in _expected(name, f"{report}.json"):
        request = PaperRequest(report)
        if "from" in expected:
            first, last = Month.parse(expected["from"][:7]), Month.parse(expected["to"][:7])
            request = PaperRequest(report, first=first.first_day, last=last.last_day)
        _check(uow, request, path, expected)


def test_figures_of_each_member(book: tuple[str, UnitOfWork]) -> None:
    name, uow = book
    for path, expected in _expected(name, "member-statement_*.json"):
        member = path.stem.removeprefix("member-statement_")
        _check(uow, PaperRequest("member-statement", member=member), path, expected)


def test_each_loan_s_schedule(book: tuple[str, UnitOfWork]) -> None:
    name, uow = book
    for path, expected in _expected(name, "loan-schedules.json"):
        for loan, schedule in expected.items():
            _check(uow, PaperRequest("loan-schedule", loan=loan), path, schedule)
