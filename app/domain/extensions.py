"""A loan extended: a new plan for what is owed, from a day on, beside the plan that was agreed.

Pure, like ``loans``; that an extension needs minutes, and how often one may be had, is the
services' to look after.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import count

from app.domain.loan_schedule import ScheduleRow
from app.domain.loans import LoanTerms, Method, schedule
from app.domain.periods import due_day


@dataclass(frozen=True, slots=True)
class Extension:
    """From ``on`` what is owed falls due in ``term_months`` more due days of the loan.

    ``minutes`` names the paper that says so. The loan's rate and due days stay.
    """

    on: date
    method: Method
    term_months: int
    grace_months: int = 0
    minutes: str = ""


def extended(
    rows: tuple[ScheduleRow, ...], terms: LoanTerms, extension: Extension, paid: int
) -> tuple[ScheduleRow, ...]:
    """The plan after ``extension``: rows already due as far as they are paid, then the new ones.

    ``paid`` is the principal paid up to its day. What was paid ahead stands as a row of that day,
    so the principals still sum to the loan's. Raises BadTermsError.
    """
    kept, left = [], paid
    for row in rows:
        if row.due <= extension.on:
            kept.append(replace(row, principal=min(row.principal, left)))
            left -= kept[-1].principal
    if left:
        kept.append(ScheduleRow(0, extension.on, left, 0, 0, 0))
    new = new_rows(terms, extension, terms.principal - paid)
    return _counted((*kept, *new), terms.principal)


def new_rows(terms: LoanTerms, extension: Extension, owed: int) -> tuple[ScheduleRow, ...]:
    """The rows an extension adds for ``owed``; none when nothing is owed."""
    if not owed:
        return ()
    plan = replace(
        terms,
        on=extension.on,
        principal=owed,
        method=extension.method,
        term_months=extension.term_months,
        grace_months=extension.grace_months,
    )
    first = next(k for k in count(1) if due_day(terms.on, k) > extension.on)
    return tuple(
        replace(row, due=due_day(terms.on, first + row.no - 1), interest=_interest(terms, row))
        for row in schedule(plan).rows
    )


def still_to_pay(rows: tuple[ScheduleRow, ...], paid: int, day: date) -> tuple[ScheduleRow, ...]:
    """What a plan still asks for when ``paid`` of its principal is paid.

    Rows due by ``day`` stand with what is left of their principal only: interest asked before is
    the same under any plan.
    """
    found, left = [], paid
    for row in rows:
        principal = row.principal - min(row.principal, left)
        left -= row.principal - principal
        interest = row.interest if row.due > day else 0
        if principal or interest:
            total = principal + interest
            found.append(replace(row, principal=principal, interest=interest, total=total))
    return tuple(found)


def _interest(terms: LoanTerms, row: ScheduleRow) -> int:
    """As the loan asks for it: a flat loan's interest is always on what was lent."""
    return terms.interest(row.balance + row.principal)


def _counted(rows: tuple[ScheduleRow, ...], principal: int) -> tuple[ScheduleRow, ...]:
    """The rows numbered anew, with what is left after each."""
    found, balance = [], principal
    for no, row in enumerate(rows, 1):
        balance -= row.principal
        total = row.principal + row.interest
        found.append(replace(row, no=no, total=total, balance=balance))
    return tuple(found)
