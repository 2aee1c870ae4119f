"""Which club's paper carries a check code, asked without the club's book. Free of Qt."""

from __future__ import annotations

from app.base.errors import AppError
from app.base.text import translate
from app.services import union_codes
from app.services.check_codes import LENGTH
from app.services.sentences import sentence
from app.services.union_codes import Progress
from app.ui.ports import Services


class CodesPresenter:
    """Looks a code up; over many clubs this takes a while and can be stopped."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def find(self, code: str, progress: Progress) -> tuple[str, str]:
        """The answer as a sentence and its tone: a code that is not found is an answer too."""
        try:
            found = self._services.ask(union_codes.find, code=code, progress=progress)
        except AppError as error:
            if error.code not in ("check.code_unreadable", "union.code_unknown"):
                raise
            return sentence(error), "watch"
        return union_codes.describe(found), "good"


def hint() -> str:
    """What to type, and what can be confirmed."""
    words = translate(
        "window",
        "The {count} letters at the foot of a paper. Papers that end with a month the club has "
        "sent are confirmed: minutes, fund statement, loan book, members' statements. Others are "
        "looked up in the club's own book.",
    )
    return words.format(count=LENGTH)
