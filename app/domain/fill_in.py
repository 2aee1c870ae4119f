"""A workbook to be filled in by hand, as shapes: sheets, headers, words to choose from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FillInColumn:
    """A header, what to write under it, and the only words that may stand there (or none)."""

    header: str
    note: str = ""
    words: tuple[str, ...] = ()
    width: int = 16


@dataclass(frozen=True, slots=True)
class FillInSheet:
    """One sheet; ``rows`` stand there already, the rest is white."""

    name: str
    columns: tuple[FillInColumn, ...]
    rows: tuple[tuple[str, ...], ...] = ()
