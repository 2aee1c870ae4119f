"""Every rule changed with its editor in the settings prints in the minutes of the next meeting."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.labels import rule_label, rule_value_label
from app.domain.periods import Month
from app.domain.rules import RULE_KEYS
from app.reports import catalogue
from app.reports.frame import PaperOptions
from app.services import minutes
from app.ui.context import Context
from app.ui.screens.meeting.presenter import MeetingPresenter
from app.ui.screens.settings.dialogs import RuleDialog
from app.ui.screens.settings.presenter import SettingsPresenter
from app.ui.screens.settings.rule_editors import RuleEditor, SplitEditor
from tests.ui.conftest import TODAY

TYPED = {
    "fee_monthly": "7k",
    "loan_rate_bp": "0,85",
    "loan_term_months": "18",
    "cash_ceiling": "20tr",
    "quorum_percent": "66",
    "max_open_loans": "3",
    "max_loan": "15tr",
    "savings_multiple": "5",
    "fund_share_percent": "20",
    "max_extensions": "2",
}


def _type(editor: RuleEditor, key: str) -> None:
    """Give a rule another value, as a user does in its fields."""
    if isinstance(editor, SplitEditor):
        for field, percent in zip(editor.percents.values(), ("70", "20", "10"), strict=True):
            field.setText(percent)
        return
    choices = editor.findChildren(QComboBox)
    if choices:
        (choice,) = choices
        last = choice.count() - 1
        choice.setCurrentIndex(last if choice.currentIndex() != last else 0)
    if key == "penalty":
        editor.rate.setText("0,5")  # type: ignore[attr-defined]
    elif not choices:
        (line,) = editor.findChildren(QLineEdit)
        line.setText(TYPED[key])


def test_every_rule_prints_in_the_next_minutes(qtbot: QtBot, context: Context) -> None:
    presenter = SettingsPresenter(context)
    stored = {}
    for key in RULE_KEYS:
        before = presenter.stored(key)
        dialog = RuleDialog(presenter, None, key)
        qtbot.addWidget(dialog)
        _type(dialog.editor, key)
        dialog.verb.click()
        assert dialog.result() == 1, key
        stored[key] = presenter.stored(key)
        assert stored[key] != before, key
    meeting = MeetingPresenter(context)
    meeting.open(Month.of(TODAY), TODAY)
    meeting.all_present()
    board = {member.role: member.code for member in meeting.board()}
    meeting.close(board["secretary"], (board["chair"], board["treasurer"]))
    told = context.ask(minutes.minutes, month=Month.of(TODAY))
    assert {key: after for key, _before, after in told.rule_changes} == stored
    paper = catalogue.build("minutes", told, PaperOptions())
    text = " ".join(catalogue.render(paper, ".txt").decode().split())
    for key, value in stored.items():
        assert rule_label(key) in text, key
        assert rule_value_label(key, value) in text, key
