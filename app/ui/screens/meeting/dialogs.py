"""The two dialogs of step three: a new loan with its schedule, and a line of money."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.base.errors import AppError, InvalidError, Problem
from app.base.text import translate
from app.domain.labels import method_label
from app.domain.loans import Method
from app.domain.money import format_bp, parse_typed
from app.services.sentences import sentence
from app.ui import theme
from app.ui.screens.meeting.outlays import (
    LoanForm,
    OutlaysPresenter,
    kinds,
    plan_words,
)
from app.ui.widgets.basics import Notice, label
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.form import choice_field, text_field
from app.ui.widgets.money_dialog import MoneyDialog
from app.ui.widgets.money_edit import MoneyEdit
from app.ui.wording import person, typed_rate


class LoanDialog(FormDialog):
    """Who borrows how much for what; the plan stands beside it before anybody decides."""

    def __init__(self, outlays: OutlaysPresenter, parent: QWidget | None) -> None:
        self._outlays = outlays
        rules = outlays.meeting.rules
        people = [(m.code, person(m)) for m in outlays.people()]
        self.member = choice_field([("", translate("window", "Choose a member")), *people])
        self.principal = MoneyEdit(translate("window", "Amount"))
        self.rate = text_field(format_bp(rules.loan_rate_bp).removesuffix(" %"))
        self.method = choice_field([(m.value, method_label(m)) for m in Method], rules.loan_method)
        self.term = text_field(str(rules.loan_term_months))
        self.grace = text_field("0")
        self.purpose = text_field("")
        super().__init__(
            translate("window", "A loan to a member"),
            translate("window", "Give this loan"),
            self._lend,
            parent,
            back=translate("window", "Back"),
            columns=2,
        )
        add = self.form.add
        add("member", translate("window", "Member"), self.member, wide=True)
        add("principal", translate("window", "Amount"), self.principal)
        add("purpose", translate("window", "Purpose"), self.purpose)
        add("method", translate("window", "Way of repaying"), self.method)
        add("rate_bp", translate("window", "Interest a month, in %"), self.rate)
        add("term_months", translate("window", "Months to repay"), self.term)
        add("grace_months", translate("window", "Months without principal"), self.grace)
        self._doubts = Notice("", "watch")
        self.plan = QPlainTextEdit()
        self.plan.setReadOnly(True)
        self.plan.setAccessibleName(translate("window", "Schedule"))
        self.plan.setMinimumHeight(theme.scaled(5.5))
        place = self.body.indexOf(self.wrong)
        self.body.insertWidget(place, self._doubts)
        self.body.insertWidget(place + 1, label(translate("window", "Schedule"), "strong"))
        self.body.insertWidget(place + 2, self.plan)
        for field in (self.principal.field, self.rate, self.term, self.grace):
            field.textChanged.connect(self._on_changed)
        self.method.currentIndexChanged.connect(self._on_changed)
        self.member.currentIndexChanged.connect(self._on_changed)
        self.fit()

    def _on_changed(self) -> None:
        try:
            form = self.read()
            doubts = self._outlays.doubts(form)
            plan = plan_words(self._outlays.plan(form)) if form.principal else ""
        except AppError:
            doubts, plan = (), ""
        self._doubts.say("\n".join(sentence(doubt) for doubt in doubts), "watch")
        self.plan.setPlainText(plan)

    def read(self) -> LoanForm:
        """What the fields hold; raises InvalidError with every field that can't be read."""
        problems: list[Problem] = []
        try:
            principal = self.principal.amount()
        except AppError as error:
            problems.append(Problem(error.code, error.params, "principal"))
        numbers = {
            "rate_bp": typed_rate(self.rate.text()),
            "term_months": _whole(self.term.text()),
            "grace_months": _whole(self.grace.text() or "0"),
        }
        for name, number in numbers.items():
            if number is None:
                problems.append(Problem("number.unreadable", {}, name))
        if problems:
            raise InvalidError(problems)
        return LoanForm(
            member=self.member.currentData(),
            principal=principal,
            method=self.method.currentData(),
            purpose=self.purpose.text(),
            **{name: number or 0 for name, number in numbers.items()},
        )

    def _lend(self) -> None:
        self._outlays.lend(self.read())


def _whole(text: str) -> int | None:
    return int(text) if text.strip().isdecimal() and len(text) < 6 else None


class LineDialog(MoneyDialog):
    """An expense, a gift, a withdrawal: what, how much, from or for which fund, and why."""

    def __init__(self, outlays: OutlaysPresenter, parent: QWidget | None) -> None:
        self._outlays = outlays
        super().__init__(
            translate("window", "Money in or out"),
            self._add,
            parent,
            kinds=kinds(),
            people=outlays.people(),
        )

    def _add(self) -> None:
        try:
            amount = parse_typed(self.amount.field.text())
        except AppError as error:
            raise InvalidError([Problem(error.code, error.params, "amount")]) from error
        self._outlays.add(
            self.kind.currentData(),
            amount,
            self.fund.currentData(),
            self.member.currentData(),
            self.memo.text(),
        )
