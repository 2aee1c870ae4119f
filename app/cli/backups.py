"""``soclb backup`` and ``soclb restore``: a checked copy, and back."""

from __future__ import annotations

from argparse import Namespace

from app.base.text import translate
from app.cli import opening, values
from app.cli.output import say
from app.cli.parser import Commands


def add(commands: Commands) -> None:
    backup = commands.add("backup", translate("cli", "make a checked copy of a book"), run=_backup)
    opening.book(backup)
    backup.given("DIR", translate("cli", "the folder for the copy"), type=values.path)
    restore = commands.add(
        "restore", translate("cli", "bring a book back from a copy"), run=_restore
    )
    restore.given("COPY", translate("cli", "the back-up"), type=values.path)
    restore.given("BOOK", translate("cli", "the book to bring back, NAME.soclb"), type=values.path)
    restore.option(
        "--replace",
        translate("cli", "bring it back although the book is there; the old one is kept beside it"),
        action="store_true",
    )
    opening.password(restore)


def _backup(chosen: Namespace) -> int:
    from app.services import backups

    made = backups.backup(chosen.book, chosen.dir, password=opening.password_of(chosen))
    say(translate("cli", "Made: {path}").format(path=made))
    return 0


def _restore(chosen: Namespace) -> int:
    from app.services import backups

    kept = backups.restore(
        chosen.copy,
        chosen.book,
        replace=chosen.replace,
        password=opening.password_of(chosen),
    )
    say(translate("cli", "Made: {path}").format(path=chosen.book))
    if kept is not None:
        say(translate("cli", "The old book is kept: {path}").format(path=kept))
    return 0
