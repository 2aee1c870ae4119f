"""Papers are made beside the window: short work shows nothing, a long row can be stopped."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.base.errors import AppError
from app.domain.periods import Month
from app.services import printing
from app.services.paper_request import PaperRequest
from app.ui import papers
from app.ui.context import Context
from app.ui.workers import Working

MONTH = Month(2026, 10)


@pytest.mark.usefixtures("dressed")
def test_what_is_done_at_once_shows_no_dialog(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Working, "exec", lambda _dialog: pytest.fail("a dialog was shown"))
    assert Working("", lambda _report: 7).run() == 7
    with pytest.raises(AppError, match="entry\\.unknown"):
        Working("", _refuse).run()


def _refuse(_report: object) -> None:
    raise AppError("entry.unknown")


def test_who_stops_a_row_of_papers_gets_none_of_them(
    qtbot: QtBot, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped, real = Event(), printing.write

    def write(uow: object, **values: object) -> None:
        real(uow, **values)  # type: ignore[arg-type]
        stopped.wait()

    def stop() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, Working):
            QTimer.singleShot(10, stop)
            return
        dialog.reject()
        stopped.set()

    monkeypatch.setattr(printing, "write", write)
    wanted = [PaperRequest("member-list", month=MONTH), PaperRequest("cash-book", month=MONTH)]
    QTimer.singleShot(0, stop)
    with pytest.raises(AppError, match="work\\.stopped"):
        papers.show_all(context, wanted, None)
    files = [tmp_path / "a.pdf", tmp_path / "b.pdf"]
    stopped.clear()
    QTimer.singleShot(0, stop)
    with pytest.raises(AppError, match="work\\.stopped"):
        papers.write_all(context, list(zip(wanted, files, strict=True)), None)
    assert [path.exists() for path in files] == [False, False]
