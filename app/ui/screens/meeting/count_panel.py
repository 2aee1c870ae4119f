"""Step five: the banknotes in the box, counted by face, against the book."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from app.base.text import translate
from app.domain.meetings import NOTES
from app.domain.money import format_dong
from app.ui.screen import Page, fill
from app.ui.screens.meeting.panel import Panel
from app.ui.screens.meeting.presenter import MeetingPresenter
from app.ui.widgets.basics import GAP, Notice, Tile, clear, column, label
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.note_grid import NoteGrid


class CountPanel(Panel):
    """How many of each note; Enter goes to the next one."""

    def __init__(self, presenter: MeetingPresenter) -> None:
        super().__init__(presenter)
        self.notes = NoteGrid()
        self.fields = self.notes.fields
        self.notes.left.connect(self._on_left)
        self._tiles = FlowLayout(gap=GAP, even=True)
        self._difference = Notice("")
        self._ceiling = Notice("", "watch")
        self.why = QLineEdit()
        page = Page()
        page.column.setContentsMargins(24, 4, 24, 8)
        page.column.addLayout(self._tiles)
        page.column.addWidget(self._difference)
        page.column.addLayout(self._asked_why())
        page.column.addWidget(self._ceiling)
        page.column.addWidget(self.notes)
        page.column.addStretch(1)
        fill(self, page)

    def reload(self) -> None:
        meeting = self.presenter.draft
        if meeting is None:
            return
        self.notes.show_notes(meeting.notes)
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
        words, tone = self.presenter.count_words()
        self._difference.say(words, tone)
        for part in (self._why_words, self.why):
            part.setVisible(tone == "watch")
        if not self.why.hasFocus():
            self.why.setText(meeting.text.count_note)
        self._ceiling.say(self.presenter.ceiling_words(), "watch")

    def _asked_why(self) -> QVBoxLayout:
        """Where a difference is explained; out of sight while count and book agree."""
        words = translate("window", "Why does the count differ?")
        self._why_words = label(words, "strong")
        self.why.setAccessibleName(words)
        self._why_words.setBuddy(self.why)
        self.why.setPlaceholderText(
            translate("window", "For example: gave 2.000 too much change in October")
        )
        self.why.editingFinished.connect(self._on_why)
        return column(self._why_words, self.why)

    def _on_why(self) -> None:
        meeting = self.presenter.draft
        if meeting is not None and self.why.text().strip() != meeting.text.count_note:
            self.presenter.write("count_note", self.why.text())
            self.stored.emit()

    def begin(self) -> None:
        self.fields[NOTES[0]].setFocus()

    def _on_left(self, face: int) -> None:
        meeting = self.presenter.draft
        count = self.notes.notes().get(face)
        if meeting is None or meeting.notes.get(face) == count:
            return
        self.presenter.count(face, count)
        self.reload()
        self.stored.emit()
