"""What this computer remembers: language, size of text, the last book. Never anything of a club."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from app.base import files
from app.base.catalogue import DEFAULT_LANGUAGE, LANGUAGES
from app.base.errors import StoreUnavailableError
from app.base.paths import config_dir

SMALLEST, USUAL, LARGEST = 12, 14, 22
"""Sizes of text in points."""

_KEPT_BOOKS = 6


@dataclass(frozen=True, slots=True)
class Preferences:
    language: str = DEFAULT_LANGUAGE
    text_size: int = USUAL
    books: tuple[str, ...] = ()
    """Paths of books and registers opened here, the last one first."""
    open_last: bool = False
    server: str = ""
    """The address of the register on a server that was opened last, never with a password."""

    def opened(self, path: Path) -> Preferences:
        """With ``path`` as the book that opens next time."""
        others = tuple(book for book in self.books if book != str(path))
        return replace(self, books=(str(path), *others)[:_KEPT_BOOKS], open_last=True)

    def resized(self, points: int) -> Preferences:
        return replace(self, text_size=min(LARGEST, max(SMALLEST, points)))


def load() -> Preferences:
    """The stored preferences; what is missing or unreadable is as on the first day."""
    try:
        found: Any = json.loads(files.read_bytes(_path()))
        language = found.get("language")
        books = tuple(book for book in found.get("books", ()) if isinstance(book, str))
        return Preferences(
            language=language if language in LANGUAGES else DEFAULT_LANGUAGE,
            books=books[:_KEPT_BOOKS],
            open_last=bool(found.get("open_last")),
            server=str(found.get("server") or ""),
        ).resized(int(found.get("text_size", USUAL)))
    except (StoreUnavailableError, ValueError, TypeError, AttributeError):
        return Preferences()


def save(preferences: Preferences) -> None:
    """Remember ``preferences``; raises StoreUnavailableError."""
    text = json.dumps(asdict(preferences), ensure_ascii=False, indent=1)
    files.write_text(_path(), text, replace=True)


def _path() -> Path:
    return config_dir() / "window.json"
