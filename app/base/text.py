"""Text as Vietnamese needs it: one form of each letter, the order of names, search without accents.

Also the doorway to translation (``translate``), re-exported here so that every layer below the
window imports its text from one module; the catalogue itself is ``app.base.catalogue``.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from app.base.catalogue import language, mark, translate, use_language, used_language

__all__ = [
    "guarded",
    "language",
    "mark",
    "name_sort_key",
    "nfc",
    "one_line",
    "search_key",
    "strip_controls",
    "title_sort_key",
    "translate",
    "unguarded",
    "use_language",
    "used_language",
]

SortKey = tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]

_LETTERS = "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_LETTERS)}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
"""huyền, hỏi, ngã, sắc, nặng; no mark is 0."""

_KEPT_CONTROLS = {"\n", "\t"}
_DANGEROUS = re.compile(r"'*[=+\-@\t]")
_GUARDED = re.compile(r"'+[=+\-@\t]")
_WORDS = re.compile(r"\d+|[^\W\d]+")
_INVISIBLE = {"\u200b", "\u200e", "\u200f", "\u2028", "\u2029", "\ufeff"}


def nfc(text: str) -> str:
    """The composed form, in which all text is stored and printed (CONTRACT 1)."""
    return unicodedata.normalize("NFC", text)


def strip_controls(text: str) -> str:
    """``text`` without control and invisible direction characters; newline and tab stay."""
    return "".join(
        letter
        for letter in text.replace("\r\n", "\n").replace("\r", "\n")
        if letter in _KEPT_CONTROLS
        or not (unicodedata.category(letter) in ("Cc", "Cs") or letter in _INVISIBLE)
    )


def one_line(text: str) -> str:
    """As a name is stored: NFC, no controls, single blanks, none at the ends."""
    return " ".join(nfc(strip_controls(text)).split())


def guarded(text: str) -> str:
    """``text`` as a CSV cell that no spreadsheet takes for a formula: an apostrophe before it."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def unguarded(text: str) -> str:
    """What ``guarded`` was given."""
    return text[1:] if _GUARDED.match(text) else text


def search_key(text: str) -> str:
    """Lower case without accents, đ as d: "Hoà", "Hòa" and "hoa" become the same."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


@lru_cache(maxsize=20_000)
def name_sort_key(name: str) -> SortKey:
    """Sorts names the Vietnamese way: given name, then family name, then the middle, left to right.

    A syllable is ordered by its letters (a ă â b c d đ e ê …) and then by its tone (ngang, huyền,
    hỏi, ngã, sắc, nặng), so "Hoà" and "Hòa" are equal. Case and punctuation do not count.
    """
    syllables = one_line(name).replace("-", " ").split()
    ordered = syllables[-1:] + syllables[:1] + syllables[1:-1] if len(syllables) > 1 else syllables
    return tuple(_syllable_key(syllable) for syllable in ordered)


@lru_cache(maxsize=20_000)
def title_sort_key(title: str) -> SortKey:
    """Sorts what is no person, left to right, numbers by value: "xóm 2" before "xóm 10"."""
    return tuple(
        ((-1, int(word)), ()) if word.isdecimal() else _syllable_key(word)
        for word in _WORDS.findall(nfc(title))
    )


def _syllable_key(syllable: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    letters: list[int] = []
    tones: list[int] = []
    for letter in nfc(syllable.casefold()):
        marks = unicodedata.normalize("NFD", letter)
        tones.extend(_TONES[mark] for mark in marks if mark in _TONES)
        base = nfc("".join(mark for mark in marks if mark not in _TONES))
        if base in _RANK:
            letters.append(_RANK[base])
        elif base.isalpha():
            letters.append(len(_LETTERS) + ord(base[0]))
    return tuple(letters), tuple(tones)
