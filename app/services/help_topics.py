"""The help of each screen, in the language in use, and all of it as a handbook on paper."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from app.base import files
from app.base.catalogue import used_language
from app.base.paths import resource_path
from app.domain import help_topics
from app.domain.help_topics import Topic

MEETING_STEPS = ("attendance", "collecting", "lending", "contents", "count", "signing")
"""The topic of each of the meeting's six steps."""
CLUB = (
    "welcome", "home", "meeting", *MEETING_STEPS, "members", "loans", "fund", "reports",
    "exchange", "backups", "settings", "keys",
)  # fmt: skip
"""The chapters of a club's handbook, in their order."""
OFFICER = (
    "union", "supervision", "visits", "courses", "codes", "sending", "union-settings",
)  # fmt: skip
"""The topics of the union's register alone."""
UNION = (*OFFICER, "keys")
ALL = (*CLUB, *OFFICER)


def beside(name: str) -> tuple[str, ...]:
    """The topics that stand in one list with ``name``: the club's, or the union's."""
    return UNION if name in OFFICER else CLUB


def topic(name: str) -> Topic:
    """What the help says about a screen; raises ValueError for a name it does not know."""
    if name not in ALL:
        raise ValueError(f"there is no help called {name}")
    return _read(name, used_language())


def picture(name: str) -> Path:
    """The file of a picture that a topic names, in the language in use."""
    return resource_path(f"help/pictures/{name}.{used_language()}.png")


def write_handbook(out: Path) -> None:
    """Write all chapters as one PDF.

    Raises AppError ``file.exists`` and StoreUnavailableError.
    """
    from app.reports import catalogue, handbook

    files.refuse_existing(out)
    paper = handbook.build([topic(name) for name in CLUB], picture)
    files.write_bytes(out, catalogue.render(paper, ".pdf"))


@cache
def _read(name: str, language: str) -> Topic:
    path = resource_path(f"help/{name}.{language}.md")
    return help_topics.read(name, path.read_text(encoding="utf-8"))
