"""The list of those who wait for a loan, in the club's own order."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.base.text import translate
from app.domain.lending import LoanRequest
from app.domain.money import format_dong
from app.domain.periods import format_day
from app.ui.context import Context
from app.ui.screens.loans.dialogs import EndDialog, RequestDialog
from app.ui.screens.loans.presenter import LoansPresenter
from app.ui.widgets.basics import button, label
from app.ui.widgets.page_dialog import PageDialog
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView


class WaitingDialog(PageDialog):
    """New requests at the end; the club may put them in another order."""

    def __init__(self, presenter: LoansPresenter, context: Context, parent: QWidget | None) -> None:
        super().__init__(translate("window", "Who waits for a loan"), parent)
        self._presenter = presenter
        self.list = TableView(
            TableModel(_columns()),
            name=translate("window", "Who waits for a loan"),
            empty=translate("window", "Nobody waits. Who asks for a loan is put on this list."),
            stretch=4,
        )
        self.add = button(
            translate("window", "Somebody asks…"), self._on_add, role="next", icon="plus"
        )
        self.up = button(translate("window", "Earlier"), lambda: self._on_move(-1))
        self.down = button(translate("window", "Later"), lambda: self._on_move(1))
        self.decline = button(translate("window", "Declined…"), lambda: self._on_end(declined=True))
        self.withdraw = button(
            translate("window", "Needs it no more…"), lambda: self._on_end(declined=False)
        )
        acts = (self.add, self.up, self.down, self.decline, self.withdraw)
        for made in acts:
            made.setEnabled(not context.read_only)
        done = button(translate("window", "Done"), self.reject)
        told = translate("window", "A loan is given at a meeting, in step 3.")
        self.show_parts(label(told, "soft"), self.list)
        self.offer(*acts, out=done, wide=50, tall=24)
        self.reload()

    def reload(self) -> None:
        """Show the list anew; the row the user stands on stays it."""
        before = self.list.current()
        waiting = self._presenter.waiting()
        self.list.table().fill(tuple(enumerate(waiting, 1)))
        kept = before[1].id if isinstance(before, tuple) else None
        for row, request in enumerate(waiting):
            if request.id == kept:
                self.list.selectRow(row)

    def _request(self) -> LoanRequest | None:
        found = self.list.current()
        return found[1] if isinstance(found, tuple) else None

    def _on_add(self) -> None:
        if RequestDialog(self._presenter, self).exec():
            self.reload()

    def _on_move(self, step: int) -> None:
        if request := self._request():
            self._presenter.move(request, step)
            self.reload()

    def _on_end(self, *, declined: bool) -> None:
        request = self._request()
        if request and EndDialog(self._presenter, request, self, declined=declined).exec():
            self.reload()


def _columns() -> list[Column]:
    return [
        Column(translate("window", "No."), lambda x: str(x[0]), key=lambda x: x[0], number=True),
        Column(translate("window", "Member"), lambda x: x[1].name),
        Column(
            translate("window", "Asked on"),
            lambda x: format_day(x[1].asked_on),
            key=lambda x: x[1].asked_on,
        ),
        Column(
            translate("window", "Amount"),
            lambda x: format_dong(x[1].principal),
            key=lambda x: x[1].principal,
            number=True,
        ),
        Column(translate("window", "For what"), lambda x: x[1].purpose),
        Column(
            translate("window", "Months"),
            lambda x: str(x[1].term_months),
            key=lambda x: x[1].term_months,
            number=True,
        ),
    ]
