"""Back-ups of a book: made and read back, thinned out, and brought back with eyes open.

A back-up is one file: the book itself, or with passwords the book and its key file packed
together. A restore says first what would be lost, and keeps what it replaces (CONTRACT 2).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import insert, select

from app.base import files
from app.base.errors import AppError, StoreUnavailableError
from app.services import books, checking, club, passwords
from app.services.sentences import sentence
from app.store import backup as copying
from app.store.club_tables import BundleLogRow, EntryRow, MeetingRow
from app.store.database import Database, UnitOfWork
from app.store.keys import key_file
from app.store.writer_lock import WriterLock

PLAIN, PACKED = ".soclb", ".soclb-backup"
_NAME = re.compile(r"(.+)_(\d{4}-\d{2}-\d{2}_\d{6})(?:-(\d+))?(?:\.soclb|\.soclb-backup)")
DAILY, MONTHLY = 7, 12


class RestoreRefusedError(AppError):
    """A copy that is not brought back: it is not whole, or something would be lost."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A back-up in a folder, and when it was made (by its name); ``number`` of that second."""

    path: Path
    made_at: datetime
    number: int = 1


@dataclass(frozen=True, slots=True)
class Loss:
    """What the book has that a copy has not: entries and closed meetings, and their days."""

    copy_until: date | None
    entries: int
    meetings: int
    first: date | None
    last: date | None

    @property
    def nothing(self) -> bool:
        return self.entries == 0 and self.meetings == 0


def backup(
    book: Path,
    folder: Path,
    *,
    password: str | None = None,
    key: str | None = None,
    thin: bool = False,
) -> Path:
    """Copy a book into ``folder``, read the copy back, and return its path.

    The book may be in use; ``key`` is then the one it is open with. ``thin`` then drops older
    copies of it by ``surplus``. Raises what ``books.open_for_reading`` raises, RestoreRefusedError
    ``backup.not_whole`` for a book that is not whole (no copy stays then), StoreUnavailableError.
    """
    ring_file = key_file(book)
    keys = files.read_bytes(ring_file) if ring_file.exists() else None
    out = copying.stamped_name(folder, book.stem, PLAIN if keys is None else PACKED)
    copied = out if keys is None else out.with_name(f".{out.name}.book")
    try:
        with books.reading(book, password=password, key=key) as database:
            copying.copy_book(database, copied)
            key = database.key
        with closing(Database(copied, key=key, read_only=True)) as made:
            _refuse_unless_whole(made, "backup.not_whole", book)
        if keys is not None:
            copying.pack(copied, keys, out)
    except BaseException:
        copied.unlink(missing_ok=True)
        raise
    if copied != out:
        copied.unlink(missing_ok=True)
    if thin:
        for old in surplus(copies(folder, book.stem)):
            old.path.unlink(missing_ok=True)
    return out


def copies(folder: Path, name: str) -> tuple[Copy, ...]:
    """The back-ups in ``folder`` of books called ``name`` (without ending), newest first."""
    found = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        parts = _NAME.fullmatch(path.name)
        if parts and parts[1] == name:
            made_at = datetime.strptime(parts[2], copying.STAMP).astimezone()
            found.append(Copy(path, made_at, int(parts[3] or 1)))
    return tuple(sorted(found, key=lambda copy: (copy.made_at, copy.number), reverse=True))


def stem_of(copy: Path) -> str:
    """The name of the book a back-up was made of, by the back-up's own name."""
    parts = _NAME.fullmatch(copy.name)
    return parts[1] if parts else copy.stem


def surplus(kept: Iterable[Copy]) -> tuple[Copy, ...]:
    """What a ladder of copies can spare: it holds the newest of each of the last 7 days that have
    one, of the last 12 months, and of every year."""
    newest_first = sorted(kept, key=lambda copy: (copy.made_at, copy.number), reverse=True)
    stay: set[Path] = set()
    for stamp, most in (("%Y-%m-%d", DAILY), ("%Y-%m", MONTHLY), ("%Y", len(newest_first))):
        steps: dict[str, Path] = {}
        for copy in newest_first:
            steps.setdefault(copy.made_at.strftime(stamp), copy.path)
        stay.update(list(steps.values())[:most])
    return tuple(copy for copy in newest_first if copy.path not in stay)


def newest_good(
    folder: Path, name: str, *, password: str | None = None, key: str | None = None
) -> Copy | None:
    """The newest back-up in ``folder`` that is whole, for a book that no longer is."""
    for copy in copies(folder, name):
        try:
            with _opened(copy.path, password, key) as database:
                if checking.check(database).ok:
                    return copy
        except AppError:
            continue
    return None


def what_is_lost(
    copy: Path, book: Path, *, password: str | None = None, key: str | None = None
) -> Loss:
    """What bringing ``copy`` back over ``book`` would lose, by count and by day.

    ``key`` is one that may fit either; what it does not open, ``password`` does. Raises
    RestoreRefusedError ``restore.other_club``, and what opening either raises.
    """
    with (
        _opened(copy, password, key) as old,
        books.reading(book, password=password, key=key or old.key) as now,
        old.read() as before,
        now.read() as today,
    ):
        if club.uuid(before) != club.uuid(today):
            names = club.details(before).name, club.details(today).name
            raise RestoreRefusedError("restore.other_club", copy=names[0], book=names[1])
        then, entries = _entries(before), _entries(today)
        held, meetings = _meetings(before), _meetings(today)
        gone = entries[_common(then, entries) :]
        missed = meetings[_common(held, meetings) :]
    days = [on for _, on in gone] + [on for _, on in missed if on]
    return Loss(
        max((on for _, on in then), default=None),
        len(gone),
        len(missed),
        min(days, default=None),
        max(days, default=None),
    )


