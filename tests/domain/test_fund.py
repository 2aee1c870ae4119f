"""What each kind does to the club's money."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.fund import (
    KINDS,
    Account,
    Fund,
    Posting,
    Side,
    UnbalancedError,
    check_balanced,
    postings_for,
    reversed_postings,
)

EFFECTS = {
    "opening_cash": {"cash": 1, "fund": 1},
    "opening_bank": {"bank": 1, "fund": 1},
    "opening_loan": {"loans": 1, "income": 1},
    "opening_savings": {"savings": 1, "fund": -1},
    "opening_borrowed": {"borrowed": 1, "fund": -1},
    "membership_fee": {"cash": 1, "operating": 1},
    "saving_deposit": {"cash": 1, "savings": 1},
    "saving_withdrawal": {"cash": -1, "savings": -1},
    "saving_interest": {"savings": 1, "fund": -1},
    "loan_disbursement": {"cash": -1, "loans": 1},
    "principal_repayment": {"cash": 1, "loans": -1},
    "interest_payment": {"cash": 1, "split": 1},
    "penalty_payment": {"cash": 1, "split": 1},
    "donation": {"cash": 1, "fund": 1},
    "grant": {"cash": 1, "fund": 1},
    "other_income": {"cash": 1, "fund": 1},
    "expense": {"cash": -1, "fund": -1},
    "fund_transfer_in": {"fund": 1, "transfer": 1},
    "fund_transfer_out": {"fund": -1, "transfer": -1},
    "bank_deposit": {"cash": -1, "bank": 1},
    "bank_withdrawal": {"cash": 1, "bank": -1},
    "bank_interest": {"bank": 1, "fund": 1},
    "bank_fee": {"bank": -1, "fund": -1},
    "borrowed_in": {"cash": 1, "borrowed": 1},
    "borrowed_out": {"cash": -1, "borrowed": -1},
    "cash_over": {"cash": 1, "fund": 1},
    "cash_short": {"cash": -1, "fund": -1},
    "loan_write_off": {"loans": -1, "income": -1},
    "write_off_recovery": {"cash": 1, "income": 1},
    "handover_cash": {"cash": -1, "fund": -1},
    "handover_bank": {"bank": -1, "fund": -1},
    "handover_loan": {"loans": -1, "income": -1},
    "handover_savings": {"savings": -1, "fund": 1},
    "handover_borrowed": {"borrowed": -1, "fund": 1},
}
"""The table of CONTRACT 3 once more, by hand: what goes up (1) and down (-1)."""

ACCOUNTS = {
    "cash": (Account.CASH, 1),
    "bank": (Account.BANK, 1),
    "loans": (Account.LOANS, 1),
    "transfer": (Account.TRANSFER, 1),
    "savings": (Account.SAVINGS, -1),
    "borrowed": (Account.BORROWED, -1),
    "income": (Account.FUND_INCOME, -1),
    "operating": (Account.FUND_OPERATING, -1),
    "fund": (Account.FUND_CARE, -1),
}


def test_the_table_holds_every_kind() -> None:
    assert EFFECTS.keys() == KINDS.keys()


@pytest.mark.parametrize("code", KINDS)
def test_a_kind_moves_what_the_contract_says(code: str) -> None:
    wanted: dict[Account, int] = {}
    for name, sign in EFFECTS[code].items():
        if name == "split":
            wanted |= {Account.FUND_INCOME: -61, Account.FUND_OPERATING: -40}
            continue
        account, side = ACCOUNTS[name]
        wanted[account] = sign * side * 101
    kind = KINDS[code]
    split = {"income": 60, "operating": 40}
    postings = postings_for(kind, 101, fund=Fund.CARE, split=split)
    assert {posting.account: posting.amount for posting in postings} == wanted
    assert (kind.cash, kind.bank) == (EFFECTS[code].get("cash", 0), EFFECTS[code].get("bank", 0))
    assert kind.fund == ("fund" in EFFECTS[code])


@given(st.sampled_from(list(KINDS.values())), st.integers(1, 10**15), st.integers(0, 100))
def test_postings_sum_to_zero_and_a_reversal_takes_them_back(
    kind: object, amount: int, percent: int
) -> None:
    split = {"income": percent, "operating": 100 - percent}
    for signed in (amount, -amount):
        postings = postings_for(kind, signed, fund=Fund.INCOME, split=split)  # type: ignore[arg-type]
        check_balanced(postings + reversed_postings(postings))
        check_balanced(postings)
    assert reversed_postings(postings_for(kind, amount, fund=Fund.INCOME, split=split)) == (  # type: ignore[arg-type]
        postings_for(kind, -amount, fund=Fund.INCOME, split=split)  # type: ignore[arg-type]
    )


def test_interest_without_a_split_goes_to_the_income_fund() -> None:
    postings = postings_for(KINDS["interest_payment"], 5)
    assert Posting(Account.FUND_INCOME, -5) in postings


def test_parts_of_nothing_are_left_out() -> None:
    kind, split = KINDS["interest_payment"], {"income": 99, "care": 1}
    assert len(postings_for(kind, 50, split=split)) == 2


def test_a_kind_without_its_fund_and_a_lopsided_entry_are_refused() -> None:
    assert Side.FUND in (KINDS["expense"].into, KINDS["expense"].out_of)
    with pytest.raises(UnbalancedError, match="entry.fund_missing"):
        postings_for(KINDS["expense"], 5)
    with pytest.raises(UnbalancedError, match="entry.unbalanced"):
        check_balanced((Posting(Account.CASH, 5), Posting(Account.BANK, -4)))
