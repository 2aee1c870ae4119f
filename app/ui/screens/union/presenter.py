"""The union's side: bundles come in, all clubs on one page, receipts go back. Free of Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from app.base.text import translate
from app.domain.money import format_bp, format_dong
from app.domain.periods import Month
from app.domain.union_statements import ClubLine, UnionReport
from app.services import consolidation, receipts, register
from app.services.register import ImportLine
from app.services.sentences import sentence
from app.ui.ports import Services
from app.ui.wording import capital, month_words


class UnionPresenter:
    """Asks the register; ``source`` is what ``register.import_files`` opens its units from."""

    def __init__(self, services: Services, source: Any) -> None:
        self._services = services
        self._source = source

    def newest(self) -> Month | None:
        """The last month any club has told of."""
        return self._services.ask(consolidation.newest_month)

    def report(self, month: Month | None) -> UnionReport:
        """All clubs as of a month."""
        return self._services.ask(consolidation.union_report, month=month)

    def take_in(
        self, paths: Sequence[Path], report: Callable[[int, int], None]
    ) -> tuple[ImportLine, ...]:
        """Take bundles in; one line a club, nothing stops the others."""

        def progress(done: int, total: int) -> bool:
            report(done, total)
            return True

        return register.import_files(self._source, paths=paths, progress=progress)

    def write_key(self, out: Path) -> Path:
        """The key that clubs seal their bundles to; raises AppError."""
        return self._services.ask(register.write_key, out=out)

    def write_receipts(self, folder: Path) -> tuple[Path, ...]:
        """A receipt for each club's newest bundle, to be handed back; raises AppError."""
        return self._services.ask(receipts.write_receipts, folder=folder)

    def send_up(self, month: Month, out: Path) -> Path:
        """All clubs in one signed bundle for the union above; raises AppError."""
        return self._services.do(receipts.export_union, month=month, out=out).path

    def write_report(self, month: Month | None, out: Path) -> None:
        """The page of all clubs, on paper; raises AppError."""
        self._services.ask(consolidation.write, month=month, out=out)


def outcome_words(line: ImportLine) -> str:
    """What became of a bundle."""
    return {
        "added": translate("window", "added"),
        "replaced": translate("window", "replaced by the newer one"),
        "already there": translate("window", "already there"),
        "refused": translate("window", "refused"),
        "conflict": translate("window", "contradicts what was sent before"),
    }[str(line.outcome)]


def why_words(line: ImportLine) -> str:
    """The reason of a refusal, or the sign of a club met for the first time."""
    if line.why is not None:
        return sentence(line.why)
    return line.fingerprint


def figures_words(report: UnionReport) -> str:
    """All clubs in one sentence."""
    words = translate(
        "window",
        "{month}: {reporting} of {clubs} clubs have reported · {members} members · "
        "more than 30 days late: {rate}",
    )
    return words.format(
        month=capital(month_words(report.month)),
        reporting=report.reporting,
        clubs=report.clubs,
        members=report.figures.members,
        rate=format_bp(report.figures.par30_bp),
    )


def figure(line: ClubLine, name: str) -> int:
    """One figure of a club, 0 where it has told nothing."""
    return int(getattr(line.figures, name) or 0) if line.figures else 0


def amount(line: ClubLine, name: str) -> str:
    return format_dong(figure(line, name)) if line.figures else "–"


def state_words(line: ClubLine) -> str:
    """Whether a club has reported, and up to when."""
    if line.reporting:
        return translate("window", "reported")
    if line.last_month is None:
        return translate("window", "nothing yet")
    return translate("window", "last: {month}").format(
        month=f"{line.last_month.number:02d}/{line.last_month.year}"
    )
