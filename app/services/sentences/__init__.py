"""What each error code says to the user: the fault, and what to do next.

The texts stand in this package's modules, one a subject; ``translate`` only marks them there, and
``sentence`` translates when one is needed. Whole sentences, no code, no library's words;
``{name}`` stands for a value of the error's ``params``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from string import Formatter
from typing import ClassVar

from app.base import catalogue
from app.base.errors import AppError, InvalidError, Problem
from app.domain.labels import fund_label, kind_label
from app.domain.money import format_dong
from app.domain.periods import Month
from app.services.sentences import (
    bundles,
    commands,
    files,
    lending,
    loans,
    meetings,
    money,
    paper_book,
    papers,
    people,
    register,
    safety,
    window,
)

SENTENCES: dict[str, str] = {
    code: text
    for module in (
        files,
        money,
        people,
        loans,
        lending,
        meetings,
        papers,
        paper_book,
        bundles,
        register,
        commands,
        safety,
        window,
    )
    for code, text in module.TEXTS.items()
}


def sentence(error: AppError | Problem) -> str:
    """The sentence of one error or problem in the language in use, its place in front.

    A day reads dd/MM/yyyy; ``{amount:dong}``, ``{kind:kind}``, ``{fund:fund}`` and
    ``{month:month}`` read as on paper.
    Raises KeyError for a code without a sentence; ``tests/test_architecture.py`` looks for those.
    """
    source = catalogue.lookup("errors", SENTENCES[error.code])
    text = _FORMATTER.vformat(source, (), error.params)
    where = error.where if isinstance(error, Problem) else None
    if where is None:
        return text
    if where.row is None:
        return f"{where.file}: {text}"
    if not where.column:
        place = catalogue.translate("errors", "{file}, row {row}: {text}")
    else:
        place = catalogue.translate("errors", "{file}, row {row}, column {column}: {text}")
    return place.format(file=where.file, row=where.row, column=where.column, text=text)


def sentences(error: AppError) -> list[str]:
    """One sentence an error; of an InvalidError one a problem."""
    if isinstance(error, InvalidError):
        return [sentence(problem) for problem in error.problems]
    return [sentence(error)]


def _month_words(code: str) -> str:
    """``2026-08`` as people write it: ``8/2026``."""
    month = Month.parse(code)
    return f"{month.number}/{month.year}"


class _ValueFormatter(Formatter):
    _SPECS: ClassVar[dict[str, Callable[..., str]]] = {
        "dong": format_dong,
        "kind": kind_label,
        "fund": fund_label,
        "month": _month_words,
    }

    def format_field(self, value: object, format_spec: str) -> str:
        if format_spec in self._SPECS:
            return self._SPECS[format_spec](value)
        if isinstance(value, date):
            return value.strftime("%d/%m/%Y")
        return str(super().format_field(value, format_spec))


_FORMATTER = _ValueFormatter()
