"""The four faces of Liberation Serif, registered once a process, and measuring text in them.

Liberation Serif has the widths of Times New Roman, which Decree 30/2020/NĐ-CP asks for and which
may not be redistributed. ``clean`` is the one gate that every text passes on its way to paper.
"""

from __future__ import annotations

from functools import cache, lru_cache
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from app.base.paths import resource_path
from app.base.text import nfc, strip_controls

REGULAR = "LiberationSerif"
BOLD = "LiberationSerif-Bold"
ITALIC = "LiberationSerif-Italic"
BOLD_ITALIC = "LiberationSerif-BoldItalic"
_REMEMBERED = 16_384
"""The same words, days and amounts stand on paper after paper: so many are measured once."""
_DOTS_TO_WRITE_ON = 20
"""So many dots at the end of a text are a line to write on, not a pause."""

_FILES = {
    REGULAR: "LiberationSerif-Regular.ttf",
    BOLD: "LiberationSerif-Bold.ttf",
    ITALIC: "LiberationSerif-Italic.ttf",
    BOLD_ITALIC: "LiberationSerif-BoldItalic.ttf",
}


@cache
def register() -> None:
    """Make the four faces known to reportlab; costs nothing the second time."""
    for name, file_name in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(resource_path(f"fonts/{file_name}"))))
    pdfmetrics.registerFontFamily(REGULAR, REGULAR, BOLD, ITALIC, BOLD_ITALIC)


@lru_cache(_REMEMBERED)
def clean(text: str) -> str:
    """``text`` as it may be drawn: NFC, since reportlab misplaces combining marks."""
    return nfc(strip_controls(text))


def markup(text: str) -> str:
    """``text`` for a reportlab paragraph: clean and escaped, so that a name is never a tag."""
    return escape(clean(text)).replace("\n", "<br/>")


@lru_cache(_REMEMBERED)
def text_width(text: str, font: str, size: int) -> float:
    return float(pdfmetrics.stringWidth(text, font, size))


def wrap_lines(text: str, font: str, size: int, width: float) -> list[str]:
    """Break ``text`` between words into lines of at most ``width`` points.

    A word that is wider than a whole line is broken inside: nothing is ever cut off.
    """
    text = clean(text)
    if "\n" not in text and text_width(text, font, size) <= width:
        return [text]
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}" if line else word
            if text_width(longer, font, size) <= width:
                line = longer
                continue
            if line:
                lines.append(line)
            *full, line = _break_word(word, font, size, width)
            lines += full
        lines.append(line)
    return lines


def fill_dots(text: str, font: str, size: int, width: float) -> str:
    """``text`` that ends in dots to write on, with as many as reach the end of its last line."""
    words = clean(text).rstrip(".")
    if len(text) - len(words) < _DOTS_TO_WRITE_ON:
        return text
    last = wrap_lines(words, font, size, width)[-1]
    dots = int((width - text_width(last, font, size) - 1) / text_width(".", font, size))
    return words + "." * max(dots, _DOTS_TO_WRITE_ON)


def balanced_lines(text: str, font: str, size: int, width: float) -> list[str]:
    """Like ``wrap_lines``, with lines about equally long: for centred names in capitals."""
    lines = wrap_lines(text, font, size, width)
    narrower = width - 6
    while len(lines) > 1 and narrower > width / 3:
        tighter = wrap_lines(text, font, size, narrower)
        if len(tighter) > len(lines):
            break
        lines, narrower = tighter, narrower - 6
    return lines


def _break_word(word: str, font: str, size: int, width: float) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and text_width(pieces[-1] + letter, font, size) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces
