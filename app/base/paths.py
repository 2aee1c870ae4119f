"""Where things lie: the program's own files, and the user's folders.

Creates no file. ``SOCLB_HOME`` puts all of the user's folders under one place, so that tests, demos
and a program on a USB stick leave the computer's own folders alone.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

APP_NAME = "soclb"
HOME_VARIABLE = "SOCLB_HOME"


def package_root() -> Path:
    """The folder of ``app``, ``resources`` and ``i18n``: the checkout, or the built program."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parents[2]


def package_path(relative: str) -> Path:
    """A file of the program by its path in the checkout, for example ``i18n/app_vi.ts``."""
    return package_root() / relative


def resource_path(relative: str) -> Path:
    """A file below ``resources``, for example ``fonts/LiberationSerif-Regular.ttf``."""
    return package_root() / "resources" / relative


def data_dir() -> Path:
    """The program's own data: copies of key files, the list of books; made when missing."""
    return _made("data")


def config_dir() -> Path:
    """The settings of this computer; made when missing."""
    return _made("config")


def log_dir() -> Path:
    """Where ``app.base.log`` writes; made when missing."""
    return _made("log")


def documents_dir() -> Path:
    """Where books and papers go unless the user says otherwise; not made."""
    return _own_place("documents") or _usual("documents")


def _made(name: str) -> Path:
    folder = _own_place(name) or _usual(name)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _own_place(name: str) -> Path | None:
    home = os.environ.get(HOME_VARIABLE)
    return Path(home) / name if home else None


def _usual(name: str) -> Path:
    """Where this system keeps such things; platformdirs is only loaded for that."""
    import platformdirs

    match name:
        case "documents":
            return platformdirs.user_documents_path()
        case "data":
            return platformdirs.user_data_path(APP_NAME, appauthor=False)
        case "config":
            return platformdirs.user_config_path(APP_NAME, appauthor=False)
    return platformdirs.user_log_path(APP_NAME, appauthor=False)
