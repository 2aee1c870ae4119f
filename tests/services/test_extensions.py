"""A loan extended: what was agreed and what was reported before stay as they were."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from app.base import clock
from app.base.errors import AppError
from app.services import checking, club, extensions, fund, loans
from app.store.database import Database
from tests.helpers.clubs import START, filled_club

AGREED = date(2024, 6, 20)
"""L001: 6 × 1.000.000 due on the 15th from February; three were paid, May's and June's not."""


@pytest.fixture(autouse=True)
def in_december() -> Iterator[None]:
    with clock.fixed(date(2024, 12, 31)):
        yield


@pytest.fixture
def book() -> Database:
    return filled_club()


def extend(book: Database, *, on: date = AGREED, minutes: str = "Biên bản số 6") -> None:
    with book.begin() as uow:
        extensions.extend(uow, loan="L001", on=on, term_months=3, minutes=minutes, by="An")


def line(book: Database, on: date) -> tuple[int, int, date | None]:
    with book.read() as uow:
        (found,) = loans.lines(uow, on=on, codes=["L001"])
    return found.overdue_principal, found.days_overdue, found.next_due


def test_what_is_owed_falls_due_by_the_new_plan(book: Database) -> None:
    assert line(book, AGREED) == (2_000_000, 36, date(2024, 7, 15))
    extend(book)
    assert line(book, AGREED) == (0, 0, date(2024, 7, 15))
    assert line(book, date(2024, 8, 16)) == (2_000_000, 32, date(2024, 9, 15))
    with book.read() as uow:
        rows = extensions.schedule_now(uow, loan="L001", on=AGREED).rows
    assert [row.principal for row in rows] == [1_000_000] * 3 + [0, 0] + [1_000_000] * 3
    assert [row.no for row in rows] == list(range(1, 9))
    assert rows[-1].due == date(2024, 9, 15)
    assert rows[-1].balance == 0


def test_the_agreed_plan_and_earlier_days_stay(book: Database) -> None:
    before = line(book, date(2024, 6, 19))
    with book.read() as uow:
        plan = loans.schedule_of(uow, loan="L001")
    extend(book)
    with book.read() as uow:
        assert loans.schedule_of(uow, loan="L001") == plan
    assert line(book, date(2024, 6, 19)) == before == (2_000_000, 35, date(2024, 7, 15))


def test_an_extension_makes_nothing_punctual_that_was_late(book: Database) -> None:
    extend(book)
    with book.begin() as uow:
        fund.record(
            uow, on=date(2024, 7, 15), kind="principal_repayment", amount=1_000_000, loan="L001"
        )
        history = extensions.history_of(uow, "L001")
    assert history.on_time(date(2024, 6, 30)) == (3_000_000, 5_000_000)
    assert history.on_time(date(2024, 7, 31)) == (4_000_000, 6_000_000)


def test_interest_goes_on_as_before(book: Database) -> None:
    with book.read() as uow:
        before = extensions.history_of(uow, "L001").interest_asked(date(2024, 9, 30))
    extend(book)
    with book.read() as uow:
        assert extensions.history_of(uow, "L001").interest_asked(date(2024, 9, 30)) == before


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"minutes": "  "}, "extension.minutes_missing"),
        ({"on": date(2024, 1, 10)}, "extension.nothing_owed"),
        ({"on": date(2025, 1, 1)}, "entry.in_future"),
        ({"term_months": 0}, "loan.term_out_of_range"),
        ({"loan": "L009"}, "loan.unknown"),
    ],
)
def test_refusals(book: Database, change: dict[str, object], code: str) -> None:
    asked = {"loan": "L001", "on": AGREED, "term_months": 3, "minutes": "BB 6"} | change
    with pytest.raises(AppError) as caught, book.begin() as uow:
        extensions.extend(uow, **asked)  # type: ignore[arg-type]
    assert caught.value.code == code


def test_the_club_limits_how_often(book: Database) -> None:
    with book.begin() as uow:
        club.change_rule(uow, key="max_extensions", value="1", from_on=START)
    extend(book)
    with pytest.raises(AppError, match=r"extension\.too_many"):
        extend(book, on=date(2024, 7, 20))
    with book.begin() as uow:
        club.change_rule(uow, key="max_extensions", value="", from_on=START)
    with pytest.raises(AppError, match=r"extension\.not_after_last"):
        extend(book)


@pytest.mark.parametrize(
    ("by_hand", "number"),
    [
        ("UPDATE loan_extension SET term_months = 9 WHERE id = 2", 2),
        ("DELETE FROM loan_extension WHERE id = 1", 1),
        ("DELETE FROM loan_extension WHERE id = 2", 2),
    ],
)
def test_a_change_by_hand_is_found(book: Database, by_hand: str, number: int) -> None:
    extend(book)
    extend(book, on=date(2024, 8, 20))
    assert checking.check(book).ok
    with book.begin() as uow:
        for trigger in ("no_update", "no_delete"):
            uow.connection.exec_driver_sql(f"DROP TRIGGER loan_extension_{trigger}")
        uow.connection.exec_driver_sql(by_hand)
        assert not checking.verified(uow)
    (problem,) = checking.check(book).problems
    assert (problem.code, problem.params) == ("check.extension_changed", {"number": number})
