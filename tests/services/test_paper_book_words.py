"""The words a paper book may use are those that the guide lists, and the contract's."""

from __future__ import annotations

import re

import pytest

from app.base.text import language, search_key
from app.domain.fund import KINDS, Fund
from app.domain.labels import (
    fund_label,
    kind_label,
    method_label,
    poverty_label,
    presence_label,
    sex_label,
    status_label,
)
from app.domain.loans import Method
from app.domain.meetings import MeetingStatus, Presence
from app.domain.rules import RULE_KEYS
from app.services import paper_words
from tests.helpers.tools import ROOT

GUIDE = (ROOT / "app" / "services" / "PAPER_BOOK.md").read_text(encoding="utf-8")
TABLES = (
    paper_words.SHEET_WORDS,
    *paper_words.HEADER_WORDS.values(),
    paper_words.CLUB_WORDS,
    paper_words.KIND_WORDS,
    paper_words.FUND_WORDS,
    paper_words.METHOD_WORDS,
    paper_words.STATUS_WORDS,
    paper_words.PRESENCE_WORDS,
    paper_words.SEX_WORDS,
    paper_words.POVERTY_WORDS,
    paper_words.ROLE_WORDS,
)


def _listed() -> set[tuple[str, str]]:
    """Every pair of a code and a word in the guide's tables of two columns."""
    rows = re.findall(r"^\| `(\w+)` \| ([^|]+) \|$", GUIDE, re.MULTILINE)
    return {(code, search_key(word)) for code, words in rows for word in words.split(", ")}


def test_the_guide_lists_every_word_and_no_other() -> None:
    known = {
        (code, word) for table in TABLES for word, code in table.items() if word != search_key(code)
    }
    assert _listed() == known


@pytest.mark.parametrize("table", TABLES, ids=lambda table: next(iter(table)))
def test_no_word_means_two_things(table: dict[str, str]) -> None:
    assert all(table[search_key(code)] == code for code in set(table.values()))


def test_every_rule_and_kind_is_known() -> None:
    assert set(paper_words.KIND_WORDS.values()) == set(KINDS)
    assert set(RULE_KEYS) < set(paper_words.CLUB_WORDS.values())
    for name, columns in paper_words.COLUMNS.items():
        assert set(paper_words.HEADER_WORDS[name].values()) == set(columns)
        assert set(paper_words.REQUIRED_COLUMNS[name]) <= set(columns)


def test_the_words_on_screen_and_paper_are_understood() -> None:
    """What somebody copies from the program's own window or paper is read back."""
    with language("vi"):
        for label, codes, table in (
            (kind_label, KINDS, paper_words.KIND_WORDS),
            (fund_label, Fund, paper_words.FUND_WORDS),
            (method_label, Method, paper_words.METHOD_WORDS),
            (status_label, MeetingStatus, paper_words.STATUS_WORDS),
            (presence_label, Presence, paper_words.PRESENCE_WORDS),
            (sex_label, ("F", "M"), paper_words.SEX_WORDS),
            (poverty_label, ("poor", "near_poor"), paper_words.POVERTY_WORDS),
        ):
            for code in codes:
                assert table.get(search_key(label(code))) == code, label(code)
