"""The practice club is a whole book with everything in it that a real one has met."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.base import clock
from app.base.errors import AppError
from app.domain.periods import Month
from app.services import checking, club, fund, loans, locks, members, people, practice
from app.services.practice_data import CORRECTION
from app.services.practice_months import notes_of
from app.store import books
from app.store.database import Database, UnitOfWork

TODAY = date(2026, 11, 23)
LAST = date(2026, 10, 31)


@pytest.fixture(scope="module")
def database() -> Iterator[Database]:
    made = books.in_memory()
    with made.begin() as uow:
        practice.fill(uow, today=TODAY)
    yield made
    made.close()


@pytest.fixture
def book(database: Database) -> Iterator[UnitOfWork]:
    with clock.fixed(TODAY), database.read() as uow:
        yield uow


def test_the_book_is_whole(database: Database) -> None:
    found = checking.check(database)
    assert found.problems == ()
    assert found.meetings == practice.MONTHS


def test_the_people_are_those_of_the_article(book: UnitOfWork) -> None:
    told = people.indicators(book, month=Month(2026, 10))
    assert told.members == 39
    assert 24 <= told.women <= 28
    assert told.poor
    assert told.near_poor
    assert 30_000_000 <= told.fund_total <= 35_000_000
    assert set(members.board(book, on=TODAY)) == {"chair", "secretary", "treasurer"}
    assert club.details(book).practice
    assert all(told.activities.values())


def test_months_are_held_or_have_a_reason(book: UnitOfWork) -> None:
    told = people.attendance(book)
    assert (told.held, told.not_held, told.missing) == (21, 3, ())
    assert told.rate_bp is not None
    assert 7500 < told.rate_bp < 9500
    assert locks.locked_until(book) == Month(2026, 3)


def test_a_dozen_loans_some_of_them_late(book: UnitOfWork) -> None:
    told = loans.loan_book(book, on=TODAY)
    assert told.open == 12
    assert told.ageing["91-180"]
    assert len({line.member for line in told.loans}) == 12
    assert len({line.method for line in told.loans}) == 3


def test_money_as_a_club_keeps_it(book: UnitOfWork) -> None:
    lines = fund.entries(book, first=date(2024, 11, 1), last=LAST)
    kinds = {line.kind for line in lines}
    assert {"donation", "expense", "saving_withdrawal", "bank_deposit", "bank_withdrawal"} <= kinds
    assert {"borrowed_in", "borrowed_out", "cash_short", "bank_interest"} <= kinds
    assert [line.reason for line in lines if line.reverses] == [CORRECTION]
    ceiling = club.rules(book, on=TODAY).cash_ceiling
    assert ceiling is not None
    assert fund.balances(book, on=LAST).cash < ceiling
    assert all(line.cash_after >= 0 for line in lines)
    assert all(line.amount % 1000 == 0 for line in lines)


def test_the_same_day_makes_the_same_book(book: UnitOfWork) -> None:
    with books.in_memory().begin() as again:
        practice.fill(again, today=TODAY)
        first, last = date(2024, 11, 1), TODAY
        assert fund.entries(again, first=first, last=last) == fund.entries(
            book, first=first, last=last
        )


@pytest.mark.parametrize("today", [date(2027, 1, 1), date(2028, 2, 29), date(2030, 12, 31)])
def test_any_day_will_do(today: date) -> None:
    made = books.in_memory()
    with made.begin() as uow:
        practice.fill(uow, today=today)
        before = Month.of(today).first_day - timedelta(days=1)
        assert people.last_day_of_book(uow) <= before
    assert checking.check(made).ok


def test_a_file_that_is_there_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.soclb"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(AppError, match=r"file\.exists"):
        practice.make(path, today=TODAY)
    assert path.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("amount", [0, 200, 1_000, 3_688_000, 999_999_900])
def test_banknotes_make_the_amount(amount: int) -> None:
    assert sum(face * count for face, count in notes_of(amount).items()) in (amount, amount - 100)
