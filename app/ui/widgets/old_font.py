"""Under a field of text: the offer to turn what was pasted from an old Word file into Unicode."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QWidget

from app.base.old_fonts import modern
from app.base.text import translate
from app.ui.widgets.basics import button

_SHOWN = 40
"""So many letters of the new text are shown on the button."""


def offer_for(field: QWidget) -> QPushButton | None:
    """A button that is seen only while ``field`` holds such text; None for no field of text."""
    if not isinstance(field, QLineEdit | QPlainTextEdit):
        return None
    offer = button("", role="plain")
    offer.setAccessibleName(translate("window", "Change from the old font"))
    offer.hide()
    offer.clicked.connect(lambda: _turn(field))
    field.textChanged.connect(lambda *_: _look(field, offer))
    return offer


def _text(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _look(field: QLineEdit | QPlainTextEdit, offer: QPushButton) -> None:
    read = modern(_text(field))
    if read:
        shown = read if len(read) <= _SHOWN else f"{read[:_SHOWN].rstrip()} …"
        words = translate("window", "Old font. Change to: {text}").format(text=shown)
        offer.setText(words.replace("\n", " ").replace("&", "&&"))
        offer.setAccessibleName(words)
    offer.setVisible(bool(read))


def _turn(field: QLineEdit | QPlainTextEdit) -> None:
    """Put the new text in place of the old; leaving the field stores it as ever."""
    read = modern(_text(field))
    if read is None:
        return
    if isinstance(field, QLineEdit):
        field.setText(read)
        field.setFocus()
        field.editingFinished.emit()
    else:
        field.setPlainText(read)
        field.setFocus()
