"""Python's search for garbage, made rarer: loading makes very many objects that stay."""

from __future__ import annotations

import gc

WHILE_LOADING, AT_WORK = 250_000, 50_000
"""After so many new objects the youngest are looked through; Python itself does so after 700."""


def spare() -> None:
    """Search seldom from now on: what a start loads is not garbage."""
    gc.set_threshold(WHILE_LOADING, 20, 50)


def settle() -> None:
    """The start is over: search again, but never again through what was loaded.

    A look through all of that would hold the window up for a tenth of a second.
    """
    gc.freeze()
    gc.set_threshold(AT_WORK, 20, 50)
