"""The figures of all months at once are those that the papers ask for one by one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import select

from app.base import clock
from app.domain.club_facts import LATE_DAYS, MonthFacts
from app.domain.money import ratio_bp
from app.domain.periods import Month
from app.services import extensions, fund, loans, monthly_facts, months, people
from app.store import chain
from app.store.club_tables import EntryRow
from app.store.database import Database
from tests.helpers.clubs import filled_club

LAST = Month(2024, 12)


@pytest.fixture(autouse=True)
def in_december() -> Iterator[None]:
    with clock.fixed(date(2024, 12, 31)):
        yield


def _told(book: Database) -> tuple[MonthFacts, ...]:
    with book.read() as uow:
        return monthly_facts.months(uow, last=LAST)


def _agrees(book: Database) -> None:
    for row in _told(book):
        day = row.month.last_day
        with book.read() as uow:
            asked = people.indicators(uow, month=row.month)
            late = loans.loan_book(uow, on=day).par30.amount
            balances = fund.balances(uow, on=day)
            assert row.chain == chain.head(uow.connection, day)
        assert row.par30 == late
        assert ratio_bp(row.on_time_paid, row.on_time_due) == asked.on_time_bp
        assert (row.loans_outstanding, row.borrowers) == (balances.loans, asked.borrowers)
        assert row.fund_total == row.balance == balances.fund_total
        assert row.meetings_held == asked.meetings_held


def test_months_agree_with_the_papers() -> None:
    book = filled_club()
    _agrees(book)
    assert any(row.par30 for row in _told(book))


def test_an_extension_counts_when_its_new_plan_asks() -> None:
    book = filled_club()
    with book.begin() as uow:
        extensions.extend(
            uow, loan="L001", on=date(2024, 6, 20), term_months=3, minutes="Biên bản số 6", by="An"
        )
    _agrees(book)


def test_what_is_paid_after_the_term_still_counts() -> None:
    book = filled_club()
    with book.begin() as uow:
        left = loans.histories(uow, loans=["L001"])["L001"].outstanding(date(2024, 12, 1))
        fund.record(uow, on=date(2024, 12, 2), kind="principal_repayment", amount=left, loan="L001")
    _agrees(book)
    with book.read() as uow:
        assert monthly_facts.borrowers(uow, last=LAST) == ()


def test_months_are_locked_up_to_the_last_lock() -> None:
    book = filled_club()
    with book.begin() as uow:
        months.lock(uow, month=Month(2024, 3))
    assert [row.locked for row in _told(book)] == [True] * 3 + [False] * 9


def test_where_cash_came_from_and_when_it_was_typed() -> None:
    book = filled_club()
    with book.read() as uow:
        entries = uow.session.execute(
            select(EntryRow.on, EntryRow.kind, EntryRow.amount, EntryRow.recorded_at)
        ).all()
    for row in _told(book):
        own = [entry for entry in entries if Month.of(entry.on) == row.month]
        fees = sum(entry.amount for entry in own if entry.kind == "membership_fee")
        lent = ("interest_payment", "penalty_payment")
        assert row.fees == fees
        assert row.interest == sum(entry.amount for entry in own if entry.kind in lent)
        days = [entry.recorded_at.date() for entry in own]
        assert (row.typed_first, row.typed_last) == (
            min(days, default=None),
            max(days, default=None),
        )
        late = [e for e in own if (e.recorded_at.date() - e.on).days > LATE_DAYS]
        assert row.typed_late == len(late)
    assert any(row.fees for row in _told(book))
    assert any(row.interest for row in _told(book))
