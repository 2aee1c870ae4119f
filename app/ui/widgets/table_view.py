"""A list on the screen: rows tall enough, columns wide enough, Enter opens a row.

No text is ever shortened with dots: columns are as wide as their words, one of them goes to a
second line where it must, and past that the list scrolls sideways.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.ui import theme
from app.ui.widgets.table_model import TableModel

_PADDING = 30
_FOCUS = 3
"""Pixels: how broad the frame around the row in use is."""
_LEAST = 10
"""The column that shares the room is never narrower than so many letters' heights."""


_TALLEST = 10_000
"""Pixels; no row is ever taller."""


class TableView(QTableView):
    """Shows a ``TableModel``; ``opened`` carries the row that was opened.

    ``stretch`` is the column that takes the room left over; ``empty`` says what will stand here.
    """

    opened = Signal(object)

    def __init__(self, model: TableModel, *, name: str, empty: str = "", stretch: int = 1) -> None:
        super().__init__()
        self._stretch = stretch
        self.empty = empty
        self.setAccessibleName(name)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(max(40, theme.scaled(1.65)))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._on_head_clicked)
        self._descending = False
        self._sorted = -1
        self.doubleClicked.connect(lambda index: self.opened.emit(model.row_at(index)))
        model.modelReset.connect(self.fit)
        self.setMinimumHeight(theme.scaled(5))
        self.fit()

    def table(self) -> TableModel:
        model = self.model()
        if not isinstance(model, TableModel):
            raise TypeError(model)
        return model

    def current(self) -> object | None:
        """The row the user stands on, or None."""
        index = self.currentIndex()
        return self.table().row_at(index) if index.isValid() else None

    def fit(self) -> None:
        """Give each column the width of its widest words, and the rest to one of them.

        A column that says nothing in any row is left out.
        """
        model, metrics = self.table(), self.fontMetrics()
        widths = []
        for number, column in enumerate(model.columns):
            words = [column.text(row) for row in model.rows()[:400]]
            idle = bool(words) and not any(words)
            self.setColumnHidden(number, idle)
            if idle:
                widths.append(0)
                continue
            head = max(
                (metrics.horizontalAdvance(line) for line in column.title.split("\n")), default=0
            )
            body = max((metrics.horizontalAdvance(text) for text in words), default=0)
            widths.append(max(int(head * 1.06), body) + _PADDING)
            self.setColumnWidth(number, widths[-1])
        if self._stretch < len(widths):
            left = self.viewport().width() - sum(widths)
            least = min(widths[self._stretch], max(theme.scaled(_LEAST), self._longest_word()))
            self.setColumnWidth(self._stretch, max(least, widths[self._stretch] + left))
            self._wrap(self.columnWidth(self._stretch) - _PADDING)

    def _longest_word(self) -> int:
        """What the column that shares the room can't go below: its head, and words in one piece."""
        column, metrics = self.table().columns[self._stretch], self.fontMetrics()
        words = {word for row in self.table().rows()[:400] for word in column.text(row).split()}
        head = max(metrics.horizontalAdvance(line) for line in column.title.split("\n"))
        word = max((metrics.horizontalAdvance(word) for word in words), default=0)
        return max(int(head * 1.06), word) + _PADDING

    def _wrap(self, room: int) -> None:
        """Rows whose words are longer than their column get the lines they need."""
        model, metrics = self.table(), self.fontMetrics()
        one = self.verticalHeader().defaultSectionSize()
        text = model.columns[self._stretch].text
        for number, row in enumerate(model.rows()):
            words, tall = text(row), one
            if metrics.horizontalAdvance(words) > room:
                whole = QRect(0, 0, max(1, room), _TALLEST)
                lines = metrics.boundingRect(whole, int(Qt.TextFlag.TextWordWrap), words)
                tall += lines.height() - metrics.height()
            if self.rowHeight(number) != tall:
                self.setRowHeight(number, tall)

    def choose(self, wanted: Callable[[Any], bool]) -> None:
        """Stand on the first row that is ``wanted``, in sight; where there is none, stay."""
        model = self.table()
        place = next((n for n, row in enumerate(model.rows()) if wanted(row)), None)
        if place is not None:
            self.setCurrentIndex(model.index(place, 0))
            self.scrollTo(self.currentIndex())

    def sizeHint(self) -> QSize:
        """As low as it may be: a list takes the room that is left, and never asks for more."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current() is not None:
            self.opened.emit(self.current())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard stands on a row as soon as it is here."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.table().rowCount():
            self.selectionModel().setCurrentIndex(
                self.table().index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            self._outline()
        if self.table().rowCount() == 0 and self.empty:
            painter = QPainter(self.viewport())
            painter.setPen(theme.colour("soft"))
            area = self.viewport().rect().adjusted(24, 16, -24, -16)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area, int(flags), self.empty)
            painter.end()

    def _outline(self) -> None:
        """The row the keyboard stands on, or the whole of an empty list."""
        port, index = self.viewport().rect(), self.currentIndex()
        area = self.visualRect(index) if index.isValid() else port
        area.setLeft(port.left())
        area.setRight(port.right())
        painter = QPainter(self.viewport())
        painter.setPen(QPen(theme.colour("accent"), _FOCUS))
        painter.drawRect(area.adjusted(1, 1, -2, -2))
        painter.end()

    def _on_head_clicked(self, section: int) -> None:
        self._descending = not self._descending if section == self._sorted else False
        self._sorted = section
        down = self._descending
        self.table().sort(
            section, Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        )
