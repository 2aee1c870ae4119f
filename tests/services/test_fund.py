"""The fund book and its balances."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.periods import Month
from app.services import fund
from app.services.fund_statement import fund_statement
from app.store.database import Database
from tests.helpers.clubs import empty_club, filled_club

YEAR = (date(2024, 1, 1), date(2024, 12, 31))


@pytest.fixture
def book() -> Database:
    return filled_club()


def test_each_line_shows_the_box_after_it_in_the_order_of_days(book: Database) -> None:
    with book.begin() as uow:
        fund.record(uow, on=date(2024, 2, 1), kind="donation", amount=7, fund="income", by="M001")
    with book.read() as uow:
        lines = fund.entries(uow, first=YEAR[0], last=YEAR[1])
        later = fund.entries(uow, first=date(2024, 4, 1), last=YEAR[1])
        cash = fund.balances(uow, on=YEAR[1]).cash
    assert [line.on for line in lines] == sorted(line.on for line in lines)
    assert lines[-1].cash_after == cash
    assert later == lines[-len(later) :]
    assert lines[3].amount == 7
    assert lines[3].voucher.startswith("T ")
    assert lines[0].voucher == "T 01/2024"


def test_a_line_names_who_what_and_why(book: Database) -> None:
    with book.read() as uow:
        lines = {line.id: line for line in fund.entries(uow, first=YEAR[0], last=YEAR[1])}
    given = lines[3]
    assert (given.kind, given.member, given.name, given.loan) == (
        "loan_disbursement",
        "M002",
        "Trần Văn An",
        "L001",
    )
    back = max(lines.values(), key=lambda line: line.id)
    assert (back.reverses, back.amount, back.reason) == (back.id - 1, -30_000, "Ghi nhầm")
    assert lines[back.id - 1].reversed_by == back.id
    assert (back.voucher, back.meeting_month) == ("", None)


def test_balances_of_any_day(book: Database) -> None:
    with book.read() as uow:
        before = fund.balances(uow, on=date(2023, 12, 31))
        first = fund.balances(uow, on=date(2024, 1, 2))
        last = fund.balances(uow, on=YEAR[1])
    assert (before.cash, before.fund_total) == (0, 0)
    assert (first.cash, first.bank) == (20_000_000, 1_000_000)
    assert last.loans == 3_000_000
    assert last.savings == 9 * 50_000
    assert last.funds["care"] == 200_000
    assert last.funds["operating"] == 1_000_000 + 9 * 5000 + 3 * 24_000 - 75_000
    assert last.fund_total == sum(last.funds.values())


def test_a_reversal_makes_its_kind_smaller_even_below_zero(book: Database) -> None:
    with book.begin() as uow:
        fund.reverse(uow, entry=4, on=date(2024, 6, 3), reason="nhầm")
    with book.read() as uow:
        june = fund_statement(uow, first=date(2024, 6, 1), last=date(2024, 6, 30))
    assert june.receipts == {"membership_fee": -5000}
    assert (june.cash.receipts, june.cash.closing) == (-5000, june.cash.opening - 5000)
    assert june.corrections[0].of_day == date(2024, 2, 10)


def test_statements_of_months_add_up_to_the_year(book: Database) -> None:
    with book.read() as uow:
        year = fund_statement(uow, first=YEAR[0], last=YEAR[1])
        months = [
            fund_statement(uow, first=date(2024, m, 1), last=date(2024, m + 1, 1))
            for m in (1, 2, 3)
        ]
    assert year.cash.closing == year.cash.opening + year.cash.receipts - year.cash.payments
    assert sum(year.receipts.values()) == year.cash.receipts
    assert sum(year.payments.values()) == year.cash.payments
    assert all(m.cash.closing >= 0 for m in months)
    assert year.funds["income"].closing == (
        year.funds["income"].opening + year.funds["income"].increase - year.funds["income"].decrease
    )


def test_the_care_fund_stands_there_once_it_was_used() -> None:
    database = empty_club()
    with database.begin() as uow:
        fund.record(uow, on=date(2024, 1, 5), kind="donation", amount=5, fund="income")
        assert set(fund_statement(uow, first=YEAR[0], last=YEAR[1]).funds) == {
            "income",
            "operating",
        }
        fund.transfer(uow, on=date(2024, 1, 6), amount=5, out_of="income", into="care")
        assert "care" in fund_statement(uow, first=YEAR[0], last=date(2024, 1, 5)).funds


def test_the_funds_month_by_month_are_what_each_last_day_says(book: Database) -> None:
    first, last = Month(2024, 1), Month(2024, 12)
    with book.read() as uow:
        found = fund.totals(uow, first=first, last=last)
        each = [(m, fund.balances(uow, on=m.last_day).fund_total) for m in first.until(last)]
    assert list(found) == each
    assert len({total for _, total in found}) > 1
