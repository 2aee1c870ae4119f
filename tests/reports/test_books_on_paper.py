"""Every paper of whole books: the practice club's, and a year of the paper book xom6."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.fund import KINDS
from app.domain.labels import kind_label
from app.domain.paper_names import paper_label
from app.domain.paper_shapes import (
    CashBook,
    CashBookLine,
    GoldenBook,
    InterestSplit,
    VoucherPart,
    Vouchers,
    YearBook,
)
from app.domain.periods import Month
from app.reports import catalogue
from app.reports.frame import PaperOptions
from app.reports.signing import DOTS
from app.services import (
    books,
    code_search,
    fund_statement,
    loans,
    members,
    people,
    practice,
    printing,
)
from app.services.paper_book import import_book
from app.services.paper_request import PaperRequest
from app.services.papers import PAPERS
from app.store.books import in_memory
from app.store.database import UnitOfWork
from tests.helpers.papers import TODAY, request_for
from tests.helpers.tools import DATA, run_tool
from tests.reports import paper_samples

MARGINS = ("Mã kiểm tra", "SỔ THỰC HÀNH")

WITHOUT_CODE = {
    "loan-schedule",
    "loan-request",
    "collection-sheet",
    "attendance-sheet",
    "member-list",
    "consent",
    "activity-plan",
    "key-sheet",
    "home-care-book",
    "mutual-help-book",
    "health-book",
    "equipment-book",
}
"""Papers to be filled in, and lists of what no chain knows."""
CARRIED_FROM = {"cash-count": "minutes", "loan-approval": "minutes"}
"""Papers that carry the code of the minutes they are part of."""


@pytest.fixture(scope="module")
def club() -> Iterator[UnitOfWork]:
    """The practice book, read only."""
    database = in_memory()
    with database.begin() as uow:
        practice.fill(uow, today=TODAY)
    with database.read() as uow:
        yield uow


def pages(content: bytes, folder: Path) -> list[str]:
    path = folder / "paper.pdf"
    path.write_bytes(content)
    return run_tool("pdftotext", "-enc", "UTF-8", path, "-").split("\f")[:-1]


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_of_the_practice_club_says_what_was_put_in(
    club: UnitOfWork, name: str, tmp_path: Path
) -> None:
    request = request_for(name, club)
    found = pages(printing.content(club, request, ending=".pdf"), tmp_path)
    text = printing.content(club, request, ending=".txt").decode()
    extracted = " ".join(found)
    assert unicodedata.is_normalized("NFC", extracted)
    missing = set(text.replace("|", " ").split()) - set(extracted.split())
    assert not {word for word in missing if not word.endswith((":", DOTS))}
    for number, page in enumerate(found, 1):
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        own = [line for line in lines if not line.isdecimal() and not line.startswith(MARGINS)]
        assert len(own) >= 3, f"page {number} of {name} is almost empty"


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_has_its_figures_and_its_sheet(club: UnitOfWork, name: str) -> None:
    request = request_for(name, club)
    assert json.loads(printing.content(club, request, ending=".json"))
    assert printing.content(club, request, ending=".xlsx").startswith(b"PK")


def test_the_cash_book_ends_as_the_statement_does(club: UnitOfWork) -> None:
    book = printing.data(club, PaperRequest("cash-book"))
    assert isinstance(book, CashBook)
    statement = fund_statement.fund_statement(club, first=book.first, last=book.last)
    assert book.opening == statement.cash.opening
    assert sum(line.taken for line in book.lines) == statement.cash.receipts
    assert sum(line.paid for line in book.lines) == statement.cash.payments
    assert book.lines[-1].balance == book.closing == statement.cash.closing


def test_the_vouchers_are_all_the_cash_that_moved(club: UnitOfWork) -> None:
    first, last = people.whole_period(club, None, None)
    data = printing.data(club, PaperRequest("vouchers", first=first, last=last))
    assert isinstance(data, Vouchers)
    book = printing.data(club, PaperRequest("cash-book"))
    assert isinstance(book, CashBook)
    taken = sum(line.taken for line in book.lines if not line.reason)
    paid = sum(line.paid for line in book.lines if not line.reason)
    assert sum(one.amount for one in data.vouchers if one.receipt) == taken
    assert sum(one.amount for one in data.vouchers if not one.receipt) == paid
    assert [one.cancelled for one in data.vouchers if one.cancelled]
    assert len({one.check_code for one in data.vouchers}) == len(data.vouchers)


def test_one_voucher_is_found_by_its_number(club: UnitOfWork) -> None:
    data = printing.data(club, PaperRequest("vouchers"))
    assert isinstance(data, Vouchers)
    chosen = data.vouchers[-1]
    one = printing.data(club, PaperRequest("vouchers", voucher=chosen.number))
    assert isinstance(one, Vouchers)
    assert one.vouchers == (chosen,)


def test_the_fee_book_is_the_year_of_the_statement(club: UnitOfWork) -> None:
    book = printing.data(club, PaperRequest("fee-book"))
    assert isinstance(book, YearBook)
    months = Month(book.year, 1), Month(book.year, 12)
    statement = fund_statement.fund_statement(
        club, first=months[0].first_day, last=months[1].last_day
    )
    assert sum(sum(line.amounts) for line in book.lines) == statement.receipts["membership_fee"]


def test_gifts_and_interest_are_those_of_the_statement(club: UnitOfWork) -> None:
    first, last = people.whole_period(club, None, None)
    statement = fund_statement.fund_statement(club, first=first, last=last)
    gifts = printing.data(club, PaperRequest("golden-book"))
    assert isinstance(gifts, GoldenBook)
    given = sum(statement.receipts.get(kind, 0) for kind in ("donation", "grant"))
    assert sum(gift.amount for gift in gifts.gifts) == given
    split = printing.data(club, PaperRequest("interest-split"))
    assert isinstance(split, InterestSplit)
    assert split.interest == statement.receipts["interest_payment"]
    assert sum(split.shares.values()) == split.interest + split.penalty


@pytest.mark.parametrize("name", PAPERS)
def test_the_code_at_the_foot_names_the_paper(club: UnitOfWork, name: str) -> None:
    text = printing.content(club, request_for(name, club), ending=".txt").decode()
    codes = re.findall(r"Mã kiểm tra ([A-Z]{10})", text)
    if name in WITHOUT_CODE:
        assert codes == []
        return
    found = code_search.find(club, code=codes[-1])
    assert found.paper == CARRIED_FROM.get(name, name)
    assert found.current
    assert code_search.describe(found)


def test_all_papers_of_a_year_of_xom6_in_one_run(tmp_path: Path) -> None:
    path = tmp_path / "xom6.soclb"
    import_book(path, source=DATA / "books" / "xom6")
    made = 0
    with books.reading(path) as database, database.read() as uow:
        last = Month.of(people.last_day_of_book(uow))
        year = PaperRequest("", first=last.plus(-11).first_day, last=last.last_day)
        for request in _requests(uow, year):
            text = printing.content(uow, request, ending=".txt").decode()
            content = printing.content(uow, request, ending=".pdf")
            assert content.startswith(b"%PDF")
            assert text.strip()
            made += 1
    assert made > 60


def _requests(uow: UnitOfWork, year: PaperRequest) -> Iterator[PaperRequest]:
    assert year.first
    assert year.last
    by_loan = ("loan-request", "loan-agreement", "loan-card", "loan-schedule")
    by_month = ("minutes", "cash-count", "loan-approval")
    for loan in loans.open_codes(uow, on=year.last)[:5]:
        yield from (PaperRequest(name, loan=loan) for name in by_loan)
    for meeting in people.attendance(uow, first=year.first, last=year.last).meetings:
        yield from (PaperRequest(name, month=meeting.month) for name in by_month)
    for member in members.members(uow, on=year.last):
        yield PaperRequest("member-statement", member=member.code, first=year.first, last=year.last)
    for name in PAPERS.keys() - {*by_loan, *by_month, "member-statement"}:
        yield PaperRequest(name, first=year.first, last=year.last)


def test_only_cash_has_vouchers(club: UnitOfWork) -> None:
    book = printing.data(club, PaperRequest("cash-book"))
    assert isinstance(book, CashBook)
    assert all(KINDS[line.kind].cash for line in book.lines)
    assert all(line.voucher or line.reason for line in book.lines)


def test_every_paper_of_a_club_has_a_question_a_builder_and_a_name() -> None:
    of_the_union = {"courses", "union-report", "supervision", "visit-checklist", "visit-minutes"}
    assert catalogue.REPORTS.keys() == {*PAPERS, *of_the_union}
    searched = (*code_search.MONTHLY, *code_search.YEARLY, *code_search.DAILY)
    for name in (*PAPERS, *searched):
        assert paper_label(name) != name
    assert paper_label("no-such") == "no-such"


def test_a_remark_that_only_names_the_kind_is_not_said_twice() -> None:
    again = kind_label("saving_withdrawal")
    line = CashBookLine(
        TODAY, "C 01/2026", "saving_withdrawal", 0, 5, 0, name="Lê Bưởi", memo=again
    )
    part = VoucherPart("saving_withdrawal", 5, again)
    of_book = replace(paper_samples.CASH_BOOK, lines=(line,))
    of_vouchers = replace(
        paper_samples.VOUCHERS, vouchers=(replace(paper_samples.EXPENSE, parts=(part,)),)
    )
    for name, data in (("cash-book", of_book), ("vouchers", of_vouchers)):
        paper = catalogue.build(name, data, PaperOptions())
        assert catalogue.render(paper, ".txt").decode().count(again) == 1
