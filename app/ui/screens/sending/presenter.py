"""What the register gives out: receipts and its key to the clubs, all clubs to the level above.

Free of Qt."""

from __future__ import annotations

from pathlib import Path

from app.base.text import translate
from app.domain.periods import Month, format_day
from app.services import consolidation, receipts, register, supervision
from app.services.receipts import SentUp
from app.ui.ports import Services
from app.ui.wording import month_words

ENDING = ".clbz"


class SendingPresenter:
    """Asks for what was sent, and writes what is to be given out."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def months(self) -> tuple[Month, ...]:
        """The months that can be sent up, the newest told first; none in an empty register."""
        newest = self._services.ask(consolidation.newest_month)
        if newest is None:
            return ()
        return tuple(newest.plus(-back) for back in range(12))

    def usual_month(self) -> Month:
        """The month that is usually sent: the last that is over."""
        return supervision.usual_month()

    def sent(self) -> tuple[SentUp, ...]:
        return self._services.ask(receipts.sent_up)

    def send_up(self, month: Month, out: Path) -> Path:
        """All clubs in one signed bundle for the union above; raises AppError."""
        return self._services.do(receipts.export_union, month=month, out=out).path

    def write_receipts(self, folder: Path) -> tuple[Path, ...]:
        """A receipt for each club's newest bundle, to be handed back; raises AppError."""
        return self._services.ask(receipts.write_receipts, folder=folder)

    def write_key(self, out: Path) -> Path:
        """The key that clubs seal their bundles to; raises AppError."""
        return self._services.ask(register.write_key, out=out)

    def sign(self) -> str:
        """The register's own sign, as it stands on the receipts' key."""
        return self._services.ask(register.own_fingerprint)


def file_name(month: Month) -> str:
    """What the bundle for the level above is called at first."""
    return f"union-{month}{ENDING}"


def with_ending(out: Path) -> Path:
    """The file's name with the ending that bundles have."""
    return out if out.suffix == ENDING else out.with_name(out.name + ENDING)


def receipts_words(folder: Path, written: tuple[Path, ...]) -> str:
    """Where the receipts lie, and how many."""
    if not written:
        return translate("window", "There is no file yet that a receipt could be given for.")
    words = translate("window", "Receipts written into {folder}: {count}. Give each club its own.")
    return words.format(folder=str(folder), count=len(written))


def sent_words(out: Path, month: Month) -> str:
    words = translate("window", "{file} holds {month} of all clubs, signed.")
    return words.format(file=out.name, month=month_words(month))


def month_short(line: SentUp) -> str:
    return f"{line.month.number:02d}/{line.month.year}"


def day_words(line: SentUp) -> str:
    return format_day(line.made_on)
