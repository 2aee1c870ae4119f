"""The search box of the header: whatever is in the book or in the menu, a few letters away.

The list hangs under the box; arrows choose, Enter opens, Escape puts it away.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QWidget

from app.base.text import search_key, translate
from app.domain.labels import kind_label
from app.domain.money import format_dong
from app.domain.periods import format_day
from app.services.finding import EACH, Found

_HIT = Qt.ItemDataRole.UserRole
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True, slots=True)
class Hit:
    """A line of the list: its words, the screen it leads to and what is shown there."""

    group: str
    words: str
    screen: str
    about: object = None


def hits(text: str, found: Sequence[Found], screens: Sequence[tuple[str, str]]) -> tuple[Hit, ...]:
    """What was found in the book, then screens (name and title) and papers with ``text``."""
    from app.domain.paper_names import paper_label
    from app.services.papers import PAPERS

    sought = search_key(text)
    if not sought:
        return ()
    names = {
        "member": translate("window", "Members"),
        "loan": translate("window", "Loans"),
        "entry": translate("window", "Entries"),
    }
    leads = {"member": "members", "loan": "loans", "entry": "fund"}
    of_book = [Hit(names[x.group], found_words(x), leads[x.group], x) for x in found]
    of_menu = [
        Hit(translate("window", "Screens"), title, name)
        for name, title in screens
        if sought in search_key(title)
    ]
    of_paper = [
        Hit(translate("window", "Papers"), paper_label(name), "reports", name)
        for name in PAPERS
        if any(name == "reports" for name, _ in screens) and sought in search_key(paper_label(name))
    ]
    return (*of_book, *of_menu, *of_paper[:EACH])


def found_words(found: Found) -> str:
    """One thing of the book in a line; a name is followed by birth year and hamlet."""
    person = (found.name, found.birth_year, found.hamlet)
    parts: tuple[str, ...] = person
    if found.group == "loan" and found.on:
        parts = (found.key, *person, format_day(found.on), format_dong(found.amount))
    elif found.group == "entry" and found.on:
        what = (format_day(found.on), found.voucher, kind_label(found.kind))
        parts = (*what, format_dong(found.amount), *person, found.memo)
    return " · ".join(part for part in parts if part)


class Finder(QLineEdit):
    """``opened`` carries the Hit that was chosen."""

    opened = Signal(object)

    def __init__(self, window: QWidget, find: Callable[[str], Sequence[Hit]]) -> None:
        super().__init__()
        self._find = find
        words = translate("window", "Find (Ctrl+F)")
        self.setPlaceholderText(words)
        self.setAccessibleName(translate("window", "Find anything in the book"))
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance(words) + 40)
        self.list = QListWidget(window)
        self.list.setAccessibleName(translate("window", "What was found"))
        self.list.setFrameShape(QFrame.Shape.Box)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.hide()
        self.list.itemClicked.connect(self._open)
        self.textEdited.connect(self.seek)
        self.editingFinished.connect(self._on_left)

    def seek(self, text: str) -> None:
        """Show what ``text`` finds, the first line chosen; nothing for no text."""
        self.list.clear()
        found, group = self._find(text) if text.strip() else (), ""
        for hit in found:
            if hit.group != group:
                group = hit.group
                head = QListWidgetItem(group)
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                self.list.addItem(head)
            line = QListWidgetItem(f"    {hit.words}")
            line.setData(_HIT, hit)
            self.list.addItem(line)
        if text.strip() and not found:
            nothing = QListWidgetItem(translate("window", "Nothing found. Try other words."))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)
        self.list.setCurrentRow(1 if found else -1)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MOVES and self.list.isVisible():
            self._move(_MOVES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if (line := self.list.currentItem()) and self.list.isVisible():
                self._open(line)
        elif key == Qt.Key.Key_Escape:
            self.list.hide()
        else:
            super().keyPressEvent(event)

    def _move(self, step: int) -> None:
        row = self.list.currentRow() + step
        while 0 <= row < self.list.count():
            if self.list.item(row).data(_HIT) is not None:
                self.list.setCurrentRow(row)
                return
            row += step

    def _open(self, line: QListWidgetItem) -> None:
        hit = line.data(_HIT)
        if isinstance(hit, Hit):
            self.list.hide()
            self.clear()
            self.opened.emit(hit)

    def _on_left(self) -> None:
        if not self.hasFocus() and not self.list.underMouse():
            self.list.hide()

    def _place(self) -> None:
        """Under the box, as wide as the words need, never beyond the window."""
        above = self.list.parentWidget()
        if above is None or self.list.count() == 0:
            self.list.hide()
            return
        at = self.mapTo(above, QPoint(0, self.height() + 4))
        wide = min(max(self.width(), self.list.sizeHintForColumn(0) + 40), above.width() - 48)
        tall = sum(self.list.sizeHintForRow(row) for row in range(self.list.count())) + 8
        left = max(24, min(at.x(), above.width() - wide - 24))
        self.list.setGeometry(left, at.y(), wide, min(tall, above.height() - at.y() - 24))
        self.list.show()
        self.list.raise_()
