"""Every command of CONTRACT 2 by its words; each group stands in a module of its own."""

from __future__ import annotations

from app.base.text import translate
from app.cli import backups, books, bundles, demo, loans, reports, unions
from app.cli.parser import Parser

GROUPS = (demo, books, reports, loans, bundles, unions, backups)


def parser() -> Parser:
    """The whole command line, worded in the language in use."""
    top = Parser(
        prog="soclb",
        description=translate(
            "cli",
            "The book of an Intergenerational Self-Help Club. Without a command the window opens.",
        ),
        epilog=translate("cli", "--lang vi or --lang en may stand anywhere in the line."),
    )
    commands = top.commands(translate("cli", "Commands"))
    for group in GROUPS:
        group.add(commands)
    return top
