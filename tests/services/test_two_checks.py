"""The check of posted money and that of a paper book say yes and no to the same entries."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.base import clock
from app.domain.fund import KINDS, Fund
from app.domain.running import RunningBalances
from app.services import fund
from app.services.balance_checks import BelowZeroError
from tests.helpers.clubs import START, empty_club

KINDS_TRIED = (
    "opening_cash",
    "opening_bank",
    "expense",
    "donation",
    "bank_deposit",
    "bank_withdrawal",
    "bank_fee",
    "saving_deposit",
    "saving_withdrawal",
    "borrowed_in",
    "borrowed_out",
    "handover_cash",
)


@pytest.fixture(autouse=True)
def later() -> Iterator[None]:
    with clock.fixed(START + timedelta(days=366)):
        yield


@settings(max_examples=25)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(KINDS_TRIED),
            st.integers(1, 5),
            st.sampled_from(["M001", "M002"]),
        ),
        max_size=25,
    )
)
def test_both_checks_agree(tried: list[tuple[str, int, str]]) -> None:
    book, running = empty_club(), RunningBalances()
    for day, (code, amount, member) in enumerate(tried):
        kind = KINDS[code]
        who = member if kind.member else None
        where = Fund.OPERATING if kind.fund else None
        problem = running.apply(kind, amount, fund=where, member=who, loan=None)
        try:
            with book.begin() as uow:
                fund.record(
                    uow,
                    on=START + timedelta(days=day),
                    kind=code,
                    amount=amount,
                    fund=where.value if where else "",
                    member=who,
                )
            refused = False
        except BelowZeroError:
            refused = True
        assert refused == (problem is not None), (code, amount)
    book.close()
