"""Sheets of a paper book → its rows as shapes; what can't be read becomes a problem.

Reads each sheet for itself. Whether the sheets agree is checked by ``app.domain.paper_rules``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container
from dataclasses import dataclass, field, replace
from datetime import date

from app.base.errors import Problem
from app.base.text import search_key
from app.domain.extensions import Extension
from app.domain.fund import KINDS
from app.domain.loans import BadTermsError, LoanTerms, Method
from app.domain.meetings import MeetingStatus
from app.domain.members import Member
from app.domain.paper_book import (
    SHEETS,
    PaperAttendance,
    PaperBook,
    PaperEntry,
    PaperExtension,
    PaperLoan,
    PaperMeeting,
    Places,
)
from app.domain.paper_findings import Findings
from app.domain.periods import Month
from app.domain.rules import RuleChange, rules_on
from app.services import paper_words as words
from app.services.paper_cells import NO_DAY, Cells
from app.services.paper_club import read_club
from app.services.paper_sheets import Sheet, Sheets


@dataclass
class _Reading:
    """What the rows read so far amount to; ``numbers`` are their row numbers by sheet."""

    sheets: Sheets
    problems: list[Problem]
    warnings: list[Problem]
    numbers: dict[str, list[int]] = field(default_factory=dict)
    unread: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    unread_kinds: set[str] = field(default_factory=set)

    def cells(self, name: str) -> Cells:
        self.numbers[name] = []
        return Cells(self.sheets.by_name.get(name) or Sheet(name, name), self.problems)


def read_rows(sheets: Sheets) -> Findings:
    """The book as far as it can be read, with every cell that could not."""
    reading = _Reading(sheets, sheets.problems, sheets.warnings)
    details, changes = read_club(reading.cells("club"))
    members = _members(reading)
    loans = _loans(reading, changes, details.started_on)
    meetings, attendance = _meetings(reading), _attendance(reading)
    entries = _entries(reading, {loan.code: loan.member for loan in loans})
    extensions = _extensions(reading, {loan.code: loan for loan in loans})
    files = {name: sheet.file for name, sheet in sheets.by_name.items()}
    headers = {name: sheet.headers for name, sheet in sheets.by_name.items()}
    numbers = {name: tuple(reading.numbers[name]) for name in SHEETS}
    book = PaperBook(
        details=details,
        rules=changes,
        members=members,
        loans=loans,
        meetings=meetings,
        attendance=attendance,
        entries=entries,
        extensions=extensions,
        places=Places(files, numbers, headers),
    )
    return Findings(
        book,
        {name: frozenset(codes) for name, codes in reading.unread.items()},
        frozenset(reading.unread_kinds),
        reading.problems,
        reading.warnings,
    )


def _members(reading: _Reading) -> tuple[Member, ...]:
    cells, found = reading.cells("members"), []
    for number in cells.rows():
        member = Member(
            code=cells.line("code", required=True),
            full_name=cells.line("full_name", required=True),
            joined_on=cells.required_day("joined_on"),
            sex=cells.word("sex", words.SEX_WORDS),
            birth=cells.birth("birth"),
            left_on=cells.day("left_on"),
            hamlet=cells.line("hamlet"),
            phone=_phone(reading, cells),
            poverty=cells.word("poverty", words.POVERTY_WORDS),
            role=_role(cells.line("role")),
        )
        if cells.broken:
            reading.unread["members"].add(member.code)
        else:
            found.append(member)
            reading.numbers["members"].append(number)
    return tuple(found)


def _phone(reading: _Reading, cells: Cells) -> str:
    """The number as written; a workbook's nine digits get their leading zero back."""
    phone = cells.line("phone")
    lost = reading.sheets.from_workbook and phone.isdecimal() and phone[0] != "0"
    return f"0{phone}" if lost and len(phone) in (9, 10) else phone


def _role(text: str) -> str:
    return words.ROLE_WORDS.get(search_key(text), text) or "member"


def _loans(
    reading: _Reading, changes: tuple[RuleChange, ...], started_on: date
) -> tuple[PaperLoan, ...]:
    cells, found, roundings = reading.cells("loans"), [], {}
    for number in cells.rows():
        on = cells.required_day("on")
        if on not in roundings:
            roundings[on] = rules_on(list(changes), max(on, started_on)).rounding
        terms = LoanTerms(
            on=on,
            principal=cells.amount("principal"),
            rate_bp=cells.rate_bp("rate_bp"),
            method=Method(cells.word("method", words.METHOD_WORDS, required=True) or "flat"),
            term_months=cells.number_of("term_months"),
            grace_months=cells.number_of("grace_months", 0),
            rounding=cells.number_of("rounding", roundings[on]),
        )
        loan = PaperLoan(
            code=cells.line("code", required=True),
            member=cells.line("member", required=True),
            terms=terms,
            purpose=cells.line("purpose"),
            guarantor=cells.line("guarantor"),
        )
        if not cells.broken:
            _check_terms(cells, terms)
        if cells.broken:
            reading.unread["loans"].add(loan.code)
            reading.unread["given"].add(loan.code)
        else:
            found.append(loan)
            reading.numbers["loans"].append(number)
    return tuple(found)


