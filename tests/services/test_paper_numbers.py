"""Nobody types a paper's number, and it never changes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from app.base import clock
from app.domain.periods import Month
from app.reports import doc
from app.services import board, printing
from app.services.closing import record_not_held
from app.services.paper_request import PaperRequest
from app.store.database import Database
from tests.helpers.clubs import filled_club, hold_meeting

MARCH = Month(2024, 3)
YEAR = {"first": date(2024, 1, 1), "last": date(2024, 12, 31)}


@pytest.fixture(autouse=True)
def in_january() -> Iterator[None]:
    with clock.fixed(date(2025, 1, 20)):
        yield


@pytest.fixture
def book() -> Database:
    database = filled_club()
    with database.begin() as uow:
        hold_meeting(uow, date(2024, 3, 17))
    return database


def number(book: Database, name: str, **about: object) -> str:
    with book.read() as uow:
        paper = printing.paper(uow, PaperRequest(name, **about))  # type: ignore[arg-type]
    head = next(block for block in paper.blocks if isinstance(block, doc.Letterhead))
    return head.number


@pytest.mark.parametrize(
    ("name", "of_march", "of_the_year"),
    [
        ("fund-statement", "Số: 03/BC-CLB", "Số: 01/BCN-CLB"),
        ("activity-report", "Số: 03/BC-HĐ", "Số: 01/BCN-HĐ"),
        ("club-report", "Số: 03/BC-TH", "Số: 01/BCN-TH"),
        ("activity-plan", "Số: 03/KH-CLB", "Số: 01/KHN-CLB"),
        ("interest-split", "Số: 03/BB-PL", "Số: 01/BBN-PL"),
    ],
)
def test_papers_of_a_period_count_their_period(
    book: Database, name: str, of_march: str, of_the_year: str
) -> None:
    assert number(book, name, month=MARCH) == of_march
    assert number(book, name, **YEAR) == of_the_year


def test_a_quarter_is_counted_and_another_stretch_is_left_to_the_hand(book: Database) -> None:
    second = {"first": date(2024, 4, 1), "last": date(2024, 6, 30)}
    half = {"first": date(2024, 1, 1), "last": date(2024, 6, 30)}
    assert number(book, "fund-statement", **second) == "Số: 02/BCQ-CLB"
    assert number(book, "fund-statement", **half) == "Số: ......./BC-CLB"


def test_a_typed_number_still_wins(book: Database) -> None:
    assert number(book, "fund-statement", month=MARCH, number="7") == "Số: 07/BC-CLB"
    assert number(book, "minutes", month=MARCH, number="7a/BB-X6") == "Số: 7a/BB-X6"


def test_what_belongs_to_a_meeting_has_its_number_and_a_sign_of_its_own(book: Database) -> None:
    found = [number(book, name, month=MARCH) for name in ("minutes", "cash-count", "loan-approval")]
    assert found == ["Số: 03/BB-CLB", "Số: 03/BB-KQ", "Số: 03/BB-XV"]


def test_a_meeting_entered_late_moves_no_number(book: Database) -> None:
    before = number(book, "minutes", month=MARCH)
    with book.begin() as uow:
        record_not_held(uow, month=Month(2024, 2), reason="Mưa lũ")
    assert number(book, "minutes", month=MARCH) == before == "Số: 03/BB-CLB"
    assert number(book, "minutes", month=Month(2024, 2)) == "Số: 02/BB-CLB"


def test_each_time_the_box_changes_hands_is_counted(book: Database) -> None:
    days = [date(2024, 5, 3), date(2024, 9, 6), date(2025, 1, 10)]
    for day, member in zip(days, ("M004", "M003", "M004"), strict=True):
        with book.begin() as uow:
            board.elect(uow, role="treasurer", member=member, from_on=day)
    found = [number(book, "hand-over", last=day) for day in days]
    assert found == ["Số: 01/BB-BG", "Số: 02/BB-BG", "Số: 01/BB-BG"]
