"""What a club sets for its papers stands on the next one; what it never set is as always."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from app.base import clock
from app.domain import paper_settings as shapes
from app.domain.paper_settings import PaperSettings
from app.domain.periods import Month
from app.reports import doc
from app.services import paper_settings, printing
from app.services.printing import PaperRequest
from app.store.database import Database
from tests.helpers.clubs import filled_club

APRIL = Month(2024, 4)


@pytest.fixture(autouse=True)
def in_june() -> Iterator[None]:
    with clock.fixed(date(2024, 6, 20)):
        yield


@pytest.fixture
def book() -> Database:
    return filled_club()


def _set(book: Database, **values: str | bool | tuple[str, ...]) -> None:
    with book.begin() as uow:
        for key, value in values.items():
            paper_settings.write(uow, key=key, value=value)


def _paper(book: Database, name: str = "fund-statement", **about: object) -> doc.Doc:
    with book.read() as uow:
        return printing.paper(uow, PaperRequest(name, month=APRIL, **about))  # type: ignore[arg-type]


def test_nothing_set_is_the_default(book: Database) -> None:
    with book.read() as uow:
        assert paper_settings.settings(uow) == PaperSettings()


@pytest.mark.parametrize(
    "wanted",
    [
        PaperSettings(),
        PaperSettings(
            "Thái Nguyên", ("UBND xã", "Lưu CLB"), False, False, True, "Mẫu 01", "02", True
        ),
    ],
)
def test_what_is_set_is_what_is_read(book: Database, wanted: PaperSettings) -> None:
    _set(book, **{key: getattr(wanted, key) for key in shapes.KEYS})
    with book.read() as uow:
        assert paper_settings.settings(uow) == wanted


def test_place_and_recipients_stand_on_the_next_paper(book: Database) -> None:
    _set(book, place="Quan Triều", recipients=("UBND phường Quan Triều", "Lưu: VT"))
    blocks = _paper(book).blocks
    head = next(block for block in blocks if isinstance(block, doc.Letterhead))
    told = next(block for block in blocks if isinstance(block, doc.Recipients))
    assert head.place_day.startswith("Quan Triều, ")
    assert told.items == ("UBND phường Quan Triều", "Lưu: VT")


def test_the_words_of_an_amount_follow_the_habit_of_the_club(book: Database) -> None:
    with book.read() as uow:
        usual = printing.options(uow, PaperRequest("fund-statement", month=APRIL))
    _set(book, linh=False, tu=False, chan=True)
    with book.read() as uow:
        changed = printing.options(uow, PaperRequest("fund-statement", month=APRIL))
    assert usual.amount(105_024) == "Một trăm linh năm nghìn không trăm hai mươi tư đồng."
    assert changed.amount(105_024) == "Một trăm lẻ năm nghìn không trăm hai mươi bốn đồng chẵn."
    assert changed.amount(50_000) == "Năm mươi nghìn đồng chẵn."


def test_vouchers_carry_the_line_of_the_form_only_when_it_is_set(book: Database) -> None:
    def forms() -> set[str]:
        blocks = _paper(book, "vouchers").blocks
        return {block.form for block in blocks if isinstance(block, doc.Voucher)}

    assert forms() == {""}
    _set(book, receipt_form="Mẫu số 01-TT", payment_form="Mẫu số 02-TT")
    assert forms() <= {"Mẫu số 01-TT", "Mẫu số 02-TT"}
    assert forms()


def test_who_does_not_sign_gets_a_box_when_asked_or_set(book: Database) -> None:
    def boxes(**about: object) -> bool:
        blocks = _paper(book, "member-statement", member="M003", **about).blocks
        signed = [block for block in blocks if isinstance(block, doc.Signatures)]
        return any(signer.thumb for block in signed for signer in block.signers)

    assert not boxes()
    assert boxes(thumb_prints=True)
    _set(book, thumb_prints=True)
    assert boxes()


def test_a_number_asked_for_stands_on_the_paper(book: Database) -> None:
    head = next(b for b in _paper(book, number="5").blocks if isinstance(b, doc.Letterhead))
    assert head.number == "Số: 05/BC-CLB"


def test_another_setting_is_a_slip_of_ours(book: Database) -> None:
    with book.begin() as uow, pytest.raises(ValueError, match="no setting"):
        paper_settings.write(uow, key="colour", value="red")
