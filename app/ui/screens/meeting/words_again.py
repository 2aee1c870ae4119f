"""Step four, typed less: lines of earlier minutes are taken again, a vote becomes one line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from app.base.errors import InvalidError, Problem
from app.base.text import translate
from app.domain.meetings import Vote
from app.ui.screens.meeting.presenter import MeetingPresenter
from app.ui.widgets.basics import button
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.form import text_field

_DIGITS = 4
"""More digits than the people of any club have."""
_SHOWN = 70
"""So many letters of a line are shown; the whole line is taken."""


def joined(before: str, line: str, between: str) -> str:
    """``line`` behind what stands there; once only."""
    if line in before.split(between):
        return before
    return between.join(part for part in (before.rstrip(), line) if part)


class Phrases:
    """A button with a menu of earlier lines; ``chosen`` is told the field's name and the line."""

    def __init__(self, presenter: MeetingPresenter, chosen: Callable[[str, str], None]) -> None:
        self.button = button(
            translate("window", "Sentences used before…"), self._on_open, icon="list-checks"
        )
        self.menu = QMenu(self.button)
        self._presenter, self._chosen = presenter, chosen

    def _on_open(self) -> None:
        self.fill()
        self.menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def fill(self) -> None:
        """Offer what the book has now."""
        self.menu.clear()
        for name, words in (
            ("content", translate("window", "What the meeting was about")),
            ("decisions", translate("window", "What was decided")),
            ("next_plan", translate("window", "Plan for next month")),
            ("guests", translate("window", "Guests")),
        ):
            lines = self._presenter.phrases(name)
            part = self.menu.addMenu(words)
            part.setEnabled(bool(lines))
            for line in lines:
                shown = line if len(line) <= _SHOWN else f"{line[:_SHOWN].rstrip()} …"
                action = part.addAction(shown.replace("&", "&&"))
                action.triggered.connect(
                    lambda _checked=False, name=name, line=line: self._chosen(name, line)
                )


class VoteDialog(FormDialog):
    """What was decided and how many wanted it; ``line`` is what the minutes say of it."""

    def __init__(self, present: int, parent: QWidget | None) -> None:
        self._present = present
        self.line = ""
        self.decision = text_field()
        self.agreed = text_field(str(present or ""))
        self.against, self.abstained = text_field("0"), text_field("0")
        super().__init__(
            translate("window", "A vote"),
            translate("window", "Put it into the minutes"),
            self._take,
            parent,
            back=translate("window", "Back"),
            columns=3,
        )
        add = self.form.add
        add("decision", translate("window", "What was decided"), self.decision, wide=True)
        add("agreed", translate("window", "For it"), self.agreed)
        add("against", translate("window", "Against it"), self.against)
        add("abstained", translate("window", "No opinion"), self.abstained)
        self.fit()
        self.decision.setFocus()

    def _take(self) -> None:
        decision = self.decision.text().strip().rstrip(".")
        fields = {"agreed": self.agreed, "against": self.against, "abstained": self.abstained}
        problems = [
            Problem("number.unreadable", {}, name)
            for name, field in fields.items()
            if not (field.text().strip() or "0").isdecimal() or len(field.text()) > _DIGITS
        ]
        if not decision:
            problems.insert(0, Problem("vote.decision_missing", field="decision"))
        if problems:
            raise InvalidError(problems)
        vote = Vote(**{name: int(field.text().strip() or "0") for name, field in fields.items()})
        vote.check(self._present)
        words = translate(
            "window",
            "{decision}. Votes: {agreed} for, {against} against, {abstained} without opinion.",
        )
        self.line = words.format(
            decision=decision,
            agreed=vote.agreed,
            against=vote.against,
            abstained=vote.abstained,
        )
