"""The first month of a club, by hand: an empty folder, and at its end paper and a bundle."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from app.base import clock
from app.domain.periods import Month
from app.services import books, months, paper_agreement
from app.services import fund as money
from app.ui import papers
from app.ui.paper_agreement_dialog import AgreementDialog
from app.ui.program import Program
from app.ui.screens.exchange.view import ExchangeScreen
from app.ui.screens.home.view import HomeScreen
from app.ui.screens.meeting.dialogs import LoanDialog
from app.ui.screens.meeting.view import MeetingScreen
from app.ui.screens.members.dialogs import MemberDialog
from app.ui.screens.members.view import MembersScreen
from app.ui.screens.welcome.new_club import NewClubDialog
from app.ui.widgets.question import Question
from tests.stories.hands import Hands

TODAY = date(2026, 11, 17)
BOARD = {"chair": "Ha Thi Hoa", "secretary": "Le Van Binh", "treasurer": "Do Thi Chin"}

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.fixed(TODAY):
        yield


@pytest.fixture
def hands(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Hands:
    return Hands(qtbot, monkeypatch)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, own_home: Path) -> Program:
    window = _open_program(qtbot, qapp)
    assert window.welcome is not None
    return window


def _open_program(qtbot: QtBot, application: QApplication) -> Program:
    window = Program(application)
    qtbot.addWidget(window)
    window.start(None)
    window.show()
    window.activateWindow()
    return window


def test_first_month(
    window: Program, hands: Hands, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    book = _new_club(window, hands)
    _two_more_members(window, hands)
    window = _power_cut_in_the_meeting(window, hands, qtbot, qapp)
    _work_through(window, hands)
    _close(window, hands)
    minutes = tmp_path / "minutes.pdf"
    _print(window, hands, minutes)
    bundle = _send(window, hands, tmp_path / "club.clbz")
    _compare_with_paper(window, hands)
    window.close()
    assert minutes.read_bytes().startswith(b"%PDF")
    assert bundle.stat().st_size > 500
    with books.reading(book) as database, database.read() as uow:
        assert dict(months.year(uow, year=2026))[Month(2026, 11)] == "held"
        balances = money.balances(uow, on=TODAY)
    # 1.200.000 at first, five fees of 5.000, savings of 20.000, a loan of 300.000
    assert (balances.cash, balances.savings, balances.loans) == (945_000, 20_000, 300_000)


def _new_club(window: Program, hands: Hands) -> Path:
    welcome = window.welcome
    assert welcome is not None
    made: list[Path] = []

    def work(dialog: QDialog) -> None:
        assert isinstance(dialog, NewClubDialog)
        hands.click(dialog.next)
        assert dialog.name.property("wrong") is True
        hands.type(dialog.name, "CLB xom Moi")
        hands.click(dialog.next)
        hands.click(dialog.next)
        dialog.fee.field.selectAll()
        hands.type(dialog.fee.field, "5k")
        hands.click(dialog.next)
        for role, name in BOARD.items():
            hands.type(dialog.board[role], name)
        hands.click(dialog.next)
        dialog.cash.field.selectAll()
        hands.type(dialog.cash.field, "1,2tr")
        hands.click(dialog.next)
        assert "1.200.000" in dialog.read_back.text()
        hands.click(dialog.next)
        assert dialog.path is not None
        made.append(dialog.path)

    hands.during(work, lambda: hands.click(welcome.new))
    assert window.shell is not None
    return made[0]


def _two_more_members(window: Program, hands: Hands) -> None:
    shell = _shell(window)
    hands.click(shell.menu_button("members"))
    screen = shell.screen_named("members")
    assert isinstance(screen, MembersScreen)
    for name in ("Be Thi Thuan", "Nong Van Thinh"):

        def work(dialog: QDialog, name: str = name) -> None:
            assert isinstance(dialog, MemberDialog)
            hands.type(dialog.name, name)
            hands.click(dialog.verb)

        hands.during(work, lambda: hands.click(screen.add))
    assert screen.list.table().rowCount() == 5


def _power_cut_in_the_meeting(
    window: Program, hands: Hands, qtbot: QtBot, qapp: QApplication
) -> Program:
    """The meeting is begun; then the program is gone, and comes back with it."""
    shell = _shell(window)
    hands.click(shell.menu_button("home"))
    home = shell.screen_named("home")
    assert isinstance(home, HomeScreen)
    hands.click(home.next)
    meeting = _meeting(window)
    hands.click(meeting.opening.start)
    hands.press(Qt.Key.Key_F8)
    assert meeting.presenter.totals().present == 5
    window.close()
    again = _open_program(qtbot, qapp)
    qtbot.waitUntil(lambda: again.shell is not None)
    home = _shell(again).screen_named("home")
    assert isinstance(home, HomeScreen)
    assert "tiếp" in home.next.text()
    hands.click(home.next)
    assert _meeting(again).presenter.totals().present == 5
    return again


def _work_through(window: Program, hands: Hands) -> None:
    meeting = _meeting(window)
    hands.click(meeting.next)
    hands.press(Qt.Key.Key_F9)
    hands.cell(meeting.sheet.sheet, 0, 2, "20k")
    hands.click(meeting.next)

    def lend(dialog: QDialog) -> None:
        assert isinstance(dialog, LoanDialog)
        dialog.member.setFocus()
        hands.press(Qt.Key.Key_Down)
        hands.type(dialog.principal.field, "300k")
        plan = dialog.plan.table()
        assert len(plan.rows()) == 12
        assert sum(line.principal for line in plan.rows()) == 300_000
        assert plan.rows()[0].interest == 2_100
        assert plan.index(0, 5).data() == "300.000"
        assert plan.index(11, 5).data() == "0"
        hands.click(dialog.verb)

    hands.during(lend, lambda: hands.click(meeting.outlays.lend))
    assert meeting.outlays.loans.table().rowCount() == 1
    hands.click(meeting.next)
    hands.type(meeting.words.long["content"], "Tap the duc, do huyet ap")
    hands.click(meeting.next)
    assert meeting.presenter.meeting.text.content == "Tap the duc, do huyet ap"
    hands.type(meeting.count.fields[500_000], "1")
    hands.press(Qt.Key.Key_Return)
    assert meeting.presenter.meeting.counted == 500_000
    for face, number in ((200_000, 2), (20_000, 2), (5_000, 1)):
        hands.type(meeting.count.fields[face], str(number))
        hands.press(Qt.Key.Key_Return)
    assert meeting.presenter.count_words()[1] == "good"
    hands.click(meeting.next)


def _close(window: Program, hands: Hands) -> None:
    meeting = _meeting(window)

    def agree(dialog: QDialog) -> None:
        assert isinstance(dialog, Question)
        hands.click(dialog.buttons["go"])

    hands.during(agree, lambda: hands.click(meeting.sign.close_button))
    assert meeting.presenter.closed == Month(2026, 11)


def _print(window: Program, hands: Hands, out: Path) -> None:
    hands.save_to(out)

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, papers.PaperDialog)
        assert dialog.document.pageCount() >= 1
        hands.click(dialog.save_button)
        dialog.reject()

    hands.during(look, lambda: hands.click(_meeting(window).done.minutes))


def _send(window: Program, hands: Hands, out: Path) -> Path:
    hands.save_to(out)
    shell = _shell(window)
    hands.click(shell.menu_button("exchange"))
    screen = shell.screen_named("exchange")
    assert isinstance(screen, ExchangeScreen)
    hands.click(screen.send)
    assert screen.list.table().rowCount() == 1
    return out


def _compare_with_paper(window: Program, hands: Hands) -> None:
    """The new club's first months are held against its paper book; the answer is kept."""
    shell = _shell(window)
    hands.click(shell.menu_button("home"))
    home = shell.screen_named("home")
    assert isinstance(home, HomeScreen)

    def compare(dialog: QDialog) -> None:
        assert isinstance(dialog, AgreementDialog)
        assert [line.amount for line in dialog.presenter.lines()] == [945_000, 0, 300_000, 20_000]
        hands.press(Qt.Key.Key_Down)
        hands.press(Qt.Key.Key_Return)

    (asked,) = [b for b in home.findChildren(QPushButton) if "Đối chiếu" in b.accessibleName()]
    hands.during(compare, lambda: hands.click(asked))
    (answer,) = window.context.ask(paper_agreement.answers)
    assert (answer.month, answer.agrees) == (Month(2026, 11), True)
    assert answer.by == BOARD["treasurer"]
    assert window.context.ask(paper_agreement.to_ask) == ()


def _shell(window: Program):  # type: ignore[no-untyped-def]
    assert window.shell is not None
    return window.shell


def _meeting(window: Program) -> MeetingScreen:
    screen = _shell(window).screen_named("meeting")
    assert isinstance(screen, MeetingScreen)
    return screen
