"""``soclb union supervise``, ``set`` and ``settings``: what the union's officer looks at."""

from __future__ import annotations

from argparse import Namespace

from app.base.text import translate
from app.cli import register_words, reports, values
from app.cli.output import say
from app.cli.parser import Commands


def add(commands: Commands) -> None:
    look = commands.add(
        "supervise", translate("cli", "who reports, meets, grows, and what is odd"), run=_supervise
    )
    register_words.register(look)
    look.option(
        "--month",
        translate("cli", "as of this month (the newest told)"),
        metavar="M",
        type=values.month,
    )
    look.option(
        "--area", translate("cli", "province/district/commune, or its beginning"), metavar="PATH"
    )
    look.option(
        "--out",
        translate("cli", "the file to make: .pdf, .xlsx, .json; - prints"),
        required=True,
        metavar="FILE",
        type=values.path,
    )
    look.option(
        "--format",
        translate("cli", "the format, where the name has no ending"),
        choices=reports.FORMATS,
    )
    code = commands.add("code", translate("cli", "confirm a paper by its check code"), run=_code)
    register_words.register(code)
    code.given("CODE", translate("cli", "the ten letters at its foot"))
    _add_settings(commands)


def _add_settings(commands: Commands) -> None:
    """What the union sets for its clubs, and what is set."""
    change = commands.add("set", translate("cli", "set a limit or a target"), run=_set)
    register_words.register(change)
    change.given("KEY", translate("cli", "which setting"))
    change.given("VALUE", translate("cli", "its value"))
    register_words.from_day(change)
    register_words.register(
        commands.add("settings", translate("cli", "limits and targets"), run=_settings)
    )


def _supervise(chosen: Namespace) -> int:
    from app.base.files import refuse_existing
    from app.services import register, supervision_report

    ending = reports.ending_of(chosen)
    if chosen.out != reports.STDOUT:
        refuse_existing(chosen.out)
    with register.opened(chosen.register, read_only=True) as database, database.read() as uow:
        content = supervision_report.content(
            uow, month=chosen.month, area=chosen.area, ending=ending
        )
    reports.put(content, chosen.out)
    return 0


def _code(chosen: Namespace) -> int:
    from app.services import register, union_codes

    with register.opened(chosen.register, read_only=True) as database, database.read() as uow:
        say(union_codes.describe(union_codes.find(uow, code=chosen.code)))
    return 0


def _set(chosen: Namespace) -> int:
    from app.services import register, union_settings

    with register.opened(chosen.register) as database, database.begin() as uow:
        union_settings.change(uow, key=chosen.key, value=chosen.value, from_on=chosen.first)
    return _settings(chosen)


def _settings(chosen: Namespace) -> int:
    from app.services import register, union_settings

    with register.opened(chosen.register, read_only=True) as database, database.read() as uow:
        for one in union_settings.settings(uow):
            since = f" ({one.from_on})" if one.from_on else ""
            say(f"{one.key} = {one.value}{since}")
    return 0
