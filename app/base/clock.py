"""What day and what moment it is: the only place that asks the computer's clock.

``SOCLB_TODAY`` (YYYY-MM-DD) fixes the day for demos and pictures; ``fixed`` does so in a test.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time

TODAY_VARIABLE = "SOCLB_TODAY"
_fixed: datetime | None = None


def today() -> date:
    """The day on the user's calendar."""
    if _fixed is not None:
        return _fixed.date()
    named = _named_day()
    return named if named is not None else datetime.now().astimezone().date()


def now() -> datetime:
    """This moment in UTC, to the second; on a fixed day always the same one."""
    if _fixed is not None:
        return _fixed
    named = _named_day()
    if named is not None:
        return datetime.combine(named, time(8), tzinfo=UTC)
    return datetime.now(UTC).replace(microsecond=0)


@contextmanager
def fixed(moment: date | datetime) -> Iterator[None]:
    """Inside the block the clock stands still at ``moment`` (of a day: at 08:00 UTC)."""
    global _fixed
    before = _fixed
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time(8))
    _fixed = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    try:
        yield
    finally:
        _fixed = before


def _named_day() -> date | None:
    named = os.environ.get(TODAY_VARIABLE)
    return date.fromisoformat(named) if named else None
