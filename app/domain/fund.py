"""What each kind of entry does to the club's money: the accounts, the kinds, the postings.

Double entry underneath, never on screen. Positive amounts stand on the side of what the club
has (cash, bank, loans), negative ones on the side of whose it is (funds, savings, borrowed
capital), so the postings of an entry sum to 0 and
``cash + bank + loans = funds + savings + borrowed capital`` always holds (CONTRACT 3).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum

from app.base.errors import AppError
from app.domain.money import split_by_percent


class Fund(StrEnum):
    INCOME = "income"
    OPERATING = "operating"
    CARE = "care"


class Account(StrEnum):
    """The accounts of every book, as stored."""

    CASH = "cash"
    BANK = "bank"
    LOANS = "loans"
    SAVINGS = "savings"
    BORROWED = "borrowed_capital"
    TRANSFER = "transfer"
    """Between the two halves of a transfer; 0 whenever a pair is complete."""
    FUND_INCOME = "fund_income"
    FUND_OPERATING = "fund_operating"
    FUND_CARE = "fund_care"


FUND_ACCOUNTS = {
    Fund.INCOME: Account.FUND_INCOME,
    Fund.OPERATING: Account.FUND_OPERATING,
    Fund.CARE: Account.FUND_CARE,
}


class Side(Enum):
    """A side of a kind that is not one fixed account."""

    FUND = "the fund the entry names"
    SPLIT = "the funds by the club's interest_split"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry: ``into`` goes up or owes less, ``out_of`` goes down or owes more."""

    code: str
    into: Account | Side
    out_of: Account | Side
    member: bool = False
    loan: bool = False

    @property
    def fund(self) -> bool:
        return Side.FUND in (self.into, self.out_of)

    def _moves(self, account: Account) -> int:
        return (self.into is account) - (self.out_of is account)

    @property
    def cash(self) -> int:
        """1 takes cash in, -1 pays cash out, 0 leaves the box alone."""
        return self._moves(Account.CASH)

    @property
    def bank(self) -> int:
        """1 adds to the bank account, -1 takes from it, 0 neither."""
        return self._moves(Account.BANK)

    @property
    def savings(self) -> int:
        """1 adds to what members have saved, -1 takes from it, 0 neither."""
        return -self._moves(Account.SAVINGS)

    @property
    def loans(self) -> int:
        """1 lets a loan grow, -1 brings it down, 0 neither."""
        return self._moves(Account.LOANS)


def _kinds() -> tuple[Kind, ...]:
    cash, bank, loans = Account.CASH, Account.BANK, Account.LOANS
    savings, borrowed, transfer = Account.SAVINGS, Account.BORROWED, Account.TRANSFER
    income, operating = Account.FUND_INCOME, Account.FUND_OPERATING
    fund, split = Side.FUND, Side.SPLIT
    return (
        Kind("opening_cash", cash, fund),
        Kind("opening_bank", bank, fund),
        Kind("opening_loan", loans, income, loan=True),
        Kind("opening_savings", fund, savings, member=True),
        Kind("opening_borrowed", fund, borrowed),
        Kind("membership_fee", cash, operating, member=True),
        Kind("saving_deposit", cash, savings, member=True),
        Kind("saving_withdrawal", savings, cash, member=True),
        Kind("saving_interest", fund, savings, member=True),
        Kind("loan_disbursement", loans, cash, loan=True),
        Kind("principal_repayment", cash, loans, loan=True),
        Kind("interest_payment", cash, split, loan=True),
        Kind("penalty_payment", cash, split, loan=True),
        Kind("donation", cash, fund),
        Kind("grant", cash, fund),
        Kind("other_income", cash, fund),
        Kind("expense", fund, cash),
        Kind("fund_transfer_in", transfer, fund),
        Kind("fund_transfer_out", fund, transfer),
        Kind("bank_deposit", bank, cash),
        Kind("bank_withdrawal", cash, bank),
        Kind("bank_interest", bank, fund),
        Kind("bank_fee", fund, bank),
        Kind("borrowed_in", cash, borrowed),
        Kind("borrowed_out", borrowed, cash),
        Kind("cash_over", cash, fund),
        Kind("cash_short", fund, cash),
        Kind("loan_write_off", income, loans, loan=True),
        Kind("write_off_recovery", cash, income, loan=True),
        Kind("handover_cash", fund, cash),
        Kind("handover_bank", fund, bank),
        Kind("handover_loan", income, loans, loan=True),
        Kind("handover_savings", savings, fund, member=True),
        Kind("handover_borrowed", borrowed, fund),
    )


KINDS: dict[str, Kind] = {kind.code: kind for kind in _kinds()}
TRANSFER_KINDS = ("fund_transfer_in", "fund_transfer_out")

AFTER_LEAVING = frozenset(
    "principal_repayment interest_payment penalty_payment write_off_recovery loan_write_off "
    "saving_withdrawal handover_loan handover_savings".split()
)
"""What may still be entered for somebody who has left the club (CONTRACT 3)."""


class UnbalancedError(AppError):
    """Postings that do not sum to 0: a fault of the program, or of a book changed by hand."""


@dataclass(frozen=True, slots=True)
class Posting:
    """``amount`` đồng on ``account``; positive as the module's head says."""

    account: Account
    amount: int


def postings_for(
    kind: Kind, amount: int, *, fund: Fund | None = None, split: dict[str, int] | None = None
) -> tuple[Posting, ...]:
    """The postings of one entry of ``kind`` over ``amount`` đồng; they sum to 0.

    ``fund`` is needed where ``kind.fund``; ``split`` (fund to percent) for interest and
    penalties. Parts of 0 are left out (CONTRACT 3, 5.8).
    """
    into = _sides(kind.into, amount, fund, split)
    out_of = _sides(kind.out_of, -amount, fund, split)
    postings = tuple(posting for posting in (*into, *out_of) if posting.amount)
    check_balanced(postings)
    return postings


def _sides(
    side: Account | Side, amount: int, fund: Fund | None, split: dict[str, int] | None
) -> list[Posting]:
    if isinstance(side, Account):
        return [Posting(side, amount)]
    if side is Side.SPLIT:
        sign = -1 if amount < 0 else 1
        parts = split_by_percent(abs(amount), split or {Fund.INCOME: 100})
        return [Posting(FUND_ACCOUNTS[Fund(name)], sign * part) for name, part in parts.items()]
    if fund is None:
        raise UnbalancedError("entry.fund_missing")
    return [Posting(FUND_ACCOUNTS[fund], amount)]


def check_balanced(postings: tuple[Posting, ...]) -> None:
    """Raise UnbalancedError unless ``postings`` sum to 0."""
    if sum(posting.amount for posting in postings):
        raise UnbalancedError("entry.unbalanced")


def reversed_postings(postings: tuple[Posting, ...]) -> tuple[Posting, ...]:
    """What takes ``postings`` back, with the very split they were made with."""
    return tuple(Posting(posting.account, -posting.amount) for posting in postings)
