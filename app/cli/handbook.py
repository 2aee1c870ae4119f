"""``soclb handbook``: the help of every screen as one paper."""

from __future__ import annotations

from argparse import Namespace

from app.base.text import translate
from app.cli import values
from app.cli.output import say
from app.cli.parser import Commands


def add(commands: Commands) -> None:
    command = commands.add(
        "handbook", translate("cli", "write the handbook, to be printed"), run=_handbook
    )
    command.option(
        "--out",
        translate("cli", "the file to write, ending in .pdf"),
        required=True,
        metavar="FILE",
        type=values.path,
    )


def _handbook(chosen: Namespace) -> int:
    from app.services import help_topics

    help_topics.write_handbook(chosen.out)
    say(translate("cli", "Made: {path}").format(path=chosen.out))
    return 0
