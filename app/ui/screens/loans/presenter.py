"""Loans as of today: who owes what, who is late, what comes next, who waits. Free of Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from app.base import clock
from app.base.errors import AppError, InvalidError, Problem
from app.base.text import translate
from app.domain.extensions import Extension
from app.domain.labels import ageing_label, kind_label
from app.domain.lending import LoanRequest, WrittenOff
from app.domain.loan_book import LoanBook, LoanLine
from app.domain.loan_schedule import LoanSchedule
from app.domain.members import Member
from app.domain.money import format_bp, format_dong
from app.domain.periods import Month, format_day
from app.services import extensions, loan_requests, loans, members, payments, write_offs
from app.ui.ports import Services

ALL, LATE, DUE = "all", "late", "due"


@dataclass(frozen=True, slots=True)
class RequestForm:
    """What the dialog of a request for a loan holds; ``guarantor`` is a code or empty."""

    member: str
    principal: int | None
    term_months: str
    purpose: str
    guarantor: str = ""


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
        """The plan in force today."""
        return self._services.ask(extensions.schedule_now, loan=loan, on=clock.today())

    def extensions(self, loan: str) -> tuple[Extension, ...]:
        return self._services.ask(extensions.extensions, loan=loan)

    def extend(self, loan: str, on: date | None, months: str, minutes: str) -> None:
        """What is owed falls due over ``months`` more months; raises AppError."""
        problems = [] if on else [Problem("day.missing", field="on")]
        term = _months(months, "term_months", problems)
        if problems:
            raise InvalidError(problems)
        self._services.do(extensions.extend, loan=loan, on=on, term_months=term, minutes=minutes)

    def compared(self, loan: str, on: date | None, months: str) -> tuple[LoanSchedule, ...]:
        """What is still to pay now, and what after an extension; nothing while that is unknown."""
        if on is None or not months.strip().isdecimal():
            return ()
        term = int(months.strip()[:4])
        try:
            return self._services.ask(extensions.preview, loan=loan, on=on, term_months=term)
        except AppError:
            return ()

    def write_off(self, loan: str, on: date | None, amount: int | None, minutes: str) -> None:
        """Give up what is owed, or ``amount`` of it; raises AppError."""
        if on is None:
            raise InvalidError([Problem("day.missing", field="on")])
        self._services.do(write_offs.write_off, loan=loan, on=on, amount=amount, minutes=minutes)

    def waiting(self) -> tuple[LoanRequest, ...]:
        """Who waits for a loan, in the club's order."""
        return self._services.ask(loan_requests.waiting)

    def people(self) -> tuple[Member, ...]:
        return self._services.ask(members.members, on=clock.today())

    def ask_for(self, form: RequestForm) -> int:
        """Write a request down, last in the list; raises AppError."""
        problems = [] if form.member else [Problem("choice.missing", field="member")]
        if not form.principal:
            problems.append(Problem("amount.not_positive", {"amount": 0}, "principal"))
        typed = form.term_months.strip()
        term = _months(typed, "term_months", problems) if typed else None
        if problems:
            raise InvalidError(problems)
        return self._services.do(
            loan_requests.ask,
            member=form.member,
            on=clock.today(),
            principal=form.principal,
            term_months=term,
            purpose=form.purpose,
            guarantor=form.guarantor or None,
        )

    def move(self, request: LoanRequest, step: int) -> None:
        """Let a request wait ``step`` places further down (or up, below 0)."""
        order = [line.id for line in self.waiting()]
        place = order.index(request.id) + 1 + step
        if 1 <= place <= len(order):
            self._services.do(loan_requests.move, request=request.id, to=place)

    def end(self, request: LoanRequest, reason: str, *, declined: bool) -> None:
        """The club says no, or the member needs it no more; raises AppError without a reason."""
        action = loan_requests.decline if declined else loan_requests.withdraw
        self._services.do(action, request=request.id, reason=reason)

    def pay_off_words(self, loan: str, on: date | None) -> str:
        """What ends a loan on a day, and of what it is made."""
        if on is None:
            return ""
        principal, interest = self._services.ask(loans.pay_off_parts, loan=loan, on=on)
        whole = self._services.ask(loans.pay_off, loan=loan, on=on)
        words = translate("window", "{whole} đồng = principal {principal} + interest {interest}")
        return words.format(
            whole=format_dong(whole),
            principal=format_dong(principal),
            interest=format_dong(interest),
        )

    def shares_words(self, member: str, amount: int | None, on: date | None) -> str:
        """How one sum would divide over a member's loans; raises AppError for too much."""
        if not amount or on is None:
            return ""
        shares = self._services.ask(payments.share_out, member=member, amount=amount, on=on)
        return "\n".join(
            f"{loan} · {kind_label(kind)}: {format_dong(share)}" for loan, kind, share in shares
        )

    def pay(self, member: str, on: date | None, amount: int | None, payer: str) -> None:
        """A member's loans are paid on, by whom ``payer`` says; raises AppError."""
        self._services.do(payments.pay, member=member, memo=payer.strip(), **_money(on, amount))

    def written_off(self) -> tuple[WrittenOff, ...]:
        """The loans that stand written off today."""
        return self._services.ask(write_offs.written_off, on=clock.today())

    def recover(self, loan: str, on: date | None, amount: int | None, payer: str) -> None:
        """Money came back on a loan that was written off; raises AppError."""
        self._services.do(write_offs.recover, loan=loan, memo=payer.strip(), **_money(on, amount))


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


def extension_words(found: tuple[Extension, ...]) -> str:
    """Since when and by which paper a loan runs longer; nothing for one never extended."""
    words = translate("window", "Extended on {day} by {months} months: {minutes}")
    return "\n".join(
        words.format(day=format_day(x.on), months=x.term_months, minutes=x.minutes) for x in found
    )


def _money(on: date | None, amount: int | None) -> dict[str, Any]:
    """A day and an amount as a service takes them; raises InvalidError for what is missing."""
    problems = [] if on else [Problem("day.missing", field="on")]
    if not amount:
        problems.append(Problem("amount.not_positive", {"amount": 0}, "amount"))
    if problems:
        raise InvalidError(problems)
    return {"on": on, "amount": amount}


def _months(text: str, field: str, problems: list[Problem]) -> int:
    typed = text.strip()
    if typed.isdecimal() and len(typed) <= 3:
        return int(typed)
    problems.append(Problem("number.unreadable", field=field))
    return 0
