"""A loan is given once, on its day and of its principal, or taken over once (CONTRACT 5.4).

Nothing is entered for a loan before. ``posting`` asks for every new entry.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.engine import Row

from app.base.errors import AppError
from app.store.chain import GIVEN
from app.store.club_tables import EntryRow, LoanRow
from app.store.database import UnitOfWork

Loan = Row[*tuple[Any, ...]]
"""A row of ``loan``."""

_LOAN, _ENTRY = LoanRow.__table__.c, EntryRow.__table__.c
_GIVEN = (
    select(_LOAN.code, func.min(_ENTRY.on), func.sum(_ENTRY.amount))
    .join_from(EntryRow.__table__, LoanRow.__table__, _LOAN.id == _ENTRY.loan_id)
    .where(_LOAN.code.in_(bindparam("codes", expanding=True)), _ENTRY.kind.in_(sorted(GIVEN)))
    .group_by(_LOAN.code)
)


class LoanNotGivenError(AppError):
    """Money of a loan that is not given yet, or that is given twice or not as agreed."""


class LoansGiven:
    """Which loans were given or taken over, since when; goes along with new entries."""

    def __init__(self, given: dict[str, tuple[date, int]]) -> None:
        self._given = given

    @classmethod
    def load(cls, uow: UnitOfWork, codes: set[str]) -> LoansGiven:
        """What the book says of some loans, so far."""
        rows = uow.rows(_GIVEN, codes=sorted(codes)) if codes else ()
        return cls({code: (on, amount) for code, on, amount in rows})

    def add(self, loan: Loan, kind: str, on: date, amount: int) -> None:
        """Take a new entry of a loan into account; raises LoanNotGivenError.

        ``amount`` is negative for a reversal, which is never refused here.
        """
        since, given = self._given.get(loan.code, (on, 0))
        if kind not in GIVEN:
            if amount > 0 and (given <= 0 or on < since):
                raise LoanNotGivenError("entry.loan_not_given", loan=loan.code)
            return
        if amount > 0:
            _check_terms(loan, kind, on, amount)
            if given > 0:
                raise LoanNotGivenError("loan.given_twice", loan=loan.code, on=since)
            since = on
        self._given[loan.code] = (since, given + amount)


def _check_terms(loan: Loan, kind: str, on: date, amount: int) -> None:
    taken_over = kind == "opening_loan"
    if amount > loan.principal or (not taken_over and amount != loan.principal):
        raise LoanNotGivenError(
            "loan.given_another_amount",
            loan=loan.code,
            amount=amount,
            principal=loan.principal,
        )
    if on < loan.on or (not taken_over and on != loan.on):
        raise LoanNotGivenError("loan.given_another_day", loan=loan.code, on=on, agreed=loan.on)
