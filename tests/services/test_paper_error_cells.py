"""A workbook's cell that shows an error is no empty cell."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import xlsxwriter

from app.base.errors import InvalidError
from app.services.paper_book import import_book
from app.services.paper_error_cells import errors_shown
from app.services.paper_files import tables


def _workbook(cells: dict[tuple[int, int], object], name: str = "loans") -> bytes:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = book.add_worksheet(name)
    for (row, column), value in cells.items():
        if isinstance(value, str) and value.startswith("#"):
            sheet.write_formula(row, column, "=NA()", None, value)
        else:
            sheet.write(row, column, value)
    book.close()
    return target.getvalue()


def test_errors_are_found_by_sheet_and_place() -> None:
    data = _workbook({(0, 0): "code", (1, 0): "#N/A", (2, 27): "#DIV/0!", (3, 1): 5})
    assert errors_shown(data) == {"loans": {(1, 0): "#N/A", (2, 27): "#DIV/0!"}}


@pytest.mark.parametrize("data", [b"", b"not a zip", _workbook({(0, 0): "code"})[:-40]])
def test_what_is_no_workbook_has_none(data: bytes) -> None:
    assert errors_shown(data) == {}


def test_the_cell_reads_as_what_it_shows(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(_workbook({(0, 0): "code", (0, 1): "grace_months", (1, 1): "#N/A"}))
    ((_, _, rows),) = tables(path)
    assert [list(cells) for _, cells in rows] == [["code", "grace_months"], ["", "#N/A"]]


def test_a_book_with_such_a_cell_is_refused_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        club = book.add_worksheet("club")
        for row, cells in enumerate(
            (("key", "value"), ("name", "CLB"), ("started_on", "2018-01-01"))
        ):
            club.write_row(row, 0, cells)
        members = book.add_worksheet("members")
        members.write_row(0, 0, ("code", "full_name", "joined_on", "left_on"))
        members.write_row(1, 0, ("M001", "Hoa", "2018-01-01"))
        members.write_formula(1, 3, "=NA()", None, "#N/A")
    path.write_bytes(target.getvalue())
    with pytest.raises(InvalidError) as refused:
        import_book(tmp_path / "a.soclb", source=path)
    where = refused.value.problems[0].where
    assert where is not None
    assert (where.row, where.column) == (2, "left_on")
    assert not (tmp_path / "a.soclb").exists()
