"""What a book took over from the paper one, member by member. Amounts are int đồng."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.club import ClubHead
from app.domain.paper_shapes import Board


@dataclass(frozen=True, slots=True)
class OpeningLine:
    """What one member had saved and still owed when it was taken over."""

    code: str
    name: str
    birth_year: str
    savings: int
    outstanding: int


@dataclass(frozen=True, slots=True)
class OpeningBalances:
    """All that was taken over up to ``on``; everybody who belonged to the club has a line."""

    club: ClubHead
    board: Board
    started_on: date
    on: date
    lines: tuple[OpeningLine, ...]
    check_code: str = ""
