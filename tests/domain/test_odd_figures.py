"""Each doubt with months that raise it and months that just do not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from app.domain.club_facts import FIGURES, MonthFacts
from app.domain.odd_figures import odd_figures
from app.domain.periods import Month

Change = Callable[[int, MonthFacts], MonthFacts]


def months(change: Change, count: int = 8) -> list[MonthFacts]:
    """Ordinary months, each changed by ``change(number, month)``."""
    made = []
    for at in range(count):
        month = Month(2018, 1).plus(at)
        figures = dict.fromkeys(FIGURES, 0) | {
            "members": 40,
            "cash": 1_000_000 + at * 1_000,
            "loans_outstanding": 5_000_000,
            "entries": 20,
            "meetings_held": at + 1,
            "attendance_rows": 40 * (at + 1),
            "attendance_present": 35 * (at + 1),
        }
        day = month.last_day
        ordinary = MonthFacts(
            month, **figures, chain="", locked=False, interest=35_500 + at, fees=0, donations=0,
            grants=0, other_income=0, borrowed_in=0, typed_first=day, typed_last=day, typed_late=0,
        )  # fmt: skip
        made.append(change(at, ordinary))
    return made


def codes(change: Change) -> list[str]:
    return [found.code for found in odd_figures(months(change))]


NIGHT = date(2018, 9, 1)


def test_ordinary_months_raise_no_doubt() -> None:
    assert codes(lambda _at, row: row) == []


@pytest.mark.parametrize(
    ("code", "enough", "too_few"),
    [
        (
            "typed_at_once",
            lambda at, row: row._replace(typed_first=NIGHT, typed_last=NIGHT) if at < 3 else row,
            lambda at, row: row._replace(typed_first=NIGHT, typed_last=NIGHT) if at < 2 else row,
        ),
        (
            "typed_late",
            lambda _at, row: row._replace(typed_late=11),
            lambda _at, row: row._replace(typed_late=10),
        ),
        (
            "round_interest",
            lambda at, row: row._replace(interest=50_000) if at < 6 else row,
            lambda at, row: row._replace(interest=50_000) if at < 5 else row,
        ),
        (
            "always_there",
            lambda at, row: row._replace(attendance_present=40 * (at + 1)),
            lambda at, row: row._replace(attendance_present=40 * (at + 1) - (at >= 5)),
        ),
        (
            "cash_still",
            lambda at, row: row._replace(cash=1) if at < 4 else row,
            lambda at, row: row._replace(cash=1) if at < 3 else row,
        ),
        (
            "no_interest",
            lambda at, row: row._replace(interest=0) if at < 3 else row,
            lambda at, row: row._replace(interest=0) if at < 2 else row,
        ),
        (
            "held_without_money",
            lambda at, row: row._replace(entries=0) if at == 3 else row,
            lambda at, row: row._replace(entries=1) if at == 3 else row,
        ),
    ],
)
def test_a_doubt_needs_enough_months(code: str, enough: Change, too_few: Change) -> None:
    assert codes(enough) == [code]
    assert codes(too_few) == []


def test_what_an_older_program_did_not_tell_raises_none() -> None:
    untold = dict.fromkeys(("interest", "typed_first", "typed_last", "typed_late"))
    assert codes(lambda _at, row: row._replace(**untold)) == []  # type: ignore[arg-type]
