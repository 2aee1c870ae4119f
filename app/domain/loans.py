"""A loan's terms and its plan: four methods, grace, rounding (CONTRACT 5.1–5.3).

What has become of a loan, given its entries, stands in ``loan_state``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from app.base.errors import AppError
from app.domain.loan_schedule import LoanSchedule, ScheduleRow
from app.domain.money import round_half_up, round_up
from app.domain.periods import due_day

BP = 10_000
MAX_TERM = 600


class Method(StrEnum):
    INTEREST_ONLY = "interest_only"
    EQUAL_PRINCIPAL = "equal_principal"
    ANNUITY = "annuity"
    FLAT = "flat"


ROUNDINGS = (1, 100, 500, 1000)


class BadTermsError(AppError):
    """Terms that no schedule can be made from."""


@dataclass(frozen=True, slots=True)
class LoanTerms:
    """What was agreed. ``rate_bp`` is a month's rate; ``rounding`` is that of interest."""

    on: date
    principal: int
    rate_bp: int
    method: Method
    term_months: int
    grace_months: int = 0
    rounding: int = 1
    instalment_step: int | None = None

    def check(self) -> None:
        """Raise BadTermsError naming the first term that is out of range."""
        if self.principal <= 0:
            raise BadTermsError("loan.principal_not_positive")
        if not 0 <= self.rate_bp <= BP:
            raise BadTermsError("loan.rate_out_of_range", rate=self.rate_bp)
        if not 1 <= self.term_months <= MAX_TERM:
            raise BadTermsError("loan.term_out_of_range", limit=MAX_TERM)
        if not 0 <= self.grace_months < self.term_months:
            raise BadTermsError("loan.grace_out_of_range")
        if self.rounding < 1 or (self.instalment_step is not None and self.instalment_step < 1):
            raise BadTermsError("loan.rounding_out_of_range")

    def interest(self, balance: int) -> int:
        """One month's interest on ``balance``, or for ``flat`` on the principal (CONTRACT 5.2)."""
        base = self.principal if self.method is Method.FLAT else balance
        return round_half_up(base * self.rate_bp, BP, self.rounding)


@lru_cache(maxsize=4096)
def schedule(terms: LoanTerms) -> LoanSchedule:
    """The plan of ``terms``, one row a month; principals sum to the principal.

    Raises BadTermsError. Rows ask for no principal in the grace months; the last row takes the
    rest, more or less than the others (CONTRACT 5.2, 5.3).
    """
    terms.check()
    balance, rows = terms.principal, []
    instalment = _instalment(terms)
    for no in range(1, terms.term_months + 1):
        interest = terms.interest(balance)
        if no == terms.term_months:
            principal = balance
        elif no <= terms.grace_months:
            principal = 0
        else:
            principal = min(balance, _principal(terms, instalment, interest))
        balance -= principal
        due = due_day(terms.on, no)
        rows.append(ScheduleRow(no, due, principal, interest, principal + interest, balance))
    return LoanSchedule(tuple(rows))


def _instalment(terms: LoanTerms) -> int:
    """The whole equal instalment of annuity, or of flat with a step; 0 where none is asked."""
    months = terms.term_months - terms.grace_months
    step = terms.instalment_step or terms.rounding
    if terms.method is Method.ANNUITY and terms.rate_bp:
        grown, unit = (BP + terms.rate_bp) ** months, BP**months
        return round_half_up(terms.principal * terms.rate_bp * grown, BP * (grown - unit), step)
    if terms.method is Method.ANNUITY:
        return round_half_up(terms.principal, months, step)
    if terms.method is Method.FLAT and terms.instalment_step:
        whole = terms.principal + terms.interest(terms.principal) * months
        return round_half_up(whole, months, step)
    return 0


def _principal(terms: LoanTerms, instalment: int, interest: int) -> int:
    months = terms.term_months - terms.grace_months
    match terms.method:
        case Method.INTEREST_ONLY:
            return 0
        case Method.ANNUITY:
            return max(0, instalment - interest)
        case Method.FLAT if terms.instalment_step:
            return max(0, instalment - interest)
        case Method.EQUAL_PRINCIPAL if terms.instalment_step:
            return round_half_up(terms.principal, months, terms.instalment_step)
        case _:
            return round_up(terms.principal, months, terms.rounding)
