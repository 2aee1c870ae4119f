"""Finds text that has less room than it needs: words of labels, buttons, heads and cells.

A label, a button, a head of a list, a cell: each is compared with what its words need.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionHeader,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.ui.widgets import mnemonics
from tests.helpers.reach import place

_WIDE = 100_000


def cut(page: QWidget) -> list[str]:
    """One line for each visible text in ``page`` that does not fit where it stands."""
    found = []
    if page.width() > page.screen().availableSize().width():
        found.append(f"{place(page)}: {page.width()} wide, wider than the screen")
    for part in page.findChildren(QWidget):
        if not part.isVisible() or part.objectName().startswith("qt_"):
            continue
        found += [f"{place(part)}: {words}" for words in _misfits(part)]
        if isinstance(part, QLabel | QAbstractButton | QComboBox | QLineEdit):
            found += _outside(part, page)
    return found


def _misfits(part: QWidget) -> Iterator[str]:
    if isinstance(part, QLabel):
        yield from _label(part)
    elif isinstance(part, QAbstractButton):
        yield from _button(part)
    elif isinstance(part, QComboBox):
        yield from _choice(part)
    elif isinstance(part, QLineEdit):
        yield from _field(part)
    elif isinstance(part, QHeaderView):
        yield from _head(part)
    elif isinstance(part, QTableView):
        yield from _cells(part)
    elif isinstance(part, QScrollArea) and part.horizontalScrollBar().maximum() > 0:
        yield f"the page is wider than its room by {part.horizontalScrollBar().maximum()}"


def _label(part: QLabel) -> Iterator[str]:
    if not part.text() or part.textFormat() is Qt.TextFormat.RichText:
        return
    room = part.contentsRect().size()
    wrap = int(Qt.TextFlag.TextWordWrap) if part.wordWrap() else 0
    yield from _fits(part.fontMetrics(), part.text(), room, wrap)


def _fits(metrics: QFontMetrics, text: str, room: QSize, flags: int) -> Iterator[str]:
    """``text`` against ``room``; a long word that cannot be broken counts as cut too."""
    width = room.width() if flags else _WIDE
    need = metrics.boundingRect(QRect(0, 0, width, _WIDE), flags, text).size()
    if not flags:
        need.setWidth(max(metrics.horizontalAdvance(line) for line in text.split("\n")))
    if need.width() > room.width() + 1 or need.height() > room.height() + 1:
        have = f"{room.width()}x{room.height()}"
        yield f"“{text}” needs {need.width()}x{need.height()}, has {have}"


def _button(part: QAbstractButton) -> Iterator[str]:
    if not part.text():
        return
    need, have = part.sizeHint(), part.size()
    if need.width() > have.width() or need.height() > have.height():
        size = f"{need.width()}x{need.height()}, has {have.width()}x{have.height()}"
        yield f"“{mnemonics.plain(part.text())}” needs {size}"


def _choice(part: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    part.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    room = part.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, part)
    yield from _fits(part.fontMetrics(), part.currentText(), room.size(), 0)


def _field(part: QLineEdit) -> Iterator[str]:
    margins = 24
    text = part.displayText() or part.placeholderText()
    need = part.fontMetrics().horizontalAdvance(text) + margins
    if need > part.width():
        yield f"“{text}” needs {need}, has {part.width()}"


def _head(part: QHeaderView) -> Iterator[str]:
    model = part.model()
    if model is None:
        return
    lies = part.orientation() is Qt.Orientation.Horizontal
    for section in range(part.count()):
        text = str(model.headerData(section, part.orientation()) or "")
        at = part.sectionViewportPosition(section)
        if part.isSectionHidden(section) or at >= (part.width() if lies else part.height()):
            continue
        option = QStyleOptionHeader()
        option.initFrom(part)
        size = part.sectionSize(section)
        option.rect = QRect(0, 0, size, part.height()) if lies else QRect(0, 0, part.width(), size)
        option.orientation = part.orientation()
        room = part.style().subElementRect(QStyle.SubElement.SE_HeaderLabel, option, part)
        yield from _fits(part.fontMetrics(), text, room.size(), 0)


def _cells(part: QTableView) -> Iterator[str]:
    model, port = part.model(), part.viewport().rect()
    for line in range(model.rowCount()):
        for column in range(model.columnCount()):
            index = model.index(line, column)
            rect = part.visualRect(index)
            text = str(index.data() or "")
            covered = part.indexWidget(index) is not None
            if not text or covered or rect.isEmpty() or not port.intersects(rect):
                continue
            option = QStyleOptionViewItem()
            part.initViewItemOption(option)
            part.itemDelegateForIndex(index).initStyleOption(option, index)
            option.rect = rect
            style = part.style()
            area = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, part)
            margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, part) + 1
            room = QSize(area.width() - 2 * margin, area.height())
            wrap = int(Qt.TextFlag.TextWordWrap) if part.wordWrap() else 0
            yield from _fits(option.fontMetrics, text, room, wrap)


def _outside(part: QWidget, page: QWidget) -> Iterator[str]:
    """Whether a part stands outside of what holds it; what can be scrolled to is inside."""
    here = part
    while here is not page and (above := here.parentWidget()) is not None:
        scrolls = isinstance(above.parentWidget(), QAbstractScrollArea)
        if not scrolls and not above.rect().contains(
            QRect(part.mapTo(above, QPoint(0, 0)), part.size())
        ):
            yield f"{place(part)}: “{_words(part)}” stands outside of its {type(above).__name__}"
            return
        if scrolls:
            return
        here = above


def _words(part: QWidget) -> str:
    return str(part.text()) if isinstance(part, QLabel | QAbstractButton | QLineEdit) else ""
