"""Schema 1 of a register, for SQLite and PostgreSQL alike; frozen at its release."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def _text(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _whole(*names: str) -> list[sa.Column[int]]:
    kind = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    return [sa.Column(name, kind, nullable=False) for name in names]


def _or_null(*columns: sa.Column[object]) -> list[sa.Column[object]]:
    for column in columns:
        column.nullable = True
    return list(columns)


def _table(name: str, *parts: object, key: tuple[str, ...]) -> None:
    """A table with its named primary key; STRICT where the database knows that."""
    flat = [item for part in parts for item in (part if isinstance(part, list) else [part])]
    op.create_table(
        name, *flat, sa.PrimaryKeyConstraint(*key, name=f"pk_{name}"), sqlite_strict=True
    )


def upgrade() -> None:

    _table(
        "bundle",
        _text("commune", "club", "manifest"),
        _whole("sequence"),
        _text(
            "month",
            "level",
            "exported_at",
            "received_at",
            "file_name",
            "past",
            "locked_month",
            "locked_chain",
        ),
        _whole("set_aside"),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        key=("commune", "club", "manifest"),
    )
    _table(
        "club",
        _text(
            "commune",
            "uuid",
            "name",
            "area",
            "hamlet",
            "commune_now",
            "district",
            "province",
            "parent_body",
            "founding_decision",
        ),
        _or_null(*_text("founded_on")),
        _text("started_on", "first_seen_at"),
        _whole("sequence"),
        key=("commune", "uuid"),
    )
    op.create_index("ix_club_uuid", "club", ["uuid"])
    _table(
        "club_key",
        _text("commune", "club", "public_key", "first_seen_at"),
        _or_null(*_whole("until_sequence")),
        _text("reason"),
        key=("commune", "club", "public_key"),
    )
    _table(
        "conflict",
        _text("commune", "club", "one", "other", "code", "found_at", "kept", "reason"),
        _or_null(*_text("decided_at")),
        key=("commune", "club", "one", "other"),
    )
    _table(
        "month_figures",
        _text("commune", "club", "month"),
        _whole("sequence"),
        _text("area"),
        _whole(
            "area_sequence",
            "members",
            "women",
            "older_60",
            "older_55",
            "poor",
            "near_poor",
            "borrowers",
            "fund_total",
            "income_fund",
            "operating_fund",
            "care_fund",
            "cash",
            "bank",
            "loans_outstanding",
            "savings",
            "borrowed_capital",
            "par30",
            "meetings_due",
            "meetings_held",
            "attendance_present",
            "attendance_rows",
            "on_time_paid",
            "on_time_due",
            "activity_1",
            "activity_2",
            "activity_3",
            "activity_4",
            "activity_5",
            "activity_6",
            "activity_7",
            "activity_8",
            "receipts",
            "payments",
            "entries",
        ),
        _text("chain"),
        _whole("locked"),
        key=("commune", "club", "month"),
    )
    op.create_index("ix_month_figures_month", "month_figures", ["month"])
    _table(
        "register",
        _whole("id"),
        _text("uuid", "name"),
        _whole("practice"),
        sa.Column("signing_key", sa.LargeBinary(), nullable=False),
        _text("age_identity", "created_at"),
        sa.CheckConstraint("id = 1", name="ck_register_one_row"),
        key=("id",),
    )
    _table(
        "union_export",
        _whole("sequence"),
        _text("month", "file_name"),
        _whole("clubs"),
        _text("exported_at"),
        key=("sequence",),
    )
