"""``soclb union clubs``, ``club``, ``write``: each club as the union keeps it."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from app.base.text import translate
from app.cli import register_words, values
from app.cli.output import say, say_json
from app.cli.parser import Commands, Parser

if TYPE_CHECKING:
    from app.domain.particulars import ClubKey, ClubRecord

_SHOWN = 8
"""So many letters of a club's id tell it from the others."""


def add(commands: Commands) -> None:
    listed = commands.add("clubs", translate("cli", "every club of the register"), run=_clubs)
    register_words.register(listed)
    listed.option("--area", translate("cli", "only clubs of this area"), metavar="PATH")
    one = commands.add("club", translate("cli", "all that is kept of one club"), run=_club)
    register_words.register(one)
    club(one)
    for command in (listed, one):
        command.option(
            "--on", translate("cli", "as of this day (today)"), metavar="DAY", type=values.day
        )
        command.option("--json", translate("cli", "say it as JSON"), action="store_true")
    write = commands.add("write", translate("cli", "write something of a club"), run=_write)
    register_words.register(write)
    club(write)
    write.given("FIELD", translate("cli", "what: chair, parent_club, founding_decision, …"))
    write.given("VALUE", translate("cli", "its value; an empty one takes it back"))
    register_words.from_day(write)
    write.option("--note", translate("cli", "why, for the record"), default="", metavar="TEXT")


def club(command: Parser) -> None:
    """The club that a command is about."""
    command.given("CLUB", translate("cli", "a club: its name, or the first letters of its id"))


def _clubs(chosen: Namespace) -> int:
    from app.services import particulars, register

    with register.opened(chosen.register, read_only=True) as database, database.read() as uow:
        found = particulars.records(uow, area=chosen.area, on=chosen.on)
    if chosen.json:
        say_json([_as_json(one) for one in found])
    for one in () if chosen.json else found:
        say(f"{one.uuid[:_SHOWN]}: {one.name} · {one.area or '–'} · {one.last_month or '–'}")
    return 0


def _club(chosen: Namespace) -> int:
    from app.services import particulars, register

    with register.opened(chosen.register, read_only=True) as database, database.read() as uow:
        found = particulars.record(uow, club=chosen.club, on=chosen.on)
    if chosen.json:
        say_json(_as_json(found))
        return 0
    say(*_as_text(found))
    return 0


def _write(chosen: Namespace) -> int:
    from app.services import particulars, register

    with register.opened(chosen.register) as database, database.begin() as uow:
        found = particulars.write(
            uow, club=chosen.club, field=chosen.field, value=chosen.value, from_on=chosen.first,
            note=chosen.note,
        )  # fmt: skip
    say(*_as_text(found))
    return 0


def _as_json(record: ClubRecord) -> dict[str, object]:
    from dataclasses import asdict

    from app.domain.particulars import FIELDS
    from app.services.figures import plain

    told: dict[str, object] = plain(asdict(record))
    del told["holds"]
    told["particulars"] = {field: record.value(field) for field in FIELDS}
    told["board"] = [{"post": post, "name": name} for post, name in record.board]
    told["ended"] = record.ended
    return told


def _as_text(record: ClubRecord) -> list[str]:
    from app.domain.particulars import FIELDS
    from app.domain.union_labels import particular_label
    from app.services.particulars import shown

    lines = [f"{record.name} ({record.uuid})"]
    lines += [
        f"  {particular_label(field)}: {value}"
        for field in FIELDS
        if (value := shown(record, field))
    ]
    if record.units and record.units != (record.area,):
        said = translate("cli", "  Today: {units}")
        lines.append(said.format(units="; ".join(record.units)))
    if record.split_off:
        said = translate("cli", "  Split off: {clubs}")
        lines.append(said.format(clubs="; ".join(record.split_off)))
    lines += [f"  {_key_words(key)}" for key in record.keys]
    said = translate("cli", "  {day}: {field} = {value} {note}")
    lines += [
        said.format(
            day=one.from_on, field=one.field, value=one.value or "–", note=one.note
        ).rstrip()
        for one in record.history
    ]
    return lines


def _key_words(key: ClubKey) -> str:
    said = (
        translate("cli", "Key {fingerprint}, since {day}")
        if key.current
        else translate("cli", "Former key {fingerprint}, up to bundle {until}")
    )
    return said.format(
        fingerprint=key.fingerprint,
        day=key.confirmed_on or key.first_seen_on,
        until=key.until_sequence,
    )
