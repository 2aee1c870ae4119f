"""The plan after an extension: what was paid stays, what is owed falls due anew."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.extensions import Extension, extended, new_rows, still_to_pay
from app.domain.loan_state import LoanEntry, LoanHistory
from app.domain.loans import LoanTerms, Method, schedule

GIVEN = date(2024, 1, 31)
METHODS = st.sampled_from(list(Method))


def terms(method: Method = Method.INTEREST_ONLY, months: int = 3) -> LoanTerms:
    return LoanTerms(GIVEN, 3_000_000, 100, method, months)


def history(extension: Extension, *payments: tuple[date, int]) -> LoanHistory:
    entries = [LoanEntry(GIVEN, "loan_disbursement", 3_000_000)]
    entries += [LoanEntry(on, "principal_repayment", amount) for on, amount in payments]
    return LoanHistory(terms(), tuple(entries), GIVEN, (extension,))


def test_the_due_days_go_on_from_the_loans_day() -> None:
    extension = Extension(date(2024, 4, 10), Method.EQUAL_PRINCIPAL, 2)
    rows = history(extension).plan(date(2024, 4, 10))
    assert [(row.due, row.principal, row.interest) for row in rows[1:]] == [
        (date(2024, 3, 31), 0, 30_000),
        (date(2024, 4, 30), 1_500_000, 30_000),
        (date(2024, 5, 31), 1_500_000, 15_000),
    ]


def test_what_was_paid_ahead_stays_paid() -> None:
    extension = Extension(date(2024, 2, 10), Method.INTEREST_ONLY, 6)
    paid = history(extension, (date(2024, 2, 5), 1_000_000))
    rows = paid.plan(date(2024, 2, 10))
    assert (rows[0].due, rows[0].principal, rows[0].balance) == (
        date(2024, 2, 10),
        1_000_000,
        2_000_000,
    )
    assert paid.overdue_principal(date(2024, 7, 30)) == 0
    assert paid.overdue_principal(date(2024, 8, 1)) == 2_000_000


def test_nothing_owed_asks_for_nothing() -> None:
    assert new_rows(terms(), Extension(GIVEN, Method.FLAT, 3), 0) == ()


def test_a_flat_loan_keeps_asking_on_what_was_lent() -> None:
    rows = new_rows(terms(Method.FLAT), Extension(date(2024, 3, 1), Method.FLAT, 2), 1_000_000)
    assert [row.interest for row in rows] == [30_000, 30_000]


@given(METHODS, METHODS, st.integers(0, 3_000_000), st.integers(1, 24), st.integers(0, 500))
def test_principals_sum_to_the_loan(
    old: Method, new: Method, paid: int, months: int, days: int
) -> None:
    agreed = terms(old, 12)
    on = date.fromordinal(GIVEN.toordinal() + days)
    rows = extended(schedule(agreed).rows, agreed, Extension(on, new, months), paid)
    assert sum(row.principal for row in rows) == 3_000_000
    assert min(row.principal for row in rows) >= 0
    assert rows[-1].balance == 0
    assert [row.no for row in rows] == list(range(1, len(rows) + 1))
    assert list(rows) == sorted(rows, key=lambda row: row.due)
    assert all(row.total == row.principal + row.interest for row in rows)


@pytest.mark.parametrize("paid", [0, 400_000])
def test_before_its_day_nothing_changes(paid: int) -> None:
    extension = Extension(date(2024, 5, 10), Method.INTEREST_ONLY, 6)
    payments = ((date(2024, 3, 1), paid),) if paid else ()
    plain = LoanHistory(terms(), history(extension, *payments).entries, GIVEN)
    longer = history(extension, *payments)
    day = date(2024, 5, 9)
    assert longer.plan(day) == plain.plan(day)
    assert longer.days_overdue(day) == plain.days_overdue(day) == 9
    assert longer.next_amount(day) == plain.next_amount(day)
    assert longer.on_time(day) == plain.on_time(day)


def test_what_is_still_to_pay_sums_to_what_is_owed() -> None:
    agreed = LoanTerms(date(2024, 1, 15), 1_200_000, 100, Method.EQUAL_PRINCIPAL, 12)
    rows = schedule(agreed).rows
    left = still_to_pay(rows, 250_000, date(2024, 5, 1))
    assert sum(row.principal for row in left) == 950_000
    assert [(row.no, row.principal, row.interest) for row in left[:2]] == [
        (3, 50_000, 0),
        (4, 100_000, 9_000),
    ]
    assert still_to_pay(rows, 1_200_000, rows[-1].due) == ()
