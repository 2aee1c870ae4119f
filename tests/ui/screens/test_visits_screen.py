"""A visit on the screen: drawn, written down, what is to mend, signed, followed up."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app.base.errors import AppError, InvalidError
from app.domain.visits import Visit
from app.services import visits
from app.ui import papers
from app.ui.context import Context
from app.ui.screens.visits import presenter
from app.ui.screens.visits.dialogs import DrawDialog, FindingDialog, MendDialog, PlanDialog
from app.ui.screens.visits.presenter import VisitPresenter, VisitsPresenter
from app.ui.screens.visits.view import VisitsScreen
from app.ui.screens.visits.visit_dialog import VisitDialog
from app.ui.widgets.question import Question
from tests.helpers import union_area
from tests.ui.screens.walk import hold_list, names


def _held(context: Context) -> Visit:
    return union_area.hold_visits(context)[0]


def test_the_number_shows_its_clubs_before_anything_is_planned(
    qtbot: QtBot, union_context: Context
) -> None:
    desk = VisitsPresenter(union_context)
    dialog = DrawDialog(desk, None)
    qtbot.addWidget(dialog)
    names(dialog)
    dialog.seed.setText("42")
    first = dialog.drawn.text()
    dialog.seed.setText("43")
    assert dialog.drawn.text() != first
    dialog.seed.setText("42")
    assert dialog.drawn.text() == first
    assert desk.visits() == ()
    dialog.clubs.setText("2")
    shown = dialog.drawn.text()
    dialog.verb.click()
    planned = [visit.club for visit in desk.visits()]
    assert len(planned) == 2
    assert all(club in shown for club in planned)


@pytest.mark.parametrize(
    ("clubs", "entries", "seed", "field"),
    [
        ("không", "5", "1", "clubs"),
        ("0", "5", "1", "clubs"),
        ("3", "-1", "1", "entries"),
        ("3", "5000", "1", "entries"),
        ("3", "5", "  ", "seed"),
    ],
)
def test_a_draw_that_makes_no_sense_is_refused_at_its_field(
    union_context: Context, clubs: str, entries: str, seed: str, field: str
) -> None:
    desk = VisitsPresenter(union_context)
    with pytest.raises(InvalidError) as refused:
        desk.draw(clubs, entries, seed, date(2026, 11, 20), "")
    assert [problem.field for problem in refused.value.problems] == [field]
    assert desk.visits() == ()


def test_a_day_that_is_missing_is_named(union_context: Context) -> None:
    with pytest.raises(InvalidError) as refused:
        VisitsPresenter(union_context).draw("1", "1", "1", None, "")
    assert refused.value.problems[0].field == "on"


def test_visits_and_findings_stand_on_one_page(qtbot: QtBot, union_context: Context) -> None:
    _held(union_context)
    screen = VisitsScreen(union_context)
    qtbot.addWidget(screen)
    screen.reload()
    names(screen)
    states = [presenter.finding_state(found) for found in screen.findings.table().rows()]
    assert states == ["✗ quá hạn 12 ngày", "• chưa khắc phục"]
    hold_list(screen.list)
    hold_list(screen.findings)
    screen.all.setChecked(True)
    assert screen.findings.table().rowCount() == 3
    dialog = MendDialog(screen.presenter, screen.presenter.findings(open_only=True)[0], None)
    qtbot.addWidget(dialog)
    names(dialog)
    dialog.verb.click()
    assert dialog.result() != QDialog.DialogCode.Accepted
    dialog.outcome.setPlainText("Thư ký đã ký đủ")
    dialog.verb.click()
    assert len(screen.presenter.findings(open_only=True)) == 1


def test_points_are_answered_one_after_the_other_by_keys(
    qtbot: QtBot, union_context: Context
) -> None:
    visit = _held(union_context)
    dialog = VisitDialog(union_context, visit.id, None)
    qtbot.addWidget(dialog)
    names(dialog)
    hold_list(dialog.points.list)
    dialog.points.list.choose(lambda point: point.number == 7)
    dialog.points.note.setText("Khoản 794 ghi sai ngày")
    dialog.points.wrong.click()
    assert dialog.points.current().number == 8
    qtbot.keyClicks(dialog.points.list, "+")
    seen = union_context.ask(visits.visit, code=visit.id)
    assert [(p.good, p.note) for p in seen.points[6:8]] == [
        (False, "Khoản 794 ghi sai ngày"),
        (True, ""),
    ]


def test_a_remark_alone_is_stored_as_it_is_left(qtbot: QtBot, union_context: Context) -> None:
    visit = _held(union_context)
    dialog = VisitDialog(union_context, visit.id, None)
    qtbot.addWidget(dialog)
    dialog.points.list.choose(lambda point: point.number == 8)
    dialog.points.note.setText("Chờ thủ quỹ về")
    dialog.points.note.editingFinished.emit()
    point = union_context.ask(visits.visit, code=visit.id).points[7]
    assert (point.good, point.note) == (None, "Chờ thủ quỹ về")


def test_fields_are_stored_as_they_are_left_and_the_box_is_compared(
    qtbot: QtBot, union_context: Context
) -> None:
    visit = _held(union_context)
    dialog = VisitDialog(union_context, visit.id, None)
    qtbot.addWidget(dialog)
    dialog.visitors.setText("Bà Hạnh")
    dialog.visitors.editingFinished.emit()
    dialog.counted.field.setText("1.240.000")
    dialog.counted.field.editingFinished.emit()
    dialog.conclusion.setPlainText("Sổ sách rõ ràng")
    dialog.reject()
    seen = union_context.ask(visits.visit, code=visit.id)
    assert (seen.visitors, seen.cash_difference) == ("Bà Hạnh", 0)
    assert seen.conclusion == "Sổ sách rõ ràng"
    assert presenter.cash_words(seen) == "Tiền trong quỹ khớp với sổ."


def test_a_finding_needs_what_and_who(qtbot: QtBot, union_context: Context) -> None:
    desk = VisitPresenter(union_context, _held(union_context).id)
    dialog = FindingDialog(desk, None)
    qtbot.addWidget(dialog)
    names(dialog)
    dialog.verb.click()
    assert dialog.result() != QDialog.DialogCode.Accepted
    dialog.text.setPlainText("Ghi đủ phiếu chi")
    dialog.who.setText("Thủ quỹ")
    dialog.verb.click()
    assert [found.text for found in desk.visit().findings].count("Ghi đủ phiếu chi") == 1


def test_signed_minutes_change_no_more(qtbot: QtBot, union_context: Context) -> None:
    visit = _held(union_context)
    dialog = VisitDialog(union_context, visit.id, None)
    qtbot.addWidget(dialog)
    asked: list[str] = []

    def answer() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, Question)
        asked.append(presenter.missing_to_close(dialog.visit))
        question.buttons["go"].click()

    QTimer.singleShot(0, answer)
    dialog.sign.click()
    assert asked == ["chưa xem hết các mục; chưa có kết luận"]
    assert not dialog.find_button.isEnabled()
    assert dialog.visitors.isReadOnly()
    dialog.reject()
    with pytest.raises(AppError, match=r"union\.visit_closed"):
        dialog.presenter.write("visitors", "ai khác")


def test_a_club_is_planned_for_from_its_page(qtbot: QtBot, union_context: Context) -> None:
    club = _held(union_context).key[1]
    screen = VisitsScreen(union_context)
    qtbot.addWidget(screen)
    plan = PlanDialog(screen.presenter, club, None)
    qtbot.addWidget(plan)
    names(plan)
    plan.entries.setText("2")
    plan.verb.click()
    assert plan.planned is not None
    assert plan.planned.key[1] == club
    assert sum(point.kind == "entry" for point in plan.planned.points) == 2


def test_checklist_and_minutes_are_papers(union_context: Context, tmp_path: Path) -> None:
    desk = VisitPresenter(union_context, _held(union_context).id)
    for kind in ("checklist", "minutes"):
        out = tmp_path / f"{kind}.txt"
        papers.write(union_context, desk.paper(kind), out, None)
        assert "CLB Liên thế hệ tự giúp nhau" in out.read_text(encoding="utf-8")


def test_where_nothing_may_be_written_a_visit_can_only_be_read(
    qtbot: QtBot, read_union: Context
) -> None:
    screen = VisitsScreen(read_union)
    qtbot.addWidget(screen)
    screen.reload()
    assert not screen.draw.isEnabled()
    assert not screen.mended.isEnabled()
