"""A member's fields, and a member's card."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.base import clock
from app.base.errors import AppError, InvalidError, Problem
from app.base.text import translate
from app.domain.labels import kind_label, poverty_label, role_label, sex_label
from app.domain.members import Member
from app.domain.money import format_dong
from app.domain.periods import format_day, parse_day
from app.services.printing import PaperRequest
from app.ui import papers
from app.ui.context import Context
from app.ui.screens.members.leave_dialog import LeaveDialog
from app.ui.screens.members.leaving import LeavingPresenter
from app.ui.screens.members.personal import PersonalPresenter
from app.ui.screens.members.personal_dialogs import FamilyDialog, PersonalDialog
from app.ui.screens.members.presenter import (
    MemberForm,
    MembersPresenter,
    PassbookLine,
    passbook_lines,
)
from app.ui.widgets.basics import GAP, Tile, button, label
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.form import choice_field, text_field
from app.ui.widgets.page_dialog import PageDialog
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView
from app.ui.wording import day_or_dash


class MemberDialog(FormDialog):
    """A new member, or the fields of one who is in the book."""

    def __init__(
        self, presenter: MembersPresenter, member: Member | None, parent: QWidget | None
    ) -> None:
        self._presenter, self._member = presenter, member
        known = member or Member("", "", clock.today())
        self.name = text_field(known.full_name)
        self.sex = choice_field(
            [("", "–"), ("F", sex_label("F")), ("M", sex_label("M"))], known.sex
        )
        self.birth = text_field(_birth_words(known.birth))
        self.joined = DateEdit(translate("window", "Joined on"), known.joined_on)
        self.hamlet = text_field(known.hamlet)
        self.phone = text_field(known.phone)
        poverty = [("", "–"), *((code, poverty_label(code)) for code in ("poor", "near_poor"))]
        self.poverty = choice_field(poverty, known.poverty)
        offered = [(code, role_label(code)) for code in presenter.roles(member)]
        self.role = choice_field(offered, known.role)
        if self.role.findData(known.role) < 0:
            self.role.addItem(known.role, known.role)
            self.role.setCurrentIndex(self.role.count() - 1)
        super().__init__(
            translate("window", "New member") if member is None else known.full_name,
            translate("window", "Add the member")
            if member is None
            else translate("window", "Keep the changes"),
            self._act,
            parent,
            back=translate("window", "Back"),
            columns=2,
        )
        add = self.form.add
        add("full_name", translate("window", "Full name"), self.name, wide=True)
        add("birth", translate("window", "Born"), self.birth,
            translate("window", "A year, 1951, or a day, 17/3/1951"))  # fmt: skip
        add("sex", translate("window", "Sex"), self.sex)
        add("joined_on", translate("window", "Joined on"), self.joined)
        add("role", translate("window", "Role"), self.role,
            translate("window", "An office changes hands under “The board…”."))  # fmt: skip
        add("hamlet", translate("window", "Hamlet"), self.hamlet)
        add("phone", translate("window", "Phone"), self.phone)
        add("poverty", translate("window", "Household"), self.poverty)
        self.fit()
        self.name.setFocus()

    def _act(self) -> None:
        form = MemberForm(
            full_name=self.name.text(),
            sex=self.sex.currentData(),
            birth=self._birth(),
            joined_on=_typed(self.joined, "joined_on"),
            hamlet=self.hamlet.text(),
            phone=self.phone.text(),
            poverty=self.poverty.currentData(),
            role=self.role.currentData(),
        )
        if self._member is None:
            self._presenter.join(form)
        else:
            self._presenter.edit(self._member, form)

    def _birth(self) -> str:
        text = self.birth.text().strip()
        if not text or (len(text) == 4 and text.isdecimal()):
            return text
        try:
            return parse_day(text).isoformat()
        except AppError as error:
            raise InvalidError([Problem(error.code, error.params, "birth")]) from error


def _birth_words(birth: str) -> str:
    return birth if len(birth) <= 4 else format_day(parse_day(birth))


def _typed(field: DateEdit, name: str):  # type: ignore[no-untyped-def]
    try:
        return field.day()
    except AppError as error:
        raise InvalidError([Problem(error.code, error.params, name)]) from error


class CardDialog(PageDialog):
    """One member: who she is, her savings, her loans, and every line of her passbook."""

    def __init__(
        self,
        presenter: MembersPresenter,
        context: Context,
        member: Member,
        parent: QWidget | None,
    ) -> None:
        super().__init__(member.full_name, parent)
        self._presenter, self._context, self._member = presenter, context, member
        self.personal = PersonalPresenter(context, member)
        self._personal_words = label(self.personal.words(), "soft")
        passbook = presenter.passbook(member)
        owed = sum(loan.outstanding for loan in passbook.loans)
        self._open = bool(passbook.savings.closing or owed)
        tiles = FlowLayout(
            Tile(translate("window", "Savings"), format_dong(passbook.savings.closing)),
            Tile(
                translate("window", "Outstanding"),
                format_dong(owed),
                translate("window", "loans: {count}").format(count=len(passbook.loans)),
            ),
            Tile(
                translate("window", "Present"),
                f"{passbook.present} / {passbook.held}",
                translate("window", "meetings"),
            ),
            gap=GAP,
            even=True,
        )
        lines = TableView(
            TableModel(_line_columns()),
            name=translate("window", "Passbook"),
            empty=translate("window", "No money yet."),
            stretch=1,
        )
        lines.table().fill(tuple(reversed(passbook_lines(passbook))))
        self.show_parts(label(_facts(member), "soft"), self._personal_words, tiles, lines)
        self._offer_acts(member)

    def _offer_acts(self, member: Member) -> None:
        edit = button(translate("window", "Change…"), self._on_edit, icon="pencil")
        here = member.left_on is None
        words = (
            translate("window", "Leaves the club…")
            if here
            else translate("window", "Settle the account…")
        )
        leave = button(words, self._on_leave, icon="log-out")
        for made in (edit, leave):
            made.setEnabled(not self._context.read_only)
        leave.setVisible(here or self._open)
        self.family = button(translate("window", "Family…"), self._on_family, icon="users")
        self.family.setEnabled(not self._context.read_only)
        self.data = button(translate("window", "Consent, requests…"), self._on_data)
        show = button(translate("window", "Passbook…"), self._on_print, icon="printer")
        back = button(translate("window", "Done"), self.reject, role="next")
        acts = (edit, self.family, self.data, leave, show)
        self.offer(*acts, out=back, wide=40, tall=32)

    def _on_family(self) -> None:
        if FamilyDialog(self.personal, self).exec():
            self._personal_words.setText(self.personal.words())

    def _on_data(self) -> None:
        PersonalDialog(self.personal, self._context, self).exec()
        self._personal_words.setText(self.personal.words())

    def _on_edit(self) -> None:
        if MemberDialog(self._presenter, self._member, self).exec():
            self.accept()

    def _on_leave(self) -> None:
        dialog = LeaveDialog(LeavingPresenter(self._context, self._member), self)
        if dialog.exec():
            if dialog.paper is not None:
                papers.show(self._context, dialog.paper, self)
            self.accept()

    def _on_print(self) -> None:
        request = PaperRequest("member-statement", member=self._member.code)
        papers.show(self._context, request, self)


def _facts(member: Member) -> str:
    joined = translate("window", "joined {day}").format(day=format_day(member.joined_on))
    left = ""
    if member.left_on:
        left = translate("window", "left {day}").format(day=day_or_dash(member.left_on))
    parts = (
        member.code, role_label(member.role), _birth_words(member.birth), member.hamlet,
        member.phone, poverty_label(member.poverty), joined, left,
    )  # fmt: skip
    return " · ".join(part for part in parts if part)


def _line_columns() -> list[Column]:
    return [
        Column(translate("window", "Day"), lambda line: format_day(line.on), key=lambda x: x.on),
        Column(
            translate("window", "What"),
            lambda line: " – ".join(word for word in (kind_label(line.kind), line.memo) if word),
        ),
        Column(translate("window", "Loan"), lambda line: line.loan),
        _amount(translate("window", "Amount"), lambda line: line.amount),
        _amount(translate("window", "Savings then"), lambda line: line.savings),
        _amount(translate("window", "Owed then"), lambda line: line.owed),
    ]


def _amount(head: str, figure: Callable[[PassbookLine], int]) -> Column:
    def words(line: PassbookLine) -> str:
        return format_dong(figure(line)) if figure(line) else ""

    return Column(head, words, key=figure, number=True)
