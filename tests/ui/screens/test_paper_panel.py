"""Each field of how papers look is stored as it is left, and shown again."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.domain.paper_settings import PaperSettings
from app.services import paper_settings
from app.ui.context import Context
from app.ui.screens.settings.paper_panel import PaperPanel
from tests.ui.screens.walk import names


def test_what_is_typed_is_stored_and_shown_again(qtbot: QtBot, context: Context) -> None:
    panel = PaperPanel(context)
    qtbot.addWidget(panel)
    names(panel)
    assert context.ask(paper_settings.settings) == PaperSettings()
    for field, text in (
        (panel.place, " Quan Triều "), (panel.receipt_form, "Mẫu 01"), (panel.payment_form, "02"),
    ):  # fmt: skip
        field.clear()
        field.insert(text)
        field.editingFinished.emit()
    panel.recipients.setPlainText("UBND phường\n\n  Lưu CLB ")
    panel.thumb_prints.click()
    for choice in (panel.linh, panel.tu, panel.chan):
        choice.setCurrentIndex(1)
    wanted = PaperSettings(
        place="Quan Triều",
        recipients=("UBND phường", "Lưu CLB"),
        linh=False,
        tu=False,
        chan=True,
        receipt_form="Mẫu 01",
        payment_form="02",
        thumb_prints=True,
    )
    assert context.ask(paper_settings.settings) == wanted
    again = PaperPanel(context)
    qtbot.addWidget(again)
    assert again.place.text() == "Quan Triều"
    assert again.recipients.toPlainText() == "UBND phường\nLưu CLB"
    assert (again.linh.currentData(), again.chan.currentData()) == ("no", "yes")
    assert again.thumb_prints.isChecked()
