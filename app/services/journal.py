"""All entries as a plain-text journal that hledger and ledger read (CONTRACT 2).

A second opinion on every balance by programs that know nothing of this one. Accounts have English
names and codes, amounts are whole VND; the same book always gives the same text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlalchemy import select

from app.domain.fund import Account
from app.services import club
from app.store.club_tables import EntryRow, LoanRow, MemberRow, PostingRow
from app.store.database import UnitOfWork

ACCOUNTS = {
    Account.CASH: "assets:cash",
    Account.BANK: "assets:bank",
    Account.LOANS: "assets:loans",
    Account.SAVINGS: "liabilities:savings",
    Account.BORROWED: "liabilities:borrowed",
    Account.TRANSFER: "equity:transfer",
    Account.FUND_INCOME: "equity:fund:income",
    Account.FUND_OPERATING: "equity:fund:operating",
    Account.FUND_CARE: "equity:fund:care",
}
_BREAKS = re.compile(r"[\s;|\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_WIDTH = 48


def write(uow: UnitOfWork) -> str:
    """The whole book: what accounts there are, then every entry in order of day."""
    entries = list(_entries(uow))
    accounts = sorted({account for _, postings in entries for account, _ in postings})
    lines = [f"; {_words(club.head(uow).name)}", "", "commodity VND", ""]
    lines += [f"account {account}" for account in accounts]
    for head, postings in entries:
        lines += ["", head]
        lines += [f"    {account:<{_WIDTH}}  {amount} VND" for account, amount in postings]
    return "\n".join(lines) + "\n"


def _entries(uow: UnitOfWork) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    postings: dict[int, list[tuple[Account, int]]] = {}
    moved = uow.session.execute(
        select(PostingRow.entry_id, PostingRow.account, PostingRow.amount).order_by(
            PostingRow.entry_id, PostingRow.account
        )
    )
    for entry_id, account, amount in moved:
        postings.setdefault(entry_id, []).append((Account(account), amount))
    rows = uow.session.execute(
        select(
            EntryRow.id,
            EntryRow.on,
            EntryRow.kind,
            EntryRow.memo,
            MemberRow.code.label("member"),
            MemberRow.full_name.label("name"),
            LoanRow.code.label("loan"),
        )
        .outerjoin(MemberRow, MemberRow.id == EntryRow.member_id)
        .outerjoin(LoanRow, LoanRow.id == EntryRow.loan_id)
        .order_by(EntryRow.on, EntryRow.id)
    )
    for row in rows:
        told = (row.kind, row.loan, row.member, row.name, row.memo)
        head = f"{row.on} * ({row.id}) " + _words(" ".join(filter(None, told)))
        named = [
            (_account(account, row.member, row.loan), amount)
            for account, amount in postings.get(row.id, [])
        ]
        yield head, named


def _account(account: Account, member: str | None, loan: str | None) -> str:
    """The journal's name of an account, a loan's and a member's own below the common one."""
    if account is Account.LOANS and loan:
        return f"{ACCOUNTS[account]}:{_code(loan)}"
    if account is Account.SAVINGS and member:
        return f"{ACCOUNTS[account]}:{_code(member)}"
    return ACCOUNTS[account]


def _words(text: str) -> str:
    """Text on one line, without the signs that would begin a comment or end a payee.

    A memo stands in the payee: in a comment, both programs would read ``a:`` as a tag of theirs.
    """
    return _BREAKS.sub(" ", text).strip()


def _code(code: str) -> str:
    """A code as one account name: a colon would open a level below, a blank end the name."""
    return re.sub(r"[^\w.-]", "_", code)
