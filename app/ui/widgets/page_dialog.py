"""A dialog that shows one thing and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QLayout, QPushButton, QVBoxLayout, QWidget

from app.ui import theme
from app.ui.widgets.basics import EDGE, GAP, label, row
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.scroll_page import ScrollPage


class PageDialog(QDialog):
    """A heading and parts one below the other, which scroll where the screen is low; below them,
    always in sight, what can be done on the left and the way out on the right.
    """

    def __init__(self, heading: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        inner = QWidget()
        self._body = QVBoxLayout(inner)
        self._body.setContentsMargins(EDGE, EDGE, EDGE, GAP)
        self._body.setSpacing(GAP)
        self._body.addWidget(label(heading, "title"))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(ScrollPage(inner), 1)

    def show_parts(self, *parts: QWidget | QLayout) -> None:
        """Put ``parts`` below the heading; lists take the room that is left."""
        for part in parts:
            if isinstance(part, QLayout):
                self._body.addLayout(part)
            else:
                self._body.addWidget(part, int(isinstance(part, QAbstractItemView)))
        if not any(isinstance(part, QAbstractItemView) for part in parts):
            self._body.addStretch(1)

    def offer(self, *acts: QPushButton, out: QPushButton, wide: float, tall: float) -> None:
        """Put the buttons below, ``out`` apart from the others; the size in letters' heights."""
        foot = row(gap=GAP)
        foot.setContentsMargins(EDGE, 0, EDGE, EDGE)
        foot.addLayout(FlowLayout(*acts), 1)
        foot.addWidget(out, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self._layout.addLayout(foot)
        theme.open_at(self, wide, tall)
