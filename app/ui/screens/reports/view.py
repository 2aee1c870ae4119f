"""All papers of the club: chosen, looked at, printed, saved."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QGridLayout, QWidget

from app.base.text import translate
from app.domain.periods import Month
from app.ui import papers
from app.ui.context import Context
from app.ui.papers import paper_words
from app.ui.screen import Page, Screen, fill
from app.ui.screens.reports.presenter import MONTHLY, ReportsPresenter, listed
from app.ui.widgets.basics import Notice, button, column, hairline, label, title
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.form import choice_field
from app.ui.wording import capital, month_words, person


class ReportsScreen(Screen):
    """A line for each paper; the month stands above them all."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.presenter = ReportsPresenter(context)
        self.month = choice_field([])
        self.month.setAccessibleName(translate("window", "Month"))
        self.member = choice_field([])
        self.member.setAccessibleName(translate("window", "Member"))
        self.looks: dict[str, QWidget] = {}
        self.saves: dict[str, QWidget] = {}
        self._none = Notice("", "watch")
        page = Page()
        page.column.addWidget(title(translate("window", "Papers")))
        page.column.addLayout(
            FlowLayout(
                label(translate("window", "Month"), "strong", wrap=False),
                self.month,
                label(translate("window", "Member"), "strong", wrap=False),
                self.member,
            )
        )
        page.column.addWidget(self._none)
        page.column.addWidget(self._papers())
        page.column.addStretch(1)
        fill(self, page)
        self.month.currentIndexChanged.connect(self._on_month)

    def open_at(self, about: object) -> None:
        if isinstance(about, Month):
            self._wanted = about

    _wanted: Month | None = None

    def reload(self) -> None:
        chosen = str(self._wanted or self.month.currentData() or "")
        self._wanted = None
        self.month.blockSignals(True)
        self.month.clear()
        for month in self.presenter.months():
            self.month.addItem(capital(month_words(month)), str(month))
        self.month.setCurrentIndex(max(0, self.month.findData(chosen)))
        self.month.blockSignals(False)
        kept = self.member.currentData()
        self.member.clear()
        for member in self.presenter.people():
            self.member.addItem(person(member), member.code)
        self.member.setCurrentIndex(max(0, self.member.findData(kept)))
        self._on_month()

    def begin(self) -> None:
        self.looks["minutes"].setFocus()

    def _papers(self) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        place = 0
        for paper in listed():
            grid.addWidget(hairline(), place, 0, 1, 3)
            name = label(paper_words(paper.name), "strong")
            words = QWidget()
            layout = column(name, label(paper.about, "small"), gap=2)
            words.setLayout(layout)
            look = button(
                translate("window", "Look and print…"),
                partial(self._on_look, paper.name),
                icon="printer",
            )
            save = button(
                translate("window", "Save as…"), partial(self._on_save, paper.name), icon="save"
            )
            for made, verb in ((look, self.looks), (save, self.saves)):
                made.setAccessibleName(f"{made.text()} {paper_words(paper.name)}")
                verb[paper.name] = made
            grid.addWidget(words, place + 1, 0)
            grid.addWidget(look, place + 1, 1)
            grid.addWidget(save, place + 1, 2)
            place += 2
        return box

    def _month(self) -> Month:
        return Month.parse(self.month.currentData())

    def _on_month(self) -> None:
        if not self.month.currentData():
            return
        month = self._month()
        held = self.presenter.state(month) in ("held", "not_held")
        for name in MONTHLY:
            if name != "fund-statement":
                self.looks[name].setEnabled(held)
                self.saves[name].setEnabled(held)
        words = translate("window", "The meeting of {month} is not closed: it has no minutes yet.")
        self._none.say("" if held else words.format(month=month_words(month)), "watch")

    def _on_look(self, name: str) -> None:
        request = self.presenter.request(name, self._month(), str(self.member.currentData() or ""))
        papers.show(self.context, request, self.window())

    def _on_save(self, name: str) -> None:
        request = self.presenter.request(name, self._month(), str(self.member.currentData() or ""))
        papers.save(self.context, request, self.window())
