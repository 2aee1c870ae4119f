"""Courses and exchange visits on the screen, and a paper confirmed by its code."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.base.errors import AppError, InvalidError
from app.services import printing, register, union_codes
from app.services.printing import PaperRequest
from app.ui import papers
from app.ui.context import Context
from app.ui.screens.codes.presenter import CodesPresenter
from app.ui.screens.codes.view import CodesScreen
from app.ui.screens.courses import presenter
from app.ui.screens.courses.dialogs import CameDialog, CourseDialog
from app.ui.screens.courses.presenter import CoursesPresenter, Wanted
from app.ui.screens.courses.view import CoursesScreen
from app.ui.workers import Stopped
from tests.helpers import union_area
from tests.ui.screens.walk import hold_list, names


def test_courses_of_a_year_and_who_never_came(qtbot: QtBot, union_context: Context) -> None:
    union_area.hold_courses(union_context)
    screen = CoursesScreen(union_context)
    qtbot.addWidget(screen)
    screen.reload()
    names(screen)
    hold_list(screen.list)
    hold_list(screen.parts)
    held, parts = screen.presenter.held(2026), screen.presenter.parts(2026)
    assert presenter.year_words(held, parts) == (
        "2 lớp và chuyến giao lưu, 30 lượt người; 3 câu lạc bộ chưa dự lần nào"
    )
    assert [presenter.days_words(one) for one in held] == ["20/09/2026", "14/04/2026 – 15/04/2026"]
    assert {presenter.part_words(line) for line in parts} == {
        "! chưa dự lần nào",
        "tập huấn 1, giao lưu 0",
        "tập huấn 1, giao lưu 1",
    }


def test_a_course_is_written_down_and_who_came(qtbot: QtBot, union_context: Context) -> None:
    desk = CoursesPresenter(union_context)
    dialog = CourseDialog(desk, None, None)
    qtbot.addWidget(dialog)
    names(dialog)
    dialog.verb.click()
    assert dialog.written is None
    dialog.title_field.setText("Chăm sóc tại nhà")
    dialog.last_on.show_day(date(2026, 11, 1))
    dialog.verb.click()
    assert dialog.written is None
    dialog.last_on.show_day(None)
    dialog.verb.click()
    assert dialog.written is not None
    came = CameDialog(desk, dialog.written, None)
    qtbot.addWidget(came)
    names(came)
    hold_list(came.list)
    came.list.selectRow(2)
    came.count.setText("4")
    came.count.editingFinished.emit()
    came.who.setText("chủ nhiệm và ba thành viên")
    came.who.editingFinished.emit()
    (course,) = desk.held(2026)
    assert [(one.came, one.who) for one in course.clubs] == [(4, "chủ nhiệm và ba thành viên")]
    came.count.setText("bốn")
    came.count.editingFinished.emit()
    assert desk.held(2026)[0].came == 4
    came.count.setText("")
    came.count.editingFinished.emit()
    assert desk.held(2026)[0].clubs == ()


@pytest.mark.parametrize(
    ("title", "on", "last", "field"),
    [
        (" ", date(2026, 4, 1), None, "title"),
        ("Lớp", None, None, "on"),
        ("Lớp", date(2026, 4, 2), date(2026, 4, 1), "last_on"),
    ],
)
def test_a_course_that_makes_no_sense_is_refused(
    union_context: Context, title: str, on: date | None, last: date | None, field: str
) -> None:
    desk = CoursesPresenter(union_context)
    with pytest.raises(InvalidError) as refused:
        desk.write(Wanted("training", title, on, last, "", ""), None)
    assert refused.value.problems[0].field == field
    assert desk.held(2026) == ()


def test_the_year_goes_on_paper(union_context: Context, tmp_path: Path) -> None:
    union_area.hold_courses(union_context)
    out = tmp_path / "lop.txt"
    papers.write(union_context, CoursesPresenter(union_context).paper(2026), out, None)
    assert "Ghi sổ quỹ và biên bản" in out.read_text(encoding="utf-8")


def test_a_code_is_confirmed_or_nobodys(
    qtbot: QtBot, book: Path, context: Context, tmp_path: Path
) -> None:
    from app.services import exporting
    from tests.ui.conftest import MONTH_SENT

    context.do(exporting.export_bundle, month=MONTH_SENT, out=tmp_path / "a.clbz")
    request = PaperRequest("fund-statement", month=MONTH_SENT)
    code = context.ask(printing.data, request=request).check_code
    path = tmp_path / "hoi.soclu"
    register.create(path, name="Hội", practice=True)
    with register.opened(path) as database:
        register.import_files(database, paths=[tmp_path / "a.clbz"])
        desk = Context(database.begin, database.read, path=path, source=database)
        screen = CodesScreen(desk)
        qtbot.addWidget(screen)
        names(screen)
        screen.code.setText(code.lower())
        screen.look_up.click()
        assert "khớp" in screen.answer.text()
        for wrong, said in (("ABC", "10"), ("ABCDEFGHIK", "ABCDEFGHIK")):
            screen.code.setText(wrong)
            screen.look_up.click()
            assert said in screen.answer.text()
        screen.reload()
        assert screen.answer.text() == ""


def test_a_search_for_a_code_can_be_stopped(union_context: Context) -> None:
    seen: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        seen.append((done, total))
        if done == 5:
            raise Stopped

    with pytest.raises(Stopped):
        CodesPresenter(union_context).find("ABCDEFGHIK", progress)
    assert seen[-1][0] == 5
    assert seen[-1][1] > 100
    with pytest.raises(AppError, match=r"check\.code_unreadable"):
        union_context.ask(union_codes.find, code="12")
