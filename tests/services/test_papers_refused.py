"""Papers of books, months and people that have little or nothing to print: made, or refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.base import clock
from app.base.errors import AppError
from app.domain.periods import Month
from app.services import printing
from app.services.paper_request import PaperRequest
from app.services.papers import PAPERS, About
from app.services.sentences import sentence
from app.store.database import Database
from tests.helpers.clubs import empty_club, filled_club

TODAY = date(2024, 6, 20)
NEXT_YEAR = Month(2025, 6)
ENDINGS = (".pdf", ".xlsx", ".txt", ".json")


@pytest.fixture(autouse=True)
def in_june() -> Iterator[None]:
    with clock.fixed(TODAY):
        yield


def told(book: Database, request: PaperRequest) -> str:
    """The sentence that refuses a paper; empty when it is made in every format."""
    with book.read() as uow:
        try:
            made = {ending: printing.content(uow, request, ending=ending) for ending in ENDINGS}
        except AppError as refused:
            return sentence(refused)
    assert made[".pdf"].startswith(b"%PDF")
    assert made[".xlsx"].startswith(b"PK")
    assert json.loads(made[".json"])
    text = made[".txt"].decode()
    assert not [sign for sign in ("None", "{", "}") if sign in text]
    return ""


@pytest.mark.parametrize("name", PAPERS)
def test_an_empty_club_has_its_papers_or_is_told_what_is_missing(name: str) -> None:
    wanted = {
        About.MEETING: "Không có buổi sinh hoạt đã chốt",
        About.LOAN: "L001",
        About.MEMBER: "",
    }
    request = PaperRequest(name, month=Month(2024, 5), member="M002", loan="L001")
    expected = wanted.get(PAPERS[name].about, "")
    said = told(empty_club(), request)
    assert expected in said
    assert bool(said) == bool(expected)


@pytest.mark.parametrize("name", PAPERS)
def test_a_month_to_come_is_made_but_for_its_meeting(name: str) -> None:
    """What a book says of a later day is asked too: its interest, its lateness (CONTRACT 5)."""
    said = told(filled_club(), PaperRequest(name, month=NEXT_YEAR, member="M002", loan="L001"))
    expected = "Không có buổi sinh hoạt đã chốt" if PAPERS[name].about is About.MEETING else ""
    assert expected in said
    assert bool(said) == bool(expected)


def test_the_year_that_runs_and_the_month_that_runs_are_made() -> None:
    book = filled_club()
    year = PaperRequest("fund-statement", first=date(2024, 1, 1), last=date(2024, 12, 31))
    assert told(book, year) == told(book, PaperRequest("cash-book", month=Month(2024, 6))) == ""


def test_a_member_without_loans_has_a_statement_and_no_card() -> None:
    book = filled_club()
    with book.read() as uow:
        text = printing.content(uow, PaperRequest("member-statement", member="M004"), ending=".txt")
    assert "Không có khoản vay nào." in text.decode()
    assert "--loan" in told(book, PaperRequest("loan-card", member="M004"))
    assert "M999" in told(book, PaperRequest("member-statement", member="M999"))


def test_a_folder_that_takes_nothing_is_named_and_nothing_is_left(tmp_path: Path) -> None:
    plain = tmp_path / "a.txt"
    plain.write_text("x")
    out = plain / "bien-ban.pdf"
    with filled_club().read() as uow, pytest.raises(AppError) as refused:
        printing.write(uow, PaperRequest("cash-book"), out=out)
    assert str(out) in sentence(refused.value)
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
