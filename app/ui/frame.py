"""Around the screens: what has to be known before typing, above; which book this is, below."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.base.text import translate
from app.domain.money import format_dong
from app.domain.periods import format_day
from app.services import known_books
from app.ui.context import Context
from app.ui.shell import Shell
from app.ui.widgets.basics import EDGE, Notice, button, label

_BOOK = frozenset({"entry", "meeting"})


class Bar(QWidget):
    """One notice across the window, put away when it was read."""

    def __init__(self, text: str, tone: str) -> None:
        super().__init__()
        self.notice = Notice(text, tone)
        self.read = button(translate("window", "I have read this"), self.hide, role="plain")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(EDGE, 4, EDGE, 4)
        layout.addWidget(self.notice, 1)
        layout.addWidget(self.read)


class BookLine(QWidget):
    """Where the data is: file, folder, the last entry (R33)."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.words = label("", "small")
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(EDGE, 2, EDGE, 4)
        layout.addWidget(self.words)
        context.changed.connect(self._on_changed)
        self.reload()

    def reload(self) -> None:
        self.words.setText(place_words(self._context))
        self.words.setAccessibleName(self.words.text())

    def _on_changed(self, topics: frozenset[str], _initiator: object) -> None:
        if topics & _BOOK:
            self.reload()


def place_words(context: Context) -> str:
    """The file, its folder, and of a club's book how far it goes."""
    if context.path is None:
        return context.place
    known = {"file": context.path.name, "folder": str(context.path.parent)}
    if context.source is not None:
        return translate("window", "{file} · in {folder}").format(**known)
    extent = context.ask(known_books.extent)
    if extent.last is None:
        words = translate("window", "{file} · in {folder} · nothing recorded yet")
        return words.format(**known)
    words = translate("window", "{file} · in {folder} · entries: {count}, the last of {day}")
    return words.format(**known, count=format_dong(extent.entries), day=format_day(extent.last))


class Frame:
    """The notices and the book's line of one shell."""

    def __init__(self, shell: Shell, context: Context, notices: Iterable[str]) -> None:
        self._shell = shell
        self.bars: list[Bar] = []
        self.line = BookLine(context)
        shell.below.addWidget(self.line)
        for text in notices:
            self.tell(text, "watch")

    def rename(self, name: str) -> None:
        """The club has another name now."""
        header = self._shell.findChild(QLabel, "club")
        if isinstance(header, QLabel):
            header.setText(name)

    def reload(self, names: Iterable[str]) -> None:
        """Let those of the screens that were shown already ask for everything again."""
        for name in names:
            with suppress(KeyError):
                self._shell.screen_named(name).reload()

    def tell(self, text: str, tone: str = "") -> None:
        """Show a notice above the screens until it was read."""
        bar = Bar(text, tone)
        self.bars.append(bar)
        self._shell.above.addWidget(bar)
