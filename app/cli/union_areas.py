"""``soclb union areas`` and ``area``: what the clubs' communes are today, and new changes."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from app.base.text import translate
from app.cli import register_words, values
from app.cli.output import say, say_json
from app.cli.parser import Commands

if TYPE_CHECKING:
    from app.services.area_overview import AreaLine


def add(commands: Commands) -> None:
    listed = commands.add(
        "areas", translate("cli", "the clubs' areas, and what each is today"), run=_areas
    )
    register_words.register(listed)
    listed.option(
        "--on", translate("cli", "as of this day (today)"), metavar="DAY", type=values.day
    )
    listed.option("--json", translate("cli", "say it as JSON"), action="store_true")
    change = commands.add(
        "area", translate("cli", "a commune became another, or a part of it did"), run=_change
    )
    register_words.register(change)
    change.given("OLD", translate("cli", "province/district/commune as it was"))
    change.given("NEW", translate("cli", "province/commune as it is"))
    register_words.from_day(change)
    change.option(
        "--decision", translate("cli", "the decision it rests on"), required=True, metavar="TEXT"
    )


def _areas(chosen: Namespace) -> int:
    from dataclasses import asdict

    from app.services import area_overview, register
    from app.services.figures import plain

    with register.opened(chosen.register, read_only=True) as database, database.read() as uow:
        found = area_overview.overview(uow, on=chosen.on)
    if chosen.json:
        say_json([plain(asdict(line)) for line in found])
    else:
        say(*map(_as_text, found))
    return 0


def _as_text(line: AreaLine) -> str:
    said = (
        translate("cli", "{area} ({clubs}): not in the list of communes")
        if not line.known
        else translate("cli", "{area} ({clubs}): in force")
        if line.in_force
        else translate("cli", "{area} ({clubs}) → {units}")
    )
    return said.format(area=line.area or "–", clubs=len(line.clubs), units="; ".join(line.units))


def _change(chosen: Namespace) -> int:
    from app.services import areas, register

    with register.opened(chosen.register) as database, database.begin() as uow:
        made = areas.change(
            uow, old=chosen.old, new=chosen.new, from_on=chosen.first, decision=chosen.decision
        )
    said = translate("cli", "From {day} on: {old} → {new} ({decision})")
    say(said.format(day=made.from_on, old=made.old, new=made.new, decision=made.decision))
    return 0
