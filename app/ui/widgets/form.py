"""Fields one below the other: the name over the field, what is wrong under it.

A form shows and collects; what a value means is its presenter's.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.base.errors import InvalidError, Problem
from app.services.sentences import sentence
from app.ui import theme
from app.ui.widgets.basics import GAP, label, set_property
from app.ui.widgets.money_edit import MoneyEdit
from app.ui.widgets.old_font import offer_for


class Form(QWidget):
    """Named fields in one or two columns."""

    def __init__(self, columns: int = 1) -> None:
        super().__init__()
        self._columns = columns
        self._errors: dict[str, QLabel] = {}
        self._fields: dict[str, QWidget] = {}
        self._place = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(GAP)
        for number in range(columns):
            self._grid.setColumnStretch(number, 1)

    def add(
        self, name: str, text: str, field: QWidget, hint: str = "", *, wide: bool = False
    ) -> None:
        """Put ``field`` under its label ``text``; ``wide`` gives it a line of its own."""
        if not field.accessibleName() and not isinstance(field, QAbstractButton):
            field.setAccessibleName(text)
        over = label(text, "strong")
        over.setBuddy(field)
        error = label("", "error")
        error.hide()
        box = QVBoxLayout()
        box.setSpacing(4)
        box.addWidget(over)
        box.addWidget(field)
        if offer := offer_for(field):
            box.addWidget(offer)
        if isinstance(field, MoneyEdit):
            field.explain(hint)
        elif hint:
            box.addWidget(label(hint, "small"))
        box.addWidget(error)
        box.addStretch(1)
        row, column = divmod(self._place, self._columns)
        if wide and column:
            row, column = row + 1, 0
        span = self._columns if wide else 1
        self._grid.addLayout(box, row, column, 1, span)
        self._place = row * self._columns + column + span
        self._errors[name], self._fields[name] = error, field

    def accuse(self, error: InvalidError) -> list[Problem]:
        """Put each problem under its field and the focus on the first; the rest come back."""
        self.forgive()
        others: list[Problem] = []
        for problem in error.problems:
            if problem.field not in self._errors:
                others.append(problem)
                continue
            line, field = self._errors[problem.field], self._fields[problem.field]
            if line.isHidden():
                line.setText(sentence(problem))
                line.show()
                _mark(field, wrong=True)
        first = next((name for name in self._errors if not self._errors[name].isHidden()), None)
        if first:
            self._fields[first].setFocus()
        return others

    def forgive(self) -> None:
        """Take all complaints away."""
        for name, line in self._errors.items():
            line.hide()
            _mark(self._fields[name], wrong=False)


def _mark(field: QWidget, *, wrong: bool) -> None:
    """Give the field its red line, or take it away; one made of parts shows it where one types."""
    set_property(field, "wrong", wrong)
    if inner := field.focusProxy():
        set_property(inner, "wrong", wrong)


def text_field(text: str = "", placeholder: str = "") -> QLineEdit:
    made = QLineEdit(text)
    made.setPlaceholderText(placeholder)
    made.setCursorPosition(0)
    return made


def long_field(text: str = "", placeholder: str = "", lines: int = 3) -> QPlainTextEdit:
    """Several lines of prose; Tab leaves the field."""
    made = QPlainTextEdit(text)
    made.setPlaceholderText(placeholder)
    made.setTabChangesFocus(True)
    made.setFixedHeight(theme.scaled(1.05 * lines) + 28)
    return made


class OpenChoice(QComboBox):
    """A choice where something else may be typed; as wide as a field needs for its longest word."""

    _ROOM = QSize(8, 0)

    def __init__(self, choices: Iterable[tuple[str, str]], text: str = "") -> None:
        super().__init__()
        for code, word in choices:
            self.addItem(word, code)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setEditable(True)
        if text:
            self.setEditText(text)

    def sizeHint(self) -> QSize:
        return super().sizeHint() + self._ROOM

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint() + self._ROOM


def choice_field(choices: Iterable[tuple[str, str]], chosen: str = "") -> QComboBox:
    """One of several: code and word; ``currentData()`` is the code."""
    made = QComboBox()
    for code, word in choices:
        made.addItem(word, code)
    made.setCurrentIndex(max(0, made.findData(chosen)))
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return made
