"""A club's key changes: what the register believes of the old one and of the new (F33)."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import text

from app.base import clock
from app.base.errors import AppError
from app.bundle import key_changes, signing
from app.domain.key_changes import KeyChange
from app.domain.periods import Month
from app.services import club_keys, consolidation, particulars, receipts, register
from app.services.club_trust import ClubRefusedError
from app.services.sentences import sentence
from app.store.database import Database
from tests.helpers import unions
from tests.helpers.bundles import SampleClub
from tests.helpers.postgres import Server

MARCH, APRIL, MAY, JUNE = (Month(2018, number) for number in (3, 4, 5, 6))
CHANGED = date(2018, 12, 2)
"""The sample club's bundles say that they were made on 1 December."""


@pytest.fixture(params=["memory", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    with clock.fixed(date(2018, 12, 6)), unions.on_each(request) as made:
        yield made


@pytest.fixture
def alone() -> Iterator[Database]:
    with clock.fixed(date(2018, 12, 6)), unions.in_memory() as made:
        yield made


def renewed(club: SampleClub, word: str = "new", *, on: date = CHANGED) -> SampleClub:
    """The same club after it changed its key; the old club object still signs with the old."""
    private = sha256(word.encode()).digest()
    change = key_changes.make(
        club.identity.uuid, club.private, signing.public_key(private), len(club.steps) + 1, on
    )
    return replace(club, private=private, steps=list(club.steps), changes=(*club.changes, change))


def refusal(database: Database, data: bytes) -> str:
    with pytest.raises(AppError) as caught:
        unions.take(database, data)
    assert sentence(caught.value)
    return caught.value.code


def confirm(database: Database, data: bytes, folder: Path, **said: str) -> club_keys.Confirmed:
    path = folder / f"{sha256(data).hexdigest()[:8]}.clbz"
    path.write_bytes(data)
    with database.begin() as uow:
        waiting = club_keys.waiting(uow, path=path, club=said.get("club", ""))
        asked = {"fingerprint": waiting.fingerprint, "reason": "Bà Ngọc đưa giấy"} | said
        return club_keys.confirm(uow, path=path, **asked)


def test_f33_the_old_key_is_accepted_up_to_the_day_of_the_change_only(
    database: Database, tmp_path: Path
) -> None:
    club = SampleClub()
    first, late = club.export(MARCH), club.export(APRIL)
    after = renewed(club)
    stolen, honest = club.export(MAY), after.export(MAY)
    unions.take(database, first)
    assert refusal(database, honest) == "union.key_changed"
    made = confirm(database, honest, tmp_path)
    assert (made.outcome.value, made.why, made.set_aside) == ("replaced", None, 0)
    assert unions.take(database, late)[0][0].value == "already there"
    assert refusal(database, stolen) == "union.key_retired"
    later = replace(club.facts(APRIL), sequence=2, exported_at="2018-12-03T01:00:00+00:00")
    later = replace(later, exports=later.exports[:2])
    assert refusal(database, club.build(later)) == "union.key_retired"
    with database.read() as uow:
        record = particulars.record(uow, club=club.name)
        assert consolidation.union_report(uow, month=MAY).reporting == 1
    old, new = record.keys
    assert (old.until_sequence, old.until_on, old.current) == (2, CHANGED, False)
    assert (new.from_sequence, new.endorsed, new.reason, new.current) == (
        3, True, "Bà Ngọc đưa giấy", True,
    )  # fmt: skip
    assert new.confirmed_on == date(2018, 12, 6)


def test_f33_what_a_thief_sent_before_is_set_aside_and_never_counts(
    database: Database, tmp_path: Path
) -> None:
    club = SampleClub()
    first = club.export(MARCH)
    after = renewed(club)
    thief = club.fork("stolen", since=APRIL)
    unions.take(database, first, thief.export(MAY), thief.export(JUNE))
    honest = after.export(MAY)
    made = confirm(database, honest, tmp_path)
    assert (made.outcome.value, made.why, made.set_aside) == ("replaced", None, 2)
    with database.read() as uow:
        report = consolidation.union_report(uow)
    assert (str(report.month), report.reporting, report.disputed) == ("2018-05", 1, ())
    assert report.figures.fund_total == after.months(MAY)[-1].fund_total


def test_f33_the_state_is_the_same_in_every_order(alone: Database, tmp_path: Path) -> None:
    club = SampleClub()
    old = [club.export(MARCH), club.export(APRIL)]
    after = renewed(club)
    new = [after.export(MAY), after.export(JUNE)]
    queries = (
        "SELECT month, sequence, chain FROM month_figures ORDER BY month",
        "SELECT manifest, set_aside FROM bundle ORDER BY manifest",
        "SELECT public_key, from_sequence, until_sequence, until_on FROM club_key ORDER BY 1",
    )
    states = set()
    for number, order in enumerate(permutations([*old, *new])):
        folder = tmp_path / str(number)
        folder.mkdir()
        with unions.in_memory() as made:
            for data in order:
                try:
                    unions.take(made, data)
                except ClubRefusedError:
                    confirm(made, data, folder)
            with made.read() as uow:
                states.add(repr([uow.session.execute(text(q)).all() for q in queries]))
    assert len(states) == 1


def test_several_changes_at_once_are_one_confirmation(database: Database, tmp_path: Path) -> None:
    club = SampleClub()
    unions.take(database, club.export(MARCH))
    second = renewed(club)
    between = second.export(APRIL)
    third = renewed(second, "newer")
    confirm(database, third.export(MAY), tmp_path)
    assert unions.take(database, between)[0][0].value == "already there"
    assert refusal(database, second.export(JUNE)) == "union.key_retired"
    with database.read() as uow:
        keys = particulars.record(uow, club=club.name).keys
    assert [(key.from_sequence, key.until_sequence) for key in keys] == [
        (None, 1), (2, 2), (3, None),
    ]  # fmt: skip


def test_an_old_copy_of_the_book_that_changes_its_key_again_is_not_endorsed(
    database: Database, tmp_path: Path
) -> None:
    club = SampleClub()
    unions.take(database, club.export(MARCH))
    copy = replace(club, steps=list(club.steps))
    confirm(database, renewed(club).export(APRIL), tmp_path)
    restored = renewed(copy, "restored")
    data = restored.export(APRIL)
    assert refusal(database, data) == "union.key_changed"
    made = confirm(database, data, tmp_path, reason="Khôi phục từ bản sao lưu")
    assert made.set_aside == 1
    with database.read() as uow:
        record = particulars.record(uow, club=club.name)
        report = consolidation.union_report(uow)
    assert [key.endorsed for key in record.keys if key.current] == [False]
    assert report.disputed == ()


def test_a_key_without_any_statement_is_the_officers_word_alone(
    alone: Database, tmp_path: Path
) -> None:
    club = SampleClub()
    unions.take(alone, club.export(MARCH))
    other = replace(club, private=sha256(b"x").digest(), steps=list(club.steps))
    data = other.export(APRIL)
    assert refusal(alone, data) == "union.other_key"
    assert confirm(alone, data, tmp_path).outcome.value == "replaced"
    assert refusal(alone, club.export(APRIL)) == "union.key_retired"


def test_the_first_key_too_may_be_compared_with_paper(alone: Database, tmp_path: Path) -> None:
    club = SampleClub()
    data = club.export(MARCH)
    unions.take(alone, data)
    confirm(alone, data, tmp_path, reason="So với giấy khi thăm CLB")
    with alone.read() as uow:
        (key,) = particulars.record(uow, club=club.name).keys
    assert (key.confirmed_on, key.reason) == (date(2018, 12, 6), "So với giấy khi thăm CLB")


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"fingerprint": "AAAA BBBB CCCC DDDD"}, "union.fingerprint_differs"),
        ({"reason": " "}, "union.key_reason_missing"),
    ],
)
def test_without_the_right_paper_and_a_reason_nothing_is_believed(
    alone: Database, tmp_path: Path, said: dict[str, str], code: str
) -> None:
    club = SampleClub()
    unions.take(alone, club.export(MARCH))
    data = renewed(club).export(APRIL)
    with pytest.raises(AppError, match=code.replace(".", r"\.")):
        confirm(alone, data, tmp_path, **said)
    with alone.read() as uow:
        assert len(particulars.record(uow, club=club.name).keys) == 1
    assert refusal(alone, data) == "union.key_changed"


