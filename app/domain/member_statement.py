"""A member's passbook over a period, as a page or a screen shows it. Amounts are int đồng.

Its ``.json`` form stands in CONTRACT 4; field names are the keys there wherever a key exists.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.club import ClubHead
from app.domain.fund_statement import Span
from app.domain.loan_book import LoanLine


@dataclass(frozen=True, slots=True)
class MemberLine:
    on: date
    kind: str
    amount: int
    loan: str | None
    memo: str = ""
    """What the entry is for, or who really paid (CONTRACT 5.4)."""


@dataclass(frozen=True, slots=True)
class MemberStatement:
    """One member's passbook over a period (report ``member-statement``)."""

    club: ClubHead
    member: str
    name: str
    first: date
    last: date
    savings: Span
    loans: tuple[LoanLine, ...]
    lines: tuple[MemberLine, ...]
    held: int
    present: int
    check_code: str = ""
