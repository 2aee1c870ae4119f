"""The papers of a year's end and of a handover show the sums they stand on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from app.base import clock
from app.base.catalogue import use_language
from app.domain.year_end import FundMove
from app.reports import catalogue
from app.services import (
    check_codes,
    club_papers,
    code_search,
    fund,
    printing,
    settlement,
    succession,
    year_end,
)
from app.services.paper_request import PaperRequest
from app.store.database import Database
from tests.helpers.clubs import filled_club

DAY = date(2024, 12, 31)


@pytest.fixture(autouse=True)
def in_january() -> Iterator[None]:
    use_language("en")
    with clock.fixed(date(2025, 1, 15)):
        yield


@pytest.fixture
def book() -> Database:
    return filled_club()


def squeezed(content: bytes) -> str:
    return " ".join(content.decode().replace("|", " ").split())


def test_the_year_end_shows_its_arithmetic(book: Database) -> None:
    with book.read() as uow:
        plan = year_end.plan(
            uow,
            year=2024,
            on=DAY,
            to_savers=100_000,
            to_board=30_000,
            board_weights={"M001": 2, "M003": 1},
            moves=[FundMove("income", "care", 1_000)],
            board_fund="income",
        )
        paper = club_papers.year_end(uow, plan=plan)
    text = squeezed(catalogue.render(paper, ".txt"))
    assert "100.000 × 1.500.000 : 4.500.000 = 33.333" in text
    assert "30.000 × 2 : 3 = 20.000" in text
    assert "1.000 đồng from the Income fund to the Care fund" in text
    assert catalogue.render(paper, ".pdf").startswith(b"%PDF")


def test_a_year_end_of_moves_alone(book: Database) -> None:
    with book.read() as uow:
        plan = year_end.plan(uow, year=2024, on=DAY, moves=[FundMove("income", "care", 1_000)])
        text = squeezed(catalogue.render(club_papers.year_end(uow, plan=plan), ".txt"))
        code = check_codes.code(uow, paper="year-end", first=DAY, last=DAY)
        assert code in text.replace(" ", "")
        assert code_search.find(uow, code=code).paper == "year-end"
    assert "Worked out" not in text
    assert "Income fund" in text


def test_both_sides_sign_what_changes_hands(book: Database) -> None:
    with book.begin() as uow:
        fund.record(uow, on=DAY, kind="borrowed_in", amount=500_000)
        cash, bank = succession.share_of(uow, on=DAY, going=["M002"])
        given = succession.hand_over(
            uow,
            on=DAY,
            to_club="CLB xóm Mới",
            going=["M002"],
            minutes="Minutes 12",
            cash=cash,
            bank=bank | {"care": 1_000},
            borrowed={"income": 10_000},
        )
        paper = club_papers.handover(uow, given=given, taker_chair="Nông Thị Ỏn")
    text = squeezed(catalogue.render(paper, ".txt"))
    for words in ("CLB xóm Mới", "Trần Văn An", "3.000.000", "-150.000", "Nông Thị Ỏn"):
        assert words in text
    assert f"{given.fund_total:,}".replace(",", ".") in text


def test_money_alone_can_change_hands(book: Database) -> None:
    with book.begin() as uow:
        given = succession.hand_over(
            uow, on=DAY, to_club="B", going=[], minutes="12", cash={"income": 5}
        )
        text = squeezed(catalogue.render(club_papers.handover(uow, given=given), ".txt"))
    assert "Members who go along" not in text


def test_a_settlement_says_what_was_set_off_and_who_receives(book: Database) -> None:
    with book.begin() as uow:
        found = settlement.settle(uow, member="M002", on=DAY, reason="mất", paid_to="Trần Văn Nam")
        assert found.savings
        made = club_papers.Settled(found, "mất", "Trần Văn Nam")
        request = PaperRequest("settlement", last=DAY, made=made)
        text = squeezed(printing.content(uow, request, ending=".txt"))
        code = check_codes.code(uow, paper="settlement", first=DAY, last=DAY)
        assert code_search.find(uow, code=code).paper == "settlement"
    assert code in text.replace(" ", "")
    for figure in (found.savings, found.principal, found.interest, found.covered):
        assert f"{figure:,}".replace(",", ".") in text
    assert "Trần Văn Nam" in text
    assert "mất" in text


def test_only_what_was_worked_out_has_such_a_paper(book: Database) -> None:
    with book.read() as uow, pytest.raises(TypeError):
        club_papers.made(uow, "year-end")
