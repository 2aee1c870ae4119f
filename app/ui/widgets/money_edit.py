"""An amount field: reads what people type, shows what it understood, and the amount in words.

Amounts leave as Python ints through ``Signal(object)``: Qt's own int ends at 2.1 billion.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.base.errors import AppError
from app.domain.money import format_dong, parse_typed
from app.services.sentences import sentence
from app.ui.widgets.basics import label, set_property, set_role
from app.ui.wording import amount_words

LARGE = 100_000
"""From here on the amount stands in words under the field."""


class MoneyEdit(QWidget):
    """``left`` carries the amount (int, or None when empty) when the field is left changed."""

    left = Signal(object)

    def __init__(self, name: str, amount: int | None = None) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setAccessibleName(name)
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._hint = ""
        self._words = label("", "small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.field)
        layout.addWidget(self._words)
        self._stored = amount
        self.setFocusProxy(self.field)
        self.field.textEdited.connect(self._on_edited)
        self.field.editingFinished.connect(self._on_finished)
        self.show_amount(amount)

    def show_amount(self, amount: int | None) -> None:
        """Show ``amount`` as stored; tells nobody."""
        self._stored = amount
        self.field.setText("" if amount is None else format_dong(amount))
        self._explain()

    def explain(self, hint: str) -> None:
        """Say ``hint`` under the field while there is nothing to say of the amount."""
        self._hint = hint
        self._explain()

    def amount(self) -> int | None:
        """What was typed; raises BadAmountError."""
        return parse_typed(self.field.text())

    def _on_edited(self) -> None:
        self._explain()

    def _on_finished(self) -> None:
        try:
            amount = self.amount()
        except AppError:
            return
        changed = amount != self._stored
        self.show_amount(amount)
        if changed:
            self.left.emit(amount)

    def _explain(self) -> None:
        """What the field understood, in words; or why it did not."""
        try:
            amount = self.amount()
        except AppError as error:
            self._words.setText(sentence(error))
            set_role(self._words, "error")
            set_property(self.field, "wrong", True)
            return
        set_role(self._words, "small")
        set_property(self.field, "wrong", False)
        understood = "" if amount is None or amount < LARGE else amount_words(amount)
        if amount is not None and format_dong(amount) != self.field.text():
            understood = f"= {format_dong(amount)}. {understood}"
        self._words.setText(understood or self._hint)
