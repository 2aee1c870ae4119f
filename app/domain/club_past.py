"""What several bundles of one club are together: which contradict, which months count.

Pure functions of the set of bundles, so the order in which they came never matters
(CONTRACT 5.16; the rules stand in ``app/bundle/README.md`` section 9).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import zip_longest

from app.domain.club_facts import ClubFacts, ExportStep, MonthFacts
from app.domain.periods import Month


def pasts(steps: Sequence[ExportStep]) -> dict[int, str]:
    """By sequence, a fingerprint of all exports up to it: each is SHA-256 of the one before and
    its own line."""
    found, before = {}, ""
    for step in steps:
        line = f"{step.sequence},{step.month},{step.entries},{step.meetings},{step.chain}"
        before = sha256(f"{before}\n{line}".encode()).hexdigest()
        found[step.sequence] = before
    return found


@dataclass(frozen=True, slots=True)
class Mark:
    """What must be known of a bundle to compare it with another; ``manifest`` is its identity."""

    manifest: str
    sequence: int
    month: str
    past: str
    locked_month: str
    locked_chain: str


@dataclass(frozen=True, slots=True)
class Memory:
    """What a bundle remembers of the club's earlier ones, and of its months."""

    mark: Mark
    pasts: Mapping[int, str]
    chains: Mapping[str, str]

    @classmethod
    def of(cls, facts: ClubFacts, manifest: str) -> Memory:
        """Of the bundle whose manifest has the SHA-256 ``manifest``."""
        remembered, locked = pasts(facts.exports), facts.locked_until
        mark = Mark(
            manifest,
            facts.sequence,
            str(facts.month),
            remembered[facts.sequence],
            str(locked.month) if locked else "",
            locked.chain if locked else "",
        )
        return cls(mark, remembered, {str(row.month): row.chain for row in facts.months})


def contradiction(older: Mark, newer: Memory) -> str:
    """The code of why two bundles can't both be true, or nothing.

    Of two with one sequence either may be ``newer``.
    """
    if older.manifest == newer.mark.manifest:
        return ""
    if older.sequence == newer.mark.sequence:
        return "union.two_contents"
    if newer.pasts.get(older.sequence) != older.past:
        return "union.past_rewritten"
    if newer.chains.get(older.locked_month, older.locked_chain) != older.locked_chain:
        return "union.locked_month_changed"
    return ""


@dataclass(frozen=True, slots=True)
class Told:
    """One month as the register keeps it: the newest word, and where the club first lay."""

    facts: MonthFacts
    sequence: int
    area: str
    area_sequence: int


def settle(
    bundles: Iterable[tuple[str, ClubFacts]], conflicts: Iterable[tuple[str, str]] = ()
) -> dict[Month, Told]:
    """The months that count, from all bundles (by manifest) and their open conflicts (pairs).

    Each month comes from the bundle with the highest sequence that has it. Of two in conflict,
    the months up to the first on which they differ go on counting, the others count for nobody.
    """
    known = dict(bundles)
    told: dict[Month, Told] = {}
    for _, facts in sorted(known.items(), key=lambda item: (item[1].sequence, item[0])):
        told |= merge(told, facts)
    cuts = [first_difference(known[one].months, known[other].months) for one, other in conflicts]
    end = min((cut for cut in cuts if cut is not None), default=None)
    return {month: row for month, row in told.items() if end is None or month < end}


def merge(told: dict[Month, Told], facts: ClubFacts) -> dict[Month, Told]:
    """The months that one more bundle, in conflict with none, adds or changes."""
    changed, area = {}, facts.club.area
    for row in facts.months:
        before = told.get(row.month)
        new = Told(row, facts.sequence, area, facts.sequence)
        if before is not None and before.sequence > facts.sequence:
            new = replace(new, facts=before.facts, sequence=before.sequence)
        if before is not None and before.area_sequence <= facts.sequence:
            new = replace(new, area=before.area, area_sequence=before.area_sequence)
        if new != before:
            changed[row.month] = new
    return changed


def first_difference(one: Sequence[MonthFacts], other: Sequence[MonthFacts]) -> Month | None:
    """The first month that two bundles don't tell alike; None when all are told alike."""
    for first, second in zip_longest(one, other):
        if first is None or second is None:
            return (first or second).month
        if first._replace(locked=False) != second._replace(locked=False):
            return min(first.month, second.month)
    return None
