"""Whole đồng: read, written, rounded, divided."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.money import (
    MAX_AMOUNT,
    BadAmountError,
    format_bp,
    format_dong,
    parse_typed,
    parse_whole,
    ratio_bp,
    round_half_up,
    round_up,
    split_by_percent,
    split_by_weight,
)

amounts = st.integers(0, MAX_AMOUNT)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("0", 0),
        ("1", 1),
        (" 999 ", 999),
        ("1500000", 1_500_000),
        ("1.500.000", 1_500_000),
        ("1,500,000", 1_500_000),
        ("1 500 000", 1_500_000),
        ("1\u00a0500\u00a0000", 1_500_000),
        ("1.500.000 đồng", 1_500_000),
        ("5.000đ", 5000),
        ("5.000 ₫", 5000),
        ("20000 VND", 20_000),
        ("1.000.000.000.000.000", MAX_AMOUNT),
    ],
)
def test_a_paper_books_amount(text: str, amount: int) -> None:
    assert parse_whole(text) == parse_typed(text) == amount


@pytest.mark.parametrize(
    "text",
    [
        "5000.5",
        "5000,50",
        "1.5",
        "1.50.000",
        "1.500,000",
        "1,500",
        "1,500 đ",
        "-5000",
        "+5000",
        "1e6",
        "1.5e6",
        "nan",
        "năm nghìn",
        ".500",
        "1..000",
        "12345.678",
        "=1+1",
        "1_000",
    ],
)
def test_what_is_no_amount_is_never_read_as_one(text: str) -> None:
    for read in (parse_whole, parse_typed):
        with pytest.raises(BadAmountError, match="amount.unreadable"):
            read(text)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("", None),
        ("  ", None),
        ("1,25tr", 1_250_000),
        ("1.25tr", 1_250_000),
        ("2 triệu", 2_000_000),
        ("1,5 triệu", 1_500_000),
        ("1250k", 1_250_000),
        ("50n", 50_000),
        ("50 nghìn", 50_000),
        ("0,5k", 500),
        ("3 ngàn đồng", 3000),
    ],
)
def test_an_amount_as_people_type_it(text: str, amount: int | None) -> None:
    assert parse_typed(text) == amount


@pytest.mark.parametrize("text", ["0,0001k", "1,2345678tr", "1,tr", "k", "tr5"])
def test_a_part_of_a_dong_is_refused(text: str) -> None:
    with pytest.raises(BadAmountError):
        parse_typed(text)


@pytest.mark.parametrize("text", [str(MAX_AMOUNT + 1), "9007199254740993", "1" * 40])
def test_too_much_is_refused_and_says_the_limit(text: str) -> None:
    with pytest.raises(BadAmountError, match="amount.too_large") as caught:
        parse_typed(text)
    assert caught.value.params["limit"] == "1.000.000.000.000.000"


@given(amounts)
def test_what_is_written_is_read_back(amount: int) -> None:
    assert parse_whole(format_dong(amount)) == amount
    assert parse_typed(str(amount)) == amount


def test_a_negative_amount_keeps_its_sign() -> None:
    assert format_dong(-1_250_000) == "-1.250.000"


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, "–"), (0, "0 %"), (100, "1 %"), (70, "0,7 %"), (8333, "83,33 %"), (-105, "-1,05 %")],
)
def test_rates_read_as_percent(value: int | None, text: str) -> None:
    assert format_bp(value) == text


@given(amounts, st.integers(1, 10**6), st.sampled_from((1, 100, 500, 1000)))
def test_rounding_agrees_with_fractions(number: int, by: int, step: int) -> None:
    exact = Fraction(number, by) / step
    assert round_half_up(number, by, step) == floor(exact + Fraction(1, 2)) * step
    assert round_up(number, by, step) == ceil(exact) * step


@pytest.mark.parametrize(
    ("part", "whole", "bp"), [(1, 3, 3333), (2, 3, 6667), (1, 8, 1250), (0, 5, 0), (5, 0, None)]
)
def test_ratios(part: int, whole: int, bp: int | None) -> None:
    assert ratio_bp(part, whole) == bp


@given(amounts, st.lists(st.integers(0, 100), min_size=0, max_size=2))
def test_percent_parts_make_the_whole_and_the_first_takes_the_rest(
    amount: int, cuts: list[int]
) -> None:
    edges = [0, *sorted(cuts), 100]
    shares = {str(i): high - low for i, (low, high) in enumerate(pairwise(edges))}
    parts = split_by_percent(amount, shares)
    assert list(parts) == list(shares)
    assert sum(parts.values()) == amount
    for name in list(shares)[1:]:
        assert parts[name] == amount * shares[name] // 100


@given(amounts, st.dictionaries(st.text("abcdef", min_size=1), st.integers(0, 10**9), max_size=8))
def test_weighted_parts_make_the_whole_and_none_is_a_dong_off(
    amount: int, weights: dict[str, int]
) -> None:
    parts = split_by_weight(amount, weights)
    total = sum(weights.values())
    assert parts.keys() == weights.keys()
    assert sum(parts.values()) == (amount if total else 0)
    for name, weight in weights.items():
        if total:
            assert abs(Fraction(amount * weight, total) - parts[name]) < 1


def test_equal_weights_give_the_first_one_more() -> None:
    assert split_by_weight(10, {"a": 1, "b": 1, "c": 1}) == {"a": 4, "b": 3, "c": 3}


@pytest.mark.parametrize("amount", [0, 1, 999, 10**12, MAX_AMOUNT])
def test_f23_money_at_its_limits_is_whole_and_its_parts_sum_to_it(amount: int) -> None:
    assert parse_whole(format_dong(amount)) == amount
    for shares in ({"a": 100}, {"a": 60, "b": 40}, {"a": 33, "b": 33, "c": 34}):
        parts = split_by_percent(amount, shares)
        assert sum(parts.values()) == amount
        assert sum(split_by_percent(2**53 + amount, shares).values()) == 2**53 + amount
        assert all(type(part) is int and part >= 0 for part in parts.values())
    for text in (f"-{amount}", str(2**53 + amount), "0,5", "0.5", str(MAX_AMOUNT + 1)):
        with pytest.raises(BadAmountError):
            parse_whole(text)
