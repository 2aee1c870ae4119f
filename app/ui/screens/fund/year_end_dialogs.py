"""The year's end in two steps: what is to be shared out, then everybody's share before booking."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.base import clock
from app.base.text import translate
from app.domain.fund import Fund
from app.domain.labels import fund_label, role_label
from app.domain.money import format_dong
from app.domain.year_end import YearEnd
from app.services.printing import PaperRequest
from app.ui import papers, theme
from app.ui.context import Context
from app.ui.screens.fund.dialogs import read
from app.ui.screens.fund.year_end import (
    MoveForm,
    YearEndForm,
    YearEndPresenter,
    paper,
    share_lines,
    sum_lines,
)
from app.ui.widgets.basics import button, label, row
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.figure_list import FigureList
from app.ui.widgets.form import choice_field, text_field
from app.ui.widgets.money_edit import MoneyEdit
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView

_MOVES = 2
"""So many movements between funds fit the dialog; others are made one by one in the fund book."""


def carry_out(context: Context, parent: QWidget | None) -> None:
    """Ask, show, book, print; going back from the shares leads to the fields as they were."""
    presenter = YearEndPresenter(context)
    asked = YearEndDialog(presenter, parent)
    while asked.exec():
        shown = SharesDialog(presenter, context, asked, parent)
        if shown.exec():
            papers.show(context, shown.request, parent)
            return


class YearEndDialog(FormDialog):
    """How much goes to savers, to the board and between funds. Books nothing."""

    plan: YearEnd

    def __init__(self, presenter: YearEndPresenter, parent: QWidget | None) -> None:
        self._presenter = presenter
        self.year = choice_field(
            [(str(year), str(year)) for year in presenter.years()], str(presenter.usual_year())
        )
        self.on = DateEdit(translate("window", "Day"), clock.today())
        self.to_savers = MoneyEdit(translate("window", "For the savers"))
        self.savers_fund = _fund_field(Fund.INCOME)
        self.to_board = MoneyEdit(translate("window", "For the board"))
        self.board_fund = _fund_field(Fund.OPERATING)
        self.parts = {person.code: text_field("1") for person in presenter.board()}
        self.moves = [
            (MoneyEdit(translate("window", "Between two funds")), _fund_field(Fund.INCOME),
             _fund_field(into))
            for into in (Fund.CARE, Fund.OPERATING)[:_MOVES]
        ]  # fmt: skip
        self.minutes = text_field("", translate("window", "Minutes of the meeting of 17/12/2026"))
        super().__init__(
            translate("window", "Year's end"),
            translate("window", "Work out the shares"),
            self._act,
            parent,
            back=translate("window", "Back"),
            columns=2,
        )
        self._lay_out()
        self.fit()
        self.to_savers.setFocus()

    def _lay_out(self) -> None:
        add = self.form.add
        add("year", translate("window", "Year"), self.year)
        add("on", translate("window", "Day"), self.on)
        add("to_savers", translate("window", "For the savers"), self.to_savers,
            translate("window", "Shared by each one's average savings of the year"))  # fmt: skip
        add("savers_fund", translate("window", "Out of"), self.savers_fund)
        add("to_board", translate("window", "For the board"), self.to_board,
            translate("window", "Shared by the parts below"))  # fmt: skip
        add("board_fund", translate("window", "Out of"), self.board_fund)
        for person in self._presenter.board():
            words = translate("window", "Parts of {name} ({role})")
            words = words.format(name=person.full_name, role=role_label(person.role))
            add(f"part-{person.code}", words, self.parts[person.code])
        for number, (amount, out_of, into) in enumerate(self.moves):
            name = "move" if number == 0 else f"move-{number}"
            add(name, translate("window", "Between two funds"), amount, wide=True)
            add(f"{name}-out", translate("window", "Out of"), out_of)
            add(f"{name}-in", translate("window", "Into"), into)
        add("minutes", translate("window", "Agreed in"), self.minutes, wide=True)

    def _act(self) -> None:
        names = ["move", *(f"move-{number}" for number in range(1, len(self.moves)))]
        self.plan = self._presenter.plan(
            YearEndForm(
                year=int(self.year.currentData()),
                on=read(self.on.day, "on"),
                to_savers=read(self.to_savers.amount, "to_savers"),
                savers_fund=self.savers_fund.currentData(),
                to_board=read(self.to_board.amount, "to_board"),
                board_fund=self.board_fund.currentData(),
                parts={code: field.text() for code, field in self.parts.items()},
                moves=tuple(
                    MoveForm(read(amount.amount, name), out_of.currentData(), into.currentData())
                    for name, (amount, out_of, into) in zip(names, self.moves, strict=True)
                ),
                minutes=self.minutes.text(),
            )
        )


class SharesDialog(FormDialog):
    """Everybody's share with its arithmetic, the funds before and after; then it is booked."""

    request: PaperRequest

    def __init__(
        self,
        presenter: YearEndPresenter,
        context: Context,
        asked: YearEndDialog,
        parent: QWidget | None,
    ) -> None:
        self._presenter, self._context = presenter, context
        self._plan, self._minutes = asked.plan, asked.minutes.text()
        super().__init__(
            translate("window", "Year's end {year}: who gets what").format(year=self._plan.year),
            translate("window", "Book the year's end"),
            self._act,
            parent,
            back=translate("window", "Change the sums"),
        )
        told = translate(
            "window",
            "Each share = the sum shared out × her part : all parts, to the whole đồng. A saver's "
            "part is her savings at the ends of {months} months added up.",
        )
        self.shares = TableView(
            TableModel(_columns()),
            name=translate("window", "Shares"),
            empty=translate("window", "Only money between funds."),
        )
        self.shares.table().fill(share_lines(self._plan))
        self.shares.setMinimumHeight(theme.scaled(7))
        self.sums = FigureList(translate("window", "Sums and funds"))
        self.sums.fill(sum_lines(self._plan))
        look = button(translate("window", "Look at the paper…"), self._on_look, icon="printer")
        self.form.hide()
        self.body.insertWidget(1, label(told.format(months=self._plan.months), "soft"))
        self.body.insertWidget(2, self.shares, 1)
        self.body.insertWidget(3, self.sums)
        self.body.insertLayout(4, row(look, None))
        room = self.screen().availableSize().width() - 80
        self.setMinimumWidth(min(theme.scaled(50), room))

    def _on_look(self) -> None:
        papers.show(self._context, paper(self._plan), self)

    def _act(self) -> None:
        self.request = self._presenter.carry_out(self._plan, self._minutes)


def _fund_field(chosen: Fund):  # type: ignore[no-untyped-def]
    return choice_field([(fund.value, fund_label(fund.value)) for fund in Fund], chosen.value)


def _columns() -> list[Column]:
    return [
        Column(translate("window", "Full name"), lambda line: line.name),
        Column(translate("window", "For"), lambda line: line.what),
        _amount(translate("window", "Gets"), lambda line: line.amount),
        Column(translate("window", "Worked out"), lambda line: line.sum_words, number=True),
        _amount(translate("window", "Average savings"), lambda line: line.average),
    ]


def _amount(head: str, amount) -> Column:  # type: ignore[no-untyped-def]
    return Column(
        head,
        lambda line: format_dong(amount(line)) if amount(line) else "",
        key=amount,
        number=True,
    )
