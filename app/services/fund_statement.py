"""The fund statement of a period: opening, receipts, payments and closing, of each part.

Sums over postings, never stored; the definitions stand in CONTRACT 4.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import bindparam, func, select

from app.domain.fund import FUND_ACCOUNTS, KINDS, Account, Fund
from app.domain.fund_book import Correction
from app.domain.fund_statement import (
    FundMovement,
    FundStatement,
    LoansMovement,
    Movement,
    SavingsMovement,
    Span,
)
from app.domain.paper_numbers import period_number
from app.services import check_codes, club, loans, members
from app.services.fund import Sums, sums_before
from app.store.club_tables import EntryRow, MemberRow, PostingRow
from app.store.database import UnitOfWork

CASH_WAYS = {code: kind.cash for code, kind in KINDS.items()}
BANK_WAYS = {code: kind.bank for code, kind in KINDS.items()}

_ENTRIES, _POSTINGS, _MEMBERS = EntryRow.__table__, PostingRow.__table__, MemberRow.__table__
_REVERSED = _ENTRIES.alias("reversed")
_MOVES = (
    select(
        _POSTINGS.c.account,
        _ENTRIES.c.kind,
        func.sum(_POSTINGS.c.amount),
        func.sum(func.max(_POSTINGS.c.amount, 0)),
    )
    .join_from(_POSTINGS, _ENTRIES, _ENTRIES.c.id == _POSTINGS.c.entry_id)
    .where(
        _POSTINGS.c.account.in_([account.value for account in Account]),
        _POSTINGS.c.on.between(bindparam("first"), bindparam("last")),
    )
    .group_by(_POSTINGS.c.account, _ENTRIES.c.kind)
)
_CARE_USED = (
    select(_POSTINGS.c.entry_id).where(_POSTINGS.c.account == Account.FUND_CARE.value).limit(1)
)
_REVERSALS = (
    select(
        _ENTRIES.c.on,
        _ENTRIES.c.kind,
        _ENTRIES.c.amount,
        _REVERSED.c.on,
        _ENTRIES.c.reason,
        _MEMBERS.c.full_name,
    )
    .join_from(_ENTRIES, _REVERSED, _REVERSED.c.id == _ENTRIES.c.reverses_id)
    .outerjoin(_MEMBERS, _MEMBERS.c.id == _ENTRIES.c.member_id)
    .where(_ENTRIES.c.on.between(bindparam("first"), bindparam("last")))
    .order_by(_ENTRIES.c.id)
)


def _moves(uow: UnitOfWork, first: date, last: date) -> dict[tuple[Account, str], tuple[int, int]]:
    """By account and kind of the period's postings: the sum, and the sum of the positive ones."""
    rows = uow.rows(_MOVES, first=first, last=last)
    return {(Account(account), kind): (total, up) for account, kind, total, up in rows}


def fund_statement(uow: UnitOfWork, *, first: date, last: date) -> FundStatement:
    """Opening, receipts, payments and closing of a period, of cash, bank and each fund."""
    before, moves = sums_before(uow, first), _moves(uow, first, last)
    totals = {key: total for key, (total, _) in moves.items()}
    cash = {kind: total for (account, kind), total in totals.items() if account is Account.CASH}
    bank = {kind: total for (account, kind), total in totals.items() if account is Account.BANK}
    signers = members.signers(uow, on=last)
    return FundStatement(
        club=club.head(uow),
        first=first,
        last=last,
        cash=_movement(before[Account.CASH], cash, CASH_WAYS),
        bank=_movement(before[Account.BANK], bank, BANK_WAYS),
        receipts=_by_kind(cash, CASH_WAYS, 1),
        payments=_by_kind(cash, CASH_WAYS, -1),
        bank_receipts=_by_kind(bank, BANK_WAYS, 1),
        bank_payments=_by_kind(bank, BANK_WAYS, -1),
        funds=_fund_movements(uow, before, moves),
        loans=_loans_movement(uow, before, totals, last),
        savings=_savings_movement(before, totals),
        borrowed_capital=Span(
            -before[Account.BORROWED],
            -before[Account.BORROWED] - _of(totals, Account.BORROWED),
        ),
        corrections=corrections(uow, first=first, last=last),
        chair=signers["chair"],
        secretary=signers["secretary"],
        treasurer=signers["treasurer"],
        number=period_number(first, last, club.started_on(uow)),
        check_code=check_codes.code(uow, paper="fund-statement", first=first, last=last),
    )


def _by_kind(moves: dict[str, int], ways: dict[str, int], way: int) -> dict[str, int]:
    """What came in (``way`` 1) or went out (-1), by kind in the order of ``KINDS``."""
    return {kind: way * moves[kind] for kind in KINDS if ways[kind] == way and moves.get(kind)}


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


def care_used(uow: UnitOfWork) -> bool:
    """Whether the book ever used the third fund: papers of a club without one don't name it."""
    return uow.rows(_CARE_USED).scalar() is not None


def _fund_movements(
    uow: UnitOfWork, before: Sums, moves: dict[tuple[Account, str], tuple[int, int]]
) -> dict[str, FundMovement]:
    used = care_used(uow)
    found = {}
    for fund, account in FUND_ACCOUNTS.items():
        if fund is Fund.CARE and not used:
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
    histories = loans.histories(uow, loans=loans.open_codes(uow, on=last))
    borrowers = loans.borrowers(uow)
    overdue = [late for history in histories.values() if (late := history.overdue_principal(last))]
    account = Account.LOANS
    return LoansMovement(
        opening=before[account],
        disbursed=_of(totals, account, "loan_disbursement"),
        taken_over=_of(totals, account, "opening_loan"),
        repaid=-_of(totals, account, "principal_repayment"),
        written_off=-_of(totals, account, "loan_write_off"),
        handed_over=-_of(totals, account, "handover_loan"),
        closing=before[account] + _of(totals, account),
        open=len(histories),
        borrowers=len({borrowers[code] for code in histories}),
        overdue=sum(overdue),
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
    rows = uow.rows(_REVERSALS, first=first, last=last)
    return tuple(
        Correction(on, kind, amount, of_day, reason, name or "")
        for on, kind, amount, of_day, reason, name in rows
    )
