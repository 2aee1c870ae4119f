"""What was done in an open meeting, step by step: taken back with Ctrl+Z, made again with Ctrl+Y.

Free of Qt. One action of the user is one step, however many cells it filled.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from app.base.text import translate
from app.domain.draft_changes import DraftChange
from app.domain.drafts import COLLECTED, DraftLine, DraftLoan, DraftMeeting
from app.domain.labels import kind_label, presence_label
from app.domain.money import format_dong

Changes = tuple[DraftChange, ...]
_STEPS = {"presence": 1, "member_note": 1, "line": 3, "loan": 3, "text": 4, "notes": 5}


@dataclass(slots=True)
class History:
    """Two piles; what is newly done empties the second."""

    done: list[Changes] = field(default_factory=list)
    undone: list[Changes] = field(default_factory=list)

    def record(self, changes: Changes) -> None:
        """Something was done."""
        if changes:
            self.done.append(changes)
            self.undone.clear()

    def forget(self) -> None:
        """Another meeting: nothing of this one can be taken back there."""
        self.done.clear()
        self.undone.clear()


def turned(changes: Changes) -> Changes:
    """What takes ``changes`` back, the last first."""
    return tuple(change.turned() for change in reversed(changes))


def step_of(changes: Changes) -> int:
    """The step of the meeting where ``changes`` are seen, 1 to 5."""
    change = changes[0]
    if _cell(change):
        return 2
    return _STEPS[change.part]


def member_of(changes: Changes) -> str:
    """The code of the first member of the sheet that ``changes`` touch; empty for none."""
    for change in changes:
        if change.part in ("presence", "member_note"):
            return change.key
        if line := _cell(change):
            return line.member or ""
    return ""


def words(changes: Changes, meeting: DraftMeeting) -> str:
    """What ``changes`` are, in a few words: whose cell, and from what to what."""
    names = {row.member.code: row.member.full_name for row in meeting.rows}
    places = {_place(change) for change in changes}
    if len(places) > 1:
        return translate("window", "{count} changes").format(count=len(places))
    change = changes[0]
    if change.part == "presence":
        return f"{names.get(change.key, '')}: {_mark(change.before)} → {_mark(change.after)}"
    if change.part == "member_note":
        before, after = (f"“{note}”" if note else "–" for note in (change.before, change.after))
        return f"{names.get(change.key, '')}: {before} → {after}"
    if change.part == "notes":
        face = format_dong(int(change.key))
        return translate("window", "Notes of {face}").format(face=face)
    if change.part == "text":
        return translate("window", "words of the minutes")
    line = _money(change)
    who = line.name if isinstance(line, DraftLoan) else names.get(line.member or "", "")
    kind = kind_label("loan_disbursement" if isinstance(line, DraftLoan) else line.kind)
    before, after = (format_dong(_sum(changes, side)) for side in ("before", "after"))
    return f"{', '.join(part for part in (who, kind) if part)}: {before} → {after}"


def _money(change: DraftChange) -> DraftLine | DraftLoan:
    """The line or loan that comes or goes."""
    value = change.before or change.after
    if not isinstance(value, DraftLine | DraftLoan):
        raise TypeError(change.part)
    return value


def _cell(change: DraftChange) -> DraftLine | None:
    """The line behind a cell of the sheet that changed; None for any other change."""
    value = change.before or change.after
    inside = isinstance(value, DraftLine) and value.member and value.kind in COLLECTED
    return value if inside and isinstance(value, DraftLine) else None


def _place(change: DraftChange) -> tuple[str, str]:
    if change.part in ("line", "loan"):
        money = _money(change)
        kind = money.kind if isinstance(money, DraftLine) else ""
        return f"{change.part} {kind}", money.member or ""
    return change.part, change.key


def _mark(presence: object) -> str:
    return presence_label(str(presence)) if presence else translate("window", "not marked")


def _sum(changes: Changes, side: str) -> int:
    found = (getattr(change, side) for change in changes)
    return sum(
        value.principal if isinstance(value, DraftLoan) else value.amount
        for value in found
        if value is not None
    )
