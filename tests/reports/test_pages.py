"""Pages of long and odd papers: nothing cut, nothing alone, nothing empty."""

from __future__ import annotations

import dataclasses
import re
from itertools import pairwise
from pathlib import Path

import pytest

from app.domain.minutes import AttendanceCount, Minutes
from app.reports import catalogue, doc, fund_statement, loan_book, minutes, pdf, union_report
from app.reports.frame import PaperOptions
from tests.helpers.tools import run_tool
from tests.reports import samples
from tests.reports.test_golden import CASES

PAPER = PaperOptions()
SIGNING = "(Ký, ghi rõ họ tên)"


def pages_of(paper: doc.Doc, folder: Path, order: str = "-layout") -> list[str]:
    """The text of each page, line by line or (``-raw``) cell by cell."""
    target = folder / "paper.pdf"
    target.write_bytes(pdf.render(paper))
    return run_tool("pdftotext", order, "-enc", "UTF-8", target, "-").split("\f")[:-1]


def words_of(pages: list[str]) -> str:
    """The words of all pages in a row, without what stands in the margins."""
    lines = [line.strip() for page in pages for line in page.splitlines()]
    body = [line for line in lines if not line.isdecimal() and "Mã kiểm tra" not in line]
    return " ".join(" ".join(body).split())


def content_of(page: str) -> list[str]:
    """The lines of a page without its number and without the signature block."""
    lines = [line.strip() for line in page.splitlines() if line.strip()]
    body = [line for line in lines if not line.isdecimal()]
    signing = next((at for at, line in enumerate(body) if SIGNING in line), len(body) + 1)
    return body[: max(0, signing - 1)]


def rows(number: int) -> doc.Table:
    columns = (doc.Column("Số", 10), doc.Column("Nội dung", 60), doc.Column("Thu", 30))
    lines = tuple(doc.Row((f"T{at:05d}", "Thu phí thành viên", at)) for at in range(number))
    return doc.Table(columns, lines, doc.Row(("", "Cộng", sum(range(number))), strong=True))


SIGNATURES = doc.Signatures(
    (doc.Signer("Thư ký", "Lê Thị A", SIGNING), doc.Signer("Chủ nhiệm", "Trần B", SIGNING))
)


@pytest.mark.parametrize("number", [1, *range(24, 44), 60, 81])
def test_signatures_keep_rows_with_them(number: int, tmp_path: Path) -> None:
    recipients = doc.Recipients("Nơi nhận:", ("Hội LHPN", "Lưu: CLB"))
    paper = doc.Doc("t", "a", (doc.Title("BÁO CÁO"), rows(number), SIGNATURES, recipients))
    pages = pages_of(paper, tmp_path)
    assert SIGNING in pages[-1]
    assert f"T{number - 1:05d}" in pages[-1]
    assert all(content_of(page) for page in pages)


@pytest.mark.parametrize("lines", range(30, 60, 2))
def test_signatures_keep_text_with_them(lines: int, tmp_path: Path) -> None:
    text = "Toàn thể thành viên tập bài dưỡng sinh theo hướng dẫn của tổ thể dục. " * lines
    paper = doc.Doc("t", "a", (doc.Title("BIÊN BẢN"), doc.Para(text), SIGNATURES))
    pages = pages_of(paper, tmp_path)
    assert SIGNING in pages[-1]
    assert len(content_of(pages[-1])) >= 2
    assert all(content_of(page) for page in pages)
    assert words_of(pages).count("dưỡng sinh") == lines


def test_2000_rows_repeat_the_head_and_carry_sums(tmp_path: Path) -> None:
    columns = (doc.Column("Số", 20), doc.Column("Thu", 30, doc.Align.RIGHT, carried=True))
    lines = tuple(doc.Row((f"T{at:05d}", 1_000_000_000)) for at in range(2000))
    table = doc.Table(columns, lines, carry_labels=("Cộng chuyển trang sau", "Mang sang"))
    pages = pages_of(doc.Doc("t", "a", (table,)), tmp_path)
    assert words_of(pages).count(" T0") + words_of(pages).startswith("T0") == 2000
    for page, following in pairwise(pages):
        *_, forward = [line for line in page.splitlines() if "Cộng chuyển" in line]
        brought = next(line for line in following.splitlines() if "Mang sang" in line)
        assert forward.split()[-1] == brought.split()[-1]
        written = sum(" T0" in f" {line.strip()}" for line in page.splitlines())
        assert written > 20
    assert all("Số" in page and "Thu" in page for page in pages)


