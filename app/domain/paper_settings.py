"""How a club wants its papers: the words of amounts, who gets them, what stands where.

What is empty is taken from the club itself: the place is its commune, the recipients are the body
above it and the club's own file. No figure hangs on any of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

_YES, _NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class PaperSettings:
    """``linh``: "linh" and not "lẻ"; ``tu``: "hai mươi tư" and not "bốn"; ``chan``: "chẵn" behind
    the amount. ``receipt_form`` and ``payment_form`` name an official form on vouchers;
    ``thumb_prints`` gives members who don't sign a box.
    """

    place: str = ""
    recipients: tuple[str, ...] = ()
    linh: bool = True
    tu: bool = True
    chan: bool = False
    receipt_form: str = ""
    payment_form: str = ""
    thumb_prints: bool = False


KEYS = tuple(field.name for field in fields(PaperSettings))


def read(stored: Mapping[str, str]) -> PaperSettings:
    """The settings from their stored texts; a key that is missing keeps its default."""
    default = PaperSettings()
    found: dict[str, Any] = {
        key: _read(stored[key], getattr(default, key)) for key in KEYS if key in stored
    }
    return PaperSettings(**found)


def stored(value: str | bool | tuple[str, ...]) -> str:
    """The text of one setting; recipients stand a line each."""
    if isinstance(value, bool):
        return _YES if value else _NO
    return value if isinstance(value, str) else "\n".join(value)


def _read(text: str, default: object) -> str | bool | tuple[str, ...]:
    if isinstance(default, bool):
        return text == _YES
    if isinstance(default, tuple):
        return tuple(filter(None, map(str.strip, text.splitlines())))
    return text
