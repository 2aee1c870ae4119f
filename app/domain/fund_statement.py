"""The fund statement of a period, as a page or a screen shows it. Amounts are int đồng.

Its ``.json`` form stands in CONTRACT 4; field names are the keys there wherever a key exists.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from app.domain.club import ClubHead
from app.domain.fund_book import Correction


@dataclass(frozen=True, slots=True)
class Movement:
    """Cash box or bank account over a period."""

    opening: int
    receipts: int
    payments: int
    closing: int


@dataclass(frozen=True, slots=True)
class Span:
    """A balance at the two ends of a period."""

    opening: int
    closing: int


@dataclass(frozen=True, slots=True)
class FundMovement:
    """One fund over a period; ``closing = opening + increase - decrease``."""

    opening: int
    increase: int
    decrease: int
    closing: int


@dataclass(frozen=True, slots=True)
class LoansMovement:
    opening: int
    disbursed: int
    taken_over: int
    repaid: int
    written_off: int
    handed_over: int
    closing: int
    open: int
    borrowers: int
    overdue: int = 0
    overdue_count: int = 0


@dataclass(frozen=True, slots=True)
class SavingsMovement:
    opening: int
    deposited: int
    withdrawn: int
    taken_over: int
    credited: int
    handed_over: int
    closing: int


@dataclass(frozen=True, slots=True)
class FundStatement:
    """Income, payments and balances of a period (report ``fund-statement``)."""

    club: ClubHead
    first: date
    last: date
    cash: Movement
    bank: Movement
    receipts: dict[str, int]
    payments: dict[str, int]
    funds: dict[str, FundMovement]
    loans: LoansMovement
    savings: SavingsMovement
    borrowed_capital: Span
    corrections: tuple[Correction, ...] = ()
    chair: str = ""
    secretary: str = ""
    treasurer: str = ""
    number: str = ""
    check_code: str = ""
    bank_receipts: dict[str, int] = field(default_factory=dict)
    bank_payments: dict[str, int] = field(default_factory=dict)
    """What moved the bank account, by kind; a deposit also stands in ``payments`` of cash."""
