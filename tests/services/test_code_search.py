"""A printed code leads back to its paper and to the state of the book it was printed from."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from app.base import clock
from app.domain.periods import Month
from app.services import code_search, fund, loans, minutes, people
from app.services.fund_statement import fund_statement
from app.services.sentences import sentence
from app.store.database import Database
from tests.helpers.clubs import filled_club, hold_meeting


@pytest.fixture
def book() -> Database:
    """Three months of money, each closed by its meeting some days later."""
    with clock.fixed(date(2024, 5, 2)):
        database = filled_club()
    for month in (2, 3, 4):
        with clock.fixed(datetime(2024, 5, month, 9)), database.begin() as uow:
            hold_meeting(uow, date(2024, month, 10))
    return database


@pytest.fixture(autouse=True)
def day() -> object:
    with clock.fixed(date(2024, 6, 15)):
        yield


FEBRUARY = (date(2024, 2, 1), date(2024, 2, 29))


def test_each_paper_is_found_by_its_code(book: Database) -> None:
    with book.read() as uow:
        papers = {
            "fund-statement": fund_statement(uow, first=FEBRUARY[0], last=FEBRUARY[1]),
            "loan-book": loans.loan_book(uow, on=date(2024, 3, 17)),
            "attendance": people.attendance(uow),
            "indicators": people.indicators(uow, month=Month(2024, 4)),
            "minutes": minutes.minutes(uow, month=Month(2024, 3)),
        }
        for name, data in papers.items():
            found = code_search.find(uow, code=f" {data.check_code.lower()} ")
            assert (found.paper, found.current, found.later) == (name, True, 0)
            assert code_search.describe(found)


def test_members_have_codes_of_their_own(book: Database) -> None:
    with book.read() as uow:
        own = {
            member: people.member_statement(
                uow, member=member, first=FEBRUARY[0], last=date(2024, 4, 30)
            ).check_code
            for member in ("M001", "M002")
        }
        assert len(set(own.values())) == 2
        for member, code in own.items():
            found = code_search.find(uow, code=code)
            assert (found.paper, found.subject) == ("member-statement", member)
            assert member in code_search.describe(found)


def test_an_old_paper_leads_to_the_old_state(book: Database) -> None:
    with book.read() as uow:
        code = fund_statement(uow, first=FEBRUARY[0], last=FEBRUARY[1]).check_code
        before = code_search.find(uow, code=code)
    with book.begin() as uow:
        for amount in (1000, 2000):
            fund.record(uow, on=date(2024, 2, 20), kind="donation", amount=amount, fund="operating")
        fund.record(uow, on=date(2024, 5, 20), kind="donation", amount=1, fund="operating")
    with book.read() as uow:
        found = code_search.find(uow, code=code)
        assert (found.entry, found.current, found.later) == (before.entry, False, 2)
        assert str(found.entry) in code_search.describe(found)
        again = fund_statement(uow, first=FEBRUARY[0], last=FEBRUARY[1]).check_code
        assert again != code
        assert code_search.find(uow, code=again).current


def test_every_state_of_a_month_is_found() -> None:
    with clock.fixed(date(2024, 5, 2)):
        book = filled_club()
    codes = []
    for number in range(1, 6):
        with clock.fixed(datetime(2024, 5, 2, 10)), book.begin() as uow:
            fund.record(uow, on=date(2024, 3, number), kind="donation", amount=1, fund="care")
            if number == 3:
                hold_meeting(uow, date(2024, 3, 10))
            march = Month(2024, 3)
            found = fund_statement(uow, first=march.first_day, last=march.last_day)
            codes.append(found.check_code)
    with book.read() as uow:
        states = [code_search.find(uow, code=code).entry for code in codes]
    assert states == sorted(states)
    assert len(set(states)) == 5


@pytest.mark.parametrize(
    ("code", "error"),
    [
        ("ABCDEFGHIJ", "check.code_not_found"),
        ("ABC", "check.code_unreadable"),
        ("ABCDEFGHI1", "check.code_unreadable"),
        ("", "check.code_unreadable"),
        ("ĐBCDEFGHIJ", "check.code_unreadable"),
    ],
)
def test_what_no_paper_carries(book: Database, code: str, error: str) -> None:
    with book.read() as uow, pytest.raises(code_search.UnknownCodeError, match=error) as caught:
        code_search.find(uow, code=code)
    assert sentence(caught.value)