def test_minutes_of_six_pages(tmp_path: Path) -> None:
    content = "\n".join(f"Ý kiến {at}: " + "bàn việc gặt lúa, sửa đường. " * 6 for at in range(60))
    long = dataclasses.replace(samples.MINUTES, content=content)
    pages = pages_of(minutes.build(long, PAPER), tmp_path)
    assert len(pages) >= 6
    assert all(f"Ý kiến {at}:" in words_of(pages) for at in range(60))
    assert not pages[0].lstrip().startswith("1\n")
    assert [page.split()[0] for page in pages[1:]] == [str(at) for at in range(2, len(pages) + 1)]


def test_70_members_of_60_letters_are_all_named(tmp_path: Path) -> None:
    assert len(samples.LONG_NAME) == 60
    names = [f"{samples.LONG_NAME[:56]} {at:03d}" for at in range(70)]
    absent = dataclasses.replace(
        samples.MINUTES,
        attendance=AttendanceCount(0, 70, 0, 0),
        away=tuple((name, "excused") for name in names),
        chair=samples.LONG_NAME,
        secretary=samples.LONG_NAME,
    )
    text = words_of(pages_of(minutes.build(absent, PAPER), tmp_path))
    assert all(name in text for name in names)


def test_a_loan_book_of_70_long_names_and_large_amounts(tmp_path: Path) -> None:
    lines = [samples.loan(at, samples.LONG_NAME, 10**12) for at in range(1, 71)]
    text = words_of(pages_of(loan_book.build(samples.loan_book(*lines), PAPER), tmp_path))
    assert text.count("1.000.000.000.000") >= 140
    assert "70.000.000.000.000" in text
    assert all(f"L{at:03d}" in text for at in range(1, 71))


def test_amounts_of_a_trillion_stay_whole(tmp_path: Path) -> None:
    cash = dataclasses.replace(samples.FUND.cash, opening=10**12, closing=10**12)
    statement = dataclasses.replace(samples.FUND, cash=cash)
    text = words_of(pages_of(fund_statement.build(statement, PAPER), tmp_path))
    assert "1.000.000.000.000" in text
    assert "Một nghìn tỷ" in text


def test_a_word_wider_than_its_cell_is_broken_not_cut(tmp_path: Path) -> None:
    word = "ă" * 300
    columns = (doc.Column("A", 1), doc.Column("B", 1))
    paper = doc.Doc("t", "a", (doc.Table(columns, (doc.Row((word, "b")),)),))
    assert "".join(pages_of(paper, tmp_path)).count("ă") == 300


def test_a_cell_longer_than_a_page_goes_on(tmp_path: Path) -> None:
    text = " ".join(f"ý{at}" for at in range(900))
    columns = (doc.Column("A", 1), doc.Column("B", 2))
    table = doc.Table(columns, (doc.Row((text, "b")), doc.Row(("cuối", ""))))
    pages = pages_of(doc.Doc("t", "a", (table, SIGNATURES)), tmp_path)
    assert all(f"ý{at}" in words_of(pages).split() for at in range(900))
    assert SIGNING in pages[-1]


@pytest.mark.parametrize(
    "name", ["<b>Lê</b> & Thị", "A \"B\" 'C' <i>", "=1+1", "Hoa\u0300 </para>", "x\x00y\u200b<br/>"]
)
def test_odd_names_stand_as_typed(name: str, tmp_path: Path) -> None:
    odd = dataclasses.replace(samples.MINUTES, chair=name, guests=name)
    text = words_of(pages_of(minutes.build(odd, PAPER), tmp_path))
    expected = name.replace("a\u0300", "à").replace("\x00", "").replace("\u200b", "")
    assert text.count(expected) == 3


def test_practice_and_check_code_stand_on_every_page(tmp_path: Path) -> None:
    club = dataclasses.replace(samples.CLUB, practice=True)
    pages = pages_of(
        minutes.build(dataclasses.replace(samples.MINUTES, club=club), PAPER), tmp_path
    )
    assert len(pages) > 1
    assert all("SỔ THỰC HÀNH" in page and samples.CODE in page for page in pages)


@pytest.mark.parametrize("clubs", [2, 7, 40, 135])
def test_the_union_page_holds_every_club(clubs: int, tmp_path: Path) -> None:
    text = words_of(pages_of(union_report.build(samples.union(clubs), PAPER), tmp_path, "-raw"))
    assert all(f"xóm {number} (xã" in text for number in range(1, clubs + 1))


