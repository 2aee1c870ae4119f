"""What the club's rules say against a loan before it is given."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from app.base import clock
from app.base.catalogue import use_language
from app.base.errors import Problem
from app.domain.periods import Month
from app.services import club, fund, meetings
from app.services.lending import loan_doubts
from app.services.members import UnknownMemberError
from app.services.sentences import sentence
from app.store.database import Database
from tests.helpers.clubs import START, filled_club

LATE = date(2024, 8, 29)


@pytest.fixture(autouse=True)
def in_september() -> Iterator[None]:
    with clock.fixed(date(2024, 9, 1)):
        yield


@pytest.fixture
def book() -> Database:
    return filled_club()


def doubts(book: Database, member: str, principal: int, **more: object) -> tuple[Problem, ...]:
    with book.begin() as uow:
        number = meetings.open_meeting(uow, month=Month(2024, 8), on=LATE)
        return loan_doubts(uow, draft_id=number, member=member, principal=principal, **more)  # type: ignore[arg-type]


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems]


def rule(book: Database, key: str, value: str) -> None:
    with book.begin() as uow:
        club.change_rule(uow, key=key, value=value, from_on=START)


def test_nothing_speaks_against_a_loan_that_fits(book: Database) -> None:
    assert doubts(book, "M001", 1_000_000) == ()


def test_an_open_and_overdue_loan_is_named_with_sum_and_days(book: Database) -> None:
    found = doubts(book, "M002", 1_000_000)
    assert codes(found) == ["lending.overdue", "lending.open_loans"]
    assert found[0].params == {"amount": 3_000_000, "days": 106}
    use_language("en")
    assert sentence(found[0]) == "3.000.000 đồng are overdue, for 106 days now, and not paid yet."


def test_what_the_meeting_already_holds_counts(book: Database) -> None:
    with book.begin() as uow:
        number = meetings.open_meeting(uow, month=Month(2024, 8), on=LATE)
        meetings.set_paid(
            uow, draft_id=number, member="M002", kind="principal_repayment", amount=3_000_000
        )
        assert meetings.loan_doubts(uow, draft_id=number, member="M002", principal=100_000) == ()
        meetings.add_loan(
            uow,
            draft_id=number,
            member="M001",
            principal=1_000_000,
            rate_bp=100,
            method="interest_only",
            term_months=6,
        )
        again = loan_doubts(uow, draft_id=number, member="M001", principal=100_000)
    assert codes(again) == ["lending.open_loans"]


def test_the_clubs_limits(book: Database) -> None:
    rule(book, "savings_multiple", "5")
    rule(book, "fund_share_percent", "10")
    rule(book, "max_loan", "700000")
    found = doubts(book, "M001", 2_500_000)
    assert codes(found) == [
        "lending.above_max",
        "lending.above_savings",
        "lending.above_fund_share",
    ]
    assert found[1].params["limit"] == 750_000
    assert doubts(book, "M001", 700_000) == ()


def test_a_rule_can_be_taken_away_again(book: Database) -> None:
    rule(book, "max_open_loans", "")
    assert codes(doubts(book, "M002", 10)) == ["lending.overdue"]


def test_the_box_and_the_law(book: Database) -> None:
    with book.read() as uow:
        cash = fund.balances(uow, on=LATE).cash
    assert codes(doubts(book, "M001", cash + 1)) == ["lending.cash_short"]
    assert doubts(book, "M001", cash, rate_bp=166) == ()
    assert codes(doubts(book, "M001", cash, rate_bp=167)) == ["lending.above_ceiling"]


def test_a_guarantor_is_somebody_else_who_pays_on_time(book: Database) -> None:
    assert codes(doubts(book, "M001", 10, guarantor="M001")) == ["lending.own_guarantor"]
    assert codes(doubts(book, "M001", 10, guarantor="M002")) == ["lending.guarantor_overdue"]
    assert doubts(book, "M001", 10, guarantor="M003") == ()
    with pytest.raises(UnknownMemberError):
        doubts(book, "M001", 10, guarantor="M099")
