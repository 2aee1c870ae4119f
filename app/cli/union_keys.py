"""``soclb union confirm-key``: the officer believes a club's new key, and why."""

from __future__ import annotations

from argparse import Namespace

from app.base.text import translate
from app.cli import values
from app.cli.output import say
from app.cli.parser import Commands
from app.services.sentences import sentence


def add(commands: Commands) -> None:
    confirm = commands.add(
        "confirm-key", translate("cli", "believe a club's new key, and take its bundle in"),
        run=_confirm,
    )  # fmt: skip
    confirm.given(
        "REGISTER",
        translate("cli", "the register's file, or a PostgreSQL address"),
        type=values.register,
    )
    confirm.given("FILE", translate("cli", "the bundle that was refused"), type=values.path)
    confirm.option(
        "--fingerprint",
        translate("cli", "the key as the board's paper shows it"),
        required=True,
        metavar="KEY",
    )
    confirm.option(
        "--reason", translate("cli", "why, for the record"), required=True, metavar="TEXT"
    )
    confirm.option(
        "--club",
        translate("cli", "which club, by its id, in the file of a union below"),
        default="",
        metavar="ID",
    )


def _confirm(chosen: Namespace) -> int:
    from app.services import club_keys, register

    with register.opened(chosen.register) as database, database.begin() as uow:
        made = club_keys.confirm(
            uow, path=chosen.file, fingerprint=chosen.fingerprint, reason=chosen.reason,
            club=chosen.club,
        )  # fmt: skip
    said = translate("cli", "Confirmed. Bundles of the former key set aside: {count}.")
    say(said.format(count=made.set_aside))
    if made.why is not None:
        say(sentence(made.why))
    return 0
