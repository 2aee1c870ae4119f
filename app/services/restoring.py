"""Bringing a book back without one being open: whose copy it is, and where it belongs.

The place is where this computer last saw the club's book; a computer that never saw it gets a new
file. What a restore keeps and refuses stands in ``backups``.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.base.errors import StoreUnavailableError
from app.services import backups, book_places, books, club, known_books
from app.services.backups import Loss, RestoreRefusedError
from app.services.known_books import Extent
from app.store import backup as copying


@dataclass(frozen=True, slots=True)
class Return:
    """A copy on its way back as ``book``; ``extent`` is how far the copy goes.

    ``there`` is whether a file lies at ``book``; ``loss`` what it has that the copy has not, None
    where there is none or it can't be read.
    """

    copy: Path
    club: str
    extent: Extent
    book: Path
    there: bool = False
    loss: Loss | None = None


def look(copy: Path, *, password: str | None = None) -> Return:
    """Where ``copy`` would come back, and what that would lose; changes nothing.

    ``password`` opens the copy and, with other keys, the book there. Raises what
    ``backups.what_is_lost`` raises for the copy, and WrongPasswordError for either.
    """
    with (
        copying.unpacked(copy) as path,
        books.reading(path, password=password) as database,
        database.read() as uow,
    ):
        number, name = club.uuid(uow), club.details(uow).name
        extent, key = known_books.extent(uow), database.key
    stem = backups.stem_of(copy)
    for book in _places(number, stem, copy):
        try:
            loss = backups.what_is_lost(copy, book, password=password, key=key)
        except RestoreRefusedError:
            continue  # the book of another club, which is left alone
        except StoreUnavailableError:
            return Return(copy, name, extent, book, there=True)
        return Return(copy, name, extent, book, there=True, loss=loss)
    return Return(copy, name, extent, _free(stem))


def bring_back(found: Return, *, password: str | None = None) -> Path | None:
    """Do what ``look`` told; returns where the file it replaced is kept, if any.

    It is the club's book on this computer from now on. Raises what ``backups.restore`` raises.
    """
    kept = backups.restore(found.copy, found.book, replace=found.there, password=password)
    with books.reading(found.book, password=password) as database, database.read() as uow:
        known_books.remember(uow, path=found.book)
    return kept


def _places(number: str, stem: str, copy: Path) -> list[Path]:
    """Files that may be this club's book: the one last used here, and one of the usual name."""
    usual = book_places.home_of_books() / f"{stem}{backups.PLAIN}"
    known = known_books.place_of(number)
    found = [path for path in (known, usual) if path is not None and path.is_file()]
    return [path for path in dict.fromkeys(found) if path.resolve() != copy.resolve()]


def _free(stem: str) -> Path:
    """A name for the book where books lie that no file has yet."""
    path, number = book_places.home_of_books() / f"{stem}{backups.PLAIN}", 2
    while path.exists():
        path = path.with_name(f"{stem}-{number}{backups.PLAIN}")
        number += 1
    return path
