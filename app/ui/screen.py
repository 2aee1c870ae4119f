"""What every screen is: a page in the frame that knows its topics and can show itself anew."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.context import Context
from app.ui.widgets.basics import EDGE, GAP
from app.ui.widgets.scroll_page import ScrollPage


class Screen(QWidget):
    """``wanted`` asks the frame for another screen: its name and what it should show.

    ``topics`` are the tables whose change makes the screen stale; empty means all of them.
    """

    wanted = Signal(str, object)
    topics: ClassVar[frozenset[str]] = frozenset()
    own_search: ClassVar[bool] = False
    """Whether Ctrl+F searches this screen and not the whole book."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context

    def reload(self) -> None:
        """Ask for everything again and show it."""
        raise NotImplementedError

    def open_at(self, about: object) -> None:
        """Show what another screen sent the user for; None for nothing in particular."""

    def help_topic(self) -> str:
        """The help about what is in front now; empty for the topic of the screen's own name."""
        return ""

    def begin(self) -> None:
        """Put the focus where work starts."""
        self.setFocus()


class Page(ScrollPage):
    """A column of pieces with white around it; scrolls when the window is too low."""

    def __init__(self, *, edge: int = EDGE) -> None:
        inner = QWidget()
        super().__init__(inner)
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(edge, edge, edge, edge)
        self.column.setSpacing(GAP)


def fill(screen: QWidget, page: QWidget) -> None:
    """Let ``page`` take the whole of ``screen``."""
    layout = QVBoxLayout(screen)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(page)
