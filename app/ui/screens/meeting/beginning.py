"""Before and after the six steps: which month is opened, and what comes once it is closed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.base.errors import AppError, InvalidError, Problem
from app.base.text import translate
from app.domain.periods import Month
from app.services.printing import PaperRequest
from app.services.sentences import sentence
from app.ui import papers, theme
from app.ui.context import Context
from app.ui.screen import Page, fill
from app.ui.screens.meeting.backlog import BacklogPresenter
from app.ui.screens.meeting.presenter import MeetingPresenter
from app.ui.widgets.basics import GAP, Notice, button, label, set_role, title
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.form import Form, choice_field
from app.ui.wording import capital, month_words

_ICONS = {False: "calendar-check", True: "list-checks"}
"""The sign of the six steps, and the one of the quick page for missed months."""


class OpenPage(QWidget):
    """Which month's meeting, on which day; a missed one on one page, if she likes."""

    def __init__(
        self,
        presenter: MeetingPresenter,
        backlog: BacklogPresenter,
        opened: Callable[[], None],
        quick: Callable[[], None],
    ) -> None:
        super().__init__()
        self._presenter = presenter
        self._backlog = backlog
        self._opened = opened
        self._quick = quick
        self._months: tuple[Month, ...] = ()
        self.month = choice_field([])
        self.month.currentIndexChanged.connect(self._on_month)
        self.on = DateEdit(translate("window", "Day of the meeting"))
        self.start = button(
            translate("window", "Start the meeting"), self._on_start, role="biggest",
            icon=_ICONS[False],
        )  # fmt: skip
        self.quick = button(
            translate("window", "Record quickly, month after month"), self._on_quick,
            icon=_ICONS[True],
        )  # fmt: skip
        self._wrong = Notice("", "late")
        self._none = label("", "soft")
        self._form = Form()
        self._form.add("month", translate("window", "Month"), self.month)
        self._form.add("on", translate("window", "Day of the meeting"), self.on)
        self._form.setMaximumWidth(self.fontMetrics().horizontalAdvance("0") * 40)
        page = Page()
        page.column.addWidget(title(translate("window", "Open a meeting")))
        page.column.addWidget(self._none)
        page.column.addWidget(self._form)
        page.column.addWidget(self._wrong)
        page.column.addLayout(FlowLayout(self.quick, self.start, gap=GAP))
        page.column.addStretch(1)
        fill(self, page)

    def reload(self, wanted: Month | None) -> None:
        """Offer the months that wait; ``wanted`` is chosen when it is among them."""
        self._months = self._presenter.waiting()
        self.month.clear()
        for month in self._months:
            self.month.addItem(capital(month_words(month)), str(month))
        chosen = str(wanted or (self._months[-1] if self._months else ""))
        self.month.setCurrentIndex(max(0, self.month.findData(chosen)))
        for widget in (self._form, self.start):
            widget.setVisible(bool(self._months))
        self._none.setVisible(not self._months)
        self._none.setText(
            translate(
                "window",
                "Every month up to now is recorded. The next meeting can be opened next month.",
            )
        )
        self._wrong.say("")
        self._on_month()

    def begin(self) -> None:
        (self.start if self.quick.isHidden() else self.quick).setFocus()

    def _offer_quick(self, month: Month) -> None:
        """For a missed month the quick way is the next step; this month has its six steps."""
        missed = month in self._backlog.missed()
        self.quick.setVisible(missed)
        first, second = (self.quick, self.start) if missed else (self.start, self.quick)
        set_role(first, "biggest")
        set_role(second, "")
        first.setIcon(theme.icon_beside(_ICONS[missed], "raised"))
        second.setIcon(theme.icon_beside(_ICONS[not missed], "accent"))

    def _on_quick(self) -> None:
        month = self._chosen()
        if month is None:
            return
        try:
            self._backlog.open(month)
        except AppError as error:
            self._wrong.say(sentence(error), "late")
        else:
            self._quick()

    def _chosen(self) -> Month | None:
        data = self.month.currentData()
        return Month.parse(data) if data else None

    def _on_month(self) -> None:
        if month := self._chosen():
            self.on.show_day(self._presenter.usual_day(month))
            self._offer_quick(month)

    def _on_start(self) -> None:
        month = self._chosen()
        try:
            day = self.on.day()
            if month is None or day is None:
                raise InvalidError([Problem("day.missing", field="on")])
            self._presenter.open(month, day)
        except InvalidError as error:
            self._form.accuse(error)
        except AppError as error:
            self._wrong.say(sentence(error), "late")
        else:
            self._form.forgive()
            self._opened()


class ClosedPage(QWidget):
    """The papers of the month that was just closed, and where it goes next."""

    def __init__(self, context: Context, go: Callable[[str, object], None]) -> None:
        super().__init__()
        self._context = context
        self._month: Month | None = None
        self._title = title("")
        self.minutes = button(
            translate("window", "Print the minutes"), lambda: self._print("minutes"),
            role="biggest", icon="printer",
        )  # fmt: skip
        self.statement = button(
            translate("window", "Print the fund statement"),
            lambda: self._print("fund-statement"),
            icon="printer",
        )
        save = button(translate("window", "Save the minutes as a file…"), self._save, icon="save")
        send = button(
            translate("window", "Send to the Women's Union"),
            lambda: go("exchange", self._month),
            icon="send",
        )
        home = button(translate("window", "Home"), lambda: go("home", None), role="plain")
        page = Page()
        page.column.addWidget(self._title)
        page.column.addWidget(
            Notice(
                translate("window", "The meeting is closed. Everything of it stands in the book."),
                "good",
            )
        )
        page.column.addLayout(FlowLayout(self.minutes, gap=GAP))
        page.column.addLayout(FlowLayout(self.statement, save, send, home, gap=GAP))
        page.column.addStretch(1)
        fill(self, page)

    def show_month(self, month: Month) -> None:
        self._month = month
        self._title.setText(capital(month_words(month)))

    def begin(self) -> None:
        self.minutes.setFocus()

    def _print(self, name: str) -> None:
        papers.show(self._context, PaperRequest(name, month=self._month), self.window())

    def _save(self) -> None:
        papers.save(self._context, PaperRequest("minutes", month=self._month), self.window())
