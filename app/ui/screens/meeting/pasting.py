"""A block of cells from Excel, put into the sheet from one cell on: all of it or nothing.

Free of Qt. Cells of text are amounts as a person types them; an empty cell leaves what stands.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.base.errors import AppError, InvalidError, Problem, Where
from app.base.text import translate
from app.domain.drafts import COLLECTED, SheetRow
from app.domain.money import parse_typed


@dataclass(frozen=True, slots=True)
class Payment:
    """What a cell of the block says: whose, of what kind, how much."""

    member: str
    kind: str
    amount: int


def payments(text: str, rows: tuple[SheetRow, ...], kind: str) -> tuple[Payment, ...]:
    """Read a block whose first cell belongs to the first of ``rows`` and to ``kind``.

    Raises InvalidError with every cell that is no amount or lies outside the sheet.
    """
    kinds = COLLECTED[COLLECTED.index(kind) :]
    found: list[Payment] = []
    problems: list[Problem] = []
    for place, line in enumerate(_cells(text)):
        for column, cell in enumerate(line):
            if not cell:
                continue
            if place >= len(rows) or column >= len(kinds):
                raise InvalidError([Problem("sheet.paste_outside")])
            member = rows[place].member
            try:
                amount = parse_typed(cell)
            except AppError as error:
                where = Where(translate("window", "Row of {name}").format(name=member.full_name))
                problems.append(Problem(error.code, error.params, where=where))
                continue
            found.append(Payment(member.code, kinds[column], amount or 0))
    if problems:
        raise InvalidError(problems)
    return tuple(found)


def _cells(text: str) -> list[list[str]]:
    """Lines and columns of the clipboard's text; Excel ends the last line too."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").split("\n")
    return [[cell.strip() for cell in line.split("\t")] for line in lines]
