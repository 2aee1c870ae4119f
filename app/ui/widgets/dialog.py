"""A dialog that asks for a few things at once and hands them to an action."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.base.errors import AppError, InvalidError
from app.services.sentences import sentence
from app.ui import theme
from app.ui.widgets.basics import EDGE, GAP, SMALL_GAP, Notice, button, label, row
from app.ui.widgets.form import Form
from app.ui.widgets.scroll_page import ScrollPage


class FormDialog(QDialog):
    """A form with one verb. ``act`` runs when the verb is chosen and may raise AppError.

    What it raises stands under the fields or above the buttons, and the dialog stays open.
    """

    def __init__(
        self,
        title: str,
        verb: str,
        act: Callable[[], object],
        parent: QWidget | None,
        *,
        back: str,
        columns: int = 1,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self._act = act
        self.form = Form(columns)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(EDGE, EDGE, EDGE, GAP)
        self.body.setSpacing(GAP)
        self.body.addWidget(label(title, "title"))
        self.body.addWidget(self.form)
        self.wrong = Notice("", "late")
        self.body.addWidget(self.wrong)
        self.body.addStretch(1)
        page = QWidget()
        page.setLayout(self.body)
        area = ScrollPage(page)
        self.verb = button(verb, self._on_verb, role="next")
        self.verb.setDefault(True)
        self.back = button(back, self.reject)
        foot = row(None, self.back, self.verb)
        foot.setContentsMargins(EDGE, 0, EDGE, EDGE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area, 1)
        layout.addLayout(self._above_verb())
        layout.addLayout(foot)
        self._page = page

    def _above_verb(self) -> QVBoxLayout:
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(EDGE, 0, EDGE, SMALL_GAP)
        self._foot.setSpacing(SMALL_GAP)
        return self._foot

    def always_in_sight(self, *parts: QWidget) -> None:
        """Put ``parts`` above the buttons, where they stay when the fields scroll."""
        for part in parts:
            self._foot.addWidget(part)

    def showEvent(self, event: QShowEvent) -> None:
        """Only when it is shown do the fields know how large the style makes them."""
        self._put_verb_last()
        if self.focusWidget() in (None, self.back, self.verb):
            self._first_field().setFocus()
        super().showEvent(event)
        QTimer.singleShot(0, self, self.fit)

    def fit(self) -> None:
        """As large as its content, at most the room there is; call when all fields stand."""
        hint = self._page.sizeHint().expandedTo(self._page.minimumSizeHint())
        screen = self.screen().availableGeometry()
        wide = max(theme.scaled(26), hint.width() + 32)
        self.resize(
            min(wide, screen.width() - 80),
            min(
                hint.height() + self._foot.sizeHint().height() + theme.scaled(5),
                screen.height() - 60,
            ),
        )

    def _put_verb_last(self) -> None:
        """Tab goes through the fields first, then to the buttons, as the eye does."""
        last: QWidget = self.back
        here = self.nextInFocusChain()
        while here is not None and here is not self:
            tabbed = here.focusPolicy() & Qt.FocusPolicy.TabFocus
            if tabbed and here.isVisibleTo(self) and here not in (self.back, self.verb):
                last = here
            here = here.nextInFocusChain()
        self.setTabOrder(last, self.back)
        self.setTabOrder(self.back, self.verb)

    def _first_field(self) -> QWidget:
        """Where typing starts; the verb where there is nothing to type."""
        fields = (
            part
            for part in self._page.findChildren(QWidget)
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus
            and part.isVisibleTo(self)
            and part.isEnabled()
        )
        return next(fields, self.verb)

    def _on_verb(self) -> None:
        self.form.forgive()
        self.wrong.say("")
        try:
            self._act()
        except InvalidError as error:
            others = self.form.accuse(error)
            self.wrong.say("\n".join(sentence(problem) for problem in others), "late")
        except AppError as error:
            self.wrong.say(sentence(error), "late")
        else:
            self.accept()
