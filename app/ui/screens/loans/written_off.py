"""The loans a club gave up, and what has come back of each."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.base.text import translate
from app.domain.lending import WrittenOff
from app.domain.money import format_dong
from app.domain.periods import format_day
from app.ui.context import Context
from app.ui.screens.loans.pay_dialogs import RecoverDialog
from app.ui.screens.loans.presenter import LoansPresenter
from app.ui.widgets.basics import button
from app.ui.widgets.page_dialog import PageDialog
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView


class WrittenOffDialog(PageDialog):
    """Enter on a loan records what came back of it."""

    def __init__(self, presenter: LoansPresenter, context: Context, parent: QWidget | None) -> None:
        heading = translate("window", "Loans written off")
        super().__init__(heading, parent)
        self._presenter = presenter
        self.list = TableView(
            TableModel(_columns()),
            name=heading,
            empty=translate("window", "No loan is written off."),
            stretch=1,
        )
        self.recover = button(
            translate("window", "Something came back…"), self._on_recover, icon="hand-coins"
        )
        self.recover.setEnabled(not context.read_only)
        done = button(translate("window", "Done"), self.reject, role="next")
        self.show_parts(self.list)
        self.offer(self.recover, out=done, wide=44, tall=20)
        self.list.opened.connect(lambda _row: self.recover.click())
        self.reload()

    def reload(self) -> None:
        """Show the list anew; the first of it is stood on."""
        self.list.table().fill(self._presenter.written_off())
        self.list.selectRow(0)

    def _on_recover(self) -> None:
        found = self.list.current()
        if isinstance(found, WrittenOff) and RecoverDialog(self._presenter, found, self).exec():
            self.reload()


def _columns() -> list[Column]:
    return [
        Column(translate("window", "Loan"), lambda x: x.loan),
        Column(translate("window", "Member"), lambda x: x.name),
        Column(
            translate("window", "Written off on"), lambda x: format_day(x.on), key=lambda x: x.on
        ),
        _amount(translate("window", "Written off"), "amount"),
        _amount(translate("window", "Came back"), "recovered"),
        _amount(translate("window", "Not yet"), "left"),
    ]


def _amount(head: str, name: str) -> Column:
    return Column(
        head,
        lambda line: format_dong(getattr(line, name)),
        key=lambda line: getattr(line, name),
        number=True,
    )
