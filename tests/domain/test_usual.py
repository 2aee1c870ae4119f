"""A figure that looks like a slip of the finger."""

from __future__ import annotations

import pytest

from app.domain.usual import FAR_FACTOR, is_far, middle


@pytest.mark.parametrize(
    ("amount", "known", "far"),
    [
        (50_000, [5_000], True),
        (5_000 * FAR_FACTOR, [5_000], False),
        (5_000 * FAR_FACTOR + 1, [5_000], True),
        (500, [5_000], True),
        (1_000, [5_000], False),
        (0, [5_000], False),
        (10**9, [], False),
        (10**9, [0, 0], False),
        (500_000, [5_000, 500_000], False),
        (5_000_000, [5_000, 500_000], True),
    ],
)
def test_far_from_all_that_may_be_meant(amount: int, known: list[int], far: bool) -> None:
    assert is_far(amount, known) is far


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [([], 0), ([7], 7), ([20, 2_000, 20], 20), ([10, 20], 10), ([4, 1, 3, 2], 2)],
)
def test_the_middle_amount(amounts: list[int], expected: int) -> None:
    assert middle(amounts) == expected
