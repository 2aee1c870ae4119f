"""Spreadsheets: amounts are numbers, everything else is text whatever it begins with."""

from __future__ import annotations

import dataclasses
from io import BytesIO
from zipfile import ZipFile

from python_calamine import CalamineWorkbook

from app.reports import catalogue, doc, fund_statement, loan_book, xlsx
from app.reports.frame import PaperOptions
from tests.reports import samples

PAPER = PaperOptions()


def cells_of(paper: doc.Doc) -> list[list[object]]:
    book = CalamineWorkbook.from_filelike(BytesIO(xlsx.render(paper)))
    return [list(row) for row in book.get_sheet_by_index(0).to_python(skip_empty_area=False)]


def test_amounts_are_numbers_and_words_are_words() -> None:
    cells = cells_of(fund_statement.build(samples.FUND, PAPER))
    fee = next(row for row in cells if row[1:2] == ["Phí thành viên"])
    assert fee[2] == 170_000
    assert ["BÁO CÁO THU, CHI QUỸ THÁNG 11 NĂM 2018"] in [row[:1] for row in cells]


def test_no_text_is_ever_a_formula() -> None:
    evil = '=HYPERLINK("http://x","y")'
    data = samples.loan_book(dataclasses.replace(samples.loan(1), name=evil))
    content = xlsx.render(loan_book.build(data, PAPER))
    with ZipFile(BytesIO(content)) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")
    assert any(evil in row for row in cells_of(loan_book.build(data, PAPER)))


def test_every_paper_is_a_spreadsheet_too() -> None:
    for name, data in (
        ("minutes", samples.MINUTES),
        ("member-statement", samples.MEMBER),
        ("attendance", samples.ATTENDANCE),
        ("indicators", samples.INDICATORS),
        ("loan-schedule", samples.SCHEDULE),
        ("union-report", samples.union(3)),
    ):
        assert cells_of(catalogue.build(name, data, PAPER))


def test_a_practice_paper_says_so() -> None:
    club = dataclasses.replace(samples.CLUB, practice=True)
    cells = cells_of(fund_statement.build(dataclasses.replace(samples.FUND, club=club), PAPER))
    assert cells[0][0] == "SỔ THỰC HÀNH"
