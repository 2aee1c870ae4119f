"""The sheet for all to see: one member's money in large letters, on the projector if there is one.

It follows the row of the sheet and shows the same words; it changes nothing.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.base.text import translate
from app.ui.screens.meeting.sheet import SheetView
from app.ui.screens.meeting.sheet_model import FIRST_MONEY, PRESENCE, TOTAL, SheetModel
from app.ui.widgets.basics import EDGE, hairline, label, set_role
from app.ui.wording import amount_words

_NAME, _TOTAL, _LINE, _SMALL = 12, 10, 18, 24
"""So many lines of each kind of text would fill the height of the window."""
_LETTERS = 30
"""So many letters of the name fit side by side."""


class BigView(QWidget):
    """A window of its own; Esc or F11 closes it."""

    def __init__(self, sheet: SheetView, model: SheetModel) -> None:
        super().__init__(sheet.window(), Qt.WindowType.Window)
        self._sheet, self._model = sheet, model
        self.setWindowTitle(translate("window", "Big view"))
        self.setAccessibleName(translate("window", "Big view"))
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.name, self.total, self.words, self.next, self.presence = (label() for _ in range(5))
        self.lines = [(label(), label("", wrap=False)) for _ in range(FIRST_MONEY, TOTAL)]
        self._lay_out()
        sheet.selectionModel().currentRowChanged.connect(lambda *_: self.reload())
        model.dataChanged.connect(lambda *_: self.reload())
        model.modelReset.connect(self.reload)

    def open(self) -> None:
        """Fill the second screen; where there is only one, stand as a window on it."""
        other = self._other_screen()
        self.reload()
        if other is None:
            self.resize(self.screen().availableGeometry().size() * 0.9)
            self.show()
            return
        self.setGeometry(other.geometry())
        self.showFullScreen()

    def reload(self) -> None:
        """Show the row that the sheet stands on."""
        place = self._sheet.currentIndex().row()
        if not 0 <= place < self._model.rowCount():
            place = 0
        if not self._model.rowCount():
            return
        row = self._model.row_at(place)
        self.name.setText(f"{place + 1}. {row.member.full_name}")
        self.presence.setText(str(self._model.index(place, PRESENCE).data()))
        for column, (head, figure) in enumerate(self.lines, start=FIRST_MONEY):
            words = str(self._model.index(place, column).data() or "")
            head.setText(str(self._model.headerData(column, Qt.Orientation.Horizontal)))
            figure.setText(words or "–")
        self.total.setText(str(self._model.index(place, TOTAL).data() or "0"))
        self.words.setText(amount_words(row.total))
        following = place + 1
        if following < self._model.rowCount():
            name = self._model.row_at(following).member.full_name
            self.next.setText(translate("window", "Next: {step}").format(step=name))
        else:
            self.next.setText(translate("window", "This is the last one."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F11):
            self.close()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Letters as large as the window lets them be."""
        super().resizeEvent(event)
        self._dress(self.name, _NAME)
        self._dress(self.total, _TOTAL)
        for made in (self.words, self.next, self.presence):
            self._dress(made, _SMALL)
        for head, figure in self.lines:
            self._dress(head, _LINE)
            self._dress(figure, _LINE)

    def _dress(self, made: QLabel, part: int) -> None:
        pixels = min(self.height() // part, self.width() * 2 // _LETTERS * 12 // part)
        made.setStyleSheet(f"font-size: {max(12, pixels)}px;")

    def _lay_out(self) -> None:
        set_role(self.name, "strong")
        set_role(self.total, "strong")
        set_role(self.next, "soft")
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        grid = QGridLayout()
        grid.setHorizontalSpacing(EDGE)
        grid.setColumnStretch(0, 1)
        for place, (head, figure) in enumerate(self.lines):
            figure.setAlignment(right)
            grid.addWidget(head, place, 0)
            grid.addWidget(figure, place, 1)
        self.total.setAlignment(right)
        self.words.setAlignment(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * EDGE, EDGE, 2 * EDGE, EDGE)
        column.addWidget(self.name)
        column.addWidget(self.presence)
        column.addWidget(hairline())
        column.addLayout(grid, 1)
        column.addWidget(hairline())
        column.addWidget(self.total)
        column.addWidget(self.words)
        column.addWidget(hairline())
        column.addWidget(self.next)

    def _other_screen(self) -> QScreen | None:
        here = self._sheet.window().screen()
        return next((one for one in QGuiApplication.screens() if one is not here), None)
