"""Nothing is changed unseen: tampering by SQL, damage of the file (F05, F14)."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest

from app.base.catalogue import language
from app.base.errors import AppError
from app.domain.club_facts import Level
from app.domain.periods import Month
from app.services import books, checking, exporting, fund, printing
from app.services.fund_statement import fund_statement
from app.services.sentences import sentence
from app.store.database import Database
from tests.helpers.clubs import book_file, empty_club, filled_club, hold_meeting

TABLES = ("entry", "posting", "meeting", "attendance", "note_count", "month_lock")


def _tamper(database: Database, *statements: str) -> None:
    """What somebody with a SQL tool would do: drop the guards, change, leave."""
    raw = database.engine.raw_connection()
    cursor = raw.cursor()
    cursor.execute("PRAGMA foreign_keys = OFF")
    for table in TABLES:
        for guard in ("no_update", "no_delete"):
            cursor.execute(f"DROP TRIGGER IF EXISTS {table}_{guard}")
    for statement in statements:
        cursor.execute(statement)
    raw.close()


def _with_meetings() -> Database:
    database = filled_club()
    with database.begin() as uow:
        for month in (2, 3, 4):
            hold_meeting(uow, date(2024, month, 10), notes={100_000: 100})
    return database


def test_a_book_that_was_left_alone_is_whole() -> None:
    result = checking.check(_with_meetings())
    assert result.problems == ()
    assert result.ok
    assert (result.entries, result.meetings) == (39, 3)


def test_an_empty_book_is_whole() -> None:
    assert checking.check(empty_club()).ok


@pytest.mark.parametrize(
    ("statements", "codes", "names"),
    [
        (["UPDATE entry SET amount = amount + 1 WHERE id = 7"], "check.entry_changed", 7),
        (["UPDATE entry SET memo = 'x' WHERE id = 30"], "check.entry_changed", 30),
        (["UPDATE entry SET \"on\" = '2024-02-11' WHERE id = 5"], "check.entry_changed", 5),
        (["UPDATE entry SET member_id = 4 WHERE id = 4"], "check.entry_changed", 4),
        (["UPDATE entry SET recorded_by = 'x' WHERE id = 1"], "check.entry_changed", 1),
        (["UPDATE posting SET amount = amount * 2 WHERE entry_id = 9"], "check.entry_changed", 9),
        (["UPDATE loan SET rate_bp = 0"], "check.entry_changed", 3),
        (["UPDATE loan SET principal = 5000000"], "check.entry_changed", 3),
        (["UPDATE member SET code = 'M009' WHERE id = 2"], "check.entry_changed", 3),
        (
            ["DELETE FROM posting WHERE entry_id = 12", "DELETE FROM entry WHERE id = 12"],
            "check.entry_missing",
            12,
        ),
        (
            ["DELETE FROM posting WHERE entry_id = 39", "DELETE FROM entry WHERE id = 39"],
            "check.entry_missing",
            39,
        ),
        (
            [
                "UPDATE entry SET id = 900 WHERE id = 8",
                "UPDATE entry SET id = 8 WHERE id = 10",
                "UPDATE entry SET id = 10 WHERE id = 900",
                "UPDATE posting SET entry_id = 900 WHERE entry_id = 8",
                "UPDATE posting SET entry_id = 8 WHERE entry_id = 10",
                "UPDATE posting SET entry_id = 10 WHERE entry_id = 900",
            ],
            "check.entry_changed",
            8,
        ),
        (["UPDATE entry SET kind = 'gift' WHERE id = 6"], "check.entry_kind", 6),
        (["UPDATE entry SET \"on\" = 'never' WHERE id = 6"], "check.entry_changed", 6),
    ],
)
def test_f14_the_first_wrong_entry_is_named(statements: list[str], codes: str, names: int) -> None:
    database = _with_meetings()
    _tamper(database, *statements)
    result = checking.check(database)
    assert not result.ok
    first = result.problems[0]
    assert (first.code, first.params["entry"]) == (codes, names)
    assert str(names) in sentence(first)
    with database.read() as uow:
        assert not checking.verified(uow)


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE attendance SET status = 'present' WHERE status = 'absent'", "meeting_changed"),
        ("UPDATE attendance SET note = 'ốm' WHERE member_id = 1", "meeting_changed"),
        ("DELETE FROM attendance WHERE meeting_id = 2 AND member_id = 1", "meeting_changed"),
        ("UPDATE meeting SET decisions = 'Giải tán' WHERE id = 2", "meeting_changed"),
        ("UPDATE meeting SET month = '2024-12' WHERE id = 2", "meeting_changed"),
        ("UPDATE note_count SET count = count + 1 WHERE meeting_id = 2", "meeting_changed"),
    ],
)
def test_f14_a_changed_meeting_is_named(statement: str, code: str) -> None:
    database = _with_meetings()
    _tamper(database, statement)
    found = {problem.code: problem for problem in checking.check(database).problems}
    problem = found[f"check.{code}"]
    assert problem.params["month"] in ("2024-02", "2024-03", "2024-12")
    assert sentence(problem)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_meeting_taken_out_is_missed(number: int) -> None:
    database = _with_meetings()
    _tamper(
        database,
        f"DELETE FROM attendance WHERE meeting_id = {number}",
        f"DELETE FROM note_count WHERE meeting_id = {number}",
        f"DELETE FROM meeting WHERE id = {number}",
    )
    found = {problem.code: problem for problem in checking.check(database).problems}
    assert found["check.meeting_missing"].params["number"] == number


def _rechain(database: Database) -> None:
    """A forger who knows the chain makes it fit again."""
    from app.store import chain

    with database.engine.connect() as connection:
        before = chain.START
        for number, _, form in list(chain.entries(connection)):
            before = chain.link(before, form)
            connection.exec_driver_sql("UPDATE entry SET hash = ? WHERE id = ?", (before, number))
        connection.commit()


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        (
            "UPDATE posting SET amount = amount + 5 WHERE entry_id = 9 AND account = 'cash'",
            "check.entry_unbalanced",
        ),
        ("UPDATE posting SET \"on\" = '2024-01-01' WHERE entry_id = 9", "check.entry_unbalanced"),
        ("UPDATE posting SET amount = amount * 1000 WHERE entry_id = 31", "check.below_zero"),
        ("UPDATE entry SET voucher_no = 50 WHERE id = 9", "check.voucher_missing"),
        ("UPDATE entry SET kind = 'gift' WHERE id = 9", "check.entry_kind"),
    ],
)
def test_a_forged_chain_still_has_to_add_up(statement: str, code: str) -> None:
    database = _with_meetings()
    _tamper(database, statement)
    _rechain(database)
    found = checking.check(database).problems
    assert code in {problem.code for problem in found}
    assert all(sentence(problem) for problem in found)


def test_a_dangling_reference_is_found() -> None:
    database = _with_meetings()
    _tamper(database, "INSERT INTO draft_note (draft_id, face, count) VALUES (77, 1000, 1)")
    (problem,) = checking.check(database).problems
    assert (problem.code, problem.params["table"]) == ("check.dangling", "draft_note")


DAMAGE = ("check.file_damaged", "book.damaged", "book.keys_missing", "book.not_a_book")


def _totals(path: Path) -> object:
    """The book's balances, or the code of what is wrong with it."""
    try:
        with books.reading(path) as database:
            result = checking.check(database)
            if not result.ok:
                return result.problems[0].code
            with database.read() as uow:
                return fund.balances(uow, on=date(2030, 1, 1))
    except AppError as error:
        return error.code


