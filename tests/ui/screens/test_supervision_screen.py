"""The supervisor's screen and the union's limits, over twelve clubs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.base.errors import InvalidError
from app.domain.periods import Month
from app.domain.supervision import Box
from app.services import register, union_settings
from app.services.union_papers import UnionPaper
from app.ui import papers
from app.ui.context import Context
from app.ui.screens.settings import union_limits
from app.ui.screens.settings.areas_panel import AreaDialog
from app.ui.screens.settings.union_panel import LimitDialog
from app.ui.screens.settings.view import SettingsScreen
from app.ui.screens.supervision import presenter
from app.ui.screens.supervision.points_dialog import PointsDialog
from app.ui.screens.supervision.view import SupervisionScreen
from app.ui.widgets.table_view import TableView
from tests.ui.screens.walk import hold_list, names


def _shown(qtbot: QtBot, context: Context) -> SupervisionScreen:
    screen = SupervisionScreen(context)
    qtbot.addWidget(screen)
    with qtbot.waitSignal(screen._work.answered):
        screen.reload()
    return screen


def test_each_part_says_in_words_what_it_draws(qtbot: QtBot, union_context: Context) -> None:
    screen = _shown(qtbot, union_context)
    names(screen)
    for name, part in screen.parts.items():
        screen.show_part(name)
        assert part.isVisibleTo(screen)
        for view in part.findChildren(TableView):
            hold_list(view)
    data = screen.data
    assert data is not None
    assert dict(presenter.meetings_of(data)) == {Box.HELD: 8, Box.NOT_HELD: 0, Box.NOT_TOLD: 4}
    assert presenter.meetings_words(data).startswith(
        "Tháng 10 năm 2026: 8 câu lạc bộ đã sinh hoạt, 0 không sinh hoạt, 4 chưa có số liệu"
    )
    assert presenter.coverage_words(data.coverage).startswith(
        "Theo xã, phường: 3/4 đơn vị có câu lạc bộ (75 %); chỉ tiêu là 80 %."
    )


def test_what_is_odd_is_named_with_its_months(qtbot: QtBot, union_context: Context) -> None:
    data = _shown(qtbot, union_context).data
    assert data is not None
    lines = presenter.odd_lines(data)
    assert any(
        line.club.endswith("xóm 5") and line.words.startswith("Khoản của 11 tháng được ghi trong")
        for line in lines
    )
    assert any(line.club.endswith("xóm 9") and "tiền mặt" in line.words.lower() for line in lines)


@pytest.mark.parametrize(
    ("months", "words"),
    [
        ([], ""),
        ([Month(2026, 1)], "01/2026"),
        ([Month(2026, 1), Month(2026, 2), Month(2026, 3)], "01–03/2026"),
        ([Month(2025, 12), Month(2026, 1), Month(2026, 4)], "12/2025, 01/2026, 04/2026"),
    ],
)
def test_runs_of_months_are_short(months: list[Month], words: str) -> None:
    assert presenter.months_words(months) == words


def test_each_point_has_its_evidence(qtbot: QtBot, union_context: Context) -> None:
    screen = _shown(qtbot, union_context)
    assert screen.data is not None
    club = screen.data.points[0]
    dialog = PointsDialog(club, None)
    qtbot.addWidget(dialog)
    names(dialog)
    hold_list(dialog.list)
    rows = {point.code: presenter.evidence(point) for point in club.points}
    assert rows["borrowers"] == "19,35 % (12/62)"
    assert "đạt" not in presenter.missing_words(club)
    assert presenter.missing_words(club).startswith("Tỷ lệ đang vay 19,35 %; ")


def test_the_newest_question_is_the_one_answered(qtbot: QtBot, union_context: Context) -> None:
    screen = _shown(qtbot, union_context)
    answers: list[Month] = []
    screen._work.answered.connect(lambda data: answers.append(data.month))
    with qtbot.waitSignal(screen._work.answered):
        for month in ("2026-08", "2026-07", "2026-06"):
            screen.scope.month.setCurrentIndex(screen.scope.month.findData(month))
            screen.scope.changed.emit()
    assert answers == [Month(2026, 6)]
    assert screen.data is not None
    assert screen.data.month == Month(2026, 6)


def test_the_supervisors_paper_is_made_beside_the_window(
    dressed: QApplication, union_context: Context, tmp_path: Path
) -> None:
    for name in ("supervision", "union-report"):
        out = tmp_path / f"{name}.pdf"
        papers.write(union_context, UnionPaper(name, month=Month(2026, 10)), out, None)
        assert out.read_bytes().startswith(b"%PDF")
    assert papers.file_name(UnionPaper("supervision", month=Month(2026, 10))) == (
        "supervision-2026-10"
    )


def test_a_limit_changes_from_a_day_on(qtbot: QtBot, union_context: Context) -> None:
    screen = SettingsScreen(union_context)
    qtbot.addWidget(screen)
    screen.open_at("limits")
    screen.reload()
    names(screen)
    assert screen.union is not None
    hold_list(screen.union.limits)
    dialog = LimitDialog(screen.union.presenter, "criterion.attendance", None)
    qtbot.addWidget(dialog)
    names(dialog)
    assert [field.text() for field in dialog.fields] == ["50", "70", "80"]
    dialog.fields[2].setText("85,5")
    dialog.from_on.show_day(date(2027, 1, 1))
    dialog.verb.click()
    assert dialog.result() == LimitDialog.DialogCode.Accepted
    coming = [line for line in screen.union.presenter.lines() if line.coming]
    assert [(line.value, union_limits.since_words(line)) for line in coming] == [
        ("50 %; 70 %; 85,5 %", "chỉ từ ngày 01/01/2027")
    ]
    assert union_context.ask(union_settings.value, key="criterion.attendance") == "5000;7000;8000"


@pytest.mark.parametrize(
    ("key", "typed", "code"),
    [
        ("criterion.attendance", ["80", "70", "50"], "union.limits_fall"),
        ("criterion.attendance", ["50", "70", "180"], "union.percent_range"),
        ("criterion.members", ["ba mươi", "40", "50"], "number.unreadable"),
        ("criterion.income_fund", ["10tr", "nhiều", "30tr"], "number.unreadable"),
        ("report_days", [""], "number.unreadable"),
        ("coverage_target_bp", ["−5"], "number.unreadable"),
    ],
)
def test_a_limit_that_makes_no_sense_is_refused(key: str, typed: list[str], code: str) -> None:
    with pytest.raises(InvalidError) as refused:
        union_limits.stored_text(key, typed)
    assert refused.value.problems[0].code == code


@pytest.mark.parametrize(
    ("key", "stored"),
    [
        ("criterion.attendance", "5000;7000;8050"),
        ("criterion.income_fund", "10000000;20000000;30000000"),
        ("criterion.members", "30;40;50"),
        ("coverage_level", "commune"),
        ("coverage_target_bp", "8000"),
        ("silent_months", "3"),
    ],
)
def test_what_is_shown_is_read_back_the_same(key: str, stored: str) -> None:
    assert union_limits.stored_text(key, union_limits.shown(key, stored)) == stored


def test_the_union_is_renamed_as_the_field_is_left(qtbot: QtBot, union_context: Context) -> None:
    screen = SettingsScreen(union_context)
    qtbot.addWidget(screen)
    screen.reload()
    assert screen.union is not None
    screen.union.name.setText("Hội LHPN phường Quan Triều mới")
    screen.union.name.editingFinished.emit()
    assert union_context.ask(register.identity).name == "Hội LHPN phường Quan Triều mới"
    screen.union.name.setText("  ")
    screen.union.name.editingFinished.emit()
    assert union_context.ask(register.identity).name == "Hội LHPN phường Quan Triều mới"
    assert screen.union.name.property("wrong")


def test_a_commune_that_merged_is_written_down(qtbot: QtBot, union_context: Context) -> None:
    screen = SettingsScreen(union_context)
    qtbot.addWidget(screen)
    screen.reload()
    assert screen.areas is not None
    hold_list(screen.areas.list)
    dialog = AreaDialog(screen.areas.presenter, None)
    qtbot.addWidget(dialog)
    names(dialog)
    old = "tỉnh Thái Nguyên/xã Vô Tranh"
    dialog.old.setEditText(old)
    dialog.from_on.show_day(date(2026, 12, 1))
    dialog.verb.click()
    assert dialog.new.property("wrong")
    dialog.new.setText("tỉnh Thái Nguyên, xã Phú Lương")
    dialog.verb.click()
    assert dialog.decision.property("wrong")
    dialog.decision.setText("Nghị quyết số 9")
    dialog.verb.click()
    assert dialog.result() == AreaDialog.DialogCode.Accepted
    assert [(one.old, one.new, one.decision) for one in screen.areas.presenter.changes()] == [
        (old, "tỉnh Thái Nguyên/xã Phú Lương", "Nghị quyết số 9")
    ]
    with pytest.raises(InvalidError) as refused:
        screen.areas.presenter.change(old, old, date(2026, 12, 1), "Nghị quyết")
    assert refused.value.problems[0].field == "new"
