"""The meeting: chosen, then worked through in six steps, each open at any time."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.base.text import translate
from app.domain.periods import Month, format_day
from app.services.help_topics import MEETING_STEPS
from app.ui import theme
from app.ui.context import Context
from app.ui.screen import Screen, fill
from app.ui.screens.meeting import history
from app.ui.screens.meeting.backlog import BacklogPresenter
from app.ui.screens.meeting.backlog_panel import BacklogPage
from app.ui.screens.meeting.beginning import ClosedPage, OpenPage
from app.ui.screens.meeting.count_panel import CountPanel
from app.ui.screens.meeting.history import Changes
from app.ui.screens.meeting.outlays import OutlaysPresenter
from app.ui.screens.meeting.outlays_panel import OutlaysPanel
from app.ui.screens.meeting.panel import Panel
from app.ui.screens.meeting.presenter import MeetingPresenter
from app.ui.screens.meeting.sheet_panel import SheetPanel
from app.ui.screens.meeting.sign_panel import SignPanel
from app.ui.screens.meeting.steps_back import StepsBack
from app.ui.screens.meeting.words_panel import WordsPanel
from app.ui.widgets import mnemonics
from app.ui.widgets.basics import EDGE, button, label, row
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.question import sure
from app.ui.widgets.scroll_page import ScrollPage

LAST = 6
_LOWEST = 8
"""A step never gets less room than so many letters' heights."""
_QUICK = 3
"""The page of missed months in the pile of pages."""


