"""A member's family, consent and requests, worked in the window with keys and clicks."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.base import clock
from app.domain.family import Relative
from app.domain.members import Member
from app.services import consent, data_requests, family, members
from app.ui.context import Context
from app.ui.screens.home.presenter import HomePresenter
from app.ui.screens.members.consent_dialogs import ConsentsDialog, SignedDialog
from app.ui.screens.members.dialogs import CardDialog
from app.ui.screens.members.personal import (
    ConsentsPresenter,
    PersonalPresenter,
    consent_tone,
    consent_words,
    state_tone,
    state_words,
)
from app.ui.screens.members.personal_dialogs import FamilyDialog, PersonalDialog, RequestDialog
from app.ui.screens.members.presenter import MembersPresenter, passbook_lines
from app.ui.widgets.reason_dialog import ReasonDialog
from tests.ui.conftest import TODAY, Desk

UNSIGNED = 2
"""The practice club's newest members have not signed."""


def _member(context: Context | Desk, code: str = "M029") -> Member:
    return context.ask(members.by_code)[code]


def test_a_passbook_says_what_stood_after_each_line(desk: Desk) -> None:
    presenter = MembersPresenter(desk)
    for member in presenter.listed(with_left=True):
        passbook = presenter.passbook(member)
        lines = passbook_lines(passbook)
        assert len(lines) == len(passbook.lines)
        last = lines[-1] if lines else None
        owed = sum(loan.outstanding for loan in passbook.loans)
        assert (last.savings if last else 0) == passbook.savings.closing
        assert (last.owed if last else 0) == owed


def test_the_card_says_family_and_consent(qtbot: QtBot, context: Context) -> None:
    member = _member(context)
    card = CardDialog(MembersPresenter(context), context, member, None)
    qtbot.addWidget(card)
    assert "Nông Văn Tuấn (con trai, 0900000329, đi thay, ký thay)" in card.personal.words()
    assert "✓ đồng ý điều 1, ngày" in card.personal.words()
    card.show()

    def work() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FamilyDialog)
        QTest.keyClicks(dialog.lines[1].name, "Ly Thi Mo")
        QTest.keyClick(dialog.lines[1].name, Qt.Key.Key_Return)

    QTimer.singleShot(0, work)
    qtbot.mouseClick(card.family, Qt.MouseButton.LeftButton)
    assert context.ask(family.relatives, member="M029")[1] == Relative("Ly Thi Mo")
    assert "Ly Thi Mo" in card.personal.words()


def test_a_relative_without_a_name_is_marked(qtbot: QtBot, context: Context) -> None:
    dialog = FamilyDialog(PersonalPresenter(context, _member(context)), None)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClicks(dialog.lines[2].relation, "con dau")
    qtbot.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.lines[2].name.property("wrong") is True
    assert dialog.wrong.text()
    assert len(context.ask(family.relatives, member="M029")) == 1


def test_many_signatures_are_written_down_at_once(qtbot: QtBot, context: Context) -> None:
    everybody = ConsentsDialog(context, None)
    qtbot.addWidget(everybody)
    missing = context.ask(consent.missing, on=TODAY)
    assert len(missing) == UNSIGNED
    dialog = SignedDialog(ConsentsPresenter(context), None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)
    assert dialog.isVisible(), "nobody agrees by saying nothing"
    QTest.keyClick(dialog.people, Qt.Key.Key_Home)
    QTest.keyClick(dialog.people, Qt.Key.Key_Space)
    QTest.keyClick(dialog.purposes["club"], Qt.Key.Key_Space)
    QTest.keyClicks(dialog.kept_at, "tu ho so")
    QTest.keyClick(dialog.kept_at, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    first = ConsentsPresenter(context).lines()[0]
    assert first.found is not None
    assert (first.found.on, first.found.purposes) == (TODAY, ("club",))
    assert first.found.kept_at == "tu ho so"
    assert first.found.recorded_by == "Nguyễn Văn Bình"
    dialog = SignedDialog(ConsentsPresenter(context), None)
    qtbot.addWidget(dialog)
    qtbot.mouseClick(dialog.all, Qt.MouseButton.LeftButton)
    dialog.purposes["club"].click()
    qtbot.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)
    assert context.ask(consent.missing, on=TODAY) == ()
    assert "Mọi người đã ký" in ConsentsPresenter(context).missing_words()


def test_a_request_is_asked_answered_prolonged_and_done(qtbot: QtBot, context: Context) -> None:
    presenter = PersonalPresenter(context, _member(context))
    dialog = PersonalDialog(presenter, context, None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.answered.isEnabled()

    def ask() -> None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, RequestDialog)
        for _ in range(2):
            QTest.keyClick(asked.kind, Qt.Key.Key_Down)
        QTest.keyClicks(asked.words, "thoi ghi")
        QTest.keyClick(asked.words, Qt.Key.Key_Return)

    QTimer.singleShot(0, ask)
    qtbot.mouseClick(dialog.new, Qt.MouseButton.LeftButton)
    (request,) = presenter.requests()
    assert (request.kind, request.asked_on) == ("withdraw", TODAY)
    assert "19/11/2026" in state_words(request)
    (todo,) = [t for t in HomePresenter(context).facts().todos if t.screen == "members"]
    assert "Nông Thị Ỏn" in todo.text
    qtbot.mouseClick(dialog.answered, Qt.MouseButton.LeftButton)
    assert "02/12/2026" in state_words(presenter.requests()[0])
    qtbot.mouseClick(dialog.longer, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.longer, Qt.MouseButton.LeftButton)
    assert "17/12/2026" in state_words(presenter.requests()[0])

    def finish() -> None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, ReasonDialog)
        asked.reason.setFocus()
        QTest.keyClicks(asked.reason, "Da ngung ghi")
        qtbot.mouseClick(asked.verb, Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, finish)
    qtbot.mouseClick(dialog.done_button, Qt.MouseButton.LeftButton)
    assert "Da ngung ghi" in state_words(presenter.requests()[0])
    now = presenter.now()
    assert now is not None
    assert now.purposes == ()
    assert "rút" in consent_words(now)
    assert [consent_tone(now), consent_tone(None)] == ["watch", "watch"]
    assert not dialog.done_button.isEnabled()


def test_a_request_that_is_late_says_so(desk: Desk) -> None:
    number = desk.do(data_requests.ask, member="M001", on=TODAY - timedelta(days=30), kind="see")
    (request,) = desk.ask(data_requests.waiting)
    assert request.id == number
    assert state_tone(request) == "late"
    assert "quá hạn" in state_words(request)
    (todo,) = [t for t in HomePresenter(desk).facts().todos if t.screen == "members"]
    assert todo.tone == "late"


@pytest.mark.parametrize("seen", [PersonalDialog, ConsentsDialog])
def test_reading_only_changes_nothing(
    qtbot: QtBot, read_context: Context, seen: type[PersonalDialog] | type[ConsentsDialog]
) -> None:
    if seen is PersonalDialog:
        presenter = PersonalPresenter(read_context, _member(read_context))
        dialog = PersonalDialog(presenter, read_context, None)
        acting = (dialog.new, dialog.answered, dialog.longer, dialog.done_button)
    else:
        consents = ConsentsDialog(read_context, None)
        dialog, acting = consents, (consents.sign,)
    qtbot.addWidget(dialog)
    assert not any(made.isEnabled() for made in acting)
    assert [paper.name for paper in PersonalPresenter(read_context, _member(read_context)).papers()]
    assert clock.today() == TODAY
