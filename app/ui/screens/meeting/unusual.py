"""Asks once a cell of the sheet whether an amount far from the usual is meant. Free of Qt."""

from __future__ import annotations

from app.base.text import translate
from app.domain.drafts import DraftMeeting, SheetRow
from app.domain.labels import kind_label
from app.domain.money import format_dong
from app.domain.usual import is_far
from app.services import meeting_usual
from app.ui.ports import Services


class Unusual:
    """Remembers which cells it has asked about; a new meeting begins anew."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._meeting = 0
        self._usual: meeting_usual.Usual = {}
        self._asked: set[tuple[str, str]] = set()

    def ask(self, meeting: DraftMeeting, member: str, kind: str) -> str:
        """The question about a cell as it stands now; empty when it is as usual, or was asked."""
        if self._meeting != meeting.id:
            self._meeting, self._asked = meeting.id, set()
            self._usual = self._services.ask(meeting_usual.usual, before=meeting.on)
        row = next(line for line in meeting.rows if line.member.code == member)
        amount, due, usual = row.paid.get(kind, 0), row.due.get(kind, 0), self._of(member, kind)
        if (member, kind) in self._asked or not is_far(amount, _known(row, kind, usual)):
            return ""
        self._asked.add((member, kind))
        words = translate(
            "window",
            "Unusual: {name}, {kind} {amount}{compared}. It is stored; look again.",
        )
        return words.format(
            name=row.member.full_name,
            kind=kind_label(kind).lower(),
            amount=format_dong(amount),
            compared=_compared(due, usual),
        )

    def _of(self, member: str, kind: str) -> int:
        """Her own usual amount, or the club's while she has paid nothing of the kind."""
        found = self._usual[kind]
        return found.get(member) or found.get("", 0)


def _known(row: SheetRow, kind: str, usual: int) -> tuple[int, ...]:
    """What may be meant; who pays her whole loan back makes no slip."""
    whole = row.outstanding if kind == "principal_repayment" else 0
    return row.due.get(kind, 0), usual, whole


def _compared(due: int, usual: int) -> str:
    parts = []
    if due:
        parts.append(translate("window", "due {amount}").format(amount=format_dong(due)))
    if usual:
        parts.append(translate("window", "usually {amount}").format(amount=format_dong(usual)))
    return f" ({', '.join(parts)})" if parts else ""
