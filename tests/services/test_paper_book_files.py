"""The same book in the files people have: separators, marks, old letters, workbooks."""

from __future__ import annotations

import unicodedata
import zipfile
from contextlib import suppress
from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter

from app.base.errors import AppError, InvalidError, StoreUnavailableError
from app.domain.paper_book import PaperBook
from app.services.paper_book import read
from app.services.paper_files import PaperSourceError
from app.services.sentences import sentence
from tests.helpers.paper_books import Lines, found, lines, problems_of, write


def _plain(tmp_path: Path) -> PaperBook:
    return read(write(tmp_path / "plain", lines()))


def _bytes(folder: Path, sheets: Lines, encoding: str, end: str) -> Path:
    folder.mkdir()
    for name, rows in sheets.items():
        (folder / f"{name}.csv").write_bytes((end.join(rows) + end).encode(encoding))
    return folder


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n"])
def test_any_utf8_and_any_line_ends(encoding: str, end: str, tmp_path: Path) -> None:
    assert read(_bytes(tmp_path / "book", lines(), encoding, end)) == _plain(tmp_path)


def test_semicolons_too(tmp_path: Path) -> None:
    sheets = lines()
    sheets["club"][3] = 'interest_split,"income:60;operating:40"'
    other = {name: [row.replace(",", ";") for row in rows] for name, rows in sheets.items()}
    other["club"][3] = 'interest_split;"income:60;operating:40"'
    assert read(write(tmp_path / "book", other)) == _plain(tmp_path)


def test_columns_in_any_order_and_of_any_dress(tmp_path: Path) -> None:
    sheets = lines()
    sheets["members"] = [
        "Họ và tên*,Mã,NGÀY VÀO ,Ngày ra,Điện thoại,Chức vụ",
        "Nguyễn Thị An,M001,1/5/2019,,0912345678,Chủ nhiệm",
        "Trần Văn Bình,M002,01.05.2019,,,thư ký",
        "Lê Thị Cúc,M003,1-5-2019,15/02/2020,,thành viên",
    ]
    assert read(write(tmp_path / "book", sheets)) == _plain(tmp_path)


def test_vietnamese_sheets_words_and_amounts(tmp_path: Path) -> None:
    sheets = lines()
    sheets["club"][3] = "Chia lãi,quỹ tăng thu nhập: 60 %; quỹ hoạt động: 40 %"
    sheets["club"][1] = "Tên câu lạc bộ,CLB xóm 1"
    sheets["meetings"][2] = "tháng 2/2020,Không sinh hoạt,,Mưa bão,"
    sheets["attendance"][1:] = [
        "10/1/2020,M001,Có mặt",
        "10/1/2020,M002,vắng",
        "10/1/2020,M003,vắng có phép",
    ]
    sheets["loans"][1] = 'L001,M001,10/1/2020,1.000.000,"1,00 %",gốc đều,6,'
    sheets["entries"][1] = "1/1/2020,Tiền mặt chuyển sang,2.000.000 đ,,Quỹ tăng thu nhập,,,"
    titles = {"members": "Thành viên", "entries": "thu chi", "attendance": "Điểm danh"}
    named = {titles.get(name, name): rows for name, rows in sheets.items()}
    assert read(write(tmp_path / "book", named)) == _plain(tmp_path)


def test_decomposed_letters_become_composed(tmp_path: Path) -> None:
    sheets = {
        name: [unicodedata.normalize("NFD", row) for row in rows] for name, rows in lines().items()
    }
    assert read(write(tmp_path / "book", sheets)) == _plain(tmp_path)


def test_a_record_of_many_lines_is_one_row(tmp_path: Path) -> None:
    sheets = lines()
    sheets["meetings"][1] = '2020-01,held,2020-01-10,,"Thu phí.\nBàn ""việc"" làng;\n\nhát then"'
    sheets["meetings"].append("2020-05,held,2020-05-10,,")
    problems = problems_of(write(tmp_path / "book", sheets))
    assert found(problems) == [("sheet.held_without_attendance", "meetings.csv", 4, "on")]
    sheets["meetings"].pop()
    book = read(write(tmp_path / "right", sheets))
    assert book.meetings[0].content == 'Thu phí.\nBàn "việc" làng;\n\nhát then'


