"""Schema 3 of a register: what the officer keeps of each club, of areas and of a key that changed.

Frozen at its release. Never import today's tables here. A column reads as in step 1.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

ADDED = {
    "club_key": ("until_on text?", "endorsed_by text?"),
    "course": ("last_on text?",),
}

KEYS = {
    "area_change": ("old", "from_on", "new"),
    "club_particular": ("commune", "club", "field", "from_on"),
}

TABLES = {
    "area_change": ("old text", "from_on text", "new text", "decision text", "set_at text"),
    "club_particular": (
        "commune text",
        "club text",
        "field text",
        "from_on text",
        "value text",
        "note text",
        "set_at text",
    ),
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


def _column(words: str) -> sa.Column[Any]:
    name, kind = words.split()
    return sa.Column(name, sa.Text(), nullable=kind.endswith("?"))
