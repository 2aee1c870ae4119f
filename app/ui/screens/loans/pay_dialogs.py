"""Money on a loan between two meetings: a payment, or what comes back of one written off."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from app.base import clock
from app.base.errors import AppError
from app.base.text import translate
from app.domain.lending import WrittenOff
from app.domain.loan_book import LoanLine
from app.domain.money import format_dong
from app.services.sentences import sentence
from app.ui.screens.loans.dialogs import read
from app.ui.screens.loans.presenter import LoansPresenter
from app.ui.widgets.basics import label, set_role
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.form import text_field
from app.ui.widgets.money_edit import MoneyEdit


class _TakeInDialog(FormDialog):
    """A day, an amount, and who really brought it."""

    def __init__(self, title: str, verb: str, amount: int | None, parent: QWidget | None) -> None:
        self.on = DateEdit(translate("window", "Day"), clock.today())
        self.amount = MoneyEdit(translate("window", "Amount"), amount)
        self.payer = text_field("")
        super().__init__(
            title, verb, self._act, parent, back=translate("window", "Back"), columns=2
        )
        self.form.add("amount", translate("window", "Amount"), self.amount)
        self.form.add("on", translate("window", "Day"), self.on)
        self.form.add(
            "memo",
            translate("window", "Who really paid"),
            self.payer,
            translate("window", "Empty: the borrower. It is printed with the entry."),
            wide=True,
        )

    def _act(self) -> None:
        self.take_in(read(self.on.day, "on"), read(self.amount.amount, "amount"), self.payer.text())

    def take_in(self, on: date | None, amount: int | None, payer: str) -> None:
        """Record it; raises AppError."""
        raise NotImplementedError


class PayDialog(_TakeInDialog):
    """One sum on a member's loans; how it divides stands there before it is recorded."""

    def __init__(self, presenter: LoansPresenter, line: LoanLine, parent: QWidget | None) -> None:
        self._presenter, self._line = presenter, line
        super().__init__(
            translate("window", "{name} pays on her loans").format(name=line.name),
            translate("window", "Record the payment"),
            line.next_amount,
            parent,
        )
        self.shares = label("")
        self.always_in_sight(self.shares)
        self.amount.field.textChanged.connect(self._on_changed)
        self.on.textChanged.connect(self._on_changed)
        self._on_changed()
        self.fit()

    def take_in(self, on: date | None, amount: int | None, payer: str) -> None:
        self._presenter.pay(self._line.member, on, amount, payer)

    def _on_changed(self) -> None:
        try:
            amount, day = self.amount.amount(), self.on.day()
            words, role = self._presenter.shares_words(self._line.member, amount, day), "strong"
        except AppError as error:
            words, role = sentence(error), "error"
        self.shares.setText(words)
        set_role(self.shares, role)


class RecoverDialog(_TakeInDialog):
    """Something comes back on a loan that the club gave up."""

    def __init__(self, presenter: LoansPresenter, loan: WrittenOff, parent: QWidget | None) -> None:
        self._presenter, self._loan = presenter, loan
        super().__init__(
            translate("window", "Money comes back: {loan}").format(
                loan=f"{loan.loan} · {loan.name}"
            ),
            translate("window", "Record what came back"),
            None,
            parent,
        )
        left = translate("window", "Written off and not come back yet: {amount}")
        self.body.insertWidget(1, label(left.format(amount=format_dong(loan.left)), "strong"))
        self.fit()

    def take_in(self, on: date | None, amount: int | None, payer: str) -> None:
        self._presenter.recover(self._loan.loan, on, amount, payer)
