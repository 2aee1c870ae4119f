"""The officer's first screen: who reported, files taken in, a club's page, a choice between two."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app.base.errors import AppError
from app.domain.club_card import story
from app.domain.periods import Month
from app.domain.supervision import Reported
from app.services import conflicts, register
from app.services.register import Outcome
from app.ui.context import Context
from app.ui.screens.exchange.view import ExchangeScreen
from app.ui.screens.sending.view import SendingScreen
from app.ui.screens.union import card
from app.ui.screens.union.card_dialog import ClubCardDialog
from app.ui.screens.union.conflicts_dialog import ConflictsDialog
from app.ui.screens.union.presenter import Step, UnionPresenter, state_words
from app.ui.screens.union.taken_dialog import TakenDialog
from app.ui.screens.union.taking import counts_words, left_words, take_in, why_words
from app.ui.screens.union.view import UnionScreen
from tests.helpers import union_area
from tests.ui.conftest import TODAY
from tests.ui.screens.walk import hold_list, names

LAST = Month.of(TODAY).plus(-1)


def _screen(qtbot: QtBot, context: Context) -> UnionScreen:
    screen = UnionScreen(context)
    qtbot.addWidget(screen)
    screen.reload()
    return screen


def _club(screen: UnionScreen, number: int) -> str:
    return next(
        line.club.uuid for line in screen.facts.lines if line.club.club.endswith(f"xóm {number}")
    )


def test_silent_and_late_clubs_are_seen_first(qtbot: QtBot, union_context: Context) -> None:
    screen = _screen(qtbot, union_context)
    names(screen)
    hold_list(screen.list)
    hold_list(screen.areas)
    counts = dict(screen.facts.states)
    assert counts[Reported.SILENT] == 1
    assert counts[Reported.LATE] == 3
    assert sum(counts.values()) == len(screen.facts.lines) == 12
    lines = screen.facts.lines
    assert state_words(lines[0]) == "✗ im lặng từ 06/2026"
    assert [state_words(line) for line in lines if line.disputed] == ["! các gói trái nhau"]
    assert screen.facts.step is Step.CHOOSE


def test_an_area_is_gone_into_down_to_its_clubs(qtbot: QtBot, union_context: Context) -> None:
    screen = _screen(qtbot, union_context)
    screen.view.setCurrentIndex(screen.view.findData("areas"))
    areas = screen.areas.table().rows()
    assert [(a.area.rpartition("/")[2], a.clubs, a.reporting) for a in areas] == [
        ("phường Quan Triều", 7, 5),
        ("xã Phú Lương", 3, 2),
        ("xã Vô Tranh", 2, 1),
    ]
    whole = screen.facts.report.figures
    assert sum(a.figures.fund_total for a in areas) == whole.fund_total
    assert sum(a.figures.members for a in areas) == whole.members
    screen.areas.opened.emit(areas[1])
    assert screen.view.currentData() == "clubs"
    assert {line.club.area for line in screen.facts.lines} == {areas[1].area}
    assert len(screen.facts.lines) == 3


def test_a_club_is_found_as_one_types(qtbot: QtBot, union_context: Context) -> None:
    screen = _screen(qtbot, union_context)
    qtbot.keyClicks(screen.seek, "xom 12")
    assert [line.club.club for line in screen.list.table().rows()] == [
        "CLB Liên thế hệ tự giúp nhau xóm 12"
    ]


def test_another_month_tells_who_had_reported_then(qtbot: QtBot, union_context: Context) -> None:
    screen = _screen(qtbot, union_context)
    screen.scope.month.setCurrentIndex(screen.scope.month.findData("2026-05"))
    screen.scope.changed.emit()
    assert screen.facts.report.month == Month(2026, 5)
    assert dict(screen.facts.states)[Reported.YES] == 12


def test_what_goes_in_comes_out_counted(union_context: Context, tmp_path: Path) -> None:
    given = union_area.write_bundles(tmp_path / "goi")
    folder = tmp_path / "thu-muc"
    folder.mkdir()
    (folder / "ghi-chu.txt").write_text("not ours")
    letter = tmp_path / "thu.docx"
    letter.write_text("no bundle")
    gone = tmp_path / "da-rut-usb.clbz"
    paths = [*given, given[0], folder, letter, gone, tmp_path / "goi"]
    intake = take_in(union_context.source, paths, lambda _done, _total: True)
    assert intake.files == intake.looked == 2 * len(given) + 3
    assert len(intake.lines) == intake.files
    refused = [line.file for line in intake.lines if line.outcome is Outcome.REFUSED]
    assert refused == ["thu.docx", "da-rut-usb.clbz"]
    assert all(why_words(line) for line in intake.lines if not line.accepted)
    assert intake.count(Outcome.ALREADY_THERE) == len(intake.lines) - 2 - 4
    assert intake.count(Outcome.CONFLICT) == 4
    assert "từ chối 2" in counts_words(intake)
    assert left_words(intake) == ""


def test_a_folder_without_bundles_says_so(union_context: Context, tmp_path: Path) -> None:
    intake = take_in(union_context.source, [tmp_path], lambda _done, _total: True)
    assert counts_words(intake).startswith("Ở đó không có gói dữ liệu nào.")


def test_a_stop_half_way_keeps_what_came_and_names_the_rest(
    qtbot: QtBot, dressed: QApplication, area_register: Path, tmp_path: Path
) -> None:
    path = tmp_path / "moi.soclu"
    register.create(path, name="Hội LHPN xã")
    given = sorted((area_register.parent / "goi").iterdir())[:4]
    with register.opened(path) as database:
        intake = take_in(database, given, lambda done, _total: done < 2)
        assert (intake.looked, intake.left) == (2, 2)
        assert "2 tệp chưa xem" in left_words(intake)
        again = take_in(database, given, lambda _done, _total: True)
        assert again.count(Outcome.ALREADY_THERE) == 2
        assert again.count(Outcome.ADDED) == 2
        desk = Context(database.begin, database.read, path=path, source=database)
        dialog = TakenDialog(intake, None, desk)
        qtbot.addWidget(dialog)
        names(dialog)
        hold_list(dialog.list)


def test_files_are_dropped_onto_the_page(
    qtbot: QtBot, union_context: Context, area_register: Path
) -> None:
    screen = _screen(qtbot, union_context)
    screen.show()
    data = QMimeData()
    data.setUrls(
        [QUrl.fromLocalFile(str(area_register.parent / "goi")), QUrl("https://example.org/a.clbz")]
    )
    seen: list[TakenDialog] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, TakenDialog):
            QTimer.singleShot(20, answer)
            return
        seen.append(dialog)
        dialog.receipts.click()

    QTimer.singleShot(0, answer)
    with qtbot.waitSignal(screen.wanted) as went:
        screen.dropEvent(
            QDropEvent(
                QPointF(5, 5),
                Qt.DropAction.CopyAction,
                data,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
        )
    assert went.args == ["sending", "receipts"]
    assert seen[0].list.table().rowCount() == 13


def test_the_page_of_a_club_says_its_months_in_words(
    qtbot: QtBot, union_context: Context, tmp_path: Path
) -> None:
    screen = _screen(qtbot, union_context)
    dialog = ClubCardDialog(union_context, _club(screen, 6), LAST, None)
    qtbot.addWidget(dialog)
    names(dialog)
    hold_list(dialog.files)
    said = dialog.boxes.accessibleDescription()
    assert "2: không sinh hoạt" in said
    assert "3: đã sinh hoạt" in said
    assert "10: chưa có số liệu" in said
    assert dialog.presenter.month == Month(2026, 9)
    dialog.year.setCurrentIndex(1)
    assert "12: đã sinh hoạt" in dialog.boxes.accessibleDescription()
    dialog.hand_back(tmp_path)
    assert len(list(tmp_path.glob("*.clbr"))) == 1
    dialog.visit.click()
    assert dialog.wanted == ("visits", dialog.presenter.card.uuid)


def test_a_month_says_when_it_was_typed() -> None:
    typed = {}
    for number in (5, 6):
        facts = union_area.club(number).months(LAST)
        told = dict(card.month_facts(LAST, story(facts, LAST)))
        typed[number] = told["Ghi vào sổ"]
    assert typed == {
        5: "63 khoản, từ 30/10/2026 đến 30/10/2026",
        6: "64 khoản, từ 25/10/2026 đến 25/10/2026",
    }
    late = union_area.club(5).months(LAST)[-1]._replace(typed_late=7)
    told = dict(card.month_facts(LAST, story([late], LAST)))
    assert told["Ghi vào sổ"].endswith("; 7 khoản chậm hơn một tháng")
    silent = late._replace(typed_first=None, typed_last=None)
    told = dict(card.month_facts(LAST, story([silent], LAST)))
    assert told["Ghi vào sổ"] == "không cho biết"


def test_a_disputed_club_gets_no_receipt_until_somebody_chose(
    qtbot: QtBot, union_context: Context, tmp_path: Path
) -> None:
    screen = _screen(qtbot, union_context)
    club = _club(screen, 12)
    chooser = ConflictsDialog(union_context, screen)
    names(chooser)
    hold_list(chooser.list)
    page = chooser.presenter.page(chooser.open_ones[0])
    assert page.since == Month(2026, 9)
    assert {line.name for line in page.lines if line.differs} == {"fund_total", "bank"}
    with pytest.raises(AppError, match=r"union\.reason_missing"):
        chooser.keep(page.other.rival, "  ")
    assert union_context.ask(conflicts.conflicts)
    chooser.keep(page.other.rival, "Chủ nhiệm mang sổ giấy đến đối chiếu")
    chooser.reload()
    assert chooser.open_ones == ()
    assert not any(made.isVisibleTo(chooser) for made in chooser.keeps)
    screen.reload()
    assert screen.facts.step is Step.TAKE
    shown = ClubCardDialog(union_context, club, LAST, None)
    qtbot.addWidget(shown)
    assert [bundle.set_aside for bundle in shown.presenter.card.bundles].count(True) == 1
    shown.hand_back(tmp_path / "receipts")
    assert len(list((tmp_path / "receipts").iterdir())) == 1


def test_where_nothing_may_be_written_nothing_offers_to(qtbot: QtBot, read_union: Context) -> None:
    screen = _screen(qtbot, read_union)
    assert not screen.next.isEnabled()
    assert not screen.take.isEnabled()
    assert not screen.acceptDrops()
    assert screen.paper.isEnabled()
    chooser = ConflictsDialog(read_union, screen)
    assert not any(made.isEnabled() for made in chooser.keeps)
    sending = SendingScreen(read_union)
    qtbot.addWidget(sending)
    sending.reload()
    assert not sending.up.isEnabled()
    assert sending.receipts.isEnabled()


def test_a_practice_register_begins_with_what_it_tells(
    dressed: QApplication, tmp_path: Path
) -> None:
    path = tmp_path / "thuc-hanh.soclu"
    register.create(path, name="Hội", practice=True)
    with register.opened(path) as database:
        context = Context(database.begin, database.read, path=path, source=database)
        presenter = UnionPresenter(context, database)
        assert presenter.scope().usual_month == LAST
        old = union_area.club(1)
        old.practice = True
        (tmp_path / "a.clbz").write_bytes(old.export(Month(2025, 4)))
        presenter.take_in([tmp_path / "a.clbz"], lambda _done, _total: True)
        assert presenter.scope().usual_month == Month(2025, 4)
        assert presenter.scope().months[0] == LAST


def test_the_union_takes_files_in_and_answers(
    qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    sender = ExchangeScreen(context)
    qtbot.addWidget(sender)
    sender.open_at(LAST)
    sender.reload()
    sender.make(tmp_path / "thang-10.clbz")
    path = tmp_path / "hoi.soclu"
    register.create(path, name="Hội LHPN phường", practice=True)
    with register.opened(path) as database:
        desk = Context(database.begin, database.read, path=path, source=database)
        screen = _screen(qtbot, desk)
        names(screen)
        assert not screen.paper.isEnabled()
        assert screen.facts.step is Step.TAKE
        intake = screen.take_in([tmp_path / "thang-10.clbz"])
        assert [line.outcome for line in intake.lines] == [Outcome.ADDED]
        assert screen.paper.isEnabled()
        assert screen.facts.step is Step.SEND_UP
        giving = SendingScreen(desk)
        qtbot.addWidget(giving)
        giving.open_at(LAST)
        giving.reload()
        names(giving)
        assert not sender.presenter.sent()[0].received_by
        (receipt,) = giving.hand_back(tmp_path / "receipts")
        giving.send_up(tmp_path / "all.clbz")
        assert [line.clubs for line in giving.list.table().rows()] == [1]
        hold_list(giving.list)
        with pytest.raises(AppError, match=r"file\.exists"):
            giving.send_up(tmp_path / "all.clbz")
        giving.give_key(tmp_path / "union.key")
        assert (tmp_path / "union.key").is_file()
        screen.reload()
        assert screen.facts.step is Step.PRINT
    line = sender.presenter.take_receipt(receipt)
    assert line.received_by == "Hội LHPN phường"


def test_a_month_is_sent_and_listed(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    screen = ExchangeScreen(context)
    qtbot.addWidget(screen)
    screen.open_at(LAST)
    screen.reload()
    screen.make(tmp_path / "thang-10.clbz")
    names(screen)
    hold_list(screen.list)
    assert (tmp_path / "thang-10.clbz").is_file()
    assert [line.month for line in screen.list.table().rows()] == [LAST]
    with pytest.raises(AppError):
        screen.make(tmp_path / "thang-10.clbz")


def test_a_dialog_of_the_page_takes_escape(qtbot: QtBot, union_context: Context) -> None:
    dialog = ConflictsDialog(union_context, None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected
