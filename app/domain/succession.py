"""Leaving, splitting, merging, handing an office on: what goes where, as frozen shapes.

Pure. A handover is what one club gives and the other takes, the same amounts on the same day; one
shape serves the papers of both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.base.errors import AppError
from app.domain.club import ClubHead
from app.domain.fund import Fund
from app.domain.loans import LoanTerms
from app.domain.members import Member


class HandoverRefusedError(AppError):
    """People, loans or money that can't go to another club so."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """What a member who leaves has saved and owes, and how the one is set off against the other.

    ``interest`` runs to the day as a pay-off asks for it (CONTRACT 5.7). ``fee`` is shown, never
    taken out of savings. ``covered`` of ``owed`` is paid out of the savings.
    """

    member: str
    name: str
    on: date
    savings: int
    principal: int
    interest: int
    penalty: int
    fee: int
    loans: tuple[str, ...]

    @property
    def owed(self) -> int:
        return self.principal + self.interest + self.penalty

    @property
    def covered(self) -> int:
        return min(self.savings, self.owed)

    @property
    def paid_out(self) -> int:
        """What the member, or who inherits, is given in cash."""
        return self.savings - self.covered

    @property
    def still_owed(self) -> int:
        return self.owed - self.covered


@dataclass(frozen=True, slots=True)
class MovedLoan:
    """A loan that changes its book: its terms stay, ``balance`` is what is owed that day.

    ``rest`` is the number of rows still to come of a loan that was extended, else 0.
    """

    code: str
    member: str
    terms: LoanTerms
    purpose: str
    guarantor: str | None
    balance: int
    interest_behind: int
    rest: int = 0
    minutes: str = ""


@dataclass(frozen=True, slots=True)
class Handover:
    """What one club hands to another on a day. Money is by fund, savings by member's code."""

    on: date
    giver: ClubHead
    taker: str
    minutes: str
    members: tuple[Member, ...]
    loans: tuple[MovedLoan, ...]
    savings: dict[str, int]
    savings_fund: str
    cash: dict[str, int]
    bank: dict[str, int]
    borrowed: dict[str, int]

    @property
    def lent(self) -> int:
        """What is owed on the loans that go along."""
        return sum(loan.balance for loan in self.loans)

    @property
    def saved(self) -> int:
        """The savings that go along."""
        return sum(self.savings.values())

    @property
    def fund_total(self) -> int:
        """By how much the funds of the one fall and those of the other rise."""
        given = sum(self.cash.values()) + sum(self.bank.values())
        return given + self.lent - self.saved - sum(self.borrowed.values())


def money_for_share(
    shares: Mapping[str, int],
    *,
    loans: int,
    savings: int,
    savings_fund: str,
    borrowed: Mapping[str, int],
) -> dict[str, int]:
    """Cash and bank by fund with which each fund falls by its share, funds of 0 left out.

    Loans given over count for the income fund; savings and borrowed capital must be covered.
    Raises HandoverRefusedError for a fund whose loans are worth more than its share.
    """
    found = {}
    for fund, share in shares.items():
        money = share + borrowed.get(fund, 0)
        money += savings if fund == savings_fund else 0
        money -= loans if fund == Fund.INCOME else 0
        if money < 0:
            raise HandoverRefusedError("handover.loans_above_share", fund=fund, more=-money)
        if money:
            found[fund] = money
    return found


def cash_then_bank(money: Mapping[str, int], *, cash: int) -> tuple[dict[str, int], dict[str, int]]:
    """Money by fund out of the box as far as ``cash`` goes, the rest from the bank."""
    in_cash, in_bank, left = {}, {}, cash
    for fund, amount in money.items():
        part = min(amount, left)
        left -= part
        if part:
            in_cash[fund] = part
        if amount > part:
            in_bank[fund] = amount - part
    return in_cash, in_bank


@dataclass(frozen=True, slots=True)
class BoardTerm:
    """Who held an office from when until when, both days counted; None: still does."""

    role: str
    member: str
    name: str
    from_on: date
    until_on: date | None
    decision: str


@dataclass(frozen=True, slots=True)
class HandoverPaper:
    """A handover as the papers of both sides print it; ``taker_chair`` may be unknown."""

    handover: Handover
    giver_chair: str
    giver_treasurer: str
    taker_chair: str = ""
    check_code: str = ""


@dataclass(frozen=True, slots=True)
class SettlementPaper:
    """A settlement as its paper prints it; ``paid_to`` names an heir, empty: the member herself."""

    club: ClubHead
    settlement: Settlement
    reason: str
    paid_to: str
    chair: str
    treasurer: str
    check_code: str = ""
    number: str = ""
