"""The first screen: the next step as the biggest button, and how the club stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.base.text import translate
from app.domain.money import format_dong
from app.domain.periods import Month
from app.ui import theme
from app.ui.context import Context
from app.ui.screen import Page, Screen, fill
from app.ui.screens.home.presenter import SIGNS, TONES, HomeFacts, HomePresenter, Step
from app.ui.screens.home.waiting import AGREEMENT, Todo
from app.ui.widgets.basics import (
    GAP,
    Notice,
    Tile,
    button,
    clear,
    hairline,
    label,
    row,
    section,
    title,
)
from app.ui.widgets.charts import Bar, Bars, Box, LineChart, Part, StackedBar, YearBoxes
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.form import long_field
from app.ui.wording import month_words

_STEP_ICONS = {Step.START: "calendar-check", Step.GO_ON: "arrow-right", Step.PRINT: "printer"}
_LATE_TONES = {"current": "good", "1-30": "watch", "31-60": "watch"}
_TODO_SIGNS = {"": "•", "watch": "!", "late": "!"}


class HomeScreen(Screen):
    """Says what to do next, and leads there."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.presenter = HomePresenter(context, context.path)
        self._page = Page()
        self._boxes = YearBoxes()
        self._boxes.chosen.connect(self._on_month)
        self._line = LineChart()
        self._lateness = StackedBar()
        self._lateness_words = label("", "small")
        self._line_words = label("", "small")
        self._came = Bars()
        self._came_words = label("", "small")
        self._headline = title("")
        self.next = button("", self._on_next, role="biggest")
        self.skip = button(
            translate("window", "No meeting this month…"), self._on_skip, role="plain"
        )
        self._reason = Notice("")
        self._year = label("", "small")
        self._tiles = FlowLayout(gap=GAP, even=True)
        self._todos = QVBoxLayout()
        self._todos.setSpacing(8)
        self._lay_out()
        fill(self, self._page)

    def _lay_out(self) -> None:
        column = self._page.column
        column.addWidget(self._headline)
        column.addLayout(FlowLayout(self.next, self.skip, gap=GAP))
        column.addSpacing(4)
        column.addWidget(self._boxes)
        column.addWidget(self._year)
        column.addWidget(self._reason)
        column.addLayout(self._tiles)
        column.addSpacing(4)
        left, right = QVBoxLayout(), QVBoxLayout()
        for side in (left, right):
            side.setSpacing(8)
        left.addWidget(section(translate("window", "To do")))
        left.addWidget(hairline())
        left.addLayout(self._todos)
        left.addStretch(1)
        right.addWidget(section(translate("window", "The fund over 24 months")))
        right.addWidget(hairline())
        right.addWidget(self._line, 1)
        right.addWidget(self._line_words)
        column.addLayout(_beside(left, right), 1)
        column.addLayout(self._more_pictures())

    def _more_pictures(self) -> QHBoxLayout:
        self._came_title = section(translate("window", "Who came, month by month"))
        self._lateness_title = section(translate("window", "Loans by lateness"))
        left, right = QVBoxLayout(), QVBoxLayout()
        for side, parts in (
            (left, (self._came_title, hairline(), self._came, self._came_words)),
            (right, (self._lateness_title, hairline(), self._lateness, self._lateness_words)),
        ):
            side.setSpacing(8)
            for part in parts:
                side.addWidget(part)
            side.addStretch(1)
        return _beside(left, right)

    def reload(self) -> None:
        facts = self.presenter.facts()
        self.facts = facts
        self._headline.setText(facts.headline)
        self.next.setText(facts.verb)
        self.skip.setVisible(facts.can_skip)
        for made in (self.next, self.skip):
            made.setEnabled(not self.context.read_only or facts.step is Step.PRINT)
        self._year.setText(facts.year_words)
        self._reason.say("")
        self._show_year(facts)
        clear(self._tiles)
        for figure in facts.figures:
            tile = Tile(figure.name, figure.amount, figure.remark, figure.tone)
            tile.setMinimumWidth(self.fontMetrics().horizontalAdvance("0") * 19)
            self._tiles.addWidget(tile)
        clear(self._todos)
        for todo in facts.todos:
            self._todos.addWidget(self._todo(todo))
        if not facts.todos:
            self._todos.addWidget(label(translate("window", "Nothing waits."), "soft"))
        self._line.fill(facts.line, translate("window", "The fund over 24 months"))
        self._line_words.setText(facts.line_words)
        self._show_lateness(facts)
        self._show_came(facts)

    def begin(self) -> None:
        self.next.setFocus()

    def _show_year(self, facts: HomeFacts) -> None:
        boxes = [
            Box(
                box.month.number,
                SIGNS[box.state],
                box.word,
                TONES.get(box.state, "soft"),
                box.reason,
            )
            for box in facts.year
        ]
        self._boxes.fill(boxes, facts.year_words)

    def _show_lateness(self, facts: HomeFacts) -> None:
        parts = [
            Part(part.word, part.amount, _LATE_TONES.get(part.code, "late"))
            for part in facts.lateness
        ]
        self._lateness.fill(parts, self._lateness_title.text())
        words = " · ".join(f"{part.word}: {format_dong(part.amount)}" for part in parts)
        self._lateness_words.setText(words or translate("window", "No loan is out."))

    def _show_came(self, facts: HomeFacts) -> None:
        bars = [
            Bar(str(met.month.number), str(met.present), met.present, met.listed)
            for met in facts.came
        ]
        self._came.fill(bars, f"{self._came_title.text()}. {facts.came_words}")
        none = translate("window", "Meetings stand here once they are closed.")
        self._came_words.setText(facts.came_words or none)
        self._came.setVisible(bool(bars))

    def _todo(self, todo: Todo) -> QWidget:
        line = QWidget()
        words = label(f"{_TODO_SIGNS[todo.tone]}  {todo.text}", todo.tone)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        act = button(todo.verb, lambda: self._on_todo(todo))
        act.setEnabled(todo.screen != AGREEMENT or not self.context.read_only)
        act.setAccessibleName(f"{todo.verb}: {todo.text}")
        act.setMinimumWidth(theme.scaled(4.5))
        layout = row(words, act)
        layout.setAlignment(act, Qt.AlignmentFlag.AlignTop)
        line.setLayout(layout)
        return line

    def _on_todo(self, todo: Todo) -> None:
        if todo.screen == AGREEMENT and isinstance(todo.about, Month):
            from app.ui.paper_agreement_dialog import AgreementDialog

            AgreementDialog(self.context, todo.about, self).exec()
        else:
            self.wanted.emit(todo.screen, todo.about)

    def _on_next(self) -> None:
        facts = self.facts
        if facts.step is Step.PRINT:
            self.wanted.emit("reports", facts.month)
        else:
            self.wanted.emit("meeting", facts.month)

    def _on_month(self, number: int) -> None:
        box = self.facts.year[number - 1]
        if box.state in ("missing", "open"):
            self.wanted.emit("meeting", box.month)
        elif box.state == "held":
            self.wanted.emit("reports", box.month)
        elif box.state == "not_held":
            text = translate("window", "No meeting in {month}: {reason}")
            self._reason.say(text.format(month=month_words(box.month), reason=box.reason))

    def _on_skip(self) -> None:
        NotHeldDialog(self.presenter, self.facts.month, self).exec()


def _beside(left: QVBoxLayout, right: QVBoxLayout) -> QHBoxLayout:
    made = row(gap=32)
    made.addLayout(left, 3)
    made.addLayout(right, 2)
    return made


class NotHeldDialog(FormDialog):
    """Why a month had no meeting: it counts in the year, with its reason."""

    def __init__(self, presenter: HomePresenter, month: Month, parent: QWidget) -> None:
        self.reason = long_field(lines=3)
        super().__init__(
            translate("window", "No meeting in {month}").format(month=month_words(month)),
            translate("window", "Record that there was no meeting"),
            lambda: presenter.not_held(month, self.reason.toPlainText()),
            parent,
            back=translate("window", "Back"),
        )
        self.form.add(
            "reason",
            translate("window", "Why was there no meeting?"),
            self.reason,
            translate("window", "For example: storm and flood; funeral in the hamlet."),
        )
        self.fit()
