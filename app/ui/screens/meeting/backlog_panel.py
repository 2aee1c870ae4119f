"""A missed month on one page: its day, the sheet, who signs; then the next one. No note count."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.base.errors import AppError, InvalidError
from app.base.text import translate
from app.domain.periods import Month
from app.services.sentences import sentence, sentences
from app.ui.screen import Page
from app.ui.screens.meeting.backlog import BacklogPresenter
from app.ui.screens.meeting.sheet_panel import SheetPanel
from app.ui.screens.meeting.sign_panel import sure_to_close
from app.ui.screens.meeting.signers import Signers
from app.ui.screens.meeting.steps_back import StepsBack
from app.ui.widgets.basics import EDGE, GAP, Notice, button, label, row
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.form import long_field
from app.ui.wording import capital, month_words

_LISTED = 3
"""So many problems are named; the sheet needs the room."""


class BacklogPage(QWidget):
    """``done`` when no missed month is left; ``full`` when this one shall have its six steps."""

    done = Signal()
    full = Signal()

    def __init__(self, backlog: BacklogPresenter) -> None:
        super().__init__()
        self._backlog = backlog
        self._title = label("", "section", wrap=False)
        self.on = DateEdit(translate("window", "Day of the meeting"))
        self.sheet = SheetPanel(backlog.meeting)
        self.signers = Signers(backlog.meeting)
        self.who = button(translate("window", "Who signs…"), self._on_who, role="plain")
        self._signing = label("", "small")
        self._wrong = Notice("", "late")
        self.back = StepsBack(self, backlog.meeting, lambda _changes: self.sheet.reload())
        self.next = button("", self._on_close, role="next")
        self.skip = button(translate("window", "No meeting this month…"), self._on_skip)
        self.whole = button(translate("window", "All six steps"), self.full.emit, role="plain")
        self.leave = button(translate("window", "Go on later"), self.done.emit, role="plain")
        self._lay_out()
        self.on.left.connect(self._on_day)
        for choice in (self.signers.typist, self.signers.first, self.signers.second):
            choice.activated.connect(self._say_who)
        self.sheet.stored.connect(lambda: self.back.reload(writable=True))
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._on_close)

    def _lay_out(self) -> None:
        self.on.setMinimumWidth(self.fontMetrics().horizontalAdvance("0") * 14)
        top = FlowLayout(self._title, self.on, self.back.undo, self.back.redo)
        top.setContentsMargins(EDGE, 12, EDGE, 0)
        foot = row(gap=GAP)
        foot.addWidget(self.sheet.sums, 1)
        foot.addWidget(self.next, 0, Qt.AlignmentFlag.AlignRight)
        foot.setContentsMargins(EDGE, 4, EDGE, 12)
        under = QVBoxLayout()
        under.setContentsMargins(EDGE, 0, EDGE, 0)
        under.addWidget(self._wrong)
        under.addLayout(FlowLayout(self.skip, self.whole, self.leave, self.who))
        under.addWidget(self._signing)
        under.addWidget(self.signers)
        self.signers.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self.back.said)
        layout.addWidget(self._middle(under), 1)
        layout.addLayout(foot)

    def _middle(self, under: QVBoxLayout) -> Page:
        """Sheet and choices; in large type they scroll rather than squeeze the sheet."""
        page = Page()
        page.column.setContentsMargins(0, 0, 0, 0)
        page.column.setSpacing(6)
        page.column.addWidget(self.sheet, 1)
        page.column.addLayout(under)
        return page

    def reload(self) -> None:
        """Show the missed month that is open."""
        meeting = self._backlog.meeting.draft
        if meeting is None:
            return
        left = len(self._backlog.missed())
        words = translate("window", "{month} · still to record: {count}")
        self._title.setText(words.format(month=capital(month_words(meeting.month)), count=left))
        self.on.show_day(meeting.on)
        following = self._backlog.after(meeting.month)
        self.next.setText(
            translate("window", "Close, go on with {month}").format(month=month_words(following))
            if following
            else translate("window", "Close the meeting")
        )
        self.sheet.show_both()
        self.sheet.reload()
        self.signers.reload()
        self._say_who()
        self._wrong.say("")
        self.back.reload(writable=True)

    def begin(self) -> None:
        self.sheet.begin()

    def _say_who(self) -> None:
        """Who signs stands in one line; the sheet needs the room of the three choices."""
        words = translate("window", "Typed by {typist}; confirmed by {first} and {second}.")
        self._signing.setText(
            words.format(
                typist=self.signers.typist.currentText(),
                first=self.signers.first.currentText(),
                second=self.signers.second.currentText(),
            )
        )

    def _on_who(self) -> None:
        self.signers.setVisible(self.signers.isHidden())
        if self.signers.isVisible():
            self.signers.typist.setFocus()

    def _on_day(self, day: date | None) -> None:
        if day is None or self._backlog.meeting.draft is None:
            return
        try:
            self._backlog.hold_on(day)
        except AppError as error:
            self._wrong.say(sentence(error), "late")
        else:
            self._wrong.say("")
            self.sheet.reload()

    def _on_close(self) -> None:
        meeting = self._backlog.meeting.draft
        if meeting is None:
            return
        if focused := self.focusWidget():
            focused.clearFocus()
        found = [sentence(problem) for problem in self._backlog.meeting.problems()]
        if found:
            self._wrong.say("\n".join(found[:_LISTED]), "late")
            self.sheet.begin()
        elif sure_to_close(meeting.month, self.window()):
            self._go_on(
                lambda: self._backlog.close(self.signers.typed_by, self.signers.confirmed_by)
            )

    def _on_skip(self) -> None:
        meeting = self._backlog.meeting.draft
        if meeting is not None:
            dialog = SkipDialog(self._backlog, meeting.month, self.window())
            if dialog.exec():
                self._show(dialog.following)

    def _go_on(self, act: Callable[[], Month | None]) -> None:
        try:
            following = act()
        except InvalidError as error:
            self._wrong.say("\n".join(sentences(error)[:_LISTED]), "late")
        except AppError as error:
            self._wrong.say(sentence(error), "late")
        else:
            self._show(following)

    def _show(self, following: Month | None) -> None:
        if following is None:
            self.done.emit()
        else:
            self.reload()
            self.sheet.start()
            self.begin()


class SkipDialog(FormDialog):
    """Why a missed month had no meeting; ``following`` is the next one, open by then."""

    def __init__(self, backlog: BacklogPresenter, month: Month, parent: QWidget) -> None:
        self._backlog = backlog
        self.following: Month | None = None
        self.reason = long_field(lines=3)
        super().__init__(
            translate("window", "No meeting in {month}").format(month=month_words(month)),
            translate("window", "Record that there was no meeting"),
            self._skip,
            parent,
            back=translate("window", "Back"),
        )
        if backlog.begun():
            self.wrong.say(
                translate("window", "What was typed for this month is thrown away."), "watch"
            )
        self.form.add(
            "reason",
            translate("window", "Why was there no meeting?"),
            self.reason,
            translate("window", "For example: storm and flood; funeral in the hamlet."),
        )
        self.fit()

    def _skip(self) -> None:
        self.following = self._backlog.skip(self.reason.toPlainText())
