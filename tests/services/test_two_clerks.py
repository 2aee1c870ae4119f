"""Two clerks import at once, file or server: no club is lost, none is doubled, none half there."""

from __future__ import annotations

import random
import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import select

from app.domain.periods import Month
from app.services import register
from app.services.register import ImportLine
from app.store.database import Database
from app.store.union_tables import BundleRow, ConflictRow, MonthFiguresRow, UnionClubRow
from tests.helpers.bundles import SampleClub
from tests.helpers.postgres import Server

SEED = 20260727
FEB, MARCH, APRIL, MAY = (Month(2018, number) for number in range(2, 6))
NewPlace = Callable[[int], str | Path]
APART = {"commune", "first_seen_at", "received_at", "found_at", "file_name"}
"""Who came first decides these, and nothing else."""


@pytest.fixture(params=["file", "postgresql"])
def new_place(request: pytest.FixtureRequest, tmp_path: Path) -> NewPlace:
    """Where the register of each round may be made."""
    if request.param == "file":
        return lambda number: tmp_path / f"{number}.soclbu"
    server: Server = request.getfixturevalue("server")
    return lambda _number: server.new_database()


def _write_bundles(folder: Path) -> list[Path]:
    """Of each of four clubs: three honest bundles; of some a second history, or another commune."""
    folder.mkdir()
    sent: list[bytes] = []
    for number in range(1, 5):
        club = SampleClub(number, f"CLB xóm {number}")
        sent += [club.export(FEB), club.export(MARCH, locked=FEB)]
        copy = club.fork("another", MARCH)
        club.commune = "xã mới" if number % 2 else club.commune
        sent.append(club.export(APRIL, locked=MARCH))
        if number % 2 == 0:
            sent += [copy.export(APRIL), copy.export(MAY)]
    paths = [folder / f"{number:02d}.clbz" for number in range(len(sent))]
    for path, data in zip(paths, sent, strict=True):
        path.write_bytes(data)
    return paths


def _import_at_once(place: str | Path, orders: list[list[Path]]) -> list[ImportLine]:
    """Each order by a clerk of its own, all starting together."""
    start = threading.Barrier(len(orders))

    def work(paths: list[Path]) -> tuple[ImportLine, ...]:
        with register.opened(place) as database:
            start.wait()
            return register.import_files(database, paths=paths)

    with ThreadPoolExecutor(len(orders)) as clerks:
        return [line for lines in clerks.map(work, orders) for line in lines]


def _state(database: Database) -> dict[str, Counter[tuple[object, ...]]]:
    found = {}
    with database.read() as uow:
        for row in (UnionClubRow, BundleRow, MonthFiguresRow, ConflictRow):
            columns = [column for column in row.__table__.c if column.name not in APART]
            found[row.__tablename__] = Counter(map(tuple, uow.rows(select(*columns))))
    return found


def test_any_two_orders_at_once_end_as_one_clerk_alone(new_place: NewPlace, tmp_path: Path) -> None:
    paths = _write_bundles(tmp_path / "usb")
    alone = tmp_path / "alone.soclbu"
    register.create(alone)
    with register.opened(alone) as database:
        register.import_files(database, paths=paths)
        expected = _state(database)
    drawn = random.Random(SEED)
    mixed = [drawn.sample(paths, len(paths)) for _ in range(2)]
    rounds = ([paths, paths[::-1]], [paths, paths], [*mixed, paths[::-1]])
    for number, orders in enumerate(rounds):
        place = new_place(number)
        register.create(place)
        told = _import_at_once(place, orders)
        with register.opened(place, read_only=True) as database:
            assert _state(database) == expected, f"round {number}, seed {SEED}"
        first = [line for line in told if line.outcome.value == "added"]
        assert len({line.club for line in first}) == len(first) == 4
        assert len(told) == len(orders) * len(paths)
