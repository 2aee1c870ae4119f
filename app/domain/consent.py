"""What a member agrees to and may ask about her data, and by which day it is due.

The days are those of Law 91/2025/QH15 and its Decree 356/2025: an answer within two working days;
taking back, limiting or objecting done within fifteen days, once longer by fifteen. For the other
requests the law gives ten to twenty days, so ten are kept here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

SHEET = "1/2026"
"""The printed sheet a member signs now; it changes whenever its words do."""

PURPOSES = ("club", "health")
"""The numbered statements of the sheet: running the club, and health notes in paper books."""

QUICK = ("withdraw", "restrict", "object")
REQUEST_KINDS = ("see", "correct", *QUICK, "delete", "complain")
WORKING_DAYS_TO_ANSWER = 2
DAYS_OF_QUICK, DAYS_OF_OTHERS, DAYS_LONGER = 15, 10, 15
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Consent:
    """What a member agreed to from a day on, on which sheet, and where that lies.

    ``purposes`` is empty where she took it all back.
    """

    member: str
    on: date
    purposes: tuple[str, ...]
    sheet: str
    kept_at: str
    recorded_by: str


@dataclass(frozen=True, slots=True)
class DataRequest:
    """What a member asked for about her data; ``outcome`` says what was done."""

    id: int
    member: str
    name: str
    asked_on: date
    kind: str
    words: str
    answered_on: date | None
    extended: bool
    done_on: date | None
    outcome: str

    @property
    def answer_due(self) -> date:
        """Two working days after it was asked; Saturdays and Sundays are none."""
        day, left = self.asked_on, WORKING_DAYS_TO_ANSWER
        while left:
            day += timedelta(days=1)
            left -= day.weekday() < _SATURDAY
        return day

    @property
    def done_due(self) -> date:
        """The day by which it has to be done."""
        days = DAYS_OF_QUICK if self.kind in QUICK else DAYS_OF_OTHERS
        return self.asked_on + timedelta(days=days + DAYS_LONGER * self.extended)

    @property
    def next_due(self) -> date | None:
        """The next day something is due: the answer, then the doing; None when it is done."""
        if self.done_on is not None:
            return None
        return self.done_due if self.answered_on else min(self.answer_due, self.done_due)
