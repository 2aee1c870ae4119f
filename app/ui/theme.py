"""How it looks: one palette, one style sheet, one type face, icons in the palette's colours.

The only place that knows a colour. Screens name roles ("next step", "late"), never values.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

from app.base.paths import resource_path

FAMILY = "Be Vietnam Pro"
_LARGEST_STEP = 18
"""The names of the six steps grow no further: they stand in one line."""


@dataclass(frozen=True, slots=True)
class Colours:
    """The palette; all text colours are at least 7:1 on ``paper``, ``raised`` and each tint."""

    paper: str = "#FBF9F5"
    raised: str = "#FFFFFF"
    text: str = "#1F2937"
    soft: str = "#434C58"
    line: str = "#D9D4C8"
    edge: str = "#6B7280"
    accent: str = "#0A5253"
    deep: str = "#073C3D"
    tint: str = "#E6EFED"
    good: str = "#14532D"
    good_tint: str = "#E7F1EA"
    watch: str = "#7A3E00"
    watch_tint: str = "#FBF0E1"
    late: str = "#8B1A1A"
    late_tint: str = "#FAEAE8"


ORDINARY = Colours()
PRACTICE = Colours(accent="#6B2D5C", deep="#4F1F44", tint="#F4E9F1", paper="#FCF8FB")

_colours = ORDINARY


def colours() -> Colours:
    """The palette in use."""
    return _colours


def colour(role: str) -> QColor:
    """One colour of the palette in use, by its role."""
    return QColor(getattr(_colours, role))


def apply(application: QApplication, *, points: int, practice: bool = False) -> None:
    """Dress the whole program; may be called again with another size or palette."""
    global _colours
    _colours = PRACTICE if practice else ORDINARY
    _load_fonts()
    application.setStyle("Fusion")
    font = QFont(FAMILY, points)
    font.setFeature(QFont.Tag("tnum"), 1)
    application.setFont(font)
    application.setPalette(_palette(_colours))
    application.setStyleSheet(_sheet(_colours, points))


def scaled(factor: float) -> int:
    """A length in pixels that grows with the text: ``factor`` times the height of a letter."""
    return round(QFontMetrics(QApplication.font()).height() * factor)


def open_at(window: QWidget, wide: float, tall: float) -> None:
    """Give ``window`` so many letters' heights of room, but never more than the screen has."""
    room = window.screen().availableSize()
    window.resize(min(scaled(wide), room.width() - 40), min(scaled(tall), room.height() - 60))


_ICON = 24


def icon(name: str, role: str = "text", size: int = 24) -> QIcon:
    """A drawing of ``resources/icons`` in a colour of the palette."""
    return QIcon(_pixmap(name, getattr(_colours, role), size))


def icon_beside(name: str, role: str = "text") -> QIcon:
    """Like ``icon``, with white at its right; to be shown in the size ``beside_size``."""
    size = beside_size()
    drawing = _pixmap(name, getattr(_colours, role), size.height())
    picture = QPixmap(size * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.drawPixmap(0, 0, drawing)
    painter.end()
    return QIcon(picture)


def beside_size() -> QSize:
    """How large an icon beside words is: the drawing, and white between it and the words."""
    side = max(_ICON, scaled(0.9))
    return QSize(side * 4 // 3, side)


def pixmap(name: str, role: str = "text", size: int = 24) -> QPixmap:
    """Like ``icon``, as a picture of ``size`` pixels."""
    return _pixmap(name, getattr(_colours, role), size)


@lru_cache(maxsize=512)
def _pixmap(name: str, value: str, size: int) -> QPixmap:
    source = resource_path(f"icons/{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", value).encode()))
    picture = QPixmap(QSize(size * 2, size * 2))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter)
    painter.end()
    picture.setDevicePixelRatio(2)
    return picture


@lru_cache(maxsize=1)
def _load_fonts() -> None:
    for weight in ("Regular", "Medium", "SemiBold", "Bold"):
        QFontDatabase.addApplicationFont(str(resource_path(f"fonts/BeVietnamPro-{weight}.ttf")))


def _palette(values: Colours) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: values.paper,
        QPalette.ColorRole.WindowText: values.text,
        QPalette.ColorRole.Base: values.raised,
        QPalette.ColorRole.AlternateBase: values.paper,
        QPalette.ColorRole.Text: values.text,
        QPalette.ColorRole.Button: values.raised,
        QPalette.ColorRole.ButtonText: values.text,
        QPalette.ColorRole.Highlight: values.accent,
        QPalette.ColorRole.HighlightedText: "#FFFFFF",
        QPalette.ColorRole.ToolTipBase: values.raised,
        QPalette.ColorRole.ToolTipText: values.text,
        QPalette.ColorRole.PlaceholderText: values.soft,
        QPalette.ColorRole.Mid: values.line,
        QPalette.ColorRole.Link: values.accent,
    }
    for role, value in roles.items():
        palette.setColor(role, QColor(value))
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
        QPalette.ColorRole.WindowText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(values.soft))
    return palette


def _sheet(values: Colours, points: int) -> str:
    sheet = resource_path("styles/app.qss").read_text(encoding="utf-8")
    tokens = {field.name: getattr(values, field.name) for field in fields(values)}
    tokens |= {
        "small_size": f"{max(11, round(points * 0.86))}pt",
        "step_size": f"{min(points, _LARGEST_STEP)}pt",
        "menu_size": f"{max(10, round(points * 0.72))}pt",
        "large_size": f"{round(points * 1.2)}pt",
        "title_size": f"{round(points * 1.5)}pt",
        "figure_size": f"{round(points * 1.45)}pt",
        "tick": f"{max(22, scaled(0.85))}px",
        "check": resource_path("icons/check.svg").as_posix(),
        "down": resource_path("icons/chevron-down.svg").as_posix(),
    }
    for name in sorted(tokens, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", tokens[name])
    return sheet
