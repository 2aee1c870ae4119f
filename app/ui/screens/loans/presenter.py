"""Loans as of today: who owes what, who is late, what comes next. Free of Qt."""

from __future__ import annotations

from app.base import clock
from app.base.text import translate
from app.domain.labels import ageing_label
from app.domain.money import format_bp, format_dong
from app.domain.periods import Month
from app.domain.statements import LoanBook, LoanLine, LoanSchedule
from app.services import loans
from app.ui.ports import Services

ALL, LATE, DUE = "all", "late", "due"


class LoansPresenter:
    """Asks the loan book; ``chosen`` narrows it."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def book(self) -> LoanBook:
        """Every open loan today."""
        return self._services.ask(loans.loan_book, on=clock.today())

    def chosen(self, book: LoanBook, which: str) -> tuple[LoanLine, ...]:
        """All loans, the late ones, or those with a payment due this month."""
        month = Month.of(clock.today())
        if which == LATE:
            return tuple(line for line in book.loans if line.overdue_principal)
        if which == DUE:
            return tuple(x for x in book.loans if x.next_due and Month.of(x.next_due) == month)
        return book.loans

    def schedule(self, loan: str) -> LoanSchedule:
        return self._services.ask(loans.schedule_of, loan=loan)

    def pay_off(self, loan: str) -> int:
        """What ends a loan today."""
        return self._services.ask(loans.pay_off, loan=loan, on=clock.today())


def state_words(line: LoanLine) -> str:
    """Whether a loan is on time, in words."""
    if not line.overdue_principal:
        return ageing_label("current")
    words = translate("window", "{days} days late")
    return words.format(days=line.days_overdue)


def book_words(book: LoanBook) -> str:
    """The whole loan book in one sentence."""
    words = translate(
        "window",
        "{count} open loans, {amount} outstanding. More than 30 days late: {late} ({rate}).",
    )
    return words.format(
        count=book.open,
        amount=format_dong(book.outstanding),
        late=format_dong(book.par30.amount),
        rate=format_bp(book.par30.ratio_bp),
    )
