"""The union confirms a paper by its code from what the club sent, without the book."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.base.errors import AppError
from app.bundle import reading
from app.bundle.format import Packed
from app.domain.club_facts import Level
from app.domain.periods import Month
from app.services import check_codes, exporting, fund, register, union_codes
from app.store import registers
from app.store.database import Database
from tests.helpers.clubs import DETAILS, filled_club

APRIL = Month(2024, 4)


@pytest.fixture
def book() -> Database:
    return filled_club()


@pytest.fixture
def union(book: Database, tmp_path: Path) -> Iterator[Database]:
    out = tmp_path / "a.clbz"
    with book.begin() as uow:
        exporting.export_bundle(uow, month=APRIL, out=out, level=Level.TOTALS)
    made = registers.in_memory()
    with made.begin() as uow:
        register.found(uow, name="Hội LHPN xã Phú Xuyên")
        packed = reading.read(out.read_bytes())
        assert isinstance(packed, Packed)
        register.take(uow, packed=packed, file_name=out.name)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("paper", "subject", "first", "last"),
    [
        ("fund-statement", "", APRIL.first_day, APRIL.last_day),
        ("fund-statement", "", date(2024, 1, 1), APRIL.last_day),
        ("fund-statement", "", date(2024, 1, 1), date(2024, 3, 31)),
        ("minutes", "", date(2024, 2, 1), date(2024, 2, 29)),
        ("loan-book", "", APRIL.last_day, APRIL.last_day),
        ("member-statement", "M003", date(2024, 1, 1), APRIL.last_day),
    ],
)
def test_a_paper_of_a_months_end_is_confirmed(
    book: Database, union: Database, paper: str, subject: str, first: date, last: date
) -> None:
    with book.read() as uow:
        code = check_codes.code(uow, paper=paper, first=first, last=last, subject=subject)
    with union.read() as uow:
        found = union_codes.find(uow, code=f" {code.lower()} ")
    assert (found.club, found.paper, found.subject) == (DETAILS.name, paper, subject)
    assert (found.first, found.last) == (first, last)
    assert DETAILS.name in union_codes.describe(found)


def test_a_state_that_was_never_sent_is_not_confirmed(book: Database, union: Database) -> None:
    with book.begin() as uow:
        fund.record(uow, on=APRIL.last_day, kind="donation", amount=7_000, fund="operating")
        code = check_codes.code(
            uow, paper="fund-statement", first=APRIL.first_day, last=APRIL.last_day
        )
    with union.read() as uow, pytest.raises(AppError, match=r"union\.code_unknown"):
        union_codes.find(uow, code=code)


@pytest.mark.parametrize("code", ["", "ABC", "ABCDEFGHI1", "ABCDEFGHIJK"])
def test_what_can_be_no_code_is_said(union: Database, code: str) -> None:
    with union.read() as uow, pytest.raises(AppError, match=r"check\.code_unreadable"):
        union_codes.find(uow, code=code)
