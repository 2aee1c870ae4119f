"""What a visit asks for: a draw with its number, one chosen club, a finding, how it was mended."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from app.base import clock
from app.base.errors import AppError, InvalidError
from app.base.text import translate
from app.domain.visits import Finding, Visit
from app.services.sentences import sentence
from app.ui.screens.visits.presenter import (
    USUAL_CLUBS,
    USUAL_ENTRIES,
    VisitPresenter,
    VisitsPresenter,
)
from app.ui.widgets.basics import Notice, label
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.form import choice_field, long_field, text_field
from app.ui.wording import area_words

_DAYS = 30
"""A finding is to be mended within so many days, unless somebody says otherwise."""


class DrawDialog(FormDialog):
    """Shows which clubs the number draws, before anything is planned."""

    def __init__(self, presenter: VisitsPresenter, parent: QWidget | None) -> None:
        self.presenter = presenter
        super().__init__(
            translate("window", "Draw clubs to visit"),
            translate("window", "Plan these visits"),
            self._act,
            parent,
            back=translate("window", "Back"),
            columns=2,
        )
        self.clubs = text_field(str(USUAL_CLUBS))
        self.entries = text_field(str(USUAL_ENTRIES))
        self.seed = text_field(presenter.seed())
        self.on = DateEdit(translate("window", "Day of the visit"), clock.today())
        areas = [("", translate("window", "All areas"))]
        areas += [(path, area_words(path)) for path in presenter.areas()]
        self.area = choice_field(areas)
        self.form.add("clubs", translate("window", "How many clubs"), self.clubs)
        self.form.add("entries", translate("window", "Entries to look up in each"), self.entries)
        self.form.add("on", translate("window", "Day of the visit"), self.on)
        self.form.add("area", translate("window", "Area"), self.area)
        hint = translate("window", "The same number draws the same clubs again: anybody can check.")
        self.form.add(
            "seed", translate("window", "Number to draw with"), self.seed, hint, wide=True
        )
        self.drawn = Notice("")
        self.always_in_sight(self.drawn)
        for field in (self.clubs, self.seed):
            field.textChanged.connect(self._preview)
        self.area.currentIndexChanged.connect(self._preview)
        self._preview()
        self.clubs.setFocus()
        self.fit()

    def _preview(self) -> None:
        try:
            names = self.presenter.preview(
                self.clubs.text(), self.seed.text(), self.area.currentData()
            )
        except InvalidError as error:
            self.drawn.say(sentence(error.problems[0]), "watch")
        except AppError as error:
            self.drawn.say(sentence(error), "watch")
        else:
            words = translate("window", "This number draws {count}: {clubs}")
            self.drawn.say(words.format(count=len(names), clubs="; ".join(names)))

    def _act(self) -> None:
        self.presenter.draw(
            self.clubs.text(),
            self.entries.text(),
            self.seed.text(),
            self.on.day(),
            self.area.currentData(),
        )


class PlanDialog(FormDialog):
    """A visit to one club that somebody chose; ``planned`` is the visit then."""

    def __init__(self, presenter: VisitsPresenter, club: str, parent: QWidget | None) -> None:
        self.presenter, self.club = presenter, club
        self.planned: Visit | None = None
        super().__init__(
            translate("window", "Plan a visit"),
            translate("window", "Plan it"),
            self._act,
            parent,
            back=translate("window", "Back"),
        )
        self.body.insertWidget(1, label(presenter.club_name(club), "strong"))
        self.on = DateEdit(translate("window", "Day of the visit"), clock.today())
        self.entries = text_field(str(USUAL_ENTRIES))
        self.seed = text_field(presenter.seed())
        self.form.add("on", translate("window", "Day of the visit"), self.on)
        self.form.add("entries", translate("window", "Entries to look up"), self.entries)
        self.form.add("seed", translate("window", "Number to draw entries with"), self.seed)
        self.on.setFocus()
        self.fit()

    def _act(self) -> None:
        self.planned = self.presenter.plan(
            self.club, self.entries.text(), self.seed.text(), self.on.day()
        )


class FindingDialog(FormDialog):
    """What is to mend, by whom and until when."""

    def __init__(self, presenter: VisitPresenter, parent: QWidget | None) -> None:
        self.presenter = presenter
        super().__init__(
            translate("window", "What is to mend"),
            translate("window", "Write it down"),
            self._act,
            parent,
            back=translate("window", "Back"),
        )
        self.text = long_field(lines=2)
        self.who = text_field("", translate("window", "For example: the treasurer"))
        self.due = DateEdit(translate("window", "Until"), clock.today() + timedelta(days=_DAYS))
        self.form.add("text", translate("window", "Finding"), self.text)
        self.form.add("who", translate("window", "Who mends it"), self.who)
        self.form.add("due", translate("window", "Until"), self.due)
        self.text.setFocus()
        self.fit()

    def _act(self) -> None:
        self.presenter.find(self.text.toPlainText(), self.who.text(), self.due.day())


class MendDialog(FormDialog):
    """How a finding was dealt with, and on which day."""

    def __init__(
        self, presenter: VisitsPresenter, finding: Finding, parent: QWidget | None
    ) -> None:
        self.presenter, self.finding = presenter, finding
        super().__init__(
            translate("window", "A finding is mended"),
            translate("window", "Write it down"),
            self._act,
            parent,
            back=translate("window", "Back"),
        )
        self.body.insertWidget(1, label(f"{finding.club}: {finding.text}", "strong"))
        self.outcome = long_field(lines=2)
        self.on = DateEdit(translate("window", "Mended on"), clock.today())
        self.form.add("outcome", translate("window", "How it was mended"), self.outcome)
        self.form.add("on", translate("window", "Mended on"), self.on)
        self.outcome.setFocus()
        self.fit()

    def _act(self) -> None:
        self.presenter.mend(self.finding, self.outcome.toPlainText(), self.on.day())
