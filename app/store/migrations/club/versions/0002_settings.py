"""Schema 2 of a club's book: settings, and whether paper and program agree. Frozen raw SQL."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"

TABLES = (
    """
    CREATE TABLE paper_agreement (
        month TEXT NOT NULL,
        agrees INTEGER NOT NULL,
        note TEXT NOT NULL,
        answered_at TEXT NOT NULL,
        answered_by TEXT NOT NULL,
        CONSTRAINT pk_paper_agreement PRIMARY KEY (month),
        CONSTRAINT ck_paper_agreement_yes_or_no CHECK (agrees IN (0, 1))
    ) STRICT
    """,
    """
    CREATE TABLE setting (
        "key" TEXT NOT NULL,
        value TEXT NOT NULL,
        CONSTRAINT pk_setting PRIMARY KEY ("key")
    ) STRICT
    """,
)


def upgrade() -> None:
    for statement in TABLES:
        op.execute(statement)
