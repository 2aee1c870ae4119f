"""Loans: what was agreed, what has become of it, who is late."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import Row, bindparam, func, select

from app.base.errors import AppError
from app.domain.extensions import Extension
from app.domain.fund import Account
from app.domain.loan_book import LoanBook, LoanLine, Par30
from app.domain.loan_schedule import LoanSchedule
from app.domain.loan_state import PAR_DAYS, LoanEntry, LoanHistory, bucket, empty_ageing
from app.domain.loans import LoanTerms, Method, schedule
from app.domain.money import ratio_bp
from app.services import check_codes, club
from app.store.club_tables import EntryRow, LoanRow, MemberRow, PostingRow
from app.store.database import UnitOfWork
from app.store.lending_tables import LoanExtensionRow

_ENTRY, _POSTING = EntryRow.__table__.c, PostingRow.__table__.c
_LOAN, _EXTENSION = LoanRow.__table__.c, LoanExtensionRow.__table__.c
_CHOSEN = _LOAN.code.in_(bindparam("codes", expanding=True))
_ALL_LOANS = select(LoanRow.__table__).order_by(_LOAN.code)
_ALL_ENTRIES = (
    select(_ENTRY.loan_id, _ENTRY.on, _ENTRY.kind, _ENTRY.amount)
    .join_from(LoanRow.__table__, EntryRow.__table__, _LOAN.id == _ENTRY.loan_id)
    .order_by(_ENTRY.on, _ENTRY.id)
)
_SOME_LOANS, _SOME_ENTRIES = _ALL_LOANS.where(_CHOSEN), _ALL_ENTRIES.where(_CHOSEN)
_EXTENSIONS = select(
    _EXTENSION.loan_id,
    _EXTENSION.on,
    _EXTENSION.method,
    _EXTENSION.term_months,
    _EXTENSION.grace_months,
    _EXTENSION.minutes,
).order_by(_EXTENSION.on, _EXTENSION.id)
_OPEN = (
    select(_LOAN.code)
    .join_from(PostingRow.__table__, EntryRow.__table__, _ENTRY.id == _POSTING.entry_id)
    .join(LoanRow.__table__, _LOAN.id == _ENTRY.loan_id)
    .where(_POSTING.account == Account.LOANS.value, _POSTING.on <= bindparam("day"))
    .group_by(_LOAN.code)
    .having(func.sum(_POSTING.amount) > 0)
    .order_by(_LOAN.code)
)
_MEMBER = MemberRow.__table__.c
_WHOSE = select(_LOAN.code, _MEMBER.code).join_from(
    LoanRow.__table__, MemberRow.__table__, _MEMBER.id == _LOAN.member_id
)
_LENT_TO = _WHOSE.add_columns(_MEMBER.full_name, _LOAN.purpose).where(_CHOSEN)
_BORROWED = (
    select(_LOAN.code, _LOAN.purpose)
    .where(_LOAN.member_id == bindparam("member"))
    .order_by(_LOAN.code)
)


class UnknownLoanError(AppError):
    """A code that no loan of the book has."""


def terms_of(row: LoanRow | Row[*tuple[Any, ...]]) -> LoanTerms:
    return LoanTerms(
        on=row.on,
        principal=row.principal,
        rate_bp=row.rate_bp,
        method=Method(row.method),
        term_months=row.term_months,
        grace_months=row.grace_months,
        rounding=row.rounding,
    )


def histories(uow: UnitOfWork, *, loans: Collection[str] | None = None) -> dict[str, LoanHistory]:
    """Loans with all their entries, by code; of all loans or of some."""
    if loans is None:
        rows, entries = uow.rows(_ALL_LOANS), uow.rows(_ALL_ENTRIES)
    else:
        codes = list(loans)
        rows, entries = uow.rows(_SOME_LOANS, codes=codes), uow.rows(_SOME_ENTRIES, codes=codes)
    by_id: dict[int, list[LoanEntry]] = {}
    for loan_id, on, kind, amount in entries:
        by_id.setdefault(loan_id, []).append(LoanEntry(on, kind, amount))
    started_on, extended = club.started_on(uow), _extensions(uow)
    return {
        row.code: LoanHistory(
            terms_of(row), tuple(by_id.get(row.id, ())), started_on, tuple(extended.get(row.id, ()))
        )
        for row in rows
    }


def _extensions(uow: UnitOfWork) -> dict[int, list[Extension]]:
    """Every loan's extensions by the loan's key, in the order of their days."""
    rows = uow.rows(_EXTENSIONS)
    found: dict[int, list[Extension]] = {}
    for loan_id, on, method, term, grace, minutes in rows:
        extension = Extension(on, Method(method), term, grace, minutes)
        found.setdefault(loan_id, []).append(extension)
    return found


def open_codes(uow: UnitOfWork, *, on: date) -> list[str]:
    """Codes of the loans with something owed at the end of a day, in order."""
    return list(uow.rows(_OPEN, day=on).scalars())


def borrowers(uow: UnitOfWork) -> dict[str, str]:
    """Every loan's borrower, code by code."""
    return dict(uow.rows(_WHOSE).all())


