"""Keeps None, True and False alive on Pythons where they can run out of references.

From Python 3.12 on these objects are immortal, and Qt's binding is built counting on that: each of
its calls that returns None takes a reference away without having added one. On Python 3.11 that
ends, after some thousand calls, in "deallocating None" and the end of the program.
"""

from __future__ import annotations

import ctypes
import sys

_ENOUGH = sys.maxsize // 4
"""More references than a window can lose in a lifetime."""


def hold() -> None:
    """Give the singletons references that nobody will ever give back. Once is enough."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    for singleton in (None, True, False, NotImplemented):
        count = ctypes.c_ssize_t.from_address(id(singleton))
        if count.value < _ENOUGH:
            count.value += _ENOUGH
