"""The small pieces every page is made of: words, buttons, rows, notices, tiles.

Gives each piece its role; how a role looks stands in ``resources/styles/app.qss``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui import theme
from app.ui.widgets import mnemonics

GAP = 16
EDGE = 24
SMALL_GAP = 8
Box = TypeVar("Box", bound=QBoxLayout)
_ON_DARK = ("next", "biggest")
_FOCUS = 3
"""Pixels: how broad the frame of what has the focus is."""


def label(text: str = "", role: str = "", *, wrap: bool = True) -> QLabel:
    """Words on the page; ``role`` is one of those of the style sheet."""
    made = QLabel(text)
    made.setWordWrap(wrap)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        set_role(made, role)
    return made


def title(text: str) -> QLabel:
    return label(text, "title")


def section(text: str) -> QLabel:
    return label(text, "section")


def set_role(widget: QWidget, role: str) -> None:
    """Change a widget's role, and its look at once."""
    set_property(widget, "role", role)


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet asks for, and dress the widget anew."""
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def button(
    text: str,
    clicked: Callable[[], object] | None = None,
    *,
    icon: str = "",
    role: str = "",
) -> QPushButton:
    """A button that says what it does. ``role``: next, biggest, plain, choice, or outlined."""
    made = _Button(text)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(True)
    if role:
        made.setProperty("role", role)
    if icon:
        value = "raised" if role in _ON_DARK else "accent"
        made.setIcon(theme.icon_beside(icon, value))
        made.setIconSize(theme.beside_size())
    if clicked is not None:
        made.clicked.connect(lambda _checked=False: clicked())
    return made


def hairline() -> QFrame:
    made = QFrame()
    made.setProperty("role", "hairline")
    return made


def row(*items: QWidget | QLayout | None, gap: int = GAP) -> QHBoxLayout:
    """Side by side; None is white space that takes what is left."""
    return _filled(QHBoxLayout(), items, gap)


def column(*items: QWidget | QLayout | None, gap: int = SMALL_GAP) -> QVBoxLayout:
    """One below the other; None is white space that takes what is left."""
    return _filled(QVBoxLayout(), items, gap)


def _filled(layout: Box, items: tuple[QWidget | QLayout | None, ...], gap: int) -> Box:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, QWidget):
            layout.addWidget(item)
        else:
            layout.addLayout(item)
    return layout


def clear(layout: QLayout) -> None:
    """Take everything out of ``layout``, and out of the window."""
    while item := layout.takeAt(0):
        if inner := item.widget():
            inner.hide()
            inner.deleteLater()
        elif deeper := item.layout():
            clear(deeper)


class _Button(QPushButton):
    """Pressed once by a key that is held down, so nothing is asked or answered twice.

    Asks for its letter when it comes into sight or says something else. Its name for a reader is
    what stands on it, so the two never differ.
    """

    def setText(self, text: str) -> None:
        super().setText(text)
        if self.isVisible():
            mnemonics.soon(self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        mnemonics.soon(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """On a filled button the frame of the focus is drawn inside, in white."""
        super().paintEvent(event)
        if self.hasFocus() and self.property("role") in _ON_DARK:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("raised"), _FOCUS))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4.5, 4.5, -4.5, -4.5), 3, 3)
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            super().keyPressEvent(event)


class Tile(QFrame):
    """A figure with its name over it and a remark under it."""

    def __init__(self, name: str, figure: str, remark: str = "", tone: str = "") -> None:
        super().__init__()
        self.setProperty("role", "tile")
        self.setAccessibleName(f"{name}: {figure} {remark}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, 12, GAP, 12)
        layout.setSpacing(2)
        layout.addWidget(label(name, "small", wrap=False))
        layout.addWidget(label(figure, "figure", wrap=False))
        if remark:
            layout.addWidget(label(remark, tone or "small", wrap=False))
        layout.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)


class Notice(QFrame):
    """A sentence that matters now, with its sign."""

    _SIGNS = {"": "info", "good": "circle-check", "watch": "triangle-alert", "late": "circle-x"}

    def __init__(
        self, text: str = "", tone: str = "", *, action: QPushButton | None = None
    ) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self._sign = QLabel()
        self._text = label("")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(12)
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._text, 1)
        self.say(text, tone)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All lines of the sentence stay in sight, however little room the page has."""
        super().resizeEvent(event)
        self._text.setMinimumHeight(max(0, self._text.heightForWidth(self._text.width())))

    def say(self, text: str, tone: str = "") -> None:
        """Show ``text``; an empty one hides the notice."""
        role = tone if tone else "accent"
        self._sign.setPixmap(theme.pixmap(self._SIGNS[tone], role, theme.beside_size().height()))
        self._text.setText(text)
        self.setAccessibleName(text)
        set_property(self, "tone", tone)
        if text and self.parentWidget() is None:
            # It comes into sight with its page: shown before that, it would be a window of its
            # own for a moment, and take the keyboard away.
            self.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
        else:
            self.setVisible(bool(text))

    def text(self) -> str:
        return self._text.text()
