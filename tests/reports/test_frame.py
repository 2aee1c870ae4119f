"""Periods, numbers, places and other settings that all papers share."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from app.base.text import language
from app.domain.club import ClubHead
from app.reports import doc, fund_statement, minutes, plain
from app.reports.catalogue import UnknownPaperError, build, render
from app.reports.frame import PaperOptions, letterhead
from tests.reports import samples


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2018, 11, 1), date(2018, 11, 30), "tháng 11 năm 2018"),
        (date(2018, 2, 1), date(2018, 2, 28), "tháng 02 năm 2018"),
        (date(2018, 10, 1), date(2018, 12, 31), "quý IV năm 2018"),
        (date(2018, 1, 1), date(2018, 12, 31), "năm 2018"),
        (date(2018, 2, 1), date(2018, 4, 30), "từ tháng 02 năm 2018 đến tháng 4 năm 2018"),
        (
            date(2018, 11, 2),
            date(2018, 11, 30),
            "từ ngày 02 tháng 11 năm 2018 đến ngày 30 tháng 11 năm 2018",
        ),
    ],
)
def test_periods(first: date, last: date, expected: str) -> None:
    assert PaperOptions().period(first, last) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [("5", "Số: 05/BB-CLB"), ("112", "Số: 112/BB-CLB"), ("7a/BB-X6", "Số: 7a/BB-X6")],
)
def test_numbers(number: str, expected: str) -> None:
    assert letterhead(samples.CLUB, PaperOptions(number=number), sign="BB-CLB").number == expected


def test_a_paper_without_a_number_leaves_room_for_it() -> None:
    assert letterhead(samples.CLUB, PaperOptions(), sign="BB-CLB").number == "Số: ......./BB-CLB"


@pytest.mark.parametrize(
    ("commune", "expected"),
    [
        ("phường Quan Triều", "Quan Triều, ngày 06 tháng 12 năm 2018"),
        ("Phường 1", "Phường 1, ngày 06 tháng 12 năm 2018"),
        ("", "ngày 06 tháng 12 năm 2018"),
    ],
)
def test_the_place_line_carries_the_units_own_name(commune: str, expected: str) -> None:
    head = letterhead(ClubHead("CLB", commune=commune), PaperOptions(), on=date(2018, 12, 6))
    assert head.place_day == expected


def test_the_papers_language_is_not_the_screens() -> None:
    with language("en"):
        text = plain.render(fund_statement.build(samples.FUND, PaperOptions()))
    assert "BÁO CÁO THU, CHI QUỸ THÁNG 11 NĂM 2018" in text
    english = plain.render(fund_statement.build(samples.FUND, PaperOptions(language="en")))
    assert "Eight million two hundred thirty-eight thousand fifty-six dong." in english


def test_habits_of_words_are_settings() -> None:
    cash = dataclasses.replace(samples.FUND.cash, closing=24_105)
    bank = dataclasses.replace(samples.FUND.bank, closing=0)
    statement = dataclasses.replace(samples.FUND, cash=cash, bank=bank)
    habits = PaperOptions(linh=False, tu=False, chan=True)
    text = plain.render(fund_statement.build(statement, habits))
    assert "Hai mươi bốn nghìn một trăm lẻ năm đồng chẵn." in text


def test_recipients_are_written_as_the_decree_does() -> None:
    paper = PaperOptions(recipients=("Hội LHPN xã Sơn Cẩm", "Hội NCT xã Sơn Cẩm", "Lưu: CLB"))
    block = next(
        block
        for block in minutes.build(samples.MINUTES, paper).blocks
        if isinstance(block, doc.Recipients)
    )
    assert block.lines() == ["- Hội LHPN xã Sơn Cẩm;", "- Hội NCT xã Sơn Cẩm;", "- Lưu: CLB."]


def test_what_the_board_sets_goes_before_what_the_book_says() -> None:
    paper = PaperOptions(club="CLB xóm Bảy", parent_body="UBND xã", check_code="ABCDEFGHIJ")
    text = plain.render(minutes.build(samples.MINUTES, paper))
    assert "CLB XÓM BẢY" in text
    assert "UBND XÃ" in text
    assert "ABCDEFGHIJ" in text
    assert samples.CODE not in text


def test_unknown_papers_and_endings_are_refused() -> None:
    with pytest.raises(UnknownPaperError):
        build("no-such", samples.MINUTES, PaperOptions())
    with pytest.raises(UnknownPaperError):
        render(minutes.build(samples.MINUTES, PaperOptions()), ".docx")