@pytest.mark.parametrize("clubs", [3, 20, 21, 22, 135])
def test_the_union_signs_one_page_with_all_in_a_picture(clubs: int, tmp_path: Path) -> None:
    made = union_report.build(samples.union(clubs), PAPER)
    first, *behind = pages_of(made, tmp_path)
    assert SIGNING in first
    assert not any(SIGNING in page for page in behind)
    (bars,) = (block.bars for block in made.blocks if isinstance(block, doc.Bars))
    drawn = {bar.label for bar in bars}
    if clubs <= 21:
        assert drawn == {f"CLB Liên thế hệ tự giúp nhau xóm {n}" for n in range(1, clubs)}
    else:
        assert drawn == {"xã Phú Đô", "xã Sơn Cẩm"}
    assert all(f"{bar.label} " in first and bar.said in first for bar in bars)


def test_an_annex_lies_across_behind_an_upright_paper(tmp_path: Path) -> None:
    paper = doc.Doc("t", "a", (rows(3), SIGNATURES), annex=(rows(60),), foot="Mã kiểm tra")
    pages = pages_of(paper, tmp_path)
    assert SIGNING in pages[0]
    assert all("Mã kiểm tra" in page for page in pages)
    sizes = run_tool("pdfinfo", "-f", "1", "-l", "9", tmp_path / "paper.pdf")
    upright, *across = [
        line.split()[3:6:2] for line in sizes.splitlines() if " size: " in line and "x" in line
    ]
    assert across
    assert all(page == upright[::-1] for page in across)


def test_the_same_paper_gives_the_same_bytes() -> None:
    paper = fund_statement.build(samples.FUND, PAPER)
    for ending in catalogue.ENDINGS:
        assert catalogue.render(paper, ending) == catalogue.render(paper, ending)


def test_only_our_fonts_are_in_the_file_and_all_are_embedded(tmp_path: Path) -> None:
    target = tmp_path / "paper.pdf"
    target.write_bytes(pdf.render(minutes.build(samples.MINUTES, PAPER)))
    _, _, *fonts = run_tool("pdffonts", target).splitlines()
    assert fonts
    assert all("+LiberationSerif" in line and " yes yes yes " in line for line in fonts)
    about = run_tool("pdfinfo", target)
    assert "BIÊN BẢN" in about
    assert samples.CLUB.name in about
    assert "A4" in about


def test_an_empty_meeting_prints(tmp_path: Path) -> None:
    bare = Minutes(samples.CLUB, samples.MONTH, samples.DAY, "held")
    assert "BIÊN BẢN" in words_of(pages_of(minutes.build(bare, PAPER), tmp_path))


def test_a_sum_that_falls_again_is_carried_whole(tmp_path: Path) -> None:
    """What was taken back later makes the last sum narrower than those the pages carry."""
    columns = (
        *(doc.Column("Nội dung", 1) for _ in range(12)),
        doc.Column("Thu", 1, doc.Align.RIGHT, carried=True),
    )
    amounts = [*(999_999,) * 120, *(-999_999,) * 120]
    lines = tuple(doc.Row((*("chè " * 3,) * 12, amount)) for amount in amounts)
    table = doc.Table(columns, lines, carry_labels=("Cộng chuyển trang sau", "Mang sang"))
    pages = pages_of(doc.Doc("t", "a", (table,)), tmp_path)
    for page in pages[1:]:
        brought = next(line for line in page.splitlines() if "Mang sang" in line)
        assert re.fullmatch(r"[\d.]+", amount := brought.split()[-1])
        assert int(amount.replace(".", "")) % 999_999 == 0


@pytest.mark.parametrize("case", CASES)
def test_a_practice_book_marks_every_page_of_every_paper(case: str, tmp_path: Path) -> None:
    name, data, options = CASES[case]
    paper = catalogue.build(name, data, dataclasses.replace(options, practice=True))
    mark = "PRACTICE BOOK" if options.language == "en" else "SỔ THỰC HÀNH"
    pages = pages_of(paper, tmp_path)
    vouchers = sum(isinstance(block, doc.Voucher) for block in paper.blocks)
    assert sum(page.count(mark) for page in pages) == (vouchers or len(pages))
    assert all(mark in page for page in pages)
    assert mark in catalogue.render(paper, ".txt").decode()
