"""The canonical forms are frozen: what was hashed once must hash the same for ever."""

from __future__ import annotations

from datetime import date

from app.base import clock
from app.domain.periods import Month
from app.services import checking, meetings
from app.store import chain
from tests.helpers.clubs import filled_club, hold_meeting


def test_a_link_covers_the_one_before_it() -> None:
    first = chain.link(chain.START, [1, "a", None])
    assert first == "cf491f92fede0b731dd43b4951aa4ac37eac6641409dded89a9b24e550d22dbc"
    assert chain.link(first, [1, "a", None]) != first
    assert chain.link(chain.START, [1, "a", ""]) != first
    assert chain.link(chain.START, [1, "đ"]) != chain.link(chain.START, [1, "d"])


def test_stored_rows_give_the_form_they_were_hashed_in() -> None:
    with clock.fixed(date(2024, 6, 1)):
        book = filled_club()
        with book.begin() as uow:
            hold_meeting(uow, date(2024, 4, 25), notes={50_000: 3})
    assert checking.check(book).ok
    with book.read() as uow:
        number, stored, form = list(chain.entries(uow.connection))[2]
        assert (number, len(stored)) == (3, 64)
        assert form[:9] == [
            3,
            "2024-01-15",
            "loan_disbursement",
            6_000_000,
            "",
            "M002",
            "L001",
            ["M002", "2024-01-15", 6_000_000, 100, "equal_principal", 6, 0, 1],
            None,
        ]
        assert form[15] == [("cash", -6_000_000), ("loans", 6_000_000)]
        ((row, _, meeting),) = list(chain.meetings(uow.connection))
        assert row.month == "2024-04"
        assert meeting[1:4] == ["2024-04", "2024-04-25", "held"]
        assert meeting[-2][-1] == ("M005", "absent")
        assert meeting[-1] == [(50_000, 3)]


def test_a_mark_has_a_third_part_only_with_a_note() -> None:
    with clock.fixed(date(2024, 6, 1)):
        book = filled_club()
        with book.begin() as uow:
            draft = meetings.open_meeting(uow, month=Month(2024, 4), on=date(2024, 4, 25))
            meetings.set_member_note(uow, draft_id=draft, member="M005", note="ốm")
            hold_meeting(uow, date(2024, 4, 25))
    with book.read() as uow:
        ((_, _, meeting),) = list(chain.meetings(uow.connection))
    assert meeting[-2] == [
        ("M001", "present"),
        ("M002", "present"),
        ("M003", "present"),
        ("M004", "present"),
        ("M005", "absent", "ốm"),
    ]


def test_the_head_of_a_day_leaves_out_what_came_later() -> None:
    book = filled_club()
    with book.begin() as uow:
        march = chain.head(uow.connection, date(2024, 3, 31))
        assert chain.head(uow.connection, date(2024, 3, 30)) == march
        assert chain.head(uow.connection, date(2024, 4, 30)) != march
        assert chain.head_of_entries(uow.connection, date(2023, 1, 1)) == chain.START
        assert chain.head_of_meetings(uow.connection) == chain.START
        hold_meeting(uow, date(2024, 4, 25))
        assert chain.head(uow.connection, date(2024, 3, 31)) == march
        assert chain.head_of_meetings(uow.connection, "2024-04") != chain.START