def test_a_guard_against_formulas_is_taken_off(tmp_path: Path) -> None:
    sheets = lines()
    sheets["members"][1] = "M001,'=Nguyễn Thị An,2019-05-01,,'+84 912 345 678,chair"
    book = read(write(tmp_path / "book", sheets))
    assert book.members[0].full_name == "=Nguyễn Thị An"
    assert book.members[0].phone == "+84 912 345 678"


def test_the_first_row_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    folder = write(tmp_path / "book", lines())
    rows = lines()["members"]
    text = "\n".join(rows[:2]).encode() + "\nM002,Trần Văn Bình".encode("cp1258", "replace")
    (folder / "members.csv").write_bytes(text)
    assert found(problems_of(folder)) == [("sheet.not_utf8", "members.csv", 3, "")]
    (folder / "members.csv").write_bytes("\n".join(rows).encode("utf-16"))
    assert found(problems_of(folder)) == [("sheet.not_utf8", "members.csv", 1, "")]


@pytest.mark.parametrize("row", ['M009,"Lê,2019-05-01,,,', 'M009,"Lê" Thị,2019-05-01,,,'])
def test_quotes_that_do_not_match_are_named(row: str, tmp_path: Path) -> None:
    sheets = lines()
    sheets["members"].append(row)
    problems = problems_of(write(tmp_path / "book", sheets))
    assert found(problems) == [("sheet.bad_quotes", "members.csv", 5, "")]


def test_headers_that_are_wrong(tmp_path: Path) -> None:
    sheets = lines()
    sheets["members"][0] = "code,full_name,họ tên,left_on,phone,favourite"
    assert found(problems_of(write(tmp_path / "book", sheets))) == [
        ("sheet.column_twice", "members.csv", 1, "họ tên"),
        ("sheet.column_unknown", "members.csv", 1, "favourite"),
        ("sheet.column_missing", "members.csv", 1, ""),
    ]


def test_a_value_under_no_header_is_refused(tmp_path: Path) -> None:
    sheets = {name: [f"{row}," for row in rows] for name, rows in lines().items()}
    assert problems_of(write(tmp_path / "empty", sheets)) == []
    sheets["loans"][2] += "thừa"
    problems = problems_of(write(tmp_path / "book", sheets))
    assert found(problems) == [("sheet.too_many_cells", "loans.csv", 3, "")]


def test_sheets_that_are_missing_or_too_many(tmp_path: Path) -> None:
    sheets = lines() | {"ghi nhớ": ["a"], "Thành viên": lines()["members"]}
    del sheets["club"]
    assert found(problems_of(write(tmp_path / "book", sheets))) == [
        ("sheet.twice", "members.csv", None, ""),
        ("sheet.missing", "", None, ""),
    ]
    few = {name: rows for name, rows in lines().items() if name in ("club", "members")}
    book = read(write(tmp_path / "few", few | {"ghi nhớ": ["a"], "loans": []}))
    assert (book.entries, book.meetings) == ((), ())
    assert found(list(book.warnings)) == [("sheet.not_taken", "ghi nhớ.csv", None, "")]


def test_an_empty_sheet_has_no_columns(tmp_path: Path) -> None:
    sheets = lines()
    sheets["members"] = []
    problems = found(problems_of(write(tmp_path / "book", sheets)))
    assert ("sheet.column_missing", "members.csv", 1, "") in problems


