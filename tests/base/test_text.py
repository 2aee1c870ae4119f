"""Vietnamese text: one form, the order of names, search without accents."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.base import text
from tests.helpers.tools import DATA

NAMES = (DATA / "name_sort.txt").read_text(encoding="utf-8").split("\n")[:-1]


def test_names_in_the_published_order() -> None:
    shuffled = random.Random(4).sample(NAMES, len(NAMES))
    assert sorted(shuffled, key=text.name_sort_key) == NAMES


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Trần Văn An", "Nguyễn Thị Bình"),  # given name before family name
        ("Lê Thị Hoa", "Lê Thị Hoà"),  # tone after letters
        ("Lê Thị Hoà", "An Văn Hóa"),  # the given name's tone before the family name
        ("Hà Thị Hoa", "Lê Thị Hoa"),
        ("Lê Thị Ngọc Hoa", "Lê Văn An Hoa"),  # then the middle, left to right
        ("Lê Thị Dung", "Lê Thị Đào"),
        ("Ma Thị La", "Ma Thị Lan"),
    ],
)
def test_one_name_before_another(first: str, second: str) -> None:
    assert text.name_sort_key(first) < text.name_sort_key(second)


def test_both_ways_to_place_a_tone_are_equal() -> None:
    assert text.name_sort_key("Lê Thị Hoà") == text.name_sort_key("Lê Thị Hòa")


def test_spelling_and_case_do_not_change_the_order() -> None:
    loose = unicodedata.normalize("NFD", "  lê  thị HOÀ ")
    assert text.name_sort_key(loose) == text.name_sort_key("Lê Thị Hoà")


def test_letters_of_other_scripts_come_last() -> None:
    assert text.name_sort_key("Lê Zy") < text.name_sort_key("Lê Ωmega")


@pytest.mark.parametrize("name", ["", "   ", "-", "…"])
def test_no_name_sorts_first(name: str) -> None:
    assert text.name_sort_key(name) < text.name_sort_key("An")


@pytest.mark.parametrize("typed", ["hoa", "Hoa", "Hòa", "Hoà", "HÓA", "hoạ"])
def test_search_finds_every_hoa(typed: str) -> None:
    assert text.search_key(typed) == "hoa"


def test_search_takes_d_for_đ() -> None:
    assert text.search_key("  Đỗ   Thị Đào ") == "do thi dao"


@given(st.text())
def test_search_key_is_a_fixed_point(typed: str) -> None:
    once = text.search_key(typed)
    assert text.search_key(once) == once


@given(st.text())
def test_one_line_is_clean_and_composed(typed: str) -> None:
    line = text.one_line(typed)
    assert line == text.one_line(line) == text.nfc(line)
    assert not set(line) & {"\n", "\t", "\r", "\x00", "\u200b"}


def test_controls_go_and_line_breaks_stay() -> None:
    assert text.strip_controls("a\x00b\x07\u200b\ufeffc\r\nd\te\rf") == "abc\nd\te\nf"


def test_clubs_stand_in_the_order_of_their_numbers() -> None:
    titles = [f"CLB Liên thế hệ tự giúp nhau xóm {which}" for which in ("10", "2", "Đồng", "1")]
    ordered = sorted(titles, key=text.title_sort_key)
    assert [title.rpartition(" ")[2] for title in ordered] == ["1", "2", "10", "Đồng"]


@pytest.mark.parametrize(
    ("first", "second"),
    [("tổ 6", "tổ 6A"), ("tổ 6A", "tổ 6B"), ("tổ 9", "tổ 10A"), ("Cổ Lũng", "Ôn Lương"), ("", "1")],
)
def test_titles_are_ordered_from_the_left(first: str, second: str) -> None:
    assert text.title_sort_key(first) < text.title_sort_key(second)