def restore(
    copy: Path,
    book: Path,
    *,
    replace: bool = False,
    password: str | None = None,
    key: str | None = None,
) -> Path | None:
    """Bring ``copy`` back as ``book``; returns where the file it replaced is kept, if any.

    ``key`` as in ``what_is_lost``.

    Raises RestoreRefusedError: ``restore.copy_not_whole``; without ``replace`` for a book that is
    there ``restore.would_lose``, ``restore.would_replace``, ``restore.over_damaged``;
    ``restore.other_club``. Raises StoreUnavailableError ``book.open_elsewhere`` while it is open.
    """
    with _opened(copy, password, key) as database:
        _refuse_unless_whole(database, "restore.copy_not_whole", copy)
        if not book.exists():
            _bring_back(database, book, sent=())
            return None
        now = key or database.key
        sent = _refuse_or_rows_sent(copy, book, replace=replace, password=password, key=now)
        lock = WriterLock.take(book)
        try:
            kept = copying.stamped_name(book.parent, f"{book.stem}-replaced", book.suffix)
            copying.keep_beside(book, kept)
            if key_file(book).exists():
                files.write_bytes(key_file(kept), files.read_bytes(key_file(book)))
            _bring_back(database, book, sent=sent)
        finally:
            lock.release()
    return kept


def _bring_back(database: Database, book: Path, *, sent: Iterable[dict[str, object]]) -> None:
    """A finished copy beside the book first, then in its place with its key file."""
    fresh = copying.stamped_name(book.parent, f".{book.stem}-restored", book.suffix)
    try:
        copying.copy_book(database, fresh)
        _continue_exports(fresh, database.key, sent)
        keys = key_file(database.path) if database.path else None
        if keys is not None and keys.exists():
            files.write_bytes(key_file(book), files.read_bytes(keys), replace=True)
        else:
            key_file(book).unlink(missing_ok=True)
        copying.put_in_place(fresh, book)
    finally:
        fresh.unlink(missing_ok=True)
    passwords.keep_copy(book)


def _continue_exports(path: Path, key: str, sent: Iterable[dict[str, object]]) -> None:
    """Number bundles on after those the replaced book had sent: two with one number would be a
    conflict, a higher one whose hashes don't fit tells the union that this book went back."""
    with closing(Database(path, key=key)) as database, database.begin() as uow:
        here = set(uow.session.execute(select(BundleLogRow.sequence)).scalars())
        lengths = {"entries": len(_entries(uow)), "meetings": len(_meetings(uow))}
        missing = [row | lengths for row in sent if row["sequence"] not in here]
        if missing:
            uow.session.execute(insert(BundleLogRow), missing)


def _refuse_or_rows_sent(
    copy: Path, book: Path, *, replace: bool, password: str | None, key: str
) -> list[dict[str, object]]:
    """Refuse what the user has not agreed to; else the bundles the replaced book had sent."""
    try:
        loss = what_is_lost(copy, book, password=password, key=key)
    except StoreUnavailableError as error:
        if not replace:
            raise RestoreRefusedError("restore.over_damaged", path=str(book)) from error
        return []
    if not replace:
        if loss.nothing:
            raise RestoreRefusedError("restore.would_replace", path=str(book))
        raise RestoreRefusedError(
            "restore.would_lose",
            path=str(book),
            entries=loss.entries,
            meetings=loss.meetings,
            first=loss.first,
            last=loss.last,
        )
    with books.reading(book, password=password, key=key) as database, database.read() as uow:
        rows = uow.session.execute(select(BundleLogRow.__table__))
        return [dict(row) for row in rows.mappings()]


@contextmanager
def _opened(copy: Path, password: str | None, key: str | None) -> Iterator[Database]:
    """A back-up opened to be read; raises what ``books.open_for_reading`` raises."""
    with (
        copying.unpacked(copy) as path,
        books.reading(path, password=password, key=key) as database,
    ):
        yield database


def _refuse_unless_whole(database: Database, code: str, path: Path) -> None:
    result = checking.check(database)
    if not result.ok:
        raise RestoreRefusedError(code, path=str(path), why=sentence(result.problems[0]))


def _entries(uow: UnitOfWork) -> list[tuple[str, date]]:
    rows = uow.session.execute(select(EntryRow.hash, EntryRow.on).order_by(EntryRow.id))
    return [(row[0], row[1]) for row in rows]


def _meetings(uow: UnitOfWork) -> list[tuple[str, date | None]]:
    rows = uow.session.execute(select(MeetingRow.hash, MeetingRow.on).order_by(MeetingRow.id))
    return [(row[0], row[1]) for row in rows]


def _common(then: Sequence[object], now: Sequence[object]) -> int:
    """How many links two chains share from their beginning."""
    pairs = enumerate(zip(then, now, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(then), len(now)))
