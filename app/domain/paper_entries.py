"""What the entries of a paper book must obey, in order of day (CONTRACT 3, Always true).

Pure. Balances are followed by ``running``; here stands what else a row must agree with.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from app.domain.fund import AFTER_LEAVING, KINDS, TRANSFER_KINDS, Kind
from app.domain.meetings import MeetingStatus
from app.domain.paper_book import PaperEntry, PaperLoan
from app.domain.paper_findings import Findings
from app.domain.paper_money import follow
from app.domain.running import GIVING, RunningBalances


def check_loans_given(found: Findings) -> set[str]:
    """Each loan has its one disbursement or take-over; returns the loans taken over."""
    givings: defaultdict[str, list[int]] = defaultdict(list)
    entries = found.book.entries
    taken_back = _taken_back(entries)
    for index, entry in enumerate(entries):
        if entry.kind in GIVING and entry.reverses is None:
            givings[entry.loan].append(index)
    for index, loan in enumerate(found.book.loans):
        standing = [place for place in givings[loan.code] if place not in taken_back]
        for place in standing[1:]:
            first = found.book.places.row("entries", standing[0])
            found.refuse(
                "entries", place, "loan", "sheet.loan_given_twice", loan=loan.code, first=first
            )
        for place in standing[:1]:
            _check_giving(found, place, entries[place], loan)
        unread = found.unread.get("given", ())
        if not givings[loan.code] and loan.code not in unread:
            found.refuse("loans", index, "code", "sheet.loan_never_given", loan=loan.code)
    return {e.loan for e in entries if e.kind == "opening_loan"} | set(
        found.unread.get("taken_over", ())
    )


def _taken_back(entries: tuple[PaperEntry, ...]) -> set[int]:
    """Places of entries that don't stand any more; a reversal may be taken back itself."""
    taken_back: set[int] = set()
    for place in range(len(entries) - 1, -1, -1):
        back = entries[place].reverses
        if back is not None and place not in taken_back:
            taken_back.add(back)
    return taken_back


def _check_giving(found: Findings, place: int, entry: PaperEntry, loan: PaperLoan) -> None:
    terms = loan.terms
    params = {"loan": loan.code, "principal": terms.principal, "amount": entry.amount}
    if entry.kind == "opening_loan":
        if entry.amount > terms.principal:
            found.refuse("entries", place, "amount", "sheet.taken_over_too_much", **params)
        if entry.on < terms.on:
            found.refuse(
                "entries", place, "on", "sheet.taken_over_early", loan=loan.code, on=terms.on
            )
        return
    if entry.amount != terms.principal:
        found.refuse("entries", place, "amount", "sheet.given_another_amount", **params)
    if entry.on != terms.on:
        days = {"loan": loan.code, "on": entry.on, "agreed": terms.on}
        found.refuse("entries", place, "on", "sheet.given_another_day", **days)


def check_entries(found: Findings) -> RunningBalances:
    """Check every entry, then follow the money of those that hold."""
    meetings = {m.on for m in found.book.meetings if m.status == MeetingStatus.HELD and m.on}
    taken_back: set[int] = set()
    for index, entry in enumerate(found.book.entries):
        _check_entry(found, index, entry, KINDS[entry.kind], meetings)
        if entry.reverses is not None:
            _check_reversal(found, index, entry, entry.reverses, taken_back)
            taken_back.add(entry.reverses)
    _check_transfers(found)
    return follow(found)


def _check_entry(
    found: Findings, index: int, entry: PaperEntry, kind: Kind, meetings: set[date]
) -> None:
    started_on = found.book.details.started_on
    if entry.on < started_on:
        params = {"on": entry.on, "started_on": started_on}
        found.refuse("entries", index, "on", "sheet.before_start", **params)
    if kind.fund and not entry.fund:
        found.refuse("entries", index, "fund", "sheet.fund_missing", kind=entry.kind)
    if entry.meeting and entry.meeting not in meetings:
        if entry.meeting.isoformat() not in found.unread.get("meetings", ()):
            params = {"meeting": entry.meeting}
            found.refuse("entries", index, "meeting", "sheet.meeting_unknown", **params)
    elif entry.meeting and entry.meeting != entry.on and entry.reverses is None:
        params = {"on": entry.on, "meeting": entry.meeting}
        found.warn("entries", index, "meeting", "sheet.other_day_than_meeting", **params)
    if kind.loan:
        _check_loan(found, index, entry)
    elif kind.member and not entry.member:
        found.refuse("entries", index, "member", "sheet.member_missing", kind=entry.kind)
    if entry.member:
        _check_member(found, index, entry)


def _check_loan(found: Findings, index: int, entry: PaperEntry) -> None:
    if not entry.loan:
        found.refuse("entries", index, "loan", "sheet.loan_missing", kind=entry.kind)
    elif not found.knows_loan(entry.loan):
        found.refuse("entries", index, "loan", "sheet.loan_unknown", loan=entry.loan)
    elif entry.loan in found.loans and entry.member != found.loans[entry.loan].member:
        params = {"member": entry.member, "borrower": found.loans[entry.loan].member}
        found.refuse(
            "entries", index, "member", "sheet.not_the_borrower", loan=entry.loan, **params
        )


def _check_member(found: Findings, index: int, entry: PaperEntry) -> None:
    if not found.check_member("entries", index, "member", entry.member):
        return
    member = found.members[entry.member]
    params = {"member": member.code, "name": member.full_name, "on": entry.on}
    if entry.on < member.joined_on:
        day = {"joined_on": member.joined_on}
        found.refuse("entries", index, "on", "sheet.before_joined", **params, **day)
    elif (
        member.left_on
        and entry.on > member.left_on
        and entry.kind not in AFTER_LEAVING
        and entry.reverses is None
    ):
        more = {"left_on": member.left_on, "kind": entry.kind}
        found.refuse("entries", index, "on", "sheet.after_left", **params, **more)


def _check_reversal(
    found: Findings, index: int, entry: PaperEntry, place: int, taken_back: set[int]
) -> None:
    """What a row takes back stands before it, is like it and is taken back once."""
    entries = found.book.entries
    row = found.book.places.row("entries", place)
    old = entries[place]
    same = (entry.kind, entry.amount, entry.fund, entry.member, entry.loan) == (
        (old.kind, old.amount, old.fund, old.member, old.loan)
    )
    if old.on > entry.on or not same:
        found.refuse("entries", index, "reverses", "sheet.reverses_another", row=row)
    elif place in taken_back:
        found.refuse("entries", index, "reverses", "sheet.reversed_twice", row=row)


def _check_transfers(found: Findings) -> None:
    """Halves of transfers stand in pairs, one under the other."""
    entries = found.book.entries
    index = 0
    while index < len(entries):
        one = entries[index]
        if one.kind not in TRANSFER_KINDS:
            index += 1
            continue
        other = entries[index + 1] if index + 1 < len(entries) else None
        if other is not None and _is_pair(one, other):
            index += 2
            continue
        found.refuse("entries", index, "kind", "sheet.transfer_alone", kind=one.kind)
        index += 1


def _is_pair(one: PaperEntry, other: PaperEntry) -> bool:
    return (
        {one.kind, other.kind} == set(TRANSFER_KINDS)
        and (one.on, one.amount) == (other.on, other.amount)
        and one.fund != other.fund
        and (one.reverses is None) == (other.reverses is None)
    )
