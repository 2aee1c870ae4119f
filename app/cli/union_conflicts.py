"""``soclb union conflicts`` and ``choose``: bundles that contradict each other, and which holds."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from app.base.text import translate
from app.cli import values
from app.cli.output import say, say_json
from app.cli.parser import Commands
from app.services.sentences import sentence

if TYPE_CHECKING:
    from app.services.conflicts import Conflict, Rival

_SHOWN = 10
"""So many letters of a bundle's name tell it from the others."""


def add(commands: Commands) -> None:
    listed = commands.add(
        "conflicts", translate("cli", "bundles that contradict each other"), run=_conflicts
    )
    chosen = commands.add(
        "choose", translate("cli", "keep one of two bundles in conflict"), run=_choose
    )
    for command in (listed, chosen):
        command.given(
            "REGISTER",
            translate("cli", "the register's file, or a PostgreSQL address"),
            type=values.register,
        )
    listed.option("--json", translate("cli", "say it as JSON"), action="store_true")
    chosen.option(
        "--keep",
        translate("cli", "the bundle that is right, as conflicts names it"),
        required=True,
        metavar="BUNDLE",
    )
    chosen.option(
        "--reason", translate("cli", "why, for the record"), required=True, metavar="TEXT"
    )


def _conflicts(chosen: Namespace) -> int:
    from app.services import conflicts, register

    with register.opened(chosen.register, read_only=True) as database, database.read() as uow:
        found = conflicts.conflicts(uow)
    if chosen.json:
        say_json([_as_json(conflict) for conflict in found])
    elif not found:
        say(translate("cli", "No bundles contradict each other."))
    for conflict in () if chosen.json else found:
        say(f"{conflict.club}: {sentence(conflict.why)}")
        say(*(_as_text(rival) for rival in (conflict.one, conflict.other)))
    return 0


def _as_json(conflict: Conflict) -> dict[str, object]:
    return {
        "club": conflict.club,
        "why": sentence(conflict.why),
        "bundles": [
            {
                "bundle": rival.manifest,
                "sequence": rival.sequence,
                "month": str(rival.month),
                "file": rival.file_name,
                "received_at": rival.received_at,
            }
            for rival in (conflict.one, conflict.other)
        ],
    }


def _as_text(rival: Rival) -> str:
    said = translate("cli", "  {bundle}: number {sequence}, up to {month}, from {file}")
    return said.format(
        bundle=rival.manifest[:_SHOWN],
        sequence=rival.sequence,
        month=rival.month,
        file=rival.file_name,
    )


def _choose(chosen: Namespace) -> int:
    from app.services import conflicts, register

    with register.opened(chosen.register) as database, database.begin() as uow:
        key, manifest = conflicts.bundle_named(uow, beginning=chosen.keep)
        conflicts.choose(uow, key=key, keep=manifest, reason=chosen.reason)
    say(translate("cli", "Kept: {bundle}").format(bundle=manifest[:_SHOWN]))
    return 0
