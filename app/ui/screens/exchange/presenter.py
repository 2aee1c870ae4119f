"""Sending a month to the union and hearing that it arrived. Free of Qt."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from app.base import clock
from app.base.text import search_key, translate
from app.domain.key_changes import ClubKeys
from app.domain.periods import Month, format_day
from app.services import club, consent, exporting, loans, members, signing_key
from app.services.exporting import Exported, LogLine
from app.services.printing import PaperRequest
from app.ui.ports import Beside, Services
from app.ui.wording import month_words

ENDING = ".clbz"
_NAMED = 4
"""So many names are said; of more only the number."""
OTHER_UNION = "receipt.other_union"


class ExchangePresenter:
    """Makes bundles, takes receipts in, lists what was sent."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def months(self) -> tuple[Month, ...]:
        """Months that can be sent, the newest first."""
        first = Month.of(self._services.ask(club.details).started_on)
        return tuple(reversed(tuple(first.until(Month.of(clock.today())))))

    def sent(self) -> tuple[LogLine, ...]:
        """Every bundle made so far, the newest first."""
        return self._services.ask(exporting.log)

    def file_name(self, month: Month) -> str:
        """A name for the bundle's file, without accents."""
        name = search_key(self._services.ask(club.details).name).replace(" ", "-")
        return f"{name}-{month}{ENDING}"

    def consent_words(self, level: str) -> str:
        """Who would be named in the file without having agreed; empty where nobody would."""
        if level == "totals":
            return ""
        missing = self._services.ask(consent.missing, on=clock.today())
        if level == "borrowers":
            book = self._services.ask(loans.loan_book, on=clock.today())
            borrowers = {line.member for line in book.loans}
            missing = tuple(code for code in missing if code in borrowers)
        people = self._services.ask(members.by_code)
        named = ", ".join(people[code].full_name for code in missing[:_NAMED])
        if not named:
            return ""
        words = translate(
            "window",
            "Named in it without having signed consent: {count} ({names}). Let them sign first, or "
            "send totals only.",
        )
        more = " …" if len(missing) > _NAMED else ""
        return words.format(count=len(missing), names=named + more)

    def send(
        self,
        month: Month,
        out: Path,
        level: str,
        to: Path | None,
        *,
        beside: Beside = lambda act: act(),
    ) -> Exported:
        """Make the bundle of everything up to ``month``; raises AppError."""
        return self._services.do_beside(
            beside, exporting.export_bundle, month=month, out=out, level=level, to=to
        )

    def take_receipt(self, path: Path, *, other_union: bool = False) -> LogLine:
        """Note that the union has the bundle; raises AppError, ``OTHER_UNION`` for a new key."""
        return self._services.do(exporting.take_receipt, path=path, other_union=other_union)

    def fingerprint(self) -> str:
        """The short form of the club's key, to be compared with the union's list."""
        return self._services.ask(exporting.fingerprint)

    def change_key(self, reason: str) -> ClubKeys:
        """Make a new key for the club; raises AppError ``key.reason_missing``."""
        return self._services.do(signing_key.change, reason=reason)

    def key_paper(self) -> PaperRequest:
        """The paper that the board signs, for the union to compare."""
        return PaperRequest("key-sheet", last=clock.today())


def levels() -> list[tuple[str, str]]:
    """What may be sent, the least first."""
    return [
        ("totals", translate("window", "Totals only: no names")),
        ("borrowers", translate("window", "Totals and the list of borrowers")),
        ("full", translate("window", "The whole book")),
    ]


def sent_words(made: Exported) -> str:
    """What was made and where it lies."""
    words = translate(
        "window",
        "{month} is ready in {file}. Copy it to a USB stick or send it by Zalo or mail. "
        "It is signed by your club, number {sequence}.",
    )
    return words.format(month=month_words(made.month), file=made.path.name, sequence=made.sequence)


def day_words(moment: str) -> str:
    """The day of a stored moment, on the user's calendar."""
    return format_day(datetime.fromisoformat(moment).astimezone().date())


def receipt_words(line: LogLine) -> str:
    """Whether the union said that it has the bundle."""
    if line.received_by:
        words = translate("window", "✓ received by {union} on {day}")
        return words.format(union=line.received_by, day=day_words(line.received_at))
    return translate("window", "no receipt yet")
