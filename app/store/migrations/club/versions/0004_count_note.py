"""Schema 4 of a club's book: why the counted cash is not the book's. Frozen raw SQL."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.execute("ALTER TABLE draft_meeting ADD COLUMN count_note TEXT NOT NULL DEFAULT ''")
