"""What is put into a paper is what its PDF gives back, for any name and any amount."""

from __future__ import annotations

import dataclasses
import tempfile
import unicodedata
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain import words
from app.domain.money import format_dong
from app.domain.paper_shapes import CashBookLine
from app.reports import cash_book, doc, minutes, pdf
from app.reports.frame import PaperOptions
from tests.helpers.tools import run_tool
from tests.reports import paper_samples as papers
from tests.reports import samples

ONSETS = (
    "",
    "b",
    "c",
    "ch",
    "d",
    "đ",
    "gi",
    "h",
    "kh",
    "l",
    "ng",
    "nh",
    "ph",
    "qu",
    "th",
    "tr",
    "x",
)
RHYMES = tuple("a ă â an anh e ê ên i iên o ô ơ ông ươn u ư uyêt y".split())
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")


@st.composite
def syllables(draw: st.DrawFn) -> str:
    """A syllable as a keyboard may send it, the tone loose behind its vowel or joined."""
    onset, rhyme = draw(st.sampled_from(ONSETS)), draw(st.sampled_from(RHYMES))
    vowel = 1 if rhyme[:2] in ("iê", "ươ", "uy") else 0
    marked = rhyme[: vowel + 1] + draw(st.sampled_from(TONES)) + rhyme[vowel + 1 :]
    form = draw(st.sampled_from(("NFC", "NFD")))
    return unicodedata.normalize(form, onset + marked).capitalize()


NAMES = st.lists(syllables(), min_size=2, max_size=6).map(" ".join)
AMOUNTS = st.integers(min_value=1, max_value=10**12)
PAPER = PaperOptions()


def read_back(paper: doc.Doc) -> str:
    """The text of a paper's PDF, all white space alike; it is in NFC."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "paper.pdf"
        target.write_bytes(pdf.render(paper))
        text = run_tool("pdftotext", "-raw", "-enc", "UTF-8", target, "-")
    assert unicodedata.is_normalized("NFC", text)
    return " ".join(text.split())


@settings(max_examples=25)
@given(chair=NAMES, guests=NAMES, amount=AMOUNTS)
def test_minutes_give_back_names_and_amounts(chair: str, guests: str, amount: int) -> None:
    counted = dataclasses.replace(samples.MINUTES, chair=chair, guests=guests, cash_closing=amount)
    text = read_back(minutes.build(counted, PAPER))
    for name in (chair, guests):
        assert unicodedata.normalize("NFC", name) in text
    assert format_dong(amount) in text
    assert words.amount_sentence(amount) in text


@settings(max_examples=25)
@given(entries=st.lists(st.tuples(NAMES, AMOUNTS), min_size=1, max_size=40))
def test_a_cash_book_gives_back_every_line(entries: list[tuple[str, int]]) -> None:
    balance, lines = 0, []
    for number, (name, amount) in enumerate(entries, 1):
        balance += amount
        lines.append(
            CashBookLine(
                date(2018, 11, 1), f"T {number}/2018", "donation", amount, 0, balance, "income", "",
                0, name,
            )
        )  # fmt: skip
    book = dataclasses.replace(papers.CASH_BOOK, opening=0, lines=tuple(lines), closing=balance)
    text = read_back(cash_book.build(book, PAPER))
    for name, amount in entries:
        assert unicodedata.normalize("NFC", name) in text
        assert format_dong(amount) in text
    assert format_dong(balance) in text
