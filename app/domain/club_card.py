"""One club as the union's officer sees it: what it sent, what its months say.

Frozen shapes, filled by ``services.club_card``; amounts are int đồng.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.club_facts import BorrowerLine, MonthFacts
from app.domain.periods import Month


@dataclass(frozen=True, slots=True)
class SentBundle:
    """One bundle of the club that the register keeps."""

    manifest: str
    sequence: int
    month: Month
    level: str
    made_on: date | None
    received_on: date
    file_name: str
    set_aside: bool
    """An officer chose another bundle against it."""
    disputed: bool
    """It contradicts another one, and nobody has chosen yet."""


@dataclass(frozen=True, slots=True)
class ClubCard:
    """What a club sent. ``months`` are those that count, in order; who the club is stands in
    ``domain.particulars``."""

    uuid: str
    name: str
    started_on: date
    bundles: tuple[SentBundle, ...]
    months: tuple[MonthFacts, ...]
    borrowers: tuple[BorrowerLine, ...] = ()
    """Of the newest bundle, where it names them."""


@dataclass(frozen=True, slots=True)
class MonthStory:
    """What happened in one month alone. ``meeting`` is None where the month was not told."""

    facts: MonthFacts
    held: bool
    present: int
    listed: int
    fund_change: int | None
    """Against the month before; None in the first month told."""


def story(months: Sequence[MonthFacts], month: Month) -> MonthStory | None:
    """One month of a club from its running figures; None for a month that was not told."""
    told = {facts.month: facts for facts in months}
    now, before = told.get(month), told.get(month.plus(-1))
    if now is None:
        return None
    return MonthStory(
        now,
        now.meetings_held > (before.meetings_held if before else 0),
        now.attendance_present - (before.attendance_present if before else 0),
        now.attendance_rows - (before.attendance_rows if before else 0),
        now.fund_total - before.fund_total if before else None,
    )
