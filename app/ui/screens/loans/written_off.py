"""The loans a club gave up, and what has come back of each."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.base.text import translate
from app.domain.lending import WrittenOff
from app.domain.money import format_dong
from app.domain.periods import format_day
from app.ui import theme
from app.ui.context import Context
from app.ui.screens.loans.pay_dialogs import RecoverDialog
from app.ui.screens.loans.presenter import LoansPresenter
from app.ui.widgets.basics import EDGE, GAP, button, title
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView


class WrittenOffDialog(QDialog):
    """Enter on a loan records what came back of it."""

    def __init__(self, presenter: LoansPresenter, context: Context, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        heading = translate("window", "Loans written off")
        self.setWindowTitle(heading)
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
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.setSpacing(GAP)
        layout.addWidget(title(heading))
        layout.addWidget(self.list, 1)
        layout.addLayout(FlowLayout(done, self.recover))
        self.list.opened.connect(lambda _row: self.recover.click())
        self.resize(
            min(theme.scaled(44), self.screen().size().width() - 80),
            min(theme.scaled(20), self.screen().size().height() - 60),
        )
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
