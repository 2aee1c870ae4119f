"""The club's money: recorded, moved between funds, taken back; listed and summed up."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from app.domain.fund import FUND_ACCOUNTS, KINDS, TRANSFER_KINDS, Account, Fund, Posting
from app.domain.periods import Month
from app.domain.statements import (
    Balances,
    Correction,
    EntryLine,
    FundMovement,
    FundStatement,
    LoansMovement,
    Movement,
    SavingsMovement,
    Span,
)
from app.services import check_codes, club, loans, members
from app.services.posting import EntryRefusedError, NewEntry, post, transfer_pair
from app.services.vouchers import voucher_label
from app.store.club_tables import EntryRow, LoanRow, MeetingRow, MemberRow, PostingRow
from app.store.database import UnitOfWork

Sums = dict[Account, int]


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
    postings = uow.session.execute(
        select(PostingRow.account, PostingRow.amount).where(PostingRow.entry_id == row.id)
    )
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
        postings=tuple(Posting(Account(account), -amount) for account, amount in postings),
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
    sums = _sums_before(uow, on + timedelta(days=1))
    return Balances(
        cash=sums[Account.CASH],
        bank=sums[Account.BANK],
        loans=sums[Account.LOANS],
        savings=-sums[Account.SAVINGS],
        borrowed=-sums[Account.BORROWED],
        funds={fund.value: -sums[account] for fund, account in FUND_ACCOUNTS.items()},
    )


def _sums_before(uow: UnitOfWork, day: date) -> Sums:
    """Every account's balance before a day, in the sign of its postings."""
    rows = uow.session.execute(
        select(PostingRow.account, func.sum(PostingRow.amount))
        .where(PostingRow.account.in_([account.value for account in Account]), PostingRow.on < day)
        .group_by(PostingRow.account)
    )
    return dict.fromkeys(Account, 0) | {Account(account): total for account, total in rows}


def _moves(uow: UnitOfWork, first: date, last: date) -> dict[tuple[Account, str], tuple[int, int]]:
    """By account and kind of the period's postings: the sum, and the sum of the positive ones."""
    positive = func.sum(func.max(PostingRow.amount, 0))
    rows = uow.session.execute(
        select(PostingRow.account, EntryRow.kind, func.sum(PostingRow.amount), positive)
        .join(EntryRow, EntryRow.id == PostingRow.entry_id)
        .where(
            PostingRow.account.in_([account.value for account in Account]),
            PostingRow.on.between(first, last),
        )
        .group_by(PostingRow.account, EntryRow.kind)
    )
    return {(Account(account), kind): (total, up) for account, kind, total, up in rows}


def fund_statement(uow: UnitOfWork, *, first: date, last: date) -> FundStatement:
    """Opening, receipts, payments and closing of a period, of cash, bank and each fund."""
    before, moves = _sums_before(uow, first), _moves(uow, first, last)
    totals = {key: total for key, (total, _) in moves.items()}
    cash = {kind: total for (account, kind), total in totals.items() if account is Account.CASH}
    bank = {kind: total for (account, kind), total in totals.items() if account is Account.BANK}
    signers = members.board(uow, on=last)
    return FundStatement(
        club=club.head(uow),
        first=first,
        last=last,
        cash=_movement(before[Account.CASH], cash, {k: v.cash for k, v in KINDS.items()}),
        bank=_movement(before[Account.BANK], bank, {k: v.bank for k, v in KINDS.items()}),
        receipts={kind: total for kind, total in cash.items() if KINDS[kind].cash > 0 and total},
        payments={kind: -total for kind, total in cash.items() if KINDS[kind].cash < 0 and total},
        funds=_fund_movements(uow, before, moves),
        loans=_loans_movement(uow, before, totals, last),
        savings=_savings_movement(before, totals),
        borrowed_capital=Span(
            -before[Account.BORROWED],
            -before[Account.BORROWED] - _of(totals, Account.BORROWED),
        ),
        corrections=corrections(uow, first=first, last=last),
        chair=signers["chair"].full_name if "chair" in signers else "",
        secretary=signers["secretary"].full_name if "secretary" in signers else "",
        treasurer=signers["treasurer"].full_name if "treasurer" in signers else "",
        check_code=check_codes.code(uow, paper="fund-statement", first=first, last=last),
    )


