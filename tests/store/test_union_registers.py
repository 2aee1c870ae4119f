"""A register's file: made whole, opened only when it is one, its schema the declared one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import inspect
from sqlalchemy.types import LargeBinary

from app.base.errors import AppError, StoreUnavailableError
from app.services import register
from app.services.sentences import sentence
from app.store import books, registers
from app.store.database import Database
from app.store.supervision_tables import UnionBase
from tests.helpers.postgres import Server


def test_the_migrated_schema_is_the_declared_one() -> None:
    database = registers.in_memory()
    found = inspect(database.engine)
    declared = UnionBase.metadata.tables
    assert set(found.get_table_names()) == {*declared, "alembic_version"}
    for name, table in declared.items():
        columns = {one["name"]: one for one in found.get_columns(name)}
        assert list(columns) == [column.name for column in table.columns], name
        for column in table.columns:
            assert columns[column.name]["nullable"] == column.nullable, (name, column.name)
            real, meant = columns[column.name]["type"], column.type
            assert isinstance(real, LargeBinary) == isinstance(meant, LargeBinary), column.name
        key = found.get_pk_constraint(name)
        assert key["constrained_columns"] == [column.name for column in table.primary_key]
        assert key["name"] == f"pk_{name}"
        assert {one["name"] for one in found.get_indexes(name)} == {i.name for i in table.indexes}
    database.close()


def test_tables_are_strict() -> None:
    database = registers.in_memory()
    with database.engine.connect() as connection:
        rows = connection.exec_driver_sql(
            "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name LIKE '%'"
        )
        loose = [name for name, sql in rows if "STRICT" not in sql and "alembic" not in name]
    assert loose == []
    database.close()


def test_every_table_of_clubs_is_keyed_by_commune_and_club() -> None:
    alone = {"register", "union_export", "setting", "course", "area_change"}
    for name, table in UnionBase.metadata.tables.items():
        if name not in alone:
            first = [column.name for column in table.primary_key][:2]
            assert first in (["commune", "club"], ["commune", "uuid"]), name


def test_a_register_that_is_there_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "hoi.soclbu"
    register.create(path, name="một")
    with pytest.raises(AppError, match=r"file\.exists"):
        register.create(path, name="hai")
    with register.opened(path, read_only=True) as database, database.read() as uow:
        assert register.identity(uow).name == "một"


def test_nothing_is_left_of_a_register_that_could_not_be_filled(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), registers.new_register(tmp_path / "a" / "hoi.soclbu"):
        raise RuntimeError
    assert list((tmp_path / "a").iterdir()) == []


def refusal(path: Path) -> str:
    with pytest.raises(StoreUnavailableError) as caught:
        registers.open_register(path)
    return caught.value.code


def test_what_is_no_register_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.soclbu") == "file.not_found"
    assert refusal(tmp_path) == "union.not_a_register"
    (tmp_path / "text.soclbu").write_bytes(b"hello" * 3000)
    assert refusal(tmp_path / "text.soclbu") == "union.not_a_register"
    with books.new_book(tmp_path / "so.soclb"):
        pass
    assert refusal(tmp_path / "so.soclb") == "union.not_a_register"


def test_a_register_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "hoi.soclbu"
    register.create(path)
    database = Database(path)
    with database.engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {registers.SCHEMA + 1}")
        connection.commit()
    database.close()
    before = path.read_bytes()
    assert refusal(path) == "book.newer"
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("target", "server"),
    [
        ("postgresql://hoi@localhost/clb", True),
        ("postgres://localhost/clb", True),
        ("/home/hoi/hoi.soclbu", False),
        ("postgresql.soclbu", False),
    ],
)
def test_a_server_is_told_from_a_file(target: str, server: bool) -> None:
    assert registers.is_server(target) is server


def test_a_server_needs_an_address_and_its_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    for target, code in (
        ("postgresql://hoi@localhost/clb", "union.no_server_driver"),
        ("postgresql://hoi@localhost:port/clb", "union.bad_address"),
    ):
        with pytest.raises(AppError) as caught:
            registers.open_register(target)
        assert caught.value.code == code
        with pytest.raises(AppError) as caught:
            register.create(target)
        assert caught.value.code == code


def test_a_server_holds_the_declared_tables(server: Server) -> None:
    address = server.new_database()
    assert refusal_at(address) == "union.not_a_register"
    register.create(address, name="tỉnh")
    with register.opened(address) as database:
        found = inspect(database.engine)
        for name, table in UnionBase.metadata.tables.items():
            columns = [column["name"] for column in found.get_columns(name)]
            assert columns == [column.name for column in table.columns], name
    with pytest.raises(AppError, match=r"union\.exists"):
        register.create(address, name="hai")


def refusal_at(address: str) -> str:
    with pytest.raises(AppError) as caught:
        registers.open_register(address)
    assert "mat-khau" not in sentence(caught.value)
    return caught.value.code


def test_a_server_that_refuses_is_told_in_a_sentence(server: Server) -> None:
    good = server.address("postgres")
    nowhere = good.replace("?host=", "?host=/nowhere")
    for address in (server.address("none"), server.address("postgres", "mat-khau-sai"), nowhere):
        assert refusal_at(address) == "union.server_fault"


def test_a_server_that_goes_away_loses_nothing(server: Server) -> None:
    address = server.new_database()
    register.create(address, name="tỉnh")
    with register.opened(address) as database:
        server.halt()
        try:
            with (
                pytest.raises(StoreUnavailableError, match=r"union\.server_fault"),
                database.read() as uow,
            ):
                register.identity(uow)
        finally:
            server.resume()
        with database.read() as uow:
            assert register.identity(uow).name == "tỉnh"


def test_the_driver_is_loaded_for_a_server_only(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from app.services import register\n"
        "register.create(Path(sys.argv[1])); sys.exit('psycopg' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program, tmp_path / "a.soclbu"], check=False)
    assert done.returncode == 0
