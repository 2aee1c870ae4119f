"""The search for garbage is rarer in the program, and still there."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from app.base import collector


class _Knot:
    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def spared() -> Iterator[None]:
    before = gc.get_threshold()
    collector.spare()
    yield
    gc.set_threshold(*before)


@pytest.mark.usefixtures("spared")
def test_garbage_still_goes_by_itself_after_enough_new_objects() -> None:
    gc.collect()
    gone = weakref.ref(_Knot())
    assert gone() is not None
    kept = [[number] for number in range(2 * collector.NEW_OBJECTS)]
    assert gone() is None
    assert len(kept) == 2 * collector.NEW_OBJECTS
