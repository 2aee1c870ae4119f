"""What has become of a loan, day by day: worked cases, and a second reckoning."""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.loan_state import LoanEntry, LoanHistory, bucket, empty_ageing
from app.domain.loans import LoanTerms, Method, schedule
from app.domain.periods import due_day
from tests.domain.test_loans import any_terms

START = date(2024, 1, 1)
GIVEN_ON = date(2024, 1, 31)
TERMS = LoanTerms(GIVEN_ON, 1_200_000, 100, Method.EQUAL_PRINCIPAL, 12)


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _history(*entries: tuple[str, str, int], terms: LoanTerms = TERMS) -> LoanHistory:
    """A disbursed loan with more entries, in the order of days."""
    first = LoanEntry(terms.on, "loan_disbursement", terms.principal)
    rest = (LoanEntry(_day(on), kind, amount) for on, kind, amount in entries)
    return LoanHistory(terms, tuple(sorted((first, *rest), key=lambda e: e.on)), START)


def test_a_loan_nobody_pays() -> None:
    loan = _history()
    assert loan.outstanding(_day("2024-01-30")) == 0
    assert loan.outstanding(GIVEN_ON) == 1_200_000
    due = _day("2024-02-29")
    assert (loan.overdue_principal(due), loan.days_overdue(due)) == (0, 0)
    assert loan.interest_behind(due) == 12_000
    assert loan.principal_asked(due) == 100_000
    after = due + timedelta(days=1)
    assert (loan.overdue_principal(after), loan.days_overdue(after)) == (100_000, 1)
    later = _day("2024-05-01")
    assert loan.overdue_principal(later) == 300_000
    assert loan.days_overdue(later) == (later - due).days
    assert loan.interest_asked(later) == 36_000
    row = loan.next_row(later)
    assert row is not None
    assert row.due == _day("2024-05-31")
    assert loan.next_amount(later) == 400_000 + 12_000 + 36_000
    assert loan.pay_off(later) == 1_200_000 + 36_000 + 12_000


def test_interest_goes_on_after_the_term_while_something_is_owed() -> None:
    loan = _history()
    late = _day("2025-03-31")
    assert loan.interest_asked(late) == 14 * 12_000
    assert loan.next_row(late) is None
    assert loan.next_amount(late) == 1_200_000 + 14 * 12_000
    assert loan.pay_off(late) == 1_200_000 + 14 * 12_000
    assert loan.pay_off(late + timedelta(days=1)) == 1_200_000 + 15 * 12_000


def test_a_payment_on_the_due_day_does_not_lower_that_days_interest() -> None:
    loan = _history(("2024-02-29", "principal_repayment", 600_000))
    assert loan.interest_asked(_day("2024-02-29")) == 12_000
    assert loan.interest_asked(_day("2024-03-31")) == 18_000


def test_paid_ahead_and_paid_out() -> None:
    loan = _history(
        ("2024-02-10", "principal_repayment", 300_000),
        ("2024-02-29", "interest_payment", 9_000),
        ("2024-03-15", "principal_repayment", 900_000),
    )
    assert loan.outstanding(_day("2024-03-14")) == 900_000
    assert loan.interest_behind(_day("2024-03-14")) == 0
    assert loan.overdue_principal(_day("2024-05-01")) == 0
    assert loan.principal_asked(_day("2024-05-31")) == 0
    for text in ("2024-03-15", "2025-06-30"):
        assert loan.outstanding(_day(text)) == 0
        assert loan.days_overdue(_day(text)) == 0
        assert loan.pay_off(_day(text)) == 0


def test_interest_left_behind_stays_after_the_principal_is_paid() -> None:
    loan = _history(("2024-03-15", "principal_repayment", 1_200_000))
    assert loan.pay_off(_day("2024-04-01")) == 12_000


@pytest.mark.parametrize(
    ("day", "started"),
    [
        ("2024-01-31", 0),
        ("2024-02-01", 12_000),
        ("2024-02-28", 12_000),
        ("2024-02-29", 12_000),
        ("2024-03-01", 24_000),
        ("2024-03-30", 24_000),
        ("2024-03-31", 24_000),
    ],
)
def test_a_started_month_counts_whole_in_a_pay_off(day: str, started: int) -> None:
    assert _history().pay_off(_day(day)) == 1_200_000 + started


def test_before_it_is_given_a_loan_costs_nothing() -> None:
    assert _history().pay_off(_day("2024-01-30")) == 0


def test_a_flat_loan_asks_on_the_principal() -> None:
    flat = LoanTerms(GIVEN_ON, 1_200_000, 100, Method.FLAT, 12)
    loan = _history(("2024-02-29", "principal_repayment", 1_100_000), terms=flat)
    assert loan.interest_asked(_day("2024-04-30")) == 36_000
    assert loan.next_amount(_day("2024-04-30")) == 0 + 12_000 + 36_000


def test_penalties_are_no_interest() -> None:
    loan = _history(("2024-03-01", "penalty_payment", 50_000))
    assert loan.interest_paid(_day("2024-03-01")) == 0
    assert loan.interest_behind(_day("2024-03-01")) == 12_000


