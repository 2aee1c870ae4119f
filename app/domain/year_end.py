"""The year's end: what goes to savers and the board and between funds, with its arithmetic.

Pure. Interest went to the funds when it was paid, so the year's end only takes out of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.club import ClubHead
from app.domain.money import round_half_up, split_by_weight


@dataclass(frozen=True, slots=True)
class Share:
    """One member's part of ``whole``: ``whole × weight : weights = amount``.

    Equal to that within one đồng: parts are rounded by largest remainder, so they sum to the
    whole.
    """

    member: str
    name: str
    whole: int
    weight: int
    weights: int
    amount: int


@dataclass(frozen=True, slots=True)
class FundMove:
    """Money from one fund to another."""

    out_of: str
    into: str
    amount: int


@dataclass(frozen=True, slots=True)
class YearEnd:
    """What a year's end moves, all on one day; ``before`` and ``after`` are the funds.

    A saver's ``weight`` is the sum of her savings at the ends of ``months`` months; a board
    member's is what the board agreed on.
    """

    year: int
    on: date
    months: int
    savers_fund: str
    savers: tuple[Share, ...]
    board_fund: str
    board: tuple[Share, ...]
    moves: tuple[FundMove, ...]
    before: dict[str, int]
    after: dict[str, int]

    def average(self, share: Share) -> int:
        """A saver's average savings of the year, half up."""
        return round_half_up(share.weight, self.months)


def shares(whole: int, weights: Mapping[str, int], names: Mapping[str, str]) -> tuple[Share, ...]:
    """Divide ``whole`` by weights; members with nothing are left out, the order stays."""
    parts, total = split_by_weight(whole, dict(weights)), sum(weights.values())
    return tuple(
        Share(member, names[member], whole, weights[member], total, amount)
        for member, amount in parts.items()
        if amount
    )


def funds_after(
    before: Mapping[str, int],
    *,
    taken: Sequence[tuple[str, Sequence[Share]]],
    moves: Sequence[FundMove],
) -> dict[str, int]:
    """The funds once everything is carried out."""
    after = dict(before)
    for fund, parts in taken:
        after[fund] = after.get(fund, 0) - sum(part.amount for part in parts)
    for move in moves:
        after[move.out_of] = after.get(move.out_of, 0) - move.amount
        after[move.into] = after.get(move.into, 0) + move.amount
    return after


@dataclass(frozen=True, slots=True)
class YearEndPaper:
    """A year's end as its paper prints it, with who signs."""

    club: ClubHead
    plan: YearEnd
    chair: str
    secretary: str
    treasurer: str
    check_code: str = ""
    number: str = ""
