"""What paying late costs, and where one payment goes first."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.loan_state import LoanEntry, LoanHistory
from app.domain.loans import LoanTerms, Method
from app.domain.penalties import (
    Asked,
    MoreThanOwedError,
    allocate,
    penalty_asked,
    penalty_behind,
    penalty_due,
)
from app.domain.rules import PENALTY_PARTS, BadRuleError, Penalty, RuleChange, parse_rule

GIVEN = date(2024, 1, 15)
FIXED, MONTHLY = Penalty("fixed", 20_000), Penalty("monthly_bp", 50)


def history(*payments: tuple[date, int], method: Method = Method.EQUAL_PRINCIPAL) -> LoanHistory:
    """3.000.000 in three instalments of 1.000.000, due on 15 February, March and April."""
    entries = [LoanEntry(GIVEN, "loan_disbursement", 3_000_000)]
    entries += [LoanEntry(on, "principal_repayment", amount) for on, amount in payments]
    return LoanHistory(LoanTerms(GIVEN, 3_000_000, 100, method, 3), tuple(entries), GIVEN)


@pytest.mark.parametrize(
    ("day", "fixed", "monthly"),
    [
        (date(2024, 2, 29), 0, 0),
        (date(2024, 3, 1), 20_000, 5_000),
        (date(2024, 3, 31), 20_000, 5_000),
        (date(2024, 4, 1), 40_000, 15_000),
        (date(2024, 5, 1), 60_000, 30_000),
        (date(2024, 6, 1), 60_000, 45_000),
    ],
)
def test_nothing_paid(day: date, fixed: int, monthly: int) -> None:
    assert penalty_asked(history(), FIXED, day) == fixed
    assert penalty_asked(history(), MONTHLY, day) == monthly
    assert penalty_asked(history(), Penalty(), day) == 0


def test_paid_within_the_due_month_is_not_late() -> None:
    paid = history((date(2024, 2, 29), 1_000_000), (date(2024, 3, 20), 400_000))
    assert penalty_asked(paid, FIXED, date(2024, 4, 1)) == 20_000
    assert penalty_asked(paid, MONTHLY, date(2024, 4, 1)) == 3_000


def test_a_loan_that_is_paid_back_asks_for_no_more() -> None:
    paid = history((date(2024, 3, 2), 3_000_000))
    assert penalty_asked(paid, MONTHLY, date(2025, 1, 1)) == 5_000
    assert penalty_asked(paid, FIXED, date(2025, 1, 1)) == 20_000


def test_what_was_paid_counts() -> None:
    late = history()
    entries = (*late.entries, LoanEntry(date(2024, 3, 5), "penalty_payment", 4_000))
    late = LoanHistory(late.terms, entries, GIVEN)
    assert penalty_behind(late, MONTHLY, date(2024, 3, 4)) == 5_000
    assert penalty_behind(late, MONTHLY, date(2024, 3, 5)) == 1_000


def test_a_loan_keeps_the_rule_of_its_day() -> None:
    later = [RuleChange("penalty", "fixed:20000", date(2024, 1, 16))]
    assert penalty_due(history(), later, date(2024, 6, 1)) == 0
    same_day = [RuleChange("penalty", "fixed:20000", GIVEN)]
    assert penalty_due(history(), same_day, date(2024, 6, 1)) == 60_000


def test_a_loan_taken_over_counts_from_then() -> None:
    terms = LoanTerms(GIVEN, 3_000_000, 100, Method.EQUAL_PRINCIPAL, 3)
    opened = LoanEntry(date(2024, 4, 10), "opening_loan", 3_000_000)
    taken = LoanHistory(terms, (opened,), date(2024, 1, 1))
    assert penalty_asked(taken, MONTHLY, date(2024, 4, 30)) == 0
    assert penalty_asked(taken, MONTHLY, date(2024, 5, 1)) == 15_000


ASKED = (Asked("L001", 10, 200, 3_000, 9_000), Asked("L004", 0, 50, 0, 500))


@pytest.mark.parametrize(
    ("amount", "shares"),
    [
        (5, [("L001", "penalty_payment", 5)]),
        (
            240,
            [
                ("L001", "penalty_payment", 10),
                ("L001", "interest_payment", 200),
                ("L004", "interest_payment", 30),
            ],
        ),
        (
            9_760,
            [
                ("L001", "penalty_payment", 10),
                ("L001", "interest_payment", 200),
                ("L004", "interest_payment", 50),
                ("L001", "principal_repayment", 9_000),
                ("L004", "principal_repayment", 500),
            ],
        ),
    ],
)
def test_penalty_interest_principal_oldest_first(
    amount: int, shares: list[tuple[str, str, int]]
) -> None:
    assert list(allocate(amount, ASKED, PENALTY_PARTS)) == shares


def test_the_order_is_the_clubs() -> None:
    shares = allocate(3_100, ASKED, ("principal", "interest", "penalty"))
    assert shares == (("L001", "principal_repayment", 3_000), ("L001", "interest_payment", 100))


def test_more_than_all_is_refused() -> None:
    with pytest.raises(MoreThanOwedError) as caught:
        allocate(9_761, ASKED, PENALTY_PARTS)
    assert caught.value.params == {"amount": 9_761, "most": 9_760}


@given(st.integers(0, 9_760), st.permutations(PENALTY_PARTS))
def test_shares_sum_to_the_payment(amount: int, order: list[str]) -> None:
    assert sum(share for _, _, share in allocate(amount, ASKED, order)) == amount


@pytest.mark.parametrize("text", ["fixed", "fixed:0", "fixed:x", "daily:5", "monthly_bp:1001"])
def test_bad_penalties(text: str) -> None:
    with pytest.raises(BadRuleError):
        parse_rule("penalty", text)


def test_rules_read_back() -> None:
    assert parse_rule("penalty", " fixed:20000 ") == FIXED
    assert parse_rule("penalty", "") == Penalty()
    assert parse_rule("allocation", "interest; penalty;principal") == (
        "interest",
        "penalty",
        "principal",
    )
    with pytest.raises(BadRuleError):
        parse_rule("allocation", "interest;principal")
