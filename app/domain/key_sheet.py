"""What the sheet with the club's key prints, for the union to compare with what it received."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.club import ClubHead
from app.domain.key_changes import ClubKeys
from app.domain.paper_shapes import Board


@dataclass(frozen=True, slots=True)
class KeySheet:
    """The club's key and its former ones as of a day, signed by the board."""

    club: ClubHead
    board: Board
    on: date
    keys: ClubKeys
