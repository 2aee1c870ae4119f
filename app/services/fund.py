"""The club's money: recorded, moved between funds, taken back; listed, with its balances."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from sqlalchemy import Text, bindparam, func, select
from sqlalchemy.engine import Row
from sqlalchemy.orm import aliased

from app.domain.fund import (
    FUND_ACCOUNTS,
    KINDS,
    TRANSFER_KINDS,
    Account,
    Posting,
    reversed_postings,
)
from app.domain.fund_book import Balances, EntryLine
from app.domain.periods import Month
from app.services.posting import EntryRefusedError, NewEntry, post, transfer_pair
from app.services.vouchers import voucher_label
from app.store.club_tables import EntryRow, LoanRow, MeetingRow, MemberRow, PostingRow
from app.store.database import UnitOfWork

Sums = dict[Account, int]

_POSTING = PostingRow.__table__.c
_SUMS_BEFORE = (
    select(_POSTING.account, func.sum(_POSTING.amount))
    .where(
        _POSTING.account.in_([account.value for account in Account]),
        _POSTING.on < bindparam("day"),
    )
    .group_by(_POSTING.account)
)

_OF_FUNDS = _POSTING.account.in_([account.value for account in FUND_ACCOUNTS.values()])
_FUNDS_BEFORE = select(func.coalesce(func.sum(_POSTING.amount), 0)).where(
    _OF_FUNDS, _POSTING.on < bindparam("day")
)
_MONTH = func.substr(_POSTING.on, 1, 7, type_=Text)
_FUNDS_MOVED = (
    select(_MONTH, func.sum(_POSTING.amount))
    .where(_OF_FUNDS, _POSTING.on.between(bindparam("first"), bindparam("last")))
    .group_by(_MONTH)
)


def record(
    uow: UnitOfWork,
    *,
    on: date,
    kind: str,
    amount: int,
    fund: str = "",
    member: str | None = None,
    loan: str | None = None,
    memo: str = "",
    by: str = "",
) -> int:
    """Record money on a day without a meeting; returns the entry's running number.

    Raises what ``posting.post`` raises, and EntryRefusedError for half of a transfer.
    """
    if kind in TRANSFER_KINDS:
        raise EntryRefusedError("transfer.half")
    return post(uow, [NewEntry(on, kind, amount, fund, member, loan, memo)], by=by)[0]


def transfer(
    uow: UnitOfWork, *, on: date, amount: int, out_of: str, into: str, memo: str = "", by: str = ""
) -> None:
    """Move money from one fund to another; the cash box stays as it is."""
    post(uow, list(transfer_pair(on, amount, out_of=out_of, into=into, memo=memo)), by=by)


def reverse(uow: UnitOfWork, *, entry: int, on: date, reason: str, by: str = "") -> int:
    """Take an entry back on day ``on``, with a reason; a transfer goes back as a pair.

    The old entry stays, the reversal has its kind with the opposite sign (CONTRACT 3). Returns
    the reversal's number. Raises EntryRefusedError when it is unknown or already taken back.
    """
    if not reason.strip():
        raise EntryRefusedError("reversal.reason_missing")
    row = uow.session.get(EntryRow, entry)
    if row is None:
        raise EntryRefusedError("entry.unknown", entry=entry)
    if on < row.on:
        raise EntryRefusedError("reversal.before_entry", on=row.on)
    pair = [_reversal(uow, row, on, reason)]
    if row.kind in TRANSFER_KINDS:
        pair.append(_reversal(uow, _other_half(uow, row), on, reason))
    return post(uow, pair, by=by)[0]


def _reversal(uow: UnitOfWork, row: EntryRow, on: date, reason: str) -> NewEntry:
    taken = select(EntryRow.id).where(EntryRow.reverses_id == row.id)
    if uow.session.execute(taken).scalar() is not None:
        raise EntryRefusedError("reversal.already", entry=row.id)
    rows = uow.session.execute(
        select(PostingRow.account, PostingRow.amount).where(PostingRow.entry_id == row.id)
    )
    postings = tuple(Posting(Account(account), amount) for account, amount in rows)
    return NewEntry(
        on=on,
        kind=row.kind,
        amount=-row.amount,
        fund=row.fund,
        member=uow.session.execute(
            select(MemberRow.code).where(MemberRow.id == row.member_id)
        ).scalar(),
        loan=uow.session.execute(select(LoanRow.code).where(LoanRow.id == row.loan_id)).scalar(),
        memo=row.memo,
        reverses=row.id,
        reason=reason,
        postings=reversed_postings(postings),
    )


def _other_half(uow: UnitOfWork, row: EntryRow) -> EntryRow:
    """The other entry of a transfer: its neighbour, since a pair stands one under the other."""
    halves = select(func.count()).where(EntryRow.id < row.id, EntryRow.kind.in_(TRANSFER_KINDS))
    second = uow.session.execute(halves).scalar_one() % 2
    other = uow.session.get(EntryRow, row.id - 1 if second else row.id + 1)
    if other is None or other.kind not in TRANSFER_KINDS:
        raise EntryRefusedError("transfer.half")
    return other


def balances(uow: UnitOfWork, *, on: date) -> Balances:
    """What the club has and whose it is, at the end of a day."""
    sums = sums_before(uow, on + timedelta(days=1))
    return Balances(
        cash=sums[Account.CASH],
        bank=sums[Account.BANK],
        loans=sums[Account.LOANS],
        savings=-sums[Account.SAVINGS],
        borrowed=-sums[Account.BORROWED],
        funds={fund.value: -sums[account] for fund, account in FUND_ACCOUNTS.items()},
    )


def totals(uow: UnitOfWork, *, first: Month, last: Month) -> tuple[tuple[Month, int], ...]:
    """All funds together at the end of each month of a period."""
    total = -sum(uow.rows(_FUNDS_BEFORE, day=first.first_day).scalars())
    moved = uow.rows(_FUNDS_MOVED, first=first.first_day, last=last.last_day)
    by_month: dict[str, int] = dict(moved.all())
    found = []
    for month in first.until(last):
        total -= by_month.get(str(month), 0)
        found.append((month, total))
    return tuple(found)


def sums_before(uow: UnitOfWork, day: date) -> Sums:
    """Every account's balance before a day, in the sign of its postings."""
    rows = uow.rows(_SUMS_BEFORE, day=day)
    return dict.fromkeys(Account, 0) | {Account(account): total for account, total in rows}


