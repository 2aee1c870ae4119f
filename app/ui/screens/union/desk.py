"""A register of the union as the window opens it. Free of Qt."""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from app.base.errors import StoreUnavailableError
from app.ui.ports import Services

_BOOK_ENDING = ".soclb"


def is_register(path: Path) -> bool:
    """Whether the file at ``path`` is a register, not a club's book."""
    if path.suffix == _BOOK_ENDING or not path.is_file():
        return False
    from app.services import register

    try:
        with register.opened(path, read_only=True):
            return True
    except StoreUnavailableError:
        return False


class OpenRegister:
    """A register that stays open until ``close``; ``read_only`` where its file may not be written:
    a locked stick, another's folder."""

    def __init__(self, path: Path) -> None:
        from app.services import register

        self.read_only = not os.access(path, os.W_OK)
        self._stack = ExitStack()
        self.database: Any = self._stack.enter_context(
            register.opened(path, read_only=self.read_only)
        )
        self.begin = self.database.begin
        self.read = self.database.read

    def close(self) -> None:
        self._stack.close()


def open_register(path: Path) -> OpenRegister:
    """Open a register; raises StoreUnavailableError."""
    return OpenRegister(path)


def head(services: Services) -> tuple[str, bool]:
    """The register's name, and whether it is for practice."""
    from app.services import register

    known = services.ask(register.identity)
    return known.name, known.practice
