"""A letter for each button in sight, so that everything can be done without a mouse.

Translations carry no ``&``: each button gets a letter of its own words, so two buttons of one
window never fight for one. Where its words have none to spare, a letter is added behind them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_lowercase, digits

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QWidget

_ASKED = "letters asked for"
_FIRST = ("biggest", "next")
"""The next step keeps its first letter, whatever else comes into sight."""
_ADDED = re.compile(r" \(&[A-Z0-9]\)$")


def soon(part: QWidget) -> None:
    """The window of ``part`` gets its letters anew, once all that changes now has changed."""
    window = part.window()
    if not window.property(_ASKED):
        window.setProperty(_ASKED, True)
        QTimer.singleShot(0, window, lambda: _now(window))


def _now(window: QWidget) -> None:
    window.setProperty(_ASKED, False)
    give(window)


def give(page: QWidget) -> None:
    """Give every visible button below ``page`` a letter; the menu has Ctrl and a digit."""
    owners: dict[str, QAbstractButton] = {}
    buttons = sorted(
        (
            made
            for made in page.findChildren(QAbstractButton)
            if made.window() is page.window()
            and made.isVisibleTo(page)
            and plain(made.text()).strip()
            and made.property("role") != "menu"
        ),
        key=lambda made: made.property("role") not in _FIRST,
    )
    for made in buttons:
        _seat(made, owners, set())
    letters = {made: letter for letter, made in owners.items()}
    spare = iter([letter for letter in ascii_lowercase + digits if letter not in owners])
    for made in buttons:
        words = plain(made.text())
        marked = _marked(words, letters[made]) if made in letters else _added(words, spare)
        if made.text() != marked:
            # Not the button's own setText, which would ask for letters again.
            QAbstractButton.setText(made, marked)


def plain(text: str) -> str:
    """A button's words without the mark of its letter."""
    return _ADDED.sub("", text).replace("&&", "\0").replace("&", "").replace("\0", "&")


def _seat(made: QAbstractButton, owners: dict[str, QAbstractButton], tried: set[str]) -> bool:
    """Whether ``made`` found a letter; one that has it already moves on if it has another."""
    for letter in _letters(made):
        if letter in tried:
            continue
        tried.add(letter)
        if letter not in owners or _seat(owners[letter], owners, tried):
            owners[letter] = made
            return True
    return False


def _letters(made: QAbstractButton) -> list[str]:
    """Those that every keyboard has a key for; what begins with its number has that."""
    words = plain(made.text())
    if words[0] in digits:
        return [words[0]]
    usable = [letter.lower() for letter in words if letter.isascii() and letter.isalpha()]
    return usable[:1] if made.property("role") in _FIRST else usable


def _marked(words: str, letter: str) -> str:
    place = next(i for i, one in enumerate(words) if one.lower() == letter)
    before, after = (_escaped(part) for part in (words[:place], words[place:]))
    return f"{before}&{after}"


def _added(words: str, spare: Iterator[str]) -> str:
    """As Windows writes it in languages without letters."""
    letter = next(spare, "")
    return f"{_escaped(words)} (&{letter.upper()})" if letter else _escaped(words)


def _escaped(words: str) -> str:
    return words.replace("&", "&&")
