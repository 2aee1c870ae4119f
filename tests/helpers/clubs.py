"""Small books to test with, made through the services a user goes through."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from app.domain.club import ClubDetails
from app.domain.loans import LoanTerms, Method
from app.domain.members import Member
from app.domain.periods import Month
from app.services import books, closing, club, fund, meetings, members
from app.store.books import in_memory
from app.store.club_tables import LoanRow
from app.store.database import Database, UnitOfWork

START = date(2024, 1, 1)
DETAILS = ClubDetails(name="CLB Liên thế hệ xóm Đồng", started_on=START, commune="Phú Xuyên")
RULES = {"fee_monthly": "5000", "loan_rate_bp": "100", "interest_split": "income:60;operating:40"}
NAMES = ("Nguyễn Thị Hoà", "Trần Văn An", "Lê Thị Bưởi", "H'Mông Ê-đê", 'Đào "Ba" <b>')


def empty_club(**rules: str) -> Database:
    """A founded book in memory with five members (M001 to M005) and no money."""
    return _copied(False, tuple(sorted(rules.items())))


def filled_club(**rules: str) -> Database:
    """``empty_club`` with ``some_months``."""
    return _copied(True, tuple(sorted(rules.items())))


def _copied(filled: bool, rules: tuple[tuple[str, str], ...]) -> Database:
    """A copy of a book made once: much quicker than making it again for every test."""
    database = Database(None)
    made = _made(filled, rules).engine.raw_connection()
    made.driver_connection.backup(database.engine.raw_connection().driver_connection)
    return database


@cache
def _made(filled: bool, rules: tuple[tuple[str, str], ...]) -> Database:
    database = in_memory()
    with database.begin() as uow:
        _found(uow, RULES | dict(rules))
        if filled:
            some_months(uow)
    return database


def _found(uow: UnitOfWork, rules: dict[str, str]) -> None:
    club.found(uow, details=DETAILS, rules=rules)
    _people(uow)


def _people(uow: UnitOfWork) -> None:
    roles = ("chair", "secretary", "treasurer", "member", "member")
    for name, role in zip(NAMES, roles, strict=True):
        members.join(uow, member=Member("", name, START, sex="F", birth="1950", role=role))


def add_loan(uow: UnitOfWork, code: str, member: str, terms: LoanTerms) -> None:
    """What a meeting agrees on; its money is recorded apart."""
    uow.session.add(
        LoanRow(
            code=code,
            member_id=members.member_id(uow, member),
            on=terms.on,
            principal=terms.principal,
            rate_bp=terms.rate_bp,
            method=terms.method.value,
            term_months=terms.term_months,
            grace_months=terms.grace_months,
            rounding=terms.rounding,
        )
    )
    uow.session.flush()


def some_months(uow: UnitOfWork) -> None:
    """Money of all sorts: three months of fees, savings, a loan with payments, the bank."""
    fund.record(uow, on=date(2024, 1, 2), kind="opening_cash", amount=20_000_000, fund="income")
    fund.record(uow, on=date(2024, 1, 2), kind="opening_bank", amount=1_000_000, fund="operating")
    terms = LoanTerms(date(2024, 1, 15), 6_000_000, 100, Method.EQUAL_PRINCIPAL, 6)
    add_loan(uow, "L001", "M002", terms)
    fund.record(uow, on=terms.on, kind="loan_disbursement", amount=6_000_000, loan="L001")
    for month in (2, 3, 4):
        day = date(2024, month, 10)
        for member in ("M001", "M002", "M003"):
            fund.record(uow, on=day, kind="membership_fee", amount=5000, member=member)
            fund.record(uow, on=day, kind="saving_deposit", amount=50_000, member=member)
        fund.record(uow, on=day, kind="principal_repayment", amount=1_000_000, loan="L001")
        fund.record(uow, on=day, kind="interest_payment", amount=60_001, loan="L001")
    fund.transfer(uow, on=date(2024, 4, 11), amount=200_000, out_of="income", into="care")
    fund.record(uow, on=date(2024, 4, 12), kind="bank_deposit", amount=500_000)
    fund.record(
        uow, on=date(2024, 4, 13), kind="expense", amount=75_000, fund="operating", memo='Trà; "x"'
    )
    last = fund.record(uow, on=date(2024, 4, 14), kind="donation", amount=30_000, fund="income")
    fund.reverse(uow, entry=last, on=date(2024, 4, 20), reason="Ghi nhầm")


def book_file(path: Path, *, filled: bool = True) -> Path:
    """The same as a file."""
    books.create(path, details=DETAILS, rules=RULES)
    with books.writing(path) as database, database.begin() as uow:
        _people(uow)
        if filled:
            some_months(uow)
    return path


def hold_meeting(uow: UnitOfWork, on: date, *, notes: dict[int, int] | None = None) -> None:
    """A meeting as a board closes it: who was there, a donation, the notes of the box."""
    draft = meetings.open_meeting(uow, month=Month.of(on), on=on, typed_by="M002")
    meetings.all_present(uow, draft_id=draft)
    meetings.set_presence(uow, draft_id=draft, member="M005", status="absent")
    meetings.add_line(uow, draft_id=draft, kind="donation", amount=20_000, fund="income")
    for face, count in (notes or {}).items():
        meetings.set_notes(uow, draft_id=draft, face=face, count=count)
    meetings.set_text(uow, draft_id=draft, name="count_note", value="Chưa rõ vì sao")
    closing.close_meeting(uow, draft_id=draft, typed_by="M002", confirmed_by=("M001", "M003"))
