"""Whole đồng: rounding, reading, writing and dividing. No float ever passes through here.

The amount in words stands in ``words``; what an amount does to the fund stands in ``fund``.
"""

from __future__ import annotations

import re
from typing import NewType

from app.base.errors import AppError

Dong = NewType("Dong", int)

MAX_AMOUNT = 10**15
"""No club, province or country keeps more; past it a typed figure is a slip of the finger."""

_GROUPED = re.compile(r"\d{1,3}(([.\s]\d{3})+|(,\d{3}){2,})")
"""One comma alone may be a decimal comma: ``1,500`` is refused, ``1,500,000`` is grouped."""
_PLAIN = re.compile(r"\d+")
_SHORT = re.compile(r"(\d{1,6})(?:[.,](\d{1,6}))?\s*(tr|triệu|k|nghìn|ngàn|n)")
_CURRENCY = re.compile(r"\s*(đồng|đ|₫|vnd|vnđ)\.?$")
_UNITS = {"tr": 10**6, "triệu": 10**6, "k": 1000, "n": 1000, "nghìn": 1000, "ngàn": 1000}


class BadAmountError(AppError):
    """What was typed is no whole number of đồng above 0."""


def round_half_up(numerator: int, denominator: int, step: int = 1) -> int:
    """``numerator / denominator`` to the nearest multiple of ``step``, a half going up.

    For amounts and rates at or above 0 (CONTRACT 5.2).
    """
    return (2 * numerator + denominator * step) // (2 * denominator * step) * step


def round_up(numerator: int, denominator: int, step: int = 1) -> int:
    """``numerator / denominator`` up to the next multiple of ``step`` (CONTRACT 5.3)."""
    return -(-numerator // (denominator * step)) * step


def ratio_bp(part: int, whole: int) -> int | None:
    """``part`` of ``whole`` in hundredths of a percent, half up; None where ``whole`` is 0."""
    return round_half_up(part * 10_000, whole) if whole else None


def format_dong(amount: int) -> str:
    """``1250000`` as ``1.250.000``; a negative amount keeps its minus sign in front."""
    return f"{amount:,}".replace(",", ".")


def format_bp(value: int | None, empty: str = "–") -> str:
    """A ratio or rate in bp as a percentage with a decimal comma: ``8333`` as ``83,33 %``."""
    if value is None:
        return empty
    sign = "-" if value < 0 else ""
    whole, rest = divmod(abs(value), 100)
    text = f"{whole},{rest:02d}".rstrip("0").rstrip(",")
    return f"{sign}{text} %"


def parse_whole(text: str) -> int:
    """A paper book's amount: digits alone, or grouped in threes by dots, commas or spaces.

    Raises BadAmountError for anything else, so that ``5000.5`` is never read as 50005.
    """
    cleaned = _CURRENCY.sub("", text.strip().lower())
    if _PLAIN.fullmatch(cleaned) or _GROUPED.fullmatch(cleaned):
        separators = set(re.findall(r"[.,\s]", cleaned))
        if len(separators) <= 1:
            return _checked(int(re.sub(r"\D", "", cleaned)), text)
    raise BadAmountError("amount.unreadable", text=text.strip())


def parse_typed(text: str) -> int | None:
    """An amount as a person types it: also ``1,25tr``, ``1250k``; empty is None, 0 is 0.

    Raises BadAmountError when it can't be read as one whole number of đồng.
    """
    cleaned = _CURRENCY.sub("", text.strip().lower())
    if not cleaned:
        return None
    short = _SHORT.fullmatch(cleaned)
    if short is None:
        return parse_whole(cleaned)
    whole, fraction, unit = short.group(1), short.group(2) or "", _UNITS[short.group(3)]
    scaled = int(whole + fraction) * unit
    amount, rest = divmod(scaled, 10 ** len(fraction))
    if rest:
        raise BadAmountError("amount.unreadable", text=text.strip())
    return _checked(amount, text)


def _checked(amount: int, text: str) -> int:
    if amount > MAX_AMOUNT:
        raise BadAmountError("amount.too_large", text=text.strip(), limit=format_dong(MAX_AMOUNT))
    return amount


def split_by_percent(amount: int, shares: dict[str, int]) -> dict[str, int]:
    """Divide by whole percents that sum to 100: the first part takes what rounding leaves.

    Every part but the first is ``amount × percent / 100`` rounded down (CONTRACT 5.8).
    """
    first, *others = shares
    parts = {name: amount * shares[name] // 100 for name in others}
    return {first: amount - sum(parts.values())} | parts


def split_by_weight(amount: int, weights: dict[str, int]) -> dict[str, int]:
    """Divide in proportion to ``weights`` by largest remainder; the parts sum to ``amount``.

    Equal remainders go to the earlier name. Weights that are all 0 give parts of 0.
    """
    total = sum(weights.values())
    if total == 0:
        return dict.fromkeys(weights, 0)
    parts = {name: amount * weight // total for name, weight in weights.items()}
    left = amount - sum(parts.values())
    order = sorted(weights, key=lambda name: -(amount * weights[name] % total))
    for name in order[:left]:
        parts[name] += 1
    return parts
