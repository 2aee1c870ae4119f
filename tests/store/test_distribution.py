"""The register could be distributed by commune as it is: Citus asks what partitioning asks.

Every key and every foreign key of a distributed table holds the commune, tables are joined by it,
and the register works the same on tables that PostgreSQL itself keeps apart by commune.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, MetaData, Table, UniqueConstraint, event

from app.domain.periods import Month
from app.services import conflicts, consolidation, receipts, register, supervision_report
from app.store.supervision_tables import UnionBase
from tests.helpers.bundles import SampleClub
from tests.helpers.postgres import Server

BY = "commune"
EVERYWHERE = {"register", "union_export", "setting", "course", "area_change"}
"""Small tables of the whole register; on Citus, reference tables."""
TABLES = UnionBase.metadata.tables
APART = {name: table for name, table in TABLES.items() if name not in EVERYWHERE}
FEB, MARCH = Month(2018, 2), Month(2018, 3)


@pytest.mark.parametrize("table", APART.values(), ids=str)
def test_every_key_of_a_distributed_table_begins_with_the_commune(table: Table) -> None:
    assert next(iter(table.primary_key)).name == BY
    keys = [one for one in table.constraints if isinstance(one, UniqueConstraint)]
    keys += [index for index in table.indexes if index.unique]
    assert [key.name for key in keys if BY not in {column.name for column in key.columns}] == []
    for constraint in table.foreign_key_constraints:
        pairs = {(one.parent.name, one.column.name) for one in constraint.elements}
        assert (BY, BY) in pairs or constraint.referred_table.name in EVERYWHERE


@pytest.mark.parametrize("name", sorted(EVERYWHERE))
def test_what_stands_everywhere_knows_no_commune_and_points_nowhere(name: str) -> None:
    assert BY not in TABLES[name].columns
    assert not TABLES[name].foreign_key_constraints


@pytest.fixture
def apart(server: Server) -> str:
    """A new register whose distributed tables PostgreSQL keeps in four parts by commune."""
    address = server.new_database()
    register.create(address, name="Hội LHPN tỉnh")
    with register.opened(address) as database, database.begin() as uow:
        for table in APART.values():
            copy = table.to_metadata(MetaData())
            copy.dialect_options["postgresql"]["partition_by"] = f"HASH ({BY})"
            table.drop(uow.connection)
            copy.create(uow.connection)
            for part in range(4):
                uow.connection.exec_driver_sql(
                    f"CREATE TABLE {table.name}_{part} PARTITION OF {table.name} "
                    f"FOR VALUES WITH (MODULUS 4, REMAINDER {part})"
                )
    return address


def _send(folder: Path) -> None:
    """Clubs of five communes; one has moved, one has two histories."""
    for number in range(1, 6):
        club = SampleClub(number, f"CLB xóm {number}", commune=f"xã {number}")
        (folder / f"{number}-1.clbz").write_bytes(club.export(FEB))
        copy = club.fork("another", FEB)
        if number == 1:
            club.commune = "xã mới"
        (folder / f"{number}-2.clbz").write_bytes(club.export(MARCH))
        if number == 2:
            (folder / f"{number}-3.clbz").write_bytes(copy.export(MARCH))


def _answers(target: str | Path, folder: Path) -> tuple[object, ...]:
    """What a register that took everything in says of it."""
    with register.opened(target) as database:
        lines = register.import_files(database, paths=[folder])
        with database.begin() as uow:
            (conflict,) = conflicts.conflicts(uow)
            undecided = consolidation.union_report(uow).figures
            keep = max(conflict.one.manifest, conflict.other.manifest)
            conflicts.choose(uow, key=conflict.key, keep=keep, reason="đã đối chiếu sổ giấy")
            newest = [(row.club, row.manifest) for row in receipts.newest(uow)]
            report = consolidation.union_report(uow)
            watched = supervision_report.report(uow)
    told = [(line.file, line.outcome) for line in lines]
    return told, undecided, sorted(newest), report.figures, report.rows, watched.points


def test_a_register_kept_apart_by_commune_says_the_same(apart: str, tmp_path: Path) -> None:
    folder = tmp_path / "usb"
    folder.mkdir()
    _send(folder)
    register.create(tmp_path / "hoi.soclbu", name="Hội LHPN tỉnh")
    assert _answers(apart, folder) == _answers(tmp_path / "hoi.soclbu", folder)


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Every statement that any database is asked to run."""
    seen: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield seen
    event.remove(Engine, "before_cursor_execute", note)


def test_tables_kept_apart_are_joined_by_the_commune(statements: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "usb"
    folder.mkdir()
    _send(folder)
    register.create(tmp_path / "hoi.soclbu")
    _answers(tmp_path / "hoi.soclbu", folder)
    joined = [one for one in statements if len(_kept_apart_in(one)) > 1]
    assert joined
    assert [one for one in joined if not _joined_by_commune(one)] == []


def _kept_apart_in(statement: str) -> list[str]:
    """The distributed tables a question is put to, each time it names one."""
    named = re.findall(r"(?:FROM|JOIN|,) +\"?([a-z_]+)\"?(?= |\n|$)", statement)
    return [name for name in named if name in APART]


def _joined_by_commune(statement: str) -> bool:
    pairs = re.findall(rf'\w+"?\.{BY} = "?\w+"?\.{BY}', statement)
    return len(pairs) >= len(_kept_apart_in(statement)) - 1
