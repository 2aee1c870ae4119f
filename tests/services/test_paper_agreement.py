"""For three months the board is asked whether paper and program agree; every answer is kept."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import update

from app.base import clock
from app.base.errors import InvalidError
from app.domain.periods import Month
from app.services import closing, fund, meetings, paper_agreement
from app.services.paper_agreement import AgreementRefusedError, Standing
from app.store.club_tables import ClubRow
from app.store.database import Database, UnitOfWork
from tests.helpers.clubs import empty_club, hold_meeting

MONTHS = [Month(2024, number) for number in (1, 2, 3, 4)]


@pytest.fixture
def database() -> Database:
    """A club whose book was made in January."""
    made = empty_club()
    with made.begin() as uow:
        moment = datetime(2024, 1, 2, 8, tzinfo=UTC)
        uow.session.execute(update(ClubRow).values(created_at=moment))
    return made


def _four_months(uow: UnitOfWork) -> None:
    fund.record(uow, on=date(2024, 1, 2), kind="opening_cash", amount=500_000, fund="income")
    for month in MONTHS:
        with clock.fixed(month.last_day):
            if month == MONTHS[1]:
                closing.record_not_held(uow, month=month, reason="Mưa rét")
            else:
                hold_meeting(uow, month.first_day.replace(day=17))


def test_the_first_three_months_are_asked_about_once_closed(database: Database) -> None:
    with database.begin() as uow:
        assert paper_agreement.to_ask(uow) == ()
        _four_months(uow)
        assert paper_agreement.to_ask(uow) == tuple(MONTHS[:3])
        paper_agreement.answer(uow, month=MONTHS[0], agrees=True, by="Lê Thị Bưởi")
        assert paper_agreement.to_ask(uow) == tuple(MONTHS[1:3])
        assert paper_agreement.closed_months(uow) == tuple(MONTHS)


def test_what_differs_stays_until_it_is_settled_and_every_answer_is_kept(
    database: Database,
) -> None:
    with database.begin() as uow:
        _four_months(uow)
        first = MONTHS[0]
        paper_agreement.answer(
            uow, month=first, agrees=False, by="Lê Thị Bưởi", note=" Tiền mặt\n hơn 50.000 "
        )
        (open_one,) = paper_agreement.differing(uow)
        assert (open_one.month, open_one.note) == (first, "Tiền mặt hơn 50.000")
        assert first not in paper_agreement.to_ask(uow)
        paper_agreement.answer(uow, month=first, agrees=True, by="Trần Văn An", note="Đã sửa")
        assert paper_agreement.differing(uow) == ()
        told = [(found.agrees, found.by, found.note) for found in paper_agreement.answers(uow)]
        assert told == [
            (False, "Lê Thị Bưởi", "Tiền mặt hơn 50.000"),
            (True, "Trần Văn An", "Đã sửa"),
        ]


def test_the_figures_are_those_of_the_months_end(database: Database) -> None:
    with database.begin() as uow:
        _four_months(uow)
        donations = 20_000
        assert paper_agreement.standing(uow, month=MONTHS[1]) == Standing(
            date(2024, 2, 29), 500_000 + donations, 0, 0, 0, 0
        )


def test_a_meeting_held_in_the_next_month_counts(database: Database) -> None:
    with database.begin() as uow:
        fund.record(uow, on=date(2024, 1, 2), kind="opening_cash", amount=500_000, fund="income")
        with clock.fixed(date(2024, 2, 3)):
            draft = meetings.open_meeting(
                uow, month=MONTHS[0], on=date(2024, 2, 2), typed_by="M002"
            )
            meetings.all_present(uow, draft_id=draft)
            meetings.add_line(uow, draft_id=draft, kind="donation", amount=30_000, fund="income")
            closing.close_meeting(
                uow, draft_id=draft, typed_by="M002", confirmed_by=("M001", "M003")
            )
        found = paper_agreement.standing(uow, month=MONTHS[0])
        assert (found.on, found.cash) == (date(2024, 2, 2), 530_000)


def test_what_is_missing_is_asked_for_and_nothing_is_kept(database: Database) -> None:
    with database.begin() as uow:
        _four_months(uow)
        with pytest.raises(InvalidError) as caught:
            paper_agreement.answer(uow, month=MONTHS[0], agrees=False, by=" ", note=" ")
        assert [(p.code, p.field) for p in caught.value.problems] == [
            ("choice.missing", "by"),
            ("agreement.note_missing", "note"),
        ]
        with pytest.raises(AgreementRefusedError, match="month_open"):
            paper_agreement.answer(uow, month=Month(2024, 5), agrees=True, by="Trần Văn An")
        with pytest.raises(AgreementRefusedError, match="month_open"):
            paper_agreement.standing(uow, month=Month(2024, 5))
        assert paper_agreement.answers(uow) == ()
