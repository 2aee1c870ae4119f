"""Text that a spreadsheet would run stays text in every file that goes out (F21)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from app.base import clock
from app.base.errors import AppError
from app.bundle import reading
from app.bundle.format import Packed
from app.domain.club_facts import Level
from app.domain.periods import Month
from app.reports import catalogue
from app.reports.frame import PaperOptions
from app.services import books, exporting, printing
from app.services.paper_book import export_book, import_book, read
from app.services.paper_request import PaperRequest
from app.services.papers import PAPERS
from app.store.database import Database
from tests.helpers.paper_books import lines, write
from tests.reports import samples

EVIL = ("=1+1", "+84 912", "-2", "@SUM(A1)", "'=1+1", '=HYPERLINK("http://x","y")')
RUNS = re.compile(r"[=+\-@\t\r]")
WHOLE = re.compile(r"-?\d+")


@pytest.fixture(params=EVIL)
def evil(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def book(evil: str, tmp_path: Path) -> Iterator[Database]:
    """The small book with the text wherever somebody may write what he likes."""
    cell = '"' + ("'" + evil).replace('"', '""') + '"'
    sheets = lines()
    sheets["club"][1] = f"name,{cell}"
    sheets["club"] += [f"{key},{cell}" for key in ("hamlet", "commune", "province", "parent_body")]
    sheets["members"] = [
        "code,full_name,joined_on,left_on,phone,role,hamlet",
        *(f"M00{n},{cell},2019-05-01,,{cell},{cell},{cell}" for n in (1, 2, 3)),
    ]
    sheets["loans"][0] += ",purpose"
    sheets["loans"][1:] = [f"{row},{cell}" for row in sheets["loans"][1:]]
    sheets["meetings"] = [
        "month,status,on,reason,content,decisions,place",
        f"2020-01,held,2020-01-10,,{cell},{cell},{cell}",
        f"2020-02,not_held,,{cell},,,",
    ]
    sheets["entries"][1:] = [f"{row.removesuffix(',')},{cell}" for row in sheets["entries"][1:]]
    path = tmp_path / "evil.soclb"
    import_book(path, source=write(tmp_path / "sheets", sheets))
    with clock.fixed(date(2020, 3, 2)), books.writing(path) as database:
        yield database


def _runs(text: str) -> list[str]:
    """The cells of a CSV file that a spreadsheet would run."""
    cells = [cell for row in csv.reader(StringIO(text, newline="")) for cell in row]
    return [cell for cell in cells if RUNS.match(cell) and not WHOLE.fullmatch(cell)]


def test_f21_no_cell_of_the_exported_sheets_is_run(
    book: Database, evil: str, tmp_path: Path
) -> None:
    with book.read() as uow:
        paths = export_book(uow, folder=tmp_path / "out")
    for path in paths:
        assert _runs(path.read_text(encoding="utf-8-sig")) == []
    again = read(tmp_path / "out")
    assert {member.full_name for member in again.members} == {evil}
    assert {entry.memo for entry in again.entries} == {evil}


def test_f21_no_cell_of_a_paper_as_a_spreadsheet_is_run(book: Database) -> None:
    written = 0
    for name in PAPERS:
        request = PaperRequest(
            name, first=date(2020, 1, 1), last=date(2020, 1, 31), member="M001", loan="L001"
        )
        with book.begin() as uow:
            try:
                content = printing.content(uow, request, ending=".xlsx")
            except AppError:
                continue
        written += 1
        _assert_no_formula(content)
    assert written > len(PAPERS) // 2


def _assert_no_formula(content: bytes) -> None:
    with ZipFile(BytesIO(content)) as parts:
        sheets = [name for name in parts.namelist() if name.startswith("xl/worksheets/")]
        assert all(b"<f>" not in parts.read(name) for name in sheets)
        assert not [name for name in parts.namelist() if "externalLink" in name]


def test_f21_no_cell_of_a_bundle_is_run(book: Database, evil: str, tmp_path: Path) -> None:
    out = tmp_path / "a.clbz"
    with book.begin() as uow:
        exporting.export_bundle(uow, month=Month(2020, 2), out=out, level=Level.FULL)
    with ZipFile(out) as parts:
        tables = [name for name in parts.namelist() if name.endswith(".csv")]
        assert "borrowers.csv" in tables
        assert [_runs(parts.read(name).decode("utf-8-sig")) for name in tables] == [[]] * len(
            tables
        )
    packed = reading.read(out.read_bytes())
    assert isinstance(packed, Packed)
    assert {line.name for line in packed.facts.borrowers} == {evil}


def test_f21_no_cell_of_the_unions_report_is_run(evil: str) -> None:
    plain = samples.union(3)
    rows = tuple(replace(row, club=evil, area=evil) for row in plain.rows)
    report = replace(plain, name=evil, rows=rows, missing=(evil,))
    paper = catalogue.build("union-report", report, PaperOptions())
    _assert_no_formula(catalogue.render(paper, ".xlsx"))
