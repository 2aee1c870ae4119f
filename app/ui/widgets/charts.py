"""Pictures where people would rather look: the year in boxes, a line, bars, a stacked bar.

Each says its figures in words as its accessible description; colours never stand alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.money import format_dong
from app.ui import theme


@dataclass(frozen=True, slots=True)
class Box:
    """A month of the year: its number, its sign, its word, the palette's role, and a remark that
    stands beside the sign where it has room."""

    number: int
    sign: str
    word: str
    tone: str
    note: str = ""

    def told(self) -> str:
        """The box for a screen reader."""
        return f"{self.number}: {self.word}" + (f" ({self.note})" if self.note else "")


class YearBoxes(QWidget):
    """Twelve boxes that can be clicked; ``chosen`` carries the month's number."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._boxes: tuple[Box, ...] = ()
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fill(self, boxes: Sequence[Box], name: str) -> None:
        self._boxes = tuple(boxes)
        self.setAccessibleName(name)
        self.setAccessibleDescription(", ".join(box.told() for box in self._boxes))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(24), theme.scaled(2.9))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(18), theme.scaled(2.9))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and self._boxes:
            self._current = (self._current + step) % len(self._boxes)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self._boxes[self._current].number)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for place, _ in enumerate(self._boxes):
            if self._rect(place).contains(event.position()):
                self._current = place
                self.update()
                self.chosen.emit(self._boxes[place].number)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, box in enumerate(self._boxes):
            self._draw(painter, self._rect(place), box)
            if self.hasFocus() and place == self._current:
                painter.setPen(QPen(theme.colour("text"), 3))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(self._rect(place).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _draw(self, painter: QPainter, rect: QRectF, box: Box) -> None:
        tint = f"{box.tone}_tint"
        ground = theme.colour(tint) if box.tone in ("good", "watch", "late") else QColor("#FFFFFF")
        if box.tone == "accent":
            ground = theme.colour("tint")
        ink = theme.colour(box.tone if box.tone != "soft" else "soft")
        pen = QPen(ink if box.tone != "soft" else theme.colour("line"), 1)
        painter.setPen(pen)
        painter.setBrush(ground)
        painter.drawRoundedRect(rect, 6, 6)
        painter.setPen(ink)
        half = rect.height() / 2
        font = painter.font()
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        upper = QRectF(rect.x(), rect.y() + 4, rect.width(), half)
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, str(box.number))
        lower = QRectF(rect.x(), rect.y() + half, rect.width(), half - 4)
        whole = f"{box.sign} {box.note}".strip()
        fits = painter.fontMetrics().horizontalAdvance(whole) <= rect.width() - 8
        painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, whole if fits else box.sign)

    def _rect(self, place: int) -> QRectF:
        gap = 6
        wide = (self.width() - gap * 11) / 12
        return QRectF(place * (wide + gap) + 0.5, 0.5, wide - 1, self.height() - 1)


class LineChart(QWidget):
    """One figure over time: a line on a ground, first and last value written beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._points: tuple[tuple[str, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def fill(self, points: Sequence[tuple[str, int]], name: str) -> None:
        """``points``: words of the day and the amount, the earliest first."""
        self._points = tuple(points)
        self.setAccessibleName(name)
        said = [f"{when}: {format_dong(amount)}" for when, amount in self._points]
        self.setAccessibleDescription(", ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(16), theme.scaled(3.8))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(12), theme.scaled(3.6))

    def paintEvent(self, event: QPaintEvent) -> None:
        if len(self._points) < 2:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = painter.font()
        font.setPointSizeF(max(11.0, font.pointSizeF() * 0.82))
        painter.setFont(font)
        text_height = painter.fontMetrics().height()
        area = QRectF(6, text_height + 6, self.width() - 12, self.height() - 2 * text_height - 14)
        line = self._line(area)
        ground = QPainterPath()
        ground.addPolygon(line)
        ground.lineTo(area.bottomRight())
        ground.lineTo(area.bottomLeft())
        painter.fillPath(ground, theme.colour("tint"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setPen(QPen(theme.colour("accent"), 2.5))
        painter.drawPolyline(line)
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(line.last(), 4, 4)
        self._write(painter, area, text_height)
        painter.end()

    def _write(self, painter: QPainter, area: QRectF, height: int) -> None:
        painter.setPen(theme.colour("soft"))
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        foot = QRectF(6, area.bottom() + 4, area.width(), height)
        painter.drawText(foot, left, self._points[0][0])
        painter.drawText(foot, right, self._points[-1][0])
        head = QRectF(6, 0, area.width(), height)
        painter.drawText(head, left, format_dong(self._points[0][1]))
        painter.setPen(theme.colour("text"))
        painter.drawText(head, right, format_dong(self._points[-1][1]))

    def _line(self, area: QRectF) -> QPolygonF:
        top = max(amount for _, amount in self._points) or 1
        low = min(0, *(amount for _, amount in self._points))
        step = area.width() / (len(self._points) - 1)
        places = [
            QPointF(
                area.x() + number * step,
                area.bottom() - area.height() * ((amount - low) / ((top - low) or 1)),
            )
            for number, (_, amount) in enumerate(self._points)
        ]
        return QPolygonF(places)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a stacked bar."""

    word: str
    amount: int
    tone: str


