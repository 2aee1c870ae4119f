"""Step three: who waits for a loan, loans given, money outside the sheet, each with its line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from app.base.text import translate
from app.domain.drafts import DraftLine, DraftLoan
from app.domain.labels import kind_label
from app.domain.money import format_dong
from app.ui.screen import Page, fill
from app.ui.screens.meeting.dialogs import LineDialog, LoanDialog
from app.ui.screens.meeting.outlays import OutlaysPresenter, line_words, loan_words
from app.ui.screens.meeting.outlays_penalties import PenaltyList
from app.ui.screens.meeting.outlays_waiting import WaitingList
from app.ui.screens.meeting.panel import Panel
from app.ui.widgets.basics import button, hairline, label, section
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView


class OutlaysPanel(Panel):
    """Lists of what was decided, each with a verb to add and one to take away."""

    def __init__(self, outlays: OutlaysPresenter) -> None:
        super().__init__(outlays.meeting)
        self.outlays = outlays
        self._names: dict[str, str] = {}
        self.waiting = WaitingList(outlays)
        self.waiting.decided.connect(self._after)
        self.penalties = PenaltyList(outlays)
        self.penalties.paid.connect(self._after)
        self.lend = button(translate("window", "Give a loan…"), self._on_lend, icon="hand-coins")
        self.add = button(translate("window", "Record money in or out…"), self._on_add, icon="plus")
        self.loans = TableView(
            TableModel(_loan_columns(self._name)),
            name=translate("window", "Loans given today"),
            empty=translate("window", "No loan is given today."),
            stretch=2,
        )
        self.lines = TableView(
            TableModel(_line_columns(self._name)),
            name=translate("window", "Other money today"),
            empty=translate("window", "No expense, gift or withdrawal today."),
            stretch=1,
        )
        self._cash = label("", "strong")
        page = Page()
        page.column.setContentsMargins(24, 4, 24, 8)
        page.column.setSpacing(8)
        self._fill(page.column)
        fill(self, page)

    def reload(self) -> None:
        meeting = self.presenter.draft
        if meeting:
            self._names = {m.code: m.full_name for m in self.outlays.people()}
            self.penalties.reload()
            self.waiting.reload()
        self.loans.table().fill(meeting.loans if meeting else ())
        self.lines.table().fill(meeting.lines if meeting else ())
        self._cash.setText(self.outlays.cash_words() if meeting else "")

    def begin(self) -> None:
        (self.lend if self.waiting.isHidden() else self.waiting.list).setFocus()

    def _fill(self, column: QVBoxLayout) -> None:
        remove_loan = button(
            translate("window", "Take this loan away"), self._on_remove_loan, role="plain"
        )
        remove_line = button(
            translate("window", "Take this line away"), self._on_remove_line, role="plain"
        )
        column.addWidget(self.penalties)
        column.addWidget(self.waiting, 1)
        column.addWidget(section(translate("window", "Loans given today")))
        column.addWidget(hairline())
        column.addWidget(self.loans, 1)
        column.addLayout(FlowLayout(self.lend, remove_loan))
        column.addSpacing(8)
        column.addWidget(section(translate("window", "Other money today")))
        column.addWidget(hairline())
        column.addWidget(self.lines, 1)
        column.addLayout(FlowLayout(self.add, remove_line))
        column.addWidget(self._cash)

    def _name(self, code: str | None) -> str:
        return self._names.get(code or "", "")

    def _on_lend(self) -> None:
        if LoanDialog(self.outlays, self).exec():
            self._after()

    def _on_add(self) -> None:
        if LineDialog(self.outlays, self).exec():
            self._after()

    def _on_remove_loan(self) -> None:
        if isinstance(loan := self.loans.current(), DraftLoan):
            self.outlays.take_back_loan(loan)
            self._after()

    def _on_remove_line(self) -> None:
        if isinstance(line := self.lines.current(), DraftLine):
            self.outlays.take_back(line)
            self._after()

    def _after(self) -> None:
        self.reload()
        self.stored.emit()


def _loan_columns(name: Callable[[str | None], str]) -> list[Column]:
    return [
        Column(translate("window", "Member"), lambda loan: loan.name),
        Column(
            translate("window", "Amount"),
            lambda loan: format_dong(loan.principal),
            key=lambda loan: loan.principal,
            number=True,
        ),
        Column(translate("window", "Terms"), loan_words),
        Column(translate("window", "Purpose"), lambda loan: loan.purpose),
        Column(translate("window", "Guarantor"), lambda loan: name(loan.guarantor)),
    ]


def _line_columns(name: Callable[[str | None], str]) -> list[Column]:
    return [
        Column(translate("window", "What"), lambda line: kind_label(line.kind)),
        Column(
            translate("window", "For what"),
            lambda line: " · ".join(part for part in (name(line.member), line_words(line)) if part),
        ),
        Column(
            translate("window", "Amount"),
            lambda line: format_dong(line.amount),
            key=lambda line: line.amount,
            number=True,
        ),
    ]
