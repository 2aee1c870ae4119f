"""The fund book on the screen: a year's entries, a new one, one taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app.domain.money import format_dong
from app.services import printing
from app.ui.context import Context
from app.ui.screens.fund.count_dialog import CountDialog
from app.ui.screens.fund.dialogs import EntryDialog, TakeBackDialog, TransferDialog
from app.ui.screens.fund.presenter import list_words
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


def test_a_wrong_amount_is_put_right_in_one_step(qtbot: QtBot, context: Context) -> None:
    screen = _screen(qtbot, context)
    line = next(x for x in screen.list.table().rows() if x.kind == "expense")
    cash = screen.presenter.balances().cash
    dialog = TakeBackDialog(screen.presenter, line, screen)
    dialog.amount.field.setText(str(line.amount + 10_000))
    dialog.verb.click()
    assert dialog.result() == 0
    assert screen.presenter.balances().cash == cash
    dialog.reason.setPlainText("Ghi thiếu 10 nghìn")
    dialog.verb.click()
    assert dialog.result() == 1
    assert screen.presenter.balances().cash == cash - 10_000


def test_money_moves_between_funds_and_the_pair_goes_back(qtbot: QtBot, context: Context) -> None:
    screen = _screen(qtbot, context)
    before = screen.presenter.balances()
    dialog = TransferDialog(screen.presenter, screen)
    names(dialog)
    dialog.verb.click()
    assert dialog.result() == 0
    dialog.amount.field.setText("100k")
    dialog.verb.click()
    assert dialog.result() == 1
    after = screen.presenter.balances()
    assert (after.cash, after.funds["care"]) == (before.cash, before.funds["care"] + 100_000)
    screen.reload()
    line = screen.list.table().rows()[0]
    back = TakeBackDialog(screen.presenter, line, screen)
    assert back.amount.isHidden()
    back.reason.setPlainText("Nhầm quỹ")
    back.verb.click()
    assert screen.presenter.balances().funds == before.funds


def test_a_book_that_is_only_read_takes_no_money(qtbot: QtBot, read_context: Context) -> None:
    screen = FundScreen(read_context)
    qtbot.addWidget(screen)
    assert not screen.add.isEnabled()
    assert not screen.mend.isEnabled()


def test_the_cash_is_counted_without_a_meeting(qtbot: QtBot, context: Context) -> None:
    screen = _screen(qtbot, context)
    cash = screen.presenter.balances().cash
    dialog = CountDialog(screen.presenter, screen)
    dialog.show()
    names(dialog)
    qtbot.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)
    assert dialog.isVisible(), "nothing was counted"
    number, rest = divmod(cash, 500_000)
    assert rest
    first, second, *_others = dialog.notes.fields.values()
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(first, str(number))
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert dialog.isVisible(), "Enter goes to the next note"
    assert dialog.focusWidget() is second
    assert "thiếu" in dialog.found.text()
    qtbot.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)
    assert dialog.isVisible(), "a difference is explained"
    assert dialog.why.property("wrong") is True
    qtbot.keyClicks(dialog.why, "tra lai nham")
    qtbot.keyClick(dialog.why, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert screen.presenter.balances().cash == number * 500_000
    screen.reload()
    line = screen.list.table().rows()[0]
    assert (line.kind, line.amount, line.memo) == ("cash_short", rest, "tra lai nham")


def test_a_slip_is_printed_from_its_line(qtbot: QtBot, context: Context) -> None:
    screen = _screen(qtbot, context)
    shown = screen.list.table().rows()
    for wanted in (True, False):
        place = next(n for n, line in enumerate(shown) if bool(line.voucher) is wanted)
        screen.list.selectRow(place)
        assert screen.slip.isEnabled() is wanted
    line = next(line for line in shown if line.voucher)
    text = context.ask(
        printing.content, request=screen.presenter.voucher(line), ending=".txt"
    ).decode()
    assert format_dong(sum(x.amount for x in shown if x.voucher == line.voucher)) in text


def test_what_moves_no_cash_shows_its_amount_all_the_same(qtbot: QtBot, context: Context) -> None:
    screen = _screen(qtbot, context)
    told = {line.kind: list_words(line) for line in screen.list.table().rows()}
    interest = next(x for x in screen.list.table().rows() if x.kind == "bank_interest")
    assert f"{format_dong(interest.amount)}, không qua tiền mặt" in told["bank_interest"]
    assert "không qua" not in told["membership_fee"]


@pytest.mark.qt_log_ignore("does not support raise", "grabbing the keyboard", "propagateSizeHints")
def test_rarer_work_waits_behind_one_button(qtbot: QtBot, context: Context) -> None:
    screen = _screen(qtbot, context)
    screen.show()
    screen.more.button.click()
    assert screen.more.menu.isVisible()
    letters = [action.text().split("&")[1][0].lower() for action in screen.more.menu.actions()]
    assert len(set(letters)) == len(letters) == 4
    opened: list[str] = []
    QTimer.singleShot(0, lambda: opened.extend(_closed_dialog()))
    qtbot.keyClick(screen.more.menu, Qt.Key.Key_Down)
    qtbot.keyClick(screen.more.menu, Qt.Key.Key_Return)
    assert opened == ["AgreementsDialog"]


def _closed_dialog() -> list[str]:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    dialog.reject()
    return [type(dialog).__name__]
