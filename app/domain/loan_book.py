"""The open loans as of a day, as a page or a screen shows them. Amounts are int đồng, ratios bp.

Its ``.json`` form stands in CONTRACT 4; field names are the keys there wherever a key exists.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.club import ClubHead


@dataclass(frozen=True, slots=True)
class LoanLine:
    """An open loan as of a day (report ``loan-book``)."""

    loan: str
    member: str
    name: str
    on: date
    principal: int
    method: str
    rate_bp: int
    term_months: int
    outstanding: int
    overdue_principal: int
    days_overdue: int
    interest_paid: int
    interest_behind: int
    next_due: date | None
    next_amount: int
    purpose: str = ""
    last_due: date | None = None
    """The last day of the plan in force."""


@dataclass(frozen=True, slots=True)
class Par30:
    amount: int
    ratio_bp: int | None


@dataclass(frozen=True, slots=True)
class LoanInterest:
    """The interest of a loan taken in during a year, month by month."""

    loan: str
    name: str
    amounts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LoanBook:
    """All open loans as of a day, by lateness (report ``loan-book``)."""

    club: ClubHead
    as_of: date
    outstanding: int
    open: int
    par30: Par30
    ageing: dict[str, int]
    loans: tuple[LoanLine, ...]
    check_code: str = ""
    interest: tuple[LoanInterest, ...] = ()
