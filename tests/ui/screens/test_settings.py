"""Settings: the head of the papers stored as it is left, rules changed from a day on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.base.errors import InvalidError
from app.domain.rules import RULE_KEYS, parse_rule
from app.services import club, register
from app.ui.context import Context
from app.ui.screens.settings.dialogs import RuleDialog
from app.ui.screens.settings.presenter import SettingsPresenter, since_words
from app.ui.screens.settings.rule_editors import editor, percent_text
from app.ui.screens.settings.view import SettingsScreen
from tests.ui.conftest import TODAY, Desk
from tests.ui.screens.walk import hold_list, names


def test_a_field_of_the_head_is_stored_by_itself(desk: Desk) -> None:
    presenter = SettingsPresenter(desk)
    before = presenter.details()
    presenter.write("parent_body", "  Hội Người cao tuổi \n phường ")
    presenter.write("founded_on", "17/3/2015")
    after = presenter.details()
    assert after.parent_body == "Hội Người cao tuổi phường"
    assert after.founded_on == date(2015, 3, 17)
    assert (after.name, after.started_on) == (before.name, before.started_on)
    presenter.write("founded_on", "")
    assert presenter.details().founded_on is None


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [("name", "  ", "name.missing"), ("founded_on", "31/2/2015", "day.unreadable")],
)
def test_what_cannot_be_is_said_at_its_field(desk: Desk, name: str, text: str, code: str) -> None:
    with pytest.raises(InvalidError) as caught:
        SettingsPresenter(desk).write(name, text)
    assert [(p.field, p.code) for p in caught.value.problems] == [(name, code)]


def test_an_unchanged_field_makes_no_entry_in_the_log(context: Context) -> None:
    told: list[object] = []
    context.changed.connect(lambda topics, _who: told.append(topics))
    presenter = SettingsPresenter(context)
    presenter.write("name", presenter.details().name)
    assert told == []


def test_a_rule_holds_from_its_day_on_and_is_announced_before(desk: Desk) -> None:
    presenter = SettingsPresenter(desk)
    presenter.change_rule("fee_monthly", "10000", date(2027, 1, 1))
    now, coming = (line for line in presenter.rules() if line.key == "fee_monthly")
    assert (now.coming, coming.coming) == (False, True)
    assert "10.000" in coming.value
    assert "01/01/2027" in since_words(coming)
    assert desk.ask(club.rules, on=TODAY).fee_monthly == 5000
    assert desk.ask(club.rules, on=date(2027, 1, 1)).fee_monthly == 10000


def test_a_rule_that_cannot_be_is_refused_at_its_field(desk: Desk) -> None:
    presenter = SettingsPresenter(desk)
    for key, value in (("quorum_percent", "101"), ("interest_split", "income:60")):
        with pytest.raises(InvalidError) as caught:
            presenter.change_rule(key, value, TODAY)
        assert caught.value.problems[0].field == "value"
    with pytest.raises(InvalidError):
        presenter.change_rule("fee_monthly", "1", None)


def test_every_rule_has_a_field_that_gives_back_what_it_shows(
    qtbot: QtBot, context: Context
) -> None:
    presenter = SettingsPresenter(context)
    for key in RULE_KEYS:
        made = editor(key, presenter.stored(key))
        qtbot.addWidget(made)
        assert parse_rule(key, made.stored()) == parse_rule(key, presenter.stored(key)), key
        names(made)


@pytest.mark.parametrize(("bp", "text"), [("70", "0,7"), ("100", "1"), ("125", "1,25"), ("", "0")])
def test_a_rate_is_shown_as_it_is_typed(bp: str, text: str) -> None:
    assert percent_text(bp) == text


def test_the_head_is_stored_as_each_field_is_left(qtbot: QtBot, context: Context) -> None:
    screen = SettingsScreen(context)
    qtbot.addWidget(screen)
    screen.reload()
    names(screen)
    assert screen.club is not None
    hold_list(screen.club.rules)
    field = screen.club.fields["hamlet"]
    field.clear()
    qtbot.keyClicks(field, "Thon 7")
    field.editingFinished.emit()
    assert context.ask(club.details).hamlet == "Thon 7"


def test_a_rule_is_changed_through_its_dialog(qtbot: QtBot, context: Context) -> None:
    dialog = RuleDialog(SettingsPresenter(context), None, "penalty")
    qtbot.addWidget(dialog)
    names(dialog)
    way = dialog.editor.findChildren(type(dialog.rule))[0]
    way.setCurrentIndex(way.findData("monthly_bp"))
    dialog.verb.click()
    assert dialog.result() == 0
    dialog.editor.rate.setText("0,5")  # type: ignore[attr-defined]
    dialog.verb.click()
    assert dialog.result() == 1
    assert str(context.ask(club.rules, on=TODAY).penalty) == "monthly_bp:50"


def test_a_register_has_no_club_in_its_settings(
    dressed: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "hoi.soclu"
    register.create(path, name="Hội LHPN phường", practice=True)
    with register.opened(path) as database:
        context = Context(database.begin, database.read, path=path, source=database)
        screen = SettingsScreen(context)
        qtbot.addWidget(screen)
        screen.reload()
        assert screen.club is None
        names(screen)


def test_a_rule_that_stays_as_it_is_prints_no_change(desk: Desk) -> None:
    presenter = SettingsPresenter(desk)
    before = desk.ask(club.rule_changes)
    for key in RULE_KEYS:
        with pytest.raises(InvalidError) as caught:
            presenter.change_rule(key, presenter.stored(key), TODAY)
        assert [(p.code, p.field) for p in caught.value.problems] == [("rule.same", "value")]
    assert desk.ask(club.rule_changes) == before
