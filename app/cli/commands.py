"""Every command of CONTRACT 2 by its words; each group stands in a module of its own.

A line that begins with a command loads that command's group alone, so that it answers sooner.
"""

from __future__ import annotations

from types import ModuleType

from app.base.text import translate
from app.cli.parser import Parser


def parser(word: str = "") -> Parser:
    """The command line, worded in the language in use; all of it, or only the group of ``word``."""
    top = Parser(
        prog="soclb",
        description=translate(
            "cli",
            "The book of an Intergenerational Self-Help Club. Without a command the window opens.",
        ),
        epilog=translate("cli", "--lang vi or --lang en may stand anywhere in the line."),
    )
    commands = top.commands(translate("cli", "Commands"))
    for group in _groups(word):
        group.add(commands)
    return top


def _groups(word: str) -> tuple[ModuleType, ...]:
    """The modules whose commands begin with ``word``; every module for any other word."""
    match word:
        case "book":
            from app.cli import books

            return (books,)
        case "report":
            from app.cli import reports

            return (reports,)
    from app.cli import backups, books, bundles, demo, handbook, loans, reports, unions

    return demo, books, reports, loans, bundles, unions, backups, handbook
