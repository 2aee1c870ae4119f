"""What changed between two looks at an open meeting, so that it can be taken back and made again.

A change is made of values, never of row numbers: what was taken back and made anew is the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date

from app.domain.drafts import DraftLine, DraftLoan, DraftMeeting, DraftText

Value = str | int | date | tuple[str, ...] | DraftLine | DraftLoan | None


@dataclass(frozen=True, slots=True)
class DraftChange:
    """One thing that changed.

    ``part`` is ``presence``, ``member_note``, ``notes``, ``text``, ``line`` or ``loan``.

    ``key`` is a member's code, a banknote's face or a field's name, empty for money: a line or a
    loan comes (``before`` is None) or goes (``after`` is None).
    """

    part: str
    key: str
    before: Value
    after: Value

    def turned(self) -> DraftChange:
        """The change that takes this one back."""
        return replace(self, before=self.after, after=self.before)


def differences(before: DraftMeeting, after: DraftMeeting) -> tuple[DraftChange, ...]:
    """All that changed, what goes before what comes; empty when nothing did."""
    old, new = ({row.member.code: row for row in m.rows} for m in (before, after))
    found = [
        change
        for code in old
        if code in new
        for change in (
            DraftChange("presence", code, old[code].presence, new[code].presence),
            DraftChange("member_note", code, old[code].note, new[code].note),
        )
    ]
    faces = sorted({*before.notes, *after.notes}, reverse=True)
    found += [DraftChange("notes", str(f), before.notes.get(f), after.notes.get(f)) for f in faces]
    found += [
        DraftChange("text", field.name, *(getattr(m.text, field.name) for m in (before, after)))
        for field in fields(DraftText)
    ]
    found.append(DraftChange("text", "on", before.on, after.on))
    changed = tuple(change for change in found if change.before != change.after)
    return changed + tuple(_money(before, after))


def _money(before: DraftMeeting, after: DraftMeeting) -> Iterator[DraftChange]:
    old, new = (Counter(_values((*m.collected, *m.lines))) for m in (before, after))
    loans, given = (Counter(_values(m.loans)) for m in (before, after))
    for part, one, other in (("line", old, new), ("loan", loans, given)):
        yield from (DraftChange(part, "", value, None) for value in (one - other).elements())
        yield from (DraftChange(part, "", None, value) for value in (other - one).elements())


def _values(rows: Iterable[DraftLine | DraftLoan]) -> Iterator[DraftLine | DraftLoan]:
    """Rows without their numbers."""
    return (replace(row, id=0) for row in rows)
