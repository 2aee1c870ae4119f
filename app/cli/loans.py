"""``soclb loan schedule``: a plan of repayment without a book."""

from __future__ import annotations

from argparse import Namespace

from app.base.text import translate
from app.cli import values
from app.cli.output import say_bytes
from app.cli.parser import Commands, Parser
from app.domain.loans import LoanTerms, Method, schedule


def add(commands: Commands) -> None:
    group = commands.add("loan", translate("cli", "what a loan would cost"))
    places = group.commands(translate("cli", "Commands"))
    _options(places.add("schedule", translate("cli", "the plan of a loan"), run=_schedule))


def _options(command: Parser) -> None:
    for name, metavar, reader, text in (
        ("--principal", "P", values.amount, translate("cli", "the amount lent, in đồng")),
        (
            "--rate-bp",
            "R",
            values.number,
            translate("cli", "interest a month in hundredths of a percent: 70 is 0.70 %"),
        ),
        ("--term-months", "N", values.number, translate("cli", "how many months the loan runs")),
        ("--on", "DAY", values.day, translate("cli", "the day the money is given")),
    ):
        command.option(name, text, metavar=metavar, type=reader, required=True)
    command.option(
        "--method",
        translate("cli", "how it is repaid: {known}").format(known=", ".join(Method)),
        required=True,
        metavar="M",
        choices=[method.value for method in Method],
    )
    for name, metavar, usual, text in (
        ("--grace-months", "G", 0, translate("cli", "first months without principal (0)")),
        ("--rounding", "R", 1, translate("cli", "interest is rounded to this many đồng (1)")),
        (
            "--instalment-step",
            "S",
            None,
            translate("cli", "an instalment is rounded to this many đồng"),
        ),
    ):
        command.option(name, text, metavar=metavar, type=values.number, default=usual)
    said = translate("cli", "the format: {known}")
    command.option("--format", said.format(known="json"), choices=["json"], default="json")


def _schedule(chosen: Namespace) -> int:
    from app.services.figures import as_json

    terms = LoanTerms(
        on=chosen.on,
        principal=chosen.principal,
        rate_bp=chosen.rate_bp,
        method=Method(chosen.method),
        term_months=chosen.term_months,
        grace_months=chosen.grace_months,
        rounding=chosen.rounding,
        instalment_step=chosen.instalment_step,
    )
    say_bytes(as_json(schedule(terms)).encode())
    return 0
