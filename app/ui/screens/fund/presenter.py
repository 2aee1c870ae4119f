"""The fund book: entries of a year, money outside a meeting, mistakes taken back. Free of Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.base import clock
from app.base.errors import InvalidError, Problem
from app.base.text import translate
from app.domain.fund import KINDS, TRANSFER_KINDS, Fund
from app.domain.fund_book import Balances, EntryLine
from app.domain.labels import fund_label, kind_label
from app.domain.members import Member
from app.domain.money import format_dong
from app.domain.periods import Month
from app.services import cash_counts, club, fund, members, months
from app.services.printing import PaperRequest
from app.ui.ports import Services

BY_HAND = (
    "expense",
    "donation",
    "grant",
    "other_income",
    "bank_deposit",
    "bank_withdrawal",
    "bank_interest",
    "bank_fee",
    "saving_deposit",
    "saving_withdrawal",
    "saving_interest",
    "borrowed_in",
    "borrowed_out",
)
"""What may be recorded on a day without a meeting."""


@dataclass(frozen=True, slots=True)
class EntryForm:
    """What the dialog of a new entry holds."""

    on: date | None
    kind: str
    amount: int | None
    fund: str
    member: str
    memo: str


class FundPresenter:
    """Asks and posts; a mistake is never deleted."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def years(self) -> list[int]:
        """The years of the book, the newest first."""
        first = self._services.ask(club.details).started_on.year
        return list(range(clock.today().year, first - 1, -1))

    def entries(self, year: int, *, reversed_too: bool) -> tuple[EntryLine, ...]:
        """A year's entries, the newest first; what was taken back only when asked for."""
        first, last = Month(year, 1).first_day, Month(year, 12).last_day
        found = self._services.ask(fund.entries, first=first, last=last)
        kept = (
            line
            for line in found
            if reversed_too or (line.reverses is None and line.reversed_by is None)
        )
        return tuple(reversed(tuple(kept)))

    def balances(self) -> Balances:
        return self._services.ask(fund.balances, on=clock.today())

    def people(self) -> tuple[Member, ...]:
        return self._services.ask(members.members)

    def locked_until(self) -> Month | None:
        return self._services.ask(months.locked_until)

    def record(self, form: EntryForm) -> None:
        """Record one entry; raises InvalidError for what is missing, AppError for a broken rule."""
        kind, problems = KINDS[form.kind], []
        if form.on is None:
            problems.append(Problem("day.missing", field="on"))
        if not form.amount:
            problems.append(Problem("amount.not_positive", {"amount": 0}, "amount"))
        if kind.member and not form.member:
            problems.append(Problem("choice.missing", field="member"))
        if problems:
            raise InvalidError(problems)
        self._services.do(
            fund.record,
            on=form.on,
            kind=form.kind,
            amount=form.amount,
            fund=form.fund if kind.fund else "",
            member=form.member or None,
            memo=form.memo,
        )

    def transfer(
        self, on: date | None, amount: int | None, out_of: str, into: str, memo: str
    ) -> None:
        """Move money from one fund to another; the box stays as it is. Raises AppError."""
        problems = [] if on else [Problem("day.missing", field="on")]
        if not amount:
            problems.append(Problem("amount.not_positive", {"amount": 0}, "amount"))
        if problems:
            raise InvalidError(problems)
        self._services.do(fund.transfer, on=on, amount=amount, out_of=out_of, into=into, memo=memo)

    def compared(self, notes: Mapping[int, int]) -> tuple[int, int, int]:
        """What is counted, what the book says today, and the difference, in đồng."""
        apart = self._services.ask(cash_counts.difference, on=clock.today(), notes=notes)
        counted = sum(face * number for face, number in notes.items())
        return counted, counted - apart, apart

    def count(self, notes: Mapping[int, int], why: str) -> None:
        """Record what was counted today; raises InvalidError without a count or a reason."""
        if not notes:
            raise InvalidError([Problem("count.nothing")])
        by = self._services.ask(members.signers, on=clock.today())["treasurer"]
        self._services.do(cash_counts.record, on=clock.today(), notes=notes, why=why, by=by)

    def voucher(self, line: EntryLine) -> PaperRequest:
        """The slip of an entry, to be signed."""
        return PaperRequest("vouchers", voucher=line.voucher, first=line.on, last=line.on)

    def correct(self, line: EntryLine, amount: int | None, reason: str) -> None:
        """Take an entry back today; with ``amount`` put it right at once. Raises AppError."""
        if amount is None:
            self.take_back(line, reason)
            return
        self._services.do(_put_right, line=line, on=clock.today(), amount=amount, reason=reason)

    def take_back(self, line: EntryLine, reason: str) -> None:
        """Take an entry back today, visibly, with a reason; raises AppError."""
        self._services.do(fund.reverse, entry=line.id, on=clock.today(), reason=reason)


def can_be_put_right(line: EntryLine) -> bool:
    """Whether another amount may stand in an entry's place; a transfer is two entries."""
    return line.kind not in TRANSFER_KINDS


def _put_right(uow: Any, *, line: EntryLine, on: date, amount: int, reason: str) -> None:
    """Both or neither: the wrong entry back, the same with the right amount."""
    fund.reverse(uow, entry=line.id, on=on, reason=reason)
    fund.record(
        uow,
        on=on,
        kind=line.kind,
        amount=amount,
        fund=line.fund,
        member=line.member,
        loan=line.loan,
        memo=line.memo,
    )


def state_words(line: EntryLine) -> str:
    """Whether an entry was taken back, or takes one back."""
    if line.reversed_by is not None:
        return translate("window", "taken back")
    if line.reverses is not None:
        words = translate("window", "takes back no. {number}: {reason}")
        return words.format(number=line.reverses, reason=line.reason)
    return ""


def about_words(line: EntryLine) -> str:
    """Whose the entry is and what it was for; the fund where it is not the usual one."""
    fund_named = fund_label(line.fund) if line.fund not in ("", Fund.OPERATING.value) else ""
    parts = (line.name, line.loan or "", line.memo, fund_named)
    return " · ".join(part for part in parts if part)


def list_words(line: EntryLine) -> str:
    """What the list says of an entry; its amount too where neither "in" nor "out" shows it, as of
    interest from the bank or money between two funds."""
    told = about_words(line)
    if KINDS[line.kind].cash:
        return told
    outside = translate("window", "{amount}, not in cash").format(amount=format_dong(line.amount))
    return f"{told} · {outside}" if told else outside


def entry_words(line: EntryLine) -> str:
    """An entry in one line, for a question about it."""
    return f"{kind_label(line.kind)} · {about_words(line)} · {format_dong(line.amount)}"


def cash_in(line: EntryLine) -> int:
    """What the entry brought into the box; 0 where it took out or left the box alone."""
    return max(0, KINDS[line.kind].cash * line.amount)


def cash_out(line: EntryLine) -> int:
    """What the entry took out of the box."""
    return max(0, -KINDS[line.kind].cash * line.amount)
