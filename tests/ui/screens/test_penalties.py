"""Penalties by the club's rule in step three of a meeting: seen, paid in part or whole, put off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.base import clock
from app.domain.periods import Month
from app.services import club
from app.ui.screens.meeting.outlays import OutlaysPresenter
from app.ui.screens.meeting.outlays_panel import OutlaysPanel
from app.ui.screens.meeting.outlays_penalties import PenaltyDialog
from app.ui.screens.meeting.presenter import MeetingPresenter
from tests.helpers.clubs import START, filled_club
from tests.ui.conftest import Desk
from tests.ui.screens.walk import hold_list, names

DAY, DUE = date(2024, 7, 20), 15_000


@pytest.fixture(autouse=True)
def in_august(today: None) -> Iterator[None]:
    with clock.fixed(date(2024, 8, 1)):
        yield


def _outlays(penalty: str) -> OutlaysPresenter:
    book = filled_club()
    with book.begin() as uow:
        if penalty:
            club.change_rule(uow, key="penalty", value=penalty, from_on=START)
    desk = Desk(book)
    meeting = MeetingPresenter(desk)
    meeting.open(Month(2024, 7), DAY)
    return OutlaysPresenter(desk, meeting, None)


def test_seen_paid_and_put_off() -> None:
    outlays = _outlays("monthly_bp:50")
    (row,) = outlays.penalties()
    assert row.due["penalty_payment"] == DUE
    outlays.pay_penalty(row, DUE)
    assert outlays.penalties()[0].paid["penalty_payment"] == DUE
    assert [line.amount for line in outlays.meeting.meeting.lines] == [DUE]
    outlays.pay_penalty(row, 0)
    assert outlays.meeting.meeting.lines == ()
    assert outlays.meeting.undo()
    assert [line.amount for line in outlays.meeting.meeting.lines] == [DUE]


def test_all_of_it_unless_something_else_is_typed(qtbot: QtBot, dressed: object) -> None:
    outlays = _outlays("monthly_bp:50")
    panel = OutlaysPanel(outlays)
    qtbot.addWidget(panel)
    panel.reload()
    names(panel)
    hold_list(panel.penalties.list)
    assert not panel.penalties.isHidden()
    (row,) = outlays.penalties()
    for typed, paid in (("15.000", DUE), ("5k", 5_000), ("0", 0)):
        dialog = PenaltyDialog(outlays, row, panel)
        names(dialog)
        assert dialog.amount.amount() == DUE
        dialog.amount.field.setText(typed)
        dialog.verb.click()
        assert dialog.result() == 1
        assert outlays.penalties()[0].paid.get("penalty_payment", 0) == paid
    wrong = PenaltyDialog(outlays, row, panel)
    wrong.amount.field.setText("nhiều")
    wrong.verb.click()
    assert wrong.result() == 0


def test_a_club_without_the_rule_sees_nothing(qtbot: QtBot, dressed: object) -> None:
    outlays = _outlays("")
    assert outlays.penalties() == ()
    panel = OutlaysPanel(outlays)
    qtbot.addWidget(panel)
    panel.reload()
    assert panel.penalties.isHidden()
