"""``soclb union draw``, ``visits``, ``visit``: what is drawn, seen, found and mended."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from app.base import clock
from app.base.text import translate
from app.cli import register_words, reports, values
from app.cli.output import say, say_json
from app.cli.parser import Commands, Parser

if TYPE_CHECKING:
    from app.domain.visits import Finding, Visit

PAPERS = ("checklist", "minutes")


def add(commands: Commands) -> None:
    draw = commands.add("draw", translate("cli", "draw clubs and entries for a visit"), run=_draw)
    register_words.register(draw)
    for name, text in (
        ("--clubs", translate("cli", "how many clubs")),
        ("--entries", translate("cli", "how many entries of each")),
    ):
        draw.option(name, text, required=True, metavar="N", type=values.number)
    draw.option(
        "--seed",
        translate("cli", "any number or word; the same draws the same"),
        required=True,
        metavar="SEED",
    )
    _day(draw, "--on", translate("cli", "the day of the visit"))
    draw.option("--area", translate("cli", "only clubs of this area"), metavar="PATH")
    listed = commands.add("visits", translate("cli", "visits and what is to mend"), run=_visits)
    register_words.register(listed)
    listed.option("--json", translate("cli", "say it as JSON"), action="store_true")
    paper = commands.add(
        "visit-paper", translate("cli", "checklist or minutes of a visit"), run=_paper
    )
    _visit(paper)
    paper.given("PAPER", translate("cli", "checklist or minutes"), choices=PAPERS)
    paper.option(
        "--out",
        translate("cli", "the file to make: .pdf, .xlsx, .txt"),
        required=True,
        metavar="FILE",
        type=values.path,
    )
    _writing(commands)


def _writing(commands: Commands) -> None:
    """Commands that write down what was seen."""
    see = commands.add("see", translate("cli", "write down one point of a visit"), run=_see)
    _visit(see)
    see.given("POINT", translate("cli", "its number on the checklist"), type=values.number)
    see.given("SEEN", translate("cli", "good or wrong"), choices=("good", "wrong"))
    see.option("--note", translate("cli", "what was seen"), default="", metavar="TEXT")
    finding = commands.add("finding", translate("cli", "what is to mend"), run=_finding)
    _visit(finding)
    finding.given("TEXT", translate("cli", "what is to mend"))
    finding.option("--who", translate("cli", "who mends it"), required=True, metavar="NAME")
    _day(finding, "--until", translate("cli", "until which day"))
    mended = commands.add("mended", translate("cli", "a finding is dealt with"), run=_mended)
    register_words.register(mended)
    mended.given("FINDING", translate("cli", "as visits names it"))
    mended.option("--outcome", translate("cli", "how"), default="", metavar="TEXT")


def _visit(command: Parser) -> None:
    register_words.register(command)
    command.given("VISIT", translate("cli", "as visits names it"))


def _day(command: Parser, name: str, text: str) -> None:
    command.option(name, text, dest="day", required=True, metavar="DAY", type=values.day)


def _draw(chosen: Namespace) -> int:
    from app.services import register, visits

    with register.opened(chosen.register) as database, database.begin() as uow:
        made = visits.draw(
            uow, clubs=chosen.clubs, entries=chosen.entries, seed=chosen.seed, on=chosen.day,
            area=chosen.area,
        )  # fmt: skip
    say(*map(_visit_words, made))
    return 0


def _visits(chosen: Namespace) -> int:
    from dataclasses import asdict

    from app.services import register, visits
    from app.services.figures import plain

    with register.opened(chosen.register, read_only=True) as database, database.read() as uow:
        found, open_ones = visits.visits(uow), visits.findings(uow, open_only=True)
    if chosen.json:
        say_json([plain(asdict(one)) for one in found])
        return 0
    say(*map(_visit_words, found), *map(_finding_words, open_ones))
    return 0


def _visit_words(visit: Visit) -> str:
    entries = ", ".join(point.subject for point in visit.points if point.subject) or "–"
    said = translate("cli", "{visit}: {club}, {area}, {day}; entries {entries}")
    return said.format(
        visit=visit.id, club=visit.club, area=visit.area, day=visit.on, entries=entries
    )


def _finding_words(found: Finding) -> str:
    said = (
        translate("cli", "! {finding}: {club}: {text} ({who}, was due on {day})")
        if found.overdue(clock.today())
        else translate("cli", "{finding}: {club}: {text} ({who}, until {day})")
    )
    return said.format(
        finding=found.id, club=found.club, text=found.text, who=found.who, day=found.due
    )


def _paper(chosen: Namespace) -> int:
    from app.base.files import refuse_existing
    from app.services import register, visit_papers

    refuse_existing(chosen.out)
    with register.opened(chosen.register, read_only=True) as database, database.read() as uow:
        content = visit_papers.content(
            uow, code=chosen.visit, paper=chosen.paper, ending=chosen.out.suffix
        )
    reports.put(content, chosen.out)
    return 0


def _see(chosen: Namespace) -> int:
    from app.services import register, visits

    good = chosen.seen == "good"
    with register.opened(chosen.register) as database, database.begin() as uow:
        visits.answer(uow, code=chosen.visit, number=chosen.point, good=good, note=chosen.note)
    return 0


def _finding(chosen: Namespace) -> int:
    from app.services import register, visits

    with register.opened(chosen.register) as database, database.begin() as uow:
        made = visits.find(uow, code=chosen.visit, text=chosen.text, who=chosen.who, due=chosen.day)
    say(_finding_words(made))
    return 0


def _mended(chosen: Namespace) -> int:
    from app.services import register, visits

    with register.opened(chosen.register) as database, database.begin() as uow:
        visits.mend(uow, finding=chosen.finding, outcome=chosen.outcome, on=clock.today())
    return 0
