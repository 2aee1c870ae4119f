"""``soclb report``: one paper or its figures."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from app.base.text import translate
from app.cli import opening, values
from app.cli.output import say, say_bytes
from app.cli.parser import Commands, Parser, WrongUsage
from app.services.sentences import sentence

if TYPE_CHECKING:
    from app.services.paper_request import PaperRequest

STDOUT = Path("-")
FORMATS = ("pdf", "xlsx", "json", "txt")
INCOMPLETE = ("paper.option_missing", "paper.meeting_missing")
"""Refusals of a paper that a fuller line mends: wrong usage."""
USUAL = ("minutes", "fund-statement", "member-statement", "loan-book", "attendance", "indicators")


def add(commands: Commands) -> None:
    report = commands.add("report", translate("cli", "write one report"), run=_report)
    opening.book(report)
    report.given(
        "NAME",
        translate("cli", "which report: {known}, …").format(known=", ".join(USUAL)),
    )
    report.option("--month", translate("cli", "one month, 2026-11"), metavar="M", type=values.month)
    report.option(
        "--from",
        translate("cli", "first month, or day, of a longer period"),
        dest="first",
        metavar="M",
        type=values.first_day,
    )
    report.option(
        "--to",
        translate("cli", "last month, or day, of a longer period"),
        dest="last",
        metavar="M",
        type=values.last_day,
    )
    _subject(report)
    report.option(
        "--out",
        translate("cli", "the file to write, its ending chooses the format; - prints"),
        required=True,
        metavar="FILE",
        type=values.path,
    )
    report.option(
        "--format", translate("cli", "the format, where the name has no ending"), choices=FORMATS
    )


def _subject(report: Parser) -> None:
    """What the paper is about, and how it looks this once."""
    report.option(
        "--meeting", translate("cli", "the day of a meeting"), metavar="DAY", type=values.day
    )
    report.option("--member", translate("cli", "a member's code, M001"), metavar="CODE")
    report.option("--loan", translate("cli", "a loan's code, L001"), metavar="CODE")
    report.option("--voucher", translate("cli", "a voucher's number, T 07/2026"), metavar="NUMBER")
    report.option(
        "--number", translate("cli", "the paper's own number, 05"), default="", metavar="NUMBER"
    )
    report.option(
        "--thumb-prints",
        translate("cli", "with a box for the thumb of members who do not sign"),
        action="store_true",
    )


def _report(chosen: Namespace) -> int:
    from app.services import printing

    _refuse_unknown(chosen.name)
    ending = ending_of(chosen)
    if chosen.month is not None and (chosen.first or chosen.last):
        said = translate("cli", "{name} and {other} cannot stand together.")
        raise WrongUsage(said.format(name="--month", other="--from, --to"), "soclb report --help")
    if chosen.out != STDOUT:
        from app.base.files import refuse_existing

        refuse_existing(chosen.out)
    try:
        with opening.reading(chosen) as uow:
            content = printing.content(uow, _request(chosen), ending=ending)
    except printing.PaperRefusedError as refused:
        if refused.code not in INCOMPLETE:
            raise
        raise WrongUsage(sentence(refused), "soclb report --help") from refused
    put(content, chosen.out)
    return 0


def _refuse_unknown(name: str) -> None:
    from app.services.papers import PAPERS

    if name not in PAPERS:
        said = translate("cli", "There is no report {name}. There are: {known}.")
        raise WrongUsage(said.format(name=name, known=", ".join(PAPERS)), "soclb report --help")


def ending_of(chosen: Namespace) -> str:
    """``.pdf`` and so on, from ``--format`` or from the name of the file."""
    named = "" if chosen.out == STDOUT else chosen.out.suffix.lower()
    if chosen.format and named in ("", f".{chosen.format}"):
        return f".{chosen.format}"
    if chosen.out == STDOUT:
        said = translate("cli", "Behind --out - the format must be named: --format json.")
        raise WrongUsage(said, "soclb report … --out - --format json")
    if chosen.format:
        said = translate("cli", "The name {path} and --format {format} do not agree.")
        raise WrongUsage(
            said.format(path=chosen.out, format=chosen.format), "soclb report … --out FILE"
        )
    return str(named)


def put(content: bytes, out: Path) -> None:
    """Print the content, or write it to a file that appears only when it is whole."""
    from app.base.files import write_bytes

    if out == STDOUT:
        say_bytes(content)
        return
    write_bytes(out, content)
    say(translate("cli", "Made: {path}").format(path=out))


def _request(chosen: Namespace) -> PaperRequest:
    from app.services.paper_request import PaperRequest

    return PaperRequest(
        name=chosen.name,
        month=chosen.month,
        first=chosen.first,
        last=chosen.last,
        meeting=chosen.meeting,
        member=chosen.member,
        loan=chosen.loan,
        voucher=chosen.voucher,
        number=chosen.number,
        thumb_prints=chosen.thumb_prints,
    )
