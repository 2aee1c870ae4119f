"""A book given out and brought in again is the same book, whatever happened in it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.base import clock
from app.base.errors import AppError
from app.base.text import one_line, strip_controls
from app.domain.club import ClubDetails
from app.domain.extensions import Extension
from app.domain.fund import KINDS, TRANSFER_KINDS
from app.domain.loans import LoanTerms, Method
from app.domain.meetings import MeetingStatus
from app.domain.members import Member
from app.domain.paper_book import (
    SHEETS,
    WHEN_USED_SHEETS,
    PaperAttendance,
    PaperBook,
    PaperEntry,
    PaperExtension,
    PaperLoan,
    PaperMeeting,
)
from app.domain.periods import Month
from app.domain.rules import RuleChange
from app.domain.running import RunningBalances
from app.services import club, extensions, fund, members, paper_export, practice, printing
from app.services.figures import figures
from app.services.paper_book import export_book, import_book, read
from app.services.paper_export import write_book
from app.services.printing import PaperRequest
from app.store import chain
from app.store.books import open_book
from app.store.club_tables import RuleChangeRow
from app.store.database import UnitOfWork
from tests.helpers.paper_books import lines, write

START = date(2020, 1, 1)
LINE = st.text(
    st.sampled_from("=+-@'\",;\t\n aăĐệ😀\u200f\u0301M1"), max_size=12
).map(one_line)  # fmt: skip
TEXT = LINE | st.text(max_size=30).map(lambda text: strip_controls(one_line(text)).strip())
NAME = TEXT.filter(bool)
PLAIN = [kind for kind in KINDS if kind not in TRANSFER_KINDS and not KINDS[kind].loan]


def _entry(draw: st.DrawFn, balances: RunningBalances, on: date) -> PaperEntry | None:
    """One entry that the balances allow, or None."""
    kind = KINDS[draw(st.sampled_from(PLAIN))]
    entry = PaperEntry(
        on=on,
        kind=kind.code,
        amount=draw(st.sampled_from([1, 999, 10**12]) | st.integers(1, 10**6)),
        fund=draw(st.sampled_from(["income", "operating", "care"])) if kind.fund else "",
        member="M001" if kind.member else "",
        memo=draw(TEXT),
    )
    more = {"fund": entry.fund, "member": entry.member}
    return None if balances.apply(kind, entry.amount, **more) else entry


@st.composite
def _books(draw: st.DrawFn) -> PaperBook:
    balances = RunningBalances()
    days = sorted(draw(st.lists(st.integers(0, 90), max_size=12)))
    found = [_entry(draw, balances, START + timedelta(days=day)) for day in days]
    terms = LoanTerms(START, 5_000, 80, draw(st.sampled_from(Method)), 6, 1, 500)
    loan = PaperLoan("L001", "M001", terms, draw(TEXT), "M002")
    given_out = [
        PaperEntry(START, "opening_cash", 5_000, fund="income"),
        PaperEntry(START, "loan_disbursement", 5_000, member="M001", loan="L001"),
        PaperEntry(START, "interest_payment", 101, member="M001", loan="L001"),
    ]
    uncommon = replace(given_out[2], shares=(("care", 1), ("operating", 100)))
    taken_back = replace(uncommon, reverses=3, reason=draw(TEXT), on=date(2020, 2, 1), shares=())
    meeting = PaperMeeting(
        month=Month(2020, 1),
        status=MeetingStatus.HELD,
        on=date(2020, 2, 1),
        start="08:30",
        place=draw(TEXT),
        content=draw(st.lists(NAME, max_size=3).map("\n".join)),
        next_plan=draw(TEXT),
        activities=("1", "8"),
    )
    return PaperBook(
        details=ClubDetails(draw(NAME), START, draw(TEXT), practice=draw(st.booleans())),
        rules=(
            RuleChange("interest_split", "income:70;care:30", START),
            RuleChange("cash_ceiling", "", START),
            RuleChange("rounding", "100", date(2020, 3, 1)),
        ),
        members=(
            Member("M001", draw(NAME), START, "F", "1951", role=draw(NAME)),
            Member("M002", draw(NAME), date(2019, 5, 1), left_on=date(2020, 2, 1)),
        ),
        loans=(loan,),
        meetings=(meeting,),
        attendance=(PaperAttendance(date(2020, 2, 1), "M001", "represented", draw(LINE)),),
        entries=(*given_out, uncommon, *(entry for entry in found if entry), taken_back),
        extensions=(PaperExtension("L001", Extension(START, Method.FLAT, 3, 1, draw(NAME))),),
    )


def _usual_role(book: PaperBook) -> PaperBook:
    """A role in the words of the glossary comes back as its code."""
    roles = {"chủ nhiệm", "thư ký", "thủ quỹ", "thành viên"}
    return replace(
        book,
        members=tuple(
            replace(member, role="member" if member.role.casefold() in roles else member.role)
            for member in book.members
        ),
    )


@given(_books().map(_usual_role))
def test_whatever_is_written_is_read_again(book: PaperBook) -> None:
    with TemporaryDirectory() as folder:
        write_book(book, folder=Path(folder) / "book")
        assert read(Path(folder) / "book") == book


@contextmanager
def _opened(path: Path) -> Iterator[UnitOfWork]:
    database = open_book(path, read_only=True)
    with database.read() as uow:
        yield uow
    database.close()


def _figures(uow: UnitOfWork, first: Month, last: Month) -> list[object]:
    """Every figure of every month, the check codes left out: they name the book."""
    found: list[object] = []
    for month in first.until(last):
        for report in ("fund-statement", "loan-book", "indicators", "attendance"):
            told = figures(printing.data(uow, PaperRequest(report, month=month)))
            found.append({key: value for key, value in told.items() if key != "check_code"})
    found += [
        figures(printing.data(uow, PaperRequest("member-statement", member=member.code)))
        for member in members.members(uow)
    ]
    return found


def _assert_same_again(path: Path, first: Month, last: Month) -> None:
    folder, again = path.parent / "out", path.parent / "again.soclb"
    with _opened(path) as uow:
        export_book(uow, folder=folder)
        before = _figures(uow, first, last)
    import_book(again, source=folder)
    with _opened(again) as uow:
        assert _figures(uow, first, last) == before


def test_corrections_and_later_rules_keep_their_figures(tmp_path: Path) -> None:
    path = tmp_path / "first.soclb"
    import_book(path, source=write(tmp_path / "book", lines()))
    database = open_book(path)
    with database.begin() as uow:
        entries = fund.entries(uow, first=START, last=date(2020, 12, 31))
        by_kind = {entry.kind: entry.id for entry in entries}
        fund.record(uow, on=date(2020, 3, 2), kind="interest_payment", amount=7_777, loan="L001")
        club.change_rule(
            uow, key="interest_split", value="care:50;income:50", from_on=date(2020, 3, 1)
        )
        older = {"key": "rounding", "value": "1000", "from_on": date(2020, 1, 5)}
        uow.session.add(RuleChangeRow(recorded_at=clock.now(), **older))
        fund.record(uow, on=date(2020, 3, 3), kind="penalty_payment", amount=1_001, loan="L001")
        fund.reverse(uow, entry=by_kind["interest_payment"], on=date(2020, 3, 4), reason="Nhầm")
        fund.reverse(uow, entry=by_kind["fund_transfer_out"], on=date(2020, 3, 4), reason="Thôi")
        fund.record(
            uow, on=date(2020, 2, 15), kind="donation", amount=9, fund="income", memo="=1+1"
        )
        extensions.extend(
            uow, loan="L001", on=date(2020, 3, 5), term_months=9, minutes="BB 03/2020"
        )
    database.close()
    _assert_same_again(path, Month(2020, 1), Month(2020, 4))
    with (tmp_path / "out" / "entries.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["reverses"] for row in rows if row["reason"] == "Nhầm"] == ["7"]
    assert [row["memo"] for row in rows if row["amount"] == "9"] == ["'=1+1"]
    assert [row["shares"] for row in rows if row["amount"] == "7777"] == [
        "income:4667;operating:3110"
    ]


def test_a_note_beside_a_member_comes_in_again(tmp_path: Path) -> None:
    sheets, path = lines(), tmp_path / "a.soclb"
    head, first, *others = sheets["attendance"]
    sheets["attendance"] = [f"{head},Ghi chú", f'{first},"ốm, con trai\nnộp thay"', *others]
    import_book(path, source=write(tmp_path / "noted", sheets))
    with _opened(path) as uow:
        export_book(uow, folder=tmp_path / "out")
        (*_, meeting), _ = chain.meetings(uow.connection)
        assert [mark[2:] for mark in meeting[-2]].count(("ốm, con trai nộp thay",)) == 1
    told = (tmp_path / "out" / "attendance.csv").read_text("utf-8-sig").splitlines()
    assert told[:3] == [f"{head},note", f'{first},"ốm, con trai nộp thay"', f"{others[0]},"]


def test_the_practice_club_keeps_its_figures(tmp_path: Path) -> None:
    path = tmp_path / "practice.soclb"
    practice.make(path, today=date(2026, 11, 20))
    _assert_same_again(path, Month(2024, 11), Month(2026, 11))


@pytest.mark.parametrize("name", ["small", "xom6"])
def test_chain_and_vouchers_of_an_imported_book(name: str, tmp_path: Path, data: Path) -> None:
    import_book(tmp_path / "book.soclb", source=data / "books" / name)
    with _opened(tmp_path / "book.soclb") as uow:
        for links in (chain.entries, chain.meetings):
            before = chain.START
            for _, stored, form in links(uow.connection):
                before = chain.link(before, form)
                assert stored == before
        rows = uow.connection.exec_driver_sql(
            "SELECT voucher_series, voucher_year, voucher_no, meeting_id, member_id, kind "
            "FROM entry ORDER BY id"
        ).all()
    numbers: dict[tuple[str, int], list[int]] = {}
    sheets: dict[int, set[int]] = {}
    for series, year, number, meeting, member, kind in rows:
        assert (number is None) == (KINDS[kind].cash == 0)
        if number is None:
            continue
        given_so_far = numbers.setdefault((series, year), [])
        if series == "T" and meeting and member:
            sheets.setdefault(meeting, set()).add(number)
        if number not in given_so_far:
            given_so_far.append(number)
    assert all(given == list(range(1, len(given) + 1)) for given in numbers.values())
    assert all(len(sheet) == 1 for sheet in sheets.values())


def test_a_dry_run_makes_nothing_and_says_the_same(tmp_path: Path, data: Path) -> None:
    path, source = tmp_path / "book.soclb", data / "books" / "small"
    dry = import_book(path, source=source, dry_run=True)
    assert list(tmp_path.iterdir()) == []
    assert import_book(path, source=source) == dry
    assert (dry.first, dry.last) == (date(2018, 1, 1), date(2018, 6, 16))
    assert dry.counts == {
        "members": 12,
        "loans": 4,
        "meetings": 6,
        "attendance": 60,
        "entries": 107,
    }
    with _opened(path) as uow:
        assert fund.balances(uow, on=date(2018, 6, 30)) == dry.balances


def test_nothing_is_written_over(tmp_path: Path, data: Path) -> None:
    path = tmp_path / "book.soclb"
    import_book(path, source=data / "books" / "small")
    with pytest.raises(AppError) as caught:
        import_book(path, source=data / "books" / "small", dry_run=True)
    assert caught.value.code == "file.exists"
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "loans.csv").write_text("mine", encoding="utf-8")
    with _opened(path) as uow, pytest.raises(AppError) as caught:
        export_book(uow, folder=folder)
    assert caught.value.code == "file.exists"
    assert [file.name for file in folder.iterdir()] == ["loans.csv"]


def test_an_export_that_fails_leaves_nothing(
    tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "book.soclb"
    import_book(path, source=data / "books" / "small")
    write_text = paper_export.write_text

    def disk_is_full(target: Path, text: str) -> None:
        if target.name == "entries.csv":
            raise AppError("file.disk_full", path=str(target))
        write_text(target, text)

    monkeypatch.setattr(paper_export, "write_text", disk_is_full)
    with _opened(path) as uow, pytest.raises(AppError) as caught:
        export_book(uow, folder=tmp_path / "out")
    assert caught.value.code == "file.disk_full"
    assert not (tmp_path / "out").exists()


def test_all_sheets_are_written_even_empty_ones(tmp_path: Path) -> None:
    book = PaperBook(ClubDetails("CLB mới", START), (), (Member("M001", "An", START),))
    write_book(book, folder=tmp_path / "out")
    assert {path.stem for path in (tmp_path / "out").iterdir()} == set(SHEETS) - set(
        WHEN_USED_SHEETS
    )
    assert read(tmp_path / "out") == book


def test_excel_is_told_that_the_sheets_are_utf8(tmp_path: Path) -> None:
    write_book(read(write(tmp_path / "in", lines())), folder=tmp_path / "out")
    for path in (tmp_path / "out").iterdir():
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
