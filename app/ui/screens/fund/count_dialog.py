"""The cash counted today, without a meeting: note by note, against the book."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.base.text import translate
from app.domain.money import format_dong
from app.ui import theme
from app.ui.screens.fund.presenter import FundPresenter
from app.ui.widgets.basics import Notice
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.form import text_field
from app.ui.widgets.note_grid import NoteGrid

_TWO_COLUMNS = 27
"""Heights of a letter in which two columns of notes stand side by side."""


class CountDialog(FormDialog):
    """Nothing is recorded while count and book agree; a difference is, with why there is one."""

    def __init__(self, presenter: FundPresenter, parent: QWidget | None) -> None:
        self._presenter = presenter
        self.notes = NoteGrid()
        self.why = text_field(
            "", translate("window", "For example: gave 2.000 too much change in October")
        )
        super().__init__(
            translate("window", "Count the cash"),
            translate("window", "Record the count"),
            lambda: presenter.count(self.notes.notes(), self.why.text()),
            parent,
            back=translate("window", "Back"),
        )
        self.found = Notice("")
        self.notes.setMinimumWidth(theme.scaled(_TWO_COLUMNS))
        self.body.insertWidget(1, self.notes)
        self.form.add("why", translate("window", "Why does the count differ?"), self.why)
        self.always_in_sight(self.found)
        self.notes.left.connect(lambda _face: self._compare())
        self._compare()
        self.fit()
        next(iter(self.notes.fields.values())).setFocus()

    def _compare(self) -> None:
        """Say what was counted, what the book says, and how far they are apart."""
        notes = self.notes.notes()
        self.notes.show_notes(notes)
        counted, in_book, apart = self._presenter.compared(notes)
        words = translate("window", "Counted {counted} · in the book {in_book}").format(
            counted=format_dong(counted), in_book=format_dong(in_book)
        )
        if not notes:
            self.found.say(words)
        elif apart:
            more = translate("window", "too much {amount}")
            less = translate("window", "missing {amount}")
            told = (more if apart > 0 else less).format(amount=format_dong(abs(apart)))
            self.found.say(f"{words} · {told}", "watch")
        else:
            agree = translate("window", "The count and the book agree.")
            self.found.say(f"{words}. {agree}", "good")
