"""A wrong clock is noticed and named (F10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.base import clock
from app.services import books, clock_check, fund
from app.services.sentences import sentence
from tests.helpers.clubs import DETAILS

LAST = date(2026, 3, 5)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.soclb"
    details = replace(DETAILS, started_on=date(2026, 1, 1))
    with clock.fixed(LAST):
        books.create(path, details=details, rules={})
    with clock.fixed(LAST), books.writing(path) as database, database.begin() as uow:
        fund.record(uow, on=LAST, kind="donation", amount=70_000, fund="care")
    return path


@pytest.mark.parametrize(
    ("today", "code"),
    [
        (date(1970, 1, 1), "clock.too_early"),
        (date(2026, 3, 4), "clock.behind_book"),
        (date(2026, 3, 5), ""),
        (date(2027, 3, 5), ""),
        (date(2099, 1, 1), "clock.far_ahead"),
    ],
)
def test_f10_a_wrong_clock_is_named(path: Path, today: date, code: str) -> None:
    with clock.fixed(today), books.reading(path) as database, database.read() as uow:
        found = clock_check.doubt(uow)
    assert (found.code if found else "") == code
    if found is not None:
        assert today.strftime("%d/%m/%Y") in sentence(found)
