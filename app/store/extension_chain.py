"""The hash chain over extensions of loans, as ``chain`` keeps those of entries and meetings."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.engine import Connection

from app.store import chain
from app.store.club_tables import ChainLengthRow, LoanRow
from app.store.lending_tables import LoanExtensionRow


class _Extension(Protocol):
    @property
    def on(self) -> date: ...
    @property
    def method(self) -> str: ...
    @property
    def term_months(self) -> int: ...
    @property
    def grace_months(self) -> int: ...
    @property
    def minutes(self) -> str: ...


def form(loan: str, extension: _Extension) -> chain.Canonical:
    """What an extension's link covers, the loan named by its code."""
    return [
        loan,
        str(extension.on),
        str(extension.method),
        extension.term_months,
        extension.grace_months,
        extension.minutes,
    ]


def head(connection: Connection) -> str:
    """The hash of the newest extension, or where the chain starts."""
    query = select(LoanExtensionRow.hash).order_by(LoanExtensionRow.id.desc()).limit(1)
    return connection.execute(query).scalar() or chain.START


def first_wrong(connection: Connection) -> int | None:
    """The number of the first extension that is missing or was changed by hand, or None."""
    before, number = chain.START, 0
    rows = connection.execute(
        select(LoanExtensionRow.__table__, LoanRow.code)
        .outerjoin(LoanRow, LoanRow.id == LoanExtensionRow.loan_id)
        .order_by(LoanExtensionRow.id)
    )
    for number, row in enumerate(rows, 1):
        before = chain.link(before, form(row.code, row))
        if row.id != number or row.hash != before:
            return number
    written = connection.execute(select(ChainLengthRow.extensions)).scalar() or 0
    return number + 1 if number < written else None
