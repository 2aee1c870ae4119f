"""A bundle of format 1.0 lacks the columns of 1.1: it is read, what it did not say is unknown."""

from __future__ import annotations

from datetime import date

import pytest

from app.bundle import tables
from app.bundle.tables import TableError
from app.domain.club_facts import ADDED
from app.domain.periods import Month
from tests.helpers.bundles import SampleClub

TOLD = (
    SampleClub()
    .months(Month(2018, 1))[0]
    ._replace(
        **dict.fromkeys(ADDED, 0)
        | {"fees": 60_000, "typed_first": date(2018, 2, 1), "typed_last": None, "interest": -5}
    )
)


def _without(count: int) -> bytes:
    lines = tables.MONTHS.write([TOLD]).decode().splitlines()
    return "".join(",".join(line.split(",")[:-count]) + "\n" for line in lines).encode()


def test_added_columns_are_read_back() -> None:
    assert tables.MONTHS.read(tables.MONTHS.write([TOLD])) == (TOLD,)


def test_a_bundle_of_1_0_tells_nothing_of_them() -> None:
    (row,) = tables.MONTHS.read(_without(len(ADDED)))
    assert [getattr(row, name) for name in ADDED] == [None] * len(ADDED)
    assert row._replace(**{name: getattr(TOLD, name) for name in ADDED}) == TOLD


def test_a_column_of_1_0_may_not_be_missing() -> None:
    with pytest.raises(TableError, match=r"bundle\.table_unreadable"):
        tables.MONTHS.read(_without(len(ADDED) + 1))


def test_columns_of_a_later_version_are_passed_over() -> None:
    head, line = tables.MONTHS.write([TOLD]).decode().splitlines()
    later = f"{head},moon\n{line},full\n".encode()
    assert tables.MONTHS.read(later) == (TOLD,)
