"""A sum worked out in the open: a line for each figure, what it is called and how much it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.money import format_dong
from app.ui.figures import FigureLine
from app.ui.widgets.basics import clear, hairline, label


class FigureList(QWidget):
    """Words on the left, amounts one below the other on the right."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._lines: tuple[FigureLine, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)

    def fill(self, lines: Sequence[FigureLine]) -> None:
        """Show ``lines`` from now on."""
        clear(self._grid)
        self._lines = tuple(lines)
        place = 0
        for line in lines:
            if line.strong:
                self._grid.addWidget(hairline(), place, 0, 1, 2)
                place += 1
            role = "strong" if line.strong else ""
            amount = label(format_dong(line.amount), role, wrap=False)
            amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label(line.words, role), place, 0)
            self._grid.addWidget(amount, place, 1)
            place += 1

    def lines(self) -> tuple[FigureLine, ...]:
        """What is shown now."""
        return self._lines
