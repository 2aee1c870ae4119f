"""What paying late costs by the club's rule, and where a payment on loans goes first.

Pure. A loan keeps the penalty rule of the day it was given; a club without one asks for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.base.errors import AppError
from app.domain.loan_state import LoanHistory
from app.domain.loans import BP
from app.domain.money import round_half_up
from app.domain.periods import Month
from app.domain.rules import Penalty, RuleChange, rules_on

KIND_OF = {
    "penalty": "penalty_payment",
    "interest": "interest_payment",
    "principal": "principal_repayment",
}


class MoreThanOwedError(AppError):
    """A payment above everything that is owed."""


def penalty_asked(history: LoanHistory, penalty: Penalty, day: date) -> int:
    """The penalties of all months ended before ``day``, paid or not.

    An instalment is late when it is not paid by the last day of its due month, as in CONTRACT
    5.11. ``fixed`` asks once for each late instalment; ``monthly_bp`` each month for that part of
    the principal overdue at the month's end, rounded as the loan's interest.
    """
    if not penalty:
        return 0
    ends = list(_month_ends(history, day))
    if penalty.way == "fixed":
        return penalty.amount * sum(_newly_late(history, end) for end in ends)
    step = history.terms.rounding
    late = (history.principal_asked(end) for end in ends)
    return sum(round_half_up(amount * penalty.amount, BP, step) for amount in late)


def penalty_behind(history: LoanHistory, penalty: Penalty, day: date) -> int:
    """Penalties asked and not paid, at least 0; ``penalty_payment`` up to ``day`` counts."""
    paid = sum(e.amount for e in history.entries if e.kind == KIND_OF["penalty"] and e.on <= day)
    return max(0, penalty_asked(history, penalty, day) - paid)


def penalty_due(history: LoanHistory, changes: list[RuleChange], day: date) -> int:
    """A loan's unpaid penalties on a day, by the club's rule of the day it was given."""
    return penalty_behind(history, rules_on(changes, history.terms.on).penalty, day)


def _month_ends(history: LoanHistory, day: date) -> Iterator[date]:
    """The last days before ``day`` of the months the loan was in this book."""
    first = Month.of(max(history.terms.on, history.started_on))
    taken_over = history.taken_over(day)
    if taken_over:
        first = max(first, Month.of(taken_over[0]))
    for month in first.until(Month.of(day)):
        if month.last_day < day:
            yield month.last_day


def _newly_late(history: LoanHistory, end: date) -> int:
    """How many instalments of the month that ends on ``end`` were not paid by then."""
    if history.outstanding(end) <= 0:
        return 0
    paid, due, late = history.paid(end), 0, 0
    for row in history.plan(end):
        due += row.principal
        fell_due = Month.of(row.due) == Month.of(end)
        late += fell_due and row.principal > 0 and due > paid
    return late


@dataclass(frozen=True, slots=True)
class Asked:
    """What one loan asks for, and all it owes (``owed``, principal)."""

    loan: str
    penalty: int
    interest: int
    principal: int
    owed: int

    def part(self, name: str) -> int:
        return {"penalty": self.penalty, "interest": self.interest, "principal": self.principal}[
            name
        ]


Share = tuple[str, str, int]
"""Loan, kind of entry, amount."""


def allocate(amount: int, asked: Sequence[Asked], order: Sequence[str]) -> tuple[Share, ...]:
    """Divide one payment: parts in the club's ``order``, of each part the oldest loan first.

    ``asked`` is in order of age. What is left then lowers principal ahead of time, the oldest
    loan first. Raises MoreThanOwedError when something is left even so.
    """
    shares: dict[tuple[str, str], int] = {}
    left = amount
    for part in order:
        for loan in asked:
            left -= _take(shares, (loan.loan, KIND_OF[part]), left, loan.part(part))
    for loan in asked:
        key = (loan.loan, KIND_OF["principal"])
        left -= _take(shares, key, left, loan.owed - shares.get(key, 0))
    if left:
        raise MoreThanOwedError("payment.more_than_owed", amount=amount, most=amount - left)
    return tuple((loan, kind, share) for (loan, kind), share in shares.items())


def _take(shares: dict[tuple[str, str], int], key: tuple[str, str], left: int, limit: int) -> int:
    taken = max(0, min(left, limit))
    if taken:
        shares[key] = shares.get(key, 0) + taken
    return taken
