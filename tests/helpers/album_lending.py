"""Pictures of all that is decided about loans; a part of ``tests.helpers.screenshots``."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from PySide6.QtWidgets import QDialog, QWidget

from app.base import clock
from app.domain.drafts import PENALTY
from app.domain.periods import Month
from app.services import loan_requests, members
from app.ui.program import Program
from app.ui.screens.loans.card import LoanDialog as LoanCard
from app.ui.screens.loans.extend_dialog import ExtendDialog
from app.ui.screens.loans.pay_dialogs import PayDialog, RecoverDialog
from app.ui.screens.loans.presenter import LoansPresenter
from app.ui.screens.loans.written_off import WrittenOffDialog
from app.ui.screens.meeting.dialogs import LoanDialog
from app.ui.screens.meeting.outlays_penalties import PenaltyDialog
from app.ui.screens.meeting.view import MeetingScreen
from app.ui.widgets.reason_dialog import ReasonDialog
from app.ui.wording import request_end_words


class Album(Protocol):
    """What takes the pictures."""

    def take(self, widget: QWidget, name: str) -> None: ...

    def dialog(self, dialog: QDialog, name: str) -> None: ...


def take(window: Program, album: Album) -> None:
    """Step three of a meeting opened for it, and thrown away again."""
    assert window.shell is not None
    _ask(window)
    window.shell.show_screen("meeting", Month.of(clock.today()))
    meeting = window.shell.screen_named("meeting")
    assert isinstance(meeting, MeetingScreen)
    meeting.opening.start.click()
    meeting.presenter.all_present()
    meeting.presenter.write("step", 3)
    meeting.reload()
    album.take(window, "63-waiting")
    outlays = meeting.outlays.outlays
    waiting = outlays.waiting()
    album.dialog(LoanDialog(outlays, window, waiting[-1].request), "63-approve")
    words = request_end_words(waiting[0].request, declined=True)
    decline = ReasonDialog(words, "Đưa khỏi danh sách", lambda _: None, window)
    album.dialog(decline, "63-decline")
    payer = meeting.presenter.meeting.rows[0]
    late = replace(payer, due={**payer.due, PENALTY: 15_000})
    album.dialog(PenaltyDialog(outlays, late, window), "63-penalty")
    meeting.presenter.cancel()
    meeting.reload()
    _between(window, album)


def _between(window: Program, album: Album) -> None:
    """What is decided about a loan between two meetings."""
    presenter = LoansPresenter(window.context)
    line = presenter.book().loans[0]
    album.dialog(LoanCard(presenter, window.context, line, window), "31-loan")
    extend = ExtendDialog(presenter, line, window)
    extend.months.setText("18")
    album.dialog(extend, "32-extend")
    album.dialog(PayDialog(presenter, line, window), "33-pay")
    presenter.write_off(line.loan, clock.today(), None, "Biên bản tháng 11")
    album.dialog(WrittenOffDialog(presenter, window.context, window), "34-written-off")
    album.dialog(RecoverDialog(presenter, presenter.written_off()[-1], window), "35-recover")


def _ask(window: Program) -> None:
    """Three ask for loans: one owes already, one fits, one asks for more than the box holds."""
    context, today = window.context, clock.today()
    people = [member.code for member in context.ask(members.members, on=today)]
    asked = ((people[3], 5_000_000, "Nuôi gà"), (people[11], 1_000_000, "Mua lợn giống"))
    for member, principal, purpose in (*asked, (people[20], 9_000_000, "Sửa chuồng trâu")):
        context.do(
            loan_requests.ask,
            member=member,
            on=today,
            principal=principal,
            purpose=purpose,
            guarantor=people[5],
        )
