"""Step five: the banknotes in the box, counted by face, against the book."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QIntValidator, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from app.base.text import translate
from app.domain.meetings import NOTES
from app.domain.money import format_dong
from app.ui.screen import Page, fill
from app.ui.screens.meeting.panel import Panel
from app.ui.screens.meeting.presenter import MeetingPresenter
from app.ui.widgets.basics import GAP, Notice, Tile, clear, label
from app.ui.widgets.flow import FlowLayout


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
        """Enter goes on from an empty field too, which Qt's own field takes for unfinished."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if enter and not held and not self.hasAcceptableInput():
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class CountPanel(Panel):
    """How many of each note; Enter goes to the next one."""

    def __init__(self, presenter: MeetingPresenter) -> None:
        super().__init__(presenter)
        self.fields: dict[int, NoteField] = {}
        self._sums: dict[int, QLabel] = {}
        self._tiles = FlowLayout(gap=GAP, even=True)
        self._difference = Notice("")
        self._ceiling = Notice("", "watch")
        page = Page()
        page.column.setContentsMargins(24, 4, 24, 8)
        page.column.addLayout(self._tiles)
        page.column.addWidget(self._difference)
        page.column.addWidget(self._ceiling)
        page.column.addWidget(self._notes())
        page.column.addStretch(1)
        fill(self, page)

    def reload(self) -> None:
        meeting = self.presenter.draft
        if meeting is None:
            return
        for face, field in self.fields.items():
            count = meeting.notes.get(face)
            field.setText("" if count is None else str(count))
            self._sums[face].setText(format_dong(face * (count or 0)) if count else "")
        clear(self._tiles)
        counted = format_dong(meeting.counted) if meeting.notes else "–"
        for name, figure, remark in (
            (translate("window", "Counted"), counted, translate("window", "notes in the box")),
            (
                translate("window", "In the book"),
                format_dong(meeting.cash_expected),
                translate("window", "with today's money"),
            ),
        ):
            tile = Tile(name, figure, remark)
            tile.setMinimumWidth(self.fontMetrics().horizontalAdvance("0") * 20)
            self._tiles.addWidget(tile)
        self._difference.say(*self.presenter.count_words())
        self._ceiling.say(self.presenter.ceiling_words(), "watch")

    def begin(self) -> None:
        self.fields[NOTES[0]].setFocus()

    def _notes(self) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(8)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        half = (len(NOTES) + 1) // 2
        wide = self.fontMetrics().horizontalAdvance("0")
        for place, face in enumerate(NOTES):
            line, side = place % half, place // half * 4
            name = label(format_dong(face), wrap=False)
            name.setAlignment(right)
            field = NoteField()
            field.setValidator(QIntValidator(0, 1_000_000, field))
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.setFixedWidth(wide * 7)
            field.setAccessibleName(
                translate("window", "Notes of {face}").format(face=format_dong(face))
            )
            field.editingFinished.connect(lambda face=face: self._on_left(face))
            field.returnPressed.connect(field.focusNextChild)
            sum_of = label("", "soft", wrap=False)
            sum_of.setAlignment(right)
            sum_of.setMinimumWidth(wide * 9)
            self.fields[face], self._sums[face] = field, sum_of
            for column, widget in enumerate((name, field, sum_of)):
                grid.addWidget(widget, line, side + column)
        grid.setColumnMinimumWidth(3, GAP)
        grid.setColumnStretch(7, 1)
        return box

    def _on_left(self, face: int) -> None:
        meeting = self.presenter.draft
        text = self.fields[face].text()
        count = int(text) if text else None
        if meeting is None or meeting.notes.get(face) == count:
            return
        self.presenter.count(face, count)
        self.reload()
        self.stored.emit()
