"""The frame around the screens: header, menu, and the wires between them. It decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.base.text import translate
from app.services import finding
from app.ui import theme
from app.ui.context import Context
from app.ui.finder import Finder, Hit, hits
from app.ui.navigation import Entry
from app.ui.screen import Screen
from app.ui.widgets.basics import EDGE, GAP, Notice, set_property
from app.ui.widgets.side_scroll import SideScroll

_COMPACT_BELOW = 46
"""In a window narrower than this many letters' heights the menu folds to icons with names."""
_LOW_BELOW = 30
"""In a window lower than this many letters' heights the header is thin."""


class Shell(QWidget):
    """One open book on the screen: a header, a menu, and one screen at a time."""

    def __init__(
        self, context: Context, entries: Sequence[Entry], *, club: str, practice: bool
    ) -> None:
        super().__init__()
        self.context = context
        self._entries = {entry.name: entry for entry in entries}
        self._screens: dict[str, Screen] = {}
        self._stale: set[str] = set()
        self.current = ""
        self._stack = QStackedWidget()
        self._saved = QLabel()
        self._saved.setObjectName("saved")
        self._buttons: dict[str, QToolButton] = {}
        self.help = QToolButton()
        body = QHBoxLayout()
        body.setSpacing(0)
        self._side = SideScroll(self._menu())
        body.addWidget(self._side)
        body.addLayout(self._middle(), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header(club, practice))
        if context.read_only:
            layout.addWidget(_read_only_notice(union=context.source is not None))
        layout.addLayout(body, 1)
        context.changed.connect(self._on_changed)
        context.saved.connect(self._on_saved)
        self._keys(context)

    def _middle(self) -> QVBoxLayout:
        """The screen, and room ``above`` and ``below`` it for what concerns the whole book."""
        self.above, self.below, middle = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        middle.setSpacing(0)
        middle.addLayout(self.above)
        middle.addWidget(self._stack, 1)
        middle.addLayout(self.below)
        return middle

    def show_screen(self, name: str, about: object = None) -> None:
        """Bring a screen to the front, made when it is first needed."""
        fresh = name not in self._screens
        if fresh:
            screen = self._entries[name].make(self.context)
            screen.wanted.connect(self.show_screen)
            self._screens[name] = screen
            self._stack.addWidget(screen)
        screen = self._screens[name]
        self.current = name
        if "members" in self._entries:
            self._seek.setEnabled(not screen.own_search)
        for other, line in self._buttons.items():
            line.setChecked(other == name)
        self._side.ensureWidgetVisible(self._buttons[name])
        screen.open_at(about)
        if fresh or name in self._stale or about is not None:
            self._stale.discard(name)
            screen.reload()
        self._stack.setCurrentWidget(screen)
        screen.begin()

    def screen_named(self, name: str) -> Screen:
        """The screen itself, for tests and pictures; KeyError before it was shown."""
        return self._screens[name]

    def menu_button(self, name: str) -> QToolButton:
        """The line of the menu that leads to a screen."""
        return self._buttons[name]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        compact = self.width() < theme.scaled(_COMPACT_BELOW)
        drawn = theme.icon if compact else theme.icon_beside
        shown = [(self._buttons[entry.name], entry.icon) for entry in self._entries.values()]
        for made, picture in (*shown, (self.help, "circle-help")):
            under = Qt.ToolButtonStyle.ToolButtonTextUnderIcon
            beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
            made.setToolButtonStyle(under if compact else beside)
            made.setIcon(drawn(picture, "accent"))
            made.setIconSize(QSize(20, 20) if compact else theme.beside_size())
            set_property(made, "compact", compact)
        self._side.fit()
        self._make_room()

    def _make_room(self) -> None:
        """In a low window the work comes first: a thin header, and where the book lies is told by
        the saved sign's tip and in the settings.
        """
        low = self.height() < theme.scaled(_LOW_BELOW)
        edge = 4 if low else 12
        self._head.setContentsMargins(EDGE, edge, EDGE, edge)
        items = (self.below.itemAt(place) for place in range(self.below.count()))
        for item in items:
            if item is not None and (line := item.widget()) is not None:
                line.setVisible(not low)

    def _header(self, club: str, practice: bool) -> QWidget:
        header = QWidget()
        header.setObjectName("header")
        header.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        name = QLabel(club)
        name.setObjectName("club")
        self._head = layout = QHBoxLayout(header)
        layout.setContentsMargins(EDGE, 12, EDGE, 12)
        layout.setSpacing(GAP)
        name.setWordWrap(True)
        layout.addWidget(name, 1)
        if practice:
            sign = QLabel(translate("window", "PRACTICE BOOK"))
            sign.setObjectName("practice")
            layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        if "members" in self._entries:
            layout.addWidget(self._finder())
        place = str(self.context.path.name) if self.context.path else ""
        self._saved.setText(place)
        self._saved.setToolTip(str(self.context.path or ""))
        layout.addWidget(self._saved)
        return header

    def _finder(self) -> Finder:
        """The search box; a screen with a search of its own keeps Ctrl+F to itself."""
        self.finder = Finder(self, self._hits)
        self.finder.opened.connect(lambda hit: self.show_screen(hit.screen, hit.about))
        self._seek = QShortcut(QKeySequence("Ctrl+F"), self)
        self._seek.activated.connect(self.finder.setFocus)
        return self.finder

    def _hits(self, text: str) -> tuple[Hit, ...]:
        titles = [(entry.name, entry.title()) for entry in self._entries.values()]
        return hits(text, self.context.ask(finding.find, text=text), titles)

    def _menu(self) -> QWidget:
        menu = QWidget()
        menu.setObjectName("menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(menu)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(0)
        for number, entry in enumerate(self._entries.values(), start=1):
            made = QToolButton()
            made.setText(entry.title())
            made.setAccessibleName(entry.title())
            made.setCheckable(True)
            made.setProperty("role", "menu")
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            made.setToolTip(f"Ctrl+{number}")
            made.clicked.connect(lambda _c=False, name=entry.name: self.show_screen(name))
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(lambda name=entry.name: self.show_screen(name))
            layout.addWidget(made)
            self._buttons[entry.name] = made
        layout.addStretch(1)
        layout.addWidget(self._help_button())
        return menu

    def _help_button(self) -> QToolButton:
        """Below the menu; F1 does the same."""
        self.help.setText(translate("window", "Help (F1)"))
        self.help.setAccessibleName(self.help.text())
        self.help.setProperty("role", "menu")
        self.help.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.help.clicked.connect(lambda: self.context.wished.emit("help", None))
        return self.help

    def help_topic(self) -> str:
        """What the help should speak of now."""
        return self._screens[self.current].help_topic() or self.current

    def _keys(self, context: Context) -> None:
        for keys, step in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda step=step: context.wished.emit("text_step", step))

    def _on_saved(self, moment: str) -> None:
        self._saved.setText(translate("window", "Saved {time}").format(time=moment))

    def _on_changed(self, topics: frozenset[str], initiator: object) -> None:
        """Visible and concerned: reload now. Hidden and concerned: reload when shown."""
        for name, screen in self._screens.items():
            concerned = not screen.topics or not topics or bool(screen.topics & topics)
            if screen is initiator or not concerned:
                continue
            if name == self.current:
                screen.reload()
            else:
                self._stale.add(name)


def _read_only_notice(*, union: bool) -> QWidget:
    words = (
        translate(
            "window",
            "This register can only be read where it lies. To write in it, copy its file to a "
            "folder of your own and open that one.",
        )
        if union
        else translate(
            "window",
            "This book is open in another window. Here it can only be read; nothing you do here "
            "is stored.",
        )
    )
    return Notice(words, "watch")
