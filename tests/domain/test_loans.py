"""The plan of a loan: row by row against published figures and a second reckoning."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from math import ceil, floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.loans import ROUNDINGS, BadTermsError, LoanTerms, Method, schedule
from app.domain.periods import due_day
from tests.helpers.tools import DATA

CASES = json.loads((DATA / "loan_schedules_public.json").read_text(encoding="utf-8"))["cases"]
TERMS = ("principal", "rate_bp", "term_months", "grace_months", "rounding", "instalment_step")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_f24_published_schedules_row_by_row(case: dict[str, object]) -> None:
    on, method = date.fromisoformat(str(case["on"])), Method(case["method"])
    numbers: dict[str, int] = {name: case[name] for name in TERMS}  # type: ignore[misc]
    rows = {row.no: row for row in schedule(LoanTerms(on, method=method, **numbers)).rows}
    assert len(rows) == case["term_months"]
    for wanted in case["rows"]:  # type: ignore[attr-defined]
        row = rows[wanted["no"]]
        got = {name: getattr(row, name) for name in wanted}
        assert got | {"due": str(row.due)} == wanted | {"due": wanted.get("due", str(row.due))}


def _half_up(value: Fraction, step: int) -> int:
    return floor(value / step + Fraction(1, 2)) * step


def _second_reckoning(terms: LoanTerms) -> list[tuple[int, int, int]]:
    """CONTRACT 5.2 and 5.3 once more, with fractions: principal, interest, balance a row."""
    months = terms.term_months - terms.grace_months
    rate, step = Fraction(terms.rate_bp, 10_000), terms.instalment_step
    whole = step or terms.rounding
    if rate:
        equal = terms.principal * rate / (1 - 1 / (1 + rate) ** months)
    else:
        equal = Fraction(terms.principal, months)
    share = Fraction(terms.principal, months)
    balance, rows = terms.principal, []
    for no in range(1, terms.term_months + 1):
        base = terms.principal if terms.method is Method.FLAT else balance
        interest = _half_up(base * rate, terms.rounding)
        wanted = {
            Method.INTEREST_ONLY: 0,
            Method.EQUAL_PRINCIPAL: (
                _half_up(share, step) if step else ceil(share / terms.rounding) * terms.rounding
            ),
            Method.ANNUITY: _half_up(equal, whole) - interest,
            Method.FLAT: (
                _half_up(share + interest, step) - interest
                if step
                else ceil(share / terms.rounding) * terms.rounding
            ),
        }[terms.method]
        principal = 0 if no <= terms.grace_months else min(balance, max(0, wanted))
        if no == terms.term_months:
            principal = balance
        balance -= principal
        rows.append((principal, interest, balance))
    return rows


@st.composite
def any_terms(draw: st.DrawFn) -> LoanTerms:
    term = draw(st.integers(1, 120))
    return LoanTerms(
        on=draw(st.dates(date(2000, 1, 1), date(2040, 12, 31))),
        principal=draw(st.one_of(st.integers(1, 1000), st.integers(1, 10**12))),
        rate_bp=draw(st.one_of(st.just(0), st.integers(0, 300), st.integers(0, 10_000))),
        method=draw(st.sampled_from(Method)),
        term_months=term,
        grace_months=draw(st.one_of(st.just(0), st.integers(0, term - 1))),
        rounding=draw(st.sampled_from(ROUNDINGS)),
        instalment_step=draw(st.sampled_from((None, 1, 100, 1000, 50_000))),
    )


@given(any_terms())
def test_f24_every_schedule_returns_the_principal_and_agrees_with_a_second_reckoning(
    terms: LoanTerms,
) -> None:
    plan = schedule(terms)
    rows = plan.rows
    assert [(row.principal, row.interest, row.balance) for row in rows] == _second_reckoning(terms)
    assert sum(row.principal for row in rows) == terms.principal
    assert rows[-1].balance == 0
    assert all(min(row.principal, row.interest, row.balance) >= 0 for row in rows)
    assert all(row.principal == 0 for row in rows[: terms.grace_months])
    assert all(row.total == row.principal + row.interest for row in rows)
    assert [row.due for row in rows] == [due_day(terms.on, row.no) for row in rows]
    assert plan.interest == sum(row.interest for row in rows)
    assert plan.total == plan.interest + terms.principal


@pytest.mark.parametrize(
    ("method", "grace", "rounding", "principals", "interests"),
    [
        ("interest_only", 0, 1, [0, 0, 1_000_000], [7_000, 7_000, 7_000]),
        ("equal_principal", 0, 1, [333_334, 333_334, 333_332], [7_000, 4_667, 2_333]),
        ("equal_principal", 0, 1000, [334_000, 334_000, 332_000], [7_000, 5_000, 2_000]),
        ("equal_principal", 1, 1, [0, 500_000, 500_000], [7_000, 7_000, 3_500]),
        ("equal_principal", 2, 1, [0, 0, 1_000_000], [7_000, 7_000, 7_000]),
        ("annuity", 0, 1, [331_011, 333_328, 335_661], [7_000, 4_683, 2_350]),
        ("flat", 0, 1, [333_334, 333_334, 333_332], [7_000, 7_000, 7_000]),
        ("flat", 1, 500, [0, 500_000, 500_000], [7_000, 7_000, 7_000]),
    ],
)
def test_a_million_over_three_months_at_70(
    method: str, grace: int, rounding: int, principals: list[int], interests: list[int]
) -> None:
    terms = LoanTerms(date(2024, 1, 31), 1_000_000, 70, Method(method), 3, grace, rounding)
    rows = schedule(terms).rows
    assert [row.principal for row in rows] == principals
    assert [row.interest for row in rows] == interests
    assert [str(row.due) for row in rows] == ["2024-02-29", "2024-03-31", "2024-04-30"]


def test_a_small_loan_is_paid_before_its_term_ends() -> None:
    terms = LoanTerms(date(2024, 1, 1), 1500, 100, Method.EQUAL_PRINCIPAL, 6, rounding=1000)
    assert [row.principal for row in schedule(terms).rows] == [1000, 500, 0, 0, 0, 0]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"principal": 0}, "loan.principal_not_positive"),
        ({"principal": -1}, "loan.principal_not_positive"),
        ({"rate_bp": -1}, "loan.rate_out_of_range"),
        ({"rate_bp": 10_001}, "loan.rate_out_of_range"),
        ({"term_months": 0}, "loan.term_out_of_range"),
        ({"term_months": 601}, "loan.term_out_of_range"),
        ({"grace_months": 12}, "loan.grace_out_of_range"),
        ({"grace_months": -1}, "loan.grace_out_of_range"),
        ({"rounding": 0}, "loan.rounding_out_of_range"),
        ({"instalment_step": 0}, "loan.rounding_out_of_range"),
    ],
)
def test_terms_out_of_range_are_named(change: dict[str, int], code: str) -> None:
    usual = {"principal": 1000, "rate_bp": 70, "term_months": 12} | change
    with pytest.raises(BadTermsError, match=code):
        schedule(LoanTerms(date(2024, 1, 1), method=Method.FLAT, **usual))