def test_what_is_no_paper_book_at_all(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Kính gửi", encoding="utf-8")
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04 no zip")
    (tmp_path / "empty").mkdir()
    xlsxwriter.Workbook(tmp_path / "blank.xlsx").close()
    for name, code in (
        ("letter.txt", "sheet.unknown_ending"),
        ("broken.xlsx", "sheet.broken_workbook"),
        ("empty", "sheet.no_book"),
        ("blank.xlsx", "sheet.no_book"),
    ):
        with pytest.raises(PaperSourceError) as caught:
            read(tmp_path / name)
        assert caught.value.code == code
        assert sentence(caught.value)
    with pytest.raises(StoreUnavailableError) as gone:
        read(tmp_path / "gone.xlsx")
    assert gone.value.code == "file.not_found"
    with pytest.raises(StoreUnavailableError) as long:
        read(tmp_path / ("x" * 300))
    assert long.value.code == "file.name_too_long"


def _workbook(path: Path, sheets: dict[str, list[list[object]]]) -> Path:
    """Days as real date cells, times as time cells, numbers as numbers."""
    with xlsxwriter.Workbook(path) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        hour = book.add_format({"num_format": "hh:mm"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, cells in enumerate(rows):
                for place, cell in enumerate(cells):
                    if isinstance(cell, date | datetime):
                        sheet.write_datetime(number, place, cell, day)
                    elif isinstance(cell, time):
                        sheet.write_datetime(number, place, cell, hour)
                    else:
                        sheet.write(number, place, cell)
    return path


def _cells() -> dict[str, list[list[object]]]:
    return {
        name: [[_cell(cell) for cell in row.split(",")] for row in rows]
        for name, rows in lines().items()
    }


def _cell(text: str) -> object:
    if text.isdecimal():
        return int(text)
    return date.fromisoformat(text) if len(text) == 10 and text[4:5] == "-" else text


def test_a_workbook_is_the_same_book(tmp_path: Path) -> None:
    assert read(_workbook(tmp_path / "book.xlsx", _cells())) == _plain(tmp_path)


def test_what_a_workbook_spoils_is_mended(tmp_path: Path) -> None:
    cells = _cells()
    cells["members"][1][4] = 912345678
    cells["members"][0].append("birth")
    cells["members"][1].append(1951)
    cells["members"][2].append(datetime(1950, 3, 17))
    cells["members"][3].append(True)
    cells["meetings"][0] += ["start", "end", "activities"]
    cells["meetings"][1] += [time(8, 30), "10h", 1]
    cells["meetings"][1][0] = date(2020, 1, 1)
    cells["entries"][1][2] = "2.000.000"
    problems = problems_of(_workbook(tmp_path / "book.xlsx", cells))
    assert found(problems) == [("sheet.birth_unreadable", "members", 4, "birth")]
    cells["members"][3].pop()
    book = read(_workbook(tmp_path / "right.xlsx", cells))
    assert [member.phone for member in book.members] == ["0912345678", "", ""]
    assert [member.birth for member in book.members] == ["1951", "1950-03-17", ""]
    assert (book.meetings[0].start, book.meetings[0].end) == ("08:30", "10:00")
    assert book.meetings[0].activities == ("1",)


@pytest.mark.parametrize("amount", [5000.5, -5000, 0, 1e300, "=1+1", "#N/A", True])
def test_a_workbook_s_wrong_amount_is_refused(amount: object, tmp_path: Path) -> None:
    cells = _cells()
    cells["entries"][3][2] = amount
    problems = problems_of(_workbook(tmp_path / "book.xlsx", cells))
    assert [(p.where.file, p.where.row, p.where.column) for p in problems if p.where] == [
        ("entries", 4, "amount")
    ]


def test_rows_of_a_workbook_keep_their_numbers(tmp_path: Path) -> None:
    cells = _cells()
    cells["entries"][4:4] = [[], []]
    cells["entries"].append([date(2020, 2, 21), "chi", 5, "", "", "", "", ""])
    problems = problems_of(_workbook(tmp_path / "book.xlsx", cells))
    assert found(problems) == [("sheet.fund_missing", "entries", 14, "fund")]


def test_an_ods_workbook_is_read(tmp_path: Path) -> None:
    assert set(read(_ods(tmp_path / "book.ods")).places.files) == set(lines())
    assert read(tmp_path / "book.ods") == _plain(tmp_path)


def _ods(path: Path) -> Path:
    """The least that is an OpenDocument spreadsheet, all cells text."""
    tables = "".join(
        f'<table:table table:name="{name}">{"".join(map(_ods_row, rows))}</table:table>'
        for name, rows in lines().items()
    )
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
        for short in ("office", "table", "text")
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "META-INF/manifest.xml",
            "<manifest:manifest "
            'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces}>'
            f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
            "</office:document-content>",
        )
    return path


def _ods_row(row: str) -> str:
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
        for cell in row.split(",")
    )
    return f"<table:table-row>{cells}</table:table-row>"


def test_no_damaged_workbook_brings_a_traceback(tmp_path: Path) -> None:
    whole = _workbook(tmp_path / "book.xlsx", _cells()).read_bytes()
    for cut in range(0, len(whole), 97):
        (tmp_path / "cut.xlsx").write_bytes(whole[:cut])
        with pytest.raises(AppError) as caught:
            read(tmp_path / "cut.xlsx")
        assert not isinstance(caught.value, InvalidError)
    for place in range(0, len(whole), 31):
        flipped = bytearray(whole)
        flipped[place] ^= 0x15
        (tmp_path / "flipped.xlsx").write_bytes(flipped)
        with suppress(AppError):
            read(tmp_path / "flipped.xlsx")
