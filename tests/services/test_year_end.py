"""The year's end: shares that sum up, out of funds that have them; then the lock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.base import clock
from app.base.errors import AppError, InvalidError
from app.domain.periods import Month
from app.domain.year_end import FundMove, YearEnd, shares
from app.services import fund, meetings, members, period_close, savings, year_end
from app.services.closing import record_not_held
from app.services.locks import MonthLockedError
from app.store.database import Database
from tests.helpers.clubs import filled_club

DAY = date(2024, 12, 31)


@pytest.fixture(autouse=True)
def in_january() -> Iterator[None]:
    with clock.fixed(date(2025, 1, 15)):
        yield


@pytest.fixture
def book() -> Database:
    book = filled_club()
    with book.begin() as uow:
        fund.record(uow, on=date(2024, 12, 1), kind="saving_deposit", amount=850_000, member="M003")
    return book


def planned(book: Database, **asked: object) -> YearEnd:
    with book.read() as uow:
        return year_end.plan(uow, year=2024, on=DAY, **asked)  # type: ignore[arg-type]


def test_savers_share_by_average_savings(book: Database) -> None:
    plan = planned(book, to_savers=300_000)
    sums = 50_000 * 1 + 100_000 * 1 + 150_000 * 9
    assert [(s.member, s.weight, s.weights) for s in plan.savers] == [
        ("M001", sums, 3 * sums + 850_000),
        ("M002", sums, 3 * sums + 850_000),
        ("M003", sums + 850_000, 3 * sums + 850_000),
    ]
    assert plan.average(plan.savers[0]) == 125_000
    assert sum(share.amount for share in plan.savers) == 300_000
    share = plan.savers[2]
    assert abs(share.amount - share.whole * share.weight // share.weights) <= 1


def test_carried_out_it_moves_what_was_planned(book: Database) -> None:
    moves = [FundMove("income", "care", 100_000)]
    plan = planned(book, to_savers=300_000, to_board=50_001, board_fund="income", moves=moves)
    assert {s.member: s.amount for s in plan.board} == dict.fromkeys(
        ["M001", "M002", "M003"], 16_667
    )
    with book.begin() as uow:
        before = savings.by_member(uow, on=DAY)
        cash = fund.balances(uow, on=DAY).cash
        year_end.carry_out(uow, plan=plan, minutes="Biên bản số 12", by="An")
        after = fund.balances(uow, on=DAY)
        assert after.funds == plan.after
        assert after.cash == cash - 50_001
        assert savings.by_member(uow, on=DAY) == {
            share.member: before[share.member] + share.amount for share in plan.savers
        }
        lines = fund.entries(uow, first=DAY, last=DAY)
        assert all("Biên bản số 12" in line.memo for line in lines)
        with pytest.raises(AppError, match=r"year_end\.out_of_date"):
            year_end.carry_out(uow, plan=plan, minutes="Biên bản số 12")


def test_who_has_left_gets_no_share(book: Database) -> None:
    with book.begin() as uow:
        members.leave(uow, code="M002", on=date(2024, 12, 30))
    assert [share.member for share in planned(book, to_savers=10).savers] == ["M001", "M003"]


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"to_board": 10_000_000}, "year_end.fund_short"),
        ({"to_savers": -1}, "amount.not_positive"),
        ({"to_board": 1, "board_weights": {"M099": 1}}, "year_end.nobody"),
        ({"moves": [FundMove("care", "income", 200_001)]}, "year_end.fund_short"),
    ],
)
def test_refusals(book: Database, asked: dict[str, object], code: str) -> None:
    with pytest.raises(AppError) as caught:
        planned(book, **asked)
    assert caught.value.code == code


def test_a_year_before_the_book_and_a_year_without_minutes(book: Database) -> None:
    with book.read() as uow, pytest.raises(AppError, match=r"year_end\.before_book"):
        year_end.plan(uow, year=2023, on=DAY)
    plan = planned(book, to_savers=10)
    with book.begin() as uow, pytest.raises(AppError, match=r"year_end\.minutes_missing"):
        year_end.carry_out(uow, plan=plan, minutes="")


@given(st.integers(0, 10**9), st.lists(st.integers(0, 10**7), min_size=1, max_size=9))
def test_shares_sum_to_the_whole(whole: int, weights: list[int]) -> None:
    named = {f"M{number:03d}": weight for number, weight in enumerate(weights)}
    found = shares(whole, named, {code: code for code in named})
    assert sum(share.amount for share in found) == (whole if sum(weights) else 0)


def test_a_year_closes_when_every_month_is_told(book: Database) -> None:
    with book.begin() as uow:
        meetings.open_meeting(uow, month=Month(2024, 5), on=date(2024, 5, 10))
        with pytest.raises(InvalidError) as caught:
            period_close.close_year(uow, year=2024)
        assert [problem.code for problem in caught.value.problems] == [
            *["month.not_recorded"] * 4,
            "month.meeting_open",
            *["month.not_recorded"] * 7,
        ]
        ((number, _, _),) = meetings.open_drafts(uow)
        meetings.cancel_meeting(uow, draft_id=number)
        for month in Month(2024, 1).until(Month(2024, 12)):
            record_not_held(uow, month=month, reason="Mưa bão")
        period_close.close_year(uow, year=2024, by="An")
        with pytest.raises(MonthLockedError):
            fund.record(uow, on=DAY, kind="donation", amount=1, fund="income")
