"""Taking files of clubs in: how many were given, what became of each. Free of Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.base.text import translate
from app.services import register
from app.services.register import ImportLine, Outcome
from app.services.sentences import sentence

KEY_CODES = ("union.key_changed", "union.other_key")
"""Why a bundle was refused that a new key may be the reason of."""
Progress = Callable[[int, int], bool]
"""Told how many files of how many are done; False stops after the one at hand."""


@dataclass(frozen=True, slots=True)
class Intake:
    """``files`` were given, folders looked through; ``looked`` of them were opened before the
    user stopped. A file of a union above has a line a club, every other file one line.
    """

    lines: tuple[ImportLine, ...]
    files: int
    looked: int
    paths: tuple[Path, ...] = ()
    """The files that were looked for, to be opened again where a key has to be confirmed."""

    @property
    def left(self) -> int:
        """Files that nobody has looked at: they can be taken in again."""
        return self.files - self.looked

    def count(self, outcome: Outcome) -> int:
        return sum(line.outcome is outcome for line in self.lines)


def take_in(source: Any, paths: Sequence[Path], progress: Progress) -> Intake:
    """Take the bundles at ``paths`` and in the folders there into the register ``source``.

    What was taken before a stop stays. Raises StoreUnavailableError for a folder or a register
    that went away.
    """
    seen = [0, 0]

    def told(done: int, total: int) -> bool:
        seen[:] = [done, total]
        return progress(done, total)

    files = register.bundles_in(paths)
    lines = register.import_files(source, paths=files, progress=told)
    return Intake(lines, seen[1], seen[0], tuple(files))


def key_to_confirm(intake: Intake, line: ImportLine) -> tuple[Path, str] | None:
    """The file of a line that was refused for its key, and the club in it where it is a file of a
    union; None for any other line."""
    if line.why is None or line.why.code not in KEY_CODES:
        return None
    name, _, club = line.file.partition("/")
    path = next((path for path in intake.paths if path.name == name), None)
    return (path, club) if path is not None else None


def outcome_words(line: ImportLine) -> str:
    """What became of a bundle, with a sign."""
    return {
        Outcome.ADDED: translate("window", "✓ added"),
        Outcome.REPLACED: translate("window", "✓ replaced by the newer one"),
        Outcome.ALREADY_THERE: translate("window", "✓ already there"),
        Outcome.REFUSED: translate("window", "✗ refused"),
        Outcome.CONFLICT: translate("window", "! contradicts what was sent before"),
    }[line.outcome]


def why_words(line: ImportLine) -> str:
    """The reason of a refusal, or the sign of a club met for the first time."""
    if line.why is not None:
        return sentence(line.why)
    if line.outcome is Outcome.ADDED:
        words = translate("window", "New club. Compare its sign with its paper: {fingerprint}")
        return words.format(fingerprint=line.fingerprint)
    return ""


def counts_words(intake: Intake) -> str:
    """What went in and what came of it: both sides add up (R38)."""
    if not intake.files:
        return translate("window", "There is no bundle there. Bundles of clubs end in .clbz.")
    words = {
        Outcome.ADDED: translate("window", "added {count}"),
        Outcome.REPLACED: translate("window", "replaced {count}"),
        Outcome.ALREADY_THERE: translate("window", "already there {count}"),
        Outcome.REFUSED: translate("window", "refused {count}"),
        Outcome.CONFLICT: translate("window", "in contradiction {count}"),
    }
    found = [words[o].format(count=intake.count(o)) for o in Outcome if intake.count(o)]
    head = translate("window", "Files given {files}, looked at {looked}. Bundles of clubs {count}")
    told = head.format(files=intake.files, looked=intake.looked, count=len(intake.lines))
    return f"{told} = {' + '.join(found)}" if found else told


def left_words(intake: Intake) -> str:
    """What the user's stop left out; empty when nothing."""
    if not intake.left:
        return ""
    words = translate(
        "window",
        "Stopped: files nobody has looked at {left}. What was taken in stays; give the same files "
        "again and nothing is counted twice.",
    )
    return words.format(left=intake.left)
