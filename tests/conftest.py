"""What every test stands on: a home of its own, a silent log, a window without a screen."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.pop("SOCLB_TODAY", None)
os.environ.pop("SOCLB_PASSWORD", None)

from app.base.catalogue import DEFAULT_LANGUAGE, use_language
from tests.helpers.postgres import Server
from tests.helpers.tools import DATA

# no test is a race: what is fast enough is measured in bench/, as a ratio
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "logs: this test expects a log record of WARNING or above")


@pytest.fixture
def data() -> Path:
    """The folder of paper books, figures and lists."""
    return DATA


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folders of this test alone."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("SOCLB_HOME", str(home))
    return home


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """One PostgreSQL for the whole run; its absence fails, it never skips."""
    made = Server.start()
    yield made
    made.remove()


@pytest.fixture(params=["file", "postgresql"])
def register_place(request: pytest.FixtureRequest, tmp_path: Path) -> str | Path:
    """Where a register may be made: a file's path, or the address of an empty database."""
    if request.param == "file":
        return tmp_path / "hoi.soclbu"
    made: Server = request.getfixturevalue("server")
    return made.new_database()


@pytest.fixture(autouse=True)
def usual_language() -> Iterator[None]:
    """Each test starts in Vietnamese, whatever the one before chose."""
    use_language(DEFAULT_LANGUAGE)
    yield
    use_language(DEFAULT_LANGUAGE)


@pytest.fixture(autouse=True)
def silent_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Any log record of WARNING or above fails the test that caused it."""
    yield
    if request.node.get_closest_marker("logs"):
        return
    loud = [
        f"{record.name}: {record.getMessage()}"
        for when in ("setup", "call")
        for record in caplog.get_records(when)
        if record.levelno >= logging.WARNING
    ]
    if loud:
        pytest.fail("logged: " + "; ".join(loud), pytrace=False)
