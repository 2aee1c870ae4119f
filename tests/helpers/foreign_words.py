"""Finds English words in the Vietnamese window: in what is seen and in what a reader says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from xml.etree import ElementTree

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTableView,
    QTableWidget,
    QTextEdit,
    QWidget,
)

from app.ui.widgets import mnemonics
from tests.helpers.tools import ROOT

_OF_BOTH = {"an", "english", "may"}
"""Words of both languages, and names; the button of the other language is in that language."""


def foreign(page: QWidget) -> Iterator[str]:
    """One line for each text of ``page`` with an English word in it."""
    for part in (page, *page.findChildren(QWidget)):
        if not part.isVisible():
            continue
        for text in texts(part):
            if words := english(text):
                yield f"{type(part).__name__} “{text}”: {', '.join(words)}"


def texts(part: QWidget) -> Iterator[str]:
    """All that ``part`` shows or lets a reader say, but for a sheet of hers in its own words."""
    yield from (part.accessibleName(), part.accessibleDescription(), part.toolTip())
    if part.isWindow():
        yield part.windowTitle()
    if isinstance(part, QLabel | QAbstractButton):
        yield mnemonics.plain(part.text())
    elif isinstance(part, QLineEdit):
        yield from (part.text(), part.placeholderText())
    elif isinstance(part, QPlainTextEdit):
        yield from (part.toPlainText(), part.placeholderText())
    elif isinstance(part, QTextEdit):
        yield part.toPlainText()
    elif isinstance(part, QComboBox):
        yield from (part.itemText(place) for place in range(part.count()))
    elif isinstance(part, QListWidget):
        yield from (part.item(place).text() for place in range(part.count()))
    elif isinstance(part, QTableView) and not isinstance(part, QTableWidget):
        model = part.model()
        for column in range(model.columnCount()):
            yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
            yield from (
                str(model.index(row, column).data() or "") for row in range(model.rowCount())
            )


def english(text: str) -> list[str]:
    """The words of ``text`` that only an English sentence has; the mark of a key is no word."""
    without_files = re.sub(r"\S*[/\\.]\w\S*", " ", text)
    without_marks = re.sub(r"\b[A-Z0-9]{4}\b", " ", without_files)
    return sorted(_lower(without_marks) & _only_english())


@cache
def _only_english() -> frozenset[str]:
    """Words of the source texts that no Vietnamese text of ours or of Qt has."""
    there: set[str] = set()
    here: set[str] = set(_OF_BOTH)
    for name in ("app_vi", "qtbase_vi"):
        for message in ElementTree.parse(ROOT / f"i18n/{name}.ts").getroot().iter("message"):
            source = message.findtext("source", "")
            target = message.find("translation")
            forms = "" if target is None else " ".join(target.itertext())
            there |= _lower(re.sub(r"\{[^{}]*\}|%\w", " ", source))
            here |= _lower(re.sub(r"\{[^{}]*\}|%\w", " ", forms))
    return frozenset(there - here)


def _lower(text: str) -> set[str]:
    plain = unicodedata.normalize("NFC", text).replace("&", "").lower()
    whole = re.findall(r"[^\W\d_]{2,}", plain)
    return {word for word in whole if word.isascii()}
