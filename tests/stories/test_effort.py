"""How many keys and clicks work takes, against what was promised for each kind of it.

Only events are delivered and counted; free text, names, digits and reasons are left out. Notes
are counted with their digits, at most three keys a kind of note. Every test starts from a saved
book and looks afterwards at what was posted.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from app.base import clock
from app.domain.fund_book import Balances
from app.domain.meetings import NOTES
from app.domain.members import Member
from app.domain.periods import Month
from app.services import books, checking, dues, fund, loans, members, minutes
from app.ui import papers
from app.ui.program import Program
from app.ui.screens.fund.dialogs import TakeBackDialog
from app.ui.screens.fund.view import FundScreen
from app.ui.screens.meeting.dialogs import LoanDialog
from app.ui.screens.meeting.view import MeetingScreen
from app.ui.widgets.question import Question
from tests.stories.hands import CountingHands

ENTER = Qt.Key.Key_Return
NOVEMBER = Month(2026, 11)
MOST = 25

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def forty(book: Path) -> Path:
    """The practice book with as many members as the promise speaks of."""
    with books.writing(book) as database, database.begin() as uow:
        here = members.members(uow, on=clock.today())
        for number in range(40 - len(here)):
            joined = clock.today().replace(day=1)
            members.join(uow, member=Member("", f"Nông Thị Mới {number}", joined, sex="F"))
    return book


def test_a_meeting_of_forty_where_all_pay_as_due(
    forty: Path, program: Program, hands: CountingHands, tmp_path: Path
) -> None:
    """From the first screen to the minutes in the printer; what was due is what was posted."""
    window, printed = program, tmp_path / "minutes.pdf"
    due = _asked(window)
    before = window.context.ask(fund.balances, on=clock.today())
    hands.print_to(printed)
    hands.press(ENTER)  # start this month's meeting
    hands.press(ENTER)  # on the usual day
    hands.press(Qt.Key.Key_F8)  # everybody is here
    hands.press(ENTER, ctrl=True)
    hands.press(Qt.Key.Key_F9)  # everybody paid what is due
    for _ in range(3):
        hands.press(ENTER, ctrl=True)
    meeting = _meeting(window)
    kinds = _count_notes(meeting, hands)
    hands.press(ENTER, ctrl=True)

    def agree(dialog: QDialog) -> None:
        assert isinstance(dialog, Question)
        hands.press(ENTER)

    hands.during(agree, lambda: hands.press(ENTER))
    assert meeting.presenter.closed == NOVEMBER

    def look_and_print(dialog: QDialog) -> None:
        assert isinstance(dialog, papers.PaperDialog)
        hands.press(ENTER)
        hands.press(Qt.Key.Key_Escape)

    hands.during(look_and_print, lambda: hands.press(ENTER))
    assert hands.events <= MOST
    assert kinds.events <= 3 * kinds.number
    assert printed.read_bytes().startswith(b"%PDF")
    _is_posted_as_due(window, due, before)
    window.close()


@dataclass
class _Counted:
    """How many kinds of notes were counted, and the keys it took, digits and all."""

    number: int = 0
    events: int = 0


def _count_notes(meeting: MeetingScreen, hands: CountingHands) -> _Counted:
    """Type how many of each note are in the box; the counting's keys are kept apart."""
    counted, left = _Counted(), meeting.presenter.meeting.cash_expected
    outside, hands.typed = hands.events, 0
    for face in NOTES:
        number, left = divmod(left, face)
        if number:
            hands.write(str(number))
            counted.number += 1
        hands.press(ENTER)
    counted.events = hands.events - outside + hands.typed
    skipped = len(NOTES) - counted.number
    counted.events -= skipped  # an Enter over a note that is not in the box counts with the rest
    hands.events = outside + skipped
    assert left == 0
    assert meeting.presenter.count_words()[1] == "good"
    return counted


def _asked(window: Program) -> dict[tuple[str, str], int]:
    """What the rules ask of each member this month, penalties aside: they are the board's."""
    asked = window.context.ask(dues.asked, month=NOVEMBER)
    here = {member.code for member in window.context.ask(members.members, on=clock.today())}
    assert len(here) == 40
    return {
        (code, kind): amount
        for code, due in asked.items()
        for kind, amount in due.by_kind.items()
        if code in here and kind != "penalty_payment"
    }


def _is_posted_as_due(window: Program, due: dict[tuple[str, str], int], before: Balances) -> None:
    """Entries, minutes and the closing say the same, to the đồng."""
    made = window.context.ask(minutes.minutes, month=NOVEMBER)
    posted: Counter[tuple[str, str]] = Counter()
    for line in window.context.ask(fund.entries, first=NOVEMBER.first_day, last=clock.today()):
        posted[line.member or "", line.kind] += line.amount
    assert dict(posted) == due
    assert made.attendance.present == 40
    by_kind: Counter[str] = Counter()
    for (_member, kind), amount in due.items():
        by_kind[kind] += amount
    assert {line.kind: line.amount for line in made.receipts} == dict(by_kind)
    after = window.context.ask(fund.balances, on=clock.today())
    assert after.cash == before.cash + sum(due.values())
    assert made.cash_count is not None
    assert made.cash_count.counted == made.cash_closing == after.cash
    assert window.context.ask(checking.verified)


