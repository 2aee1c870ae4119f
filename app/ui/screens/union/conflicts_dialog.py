"""Two bundles of a club side by side; the officer keeps one, with a reason that stays."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from app.base.text import translate
from app.services.conflict_page import ConflictPage, Side
from app.services.conflicts import Rival
from app.ui import theme
from app.ui.context import Context
from app.ui.screen import Page
from app.ui.screens.union import conflicts
from app.ui.screens.union.conflicts import ConflictsPresenter
from app.ui.widgets.basics import (
    EDGE,
    GAP,
    SMALL_GAP,
    Notice,
    button,
    clear,
    column,
    hairline,
    row,
    section,
    title,
)
from app.ui.widgets.fact_list import FactList
from app.ui.widgets.form import choice_field
from app.ui.widgets.reason_dialog import ReasonDialog
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.whole_table import WholeTable


class ConflictsDialog(QDialog):
    """One conflict at a time; with the last one decided there is nothing more to choose."""

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("window", "Files that contradict each other"))
        self.presenter = ConflictsPresenter(context)
        self._read_only = context.read_only
        self.choice = choice_field([])
        self.choice.setAccessibleName(translate("window", "Club"))
        self._why = Notice("", "watch")
        self._told = Notice("", "good")
        self._sides = QVBoxLayout()
        self.list = WholeTable(
            TableModel(_columns()), name=translate("window", "Both contents"), stretch=0
        )
        self._figures = section("")
        self._lay_out()
        self.reload()
        self.choice.currentIndexChanged.connect(self._show)
        theme.open_at(self, 50, 40)

    def _lay_out(self) -> None:
        page = Page()
        for part in (title(self.windowTitle()), self.choice, self._told, self._why):
            page.column.addWidget(part)
        page.column.addLayout(self._sides)
        page.column.addWidget(self._figures)
        page.column.addWidget(self.list)
        page.column.addStretch(1)
        self.keeps = tuple(self._keep_button(letter) for letter in "AB")
        foot = row(None, button(translate("window", "Back"), self.reject), *self.keeps)
        foot.setContentsMargins(EDGE, SMALL_GAP, EDGE, GAP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page, 1)
        layout.addLayout(foot)

    def reload(self) -> None:
        """Ask for the conflicts that are still open."""
        self.open_ones = self.presenter.open_ones()
        self.choice.blockSignals(True)
        self.choice.clear()
        for place, conflict in enumerate(self.open_ones):
            words = f"{conflict.club}: {conflict.one.sequence} – {conflict.other.sequence}"
            self.choice.addItem(words, place)
        self.choice.blockSignals(False)
        self._show()

    def keep(self, rival: Rival, reason: str) -> None:
        """Keep ``rival`` in the conflict that is shown; raises AppError without a reason."""
        conflict = self.open_ones[self.choice.currentIndex()]
        self.presenter.keep(conflict, rival, reason)
        self._told.say(conflicts.kept_words(conflict, rival), "good")

    def _show(self) -> None:
        clear(self._sides)
        there = bool(self.open_ones)
        for part in (self.list, self._figures, *self.keeps):
            part.setVisible(there)
        self.choice.setVisible(len(self.open_ones) > 1)
        if not there:
            words = translate("window", "No files contradict each other any more.")
            self._why.say(words, "good")
            return
        page = self.presenter.page(self.open_ones[max(0, self.choice.currentIndex())])
        self._why.say(conflicts.why_words(page), "watch")
        self._sides.addLayout(row(self._side(page.one, "A"), self._side(page.other, "B"), gap=32))
        self._figures.setText(conflicts.compared_words(page))
        self.list.table().fill(sorted(page.lines, key=lambda line: not line.differs))
        self._page: ConflictPage = page

    def _keep_button(self, letter: str) -> QPushButton:
        words = translate("window", "Keep file {letter}…").format(letter=letter)
        made = button(words, lambda: self._on_keep(letter), icon="check")
        made.setEnabled(not self._read_only)
        return made

    def _side(self, side: Side, letter: str) -> QWidget:
        name = translate("window", "File {letter}").format(letter=letter)
        facts = FactList(name)
        facts.fill(conflicts.side_facts(side))
        made = QWidget()
        made.setLayout(column(section(name), hairline(), facts))
        return made

    def _on_keep(self, letter: str) -> None:
        """Ask why, and keep what was chosen."""
        rival = (self._page.one if letter == "A" else self._page.other).rival
        name = translate("window", "Why is file {letter} the right one?").format(letter=letter)
        verb = translate("window", "Keep this one")
        dialog = ReasonDialog(name, verb, lambda why: self.keep(rival, why), self)
        if dialog.exec():
            self.reload()
        dialog.deleteLater()


def _columns() -> list[Column]:
    def tone(line: object) -> str:
        return "late" if getattr(line, "differs", False) else ""

    return [
        Column(translate("window", "Figure"), conflicts.line_name, tone=tone),
        Column("A", lambda line: conflicts.figure_words(line.one), number=True, tone=tone),
        Column("B", lambda line: conflicts.figure_words(line.other), number=True, tone=tone),
        Column(translate("window", "Difference"), conflicts.differs_words, tone=tone),
    ]
