"""A club splits in the window: booked here with its file, taken in by the other club's book."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.base.errors import AppError, InvalidError
from app.domain.members import Member
from app.services import fund, members, printing, savings
from app.ui.context import Context
from app.ui.screens.settings.succession import (
    GiveForm,
    SuccessionPresenter,
    file_name,
    paper,
    sum_lines,
)
from app.ui.screens.settings.succession_dialogs import GiveDialog, GiveNowDialog, TakeDialog
from app.ui.screens.settings.succession_panel import SuccessionPanel
from tests.helpers.clubs import empty_club
from tests.ui.conftest import TODAY, Desk
from tests.ui.screens.walk import names


def _going(desk: Desk | Context) -> tuple[Member, ...]:
    """Five members who saved something."""
    saved = desk.ask(savings.by_member, on=TODAY)
    people = desk.ask(members.members, on=TODAY)
    return tuple(member for member in people if member.code in saved)[-5:]


def _form(desk: Desk, **changed: Any) -> GiveForm:
    values: dict[str, Any] = {
        "on": TODAY,
        "to_club": "CLB xóm Mới",
        "going": tuple(member.code for member in _going(desk)),
        "percent": "",
        "borrowed": None,
        "minutes": "Biên bản số 11",
    }
    return GiveForm(**(values | changed))


def test_what_is_shown_goes_and_the_other_book_takes_the_same(desk: Desk, tmp_path: Path) -> None:
    presenter = SuccessionPresenter(desk)
    before = desk.ask(fund.balances, on=TODAY)
    form = _form(desk)
    planned = presenter.plan(form)
    assert desk.ask(fund.balances, on=TODAY) == before
    out = tmp_path / file_name(planned)
    given = presenter.give(form, out)
    assert given == planned
    after = desk.ask(fund.balances, on=TODAY)
    assert before.fund_total - after.fund_total == given.fund_total
    shown = sum_lines(given)
    assert shown[-1].amount == given.fund_total == sum(line.amount for line in shown[:-1])
    other = Desk(empty_club())
    there = SuccessionPresenter(other)
    taken = there.read(out)
    fund_before = other.ask(fund.balances, on=TODAY).fund_total
    there.take(taken)
    assert other.ask(fund.balances, on=TODAY).fund_total - fund_before == given.fund_total
    assert other.ask(fund.balances, on=TODAY).savings == given.saved
    with pytest.raises(AppError, match=r"handover\.taken_already"):
        there.take(taken)
    for side, chair in ((desk, True), (other, False)):
        text = side.ask(printing.content, request=paper(given), ending=".txt").decode()
        signs = desk.ask(members.signers, on=TODAY)["chair"] in text
        assert signs is chair


def test_a_share_that_was_agreed_on(desk: Desk) -> None:
    presenter = SuccessionPresenter(desk)
    income = desk.ask(fund.balances, on=TODAY).fund_total
    planned = presenter.plan(_form(desk, percent="10 %"))
    assert income // 10 - 3 <= planned.fund_total <= income // 10


def test_borrowed_capital_is_covered_by_money(desk: Desk) -> None:
    presenter = SuccessionPresenter(desk)
    desk.do(fund.record, on=TODAY, kind="borrowed_in", amount=2_000_000)
    assert presenter.borrowed() >= 2_000_000
    without, with_it = (presenter.plan(_form(desk, borrowed=b)) for b in (None, 500_000))
    assert without.fund_total == with_it.fund_total


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"on": None}, "on"),
        ({"to_club": "  "}, "to_club"),
        ({"minutes": ""}, "minutes"),
        ({"going": ()}, "going"),
        ({"percent": "mười"}, "percent"),
    ],
)
def test_what_is_missing_is_said_at_its_field(
    desk: Desk, changed: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidError) as caught:
        SuccessionPresenter(desk).plan(_form(desk, **changed))
    assert [problem.field for problem in caught.value.problems] == [field]


def test_without_its_file_nothing_is_booked(desk: Desk, tmp_path: Path) -> None:
    presenter = SuccessionPresenter(desk)
    before = desk.ask(fund.balances, on=TODAY)
    out = tmp_path / "there.json"
    out.write_text("another file")
    with pytest.raises(AppError, match=r"file\.exists"):
        presenter.give(_form(desk), out)
    assert desk.ask(fund.balances, on=TODAY) == before


def test_more_than_the_whole_is_refused(desk: Desk) -> None:
    with pytest.raises(AppError, match=r"handover\.share_above_whole"):
        SuccessionPresenter(desk).plan(_form(desk, percent="101"))


def test_the_dialogs_choose_show_and_book(
    qtbot: QtBot, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = SuccessionPanel(context)
    qtbot.addWidget(panel)
    names(panel)
    asked = GiveDialog(panel.presenter, panel)
    names(asked)
    asked.verb.click()
    assert asked.result() == 0
    chosen = {member.code for member in _going(context)}
    for number in range(asked.going.count()):
        item = asked.going.item(number)
        if item.data(Qt.ItemDataRole.UserRole) in chosen:
            item.setCheckState(Qt.CheckState.Checked)
    asked.to_club.setText("CLB xóm Mới")
    asked.minutes.setText("Biên bản số 11")
    asked.verb.click()
    assert asked.result() == 1
    shown = GiveNowDialog(panel.presenter, asked, panel)
    names(shown)
    out = tmp_path / "ban-giao.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: ("", ""))
    shown.verb.click()
    assert shown.result() == 0
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(out), ""))
    shown.verb.click()
    assert (shown.result(), out.exists()) == (1, True)
    stay = {member.code for member in context.ask(members.members, on=TODAY + timedelta(days=1))}
    assert not chosen & stay
    taken = TakeDialog(panel.presenter, panel.presenter.read(out), panel)
    names(taken)
    assert taken.figures.lines() == shown.figures.lines()


def test_a_file_that_is_none_is_said(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    panel = SuccessionPanel(context)
    qtbot.addWidget(panel)
    wrong = tmp_path / "wrong.json"
    wrong.write_text("{}")
    panel.take_in(wrong)
    assert "wrong.json" in panel.told.text()
