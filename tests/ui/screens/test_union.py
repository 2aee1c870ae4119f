"""A month goes from the club's screen to the union's, and a receipt comes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.base.errors import AppError
from app.domain.periods import Month
from app.services import register
from app.ui.context import Context
from app.ui.screens.exchange.view import ExchangeScreen
from app.ui.screens.union.view import TakenDialog, UnionScreen
from app.ui.widgets.table_view import TableView
from tests.ui.conftest import TODAY
from tests.ui.screens.walk import hold_list, names

LAST = Month.of(TODAY).plus(-1)


def _sent(qtbot: QtBot, context: Context, out: Path) -> ExchangeScreen:
    screen = ExchangeScreen(context)
    qtbot.addWidget(screen)
    screen.open_at(LAST)
    screen.reload()
    screen.make(out)
    return screen


def test_a_month_is_sent_and_listed(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    screen = _sent(qtbot, context, tmp_path / "thang-10.clbz")
    names(screen)
    hold_list(screen.list)
    assert (tmp_path / "thang-10.clbz").is_file()
    assert [line.month for line in screen.list.table().rows()] == [LAST]
    with pytest.raises(AppError):
        screen.make(tmp_path / "thang-10.clbz")


def test_the_union_takes_files_in_and_answers(
    qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    sender = _sent(qtbot, context, tmp_path / "thang-10.clbz")
    letter = tmp_path / "thu.clbz"
    letter.write_text("no bundle")
    path = tmp_path / "hoi.soclu"
    register.create(path, name="Hội LHPN phường", practice=True)
    with register.opened(path) as database:
        desk = Context(database.begin, database.read, path=path, source=database)
        screen = UnionScreen(desk)
        qtbot.addWidget(screen)
        screen.reload()
        names(screen)
        assert not screen.paper.isEnabled()
        lines = screen.take_in([tmp_path / "thang-10.clbz", letter])
        assert [line.accepted for line in lines] == [True, False]
        assert screen.paper.isEnabled()
        hold_list(screen.list)
        told = TakenDialog(lines, screen)
        names(told)
        hold_list(told.findChild(TableView))
        screen.presenter.write_report(None, tmp_path / "hoi.pdf")
        assert (tmp_path / "hoi.pdf").stat().st_size > 0
        assert not sender.presenter.sent()[0].received_by
        (receipt,) = screen.hand_back(tmp_path / "receipts")
        screen.send_up(tmp_path / "all.clbz")
        assert (tmp_path / "all.clbz").is_file()
    line = sender.presenter.take_receipt(receipt)
    assert line.received_by == "Hội LHPN phường"