def test_an_unknown_club_and_a_retired_key_have_nothing_to_confirm(
    alone: Database, tmp_path: Path
) -> None:
    club = SampleClub()
    first = club.export(MARCH)
    with pytest.raises(AppError, match=r"union\.key_nothing_to_confirm"):
        confirm(alone, first, tmp_path)
    unions.take(alone, first)
    after = renewed(club)
    stolen = club.export(APRIL)
    confirm(alone, after.export(APRIL), tmp_path)
    with pytest.raises(AppError, match=r"union\.key_nothing_to_confirm"):
        confirm(alone, stolen, tmp_path)


def test_a_new_key_travels_up_and_is_confirmed_there_too(alone: Database, tmp_path: Path) -> None:
    club = SampleClub()
    unions.take(alone, club.export(MARCH))
    honest = renewed(club).export(APRIL)
    with unions.in_memory() as province:
        unions.take(province, SampleClub().export(MARCH))
        confirm(alone, honest, tmp_path)
        up = tmp_path / "xa.clbz"
        with alone.begin() as uow:
            receipts.export_union(uow, month=APRIL, out=up)
        (line,) = register.import_files(province, paths=[up])
        assert line.why is not None
        assert line.why.code == "union.key_changed"
        with province.begin() as uow:
            with pytest.raises(AppError, match=r"union\.club_unknown"):
                club_keys.waiting(uow, path=up)
            asked = {"path": up, "club": club.identity.uuid}
            waiting = club_keys.waiting(uow, **asked)  # type: ignore[arg-type]
            assert waiting.endorsed
            made = club_keys.confirm(
                uow, fingerprint=waiting.fingerprint.lower(), reason="Hội xã đã xem giấy",
                **asked,  # type: ignore[arg-type]
            )  # fmt: skip
        assert made.outcome.value == "replaced"


