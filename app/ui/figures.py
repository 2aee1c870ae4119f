"""A line of a sum that is worked out in the open. Free of Qt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One line; ``strong`` for a result, which stands under a rule of its own."""

    words: str
    amount: int
    strong: bool = False
