"""The sheet of all members: its own model, and a keyboard like a spreadsheet's.

Number and name stand in the head of each row, so they stay in sight when the sheet scrolls
sideways. What is due and what was paid are two figures: ``paid / due`` until they agree.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.base.errors import AppError
from app.base.text import translate
from app.domain.drafts import COLLECTED, SheetRow
from app.domain.labels import presence_label
from app.domain.money import format_dong
from app.ui import theme
from app.ui.screens.meeting.presenter import MeetingPresenter
from app.ui.wording import person

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_SIGNS = {"present": "✓", "excused": "–", "absent": "×", "represented": "+", "": "?"}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_LONGEST = 40
"""More letters have no place in a cell of money."""
PRESENCE, FIRST_MONEY, TOTAL = 0, 1, 1 + len(COLLECTED)


class SheetModel(QAbstractTableModel):
    """Rows are members; ``refused`` carries the AppError of a cell that could not be stored,
    ``paid`` the member's code and the kind of money of one that was."""

    refused = Signal(object)
    stored = Signal()
    paid = Signal(str, str)

    def __init__(self, presenter: MeetingPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._rows: tuple[SheetRow, ...] = ()

    def fill(self) -> None:
        """Show the meeting as the presenter has it now."""
        rows = self._presenter.draft.rows if self._presenter.draft else ()
        if [row.member for row in rows] != [row.member for row in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        self._rows = rows
        if rows:
            last = self.index(len(rows) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row_at(self, place: int) -> SheetRow:
        return self._rows[place]

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else TOTAL + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and FIRST_MONEY <= index.column() <= TOTAL:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return _words(row, column)
        if role == Qt.ItemDataRole.EditRole and FIRST_MONEY <= column <= TOTAL:
            paid = row.total if column == TOTAL else row.paid.get(_kind(column), 0)
            return format_dong(paid) if paid else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.member.full_name}, {self._head(column)}: {_words(row, column)}"
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.colour(_tone(row, column))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            left = column == PRESENCE
            side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Store an amount; in the column of the sum it is divided over the others."""
        if not index.isValid() or not FIRST_MONEY <= index.column() <= TOTAL:
            return False
        row, kind = self._rows[index.row()], _kind(index.column())
        try:
            if kind:
                self._presenter.pay(row, kind, str(value))
            elif self.data(index, Qt.ItemDataRole.EditRole) != value:
                self._presenter.pay_total(row, str(value))
        except AppError as error:
            self.refused.emit(error)
            return False
        self.fill()
        self.stored.emit()
        for touched in (kind,) if kind else COLLECTED:
            self.paid.emit(row.member.code, touched)
        return True

    def kind(self, column: int) -> str:
        """The kind of money of a column; empty for one that holds none."""
        return _kind(column)

    def cycle(self, place: int) -> None:
        """The next mark for the member of a row."""
        self._presenter.cycle(self._rows[place])
        self.fill()
        self.stored.emit()

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            if orientation is Qt.Orientation.Horizontal:
                return self._head(section)
            if 0 <= section < len(self._rows):
                return self._name(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            left = orientation is Qt.Orientation.Vertical or section == PRESENCE
            side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _name(self, place: int) -> str:
        """Number and name; the hamlet only where the club has more than one."""
        member = self._rows[place].member
        if len({row.member.hamlet for row in self._rows}) == 1:
            member = replace(member, hamlet="")
        number = str(place + 1).rjust(2, "\N{FIGURE SPACE}")
        return f"{number}.  {person(member)}"

    def _head(self, column: int) -> str:
        return [
            translate("window", "Attendance"),
            translate("window", "Fee"),
            translate("window", "Savings"),
            translate("window", "Interest"),
            translate("window", "Principal"),
            translate("window", "Paid"),
        ][column]


def _kind(column: int) -> str:
    """The kind of money of a column; empty for the sum."""
    return COLLECTED[column - FIRST_MONEY] if FIRST_MONEY <= column < TOTAL else ""


def _words(row: SheetRow, column: int) -> str:
    if column == PRESENCE:
        word = presence_label(row.presence) if row.presence else translate("window", "not marked")
        return f"{_SIGNS[row.presence]} {word}"
    if column == TOTAL:
        return format_dong(row.total) if row.total else ""
    kind = COLLECTED[column - FIRST_MONEY]
    paid, due = row.paid.get(kind, 0), row.due.get(kind, 0)
    if paid >= due:
        return format_dong(paid) if paid else ""
    return f"{format_dong(paid)} / {format_dong(due)}"


def _tone(row: SheetRow, column: int) -> str:
    if column == PRESENCE:
        return {"present": "good", "represented": "good", "absent": "late", "excused": "watch"}.get(
            row.presence, "soft"
        )
    if column == TOTAL:
        return "text"
    kind = COLLECTED[column - FIRST_MONEY]
    paid, due = row.paid.get(kind, 0), row.due.get(kind, 0)
    if paid >= due:
        return "text"
    return "watch" if paid else "soft"


class _Cell(QStyledItemDelegate):
    """A cell being typed in, and the thick line around the one in use.

    ``typing`` carries the text after each key; Enter and the arrows up and down store it.
    """

    typing = Signal(str)

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QLineEdit:
        editor = QLineEdit(parent)
        editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        editor.setStyleSheet("padding: 0 8px; min-height: 0; border-radius: 0;")
        editor.setMaxLength(_LONGEST)
        editor.textChanged.connect(self.typing)
        return editor

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.isAutoRepeat() and event.key() in _ENTER:
                return True
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            view = self.parent()
            if step and isinstance(watched, QLineEdit) and isinstance(view, SheetView):
                view.leave_by(step)
                self.commitData.emit(watched)
                self.closeEditor.emit(watched, QAbstractItemDelegate.EndEditHint.SubmitModelCache)
                return True
        return super().eventFilter(watched, event)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        view = self.parent()
        if isinstance(view, QTableView) and view.currentIndex() == index:
            painter.save()
            used = view.hasFocus()
            painter.setPen(QPen(theme.colour("accent" if used else "edge"), 3 if used else 1))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
            painter.restore()


class SheetView(QTableView):
    """Arrows, Tab and Enter move; digits type; space marks; Delete empties; Ctrl+V takes cells.

    Ctrl+Tab leaves the sheet, as Tab leaves everything else.

    ``typing`` carries what stands in the cell being typed, ``pasted`` a block from the clipboard.
    """

    typing = Signal(str)
    pasted = Signal(str)

    def __init__(self, model: SheetModel) -> None:
        super().__init__()
        self._model = model
        self._refused = False
        self._step = 1
        model.refused.connect(self._on_refused)
        self.setObjectName("sheet")
        self.setModel(model)
        self.setAccessibleName(translate("window", "Members and what they pay"))
        cell = _Cell(self)
        cell.typing.connect(self.typing)
        self.setItemDelegate(cell)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(True)
        heads = self.verticalHeader()
        heads.setDefaultSectionSize(max(40, theme.scaled(1.6)))
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setHighlightSections(True)
        heads.sectionClicked.connect(lambda place: self.setCurrentIndex(model.index(place, 0)))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self._corner = QLabel(translate("window", "No. · Full name"), self)
        self._corner.setProperty("role", "soft")
        self._corner.setIndent(14)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(lambda *_: self.fit())
        self.fit()

    def show_money(self, shown: bool) -> None:
        """With the columns of money, or attendance alone."""
        for column in range(FIRST_MONEY, TOTAL + 1):
            self.setColumnHidden(column, not shown)
        self.fit()
        row = max(0, self.currentIndex().row())
        self.setCurrentIndex(self._model.index(row, FIRST_MONEY if shown else PRESENCE))

    def fit(self) -> None:
        """Columns as wide as their words, the room left over shared among them."""
        self.verticalHeader().setMaximumWidth(max(theme.scaled(12), self.width() // 2))
        metrics = self.fontMetrics()
        shown = [c for c in range(self._model.columnCount()) if not self.isColumnHidden(c)]
        widths: dict[int, int] = {}
        for column in shown:
            texts = [_words(self._model.row_at(r), column) for r in range(self._model.rowCount())]
            head = str(self._model.headerData(column, Qt.Orientation.Horizontal))
            longest = max((metrics.horizontalAdvance(t) for t in (*texts, head)), default=0)
            widths[column] = max(longest + 18, theme.scaled(3))
        left = max(0, self.viewport().width() - sum(widths.values()))
        for column, width in widths.items():
            self.setColumnWidth(column, width + left // len(widths))
        self._place_corner()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, key = self.currentIndex(), event.key()
        if not index.isValid() or self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif key in _TABS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            # The table's own way to the next widget is to press Tab in itself.
            QWidget.focusNextPrevChild(self, key == Qt.Key.Key_Tab)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QApplication.clipboard().text())
        elif event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(str(index.data() or ""))
        elif key == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._model.cycle(index.row())
        elif key == Qt.Key.Key_Delete and FIRST_MONEY <= index.column() <= TOTAL:
            self._model.setData(index, "")
        elif key in _ENTER and not event.modifiers() & (Qt.KeyboardModifier.ControlModifier):
            self._move(1)
        else:
            super().keyPressEvent(event)

    def leave_by(self, step: int) -> None:
        """Where the cell being typed is left to: the next row, or the one before."""
        self._step = step

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter in a cell stores it and goes down, Tab goes right, as in a spreadsheet.

        A cell that was refused is not left; the next one is stood on, not opened.
        """
        hints = QAbstractItemDelegate.EndEditHint
        super().closeEditor(editor, hints.NoHint)
        self.typing.emit("")
        if not self._refused:
            if hint is hints.SubmitModelCache:
                self._move(self._step)
            elif hint in (hints.EditNextItem, hints.EditPreviousItem):
                on = hint is hints.EditNextItem
                moves = QAbstractItemView.CursorAction
                towards = moves.MoveNext if on else moves.MovePrevious
                no_keys = Qt.KeyboardModifier.NoModifier
                self.setCurrentIndex(self.moveCursor(towards, no_keys))
        self._refused, self._step = False, 1

    def _on_refused(self, _error: object) -> None:
        self._refused = True

    def _move(self, step: int) -> None:
        index = self.currentIndex()
        if 0 <= index.row() + step < self._model.rowCount():
            self.setCurrentIndex(self._model.index(index.row() + step, index.column()))

    def _place_corner(self) -> None:
        self._corner.setGeometry(
            1, 1, self.verticalHeader().width() - 2, self.horizontalHeader().height() - 4
        )
