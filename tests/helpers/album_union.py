"""The officer's screens and dialogs, filled from a register of a commune and its neighbours."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from app.ui.program import Program
from app.ui.screens.codes.view import CodesScreen
from app.ui.screens.courses.dialogs import CameDialog, CourseDialog
from app.ui.screens.courses.view import CoursesScreen
from app.ui.screens.settings.areas_panel import AreaDialog
from app.ui.screens.settings.union_panel import LimitDialog
from app.ui.screens.settings.view import SettingsScreen
from app.ui.screens.supervision.points_dialog import PointsDialog
from app.ui.screens.supervision.view import SupervisionScreen
from app.ui.screens.union.card_dialog import ClubCardDialog
from app.ui.screens.union.conflicts_dialog import ConflictsDialog
from app.ui.screens.union.particulars_dialog import ParticularDialog, ParticularsDialog
from app.ui.screens.union.taken_dialog import TakenDialog
from app.ui.screens.union.view import UnionScreen
from app.ui.screens.visits.dialogs import DrawDialog, FindingDialog, MendDialog, PlanDialog
from app.ui.screens.visits.view import VisitsScreen
from app.ui.screens.visits.visit_dialog import VisitDialog
from app.ui.widgets.reason_dialog import ReasonDialog
from tests.helpers import union_area

Take = Callable[[QWidget, str], None]
TakeDialog = Callable[[QDialog, str], None]


def take(window: Program, picture: Take, dialog: TakeDialog, folder: Path) -> None:
    """Every picture of the officer's window."""
    path = folder / "hoi.soclu"
    union_area.make(path, folder / "goi")
    window.open(path)
    _clubs(window, picture, dialog, folder)
    shell = window.shell
    assert shell is not None
    _supervision(window, picture, dialog)
    _visits(window, picture, dialog)
    _courses(window, picture, dialog)
    shell.show_screen("codes")
    codes = shell.screen_named("codes")
    assert isinstance(codes, CodesScreen)
    codes.answer.say(*codes.presenter.find("ABCDEFGHIK", lambda *_at: None))
    picture(window, "95-codes")
    shell.show_screen("settings")
    settings = shell.screen_named("settings")
    assert isinstance(settings, SettingsScreen)
    assert settings.union is not None
    picture(window, "97-union-settings")
    assert settings.areas is not None
    dialog(AreaDialog(settings.areas.presenter, window), "97-area")
    limits = settings.union.presenter
    for key in ("criterion.attendance", "criterion.income_fund", "coverage_level"):
        dialog(LimitDialog(limits, key, window), f"97-{key.rpartition('.')[2]}")
    shell.show_screen("sending")
    picture(window, "96-sending")


def _clubs(window: Program, picture: Take, dialog: TakeDialog, folder: Path) -> None:
    assert window.shell is not None
    screen = window.shell.screen_named("union")
    assert isinstance(screen, UnionScreen)
    picture(window, "90-union")
    screen.view.setCurrentIndex(1)
    picture(window, "90-union-areas")
    screen.view.setCurrentIndex(0)
    (folder / "goi" / "thu-moi.clbz").write_text("Kính gửi Hội")
    taken = screen.presenter.take_in(sorted((folder / "goi").iterdir()), lambda *_at: True)
    dialog(TakenDialog(taken, window, window.context), "90-union-taken")
    lines = screen.facts.lines
    named = next(line for line in lines if line.club.club.endswith("xóm 4"))
    month = screen.facts.report.month
    dialog(ClubCardDialog(window.context, named.club.uuid, month, window), "91-club")
    kept = ParticularsDialog(window.context, named.club.uuid, window)
    for field in ("area", "parent_club", "chair"):
        dialog(ParticularDialog(kept.presenter, field, window), f"91-write-{field}")
    dialog(kept, "91-kept")
    chosen = ConflictsDialog(window.context, window)
    dialog(chosen, "91-conflicts")
    why = ReasonDialog("Vì sao gói A đúng?", "Giữ gói này", lambda _why: None, window)
    dialog(why, "91-keep")


def _supervision(window: Program, picture: Take, dialog: TakeDialog) -> None:
    assert window.shell is not None
    window.shell.show_screen("supervision")
    screen = window.shell.screen_named("supervision")
    assert isinstance(screen, SupervisionScreen)
    screen.wait()
    for name in screen.parts:
        screen.show_part(name)
        picture(window, f"92-supervision-{name}")
    assert screen.data is not None
    dialog(PointsDialog(screen.data.points[0], window), "92-points")


def _visits(window: Program, picture: Take, dialog: TakeDialog) -> None:
    assert window.shell is not None
    window.shell.show_screen("visits")
    screen = window.shell.screen_named("visits")
    assert isinstance(screen, VisitsScreen)
    dialog(DrawDialog(screen.presenter, window), "93-draw")
    first, *_ = union_area.hold_visits(window.context)
    screen.reload()
    picture(window, "93-visits")
    seen = VisitDialog(window.context, first.id, window)
    dialog(seen, "93-visit")
    dialog(FindingDialog(seen.presenter, window), "93-finding")
    found = screen.presenter.findings(open_only=True)[0]
    dialog(MendDialog(screen.presenter, found, window), "93-mended")
    club = first.key[1]
    dialog(PlanDialog(screen.presenter, club, window), "93-plan")


def _courses(window: Program, picture: Take, dialog: TakeDialog) -> None:
    assert window.shell is not None
    union_area.hold_courses(window.context)
    window.shell.show_screen("courses")
    screen = window.shell.screen_named("courses")
    assert isinstance(screen, CoursesScreen)
    picture(window, "94-courses")
    course = screen.list.table().rows()[0]
    dialog(CourseDialog(screen.presenter, None, window), "94-course")
    dialog(CameDialog(screen.presenter, course, window), "94-came")
