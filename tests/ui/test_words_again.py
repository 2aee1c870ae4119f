"""Step four typed less: lines of earlier minutes taken again, and a vote put into words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.periods import Month
from app.services import phrases
from app.ui.screens.meeting.presenter import MeetingPresenter
from app.ui.screens.meeting.words_again import VoteDialog, joined
from app.ui.screens.meeting.words_panel import WordsPanel
from tests.ui.conftest import TODAY, Desk


@pytest.fixture
def panel(dressed: QApplication, qtbot: QtBot, desk: Desk) -> WordsPanel:
    presenter = MeetingPresenter(desk)
    presenter.open(Month.of(TODAY), TODAY)
    panel = WordsPanel(presenter)
    qtbot.addWidget(panel)
    panel.reload()
    panel.show()
    return panel


def _actions(panel: WordsPanel, place: int) -> list[QAction]:
    panel.again.fill()
    part = panel.again.menu.actions()[place].menu()
    assert part is not None
    return part.actions()  # type: ignore[attr-defined, no-any-return]


def test_the_most_usual_lines_are_offered_first(desk: Desk) -> None:
    lines = desk.ask(phrases.phrases, name="decisions")
    assert 1 < len(lines) <= phrases.OFFERED
    assert len(set(lines)) == len(lines)
    assert all(line == line.strip() and "\n" not in line for line in lines)
    with pytest.raises(KeyError):
        desk.ask(phrases.phrases, name="reason")


def test_a_line_is_taken_again_and_stored(panel: WordsPanel, desk: Desk) -> None:
    first, second = desk.ask(phrases.phrases, name="content")[:2]
    for place in (0, 1, 0):
        _actions(panel, 0)[place].trigger()
    assert panel.presenter.meeting.text.content == f"{first}\n{second}", "each of them once"
    panel.presenter.undo()
    assert panel.presenter.meeting.text.content == first


@pytest.mark.parametrize(
    ("before", "between", "after"),
    [
        ("", "\n", "new"),
        ("old", "\n", "old\nnew"),
        ("old ", "; ", "old; new"),
        ("new", "\n", "new"),
    ],
)
def test_a_line_goes_behind_what_stands_there(before: str, between: str, after: str) -> None:
    assert joined(before, "new", between) == after


def test_a_vote_becomes_a_line(dressed: QApplication, qtbot: QtBot) -> None:
    dialog = VoteDialog(35, None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.agreed.text() == "35"
    dialog.decision.setText("Cho bà An vay 3 triệu.")
    dialog.against.setText("1")
    qtbot.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)
    assert dialog.isVisible(), "36 votes of 35 people"
    dialog.agreed.setText("33")
    dialog.abstained.setText("1")
    qtbot.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert dialog.line == (
        "Cho bà An vay 3 triệu. Biểu quyết: 33 tán thành, 1 không tán thành, 1 không có ý kiến."
    )


@pytest.mark.parametrize(
    ("decision", "agreed"), [("", "3"), ("x", "ba"), ("x", "-1"), ("x", "0"), ("x", "99999")]
)
def test_a_vote_that_cannot_be(
    dressed: QApplication, qtbot: QtBot, decision: str, agreed: str
) -> None:
    dialog = VoteDialog(35, None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.decision.setText(decision)
    dialog.agreed.setText(agreed)
    qtbot.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.line == ""
