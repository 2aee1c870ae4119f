"""Whether a loan fits the club's rules, and why not: a pure question of figures.

A doubt never forbids: the meeting decides. What the figures are is the caller's to find.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.base.errors import Problem
from app.domain.rules import Rules

CEILING_BP_A_YEAR = 2_000
"""20 % a year, the Civil Code's highest interest between people (article 468)."""


@dataclass(frozen=True, slots=True)
class LoanCase:
    """A loan somebody asks for, and how she and the club stand when it would be paid out.

    ``open_loans``, ``owed``, ``overdue`` and ``days_overdue`` are of the borrower's other loans,
    ``cash`` is what the box holds before the loan.
    """

    principal: int
    rate_bp: int
    open_loans: int
    owed: int
    overdue: int
    days_overdue: int
    savings: int
    income_fund: int
    cash: int


@dataclass(frozen=True, slots=True)
class LoanRequest:
    """A loan somebody waits for; ``member`` and ``guarantor`` are codes."""

    id: int
    member: str
    name: str
    asked_on: date
    principal: int
    term_months: int
    purpose: str
    guarantor: str | None


@dataclass(frozen=True, slots=True)
class WrittenOff:
    """A loan that was written off: how much, since when, and what has come back since."""

    loan: str
    member: str
    name: str
    on: date
    amount: int
    recovered: int

    @property
    def left(self) -> int:
        """What may still be recovered."""
        return self.amount - self.recovered


@dataclass(frozen=True, slots=True)
class Guarantee:
    """What a guarantor answers for: an open loan of somebody else's."""

    guarantor: str
    guarantor_name: str
    loan: str
    name: str
    outstanding: int
    overdue_principal: int
    days_overdue: int


def doubts(case: LoanCase, rules: Rules) -> tuple[Problem, ...]:
    """Every reason of the club's rules, the box and the law against a loan; none when it fits."""
    return (*_of_person(case, rules), *_of_club(case, rules))


def above_ceiling(rate_bp: int) -> bool:
    """Whether a month's rate is more than the law allows in a year."""
    return rate_bp * 12 > CEILING_BP_A_YEAR


def _of_person(case: LoanCase, rules: Rules) -> Iterator[Problem]:
    if case.overdue:
        params = {"amount": case.overdue, "days": case.days_overdue}
        yield Problem("lending.overdue", params, field="member")
    if rules.max_open_loans is not None and case.open_loans >= rules.max_open_loans:
        params = {"count": case.open_loans, "owed": case.owed, "limit": rules.max_open_loans}
        yield Problem("lending.open_loans", params, field="member")
    if rules.max_loan is not None and case.principal > rules.max_loan:
        yield Problem("lending.above_max", {"limit": rules.max_loan}, field="principal")
    if rules.savings_multiple is not None:
        limit = max(0, case.savings) * rules.savings_multiple
        if case.owed + case.principal > limit:
            yield Problem(
                "lending.above_savings",
                {"savings": case.savings, "times": rules.savings_multiple, "limit": limit},
                field="principal",
            )


def _of_club(case: LoanCase, rules: Rules) -> Iterator[Problem]:
    if rules.fund_share_percent is not None:
        limit = max(0, case.income_fund) * rules.fund_share_percent // 100
        if case.owed + case.principal > limit:
            yield Problem(
                "lending.above_fund_share",
                {"percent": rules.fund_share_percent, "limit": limit},
                field="principal",
            )
    if case.principal > case.cash:
        yield Problem("lending.cash_short", {"cash": max(0, case.cash)}, field="principal")
    if above_ceiling(case.rate_bp):
        yield Problem("lending.above_ceiling", {"percent": "1,667"}, field="rate_bp")