def entries(uow: UnitOfWork, *, first: date, last: date) -> tuple[EntryLine, ...]:
    """The fund book of a period in the order of days, each line with the box after it."""
    reversal = aliased(EntryRow)
    cash = sums_before(uow, first)[Account.CASH]
    rows = uow.session.execute(
        select(
            EntryRow.__table__,
            MemberRow.code.label("member"),
            MemberRow.full_name.label("name"),
            LoanRow.code.label("loan"),
            MeetingRow.month.label("month"),
            reversal.id.label("reversed_by"),
        )
        .outerjoin(MemberRow, MemberRow.id == EntryRow.member_id)
        .outerjoin(LoanRow, LoanRow.id == EntryRow.loan_id)
        .outerjoin(MeetingRow, MeetingRow.id == EntryRow.meeting_id)
        .outerjoin(reversal, reversal.reverses_id == EntryRow.id)
        .where(EntryRow.on.between(first, last))
        .order_by(EntryRow.on, EntryRow.id)
    )
    found = []
    for row in rows:
        cash += KINDS[row.kind].cash * row.amount
        found.append(_line(row, cash))
    return tuple(found)


def _line(row: Row[*tuple[Any, ...]], cash_after: int) -> EntryLine:
    return EntryLine(
        id=row.id,
        on=row.on,
        kind=row.kind,
        amount=row.amount,
        fund=row.fund,
        member=row.member,
        name=row.name or "",
        loan=row.loan,
        memo=row.memo,
        voucher=voucher_label(row.voucher_series, row.voucher_year, row.voucher_no),
        meeting_month=row.month,
        reverses=row.reverses_id,
        reversed_by=row.reversed_by,
        reason=row.reason,
        cash_after=cash_after,
    )
