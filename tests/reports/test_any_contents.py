"""Every kind of club paper with any contents: nothing lost, nothing cut, nothing over another.

No signature stands alone, and no page is empty.
"""

from __future__ import annotations

import html
import re
import tempfile
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.reports import catalogue, doc
from app.services.papers import PAPERS
from tests.helpers.tools import run_tool
from tests.reports.shaken import shaken
from tests.reports.test_golden import CASES

_LEFT, _LEFT_ACROSS, _RIGHT = 85.0, 56.7, 42.5
_TOP, _BOTTOM = 50.0, 52.0
"""Margins in points; what stands above and below is the page's own."""
_SIGNING = "(Ký,"
"""The word under who signs; over it stands the post, in capitals."""
_WORD = re.compile(
    r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>'
)
_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)


@dataclass(frozen=True)
class Word:
    left: float
    top: float
    right: float
    bottom: float
    text: str

    def covers(self, other: Word) -> bool:
        """Whether the two lie over one another by more than the air around letters."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 1 and down > 0.4 * min(self.bottom - self.top, other.bottom - other.top)


@dataclass(frozen=True)
class Page:
    width: float
    height: float
    words: list[Word]


def drawn(paper: doc.Doc) -> list[Page]:
    """Each word of a paper's PDF, and where it stands on its page."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "paper.pdf"
        target.write_bytes(catalogue.render(paper, ".pdf"))
        boxes = run_tool("pdftotext", "-bbox", "-enc", "UTF-8", target, "-")
    return [
        Page(float(width), float(height), [_word(found) for found in _WORD.findall(words)])
        for width, height, words in _PAGE.findall(boxes)
    ]


def _word(found: tuple[str, ...]) -> Word:
    left, top, right, bottom = map(float, found[:4])
    return Word(left, top, right, bottom, html.unescape(found[4]))


def said(text: str) -> Counter[str]:
    """The words of a text, without rules, room to write on and the colons behind labels."""
    words = (word.strip(".:…") for word in text.replace("|", " ").split())
    return Counter(word for word in words if word)


def over_one_another(words: list[Word]) -> list[tuple[str, str]]:
    """Words that are drawn over a neighbour's place."""
    found = []
    for at, one in enumerate(ordered := sorted(words, key=lambda word: word.top)):
        for other in ordered[at + 1 :]:
            if other.top >= one.bottom:
                break
            if one.covers(other):
                found.append((one.text, other.text))
    return found


@pytest.mark.parametrize("case", [case for case, (name, *_) in CASES.items() if name in PAPERS])
@settings(max_examples=2)
@given(seed=st.integers(0, 2**32))
def test_any_contents_are_all_there_and_in_their_places(case: str, seed: int) -> None:
    name, data, options = CASES[case]
    paper = catalogue.build(name, shaken(data, seed), options)
    pages = drawn(paper)
    text = " ".join(word.text for page in pages for word in page.words)
    assert unicodedata.is_normalized("NFC", text)
    assert not said(catalogue.render(paper, ".txt").decode()) - said(text)
    left = _LEFT_ACROSS if paper.landscape else _LEFT
    for page in pages:
        assert min(word.left for word in page.words) > left - 1
        assert max(word.right for word in page.words) < page.width - _RIGHT + 1
        assert min(word.top for word in page.words) > 0
        assert max(word.bottom for word in page.words) < page.height
        assert not over_one_another(page.words)
        assert not alone(page)


def alone(page: Page) -> bool:
    """Whether a page holds nothing, or signatures with nothing over them that is signed."""
    own = [word for word in page.words if _TOP < word.top < page.height - _BOTTOM]
    signing = min((word.top for word in own if word.text == _SIGNING), default=page.height)
    return not any(word.top < signing - 1 and not word.text.isupper() for word in own)


def test_what_lies_over_another_is_found() -> None:
    one, other = Word(0, 0, 50, 12, "một"), Word(40, 3, 90, 15, "hai")
    below = Word(0, 11, 50, 23, "ba")
    assert over_one_another([one, other, below]) == [("một", "hai")]


def test_signatures_alone_are_found() -> None:
    number, role = Word(290, 30, 300, 43, "2"), Word(100, 70, 140, 83, "KÝ")
    signing, text = Word(100, 88, 140, 99, "(Ký,"), Word(85, 20, 140, 33, "Cộng")
    assert alone(Page(595, 842, [number]))
    assert alone(Page(595, 842, [number, role, signing]))
    below = replace(text, top=60, bottom=70)
    assert not alone(
        Page(595, 842, [number, below, replace(role, top=110), replace(signing, top=128)])
    )
