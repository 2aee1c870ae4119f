"""A layout that puts widgets side by side and goes to the next line when one does not fit."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Left to right, then down. ``even`` shares a line among its widgets; ``right`` lets each line
    end at the right edge."""

    def __init__(
        self, *widgets: QWidget, gap: int = 12, even: bool = False, right: bool = False
    ) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._even, self._right = even, right
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, whole: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        rect = whole.marginsRemoved(margins)
        y = rect.y()
        for line in self._lines(rect.width()):
            height = max(item.sizeHint().height() for item in line)
            x = rect.x()
            used = sum(item.sizeHint().width() + self.spacing() for item in line) - self.spacing()
            spare = max(0, rect.width() - used)
            more, left = divmod(spare, len(line)) if self._even else (0, 0)
            x += spare if self._right else 0
            for place, item in enumerate(line):
                size = item.sizeHint() + QSize(more + (place < left), 0)
                if move:
                    grows = Qt.Orientation.Vertical in item.expandingDirections()
                    tall = height if self._even or grows else size.height()
                    offset = (height - tall) // 2
                    wide = min(size.width(), rect.width())
                    item.setGeometry(QRect(QPoint(x, y + offset), QSize(wide, tall)))
                x += size.width() + self.spacing()
            y += height + self.spacing()
        inner = max(0, y - rect.y() - self.spacing())
        return inner + margins.top() + margins.bottom()

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            wide = item.sizeHint().width()
            if not lines or used + self.spacing() + wide > width:
                lines.append([item])
                used = wide
            else:
                lines[-1].append(item)
                used += self.spacing() + wide
        return self._shared(lines) if self._even else lines

    @staticmethod
    def _shared(lines: list[list[QLayoutItem]]) -> list[list[QLayoutItem]]:
        """The same widgets in as many lines, about the same number in each: two and two rather
        than three and one. The first line had room for more, so each has."""
        items = [item for line in lines for item in line]
        size = -(-len(items) // len(lines)) if lines else 1
        return [items[place : place + size] for place in range(0, len(items), size)]
