"""The fund book on the screen: a year's entries, a new one, one taken back."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.ui.context import Context
from app.ui.screens.fund.dialogs import EntryDialog, TakeBackDialog
from app.ui.screens.fund.view import FundScreen
from tests.ui.screens.walk import hold_list, names


def _screen(qtbot: QtBot, context: Context) -> FundScreen:
    screen = FundScreen(context)
    qtbot.addWidget(screen)
    screen.reload()
    return screen


def test_a_year_is_listed_and_searched(qtbot: QtBot, context: Context) -> None:
    screen = _screen(qtbot, context)
    names(screen)
    whole = len(screen.list.table().rows())
    qtbot.keyClicks(screen.search, "che")
    assert 0 < len(screen.list.table().rows()) < whole
    screen.search.clear()
    screen.year.setCurrentIndex(1)
    assert screen.list.table().rows()[0].on.year == 2025
    hold_list(screen.list)


def test_money_is_recorded_and_taken_back_with_a_reason(qtbot: QtBot, context: Context) -> None:
    screen = _screen(qtbot, context)
    cash = screen.presenter.balances().cash
    dialog = EntryDialog(screen.presenter, screen)
    names(dialog)
    dialog.verb.click()
    assert dialog.result() == 0
    dialog.kind.setCurrentIndex(dialog.kind.findData("expense"))
    dialog.amount.field.setText("120k")
    dialog.memo.setText("Chè, nước")
    dialog.verb.click()
    assert dialog.result() == 1
    assert screen.presenter.balances().cash == cash - 120_000
    screen.reload()
    line = screen.list.table().rows()[0]
    back = TakeBackDialog(screen.presenter, line, screen)
    names(back)
    back.verb.click()
    assert back.result() == 0
    back.reason.setPlainText("Ghi nhầm tháng")
    back.verb.click()
    assert back.result() == 1
    assert screen.presenter.balances().cash == cash
    screen.reload()
    assert line.id not in [shown.id for shown in screen.list.table().rows()]
    screen.reversed.setChecked(True)
    assert line.id in [shown.id for shown in screen.list.table().rows()]


def test_a_book_that_is_only_read_takes_no_money(qtbot: QtBot, read_context: Context) -> None:
    screen = FundScreen(read_context)
    qtbot.addWidget(screen)
    assert not screen.add.isEnabled()
    assert not screen.mend.isEnabled()
