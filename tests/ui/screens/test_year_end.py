"""The year's end in the window: shares with their arithmetic, then booked, with its paper."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.base import clock
from app.base.errors import AppError, InvalidError
from app.services import fund, printing, savings
from app.ui.context import Context
from app.ui.screens.fund.year_end import (
    MoveForm,
    YearEndForm,
    YearEndPresenter,
    share_lines,
    sum_lines,
)
from app.ui.screens.fund.year_end_dialogs import SharesDialog, YearEndDialog
from tests.ui.conftest import TODAY, Desk
from tests.ui.screens.walk import hold_list, names


def _form(presenter: YearEndPresenter, **changed: Any) -> YearEndForm:
    values: dict[str, Any] = {
        "year": 2026,
        "on": TODAY,
        "to_savers": 300_000,
        "savers_fund": "income",
        "to_board": 200_000,
        "board_fund": "income",
        "parts": {person.code: "1" for person in presenter.board()},
        "moves": (MoveForm(100_000, "income", "care"), MoveForm(None, "income", "operating")),
        "minutes": "Biên bản tháng 11",
    }
    return YearEndForm(**(values | changed))


def test_what_is_shown_is_booked_and_printed(desk: Desk) -> None:
    presenter = YearEndPresenter(desk)
    before, saved = desk.ask(fund.balances, on=TODAY), desk.ask(savings.by_member, on=TODAY)
    plan = presenter.plan(_form(presenter))
    lines = share_lines(plan)
    assert sum(line.amount for line in lines) == 500_000
    assert all(line.sum_words.count("×") == 1 for line in lines)
    sums = [line.amount for line in sum_lines(plan)]
    assert sums[:3] == [300_000, 200_000, 100_000]
    request = presenter.carry_out(plan, "Biên bản tháng 11")
    after = desk.ask(fund.balances, on=TODAY)
    assert after.funds["income"] == before.funds["income"] - 600_000
    assert after.funds["care"] == before.funds["care"] + 100_000
    assert sums[3:] == list(after.funds.values())
    now = desk.ask(savings.by_member, on=TODAY)
    gained = {code: now[code] - saved.get(code, 0) for code in now}
    assert {code for code, more in gained.items() if more} == {s.member for s in plan.savers}
    assert desk.ask(printing.content, request=request, ending=".pdf")[:4] == b"%PDF"


def test_the_board_shares_by_its_parts(desk: Desk) -> None:
    presenter = YearEndPresenter(desk)
    codes = [person.code for person in presenter.board()]
    parts = dict.fromkeys(codes, "0") | {codes[0]: "2", codes[1]: "1"}
    plan = presenter.plan(_form(presenter, to_savers=None, to_board=300_000, parts=parts))
    got = {share.member: share.amount for share in plan.board}
    assert got == {codes[0]: 200_000, codes[1]: 100_000}


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"on": None}, "on"),
        ({"minutes": " "}, "minutes"),
        ({"to_savers": None, "to_board": 0, "moves": ()}, "to_savers"),
        ({"moves": (MoveForm(5, "care", "care"),)}, "move"),
        ({"parts": {"M001": "một"}}, "part-M001"),
        ({"parts": {"M001": "0"}}, "to_board"),
    ],
)
def test_what_is_missing_is_said_at_its_field(
    desk: Desk, changed: dict[str, Any], field: str
) -> None:
    presenter = YearEndPresenter(desk)
    with pytest.raises(InvalidError) as caught:
        presenter.plan(_form(presenter, **changed))
    assert [problem.field for problem in caught.value.problems] == [field]


@pytest.mark.parametrize(
    ("today", "year"), [(date(2026, 1, 20), 2025), (TODAY, 2026), (date(2026, 7, 1), 2026)]
)
def test_the_year_that_is_probably_meant(desk: Desk, today: date, year: int) -> None:
    with clock.fixed(today):
        assert YearEndPresenter(desk).usual_year() == year


def test_no_fund_gives_more_than_it_has(desk: Desk) -> None:
    presenter = YearEndPresenter(desk)
    with pytest.raises(AppError, match=r"year_end\.fund_short"):
        presenter.plan(_form(presenter, to_savers=900_000_000))


def test_the_dialogs_work_it_out_and_book_it(qtbot: QtBot, context: Context) -> None:
    presenter = YearEndPresenter(context)
    asked = YearEndDialog(presenter, None)
    qtbot.addWidget(asked)
    names(asked)
    asked.verb.click()
    assert asked.result() == 0
    asked.to_savers.field.setText("300k")
    asked.to_board.field.setText("150k")
    asked.board_fund.setCurrentIndex(asked.board_fund.findData("income"))
    asked.minutes.setText("Biên bản tháng 11")
    asked.verb.click()
    assert asked.result() == 1
    before = context.ask(fund.balances, on=TODAY).funds["income"]
    shown = SharesDialog(presenter, context, asked, None)
    qtbot.addWidget(shown)
    names(shown)
    hold_list(shown.shares)
    assert len(shown.shares.table().rows()) == len(asked.plan.savers) + len(asked.plan.board)
    assert context.ask(fund.balances, on=TODAY).funds["income"] == before
    shown.verb.click()
    assert shown.result() == 1
    assert context.ask(fund.balances, on=TODAY).funds["income"] == before - 450_000
    again = SharesDialog(presenter, context, asked, None)
    qtbot.addWidget(again)
    again.verb.click()
    assert again.result() == 0
