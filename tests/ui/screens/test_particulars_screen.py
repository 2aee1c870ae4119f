"""What the officer writes of a club, and a new key believed from paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.base.errors import InvalidError
from app.bundle import key_changes, signing
from app.domain.periods import Month
from app.services import club_months
from app.services.register import Outcome
from app.ui.context import Context
from app.ui.screens.union.key_dialog import KeyDialog
from app.ui.screens.union.particulars import ParticularsPresenter, head_facts
from app.ui.screens.union.particulars_dialog import ParticularDialog, ParticularsDialog
from app.ui.screens.union.taken_dialog import TakenDialog
from app.ui.screens.union.taking import take_in
from tests.helpers import union_area
from tests.ui.screens.walk import hold_list, names

JUNE = date(2026, 6, 1)


def _uuid(context: Context, number: int) -> str:
    clubs = context.ask(club_months.clubs)
    return next(club.uuid for club in clubs if club.name.endswith(f"xóm {number}"))


def test_what_is_written_goes_before_what_files_tell(qtbot: QtBot, union_context: Context) -> None:
    dialog = ParticularsDialog(union_context, _uuid(union_context, 3), None)
    qtbot.addWidget(dialog)
    names(dialog)
    hold_list(dialog.list)
    hold_list(dialog.history)
    desk = dialog.presenter
    told = {line.field: line for line in desk.lines()}
    assert (told["founded_on"].value, told["founded_on"].source) == ("01/05/2017", "gói dữ liệu")
    assert told["chair"].value == "–"
    desk.write("chair", "Hà Thị Hoa", JUNE, "Quyết định số 5")
    desk.write("treasurer", "Vi Văn Sơn", JUNE, "")
    told = {line.field: line for line in desk.lines()}
    assert told["chair"].source == "Hội ghi, từ 01/06/2026"
    assert dict(head_facts(desk.record()))["Ban chủ nhiệm"] == "Hà Thị Hoa, Vi Văn Sơn"
    desk.write("chair", "", date(2026, 9, 1), "")
    assert {line.field: line for line in desk.lines()}["chair"].value == "–"
    assert len(desk.history()) == 3


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("area", "Sơn Cẩm", "union.area_path"),
        ("founded_on", "30/2/2017", "day.unreadable"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    union_context: Context, field: str, value: str, code: str
) -> None:
    desk = ParticularsPresenter(union_context, _uuid(union_context, 3))
    with pytest.raises(InvalidError) as refused:
        desk.write(field, value, JUNE, "")
    assert [(p.code, p.field) for p in refused.value.problems] == [(code, "value")]
    assert desk.history() == ()


def test_a_club_is_not_split_from_itself(union_context: Context) -> None:
    one, other = _uuid(union_context, 3), _uuid(union_context, 4)
    ParticularsPresenter(union_context, one).write("parent_club", other, JUNE, "")
    with pytest.raises(InvalidError):
        ParticularsPresenter(union_context, other).write("parent_club", one, JUNE, "")
    record = ParticularsPresenter(union_context, other).record()
    assert record.split_off == ("CLB Liên thế hệ tự giúp nhau xóm 3",)


@pytest.mark.parametrize("field", ["parent_club", "area", "founded_on", "board", "ended"])
def test_each_field_is_typed_in_its_own_way(
    qtbot: QtBot, union_context: Context, field: str
) -> None:
    desk = ParticularsPresenter(union_context, _uuid(union_context, 3))
    dialog = ParticularDialog(desk, field, None)
    qtbot.addWidget(dialog)
    names(dialog)
    dialog.from_on.show_day(JUNE)
    dialog.verb.click()
    assert dialog.result() == ParticularDialog.DialogCode.Accepted


def test_a_club_that_ended_is_neither_counted_nor_missed(union_context: Context) -> None:
    club = _uuid(union_context, 7)
    ParticularsPresenter(union_context, club).write("ended", "Sáp nhập vào xóm 6", JUNE, "")
    assert club not in {one.uuid for one in union_context.ask(club_months.clubs)}


def _renewed(tmp_path: Path) -> tuple[Path, str]:
    """A bundle of club 6 signed with a new key, and that key's sign."""
    club = union_area.club(6)
    club.export(union_area.LAST.plus(-1))
    private = sha256(b"new").digest()
    change = key_changes.make(
        club.identity.uuid, club.private, signing.public_key(private), 2, date(2026, 10, 30)
    )
    after = replace(club, private=private, steps=list(club.steps), changes=(change,))
    path = tmp_path / "khoa-moi.clbz"
    path.write_bytes(after.export(Month(2026, 10)))
    return path, signing.fingerprint(signing.public_key(private))


def test_a_new_key_is_believed_once_its_sign_was_typed(
    qtbot: QtBot, union_context: Context, tmp_path: Path
) -> None:
    path, sign = _renewed(tmp_path)
    intake = take_in(union_context.source, [path], lambda _done, _total: True)
    assert [line.outcome for line in intake.lines] == [Outcome.REFUSED]
    taken = TakenDialog(intake, None, union_context)
    qtbot.addWidget(taken)
    taken.list.selectRow(0)
    assert taken.key.isEnabled()
    dialog = KeyDialog(union_context, path, None)
    qtbot.addWidget(dialog)
    names(dialog)
    dialog.reason.setPlainText("Bà Hoa đưa giấy")
    dialog.sign.setText("AAAA BBBB CCCC DDDD")
    dialog.verb.click()
    assert dialog.confirmed is None
    dialog.sign.setText(sign.lower())
    dialog.verb.click()
    assert dialog.confirmed is not None
    assert dialog.confirmed.outcome is Outcome.REPLACED
    again = take_in(union_context.source, [path], lambda _done, _total: True)
    assert [line.outcome for line in again.lines] == [Outcome.ALREADY_THERE]
    told = dict(head_facts(ParticularsPresenter(union_context, _uuid(union_context, 6)).record()))
    assert told["Dấu hiệu khóa"].endswith("đã đối chiếu với giấy 17/11/2026")


def test_only_a_refused_key_can_be_confirmed(qtbot: QtBot, union_context: Context) -> None:
    letter = union_context.path.with_name("thu.clbz")
    letter.write_text("no bundle")
    intake = take_in(union_context.source, [letter], lambda _done, _total: True)
    taken = TakenDialog(intake, None, union_context)
    qtbot.addWidget(taken)
    taken.list.selectRow(0)
    assert not taken.key.isEnabled()
