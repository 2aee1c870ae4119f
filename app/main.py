"""Puts the program together: the terminal's letters, the log, then a command or the window.

Holds no logic. Without a command the window opens on the last book; Qt is loaded only then.
"""

from __future__ import annotations

import io
import logging
import os
import sys
import warnings

from app.base import collector
from app.base.catalogue import DEFAULT_LANGUAGE
from app.base.text import translate, use_language


def main(arguments: list[str] | None = None) -> int:
    """Run the program and return its exit code (CONTRACT 2)."""
    words = sys.argv[1:] if arguments is None else arguments
    collector.spare()
    _speak_utf8()
    _keep_libraries_quiet()
    language = _language_alone(words)
    if not words or language:
        return _open_window(language)
    from app.base import log
    from app.cli.run import main as run_command

    log.start()
    return run_command(words)


def _language_alone(words: list[str]) -> str:
    """The language of a line that says nothing else: ``soclb --lang en`` opens the window in it."""
    match words:
        case ["--lang", ("vi" | "en") as code]:
            return code
        case [("--lang=vi" | "--lang=en") as option]:
            return option.removeprefix("--lang=")
    return ""


def _open_window(language: str) -> int:
    """The window; 1 and a sentence where none can be opened. It starts the log itself."""
    use_language(language or DEFAULT_LANGUAGE)
    if _no_display():
        print(
            translate(
                "cli",
                "There is no display here, so no window can be opened. soclb --help shows what can "
                "be done without one.",
            ),
            file=sys.stderr,
        )
        return 1
    try:
        from app.ui.start import run as run_window
    except ImportError as error:
        from app.base import log

        log.start()
        logging.getLogger(__name__).exception("the window's parts are missing")
        said = translate(
            "cli",
            "The window cannot be opened: {part}. Run make setup, which brings what is missing.",
        )
        print(said.format(part=error), file=sys.stderr)
        return 1
    return run_window([], language=language)


def _no_display() -> bool:
    """Whether Qt would find no screen on this Linux."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform.startswith("linux") and not any(map(os.environ.get, named))


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
