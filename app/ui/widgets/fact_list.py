"""Facts one below the other: what each is called on the left, what it is on the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.widgets.basics import clear, label


class FactList(QWidget):
    """Words, never added up; ``FigureList`` is for sums."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)

    def fill(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show ``facts`` from now on."""
        clear(self._grid)
        for place, (name, words) in enumerate(facts):
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(label(name, "soft"), place, 0, top)
            self._grid.addWidget(label(words), place, 1, top)
        self.setAccessibleDescription("; ".join(f"{name}: {words}" for name, words in facts))
