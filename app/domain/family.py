"""Somebody of a member's family: whom to call, and who may come and sign in her place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Relative:
    """``relation`` in the family's own words ("con trai"); ``acts``: in the member's place."""

    full_name: str
    relation: str = ""
    phone: str = ""
    acts: bool = False
