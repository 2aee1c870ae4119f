"""Undo and redo in sight: two buttons, and what was taken back last."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.base.text import translate
from app.ui.screens.meeting import history
from app.ui.screens.meeting.history import Changes
from app.ui.screens.meeting.presenter import MeetingPresenter
from app.ui.widgets.basics import EDGE, button, label


class StepsBack:
    """``shown`` is told what changed, once a step was taken back or made again."""

    def __init__(
        self, screen: QWidget, presenter: MeetingPresenter, shown: Callable[[Changes], None]
    ) -> None:
        self._presenter = presenter
        self._shown = shown
        self.said = label("", "small")
        self.said.setContentsMargins(EDGE, 0, EDGE, 0)
        self.said.hide()
        self.undo = button(translate("window", "Undo"), self._on_undo, icon="undo", role="plain")
        self.redo = button(translate("window", "Redo"), self._on_redo, icon="redo", role="plain")
        for made, keys, act in (
            (self.undo, "Ctrl+Z", self._on_undo),
            (self.redo, "Ctrl+Y", self._on_redo),
        ):
            made.setToolTip(keys)
            QShortcut(QKeySequence(keys), screen).activated.connect(act)

    def reload(self, *, writable: bool) -> None:
        """Each can be pressed only where there is something to take back."""
        self._say("")
        kept = self._presenter.history
        for made, pile in ((self.undo, kept.done), (self.redo, kept.undone)):
            made.setEnabled(bool(pile) and writable)

    def _on_undo(self) -> None:
        if self._presenter.draft is not None:
            self._tell(self._presenter.undo(), translate("window", "Taken back: {what}"))

    def _on_redo(self) -> None:
        if self._presenter.draft is not None:
            self._tell(self._presenter.redo(), translate("window", "Made again: {what}"))

    def _tell(self, changes: Changes, words: str) -> None:
        if changes:
            self._shown(changes)
            what = history.words(changes, self._presenter.meeting)
            self._say(words.format(what=what))

    def _say(self, text: str) -> None:
        """On a line of its own, there only while it says something."""
        self.said.setText(text)
        self.said.setVisible(bool(text))
