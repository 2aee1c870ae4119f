"""Numbers of phiếu thu and phiếu chi: a year apart, without gaps (CONTRACT 5.14).

One receipt voucher a meeting for the members' sheet, one for each other receipt of cash, one
payment voucher a payment. A reversal has none: the voucher it takes back keeps its number.
"""

from __future__ import annotations

from datetime import date
from typing import Protocol

from sqlalchemy import bindparam, func, select

from app.domain.fund import KINDS
from app.store.club_tables import EntryRow
from app.store.database import UnitOfWork

RECEIPT, PAYMENT = "T", "C"


_ENTRY = EntryRow.__table__.c
_LAST_OF_YEAR = (
    select(_ENTRY.voucher_series, func.max(_ENTRY.voucher_no))
    .where(_ENTRY.on.between(bindparam("first"), bindparam("last")), _ENTRY.voucher_no.is_not(None))
    .group_by(_ENTRY.voucher_series)
)
"""A voucher counts in the year of its entry's day."""


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
    def load(cls, uow: UnitOfWork, years: set[int]) -> VoucherNumbers:
        """Go on after the last numbers of some years of the book."""
        last: dict[tuple[str, int], int] = {}
        for year in years:
            rows = uow.rows(_LAST_OF_YEAR, first=date(year, 1, 1), last=date(year, 12, 31))
            last |= {(series, year): number for series, number in rows}
        return cls(last)

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
