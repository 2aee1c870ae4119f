"""argparse, speaking the language in use: its own English never reaches a user.

Owns how a command's help and its wrong usage read. What commands there are stands in ``commands``.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from typing import Any, NoReturn

from app.base.text import translate

Run = Callable[[argparse.Namespace], int]


class WrongUsage(Exception):  # noqa: N818 - not a fault of the program: a line typed differently
    """A command line that no command understands; ``str()`` is a sentence, ``usage`` the form."""

    def __init__(self, sentence: str, usage: str) -> None:
        super().__init__(sentence)
        self.usage = usage


class Parser(argparse.ArgumentParser):
    """One command. Options are never guessed from their beginnings; help is in the language."""

    def __init__(self, **settings: Any) -> None:
        settings.setdefault("formatter_class", _Formatter)
        super().__init__(add_help=False, allow_abbrev=False, **settings)
        self.required_group = self.add_argument_group(translate("cli", "What is given"))
        self.option_group = self.add_argument_group(translate("cli", "Options"))
        self.option_group.add_argument(
            "-h", "--help", action="help", help=translate("cli", "show this help and end")
        )

    def given(self, name: str, text: str, **settings: Any) -> None:
        """A value that stands at its place in the line."""
        self.required_group.add_argument(name.lower(), metavar=name, help=_plain(text), **settings)

    def option(self, name: str, text: str, **settings: Any) -> None:
        """A value that is named; ``metavar`` says what is written behind the name."""
        self.option_group.add_argument(name, help=_plain(text), **settings)

    def commands(self, title: str) -> Commands:
        """The place of the next word of the command; it may not be left out."""
        return Commands(
            self.add_subparsers(
                title=title,
                metavar=translate("cli", "COMMAND"),
                required=True,
                dest="command",
                parser_class=Parser,
            )
        )

    def error(self, message: str) -> NoReturn:
        raise WrongUsage(_sentence(message), self.format_usage())


class Commands:
    """The commands that may stand at one place of the line."""

    def __init__(self, places: argparse._SubParsersAction[Parser]) -> None:
        self._places = places

    def add(self, name: str, summary: str, run: Run | None = None) -> Parser:
        """A command; ``run`` does it and returns the exit code."""
        parser = self._places.add_parser(name, help=summary, description=summary)
        if run is not None:
            parser.set_defaults(run=run)
        return parser


class _Formatter(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        shown = translate("cli", "Usage:") + " " if prefix is None else prefix
        super().add_usage(usage, actions, groups, shown)


def _plain(text: str) -> str:
    """argparse fills in what stands behind a percent sign; ours are meant."""
    return text.replace("%", "%%")


def _sentence(message: str) -> str:
    """What argparse says in English as a sentence in the language in use."""
    for pattern, reading in _READINGS:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return reading().format(
                **{
                    key: value.replace("'", "") if key == "known" else value
                    for key, value in found.groupdict().items()
                }
            )
    return translate("cli", "This command was not understood. Add --help to see how it is written.")


_READINGS: tuple[tuple[str, Callable[[], str]], ...] = (
    (
        r"the following arguments are required: (?P<names>.*)",
        lambda: translate("cli", "Something is missing: {names}."),
    ),
    (
        r"unrecognized arguments: (?P<names>.*)",
        lambda: translate(
            "cli", "Nothing is known of “{names}”. Add --help to see what may stand."
        ),
    ),
    (
        r"argument (?P<name>[^:]+): invalid choice: '?(?P<text>.*?)'? "
        r"\(choose from (?P<known>.*)\)",
        lambda: translate("cli", "“{text}” cannot stand for {name}. Choose one of: {known}."),
    ),
    (
        r"argument (?P<name>[^:]+): expected (one|at least one|\d+) arguments?",
        lambda: translate("cli", "Something must stand behind {name}."),
    ),
    (
        r"argument (?P<name>[^:]+): ignored explicit argument .*",
        lambda: translate("cli", "Nothing may stand behind {name}."),
    ),
    (
        r"argument (?P<name>[^:]+): not allowed with argument (?P<other>.*)",
        lambda: translate("cli", "{name} and {other} cannot stand together."),
    ),
    (r"argument (?P<name>[^:]+): (?P<text>.*)", lambda: "{name}: {text}"),
)
