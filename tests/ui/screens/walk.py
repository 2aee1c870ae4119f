"""What holds for every screen: names on what acts, and models that keep Qt's rules."""

from __future__ import annotations

from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from app.ui.widgets.table_view import TableView

ACTING = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QAbstractItemView)


def names(widget: QWidget) -> None:
    """Every part of ``widget`` that a user may act on says what it is."""
    silent = []
    for part in widget.findChildren(QWidget):
        if not isinstance(part, ACTING) or part.objectName().startswith("qt_"):
            continue
        owner = part.parentWidget()
        if isinstance(owner, QComboBox | QAbstractItemView) or (
            owner is not None and isinstance(owner.parentWidget(), QComboBox)
        ):
            continue
        said = part.accessibleName() or (part.text() if isinstance(part, QAbstractButton) else "")
        if not said:
            silent.append(f"{type(part).__name__} in {type(owner).__name__}")
    assert silent == [], silent


def hold_list(view: TableView) -> None:
    """Qt's model tester finds nothing, in any order and under any search."""
    model = view.table()
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, None
    )
    for column in range(model.columnCount()):
        model.sort(column)
    model.seek("hoa")
    model.seek("")
    tester.deleteLater()
