"""Fonts know every Vietnamese letter, icons are drawings, and each folder holds its licence."""

from __future__ import annotations

import unicodedata
from xml.etree import ElementTree

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from tests.helpers.tools import ROOT

FONTS = sorted((ROOT / "resources" / "fonts").glob("*.ttf"))
ICONS = sorted((ROOT / "resources" / "icons").glob("*.svg"))
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
VOWELS = {unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in TONES}
LETTERS = {letter for small in VOWELS | set("đ") for letter in (small, small.upper())}
SIGNS = set("0123456789.,;:()/%–—“”…•₫")


def test_the_list_of_letters_is_whole() -> None:
    assert len(LETTERS) == 146  # 12 vowels × 6 tones and đ, small and capital


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_a_font_knows_every_letter(path: object) -> None:
    known = TTFontFile(str(path)).charToGlyph
    assert [letter for letter in sorted(LETTERS | SIGNS) if ord(letter) not in known] == []


def test_faces_of_paper_and_window_are_there() -> None:
    names = {path.stem for path in FONTS}
    assert {f"LiberationSerif-{f}" for f in ("Regular", "Bold", "Italic", "BoldItalic")} <= names
    assert {f"BeVietnamPro-{f}" for f in ("Regular", "Medium", "SemiBold", "Bold")} <= names


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_an_icon_takes_the_colour_of_its_text(path: object) -> None:
    root = ElementTree.parse(str(path)).getroot()
    assert root.tag.endswith("svg")
    assert root.get("stroke") == "currentColor"


@pytest.mark.parametrize(
    "name",
    ["fonts/LICENSE-Liberation.txt", "fonts/LICENSE-BeVietnamPro.txt", "icons/LICENSE.txt"],
)
def test_what_is_not_ours_has_its_licence(name: str) -> None:
    assert (ROOT / "resources" / name).stat().st_size > 500
