"""What is asked before a loan is extended, written off, or somebody waits for one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from app.base import clock
from app.base.errors import AppError, InvalidError, Problem
from app.base.text import translate
from app.domain.lending import LoanRequest
from app.domain.loan_book import LoanLine
from app.ui.screens.loans.presenter import LoansPresenter, RequestForm
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.form import choice_field, text_field
from app.ui.widgets.money_edit import MoneyEdit
from app.ui.widgets.reason_dialog import ReasonDialog
from app.ui.wording import person, request_end_words

Value = TypeVar("Value")


class WriteOffDialog(FormDialog):
    """How much of a loan is given up, and which paper says so."""

    def __init__(self, presenter: LoansPresenter, line: LoanLine, parent: QWidget | None) -> None:
        self.on = DateEdit(translate("window", "Day"), clock.today())
        self.amount = MoneyEdit(translate("window", "Amount"), line.outstanding)
        self.minutes = text_field("")
        super().__init__(
            translate("window", "Write off {loan}").format(loan=f"{line.loan} · {line.name}"),
            translate("window", "Write it off"),
            lambda: presenter.write_off(
                line.loan,
                read(self.on.day, "on"),
                read(self.amount.amount, "amount"),
                self.minutes.text(),
            ),
            parent,
            back=translate("window", "Back"),
            columns=2,
        )
        self.form.add("amount", translate("window", "Amount"), self.amount)
        self.form.add("on", translate("window", "Day"), self.on)
        self.form.add(
            "minutes",
            translate("window", "Which minutes say so, and who confirmed it"),
            self.minutes,
            translate("window", "What still comes back later is recorded as recovered."),
            wide=True,
        )
        self.fit()
        self.minutes.setFocus()


class RequestDialog(FormDialog):
    """Somebody asks for a loan; a meeting decides."""

    def __init__(self, presenter: LoansPresenter, parent: QWidget | None) -> None:
        self._presenter = presenter
        people = [(member.code, person(member)) for member in presenter.people()]
        self.member = choice_field([("", "–"), *people])
        self.principal = MoneyEdit(translate("window", "Amount"))
        self.months = text_field("")
        self.purpose = text_field("")
        self.guarantor = choice_field([("", "–"), *people])
        super().__init__(
            translate("window", "Somebody asks for a loan"),
            translate("window", "Put it on the list"),
            self._act,
            parent,
            back=translate("window", "Back"),
            columns=2,
        )
        add = self.form.add
        add("member", translate("window", "Member"), self.member, wide=True)
        add("principal", translate("window", "Amount"), self.principal)
        add("term_months", translate("window", "Months to repay"), self.months,
            translate("window", "Empty: as the club's rule says"))  # fmt: skip
        add("purpose", translate("window", "For what"), self.purpose, wide=True)
        add("guarantor", translate("window", "Guarantor"), self.guarantor, wide=True)
        self.fit()
        self.member.setFocus()

    def _act(self) -> None:
        self._presenter.ask_for(
            RequestForm(
                member=self.member.currentData(),
                principal=read(self.principal.amount, "principal"),
                term_months=self.months.text(),
                purpose=self.purpose.text(),
                guarantor=self.guarantor.currentData(),
            )
        )


class EndDialog(ReasonDialog):
    """Why a request is on the list no more."""

    def __init__(
        self,
        presenter: LoansPresenter,
        request: LoanRequest,
        parent: QWidget | None,
        *,
        declined: bool,
    ) -> None:
        super().__init__(
            request_end_words(request, declined=declined),
            translate("window", "Take it off the list"),
            lambda reason: presenter.end(request, reason, declined=declined),
            parent,
        )


def read(field: Callable[[], Value], name: str) -> Value:
    """What a field holds; raises InvalidError with the field's name."""
    try:
        return field()
    except AppError as error:
        raise InvalidError([Problem(error.code, error.params, name)]) from error
