"""Schema 2 of a register: what format 1.1 tells of a month, and what the officer writes herself.

Frozen at its release. Never import today's tables here. A column reads as in step 1.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

ADDED = {
    "month_figures": (
        "fees whole?",
        "interest whole?",
        "donations whole?",
        "grants whole?",
        "other_income whole?",
        "borrowed_in whole?",
        "typed_first text?",
        "typed_last text?",
        "typed_late whole?",
    ),
    "club_key": ("from_sequence whole?", "confirmed_at text?"),
}

KEYS = {
    "course": ("id",),
    "course_club": ("commune", "club", "course"),
    "finding": ("commune", "club", "id"),
    "setting": ("key", "from_on"),
    "visit": ("commune", "club", "id"),
    "visit_point": ("commune", "club", "visit", "number"),
}

TABLES = {
    "setting": ("key text", "from_on text", "value text", "set_at text"),
    "course": (
        "id text",
        "kind text",
        "title text",
        "on text",
        "place text",
        "content text",
    ),
    "course_club": ("commune text", "club text", "course text", "came whole", "who text"),
    "visit": (
        "commune text",
        "club text",
        "id text",
        "on text",
        "seed text",
        "month text",
        "drawn_at text",
        "visitors text",
        "met text",
        "begin text",
        "end text",
        "book_cash whole?",
        "counted_cash whole?",
        "conclusion text",
        "closed_at text?",
    ),
    "visit_point": (
        "commune text",
        "club text",
        "visit text",
        "number whole",
        "kind text",
        "subject text",
        "answer text",
        "note text",
    ),
    "finding": (
        "commune text",
        "club text",
        "id text",
        "visit text",
        "found_on text",
        "text text",
        "who text",
        "due text",
        "done_on text?",
        "outcome text",
    ),
}

INDEXES = {
    "ix_course_club_course": ("course_club", "course"),
    "ix_finding_due": ("finding", "due"),
    "ix_visit_on": ("visit", "on"),
}


def upgrade() -> None:
    """Widen two tables and make the new ones (STRICT where the database knows that)."""
    for name, columns in ADDED.items():
        for words in columns:
            op.add_column(name, _column(words))
    for name, columns in TABLES.items():
        parts: list[sa.Column[Any] | sa.Constraint] = [_column(words) for words in columns]
        parts.append(sa.PrimaryKeyConstraint(*KEYS[name], name=f"pk_{name}"))
        op.create_table(name, *parts, sqlite_strict=True)
    for name, (table, column) in INDEXES.items():
        op.create_index(name, table, [column])


def _column(words: str) -> sa.Column[Any]:
    name, kind = words.split()
    kinds: dict[str, sa.types.TypeEngine[Any]] = {
        "text": sa.Text(),
        "whole": sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
    }
    return sa.Column(name, kinds[kind.removesuffix("?")], nullable=kind.endswith("?"))
