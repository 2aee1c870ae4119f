"""Anything of a book is found by what people remember of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.base import clock
from app.base.text import search_key
from app.services import books, fund, practice
from app.services.finding import EACH, Found, find

TODAY = date(2026, 11, 17)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("finding") / "club.soclb"
    with clock.fixed(TODAY):
        practice.make(path, today=TODAY)
    return path


def _find(book: Path, text: str) -> tuple[Found, ...]:
    with books.reading(book) as database, database.read() as uow:
        return find(uow, text=text)


def test_a_member_is_found_without_accents(book: Path) -> None:
    found = [row for row in _find(book, "hoang thi an") if row.group == "member"]
    assert [(row.name, row.birth_year, row.hamlet) for row in found] == [
        ("Hoàng Thị An", "1951", "xóm 6")
    ]


def test_a_loan_is_found_by_its_code(book: Path) -> None:
    assert [row.key for row in _find(book, "l017") if row.group == "loan"] == ["L017"]


def test_an_entry_is_found_by_its_amount_and_its_voucher(book: Path) -> None:
    with books.reading(book) as database, database.read() as uow:
        line = fund.entries(uow, first=date(2026, 9, 1), last=TODAY)[-1]
    for text in (f"{line.amount:,}".replace(",", "."), str(line.amount), line.voucher):
        if text:
            assert str(line.id) in [row.key for row in _find(book, text)]


def test_no_group_drowns_the_others_and_one_letter_finds_nothing(book: Path) -> None:
    found = _find(book, "nguyen")
    assert max(sum(row.group == g for row in found) for g in ("member", "loan", "entry")) == EACH
    assert _find(book, "n") == ()
    assert _find(book, "không có ai tên thế này") == ()


@pytest.mark.parametrize(
    "text", ["an", "c 0", "t 01/2025", "2025", "che nuoc", "nộp", "th", "50000", "00/0", "%", "'x"]
)
def test_entries_found_are_the_newest_that_carry_the_words(book: Path, text: str) -> None:
    sought = search_key(text)
    with books.reading(book) as database, database.read() as uow:
        lines = fund.entries(uow, first=date(2020, 1, 1), last=TODAY)
    carrying = [
        str(line.id)
        for line in reversed(lines)
        if any(sought in search_key(words) for words in (line.memo, line.name, line.voucher))
        or str(line.amount) == text
    ]
    found = [row.key for row in _find(book, text) if row.group == "entry"]
    assert found == carrying[:EACH]
