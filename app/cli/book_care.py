"""``soclb book check`` and ``journal``, ``soclb backup`` and ``restore``: keeping a book safe."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from app.base.text import translate
from app.cli import opening, reports, values
from app.cli.output import complain, say
from app.cli.parser import Commands
from app.domain.money import format_dong
from app.domain.periods import format_day

if TYPE_CHECKING:
    from app.domain.paper_book import ImportSummary
    from app.store.database import Database


def add(places: Commands) -> None:
    """The commands of ``soclb book`` that look after one."""
    check = places.add(
        "check", translate("cli", "say whether the book is whole and unchanged"), run=_check
    )
    opening.book(check)
    check.option("--code", translate("cli", "which paper carries this check code"), metavar="CODE")
    journal = places.add(
        "journal", translate("cli", "all entries as text, for hledger and ledger"), run=_journal
    )
    opening.book(journal)
    journal.option(
        "--out",
        translate("cli", "the file to make; - prints"),
        required=True,
        metavar="FILE",
        type=values.path,
    )


def _check(chosen: Namespace) -> int:
    from app.services import books, checking
    from app.services.sentences import sentence

    password = opening.password_of(chosen)
    with books.reading(chosen.book, password=password) as database:
        found = checking.check(database)
        if found.ok and chosen.code:
            return _code(database, chosen.code)
    if not found.ok:
        complain(*(sentence(problem) for problem in found.problems))
        return 1
    said = translate(
        "cli",
        "The book is whole: {entries} entries and {meetings} meetings, all of them unchanged.",
    )
    say(said.format(entries=found.entries, meetings=found.meetings))
    return 0


def _code(database: Database, code: str) -> int:
    from app.services import code_search

    with database.read() as uow:
        say(code_search.describe(code_search.find(uow, code=code)))
    return 0


def _journal(chosen: Namespace) -> int:
    from app.base.files import refuse_existing
    from app.services import journal

    if chosen.out != reports.STDOUT:
        refuse_existing(chosen.out)
    with opening.reading(chosen) as uow:
        text = journal.write(uow)
    reports.put(text.encode(), chosen.out)
    return 0


def summary_lines(summary: ImportSummary) -> list[str]:
    """What came in, to be held against the signed paper."""
    lines = [summary.name]
    lines += [f"  {name}: {count}" for name, count in summary.counts.items()]
    if summary.first and summary.last:
        said = translate("cli", "from {first} to {last}")
        lines.append(
            "  " + said.format(first=format_day(summary.first), last=format_day(summary.last))
        )
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
