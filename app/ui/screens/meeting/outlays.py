"""Step three behind its panel: loans given and money outside the sheet. Free of Qt."""

from __future__ import annotations

from dataclasses import dataclass

from app.base.errors import InvalidError, Problem
from app.base.text import translate
from app.domain.drafts import DraftLine, DraftLoan
from app.domain.fund import KINDS
from app.domain.labels import fund_label, kind_label, method_label
from app.domain.loans import LoanTerms, Method, schedule
from app.domain.members import Member
from app.domain.money import format_bp, format_dong
from app.domain.periods import format_day
from app.domain.statements import LoanSchedule
from app.services import lending, meetings, members
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
    """What the dialog of a new loan holds; amounts already read."""

    member: str
    principal: int | None
    rate_bp: int
    method: str
    term_months: int
    grace_months: int
    purpose: str


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
        )

    def lend(self, form: LoanForm) -> None:
        """Give the loan at this meeting; raises AppError."""
        if not form.member:
            raise InvalidError([Problem("choice.missing", field="member")])
        if not form.principal:
            raise InvalidError([Problem("loan.principal_not_positive", field="principal")])
        self._services.do(
            meetings.add_loan,
            initiator=self._owner,
            draft_id=self.meeting.meeting.id,
            member=form.member,
            principal=form.principal,
            rate_bp=form.rate_bp,
            method=form.method,
            term_months=form.term_months,
            grace_months=form.grace_months,
            purpose=form.purpose,
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


def plan_words(plan: LoanSchedule) -> str:
    """A schedule row by row, as it is read to the borrower."""
    words = translate(
        "window", "{no}. {due}: principal {principal} + interest {interest} = {total}"
    )
    rows = [
        words.format(
            no=row.no,
            due=format_day(row.due),
            principal=format_dong(row.principal),
            interest=format_dong(row.interest),
            total=format_dong(row.total),
        )
        for row in plan.rows
    ]
    return "\n".join(rows)


def kinds() -> list[tuple[str, str]]:
    return [(code, kind_label(code)) for code in KINDS_OFFERED]
