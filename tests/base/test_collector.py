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
    gc.unfreeze()
    gc.set_threshold(*before)


@pytest.mark.usefixtures("spared")
@pytest.mark.parametrize("settled", [False, True])
def test_garbage_still_goes_by_itself_after_enough_new_objects(settled: bool) -> None:
    enough = collector.WHILE_LOADING
    if settled:
        collector.settle()
        enough = collector.AT_WORK
    gc.collect()
    gone = weakref.ref(_Knot())
    assert gone() is not None
    kept = [[number] for number in range(2 * enough)]
    assert gone() is None
    assert len(kept) == 2 * enough


@pytest.mark.usefixtures("spared")
def test_what_was_loaded_is_not_looked_through_again() -> None:
    loaded = _Knot()
    collector.settle()
    assert all(found is not loaded for found in gc.get_objects())
