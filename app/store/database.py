"""Opening a book: engine, key, pragmas, transactions. It decides nothing about clubs.

A book is always SQLCipher: its page HMAC finds a flipped byte that plain SQLite calls ok
(CONTRACT 1). Every failure of the file comes out as StoreUnavailableError with what to do.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import CursorResult, Engine, Executable, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool, StaticPool

from app.base.errors import StoreUnavailableError
from app.store.faults import translate_fault
from app.store.keys import PUBLISHED_KEY

APPLICATION_ID = 0x534F434C
BUSY_MS = 5000
CACHE_KIB = 16_384
"""Pages kept in memory: a ten-year book whole, so that none is decrypted twice in a question."""


def connect(path: Path | None, key: str, read_only: bool) -> Any:
    """A raw connection with the key and the pragmas set; raises the driver's errors."""
    if path is None:
        connection = sqlcipher.connect(":memory:", isolation_level=None, check_same_thread=False)
    else:
        mode = "ro" if read_only else "rw"
        connection = sqlcipher.connect(
            f"{path.resolve().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=256,
        )
    cursor = connection.cursor()
    cursor.execute("PRAGMA cipher_log_level = NONE")
    if path is not None:
        cursor.execute(f"PRAGMA key = \"x'{key}'\"")
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    cursor.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA recursive_triggers = ON")
    if path is not None and not read_only:
        cursor.execute("PRAGMA journal_mode = DELETE")
        cursor.execute("PRAGMA synchronous = EXTRA")
    cursor.close()
    return connection


def written_state(connection: Connection) -> tuple[int, int]:
    """Two counts: one moves when another connection writes the file, one when this one does."""
    others = connection.exec_driver_sql("PRAGMA data_version").scalar_one()
    driver: Any = connection.connection.driver_connection
    return int(others), int(driver.total_changes)


@dataclass(slots=True)
class UnitOfWork:
    """One action or one question: a session, and the topics (tables) the action has touched."""

    session: Session
    topics: set[str] = field(default_factory=set)

    @property
    def connection(self) -> Connection:
        return self.session.connection()

    def rows(self, query: Executable, **values: object) -> CursorResult[*tuple[Any, ...]]:
        """The rows of a query on tables, made once and given its ``values`` each time.

        Half as dear as the session's own, which makes rows of classes. What the session has not
        written yet is written first.
        """
        self.session.flush()
        return self.session.connection().execute(query, values)


class Database:
    """One open file. ``path`` is None for a book in memory (tests)."""

    def __init__(
        self, path: Path | None, *, key: str = PUBLISHED_KEY, read_only: bool = False
    ) -> None:
        self.path = path
        self.key = key
        self.read_only = read_only
        self.engine = _engine(path, key, read_only)

    @contextmanager
    def begin(self) -> Iterator[UnitOfWork]:
        """A transaction that commits when the block ends and rolls back when it raises.

        Raises StoreUnavailableError for whatever disk or file do wrong.
        """
        with translated_faults(self.path):
            if self.read_only:
                raise StoreUnavailableError("book.read_only", path=str(self.path))
            with Session(self.engine, expire_on_commit=False) as session, session.begin():
                yield watched(session)

    @contextmanager
    def read(self) -> Iterator[UnitOfWork]:
        """A consistent look at the file; whatever the block changes is rolled back."""
        with translated_faults(self.path), Session(self.engine) as session:
            session.connection(execution_options={"soclb_read": True})
            yield UnitOfWork(session)

    def close(self) -> None:
        self.engine.dispose()


def _engine(path: Path | None, key: str, read_only: bool) -> Engine:
    pool: dict[str, Any] = (
        {"poolclass": StaticPool}
        if path is None
        else {"poolclass": QueuePool, "pool_size": 2, "max_overflow": 4}
    )
    engine = create_engine(
        "sqlite://", module=sqlcipher, creator=lambda: connect(path, key, read_only), **pool
    )
    event.listen(engine, "begin", _emit_begin)
    return engine


def _emit_begin(connection: Connection) -> None:
    """The driver's implicit transactions break rollbacks of DDL, so we begin ourselves."""
    reading = connection.get_execution_options().get("soclb_read")
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def watched(session: Session) -> UnitOfWork:
    """A unit of work whose topics fill themselves from the tables that are written to."""
    uow = UnitOfWork(session)

    def note_flush(flushed: Session, _context: object) -> None:
        for row in (*flushed.new, *flushed.dirty, *flushed.deleted):
            uow.topics.add(row.__table__.name)

    def note_statement(state: Any) -> None:
        if not state.is_select:
            uow.topics.add(state.statement.table.name)

    event.listen(session, "after_flush", note_flush)
    event.listen(session, "do_orm_execute", note_statement)
    return uow


@contextmanager
def translated_faults(path: Path | None) -> Iterator[None]:
    """Turn the driver's and the system's errors into sentences the user can act on."""
    try:
        yield
    except DBAPIError as error:
        if error.orig is None:
            raise
        raise translate_fault(error.orig, path) from error
    except (sqlcipher.Error, OSError) as error:
        raise translate_fault(error, path) from error
