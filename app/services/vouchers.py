"""Numbers of phiếu thu and phiếu chi: a year apart, without gaps (CONTRACT 5.14).

One receipt voucher a meeting for the members' sheet, one for each other receipt of cash, one
payment voucher a payment. A reversal has none: the voucher it takes back keeps its number.
"""

from __future__ import annotations

from datetime import date
from typing import Protocol

from sqlalchemy import func, select

from app.domain.fund import KINDS
from app.store.club_tables import EntryRow
from app.store.database import UnitOfWork

RECEIPT, PAYMENT = "T", "C"


class _Entry(Protocol):
    @property
    def on(self) -> date: ...
    @property
    def kind(self) -> str: ...
    @property
    def member(self) -> str | None: ...
    @property
    def meeting_id(self) -> int | None: ...
    @property
    def reverses(self) -> int | None: ...


class VoucherNumbers:
    """Hands out the next number of each series and year."""

    def __init__(self, last: dict[tuple[str, int], int] | None = None) -> None:
        self._last = dict(last or {})
        self._sheets: dict[int, int] = {}

    @classmethod
    def load(cls, uow: UnitOfWork) -> VoucherNumbers:
        """Go on after the last numbers of the book."""
        rows = uow.session.execute(
            select(EntryRow.voucher_series, EntryRow.voucher_year, func.max(EntryRow.voucher_no))
            .where(EntryRow.voucher_no.is_not(None))
            .group_by(EntryRow.voucher_series, EntryRow.voucher_year)
        )
        return cls({(series, year or 0): last or 0 for series, year, last in rows})

    def next(self, entry: _Entry) -> tuple[str, int | None, int | None]:
        """Series, year and number of the entry's voucher; ``("", None, None)`` for none."""
        cash = KINDS[entry.kind].cash
        if cash == 0 or entry.reverses is not None:
            return "", None, None
        series, year = (RECEIPT if cash > 0 else PAYMENT), entry.on.year
        sheet = entry.meeting_id if cash > 0 and entry.member is not None else None
        if sheet is not None and sheet in self._sheets:
            return series, year, self._sheets[sheet]
        number = self._last.get((series, year), 0) + 1
        self._last[series, year] = number
        if sheet is not None:
            self._sheets[sheet] = number
        return series, year, number


def voucher_label(series: str, year: int | None, number: int | None) -> str:
    """How a voucher is named on screen and paper: ``T 07/2026``."""
    return f"{series} {number:02d}/{year}" if number is not None else ""
