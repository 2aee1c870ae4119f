"""Pictures of the meeting beside its six steps: the big view, the vote, months recorded later."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.base import clock
from app.domain.periods import Month
from app.ui.program import Program
from app.ui.screens.meeting.backlog_panel import SkipDialog
from app.ui.screens.meeting.big_view import BigView
from app.ui.screens.meeting.view import MeetingScreen
from app.ui.screens.meeting.words_again import VoteDialog

if TYPE_CHECKING:
    from tests.helpers.screenshots import Album

LATER = date(2027, 5, 10)
"""By then half a year was never recorded."""


def collecting(meeting: MeetingScreen, album: Album) -> None:
    """The sheet's big view, and its question about an amount far from the usual."""
    view = BigView(meeting.sheet.sheet, meeting.sheet.model)
    view.resize(view.screen().availableGeometry().size())
    meeting.sheet.sheet.setCurrentIndex(meeting.sheet.model.index(1, 2))
    view.reload()
    view.show()
    album.take(view, "62-big-view")
    view.close()
    view.deleteLater()
    sheet = meeting.sheet.model
    sheet.setData(sheet.index(3, 2), "5tr")
    album.take(meeting.window(), "62-unusual")
    meeting.back.undo.click()
    album.take(meeting.window(), "62-taken-back")


def contents(meeting: MeetingScreen, album: Album) -> None:
    """A vote before it is a line of the minutes."""
    dialog = VoteDialog(meeting.presenter.totals().present, meeting.window())
    dialog.decision.setText("Cho bà Hoàng Thị An vay 3 triệu đồng nuôi gà")
    album.dialog(dialog, "64-vote")


def backlog(window: Program, album: Album) -> None:
    """Six months later: the months nobody recorded, one after the other."""
    with clock.fixed(LATER):
        assert window.shell is not None
        window.shell.show_screen("meeting", Month(2026, 12))
        meeting = window.shell.screen_named("meeting")
        assert isinstance(meeting, MeetingScreen)
        album.take(window, "69-open-missed")
        meeting.opening.quick.click()
        meeting.presenter.all_present()
        meeting.presenter.accept_all()
        meeting.quick.reload()
        album.take(window, "69-missed")
        page = meeting.quick
        album.dialog(SkipDialog(page._backlog, Month(2026, 12), window), "69-skip")
        meeting.presenter.cancel()
        meeting.quick.done.emit()
