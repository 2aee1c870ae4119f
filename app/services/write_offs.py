"""Loans given up, what comes back of them later, and who answers for whom.

A write-off needs minutes; recoveries are money like any other, never above what was written off
(``balance_checks`` holds that for every way of posting).
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from app.base.errors import AppError
from app.base.text import nfc, one_line
from app.domain.lending import Guarantee, WrittenOff
from app.services import loans
from app.services.balance_checks import WRITING_OFF
from app.services.extensions import history_of
from app.services.posting import NewEntry, post
from app.store.club_tables import EntryRow, LoanRow, MemberRow
from app.store.database import UnitOfWork


class WriteOffRefusedError(AppError):
    """A loan that can't be given up so."""


def write_off(
    uow: UnitOfWork,
    *,
    loan: str,
    on: date,
    minutes: str,
    amount: int | None = None,
    by: str = "",
) -> int:
    """Give up what is owed on a loan, or ``amount`` of it; returns the entry's number.

    ``minutes`` names the paper that says so, and who confirmed it; it is printed with the entry.
    Raises WriteOffRefusedError, UnknownLoanError and what ``posting.post`` raises.
    """
    words = one_line(nfc(minutes))
    if not words:
        raise WriteOffRefusedError("write_off.minutes_missing")
    owed = history_of(uow, loan).outstanding(on)
    if owed <= 0:
        raise WriteOffRefusedError("write_off.nothing_owed", loan=loan)
    given_up = owed if amount is None else amount
    return post(uow, [NewEntry(on, WRITING_OFF[0], given_up, loan=loan, memo=words)], by=by)[0]


def recover(
    uow: UnitOfWork, *, loan: str, on: date, amount: int, memo: str = "", by: str = ""
) -> int:
    """Take in money on a loan that was written off; returns the entry's number.

    Raises BelowZeroError ``recovery.above_written_off`` and what ``posting.post`` raises.
    """
    return post(uow, [NewEntry(on, WRITING_OFF[1], amount, loan=loan, memo=memo)], by=by)[0]


def written_off(uow: UnitOfWork, *, on: date) -> tuple[WrittenOff, ...]:
    """The loans that stand written off at the end of a day, by code."""
    amount = func.sum(EntryRow.amount).filter(EntryRow.kind == WRITING_OFF[0])
    recovered = func.sum(EntryRow.amount).filter(EntryRow.kind == WRITING_OFF[1])
    last = func.max(EntryRow.on).filter(EntryRow.kind == WRITING_OFF[0], EntryRow.amount > 0)
    rows = uow.session.execute(
        select(
            LoanRow.code,
            MemberRow.code,
            MemberRow.full_name,
            last,
            amount,
            func.coalesce(recovered, 0),
        )
        .join(LoanRow, LoanRow.id == EntryRow.loan_id)
        .join(MemberRow, MemberRow.id == LoanRow.member_id)
        .where(EntryRow.on <= on, EntryRow.kind.in_(WRITING_OFF))
        .group_by(LoanRow.id)
        .having(amount > 0)
        .order_by(LoanRow.code)
    )
    return tuple(WrittenOff(*row) for row in rows)


def guarantees(uow: UnitOfWork, *, on: date) -> tuple[Guarantee, ...]:
    """Every open loan somebody answers for, by guarantor's code, then by loan."""
    guarantor = aliased(MemberRow)
    rows = uow.session.execute(
        select(LoanRow.code, guarantor.code, guarantor.full_name)
        .join(guarantor, guarantor.id == LoanRow.guarantor_id)
        .where(LoanRow.code.in_(loans.open_codes(uow, on=on)))
    )
    who = {loan: (code, name) for loan, code, name in rows}
    found = [
        Guarantee(
            *who[line.loan],
            line.loan,
            line.name,
            line.outstanding,
            line.overdue_principal,
            line.days_overdue,
        )
        for line in loans.lines(uow, on=on, codes=list(who))
    ]
    return tuple(sorted(found, key=lambda line: (line.guarantor, line.loan)))
