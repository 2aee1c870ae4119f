"""Whether an amount looks like a slip of the finger: far from what is due and usual."""

from __future__ import annotations

from collections.abc import Sequence

FAR_FACTOR = 5
"""More than so many times as much, or less than that part of it, is worth a second look. Forgetting
a zero, or typing one too many, makes a factor of ten."""

USUAL_MONTHS = 12
"""What is usual is looked for in the months before, so many of them."""


def middle(amounts: Sequence[int]) -> int:
    """The middle one in size, of two the smaller: one slip of long ago does not move it. 0 for
    none."""
    return sorted(amounts)[(len(amounts) - 1) // 2] if amounts else 0


def is_far(amount: int, known: Sequence[int]) -> bool:
    """Whether ``amount`` is far from each of the amounts it might have been meant to be.

    Nothing is far where nothing is known; an amount of 0 is none, so it is never far.
    """
    likely = [one for one in known if one > 0]
    return (
        amount > 0
        and bool(likely)
        and all(amount > one * FAR_FACTOR or amount * FAR_FACTOR < one for one in likely)
    )
