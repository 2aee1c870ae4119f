"""Step three's first list: who waits for a loan, in the club's own order, and what may be decided.

Out of sight while nobody waits.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.base.text import translate
from app.domain.money import format_dong
from app.ui.screens.meeting.dialogs import LoanDialog
from app.ui.screens.meeting.outlays import OutlaysPresenter, Waiting, request_words
from app.ui.widgets.basics import SMALL_GAP, button, hairline, section
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.reason_dialog import ReasonDialog
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.whole_table import WholeTable
from app.ui.wording import request_end_words


class WaitingList(QWidget):
    """``decided`` after a request was given, declined or withdrawn."""

    decided = Signal()

    def __init__(self, outlays: OutlaysPresenter) -> None:
        super().__init__()
        self._outlays = outlays
        self.list = WholeTable(
            TableModel(_columns()), name=translate("window", "Who waits for a loan"), stretch=3
        )
        self.approve = button(
            translate("window", "Approve this loan…"), self._on_approve, icon="hand-coins"
        )
        self.decline = button(
            translate("window", "Declined…"), lambda: self._on_end(declined=True), role="plain"
        )
        self.withdraw = button(
            translate("window", "Needs it no more…"),
            lambda: self._on_end(declined=False),
            role="plain",
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, SMALL_GAP)
        layout.setSpacing(SMALL_GAP)
        layout.addWidget(section(translate("window", "Who waits for a loan")))
        layout.addWidget(hairline())
        layout.addWidget(self.list, 1)
        layout.addLayout(FlowLayout(self.approve, self.decline, self.withdraw))
        self.list.opened.connect(lambda _row: self._on_approve())

    def reload(self) -> None:
        """Show the list anew; the first of it is stood on."""
        waiting = self._outlays.waiting()
        self.list.table().fill(waiting)
        self.setVisible(bool(waiting))
        if waiting:
            self.list.selectRow(0)

    def _current(self) -> Waiting | None:
        found = self.list.current()
        return found if isinstance(found, Waiting) else None

    def _on_approve(self) -> None:
        found = self._current()
        if found and LoanDialog(self._outlays, self, found.request).exec():
            self.decided.emit()

    def _on_end(self, *, declined: bool) -> None:
        if (found := self._current()) is None:
            return
        dialog = ReasonDialog(
            request_end_words(found.request, declined=declined),
            translate("window", "Take it off the list"),
            lambda reason: self._outlays.end(found.request, reason, declined=declined),
            self,
        )
        if dialog.exec():
            self.decided.emit()


def _columns() -> list[Column]:
    return [
        Column(translate("window", "No."), lambda x: str(x.no), key=lambda x: x.no, number=True),
        Column(translate("window", "Member"), lambda x: x.request.name),
        Column(
            translate("window", "Amount"),
            lambda x: format_dong(x.request.principal),
            key=lambda x: x.request.principal,
            number=True,
        ),
        Column(
            translate("window", "For what; the rules"),
            request_words,
            tone=lambda x: "watch" if x.doubts else "good",
        ),
    ]
