"""Where a club that splits or merges hands over, or takes over what another club gave."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.base.errors import AppError
from app.base.paths import documents_dir
from app.base.text import translate
from app.services.sentences import sentence
from app.ui import papers
from app.ui.context import Context
from app.ui.screens.settings.succession import SuccessionPresenter, paper
from app.ui.screens.settings.succession_dialogs import GiveDialog, GiveNowDialog, TakeDialog
from app.ui.widgets.basics import GAP, Notice, button, hairline, label, section
from app.ui.widgets.flow import FlowLayout


class SuccessionPanel(QWidget):
    """Two ways: give to another club's book, or take in its file."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.presenter = SuccessionPresenter(context)
        self.give = button(
            translate("window", "Hand over to another club…"), self._on_give, icon="log-out"
        )
        self.take = button(
            translate("window", "Take over from another club…"), self._on_take, icon="download"
        )
        for made in (self.give, self.take):
            made.setEnabled(not context.read_only)
        self.told = Notice("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(section(translate("window", "When the club splits or merges")))
        column.addWidget(hairline())
        column.addWidget(
            label(
                translate(
                    "window",
                    "Members go to another club with their loans, their savings and a share of the "
                    "funds: booked here, taken over there with a file.",
                ),
                "soft",
            )
        )
        column.addLayout(FlowLayout(self.give, self.take))
        column.addWidget(self.told)

    def _on_give(self) -> None:
        asked = GiveDialog(self.presenter, self.window())
        while asked.exec():
            shown = GiveNowDialog(self.presenter, asked, self.window())
            if shown.exec():
                self.told.say(translate("window", "Handed over. Give the file to the other club."))
                papers.show(self._context, paper(shown.given), self.window())
                return

    def _on_take(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            translate("window", "The other club's file"),
            str(documents_dir()),
            translate("window", "Hand-over (*.json)"),
        )
        if chosen:
            self.take_in(Path(chosen))

    def take_in(self, source: Path) -> None:
        """Show what a file holds, and book it when the user agrees."""
        try:
            handover = self.presenter.read(source)
        except AppError as error:
            self.told.say(sentence(error), "late")
            return
        self.told.say("")
        if TakeDialog(self.presenter, handover, self.window()).exec():
            self.told.say(translate("window", "Taken over into this book."), "good")
            papers.show(self._context, paper(handover), self.window())
