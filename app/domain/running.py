"""Balances as entries follow one another, and the first rule an entry breaks (CONTRACT 3).

The paper book's rows pass through it, so that the wrong one can be named; money posted later is
checked in the book itself (``services/balance_checks``), and a test holds both against each other.
It knows amounts and codes; who is a member, whether a loan exists
and which day it is are the caller's to check.
"""

from __future__ import annotations

from collections import defaultdict

from app.base.errors import Problem
from app.domain.fund import FUND_ACCOUNTS, KINDS, Account, Fund, Kind, Side

GIVING = frozenset({"loan_disbursement", "opening_loan"})
_FUND_OF = {account: fund.value for fund, account in FUND_ACCOUNTS.items()}


def _effects(kind: Kind) -> tuple[int, ...]:
    """How cash, bank, loans, savings and borrowed capital move: 1 up, -1 down, 0 not at all."""
    has = (Account.CASH, Account.BANK, Account.LOANS)
    owes = (Account.SAVINGS, Account.BORROWED)
    up = [(kind.into is account) - (kind.out_of is account) for account in has]
    return (*up, *((kind.out_of is account) - (kind.into is account) for account in owes))


_EFFECTS = {kind.code: _effects(kind) for kind in KINDS.values()}


class RunningBalances:
    """What the club has and whose it is after the entries applied so far.

    ``loans`` and ``written_off`` are by loan code, ``savings`` by member code, ``funds`` by fund.
    A fund may go below zero; that is the caller's to warn of.
    """

    def __init__(self) -> None:
        self.cash = 0
        self.bank = 0
        self.borrowed = 0
        self.transfer = 0
        self.loans: defaultdict[str, int] = defaultdict(int)
        self.savings: defaultdict[str, int] = defaultdict(int)
        self.written_off: defaultdict[str, int] = defaultdict(int)
        """Written off and not recovered."""
        self.funds: defaultdict[str, int] = defaultdict(int)
        self.given: set[str] = set()
        """Loans that were disbursed or taken over."""

    def apply(
        self,
        kind: Kind,
        amount: int,
        *,
        fund: str | None = None,
        member: str | None = None,
        loan: str | None = None,
        shares: dict[str, int] | None = None,
    ) -> Problem | None:
        """Carry an entry out; the problem when it breaks a rule, and then nothing changes.

        ``amount`` is negative for a reversal. ``shares`` (fund to đồng, above 0, together the
        amount) divide interest and penalties; without them they go to the income fund.
        """
        problem = self.refusal(kind, amount, member=member, loan=loan)
        if problem is None:
            self.force(kind, amount, fund=fund, member=member, loan=loan, shares=shares)
        return problem

    def force(
        self,
        kind: Kind,
        amount: int,
        *,
        fund: str | None = None,
        member: str | None = None,
        loan: str | None = None,
        shares: dict[str, int] | None = None,
    ) -> None:
        """Carry an entry out whatever it breaks."""
        self._move(kind.into, amount, fund, member, loan, shares)
        self._move(kind.out_of, -amount, fund, member, loan, shares)
        if kind.code in GIVING and loan:
            self.given.add(loan)
        elif kind.code == "loan_write_off":
            self.written_off[loan or ""] += amount
        elif kind.code == "write_off_recovery":
            self.written_off[loan or ""] -= amount

    def refusal(
        self, kind: Kind, amount: int, *, member: str | None = None, loan: str | None = None
    ) -> Problem | None:
        """Why an entry may not follow now, or None; changes nothing."""
        cash, bank, loans, savings, borrowed = _EFFECTS[kind.code]
        if loans and (problem := self._loan_refusal(loan or "", amount * loans)):
            return problem
        if savings:
            saved = self.savings[member or ""]
            if saved + amount * savings < min(0, saved):
                return _short("entry.savings_short", amount, saved, member=member)
        if borrowed and self.borrowed + amount * borrowed < min(0, self.borrowed):
            return _short("entry.borrowed_short", amount, self.borrowed)
        if kind.code == "write_off_recovery" and amount > self.written_off[loan or ""]:
            return _short("entry.recovery_short", amount, self.written_off[loan or ""], loan=loan)
        if cash and self.cash + amount * cash < min(0, self.cash):
            return _short("entry.cash_short", amount, self.cash)
        if bank and self.bank + amount * bank < min(0, self.bank):
            return _short("entry.bank_short", amount, self.bank)
        return None

    def _loan_refusal(self, loan: str, moves: int) -> Problem | None:
        owed = self.loans[loan]
        if owed + moves >= 0:
            return None
        if loan not in self.given:
            return Problem("entry.loan_not_given", {"loan": loan}, field="loan")
        return _short("entry.loan_short", -moves, owed, loan=loan)

    def _move(
        self,
        side: Account | Side,
        amount: int,
        fund: str | None,
        member: str | None,
        loan: str | None,
        shares: dict[str, int] | None,
    ) -> None:
        if side is Side.FUND:
            self.funds[fund or ""] += -amount
        elif side is Side.SPLIT:
            sign = 1 if amount < 0 else -1
            for name, part in (shares or {Fund.INCOME.value: abs(amount)}).items():
                self.funds[name] += sign * part
        elif side is Account.CASH:
            self.cash += amount
        elif side is Account.BANK:
            self.bank += amount
        elif side is Account.LOANS:
            self.loans[loan or ""] += amount
        elif side is Account.SAVINGS:
            self.savings[member or ""] -= amount
        elif side is Account.BORROWED:
            self.borrowed -= amount
        elif side is Account.TRANSFER:
            self.transfer += amount
        else:
            self.funds[_FUND_OF[Account(side)]] -= amount


def _short(code: str, amount: int, left: int, **params: object) -> Problem:
    """``left`` is what there is before the entry, never shown below zero."""
    return Problem(code, {"amount": abs(amount), "left": max(0, left)} | params, field="amount")
