"""Terms of office: the past stays as it was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from app.base import clock
from app.base.errors import AppError
from app.services import board, members
from app.store.database import Database
from tests.helpers.clubs import START, empty_club

HANDED = date(2024, 7, 1)


@pytest.fixture(autouse=True)
def in_december() -> Iterator[None]:
    with clock.fixed(date(2024, 12, 31)):
        yield


@pytest.fixture
def book() -> Database:
    book = empty_club()
    with book.begin() as uow:
        board.elect(
            uow, role="treasurer", member="M004", from_on=HANDED, decision="Nghị quyết số 2"
        )
    return book


def treasurer(book: Database, on: date) -> str:
    with book.read() as uow:
        return members.board(uow, on=on)["treasurer"].code


def test_who_held_an_office_on_a_day(book: Database) -> None:
    assert treasurer(book, date(2024, 6, 30)) == "M003"
    assert treasurer(book, HANDED) == "M004"
    with book.begin() as uow:
        board.elect(uow, role="treasurer", member="M003", from_on=date(2024, 9, 1))
    assert treasurer(book, date(2024, 6, 30)) == "M003"
    assert treasurer(book, date(2024, 8, 31)) == "M004"
    assert treasurer(book, date(2024, 9, 1)) == "M003"


def test_terms_say_since_when_and_by_which_decision(book: Database) -> None:
    with book.read() as uow:
        found = [(t.member, t.from_on, t.until_on, t.decision) for t in board.terms(uow)]
    assert found == [
        ("M003", START, date(2024, 6, 30), ""),
        ("M004", HANDED, None, "Nghị quyết số 2"),
    ]


def test_nobody_holds_two_offices(book: Database) -> None:
    with book.begin() as uow:
        board.elect(uow, role="chair", member="M004", from_on=date(2024, 10, 1))
        now = members.board(uow, on=date(2024, 10, 1))
        assert (now["chair"].code, "treasurer" in now) == ("M004", False)
        assert members.board(uow, on=date(2024, 9, 30))["treasurer"].code == "M004"


def test_stepping_down(book: Database) -> None:
    with book.begin() as uow:
        board.step_down(uow, member="M004", on=date(2024, 8, 1))
        board.step_down(uow, member="M005", on=date(2024, 8, 1))
        assert "treasurer" not in members.board(uow, on=date(2024, 8, 2))
        assert members.board(uow, on=date(2024, 8, 1))["treasurer"].code == "M004"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"role": "king"}, "board.role_unknown"),
        ({"member": "M099"}, "board.not_a_member"),
        ({"from_on": date(2025, 1, 1)}, "entry.in_future"),
        ({"from_on": HANDED}, "board.not_after_last"),
    ],
)
def test_refusals(book: Database, change: dict[str, object], code: str) -> None:
    asked = {"role": "treasurer", "member": "M005", "from_on": date(2024, 8, 1)} | change
    with pytest.raises(AppError) as caught, book.begin() as uow:
        board.elect(uow, **asked)  # type: ignore[arg-type]
    assert caught.value.code == code
