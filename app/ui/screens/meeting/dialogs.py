"""The two dialogs of step three: a new loan with its schedule, and a line of money."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QWidget

from app.base.errors import AppError, InvalidError, Problem
from app.base.text import translate
from app.domain.labels import method_label
from app.domain.lending import LoanRequest
from app.domain.loans import Method
from app.domain.money import format_bp, parse_typed
from app.services.sentences import sentence
from app.ui import theme
from app.ui.screens.meeting.outlays import (
    LoanForm,
    OutlaysPresenter,
    kinds,
)
from app.ui.widgets.basics import EDGE, SMALL_GAP, Notice, column, label
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.form import choice_field, text_field
from app.ui.widgets.money_dialog import MoneyDialog
from app.ui.widgets.money_edit import MoneyEdit
from app.ui.widgets.plan_table import PlanTable, sum_words
from app.ui.wording import person, typed_rate

_PLAN_WIDTH = 30
"""What the columns of a plan need, in heights of a letter."""


class LoanDialog(FormDialog):
    """Who borrows how much for what; the whole plan stands beside it before anybody decides.

    For a ``request`` it holds what was asked for, and giving the loan approves the request.
    """

    def __init__(
        self, outlays: OutlaysPresenter, parent: QWidget | None, request: LoanRequest | None = None
    ) -> None:
        self._outlays, self._request = outlays, request
        self._make_fields(outlays)
        super().__init__(
            translate("window", "A loan to a member")
            if request is None
            else translate("window", "The loan that {name} asks for").format(name=request.name),
            translate("window", "Give this loan")
            if request is None
            else translate("window", "Approve and give this loan"),
            lambda: outlays.lend(self.read(), request),
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
        add("guarantor", translate("window", "Guarantor"), self.guarantor, wide=True)
        self.plan = PlanTable(translate("window", "The schedule stands here with the amount."))
        self._doubts, self._sum = Notice("", "watch"), label("", "strong")
        self._put_plan()
        self._wire()
        self._on_changed()
        self.fit()
        (self.principal if request else self.member).setFocus()

    def _make_fields(self, outlays: OutlaysPresenter) -> None:
        people = [(m.code, person(m)) for m in outlays.people()]
        asked = outlays.form_of(self._request) if self._request else None
        rules = outlays.meeting.rules
        term = asked.term_months if asked else rules.loan_term_months
        self.member = choice_field(
            [("", translate("window", "Choose a member")), *people], asked.member if asked else ""
        )
        self.member.setEnabled(asked is None)
        self.principal = MoneyEdit(
            translate("window", "Amount"), asked.principal if asked else None
        )
        self.rate = text_field(format_bp(rules.loan_rate_bp).removesuffix(" %"))
        self.method = choice_field([(m.value, method_label(m)) for m in Method], rules.loan_method)
        self.term = text_field(str(term))
        self.grace = text_field("0")
        self.purpose = text_field(asked.purpose if asked else "")
        self.guarantor = choice_field(
            [("", translate("window", "Nobody")), *people], asked.guarantor if asked else ""
        )

    def _put_plan(self) -> None:
        """The plan beside the fields where the screen is wide enough, else below them."""
        plan = column(label(translate("window", "Schedule"), "strong"), self.plan, gap=SMALL_GAP)
        plan.setStretchFactor(self.plan, 1)
        wide = self.form.sizeHint().width() + theme.scaled(_PLAN_WIDTH)
        beside = wide + 3 * EDGE <= self.screen().availableGeometry().width() - 80
        ways = QBoxLayout.Direction
        both = QBoxLayout(ways.LeftToRight if beside else ways.TopToBottom)
        both.setSpacing(EDGE)
        self.body.removeWidget(self.form)
        both.addWidget(self.form)
        both.addLayout(plan, 1)
        self.body.insertLayout(1, both, 1)
        self.always_in_sight(self._doubts)
        if beside:
            plan.addWidget(self._sum)
            self.plan.setMinimumWidth(theme.scaled(_PLAN_WIDTH))
        else:
            self.always_in_sight(self._sum)
            self.plan.setMinimumHeight(theme.scaled(8))

    def _wire(self) -> None:
        for field in (self.principal.field, self.rate, self.term, self.grace):
            field.textChanged.connect(self._on_changed)
        for choice in (self.method, self.member, self.guarantor):
            choice.currentIndexChanged.connect(self._on_changed)

    def _on_changed(self) -> None:
        try:
            form = self.read()
            plan = self._outlays.plan(form) if form.principal else None
            doubts = self._outlays.doubts(form)
        except AppError:
            doubts, plan = (), None
        self._doubts.say("\n".join(sentence(doubt) for doubt in doubts), "watch")
        self.plan.show_plan(plan)
        self._sum.setText(sum_words(plan))

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
            guarantor=self.guarantor.currentData(),
            **{name: number or 0 for name, number in numbers.items()},
        )


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
