"""What became of each file that was taken in, with the reason of each refusal."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.base.text import translate
from app.services.register import ImportLine, Outcome
from app.ui import theme
from app.ui.screens.union.taking import (
    Intake,
    counts_words,
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

    def __init__(self, intake: Intake, parent: QWidget | None) -> None:
        super().__init__(parent)
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
        layout.addWidget(self.list, 1)
        self.receipts = button(
            translate("window", "Receipts for the clubs…"), self._on_receipts, icon="circle-check"
        )
        self.receipts.setEnabled(any(line.accepted for line in intake.lines))
        good = button(translate("window", "Good"), self.accept, role="next")
        layout.addLayout(row(None, self.receipts, good))
        good.setFocus()
        theme.open_at(self, 54, 26)

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