def test_changes_that_do_not_lead_to_the_key_are_refused(alone: Database) -> None:
    club = SampleClub()
    after = renewed(club)
    (true,) = after.changes
    wrong = {
        "another's signature": replace(true, signature="00" * 64),
        "another key": replace(true, new=signing.public_key(sha256(b"y").digest())),
        "itself": replace(true, old=true.new),
        "later than the bundle": replace(true, from_sequence=99),
        "nothing": replace(true, from_sequence=0),
    }
    for changes in [(one,) for one in wrong.values()] + [(true, true)]:
        data = replace(after, changes=changes, steps=[]).export(MARCH)
        assert refusal(alone, data) in ("bundle.key_change_wrong", "bundle.signature_wrong")
    unsigned: tuple[KeyChange, ...] = (replace(true, signature=""),)
    data = replace(after, changes=unsigned, steps=[]).export(MARCH)
    assert unions.take(alone, data)[0][0].value == "added"


def test_a_number_before_its_key_began_is_refused(alone: Database, tmp_path: Path) -> None:
    club = SampleClub()
    unions.take(alone, club.export(MARCH))
    club.export(APRIL)
    after = renewed(club)
    confirm(alone, after.export(MAY), tmp_path)
    early = replace(after, changes=(), steps=after.steps[:1]).export(APRIL)
    assert refusal(alone, early) == "union.key_not_yet"


def test_two_officers_may_confirm_at_once(server: Server, tmp_path: Path) -> None:
    club, address = SampleClub(), server.new_database()
    register.create(address, name="Hội LHPN tỉnh")
    with register.opened(address) as made:
        unions.take(made, club.export(MARCH))
    path = tmp_path / "moi.clbz"
    path.write_bytes(renewed(club).export(APRIL))
    told: list[str] = []

    def officer() -> None:
        with register.opened(address) as mine, mine.begin() as uow:
            waiting = club_keys.waiting(uow, path=path)
            done = club_keys.confirm(
                uow, path=path, fingerprint=waiting.fingerprint, reason="Có giấy"
            )
            told.append(done.outcome.value)

    threads = [threading.Thread(target=officer) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == ["already there", "replaced"]
    with register.opened(address) as made, made.read() as uow:
        assert len(particulars.record(uow, club=club.name).keys) == 2
