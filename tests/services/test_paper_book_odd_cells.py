"""What spreadsheets bring that is no figure, no day and no name (F20): named by its cell, or read.

Every case stands in a real ``.csv`` folder and in a real ``.xlsx`` workbook; what is refused
leaves no book behind.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter

from app.base.errors import InvalidError
from app.base.text import language
from app.services.paper_book import import_book, read
from app.services.sentences import sentence
from tests.helpers.paper_books import found, lines

Rows = dict[str, list[list[object]]]
Writer = Callable[[Path, Rows], Path]


def _rows() -> Rows:
    return {name: [list[object](row) for row in csv.reader(text)] for name, text in lines().items()}


def _folder(path: Path, sheets: Rows) -> Path:
    path.mkdir()
    for name, rows in sheets.items():
        with (path / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    return path


def _workbook(path: Path, sheets: Rows) -> Path:
    """Text as text cells, figures as figures, days as days."""
    book = path.with_suffix(".xlsx")
    with xlsxwriter.Workbook(book, {"strings_to_formulas": False}) as out:
        day = out.add_format({"num_format": "dd/mm/yyyy"})
        for name, rows in sheets.items():
            sheet = out.add_worksheet(name)
            for number, cells in enumerate(rows):
                for place, cell in enumerate(cells):
                    if isinstance(cell, datetime):
                        sheet.write_datetime(number, place, cell, day)
                    elif isinstance(cell, str):
                        sheet.write_string(number, place, cell)
                    else:
                        sheet.write(number, place, cell)
    return book


BOTH = pytest.mark.parametrize("put", [_folder, _workbook])
CELLS = {"entries": {"on": 0, "amount": 2}, "members": {"code": 0, "full_name": 1, "birth": 6}}
REFUSED = [
    *(
        ("entries", 2, "amount", text, "amount.unreadable")
        for text in (
            "1,5 triệu",
            "1.5e6",
            "1,500",
            "-5000",
            "−5000",
            "NaN",
            "nan",
            "inf",
            "5000.5",
            "5000,5",
            "=1+1",
            "#N/A",
            "#REF!",
            "năm nghìn",
            "1 500.000",
            "٥٠٠٠x",
            "1/2",
        )
    ),
    ("entries", 2, "amount", "", "sheet.cell_empty"),
    ("entries", 2, "amount", "   ", "sheet.cell_empty"),
    ("entries", 2, "amount", "0", "sheet.amount_zero"),
    ("entries", 2, "amount", "9" * 16, "amount.too_large"),
    *(
        ("entries", 10, "on", text, "day.unreadable")
        for text in ("31/02/2024", "2020-02-30", "02/20/2020", "12-31-2020", "20/2", "20/2/20", "x")
    ),
    ("entries", 10, "on", "", "sheet.cell_empty"),
    ("members", 2, "full_name", " \u200b ", "sheet.cell_empty"),
    ("members", 2, "code", "M001", "sheet.code_twice"),
    ("members", 2, "birth", "2031", "sheet.born_after_joined"),
    ("members", 2, "birth", "2/5/2019", "sheet.born_after_joined"),
    ("members", 2, "birth", "1950/13/01", "sheet.birth_unreadable"),
]


def _with(sheet: str, row: int, column: str, cell: object) -> Rows:
    """The small book with one cell put in; members have a column ``birth``."""
    sheets = _rows()
    sheets["members"] = [[*cells, "birth" if n == 0 else ""] for n, cells in _numbered(sheets)]
    sheets[sheet][row][CELLS[sheet][column]] = cell
    return sheets


def _numbered(sheets: Rows) -> list[tuple[int, list[object]]]:
    return list(enumerate(sheets["members"]))


@BOTH
@pytest.mark.parametrize(("sheet", "row", "column", "text", "code"), REFUSED)
def test_f20_a_cell_that_is_wrong_is_named_and_nothing_comes_in(
    put: Writer, tmp_path: Path, sheet: str, row: int, column: str, text: str, code: str
) -> None:
    source, book = put(tmp_path / "book", _with(sheet, row, column, text)), tmp_path / "b.soclb"
    with pytest.raises(InvalidError) as caught:
        import_book(book, source=source)
    places = [(name.removesuffix(".csv"), *rest) for _, name, *rest in found(_all(caught))]
    assert (sheet, row + 1, column) in places
    assert caught.value.problems[0].code == code
    for spoken in ("vi", "en"):
        with language(spoken):
            assert sentence(caught.value.problems[0])
    assert not [path.name for path in tmp_path.iterdir() if path != source]


def _all(caught: pytest.ExceptionInfo[InvalidError]) -> list:  # type: ignore[type-arg]
    return list(caught.value.problems)


@BOTH
@pytest.mark.parametrize(
    ("sheet", "row", "column", "text"),
    [
        ("entries", 2, "amount", " 500.000 "),
        ("entries", 2, "amount", "500000 đ"),
        ("entries", 2, "amount", "500\u00a0000"),
        ("entries", 10, "on", "20/2/2020"),
        ("entries", 10, "on", " 20.02.2020 "),
        ("members", 2, "full_name", "  Trần   Văn Bình "),
        ("members", 2, "full_name", unicodedata.normalize("NFD", "Trần Văn Bình")),
        ("members", 2, "full_name", "Trần Văn \u200eBình\ufeff"),
    ],
)
def test_f20_a_cell_written_another_way_is_the_same(
    put: Writer, tmp_path: Path, sheet: str, row: int, column: str, text: str
) -> None:
    plain, odd = _with("entries", 0, "on", "on"), _with(sheet, row, column, text)
    assert read(put(tmp_path / "odd", odd)) == read(put(tmp_path / "plain", plain))


@BOTH
def test_f20_two_members_of_one_name_are_two_members(put: Writer, tmp_path: Path) -> None:
    sheets = _with("members", 2, "full_name", "Nguyễn Thị An")
    names = [member.full_name for member in read(put(tmp_path / "book", sheets)).members]
    assert names.count("Nguyễn Thị An") == 2


@BOTH
def test_f20_every_wrong_cell_is_told_at_once(put: Writer, tmp_path: Path) -> None:
    sheets = _with("members", 3, "birth", "19x0")
    for row, text in ((1, "1,5 triệu"), (3, "-1"), (4, "NaN")):
        sheets["entries"][row][2] = text
    with pytest.raises(InvalidError) as caught:
        import_book(tmp_path / "b.soclb", source=put(tmp_path / "book", sheets), dry_run=True)
    places = [(name.removesuffix(".csv"), row, at) for _, name, row, at in found(_all(caught))]
    assert {("members", 4, "birth"), *(("entries", row, "amount") for row in (2, 4, 5))} <= {
        *places
    }


@BOTH
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("NguyÔn ThÞ An", "sheet.old_font"),
        ("Nguyeãn Thò An", "sheet.old_font"),
        ("Nguyễn\x07 Thị An", "sheet.controls_left_out"),
    ],
)
def test_f20_old_fonts_and_hidden_signs_are_warned_of(
    put: Writer, tmp_path: Path, text: str, code: str
) -> None:
    source = put(tmp_path / "book", _with("members", 1, "full_name", text))
    warning = read(source).warnings[0]
    assert warning.where is not None
    assert warning.where.file.removesuffix(".csv") == "members"
    assert (warning.code, warning.where.row, warning.where.column) == (code, 2, "full_name")
    with language("vi"):
        assert "An" in sentence(warning)
    with language("en"):
        assert "old font" in sentence(warning) or "left out" in sentence(warning)


def test_f20_bytes_of_an_old_font_are_refused(tmp_path: Path) -> None:
    source = _folder(tmp_path / "book", _rows())
    text = "\n".join(lines()["members"][:2]).encode() + b"\nM002,Nguy\xd4n"
    (source / "members.csv").write_bytes(text)
    with pytest.raises(InvalidError) as caught:
        read(source)
    assert found(_all(caught)) == [("sheet.not_utf8", "members.csv", 3, "")]


@pytest.mark.parametrize("cell", [-5000, 5000.5, 0, 1e300, True])
def test_f20_a_figure_that_is_no_amount(cell: object, tmp_path: Path) -> None:
    source = _workbook(tmp_path / "book", _with("entries", 2, "amount", cell))
    with pytest.raises(InvalidError) as caught:
        read(source)
    assert ("entries", 3, "amount") in [place[1:] for place in found(_all(caught))]


def test_f20_a_formula_counts_as_the_figure_it_shows(tmp_path: Path) -> None:
    """What it shows is saved beside it; a formula that no spreadsheet ever worked out shows 0."""
    for shown, amount in ((500_000, 500_000), (0, None)):
        path = _workbook(tmp_path / str(shown), _rows() | {"entries": []})
        with xlsxwriter.Workbook(path) as out:
            for name, rows in _rows().items():
                sheet = out.add_worksheet(name)
                for number, cells in enumerate(rows):
                    sheet.write_row(number, 0, cells)
            out.get_worksheet_by_name("entries").write_formula(2, 2, "=250000*2", None, shown)
        if amount:
            assert read(path).entries[1].amount == amount
            continue
        with pytest.raises(InvalidError) as caught:
            read(path)
        assert found(_all(caught))[0] == ("sheet.amount_zero", "entries", 3, "amount")


def test_f20_merged_cells_leave_the_lower_ones_empty(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as out:
        for name, rows in _rows().items():
            sheet = out.add_worksheet(name)
            for number, cells in enumerate(rows):
                sheet.write_row(number, 0, cells)
        out.get_worksheet_by_name("members").merge_range(
            "C2:C4", "2019-05-01", out.add_format({"valign": "top"})
        )
    with pytest.raises(InvalidError) as caught:
        read(path)
    empty = [place for place in found(_all(caught)) if place[0] == "sheet.cell_empty"]
    assert empty == [("sheet.cell_empty", "members", row, "joined_on") for row in (3, 4)]


@BOTH
def test_f20_65536_rows(put: Writer, tmp_path: Path) -> None:
    """The last row of the old Excel is read, and named when it is wrong."""
    sheets = _rows()
    gift: list[object] = ["2020-03-01", "donation", "1", "", "income", "", "", ""]
    sheets["entries"] += [gift] * (65_535 - len(sheets["entries"]))
    sheets["entries"].append([*gift[:2], "1,5 triệu", *gift[3:]])
    with pytest.raises(InvalidError) as caught:
        read(put(tmp_path / "wrong", sheets))
    (place,) = found(_all(caught))
    assert place[0] == "amount.unreadable"
    assert place[2:] == (65_536, "amount")
    sheets["entries"][-1] = gift
    assert len(read(put(tmp_path / "right", sheets)).entries) == 65_535
