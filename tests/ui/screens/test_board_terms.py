"""The board in the window: who held which office when, a new term, the hand-over's paper."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.base.errors import AppError, InvalidError
from app.domain.members import BOARD_ROLES
from app.services import board, members, printing
from app.ui.context import Context
from app.ui.screens.members.board import BoardPresenter
from app.ui.screens.members.board_dialogs import BoardDialog, ElectDialog
from app.ui.screens.members.presenter import MembersPresenter
from tests.ui.conftest import TODAY, Desk
from tests.ui.screens.walk import hold_list, names


def test_a_new_term_ends_the_one_before(desk: Desk) -> None:
    terms = BoardPresenter(desk)
    before = desk.ask(members.board, on=TODAY)
    assert [line.role for line in terms.lines()] == list(BOARD_ROLES)
    new = next(person for person in terms.people() if person.role == "member")
    request = terms.elect("treasurer", new.code, TODAY, "Biên bản tháng 11")
    lines = terms.lines()
    assert [line.role for line in lines[:3]] == list(BOARD_ROLES)
    assert (lines[2].name, lines[2].decision) == (new.full_name, "Biên bản tháng 11")
    assert lines[3].name == before["treasurer"].full_name
    assert lines[3].until_on == TODAY - timedelta(days=1)
    text = desk.ask(printing.content, request=request, ending=".txt").decode()
    assert before["treasurer"].full_name in text
    assert f"Người nhận bàn giao: {new.full_name}" in text


def test_an_office_that_is_held_is_no_role_to_choose(desk: Desk) -> None:
    people = MembersPresenter(desk)
    held = desk.ask(members.board, on=TODAY)
    assert set(held) == set(BOARD_ROLES)
    assert people.roles(held["chair"]) == ("chair",)
    assert people.roles(None) == ("member",)
    desk.do(board.step_down, member=held["secretary"].code, on=TODAY - timedelta(days=1))
    assert people.roles(None) == ("member", "secretary")


def test_what_is_missing_or_cannot_be_is_said(desk: Desk) -> None:
    terms = BoardPresenter(desk)
    with pytest.raises(InvalidError) as caught:
        terms.elect("chair", "", None, "")
    assert [problem.field for problem in caught.value.problems] == ["from_on", "member"]
    person = terms.people()[0]
    with pytest.raises(AppError, match=r"entry\.in_future"):
        terms.elect("chair", person.code, TODAY + timedelta(days=1), "")


def test_the_dialogs_show_and_begin_a_term(qtbot: QtBot, context: Context) -> None:
    shown = BoardDialog(context, None)
    qtbot.addWidget(shown)
    names(shown)
    hold_list(shown.list)
    dialog = ElectDialog(shown.presenter, shown)
    names(dialog)
    dialog.verb.click()
    assert dialog.result() == 0
    new = next(person for person in shown.presenter.people() if person.role == "member")
    dialog.member.setCurrentIndex(dialog.member.findData(new.code))
    dialog.verb.click()
    assert dialog.result() == 1
    assert context.ask(members.board, on=TODAY)["chair"].code == new.code
    assert dialog.paper.last == TODAY - timedelta(days=1)
