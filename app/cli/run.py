"""One run of the command: its language, its exit code, and never a traceback.

0: done. 1: refused, in sentences on standard error, and nothing changed. 2: wrong usage
(CONTRACT 2). ``app.main`` calls ``main``; each command stands in a module of its group.
"""

from __future__ import annotations

import contextlib
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from app.base import log
from app.base.errors import AppError
from app.base.files import translated
from app.base.text import translate, use_language
from app.cli import commands
from app.cli.language import language_of
from app.cli.output import complain, refuse
from app.cli.parser import WrongUsage

DONE, REFUSED, USAGE = 0, 1, 2


def main(arguments: Sequence[str]) -> int:
    """Do one command and return its exit code; what it says is written and flushed."""
    try:
        code = _guarded(list(arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        return _silent(DONE)
    except OSError as error:
        return _silent(refuse(_told(error)))
    except KeyboardInterrupt:
        complain(translate("cli", "Stopped. Nothing half done is left behind."))
        return _silent(REFUSED)
    return code


def _guarded(arguments: list[str]) -> int:
    try:
        return _spoken(arguments)
    except OSError:
        raise
    except Exception:
        logging.getLogger(__name__).exception("a command failed")
        return _our_fault()


def _spoken(arguments: list[str]) -> int:
    try:
        language, rest = language_of(arguments)
        use_language(language)
        chosen = commands.parser(rest[0] if rest else "").parse_args(rest)
        return int(chosen.run(chosen))
    except WrongUsage as wrong:
        complain(wrong.usage.strip(), str(wrong))
        return USAGE
    except AppError as error:
        return refuse(error)
    except SystemExit as end:
        return int(end.code or DONE)


def _our_fault() -> int:
    """A bug of the program: told plainly, with the details in the log."""
    files = [getattr(handler, "baseFilename", "") for handler in logging.getLogger().handlers]
    said = translate(
        "cli",
        "The program itself has failed; nothing was half saved. Please tell whoever looks after "
        "the program, and give them the file {path}.",
    )
    complain(said.format(path=next(filter(None, files), log.FILE_NAME)))
    return REFUSED


def _told(error: OSError) -> AppError:
    """What the system refused outside of any file of ours, as a sentence can say it."""
    place = str(error.filename or "") or translate("cli", "The output")
    try:
        with translated(Path(place)):
            raise error
    except AppError as told:
        return told


def _silent(code: int) -> int:
    """Point standard output at nothing, so that Python's own last flush cannot fail aloud."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    with contextlib.suppress(OSError, ValueError):
        os.dup2(nothing, sys.stdout.fileno())
    os.close(nothing)
    return code
