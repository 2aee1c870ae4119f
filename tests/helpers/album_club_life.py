"""Pictures of what a club does rarely: the year's end, locked months, the board, a split."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from app.base import clock
from app.services import loans, members
from app.ui.program import Program
from app.ui.screens.fund.locking import LockingPresenter
from app.ui.screens.fund.locking_dialog import LockDialog
from app.ui.screens.fund.year_end import YearEndPresenter
from app.ui.screens.fund.year_end_dialogs import SharesDialog, YearEndDialog
from app.ui.screens.members.board import BoardPresenter
from app.ui.screens.members.board_dialogs import BoardDialog, ElectDialog
from app.ui.screens.members.leave_dialog import LeaveDialog
from app.ui.screens.members.leaving import LeavingPresenter
from app.ui.screens.settings.succession import SuccessionPresenter
from app.ui.screens.settings.succession_dialogs import GiveDialog, GiveNowDialog, TakeDialog

Take = Callable[[QDialog, str], None]


def club_life(window: Program, take: Take) -> None:
    """Show each dialog to ``take``, filled in as far as a user would; books nothing."""
    context = window.context
    owing = context.ask(loans.loan_book, on=clock.today()).loans[0].member
    borrower = context.ask(members.by_code)[owing]
    take(LeaveDialog(LeavingPresenter(context, borrower), window), "23-leave-owing")
    take(BoardDialog(context, window), "24-board")
    take(ElectDialog(BoardPresenter(context), window), "25-new-term")
    take(LockDialog(LockingPresenter(context), window), "43-lock")
    _year_end(window, take)
    _split(window, take)


def _year_end(window: Program, take: Take) -> None:
    presenter = YearEndPresenter(window.context)
    asked = YearEndDialog(presenter, window)
    asked.to_savers.field.setText("300k")
    asked.to_board.field.setText("150k")
    asked.board_fund.setCurrentIndex(asked.board_fund.findData("income"))
    asked.moves[0][0].field.setText("100k")
    asked.minutes.setText("Biên bản buổi sinh hoạt 17/11/2026")
    asked.verb.click()
    take(SharesDialog(presenter, window.context, asked, window), "45-shares")
    take(asked, "44-year-end")


def _split(window: Program, take: Take) -> None:
    presenter = SuccessionPresenter(window.context)
    asked = GiveDialog(presenter, window)
    asked.to_club.setText("CLB Liên thế hệ tự giúp nhau xóm Mới")
    asked.minutes.setText("Biên bản số 11")
    for number in range(1, 7):
        asked.going.item(number).setCheckState(Qt.CheckState.Checked)
    asked.verb.click()
    take(GiveNowDialog(presenter, asked, window), "73-split-preview")
    take(TakeDialog(presenter, asked.planned, window), "74-take-over")
    take(asked, "72-split")
