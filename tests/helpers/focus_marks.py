"""Finds parts that look the same with the keyboard as without it.

A part is drawn twice, without the focus and with it. What changed must be nearly as much as a
frame of two pixels around what is in use (three, less the line that is always there and round
corners), and stand out 3:1 from what was there.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractItemView, QApplication, QCheckBox, QRadioButton, QWidget

from app.ui.widgets.charts import YearBoxes
from tests.helpers.reach import _words, acting, place

_LEAST = 1.75
"""Pixels: how broad the change is all round."""
_SEEN = 3.0
"""Contrast between what a pixel was and what it is."""


def unmarked(page: QWidget, known: set[tuple[str, ...]]) -> Iterator[str]:
    """One line for each kind of part whose focus is hard to see; each kind is tried once."""
    page.activateWindow()
    QApplication.processEvents()
    before = page.focusWidget()
    for part in acting(page):
        kind = (type(part).__name__, part.objectName(), str(part.property("role")))
        if kind in known or not part.isEnabled() or not _whole(part):
            continue
        known.add(kind)
        if lack := _lack(part):
            yield f"{place(part)} “{_words(part)}”: {lack}"
    if before is not None:
        before.setFocus()


def _whole(part: QWidget) -> bool:
    return part.visibleRegion().boundingRect() == part.rect()


def _lack(part: QWidget) -> str:
    part.window().setFocus()
    without = _drawn(part)
    part.setFocus(Qt.FocusReason.TabFocusReason)
    if not part.hasFocus():
        return "takes no focus"
    marked = _drawn(part)
    changed = _changed(without, marked)
    frame = _frame(part)
    need = _LEAST * 2 * (frame.width() + frame.height())
    return "" if changed >= need else f"only {changed} pixels change, {need} are needed"


def _drawn(part: QWidget) -> QImage:
    """With what is behind it: some parts have no ground of their own."""
    QApplication.processEvents()
    window = part.window()
    return window.grab(QRect(part.mapTo(window, QPoint(0, 0)), part.size())).toImage()


def _frame(part: QWidget) -> QRect:
    """What is in use inside of the part: a cell, a month, the sign that is ticked."""
    if isinstance(part, QAbstractItemView):
        return (
            part.visualRect(part.currentIndex()) if part.currentIndex().isValid() else part.rect()
        )
    if isinstance(part, YearBoxes):
        return QRect(0, 0, part.width() // 13, part.height())
    if isinstance(part, QCheckBox | QRadioButton):
        return QRect(0, 0, 22, 22)
    return part.rect()


def _changed(one: QImage, other: QImage) -> int:
    """How many pixels stand out from what they were."""
    seen: dict[tuple[int, int], bool] = {}
    count = 0
    for y in range(min(one.height(), other.height())):
        for x in range(min(one.width(), other.width())):
            pair = (one.pixel(x, y), other.pixel(x, y))
            if pair[0] == pair[1]:
                continue
            if pair not in seen:
                seen[pair] = contrast(QColor(pair[0]), QColor(pair[1])) >= _SEEN
            count += seen[pair]
    return count


def contrast(one: QColor, other: QColor) -> float:
    """Between 1 and 21, as WCAG 2 reckons it."""
    light, dark = sorted((_light(one), _light(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _light(colour: QColor) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
