"""What the other screens say, asked of the practice book; no Qt anywhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.base import clock
from app.base.errors import AppError, InvalidError, Problem, Where
from app.base.text import language
from app.domain.money import format_bp, format_dong
from app.domain.periods import Month
from app.services import books, club, consent, fund, loans, members, people
from app.services.sentences import sentence
from app.ui.screens.exchange.presenter import ExchangePresenter, receipt_words, sent_words
from app.ui.screens.fund.presenter import EntryForm, FundPresenter, state_words
from app.ui.screens.home.presenter import HomePresenter, Step
from app.ui.screens.loans.presenter import ALL, DUE, LATE, LoansPresenter, book_words
from app.ui.screens.meeting.presenter import MeetingPresenter
from app.ui.screens.members.presenter import MemberForm, MembersPresenter, age_words
from app.ui.screens.welcome import presenter as welcome
from app.ui.wording import amount_words, month_words, typed_rate
from tests.ui.conftest import TODAY, Desk

MONTH = Month.of(TODAY)


def test_home_leads_to_this_months_meeting(desk: Desk) -> None:
    facts = HomePresenter(desk).facts()
    assert (facts.step, facts.month, facts.can_skip) == (Step.START, MONTH, True)
    assert "tháng 11 năm 2026" in facts.verb
    assert len(facts.year) == 12
    assert len(facts.line) == 24
    assert [todo.screen for todo in facts.todos] == ["loans", "exchange"] or facts.todos


def test_home_shares_out_the_loans_by_lateness(desk: Desk) -> None:
    facts = HomePresenter(desk).facts()
    book = desk.ask(loans.loan_book, on=TODAY)
    assert sum(part.amount for part in facts.lateness) == book.outstanding > 0
    assert all(part.word and part.amount for part in facts.lateness)


def test_home_says_who_came_and_when_the_fewest(desk: Desk) -> None:
    facts = HomePresenter(desk).facts()
    first, last = MONTH.plus(-11).first_day, MONTH.last_day
    told = desk.ask(people.attendance, first=first, last=last)
    held = [met for met in told.meetings if met.status == "held"]
    assert [(met.month, met.present) for met in facts.came] == [(m.month, m.present) for m in held]
    fewest = min(met.present for met in held)
    assert format_bp(told.rate_bp) in facts.came_words
    assert f"{fewest} trên" in facts.came_words


def test_home_says_the_line_in_words(desk: Desk) -> None:
    facts = HomePresenter(desk).facts()
    (since, first), (_until, last) = facts.line[0], facts.line[-1]
    assert last > first
    told = f"Nay {format_dong(last)}: từ tháng {since} tăng {format_dong(last - first)}."
    assert facts.line_words == told


def test_who_has_not_agreed_is_told_before_names_are_sent(desk: Desk) -> None:
    exchange = ExchangePresenter(desk)
    unsigned = desk.ask(consent.missing, on=TODAY)
    assert len(unsigned) == 2
    assert exchange.consent_words("totals") == ""
    assert "2 người chưa ký" in exchange.consent_words("full")
    assert exchange.consent_words("borrowers") == "", "neither of them has a loan"
    borrower = desk.ask(loans.loan_book, on=TODAY).loans[0]
    desk.do(consent.withdraw, member=borrower.member, on=TODAY)
    told = exchange.consent_words("borrowers")
    assert f"1 người chưa ký đồng ý ({borrower.name})" in told


def test_home_goes_on_with_an_open_meeting(desk: Desk) -> None:
    MeetingPresenter(desk).open(MONTH, TODAY)
    assert HomePresenter(desk).facts().step is Step.GO_ON


def test_home_knows_a_month_without_a_meeting(desk: Desk) -> None:
    home = HomePresenter(desk)
    with pytest.raises(AppError):
        home.not_held(MONTH, "  ")
    home.not_held(MONTH, "Mưa bão")
    facts = home.facts()
    assert facts.step is Step.PRINT
    assert facts.year[MONTH.number - 1].reason == "Mưa bão"
    assert f"tháng {MONTH.number} (Mưa bão)" in facts.year_words


def test_home_tells_missed_months_of_last_year_in_one_line(desk: Desk) -> None:
    with clock.fixed(date(2027, 2, 3)):
        (todo,) = [todo for todo in HomePresenter(desk).facts().todos if todo.screen == "meeting"]
        assert (todo.about, todo.text) == (MONTH, "Còn 3 tháng chưa ghi, từ tháng 11 năm 2026")
        MeetingPresenter(desk).open(MONTH, TODAY)
        (todo,) = [todo for todo in HomePresenter(desk).facts().todos if todo.screen == "meeting"]
    assert todo.about == MONTH.plus(1), "the one that is begun is the biggest button's"


def test_members_join_and_change(desk: Desk) -> None:
    people = MembersPresenter(desk)
    before = len(people.listed(with_left=False))
    form = MemberForm("Đỗ Thị  Mới", "F", "1960", TODAY, "xóm 6", "", "", "member")
    code = people.join(form)
    joined = next(m for m in people.listed(with_left=False) if m.code == code)
    assert joined.full_name == "Đỗ Thị Mới"
    assert age_words(joined) == "66"
    people.edit(joined, replace(form, phone="0912 345 678"))
    assert len(people.listed(with_left=False)) == before + 1
    assert f"{before + 1} thành viên" in people.counts_words()
    with pytest.raises(InvalidError):
        people.join(replace(form, joined_on=None))


def test_a_passbook_is_asked(desk: Desk) -> None:
    people = MembersPresenter(desk)
    member = people.listed(with_left=False)[0]
    assert people.passbook(member).member == member.code


def test_loans_are_narrowed(desk: Desk) -> None:
    lending = LoansPresenter(desk)
    book = lending.book()
    assert lending.chosen(book, ALL) == book.loans
    assert all(line.overdue_principal for line in lending.chosen(book, LATE))
    assert len(lending.chosen(book, DUE)) <= len(book.loans)
    line = book.loans[0]
    whole = desk.ask(loans.pay_off, loan=line.loan, on=TODAY)
    assert whole >= line.outstanding
    assert lending.pay_off_words(line.loan, TODAY).startswith(f"{format_dong(whole)} đồng = gốc ")
    assert sum(row.principal for row in lending.schedule(line.loan).rows) == line.principal
    assert f"{book.open} khoản" in book_words(book)


def test_an_entry_is_recorded_and_taken_back(desk: Desk) -> None:
    money = FundPresenter(desk)
    form = EntryForm(TODAY, "donation", 100_000, "care", "", "Ủng hộ")
    money.record(form)
    line = money.entries(2026, reversed_too=False)[0]
    assert (line.kind, line.amount) == ("donation", 100_000)
    money.take_back(line, "ghi hai lần")
    hidden = [found.id for found in money.entries(2026, reversed_too=False)]
    assert line.id not in hidden
    shown = money.entries(2026, reversed_too=True)
    assert any(state_words(found).endswith("ghi hai lần") for found in shown)


@pytest.mark.parametrize(
    ("change", "field"),
    [({"on": None}, "on"), ({"amount": None}, "amount"), ({"kind": "saving_deposit"}, "member")],
)
def test_what_an_entry_lacks_stands_under_its_field(
    desk: Desk, change: dict[str, object], field: str
) -> None:
    form = EntryForm(TODAY, "expense", 1_000, "operating", "", "")
    with pytest.raises(InvalidError) as caught:
        FundPresenter(desk).record(replace(form, **change))  # type: ignore[arg-type]
    assert [problem.field for problem in caught.value.problems] == [field]


def test_a_month_is_sent_to_the_union(desk: Desk, tmp_path: Path) -> None:
    union = ExchangePresenter(desk)
    month = union.months()[1]
    out = tmp_path / union.file_name(month)
    made = union.send(month, out, "totals", None)
    assert out.is_file()
    assert out.name in sent_words(made)
    (line,) = union.sent()
    assert receipt_words(line) == "chưa có giấy báo nhận"
    assert out.name.isascii()


def test_a_new_club_in_five_steps(tmp_path: Path) -> None:
    wanted = welcome.NewClub(
        "CLB xóm Mới",
        date(2026, 11, 1),
        rules={"fee_monthly": "5000", "loan_rate_bp": "70"},
        board={"chair": "Hà Thị Hoa", "secretary": "Lê Văn Bình", "treasurer": ""},
        cash=1_200_000,
        bank=300_000,
        founded_on=date(2018, 5, 20),
    )
    told = welcome.read_back(wanted, tmp_path / "moi.soclb")
    assert any("20/05/2018" in line for line in told)
    assert any("1.200.000" in line for line in told)
    path = welcome.found(tmp_path / "moi.soclb", wanted)
    with books.reading(path) as database, database.read() as uow:
        assert club.details(uow).name == "CLB xóm Mới"
        assert set(members.board(uow, on=TODAY)) == {"chair", "secretary"}
        assert fund.balances(uow, on=TODAY).cash == 1_200_000
        assert fund.balances(uow, on=TODAY).bank == 300_000
        assert club.details(uow).founded_on == date(2018, 5, 20)
    with pytest.raises(InvalidError) as caught:
        welcome.check_place(welcome.NewClub("  ", None))
    assert [problem.field for problem in caught.value.problems] == ["name", "started_on"]


def test_a_new_book_in_a_cloud_folder_is_doubted(tmp_path: Path) -> None:
    doubt = welcome.place_doubt(tmp_path / "OneDrive" / "clb.soclb")
    assert doubt is not None
    assert "OneDrive" in sentence(doubt)
    assert welcome.place_doubt(tmp_path / "clb.soclb") is None


def test_a_club_with_a_wrong_rule_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "sai.soclb"
    with pytest.raises(AppError):
        welcome.found(path, welcome.NewClub("CLB", TODAY, rules={"loan_rate_bp": "99999"}))
    assert not path.exists()


def test_wrong_cells_are_listed_with_their_place() -> None:
    error = InvalidError(
        [
            Problem("name.missing", where=Where("members.csv", 7, "full_name")),
            Problem("day.missing"),
        ]
    )
    first, second = welcome.wrong_cells(error)
    assert (first.file, first.row, first.column) == ("members.csv", "7", "full_name")
    assert second.file == ""


def test_files_get_free_names_without_accents(own_home: Path) -> None:
    path = welcome.path_for("CLB xóm Đồng")
    assert path.name == "clb-xom-dong.soclb"
    path.parent.mkdir(parents=True)
    path.touch()
    assert welcome.path_for("CLB xóm Đồng").name == "clb-xom-dong-2.soclb"


@pytest.mark.parametrize(
    ("text", "rate"),
    [("0,7", 70), ("0.70 %", 70), ("1", 100), ("", None), ("0,705", None), ("-1", None)],
)
def test_rates_as_people_type_them(text: str, rate: int | None) -> None:
    assert typed_rate(text) == rate


def test_words_follow_the_language() -> None:
    assert month_words(MONTH) == "tháng 11 năm 2026"
    assert amount_words(21_000) == "Hai mươi mốt nghìn đồng."
    with language("en"):
        assert month_words(MONTH) == "November 2026"
        assert amount_words(21_000).endswith("dong.")
