"""Step six: the sums read back, what is missing, two of the board confirm, and it is closed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.base.errors import AppError, InvalidError
from app.base.text import translate
from app.domain.drafts import COLLECTED, DraftMeeting
from app.domain.fund import KINDS
from app.domain.labels import kind_label
from app.domain.money import format_dong
from app.domain.periods import Month
from app.services.sentences import sentence, sentences
from app.ui import theme
from app.ui.screen import Page
from app.ui.screens.meeting.panel import Panel
from app.ui.screens.meeting.presenter import MeetingPresenter
from app.ui.screens.meeting.signers import Signers
from app.ui.widgets.basics import EDGE, Notice, button, clear, hairline, label, row, section
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.question import sure
from app.ui.wording import amount_words, month_words

_SUMS, _SIGNERS = 18, 14
"""The least widths of the sums and of the signers beside them, in heights of a letter."""
_LISTED = 6
"""So many problems are named one by one; of more only the number is said."""


class SignPanel(Panel):
    """``closed`` once the meeting stands in the book."""

    closed = Signal()

    def __init__(self, presenter: MeetingPresenter) -> None:
        super().__init__(presenter)
        self._problems = Notice("", "watch")
        self._sums = QGridLayout()
        self._sums.setColumnStretch(0, 1)
        self._sums.setHorizontalSpacing(24)
        self._sums.setVerticalSpacing(4)
        self._words = label("", "small")
        self._read_back = self._sums_in_words()
        self.signers = Signers(presenter)
        self.signers.setMinimumWidth(theme.scaled(_SIGNERS))
        self.close_button = button(
            translate("window", "Close the meeting"), self._on_close, role="next", icon="check"
        )
        page = Page()
        column = page.column
        column.setContentsMargins(24, 4, 24, 8)
        column.addWidget(self._problems)
        column.addWidget(section(translate("window", "Read this aloud before you close")))
        column.addWidget(hairline())
        column.addLayout(FlowLayout(self._read_back, self.signers, gap=EDGE, even=True))
        column.addStretch(1)
        # The next step stays in sight however long the page is (the others have theirs below).
        foot = row(None, self.close_button)
        foot.setContentsMargins(24, 8, 24, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page, 1)
        layout.addLayout(foot)

    def _sums_in_words(self) -> QWidget:
        """The sums and what is in the box, in words; the signers stand beside it where they fit."""
        part = QWidget()
        layout = QVBoxLayout(part)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._sums)
        layout.addWidget(self._words)
        layout.addStretch(1)
        part.setMinimumWidth(theme.scaled(_SUMS))
        return part

    def reload(self) -> None:
        meeting = self.presenter.draft
        if meeting is None:
            return
        found = [sentence(problem) for problem in self.presenter.problems()]
        if len(found) > _LISTED:
            more = translate("window", "… and {count} more.").format(count=len(found) - _LISTED)
            found = [*found[:_LISTED], more]
        self._problems.say("\n".join(found), "watch")
        clear(self._sums)
        for place, (name, amount) in enumerate(_sums(meeting)):
            last = amount == meeting.cash_expected and place
            role = "strong" if last else ""
            self._sums.addWidget(label(name, role), place, 0)
            figure = label(format_dong(amount), role or "soft", wrap=False)
            self._sums.addWidget(figure, place, 1, Qt.AlignmentFlag.AlignRight)
        self._words.setText(amount_words(max(0, meeting.cash_expected)))
        self.signers.reload()

    def begin(self) -> None:
        self.close_button.setFocus()

    def _on_close(self) -> None:
        """Ask and close; a second click meanwhile meets a button that is off."""
        meeting = self.presenter.draft
        if meeting is None:
            return
        self.close_button.setEnabled(False)
        try:
            self._ask_and_close(meeting)
        finally:
            self.close_button.setEnabled(True)

    def _ask_and_close(self, meeting: DraftMeeting) -> None:
        if not sure_to_close(meeting.month, self.window()):
            return
        try:
            self.presenter.close(self.signers.typed_by, self.signers.confirmed_by)
        except InvalidError as error:
            self._problems.say("\n".join(sentences(error)[:_LISTED]), "late")
            return
        except AppError as error:
            self._problems.say(sentence(error), "late")
            return
        self.closed.emit()


def sure_to_close(month: Month, parent: QWidget) -> bool:
    """Whether a meeting shall really be closed: the one thing that can't be taken back."""
    return sure(
        translate("window", "Close the meeting of {month}?").format(month=month_words(month)),
        translate(
            "window",
            "Everything is written into the book. After that nothing is changed silently: "
            "a mistake is taken back by an entry of its own, with a reason.",
        ),
        translate("window", "Close the meeting"),
        translate("window", "Look again"),
        parent,
    )


def _sums(meeting: DraftMeeting) -> list[tuple[str, int]]:
    """The box before, all money by kind, the box after; payments are negative."""
    lines = [(translate("window", "In the box before"), meeting.cash_before)]
    paid = ((kind, sum(row.paid.get(kind, 0) for row in meeting.rows)) for kind in COLLECTED)
    lines += [(kind_label(kind), amount) for kind, amount in paid if amount]
    lines += [
        (
            ": ".join(part for part in (kind_label(line.kind), line.memo) if part),
            KINDS[line.kind].cash * line.amount,
        )
        for line in meeting.lines
        if KINDS[line.kind].cash
    ]
    lines += [
        (f"{kind_label('loan_disbursement')}: {loan.name}", -loan.principal)
        for loan in meeting.loans
    ]
    return [*lines, (translate("window", "In the box now"), meeting.cash_expected)]
