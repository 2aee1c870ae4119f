"""A handover carried from one club's book to the other's as a small JSON file.

It is a letter, not a proof: the taking book checks every entry as if it were typed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from app.base import files
from app.domain.club import ClubHead
from app.domain.fund import Fund
from app.domain.loans import LoanTerms, Method
from app.domain.members import Member
from app.domain.succession import Handover, HandoverRefusedError, MovedLoan

FORMAT, VERSION = "soclb-handover", 1


def write(handover: Handover, *, out: Path) -> None:
    """Write the file; raises AppError ``file.exists``, StoreUnavailableError."""
    body = {"format": FORMAT, "version": VERSION, "handover": asdict(handover)}
    text = json.dumps(body, ensure_ascii=False, indent=1, default=str)
    files.write_text(out, text)


def read(source: Path) -> Handover:
    """The handover in a file; raises HandoverRefusedError for a file that holds none.

    Raises StoreUnavailableError when the file can't be read.
    """
    try:
        body = json.loads(files.read_bytes(source))
        if body["format"] != FORMAT or body["version"] != VERSION:
            raise HandoverRefusedError("handover.unreadable", path=str(source))
        return _handover(body["handover"])
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise HandoverRefusedError("handover.unreadable", path=str(source)) from error


def _handover(told: Mapping[str, Any]) -> Handover:
    money = {
        name: {Fund(fund).value: int(amount) for fund, amount in told[name].items()}
        for name in ("cash", "bank", "borrowed")
    }
    return Handover(
        on=date.fromisoformat(told["on"]),
        giver=ClubHead(**told["giver"]),
        taker=str(told["taker"]),
        minutes=str(told["minutes"]),
        members=tuple(_member(person) for person in told["members"]),
        loans=tuple(_loan(loan) for loan in told["loans"]),
        savings={str(member): int(amount) for member, amount in told["savings"].items()},
        savings_fund=Fund(told["savings_fund"]).value,
        **money,
    )


def _member(told: Mapping[str, Any]) -> Member:
    days = {
        name: date.fromisoformat(told[name]) if told[name] else None
        for name in ("joined_on", "left_on")
    }
    return Member(**(dict(told) | days))


def _loan(told: Mapping[str, Any]) -> MovedLoan:
    terms = dict(told["terms"])
    agreed = {"on": date.fromisoformat(terms["on"]), "method": Method(terms["method"])}
    return MovedLoan(**(dict(told) | {"terms": LoanTerms(**(terms | agreed))}))
