"""A paper book's totals beside the signed paper, before anything goes live. Free of Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.base.errors import InvalidError, Problem
from app.base.text import translate
from app.domain.money import format_dong
from app.domain.paper_book import ImportSummary


@dataclass(frozen=True, slots=True)
class Total:
    """One figure to find on the signed paper; ``money`` is False for a count of people or loans."""

    field: str
    words: str
    amount: int
    money: bool = True

    def said(self) -> str:
        """The figure as it is read aloud, under its field."""
        return translate("window", "In the table: {figure}").format(figure=format_dong(self.amount))


def totals(summary: ImportSummary) -> tuple[Total, ...]:
    """What the signed paper must say too, in the order of its lines."""
    closing = summary.balances
    found = [
        Total("members", translate("window", "Members"), summary.members_now, money=False),
        Total("open_loans", translate("window", "Loans not repaid yet"), summary.open_loans,
              money=False),
        Total("cash", translate("window", "Cash in the box"), closing.cash),
        Total("bank", translate("window", "Money at the bank"), closing.bank),
        Total("loans", translate("window", "Outstanding loans"), closing.loans),
        Total("savings", translate("window", "Savings of the members"), closing.savings),
        Total("borrowed", translate("window", "Borrowed capital"), closing.borrowed),
    ]  # fmt: skip
    return tuple(total for total in found if total.field != "borrowed" or total.amount)


def hold_against(found: tuple[Total, ...], paper: Mapping[str, int | None]) -> None:
    """Whether every figure is the signed paper's; an empty field stands for 0.

    Raises InvalidError with what differs and by how much, a problem a field.
    """
    problems = [
        Problem(
            "total.differs",
            {
                "table": total.amount,
                "paper": paper.get(total.field) or 0,
                "apart": abs(total.amount - (paper.get(total.field) or 0)),
            },
            total.field,
        )
        for total in found
        if total.amount != (paper.get(total.field) or 0)
    ]
    if problems:
        raise InvalidError(problems)