def _taken_over(day: str, balance: int, *, started_on: str = "2024-01-01") -> LoanHistory:
    terms = LoanTerms(_day("2023-08-15"), 1_200_000, 100, Method.EQUAL_PRINCIPAL, 12)
    return LoanHistory(terms, (LoanEntry(_day(day), "opening_loan", balance),), _day(started_on))


def test_a_loan_taken_over_keeps_its_schedule_and_was_repaid_before() -> None:
    loan = _taken_over("2024-01-01", 900_000)
    assert loan.taken_over(_day("2024-01-01")) == (_day("2024-01-01"), 900_000)
    assert loan.paid(_day("2024-01-01")) == 300_000
    assert loan.overdue_principal(_day("2024-01-10")) == 100_000
    assert loan.days_overdue(_day("2024-01-10")) == (_day("2024-01-10") - _day("2023-12-15")).days
    assert loan.interest_asked(_day("2024-01-14")) == 0
    assert loan.interest_asked(_day("2024-01-15")) == 9_000
    assert loan.on_time(_day("2024-01-31")) == (0, 100_000)


def test_a_loan_taken_over_on_a_due_day_is_asked_on_the_balance_taken_over() -> None:
    assert _taken_over("2024-03-15", 700_000).interest_asked(_day("2024-03-15")) == 7_000


def test_a_loan_taken_over_later_counts_from_that_day() -> None:
    loan = _taken_over("2024-03-20", 700_000)
    assert loan.interest_asked(_day("2024-04-15")) == 7_000
    assert loan.on_time(_day("2024-04-30")) == (0, 100_000)


def test_a_write_off_covers_rows_but_is_no_payment() -> None:
    loan = _history(
        ("2024-02-29", "principal_repayment", 100_000),
        ("2024-04-10", "loan_write_off", 1_100_000),
    )
    after = _day("2024-12-31")
    assert (loan.outstanding(after), loan.overdue_principal(after)) == (0, 0)
    assert loan.days_overdue(after) == 0
    assert loan.on_time(after) == (100_000, 200_000)


def test_a_write_off_taken_back_is_as_if_it_had_never_been() -> None:
    plain = _history(("2024-02-29", "principal_repayment", 100_000))
    loan = _history(
        ("2024-02-29", "principal_repayment", 100_000),
        ("2024-04-10", "loan_write_off", 1_100_000),
        ("2024-04-12", "loan_write_off", -1_100_000),
    )
    day = _day("2024-12-31")
    assert loan.on_time(day) == plain.on_time(day)
    assert loan.outstanding(day) == plain.outstanding(day)
    assert loan.interest_asked(day) == plain.interest_asked(day)


def test_a_write_off_taken_back_and_made_again_counts_what_fell_due_between() -> None:
    first = ("2024-04-10", "loan_write_off", 1_200_000)
    back = ("2024-04-12", "loan_write_off", -1_200_000)
    again = ("2024-07-15", "loan_write_off", 1_200_000)
    end = _day("2024-12-31")
    assert _history(first).on_time(end) == (0, 200_000)
    assert _history(first, back, again).on_time(end) == (0, 500_000)
    same_day = ("2024-04-12", "loan_write_off", 1_100_000)
    assert _history(first, back, same_day).on_time(end) == (0, 200_000)


def _openings(*entries: tuple[str, int]) -> LoanHistory:
    terms = LoanTerms(_day("2023-08-15"), 1_200_000, 100, Method.EQUAL_PRINCIPAL, 12)
    opened = (LoanEntry(_day(on), "opening_loan", amount) for on, amount in entries)
    return LoanHistory(terms, tuple(opened), START)


def test_a_take_over_corrected_on_one_day_began_where_it_began() -> None:
    loan = _openings(("2024-01-01", 900_000), ("2024-03-15", -900_000), ("2024-03-15", 800_000))
    before = _openings(("2024-01-01", 900_000))
    for text in ("2024-01-20", "2024-02-29", "2024-03-14"):
        day = _day(text)
        assert _figures_on(loan, day) == _figures_on(before, day)
    assert loan.taken_over(_day("2024-03-15")) == (_day("2024-01-01"), 800_000)
    assert loan.interest_asked(_day("2024-03-15")) == 9_000 + 9_000 + 8_000
    assert loan.overdue_principal(_day("2024-03-20")) == 300_000


def test_a_take_over_entered_again_on_its_right_day_begins_there() -> None:
    loan = _openings(("2024-01-01", 900_000), ("2024-01-05", -900_000), ("2024-03-20", 700_000))
    right = _openings(("2024-03-20", 700_000))
    for text in ("2024-01-31", "2024-03-19", "2024-03-20", "2024-05-31"):
        day = _day(text)
        assert _figures_on(loan, day) == _figures_on(right, day), text


def test_a_loan_taken_back_was_none() -> None:
    loan = _history(("2024-04-10", "loan_disbursement", -1_200_000))
    assert _figures_on(loan, _day("2024-04-09")) == _figures_on(_history(), _day("2024-04-09"))
    assert set(_figures_on(loan, _day("2024-04-10"))) == {0}
    assert set(_figures_on(loan, _day("2025-12-31"))) == {0}


