"""Back-ups of the open book: made, listed, and what bringing one back would lose. Free of Qt.

The book itself is replaced only while no window has it open: whoever calls ``bring_back`` has
closed it before.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.base.text import translate
from app.domain.periods import format_day
from app.services import backup_places, backups
from app.services.backup_places import LastCopy
from app.services.backups import Loss


@dataclass(frozen=True, slots=True)
class CopyLine:
    """A back-up as the list shows it; ``size`` in bytes."""

    path: Path
    made_at: datetime
    size: int


class BackupsPresenter:
    """Knows the book's file and the key it is open with, never what is in it."""

    def __init__(self, book: Path, key: str | None = None) -> None:
        self.book, self.key = book, key
        self._password: str | None = None

    def last(self) -> LastCopy | None:
        return backup_places.last_copy(self.book)

    def folders(self, mounted: Iterable[Path]) -> tuple[Path, ...]:
        """Places to choose from: where the last one went, USB sticks, the usual folder."""
        return backup_places.folders(self.book, mounted)

    def copies(self, folder: Path) -> tuple[CopyLine, ...]:
        """The back-ups of this book in ``folder``, the newest first."""
        found = backups.copies(folder, self.book.stem)
        return tuple(CopyLine(x.path, x.made_at, x.path.stat().st_size) for x in found)

    def same_disk(self, folder: Path) -> bool:
        """Whether one broken disk would take the book and its back-ups."""
        return backup_places.same_disk(folder, self.book)

    def make(self, folder: Path) -> Path:
        """Copy the book into ``folder`` and read the copy back; raises AppError."""
        made = backups.backup(self.book, folder, key=self.key, thin=True)
        backup_places.remember(self.book, folder)
        return made

    def unlock(self, copy: Path, password: str) -> Loss:
        """As ``loss``, with the password of the copy, which is remembered for bringing it back."""
        loss = backups.what_is_lost(copy, self.book, password=password, key=self.key)
        self._password = password
        return loss

    def loss(self, copy: Path) -> Loss:
        """What bringing ``copy`` back would lose; raises AppError for what is no copy of it."""
        return backups.what_is_lost(copy, self.book, password=self._password, key=self.key)

    def bring_back(self, copy: Path) -> Path | None:
        """Put ``copy`` in the place of the closed book; returns where the old file is kept."""
        return backups.restore(copy, self.book, replace=True, password=self._password, key=self.key)


def moment_words(moment: datetime) -> str:
    """``17/11/2026 09:41`` where this computer stands."""
    here = moment.astimezone()
    return f"{format_day(here.date())} {here.hour:02d}:{here.minute:02d}"


def size_words(size: int) -> str:
    """A file's size as people say it: ``1,2 MB``."""
    kilobytes = -(-size // 1024)
    if kilobytes < 1000:
        return f"{kilobytes} KB"
    tenths = round(size * 10 / 1024**2)
    return f"{tenths // 10},{tenths % 10} MB"


def last_words(last: LastCopy | None, meetings: int) -> tuple[str, str]:
    """When the newest back-up was made, and the tone it is said in; ``meetings`` closed since."""
    if last is None:
        words = translate(
            "window", "There is no back-up of this book yet. Make one now: it takes a moment."
        )
        return words, "late" if meetings else "watch"
    known = {"moment": moment_words(last.made_at), "folder": str(last.folder), "count": meetings}
    if not last.folder.is_dir():
        words = translate(
            "window",
            "The last back-up, of {moment}, lies in {folder}, which is not there now. Put the USB "
            "stick in, or choose another place. Meetings closed since: {count}.",
        )
        return words.format(**known), "late" if meetings else "watch"
    if meetings:
        words = translate(
            "window",
            "The last back-up is of {moment}, in {folder}. Meetings closed since: {count}. Make a "
            "new one.",
        )
        return words.format(**known), "late"
    words = translate(
        "window",
        "Last back-up: {moment}, in {folder}. One is made there each time a meeting is closed.",
    )
    return words.format(**known), "good"


def made_words(made: Path) -> str:
    """What was made and that it was read back."""
    words = translate("window", "{file} is made, and was read back: it is whole.")
    return words.format(file=made.name)
