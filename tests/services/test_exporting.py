"""A club's bundle made from its book: the figures of the papers, signed, logged, received."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from app.base import clock
from app.base.errors import AppError
from app.bundle import reading
from app.bundle.format import Packed
from app.domain.club_facts import ClubFacts, Level
from app.domain.money import ratio_bp
from app.domain.periods import Month
from app.services import books, club, exporting, fund, months, people, receipts, register
from app.services.exporting import Exported
from app.services.paper_book import import_book
from app.services.sentences import sentence
from app.store import chain
from app.store.database import Database
from tests.helpers.tools import DATA

JUNE = Month(2018, 6)


@pytest.fixture(autouse=True)
def in_july() -> Iterator[None]:
    with clock.fixed(date(2018, 7, 2)):
        yield


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Database]:
    path = tmp_path / "small.soclb"
    import_book(path, source=DATA / "books" / "small")
    with books.writing(path) as database:
        yield database


def export(
    book: Database, out: Path, level: Level = Level.TOTALS, to: Path | None = None
) -> Exported:
    with book.begin() as uow:
        return exporting.export_bundle(uow, month=JUNE, out=out, level=level, to=to)


def facts_of(path: Path) -> ClubFacts:
    packed = reading.read(path.read_bytes())
    assert isinstance(packed, Packed)
    return packed.facts


def test_every_month_has_the_figures_of_the_papers(book: Database, tmp_path: Path) -> None:
    export(book, tmp_path / "a.clbz")
    months_told = facts_of(tmp_path / "a.clbz").months
    assert len(months_told) == 6
    for row in months_told:
        with book.read() as uow:
            asked = people.indicators(uow, month=row.month)
            paper = fund.balances(uow, on=row.month.last_day)
            assert row.chain == chain.head(uow.connection, row.month.last_day)
        for name in ("members", "women", "older_60", "older_55", "poor", "near_poor", "borrowers"):
            assert getattr(row, name) == getattr(asked, name), name
        for name in ("fund_total", "income_fund", "operating_fund", "loans_outstanding"):
            assert getattr(row, name) == getattr(asked, name), name
        assert (row.cash, row.bank, row.savings) == (paper.cash, paper.bank, paper.savings)
        assert (row.meetings_due, row.meetings_held) == (asked.meetings_due, asked.meetings_held)
        assert ratio_bp(row.attendance_present, row.attendance_rows) == asked.attendance_bp
        assert ratio_bp(row.on_time_paid, row.on_time_due) == asked.on_time_bp
        assert ratio_bp(row.par30, row.loans_outstanding) == asked.par30_bp
        activities = {str(n): getattr(row, f"activity_{n}") for n in range(1, 9)}
        assert activities == asked.activities


@pytest.mark.parametrize("month", range(1, 7))
def test_receipts_and_payments_are_those_of_the_fund_statement(
    book: Database, tmp_path: Path, month: int
) -> None:
    export(book, tmp_path / "a.clbz")
    row = facts_of(tmp_path / "a.clbz").months[month - 1]
    expected = DATA / "books" / "small" / "expected" / f"fund-statement_2018-{month:02d}.json"
    cash = json.loads(expected.read_text(encoding="utf-8"))["cash"]
    assert (row.receipts, row.payments) == (cash["receipts"], cash["payments"])


def test_each_bundle_has_its_number_and_remembers_the_others(
    book: Database, tmp_path: Path
) -> None:
    first = export(book, tmp_path / "a.clbz")
    with book.begin() as uow:
        fund.record(uow, on=date(2018, 6, 30), kind="donation", amount=1000, fund="income")
    second = export(book, tmp_path / "b.clbz")
    assert (first.sequence, second.sequence) == (1, 2)
    one, other = facts_of(tmp_path / "a.clbz"), facts_of(tmp_path / "b.clbz")
    assert other.exports[0] == one.exports[0]
    assert other.months[-1].fund_total == one.months[-1].fund_total + 1000
    with book.read() as uow:
        assert [line.sequence for line in exporting.log(uow)] == [2, 1]
        assert months.sent(uow) == {line.month for line in exporting.log(uow)}
        assert exporting.fingerprint(uow) == first.fingerprint


def test_a_locked_month_is_told_as_locked(book: Database, tmp_path: Path) -> None:
    with book.begin() as uow:
        months.lock(uow, month=Month(2018, 4))
    export(book, tmp_path / "a.clbz")
    locked = [row.locked for row in facts_of(tmp_path / "a.clbz").months]
    assert locked == [True] * 4 + [False] * 2


def test_borrowers_are_told_by_name_and_debt_and_nothing_else(
    book: Database, tmp_path: Path
) -> None:
    export(book, tmp_path / "a.clbz", Level.BORROWERS)
    facts = facts_of(tmp_path / "a.clbz")
    assert facts.borrowers
    assert sum(line.outstanding for line in facts.borrowers) == facts.months[-1].loans_outstanding
    everything = b"".join(_files(tmp_path / "a.clbz").values())
    for private in (b"0900000001", b"phone", "Hứa Văn Chiến".encode()):
        assert private not in everything


def _files(path: Path) -> dict[str, bytes]:
    packed = reading.read(path.read_bytes())
    assert isinstance(packed, Packed)
    return dict(packed.files) | {"manifest.json": packed.manifest}


def test_an_auditor_gets_the_sheets_of_the_book(book: Database, tmp_path: Path) -> None:
    export(book, tmp_path / "a.clbz", Level.FULL)
    sheets = tmp_path / "sheets"
    sheets.mkdir()
    for name, data in _files(tmp_path / "a.clbz").items():
        if name.startswith("sheets/"):
            (tmp_path / name).write_bytes(data)
    import_book(tmp_path / "again.soclb", source=sheets)
    with books.reading(tmp_path / "again.soclb") as again, again.read() as uow:
        copied = fund.balances(uow, on=JUNE.last_day)
    with book.read() as uow:
        assert copied == fund.balances(uow, on=JUNE.last_day)


def test_nothing_is_left_when_the_transaction_fails(book: Database, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    with pytest.raises(RuntimeError), book.begin() as uow:
        exporting.export_bundle(uow, month=JUNE, out=tmp_path / "a.clbz")
        raise RuntimeError
    assert sorted(tmp_path.iterdir()) == before
    with book.read() as uow:
        assert exporting.log(uow) == ()


def test_a_place_that_refuses_is_named_and_nothing_is_logged(
    book: Database, tmp_path: Path
) -> None:
    (tmp_path / "usb").write_bytes(b"a file, not a folder")
    with pytest.raises(AppError) as caught:
        export(book, tmp_path / "usb" / "a.clbz")
    assert caught.value.params == {"path": str(tmp_path / "usb" / "a.clbz")}
    assert sentence(caught.value)
    with book.read() as uow:
        assert exporting.log(uow) == ()


def test_a_name_taken_meanwhile_is_kept_and_the_number_is_not_used_again(
    book: Database, tmp_path: Path
) -> None:
    out = tmp_path / "a.clbz"
    with pytest.raises(AppError, match=r"file\.exists"), book.begin() as uow:
        exporting.export_bundle(uow, month=JUNE, out=out)
        out.write_bytes(b"somebody else's")
    assert out.read_bytes() == b"somebody else's"
    assert not list(tmp_path.glob("*.part"))
    assert not list(tmp_path.glob(".*.part"))
    assert export(book, tmp_path / "b.clbz").sequence == 2


def test_a_file_that_is_there_is_kept(book: Database, tmp_path: Path) -> None:
    (tmp_path / "a.clbz").write_bytes(b"mine")
    with pytest.raises(AppError, match=r"file\.exists"):
        export(book, tmp_path / "a.clbz")
    assert (tmp_path / "a.clbz").read_bytes() == b"mine"


@pytest.mark.parametrize(
    ("month", "code"),
    [
        (Month(2017, 12), r"bundle\.month_before_start"),
        (Month(2018, 8), r"bundle\.month_to_come"),
    ],
)
def test_a_month_without_a_book_is_refused(
    book: Database, tmp_path: Path, month: Month, code: str
) -> None:
    with pytest.raises(AppError, match=code), book.begin() as uow:
        exporting.export_bundle(uow, month=month, out=tmp_path / "a.clbz")


@pytest.mark.parametrize(
    ("trigger", "change", "code"),
    [
        ("entry", "UPDATE entry SET amount = amount + 1 WHERE id = 5", "bundle.chain_broken"),
        ("meeting", "UPDATE meeting SET place = 'x' WHERE id = 1", "bundle.meeting_chain_broken"),
    ],
)
def test_a_book_changed_by_hand_is_not_sent(
    book: Database, tmp_path: Path, trigger: str, change: str, code: str
) -> None:
    with book.engine.begin() as connection:
        found = connection.execute(
            text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :table"),
            {"table": trigger},
        )
        for name in found.scalars().all():
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        connection.exec_driver_sql(change)
    with pytest.raises(AppError) as caught:
        export(book, tmp_path / "a.clbz")
    assert caught.value.code == code
    assert sentence(caught.value)


def test_a_club_of_any_name_can_send(book: Database, tmp_path: Path) -> None:
    with book.begin() as uow:
        details = replace(
            club.details(uow), name="CLB\u00a0👵🏽‍🦳 'H\u2028Mông'", parent_body="Hội\nxã"
        )
        club.edit(uow, details=details)
    export(book, tmp_path / "a.clbz")
    told = facts_of(tmp_path / "a.clbz").club
    assert (told.name, told.parent_body) == ("CLB 👵🏽‍🦳 'HMông'", "Hội xã")


@pytest.fixture
def union(tmp_path: Path) -> Path:
    path = tmp_path / "hoi.soclbu"
    register.create(path, name="Hội LHPN xã Sơn Cẩm")
    return path


def test_a_sealed_bundle_reaches_its_union_and_nobody_else(
    book: Database, union: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.soclbu"
    register.create(other)
    with register.opened(union) as database, database.read() as uow:
        key = register.write_key(uow, out=tmp_path / "union.key")
    made = export(book, tmp_path / "a.clbz", to=key)
    assert made.sealed_to == "Hội LHPN xã Sơn Cẩm"
    with pytest.raises(AppError, match=r"bundle\.sealed$"):
        exporting.verify(made.path)
    with pytest.raises(AppError, match=r"bundle\.sealed_for_other"):
        exporting.verify(made.path, key=other)
    assert exporting.verify(made.path, key=union).sealed
    for path, outcome in ((union, "added"), (other, "refused")):
        with register.opened(path) as database:
            lines = register.import_files(database, paths=[made.path])
        assert [line.outcome.value for line in lines] == [outcome]


def test_an_age_identity_opens_what_was_sealed_to_it(book: Database, tmp_path: Path) -> None:
    from app.bundle import sealing

    secret = sealing.new_identity()
    (tmp_path / "identity.txt").write_text(f"# key\n{secret}\n", encoding="utf-8")
    (tmp_path / "to.txt").write_text(sealing.recipient_of(secret), encoding="utf-8")
    made = export(book, tmp_path / "a.clbz", to=tmp_path / "to.txt")
    assert made.sealed_to.startswith("age1")
    assert exporting.verify(made.path, key=tmp_path / "identity.txt").month == JUNE


def test_the_unions_receipt_comes_back(book: Database, union: Path, tmp_path: Path) -> None:
    made = export(book, tmp_path / "a.clbz")
    with register.opened(union) as database:
        register.import_files(database, paths=[made.path])
        with database.read() as uow:
            (receipt,) = receipts.write_receipts(uow, folder=tmp_path / "receipts")
            assert receipts.write_receipts(uow, folder=tmp_path / "receipts") == (receipt,)
    with book.begin() as uow:
        line = exporting.take_receipt(uow, path=receipt)
    assert (line.sequence, line.received_by) == (1, "Hội LHPN xã Sơn Cẩm")
    assert line.received_at
    assert receipt.name.startswith("clb-lien-the-he-tu-giup-nhau-xom-6-")


def test_a_receipt_with_another_key_is_taken_only_when_the_club_says_so(
    book: Database, union: Path, tmp_path: Path
) -> None:
    made = export(book, tmp_path / "a.clbz")
    stranger = tmp_path / "stranger.soclu"
    register.create(stranger, name="Hội LHPN xã Sơn Cẩm")
    found = []
    for place in (union, stranger):
        with register.opened(place) as database:
            register.import_files(database, paths=[made.path])
            with database.read() as uow:
                found += receipts.write_receipts(uow, folder=tmp_path / place.stem)
    with book.begin() as uow:
        exporting.take_receipt(uow, path=found[0])
    with pytest.raises(AppError, match=r"receipt\.other_union") as refused, book.begin() as uow:
        exporting.take_receipt(uow, path=found[1])
    assert refused.value.params["theirs"] != refused.value.params["known"]
    with book.begin() as uow:
        exporting.take_receipt(uow, path=found[0])
    for _ in range(2):
        with book.begin() as uow:
            assert exporting.take_receipt(uow, path=found[1], other_union=True).received_by
    with pytest.raises(AppError, match=r"receipt\.other_union"), book.begin() as uow:
        exporting.take_receipt(uow, path=found[0])


def test_a_receipt_for_somebody_else_is_refused(
    book: Database, union: Path, tmp_path: Path
) -> None:
    import_book(tmp_path / "second.soclb", source=DATA / "books" / "small")
    with books.writing(tmp_path / "second.soclb") as second:
        made = export(second, tmp_path / "b.clbz")
    with register.opened(union) as database:
        register.import_files(database, paths=[made.path])
        with database.read() as uow:
            (receipt,) = receipts.write_receipts(uow, folder=tmp_path)
    with pytest.raises(AppError, match=r"receipt\.other_club"), book.begin() as uow:
        exporting.take_receipt(uow, path=receipt)
    with books.writing(tmp_path / "second.soclb") as second:
        with second.engine.begin() as connection:
            connection.exec_driver_sql("DELETE FROM bundle_log")
        with pytest.raises(AppError, match=r"receipt\.unknown_bundle"), second.begin() as uow:
            exporting.take_receipt(uow, path=receipt)


def test_a_club_counts_once_on_both_levels(book: Database, union: Path, tmp_path: Path) -> None:
    made = export(book, tmp_path / "a.clbz", Level.BORROWERS)
    with register.opened(union) as database:
        register.import_files(database, paths=[made.path])
        with database.begin() as uow:
            up = receipts.export_union(uow, month=JUNE, out=tmp_path / "hoi.clbz")
    assert (up.sequence, up.clubs) == (1, 1)
    assert register.verify(up.path).level == "union"
    province = tmp_path / "tinh.soclbu"
    register.create(province, name="Hội LHPN tỉnh")
    with register.opened(province) as database:
        lines = register.import_files(database, paths=[up.path, made.path, up.path])
    assert [line.outcome.value for line in lines] == ["added", "already there", "already there"]