class _Steps(QStackedWidget):
    """The step in work takes the room there is; its own page scrolls, and asks for no more."""

    def hasHeightForWidth(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """What the step in front needs; the others may need more."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()


class MeetingScreen(Screen):
    """Holds the presenter, the six panels and the way between them."""

    own_search = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.presenter = MeetingPresenter(context, self)
        self._month: Month | None = None
        self.sheet = SheetPanel(self.presenter)
        self.outlays = OutlaysPanel(OutlaysPresenter(context, self.presenter, self))
        self.words = WordsPanel(self.presenter)
        self.count = CountPanel(self.presenter)
        self.sign = SignPanel(self.presenter)
        self._panels: dict[int, Panel] = {
            1: self.sheet, 2: self.sheet, 3: self.outlays, 4: self.words, 5: self.count,
            6: self.sign,
        }  # fmt: skip
        self._steps = _Steps()
        for panel in (self.sheet, self.outlays, self.words, self.count, self.sign):
            panel.stored.connect(self._on_stored)
            self._steps.addWidget(panel)
        self.sign.closed.connect(self._on_closed)
        self.step = 1
        self._title = label("", "section", wrap=False)
        self._tabs: dict[int, QToolButton] = {}
        self._work = QWidget()
        self.back = StepsBack(self._work, self.presenter, self._on_step_back)
        self.next = button("", self._on_next, role="next")
        backlog = BacklogPresenter(context, self.presenter, self)
        self.opening = OpenPage(self.presenter, backlog, self._on_opened, self._on_quick)
        self.quick = BacklogPage(backlog)
        self.quick.done.connect(self._on_backlog_done)
        self.quick.full.connect(self._on_opened)
        self.done = ClosedPage(context, self.wanted.emit)
        self._pages = QStackedWidget()
        self._lay_out_work()
        for page in (self.opening, self._work, self.done, self.quick):
            self._pages.addWidget(page)
        fill(self, self._pages)
        QShortcut(QKeySequence("Ctrl+Return"), self._work).activated.connect(self._on_next)

    def open_at(self, about: object) -> None:
        self._month = about if isinstance(about, Month) else None
        if self._month is not None:
            self.presenter.closed = None

    def reload(self) -> None:
        if self.presenter.draft is None or self._month is not None:
            self.presenter.choose(self._month)
        else:
            self.presenter.refresh()
        if self.presenter.draft is not None and self._pages.currentIndex() == _QUICK:
            self.quick.reload()
        elif self.presenter.draft is not None:
            self._pages.setCurrentIndex(1)
            self._go(self.presenter.draft.step or 1)
        elif self.presenter.closed is not None:
            self._pages.setCurrentIndex(2)
        else:
            self.opening.reload(self._month)
            self._pages.setCurrentIndex(0)
        self._month = None

    def help_topic(self) -> str:
        return MEETING_STEPS[self.step - 1] if self._pages.currentIndex() == 1 else ""

    def begin(self) -> None:
        if self._pages.currentIndex() == 1:
            self._panels[self.step].begin()
        elif self._pages.currentIndex() == 0:
            self.opening.begin()
        elif self._pages.currentIndex() == _QUICK:
            self.quick.begin()
        else:
            self.done.begin()

    def _lay_out_work(self) -> None:
        drop = button(
            translate("window", "Throw this meeting away…"), self._on_cancel, role="plain"
        )
        top = FlowLayout(self._title, self.back.undo, self.back.redo, drop, gap=8)
        top.setContentsMargins(EDGE, 12, EDGE, 0)
        foot = row()
        foot.addWidget(self.sheet.sums, 1)
        foot.addStretch(0)
        foot.addWidget(self.next, 0, Qt.AlignmentFlag.AlignRight)
        foot.setContentsMargins(EDGE, 4, EDGE, 12)
        layout = QVBoxLayout(self._work)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._upper(top), 1)
        layout.addLayout(foot)

    def _upper(self, top: FlowLayout) -> ScrollPage:
        """Title, steps and the step in work: in a low window they scroll, rather than squeeze."""
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.back.said)
        column.addLayout(self._step_bar())
        column.addWidget(self._steps, 1)
        self._steps.setMinimumHeight(theme.scaled(_LOWEST))
        return ScrollPage(inner)

    def _step_bar(self) -> FlowLayout:
        names = (
            translate("window", "Attendance"),
            translate("window", "Collecting"),
            translate("window", "Loans and payments"),
            translate("window", "Contents"),
            translate("window", "Cash count"),
            translate("window", "Sign and print"),
        )
        for number, name in enumerate(names, start=1):
            tab = QToolButton()
            tab.setText(f"{number}. {name}")
            tab.setCheckable(True)
            tab.setProperty("role", "step")
            tab.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            tab.clicked.connect(lambda _c=False, number=number: self._on_step(number))
            self._tabs[number] = tab
        steps = FlowLayout(*self._tabs.values(), gap=0)
        steps.setContentsMargins(EDGE, 0, EDGE, 4)
        return steps

    def _go(self, number: int) -> None:
        """Show a step as the meeting is stored now."""
        self.step = min(max(1, number), LAST)
        meeting = self.presenter.meeting
        words = translate("window", "Meeting of month {number} · {day}")
        self._title.setText(words.format(number=meeting.month.number, day=format_day(meeting.on)))
        for other, tab in self._tabs.items():
            tab.setChecked(other == self.step)
        panel = self._panels[self.step]
        if panel is self.sheet:
            self.sheet.show_money(self.step == 2)
        panel.reload()
        self._steps.setCurrentWidget(panel)
        self.sheet.sums.setVisible(panel is self.sheet)
        self.next.setVisible(self.step < LAST)
        if self.step < LAST:
            name = mnemonics.plain(self._tabs[self.step + 1].text()).split(". ", 1)[1]
            self.next.setText(translate("window", "Next: {step}").format(step=name))
        self.back.reload(writable=not self.context.read_only)
        panel.begin()

    def _on_step(self, number: int) -> None:
        if self.presenter.draft is None:
            return
        if focused := self.focusWidget():
            focused.clearFocus()
        if not self.context.read_only and self.presenter.meeting.step != number:
            self.presenter.write("step", number)
        self._go(number)

    def _on_next(self) -> None:
        if self.presenter.draft is not None and self.step < LAST:
            self._on_step(self.step + 1)

    def _on_step_back(self, changes: Changes) -> None:
        """Show the place where a change that was taken back, or made again, is seen."""
        step = history.step_of(changes)
        if not (step == 1 and self.step == 2):
            self._on_step(step)
        self._on_stored()
        self._panels[self.step].reload()
        if self._panels[self.step] is self.sheet:
            self.sheet.go_to(history.member_of(changes))

    def _on_stored(self) -> None:
        self.back.reload(writable=not self.context.read_only)
        if self.presenter.draft is not None and self.step == LAST:
            self.sign.reload()

    def _on_quick(self) -> None:
        self._pages.setCurrentIndex(_QUICK)
        self.quick.reload()
        self.quick.begin()

    def _on_backlog_done(self) -> None:
        """No missed month is left, or the rest waits: what was closed last can be printed."""
        self.presenter.draft = None
        if self.presenter.closed is not None:
            self._on_closed()
        else:
            self.opening.reload(None)
            self._pages.setCurrentIndex(0)
            self.opening.begin()

    def _on_opened(self) -> None:
        self._pages.setCurrentIndex(1)
        self._go(1)

    def _on_closed(self) -> None:
        if self.presenter.closed is not None:
            self.done.show_month(self.presenter.closed)
            self._pages.setCurrentIndex(2)
            self.done.begin()

    def _on_cancel(self) -> None:
        if sure(
            translate("window", "Throw this meeting away?"),
            translate("window", "All that was typed for it is gone, and cannot be brought back."),
            translate("window", "Throw it away"),
            translate("window", "Keep it"),
            self.window(),
            loses=True,
        ):
            self.presenter.cancel()
            self.reload()
