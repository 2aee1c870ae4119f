"""A rule changes from a day on, and the next minutes say so in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from app.base import clock
from app.domain.periods import Month
from app.domain.rules import BadRuleError
from app.reports import catalogue
from app.reports.frame import PaperOptions
from app.services import closing, club, meetings, minutes
from app.store.database import Database
from tests.helpers.clubs import filled_club

MAY, JUNE = date(2024, 5, 16), date(2024, 6, 20)


@pytest.fixture(autouse=True)
def in_july() -> Iterator[None]:
    with clock.fixed(date(2024, 7, 1)):
        yield


def close(book: Database, on: date) -> None:
    with book.begin() as uow:
        number = meetings.open_meeting(uow, month=Month.of(on), on=on, typed_by="M004")
        meetings.all_present(uow, draft_id=number)
        closing.close_meeting(uow, draft_id=number, typed_by="M004", confirmed_by=("M001", "M003"))


@pytest.fixture
def book() -> Database:
    book = filled_club()
    close(book, MAY)
    return book


CHANGES = (
    ("fee_monthly", "10000", "from 5.000 đồng to 10.000 đồng"),
    ("loan_rate_bp", "80", "from 1 % to 0,8 %"),
    ("loan_method", "annuity", "to equal instalments"),
    ("interest_split", "income:50;care:50", "to Income fund 50 %, Care fund 50 %"),
    ("quorum_percent", "60", "from 50 % to 60 %"),
    ("penalty", "monthly_bp:50", "from none to 0,5 % a month of the overdue principal"),
    ("penalty", "fixed:20000", "to 20.000 đồng for each late instalment"),
    ("allocation", "interest;principal;penalty", "to interest, principal, late penalty"),
    ("max_open_loans", "2", "from 1 to 2"),
    ("savings_multiple", "3", "from none to 3"),
)


@pytest.mark.parametrize(("key", "value", "words"), CHANGES)
def test_a_change_prints_in_the_next_minutes(
    book: Database, key: str, value: str, words: str
) -> None:
    with book.begin() as uow:
        club.change_rule(uow, key=key, value=value, from_on=date(2024, 6, 1))
    close(book, JUNE)
    with book.read() as uow:
        before = minutes.minutes(uow, month=Month(2024, 5))
        after = minutes.minutes(uow, month=Month(2024, 6))
    assert before.rule_changes == ()
    paper = catalogue.build("minutes", after, PaperOptions(language="en"))
    assert words in " ".join(catalogue.render(paper, ".txt").decode().split())


@pytest.mark.parametrize("on", [MAY, date(2024, 5, 1)])
def test_closed_minutes_stay_as_they_were(book: Database, on: date) -> None:
    with book.begin() as uow, pytest.raises(BadRuleError, match=r"rule\.before_last_meeting"):
        club.change_rule(uow, key="fee_monthly", value="1", from_on=on)
