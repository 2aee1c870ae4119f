"""The program's log: a small rotating file for whoever helps the user.

Never write a name, an amount or a note into it: a log is sent by mail, a club's book is not.
Nothing goes to the terminal, so that a command's output is its own.
"""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from app.base.paths import log_dir

FILE_NAME = "soclb.log"
_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"


def start(folder: Path | None = None) -> Path:
    """Log INFO and above to a file of at most 3 × 500 kB and return its path.

    Starting twice replaces the first file handler. A folder that cannot be written leaves the
    program without a log rather than without a program.
    """
    root = logging.getLogger()
    stop()
    try:
        path = (folder or log_dir()) / FILE_NAME
        handler = RotatingFileHandler(path, maxBytes=500_000, backupCount=2, encoding="utf-8")
    except OSError:
        root.addHandler(_mark(logging.NullHandler()))
        return Path(FILE_NAME)
    handler.setFormatter(logging.Formatter(_FORMAT))
    root.addHandler(_mark(handler))
    root.setLevel(logging.INFO)
    return path


def stop() -> None:
    """Close the file that ``start`` opened."""
    root = logging.getLogger()
    for handler in list(root.handlers):
        if getattr(handler, "soclb", False):
            root.removeHandler(handler)
            handler.close()


def _mark(handler: logging.Handler) -> logging.Handler:
    handler.soclb = True  # type: ignore[attr-defined]
    return handler
