"""``soclb book check`` and ``journal``, ``soclb backup`` and ``restore``: keeping a book safe."""

from __future__ import annotations

from app.base.text import translate
from app.cli.parser import Commands
from app.domain.money import format_dong
from app.domain.paper_book import ImportSummary
from app.domain.periods import format_day


def add(places: Commands) -> None:
    """The commands of ``soclb book``."""


def summary_lines(summary: ImportSummary) -> list[str]:
    """What came in, to be held against the signed paper."""
    lines = [summary.name]
    lines += [f"  {name}: {count}" for name, count in summary.counts.items()]
    if summary.first and summary.last:
        said = translate("cli", "  from {first} to {last}")
        lines.append(said.format(first=format_day(summary.first), last=format_day(summary.last)))
    told = summary.balances
    for label, amount in (
        (translate("cli", "cash"), told.cash),
        (translate("cli", "bank"), told.bank),
        (translate("cli", "loans"), told.loans),
        (translate("cli", "savings"), told.savings),
        (translate("cli", "borrowed capital"), told.borrowed),
        (translate("cli", "the club's own"), told.fund_total),
    ):
        lines.append(f"  {label}: {format_dong(amount)}")
    return lines
