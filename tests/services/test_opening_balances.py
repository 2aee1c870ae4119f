"""Everybody finds her own line of what the book took over, with its corrections."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from app.base import clock
from app.domain.loans import LoanTerms, Method
from app.domain.opening_balances import OpeningBalances, OpeningLine
from app.services import check_codes, code_search, fund, printing
from app.services.paper_request import PaperRequest
from app.store.database import Database, UnitOfWork
from tests.helpers.clubs import START, add_loan, empty_club

LATER = date(2024, 3, 1)


@pytest.fixture(autouse=True)
def in_june() -> Iterator[None]:
    with clock.fixed(date(2024, 6, 20)):
        yield


@pytest.fixture
def book() -> Database:
    """M001 saved, M002 owes; M003's savings were mistyped and mended later."""
    database = empty_club()
    with database.begin() as uow:
        fund.record(uow, on=START, kind="opening_cash", amount=9_000_000, fund="income")
        add_loan(uow, "L001", "M002", LoanTerms(date(2023, 9, 1), 900_000, 100, Method.FLAT, 12))
        fund.record(uow, on=START, kind="opening_loan", amount=500_000, loan="L001")
        _saved(uow, START, "M001", 250_000)
        wrong = _saved(uow, START, "M003", 700_000)
        fund.reverse(uow, entry=wrong, on=LATER, reason="Ghi nhầm")
        _saved(uow, LATER, "M003", 70_000)
        fund.record(uow, on=LATER, kind="saving_deposit", amount=40_000, member="M004")
    return database


def _saved(uow: UnitOfWork, on: date, member: str, amount: int) -> int:
    kind = "opening_savings"
    return fund.record(uow, on=on, kind=kind, amount=amount, member=member, fund="income")


def _paper(uow: UnitOfWork, on: date) -> OpeningBalances:
    found = printing.data(uow, PaperRequest("opening-balances", first=START, last=on))
    assert isinstance(found, OpeningBalances)
    return found


def test_everybody_has_a_line(book: Database) -> None:
    with book.read() as uow:
        paper = _paper(uow, START)
    assert paper.started_on == START
    lines = {line.code: line for line in paper.lines}
    assert lines["M001"] == OpeningLine("M001", "Nguyễn Thị Hoà", "1950", 250_000, 0)
    assert lines["M002"] == OpeningLine("M002", "Trần Văn An", "1950", 0, 500_000)
    assert (lines["M003"].savings, lines["M003"].outstanding) == (700_000, 0)
    assert {lines[code].savings + lines[code].outstanding for code in ("M004", "M005")} == {0}


def test_a_correction_is_part_of_the_sum(book: Database) -> None:
    with book.read() as uow:
        lines = {line.code: line.savings for line in _paper(uow, LATER).lines}
    assert lines == {"M001": 250_000, "M002": 0, "M003": 70_000, "M004": 0, "M005": 0}


def test_its_check_code_leads_back_to_it(book: Database) -> None:
    with book.read() as uow:
        code = _paper(uow, START).check_code
        assert code == check_codes.code(uow, paper="opening-balances", first=START, last=START)
        found = code_search.find(uow, code=code)
    assert (found.paper, found.last, found.current) == ("opening-balances", START, True)