@pytest.mark.parametrize("seed", range(40))
def test_a_flipped_byte_is_never_a_silent_wrong_sum(tmp_path: Path, seed: int) -> None:
    """One bit of the file at a random place, in every kind of page (F05)."""
    chance = random.Random(seed)
    path = book_file(tmp_path / "a.soclb")
    truth = _totals(path)
    content = bytearray(path.read_bytes())
    place = chance.randrange(len(content)) if seed else 3
    content[place] ^= 1 << chance.randrange(8)
    path.write_bytes(bytes(content))
    assert _totals(path) in (truth, *DAMAGE), (seed, place)


@pytest.mark.parametrize("cut", [1, 4095, 4096, 40_000])
def test_a_truncated_book_is_found(tmp_path: Path, cut: int) -> None:
    path = book_file(tmp_path / "a.soclb")
    content = path.read_bytes()
    path.write_bytes(content[:-cut])
    assert _totals(path) in DAMAGE


def test_f14_papers_of_a_changed_book_say_that_they_are_not_verified() -> None:
    database = _with_meetings()
    request = printing.PaperRequest("fund-statement", month=Month(2024, 3))
    with database.read() as uow, language("en"):
        code = fund_statement(uow, first=date(2024, 3, 1), last=date(2024, 3, 31)).check_code
        assert code in printing.content(uow, request, ending=".txt").decode()
    _tamper(database, "UPDATE entry SET memo = 'x' WHERE id = 9")
    with database.read() as uow, language("en"):
        text = printing.content(uow, request, ending=".txt").decode()
    assert "not verified" in text
    assert code not in text


def test_a_change_by_another_program_while_the_book_is_open_is_seen(tmp_path: Path) -> None:
    path = book_file(tmp_path / "a.soclb")
    ours, another = Database(path), Database(path)
    with ours.read() as uow:
        assert checking.verified(uow)
        assert checking.verified(uow)
    _tamper(another, "UPDATE entry SET memo = 'x' WHERE id = 2")
    with ours.read() as uow:
        assert not checking.verified(uow)
    _tamper(another, "UPDATE entry SET memo = '' WHERE id = 2")
    with ours.read() as uow:
        assert checking.verified(uow)
    ours.close()
    another.close()


def test_a_book_that_nobody_wrote_is_looked_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    database, looked = _with_meetings(), []
    whole = checking._chains_whole
    monkeypatch.setattr(checking, "_chains_whole", lambda c: looked.append(1) or whole(c))
    for _ in range(3):
        with database.read() as uow:
            assert checking.verified(uow)
    assert len(looked) == 1
    with database.begin() as uow:
        hold_meeting(uow, date(2024, 5, 10))
    with database.read() as uow:
        assert checking.verified(uow)
    assert len(looked) == 2


def test_f14_a_day_moved_in_the_postings_alone_shows_on_paper_and_stops_the_bundle(
    tmp_path: Path,
) -> None:
    """The chain holds the entry's day; statements go by the postings' copy of it."""
    database = _with_meetings()
    _tamper(database, "UPDATE posting SET \"on\" = '2024-01-02' WHERE entry_id = 8")
    assert checking.check(database).problems[0].params["entry"] == 8
    with database.read() as uow:
        assert not checking.verified(uow)
    with (
        pytest.raises(AppError, match=r"bundle\.chain_broken") as refused,
        database.begin() as uow,
    ):
        exporting.export_bundle(
            uow, month=Month(2024, 3), out=tmp_path / "a.clbz", level=Level.TOTALS
        )
    assert refused.value.params["entry"] == 8
    assert list(tmp_path.iterdir()) == []
