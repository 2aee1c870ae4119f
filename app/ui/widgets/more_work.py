"""A button behind which rarer work waits, so that a screen shows what is done each month."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.base.text import translate
from app.ui import theme
from app.ui.widgets.basics import button


class MoreWork:
    """Put ``button`` on the screen; its menu opens below it, and each line has its letter."""

    def __init__(self) -> None:
        self.button = button(translate("window", "Other work"), self._on_open, icon="chevron-down")
        self.menu = QMenu(self.button)
        self._letters: set[str] = set()

    def add(self, words: str, icon: str, do: Callable[[], object]) -> QAction:
        """A line of the menu."""
        action = self.menu.addAction(theme.icon(icon, "accent"), self._lettered(words))
        action.triggered.connect(lambda _checked=False: do())
        return action

    def _on_open(self) -> None:
        self.menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def _lettered(self, words: str) -> str:
        for place, one in enumerate(words):
            if one.isascii() and one.isalpha() and one.lower() not in self._letters:
                self._letters.add(one.lower())
                return f"{words[:place]}&{words[place:]}"
        return words
