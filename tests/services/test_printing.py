"""One paper or its figures: what it needs, the four formats, what is refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.base import clock
from app.base.errors import AppError
from app.domain.periods import Month
from app.services import check_codes, fund, printing
from app.services.printing import PaperRequest
from app.store.database import Database
from tests.helpers.clubs import filled_club

APRIL = Month(2024, 4)


@pytest.fixture(autouse=True)
def in_june() -> Iterator[None]:
    with clock.fixed(date(2024, 6, 20)):
        yield


@pytest.fixture
def book() -> Database:
    return filled_club()


@pytest.mark.parametrize("name", ["fund-statement", "loan-book", "indicators", "attendance"])
@pytest.mark.parametrize("ending", [".pdf", ".xlsx", ".txt", ".json"])
def test_each_report_in_each_format(book: Database, tmp_path: Path, name: str, ending: str) -> None:
    out = tmp_path / f"{name}{ending}"
    with book.read() as uow:
        printing.write(uow, PaperRequest(name, month=APRIL), out=out)
    start = {".pdf": b"%PDF", ".xlsx": b"PK", ".json": b"{"}.get(ending, b"")
    assert out.read_bytes().startswith(start)
    assert out.stat().st_size > 100


def test_a_statement_over_months_and_of_the_whole_book(book: Database) -> None:
    with book.read() as uow:
        whole = printing.data(uow, PaperRequest("fund-statement"))
        part = printing.data(
            uow,
            PaperRequest("fund-statement", first=date(2024, 2, 1), last=date(2024, 3, 31)),
        )
    assert (whole.first, whole.last) == (date(2024, 1, 1), date(2024, 4, 30))  # type: ignore[attr-defined]
    assert (part.first, part.last) == (date(2024, 2, 1), date(2024, 3, 31))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        (PaperRequest("statement"), "paper.unknown"),
        (PaperRequest("member-statement"), "paper.option_missing"),
        (PaperRequest("loan-schedule"), "paper.option_missing"),
        (PaperRequest("member-statement", member="M999"), "member.unknown"),
        (PaperRequest("loan-schedule", loan="L999"), "loan.unknown"),
        (PaperRequest("minutes"), "paper.meeting_missing"),
        (PaperRequest("minutes", month=APRIL), "minutes.no_meeting"),
        (
            PaperRequest("fund-statement", first=date(2024, 3, 1), last=date(2024, 2, 1)),
            "paper.period_backwards",
        ),
    ],
)
def test_what_a_paper_needs(
    book: Database, tmp_path: Path, request_: PaperRequest, code: str
) -> None:
    out = tmp_path / "giay.json"
    with pytest.raises(AppError) as refused, book.read() as uow:
        printing.write(uow, request_, out=out)
    assert refused.value.code == code
    assert not out.exists()


def test_an_ending_no_paper_has_and_a_file_that_is_there(book: Database, tmp_path: Path) -> None:
    (tmp_path / "co.pdf").write_text("cũ")
    with book.read() as uow:
        with pytest.raises(AppError, match=r"paper\.unknown_ending"):
            printing.write(uow, PaperRequest("indicators"), out=tmp_path / "a.doc")
        with pytest.raises(AppError, match=r"file\.exists"):
            printing.write(uow, PaperRequest("indicators"), out=tmp_path / "co.pdf")
    assert (tmp_path / "co.pdf").read_text() == "cũ"
    assert not (tmp_path / "a.doc").exists()


def test_member_statement_json_has_the_keys_of_the_contract(book: Database, tmp_path: Path) -> None:
    out = tmp_path / "tv.json"
    with book.read() as uow:
        printing.write(uow, PaperRequest("member-statement", member="M002"), out=out)
    figures = json.loads(out.read_text(encoding="utf-8"))
    assert list(figures) == ["member", "name", "savings", "loans", "lines", "attendance"]
    assert figures["savings"] == {"opening": 0, "closing": 150_000}
    assert figures["loans"][0]["outstanding"] == 3_000_000


def test_the_check_code_changes_with_the_books_state(book: Database) -> None:
    period = {"paper": "fund-statement", "first": APRIL.first_day, "last": APRIL.last_day}
    with book.read() as uow:
        before = check_codes.code(uow, **period)
    with book.begin() as uow:
        fund.record(uow, on=date(2024, 5, 2), kind="donation", amount=1000, fund="income")
        assert check_codes.code(uow, **period) == before  # May is no part of April's paper
        fund.record(uow, on=date(2024, 4, 30), kind="donation", amount=1000, fund="income")
        assert check_codes.code(uow, **period) != before
    assert len(before) == 10
    assert before.isalpha()
