"""The help beside the work: one window that shows the topic of where the user is (F1)."""

from __future__ import annotations

from html import escape
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QTextBrowser, QVBoxLayout, QWidget

from app.base.paths import documents_dir
from app.base.text import translate
from app.domain import help_topics as shapes
from app.domain.help_topics import Advice, Points, Steps, Topic, Words
from app.services import help_topics
from app.ui import theme
from app.ui.widgets.basics import EDGE, button, row

_WIDTH, _HEIGHT = 34, 40
"""Size of the window in letters' heights, so that it grows with the text."""
_EDGE_OF_TEXT = 48
"""What a picture leaves free of the window's width, in pixels."""


class HelpWindow(QDialog):
    """Stays open beside the work; Esc or F1 closes it."""

    def __init__(self, parent: QWidget, about: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("window", "Help"))
        self.choice = QComboBox()
        self.choice.setAccessibleName(translate("window", "Help about"))
        for name in help_topics.beside(about):
            self.choice.addItem(help_topics.topic(name).title, name)
        self.text = QTextBrowser()
        self.text.document().setDocumentMargin(12)
        self.text.setAccessibleName(translate("window", "Help"))
        self.choice.setCurrentIndex(max(self.choice.findData(about), 0))
        self.choice.currentIndexChanged.connect(self._on_chosen)
        self.save = button(
            translate("window", "Handbook to print…"), self._on_handbook, icon="book-open"
        )
        close = button(translate("window", "Close the help"), self.reject, role="plain")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, 16, EDGE, 16)
        layout.addWidget(self.choice)
        layout.addWidget(self.text, 1)
        layout.addLayout(row(close, None, self.save))
        QShortcut(QKeySequence("F1"), self).activated.connect(self.reject)
        area = parent.screen().availableGeometry()
        self.resize(
            min(theme.scaled(_WIDTH), area.width() - 40),
            min(theme.scaled(_HEIGHT), area.height() - 60),
        )
        self._on_chosen()
        self.text.setFocus()

    def _on_chosen(self) -> None:
        topic = help_topics.topic(self.choice.currentData())
        self.text.setHtml(html(topic, self.width() - 2 * EDGE - _EDGE_OF_TEXT))

    def _on_handbook(self) -> None:
        name = translate("window", "handbook") + ".pdf"
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            translate("window", "Handbook to print"),
            str(documents_dir() / name),
            translate("window", "Paper (*.pdf)"),
        )
        if chosen:
            out = Path(chosen)
            out.unlink(missing_ok=True)
            help_topics.write_handbook(out)


def html(topic: Topic, width: int) -> str:
    """What the topic says as the rich text of Qt; pictures are ``width`` pixels wide."""
    return "".join(_part(part, width) for part in topic.parts)


def _part(part: shapes.Part, width: int) -> str:
    match part:
        case Words(text, lead):
            strong = f"<b>{escape(lead)}</b> " if lead else ""
            return f"<p>{strong}{_marked(text)}</p>"
        case Steps(items):
            return f"<ol>{_items(items)}</ol>"
        case Points(items):
            return f"<ul>{_items(items)}</ul>"
        case Advice(text):
            return f"<p><i>{_marked(text)}</i></p>"
        case shapes.Picture(name):
            address = help_topics.picture(name).as_uri()
            said = escape(translate("window", "Picture of this screen"))
            return f'<p><img src="{address}" width="{width}" alt="{said}"></p>'


def _items(items: tuple[str, ...]) -> str:
    return "".join(f"<li>{_marked(item)}</li>" for item in items)


def _marked(text: str) -> str:
    return shapes.marked(escape(text, quote=False), "<b>", "</b>")
