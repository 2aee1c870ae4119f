"""Months locked from the window: only complete ones, and said before what that means."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.base.errors import AppError
from app.domain.periods import Month
from app.services import fund
from app.ui.context import Context
from app.ui.screens.fund.locking import (
    LockingPresenter,
    choice_words,
    locked_words,
    missing_words,
    state_words,
)
from app.ui.screens.fund.locking_dialog import LockDialog
from app.ui.screens.fund.view import FundScreen
from tests.ui.conftest import TODAY, Desk
from tests.ui.screens.walk import hold_list, names

LAST = Month.of(TODAY).plus(-1)


def test_every_month_that_is_over_is_listed_with_its_lock(desk: Desk) -> None:
    lines = LockingPresenter(desk).lines()
    assert lines[0].month == LAST
    locked = [line.locked for line in lines]
    assert locked == sorted(locked)
    assert {True, False} == set(locked)
    assert state_words(lines[-1]).endswith("đã khóa")


def test_a_locked_month_takes_no_more_entries(desk: Desk) -> None:
    locking = LockingPresenter(desk)
    first = locking.open_months()[0]
    assert locking.missing(first) == ()
    locking.lock(first)
    assert first not in locking.open_months()
    with pytest.raises(AppError, match=r"month\.locked"):
        desk.do(fund.record, on=first.first_day, kind="donation", amount=1000, fund="income")


def test_a_year_is_locked_with_its_december(desk: Desk) -> None:
    assert "cả năm 2025" in choice_words(Month(2025, 12))
    assert choice_words(Month(2026, 3)) == "Tháng 3 năm 2026"
    assert "tháng 3 năm 2026" in locked_words(Month(2026, 3))
    assert locked_words(None)


def test_the_dialog_locks_and_says_what_is_missing(qtbot: QtBot, context: Context) -> None:
    presenter = LockingPresenter(context)
    dialog = LockDialog(presenter, None)
    qtbot.addWidget(dialog)
    names(dialog)
    hold_list(dialog.list)
    dialog.until.setCurrentIndex(dialog.until.count() - 1)
    found = presenter.missing(LAST)
    assert dialog.verb.isEnabled() is not bool(found)
    assert dialog.missing.text() == missing_words(found) or not found
    dialog.until.setCurrentIndex(0)
    chosen = Month.parse(dialog.until.currentData())
    dialog.verb.click()
    assert dialog.result() == 1
    assert chosen not in presenter.open_months()
    screen = FundScreen(context)
    qtbot.addWidget(screen)
    screen.reload()
    assert locked_words(chosen) in screen.told()


def test_a_month_without_a_meeting_or_reason_is_named(desk: Desk) -> None:
    locking = LockingPresenter(desk)
    found = locking.missing(Month.of(TODAY))
    assert [problem.code for problem in found] == ["month.not_recorded"]
    assert "11/2026" in missing_words(found)
    with pytest.raises(AppError):
        locking.lock(Month.of(TODAY))
