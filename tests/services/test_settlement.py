"""A member leaves: savings pay what is owed, the rest is paid out, what is left stays open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from app.base import clock
from app.base.errors import AppError
from app.services import board, fund, loans, members, savings, settlement
from app.store.database import Database
from tests.helpers.clubs import filled_club

DAY = date(2024, 6, 20)


@pytest.fixture(autouse=True)
def in_july() -> Iterator[None]:
    with clock.fixed(date(2024, 7, 1)):
        yield


@pytest.fixture
def book() -> Database:
    return filled_club()


def test_without_loans_all_savings_are_paid_out(book: Database) -> None:
    with book.begin() as uow:
        cash = fund.balances(uow, on=DAY).cash
        found = settlement.settle(
            uow, member="M003", on=DAY, reason="Qua đời", paid_to="con gái Lê Thị Mơ"
        )
        assert (found.savings, found.owed, found.paid_out, found.fee) == (
            150_000,
            0,
            150_000,
            15_000,
        )
        assert fund.balances(uow, on=DAY).cash == cash - 150_000
        (line,) = fund.entries(uow, first=DAY, last=DAY)
        assert line.memo == "Qua đời; giao cho con gái Lê Thị Mơ"
        assert members.by_code(uow)["M003"].left_on == DAY
        assert members.board(uow, on=DAY)["treasurer"].code == "M003"
        assert "treasurer" not in members.board(uow, on=date(2024, 6, 21))
        assert board.terms(uow)[0].until_on == DAY


def test_savings_pay_the_loan_as_far_as_they_go(book: Database) -> None:
    with book.begin() as uow:
        cash = fund.balances(uow, on=DAY).cash
        owes = loans.pay_off(uow, loan="L001", on=DAY)
        found = settlement.settle(uow, member="M002", on=DAY, reason="Chuyển nhà")
        assert (found.savings, found.owed, found.covered, found.paid_out) == (
            150_000,
            owes,
            150_000,
            0,
        )
        assert found.still_owed == owes - 150_000
        assert fund.balances(uow, on=DAY).cash == cash
        assert savings.by_member(uow, on=DAY).get("M002") is None
        assert loans.open_codes(uow, on=DAY) == ["L001"]
        later = date(2024, 6, 25)
        fund.record(uow, on=later, kind="principal_repayment", amount=1000, loan="L001")


def test_enough_savings_end_the_loan(book: Database) -> None:
    with book.begin() as uow:
        fund.record(uow, on=DAY, kind="saving_deposit", amount=4_000_000, member="M002")
        found = settlement.settle(uow, member="M002", on=DAY, reason="Chuyển nhà")
        assert found.still_owed == 0
        assert found.paid_out == 4_150_000 - found.owed
        assert loans.open_codes(uow, on=DAY) == []


def test_a_reason_is_needed(book: Database) -> None:
    with pytest.raises(AppError, match=r"settlement\.reason_missing"), book.begin() as uow:
        settlement.settle(uow, member="M002", on=DAY, reason=" ")


def test_somebody_who_left_before_is_settled_with_later(book: Database) -> None:
    with book.begin() as uow:
        members.leave(uow, code="M004", on=date(2024, 6, 17))
        found = settlement.settle(uow, member="M004", on=DAY, reason="Gia đình đến nhận")
        assert (found.on, members.by_code(uow)["M004"].left_on) == (DAY, date(2024, 6, 17))
        assert savings.by_member(uow, on=DAY).get("M004") is None
