"""Books of many rows, names of 60 letters, amounts of a trillion: nothing cut, nothing broken."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import pytest

from app.domain.paper_shapes import CashBookLine, SheetLine, VoucherPart, YearLine
from app.reports import cash_book, doc, loan_papers, meeting_sheets, vouchers, year_books
from app.reports.frame import PaperOptions
from tests.reports import paper_samples as papers
from tests.reports.samples import LONG_NAME
from tests.reports.test_pages import SIGNING, pages_of, words_of

PAPER = PaperOptions()
NAMES = [f"{LONG_NAME[:56]} {at:03d}" for at in range(70)]


def test_a_cash_book_of_2000_lines_carries_its_sums(tmp_path: Path) -> None:
    lines = tuple(
        CashBookLine(
            date(2018, 11, 1),
            f"T {at}/2018",
            "donation",
            10**9,
            0,
            at * 10**9,
            "income",
            "",
            0,
            "x",
        )
        for at in range(1, 2001)
    )
    book = dataclasses.replace(papers.CASH_BOOK, opening=0, lines=lines, closing=2000 * 10**9)
    pages = pages_of(cash_book.build(book, PAPER), tmp_path)
    text = words_of(pages)
    assert all(f"T {at}/2018" in text for at in range(1, 2001))
    assert text.count("Cộng chuyển trang sau") == text.count("Trang trước chuyển sang")
    assert "2.000.000.000.000" in pages[-1]
    assert SIGNING in pages[-1]


@pytest.mark.parametrize("count", [1, 2, 13, 30, 70])
def test_sheets_name_everybody_whole(count: int, tmp_path: Path) -> None:
    due = {"membership_fee": 10**12, "interest_payment": 10**12, "principal_repayment": 10**12}
    lines = tuple(SheetLine("M", name, "1950", due, 10**12) for name in NAMES[:count])
    sheets = dataclasses.replace(papers.SHEETS, lines=lines)
    for build in (meeting_sheets.collection, meeting_sheets.attendance):
        pages = pages_of(build(sheets, PAPER), tmp_path)
        assert SIGNING in pages[-1]
        text = " ".join(pages_of(build(sheets, PAPER), tmp_path, "-raw"))
        assert all(text.split().count(f"{at:03d}") == 1 for at in range(count))


def test_year_books_of_70_members(tmp_path: Path) -> None:
    lines = tuple(YearLine("M", name, (1_500_000,) * 12, papers.MARKS) for name in NAMES)
    fees = dataclasses.replace(papers.FEES, lines=lines)
    text = " ".join(pages_of(year_books.fees(fees, PAPER), tmp_path, "-raw"))
    assert text.split().count("18.000.000") == 70
    assert "1.260.000.000" in text
    marks = dataclasses.replace(papers.ATTENDANCE_BOOK, lines=lines)
    assert words_of(pages_of(year_books.attendance(marks, PAPER), tmp_path)).count("8/11") == 70


@pytest.mark.parametrize("count", [1, 2, 3, 4, 25])
def test_two_vouchers_stand_on_a_page(count: int, tmp_path: Path) -> None:
    data = dataclasses.replace(papers.VOUCHERS, vouchers=(papers.EXPENSE,) * count)
    pages = pages_of(vouchers.build(data, PAPER), tmp_path)
    assert len(pages) == -(-count // 2)
    assert [page.count("PHIẾU CHI") for page in pages[:-1]] == [2] * (len(pages) - 1)


def test_a_voucher_with_much_to_say_is_not_cut(tmp_path: Path) -> None:
    parts = tuple(VoucherPart("donation", 10**12 + at, f"{LONG_NAME} {at}") for at in range(6))
    long = dataclasses.replace(
        papers.CANCELLED, parts=parts, person=LONG_NAME, address="xóm " * 20, cancelled="sai " * 20
    )
    data = dataclasses.replace(papers.VOUCHERS, vouchers=(long, long))
    pages = pages_of(vouchers.build(data, PAPER), tmp_path)
    text = words_of(pages)
    assert len(pages) == 1
    assert text.count("ĐÃ HỦY") == 2
    assert text.count("sai") == 40
    assert all(text.count(f"1.000.000.000.00{at}") == 2 for at in range(6))


def test_no_voucher_says_so(tmp_path: Path) -> None:
    data = dataclasses.replace(papers.VOUCHERS, vouchers=())
    assert "không có phiếu nào" in words_of(pages_of(vouchers.build(data, PAPER), tmp_path))


def test_a_card_of_60_months_repeats_its_head(tmp_path: Path) -> None:
    row = papers.SCHEDULE.rows[0]
    rows = tuple(dataclasses.replace(row, no=at, due=date(2019, 1, 7)) for at in range(1, 61))
    schedule = dataclasses.replace(papers.SCHEDULE, rows=rows)
    loan = dataclasses.replace(papers.LOAN, schedule=schedule)
    pages = pages_of(loan_papers.card(loan, PAPER), tmp_path)
    assert len(pages) > 1
    assert all("Hạn trả" in page for page in pages)


def test_a_heading_goes_with_the_short_text_that_is_signed(tmp_path: Path) -> None:
    for lines in range(18, 34):
        blocks: list[doc.Block] = [doc.Para(f"dòng {at}") for at in range(lines)]
        blocks += [doc.Heading("III. Kế hoạch"), doc.Para("Thăm cụ ốm.")]
        blocks.append(doc.Signatures((doc.Signer("Thư ký", "", SIGNING),)))
        for page in pages_of(doc.Doc("t", "a", tuple(blocks)), tmp_path):
            assert ("III. Kế hoạch" in page) == ("Thăm cụ ốm." in page)


def test_the_line_of_a_form_stands_where_the_club_wants_it(tmp_path: Path) -> None:
    forms = PaperOptions(forms=("Mẫu số 01-TT", "Mẫu số 02-TT"))
    text = words_of(pages_of(vouchers.build(papers.VOUCHERS, forms), tmp_path))
    assert (text.count("Mẫu số 01-TT"), text.count("Mẫu số 02-TT")) == (1, 2)
    plain = words_of(pages_of(vouchers.build(papers.VOUCHERS, PAPER), tmp_path))
    assert "Mẫu số" not in plain


def test_members_get_a_box_for_a_thumb_print(tmp_path: Path) -> None:
    thumbs = PaperOptions(thumb_prints=True)
    text = words_of(pages_of(loan_papers.agreement(papers.LOAN, thumbs), tmp_path))
    assert text.count("(Ký hoặc điểm chỉ)") == 2
    assert text.count(SIGNING) == 2
