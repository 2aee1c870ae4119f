"""Loans: who waits in which order, a loan extended or given up, and the card that shows it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.base.errors import AppError, InvalidError
from app.domain.loan_book import LoanLine
from app.services import fund, loans, write_offs
from app.ui.context import Context
from app.ui.screens.loans.card import LoanDialog
from app.ui.screens.loans.dialogs import EndDialog, RequestDialog, WriteOffDialog
from app.ui.screens.loans.extend_dialog import ExtendDialog, pairs
from app.ui.screens.loans.pay_dialogs import PayDialog, RecoverDialog
from app.ui.screens.loans.presenter import LoansPresenter, RequestForm, extension_words
from app.ui.screens.loans.view import LoansScreen
from app.ui.screens.loans.waiting import WaitingDialog
from app.ui.screens.loans.written_off import WrittenOffDialog
from tests.ui.conftest import TODAY, Desk
from tests.ui.screens.walk import hold_list, names


def _line(presenter: LoansPresenter) -> LoanLine:
    return presenter.book().loans[-1]


def _three(presenter: LoansPresenter) -> list[str]:
    before = [request.name for request in presenter.waiting()]
    free = [m for m in presenter.people() if m.full_name not in before][:3]
    for member in free:
        presenter.ask_for(RequestForm(member.code, 2_000_000, "", "Nuôi gà"))
    return [member.full_name for member in free]


def test_who_waits_stands_in_the_clubs_order(desk: Desk) -> None:
    presenter = LoansPresenter(desk)
    first, second, third = _three(presenter)
    waiting = presenter.waiting()
    assert waiting[-1].term_months == 12
    presenter.move(waiting[-1], -1)
    assert [line.name for line in presenter.waiting()[-3:]] == [first, third, second]
    presenter.move(presenter.waiting()[-1], 1)
    assert [line.name for line in presenter.waiting()[-3:]] == [first, third, second]


def test_who_is_off_the_list_has_a_reason(desk: Desk) -> None:
    presenter = LoansPresenter(desk)
    _three(presenter)
    one, two = presenter.waiting()[-2:]
    count = len(presenter.waiting())
    with pytest.raises(AppError):
        presenter.end(one, " ", declined=True)
    presenter.end(one, "còn nợ quá hạn", declined=True)
    presenter.end(two, "đã có việc", declined=False)
    assert len(presenter.waiting()) == count - 2


def test_what_a_request_lacks_stands_under_its_field(desk: Desk) -> None:
    with pytest.raises(InvalidError) as caught:
        LoansPresenter(desk).ask_for(RequestForm("", None, "mười", ""))
    assert [p.field for p in caught.value.problems] == ["member", "principal", "term_months"]


def test_a_loan_is_extended_with_minutes(desk: Desk) -> None:
    presenter = LoansPresenter(desk)
    loan = _line(presenter).loan
    last_due = presenter.schedule(loan).rows[-1].due
    with pytest.raises(AppError):
        presenter.extend(loan, TODAY, "24", "")
    presenter.extend(loan, TODAY, "24", "Biên bản 17/11/2026")
    assert presenter.schedule(loan).rows[-1].due > last_due
    assert "24" in extension_words(presenter.extensions(loan))
    with pytest.raises(InvalidError) as caught:
        presenter.extend(loan, None, "x", "")
    assert [p.field for p in caught.value.problems] == ["on", "term_months"]


def test_a_loan_is_written_off_in_part_and_whole(desk: Desk) -> None:
    presenter = LoansPresenter(desk)
    line = _line(presenter)
    presenter.write_off(line.loan, TODAY, 100_000, "Biên bản 17/11/2026")
    presenter.write_off(line.loan, TODAY, None, "Biên bản 17/11/2026")
    found = {x.loan: x for x in desk.ask(write_offs.written_off, on=TODAY)}
    assert found[line.loan].amount == line.outstanding
    with pytest.raises(InvalidError):
        presenter.write_off(line.loan, None, None, "Biên bản")


def test_the_list_shows_loans_and_who_waits(qtbot: QtBot, context: Context) -> None:
    screen = LoansScreen(context)
    qtbot.addWidget(screen)
    screen.reload()
    names(screen)
    hold_list(screen.list)
    assert str(len(screen.presenter.waiting())) in screen.queue.text()


def test_a_card_shows_the_plan_in_force(qtbot: QtBot, context: Context) -> None:
    presenter = LoansPresenter(context)
    line = _line(presenter)
    dialog = ExtendDialog(presenter, line, None)
    qtbot.addWidget(dialog)
    names(dialog)
    dialog.months.setText("9")
    dialog.verb.click()
    assert dialog.result() == 0
    dialog.minutes.setText("Biên bản 17/11/2026")
    dialog.verb.click()
    assert dialog.result() == 1
    card = LoanDialog(presenter, context, line, None)
    qtbot.addWidget(card)
    names(card)
    assert card.plan.table().rows() == presenter.schedule(line.loan).rows
    hold_list(card.plan)


def test_a_write_off_offers_all_that_is_owed(qtbot: QtBot, context: Context) -> None:
    presenter = LoansPresenter(context)
    line = _line(presenter)
    dialog = WriteOffDialog(presenter, line, None)
    qtbot.addWidget(dialog)
    names(dialog)
    dialog.minutes.setText("Biên bản 17/11/2026, ông An xác nhận")
    dialog.verb.click()
    assert dialog.result() == 1
    assert line.loan not in [left.loan for left in presenter.book().loans]


def test_the_waiting_list_is_kept_in_its_dialog(qtbot: QtBot, context: Context) -> None:
    presenter = LoansPresenter(context)
    ask = RequestDialog(presenter, None)
    qtbot.addWidget(ask)
    names(ask)
    ask.member.setCurrentIndex(5)
    ask.principal.field.setText("2tr")
    ask.verb.click()
    assert ask.result() == 1
    _three(presenter)
    dialog = WaitingDialog(presenter, context, None)
    qtbot.addWidget(dialog)
    names(dialog)
    hold_list(dialog.list)
    last = len(presenter.waiting()) - 1
    dialog.list.selectRow(last)
    moved = presenter.waiting()[last]
    dialog.up.click()
    assert presenter.waiting()[last - 1].id == moved.id
    assert dialog.list.currentIndex().row() == last - 1
    end = EndDialog(presenter, moved, dialog, declined=True)
    qtbot.addWidget(end)
    names(end)
    end.reason.setPlainText("còn nợ quá hạn")
    end.verb.click()
    dialog.reload()
    assert moved.id not in [request.id for request in presenter.waiting()]


def test_before_and_after_an_extension(qtbot: QtBot, context: Context) -> None:
    presenter = LoansPresenter(context)
    line = _line(presenter)
    assert presenter.compared(line.loan, None, "9") == ()
    assert presenter.compared(line.loan, TODAY, "") == ()
    before, after = presenter.compared(line.loan, TODAY, "30")
    assert before.principal == after.principal == line.outstanding
    assert after.rows[-1].due > before.rows[-1].due
    assert len(after.rows) == 30
    dialog = ExtendDialog(presenter, line, None)
    qtbot.addWidget(dialog)
    dialog.months.setText("30")
    assert dialog.plans.table().rows() == pairs(before, after)
    presenter.extend(line.loan, TODAY, "30", "Biên bản 17/11/2026")
    assert presenter.schedule(line.loan).rows[-30:][0].due == after.rows[0].due


def test_what_ends_a_loan_on_any_day(qtbot: QtBot, context: Context) -> None:
    presenter = LoansPresenter(context)
    line = _line(presenter)
    card = LoanDialog(presenter, context, line, None)
    qtbot.addWidget(card)
    today = card.ends.text()
    card.day.setText("17/12/2027")
    assert card.ends.text() != today
    day = card.day.day()
    assert day is not None
    whole = context.ask(loans.pay_off, loan=line.loan, on=day)
    assert card.ends.text().startswith(f"{whole:,} đồng".replace(",", "."))
    card.day.setText("32/1")
    assert card.ends.text() == ""


def test_a_neighbour_pays_for_her(qtbot: QtBot, context: Context) -> None:
    presenter = LoansPresenter(context)
    line = _line(presenter)
    dialog = PayDialog(presenter, line, None)
    qtbot.addWidget(dialog)
    names(dialog)
    dialog.amount.field.setText("9.000tr")
    assert "nhiều hơn số còn nợ" in dialog.shares.text()
    dialog.verb.click()
    assert dialog.result() == 0
    dialog.amount.field.setText("100k")
    assert line.loan in dialog.shares.text()
    dialog.payer.setText("Con trai Nguyễn Văn Nam nộp thay")
    dialog.verb.click()
    assert dialog.result() == 1
    entries = context.ask(fund.entries, first=TODAY, last=TODAY)
    paid = [entry for entry in entries if entry.memo == "Con trai Nguyễn Văn Nam nộp thay"]
    assert sum(entry.amount for entry in paid) == 100_000


def test_what_was_given_up_comes_back(qtbot: QtBot, context: Context) -> None:
    presenter = LoansPresenter(context)
    line = _line(presenter)
    presenter.write_off(line.loan, TODAY, None, "Biên bản 17/11/2026")
    (given_up,) = (x for x in presenter.written_off() if x.loan == line.loan)
    dialog = RecoverDialog(presenter, given_up, None)
    qtbot.addWidget(dialog)
    names(dialog)
    dialog.verb.click()
    assert dialog.result() == 0
    dialog.amount.field.setText("50k")
    dialog.verb.click()
    assert dialog.result() == 1
    shown = WrittenOffDialog(presenter, context, None)
    qtbot.addWidget(shown)
    names(shown)
    hold_list(shown.list)
    (after,) = (x for x in presenter.written_off() if x.loan == line.loan)
    assert (after.recovered, after.left) == (50_000, line.outstanding - 50_000)
    screen = LoansScreen(context)
    qtbot.addWidget(screen)
    screen.reload()
    assert not screen.given_up.isHidden()