def lines(uow: UnitOfWork, *, on: date, codes: Collection[str]) -> tuple[LoanLine, ...]:
    """How some loans stand at the end of a day, by code."""
    if not codes:
        return ()
    people = uow.rows(_LENT_TO, codes=list(codes))
    found = histories(uow, loans=codes)
    return tuple(
        _line(code, member, name, purpose, found[code], on)
        for code, member, name, purpose in sorted(people)
    )


def open_lines_of(
    uow: UnitOfWork, *, member: str, key: int, name: str, on: date
) -> tuple[LoanLine, ...]:
    """How one member's open loans stand at the end of a day; ``key`` is the book's own of her."""
    purposes: dict[str, str] = dict(uow.rows(_BORROWED, member=key).all())
    if not purposes:
        return ()
    return tuple(
        _line(code, member, name, purposes[code], history, on)
        for code, history in histories(uow, loans=purposes).items()
        if history.outstanding(on) > 0
    )


def _line(
    code: str, member: str, name: str, purpose: str, history: LoanHistory, on: date
) -> LoanLine:
    terms, row = history.terms, history.next_row(on)
    return LoanLine(
        loan=code,
        member=member,
        name=name,
        on=terms.on,
        principal=terms.principal,
        method=terms.method.value,
        rate_bp=terms.rate_bp,
        term_months=terms.term_months,
        outstanding=history.outstanding(on),
        overdue_principal=history.overdue_principal(on),
        days_overdue=history.days_overdue(on),
        interest_paid=history.interest_paid(on),
        interest_behind=history.interest_behind(on),
        next_due=row.due if row else None,
        next_amount=history.next_amount(on),
        purpose=purpose,
        last_due=history.plan(on)[-1].due,
    )


def loan_book(uow: UnitOfWork, *, on: date) -> LoanBook:
    """All open loans at the end of a day, by lateness (CONTRACT 4, ``loan-book``)."""
    found = lines(uow, on=on, codes=open_codes(uow, on=on))
    outstanding = sum(line.outstanding for line in found)
    late = sum(line.outstanding for line in found if line.days_overdue > PAR_DAYS)
    ageing = empty_ageing()
    for line in found:
        ageing[bucket(line.days_overdue)] += line.outstanding
    return LoanBook(
        club=club.head(uow),
        as_of=on,
        outstanding=outstanding,
        open=len(found),
        par30=Par30(late, ratio_bp(late, outstanding)),
        ageing=ageing,
        loans=found,
        check_code=check_codes.code(uow, paper="loan-book", first=on, last=on),
    )


def schedule_of(uow: UnitOfWork, *, loan: str) -> LoanSchedule:
    """The plan agreed for a loan; raises UnknownLoanError."""
    return schedule(_history(uow, loan).terms)


def pay_off(uow: UnitOfWork, *, loan: str, on: date) -> int:
    """What ends a loan on a day (CONTRACT 5.7); raises UnknownLoanError."""
    return _history(uow, loan).pay_off(on)


def pay_off_parts(uow: UnitOfWork, *, loan: str, on: date) -> tuple[int, int]:
    """What ends a loan on a day: its principal and its interest; raises UnknownLoanError."""
    history = _history(uow, loan)
    principal = history.outstanding(on)
    return principal, history.pay_off(on) - principal


def _history(uow: UnitOfWork, loan: str) -> LoanHistory:
    found = histories(uow, loans=[loan])
    if loan not in found:
        raise UnknownLoanError("loan.unknown", loan=loan)
    return found[loan]
