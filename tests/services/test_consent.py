"""Consent is never assumed, never lost, and taken back by a request that is done in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from app.base import clock
from app.base.errors import InvalidError
from app.domain.consent import SHEET
from app.services import consent, data_requests
from app.services.data_requests import RequestRefusedError
from app.services.members import UnknownMemberError
from app.store.database import Database
from tests.helpers.clubs import empty_club

ON = date(2024, 5, 2)
LATER = date(2024, 5, 20)


@pytest.fixture
def database() -> Iterator[Database]:
    with clock.fixed(LATER):
        yield empty_club()


def test_nobody_has_agreed_until_she_signs(database: Database) -> None:
    with database.begin() as uow:
        assert len(consent.missing(uow, on=ON)) == 5
        consent.record(
            uow,
            people=("M001", "M002"),
            on=ON,
            purposes=("health", "club"),
            kept_at=" tủ \n nhà văn hóa",
            by="Trần Văn An",
        )
        consent.record(uow, people=("M003",), on=ON, purposes=("health",))
        found = consent.standing(uow)
        assert found["M001"].purposes == ("club", "health")
        assert (found["M001"].sheet, found["M001"].kept_at) == (SHEET, "tủ nhà văn hóa")
        assert set(consent.missing(uow, on=ON)) == {"M003", "M004", "M005"}


def test_every_row_stays_and_the_newest_counts(database: Database) -> None:
    with database.begin() as uow:
        consent.record(uow, people=("M001",), on=ON, purposes=("club",))
        consent.withdraw(uow, member="M001", on=LATER, by="Trần Văn An")
        told = [(c.on, c.purposes, c.sheet) for c in consent.history(uow, member="M001")]
        assert told == [(ON, ("club",), SHEET), (LATER, (), "")]
        assert "M001" in consent.missing(uow, on=LATER)
        assert consent.history(uow, member="M002") == ()


def test_what_is_missing_is_asked_for(database: Database) -> None:
    with database.begin() as uow:
        with pytest.raises(InvalidError) as caught:
            consent.record(uow, people=(), on=date(2024, 6, 1), purposes=())
        assert [(p.code, p.field) for p in caught.value.problems] == [
            ("choice.missing", "people"),
            ("consent.no_purpose", "purposes"),
            ("entry.in_future", "on"),
        ]
        with pytest.raises(UnknownMemberError):
            consent.record(uow, people=("M099",), on=ON, purposes=("club",))


def test_taking_consent_back_is_asked_answered_and_done(database: Database) -> None:
    with database.begin() as uow:
        consent.record(uow, people=("M002",), on=ON, purposes=("club", "health"))
        number = data_requests.ask(uow, member="M002", on=ON, kind="withdraw", words="thôi ghi")
        (waiting,) = data_requests.waiting(uow)
        assert (waiting.member, waiting.next_due) == ("M002", date(2024, 5, 6))
        data_requests.answer(uow, request=number, on=date(2024, 5, 3))
        assert data_requests.waiting(uow)[0].next_due == date(2024, 5, 17)
        data_requests.extend(uow, request=number)
        assert data_requests.waiting(uow)[0].next_due == date(2024, 6, 1)
        with pytest.raises(RequestRefusedError, match="extended_already"):
            data_requests.extend(uow, request=number)
        data_requests.finish(uow, request=number, on=LATER, outcome="Đã ngừng ghi", by="An")
        assert data_requests.waiting(uow) == ()
        assert consent.standing(uow)["M002"].purposes == ()
        with pytest.raises(RequestRefusedError, match="done_already"):
            data_requests.finish(uow, request=number, on=LATER, outcome="nữa")


def test_the_most_urgent_request_comes_first(database: Database) -> None:
    with database.begin() as uow:
        later = data_requests.ask(uow, member="M001", on=LATER, kind="see")
        sooner = data_requests.ask(uow, member="M002", on=ON, kind="correct")
        assert [request.id for request in data_requests.waiting(uow)] == [sooner, later]
        assert [r.id for r in data_requests.requests(uow, member="M001")] == [later]
        data_requests.finish(uow, request=sooner, on=ON, outcome="Đã sửa")
        done = data_requests.requests(uow, member="M002")[0]
        assert (done.answered_on, done.done_on, done.outcome) == (ON, ON, "Đã sửa")


def test_a_request_is_refused_with_its_reason(database: Database) -> None:
    with database.begin() as uow:
        with pytest.raises(InvalidError) as caught:
            data_requests.ask(uow, member="M001", on=date(2024, 6, 1), kind="")
        assert [p.code for p in caught.value.problems] == [
            "entry.in_future",
            "request.kind_missing",
        ]
        number = data_requests.ask(uow, member="M001", on=ON, kind="see")
        for day in (date(2024, 5, 1), date(2024, 6, 1)):
            with pytest.raises(RequestRefusedError, match="day_out_of_order"):
                data_requests.answer(uow, request=number, on=day)
        with pytest.raises(InvalidError) as caught:
            data_requests.finish(uow, request=number, on=ON, outcome="  ")
        assert caught.value.problems[0].field == "reason"
        with pytest.raises(RequestRefusedError, match="done_already"):
            data_requests.answer(uow, request=99, on=ON)
