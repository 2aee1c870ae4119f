"""Schema 1 of a register, for SQLite and PostgreSQL alike; frozen at its release.

Never import today's tables here. A column reads "name kind"; kind is text, whole or bytes, with a
question mark where it may be empty.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

KEYS = {
    "bundle": ("commune", "club", "manifest"),
    "club": ("commune", "uuid"),
    "club_key": ("commune", "club", "public_key"),
    "conflict": ("commune", "club", "one", "other"),
    "month_figures": ("commune", "club", "month"),
    "register": ("id",),
    "union_export": ("sequence",),
}

TABLES = {
    "bundle": (
        "commune text",
        "club text",
        "manifest text",
        "sequence whole",
        "month text",
        "level text",
        "exported_at text",
        "received_at text",
        "file_name text",
        "past text",
        "locked_month text",
        "locked_chain text",
        "set_aside whole",
        "content bytes",
    ),
    "club": (
        "commune text",
        "uuid text",
        "name text",
        "area text",
        "hamlet text",
        "commune_now text",
        "district text",
        "province text",
        "parent_body text",
        "founding_decision text",
        "founded_on text?",
        "started_on text",
        "first_seen_at text",
        "sequence whole",
    ),
    "club_key": (
        "commune text",
        "club text",
        "public_key text",
        "first_seen_at text",
        "until_sequence whole?",
        "reason text",
    ),
    "conflict": (
        "commune text",
        "club text",
        "one text",
        "other text",
        "code text",
        "found_at text",
        "kept text",
        "reason text",
        "decided_at text?",
    ),
    "month_figures": (
        "commune text",
        "club text",
        "month text",
        "sequence whole",
        "area text",
        "area_sequence whole",
        "members whole",
        "women whole",
        "older_60 whole",
        "older_55 whole",
        "poor whole",
        "near_poor whole",
        "borrowers whole",
        "fund_total whole",
        "income_fund whole",
        "operating_fund whole",
        "care_fund whole",
        "cash whole",
        "bank whole",
        "loans_outstanding whole",
        "savings whole",
        "borrowed_capital whole",
        "par30 whole",
        "meetings_due whole",
        "meetings_held whole",
        "attendance_present whole",
        "attendance_rows whole",
        "on_time_paid whole",
        "on_time_due whole",
        "activity_1 whole",
        "activity_2 whole",
        "activity_3 whole",
        "activity_4 whole",
        "activity_5 whole",
        "activity_6 whole",
        "activity_7 whole",
        "activity_8 whole",
        "receipts whole",
        "payments whole",
        "entries whole",
        "chain text",
        "locked whole",
    ),
    "register": (
        "id whole",
        "uuid text",
        "name text",
        "practice whole",
        "signing_key bytes",
        "age_identity text",
        "created_at text",
    ),
    "union_export": (
        "sequence whole",
        "month text",
        "file_name text",
        "clubs whole",
        "exported_at text",
    ),
}

INDEXES = {
    "ix_club_uuid": ("club", "uuid"),
    "ix_month_figures_month": ("month_figures", "month"),
}


def upgrade() -> None:
    """Make every table (STRICT where the database knows that) and index."""
    for name, columns in TABLES.items():
        parts: list[sa.Column[Any] | sa.Constraint] = [_column(words) for words in columns]
        parts.append(sa.PrimaryKeyConstraint(*KEYS[name], name=f"pk_{name}"))
        if name == "register":
            parts.append(sa.CheckConstraint("id = 1", name="ck_register_one_row"))
        op.create_table(name, *parts, sqlite_strict=True)
    for name, (table, column) in INDEXES.items():
        op.create_index(name, table, [column])


def _column(words: str) -> sa.Column[Any]:
    name, kind = words.split()
    kinds: dict[str, sa.types.TypeEngine[Any]] = {
        "text": sa.Text(),
        "whole": sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
        "bytes": sa.LargeBinary(),
    }
    return sa.Column(name, kinds[kind.removesuffix("?")], nullable=kind.endswith("?"))
