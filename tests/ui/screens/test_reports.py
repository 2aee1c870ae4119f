"""Papers: every one stands in a group, knows what it needs, and can be made from the window."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.base.errors import AppError
from app.domain.paper_names import paper_label
from app.domain.periods import Month
from app.services import members, printing
from app.services.papers import PAPERS
from app.services.printing import PaperRequest
from app.ui import papers
from app.ui.context import Context
from app.ui.papers import PaperDialog
from app.ui.screens.reports.presenter import (
    ReportsPresenter,
    group_of,
    groups,
    listed,
    needs_loan,
    needs_meeting,
    needs_member,
)
from app.ui.screens.reports.view import ReportsScreen
from tests.ui.conftest import TODAY, Desk
from tests.ui.screens.walk import names

LAST = Month.of(TODAY).plus(-1)


def test_every_paper_stands_in_one_group() -> None:
    shown = [name for papers in groups().values() for name in papers]
    assert sorted(shown) == sorted(PAPERS)


def test_months_go_back_to_the_first_of_the_book(desk: Desk) -> None:
    months = ReportsPresenter(desk).months()
    assert months[0] == Month.of(TODAY)
    assert len(months) == 25
    assert ReportsPresenter(desk).state(months[1]) == "held"


@pytest.mark.parametrize("name", sorted(PAPERS))
def test_every_paper_is_made_from_what_is_chosen(desk: Desk, tmp_path: Path, name: str) -> None:
    papers = ReportsPresenter(desk)
    loan = papers.loans()[0].loan
    request = papers.request(name, LAST, papers.people()[0].code, loan)
    out = tmp_path / "paper.txt"
    try:
        desk.ask(printing.write, request=request, out=out)
    except AppError as error:
        pytest.fail(f"{name}: {error.code} {error.params}")
    assert out.stat().st_size > 0


def test_a_group_asks_for_what_its_papers_need() -> None:
    assert [group for group in groups() if needs_loan(group)] == ["loans"]
    assert [group for group in groups() if needs_member(group)] == ["members", "loans"]
    assert needs_meeting("minutes")
    assert not needs_meeting("fund-statement")
    assert group_of("minutes") == "meeting"
    assert all(paper.about for group in ("meeting", "money") for paper in listed(group))


@pytest.fixture
def screen(qtbot: QtBot, context: Context) -> ReportsScreen:
    screen = ReportsScreen(context)
    qtbot.addWidget(screen)
    screen.reload()
    return screen


def test_a_group_shows_its_papers_and_choices(screen: ReportsScreen) -> None:
    names(screen)
    assert not screen.looks["minutes"].isHidden()
    assert screen.member.parentWidget().isHidden()
    screen.show_paper("loan-card")
    assert screen.group.currentData() == "loans"
    assert not screen.loan.parentWidget().isHidden()


def test_minutes_wait_for_the_meeting_to_be_closed(screen: ReportsScreen) -> None:
    assert not screen.looks["minutes"].isEnabled()
    assert screen.looks["collection-sheet"].isEnabled()
    screen.open_at(LAST)
    screen.reload()
    assert screen.looks["minutes"].isEnabled()
    assert screen.request("minutes").month == LAST


def test_a_paper_is_looked_at(qtbot: QtBot, screen: ReportsScreen, context: Context) -> None:
    screen.open_at(LAST)
    screen.reload()
    dialog = PaperDialog(context, screen.request("minutes"), None)
    qtbot.addWidget(dialog)
    assert dialog.windowTitle() == paper_label("minutes")
    assert dialog.document.pageCount() > 0
    names(dialog)
    dialog.reject()


@pytest.mark.parametrize(
    ("span", "first", "last"),
    [
        ("quarter", date(2026, 4, 1), date(2026, 6, 30)),
        ("year", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_paper_of_a_period_is_of_the_quarter_or_year(
    desk: Desk, span: str, first: date, last: date
) -> None:
    papers = ReportsPresenter(desk)
    for name in ("fund-statement", "cash-book", "club-report", "attendance"):
        wanted = papers.request(name, Month(2026, 5), "", span=span)
        assert (wanted.period, wanted.month) == ((first, last), None)
    minutes = papers.request("minutes", Month(2026, 5), "", span=span)
    assert minutes.month == Month(2026, 5)


def test_the_window_offers_the_period_where_papers_have_one(screen: ReportsScreen) -> None:
    screen.show_paper("fund-statement")
    assert not screen.span.parentWidget().isHidden()
    screen.span.setCurrentIndex(screen.span.findData("year"))
    first, last = screen.request("cash-book").period
    assert first is not None
    assert last is not None
    assert (first.month, last.month) == (1, 12)
    screen.show_paper("home-care-book")
    assert screen.span.parentWidget().isHidden()


def test_papers_that_are_ticked_are_printed_together(
    screen: ReportsScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen.show_paper("fund-statement")
    assert not screen.together.isEnabled()
    for name in ("cash-book", "fund-statement"):
        screen.picks[name].setChecked(True)
    screen.picks["member-list"].setChecked(True)
    seen: list[PaperDialog] = []
    monkeypatch.setattr(PaperDialog, "exec", lambda dialog: seen.append(dialog))
    screen.together.click()
    (dialog,) = seen
    assert [dialog.seen.itemText(at) for at in range(dialog.seen.count())] == [
        paper_label("fund-statement"),
        paper_label("cash-book"),
    ]
    assert len(dialog.documents) == 2
    dialog.reject()


def test_everybodys_statement_is_one_click(
    screen: ReportsScreen, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert screen.everybody.isHidden()
    screen.show_paper("member-statement")
    assert not screen.everybody.isHidden()
    seen: list[PaperDialog] = []
    monkeypatch.setattr(PaperDialog, "exec", lambda dialog: seen.append(dialog))
    screen.everybody.click()
    (dialog,) = seen
    here = [member.code for member in context.ask(members.members, on=TODAY)]
    assert len(dialog.documents) == len(here) == 39
    assert all(document.pageCount() for document in dialog.documents)
    shown = [dialog.seen.itemText(at) for at in range(dialog.seen.count())]
    assert shown == [f"{paper_label('member-statement')} · {code}" for code in here]
    dialog.reject()


def test_a_paper_saved_over_an_older_one_is_whole_or_the_older_one_stays(
    context: Context, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    out = tmp_path / "minutes.pdf"
    out.write_bytes(b"the one of last month")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    wrong = PaperRequest("member-statement", member="M999")
    with pytest.raises(AppError):
        papers.save(context, wrong, None)
    assert out.read_bytes() == b"the one of last month"
    assert papers.save(context, PaperRequest("member-statement", member="M001"), None) == out
    assert out.read_bytes().startswith(b"%PDF")
    assert [path.name for path in tmp_path.glob("*minutes*")] == ["minutes.pdf"]
