"""What a club's page says: who it is, its year, one month, its files, its key. Free of Qt."""

from __future__ import annotations

from pathlib import Path

from app.base import clock
from app.base.text import translate
from app.domain.club_card import ClubCard, MonthStory, SentBundle, story
from app.domain.club_facts import BorrowerLine, MonthFacts
from app.domain.labels import activity_label
from app.domain.money import format_bp, format_dong, ratio_bp
from app.domain.particulars import ClubRecord
from app.domain.periods import Month, format_day
from app.domain.supervision import Box, year_boxes
from app.services import club_card, particulars, receipts
from app.ui.ports import Services
from app.ui.wording import capital, month_words

CHART_MONTHS = 24
BOX_SIGNS = {Box.HELD: "✓", Box.NOT_HELD: "–", Box.NOT_TOLD: "?", Box.BEFORE: "", Box.TO_COME: ""}
BOX_TONES = {Box.HELD: "good", Box.NOT_HELD: "watch", Box.NOT_TOLD: "late"}


class CardPresenter:
    """One club of the register, looked at month by month."""

    def __init__(self, services: Services, club: str, month: Month) -> None:
        self._services = services
        self.card: ClubCard = services.ask(club_card.card, club=club)
        self.record: ClubRecord = services.ask(particulars.record, club=club)
        last = self.card.months[-1].month if self.card.months else month
        self.month = min(month, last)
        self.until = month

    def years(self) -> tuple[int, ...]:
        """The years of the club's book up to the month asked for, the newest first."""
        return tuple(range(self.until.year, self.card.started_on.year - 1, -1))

    def boxes(self, year: int) -> tuple[tuple[Month, Box], ...]:
        """The twelve months of a year."""
        last = self.until if year == self.until.year else Month(year, 12)
        found = year_boxes(self.card.months, Month.of(self.card.started_on), last)
        return tuple(zip(Month(year, 1).until(Month(year, 12)), found, strict=True))

    def story(self, month: Month) -> MonthStory | None:
        """What the club told of one month."""
        return story(self.card.months, month)

    def line(self) -> tuple[tuple[str, int], ...]:
        """The whole fund of the last months told."""
        told = self.card.months[-CHART_MONTHS:]
        return tuple((_short(facts.month), facts.fund_total) for facts in told)

    def write_receipt(self, folder: Path) -> tuple[Path, ...]:
        """The receipt for the club's newest bundle; none while its bundles are disputed."""
        return self._services.ask(receipts.write_receipts, folder=folder, club=self.card.uuid)


def year_words(boxes: tuple[tuple[Month, Box], ...]) -> str:
    """The year in one sentence."""
    kinds = [box for _, box in boxes]
    missed = [str(month.number) for month, box in boxes if box is Box.NOT_HELD]
    words = translate("window", "{year}: {held} meetings held of {due} months told.").format(
        year=boxes[0][0].year,
        held=kinds.count(Box.HELD),
        due=kinds.count(Box.HELD) + len(missed),
    )
    if not missed:
        return words
    more = translate("window", "No meeting in month {months}.").format(months=", ".join(missed))
    return f"{words} {more}"


def month_facts(month: Month, told: MonthStory | None) -> list[tuple[str, str]]:
    """One month in words; one line when it was not told."""
    head = capital(month_words(month))
    if told is None:
        return [(head, translate("window", "nothing told"))]
    facts = told.facts
    attendance = (
        translate("window", "meeting held, present {present} of {listed} ({rate})").format(
            present=told.present,
            listed=told.listed,
            rate=format_bp(ratio_bp(told.present, told.listed)),
        )
        if told.held
        else translate("window", "no meeting")
    )
    return [
        (head, attendance),
        (translate("window", "Members"), _people(facts)),
        (translate("window", "Whole fund"), _fund(told)),
        (translate("window", "Cash and bank"), f"{_d(facts.cash)} + {_d(facts.bank)}"),
        (translate("window", "Outstanding"), _loans(facts)),
        (translate("window", "Savings"), _d(facts.savings)),
        (
            translate("window", "Taken in, paid out"),
            f"{_d(facts.receipts)} – {_d(facts.payments)}",
        ),
        (translate("window", "Typed in"), _typed(facts)),
        (translate("window", "Areas of work so far"), _activities(facts)),
    ]


def _typed(facts: MonthFacts) -> str:
    """On which days the month's entries were recorded, beside the month itself (R13)."""
    if facts.typed_first is None or facts.typed_last is None:
        return translate("window", "not told")
    words = translate("window", "entries {count}, from {first} to {last}").format(
        count=facts.entries,
        first=format_day(facts.typed_first),
        last=format_day(facts.typed_last),
    )
    if not facts.typed_late:
        return words
    late = translate("window", "{count} of them more than a month late")
    return f"{words}; {late.format(count=facts.typed_late)}"


def _people(facts: MonthFacts) -> str:
    words = translate(
        "window", "{members}: women {women}, aged 60 and over {older}, 55 and over {over55}, "
        "poor {poor}, near-poor {near}",
    )  # fmt: skip
    return words.format(
        members=facts.members,
        women=facts.women,
        older=facts.older_60,
        over55=facts.older_55,
        poor=facts.poor,
        near=facts.near_poor,
    )


def _fund(told: MonthStory) -> str:
    change = told.fund_change
    if change is None:
        return _d(told.facts.fund_total)
    words = (
        translate("window", "{amount} ({change} more than the month before)")
        if change >= 0
        else translate("window", "{amount} ({change} less than the month before)")
    )
    return words.format(amount=_d(told.facts.fund_total), change=_d(abs(change)))


def _loans(facts: MonthFacts) -> str:
    words = translate(
        "window", "{amount}, borrowers {count}; in loans more than 30 days late {late} ({rate})"
    )
    return words.format(
        amount=_d(facts.loans_outstanding),
        count=facts.borrowers,
        late=_d(facts.par30),
        rate=format_bp(ratio_bp(facts.par30, facts.loans_outstanding)),
    )


def _activities(facts: MonthFacts) -> str:
    counts = ((n, getattr(facts, f"activity_{n}")) for n in range(1, 9))
    return "; ".join(f"{activity_label(str(n))} {count}" for n, count in counts if count) or "–"


def level_words(bundle: SentBundle) -> str:
    """How much the bundle tells."""
    return {
        "totals": translate("window", "sums only"),
        "borrowers": translate("window", "with borrowers"),
        "full": translate("window", "everything"),
    }[bundle.level]


def bundle_state(bundle: SentBundle) -> str:
    """Whether the bundle counts."""
    if bundle.set_aside:
        return translate("window", "– set aside")
    if bundle.disputed:
        return translate("window", "! contradicts another")
    return translate("window", "✓ counts")


def bundle_tone(bundle: SentBundle) -> str:
    if bundle.set_aside:
        return "soft"
    return "late" if bundle.disputed else "good"


def late_words(line: BorrowerLine) -> str:
    """Since when a borrower is behind, and with how much."""
    if not line.overdue or line.due is None:
        return ""
    days = max(0, (clock.today() - line.due).days)
    words = translate("window", "! {amount} since {day}, {days} days")
    return words.format(amount=_d(line.overdue), day=format_day(line.due), days=days)


def _d(amount: int) -> str:
    return format_dong(amount)


def _short(month: Month) -> str:
    return f"{month.number:02d}/{month.year}"
