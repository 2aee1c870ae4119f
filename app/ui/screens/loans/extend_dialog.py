"""Extending a loan: what is still to pay before and after stands there before anybody agrees."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.base import clock
from app.base.errors import AppError
from app.base.text import translate
from app.domain.loan_book import LoanLine
from app.domain.loan_schedule import LoanSchedule
from app.domain.money import format_dong
from app.domain.periods import format_day
from app.ui import theme
from app.ui.screens.loans.dialogs import read
from app.ui.screens.loans.presenter import LoansPresenter
from app.ui.widgets.basics import label
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.form import text_field
from app.ui.widgets.plan_table import sum_words
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView

Pair = tuple[str, str, str]
"""A due day, what is to pay on it now, and what after the extension."""


class ExtendDialog(FormDialog):
    """How much longer a loan runs, and which paper says so."""

    def __init__(self, presenter: LoansPresenter, line: LoanLine, parent: QWidget | None) -> None:
        self._presenter, self._line = presenter, line
        self.on = DateEdit(translate("window", "From which day on"), clock.today())
        self.months = text_field("", "6")
        self.minutes = text_field("")
        super().__init__(
            translate("window", "Extend {loan}").format(loan=f"{line.loan} · {line.name}"),
            translate("window", "Extend the loan"),
            lambda: presenter.extend(
                line.loan, read(self.on.day, "on"), self.months.text(), self.minutes.text()
            ),
            parent,
            back=translate("window", "Back"),
            columns=2,
        )
        owed = translate("window", "Still owed: {amount}").format(
            amount=format_dong(line.outstanding)
        )
        self.body.insertWidget(1, label(owed, "strong"))
        self.form.add("on", translate("window", "From which day on"), self.on)
        self.form.add("term_months", translate("window", "Months to repay"), self.months)
        self.form.add(
            "minutes",
            translate("window", "Which meeting agreed"),
            self.minutes,
            translate("window", "For example: minutes of 17/11/2026. The first plan is kept."),
            wide=True,
        )
        self._put_plans()
        self.on.textChanged.connect(self._on_changed)
        self.months.textChanged.connect(self._on_changed)
        self._on_changed()
        self.fit()
        self.months.setFocus()

    def _put_plans(self) -> None:
        self.plans = TableView(
            TableModel(_columns()),
            name=translate("window", "To pay before and after"),
            empty=translate("window", "With the months the schedule before and after stands here."),
            stretch=0,
        )
        room = self.screen().availableGeometry().width() - 160
        self.plans.setMinimumSize(min(theme.scaled(34), room), theme.scaled(7))
        self.body.insertWidget(self.body.indexOf(self.wrong), self.plans, 1)
        self._before, self._after = label(""), label("", "strong")
        self.always_in_sight(self._before, self._after)

    def _on_changed(self) -> None:
        try:
            day = self.on.day()
        except AppError:
            day = None
        plans = self._presenter.compared(self._line.loan, day, self.months.text())
        self.plans.table().fill(pairs(*plans) if plans else ())
        heads = (translate("window", "Now"), translate("window", "After the extension"))
        for line, head, plan in zip((self._before, self._after), heads, plans, strict=False):
            line.setText(f"{head}. {sum_words(plan)}")
        for line in (self._before, self._after):
            line.setVisible(bool(plans))


def pairs(before: LoanSchedule, after: LoanSchedule) -> tuple[Pair, ...]:
    """Both plans day by day, in words; a dash where one asks for nothing."""

    def words(plan: LoanSchedule, day: object) -> str:
        rows = [row for row in plan.rows if row.due == day]
        return ", ".join(
            translate("window", "{total} (principal {principal})").format(
                total=format_dong(row.total), principal=format_dong(row.principal)
            )
            for row in rows
        )

    days = sorted({row.due for plan in (before, after) for row in plan.rows})
    return tuple(
        (format_day(day), words(before, day) or "–", words(after, day) or "–") for day in days
    )


def _columns() -> list[Column]:
    heads = (
        translate("window", "Due"),
        translate("window", "Now"),
        translate("window", "After the extension"),
    )
    return [_column(place, head) for place, head in enumerate(heads)]


def _column(place: int, head: str) -> Column:
    return Column(head, lambda pair: pair[place], number=place > 0)
