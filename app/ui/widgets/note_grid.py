"""How many banknotes of each face there are, and what each face comes to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from app.base.text import translate
from app.domain.meetings import NOTES
from app.domain.money import format_dong
from app.ui.widgets.basics import GAP, label
from app.ui.widgets.flow import FlowLayout

_IN_A_COLUMN = 4


class NoteField(QLineEdit):
    """A count; Ctrl+Z is the meeting's where nothing is being typed here."""

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
            if (event.matches(undo) and not self.isUndoAvailable()) or (
                event.matches(redo) and not self.isRedoAvailable()
            ):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, from an empty field too; it answers no dialog by the way."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.editingFinished.emit()
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class NoteGrid(QWidget):
    """A field a face; Enter goes to the next. ``left`` carries the face whose field was left."""

    left = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[int, NoteField] = {}
        self._sums: dict[int, QLabel] = {}
        columns = FlowLayout(gap=GAP, even=True)
        self.setLayout(columns)
        for place in range(0, len(NOTES), _IN_A_COLUMN):
            columns.addWidget(self._column(NOTES[place : place + _IN_A_COLUMN]))

    def notes(self) -> dict[int, int]:
        """The faces that were counted, 0 where none lies there."""
        return {face: int(field.text()) for face, field in self.fields.items() if field.text()}

    def show_notes(self, notes: Mapping[int, int]) -> None:
        """Show ``notes`` and what each face comes to."""
        for face, field in self.fields.items():
            count = notes.get(face)
            field.setText("" if count is None else str(count))
            self._sums[face].setText(format_dong(face * count) if count else "")

    def _column(self, faces: Sequence[int]) -> QWidget:
        """Some faces under each other; the columns stand side by side while there is room."""
        column = QWidget()
        grid = QGridLayout(column)
        grid.setContentsMargins(0, 0, GAP, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(8)
        for place, face in enumerate(faces):
            for offset, widget in enumerate(self._line(face)):
                grid.addWidget(widget, place, offset)
        grid.setRowStretch(len(faces), 1)
        grid.setColumnStretch(3, 1)
        return column

    def _line(self, face: int) -> tuple[QWidget, QWidget, QWidget]:
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        wide = self.fontMetrics().horizontalAdvance("0")
        name = label(format_dong(face), wrap=False)
        name.setAlignment(right)
        name.setMinimumWidth(self.fontMetrics().horizontalAdvance(format_dong(NOTES[0])))
        field = NoteField()
        field.setValidator(QIntValidator(0, 1_000_000, field))
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setFixedWidth(wide * 7)
        field.setAccessibleName(
            translate("window", "Notes of {face}").format(face=format_dong(face))
        )
        field.editingFinished.connect(lambda: self.left.emit(face))
        sum_of = label("", "soft", wrap=False)
        sum_of.setAlignment(right)
        sum_of.setMinimumWidth(wide * 9)
        self.fields[face], self._sums[face] = field, sum_of
        return name, field, sum_of
