"""Step three behind its panel: loans given and money outside the sheet. Free of Qt."""

from __future__ import annotations

from dataclasses import dataclass

from app.base.errors import InvalidError, Problem
from app.base.text import translate
from app.domain.drafts import PENALTY, DraftLine, DraftLoan, SheetRow
from app.domain.fund import KINDS
from app.domain.labels import fund_label, kind_label, method_label
from app.domain.lending import LoanRequest
from app.domain.loan_schedule import LoanSchedule
from app.domain.loans import LoanTerms, Method, schedule
from app.domain.members import Member
from app.domain.money import format_bp, format_dong
from app.services import lending, loan_requests, meetings, members
from app.services.sentences import sentence
from app.ui.ports import Services
from app.ui.screens.meeting.presenter import MeetingPresenter

KINDS_OFFERED = (
    "expense",
    "donation",
    "grant",
    "other_income",
    "saving_withdrawal",
    "bank_deposit",
    "bank_withdrawal",
)
"""What a club does at a meeting beside the sheet, the most frequent first."""


@dataclass(frozen=True, slots=True)
class LoanForm:
    """What the dialog of a new loan holds; amounts already read, ``guarantor`` a code or empty."""

    member: str
    principal: int | None
    rate_bp: int
    method: str
    term_months: int
    grace_months: int
    purpose: str
    guarantor: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody who waits for a loan, at place ``no`` (from 1), and what speaks against it."""

    no: int
    request: LoanRequest
    doubts: tuple[Problem, ...]


class OutlaysPresenter:
    """Adds to and takes from the open meeting that ``meeting`` holds."""

    def __init__(self, services: Services, meeting: MeetingPresenter, owner: object) -> None:
        self._services = services
        self.meeting = meeting
        self._owner = owner

    def people(self) -> tuple[Member, ...]:
        """The members of the day, by name."""
        return self._services.ask(members.members, on=self.meeting.meeting.on)

    def terms(self, form: LoanForm) -> LoanTerms:
        """The terms of a new loan; raises BadTermsError."""
        terms = LoanTerms(
            on=self.meeting.meeting.on,
            principal=form.principal or 0,
            rate_bp=form.rate_bp,
            method=Method(form.method),
            term_months=form.term_months,
            grace_months=form.grace_months,
            rounding=self.meeting.rules.rounding,
        )
        terms.check()
        return terms

    def plan(self, form: LoanForm) -> LoanSchedule:
        """The schedule a new loan would have; raises BadTermsError."""
        return schedule(self.terms(form))

    def doubts(self, form: LoanForm) -> tuple[Problem, ...]:
        """Why the club's rules speak against the loan."""
        if not form.member or not form.principal:
            return ()
        return self._services.ask(
            lending.loan_doubts,
            draft_id=self.meeting.meeting.id,
            member=form.member,
            principal=form.principal,
            rate_bp=form.rate_bp,
            guarantor=form.guarantor or None,
        )

    def waiting(self) -> tuple[Waiting, ...]:
        """Who waits for a loan, in the club's own order, each held against the club's rules."""
        found = self._services.ask(loan_requests.judged, draft_id=self.meeting.meeting.id)
        return tuple(Waiting(no, request, doubts) for no, (request, doubts) in enumerate(found, 1))

    def form_of(self, request: LoanRequest) -> LoanForm:
        """The loan as it was asked for, the rest by the club's rules of the day."""
        rules = self.meeting.rules
        return LoanForm(
            member=request.member,
            principal=request.principal,
            rate_bp=rules.loan_rate_bp,
            method=rules.loan_method.value,
            term_months=request.term_months,
            grace_months=0,
            purpose=request.purpose,
            guarantor=request.guarantor or "",
        )

    def end(self, request: LoanRequest, reason: str, *, declined: bool) -> None:
        """No loan: the club says no, or it is needed no more; raises AppError without a reason."""
        action = loan_requests.decline if declined else loan_requests.withdraw
        self._services.do(action, initiator=self._owner, request=request.id, reason=reason)

    def lend(self, form: LoanForm, request: LoanRequest | None = None) -> None:
        """Give the loan at this meeting, as approval of ``request`` where one waited.

        Raises AppError. Money goes out only when the meeting is closed.
        """
        if not form.member:
            raise InvalidError([Problem("choice.missing", field="member")])
        if not form.principal:
            raise InvalidError([Problem("loan.principal_not_positive", field="principal")])
        whose = {"request": request.id} if request else {"member": form.member}
        self._services.do(
            loan_requests.approve if request else meetings.add_loan,
            initiator=self._owner,
            draft_id=self.meeting.meeting.id,
            **whose,
            principal=form.principal,
            rate_bp=form.rate_bp,
            method=form.method,
            term_months=form.term_months,
            grace_months=form.grace_months,
            purpose=form.purpose,
            guarantor=form.guarantor,
        )
        self.meeting.refresh()

    def penalties(self) -> tuple[SheetRow, ...]:
        """Who owes a penalty by the club's rule, or pays one today."""
        rows = self.meeting.meeting.rows
        return tuple(row for row in rows if row.due.get(PENALTY) or row.paid.get(PENALTY))

    def pay_penalty(self, row: SheetRow, amount: int) -> None:
        """Put what a member pays of her penalty into the meeting; 0 takes it out again."""
        self._services.do(
            meetings.set_paid,
            initiator=self._owner,
            draft_id=self.meeting.meeting.id,
            member=row.member.code,
            kind=PENALTY,
            amount=amount,
        )
        self.meeting.refresh()

    def take_back_loan(self, loan: DraftLoan) -> None:
        self._services.do(meetings.remove_loan, initiator=self._owner, loan_id=loan.id)
        self.meeting.refresh()

    def add(self, kind: str, amount: int | None, fund: str, member: str, memo: str) -> None:
        """Record money beside the sheet; raises AppError."""
        if not amount:
            raise InvalidError([Problem("amount.not_positive", {"amount": 0}, "amount")])
        if KINDS[kind].member and not member:
            raise InvalidError([Problem("choice.missing", field="member")])
        self._services.do(
            meetings.add_line,
            initiator=self._owner,
            draft_id=self.meeting.meeting.id,
            kind=kind,
            amount=amount,
            fund=fund if KINDS[kind].fund else "",
            member=member or None,
            memo=memo,
        )
        self.meeting.refresh()

    def take_back(self, line: DraftLine) -> None:
        self._services.do(meetings.remove_line, initiator=self._owner, line_id=line.id)
        self.meeting.refresh()

    def cash_words(self) -> str:
        """What is in the box with all of this meeting's money."""
        words = translate("window", "In the box after this meeting: {amount}")
        return words.format(amount=format_dong(self.meeting.meeting.cash_expected))


def loan_words(loan: DraftLoan) -> str:
    """A new loan's terms in one line."""
    words = translate("window", "{months} months · {rate} a month · {method}")
    return words.format(
        months=loan.term_months, rate=format_bp(loan.rate_bp), method=method_label(loan.method)
    )


def line_words(line: DraftLine) -> str:
    """What a line of money was for."""
    return " · ".join(part for part in (line.memo, fund_label(line.fund)) if part)


def request_words(waiting: Waiting) -> str:
    """What a loan is for, how long it runs, and whether it fits the club's rules or why not."""
    request = waiting.request
    term = translate("window", "{months} months").format(months=request.term_months)
    fits = translate("window", "✓ fits the rules")
    doubts = "! " + " ".join(sentence(doubt) for doubt in waiting.doubts)
    return " · ".join(p for p in (request.purpose, term, doubts if waiting.doubts else fits) if p)


def kinds() -> list[tuple[str, str]]:
    return [(code, kind_label(code)) for code in KINDS_OFFERED]