def _check_terms(cells: Cells, terms: LoanTerms) -> None:
    columns = {
        "loan.rate_out_of_range": "rate_bp",
        "loan.term_out_of_range": "term_months",
        "loan.grace_out_of_range": "grace_months",
        "loan.rounding_out_of_range": "rounding",
    }
    try:
        terms.check()
    except BadTermsError as error:
        cells.refuse_as(columns.get(error.code, "principal"), error)


def _meetings(reading: _Reading) -> tuple[PaperMeeting, ...]:
    cells, found = reading.cells("meetings"), []
    for number in cells.rows():
        month = cells.month("month")
        status = cells.word("status", words.STATUS_WORDS, required=True)
        meeting = PaperMeeting(
            month=month or Month.of(NO_DAY),
            status=MeetingStatus(status or MeetingStatus.NOT_HELD),
            on=cells.day("on", required=status == MeetingStatus.HELD),
            reason=cells.text("reason"),
            start=cells.time("start"),
            end=cells.time("end"),
            place=cells.line("place"),
            chair=cells.line("chair"),
            secretary=cells.line("secretary"),
            guests=cells.text("guests"),
            content=cells.text("content"),
            decisions=cells.text("decisions"),
            next_plan=cells.text("next_plan"),
            activities=cells.activities("activities"),
        )
        if cells.broken:
            reading.unread["meetings"].add(meeting.on.isoformat() if meeting.on else "")
        else:
            found.append(meeting)
            reading.numbers["meetings"].append(number)
    return tuple(found)


def _attendance(reading: _Reading) -> tuple[PaperAttendance, ...]:
    cells, found = reading.cells("attendance"), []
    numbers = reading.numbers["attendance"]
    for number in cells.rows():
        row = PaperAttendance(
            meeting=cells.required_day("meeting"),
            member=cells.text("member", required=True),
            status=cells.word("status", words.PRESENCE_WORDS, required=True),
            note=cells.line("note"),
        )
        if cells.broken:
            reading.unread["attendance"].add(row.meeting.isoformat())
        else:
            found.append(row)
            numbers.append(number)
    return tuple(found)


def _entries(reading: _Reading, borrowers: dict[str, str]) -> tuple[PaperEntry, ...]:
    cells, found, taken_back = reading.cells("entries"), [], []
    numbers = reading.numbers["entries"]
    loans = borrowers.keys() | reading.unread["loans"]
    for number in cells.rows():
        entry = _entry(cells, borrowers, loans)
        back = cells.number_of("reverses", 0)
        if cells.broken:
            _note_unread(reading, entry)
            continue
        if back:
            taken_back.append((number, back))
        found.append(entry)
        numbers.append(number)
    return tuple(_with_reversals(cells, found, numbers, taken_back))


def _entry(cells: Cells, borrowers: dict[str, str], loans: Container[str]) -> PaperEntry:
    code = cells.word("kind", words.KIND_WORDS, required=True)
    kind = KINDS.get(code)
    fund, loan = cells.word("fund", words.FUND_WORDS), cells.text("loan")
    if loan and kind and not kind.loan and loan not in loans:
        cells.refuse("loan", "sheet.loan_unknown", loan=loan)
    member, amount = cells.text("member"), cells.amount("amount")
    return PaperEntry(
        on=cells.required_day("on"),
        kind=code,
        amount=amount,
        meeting=cells.day("meeting"),
        fund=fund if kind and kind.fund else "",
        member=member or borrowers.get(loan, "") if kind and kind.loan else member,
        loan=loan if kind is None or kind.loan else "",
        memo=cells.text("memo"),
        reason=cells.text("reason"),
        shares=cells.shares("shares", amount) if "shares" in cells.sheet.columns else (),
    )


def _extensions(reading: _Reading, loans: dict[str, PaperLoan]) -> tuple[PaperExtension, ...]:
    cells, found = reading.cells("extensions"), []
    for number in cells.rows():
        code, on = cells.line("loan", required=True), cells.required_day("on")
        method = cells.word("method", words.METHOD_WORDS)
        loan = loans.get(code)
        terms = LoanTerms(
            on=on,
            principal=1,
            rate_bp=0,
            method=Method(method) if method else loan.terms.method if loan else Method.FLAT,
            term_months=cells.number_of("term_months"),
            grace_months=cells.number_of("grace_months", 0),
        )
        minutes = cells.line("minutes", required=True)
        if not cells.broken:
            _check_terms(cells, terms)
        if not cells.broken:
            months, grace = terms.term_months, terms.grace_months
            extension = Extension(on, terms.method, months, grace, minutes)
            found.append(PaperExtension(code, extension))
            reading.numbers["extensions"].append(number)
    return tuple(found)


def _note_unread(reading: _Reading, entry: PaperEntry) -> None:
    reading.unread_kinds.add(entry.kind)
    reading.unread["given"].add(entry.loan)
    reading.unread["savers"].add(entry.member)
    if entry.kind in ("opening_loan", ""):
        reading.unread["taken_over"].add(entry.loan)


def _with_reversals(
    cells: Cells, entries: list[PaperEntry], numbers: list[int], taken_back: list[tuple[int, int]]
) -> list[PaperEntry]:
    """Row numbers in ``reverses`` become places among the entries."""
    places = {number: place for place, number in enumerate(numbers)}
    for number, back in taken_back:
        place = places[number]
        if places.get(back, place) < place:
            entries[place] = replace(entries[place], reverses=places[back])
        else:
            cells.number = number
            cells.refuse("reverses", "sheet.reverses_another", row=back)
    return entries
