"""Every screen and dialog as a picture, filled from the practice book: ``make screenshots``.

``python -m tests.helpers.screenshots OUT [vi|en] [14|22]`` writes OUT/LANGUAGE-SIZE/NAME.png.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.base import clock
from app.base.errors import InvalidError, Problem, Where
from app.domain.periods import Month
from app.services import practice
from app.services.printing import PaperRequest
from app.ui import papers, preferences
from app.ui.paper_agreement_dialog import AgreementDialog, AgreementsDialog
from app.ui.preferences import Preferences
from app.ui.program import Program
from app.ui.screens.exchange.new_key_dialog import NewKeyDialog
from app.ui.screens.fund.count_dialog import CountDialog
from app.ui.screens.fund.dialogs import EntryDialog, TakeBackDialog
from app.ui.screens.home.view import HomeScreen, NotHeldDialog
from app.ui.screens.loans.view import LoanDialog as LoanCard
from app.ui.screens.meeting.dialogs import LineDialog, LoanDialog
from app.ui.screens.meeting.view import MeetingScreen
from app.ui.screens.members.dialogs import CardDialog, MemberDialog
from app.ui.screens.members.leave_dialog import LeaveDialog
from app.ui.screens.members.leaving import LeavingPresenter
from app.ui.screens.welcome import presenter as welcome
from app.ui.screens.welcome.dialogs import NewRegisterDialog, WrongCellsDialog
from app.ui.screens.welcome.going_live_dialog import GoingLiveDialog, PeopleDialog
from app.ui.screens.welcome.new_club import NewClubDialog
from app.ui.screens.welcome.server_dialog import ServerDialog
from app.ui.screens.welcome.view import register_question
from app.ui.widgets.question import Choice, Question
from tests.helpers import album_lending, album_meeting, album_safety, album_union
from tests.helpers.album_club_life import club_life
from tests.helpers.album_people import people

TODAY = date(2026, 11, 17)
SCREEN = """{"screens": [{"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768,
  "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]}"""


class Album:
    """Takes pictures of one window in one language and size."""

    def __init__(self, application: QApplication, out: Path) -> None:
        self._application = application
        self.out = out
        out.mkdir(parents=True, exist_ok=True)

    def settle(self) -> None:
        """Let the window draw what was asked of it."""
        for _ in range(4):
            self._application.processEvents()

    def take(self, widget: QWidget, name: str) -> None:
        self.settle()
        widget.grab().save(str(self.out / f"{name}.png"))

    def dialog(self, dialog: QDialog, name: str) -> None:
        dialog.show()
        self.take(dialog, name)
        dialog.reject()
        dialog.deleteLater()


def main(arguments: list[str]) -> int:
    """Write the pictures; exit code 0."""
    out = Path(arguments[0] if arguments else "out/screens")
    languages = [a for a in arguments[1:] if a in ("vi", "en")] or ["vi", "en"]
    sizes = [int(a) for a in arguments[1:] if a.isdecimal()] or [14, 22]
    walk([f"{language}-{size}" for language in languages for size in sizes], Album, out)
    return 0


def walk(kinds: Sequence[str], album: type[Album], out: Path | None = None) -> None:
    """Show every screen and dialog to an album, in each of ``kinds``: ``vi-14``, ``en-22``.

    Without ``out`` the album gets a folder that is gone afterwards.
    """
    with tempfile.TemporaryDirectory() as home, clock.fixed(TODAY):
        screen = Path(home) / "screen.json"
        screen.write_text(SCREEN)
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
        application = QApplication([])
        made = Path(home) / "clb-xom-6.soclb"
        practice.make(made, today=TODAY)
        for kind in kinds:
            folder = Path(home) / kind
            folder.mkdir()
            os.environ["SOCLB_HOME"] = str(folder)
            book = Path(shutil.copy(made, folder))
            pictures = album(application, (out or Path(home) / "pictures") / kind)
            _album(application, pictures, book)


def _album(application: QApplication, album: Album, book: Path) -> None:
    folder = book.parent
    language, size = folder.name.split("-")
    preferences.save(replace(Preferences(), language=language, text_size=int(size)))
    window = Program(application)
    window.resize(application.primaryScreen().availableSize())
    window.show()
    _welcome(window, album, folder)
    window.open(book)
    _club(window, album)
    album_lending.take(window, album)
    _meeting(window, album)
    _after(window, album, folder)
    window.close()
    window.deleteLater()
    application.processEvents()


def _welcome(window: Program, album: Album, folder: Path) -> None:
    window.show_welcome()
    album.take(window, "01-welcome")
    dialog = NewClubDialog(window)
    dialog.name.setText("CLB Liên thế hệ tự giúp nhau xóm 6")
    dialog.show()
    for step in range(6):
        album.take(dialog, f"02-new-club-{step + 1}")
        if step < 5:
            dialog.next.click()
    dialog.reject()
    wrong = InvalidError(
        [
            Problem(
                "amount.unreadable", {"text": "5000.5"}, where=Where("entries.csv", 14, "số tiền")
            ),
            Problem("day.unreadable", {"text": "2018-02-30"}, where=Where("loans.csv", 3, "ngày")),
        ]
    )
    cells = welcome.wrong_cells(wrong)
    sheets = folder / "so-giay"
    shutil.copytree(Path(__file__).parents[1] / "data" / "books" / "xom6", sheets)
    album.dialog(WrongCellsDialog(sheets, cells, window), "03-wrong-cells")
    summary = welcome.look_in(folder / "new.soclb", sheets)
    going_live = GoingLiveDialog(summary, window)
    going_live.verb.click()
    album.dialog(going_live, "08-going-live")
    album.dialog(PeopleDialog(summary, window), "09-people")
    album.dialog(NewRegisterDialog(window), "04-new-register")
    album.dialog(register_question(window), "04-register")
    album.dialog(ServerDialog("", window), "04-server")
    album_safety.back(window, album.dialog, folder)


def _club(window: Program, album: Album) -> None:
    shell = _shell(window)
    home = shell.screen_named("home")
    assert isinstance(home, HomeScreen)
    album.take(window, "10-home")
    shell.finder.setText("hoa")
    shell.finder.seek("hoa")
    album.take(window, "12-found")
    shell.finder.clear()
    shell.finder.seek("")
    album.dialog(NotHeldDialog(home.presenter, Month.of(TODAY), window), "11-not-held")
    agreement = AgreementDialog(window.context, Month.of(TODAY).plus(-1), window)
    agreement.found.setCurrentIndex(2)
    album.dialog(agreement, "13-agreement")
    shell.show_screen("members")
    album.take(window, "20-members")
    those = shell.screen_named("members").presenter
    member = those.listed(with_left=False)[3]
    album.dialog(CardDialog(those, window.context, member, window), "21-card")
    album.dialog(MemberDialog(those, member, window), "22-member")
    album.dialog(LeaveDialog(LeavingPresenter(window.context, member), window), "23-leave")
    shell.show_screen("loans")
    album.take(window, "30-loans")
    lending = shell.screen_named("loans").presenter
    line = lending.book().loans[0]
    album.dialog(LoanCard(lending, window.context, line, window), "31-loan")
    shell.show_screen("fund")
    album.take(window, "40-fund")
    money = shell.screen_named("fund").presenter
    album.dialog(EntryDialog(money, window), "41-entry")
    album.dialog(AgreementsDialog(window.context, window), "46-agreements")
    album.dialog(CountDialog(money, window), "47-count-cash")
    entry = money.entries(2026, reversed_too=False)[0]
    album.dialog(TakeBackDialog(money, entry, window), "42-take-back")
    shell.show_screen("reports")
    album.take(window, "50-papers")
    paper = PaperRequest("minutes", month=Month.of(TODAY).plus(-1))
    paper_dialog = papers.PaperDialog(window.context, paper, window)
    paper_dialog.show()
    QTest.qWait(800)
    album.dialog(paper_dialog, "51-minutes")
    shell.show_screen("backups")
    album.take(window, "71-backups")
    album_safety.passwords(window, album.dialog)
    shell.show_screen("settings")
    album.take(window, "70-settings")
    club_life(window, album.dialog)
    people(window, album.dialog)


def _meeting(window: Program, album: Album) -> None:
    shell = _shell(window)
    shell.show_screen("meeting", Month.of(TODAY))
    meeting = shell.screen_named("meeting")
    assert isinstance(meeting, MeetingScreen)
    album.take(window, "60-open-meeting")
    meeting.opening.start.click()
    presenter = meeting.presenter
    album.take(window, "61-attendance-start")
    presenter.all_present()
    presenter.mark(presenter.meeting.rows[2], "excused")
    presenter.mark(presenter.meeting.rows[5], "absent")
    presenter.note(presenter.meeting.rows[2], "ốm, con trai nộp thay")
    meeting.sheet.reload()
    album.take(window, "61-attendance")
    meeting.next.click()
    presenter.accept_all()
    presenter.pay(presenter.meeting.rows[1], "saving_deposit", "50k")
    meeting.sheet.reload()
    album.take(window, "62-collecting")
    album_meeting.collecting(meeting, album)
    meeting.next.click()
    _lending(window, album, meeting)
    meeting.next.click()
    album.take(window, "64-contents")
    album_meeting.contents(meeting, album)
    meeting.next.click()
    left = presenter.meeting.cash_expected
    for face in (500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 1_000):
        presenter.count(face, left // face)
        left %= face
    meeting.count.reload()
    album.take(window, "65-count")
    meeting.next.click()
    album.take(window, "66-sign")
    question = Question(
        "Chốt buổi sinh hoạt tháng 11 năm 2026?", "",
        [Choice("go", "Chốt buổi sinh hoạt", "next"), Choice("back", "Xem lại")], window,
    )  # fmt: skip
    album.dialog(question, "67-question")
    board = [member.code for member in presenter.board()]
    presenter.close(board[1], (board[0], board[2]))
    meeting.sign.closed.emit()
    album.take(window, "68-closed")


def _lending(window: Program, album: Album, meeting: MeetingScreen) -> None:
    dialog = LoanDialog(meeting.outlays.outlays, window)
    borrowers = {row.member.code for row in meeting.presenter.meeting.rows if row.outstanding}
    free = [m.code for m in meeting.outlays.outlays.people() if m.code not in borrowers]
    dialog.member.setCurrentIndex(dialog.member.findData(free[0]))
    dialog.principal.field.setText("3tr")
    dialog.purpose.setText("Nuôi gà")
    dialog.show()
    album.take(dialog, "63-loan-dialog")
    meeting.outlays.outlays.lend(dialog.read())
    dialog.reject()
    album.dialog(LineDialog(meeting.outlays.outlays, window), "63-line-dialog")
    meeting.outlays.outlays.add("expense", 150_000, "operating", "", "Chè, nước buổi sinh hoạt")
    meeting.outlays.reload()
    album.take(window, "63-lending")


def _after(window: Program, album: Album, folder: Path) -> None:
    shell = _shell(window)
    shell.show_screen("home")
    album.take(window, "80-home-after")
    shell.show_screen("exchange", Month.of(TODAY))
    exchange = shell.screen_named("exchange")
    bundle = folder / "clb-xom-6-2026-11.clbz"
    exchange.make(bundle)
    album.take(window, "81-exchange")
    album.dialog(NewKeyDialog(exchange.presenter, window), "82-new-key")
    album_meeting.backlog(window, album)
    album_union.take(window, album.take, album.dialog, folder)


def _shell(window: Program):
    assert window.shell is not None
    return window.shell


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
