"""What this computer has seen of each club's book: where it lay, how far it went, until when.

So that an older or empty copy is noticed when it is opened in the place of the real one (F11, R33).
Remembered are a club's number, a path, two counts and a day; no name and no amount.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from app.base import files, paths
from app.base.errors import StoreUnavailableError
from app.services import club
from app.store.club_tables import EntryRow, MeetingRow
from app.store.database import UnitOfWork


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a book goes: its entries and closed meetings, and the last day of either."""

    entries: int
    meetings: int
    last: date | None


@dataclass(frozen=True, slots=True)
class Known:
    """Where this computer last saw a club's book, and how far it went then."""

    path: Path
    extent: Extent


def extent(uow: UnitOfWork) -> Extent:
    """How far the open book goes."""
    entries, entered = _count(uow, EntryRow)
    meetings, met = _count(uow, MeetingRow)
    return Extent(entries, meetings, max((day for day in (entered, met) if day), default=None))


def _count(uow: UnitOfWork, table: type[EntryRow] | type[MeetingRow]) -> tuple[int, date | None]:
    columns = table.__table__.c
    count, last = uow.rows(select(func.count(columns.id), func.max(columns.on))).one()
    return count, last


def fuller(uow: UnitOfWork) -> Known | None:
    """The book of this club that went further than the open one; None when there was none."""
    known = _of(_read().get(club.uuid(uow)))
    here = extent(uow)
    if known is None:
        return None
    more = known.extent.entries > here.entries or known.extent.meetings > here.meetings
    return known if more else None


def remember(uow: UnitOfWork, *, path: Path) -> None:
    """This is the club's book from now on. A full disk here is no harm."""
    here, known = extent(uow), _read()
    told = asdict(here) | {"path": str(path), "last": here.last.isoformat() if here.last else None}
    changed = known | {club.uuid(uow): told}
    if changed == known:
        return
    with suppress(StoreUnavailableError):
        text = json.dumps(changed, ensure_ascii=False, indent=1)
        files.write_text(_path(), text, replace=True)


def place_of(uuid: str) -> Path | None:
    """Where this computer last saw the book of the club with this number."""
    known = _of(_read().get(uuid))
    return known.path if known else None


def _of(told: Any) -> Known | None:
    """A remembered book; what is missing or unreadable was never seen."""
    try:
        last = date.fromisoformat(told["last"]) if told["last"] else None
        return Known(Path(told["path"]), Extent(int(told["entries"]), int(told["meetings"]), last))
    except (TypeError, KeyError, ValueError):
        return None


def _read() -> dict[str, Any]:
    try:
        found = json.loads(files.read_bytes(_path()))
    except (StoreUnavailableError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _path() -> Path:
    return paths.data_dir() / "books.json"
