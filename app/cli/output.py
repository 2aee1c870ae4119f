"""What a command says: lines to the terminal, or the content of a file to ``-``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable

from app.base.errors import AppError
from app.services.sentences import sentences


def say(*lines: object) -> None:
    """One line each on standard output."""
    for line in lines:
        print(line)


def say_json(data: object) -> None:
    """Something as JSON, for programs that read along."""
    print(json.dumps(data, ensure_ascii=False, indent=2))


def say_bytes(content: bytes) -> None:
    """A file's content as it is, for ``--out -``."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def complain(*lines: str) -> None:
    """One sentence each on standard error."""
    for line in lines:
        print(line, file=sys.stderr)


def refuse(error: AppError) -> int:
    """The sentences of an error; 1, the exit code of what is refused."""
    complain(*_once(sentences(error)))
    return 1


def _once(lines: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(lines))
