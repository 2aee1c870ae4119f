"""Entries and balances as the fund book shows them. Amounts are int đồng."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Balances:
    """What the club has and whose it is at the end of a day."""

    cash: int
    bank: int
    loans: int
    savings: int
    borrowed: int
    funds: dict[str, int]

    @property
    def fund_total(self) -> int:
        """cash + bank + loans − savings − borrowed capital (CONTRACT 4)."""
        return self.cash + self.bank + self.loans - self.savings - self.borrowed


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One entry as a list shows it; ``cash_after`` is the box after it, in the order of days."""

    id: int
    on: date
    kind: str
    amount: int
    fund: str
    member: str | None
    name: str
    loan: str | None
    memo: str
    voucher: str
    meeting_month: str | None
    reverses: int | None
    reversed_by: int | None
    reason: str
    cash_after: int


@dataclass(frozen=True, slots=True)
class Correction:
    """A reversal dated inside the period, printed as a note."""

    on: date
    kind: str
    amount: int
    of_day: date
    reason: str
    name: str = ""
