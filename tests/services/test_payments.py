"""One sum paid on loans, divided by the club's rule."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from app.base import clock
from app.domain.penalties import MoreThanOwedError
from app.domain.periods import Month
from app.services import closing, club, fund, meetings, payments
from app.store.database import Database
from tests.helpers.clubs import START, filled_club

DAY = date(2024, 7, 20)


@pytest.fixture(autouse=True)
def in_august() -> Iterator[None]:
    with clock.fixed(date(2024, 8, 1)):
        yield


@pytest.fixture
def book() -> Database:
    book = filled_club()
    with book.begin() as uow:
        club.change_rule(uow, key="penalty", value="monthly_bp:50", from_on=START)
    return book


def test_a_days_payment_goes_penalty_interest_principal(book: Database) -> None:
    with book.begin() as uow:
        (asked,) = payments.asked(uow, member="M002", on=DAY)
        assert (asked.penalty, asked.interest, asked.principal) == (15_000, 29_997, 3_000_000)
        numbers = payments.pay(uow, on=DAY, member="M002", amount=100_000, memo="Con trả hộ")
        found = [line for line in fund.entries(uow, first=DAY, last=DAY) if line.id in numbers]
    assert [(line.kind, line.amount) for line in found] == [
        ("penalty_payment", 15_000),
        ("interest_payment", 29_997),
        ("principal_repayment", 55_003),
    ]
    assert {line.memo for line in found} == {"Con trả hộ"}


def test_the_sheet_asks_for_penalties_and_the_meeting_takes_them(book: Database) -> None:
    with book.begin() as uow:
        number = meetings.open_meeting(uow, month=Month(2024, 7), on=DAY, typed_by="M002")
        meetings.all_present(uow, draft_id=number)
        meetings.accept_all(uow, draft_id=number)
        sheet = meetings.draft(uow, draft_id=number)
        row = next(row for row in sheet.rows if row.member.code == "M002")
        assert row.due["penalty_payment"] == row.paid["penalty_payment"] == 15_000
        assert [line.kind for line in sheet.lines] == ["penalty_payment"]
        closing.close_meeting(uow, draft_id=number, typed_by="M002", confirmed_by=("M001", "M003"))
        paid = {line.kind: line.amount for line in fund.entries(uow, first=DAY, last=DAY)}
        assert paid["penalty_payment"] == 15_000
        assert payments.asked(uow, member="M002", on=DAY) == ()


def test_one_sum_at_the_meeting_takes_the_place_of_what_was_typed(book: Database) -> None:
    with book.begin() as uow:
        number = meetings.open_meeting(uow, month=Month(2024, 7), on=DAY)
        for amount in (900_000, 70_000):
            payments.pay_at_meeting(uow, draft_id=number, member="M002", amount=amount)
        sheet = meetings.draft(uow, draft_id=number)
        row = next(row for row in sheet.rows if row.member.code == "M002")
        assert row.paid == {
            "penalty_payment": 15_000,
            "interest_payment": 29_997,
            "principal_repayment": 25_003,
        }
        payments.pay_at_meeting(uow, draft_id=number, member="M002", amount=0)
        assert meetings.draft(uow, draft_id=number).cash_expected == sheet.cash_before


def test_more_than_owed_is_refused(book: Database) -> None:
    with pytest.raises(MoreThanOwedError), book.begin() as uow:
        payments.pay(uow, on=DAY, member="M002", amount=3_100_000)
    with pytest.raises(MoreThanOwedError), book.begin() as uow:
        payments.pay(uow, on=DAY, member="M001", amount=1)
