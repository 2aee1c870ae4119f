"""The dialogs of a split or a merger: who goes, what goes along, and what another book gave."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.base import clock
from app.base.errors import AppError, InvalidError, Problem
from app.base.paths import documents_dir
from app.base.text import translate
from app.domain.periods import format_day
from app.domain.succession import Handover
from app.ui.screens.settings.succession import (
    GiveForm,
    SuccessionPresenter,
    file_name,
    sum_lines,
)
from app.ui.widgets.basics import button, label, row
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.figure_list import FigureList
from app.ui.widgets.form import text_field
from app.ui.widgets.money_edit import MoneyEdit
from app.ui.widgets.tick_list import TickList
from app.ui.wording import person


class GiveDialog(FormDialog):
    """To which club, who goes, and which share of the funds. Books nothing."""

    planned: Handover
    asked: GiveForm

    def __init__(self, presenter: SuccessionPresenter, parent: QWidget | None) -> None:
        self._presenter = presenter
        self.to_club = text_field("")
        self.on = DateEdit(translate("window", "Day"), clock.today())
        self.percent = text_field("")
        self.borrowed = MoneyEdit(translate("window", "Borrowed capital that goes along"))
        self.minutes = text_field("")
        self.going = TickList(translate("window", "Who goes"), presenter.people())
        super().__init__(
            translate("window", "Hand over to another club"),
            translate("window", "Work out what goes along"),
            self._act,
            parent,
            back=translate("window", "Back"),
            columns=2,
        )
        self._lay_out()
        self.to_club.setFocus()

    def _lay_out(self) -> None:
        add = self.form.add
        add("to_club", translate("window", "Name of the other club"), self.to_club, wide=True)
        add("on", translate("window", "Day"), self.on)
        add("minutes", translate("window", "Agreed in"), self.minutes)
        add("percent", translate("window", "Share of the funds, in %"), self.percent,
            translate("window", "Empty: an equal share for each member who goes"))  # fmt: skip
        if self._presenter.borrowed():
            add("borrowed", translate("window", "Borrowed capital that goes along"), self.borrowed)
        else:
            self.borrowed.setParent(self)
            self.borrowed.hide()
        add("going", translate("window", "Who goes"), self.going, wide=True)
        everybody = button(translate("window", "Everybody goes"), self.going.tick_all)
        self.body.insertLayout(2, row(everybody, None))

    def _act(self) -> None:
        try:
            day = self.on.day()
        except AppError as error:
            raise InvalidError([Problem(error.code, error.params, "on")]) from error
        try:
            borrowed = self.borrowed.amount()
        except AppError as error:
            raise InvalidError([Problem(error.code, error.params, "borrowed")]) from error
        form = GiveForm(
            on=day,
            to_club=self.to_club.text(),
            going=self.going.chosen(),
            percent=self.percent.text(),
            borrowed=borrowed,
            minutes=self.minutes.text(),
        )
        self.planned, self.asked = self._presenter.plan(form), form


class _HandoverDialog(FormDialog):
    """A handover in figures and names, above the button that books it."""

    def _show(self, handover: Handover, words: str) -> None:
        self.figures = FigureList(translate("window", "What goes along"))
        self.figures.fill(sum_lines(handover))
        people = "\n".join(person(member) for member in handover.members)
        heading = translate("window", "Members who go along: {count}")
        self.form.hide()
        self.body.insertWidget(1, label(words))
        self.body.insertWidget(2, self.figures)
        self.body.insertWidget(3, label(heading.format(count=len(handover.members)), "strong"))
        self.body.insertWidget(4, label(people))


class GiveNowDialog(_HandoverDialog):
    """What goes along, to be looked at; booked together with the file for the other club."""

    given: Handover

    def __init__(
        self, presenter: SuccessionPresenter, asked: GiveDialog, parent: QWidget | None
    ) -> None:
        self._presenter, self._form, self._planned = presenter, asked.asked, asked.planned
        super().__init__(
            translate("window", "Hand over to {club}").format(club=asked.planned.taker),
            translate("window", "Book it and save the file…"),
            self._act,
            parent,
            back=translate("window", "Look again"),
        )
        words = translate(
            "window",
            "On {day} these members leave this book with their loans, their savings and the money "
            "below. The other club takes them over with the file, and both sign the minutes.",
        )
        self._show(asked.planned, words.format(day=format_day(asked.planned.on)))

    def _act(self) -> None:
        start = documents_dir() / file_name(self._planned)
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            translate("window", "File for the other club"),
            str(start),
            translate("window", "Hand-over (*.json)"),
        )
        if not chosen:
            raise InvalidError([Problem("handover.file_missing", field="file")])
        out = Path(chosen)
        out.unlink(missing_ok=True)
        self.given = self._presenter.give(self._form, out)


class TakeDialog(_HandoverDialog):
    """What another club gave, to be compared with the signed minutes before it is booked."""

    def __init__(
        self, presenter: SuccessionPresenter, handover: Handover, parent: QWidget | None
    ) -> None:
        super().__init__(
            translate("window", "Take over from {club}").format(club=handover.giver.name),
            translate("window", "Take it into this book"),
            lambda: presenter.take(handover),
            parent,
            back=translate("window", "Back"),
        )
        words = translate(
            "window",
            "Handed over on {day} to {club}; agreed in: {minutes}. Compare with the signed "
            "minutes before you take it in.",
        )
        words = words.format(
            day=format_day(handover.on), club=handover.taker, minutes=handover.minutes
        )
        self._show(handover, words)
