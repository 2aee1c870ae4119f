"""The clock, the folders and the log."""

from __future__ import annotations

import logging
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from app.base import clock, log, paths


def test_today_is_the_computers_day() -> None:
    assert abs(clock.today() - datetime.now().astimezone().date()) <= timedelta(days=1)
    assert clock.now().tzinfo is UTC
    assert clock.now().microsecond == 0


def test_a_named_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOCLB_TODAY", "2018-11-17")
    assert clock.today() == date(2018, 11, 17)
    assert clock.now() == datetime(2018, 11, 17, 8, tzinfo=UTC)


def test_a_fixed_clock_beats_the_named_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOCLB_TODAY", "2018-11-17")
    with clock.fixed(date(2020, 2, 29)):
        assert clock.today() == date(2020, 2, 29)
        with clock.fixed(datetime(2021, 1, 1, 6, tzinfo=timezone(timedelta(hours=7)))):
            assert clock.now() == datetime(2020, 12, 31, 23, tzinfo=UTC)
        assert clock.today() == date(2020, 2, 29)
    assert clock.today() == date(2018, 11, 17)


def test_the_users_folders_are_under_the_home(own_home: Path) -> None:
    for folder in (paths.data_dir(), paths.config_dir(), paths.log_dir()):
        assert folder.is_dir()
        assert folder.parent == own_home
    assert paths.documents_dir().parent == own_home


def test_the_usual_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SOCLB_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert paths.data_dir().name == "soclb"
    assert paths.documents_dir().is_absolute()


def test_the_programs_own_files() -> None:
    assert paths.resource_path("fonts/LiberationSerif-Regular.ttf").is_file()
    assert paths.package_path("i18n/app_vi.ts").is_file()


def test_the_built_programs_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resource_path("icons") == tmp_path / "resources" / "icons"


def test_the_log_goes_to_its_file_alone(own_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = log.start()
    log.start()
    logging.getLogger("app.test").info("opened")
    log.stop()
    assert path == own_home / "log" / "soclb.log"
    assert path.read_text(encoding="utf-8").count("INFO app.test opened") == 1
    assert capsys.readouterr() == ("", "")


def test_no_log_is_no_reason_to_stop(tmp_path: Path) -> None:
    log.start(tmp_path / "not there")
    logging.getLogger("app.test").info("opened")
    log.stop()
