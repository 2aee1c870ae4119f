"""A loan's plan by CONTRACT 5.1–5.3, with fractions and without a line of the program's own."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil, floor


@dataclass(frozen=True)
class Row:
    due: date
    principal: int
    interest: int


def half_up(value: Fraction, step: int) -> int:
    return floor(value / step + Fraction(1, 2)) * step


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def one_interest(loan: dict[str, str], balance: int, rounding: int) -> int:
    base = int(loan["principal"]) if loan["method"] == "flat" else balance
    return half_up(Fraction(base * int(loan["rate_bp"]), 10_000), rounding)


def plan(loan: dict[str, str], rounding: int) -> list[Row]:
    """The rows of a loan as its line in the sheet ``loans`` tells them."""
    principal, term = int(loan["principal"]), int(loan["term_months"])
    grace, on = int(loan["grace_months"] or 0), date.fromisoformat(loan["on"])
    left, rows = principal, []
    for number in range(1, term + 1):
        interest = one_interest(loan, left, rounding)
        part = 0 if number <= grace else _part(loan, term - grace, interest, rounding)
        part = left if number == term else min(left, part)
        left -= part
        rows.append(Row(months_after(on, number), part, interest))
    return rows


def _part(loan: dict[str, str], months: int, interest: int, rounding: int) -> int:
    principal, rate = int(loan["principal"]), Fraction(int(loan["rate_bp"]), 10_000)
    if loan["method"] == "interest_only":
        return 0
    if loan["method"] in ("equal_principal", "flat"):
        return ceil(Fraction(principal, months * rounding)) * rounding
    each = principal * rate / (1 - (1 + rate) ** -months) if rate else Fraction(principal, months)
    return max(0, half_up(each, rounding) - interest)
