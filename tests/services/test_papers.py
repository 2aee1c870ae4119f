"""What the papers need to be told, what they take when they are told nothing, what is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from app.base import clock
from app.base.errors import AppError
from app.domain.loan_book import LoanBook
from app.domain.members import Member
from app.domain.money import format_dong
from app.domain.paper_shapes import (
    AreaReport,
    BlankBook,
    CashBook,
    HandOver,
    LoanPapers,
    MeetingSheets,
    MemberList,
    Vouchers,
    YearBook,
)
from app.domain.periods import Month
from app.reports import doc
from app.services import board, code_search, fund, meeting_sheet, meetings, members, printing
from app.services.paper_request import PaperRefusedError, PaperRequest
from app.services.papers import PAPERS, About
from app.store.database import UnitOfWork
from tests.helpers.clubs import NAMES, empty_club, filled_club, hold_meeting

TODAY = date(2024, 6, 20)


@pytest.fixture(autouse=True)
def in_june() -> Iterator[None]:
    with clock.fixed(TODAY):
        yield


@pytest.fixture
def uow() -> Iterator[UnitOfWork]:
    with filled_club().begin() as uow:
        yield uow


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        (PaperRequest("loan-agreement"), "paper.option_missing"),
        (PaperRequest("loan-card", loan="L999"), "loan.unknown"),
        (PaperRequest("loan-request"), "paper.option_missing"),
        (PaperRequest("loan-request", member="M999"), "member.unknown"),
        (PaperRequest("loan-approval"), "paper.meeting_missing"),
        (PaperRequest("loan-approval", month=Month(2024, 2)), "minutes.no_meeting"),
        (PaperRequest("consent", member="M999"), "member.unknown"),
    ],
)
def test_what_is_refused(uow: UnitOfWork, request_: PaperRequest, code: str) -> None:
    with pytest.raises(AppError) as caught:
        printing.data(uow, request_)
    assert caught.value.code == code


@pytest.mark.parametrize("name", [n for n, p in PAPERS.items() if p.about is not About.MEETING])
def test_an_empty_book_prints_too(name: str) -> None:
    with empty_club().begin() as uow:
        if PAPERS[name].about is About.LOAN and name != "loan-request":
            return
        request = PaperRequest(name, member="M001")
        assert printing.content(uow, request, ending=".pdf").startswith(b"%PDF")


def test_a_blank_request_leaves_the_amount_to_write(uow: UnitOfWork) -> None:
    asked = printing.data(uow, PaperRequest("loan-request", member="M001"))
    assert isinstance(asked, LoanPapers)
    assert (asked.borrower.code, asked.principal, asked.on) == ("M001", 0, TODAY)


def test_a_box_for_a_thumb_print_is_asked_for_with_the_paper(uow: UnitOfWork) -> None:
    for asked in (False, True):
        request = PaperRequest("loan-agreement", loan="L001", thumb_prints=asked)
        blocks = printing.paper(uow, request).blocks
        signers = next(block.signers for block in blocks if isinstance(block, doc.Signatures))
        assert signers[0].thumb is asked
        assert not signers[-1].thumb


def test_a_card_stops_at_the_end_of_its_period(uow: UnitOfWork) -> None:
    card = printing.data(uow, PaperRequest("loan-card", loan="L001", last=date(2024, 3, 31)))
    assert isinstance(card, LoanPapers)
    assert [paid.on.month for paid in card.payments] == [2, 3]
    assert card.payments[-1].owed == 4_000_000


def test_a_loan_paid_and_taken_back_on_one_day_shows_no_payment(uow: UnitOfWork) -> None:
    day = date(2024, 5, 10)
    paid = fund.record(uow, on=day, kind="principal_repayment", amount=1_000_000, loan="L001")
    fund.reverse(uow, entry=paid, on=day, reason="Ghi nhầm")
    card = printing.data(uow, PaperRequest("loan-card", loan="L001"))
    assert isinstance(card, LoanPapers)
    assert all(payment.on != day for payment in card.payments)


def test_sheets_and_plan_are_for_the_month_to_come(uow: UnitOfWork) -> None:
    sheets = printing.data(uow, PaperRequest("collection-sheet"))
    assert isinstance(sheets, MeetingSheets)
    assert sheets.month == Month(2024, 5)
    assert sheets.lines[0].due
    plan = printing.data(uow, PaperRequest("activity-plan", first=date(2024, 7, 1)))
    assert isinstance(plan, AreaReport)
    assert (plan.first, plan.last) == (date(2024, 7, 1), date(2024, 7, 31))


def test_vouchers_of_a_month_a_day_and_one_cancelled(uow: UnitOfWork) -> None:
    month = printing.data(uow, PaperRequest("vouchers", last=date(2024, 4, 30)))
    assert isinstance(month, Vouchers)
    assert (month.first, month.last) == (date(2024, 4, 1), date(2024, 4, 30))
    assert [one.cancelled for one in month.vouchers if one.cancelled] == ["Ghi nhầm"]
    day = printing.data(uow, PaperRequest("vouchers", meeting=date(2024, 4, 13)))
    assert isinstance(day, Vouchers)
    assert [(one.receipt, one.amount) for one in day.vouchers] == [(False, 75_000)]


@pytest.mark.parametrize("asked", ["T 01/2024", "t01/2024"])
def test_a_voucher_is_found_by_its_number_in_the_whole_book(uow: UnitOfWork, asked: str) -> None:
    found = printing.data(uow, PaperRequest("vouchers", voucher=asked))
    assert isinstance(found, Vouchers)
    assert [one.number for one in found.vouchers] == ["T 01/2024"]


@pytest.mark.parametrize("month", [None, Month(2024, 4)])
def test_a_number_without_a_voucher_is_refused(uow: UnitOfWork, month: Month | None) -> None:
    asked = "T 99/2024" if month is None else "T 01/2024"
    with pytest.raises(PaperRefusedError, match=r"paper\.no_voucher"):
        printing.data(uow, PaperRequest("vouchers", voucher=asked, month=month))


def test_a_reversal_stands_in_the_cash_book_with_its_reason(uow: UnitOfWork) -> None:
    book = printing.data(uow, PaperRequest("cash-book", month=Month(2024, 4)))
    assert isinstance(book, CashBook)
    last = book.lines[-1]
    assert (last.taken, last.reason, last.voucher) == (-30_000, "Ghi nhầm", "")
    assert book.closing == last.balance == fund.balances(uow, on=date(2024, 4, 30)).cash


def test_books_of_a_year_take_the_year_of_the_period(uow: UnitOfWork) -> None:
    fees = printing.data(uow, PaperRequest("fee-book", month=Month(2024, 3)))
    assert isinstance(fees, YearBook)
    assert fees.year == 2024
    assert [line.amounts[:5] for line in fees.lines if line.code == "M001"] == [
        (0, 5000, 5000, 5000, 0)
    ]
    blank = printing.data(uow, PaperRequest("health-book", last=date(2025, 1, 31)))
    assert isinstance(blank, BlankBook)
    assert blank.year == 2025


def test_one_members_own_sheet(uow: UnitOfWork) -> None:
    sheet = printing.data(uow, PaperRequest("consent", member="M002"))
    assert isinstance(sheet, MemberList)
    assert [member.code for member in sheet.members] == ["M002"]


def test_a_hand_over_names_who_takes_over_and_only_funds_there_are() -> None:
    database = empty_club()
    with database.begin() as uow:
        fund.record(uow, on=date(2024, 1, 2), kind="opening_cash", amount=50_000, fund="income")
        board.elect(uow, role="treasurer", member="M004", from_on=date(2024, 5, 3))
        before = printing.data(uow, PaperRequest("hand-over", last=date(2024, 5, 2)))
        later = printing.data(uow, PaperRequest("hand-over", last=date(2024, 5, 31)))
    assert isinstance(before, HandOver)
    assert isinstance(later, HandOver)
    assert (before.board.treasurer, before.taker) == (NAMES[2], NAMES[3])
    assert (later.board.treasurer, later.taker) == (NAMES[3], "")
    assert before.funds == {"income": 50_000, "operating": 0}


def test_a_meeting_whose_box_nobody_counted_gives_a_form_to_count_on(uow: UnitOfWork) -> None:
    hold_meeting(uow, date(2024, 5, 17))
    paper = printing.content(uow, PaperRequest("cash-count", month=Month(2024, 5)), ending=".txt")
    text = paper.decode()
    in_book = fund.balances(uow, on=date(2024, 5, 17)).cash
    assert f"Tiền mặt theo sổ: {format_dong(in_book)} đồng." in text
    assert "Tiền mặt đếm được 0" not in text
    assert "thiếu" in text


def test_a_loan_book_has_the_interest_of_the_year_month_by_month(uow: UnitOfWork) -> None:
    book = printing.data(uow, PaperRequest("loan-book", last=date(2024, 4, 30)))
    assert isinstance(book, LoanBook)
    (line,) = book.interest
    assert (line.loan, line.name) == ("L001", NAMES[1])
    assert line.amounts == (0, 60_001, 60_001, 60_001, *(0,) * 8)
    assert sum(line.amounts) == book.loans[0].interest_paid
    assert book.loans[0].last_due == date(2024, 7, 15)


def test_a_plan_of_repayment_says_whose_it_is_and_on_what_terms(uow: UnitOfWork) -> None:
    text = printing.content(uow, PaperRequest("loan-schedule", loan="L001"), ending=".txt").decode()
    assert f"Mã vay L001, {NAMES[1]}\n" in text
    assert "6.000.000 đồng, vay ngày 15/01/2024; 1 %/tháng, 6 tháng, gốc đều" in text


def test_two_of_one_name_are_told_apart_on_papers(uow: UnitOfWork) -> None:
    members.join(uow, member=Member("", NAMES[2], date(2024, 1, 1), sex="F", birth="1961"))
    papers = [PaperRequest(name) for name in ("collection-sheet", "fee-book", "attendance-book")]
    for request in papers:
        text = printing.content(uow, request, ending=".txt").decode()
        assert f"{NAMES[2]} (1950)" in text
        assert f"{NAMES[2]} (1961)" in text
        assert f"{NAMES[0]} (" not in text


def test_the_blank_sheets_are_the_screen_line_by_line(uow: UnitOfWork) -> None:
    for name in ("Ông Văn Ất", "Đỗ Thị Ân", "Hoàng Thị An"):
        members.join(uow, member=Member("", name, date(2024, 1, 1), sex="F", birth="1961"))
    draft = meetings.open_meeting(uow, month=Month(2024, 5), on=date(2024, 5, 17), typed_by="M002")
    screen = meeting_sheet.draft(uow, draft_id=draft).rows
    for name in ("collection-sheet", "attendance-sheet"):
        sheet = printing.data(uow, PaperRequest(name, month=Month(2024, 5)))
        assert isinstance(sheet, MeetingSheets)
        paper = [(line.code, line.due, line.outstanding) for line in sheet.lines]
        assert paper == [(row.member.code, row.due, row.outstanding) for row in screen]
        assert any(line.due for line in sheet.lines)


@pytest.mark.parametrize("name", ["fund-statement", "cash-book", "club-report", "interest-split"])
@pytest.mark.parametrize("months", [1, 2, 3, 12])
def test_the_code_of_a_paper_of_any_months_leads_back_to_it(
    uow: UnitOfWork, name: str, months: int
) -> None:
    first, last = Month(2024, 1).first_day, Month(2024, months).last_day
    text = printing.content(uow, PaperRequest(name, first=first, last=last), ending=".txt")
    (code,) = re.findall(r"Mã kiểm tra ([A-Z]{10})", text.decode())
    found = code_search.find(uow, code=code)
    assert (found.paper, found.first, found.last, found.current) == (name, first, last, True)
