"""One entry outside a meeting, and an entry taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from app.base import clock
from app.base.errors import AppError, InvalidError, Problem
from app.base.text import translate
from app.domain.fund import Fund
from app.domain.fund_book import EntryLine
from app.domain.labels import fund_label, kind_label
from app.ui.screens.fund.presenter import (
    BY_HAND,
    EntryForm,
    FundPresenter,
    can_be_put_right,
    entry_words,
)
from app.ui.widgets.basics import label
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.form import choice_field, long_field, text_field
from app.ui.widgets.money_dialog import MoneyDialog
from app.ui.widgets.money_edit import MoneyEdit

Value = TypeVar("Value")


class EntryDialog(MoneyDialog):
    """Money in or out on a day without a meeting."""

    def __init__(self, presenter: FundPresenter, parent: QWidget | None) -> None:
        self._presenter = presenter
        self.on = DateEdit(translate("window", "Day"), clock.today())
        super().__init__(
            translate("window", "Record money"),
            self._act,
            parent,
            kinds=[(code, kind_label(code)) for code in BY_HAND],
            people=presenter.people(),
            on=self.on,
        )

    def _act(self) -> None:
        problems = []
        on, amount = None, None
        try:
            on = self.on.day()
        except AppError as error:
            problems.append(Problem(error.code, error.params, "on"))
        try:
            amount = self.amount.amount()
        except AppError as error:
            problems.append(Problem(error.code, error.params, "amount"))
        if problems:
            raise InvalidError(problems)
        self._presenter.record(
            EntryForm(
                on=on,
                kind=self.kind.currentData(),
                amount=amount,
                fund=self.fund.currentData(),
                member=self.member.currentData(),
                memo=self.memo.text(),
            )
        )


class TakeBackDialog(FormDialog):
    """Why an entry is wrong, and what is right. The old one stays to be seen, taken back."""

    def __init__(self, presenter: FundPresenter, line: EntryLine, parent: QWidget | None) -> None:
        self.reason = long_field(lines=2)
        self.amount = MoneyEdit(translate("window", "The right amount"))
        super().__init__(
            translate("window", "Correct an entry"),
            translate("window", "Correct it"),
            lambda: presenter.correct(
                line, read(self.amount.amount, "amount"), self.reason.toPlainText()
            ),
            parent,
            back=translate("window", "Look again"),
        )
        self.body.insertWidget(1, label(entry_words(line), "strong"))
        self.form.add("reason", translate("window", "What was wrong?"), self.reason)
        if can_be_put_right(line):
            self.form.add(
                "amount",
                translate("window", "The right amount"),
                self.amount,
                translate("window", "It is recorded today. Empty: the entry is only taken back."),
            )
        else:
            self.amount.setParent(self)
            self.amount.hide()
        self.fit()
        self.reason.setFocus()


class TransferDialog(FormDialog):
    """From one fund to another; the money stays in the box."""

    def __init__(self, presenter: FundPresenter, parent: QWidget | None) -> None:
        funds = [(fund.value, fund_label(fund.value)) for fund in Fund]
        self.on = DateEdit(translate("window", "Day"), clock.today())
        self.amount = MoneyEdit(translate("window", "Amount"))
        self.out_of = choice_field(funds, Fund.INCOME.value)
        self.into = choice_field(funds, Fund.CARE.value)
        self.memo = text_field("")
        super().__init__(
            translate("window", "Between two funds"),
            translate("window", "Move it"),
            lambda: presenter.transfer(
                read(self.on.day, "on"),
                read(self.amount.amount, "amount"),
                self.out_of.currentData(),
                self.into.currentData(),
                self.memo.text(),
            ),
            parent,
            back=translate("window", "Back"),
            columns=2,
        )
        self.form.add("out_of", translate("window", "Out of"), self.out_of)
        self.form.add("into", translate("window", "Into"), self.into)
        self.form.add("amount", translate("window", "Amount"), self.amount)
        self.form.add("on", translate("window", "Day"), self.on)
        self.form.add("memo", translate("window", "For what"), self.memo, wide=True)
        self.fit()
        self.amount.setFocus()


def read(field: Callable[[], Value], name: str) -> Value:
    """What a field holds; raises InvalidError with the field's name."""
    try:
        return field()
    except AppError as error:
        raise InvalidError([Problem(error.code, error.params, name)]) from error
