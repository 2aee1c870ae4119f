"""Screens that are loaded before they are asked for."""

from __future__ import annotations

import subprocess
import sys

from app.ui import navigation

LOADED = """
import sys
from app.ui import navigation
before = [name for name in sys.modules if name.endswith(".view")]
navigation.load_each_month()
made = {name.split(".")[3] for name in sys.modules if name.endswith(".view")}
print(before, sorted(made) == sorted(navigation.EACH_MONTH))
"""


def test_the_screens_of_each_month_are_of_the_menu() -> None:
    assert set(navigation.EACH_MONTH) < {entry.name for entry in navigation.CLUB}


def test_they_are_loaded_only_when_told() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[] True"
