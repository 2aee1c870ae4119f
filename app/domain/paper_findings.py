"""What is found while a paper book is checked: refusals and warnings, each with its cell.

Collects and never decides; rules that share a row ask here whether it is in doubt already, so
that one slip of the pen is not reported twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from app.base.errors import Problem
from app.domain.members import Member
from app.domain.paper_book import PaperBook, PaperLoan


@dataclass
class Findings:
    """``unread`` holds by sheet the codes of rows that could not be read: they exist, but no
    more is known of them."""

    book: PaperBook
    unread: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unread_kinds: frozenset[str] = frozenset()
    """Kinds of entries that are missing because they could not be read; "" for any kind."""
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    doubtful_entries: set[int] = field(default_factory=set)
    """Places of entries that are refused already; their money is not followed further."""

    def refuse(
        self, sheet: str, index: int | None, column: str, code: str, /, **params: object
    ) -> None:
        """Note that a cell breaks a rule; ``column`` may be empty for the whole row."""
        if sheet == "entries" and index is not None:
            self.doubtful_entries.add(index)
        where = self.book.places.cell(sheet, index, column)
        self.problems.append(Problem(code, params, column, where))

    def refuse_as(self, index: int, problem: Problem) -> None:
        """Note what the running balances say of an entry."""
        self.doubtful_entries.add(index)
        where = self.book.places.cell("entries", index, problem.field)
        self.problems.append(replace(problem, where=where))

    def warn(
        self, sheet: str, index: int | None, column: str, code: str, /, **params: object
    ) -> None:
        """Note what may be right but deserves a look."""
        where = self.book.places.cell(sheet, index, column)
        self.warnings.append(Problem(code, params, column, where))

    @cached_property
    def members(self) -> dict[str, Member]:
        return {member.code: member for member in self.book.members}

    @cached_property
    def loans(self) -> dict[str, PaperLoan]:
        return {loan.code: loan for loan in self.book.loans}

    def knows_member(self, code: str) -> bool:
        return code in self.members or code in self.unread.get("members", ())

    def knows_loan(self, code: str) -> bool:
        return code in self.loans or code in self.unread.get("loans", ())

    def check_member(self, sheet: str, index: int, column: str, code: str) -> bool:
        """Refuse the code of nobody; True when more is known of its member."""
        if not self.knows_member(code):
            self.refuse(sheet, index, column, "sheet.member_unknown", member=code)
        return code in self.members
