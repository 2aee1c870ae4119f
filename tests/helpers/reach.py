"""Finds what a keyboard, a screen reader or an unsure hand cannot reach on a page.

Each check takes the page in sight and gives a line for each fault it finds.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTableView,
    QToolButton,
    QWidget,
)

from app.ui.widgets import mnemonics
from app.ui.widgets.charts import LineChart, StackedBar, YearBoxes

_PICTURES = (YearBoxes, LineChart, StackedBar)
_ACTING = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QAbstractItemView, YearBoxes)
_FILLED = ("next", "biggest")
_NAME, _DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description
_TABS = 400
"""So many presses of Tab go round the fullest page and more."""


def acting(page: QWidget) -> list[QWidget]:
    """What a user may act on and sees; not the inner parts that Qt makes itself."""
    return [
        part
        for part in page.findChildren(QWidget)
        if isinstance(part, _ACTING) and part.isVisible() and not _is_inner(part)
    ]


def _is_inner(part: QWidget) -> bool:
    """Also a list of what was found: it is worked from its field."""
    if isinstance(part, QHeaderView) or part.objectName().startswith("qt_"):
        return True
    if isinstance(part, QListWidget) and part.focusPolicy() is Qt.FocusPolicy.NoFocus:
        return True
    owner = part.parentWidget()
    return isinstance(owner, QComboBox | QAbstractItemView)


def unnamed(page: QWidget) -> Iterator[str]:
    """A reader says nothing, or something else than what stands there."""
    for part in acting(page):
        name = _said(part, _NAME)
        if not name.strip():
            yield f"{place(part)} has no name"
        elif isinstance(part, QAbstractButton):
            words = mnemonics.plain(part.text()).strip()
            if words and words not in name:
                yield f"{place(part)} shows “{words}” and is called “{name}”"
    for picture in page.findChildren(QWidget):
        if not isinstance(picture, _PICTURES) or not picture.isVisible():
            continue
        for kind in (_NAME, _DESCRIPTION):
            if not _said(picture, kind).strip():
                yield f"{place(picture)} does not say its {kind.name}"


def _said(part: QWidget, kind: QAccessible.Text) -> str:
    told = QAccessible.queryAccessibleInterface(part)
    return str(told.text(kind)) if told is not None else ""


def untabbed(page: QWidget) -> Iterator[str]:
    """Tab comes to everything that acts, to nothing else, and in the order of reading."""
    page.activateWindow()
    QApplication.processEvents()
    before = page.focusWidget()
    order, backwards = _round(page)
    wanted = {part for part in acting(page) if part.isEnabled()}
    for part in wanted - set(order):
        yield f"{place(part)}: Tab does not come to “{_words(part)}”"
    for part in order:
        if part not in wanted and not _scrolls(part):
            yield f"{place(part)}: Tab stops where nothing can be done"
    yield from backwards
    if before is not None:
        before.setFocus()


def _round(page: QWidget) -> tuple[list[QWidget], list[str]]:
    """Where the focus stands after each Tab, once round the page; and where it went back.

    A step is judged when it was made: pages scroll to what has the focus. A round closes with one
    step back to its beginning, wherever that is.
    """
    order: list[QWidget] = []
    back: list[str] = []
    start = _first(page)
    if start is None:
        return order, back
    start.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(_TABS):
        here = page.focusWidget()
        if here is None:
            break
        if order and _goes_back(_area(order[-1], page), _area(here, page)):
            back.append(f"Tab goes back from “{_words(order[-1])}” to “{_words(here)}”")
        if here in order:
            break
        order.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
        if page.focusWidget() is here:  # the sheet goes right with Tab, as a spreadsheet does
            QTest.keyClick(here, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    return order, back if len(back) > 1 else []


def _first(page: QWidget) -> QWidget | None:
    here = page.nextInFocusChain()
    while here is not page:
        if here.isVisibleTo(page) and here.isEnabled():
            policy = here.focusPolicy() & Qt.FocusPolicy.TabFocus
            if policy and here.focusProxy() is None:
                return here
        here = here.nextInFocusChain()
    return None


def _scrolls(part: QWidget) -> bool:
    """A text that is only read is scrolled with the keyboard."""
    return isinstance(part, QAbstractScrollArea) and not isinstance(part, QScrollArea)


def _area(part: QWidget, page: QWidget) -> QRect:
    return QRect(part.mapTo(page, QPoint(0, 0)), part.size())


def _goes_back(one: QRect, other: QRect) -> bool:
    """Up again in the same column, or left again in the same line."""
    above = other.bottom() <= one.top() and other.left() < one.right()
    level = min(one.bottom(), other.bottom()) - max(one.top(), other.top())
    same_line = level > min(one.height(), other.height()) // 2
    return above or (same_line and other.right() <= one.left())


def unfocused(page: QWidget) -> Iterator[str]:
    """A dialog that opens without the keyboard where something can be done."""
    if isinstance(page, QDialog) and page.focusWidget() not in acting(page):
        yield f"{place(page)} opens with the keyboard on {place(page.focusWidget() or page)}"


def unlettered(page: QWidget) -> Iterator[str]:
    """A button without a key of its own, or with the key of another one in sight."""
    taken: dict[str, str] = {}
    for part in acting(page):
        if not isinstance(part, QAbstractButton) or not part.text().strip():
            continue
        words = mnemonics.plain(part.text())
        letter = _letter(part.text())
        if letter and letter in taken:
            yield f"“{words}” and “{taken[letter]}” share the letter {letter}"
        elif letter:
            taken[letter] = words
        elif not _has_a_key(part, words):
            yield f"“{words}” has no letter"


def _letter(text: str) -> str:
    at = text.replace("&&", "\0\0").find("&")
    return text[at + 1].lower() if 0 <= at < len(text) - 1 else ""


def _has_a_key(part: QAbstractButton, words: str) -> bool:
    """A key of functions that stands in its words, or Ctrl and a digit in the menu."""
    return "(F" in words or (part.property("role") == "menu" and "Ctrl+" in part.toolTip())


def not_next(page: QWidget) -> Iterator[str]:
    """One filled button at most; whole, in sight without scrolling, and the biggest."""
    buttons = [part for part in acting(page) if isinstance(part, QPushButton)]
    filled = [part for part in buttons if part.property("role") in _FILLED and part.isEnabled()]
    if len(filled) > 1:
        yield "filled: " + ", ".join(f"“{mnemonics.plain(part.text())}”" for part in filled)
    for part in filled[:1]:
        if not _in_sight(part):
            yield f"the next step “{mnemonics.plain(part.text())}” is not in sight"
        for other in buttons:
            if other.height() > part.height() and _in_sight(other):
                yield f"“{mnemonics.plain(other.text())}” is higher than the next step"


def _in_sight(part: QWidget) -> bool:
    """Whether nothing of ``part`` is scrolled away."""
    above = part.parentWidget()
    while above is not None:
        if not above.rect().contains(_area(part, above)):
            return False
        above = None if above.isWindow() else above.parentWidget()
    return True


def too_small(page: QWidget) -> Iterator[str]:
    """Buttons and fields 44 pixels high, rows 40; a dialog no higher than the screen."""
    if page.height() > page.screen().availableSize().height():
        yield f"{place(page)} is {page.height()} high, higher than the screen"
    for part in acting(page):
        if isinstance(part, QPushButton | QToolButton | QComboBox | QLineEdit):
            editing = part.parentWidget() is not None and isinstance(
                part.parentWidget().parentWidget(), QAbstractItemView
            )
            if part.height() < 44 and not editing:
                yield f"“{_words(part)}” is only {part.height()} high"
        if isinstance(part, QAbstractItemView):
            if part.textElideMode() is not Qt.TextElideMode.ElideNone:
                yield f"{place(part)} shortens with dots"
            yield from _low_rows(part)


def _low_rows(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if isinstance(view, QTableView):
        heights = {view.rowHeight(row) for row in range(model.rowCount())}
    else:
        heights = {
            view.visualRect(model.index(row, 0)).height()
            for row in range(model.rowCount())
            if view.visualRect(model.index(row, 0)).isValid()
        }
    if heights and min(heights) < 40:
        yield f"{place(view)} has rows only {min(heights)} high"


def _words(part: QWidget) -> str:
    if isinstance(part, QAbstractButton) and part.text():
        return mnemonics.plain(part.text())
    return _said(part, _NAME) or place(part)


def place(part: QWidget) -> str:
    """Where a part stands: the names or kinds of what holds it."""
    names = []
    here: QWidget | None = part
    while here is not None and len(names) < 4:
        names.append(here.objectName() or type(here).__name__)
        here = here.parentWidget()
    return "/".join(reversed(names))
