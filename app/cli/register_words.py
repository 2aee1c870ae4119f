"""What several of the union's commands ask for: the register, and the day something holds from."""

from __future__ import annotations

from app.base.text import translate
from app.cli import values
from app.cli.parser import Parser


def register(command: Parser, text: str = "") -> None:
    """The register that a command works on; ``text`` says more where a new one is made."""
    command.given(
        "REGISTER",
        text or translate("cli", "the register's file, or a PostgreSQL address"),
        type=values.register,
    )


def from_day(command: Parser) -> None:
    """``--from DAY``, kept as ``first``."""
    command.option(
        "--from",
        translate("cli", "from this day on"),
        dest="first",
        required=True,
        metavar="DAY",
        type=values.day,
    )
