"""What became of each file that was taken in, with the reason of each refusal."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.base.text import translate
from app.services.register import ImportLine, Outcome
from app.services.sentences import sentence
from app.ui import theme
from app.ui.context import Context
from app.ui.screens.union.key_dialog import KeyDialog
from app.ui.screens.union.taking import (
    Intake,
    counts_words,
    key_to_confirm,
    left_words,
    outcome_words,
    why_words,
)
from app.ui.widgets.basics import EDGE, GAP, Notice, button, row, title
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView

_TONES = {Outcome.REFUSED: "late", Outcome.CONFLICT: "watch"}
_LAST = (Outcome.REFUSED, Outcome.CONFLICT)


class TakenDialog(QDialog):
    """A line a bundle, those that need somebody first; ``hand_back`` says that the user went on to
    the receipts."""

    def __init__(self, intake: Intake, parent: QWidget | None, context: Context) -> None:
        super().__init__(parent)
        self._intake, self._context = intake, context
        self.setWindowTitle(translate("window", "What came in"))
        self.hand_back = False
        self.list = TableView(TableModel(_columns()), name=self.windowTitle(), stretch=3)
        self.list.table().fill(sorted(intake.lines, key=lambda line: line.outcome not in _LAST))
        clean = intake.files and all(line.accepted for line in intake.lines)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.setSpacing(GAP)
        layout.addWidget(title(self.windowTitle()))
        layout.addWidget(Notice(counts_words(intake), "good" if clean else "watch"))
        if intake.left:
            layout.addWidget(Notice(left_words(intake), "watch"))
        self._told = Notice("")
        layout.addWidget(self._told)
        layout.addWidget(self.list, 1)
        self.receipts = button(
            translate("window", "Receipts for the clubs…"), self._on_receipts, icon="circle-check"
        )
        self.receipts.setEnabled(any(line.accepted for line in intake.lines))
        self.key = button(translate("window", "It has a new key…"), self._on_key, icon="key-round")
        self.list.selectionModel().currentRowChanged.connect(lambda *_at: self._on_moved())
        self._on_moved()
        good = button(translate("window", "Good"), self.accept, role="next")
        layout.addLayout(row(None, self.key, self.receipts, good))
        good.setFocus()
        theme.open_at(self, 54, 26)

    def _waiting(self) -> tuple[Path, str] | None:
        """The file of the line the user stands on, if its key waits to be confirmed."""
        line = self.list.current()
        if self._context.read_only or not isinstance(line, ImportLine):
            return None
        return key_to_confirm(self._intake, line)

    def _on_moved(self) -> None:
        self.key.setEnabled(self._waiting() is not None)

    def _on_key(self) -> None:
        """The officer reads the new key's sign from paper; then the file is taken in."""
        waiting = self._waiting()
        if waiting is None:
            return
        dialog = KeyDialog(self._context, waiting[0], self, club=waiting[1])
        if dialog.exec() and dialog.confirmed is not None:
            done = translate("window", "The new key is believed, and the file was taken in.")
            why = dialog.confirmed.why
            self._told.say(sentence(why) if why else done, "watch" if why else "good")
        dialog.deleteLater()

    def _on_receipts(self) -> None:
        self.hand_back = True
        self.accept()


def _columns() -> list[Column]:
    def tone(line: ImportLine) -> str:
        return _TONES.get(line.outcome, "good")

    return [
        Column(translate("window", "File"), lambda line: line.file),
        Column(translate("window", "Club"), lambda line: line.club),
        Column(translate("window", "Outcome"), outcome_words, tone=tone),
        Column(translate("window", "Why, and what to do"), why_words),
    ]
