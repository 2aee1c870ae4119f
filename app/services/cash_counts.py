"""The cash counted on a day without a meeting, against the book."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.base.errors import InvalidError, Problem
from app.base.text import nfc, one_line
from app.services import fund
from app.store.database import UnitOfWork

OPERATING = "operating"
"""The fund that a difference goes to or comes from, as at a meeting."""


def difference(uow: UnitOfWork, *, on: date, notes: Mapping[int, int]) -> int:
    """What is counted above the book's cash on a day, in đồng; below 0 where some is missing."""
    counted = sum(face * number for face, number in notes.items())
    return counted - fund.balances(uow, on=on).cash


def record(
    uow: UnitOfWork, *, on: date, notes: Mapping[int, int], why: str, by: str = ""
) -> int | None:
    """Post what the count differs by; returns the entry's number, None where all is there.

    Raises InvalidError where a difference is not explained, and what ``fund.record`` raises.
    """
    apart, words = difference(uow, on=on, notes=notes), one_line(nfc(why))
    if not apart:
        return None
    if not words:
        raise InvalidError([Problem("count.unexplained", {"amount": abs(apart)}, field="why")])
    kind = "cash_over" if apart > 0 else "cash_short"
    return fund.record(uow, on=on, kind=kind, amount=abs(apart), fund=OPERATING, memo=words, by=by)