class StackedBar(QWidget):
    """Parts of a whole side by side, each with its word and figure below."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[Part, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fill(self, parts: Sequence[Part], name: str) -> None:
        self._parts = tuple(part for part in parts if part.amount)
        self.setAccessibleName(name)
        said = [f"{part.word}: {format_dong(part.amount)}" for part in self._parts]
        self.setAccessibleDescription(", ".join(said))
        self.setVisible(bool(self._parts))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(20), theme.scaled(1))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = sum(part.amount for part in self._parts)
        x = 0.0
        for part in self._parts:
            wide = self.width() * (part.amount / whole)
            painter.fillRect(
                QRectF(x, 0, max(2.0, wide - 2), self.height()), theme.colour(part.tone)
            )
            x += wide
        painter.end()


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of a whole: what stands under the bar and over it, and both numbers."""

    under: str
    over: str
    part: int
    whole: int


class Bars(QWidget):
    """Parts of a whole over time, the newest on the right; as many as can be read at its width."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fill(self, bars: Sequence[Bar], name: str) -> None:
        """``bars``: the earliest first; a bar is as high as its part is of its whole."""
        self._bars = tuple(bars)
        self.setAccessibleName(name)
        said = (f"{bar.under}: {bar.part}/{bar.whole}" for bar in self._bars)
        self.setAccessibleDescription(", ".join(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(16), theme.scaled(5))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(10), theme.scaled(5))

    def shown(self) -> tuple[Bar, ...]:
        """The bars that have room for their words: the newest ones."""
        metrics = self.fontMetrics()
        words = (max(bar.under, bar.over, key=metrics.horizontalAdvance) for bar in self._bars)
        widest = max((metrics.horizontalAdvance(word) for word in words), default=1)
        room = max(1, self.width() // (widest + 10))
        return self._bars[-room:]

    def paintEvent(self, event: QPaintEvent) -> None:
        bars = self.shown()
        if not bars:
            return
        painter = QPainter(self)
        line = painter.fontMetrics().height()
        wide = min(self.width() / len(bars), line * 3.0)
        ground = QRectF(0, line + 2, self.width(), self.height() - 2 * line - 6)
        for place, bar in enumerate(bars):
            column = QRectF(place * wide, ground.y(), wide - 6, ground.height())
            self._draw(painter, column, bar, line)
        painter.end()

    def _draw(self, painter: QPainter, column: QRectF, bar: Bar, line: int) -> None:
        high = column.height() * (bar.part / bar.whole if bar.whole else 0)
        painter.fillRect(column, theme.colour("tint"))
        filled = QRectF(column.x(), column.bottom() - high, column.width(), high)
        painter.fillRect(filled, theme.colour("accent"))
        painter.setPen(theme.colour("text"))
        centre = Qt.AlignmentFlag.AlignCenter
        painter.drawText(QRectF(column.x(), 0, column.width(), line), centre, bar.over)
        under = QRectF(column.x(), column.bottom() + 2, column.width(), line)
        painter.drawText(under, centre, bar.under)
