"""Opening what a command works on: a book to read, a book to write, with its password."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from app.base.files import read_bytes
from app.base.text import translate
from app.cli import values
from app.cli.parser import Parser

if TYPE_CHECKING:
    from app.store.database import UnitOfWork

PASSWORD_VARIABLE = "SOCLB_PASSWORD"  # noqa: S105 - the name of a variable, not a password


def book(command: Parser) -> None:
    """The command works on a book that is there."""
    command.given("BOOK", translate("cli", "the club's book, NAME.soclb"), type=values.path)
    password(command)


def password(command: Parser) -> None:
    """The command may be told the password."""
    said = translate("cli", "a file with the password; or set the variable {name}")
    command.option(
        "--password-file",
        said.format(name=PASSWORD_VARIABLE),
        metavar="FILE",
        type=values.path,
    )


def password_of(chosen: Namespace) -> str | None:
    """The password given; without one None. Raises StoreUnavailableError."""
    if chosen.password_file is None:
        return os.environ.get(PASSWORD_VARIABLE) or None
    text = read_bytes(chosen.password_file).decode("utf-8-sig", "replace")
    return text.partition("\n")[0].rstrip("\r")


@contextmanager
def reading(chosen: Namespace) -> Iterator[UnitOfWork]:
    """The book for one look; somebody else may be writing it."""
    from app.services import books

    with (
        books.reading(chosen.book, password=password_of(chosen)) as database,
        database.read() as uow,
    ):
        yield uow


@contextmanager
def writing(chosen: Namespace) -> Iterator[UnitOfWork]:
    """The book for one change: all of it or nothing."""
    from app.services import books

    with (
        books.writing(chosen.book, password=password_of(chosen)) as database,
        database.begin() as uow,
    ):
        yield uow
