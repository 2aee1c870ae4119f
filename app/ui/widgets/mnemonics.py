"""A letter for each button in sight, so that everything can be done without a mouse.

Translations carry no ``&``: the first free letter of the button's own words is taken, so two
buttons on one screen never fight for one.
"""

from __future__ import annotations

import unicodedata

from PySide6.QtWidgets import QAbstractButton, QWidget


def give(page: QWidget, taken: str = "") -> None:
    """Give every visible button below ``page`` a letter of its own words."""
    used = set(taken.lower())
    buttons = [b for b in page.findChildren(QAbstractButton) if b.isVisibleTo(page) and b.text()]
    for made in sorted(buttons, key=lambda b: b.property("role") not in ("biggest", "next")):
        words = plain(made.text())
        place = next((i for i, letter in enumerate(words) if _usable(letter, used)), None)
        if place is None:
            made.setText(words.replace("&", "&&"))
            continue
        used.add(words[place].lower())
        before, after = (part.replace("&", "&&") for part in (words[:place], words[place:]))
        made.setText(f"{before}&{after}")


def plain(text: str) -> str:
    """A button's words without the mark of its letter."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _usable(letter: str, used: set[str]) -> bool:
    """A plain letter that every keyboard has a key for."""
    is_plain = unicodedata.normalize("NFD", letter) == letter and letter.isascii()
    return is_plain and letter.isalpha() and letter.lower() not in used
