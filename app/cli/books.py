"""``soclb book``: made empty, brought in from a paper book, given out again."""

from __future__ import annotations

from argparse import Namespace

from app.base import clock
from app.base.errors import AppError, InvalidError, Problem
from app.base.text import one_line, translate
from app.cli import book_care, opening, values
from app.cli.output import complain, say
from app.cli.parser import Commands
from app.domain.club import ClubDetails
from app.domain.periods import Month, parse_day
from app.domain.rules import RULE_KEYS, parse_rule

TEXTS = (
    *("hamlet", "commune", "district", "province"),
    *("founding_decision", "parent_body"),
)
DAYS = ("started_on", "founded_on")
SETTINGS = (*DAYS, *TEXTS, *RULE_KEYS)


def add(commands: Commands) -> None:
    group = commands.add("book", translate("cli", "a club's book: new, brought in, checked"))
    places = group.commands(translate("cli", "Commands"))
    new = places.add("new", translate("cli", "make an empty book"), run=_new)
    new.given("BOOK", translate("cli", "the file to make, NAME.soclb"), type=values.path)
    new.option("--name", translate("cli", "what the club is called"), required=True, metavar="NAME")
    said = translate("cli", "one of the club's own facts and rules, as often as needed: {known}")
    new.option(
        "--set",
        said.format(known=", ".join(SETTINGS)),
        dest="settings",
        metavar="KEY=VALUE",
        type=values.pair,
        action="append",
        default=[],
    )
    bring = places.add(
        "import", translate("cli", "make a book from a paper book: CSV or workbook"), run=_import
    )
    bring.given("BOOK", translate("cli", "the file to make, NAME.soclb"), type=values.path)
    bring.given(
        "SOURCE",
        translate("cli", "a folder of CSV files, or one .xlsx, .xls or .ods"),
        type=values.path,
    )
    bring.option(
        "--dry-run", translate("cli", "check everything, make nothing"), action="store_true"
    )
    give = places.add("export", translate("cli", "the same sheets out again"), run=_export)
    opening.book(give)
    give.given("DIR", translate("cli", "the folder to make"), type=values.path)
    book_care.add(places)


def _new(chosen: Namespace) -> int:
    from app.services import books

    details, rules = _settings(chosen.name, chosen.settings)
    books.create(chosen.book, details=details, rules=rules)
    say(translate("cli", "Made: {path}").format(path=chosen.book))
    return 0


def _settings(name: str, settings: list[tuple[str, str]]) -> tuple[ClubDetails, dict[str, str]]:
    """The club and its rules as ``--name`` and ``--set`` tell them; every fault at once."""
    problems, told = [], dict(settings)
    for key in told:
        if key not in SETTINGS:
            known = ", ".join(SETTINGS)
            problems.append(Problem("setting.unknown", {"key": key, "known": known}))
        elif [other for other, _ in settings].count(key) > 1:
            problems.append(Problem("setting.twice", {"key": key}))
        else:
            problems += _unreadable(key, told[key])
    if not one_line(name):
        problems.append(Problem("setting.empty", {"key": "--name"}))
    if problems:
        raise InvalidError(problems)
    started_on = told.get("started_on") or str(Month.of(clock.today()).first_day)
    founded_on = told.get("founded_on")
    details = ClubDetails(
        name=one_line(name),
        started_on=parse_day(started_on),
        founded_on=parse_day(founded_on) if founded_on else None,
        hamlet=one_line(told.get("hamlet", "")),
        commune=one_line(told.get("commune", "")),
        district=one_line(told.get("district", "")),
        province=one_line(told.get("province", "")),
        founding_decision=one_line(told.get("founding_decision", "")),
        parent_body=one_line(told.get("parent_body", "")),
    )
    return details, {key: value for key, value in told.items() if key in RULE_KEYS}


def _unreadable(key: str, value: str) -> list[Problem]:
    try:
        if key in DAYS and value:
            parse_day(value)
        elif key in RULE_KEYS:
            parse_rule(key, value)
    except AppError as error:
        return [Problem(error.code, error.params, field=key)]
    return []


def _import(chosen: Namespace) -> int:
    from app.services import paper_book
    from app.services.sentences import sentence

    summary = paper_book.import_book(chosen.book, source=chosen.source, dry_run=chosen.dry_run)
    for warning in summary.warnings:
        complain(sentence(warning))
    say(*book_care.summary_lines(summary))
    if chosen.dry_run:
        say(translate("cli", "Everything fits; nothing was made."))
    else:
        say(translate("cli", "Made: {path}").format(path=chosen.book))
    return 0


def _export(chosen: Namespace) -> int:
    from app.services import paper_book

    with opening.reading(chosen) as uow:
        paper_book.export_book(uow, folder=chosen.dir)
    say(translate("cli", "Made: {path}").format(path=chosen.dir))
    return 0
