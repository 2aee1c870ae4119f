"""What all papers of a club share: options, letterhead, recipients, signatures, foot, prose.

Owns the settings a club makes for its papers and the language they are written in, which may
differ from the language of the screen. What a paper says stands in its own module.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from functools import wraps
from typing import TypeVar

from app.base.text import language, translate
from app.domain import words
from app.domain.club import ClubHead
from app.domain.paper_shapes import Board
from app.domain.periods import Month
from app.reports import doc

Shape = TypeVar("Shape")
Build = Callable[[Shape, "PaperOptions"], doc.Doc]

NOBODY = Board()
_UNIT_WORDS = ("xã ", "phường ", "thị trấn ", "đặc khu ")


@dataclass(frozen=True, slots=True)
class PaperOptions:
    """How a club wants its papers; what is empty is taken from the figures printed.

    ``linh``, ``tu`` and ``chan`` are the habits of ``words.amount_sentence``; ``on`` is the day
    of the place line; ``recipients`` end with where the paper is kept. ``forms`` are the lines that
    name an official form on receipts and on payments; ``thumb_prints`` gives members a box.
    ``board`` signs, and ``subject`` stands under the title, where the figures do not say so.
    """

    language: str = "vi"
    parent_body: str = ""
    club: str = ""
    number: str = ""
    place: str = ""
    on: date | None = None
    check_code: str = ""
    practice: bool = False
    recipients: tuple[str, ...] = ()
    forms: tuple[str, str] = ("", "")
    thumb_prints: bool = False
    board: Board = NOBODY
    subject: str = ""
    linh: bool = True
    tu: bool = True
    chan: bool = False

    @property
    def vietnamese(self) -> bool:
        return self.language == "vi"

    def day(self, day: date) -> str:
        return words.day_in_words(day) if self.vietnamese else words.english_day(day)

    def month(self, month: Month) -> str:
        named = words.month_in_words if self.vietnamese else words.english_month
        return named(month.year, month.number)

    def moment(self, clock: str) -> str:
        """``HH:MM`` in prose; another text as it is."""
        try:
            moment = time.fromisoformat(clock)
        except ValueError:
            return clock
        return words.time_in_words(moment) if self.vietnamese else moment.strftime("%H:%M")

    def amount(self, amount: int) -> str:
        """``amount`` in words as a sentence; empty below 0, which no amount in words has."""
        if amount < 0:
            return ""
        if not self.vietnamese:
            return words.english_amount(amount)
        return words.amount_sentence(amount, linh=self.linh, tu=self.tu, chan=self.chan)

    def period(self, first: date, last: date) -> str:
        """``tháng 11 năm 2018``, ``quý IV năm 2018``, ``năm 2018``, or the two days."""
        start, end = Month.of(first), Month.of(last)
        if first != start.first_day or last != end.last_day:
            return translate("paper", "{first} to {last}").format(
                first=self.day(first), last=self.day(last)
            )
        length = start.count_to(end)
        if length == 1:
            return self.month(start)
        if length == 12 and start.number == 1:
            return translate("paper", "year {year}").format(year=start.year)
        if length == 3 and start.number % 3 == 1:
            quarter = ("I", "II", "III", "IV")[start.number // 3]
            return translate("paper", "quarter {quarter} of {year}").format(
                quarter=quarter, year=start.year
            )
        return translate("paper", "{first} to {last}").format(
            first=self.month(start), last=self.month(end)
        )


def in_paper_language(build: Build[Shape]) -> Build[Shape]:
    """Let ``build`` word its paper in ``paper.language``, whatever the screen speaks."""

    @wraps(build)
    def worded(data: Shape, paper: PaperOptions) -> doc.Doc:
        with language(paper.language):
            return build(data, paper)

    return worded


def letterhead(
    club: ClubHead, paper: PaperOptions, *, sign: str = "", number: str = "", on: date | None = None
) -> doc.Letterhead:
    """The head of page 1 (Decree 30/2020/NĐ-CP); without ``on`` it has no place line.

    ``sign`` stands behind the number (``paper_numbers``): BB-CLB, BC-CLB …
    """
    day = paper.on or on
    return doc.Letterhead(
        parent=paper.parent_body or club.parent_body,
        issuer=paper.club or club.name,
        number=_number(paper.number or number, sign) if sign else "",
        motto=translate("paper", "SOCIALIST REPUBLIC OF VIET NAM"),
        tagline=translate("paper", "Independence - Freedom - Happiness"),
        place_day=_place_day(paper.place or _own_name(club.commune), day, paper)
        if on and day
        else "",
    )


def _number(number: str, sign: str) -> str:
    """A bare number gets its zero below 10 and its sign; an empty one stays to be written in."""
    if not number or number.isdecimal():
        number = f"{number.zfill(2) if number else '.......'}/{sign}"
    return translate("paper", "No.: {number}").format(number=number)


def _own_name(commune: str) -> str:
    """The commune's own name; "Phường 1" keeps its word, with a capital.

    Decree 30/2020/NĐ-CP, annex II.
    """
    for word in _UNIT_WORDS:
        if commune.lower().startswith(word):
            own = commune[len(word) :]
            return commune[:1].upper() + commune[1:] if own.isdecimal() else own
    return commune


def _place_day(place: str, day: date, paper: PaperOptions) -> str:
    return f"{place}, {paper.day(day)}" if place else paper.day(day)


def signer(role: str, name: str = "") -> doc.Signer:
    return doc.Signer(role, name, translate("paper", "(signature, full name)"))


def member_signer(role: str, name: str, paper: PaperOptions) -> doc.Signer:
    """A member who signs, or presses a thumb where the club's papers have a box for it."""
    if not paper.thumb_prints:
        return signer(role, name)
    return doc.Signer(role, name, translate("paper", "(signature or thumb print)"), thumb=True)


def recipients(club: ClubHead, paper: PaperOptions) -> doc.Recipients:
    """Who gets the paper: as set, else the parent body; the club keeps a copy."""
    parent = paper.parent_body or club.parent_body
    default = (*((parent,) if parent else ()), translate("paper", "Kept: the club"))
    return doc.Recipients(translate("paper", "Recipients:"), paper.recipients or default)


def assemble(
    title: str,
    period: str,
    club: ClubHead,
    paper: PaperOptions,
    blocks: list[doc.Block],
    *,
    check_code: str = "",
    landscape: bool = False,
    large_type: bool = False,
) -> doc.Doc:
    """The whole paper, with the foot that its check code needs (CONTRACT 5.15)."""
    name = paper.club or club.name
    code = paper.check_code or check_code
    foot = ""
    if code:
        foot = translate("paper", "Check code {code} · {club} · {paper} · {period}").format(
            code=code, club=name, paper=title, period=period
        )
    return doc.Doc(
        title=f"{title} {period}".strip(),
        author=name,
        blocks=tuple(blocks),
        stamp=practice_stamp(club, paper),
        foot=foot,
        landscape=landscape,
        language=paper.language,
        large_type=large_type,
    )


def practice_stamp(club: ClubHead, paper: PaperOptions) -> str:
    """What marks each page of a practice book; empty for a real one."""
    return translate("paper", "PRACTICE BOOK") if paper.practice or club.practice else ""


def serial_column() -> doc.Column:
    return doc.Column(translate("paper", "No."), 6, doc.Align.CENTRE)


def amount_column(title: str, weight: int = 20, *, carried: bool = False) -> doc.Column:
    return doc.Column(title, weight, doc.Align.RIGHT, carried)
