"""``soclb demo``: a club's month from end to end, as files to look at."""

from __future__ import annotations

from argparse import Namespace

from app.base import clock
from app.base.text import translate
from app.cli import values
from app.cli.output import say
from app.cli.parser import Commands


def add(commands: Commands) -> None:
    demo = commands.add(
        "demo", translate("cli", "a practice club's month, from attendance to the union"), run=_demo
    )
    demo.given("DIR", translate("cli", "the folder to fill"), type=values.path)
    demo.option(
        "--province",
        translate("cli", "135 clubs of one province and their register instead"),
        action="store_true",
    )


def _demo(chosen: Namespace) -> int:
    from app.services import demo, province

    if chosen.province:
        say(*province.make(chosen.dir))
        return 0
    say(*demo.make(chosen.dir, today=clock.today()))
    return 0
