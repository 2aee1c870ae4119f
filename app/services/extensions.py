"""Extending a loan: a new plan beside the agreed one, with the minutes that say so.

No money moves here. What an extension does to figures stands in the domain.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select

from app.base import clock
from app.base.errors import AppError
from app.base.text import nfc, one_line
from app.domain.extensions import Extension, extended, new_rows, still_to_pay
from app.domain.loan_schedule import LoanSchedule
from app.domain.loan_state import LoanHistory
from app.domain.loans import Method
from app.services import club, loans
from app.services.locks import locked_until, refuse_locked
from app.store import chain, extension_chain
from app.store.club_tables import LoanRow
from app.store.database import UnitOfWork
from app.store.lending_tables import LoanExtensionRow


class ExtensionRefusedError(AppError):
    """A loan that may not be extended so."""


def extend(
    uow: UnitOfWork,
    *,
    loan: str,
    on: date,
    term_months: int,
    minutes: str,
    method: str = "",
    grace_months: int = 0,
    by: str = "",
) -> None:
    """From ``on`` what is owed falls due in ``term_months`` more due days; the old plan is kept.

    ``minutes`` names the paper of the meeting that agreed (needed); the way of repaying stays
    unless ``method`` names another. Raises ExtensionRefusedError, MonthLockedError,
    BadTermsError, UnknownLoanError.
    """
    history = history_of(uow, loan)
    words = one_line(nfc(minutes))
    way = Method(method) if method else history.terms.method
    extension = Extension(on, way, term_months, grace_months, words)
    _check(uow, loan, history, extension)
    add(uow, loan=loan, extension=extension, by=by)


def add(uow: UnitOfWork, *, loan: str, extension: Extension, by: str = "") -> None:
    """Write an extension down, unchecked: for a loan that comes with one from another book."""
    key = uow.session.execute(select(LoanRow.id).where(LoanRow.code == loan)).scalar_one()
    number = uow.session.execute(select(func.max(LoanExtensionRow.id))).scalar() or 0
    uow.session.add(
        LoanExtensionRow(
            id=number + 1,
            loan_id=key,
            on=extension.on,
            method=extension.method.value,
            term_months=extension.term_months,
            grace_months=extension.grace_months,
            minutes=extension.minutes,
            recorded_at=clock.now(),
            recorded_by=nfc(by),
            hash=chain.link(
                extension_chain.head(uow.connection), extension_chain.form(loan, extension)
            ),
        )
    )
    uow.session.flush()


def _check(uow: UnitOfWork, loan: str, history: LoanHistory, extension: Extension) -> None:
    on = extension.on
    if not extension.minutes:
        raise ExtensionRefusedError("extension.minutes_missing")
    refuse_locked(locked_until(uow), on)
    if on > clock.today():
        raise ExtensionRefusedError("entry.in_future", on=on)
    owed = history.outstanding(on)
    if owed <= 0:
        raise ExtensionRefusedError("extension.nothing_owed", loan=loan)
    if history.extensions and on <= history.extensions[-1].on:
        raise ExtensionRefusedError("extension.not_after_last", on=history.extensions[-1].on)
    limit = club.rules(uow, on=on).max_extensions
    if limit is not None and len(history.extensions) >= limit:
        raise ExtensionRefusedError("extension.too_many", loan=loan, limit=limit)
    new_rows(history.terms, extension, owed)


def preview(
    uow: UnitOfWork, *, loan: str, on: date, term_months: int
) -> tuple[LoanSchedule, LoanSchedule]:
    """What is still to pay by the plan in force on a day, and by the one an extension would make.

    Changes nothing. Raises ExtensionRefusedError, BadTermsError, UnknownLoanError.
    """
    history = history_of(uow, loan)
    if history.outstanding(on) <= 0:
        raise ExtensionRefusedError("extension.nothing_owed", loan=loan)
    extension = Extension(on, history.terms.method, term_months)
    before, paid = history.plan(on), history.paid(on)
    after = extended(before, history.terms, extension, paid)
    return (
        LoanSchedule(still_to_pay(before, paid, on)),
        LoanSchedule(still_to_pay(after, paid, on)),
    )


def extensions(uow: UnitOfWork, *, loan: str) -> tuple[Extension, ...]:
    """A loan's extensions in order of day; raises UnknownLoanError."""
    return history_of(uow, loan).extensions


def schedule_now(uow: UnitOfWork, *, loan: str, on: date) -> LoanSchedule:
    """The plan in force on a day; the one first agreed is ``loans.schedule_of``."""
    return LoanSchedule(history_of(uow, loan).plan(on))


def history_of(uow: UnitOfWork, loan: str) -> LoanHistory:
    """One loan's history; raises UnknownLoanError."""
    found = loans.histories(uow, loans=[loan])
    if loan not in found:
        raise loans.UnknownLoanError("loan.unknown", loan=loan)
    return found[loan]
