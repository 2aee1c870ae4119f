"""Paper beside program in the window: asked on the home screen, answered, kept, settled."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import delete

from app.base.errors import InvalidError
from app.domain.periods import Month
from app.services import members, paper_agreement
from app.store.database import Database
from app.store.setting_tables import AgreementAnswerRow
from app.ui.context import Context
from app.ui.paper_agreement import AgreementPresenter, answers, comparable
from app.ui.paper_agreement_dialog import AgreementDialog, AgreementsDialog
from app.ui.screens.home.presenter import HomePresenter
from app.ui.screens.home.waiting import AGREEMENT
from tests.ui.conftest import TODAY, Desk

FIRST = Month.of(TODAY).plus(-24)
"""The month in which the practice book was made."""


@pytest.fixture
def unanswered(database: Database) -> Database:
    with database.begin() as uow:
        uow.session.execute(delete(AgreementAnswerRow))
    return database


def _todos(desk: Desk):
    return [todo for todo in HomePresenter(desk).facts().todos if todo.screen == AGREEMENT]


def test_home_asks_month_after_month(unanswered: Database, desk: Desk) -> None:
    for month in FIRST.until(FIRST.plus(2)):
        (todo,) = _todos(desk)
        assert todo.about == month
        AgreementPresenter(desk, month).keep(True, "Ma Thị Chinh", "")
    assert _todos(desk) == []


def test_home_reminds_of_what_differs(desk: Desk) -> None:
    AgreementPresenter(desk, FIRST).keep(False, "Ma Thị Chinh", "thiếu 50.000")
    (todo,) = _todos(desk)
    assert (todo.about, todo.tone) == (FIRST, "late")
    assert "thiếu 50.000" in todo.text
    before = AgreementPresenter(desk, FIRST).before()
    assert before is not None
    assert before.note == "thiếu 50.000"


def test_the_figures_are_the_books(desk: Desk) -> None:
    presenter = AgreementPresenter(desk, Month.of(TODAY).plus(-1))
    found = desk.ask(paper_agreement.standing, month=presenter.month)
    amounts = [line.amount for line in presenter.lines()]
    assert amounts == [found.cash, found.bank, found.loans, found.savings, found.borrowed]
    treasurer = desk.ask(members.board, on=TODAY)["treasurer"]
    assert presenter.board()[0] == treasurer.full_name
    with pytest.raises(InvalidError) as caught:
        presenter.keep(None, treasurer.full_name, "")
    assert [problem.code for problem in caught.value.problems] == ["agreement.not_chosen"]


def test_the_answer_by_keyboard(qtbot: QtBot, unanswered: Database, context: Context) -> None:
    dialog = AgreementDialog(context, FIRST, None)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClick(dialog.found, Qt.Key.Key_Return)
    assert dialog.isVisible(), "nothing was chosen"
    assert dialog.found.property("wrong") is True
    QTest.keyClick(dialog.found, Qt.Key.Key_End)
    assert dialog.next_step.isVisible()
    assert dialog.cash_book.isVisible()
    QTest.keyClick(dialog.found, Qt.Key.Key_Return)
    assert dialog.isVisible(), "where it differs is asked for"
    QTest.keyClicks(dialog.note, "thieu 50.000")
    QTest.keyClick(dialog.note, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    (kept,) = context.ask(paper_agreement.differing)
    assert (kept.month, kept.note) == (FIRST, "thieu 50.000")


def test_every_answer_is_shown(qtbot: QtBot, context: Context) -> None:
    dialog = AgreementsDialog(context, None)
    qtbot.addWidget(dialog)
    shown = dialog.list.table().rows()
    assert shown == answers(context)
    assert [answer.agrees for answer in shown] == [True, True, False, True]
    assert dialog.month.count() == len(comparable(context)) == 24
    assert dialog.compare.isEnabled()
