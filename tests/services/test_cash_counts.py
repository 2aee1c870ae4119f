"""Cash counted on any day: nothing is posted while it agrees, a difference only with its reason."""

from __future__ import annotations

from datetime import date

import pytest

from app.base import clock
from app.base.errors import InvalidError
from app.services import cash_counts, checking, fund
from tests.helpers.clubs import empty_club

ON = date(2024, 3, 5)


@pytest.mark.parametrize(
    ("number", "kind", "amount"),
    [(5, None, 0), (7, "cash_over", 40_000), (4, "cash_short", 20_000)],
)
def test_a_count_posts_what_it_differs_by(number: int, kind: str | None, amount: int) -> None:
    with clock.fixed(ON), empty_club().begin() as uow:
        fund.record(uow, on=ON, kind="opening_cash", amount=100_000, fund="operating")
        notes = {20_000: number}
        if kind:
            with pytest.raises(InvalidError) as caught:
                cash_counts.record(uow, on=ON, notes=notes, why=" ")
            (problem,) = caught.value.problems
            assert (problem.field, problem.params) == ("why", {"amount": amount})
        entry = cash_counts.record(uow, on=ON, notes=notes, why="Trả\nnhầm", by="Lê Thị Bưởi")
        assert fund.balances(uow, on=ON).cash == 20_000 * number
        line = fund.entries(uow, first=ON, last=ON)[-1]
        if kind:
            told = (line.id, line.kind, line.amount, line.fund, line.memo)
            assert told == (entry, kind, amount, "operating", "Trả nhầm")
        else:
            assert (entry, line.kind) == (None, "opening_cash")
        assert cash_counts.difference(uow, on=ON, notes=notes) == 0
        assert checking.verified(uow)
