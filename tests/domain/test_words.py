"""Amounts, days and times in prose."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import words

CASES = [
    line.split("\t")
    for line in (Path(__file__).parents[1] / "data" / "amount_words.tsv")
    .read_text(encoding="utf-8")
    .splitlines()
    if line
]


@pytest.mark.parametrize(("number", "expected"), CASES)
def test_published_readings(number: str, expected: str) -> None:
    assert words.amount_in_words(int(number)) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (10**12, "một nghìn tỷ"),
        (1_005_000_000_000, "một nghìn không trăm linh năm tỷ"),
        (1_500_000_000_000, "một nghìn năm trăm tỷ"),
        (10**15, "một triệu tỷ"),
        (1_000_000_000_001, "một nghìn tỷ không trăm linh một"),
        (35_500_000, "ba mươi lăm triệu năm trăm nghìn"),
        (24_024_024, "hai mươi tư triệu không trăm hai mươi tư nghìn không trăm hai mươi tư"),
    ],
)
def test_large_amounts(number: int, expected: str) -> None:
    assert words.amount_in_words(number) == expected


def test_southern_and_older_habits_are_settings() -> None:
    assert words.amount_in_words(105, linh=False) == "một trăm lẻ năm"
    assert words.amount_in_words(24_000, tu=False) == "hai mươi bốn nghìn"
    assert words.amount_in_words(14) == words.amount_in_words(14, tu=False) == "mười bốn"


def test_sentence_on_paper() -> None:
    assert words.amount_sentence(35_500_000) == "Ba mươi lăm triệu năm trăm nghìn đồng."
    assert (
        words.amount_sentence(35_500_000, chan=True)
        == "Ba mươi lăm triệu năm trăm nghìn đồng chẵn."
    )
    assert words.amount_sentence(0, chan=True) == "Không đồng."


@pytest.mark.parametrize("amount", [-1, 10**15 + 1])
def test_amounts_without_words_are_refused(amount: int) -> None:
    with pytest.raises(ValueError, match="no words"):
        words.amount_in_words(amount)
    with pytest.raises(ValueError, match="no words"):
        words.english_amount(amount)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2018, 12, 6), "ngày 06 tháng 12 năm 2018"),
        (date(2026, 3, 7), "ngày 07 tháng 3 năm 2026"),
        (date(2026, 2, 15), "ngày 15 tháng 02 năm 2026"),
        (date(2020, 1, 5), "ngày 05 tháng 01 năm 2020"),
        (date(2019, 6, 29), "ngày 29 tháng 6 năm 2019"),
        (date(2019, 10, 31), "ngày 31 tháng 10 năm 2019"),
    ],
)
def test_days_as_the_decree_writes_them(day: date, expected: str) -> None:
    assert words.day_in_words(day) == expected


def test_times() -> None:
    assert words.time_in_words(time(8, 5)) == "8 giờ 05 phút"
    assert words.time_in_words(time(14, 30)) == "14 giờ 30 phút"


def test_english() -> None:
    assert words.english_amount(0) == "Zero dong."
    assert words.english_amount(1_250_000) == ("One million two hundred fifty thousand dong.")
    assert words.english_amount(21_000_000_114) == ("Twenty-one billion one hundred fourteen dong.")
    assert words.english_day(date(2018, 12, 6)) == "6 December 2018"


def _value(text: str) -> int:
    """Read Vietnamese words back, by the values of the words alone."""
    digits = "không một hai ba bốn năm sáu bảy tám chín".split()
    values = {word: place for place, word in enumerate(digits)} | {"mốt": 1, "tư": 4, "lăm": 5}
    total = group = billions = 0
    unit = 0
    for word in text.split():
        if word in values:
            unit = values[word]
        elif word == "trăm":
            group, unit = unit * 100, 0
        elif word in ("mươi", "mười"):
            group, unit = group + (unit * 10 if word == "mươi" else 10), 0
        elif word in ("nghìn", "triệu"):
            total += (group + unit) * (1000 if word == "nghìn" else 10**6)
            group = unit = 0
        elif word == "tỷ":
            billions, total, group, unit = total + group + unit, 0, 0, 0
    return billions * 10**9 + total + group + unit


@given(st.integers(0, 10**15))
def test_words_read_back_as_the_amount(amount: int) -> None:
    assert _value(words.amount_in_words(amount)) == amount
