"""Bundles that contradict each other, in words for who has to choose. Free of Qt."""

from __future__ import annotations

from app.base.text import translate
from app.domain.money import format_dong
from app.domain.periods import format_day
from app.services import conflict_page, conflicts
from app.services.conflict_page import ConflictLine, ConflictPage, Side
from app.services.conflicts import Conflict, Rival
from app.services.sentences import sentence
from app.ui.ports import Services
from app.ui.wording import capital, day_or_dash, month_words


class ConflictsPresenter:
    """Asks for the open conflicts, and keeps the bundle an officer chose."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def open_ones(self) -> tuple[Conflict, ...]:
        return self._services.ask(conflicts.conflicts)

    def page(self, conflict: Conflict) -> ConflictPage:
        """Both contents, side by side."""
        return self._services.ask(conflict_page.page, conflict=conflict)

    def keep(self, conflict: Conflict, rival: Rival, reason: str) -> None:
        """Keep one against the other; raises AppError without a reason."""
        self._services.do(conflicts.choose, key=conflict.key, keep=rival.manifest, reason=reason)


def why_words(page: ConflictPage) -> str:
    """How the two contradict, and from which month on."""
    told = sentence(page.conflict.why)
    if page.since is None:
        more = translate("window", "Their figures are the same in every month both tell of.")
        return f"{told} {more}"
    more = translate(
        "window",
        "They differ from {month} on; until you choose, nothing from then on counts.",
    )
    return f"{told} {more.format(month=month_words(page.since))}"


def side_facts(side: Side) -> list[tuple[str, str]]:
    """What a bundle says of itself, and how it came."""
    level = {
        "totals": translate("window", "sums only"),
        "borrowers": translate("window", "with borrowers"),
        "full": translate("window", "everything"),
    }[side.level]
    rival = side.rival
    sent = translate("window", "No. {sequence}, up to {month}").format(
        sequence=rival.sequence, month=month_words(rival.month)
    )
    days = translate("window", "made {made}, received {received}").format(
        made=day_or_dash(side.made_on), received=format_day(rival.received_on)
    )
    tells = translate("window", "{level}; entries in the book then {entries}").format(
        level=level, entries=format_dong(side.last_entries)
    )
    return [
        (translate("window", "File"), rival.file_name or "–"),
        (translate("window", "Bundle"), sent),
        (translate("window", "Days"), days),
        (translate("window", "What it tells"), tells),
    ]


def compared_words(page: ConflictPage) -> str:
    return translate("window", "Figures of {month}").format(month=month_words(page.month))


def line_name(line: ConflictLine) -> str:
    """What a compared figure is called."""
    return {
        "members": translate("window", "Members"),
        "borrowers": translate("window", "Borrowers"),
        "fund_total": translate("window", "Whole fund"),
        "cash": translate("window", "Cash"),
        "bank": translate("window", "Bank"),
        "loans_outstanding": translate("window", "Outstanding"),
        "savings": translate("window", "Savings"),
        "meetings_held": translate("window", "Meetings held so far"),
        "receipts": translate("window", "Taken in this month"),
        "payments": translate("window", "Paid out this month"),
        "entries": translate("window", "Entries of this month"),
    }[line.name]


def figure_words(amount: int | None) -> str:
    return "–" if amount is None else format_dong(amount)


def differs_words(line: ConflictLine) -> str:
    """Beside a line on which the two differ, by how much."""
    if not line.differs:
        return ""
    if line.one is None or line.other is None:
        return translate("window", "! told in one only")
    words = translate("window", "! differs by {amount}")
    return words.format(amount=format_dong(abs(line.one - line.other)))


def kept_words(conflict: Conflict, rival: Rival) -> str:
    """What was chosen, for the notice."""
    words = translate("window", "{club}: file {sequence} ({file}) counts from now on.")
    return capital(words.format(club=conflict.club, sequence=rival.sequence, file=rival.file_name))