def test_on_time_counts_early_money_and_not_late_money() -> None:
    loan = _history(
        ("2024-02-05", "principal_repayment", 150_000),
        ("2024-03-31", "principal_repayment", 10_000),
        ("2024-05-02", "principal_repayment", 500_000),
    )
    assert loan.on_time(_day("2024-02-29")) == (100_000, 100_000)
    assert loan.on_time(_day("2024-03-31")) == (160_000, 200_000)
    assert loan.on_time(_day("2024-04-30")) == (160_000, 300_000)
    assert loan.on_time(_day("2024-05-31")) == (260_000, 400_000)


def test_f26_a_payment_taken_back_replays_the_later_ones() -> None:
    """The later payments then cover the older rows (FIN-19)."""
    paid = [(f"2024-{month:02d}-28", "principal_repayment", 100_000) for month in (2, 3, 4)]
    loan = _history(*paid, ("2024-05-02", "principal_repayment", -100_000))
    day = _day("2024-05-10")
    assert loan.outstanding(day) == 1_000_000
    assert loan.overdue_principal(day) == 100_000
    row = loan.oldest_unpaid(day)
    assert row is not None
    assert row.due == _day("2024-04-30")


@pytest.mark.parametrize(
    ("days", "name"),
    [
        (0, "current"),
        (1, "1-30"),
        (30, "1-30"),
        (31, "31-60"),
        (60, "31-60"),
        (61, "61-90"),
        (91, "91-180"),
        (180, "91-180"),
        (181, "over_180"),
    ],
)
def test_classes_of_lateness(days: int, name: str) -> None:
    assert bucket(days) == name
    assert name in empty_ageing()


def test_the_order_of_typing_changes_nothing() -> None:
    entries = [
        LoanEntry(GIVEN_ON, "loan_disbursement", 1_200_000),
        LoanEntry(_day("2024-02-29"), "principal_repayment", 100_000),
        LoanEntry(_day("2024-02-29"), "interest_payment", 12_000),
        LoanEntry(_day("2024-04-05"), "principal_repayment", 50_000),
        LoanEntry(_day("2024-04-20"), "principal_repayment", -50_000),
    ]
    figures = {_figures(LoanHistory(TERMS, order, START)) for order in permutations(entries)}
    assert len(figures) == 1


def _figures(loan: LoanHistory) -> tuple[int, ...]:
    days = [GIVEN_ON + timedelta(days=7 * week) for week in range(60)]
    return tuple(figure for day in days for figure in _figures_on(loan, day))


def _figures_on(loan: LoanHistory, day: date) -> tuple[int, ...]:
    return (
        loan.outstanding(day),
        loan.overdue_principal(day),
        loan.days_overdue(day),
        loan.interest_behind(day),
        loan.next_amount(day),
        loan.pay_off(day),
        loan.principal_asked(day),
        *loan.on_time(day),
    )


@given(any_terms(), st.randoms(use_true_random=False), st.integers(0, 1500))
def test_any_history_is_in_order_and_agrees_with_a_second_reckoning(
    terms: LoanTerms, random: random.Random, later: int
) -> None:
    entries = [LoanEntry(terms.on, "loan_disbursement", terms.principal)]
    left = terms.principal
    for gap in range(random.randint(0, 6)):
        part = random.randint(1, left) if left else 0
        kind = random.choice(("principal_repayment", "principal_repayment", "loan_write_off"))
        on = terms.on + timedelta(days=random.randint(0, 1500))
        if part:
            entries.append(LoanEntry(on, kind, part))
            left -= part
        entries.append(LoanEntry(on + timedelta(days=gap), "interest_payment", part or 1))
    random.shuffle(entries)
    loan, day = LoanHistory(terms, tuple(entries), START), terms.on + timedelta(days=later)
    paid = sum(e.amount for e in entries if "inter" not in e.kind and e.on <= day) - terms.principal
    due = sum(row.principal for row in schedule(terms).rows if row.due < day)
    assert loan.outstanding(day) == terms.principal - paid
    assert loan.overdue_principal(day) == max(0, due - paid)
    assert (loan.days_overdue(day) > 0) == (loan.overdue_principal(day) > 0)
    assert loan.interest_asked(day) == _interest(terms, entries, day)
    assert loan.next_amount(day) >= 0
    assert loan.pay_off(day) >= loan.outstanding(day)
    on_time, asked = loan.on_time(day)
    assert 0 <= on_time <= asked <= terms.principal


def _interest(terms: LoanTerms, entries: list[LoanEntry], day: date) -> int:
    total, number = 0, 1
    while (due := due_day(terms.on, number)) <= day:
        number += 1
        owed = terms.principal - sum(
            e.amount
            for e in entries
            if e.kind in ("principal_repayment", "loan_write_off") and e.on < due
        )
        if owed > 0 and due >= START:
            total += terms.interest(owed)
    return total
