"""The club's own rules, each valid from a day on (CONTRACT 3, ``club``).

A change is dated and never touches what was agreed before: a loan keeps its own terms.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import date

from app.base.errors import AppError
from app.domain.fund import Fund
from app.domain.loans import ROUNDINGS, Method


class BadRuleError(AppError):
    """A value a rule can't have."""


PENALTY_PARTS = ("penalty", "interest", "principal")
"""What a payment on a loan may go to, in the order a club starts with."""


@dataclass(frozen=True, slots=True)
class Penalty:
    """What paying late costs: ``fixed`` đồng for each late instalment, or ``monthly_bp`` a month
    of the overdue principal. A club without a rule asks for nothing."""

    way: str = ""
    amount: int = 0

    def __str__(self) -> str:
        return f"{self.way}:{self.amount}" if self.way else ""

    def __bool__(self) -> bool:
        return self.amount > 0


PENALTY_WAYS = ("fixed", "monthly_bp")
MAX_PENALTY_BP = 1_000


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules in force on one day; defaults as the paper book's ``club`` sheet has them.

    None means that the club has set no limit.
    """

    fee_monthly: int = 0
    loan_rate_bp: int = 70
    loan_method: Method = Method.INTEREST_ONLY
    loan_term_months: int = 12
    rounding: int = 1
    interest_split: tuple[tuple[str, int], ...] = ((Fund.INCOME.value, 100),)
    cash_ceiling: int | None = None
    quorum_percent: int = 50
    max_open_loans: int | None = 1
    max_loan: int | None = None
    savings_multiple: int | None = None
    fund_share_percent: int | None = None
    penalty: Penalty = Penalty()
    allocation: tuple[str, ...] = PENALTY_PARTS
    max_extensions: int | None = None

    @property
    def split(self) -> dict[str, int]:
        return dict(self.interest_split)


FUNDS = frozenset(fund.value for fund in Fund)
METHODS = frozenset(method.value for method in Method)
RULE_KEYS = tuple(Rules.__dataclass_fields__)
UNLIMITED = frozenset(
    "cash_ceiling max_open_loans max_loan savings_multiple fund_share_percent "
    "max_extensions".split()
)
"""Rules that an empty text takes away."""

LIMITS: dict[str, Container[int]] = {
    "loan_rate_bp": range(10_001),
    "loan_term_months": range(1, 601),
    "rounding": ROUNDINGS,
    "quorum_percent": range(101),
    "max_open_loans": range(1, 100),
    "savings_multiple": range(1, 1_001),
    "fund_share_percent": range(1, 101),
    "max_extensions": range(100),
}


def parse_split(text: str) -> tuple[tuple[str, int], ...]:
    """``income:60;operating:40``; each fund once, whole percents that sum to 100."""
    parts: list[tuple[str, int]] = []
    for piece in text.split(";"):
        name, _, percent = piece.strip().partition(":")
        if name.strip() not in FUNDS or not percent.strip().isdecimal():
            raise BadRuleError("rule.split_unreadable", text=text)
        parts.append((name.strip(), int(percent)))
    if len({name for name, _ in parts}) != len(parts):
        raise BadRuleError("rule.split_unreadable", text=text)
    total = sum(percent for _, percent in parts)
    if total != 100:
        raise BadRuleError("rule.split_not_100", total=total)
    return tuple(parts)


def parse_penalty(text: str) -> Penalty:
    """Nothing, ``fixed:20000`` or ``monthly_bp:50``; raises BadRuleError."""
    if not text:
        return Penalty()
    way, _, number = (piece.strip() for piece in text.partition(":"))
    if way not in PENALTY_WAYS or not number.isdecimal() or not int(number):
        raise BadRuleError("rule.penalty_unreadable", text=text)
    if way == "monthly_bp" and int(number) > MAX_PENALTY_BP:
        raise BadRuleError("rule.out_of_range", rule="penalty", text=text)
    return Penalty(way, int(number))


def parse_allocation(text: str) -> tuple[str, ...]:
    """``penalty;interest;principal`` in the club's order, each once; raises BadRuleError."""
    parts = tuple(piece.strip() for piece in text.split(";"))
    if sorted(parts) != sorted(PENALTY_PARTS):
        raise BadRuleError("rule.allocation_unreadable", text=text)
    return parts


def parse_rule(key: str, text: str) -> object:
    """The value of rule ``key`` from its stored text; raises BadRuleError."""
    value = text.strip()
    if key == "interest_split":
        return parse_split(value)
    if key == "loan_method":
        if value not in METHODS:
            raise BadRuleError("rule.method_unknown", text=text)
        return Method(value)
    if key == "penalty":
        return parse_penalty(value)
    if key == "allocation":
        return parse_allocation(value)
    if key in UNLIMITED and not value:
        return None
    if not value.isdecimal():
        raise BadRuleError("rule.not_a_number", rule=key, text=text)
    number = int(value)
    if key in LIMITS and number not in LIMITS[key]:
        raise BadRuleError("rule.out_of_range", rule=key, text=text)
    return number


def format_rule(value: object) -> str:
    """The stored text of a rule's value; ``parse_rule`` reads it back."""
    if isinstance(value, tuple):
        named = [piece if isinstance(piece, str) else ":".join(map(str, piece)) for piece in value]
        return ";".join(named)
    return "" if value is None else str(value)


@dataclass(frozen=True, slots=True)
class RuleChange:
    key: str
    value: str
    from_on: date


def rules_on(changes: list[RuleChange], day: date) -> Rules:
    """The rules in force on ``day``; ``changes`` in the order they were made."""
    current: dict[str, tuple[date, object]] = {}
    for change in changes:
        since = current.get(change.key)
        if change.from_on <= day and (since is None or change.from_on >= since[0]):
            current[change.key] = (change.from_on, parse_rule(change.key, change.value))
    return replace(Rules(), **{key: value for key, (_, value) in current.items()})  # type: ignore[arg-type]
