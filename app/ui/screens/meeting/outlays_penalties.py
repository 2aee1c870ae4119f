"""Step three's list of penalties that the club's rule makes due, each with what was paid of it.

Out of sight while none is due; a penalty has no column in the sheet.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.base.errors import AppError, InvalidError, Problem
from app.base.text import translate
from app.domain.drafts import PENALTY, SheetRow
from app.domain.money import format_dong
from app.ui.screens.meeting.outlays import OutlaysPresenter
from app.ui.widgets.basics import SMALL_GAP, button, hairline, section
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.money_edit import MoneyEdit
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.whole_table import WholeTable


class PenaltyList(QWidget):
    """``paid`` after a penalty was counted as paid, or not any more."""

    paid = Signal()

    def __init__(self, outlays: OutlaysPresenter) -> None:
        super().__init__()
        self._outlays = outlays
        heading = translate("window", "Penalties for paying late")
        self.list = WholeTable(TableModel(_columns()), name=heading, stretch=0)
        self.pay = button(translate("window", "Pays the penalty…"), self._on_pay, icon="hand-coins")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, SMALL_GAP)
        layout.setSpacing(SMALL_GAP)
        layout.addWidget(section(heading))
        layout.addWidget(hairline())
        layout.addWidget(self.list, 1)
        layout.addLayout(FlowLayout(self.pay))
        self.list.opened.connect(lambda _row: self._on_pay())

    def reload(self) -> None:
        """Show the list anew; the first of it is stood on."""
        rows = self._outlays.penalties()
        self.list.table().fill(rows)
        self.setVisible(bool(rows))
        if rows:
            self.list.selectRow(0)

    def _on_pay(self) -> None:
        found = self.list.current()
        if isinstance(found, SheetRow) and PenaltyDialog(self._outlays, found, self).exec():
            self.paid.emit()


class PenaltyDialog(FormDialog):
    """How much of her penalty a member pays today; all of it unless something else is typed."""

    def __init__(self, outlays: OutlaysPresenter, row: SheetRow, parent: QWidget | None) -> None:
        self._outlays, self._row = outlays, row
        amount = row.paid.get(PENALTY) or row.due.get(PENALTY)
        self.amount = MoneyEdit(translate("window", "Amount"), amount)
        super().__init__(
            translate("window", "{name} pays a penalty").format(name=row.member.full_name),
            translate("window", "Record the penalty"),
            self._act,
            parent,
            back=translate("window", "Back"),
        )
        self.form.add(
            "amount",
            translate("window", "Amount"),
            self.amount,
            translate("window", "0 if she does not pay it today; it stays due."),
        )
        self.fit()
        self.amount.setFocus()

    def _act(self) -> None:
        try:
            amount = self.amount.amount() or 0
        except AppError as error:
            raise InvalidError([Problem(error.code, error.params, "amount")]) from error
        self._outlays.pay_penalty(self._row, amount)


def _columns() -> list[Column]:
    return [
        Column(translate("window", "Member"), lambda row: row.member.full_name),
        _amount(translate("window", "Penalty due"), "due"),
        _amount(translate("window", "Paid today"), "paid"),
    ]


def _amount(head: str, side: str) -> Column:
    return Column(
        head,
        lambda row: format_dong(getattr(row, side).get(PENALTY, 0)),
        key=lambda row: getattr(row, side).get(PENALTY, 0),
        number=True,
    )