def _movement(opening: int, moves: dict[str, int], direction: dict[str, int]) -> Movement:
    receipts = sum(total for kind, total in moves.items() if direction[kind] > 0)
    payments = -sum(total for kind, total in moves.items() if direction[kind] < 0)
    return Movement(opening, receipts, payments, opening + receipts - payments)


def _of(totals: dict[tuple[Account, str], int], account: Account, *kinds: str) -> int:
    """The sum of an account's movements, of some kinds or of all."""
    return sum(
        total
        for (own, kind), total in totals.items()
        if own is account and (not kinds or kind in kinds)
    )


def _fund_movements(
    uow: UnitOfWork, before: Sums, moves: dict[tuple[Account, str], tuple[int, int]]
) -> dict[str, FundMovement]:
    used = uow.session.execute(
        select(PostingRow.entry_id).where(PostingRow.account == Account.FUND_CARE.value).limit(1)
    ).scalar()
    found = {}
    for fund, account in FUND_ACCOUNTS.items():
        if fund is Fund.CARE and used is None:
            continue
        own = [sums for (moved, _), sums in moves.items() if moved is account]
        decrease = sum(up for _, up in own)
        increase = decrease - sum(total for total, _ in own)
        opening = -before[account]
        found[fund.value] = FundMovement(opening, increase, decrease, opening + increase - decrease)
    return found


def _loans_movement(
    uow: UnitOfWork, before: Sums, totals: dict[tuple[Account, str], int], last: date
) -> LoansMovement:
    book = loans.loan_book(uow, on=last)
    overdue = [line for line in book.loans if line.overdue_principal]
    account = Account.LOANS
    return LoansMovement(
        opening=before[account],
        disbursed=_of(totals, account, "loan_disbursement"),
        taken_over=_of(totals, account, "opening_loan"),
        repaid=-_of(totals, account, "principal_repayment"),
        written_off=-_of(totals, account, "loan_write_off"),
        handed_over=-_of(totals, account, "handover_loan"),
        closing=before[account] + _of(totals, account),
        open=book.open,
        borrowers=len({line.member for line in book.loans}),
        overdue=sum(line.overdue_principal for line in overdue),
        overdue_count=len(overdue),
    )


def _savings_movement(before: Sums, totals: dict[tuple[Account, str], int]) -> SavingsMovement:
    account = Account.SAVINGS
    return SavingsMovement(
        opening=-before[account],
        deposited=-_of(totals, account, "saving_deposit"),
        withdrawn=_of(totals, account, "saving_withdrawal"),
        taken_over=-_of(totals, account, "opening_savings"),
        credited=-_of(totals, account, "saving_interest"),
        handed_over=_of(totals, account, "handover_savings"),
        closing=-before[account] - _of(totals, account),
    )


def corrections(uow: UnitOfWork, *, first: date, last: date) -> tuple[Correction, ...]:
    """The reversals dated inside a period, for the note under a paper."""
    old = aliased(EntryRow)
    rows = uow.session.execute(
        select(
            EntryRow.on,
            EntryRow.kind,
            EntryRow.amount,
            old.on,
            EntryRow.reason,
            MemberRow.full_name,
        )
        .join(old, old.id == EntryRow.reverses_id)
        .outerjoin(MemberRow, MemberRow.id == EntryRow.member_id)
        .where(EntryRow.on.between(first, last))
        .order_by(EntryRow.id)
    )
    return tuple(
        Correction(on, kind, amount, of_day, reason, name or "")
        for on, kind, amount, of_day, reason, name in rows
    )


def entries(uow: UnitOfWork, *, first: date, last: date) -> tuple[EntryLine, ...]:
    """The fund book of a period in the order of days, each line with the box after it."""
    reversal = aliased(EntryRow)
    cash = _sums_before(uow, first)[Account.CASH]
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
        found.append(
            EntryLine(
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
                cash_after=cash,
            )
        )
    return tuple(found)


def kinds_used(uow: UnitOfWork, *, month: Month) -> Counter[str]:
    """How many entries of each kind a month has."""
    rows = uow.session.execute(
        select(EntryRow.kind, func.count())
        .where(EntryRow.on.between(month.first_day, month.last_day))
        .group_by(EntryRow.kind)
    )
    return Counter(dict(rows.all()))
