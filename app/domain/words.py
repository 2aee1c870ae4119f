"""Amounts, days and times as prose on paper: Vietnamese, with plain English beside it.

Owns the rules of reading numbers aloud and of Decree 30/2020/NĐ-CP dates. Figures such as
``1.250.000`` are written by ``money.format_dong``, days of tables by ``periods.format_day``.
"""

from __future__ import annotations

from datetime import date, time

from app.domain.money import MAX_AMOUNT

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_GROUP_NAMES = ("", "nghìn", "triệu")
_BILLION = 10**9
_EN_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_EN_TENS = ("", "", *"twenty thirty forty fifty sixty seventy eighty ninety".split())
_EN_GROUPS = ("", "thousand", "million", "billion", "trillion", "quadrillion")
_EN_MONTHS = (
    "January February March April May June July August September October November December"
).split()


def amount_in_words(amount: int, *, linh: bool = True, tu: bool = True) -> str:
    """``amount`` as it is read aloud in the north, lower case, without "đồng".

    ``linh=False`` says "lẻ" for an empty ten; ``tu=False`` says "hai mươi bốn" for 24. An empty
    group of three in the middle is silent (CONTRACT: ``tests/data/amount_words.tsv``).
    Raises ValueError below 0 and above ``MAX_AMOUNT``.
    """
    _check_range(amount)
    if amount == 0:
        return _DIGITS[0]
    billions, rest = divmod(amount, _BILLION)
    words: list[str] = []
    if billions:
        words = [*_below_billion(billions, False, linh, tu), "tỷ"]
    return " ".join(words + _below_billion(rest, bool(billions), linh, tu))


def amount_sentence(amount: int, *, linh: bool = True, tu: bool = True, chan: bool = False) -> str:
    """``amount`` as it stands behind "Bằng chữ:": capital first letter, đồng, full stop.

    ``chan`` adds "chẵn", the habit that keeps others from adding words behind the amount.
    """
    words = amount_in_words(amount, linh=linh, tu=tu)
    return f"{words[0].upper()}{words[1:]} đồng{' chẵn' if chan and amount else ''}."


def day_in_words(day: date) -> str:
    """A day in prose: the day below 10 and the months 1 and 2 padded, months 3 to 9 not.

    Decree 30/2020/NĐ-CP, annex I: ``ngày 06 tháng 12 năm 2018``, ``ngày 07 tháng 3 năm 2026``.
    """
    return f"ngày {day.day:02d} {month_in_words(day.year, day.month)}"


def month_in_words(year: int, month: int) -> str:
    """A month in prose by the same rule: ``tháng 02 năm 2026``, ``tháng 3 năm 2026``."""
    padded = f"{month:02d}" if month <= 2 else str(month)
    return f"tháng {padded} năm {year}"


def time_in_words(moment: time) -> str:
    """A time in prose: ``8 giờ 05 phút``."""
    return f"{moment.hour} giờ {moment.minute:02d} phút"


def english_amount(amount: int) -> str:
    """``amount`` in English words with "dong", for papers in English.

    Raises ValueError below 0 and above ``MAX_AMOUNT``.
    """
    _check_range(amount)
    groups: list[str] = []
    rest, level = amount, 0
    while rest:
        rest, group = divmod(rest, 1000)
        if group:
            groups.insert(0, f"{_english_group(group)} {_EN_GROUPS[level]}".strip())
        level += 1
    words = " ".join(groups) or _EN_SMALL[0]
    return f"{words[0].upper()}{words[1:]} dong."


def english_day(day: date) -> str:
    """A day in English prose: ``6 December 2018``."""
    return f"{day.day} {english_month(day.year, day.month)}"


def english_month(year: int, month: int) -> str:
    """A month in English prose: ``December 2018``."""
    return f"{_EN_MONTHS[month - 1]} {year}"


def _check_range(amount: int) -> None:
    if not 0 <= amount <= MAX_AMOUNT:
        raise ValueError(f"no words for {amount}")


def _below_billion(number: int, follows: bool, linh: bool, tu: bool) -> list[str]:
    """Words of up to three groups; ``follows`` when a larger group was read before them."""
    words: list[str] = []
    for level in (2, 1, 0):
        group = number // 1000**level % 1000
        if group:
            full = follows or bool(words)
            words += [*_group_words(group, full, linh, tu), _GROUP_NAMES[level]]
    return [word for word in words if word]


def _group_words(group: int, full: bool, linh: bool, tu: bool) -> list[str]:
    """Words of 1 to 999; a ``full`` group speaks its empty hundreds."""
    hundreds, below = divmod(group, 100)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or full else []
    tens, unit = divmod(below, 10)
    if tens == 0:
        empty_ten = ["linh" if linh else "lẻ"] if words else []
        return words + ([*empty_ten, _DIGITS[unit]] if unit else [])
    words += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    return words + ([_unit_after_ten(tens, unit, tu)] if unit else [])


def _unit_after_ten(tens: int, unit: int, tu: bool) -> str:
    if unit == 5:
        return "lăm"
    if tens > 1 and unit == 1:
        return "mốt"
    if tens > 1 and unit == 4 and tu:
        return "tư"
    return _DIGITS[unit]


def _english_group(group: int) -> str:
    hundreds, below = divmod(group, 100)
    words = [f"{_EN_SMALL[hundreds]} hundred"] if hundreds else []
    if below >= 20:
        tens, unit = divmod(below, 10)
        words.append(_EN_TENS[tens] + (f"-{_EN_SMALL[unit]}" if unit else ""))
    elif below:
        words.append(_EN_SMALL[below])
    return " ".join(words)
