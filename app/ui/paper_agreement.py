"""Paper beside program, month by month: the figures to compare and the answer. Free of Qt."""

from __future__ import annotations

from app.base.errors import InvalidError, Problem
from app.base.text import translate
from app.domain.periods import Month
from app.services import members, paper_agreement
from app.services.paper_agreement import Answer
from app.services.printing import PaperRequest
from app.ui.figures import FigureLine
from app.ui.ports import Services


class AgreementPresenter:
    """Asks of one month whether the paper books say the same, and keeps the answer."""

    def __init__(self, services: Services, month: Month) -> None:
        self._services, self.month = services, month
        self._standing = services.ask(paper_agreement.standing, month=month)

    def lines(self) -> tuple[FigureLine, ...]:
        """What stands in the program at the month's end, in the order of a paper book."""
        found = self._standing
        lines = [
            FigureLine(translate("window", "Cash in the box"), found.cash),
            FigureLine(translate("window", "Money at the bank"), found.bank),
            FigureLine(translate("window", "Outstanding loans"), found.loans),
            FigureLine(translate("window", "Savings of the members"), found.savings),
        ]
        if found.borrowed:
            lines.append(FigureLine(translate("window", "Borrowed capital"), found.borrowed))
        return tuple(lines)

    def board(self) -> tuple[str, ...]:
        """Who may have compared: the treasurer first, whose paper book it is."""
        found = self._services.ask(members.signers, on=self._standing.on)
        order = ("treasurer", "secretary", "chair")
        return tuple(found[role] for role in order if found[role])

    def before(self) -> Answer | None:
        """The difference that was found last time and is not settled; None without one."""
        open_ones = self._services.ask(paper_agreement.differing)
        return next((answer for answer in open_ones if answer.month == self.month), None)

    def keep(self, agrees: bool | None, by: str, note: str) -> None:
        """Keep the answer; ``agrees`` is None where nothing was chosen. Raises AppError."""
        if agrees is None:
            raise InvalidError([Problem("agreement.not_chosen", field="agrees")])
        self._services.do(paper_agreement.answer, month=self.month, agrees=agrees, by=by, note=note)

    def cash_book(self) -> PaperRequest:
        """The paper to go through line by line where they differ."""
        return PaperRequest("cash-book", first=self.month.first_day, last=self._standing.on)


def answers(services: Services) -> tuple[Answer, ...]:
    """Every answer that was given, the newest first."""
    return tuple(reversed(services.ask(paper_agreement.answers)))


def comparable(services: Services) -> tuple[Month, ...]:
    """The months whose meeting is closed, the newest first."""
    return tuple(reversed(services.ask(paper_agreement.closed_months)))


def found_words(answer: Answer) -> str:
    """Whether paper and program were the same, with its sign."""
    if answer.agrees:
        return translate("window", "✓ the same")
    return translate("window", "! differs")
