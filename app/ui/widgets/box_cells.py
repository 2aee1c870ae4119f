"""Cells of a list drawn as the boxes of a year: a tint, a sign, never a colour alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui import theme
from app.ui.widgets.table_model import TableModel

_TINTED = ("good", "watch", "late")


class BoxCells(QStyledItemDelegate):
    """``tone`` gives the palette's role of a row's box, by the number of the column."""

    def __init__(self, tone: Callable[[Any, int], str], parent: QObject) -> None:
        super().__init__(parent)
        self._tone = tone

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model = index.model()
        if not isinstance(model, TableModel):
            raise TypeError(model)
        tone = self._tone(model.row_at(index), index.column())
        ink = theme.colour(tone if tone in _TINTED else "soft")
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.fillRect(option.rect, theme.colour("tint"))
        side = min(option.rect.width(), option.rect.height(), theme.scaled(1.7)) - 8
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(option.rect).center())
        painter.setPen(QPen(ink if tone in _TINTED else theme.colour("line"), 1))
        painter.setBrush(theme.colour(f"{tone}_tint" if tone in _TINTED else "raised"))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(ink)
        painter.setFont(option.font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(index.data() or ""))
        painter.restore()
