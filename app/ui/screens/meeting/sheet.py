"""The sheet of all members, with a keyboard like a spreadsheet's.

Number and name stand in the head of each row, so they stay in sight when the sheet scrolls
sideways.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QObject,
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

from app.base.text import translate
from app.ui import theme
from app.ui.screens.meeting.sheet_model import (
    FIRST_MONEY,
    NOTE,
    PRESENCE,
    TOTAL,
    Index,
    SheetModel,
    words,
)

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_LONGEST, _LONGEST_NOTE = 40, 200
"""More letters have no place in a cell of money, or in a note beside a name."""
_NOTE_WIDTH = 14
"""How wide a column of notes may be, in heights of a letter; what is longer ends in dots, and
stands whole beside the pointer and in the cell once it is opened."""


class _Cell(QStyledItemDelegate):
    """A cell being typed in, and the thick line around the one in use.

    ``typing`` carries the text after each key; Enter and the arrows up and down store it.
    """

    typing = Signal(str)

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QLineEdit:
        editor = QLineEdit(parent)
        editor.setStyleSheet("padding: 0 8px; min-height: 0; border-radius: 0;")
        if index.column() == NOTE:
            editor.setMaxLength(_LONGEST_NOTE)
            return editor
        editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        editor.setMaxLength(_LONGEST)
        editor.textChanged.connect(self.typing)
        return editor

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """A note that is longer than its cell ends in dots; an amount is never cut."""
        super().initStyleOption(option, index)
        if index.column() == NOTE:
            option.textElideMode = Qt.TextElideMode.ElideRight

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
            texts = [words(self._model.row_at(r), column) for r in range(self._model.rowCount())]
            head = str(self._model.headerData(column, Qt.Orientation.Horizontal))
            longest = max((metrics.horizontalAdvance(t) for t in (*texts, head)), default=0)
            widths[column] = max(longest + 18, theme.scaled(3))
        if NOTE in widths:
            widths[NOTE] = min(widths[NOTE], theme.scaled(_NOTE_WIDTH))
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
        elif key == Qt.Key.Key_Delete and index.column() >= FIRST_MONEY:
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
            1, 1, self.verticalHeader().width() - 2, self.horizontalHeader().height() - 2
        )
