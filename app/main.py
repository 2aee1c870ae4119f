"""Puts the program together: the terminal's letters, the log, then a command or the window.

Holds no logic. Without arguments the window opens on the last book; Qt is loaded only then.
"""

from __future__ import annotations

import io
import logging
import sys
import warnings

from app.base import log


def main(arguments: list[str] | None = None) -> int:
    """Run the program and return its exit code (CONTRACT 2)."""
    words = sys.argv[1:] if arguments is None else arguments
    _speak_utf8()
    _keep_libraries_quiet()
    log.start()
    if words:
        from app.cli.run import main as run_command

        return run_command(words)
    from app.ui.start import run as run_window

    return run_window([])


def _speak_utf8() -> None:
    """Vietnamese on every terminal and in every pipe, whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _keep_libraries_quiet() -> None:
    """What a library has to say goes to the log, and a log that cannot be written is no news."""
    warnings.simplefilter("ignore")
    logging.raiseExceptions = False
    logging.getLogger("alembic").setLevel(logging.WARNING)


if __name__ == "__main__":
    sys.exit(main())
