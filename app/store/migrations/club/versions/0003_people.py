"""Schema 3 of a club's book: a member's family, consent, requests about data; agreement answers
one below the other. Frozen raw SQL."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"

STEPS = (
    """
    CREATE TABLE relative (
        id INTEGER NOT NULL,
        member_id INTEGER NOT NULL,
        full_name TEXT NOT NULL,
        relation TEXT NOT NULL,
        phone TEXT NOT NULL,
        acts INTEGER NOT NULL,
        CONSTRAINT pk_relative PRIMARY KEY (id),
        CONSTRAINT ck_relative_yes_or_no CHECK (acts IN (0, 1)),
        CONSTRAINT fk_relative_member_id FOREIGN KEY(member_id) REFERENCES member (id)
    ) STRICT
    """,
    "CREATE INDEX ix_relative_member_id ON relative (member_id)",
    """
    CREATE TABLE consent (
        id INTEGER NOT NULL,
        member_id INTEGER NOT NULL,
        "on" TEXT NOT NULL,
        purposes TEXT NOT NULL,
        sheet TEXT NOT NULL,
        kept_at TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        recorded_by TEXT NOT NULL,
        CONSTRAINT pk_consent PRIMARY KEY (id),
        CONSTRAINT fk_consent_member_id FOREIGN KEY(member_id) REFERENCES member (id)
    ) STRICT
    """,
    "CREATE INDEX ix_consent_member_id ON consent (member_id)",
    """
    CREATE TABLE data_request (
        id INTEGER NOT NULL,
        member_id INTEGER NOT NULL,
        asked_on TEXT NOT NULL,
        kind TEXT NOT NULL,
        words TEXT NOT NULL,
        answered_on TEXT,
        extended INTEGER NOT NULL,
        done_on TEXT,
        outcome TEXT NOT NULL,
        CONSTRAINT pk_data_request PRIMARY KEY (id),
        CONSTRAINT ck_data_request_yes_or_no CHECK (extended IN (0, 1)),
        CONSTRAINT fk_data_request_member_id FOREIGN KEY(member_id) REFERENCES member (id)
    ) STRICT
    """,
    "CREATE INDEX ix_data_request_member_id ON data_request (member_id)",
    """
    CREATE TABLE agreement_answer (
        id INTEGER NOT NULL,
        month TEXT NOT NULL,
        agrees INTEGER NOT NULL,
        note TEXT NOT NULL,
        answered_at TEXT NOT NULL,
        answered_by TEXT NOT NULL,
        CONSTRAINT pk_agreement_answer PRIMARY KEY (id),
        CONSTRAINT ck_agreement_answer_yes_or_no CHECK (agrees IN (0, 1))
    ) STRICT
    """,
    "CREATE INDEX ix_agreement_answer_month ON agreement_answer (month)",
    """
    INSERT INTO agreement_answer (month, agrees, note, answered_at, answered_by)
        SELECT month, agrees, note, answered_at, answered_by FROM paper_agreement ORDER BY month
    """,
    "DROP TABLE paper_agreement",
)


def upgrade() -> None:
    for statement in STEPS:
        op.execute(statement)
