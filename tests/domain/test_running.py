"""What may never go below zero, entry by entry."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.fund import KINDS, Fund
from app.domain.running import RunningBalances

SHARES = {"income": 61, "operating": 40}


def _filled() -> RunningBalances:
    balances = RunningBalances()
    for code, amount, more in (
        ("opening_cash", 1_000_000, {"fund": "income"}),
        ("opening_bank", 500_000, {"fund": "operating"}),
        ("saving_deposit", 200_000, {"member": "M001"}),
        ("borrowed_in", 300_000, {}),
        ("loan_disbursement", 400_000, {"loan": "L001"}),
    ):
        assert balances.apply(KINDS[code], amount, **more) is None
    return balances


def _totals(balances: RunningBalances) -> tuple[int, int]:
    has = balances.cash + balances.bank + sum(balances.loans.values()) + balances.transfer
    owes = sum(balances.funds.values()) + sum(balances.savings.values()) + balances.borrowed
    return has, owes


@pytest.mark.parametrize(
    ("kind", "more", "limit", "code"),
    [
        ("expense", {"fund": "income"}, 1_100_000, "entry.cash_short"),
        ("bank_deposit", {}, 1_100_000, "entry.cash_short"),
        ("bank_withdrawal", {}, 500_000, "entry.bank_short"),
        ("bank_fee", {"fund": "income"}, 500_000, "entry.bank_short"),
        ("saving_withdrawal", {"member": "M001"}, 200_000, "entry.savings_short"),
        ("handover_savings", {"member": "M001", "fund": "income"}, 200_000, "entry.savings_short"),
        ("borrowed_out", {}, 300_000, "entry.borrowed_short"),
        ("principal_repayment", {"loan": "L001"}, 400_000, "entry.loan_short"),
        ("loan_write_off", {"loan": "L001"}, 400_000, "entry.loan_short"),
        ("handover_loan", {"loan": "L001"}, 400_000, "entry.loan_short"),
    ],
)
def test_all_there_is_may_go_and_no_dong_more(
    kind: str, more: dict[str, str], limit: int, code: str
) -> None:
    balances = _filled()
    before = _totals(balances)
    problem = balances.apply(KINDS[kind], limit + 1, **more)
    assert problem is not None
    assert (problem.code, problem.params["left"]) == (code, limit)
    assert problem.params["amount"] == limit + 1
    assert _totals(balances) == before
    assert balances.apply(KINDS[kind], limit, **more) is None


def test_a_loan_is_paid_only_after_it_was_given() -> None:
    balances = _filled()
    problem = balances.apply(KINDS["principal_repayment"], 1, loan="L002")
    assert problem is not None
    assert problem.code == "entry.loan_not_given"
    assert problem.params == {"loan": "L002"}


def test_no_more_is_recovered_than_was_written_off() -> None:
    balances = _filled()
    recovery = KINDS["write_off_recovery"]
    assert balances.apply(KINDS["loan_write_off"], 100, loan="L001") is None
    assert balances.apply(recovery, 60, loan="L001") is None
    problem = balances.apply(recovery, 41, loan="L001")
    assert problem is not None
    assert (problem.code, problem.params["left"]) == ("entry.recovery_short", 40)
    assert balances.apply(recovery, 40, loan="L001") is None


def test_reversals_turn_the_rules_round() -> None:
    balances = _filled()
    assert balances.apply(KINDS["principal_repayment"], 400_000, loan="L001") is None
    problem = balances.apply(KINDS["loan_disbursement"], -400_000, loan="L001")
    assert problem is not None
    assert problem.code == "entry.loan_short"
    assert balances.apply(KINDS["saving_deposit"], -200_000, member="M001") is None
    assert balances.savings["M001"] == 0
    problem = balances.apply(KINDS["opening_cash"], -5_000_000, fund="income")
    assert problem is not None
    assert problem.params["amount"] == 5_000_000


def test_a_fund_may_go_below_zero() -> None:
    balances = _filled()
    assert balances.apply(KINDS["expense"], 100_000, fund="care") is None
    assert balances.funds["care"] == -100_000


def test_interest_goes_to_the_funds_by_its_shares() -> None:
    balances = _filled()
    before = dict(balances.funds)
    interest = KINDS["interest_payment"]
    assert balances.apply(interest, 101, loan="L001", shares=SHARES) is None
    assert balances.funds["income"] - before["income"] == 61
    assert balances.funds["operating"] - before["operating"] == 40
    assert balances.apply(interest, -101, loan="L001", shares=SHARES) is None
    assert balances.funds == before
    assert balances.apply(interest, 7, loan="L001") is None
    assert balances.funds["income"] - before["income"] == 7


@given(
    st.lists(
        st.tuples(
            st.sampled_from(sorted(KINDS)),
            st.integers(-1000, 1000).filter(bool),
            st.sampled_from([*Fund]),
            st.sampled_from(["M1", "M2"]),
            st.sampled_from(["L1", "L2"]),
        ),
        max_size=40,
    )
)
def test_what_the_club_has_is_always_what_is_owed(
    entries: list[tuple[str, int, str, str, str]],
) -> None:
    balances = RunningBalances()
    for kind, amount, fund, member, loan in entries:
        shares = {"income": abs(amount) - 1, "operating": 1}
        balances.apply(KINDS[kind], amount, fund=fund, member=member, loan=loan, shares=shares)
        has, owes = _totals(balances)
        assert has == owes
        owned = (balances.cash, balances.bank, balances.borrowed)
        assert min(*owned, *balances.loans.values(), *balances.savings.values(), 0) == 0
