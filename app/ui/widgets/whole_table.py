"""A short list that shows all its rows at once, on a page that scrolls."""

from __future__ import annotations

from app.ui import theme
from app.ui.widgets.table_view import TableView

_MOST = 12
"""Heights of a letter; a longer list scrolls by itself."""


class WholeTable(TableView):
    """As tall as its rows, up to a limit."""

    def fit(self) -> None:
        super().fit()
        rows = self.horizontalHeader().sizeHint().height() + self.verticalHeader().length()
        if self.horizontalScrollBar().maximum():
            rows += self.horizontalScrollBar().sizeHint().height()
        tall = min(rows + 2 * self.frameWidth() + 2, theme.scaled(_MOST))
        if tall != self.minimumHeight():
            self.setMinimumHeight(tall)
