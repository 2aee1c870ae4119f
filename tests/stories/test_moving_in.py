"""A club of forty members with twelve open loans moves in from its paper books in one afternoon.

Only events are delivered in the window. Nothing is made before every total is the signed one.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from app.base import clock
from app.domain.paper_book import PersonBalance
from app.services import book_places, checking, fund, loans, members
from app.ui.program import Program
from app.ui.screens.welcome.dialogs import WrongCellsDialog
from app.ui.screens.welcome.going_live_dialog import GoingLiveDialog, PeopleDialog
from app.ui.widgets.question import Question
from app.ui.workers import Working
from tests.stories import paper_club
from tests.stories.hands import CountingHands

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab
MINUTES = 45
SECONDS_AN_EVENT = 4
SIGNED = {
    "members": "40",
    "open_loans": "12",
    "cash": "2.350.000",
    "bank": "4tr",
    "loans": "30,25tr",
    "savings": "2.000.000",
}

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, own_home: Path) -> Program:
    window = Program(qapp)
    qtbot.addWidget(window)
    window.start(None)
    window.show()
    window.activateWindow()
    return window


def test_forty_members_and_twelve_loans(
    window: Program, hands: CountingHands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    paper = paper_club.written()
    assert paper_club.outstanding() == 30_250_000
    bad = dict(paper)
    first, *others = paper["Khoản vay"]
    bad["Khoản vay"] = ((*first[:2], "31/2/2026", *first[3:]), *others)
    _chosen(monkeypatch, paper_club.save(tmp_path / "so-giay.xlsx", bad))
    _bring_in(window, hands, _one_wrong_cell)
    assert _books(window) == []

    _chosen(monkeypatch, paper_club.save(tmp_path / "so-giay.xlsx", paper))
    _bring_in(window, hands, lambda dialog: _leave_it(dialog, hands))
    assert _books(window) == [], "not yet: the paper said something else"

    _bring_in(window, hands, lambda dialog: _all_the_same(dialog, hands))
    assert window.shell is not None
    _is_the_signed_paper(window)
    hands_at_work = (hands.events * SECONDS_AN_EVENT + hands.typed) / 60
    assert paper_club.minutes_to_type(paper) + hands_at_work <= MINUTES
    window.close()


def _chosen(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """What the system's own file dialog answers."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))


def _bring_in(window: Program, hands: CountingHands, then) -> None:  # type: ignore[no-untyped-def]
    """Choose the Excel file; what is asked or told next is worked by ``then``."""

    def ask(dialog: QDialog) -> None:
        assert isinstance(dialog, Question)
        _work_next(hands, then)
        hands.press(ENTER)

    assert window.welcome is not None
    welcome = window.welcome
    hands.during(ask, lambda: hands.click(welcome.paper))


def _work_next(hands: CountingHands, then) -> None:  # type: ignore[no-untyped-def]
    """Work the dialog that comes once the file is read."""

    def look() -> None:
        shown = QApplication.activeModalWidget()
        if shown is None or isinstance(shown, Question | Working) or not shown.isVisible():
            QTimer.singleShot(10, look)
            return
        try:
            then(shown)
        finally:
            if shown.isVisible():
                shown.reject()

    QTimer.singleShot(0, look)


def _one_wrong_cell(dialog: QDialog) -> None:
    assert isinstance(dialog, WrongCellsDialog)
    (cell,) = dialog.list.table().rows()
    assert (cell.file, cell.row, cell.column) == ("Khoản vay", "2", "Ngày vay")
    assert "31/2/2026" in cell.text


def _type_totals(dialog: QDialog, hands: CountingHands, figures: dict[str, str]) -> GoingLiveDialog:
    assert isinstance(dialog, GoingLiveDialog)
    assert [total.field for total in dialog.totals] == list(figures)
    for figure in figures.values():
        hands.write(figure)
        hands.press(TAB)
    return dialog


def _leave_it(dialog: QDialog, hands: CountingHands) -> None:
    """The paper's savings differ: it is said by how much, and nothing is made."""
    shown = _type_totals(dialog, hands, SIGNED | {"savings": "1.750.000"})
    hands.click(shown.verb)
    assert shown.isVisible()
    assert shown.fields["savings"].property("wrong") is True
    assert shown.fields["cash"].property("wrong") is not True
    hands.press(Qt.Key.Key_Escape)


def _all_the_same(dialog: QDialog, hands: CountingHands) -> None:
    shown = _type_totals(dialog, hands, SIGNED)

    def read_aloud(people: QDialog) -> None:
        assert isinstance(people, PeopleDialog)
        rows = people.list.table().rows()
        assert len(rows) == len({*paper_club.SAVERS} | {*range(6, 18)})
        an = next(row for row in rows if row.code == "M006")
        assert an == PersonBalance("M006", an.name, paper_club.SAVED, paper_club.owed(1))
        hands.press(ENTER)

    hands.during(read_aloud, lambda: hands.click(shown.people))
    hands.click(shown.verb)
    assert not shown.isVisible()


def _books(window: Program) -> list[Path]:
    return sorted(book_places.home_of_books().glob("*.soclb"))


def _is_the_signed_paper(window: Program) -> None:
    context, today = window.context, clock.today()
    balances = context.ask(fund.balances, on=today)
    assert (balances.cash, balances.bank) == (paper_club.CASH, paper_club.BANK)
    assert balances.savings == len(paper_club.SAVERS) * paper_club.SAVED
    book = context.ask(loans.loan_book, on=today)
    assert (book.open, book.outstanding) == (paper_club.LOANS, paper_club.outstanding())
    assert len(context.ask(members.members, on=today)) == paper_club.MEMBERS
    assert context.ask(checking.verified)
