"""A register's life: a SQLCipher file like a book, or a PostgreSQL database by URL.

Made whole or not at all, opened only when it is one and not newer than this program. What stands
in it is decided by ``services.register``.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, create_engine, inspect
from sqlalchemy.engine import URL, Connection, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.orm import Session

from app.base.errors import AppError, StoreUnavailableError
from app.base.files import refuse_existing
from app.base.paths import package_path
from app.store import backup
from app.store.database import Database, UnitOfWork, translated_faults, watched

APPLICATION_ID = 0x534F4355
SCHEMA = 4
"""The number of the newest step in ``migrations/union/versions``."""

_PATIENCE = 10
"""Seconds that a server may take to answer before it is said that it does not."""
_SERVERS = ("postgresql://", "postgres://", "postgresql+psycopg://")


class ServerDatabase(Database):
    """A register on PostgreSQL; units of work are those of a file."""

    def __init__(self, url: URL, *, read_only: bool = False) -> None:
        self.path = None
        self.key = ""
        self.read_only = read_only
        self.shown = url.render_as_string(hide_password=True)
        self.engine = _server_engine(url)

    @contextmanager
    def begin(self) -> Iterator[UnitOfWork]:
        """A transaction that commits when the block ends and rolls back when it raises.

        Raises StoreUnavailableError ``union.server_fault`` for whatever the server refuses.
        """
        with (
            _server_faults(self.shown),
            Session(self.engine, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield watched(session)

    @contextmanager
    def read(self) -> Iterator[UnitOfWork]:
        """A consistent look; whatever the block changes is rolled back."""
        with _server_faults(self.shown), Session(self.engine) as session:
            session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
            yield UnitOfWork(session)


def is_server(target: str | Path) -> bool:
    """Whether ``target`` names a PostgreSQL database instead of a file."""
    return str(target).startswith(_SERVERS)


def in_memory() -> Database:
    """An empty register that lives as long as the returned object."""
    database = Database(None)
    with database.engine.begin() as connection:
        _migrate(connection)
    return database


@contextmanager
def new_register(target: str | Path) -> Iterator[Database]:
    """An empty register to fill inside the block; a file appears when the block ends well.

    Raises AppError ``file.exists`` or ``union.exists`` for what is already there.
    """
    if is_server(target):
        with _new_on_server(str(target)) as database:
            yield database
        return
    path = Path(target)
    refuse_existing(path)
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with translated_faults(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(b"")
        database = Database(unfinished)
        try:
            with translated_faults(path), database.engine.begin() as connection:
                _migrate(connection)
            yield database
        finally:
            database.close()
        with translated_faults(path):
            refuse_existing(path)
            unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def open_register(target: str | Path, *, read_only: bool = False) -> Database:
    """Open a register; raises StoreUnavailableError, and changes nothing then."""
    if is_server(target):
        return _open_on_server(str(target), read_only=read_only)
    path = Path(target)
    if not path.is_file():
        code = "union.not_a_register" if path.exists() else "file.not_found"
        raise StoreUnavailableError(code, path=str(path))
    unfinished = path.with_name(f"{path.name}-journal").exists()
    probe = Database(path, read_only=not unfinished)
    try:
        with translated_faults(path), probe.engine.connect() as connection:
            ours = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
            version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    except StoreUnavailableError as error:
        if error.code == "book.not_a_book":
            raise StoreUnavailableError("union.not_a_register", path=str(path)) from error
        raise
    finally:
        probe.close()
    if ours != APPLICATION_ID:
        raise StoreUnavailableError("union.not_a_register", path=str(path))
    if version > SCHEMA:
        raise StoreUnavailableError("book.newer", path=str(path), theirs=version, ours=SCHEMA)
    if version < SCHEMA:
        _refuse_older(str(path), version, read_only=read_only)
        return _upgraded(path)
    return Database(path, read_only=read_only)


def _refuse_older(shown: str, version: int, *, read_only: bool) -> None:
    if read_only:
        raise StoreUnavailableError("book.older", path=shown, theirs=version, ours=SCHEMA)


def _upgraded(path: Path) -> Database:
    """Bring an older register up to today's schema in one transaction, or leave it as it was.

    A copy of how it was stays beside it.
    """
    database = Database(path)
    try:
        copy = backup.stamped_name(path.parent, f"{path.stem}-before-upgrade", path.suffix)
        backup.copy_book(database, copy)
        with translated_faults(path), database.engine.connect() as connection:
            connection.exec_driver_sql("ROLLBACK")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            _migrate(connection)
            connection.commit()
    except BaseException:
        database.close()
        raise
    return database


def _migrate(connection: Connection) -> None:
    """Run the steps that are missing, inside the caller's transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    folder = package_path("app/store/migrations/union")
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")


def _server_engine(url: URL) -> Engine:
    try:
        return create_engine(
            url.set(drivername="postgresql+psycopg"),
            pool_pre_ping=True,
            connect_args={"connect_timeout": _PATIENCE},
        )
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise AppError("union.no_server_driver") from error


def _server(target: str, *, read_only: bool) -> ServerDatabase:
    try:
        url = make_url(target)
    except (ArgumentError, ValueError) as error:
        raise AppError("union.bad_address") from error
    return ServerDatabase(url, read_only=read_only)


@contextmanager
def _new_on_server(target: str) -> Iterator[Database]:
    database = _server(target, read_only=False)
    try:
        with _server_faults(database.shown), database.engine.begin() as connection:
            if inspect(connection).has_table("register"):
                raise AppError("union.exists", path=database.shown)
            _migrate(connection)
        yield database
    finally:
        database.close()


def _open_on_server(target: str, *, read_only: bool) -> Database:
    database = _server(target, read_only=read_only)
    try:
        _bring_up_to_date(database, read_only=read_only)
    except BaseException:
        database.close()
        raise
    return database


def _bring_up_to_date(database: ServerDatabase, *, read_only: bool) -> None:
    """Refuse what is no register of ours; run the steps that are missing."""
    with _server_faults(database.shown), database.engine.connect() as connection:
        if not inspect(connection).has_table("register"):
            raise StoreUnavailableError("union.not_a_register", path=database.shown)
        version = _server_version(connection)
        if version > SCHEMA:
            raise StoreUnavailableError(
                "book.newer", path=database.shown, theirs=version, ours=SCHEMA
            )
        if version < SCHEMA:
            _refuse_older(database.shown, version, read_only=read_only)
            connection.exec_driver_sql("LOCK TABLE alembic_version IN ACCESS EXCLUSIVE MODE")
            _migrate(connection)
            connection.commit()


def _server_version(connection: Connection) -> int:
    """The number of the newest step there; steps are named by their number."""
    return int(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())


@contextmanager
def _server_faults(shown: str) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        if error.connection_invalidated or type(error).__name__ == "OperationalError":
            raise StoreUnavailableError("union.server_fault", path=shown) from error
        raise
