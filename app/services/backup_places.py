"""Where this computer last put a back-up of a book, and when, and whether that is too long ago.

Remembered are folders and moments by the book's path; nothing of what a book says.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from app.base import clock, files
from app.base.errors import StoreUnavailableError
from app.base.paths import config_dir, documents_dir
from app.store.club_tables import MeetingRow
from app.store.database import UnitOfWork

_OF_STICKS = ("/media/", "/run/media/", "/Volumes/", "/mnt/")


@dataclass(frozen=True, slots=True)
class LastCopy:
    """The folder the newest back-up went to, and when it was made."""

    folder: Path
    made_at: datetime


def last_copy(book: Path) -> LastCopy | None:
    """The newest back-up of ``book`` made on this computer; None before the first."""
    known: Any = _known().get(str(book))
    try:
        return LastCopy(Path(known["folder"]), datetime.fromisoformat(known["made_at"]))
    except (TypeError, KeyError, ValueError):
        return None


def remember(book: Path, folder: Path) -> None:
    """A back-up of ``book`` was made in ``folder`` just now. A full disk here is no harm."""
    known = _known() | {
        str(book): {"folder": str(folder), "made_at": clock.now().astimezone().isoformat()}
    }
    with suppress(StoreUnavailableError):
        text = json.dumps(known, ensure_ascii=False, indent=1)
        files.write_text(_path(), text, replace=True)


def meetings_since(uow: UnitOfWork, *, book: Path) -> int:
    """How many meetings were closed after the newest back-up of ``book``; all of them before the
    first one."""
    last = last_copy(book)
    closed_at = MeetingRow.__table__.c.closed_at
    count = select(func.count()).select_from(MeetingRow)
    if last is not None:
        count = count.where(closed_at > last.made_at)
    return int(uow.rows(count).scalar_one())


def refuse_missing(folder: Path) -> None:
    """Raise StoreUnavailableError ``backup.place_missing`` where the stick is not plugged in."""
    if not folder.is_dir():
        raise StoreUnavailableError("backup.place_missing", folder=str(folder))


def usual_folder() -> Path:
    """Where back-ups go until another place is chosen; not made."""
    return documents_dir() / "soclb-sao-luu"


def sticks(roots: Iterable[Path], book: Path) -> tuple[Path, ...]:
    """Those of the mounted ``roots`` that look like a USB stick or another disk."""
    if sys.platform == "win32":
        own = {book.anchor.lower(), f"{os.environ.get('SYSTEMDRIVE', 'C:')}\\".lower()}
        return tuple(root for root in roots if str(root.anchor).lower() not in own)
    return tuple(root for root in roots if f"{root}/".startswith(_OF_STICKS))


def folders(book: Path, mounted: Iterable[Path]) -> tuple[Path, ...]:
    """Where back-ups of ``book`` may lie: where the last one went, USB sticks, the usual folder."""
    last = last_copy(book)
    found = [last.folder] if last and last.folder.is_dir() else []
    return tuple(dict.fromkeys([*found, *sticks(mounted, book), usual_folder()]))


def same_disk(folder: Path, book: Path) -> bool:
    """Whether ``folder`` lies, or would be made, on the disk of ``book``."""
    there = next((path for path in (folder, *folder.parents) if path.exists()), None)
    try:
        return there is not None and there.stat().st_dev == book.stat().st_dev
    except OSError:
        return False


def _known() -> dict[str, Any]:
    try:
        found = json.loads(files.read_bytes(_path()))
    except (StoreUnavailableError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _path() -> Path:
    return config_dir() / "backups.json"