def _meeting(window: Program) -> MeetingScreen:
    screen = window.shell.screen_named("meeting") if window.shell else None
    assert isinstance(screen, MeetingScreen)
    return screen


def _at_the_sheet(program: Program, hands: CountingHands, *, money: bool) -> MeetingScreen:
    """This month's meeting, everybody marked as present, and the count begun anew."""
    hands.press(ENTER)
    hands.press(ENTER)
    hands.press(Qt.Key.Key_F8)
    if money:
        hands.press(ENTER, ctrl=True)
        hands.press(Qt.Key.Key_F9)
    screen = program.shell.screen_named("meeting") if program.shell else None
    assert isinstance(screen, MeetingScreen)
    hands.events = 0
    return screen


def _find(hands: CountingHands, name: str) -> None:
    """Finding the row: not counted, by the promise."""
    hands.press(Qt.Key.Key_F, ctrl=True)
    hands.write(name)
    hands.press(ENTER)
    hands.events = hands.typed = 0


def test_somebody_is_away(program: Program, hands: CountingHands) -> None:
    screen = _at_the_sheet(program, hands, money=False)
    _find(hands, "hoang thi an")
    hands.press(Qt.Key.Key_Space)
    hands.press(Qt.Key.Key_Space)
    row = _row(screen, "Hoàng Thị An")
    assert row.presence == "absent"
    assert hands.events <= 5


@pytest.mark.parametrize(
    ("column", "digits", "kind", "amount"),
    [(1, "0", "membership_fee", 0), (2, "50k", "saving_deposit", 50_000)],
)
def test_somebody_pays_other_than_due(
    program: Program, hands: CountingHands, column: int, digits: str, kind: str, amount: int
) -> None:
    screen = _at_the_sheet(program, hands, money=True)
    _find(hands, "hoang thi an")
    for _ in range(column - screen.sheet.sheet.currentIndex().column()):
        hands.press(Qt.Key.Key_Right)
    hands.write(digits)
    hands.press(ENTER)
    hands.wait(lambda: _row(screen, "Hoàng Thị An").paid.get(kind, 0) == amount)
    assert hands.events <= 5


def test_a_new_loan_with_schedule_and_approval(program: Program, hands: CountingHands) -> None:
    screen = _at_the_sheet(program, hands, money=True)
    free = next(row for row in screen.presenter.meeting.rows if not row.outstanding).member
    hands.press(ENTER, ctrl=True)

    def lend(dialog: QDialog) -> None:
        assert isinstance(dialog, LoanDialog)
        hands.choose(dialog.member, free.code)
        hands.press(Qt.Key.Key_Tab)
        hands.write("3tr")
        hands.press(Qt.Key.Key_Tab)
        hands.write("nuoi ga")
        assert dialog.plan.isVisible(), "the schedule is in sight before anybody decides"
        hands.press(ENTER)

    hands.during(lend, lambda: hands.click(screen.outlays.lend))
    (loan,) = screen.presenter.meeting.loans
    assert (loan.member, loan.principal, loan.purpose) == (free.code, 3_000_000, "nuoi ga")
    for _ in range(3):
        hands.press(ENTER, ctrl=True)

    def agree(dialog: QDialog) -> None:
        assert isinstance(dialog, Question)
        hands.press(ENTER)

    hands.during(agree, lambda: hands.press(ENTER))
    assert hands.events <= 15
    (given,) = [
        line
        for line in program.context.ask(loans.loan_book, on=clock.today()).loans
        if line.member == free.code
    ]
    assert given.outstanding == 3_000_000


def test_an_amount_of_spring_is_put_right(program: Program, hands: CountingHands) -> None:
    """The month is closed long ago: a reversal with a reason, and the right amount beside it."""
    april = Month(2026, 4)
    before = program.context.ask(minutes.minutes, month=april)
    shell = program.shell
    assert shell is not None
    hands.click(shell.menu_button("fund"))
    screen = shell.screen_named("fund")
    assert isinstance(screen, FundScreen)
    shown = screen.list.table().rows()
    wanted = next(x for x in shown if Month.of(x.on) == april and x.kind == "saving_deposit")
    hands.click_row(screen.list, shown.index(wanted))

    def mend(dialog: QDialog) -> None:
        assert isinstance(dialog, TakeBackDialog)
        hands.write("ghi nham")
        hands.press(Qt.Key.Key_Tab)
        hands.write("35k")
        hands.press(ENTER)

    hands.during(mend, lambda: hands.click(screen.mend))
    assert hands.events <= 12
    lines = program.context.ask(fund.entries, first=april.first_day, last=clock.today())
    (back,) = [line for line in lines if line.reverses == wanted.id]
    assert (back.reason, back.amount) == ("ghi nham", -wanted.amount)
    right = [x for x in lines if x.amount == 35_000 and x.member == wanted.member]
    assert [x.kind for x in right] == ["saving_deposit"]
    assert wanted.id in [line.id for line in lines], "what was wrong stays to be seen"
    assert program.context.ask(minutes.minutes, month=april) == before
    assert program.context.ask(checking.verified)


def _row(screen: MeetingScreen, name: str):  # type: ignore[no-untyped-def]
    return next(r for r in screen.presenter.meeting.rows if r.member.full_name == name)
