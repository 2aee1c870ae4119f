"""Loans given up and recovered; never more back than was given up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import update

from app.base import clock
from app.base.errors import AppError
from app.domain.lending import Guarantee
from app.services import fund, members, write_offs
from app.store.club_tables import LoanRow
from app.store.database import Database
from tests.helpers.clubs import filled_club

DAY, LATER = date(2024, 8, 20), date(2024, 9, 1)


@pytest.fixture(autouse=True)
def in_october() -> Iterator[None]:
    with clock.fixed(date(2024, 10, 1)):
        yield


@pytest.fixture
def book() -> Database:
    book = filled_club()
    with book.begin() as uow:
        write_offs.write_off(
            uow, loan="L001", on=DAY, minutes="Biên bản số 8, Hội LHPN xã xác nhận"
        )
    return book


def test_a_write_off_takes_from_the_income_fund_and_says_why(book: Database) -> None:
    with book.read() as uow:
        (line,) = fund.entries(uow, first=DAY, last=DAY)
        assert (line.kind, line.amount, line.name) == ("loan_write_off", 3_000_000, "Trần Văn An")
        assert line.memo.startswith("Biên bản số 8")
        assert fund.balances(uow, on=DAY).loans == 0


def test_what_comes_back_is_counted(book: Database) -> None:
    with book.begin() as uow:
        write_offs.recover(uow, loan="L001", on=LATER, amount=1_000_000)
        (found,) = write_offs.written_off(uow, on=LATER)
        assert (found.on, found.amount, found.recovered, found.left) == (
            DAY,
            3_000_000,
            1_000_000,
            2_000_000,
        )
        assert write_offs.written_off(uow, on=date(2024, 8, 19)) == ()


@pytest.mark.parametrize(("on", "amount"), [(LATER, 3_000_001), (date(2024, 8, 19), 1)])
def test_more_than_was_written_off_by_then_is_refused(
    book: Database, on: date, amount: int
) -> None:
    with pytest.raises(AppError, match=r"recovery\.above_written_off"), book.begin() as uow:
        write_offs.recover(uow, loan="L001", on=on, amount=amount)
    with pytest.raises(AppError, match=r"recovery\.above_written_off"), book.begin() as uow:
        fund.record(uow, on=on, kind="write_off_recovery", amount=amount, loan="L001")


def test_a_write_off_with_recoveries_cannot_be_taken_back(book: Database) -> None:
    with book.begin() as uow:
        write_offs.recover(uow, loan="L001", on=LATER, amount=1)
        (line,) = fund.entries(uow, first=DAY, last=DAY)
    with pytest.raises(AppError, match=r"recovery\.above_written_off"), book.begin() as uow:
        fund.reverse(uow, entry=line.id, on=LATER, reason="Ghi nhầm")


def test_taken_back_it_is_owed_again(book: Database) -> None:
    with book.begin() as uow:
        (line,) = fund.entries(uow, first=DAY, last=DAY)
        fund.reverse(uow, entry=line.id, on=LATER, reason="Ghi nhầm")
        assert write_offs.written_off(uow, on=LATER) == ()
        assert fund.balances(uow, on=LATER).loans == 3_000_000


@pytest.mark.parametrize(
    ("minutes", "on", "code"),
    [
        (" ", LATER, "write_off.minutes_missing"),
        ("Biên bản số 9", LATER, "write_off.nothing_owed"),
    ],
)
def test_refusals(book: Database, minutes: str, on: date, code: str) -> None:
    with pytest.raises(AppError) as caught, book.begin() as uow:
        write_offs.write_off(uow, loan="L001", on=on, minutes=minutes)
    assert caught.value.code == code


def test_who_answers_for_whom() -> None:
    book = filled_club()
    with book.begin() as uow:
        key = members.member_id(uow, "M003")
        uow.session.execute(update(LoanRow).values(guarantor_id=key))
        assert write_offs.guarantees(uow, on=date(2024, 6, 1)) == (
            Guarantee("M003", "Lê Thị Bưởi", "L001", "Trần Văn An", 3_000_000, 1_000_000, 17),
        )
