"""A member leaves: the account shown and settled, left for later, or settled afterwards."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.base.errors import InvalidError
from app.domain.members import Member
from app.services import fund, loans, members, printing, savings
from app.ui.context import Context
from app.ui.screens.members.leave_dialog import LeaveDialog
from app.ui.screens.members.leaving import (
    LeavingForm,
    LeavingPresenter,
    fee_words,
    outcome_words,
)
from tests.ui.conftest import TODAY, Desk
from tests.ui.screens.walk import names


def _member(desk: Desk | Context, *, borrower: bool) -> Member:
    """Somebody who saved 30,000 and owes more than that; or somebody who saved and owes nothing."""
    owing = {line.member for line in desk.ask(loans.loan_book, on=TODAY).loans}
    people = desk.ask(members.members, on=TODAY)
    if borrower:
        found = next(m for m in people if m.code in owing)
        deposit = {"on": TODAY, "kind": "saving_deposit", "amount": 30_000}
        desk.do(fund.record, member=found.code, **deposit)
        return found
    saved = desk.ask(savings.by_member, on=TODAY)
    return next(m for m in people if m.code in saved and m.code not in owing)


def _form(**changed: object) -> LeavingForm:
    values: dict[str, object] = {
        "on": TODAY,
        "reason": "Chuyển nhà",
        "paid_to": "",
        "settled": True,
    }
    return LeavingForm(**(values | changed))  # type: ignore[arg-type]


def test_savings_are_given_back_in_cash(desk: Desk) -> None:
    leaving = LeavingPresenter(desk, _member(desk, borrower=False))
    cash = desk.ask(fund.balances, on=TODAY).cash
    found = leaving.standing(TODAY)
    assert found.paid_out == found.savings > 0
    assert leaving.member.full_name in outcome_words(found)
    request = leaving.leave(_form())
    assert desk.ask(fund.balances, on=TODAY).cash == cash - found.savings
    assert desk.ask(members.by_code)[leaving.member.code].left_on == TODAY
    assert request is not None
    assert desk.ask(printing.content, request=request, ending=".pdf")[:4] == b"%PDF"


def test_savings_pay_the_loan_and_the_rest_stays_owed(desk: Desk) -> None:
    leaving = LeavingPresenter(desk, _member(desk, borrower=True))
    found = leaving.standing(TODAY)
    assert found.owed > found.covered == found.savings
    leaving.leave(_form(paid_to="con gái"))
    assert leaving.member.code not in desk.ask(savings.by_member, on=TODAY)
    after = leaving.standing(TODAY)
    assert after.owed == found.still_owed
    assert str(after.owed % 1000) in outcome_words(found)


@pytest.mark.parametrize(
    ("changed", "field"), [({"on": None}, "left_on"), ({"reason": "  "}, "reason")]
)
def test_what_is_missing_is_said_at_its_field(
    desk: Desk, changed: dict[str, object], field: str
) -> None:
    leaving = LeavingPresenter(desk, _member(desk, borrower=False))
    with pytest.raises(InvalidError) as caught:
        leaving.leave(_form(**changed))
    assert [problem.field for problem in caught.value.problems] == [field]


def test_fees_behind_are_told_and_not_taken(desk: Desk) -> None:
    leaving = LeavingPresenter(desk, _member(desk, borrower=False))
    found = leaving.standing(TODAY)
    assert (fee_words(found) != "") is (found.fee > 0)


def test_the_dialog_shows_settles_and_has_the_paper(qtbot: QtBot, context: Context) -> None:
    member = _member(context, borrower=True)
    presenter = LeavingPresenter(context, member)
    dialog = LeaveDialog(presenter, None)
    qtbot.addWidget(dialog)
    names(dialog)
    found = presenter.standing(TODAY)
    shown = [line.amount for line in dialog.figures.lines()]
    assert [found.savings, found.principal, found.interest] == shown[:3]
    assert shown[-1] == found.still_owed
    dialog.verb.click()
    assert dialog.result() == 0
    dialog.reason.setText("Qua đời")
    dialog.on.setText("31/31/2026")
    dialog.verb.click()
    assert dialog.result() == 0
    dialog.on.show_day(TODAY)
    dialog.verb.click()
    assert dialog.result() == 1
    assert dialog.paper is not None


def test_leaving_now_and_settling_later(qtbot: QtBot, context: Context) -> None:
    member = _member(context, borrower=False)
    dialog = LeaveDialog(LeavingPresenter(context, member), None)
    qtbot.addWidget(dialog)
    dialog.later.setChecked(True)
    dialog.verb.click()
    assert (dialog.result(), dialog.paper) == (1, None)
    left = context.ask(members.by_code)[member.code]
    assert left.left_on == TODAY
    assert member.code in context.ask(savings.by_member, on=TODAY)
    again = LeaveDialog(LeavingPresenter(context, left), None)
    qtbot.addWidget(again)
    assert again.later.isHidden()
    again.reason.setText("Gia đình đến nhận")
    again.verb.click()
    assert again.paper is not None
    assert member.code not in context.ask(savings.by_member, on=TODAY)
    assert context.ask(members.by_code)[member.code].left_on == date(2026, 11, 17)
