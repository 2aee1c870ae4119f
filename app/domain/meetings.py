"""The monthly meeting: held or not, who came, what it was about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.base.errors import InvalidError, Problem
from app.domain.money import ratio_bp


class MeetingStatus(StrEnum):
    HELD = "held"
    NOT_HELD = "not_held"


class Presence(StrEnum):
    PRESENT = "present"
    EXCUSED = "excused"
    ABSENT = "absent"
    REPRESENTED = "represented"


ACTIVITIES = ("1", "2", "3", "4", "5", "6", "7", "8")
"""The eight areas of a club's work, as fixed codes."""

NOTES = (500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200)
"""Banknotes in use, by face value in đồng."""


def attendance_rate(present: int, rows: int) -> int | None:
    """Present in person of all on the list, in bp; None without a list (CONTRACT 5.10)."""
    return ratio_bp(present, rows)


def has_quorum(present: int, rows: int, percent: int) -> bool:
    """Whether at least ``percent`` of those on the list came in person."""
    return rows > 0 and present * 100 >= rows * percent


@dataclass(frozen=True, slots=True)
class Vote:
    """How many people were for a decision, against it, and without an opinion."""

    agreed: int
    against: int
    abstained: int

    def check(self, present: int) -> None:
        """Raises InvalidError when nobody voted, or more than the ``present`` did."""
        votes = self.agreed + self.against + self.abstained
        if votes == 0:
            raise InvalidError([Problem("vote.nobody", field="agreed")])
        if votes > present:
            values = {"votes": votes, "present": present}
            raise InvalidError([Problem("vote.too_many", values, "agreed")])
