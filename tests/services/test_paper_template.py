"""The empty table of a paper book speaks the words of the import, and comes in once filled."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.base.errors import InvalidError
from app.base.text import search_key
from app.domain.fill_in import FillInSheet
from app.services import paper_book, paper_files, paper_template
from app.services.paper_words import (
    CLUB_WORDS,
    FUND_WORDS,
    HEADER_WORDS,
    KIND_WORDS,
    METHOD_WORDS,
    POVERTY_WORDS,
    REQUIRED_COLUMNS,
    ROLE_WORDS,
    SEX_WORDS,
    SHEET_WORDS,
)

CHOICES = {
    "sex": SEX_WORDS, "poverty": POVERTY_WORDS, "role": ROLE_WORDS, "method": METHOD_WORDS,
    "kind": KIND_WORDS, "fund": FUND_WORDS,
}  # fmt: skip


@pytest.mark.parametrize("sheet", paper_template.sheets(), ids=lambda sheet: sheet.name)
def test_every_word_of_the_table_is_understood(sheet: FillInSheet) -> None:
    name = SHEET_WORDS[search_key(sheet.name)]
    headers = [HEADER_WORDS[name][search_key(column.header)] for column in sheet.columns]
    assert set(REQUIRED_COLUMNS[name]) <= set(headers)
    for column, code in zip(sheet.columns, headers, strict=True):
        assert all(search_key(word) in CHOICES[code] for word in column.words), column.header
    for key, _value in sheet.rows:
        assert search_key(key) in CLUB_WORDS


def test_the_empty_table_is_read_and_asks_for_what_is_missing(tmp_path: Path) -> None:
    out = tmp_path / "so-giay.xlsx"
    out.write_bytes(b"what was there before")
    paper_template.write(out)
    assert [file for file, _name, _rows in paper_files.tables(out)] == [
        "Câu lạc bộ", "Thành viên", "Khoản vay", "Thu chi",
    ]  # fmt: skip
    with pytest.raises(InvalidError) as caught:
        paper_book.read(out)
    assert {problem.where.file for problem in caught.value.problems if problem.where} == {
        "Câu lạc bộ"
    }
