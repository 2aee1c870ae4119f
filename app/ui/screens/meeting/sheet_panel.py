"""Steps one and two: who came, and what each paid, in one sheet."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.base.errors import AppError
from app.base.text import translate
from app.domain.money import format_dong, parse_typed
from app.services.sentences import sentences
from app.ui import theme
from app.ui.screens.meeting.big_view import BigView
from app.ui.screens.meeting.panel import Panel
from app.ui.screens.meeting.presenter import MeetingPresenter
from app.ui.screens.meeting.sheet import SheetView
from app.ui.screens.meeting.sheet_model import FIRST_MONEY, NOTE, PRESENCE, SheetModel
from app.ui.widgets.basics import EDGE, Notice, button, column, label, set_role
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.form import text_field
from app.ui.widgets.money_edit import LARGE
from app.ui.wording import amount_words

_LISTED = 4
"""So many wrong cells of a pasted block are named."""
_HINT_UP_TO = 17
"""In a larger size of text the rows need the room more than the hint does."""
_ROWS = 7
"""The least height of the sheet, in heights of a letter: its head and four members."""
_HINT_FROM = 30
"""And on a screen lower than this many letters' heights, as Windows scales it."""


class _Sums(QWidget):
    """The sums under the sheet: they keep all their lines, the sheet gives up a row instead."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for line in self.findChildren(QLabel):
            line.setMinimumHeight(max(0, line.heightForWidth(line.width())))
        if layout := self.layout():
            self.setMinimumHeight(max(0, layout.totalHeightForWidth(self.width())))


class SheetPanel(Panel):
    """The sheet with its search, its one button for all, and its sums."""

    def __init__(self, presenter: MeetingPresenter) -> None:
        super().__init__(presenter)
        self.model = SheetModel(presenter)
        self.sheet = SheetView(self.model)
        self._money = False
        self._doubted = ("", "")
        self.sheet.setMinimumHeight(theme.scaled(_ROWS))
        self.search = self._search_field()
        self.here = button(
            translate("window", "All are present (F8)"), self._on_all_present, icon="users"
        )
        self.paid = button(
            translate("window", "All pay what is due (F9)"), self._on_accept_all, icon="coins"
        )
        self.big = button(translate("window", "Big view (F11)"), self._on_big, icon="maximize")
        self._big_view: BigView | None = None
        self._hint = label("", "small", wrap=False)
        self._wrong = Notice("", "late")
        self._unusual = Notice("", "watch")
        self._attendance = label("", "strong")
        self._sums = label("", "strong")
        self._typed = label("", "small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, 4, EDGE, 0)
        layout.setSpacing(4 if self._tight else 8)
        layout.addLayout(FlowLayout(self.here, self.paid, self.big, self.search, self._hint))
        layout.addWidget(self._wrong)
        layout.addWidget(self._unusual)
        layout.addWidget(self.sheet, 1)
        self.sums = _Sums()
        self.sums.setLayout(column(self._typed, self._attendance, self._sums, gap=2))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.sums.setSizePolicy(policy)
        self._wire()

    def _search_field(self) -> QLineEdit:
        """Where it is tight its words are short, so that it stands beside the buttons."""
        name = translate("window", "Find a member (Ctrl+F)")
        words = translate("window", "Find (Ctrl+F)") if self._tight else name
        made = text_field("", words)
        made.setAccessibleName(name)
        made.setMinimumWidth(self.fontMetrics().horizontalAdvance(words) + 40)
        return made

    def show_money(self, shown: bool) -> None:
        """Step two with money, step one without."""
        self._money = shown
        self.paid.setVisible(shown)
        self.here.setVisible(not shown)
        self._sums.setVisible(shown)
        self._hint.setText(
            translate(
                "window",
                "Type only what differs. Enter goes down, Tab goes right, Space changes the mark.",
            )
            if shown
            else translate(
                "window",
                "Who is not here: press Space for excused, absent, represented.",
            )
        )
        self._ask_about("")
        self._hint.setVisible(not self._tight)
        self.sheet.show_money(shown)

    @property
    def _tight(self) -> bool:
        """Whether text is so large, or the screen so low, that every line counts."""
        low = self.screen().availableGeometry().height() < theme.scaled(_HINT_FROM)
        return low or QApplication.font().pointSize() > _HINT_UP_TO

    def _ask_about(self, words: str) -> None:
        """The question about an unusual amount; where it is tight it takes the buttons' place.

        Their keys work all the while, and the next change brings them back.
        """
        self._unusual.say(words, "watch")
        for tool in (self.paid, self.big, self.search):
            tool.setVisible(not (words and self._tight) and (tool is not self.paid or self._money))

    def show_both(self) -> None:
        """Attendance and money in one, for a month that is recorded later; it has no notes."""
        self.sheet.setColumnHidden(NOTE, True)
        self.show_money(True)
        self.here.show()
        self._hint.hide()

    def reload(self) -> None:
        self.model.fill()
        if not self.sheet.currentIndex().isValid() and self.model.rowCount():
            self.sheet.setCurrentIndex(self.model.index(0, 1 if self._money else 0))
        self._say_sums()

    def begin(self) -> None:
        self.sheet.setFocus()

    def start(self) -> None:
        """Stand on the first member, as on a new page of the paper book."""
        self.sheet.setCurrentIndex(self.model.index(0, FIRST_MONEY if self._money else PRESENCE))

    def go_to(self, member: str) -> None:
        """Stand on the row of a member, in the column of before."""
        rows = self.presenter.meeting.rows
        place = next((i for i, row in enumerate(rows) if row.member.code == member), None)
        if place is not None:
            column = max(0, self.sheet.currentIndex().column())
            self.sheet.setCurrentIndex(self.model.index(place, column))

    def _wire(self) -> None:
        self.model.refused.connect(self._on_refused)
        self.model.stored.connect(self._on_stored)
        self.model.paid.connect(self._on_paid)
        self.sheet.typing.connect(self._on_typing)
        self.sheet.pasted.connect(self._on_pasted)
        self.search.textEdited.connect(self._on_search)
        self.search.returnPressed.connect(self.sheet.setFocus)
        for keys, act in (
            ("F8", self._on_all_present),
            ("F9", self._on_accept_all),
            ("F11", self._on_big),
            ("Ctrl+F", self.search.setFocus),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _say_sums(self) -> None:
        words, tone = self.presenter.attendance_words()
        self._attendance.setText(words)
        set_role(self._attendance, tone or "soft")
        self._sums.setText(self.presenter.money_words())

    def _on_stored(self) -> None:
        self._wrong.say("")
        self._say_sums()
        self.stored.emit()

    def _on_paid(self, member: str, kind: str) -> None:
        """Ask once about an amount far from the usual; the question goes when the cell changes."""
        words = self.presenter.unusual.ask(self.presenter.meeting, member, kind)
        if words or self._doubted == (member, kind):
            self._ask_about(words)
            self._doubted = (member, kind)

    def _on_typing(self, text: str) -> None:
        """What the cell being typed is understood as, from a large amount on in words."""
        try:
            amount = parse_typed(text) or 0
        except AppError:
            amount = 0
        words = amount_words(amount) if amount >= LARGE else ""
        self._typed.setText(f"= {format_dong(amount)}. {words}".strip() if amount else "")

    def _on_pasted(self, text: str) -> None:
        """Cells copied from Excel go into the sheet from the current one on; a note is one cell."""
        index = self.sheet.currentIndex()
        kind = self.model.kind(index.column())
        if index.column() == NOTE and text.strip():
            self.model.setData(index, text)
        if not text.strip() or not kind:
            return
        try:
            stored = self.presenter.paste(index.row(), kind, text)
        except AppError as error:
            self._on_refused(error)
            return
        self.model.fill()
        self._on_stored()
        for cell in stored:
            self._on_paid(cell.member, cell.kind)

    def _on_refused(self, error: AppError) -> None:
        self._wrong.say("\n".join(sentences(error)[:_LISTED]), "late")

    def _on_all_present(self) -> None:
        self.presenter.all_present()
        self.model.fill()
        self._on_stored()

    def _on_accept_all(self) -> None:
        if self._money:
            self.presenter.accept_all()
            self.model.fill()
            self._on_stored()

    def _on_big(self) -> None:
        """Open the view for all to see, or close it; the keyboard stays with the sheet."""
        if self._big_view is not None and self._big_view.isVisible():
            self._big_view.close()
            return
        if self._big_view is None:
            self._big_view = BigView(self.sheet, self.model)
        self._big_view.open()
        self.window().activateWindow()
        self.sheet.setFocus()

    def _on_search(self, text: str) -> None:
        place = self.presenter.find(text)
        if place is not None:
            column = max(0, self.sheet.currentIndex().column())
            self.sheet.setCurrentIndex(self.model.index(place, column))
