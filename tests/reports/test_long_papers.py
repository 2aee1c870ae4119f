"""Books of many rows, names of 60 letters, amounts of a trillion: nothing cut, nothing broken."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import pytest
from reportlab.lib.units import mm

from app.domain.paper_shapes import CashBookLine, SheetLine, VoucherPart, YearLine
from app.reports import (
    cash_book,
    doc,
    fonts,
    fund_statement,
    loan_papers,
    meeting_sheets,
    member_list,
    member_statement,
    minutes,
    pdf,
    plain,
    vouchers,
    year_books,
)
from app.reports.frame import PaperOptions
from app.reports.signing import DOTS
from tests.helpers.tools import run_tool
from tests.reports import paper_samples as papers
from tests.reports import samples
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
    lines = tuple(
        YearLine("M", name, (*(1_500_000,) * 11, 2_500_000), papers.MARKS) for name in NAMES
    )
    fees = dataclasses.replace(papers.FEES, lines=lines)
    text = " ".join(pages_of(year_books.fees(fees, PAPER), tmp_path, "-raw"))
    assert text.split().count("19.000.000") == 70
    assert "1.330.000.000" in text
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


def test_a_short_table_is_not_divided_from_its_heading(tmp_path: Path) -> None:
    rows = tuple(doc.Row((f"dòng {at}", at)) for at in range(7))
    columns = (doc.Column("Nội dung", 70), doc.Column("Số", 30))
    for lines in range(18, 34):
        blocks: list[doc.Block] = [doc.Para(f"ý {at}") for at in range(lines)]
        blocks += [doc.Heading("II. Mảng"), doc.Para("Đơn vị tính: đồng")]
        blocks.append(doc.Table(columns, rows))
        for page in pages_of(doc.Doc("t", "a", tuple(blocks)), tmp_path):
            assert ("II. Mảng" in page) == ("dòng 0" in page) == ("dòng 6" in page)


@pytest.mark.parametrize("count", range(30, 45))
def test_the_sentence_under_a_list_is_signed_beside_its_last_rows(
    count: int, tmp_path: Path
) -> None:
    people = dataclasses.replace(
        papers.MEMBERS,
        members=tuple(
            dataclasses.replace(papers.PEOPLE[0], code=f"M{at:03d}") for at in range(count)
        ),
        left=(),
    )
    pages = pages_of(member_list.build(people, PAPER), tmp_path)
    assert SIGNING in pages[-1]
    assert {f"M{count - 1:03d}", f"M{count - 2:03d}"} <= set(pages[-1].split())


def test_signatures_take_less_room_where_that_saves_a_page(tmp_path: Path) -> None:
    """The room to sign in gives way by at most two fifths, and never on a page that has room."""
    signers = doc.Signatures((doc.Signer("Thư ký", "Lê Thị A", SIGNING),))
    gaps = set()
    for height in range(150, 215):
        blocks = (doc.Spacer(height), doc.Para("Thông qua./."), signers)
        target = tmp_path / "paper.pdf"
        target.write_bytes(pdf.render(doc.Doc("t", "a", blocks)))
        boxes = run_tool("pdftotext", "-bbox", target, "-").splitlines()
        tops = {
            line.split(">")[1].split("<")[0]: float(line.split('yMin="')[1].split('"')[0])
            for line in boxes
            if "<word" in line
        }
        gaps.add(round((tops["Lê"] - tops["(Ký,"]) / mm))
    assert 8 <= max(gaps) - min(gaps) <= 10


def test_nothing_is_carried_in_a_column_without_amounts(tmp_path: Path) -> None:
    columns = (
        doc.Column("TT", 40),
        doc.Column("Đã thu", 20, doc.Align.RIGHT, carried=True),
        doc.Column("Phải thu", 20, doc.Align.RIGHT, carried=True),
    )
    rows = tuple(doc.Row((f"T{at}", None, 5_000)) for at in range(80))
    table = doc.Table(columns, rows, carry_labels=("Cộng chuyển trang sau", "Mang sang"))
    first, second, *_ = pages_of(doc.Doc("t", "a", (table,)), tmp_path)
    for page, label in ((first, "Cộng chuyển trang sau"), (second, "Mang sang")):
        line = next(line for line in page.splitlines() if label in line)
        assert len(line.replace(label, "").split()) == 1


def test_dots_to_write_on_reach_the_end_of_the_line() -> None:
    fonts.register()
    for text in ("Địa chỉ: " + DOTS, DOTS, "Đã nhận đủ số tiền (viết bằng chữ): " + DOTS * 2):
        filled = fonts.fill_dots(text, fonts.REGULAR, 13, 400)
        assert 395 <= fonts.text_width(filled, fonts.REGULAR, 13) <= 400
        assert filled.rstrip(".") == text.rstrip(".")
    assert fonts.fill_dots("thông qua./.", fonts.REGULAR, 13, 400) == "thông qua./."


def test_a_member_sees_what_is_due_on_the_next_day_and_what_is_late() -> None:
    """Two loans on two days and one past its end: the next sum is of the first day and the late."""
    one, two, late = (samples.loan(at, "Lý Thị Én", 1_000_000) for at in (1, 2, 3))
    loans = (
        dataclasses.replace(one, next_due=date(2018, 12, 7), next_amount=110_000),
        dataclasses.replace(two, next_due=date(2018, 12, 20), next_amount=220_000),
        dataclasses.replace(late, next_due=None, next_amount=5_000),
    )
    said = plain.render(
        member_statement.build(dataclasses.replace(samples.MEMBER, loans=loans), PAPER)
    )
    assert "kỳ tới: 115.000 đồng, ngày 07/12/2018." in said
    nothing = dataclasses.replace(samples.MEMBER, loans=())
    assert "còn nợ: 0 đồng." in plain.render(member_statement.build(nothing, PAPER))


def test_minutes_whose_end_would_stand_alone_are_set_in_13_points() -> None:
    """The decree allows 13 to 14: the smaller is taken only where it saves a page."""
    paper = minutes.build(samples.MINUTES, PAPER)
    fonts.register()
    assert pdf._built(paper, pdf._ORDINARY).pages == 3
    assert pdf.render(paper) == pdf._built(paper, pdf._TIGHT).content
    short = fund_statement.build(samples.FUND, PAPER)
    assert pdf.render(short) == pdf._built(short, pdf._ORDINARY).content
