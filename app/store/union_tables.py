"""The tables of a union's register, the same in a SQLCipher file and on PostgreSQL.

Commune and club stand in every key, so that one PostgreSQL can be sharded by commune unchanged.
``commune`` is the one under which the club was first seen and never changes; where the club lies
now stands in ``club``, where it lay in a month in ``month_figures``. No row leaves ``services``.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import BigInteger, CheckConstraint, Index, Integer, LargeBinary, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from app.store.club_tables import NAMING, STRICT, DayText, MomentText

WHOLE = BigInteger().with_variant(Integer(), "sqlite")
TYPE_MAP: dict[Any, Any] = {
    str: Text,
    int: WHOLE,
    date: DayText,
    datetime: MomentText,
    bytes: LargeBinary,
}


class UnionBase(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = TYPE_MAP


class RegisterRow(UnionBase):
    """The register itself; one row."""

    __tablename__ = "register"
    __table_args__ = (CheckConstraint("id = 1", "one_row"), STRICT)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    uuid: Mapped[str]
    name: Mapped[str]
    practice: Mapped[int]
    signing_key: Mapped[bytes]
    age_identity: Mapped[str]
    created_at: Mapped[datetime]


class UnionClubRow(UnionBase):
    """A club as its newest bundle describes it; ``until`` is the last month that counts."""

    __tablename__ = "club"
    __table_args__ = (Index("ix_club_uuid", "uuid"), STRICT)
    commune: Mapped[str] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    area: Mapped[str]
    hamlet: Mapped[str]
    commune_now: Mapped[str]
    district: Mapped[str]
    province: Mapped[str]
    parent_body: Mapped[str]
    founding_decision: Mapped[str]
    founded_on: Mapped[date | None]
    started_on: Mapped[date]
    first_seen_at: Mapped[datetime]
    sequence: Mapped[int]


class ClubKeyRow(UnionBase):
    """A club's public key; ``until_sequence`` is the last bundle it may sign, once replaced."""

    __tablename__ = "club_key"
    __table_args__ = (STRICT,)
    commune: Mapped[str] = mapped_column(primary_key=True)
    club: Mapped[str] = mapped_column(primary_key=True)
    public_key: Mapped[str] = mapped_column(primary_key=True)
    first_seen_at: Mapped[datetime]
    until_sequence: Mapped[int | None]
    reason: Mapped[str] = mapped_column(default="")
    from_sequence: Mapped[int | None]
    """The first bundle it may sign, when it replaced another."""
    confirmed_at: Mapped[datetime | None]
    """When an officer compared its fingerprint with the club's paper."""
    until_on: Mapped[date | None]
    """The last day on which a bundle made by it is believed, once replaced."""
    endorsed_by: Mapped[str | None]
    """The key before it, where that one signed the change; empty where nobody could."""


class BundleRow(UnionBase):
    """A bundle taken in. ``content`` holds the club's signed words, deflated."""

    __tablename__ = "bundle"
    __table_args__ = (STRICT,)
    commune: Mapped[str] = mapped_column(primary_key=True)
    club: Mapped[str] = mapped_column(primary_key=True)
    manifest: Mapped[str] = mapped_column(primary_key=True)
    sequence: Mapped[int]
    month: Mapped[str]
    level: Mapped[str]
    exported_at: Mapped[str]
    received_at: Mapped[datetime]
    file_name: Mapped[str]
    past: Mapped[str]
    """SHA-256 over the export steps up to this bundle's own."""
    locked_month: Mapped[str]
    locked_chain: Mapped[str]
    set_aside: Mapped[int] = mapped_column(default=0)
    """1 once an officer has chosen another bundle against this one."""
    content: Mapped[bytes]


class MonthFiguresRow(UnionBase):
    """A club's figures of one month, from the bundle with the highest sequence that has it.

    ``area`` is where the club lay when the month was first told (``area_sequence``), so a report
    of an old month stays as it was when communes merge.
    """

    __tablename__ = "month_figures"
    __table_args__ = (STRICT,)
    commune: Mapped[str] = mapped_column(primary_key=True)
    club: Mapped[str] = mapped_column(primary_key=True)
    month: Mapped[str] = mapped_column(primary_key=True)
    sequence: Mapped[int]
    area: Mapped[str]
    area_sequence: Mapped[int]
    members: Mapped[int]
    women: Mapped[int]
    older_60: Mapped[int]
    older_55: Mapped[int]
    poor: Mapped[int]
    near_poor: Mapped[int]
    borrowers: Mapped[int]
    fund_total: Mapped[int]
    income_fund: Mapped[int]
    operating_fund: Mapped[int]
    care_fund: Mapped[int]
    cash: Mapped[int]
    bank: Mapped[int]
    loans_outstanding: Mapped[int]
    savings: Mapped[int]
    borrowed_capital: Mapped[int]
    par30: Mapped[int]
    meetings_due: Mapped[int]
    meetings_held: Mapped[int]
    attendance_present: Mapped[int]
    attendance_rows: Mapped[int]
    on_time_paid: Mapped[int]
    on_time_due: Mapped[int]
    activity_1: Mapped[int]
    activity_2: Mapped[int]
    activity_3: Mapped[int]
    activity_4: Mapped[int]
    activity_5: Mapped[int]
    activity_6: Mapped[int]
    activity_7: Mapped[int]
    activity_8: Mapped[int]
    receipts: Mapped[int]
    payments: Mapped[int]
    entries: Mapped[int]
    chain: Mapped[str]
    locked: Mapped[int]
    fees: Mapped[int | None]
    """This and what follows is empty where the club's program told nothing of it."""
    interest: Mapped[int | None]
    donations: Mapped[int | None]
    grants: Mapped[int | None]
    other_income: Mapped[int | None]
    borrowed_in: Mapped[int | None]
    typed_first: Mapped[date | None]
    typed_last: Mapped[date | None]
    typed_late: Mapped[int | None]


class ConflictRow(UnionBase):
    """Two bundles of a club that can't both be true, and what an officer decided."""

    __tablename__ = "conflict"
    __table_args__ = (STRICT,)
    commune: Mapped[str] = mapped_column(primary_key=True)
    club: Mapped[str] = mapped_column(primary_key=True)
    one: Mapped[str] = mapped_column(primary_key=True)
    """Its manifest; of the two the first in alphabetical order."""
    other: Mapped[str] = mapped_column(primary_key=True)
    code: Mapped[str]
    found_at: Mapped[datetime]
    kept: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    decided_at: Mapped[datetime | None]


class UnionExportRow(UnionBase):
    """Each bundle this register made for the level above."""

    __tablename__ = "union_export"
    __table_args__ = (STRICT,)
    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    month: Mapped[str]
    file_name: Mapped[str]
    clubs: Mapped[int]
    exported_at: Mapped[datetime]
