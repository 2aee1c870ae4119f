"""``soclb union``: the register that gathers many clubs' bundles."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from app.base.text import translate
from app.cli import (
    register_words,
    reports,
    union_areas,
    union_clubs,
    union_conflicts,
    union_courses,
    union_keys,
    union_supervision,
    union_visits,
    values,
)
from app.cli.output import complain, say, say_json
from app.cli.parser import Commands, Parser
from app.services.sentences import sentence

if TYPE_CHECKING:
    from app.services.register import ImportLine

_GROUPS = (
    union_conflicts,
    union_supervision,
    union_visits,
    union_clubs,
    union_keys,
    union_areas,
    union_courses,
)


def add(commands: Commands) -> None:
    group = commands.add("union", translate("cli", "the union's register of many clubs"))
    places = group.commands(translate("cli", "Commands"))
    new = places.add("new", translate("cli", "make an empty register"), run=_new)
    register_words.register(
        new, translate("cli", "the file to make, or the address of a PostgreSQL database")
    )
    new.option("--name", translate("cli", "what the union is called"), default="", metavar="NAME")
    new.option("--practice", translate("cli", "for practice books alone"), action="store_true")
    key = places.add("key", translate("cli", "write the union's public key, for --to"), run=_key)
    register_words.register(key)
    _out(key, translate("cli", "the file to make"))
    bring = places.add("import", translate("cli", "take bundles in"), run=_import)
    register_words.register(bring)
    bring.given(
        "FILE_OR_DIR",
        translate("cli", "bundles, or folders with bundles"),
        type=values.path,
        nargs="+",
    )
    bring.option("--json", translate("cli", "say it as JSON"), action="store_true")
    _report_options(places.add("report", translate("cli", "the sums over all clubs"), run=_report))
    export = places.add("export", translate("cli", "one bundle for the level above"), run=_export)
    register_words.register(export)
    _month(export, translate("cli", "the last month it tells of, 2026-11"), required=True)
    _out(export, translate("cli", "the file to make"))
    for group_of in _GROUPS:
        group_of.add(places)
    receipt = places.add(
        "receipt", translate("cli", "receipts for the clubs, one file each"), run=_receipt
    )
    register_words.register(receipt)
    receipt.option(
        "--out",
        translate("cli", "the folder to make"),
        required=True,
        metavar="DIR",
        type=values.path,
    )


def _report_options(report: Parser) -> None:
    register_words.register(report)
    _month(report, translate("cli", "as of this month (the newest told)"), required=False)
    report.option(
        "--area", translate("cli", "province/district/commune, or its beginning"), metavar="PATH"
    )
    report.option(
        "--units",
        translate("cli", "areas as told for the month, or the communes of today (told)"),
        choices=("told", "today"),
        default="told",
    )
    _out(report, translate("cli", "the file to make: .pdf, .xlsx, .json; - prints"))
    report.option(
        "--format",
        translate("cli", "the format, where the name has no ending"),
        choices=reports.FORMATS,
    )


def _out(command: Parser, text: str) -> None:
    command.option("--out", text, required=True, metavar="FILE", type=values.path)


def _month(command: Parser, text: str, *, required: bool) -> None:
    command.option("--month", text, required=required, metavar="M", type=values.month)


def _new(chosen: Namespace) -> int:
    from app.services import register

    register.create(chosen.register, name=chosen.name, practice=chosen.practice)
    say(translate("cli", "Made: {path}").format(path=values.shown(chosen.register)))
    return 0


def _key(chosen: Namespace) -> int:
    from app.services import register

    with register.opened(chosen.register, read_only=True) as database, database.read() as uow:
        register.write_key(uow, out=chosen.out)
    say(translate("cli", "Made: {path}").format(path=chosen.out))
    return 0


def _import(chosen: Namespace) -> int:
    from app.services import register

    with register.opened(chosen.register) as database:
        lines = register.import_files(database, paths=chosen.file_or_dir)
    if chosen.json:
        say_json([_as_json(line) for line in lines])
    else:
        say(*(_as_text(line) for line in lines))
    if not lines:
        complain(translate("cli", "There is no bundle there. Bundles end in .clbz."))
    left = sum(not line.accepted for line in lines)
    if left:
        said = translate("cli", "Not taken in: {left} of {count}. The reasons stand in the list.")
        complain(said.format(left=left, count=len(lines)))
    return 0 if lines and not left else 1


def _as_json(line: ImportLine) -> dict[str, object]:
    return {
        "file": line.file,
        "outcome": line.outcome.value,
        "club": line.club,
        "month": str(line.month) if line.month else None,
        "sequence": line.sequence,
        "fingerprint": line.fingerprint,
        "why": sentence(line.why) if line.why else None,
    }


def _as_text(line: ImportLine) -> str:
    told = {
        "added": translate("cli", "added"),
        "replaced": translate("cli", "replaced"),
        "already there": translate("cli", "already there"),
        "refused": translate("cli", "refused"),
        "conflict": translate("cli", "conflict"),
    }[line.outcome.value]
    parts = [f"{line.file}: {told}"]
    if line.club:
        parts.append(line.club)
    if line.month:
        parts.append(str(line.month))
    if line.outcome.value == "added":
        parts.append(translate("cli", "key {fingerprint}").format(fingerprint=line.fingerprint))
    return " · ".join(parts) + (f" ({sentence(line.why)})" if line.why else "")


def _report(chosen: Namespace) -> int:
    from app.base.files import refuse_existing
    from app.services import consolidation, register
    from app.services.club_months import Units

    ending = reports.ending_of(chosen)
    if chosen.out != reports.STDOUT:
        refuse_existing(chosen.out)
    with register.opened(chosen.register, read_only=True) as database, database.read() as uow:
        content = consolidation.content(
            uow,
            month=chosen.month,
            area=chosen.area,
            units=Units(chosen.units),
            ending=ending,
        )
    reports.put(content, chosen.out)
    return 0


def _export(chosen: Namespace) -> int:
    from app.services import receipts, register

    with register.opened(chosen.register) as database, database.begin() as uow:
        made = receipts.export_union(uow, month=chosen.month, out=chosen.out)
    said = translate("cli", "Made: {path} ({size} bytes), month {month}, clubs: {clubs}.")
    say(said.format(path=made.path, size=made.size, month=made.month, clubs=made.clubs))
    return 0


def _receipt(chosen: Namespace) -> int:
    from app.services import receipts, register

    with register.opened(chosen.register) as database, database.read() as uow:
        made = receipts.write_receipts(uow, folder=chosen.out)
    for path in made:
        say(translate("cli", "Made: {path}").format(path=path))
    return 0
