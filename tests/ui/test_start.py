"""What the start of the window does for the start alone."""

from __future__ import annotations

import builtins
import linecache
from pathlib import Path

import pytest

from app.ui import start


def test_modules_are_imported_without_reading_their_text(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """PySide's own import reads and keeps it; where that has gone, our step can go too."""
    monkeypatch.setattr(builtins, "__import__", builtins.__import__)
    monkeypatch.syspath_prepend(str(tmp_path))
    kept = {}
    for name in ("read_by_pyside", "read_by_nobody"):
        path = tmp_path / f"{name}.py"
        path.write_text("words = 1\n", encoding="utf-8")
        exec(f"import {name}", {})
        kept[name] = str(path) in linecache.cache
        start._import_plainly()
    assert kept == {"read_by_pyside": True, "read_by_nobody": False}
