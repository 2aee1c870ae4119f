"""What a user can act on, as codes and values.

Owns the three error shapes that cross layers. Holds no sentence: what a code says to a user stands
in ``app.services.sentences``, so that one error reads right in every language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


class AppError(Exception):
    """Something the user can act on: a dotted ``code`` and the values its sentence names.

    ``str()`` gives the code alone. It is for logs and tests and never reaches a screen.
    """

    code: str
    params: dict[str, object]

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        return self.code

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.code!r})"


class StoreUnavailableError(AppError):
    """A disk or a file refuses: full, read-only, locked, damaged, not ours, newer than us."""


@dataclass(frozen=True, slots=True)
class Where:
    """A cell of a file the user brought: ``row`` as a spreadsheet shows it, the header being 1."""

    file: str
    row: int | None = None
    column: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with what was typed or brought in.

    ``field`` names the field of a form, ``where`` the cell of a file; either may be missing.
    """

    code: str
    params: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    field: str = ""
    where: Where | None = None


class InvalidError(AppError):
    """Everything wrong with one input at once; ``problems`` is never empty."""

    problems: tuple[Problem, ...]

    def __init__(self, problems: Iterable[Problem]) -> None:
        super().__init__("input.invalid")
        self.problems = tuple(problems)
        if not self.problems:
            raise ValueError("InvalidError without a problem")
