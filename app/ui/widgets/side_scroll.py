"""A column at the side that scrolls up and down where the window is too low for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget


class SideScroll(QScrollArea):
    """Always as wide as its column's words need, with the scroll bar beside them."""

    def __init__(self, column: QWidget) -> None:
        super().__init__()
        self._column = column
        self.setWidget(column)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)

    def fit(self) -> None:
        """Take the width needed now; call when the column's words or icons have changed."""
        self._column.updateGeometry()
        need = self._column.sizeHint()
        self._column.setMinimumHeight(need.height())
        bar = self.verticalScrollBar().sizeHint().width() if need.height() > self.height() else 0
        self.setFixedWidth(need.width() + bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
