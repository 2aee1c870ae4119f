"""Which month and which area a page of the union is about: two choices in one line."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from app.base.text import translate
from app.domain.periods import Month
from app.services.union_scope import UnionScope
from app.ui.widgets.basics import SMALL_GAP, label, row
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.form import choice_field
from app.ui.wording import area_words, capital, month_words


class ScopeBar(QWidget):
    """``changed`` when the user chose another month or area; filling it tells nobody."""

    changed = Signal()

    def __init__(self, *more: QWidget) -> None:
        super().__init__()
        self.month = choice_field([])
        self.area = choice_field([])
        self.month.setAccessibleName(translate("window", "Month"))
        self.area.setAccessibleName(translate("window", "Area"))
        parts = (
            named(translate("window", "Month"), self.month),
            named(translate("window", "Area"), self.area),
            *more,
        )
        self.setLayout(FlowLayout(*parts, gap=24))
        self.month.activated.connect(self.changed)
        self.area.activated.connect(self.changed)

    def fill(self, scope: UnionScope) -> Month:
        """Offer what ``scope`` holds; what was chosen before stays. The month shown then."""
        month, area = self.chosen_month() or scope.usual_month, self.chosen_area()
        self.month.clear()
        for offered in scope.months:
            self.month.addItem(capital(month_words(offered)), str(offered))
        self.month.setCurrentIndex(max(0, self.month.findData(str(month))))
        self.area.clear()
        self.area.addItem(translate("window", "All areas"), "")
        for path in scope.areas:
            self.area.addItem(area_words(path), path)
        self.choose_area(area)
        return self.chosen_month() or scope.usual_month

    def chosen_month(self) -> Month | None:
        """None while nothing was filled in."""
        data = self.month.currentData()
        return Month.parse(data) if data else None

    def chosen_area(self) -> str:
        """The PATH of the area; empty for all."""
        return self.area.currentData() or ""

    def choose_area(self, path: str) -> None:
        """Stand on the area ``path``, on all where it is not offered; tells nobody."""
        self.area.setCurrentIndex(max(0, self.area.findData(path)))


def named(words: str, field: QComboBox) -> QWidget:
    """A choice with its name before it, as one piece of a line."""
    made = QWidget()
    name = label(words, "soft", wrap=False)
    name.setBuddy(field)
    made.setLayout(row(name, field, gap=SMALL_GAP))
    return made
