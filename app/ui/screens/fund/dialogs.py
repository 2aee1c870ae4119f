"""One entry outside a meeting, and an entry taken back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.base import clock
from app.base.errors import AppError, InvalidError, Problem
from app.base.text import translate
from app.domain.fund import KINDS, Fund
from app.domain.labels import fund_label, kind_label
from app.domain.statements import EntryLine
from app.ui.screens.fund.presenter import BY_HAND, EntryForm, FundPresenter, entry_words
from app.ui.widgets.basics import label
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.form import choice_field, long_field, text_field
from app.ui.widgets.money_edit import MoneyEdit
from app.ui.wording import person


class EntryDialog(FormDialog):
    """Money in or out on a day without a meeting."""

    def __init__(self, presenter: FundPresenter, parent: QWidget | None) -> None:
        self._presenter = presenter
        self.on = DateEdit(translate("window", "Day"), clock.today())
        self.kind = choice_field([(code, kind_label(code)) for code in BY_HAND])
        self.amount = MoneyEdit(translate("window", "Amount"))
        self.fund = choice_field([(f.value, fund_label(f.value)) for f in Fund], "operating")
        people = [(m.code, person(m)) for m in presenter.people()]
        self.member = choice_field([("", "–"), *people])
        self.memo = text_field("")
        super().__init__(
            translate("window", "Record money"),
            translate("window", "Record it"),
            self._act,
            parent,
            back=translate("window", "Back"),
            columns=2,
        )
        add = self.form.add
        add("kind", translate("window", "What"), self.kind)
        add("on", translate("window", "Day"), self.on)
        add("amount", translate("window", "Amount"), self.amount)
        add("fund", translate("window", "Fund"), self.fund)
        add("member", translate("window", "Member"), self.member, wide=True)
        add("memo", translate("window", "For what"), self.memo, wide=True)
        self.kind.currentIndexChanged.connect(self._on_kind)
        self._on_kind()
        self.fit()

    def _on_kind(self) -> None:
        self.fund.setEnabled(KINDS[self.kind.currentData()].fund)

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
    """Why an entry is wrong. The old one stays to be seen; another takes it back."""

    def __init__(self, presenter: FundPresenter, line: EntryLine, parent: QWidget | None) -> None:
        self.reason = long_field(lines=2)
        super().__init__(
            translate("window", "Take an entry back"),
            translate("window", "Take it back"),
            lambda: presenter.take_back(line, self.reason.toPlainText()),
            parent,
            back=translate("window", "Look again"),
        )
        self.body.insertWidget(1, label(entry_words(line), "strong"))
        self.form.add(
            "reason",
            translate("window", "What was wrong?"),
            self.reason,
            translate("window", "Then record the right amount as a new entry."),
        )
        self.fit()
        self.reason.setFocus()
