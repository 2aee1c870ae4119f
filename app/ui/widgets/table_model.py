"""Frozen rows as a Qt table: one model for every list.

Sorts in Python, by key, never by QVariant.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.base.text import search_key
from app.ui import theme

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head, the words of a row, and how it is ordered.

    ``tone`` gives a role of the palette for a row ("late"); words say the same beside the colour.
    """

    title: str
    text: Callable[[Any], str]
    key: Callable[[Any], Any] | None = None
    number: bool = False
    tone: Callable[[Any], str] | None = None


class TableModel(QAbstractTableModel):
    """Rows as they were given, perhaps ordered by a column or narrowed by a search."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._all: tuple[Any, ...] = ()
        self._rows: tuple[Any, ...] = ()
        self._sought = ""
        self._order: tuple[int, bool] | None = None

    def fill(self, rows: Sequence[Any]) -> None:
        """Show ``rows`` from now on."""
        self._all = tuple(rows)
        self._arrange()

    def seek(self, text: str) -> None:
        """Only rows one of whose cells has ``text``, accents left aside; "" shows all."""
        self._sought = search_key(text)
        self._arrange()

    def row_at(self, index: Index) -> Any:
        """The row behind ``index``."""
        return self._rows[index.row()]

    def rows(self) -> tuple[Any, ...]:
        """What is shown, in its order."""
        return self._rows

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and column.tone and (tone := column.tone(row)):
            return theme.colour(tone)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = self.columns[section].number
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = (column, order is Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self._arrange()

    def _arrange(self) -> None:
        self.beginResetModel()
        rows = [row for row in self._all if not self._sought or self._has(row)]
        if self._order is not None:
            column = self.columns[self._order[0]]
            rows.sort(key=column.key or column.text, reverse=self._order[1])
        self._rows = tuple(rows)
        self.endResetModel()

    def _has(self, row: Any) -> bool:
        return any(self._sought in search_key(column.text(row)) for column in self.columns)
