"""No balance ever below 0: cash, bank, borrowed capital, each loan, each member's savings.

Nor is more recovered than was written off. Rows count in order of day, within a day as they
stand (CONTRACT 3, Always true).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import accumulate

from sqlalchemy import Select, bindparam, case, func, select
from sqlalchemy.engine import Row

from app.base.errors import AppError
from app.domain.fund import KINDS, Account
from app.store.club_tables import EntryRow, LoanRow, MemberRow, PostingRow
from app.store.database import UnitOfWork

Touched = tuple[date, str | None, str | None, str]
"""Day, member's code, loan's code and kind of an entry."""

_POSTING = PostingRow.__table__.c
_BEFORE = select(func.coalesce(func.sum(_POSTING.amount), 0)).where(
    _POSTING.account == bindparam("account"), _POSTING.on < bindparam("first")
)
_SINCE = (
    select(_POSTING.on, _POSTING.amount)
    .where(_POSTING.account == bindparam("account"), _POSTING.on >= bindparam("first"))
    .order_by(_POSTING.on, _POSTING.entry_id)
)
WRITING_OFF = ("loan_write_off", "write_off_recovery")


class BelowZeroError(AppError):
    """More would go out than there is."""


def check_not_below_zero(uow: UnitOfWork, touched: list[Touched]) -> None:
    """Raise BelowZeroError for the first balance that new entries push below 0 on some day."""
    first = min(day for day, *_ in touched)
    accounts = {
        account
        for _, _, _, kind in touched
        for account in (KINDS[kind].into, KINDS[kind].out_of)
        if isinstance(account, Account)
    }
    for account, code in (
        (Account.CASH, "cash.below_zero"),
        (Account.BANK, "bank.below_zero"),
        (Account.BORROWED, "borrowed.below_zero"),
    ):
        if account in accounts:
            _check_account(uow, account, first, code)
    if Account.LOANS in accounts:
        for loan in sorted({loan for _, _, loan, _ in touched if loan}):
            _check_loan(uow, loan)
    if Account.SAVINGS in accounts:
        for member in sorted({member for _, member, loan, _ in touched if member and not loan}):
            _check_savings(uow, member)
    for loan in sorted({loan for _, _, loan, kind in touched if loan and kind in WRITING_OFF}):
        _check_recovered(uow, loan)


def _check_account(uow: UnitOfWork, account: Account, first: date, code: str) -> None:
    sign = -1 if account is Account.BORROWED else 1
    before = uow.rows(_BEFORE, account=account.value, first=first).scalar_one()
    rows = uow.rows(_SINCE, account=account.value, first=first).all()
    _check(rows, sign, sign * before, code, {})


def _check_loan(uow: UnitOfWork, loan: str) -> None:
    query = (
        _sub_balance(Account.LOANS)
        .join(LoanRow, LoanRow.id == EntryRow.loan_id)
        .where(LoanRow.code == loan)
    )
    _check(uow.session.execute(query).all(), 1, 0, "loan.below_zero", {"loan": loan})


def _check_savings(uow: UnitOfWork, member: str) -> None:
    query = (
        _sub_balance(Account.SAVINGS)
        .join(MemberRow, MemberRow.id == EntryRow.member_id)
        .where(MemberRow.code == member)
    )
    _check(uow.session.execute(query).all(), -1, 0, "savings.below_zero", {"member": member})


def _check_recovered(uow: UnitOfWork, loan: str) -> None:
    sign = case((EntryRow.kind == WRITING_OFF[0], 1), else_=-1)
    query = (
        select(EntryRow.on, sign * EntryRow.amount)
        .join(LoanRow, LoanRow.id == EntryRow.loan_id)
        .where(LoanRow.code == loan, EntryRow.kind.in_(WRITING_OFF))
        .order_by(EntryRow.on, EntryRow.id)
    )
    _check(uow.session.execute(query).all(), 1, 0, "recovery.above_written_off", {"loan": loan})


def _sub_balance(account: Account) -> Select[date, int]:
    return (
        select(PostingRow.on, PostingRow.amount)
        .join(EntryRow, EntryRow.id == PostingRow.entry_id)
        .where(PostingRow.account == account.value)
        .order_by(PostingRow.on, PostingRow.entry_id)
    )


def _check(
    rows: Sequence[Row[date, int]], sign: int, before: int, code: str, params: dict[str, str]
) -> None:
    balances = accumulate((sign * amount for _, amount in rows), initial=before)
    next(balances)
    for (day, _), balance in zip(rows, balances, strict=False):
        if balance < 0:
            raise BelowZeroError(code, on=day, short=-balance, **params)
