"""A question whose buttons say what they do (never Yes/No), and the frame of every dialog."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui import theme
from app.ui.widgets.basics import EDGE, GAP, button, label
from app.ui.widgets.flow import FlowLayout


@dataclass(frozen=True, slots=True)
class Choice:
    """One button: the code it answers with, its verb, and perhaps the role ``next``."""

    code: str
    text: str
    role: str = ""
    icon: str = ""


class Question(QDialog):
    """Asks and waits. Closing it without a choice answers with the last choice."""

    _SIGNS = {"": "circle-help", "watch": "triangle-alert", "late": "circle-x"}

    def __init__(
        self,
        title: str,
        text: str,
        choices: list[Choice],
        parent: QWidget | None = None,
        *,
        tone: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self._answer = choices[-1].code
        sign = QLabel()
        sign.setPixmap(theme.pixmap(self._SIGNS[tone], tone or "accent", 32))
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(label(title, "section"))
        if text:
            words.addWidget(label(text))
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.setSpacing(EDGE)
        layout.addLayout(top)
        # The next step stands at the right end, where every dialog has it.
        shown = [choice for choice in reversed(choices) if choice.role != "next"]
        shown += [choice for choice in choices if choice.role == "next"]
        self.buttons = {choice.code: self._button(choice) for choice in shown}
        layout.addLayout(FlowLayout(*self.buttons.values(), right=True))
        self.setMinimumWidth(theme.scaled(26))
        first = next((c.code for c in choices if c.role == "next"), choices[0].code)
        self.buttons[first].setDefault(True)
        self.buttons[first].setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """As tall as its words need at the width it has."""
        super().showEvent(event)
        layout = self.layout()
        needed = layout.totalHeightForWidth(self.width()) if layout else 0
        self.resize(self.width(), needed or self.height())

    def answer(self) -> str:
        """Show it and wait; the code of the chosen button."""
        self.exec()
        self.deleteLater()
        return self._answer

    def _button(self, choice: Choice) -> QPushButton:
        made = button(choice.text, icon=choice.icon, role=choice.role)
        made.clicked.connect(lambda _checked=False, code=choice.code: self._on_chosen(code))
        return made

    def _on_chosen(self, code: str) -> None:
        self._answer = code
        self.accept()


def sure(
    title: str, text: str, verb: str, back: str, parent: QWidget | None, *, loses: bool = False
) -> bool:
    """Whether the user really wants what ``verb`` says; where that ``loses`` something typed, Enter
    and the filled button are the way back."""
    choices = [Choice("go", verb, role="next"), Choice("back", back)]
    if loses:
        choices = [Choice("go", verb), Choice("back", back, role="next")]
        return Question(title, text, choices, parent, tone="watch").answer() == "go"
    return Question(title, text, choices, parent).answer() == "go"
