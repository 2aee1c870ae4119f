"""Splitting and merging: one book gives, the other takes the same on the same day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from app.base import clock
from app.base.errors import AppError
from app.domain.succession import Handover, cash_then_bank
from app.services import extensions, fund, loans, members, savings, succession
from app.store import extension_chain
from app.store.database import Database, UnitOfWork
from tests.helpers.clubs import empty_club, filled_club

DAY = date(2024, 6, 20)


@pytest.fixture(autouse=True)
def in_july() -> Iterator[None]:
    with clock.fixed(date(2024, 7, 31)):
        yield


@pytest.fixture
def old() -> Database:
    return filled_club()


@pytest.fixture
def new() -> Database:
    return empty_club()


def give(uow: UnitOfWork, *going: str, **more: object) -> Handover:
    cash, bank = succession.share_of(uow, on=DAY, going=going)
    asked: dict[str, object] = {"cash": cash, "bank": bank, "minutes": "Biên bản số 6"}
    return succession.hand_over(
        uow,
        on=DAY,
        to_club="CLB xóm Mới",
        going=going,
        **(asked | more),  # type: ignore[arg-type]
    )


def test_a_split_moves_people_loans_savings_and_an_equal_share(old: Database) -> None:
    with old.begin() as uow:
        before = fund.balances(uow, on=DAY)
        found = give(uow, "M002", "M003")
        after = fund.balances(uow, on=DAY)
        for name, amount in before.funds.items():
            assert after.funds[name] == amount - amount * 2 // 5
        assert (found.fund_total, after.loans) == (
            sum(amount * 2 // 5 for amount in before.funds.values()),
            0,
        )
        assert savings.by_member(uow, on=DAY) == {"M001": 150_000}
        stay = members.members(uow, on=date(2024, 6, 21))
        assert {member.code for member in stay} == {"M001", "M004", "M005"}


def test_the_other_book_takes_the_same(old: Database, new: Database) -> None:
    with old.begin() as uow:
        (line,) = loans.lines(uow, on=DAY, codes=["L001"])
        found = give(uow, "M002", "M003")
    with new.begin() as uow:
        codes = succession.take_over(uow, handover=found)
        assert codes == {"M002": "M006", "M003": "M007"}
        taken = fund.balances(uow, on=DAY)
        assert taken.fund_total == found.fund_total
        assert taken.savings == 300_000
        (here,) = loans.lines(uow, on=DAY, codes=loans.open_codes(uow, on=DAY))
        assert (here.outstanding, here.overdue_principal, here.days_overdue, here.next_due) == (
            line.outstanding,
            line.overdue_principal,
            line.days_overdue,
            line.next_due,
        )
        assert here.member == codes["M002"]
        with pytest.raises(AppError, match=r"handover\.taken_already"):
            succession.take_over(uow, handover=found)


def test_an_extended_loan_goes_on_by_its_new_plan(old: Database, new: Database) -> None:
    with old.begin() as uow:
        extensions.extend(
            uow, loan="L001", on=date(2024, 6, 10), term_months=3, minutes="Biên bản số 5"
        )
        found = give(uow, "M002")
    with new.begin() as uow:
        succession.take_over(uow, handover=found)
        (extension,) = extensions.extensions(uow, loan="L001")
        assert (extension.on, extension.term_months, extension.minutes) == (
            DAY,
            2,
            "Biên bản số 5",
        )
        assert extension_chain.first_wrong(uow.connection) is None


def test_a_merge_leaves_nothing_behind(old: Database, new: Database) -> None:
    with new.begin() as uow:
        fund.record(uow, on=DAY, kind="opening_cash", amount=5, fund="income")
    with old.begin() as uow:
        everybody = [member.code for member in members.members(uow, on=DAY)]
        found = give(uow, *everybody)
        left = fund.balances(uow, on=DAY)
        assert (left.cash, left.bank, left.loans, left.savings) == (0, 0, 0, 0)
        assert set(left.funds.values()) == {0}
    with new.begin() as uow:
        succession.take_over(uow, handover=found)
        assert len(members.members(uow, on=DAY)) == 10
        assert fund.balances(uow, on=DAY).fund_total == found.fund_total + 5


def test_a_loan_whose_code_is_taken_gets_the_next(old: Database) -> None:
    other = filled_club()
    with old.begin() as uow:
        found = give(uow, "M002")
    with other.begin() as uow:
        succession.take_over(uow, handover=found)
        assert loans.open_codes(uow, on=DAY) == ["L001", "L002"]


def test_borrowed_capital_goes_along_when_named(old: Database, new: Database) -> None:
    with old.begin() as uow:
        fund.record(uow, on=DAY, kind="borrowed_in", amount=2_000_000)
        found = give(uow, "M004", borrowed={"income": 500_000})
        assert fund.balances(uow, on=DAY).borrowed == 1_500_000
    with new.begin() as uow:
        succession.take_over(uow, handover=found)
        assert fund.balances(uow, on=DAY).borrowed == 500_000


def test_cash_goes_first_then_the_bank() -> None:
    assert cash_then_bank({"income": 7, "care": 3}, cash=5) == (
        {"income": 5},
        {"income": 2, "care": 3},
    )


def test_loans_worth_more_than_the_share_are_named(old: Database) -> None:
    with old.begin() as uow:
        fund.transfer(uow, on=DAY, amount=18_000_000, out_of="income", into="care")
        with pytest.raises(AppError, match=r"handover\.loans_above_share"):
            succession.share_of(uow, on=DAY, going=["M002"])


@pytest.mark.parametrize(
    ("going", "change", "code"),
    [
        (("M001",), {"minutes": " "}, "handover.minutes_missing"),
        ((), {"cash": {}, "bank": {}}, "handover.nothing"),
        (("M099",), {"cash": {"income": 1}}, "handover.not_a_member"),
        (("M001",), {"cash": {"income": 10**9}}, "cash.below_zero"),
    ],
)
def test_refusals(
    old: Database, going: tuple[str, ...], change: dict[str, object], code: str
) -> None:
    with pytest.raises(AppError) as caught, old.begin() as uow:
        give(uow, *going, **change)
    assert caught.value.code == code
