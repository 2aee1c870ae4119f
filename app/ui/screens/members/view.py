"""The list of members, with search, and the way to each one's card."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox

from app.base.text import name_sort_key, translate
from app.domain.labels import poverty_label, role_label, sex_label
from app.domain.members import Member
from app.domain.periods import format_day
from app.services.finding import Found
from app.ui.context import Context
from app.ui.screen import Page, Screen, fill
from app.ui.screens.members.board_dialogs import BoardDialog
from app.ui.screens.members.dialogs import CardDialog, MemberDialog
from app.ui.screens.members.presenter import MembersPresenter, age_words
from app.ui.widgets.basics import button, label, title
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.form import text_field
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView


class MembersScreen(Screen):
    """Everybody of the club, found while typing, without accents."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.presenter = MembersPresenter(context)
        self._counts = label("", "soft")
        self.search = text_field("", translate("window", "Find by name, hamlet, year of birth"))
        self.search.setAccessibleName(translate("window", "Find a member"))
        self.search.setMinimumWidth(self.fontMetrics().horizontalAdvance("0") * 36)
        self.left = QCheckBox(translate("window", "Those who left as well"))
        self.add = button(
            translate("window", "New member…"), self._on_add, role="next", icon="user-plus"
        )
        self.add.setEnabled(not context.read_only)
        self.board = button(translate("window", "The board…"), self._on_board, icon="users")
        self.consent = button(
            translate("window", "Consent…"), self._on_consent, icon="circle-check"
        )
        self.list = TableView(
            TableModel(_columns()),
            name=translate("window", "Members"),
            empty=translate("window", "Members stand here. Add the first one with “New member…”."),
            stretch=1,
        )
        page = Page()
        page.column.addWidget(title(translate("window", "Members")))
        page.column.addWidget(self._counts)
        page.column.addLayout(
            FlowLayout(self.add, self.board, self.consent, self.search, self.left)
        )
        page.column.addWidget(self.list, 1)
        fill(self, page)
        self.search.textEdited.connect(self.list.table().seek)
        self.left.toggled.connect(self.reload)
        self.list.opened.connect(self._on_opened)

    def open_at(self, about: object) -> None:
        if isinstance(about, Found):
            QTimer.singleShot(0, self, lambda: self._open_code(about.key))

    def _open_code(self, code: str) -> None:
        everybody = self.presenter.listed(with_left=True)
        self._on_opened(next((m for m in everybody if m.code == code), None))

    def reload(self) -> None:
        self.list.table().fill(self.presenter.listed(with_left=self.left.isChecked()))
        self._counts.setText(self.presenter.counts_words())

    def begin(self) -> None:
        self.search.setFocus()

    def _on_add(self) -> None:
        MemberDialog(self.presenter, None, self).exec()

    def _on_board(self) -> None:
        BoardDialog(self.context, self).exec()

    def _on_consent(self) -> None:
        from app.ui.screens.members.consent_dialogs import ConsentsDialog

        ConsentsDialog(self.context, self).exec()

    def _on_opened(self, member: object) -> None:
        if isinstance(member, Member):
            CardDialog(self.presenter, self.context, member, self).exec()


def _columns() -> list[Column]:
    return [
        Column(translate("window", "Code"), lambda m: m.code),
        Column(
            translate("window", "Full name"),
            lambda m: m.full_name,
            key=lambda m: name_sort_key(m.full_name),
        ),
        Column(translate("window", "Sex"), lambda m: sex_label(m.sex)),
        Column(translate("window", "Age"), age_words, key=lambda m: m.birth, number=True),
        Column(translate("window", "Hamlet"), lambda m: m.hamlet),
        Column(translate("window", "Role"), lambda m: role_label(m.role)),
        Column(translate("window", "Household"), lambda m: poverty_label(m.poverty)),
        Column(
            translate("window", "Joined"),
            lambda m: format_day(m.joined_on),
            key=lambda m: m.joined_on,
        ),
        Column(
            translate("window", "Left"),
            lambda m: format_day(m.left_on) if m.left_on else "",
            key=lambda m: str(m.left_on or ""),
        ),
    ]
