"""Schema 4 of a register: month_figures without its index by month.

Frozen at its release. A report goes club by club along the key instead.
"""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Drop the index, which doubled what taking a bundle in has to write."""
    op.drop_index("ix_month_figures_month", table_name="month_figures")
