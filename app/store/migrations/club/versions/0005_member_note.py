"""Schema 5 of a club's book: a note beside a member at a meeting. Frozen raw SQL."""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    for table in ("attendance", "draft_attendance"):
        op.execute(f"ALTER TABLE {table} ADD COLUMN note TEXT NOT NULL DEFAULT ''")
