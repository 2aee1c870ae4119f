"""Step three of a meeting: who waits is held against the rules, approved, declined, withdrawn."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.base.errors import AppError
from app.domain.periods import Month
from app.services import loan_requests, members
from app.ui.context import Context
from app.ui.screens.meeting.dialogs import LoanDialog
from app.ui.screens.meeting.outlays import LoanForm, OutlaysPresenter, request_words
from app.ui.screens.meeting.outlays_panel import OutlaysPanel
from app.ui.screens.meeting.presenter import MeetingPresenter
from tests.ui.conftest import TODAY, Desk
from tests.ui.screens.walk import hold_list, names


def _outlays(services: Desk | Context) -> OutlaysPresenter:
    """The open meeting of this month, one small and one large loan asked for."""
    people = [m.code for m in services.ask(members.members, on=TODAY)]
    for request in services.ask(loan_requests.waiting):
        services.do(loan_requests.withdraw, request=request.id, reason="đã có việc")
    for member, principal in ((people[11], 1_000_000), (people[20], 900_000_000)):
        services.do(
            loan_requests.ask,
            member=member,
            on=TODAY,
            principal=principal,
            term_months=10,
            purpose="Nuôi gà",
            guarantor=people[5],
        )
    meeting = MeetingPresenter(services)
    meeting.open(Month.of(TODAY), TODAY)
    return OutlaysPresenter(services, meeting, None)


@pytest.fixture
def outlays(desk: Desk) -> OutlaysPresenter:
    return _outlays(desk)


def test_who_waits_stands_with_what_speaks_against_it(outlays: OutlaysPresenter) -> None:
    small, large = outlays.waiting()
    assert (small.no, large.no) == (1, 2)
    assert small.doubts == ()
    assert request_words(small) == "Nuôi gà · 10 tháng · ✓ đúng quy định"
    assert "lending.cash_short" in [doubt.code for doubt in large.doubts]
    assert "! Trong hòm chỉ có" in request_words(large)


def test_approved_as_it_was_asked_for_and_taken_back(outlays: OutlaysPresenter) -> None:
    small, large = outlays.waiting()
    outlays.lend(outlays.form_of(small.request), small.request)
    (given,) = outlays.meeting.meeting.loans
    assert (given.member, given.principal, given.term_months, given.purpose) == (
        small.request.member, 1_000_000, 10, "Nuôi gà",
    )  # fmt: skip
    assert given.guarantor == small.request.guarantor
    assert [waiting.request.id for waiting in outlays.waiting()] == [large.request.id]
    assert outlays.meeting.undo()
    assert outlays.waiting()[0].request.id == small.request.id
    assert outlays.meeting.redo()
    assert len(outlays.waiting()) == 1


@pytest.mark.parametrize("declined", [True, False])
def test_off_the_list_with_a_reason(outlays: OutlaysPresenter, declined: bool) -> None:
    first = outlays.waiting()[0].request
    with pytest.raises(AppError, match=r"request\.reason_missing"):
        outlays.end(first, "  ", declined=declined)
    outlays.end(first, "chưa đủ tiền", declined=declined)
    assert first.id not in [waiting.request.id for waiting in outlays.waiting()]


def test_rate_and_guarantor_are_judged_too(outlays: OutlaysPresenter) -> None:
    member = outlays.waiting()[0].request.member
    usual = LoanForm(member, 1_000_000, 70, "interest_only", 12, 0, "")
    assert outlays.doubts(usual) == ()
    dear = LoanForm(member, 1_000_000, 300, "interest_only", 12, 0, "", member)
    codes = [doubt.code for doubt in outlays.doubts(dear)]
    assert codes == ["lending.above_ceiling", "lending.own_guarantor"]
    outlays.lend(dear)
    assert outlays.meeting.meeting.loans[-1].guarantor == member


def test_the_dialog_holds_the_request_and_its_whole_plan(qtbot: QtBot, context: Context) -> None:
    outlays = _outlays(context)
    small, large = outlays.waiting()
    dialog = LoanDialog(outlays, None, large.request)
    qtbot.addWidget(dialog)
    names(dialog)
    assert dialog.plan.table().rowCount() == 10
    assert not dialog.member.isEnabled()
    assert dialog.read() == outlays.form_of(large.request)
    dialog.principal.field.setText("1tr")
    dialog.term.setText("4")
    assert dialog.plan.table().rowCount() == 4
    assert sum(row.principal for row in dialog.plan.table().rows()) == 1_000_000
    hold_list(dialog.plan)
    dialog.verb.click()
    assert dialog.result() == 1
    assert outlays.meeting.meeting.loans[0].principal == 1_000_000
    assert [waiting.request.id for waiting in outlays.waiting()] == [small.request.id]


def test_the_list_goes_when_nobody_waits(qtbot: QtBot, context: Context) -> None:
    outlays = _outlays(context)
    panel = OutlaysPanel(outlays)
    qtbot.addWidget(panel)
    panel.reload()
    names(panel)
    hold_list(panel.waiting.list)
    assert not panel.waiting.isHidden()
    for waiting in outlays.waiting():
        outlays.end(waiting.request, "đã có việc", declined=False)
    panel.reload()
    assert panel.waiting.isHidden()
