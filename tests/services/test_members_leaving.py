"""A day of joining or leaving never contradicts what the book already holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.base.errors import InvalidError
from app.services import fund, members
from app.services.paper_book import import_book
from app.store.books import open_book
from app.store.database import UnitOfWork
from tests.helpers.paper_books import lines, write


@pytest.fixture
def uow(tmp_path: Path) -> Iterator[UnitOfWork]:
    import_book(tmp_path / "book.soclb", source=write(tmp_path / "book", lines()))
    database = open_book(tmp_path / "book.soclb")
    with database.begin() as uow:
        yield uow
    database.close()


def test_nobody_leaves_before_the_last_meeting_and_payment(uow: UnitOfWork) -> None:
    fund.record(uow, on=date(2020, 2, 21), kind="membership_fee", amount=5000, member="M001")
    with pytest.raises(InvalidError) as caught:
        members.leave(uow, code="M001", on=date(2020, 2, 20))
    assert caught.value.problems[0].code == "member.left_before_traces"
    assert caught.value.problems[0].params == {"on": date(2020, 2, 21)}
    members.leave(uow, code="M001", on=date(2020, 2, 21))


def test_what_may_follow_leaving_does_not_hold_a_member(uow: UnitOfWork) -> None:
    members.leave(uow, code="M002", on=date(2020, 1, 10))
    with pytest.raises(InvalidError):
        members.leave(uow, code="M002", on=date(2020, 1, 9))


def test_an_older_loan_that_was_taken_over_does_not_hold_the_day_of_joining(
    uow: UnitOfWork,
) -> None:
    member = members.by_code(uow)["M002"]
    members.edit(uow, member=replace(member, joined_on=date(2020, 1, 1)))
    with pytest.raises(InvalidError) as caught:
        members.edit(uow, member=replace(member, joined_on=date(2020, 1, 2)))
    assert caught.value.problems[0].code == "member.joined_after_traces"
