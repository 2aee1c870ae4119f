"""Schema 1 of a club's book: raw SQL, frozen at its release; never import today's tables here."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None

TABLES = (
    """
    CREATE TABLE bundle_log (
        sequence INTEGER NOT NULL,
        month TEXT NOT NULL,
        level TEXT NOT NULL,
        file_name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        entries INTEGER NOT NULL,
        meetings INTEGER NOT NULL,
        exported_at TEXT NOT NULL,
        received_by TEXT NOT NULL,
        received_at TEXT,
        CONSTRAINT pk_bundle_log PRIMARY KEY (sequence)
    ) STRICT
    """,
    """
    CREATE TABLE club (
        id INTEGER NOT NULL,
        uuid TEXT NOT NULL,
        name TEXT NOT NULL,
        started_on TEXT NOT NULL,
        hamlet TEXT NOT NULL,
        commune TEXT NOT NULL,
        district TEXT NOT NULL,
        province TEXT NOT NULL,
        founded_on TEXT,
        founding_decision TEXT NOT NULL,
        parent_body TEXT NOT NULL,
        practice INTEGER NOT NULL,
        signing_key BLOB NOT NULL,
        created_at TEXT NOT NULL,
        CONSTRAINT pk_club PRIMARY KEY (id),
        CONSTRAINT ck_club_one_row CHECK (id = 1)
    ) STRICT
    """,
    """
    CREATE TABLE member (
        id INTEGER NOT NULL,
        code TEXT NOT NULL,
        full_name TEXT NOT NULL,
        search_key TEXT NOT NULL,
        sex TEXT NOT NULL,
        birth TEXT NOT NULL,
        joined_on TEXT NOT NULL,
        left_on TEXT,
        hamlet TEXT NOT NULL,
        phone TEXT NOT NULL,
        poverty TEXT NOT NULL,
        role TEXT NOT NULL,
        CONSTRAINT pk_member PRIMARY KEY (id),
        CONSTRAINT uq_member_code UNIQUE (code)
    ) STRICT
    """,
    """
    CREATE TABLE month_lock (
        month TEXT NOT NULL,
        locked_at TEXT NOT NULL,
        locked_by TEXT NOT NULL,
        CONSTRAINT pk_month_lock PRIMARY KEY (month)
    ) STRICT
    """,
    """
    CREATE TABLE rule_change (
        id INTEGER NOT NULL,
        "key" TEXT NOT NULL,
        value TEXT NOT NULL,
        from_on TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        CONSTRAINT pk_rule_change PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE draft_meeting (
        id INTEGER NOT NULL,
        month TEXT NOT NULL,
        "on" TEXT NOT NULL,
        start TEXT NOT NULL,
        "end" TEXT NOT NULL,
        place TEXT NOT NULL,
        chair_id INTEGER,
        secretary_id INTEGER,
        guests TEXT NOT NULL,
        content TEXT NOT NULL,
        decisions TEXT NOT NULL,
        next_plan TEXT NOT NULL,
        activities TEXT NOT NULL,
        typed_by TEXT NOT NULL,
        step INTEGER NOT NULL,
        opened_at TEXT NOT NULL,
        CONSTRAINT pk_draft_meeting PRIMARY KEY (id),
        CONSTRAINT uq_draft_meeting_month UNIQUE (month),
        CONSTRAINT fk_draft_meeting_chair_id FOREIGN KEY(chair_id) REFERENCES member (id),
        CONSTRAINT fk_draft_meeting_secretary_id FOREIGN KEY(secretary_id) REFERENCES member (id)
    ) STRICT
    """,
    """
    CREATE TABLE loan (
        id INTEGER NOT NULL,
        code TEXT NOT NULL,
        member_id INTEGER NOT NULL,
        "on" TEXT NOT NULL,
        principal INTEGER NOT NULL,
        rate_bp INTEGER NOT NULL,
        method TEXT NOT NULL,
        term_months INTEGER NOT NULL,
        grace_months INTEGER NOT NULL,
        rounding INTEGER NOT NULL,
        purpose TEXT NOT NULL,
        guarantor_id INTEGER,
        CONSTRAINT pk_loan PRIMARY KEY (id),
        CONSTRAINT uq_loan_code UNIQUE (code),
        CONSTRAINT ck_loan_positive CHECK (principal > 0),
        CONSTRAINT fk_loan_member_id FOREIGN KEY(member_id) REFERENCES member (id),
        CONSTRAINT fk_loan_guarantor_id FOREIGN KEY(guarantor_id) REFERENCES member (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_loan_member_id ON loan (member_id)
    """,
    """
    CREATE TABLE meeting (
        id INTEGER NOT NULL,
        month TEXT NOT NULL,
        "on" TEXT,
        status TEXT NOT NULL,
        reason TEXT NOT NULL,
        start TEXT NOT NULL,
        "end" TEXT NOT NULL,
        place TEXT NOT NULL,
        chair_id INTEGER,
        secretary_id INTEGER,
        guests TEXT NOT NULL,
        content TEXT NOT NULL,
        decisions TEXT NOT NULL,
        next_plan TEXT NOT NULL,
        activities TEXT NOT NULL,
        typed_by TEXT NOT NULL,
        confirmed_by TEXT NOT NULL,
        cash_in_book INTEGER,
        closed_at TEXT NOT NULL,
        hash TEXT NOT NULL,
        CONSTRAINT pk_meeting PRIMARY KEY (id),
        CONSTRAINT uq_meeting_month UNIQUE (month),
        CONSTRAINT uq_meeting_on UNIQUE ("on"),
        CONSTRAINT fk_meeting_chair_id FOREIGN KEY(chair_id) REFERENCES member (id),
        CONSTRAINT fk_meeting_secretary_id FOREIGN KEY(secretary_id) REFERENCES member (id)
    ) STRICT
    """,
    """
    CREATE TABLE attendance (
        meeting_id INTEGER NOT NULL,
        member_id INTEGER NOT NULL,
        status TEXT NOT NULL,
        CONSTRAINT pk_attendance PRIMARY KEY (meeting_id, member_id),
        CONSTRAINT fk_attendance_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id),
        CONSTRAINT fk_attendance_member_id FOREIGN KEY(member_id) REFERENCES member (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_attendance_member_id ON attendance (member_id)
    """,
    """
    CREATE TABLE draft_attendance (
        draft_id INTEGER NOT NULL,
        member_id INTEGER NOT NULL,
        status TEXT NOT NULL,
        CONSTRAINT pk_draft_attendance PRIMARY KEY (draft_id, member_id),
        CONSTRAINT fk_draft_attendance_draft_id FOREIGN KEY(draft_id) REFERENCES draft_meeting (id),
        CONSTRAINT fk_draft_attendance_member_id FOREIGN KEY(member_id) REFERENCES member (id)
    ) STRICT
    """,
    """
    CREATE TABLE draft_line (
        id INTEGER NOT NULL,
        draft_id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        amount INTEGER NOT NULL,
        fund TEXT NOT NULL,
        member_id INTEGER,
        loan_id INTEGER,
        memo TEXT NOT NULL,
        CONSTRAINT pk_draft_line PRIMARY KEY (id),
        CONSTRAINT ck_draft_line_positive CHECK (amount > 0),
        CONSTRAINT fk_draft_line_draft_id FOREIGN KEY(draft_id) REFERENCES draft_meeting (id),
        CONSTRAINT fk_draft_line_member_id FOREIGN KEY(member_id) REFERENCES member (id),
        CONSTRAINT fk_draft_line_loan_id FOREIGN KEY(loan_id) REFERENCES loan (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_draft_line_cell ON draft_line (draft_id, member_id, kind)
    """,
    """
    CREATE TABLE draft_loan (
        id INTEGER NOT NULL,
        draft_id INTEGER NOT NULL,
        member_id INTEGER NOT NULL,
        principal INTEGER NOT NULL,
        rate_bp INTEGER NOT NULL,
        method TEXT NOT NULL,
        term_months INTEGER NOT NULL,
        grace_months INTEGER NOT NULL,
        purpose TEXT NOT NULL,
        guarantor_id INTEGER,
        CONSTRAINT pk_draft_loan PRIMARY KEY (id),
        CONSTRAINT fk_draft_loan_draft_id FOREIGN KEY(draft_id) REFERENCES draft_meeting (id),
        CONSTRAINT fk_draft_loan_member_id FOREIGN KEY(member_id) REFERENCES member (id),
        CONSTRAINT fk_draft_loan_guarantor_id FOREIGN KEY(guarantor_id) REFERENCES member (id)
    ) STRICT
    """,
    """
    CREATE TABLE draft_note (
        draft_id INTEGER NOT NULL,
        face INTEGER NOT NULL,
        count INTEGER NOT NULL,
        CONSTRAINT pk_draft_note PRIMARY KEY (draft_id, face),
        CONSTRAINT fk_draft_note_draft_id FOREIGN KEY(draft_id) REFERENCES draft_meeting (id)
    ) STRICT
    """,
    """
    CREATE TABLE entry (
        id INTEGER NOT NULL,
        "on" TEXT NOT NULL,
        kind TEXT NOT NULL,
        amount INTEGER NOT NULL,
        fund TEXT NOT NULL,
        member_id INTEGER,
        loan_id INTEGER,
        meeting_id INTEGER,
        memo TEXT NOT NULL,
        voucher_series TEXT NOT NULL,
        voucher_year INTEGER,
        voucher_no INTEGER,
        reverses_id INTEGER,
        reason TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        recorded_by TEXT NOT NULL,
        hash TEXT NOT NULL,
        CONSTRAINT pk_entry PRIMARY KEY (id),
        CONSTRAINT uq_entry_reverses_id UNIQUE (reverses_id),
        CONSTRAINT ck_entry_sign CHECK (amount > 0 OR (amount < 0 AND reverses_id IS NOT NULL)),
        CONSTRAINT fk_entry_member_id FOREIGN KEY(member_id) REFERENCES member (id),
        CONSTRAINT fk_entry_loan_id FOREIGN KEY(loan_id) REFERENCES loan (id),
        CONSTRAINT fk_entry_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id),
        CONSTRAINT fk_entry_reverses_id FOREIGN KEY(reverses_id) REFERENCES entry (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_entry_loan_id ON entry (loan_id)
    """,
    """
    CREATE INDEX ix_entry_meeting_id ON entry (meeting_id)
    """,
    """
    CREATE INDEX ix_entry_member_id ON entry (member_id)
    """,
    """
    CREATE INDEX ix_entry_on ON entry ("on", id)
    """,
    """
    CREATE TABLE note_count (
        meeting_id INTEGER NOT NULL,
        face INTEGER NOT NULL,
        count INTEGER NOT NULL,
        CONSTRAINT pk_note_count PRIMARY KEY (meeting_id, face),
        CONSTRAINT fk_note_count_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id)
    ) STRICT
    """,
    """
    CREATE TABLE posting (
        entry_id INTEGER NOT NULL,
        account TEXT NOT NULL,
        "on" TEXT NOT NULL,
        amount INTEGER NOT NULL,
        CONSTRAINT pk_posting PRIMARY KEY (entry_id, account),
        CONSTRAINT fk_posting_entry_id FOREIGN KEY(entry_id) REFERENCES entry (id)
    ) STRICT
    """,
    """
    CREATE TABLE chain_length (
        id INTEGER NOT NULL,
        entries INTEGER NOT NULL,
        meetings INTEGER NOT NULL,
        extensions INTEGER NOT NULL,
        CONSTRAINT pk_chain_length PRIMARY KEY (id),
        CONSTRAINT ck_chain_length_one_row CHECK (id = 1)
    ) STRICT
    """,
    """
    INSERT INTO chain_length (id, entries, meetings, extensions) VALUES (1, 0, 0, 0)
    """,
    """
    CREATE INDEX ix_posting_account_on_amount ON posting (account, "on", amount)
    """,
    """
    CREATE TABLE loan_request (
        id INTEGER NOT NULL,
        member_id INTEGER NOT NULL,
        asked_on TEXT NOT NULL,
        principal INTEGER NOT NULL,
        term_months INTEGER NOT NULL,
        purpose TEXT NOT NULL,
        guarantor_id INTEGER,
        place INTEGER NOT NULL,
        status TEXT NOT NULL,
        decided_month TEXT NOT NULL,
        reason TEXT NOT NULL,
        CONSTRAINT pk_loan_request PRIMARY KEY (id),
        CONSTRAINT ck_loan_request_positive CHECK (principal > 0),
        CONSTRAINT fk_loan_request_member_id FOREIGN KEY(member_id) REFERENCES member (id),
        CONSTRAINT fk_loan_request_guarantor_id FOREIGN KEY(guarantor_id) REFERENCES member (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_loan_request_member_id ON loan_request (member_id)
    """,
    """
    CREATE TABLE loan_extension (
        id INTEGER NOT NULL,
        loan_id INTEGER NOT NULL,
        "on" TEXT NOT NULL,
        method TEXT NOT NULL,
        term_months INTEGER NOT NULL,
        grace_months INTEGER NOT NULL,
        minutes TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        recorded_by TEXT NOT NULL,
        hash TEXT NOT NULL,
        CONSTRAINT pk_loan_extension PRIMARY KEY (id),
        CONSTRAINT fk_loan_extension_loan_id FOREIGN KEY(loan_id) REFERENCES loan (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_loan_extension_loan_id ON loan_extension (loan_id)
    """,
    """
    CREATE TABLE board_term (
        id INTEGER NOT NULL,
        member_id INTEGER NOT NULL,
        role TEXT NOT NULL,
        from_on TEXT NOT NULL,
        until_on TEXT,
        decision TEXT NOT NULL,
        CONSTRAINT pk_board_term PRIMARY KEY (id),
        CONSTRAINT fk_board_term_member_id FOREIGN KEY(member_id) REFERENCES member (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_board_term_member_id ON board_term (member_id)
    """,
)

APPEND_ONLY = (
    *("entry", "posting", "meeting", "attendance", "note_count", "month_lock"),
    "loan_extension",
)


def _append_only(table: str) -> tuple[str, ...]:
    """Triggers that refuse UPDATE and DELETE, and INSERT OR REPLACE over a row that is there."""
    refuse = f"SELECT RAISE(ABORT, '{table} is append-only')"
    return (
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} BEGIN {refuse}; END",
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} BEGIN {refuse}; END",
    )


COUNTS = (
    "CREATE TRIGGER entry_count AFTER INSERT ON entry "
    "BEGIN UPDATE chain_length SET entries = entries + 1; END",
    "CREATE TRIGGER meeting_count AFTER INSERT ON meeting "
    "BEGIN UPDATE chain_length SET meetings = meetings + 1; END",
    "CREATE TRIGGER loan_extension_count AFTER INSERT ON loan_extension "
    "BEGIN UPDATE chain_length SET extensions = extensions + 1; END",
)


def upgrade() -> None:
    for statement in (*TABLES, *COUNTS):
        op.execute(statement)
    for table in APPEND_ONLY:
        for statement in _append_only(table):
            op.execute(statement)
