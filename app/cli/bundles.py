"""``soclb bundle``: what a club sends to the union, verified by anybody, receipts taken in."""

from __future__ import annotations

from argparse import Namespace

from app.base.text import translate
from app.cli import opening, values
from app.cli.output import say
from app.cli.parser import Commands, Parser
from app.domain.club_facts import Level


def add(commands: Commands) -> None:
    group = commands.add("bundle", translate("cli", "what a club sends to the union"))
    places = group.commands(translate("cli", "Commands"))
    _export_options(places.add("export", translate("cli", "make the signed bundle"), run=_export))
    verify = places.add(
        "verify", translate("cli", "say whether a bundle is whole, and whose it is"), run=_verify
    )
    verify.given("FILE", translate("cli", "the bundle, NAME.clbz"), type=values.path)
    verify.option(
        "--key",
        translate("cli", "a register that can open it, or the key of who must have signed it"),
        metavar="FILE",
        type=values.path,
    )
    receipt = places.add("receipt", translate("cli", "take the union's receipt in"), run=_receipt)
    opening.book(receipt)
    receipt.given("FILE", translate("cli", "the receipt"), type=values.path)
    receipt.option(
        "--other-union",
        translate("cli", "trust its key from now on, instead of the union's so far"),
        action="store_true",
    )

    change = places.add("new-key", translate("cli", "give the club a new key"), run=_new_key)
    opening.book(change)
    change.option(
        "--reason",
        translate("cli", "why: another board, a lost computer"),
        required=True,
        metavar="TEXT",
    )


def _export_options(export: Parser) -> None:
    opening.book(export)
    export.option(
        "--month",
        translate("cli", "the last month it tells of, 2026-11"),
        required=True,
        metavar="M",
        type=values.month,
    )
    export.option(
        "--out",
        translate("cli", "the file to make, NAME.clbz"),
        required=True,
        metavar="FILE",
        type=values.path,
    )
    export.option(
        "--papers",
        translate("cli", "at level full: the month's papers too, as PDFs"),
        action="store_true",
    )
    export.option(
        "--level",
        translate("cli", "how much it tells: sums; borrowers too; everything (totals)"),
        choices=[level.value for level in Level],
        default=Level.TOTALS.value,
    )
    export.option(
        "--to",
        translate("cli", "the union's key file: nobody else can read the bundle then"),
        metavar="UNION_KEY",
        type=values.path,
    )


def _export(chosen: Namespace) -> int:
    from app.services import exporting

    with opening.writing(chosen) as uow:
        made = exporting.export_bundle(
            uow, month=chosen.month, out=chosen.out, level=chosen.level, to=chosen.to,
            papers=chosen.papers,
        )  # fmt: skip
    said = translate("cli", "Made: {path} ({size} bytes), bundle number {number}, month {month}.")
    say(
        said.format(path=made.path, size=made.size, number=made.sequence, month=made.month),
        translate("cli", "The club's key: {fingerprint}").format(fingerprint=made.fingerprint),
    )
    if made.sealed_to:
        said = translate("cli", "Only {name} can read it.")
        say(said.format(name=made.sealed_to))
    return 0


def _verify(chosen: Namespace) -> int:
    from app.services import register

    found = register.verify(chosen.file, key=chosen.key)
    say(
        translate("cli", "The bundle is complete and unchanged."),
        translate("cli", "Signed by: {name}").format(name=found.name),
        translate("cli", "Key: {fingerprint}").format(fingerprint=found.fingerprint),
        translate("cli", "Month: {month}").format(month=found.month),
        translate("cli", "Number: {number}").format(number=found.sequence),
        translate("cli", "Tells: {level}").format(level=found.level),
    )
    if found.clubs != 1:
        say(translate("cli", "Clubs: {clubs}").format(clubs=found.clubs))
    if found.sealed:
        say(translate("cli", "It is sealed: only the union can read it."))
    if found.practice:
        say(translate("cli", "It comes from a practice book."))
    return 0


def _receipt(chosen: Namespace) -> int:
    from app.services import exporting

    with opening.writing(chosen) as uow:
        line = exporting.take_receipt(uow, path=chosen.file, other_union=chosen.other_union)
    said = translate("cli", "{union} has taken in bundle number {number}, month {month}.")
    say(said.format(union=line.received_by, number=line.sequence, month=line.month))
    return 0


def _new_key(chosen: Namespace) -> int:
    from app.services import signing_key

    with opening.writing(chosen) as uow:
        made = signing_key.change(uow, reason=chosen.reason)
    former = made.former[0]
    said = translate(
        "cli", "The former key {fingerprint} is good up to bundle {number} and the day {day}."
    )
    say(
        translate("cli", "The club's key: {fingerprint}").format(fingerprint=made.fingerprint),
        said.format(
            fingerprint=former.fingerprint, number=former.until_sequence, day=former.until_on
        ),
        translate(
            "cli", "Print the key-sheet, sign it, and show it to the union with the next bundle."
        ),
    )
    return 0
