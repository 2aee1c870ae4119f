"""The widgets: what they read, what they show, and that their models keep Qt's contract."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.base.errors import AppError, InvalidError, Problem
from app.base.paths import resource_path
from app.ui import theme
from app.ui.widgets import mnemonics
from app.ui.widgets.basics import Notice, button
from app.ui.widgets.charts import Bar, Bars, Box, LineChart, Part, StackedBar, YearBoxes
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.form import text_field
from app.ui.widgets.money_edit import MoneyEdit
from app.ui.widgets.question import Choice, Question, sure
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView
from app.ui.workers import Working

pytestmark = pytest.mark.usefixtures("dressed")

NAMES = ("Hà Thị Hoà", "Đỗ Văn An", "Hòa", "Bế Thị Thuận")
FAIL = QAbstractItemModelTester.FailureReportingMode.Fatal


def _names() -> TableModel:
    model = TableModel([Column("Tên", str), Column("Dài", lambda n: str(len(n)), key=len)])
    model.fill(NAMES)
    return model


def test_table_model_keeps_the_contract(qtbot: QtBot) -> None:
    model = _names()
    tester = QAbstractItemModelTester(model, FAIL)
    model.seek("hoa")
    assert model.rows() == ("Hà Thị Hoà", "Hòa")
    model.seek("")
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert model.rows()[-1] == "Hòa"
    model.fill(())
    assert model.rowCount() == 0
    del tester


def test_a_list_opens_the_row_that_enter_is_pressed_on(qtbot: QtBot) -> None:
    view = TableView(_names(), name="Tên", empty="Chưa có ai.", stretch=0)
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    view.setCurrentIndex(view.table().index(1, 0))
    with qtbot.waitSignal(view.opened) as caught:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert caught.args == ["Đỗ Văn An"]
    view.table().fill(())
    assert not view.grab().isNull()


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("1250000", 1_250_000), ("1,25tr", 1_250_000), ("3000tr", 3_000_000_000), ("", None)],
)
def test_money_is_understood(qtbot: QtBot, typed: str, amount: int | None) -> None:
    field = MoneyEdit("Số tiền", 1)
    qtbot.addWidget(field)
    field.show()
    field.field.clear()
    with qtbot.waitSignal(field.left) as caught:
        qtbot.keyClicks(field.field, typed)
        qtbot.keyClick(field.field, Qt.Key.Key_Return)
    assert caught.args == [amount]


def test_money_that_is_none_says_why(qtbot: QtBot) -> None:
    field = MoneyEdit("Số tiền")
    qtbot.addWidget(field)
    qtbot.keyClicks(field.field, "5000.5")
    assert field.field.property("wrong") is True
    with pytest.raises(AppError):
        field.amount()


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("7/11", date(2026, 11, 7)),
        ("7.11.25", date(2025, 11, 7)),
        ("17/11/2018", date(2018, 11, 17)),
    ],
)
def test_days_as_people_type_them(qtbot: QtBot, typed: str, day: date) -> None:
    field = DateEdit("Ngày", date(2020, 1, 1))
    qtbot.addWidget(field)
    field.setText(typed)
    with qtbot.waitSignal(field.left) as caught:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert caught.args == [day]
    assert field.text() == f"{day:%d/%m/%Y}"


def test_a_day_that_is_none_stays_to_be_mended(qtbot: QtBot) -> None:
    field = DateEdit("Ngày")
    qtbot.addWidget(field)
    field.setText("30/02/2026")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.property("wrong") is True
    assert field.text() == "30/02/2026"


def test_what_is_wrong_stands_under_its_field(qtbot: QtBot) -> None:
    def refuse() -> None:
        raise InvalidError([Problem("name.missing", field="name"), Problem("day.missing")])

    dialog = FormDialog("Hỏi", "Ghi", refuse, None, back="Thôi")
    qtbot.addWidget(dialog)
    field = text_field()
    dialog.form.add("name", "Tên", field)
    dialog.fit()
    dialog.show()
    qtbot.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert field.property("wrong") is True
    assert dialog.wrong.text() == "Hãy ghi ngày, ví dụ 17/11/2018."


def test_a_question_answers_with_its_verb(qtbot: QtBot) -> None:
    question = Question("Chốt?", "", [Choice("go", "Chốt", "next"), Choice("back", "Thôi")])
    qtbot.addWidget(question)
    question.show()
    qtbot.mouseClick(question.buttons["go"], Qt.MouseButton.LeftButton)
    assert question.answer.__self__ is question
    assert not question.isVisible()


def _letters(qtbot: QtBot, *words: str, next_step: str = "") -> list[str]:
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    for text in words:
        layout.addWidget(QPushButton(text))
    if next_step:
        layout.addWidget(button(next_step, role="next"))
    page.show()
    mnemonics.give(page)
    return [made.text() for made in page.findChildren(QPushButton)]


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        (("Đóng", "Đón"), ["Đón&g", "Đó&n"]),
        (("Ai", "A"), ["A&i", "&A"]),
        (("2. Thu tiền", "Thu"), ["&2. Thu tiền", "&Thu"]),
        (("Ấ", "A"), ["Ấ (&B)", "&A"]),
        (("In && ghi",), ["&In && ghi"]),
    ],
)
def test_each_button_gets_a_letter_of_its_own(
    qtbot: QtBot, words: tuple[str, ...], marked: list[str]
) -> None:
    assert _letters(qtbot, *words) == marked
    assert [mnemonics.plain(text) for text in marked] == [w.replace("&&", "&") for w in words]
    assert _letters(qtbot, *marked) == marked


def test_the_next_step_keeps_its_first_letter(qtbot: QtBot) -> None:
    assert _letters(qtbot, "Tắt", next_step="Tiếp") == ["Tắt (&A)", "&Tiếp"]


def test_a_button_that_says_something_else_asks_for_a_letter(qtbot: QtBot) -> None:
    page, made = QWidget(), button("Tiếp")
    qtbot.addWidget(page)
    QVBoxLayout(page).addWidget(made)
    page.show()
    qtbot.waitUntil(lambda: made.text() == "&Tiếp")
    made.setText("Chốt")
    qtbot.waitUntil(lambda: made.text() == "&Chốt")


def test_pictures_say_their_figures(qtbot: QtBot) -> None:
    boxes, line, bar = YearBoxes(), LineChart(), StackedBar()
    for picture in (boxes, line, bar):
        qtbot.addWidget(picture)
        picture.resize(600, 120)
    boxes.fill([Box(n, "✓", "đã sinh hoạt", "good") for n in range(1, 13)], "Năm 2026")
    line.fill([("10/2026", 1_000), ("11/2026", 3_000_000_000)], "Quỹ")
    bar.fill([Part("trong hạn", 5, "good"), Part("quá hạn", 0, "late")], "Vay")
    assert "11: đã sinh hoạt" in boxes.accessibleDescription()
    assert "3.000.000.000" in line.accessibleDescription()
    assert bar.accessibleDescription() == "trong hạn: 5"
    assert not any(picture.grab().isNull() for picture in (boxes, line, bar))
    boxes.show()
    with qtbot.waitSignal(boxes.chosen) as caught:
        qtbot.keyClick(boxes, Qt.Key.Key_Right)
        qtbot.keyClick(boxes, Qt.Key.Key_Return)
    assert caught.args == [2]


def test_a_line_is_broken_where_a_widget_does_not_fit(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.setLayout(FlowLayout(*(button(f"Nút số {n}") for n in range(6))))
    assert page.layout().heightForWidth(2_000) * 2 < page.layout().heightForWidth(200)


def test_a_notice_without_words_is_not_there(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    notice = Notice("Thiếu tiền", "late")
    layout = QVBoxLayout(page)
    layout.addWidget(notice)
    page.show()
    assert notice.isVisible()
    notice.say("")
    assert notice.isHidden()


def test_long_work_answers_and_can_be_stopped(qtbot: QtBot) -> None:
    def job(report: object) -> str:
        report(1, 2)  # type: ignore[operator]
        return "xong"

    assert Working("Đang làm", job).run() == "xong"

    def broken(_report: object) -> None:
        raise AppError("day.missing")

    with pytest.raises(AppError, match="day.missing"):
        Working("Đang làm", broken).run()

    working = Working("Đang làm", lambda report: [report(n, 9) for n in range(9)])
    working.reject()
    with pytest.raises(AppError, match=r"work\.stopped"):
        working.run()


def test_text_stands_out_from_its_ground() -> None:
    for palette in (theme.ORDINARY, theme.PRACTICE):
        for ground in ("paper", "raised", "tint", "good_tint", "watch_tint", "late_tint"):
            for ink in ("text", "accent", "deep", "good", "watch", "late", "soft"):
                ratio = _contrast(getattr(palette, ink), getattr(palette, ground))
                assert ratio >= 7, (ink, ground, ratio)
        for ground in ("accent", "deep"):
            assert _contrast("#FFFFFF", getattr(palette, ground)) >= 7, ground


def test_what_has_the_focus_has_a_broad_edge_that_is_seen() -> None:
    sheet = resource_path("styles/app.qss").read_text(encoding="utf-8")
    for kind in ("QPushButton", "QLineEdit", "QComboBox", "QSpinBox", "QPlainTextEdit"):
        rules = [line for line in sheet.splitlines() if f"{kind}:focus" in line]
        assert rules, kind
        assert all("border: 3px solid @" in rule for rule in rules), kind


def _contrast(one: str, two: str) -> float:
    lights = sorted((_light(one), _light(two)), reverse=True)
    return (lights[0] + 0.05) / (lights[1] + 0.05)


def _light(value: str) -> float:
    parts = [int(value[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_letters_of_the_program_are_there(dressed: QApplication) -> None:
    assert dressed.font().family() == theme.FAMILY
    assert not theme.pixmap("home").isNull()


@pytest.mark.parametrize("weight", [QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold])
def test_figures_stand_under_each_other(dressed: QApplication, weight: QFont.Weight) -> None:
    font = QFont(dressed.font())
    font.setWeight(weight)
    assert len({QFontMetricsF(font).horizontalAdvance(digit * 10) for digit in "0123456789"}) == 1


@pytest.mark.parametrize("points", [14, 22])
def test_bars_say_their_figures_and_leave_out_what_has_no_room(
    qtbot: QtBot, dressed: QApplication, points: int
) -> None:
    theme.apply(dressed, points=points)
    chart = Bars()
    qtbot.addWidget(chart)
    made = [Bar(str(month), str(30 + month), 30 + month, 42) for month in range(1, 13)]
    chart.fill(made, "Ai đến")
    assert chart.accessibleDescription().startswith("1: 31/42, 2: 32/42")
    widest = max(chart.fontMetrics().horizontalAdvance(bar.over) for bar in made)
    chart.resize(12 * (widest + 10), chart.sizeHint().height())
    assert chart.shown() == tuple(made)
    chart.resize(5 * (widest + 10), chart.sizeHint().height())
    assert chart.shown() == tuple(made[-5:])
    picture = chart.grab().toImage()
    low = picture.pixelColor(6, picture.height() - chart.fontMetrics().height() - 8)
    assert low == theme.colour("accent")
    chart.fill([], "Ai đến")
    assert chart.shown() == ()
    assert not chart.grab().isNull()


def test_tiles_share_their_lines_evenly_to_the_last_pixel(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    tiles = [QWidget() for _ in range(4)]
    for tile in tiles:
        tile.setMinimumSize(300, 40)
    page.setLayout(FlowLayout(*tiles, gap=16, even=True))
    page.resize(1_091, 200)
    page.show()
    assert [tile.y() == tiles[0].y() for tile in tiles] == [True, True, False, False]
    assert {tiles[1].geometry().right(), tiles[3].geometry().right()} == {1_090}


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_no_key_pressed_in_haste_throws_away_what_was_typed(qtbot: QtBot, key: Qt.Key) -> None:
    def hasty() -> None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, Question)
        buttons = list(asked.buttons.values())
        assert [made.property("role") == "next" for made in buttons] == [False, True]
        assert buttons[0].geometry().right() < buttons[1].x()
        qtbot.keyClick(asked.focusWidget(), key)

    QTimer.singleShot(0, hasty)
    assert not sure("Bỏ?", "Mất hết.", "Bỏ", "Giữ lại", None, loses=True)
