"""What was written in earlier minutes, to be taken again instead of typed again."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import select

from app.domain.meetings import MeetingStatus
from app.store.club_tables import MeetingRow
from app.store.database import UnitOfWork

OFFERED = 12
"""More than that is slower to read than to type."""
WORDED = ("content", "decisions", "next_plan", "guests")
"""The fields of a meeting whose lines are offered again."""


def phrases(uow: UnitOfWork, *, name: str) -> tuple[str, ...]:
    """The lines of a field in all closed meetings: the most frequent first, then the latest."""
    if name not in WORDED:
        raise KeyError(name)
    query = (
        select(getattr(MeetingRow, name))
        .where(MeetingRow.status == MeetingStatus.HELD.value)
        .order_by(MeetingRow.month.desc())
    )
    texts = uow.session.execute(query).scalars()
    counted = Counter(line for text in texts for line in _lines(text))
    return tuple(line for line, _ in counted.most_common(OFFERED))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
