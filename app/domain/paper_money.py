"""The money of a paper book, entry after entry in order of day (CONTRACT 3, Always true).

Pure. What may never go below zero stands in ``running``; here rows are followed through it, and
told apart from rows that only look wrong because another could not be read.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from app.base.errors import Problem
from app.domain.fund import KINDS, Account, Fund, Kind, Side
from app.domain.money import split_by_percent
from app.domain.paper_book import PaperBook, PaperEntry
from app.domain.paper_findings import Findings
from app.domain.rules import parse_split
from app.domain.running import GIVING, RunningBalances

Shares = dict[str, int]


def day_order(book: PaperBook) -> list[int]:
    """Places of the entries in order of day, within a day as they stand."""
    days = [entry.on for entry in book.entries]
    return sorted(range(len(days)), key=days.__getitem__)


def shares_of(book: PaperBook) -> Callable[[PaperEntry], Shares]:
    """How an entry of interest or penalty is divided among the funds, in đồng (CONTRACT 5.8).

    A reversal takes back the very shares of the entry it reverses.
    """
    changes = [change for change in book.rules if change.key == "interest_split"]
    changes.sort(key=lambda change: change.from_on)
    days = [change.from_on for change in changes]
    splits = [{Fund.INCOME.value: 100}, *(dict(parse_split(c.value)) for c in changes)]

    def shares(entry: PaperEntry) -> Shares:
        if entry.reverses is not None:
            return shares(book.entries[entry.reverses])
        if entry.shares:
            return dict(entry.shares)
        return split_by_percent(entry.amount, splits[bisect_right(days, entry.on)])

    return shares


def follow(found: Findings) -> RunningBalances:
    """After each row cash, bank, each loan, savings and borrowed capital are at least 0.

    Money of rows refused already is followed too, so that one slip brings no second complaint.
    """
    balances, shares_for = RunningBalances(), shares_of(found.book)
    doubtful_loans = set(found.unread.get("given", ()))
    unread = _UnreadMoney(found)
    below: set[str] = set()
    for index in day_order(found.book):
        entry = found.book.entries[index]
        kind = KINDS[entry.kind]
        amount = found.book.signed_amount(entry)
        shares = shares_for(entry) if kind.out_of is Side.SPLIT else None
        doubtful = index in found.doubtful_entries or (entry.loan in doubtful_loans and kind.loan)
        carry_out = balances.force if doubtful else balances.apply
        problem = carry_out(
            kind, amount, fund=entry.fund, member=entry.member, loan=entry.loan, shares=shares
        )
        if entry.kind in GIVING and (doubtful or problem):
            doubtful_loans.add(entry.loan)
        if problem is None:
            unread.note(kind, amount)
            _warn_below(found, index, balances, below)
        elif not unread.may_explain(problem, amount, entry.member):
            found.refuse_as(index, problem)
    return balances


class _UnreadMoney:
    """Whether rows that could not be read may be why something seems to be missing.

    Of cash and bank they may as long as no more is missing than all that was read brought in.
    """

    def __init__(self, found: Findings) -> None:
        kinds = [KINDS[code] for code in found.unread_kinds if code]
        anything = "" in found.unread_kinds
        self._savers = found.unread.get("savers", frozenset())
        self._borrowed = anything or any(kind.out_of is Account.BORROWED for kind in kinds)
        self._brought_in: dict[str, int] = {}
        if anything or any(kind.cash > 0 for kind in kinds):
            self._brought_in["entry.cash_short"] = 0
        if anything or any(kind.bank > 0 for kind in kinds):
            self._brought_in["entry.bank_short"] = 0

    def note(self, kind: Kind, amount: int) -> None:
        if self._brought_in:
            for code, moves in (("entry.cash_short", kind.cash), ("entry.bank_short", kind.bank)):
                if code in self._brought_in and moves > 0:
                    self._brought_in[code] += amount

    def may_explain(self, problem: Problem, amount: int, member: str) -> bool:
        if problem.code == "entry.savings_short":
            return member in self._savers
        if problem.code == "entry.borrowed_short":
            return self._borrowed
        return abs(amount) <= self._brought_in.get(problem.code, 0)


def _warn_below(found: Findings, index: int, balances: RunningBalances, below: set[str]) -> None:
    """A fund may go below zero, with a warning: one a fund, at the row where it first does."""
    for fund, amount in balances.funds.items():
        if amount < 0 and fund not in below:
            below.add(fund)
            entry = found.book.entries[index]
            found.warn(
                "entries",
                index,
                "fund",
                "sheet.fund_below_zero",
                fund=fund,
                short=-amount,
                on=entry.on,
            )
