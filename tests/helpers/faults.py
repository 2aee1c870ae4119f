"""Walks through every screen and dialog of the album and looks for faults.

``python -m tests.helpers.faults cut,names vi-14 en-22 …`` prints a line for each fault: the kind
of the album, the picture, the check, what was found. ``QT_SCALE_FACTOR`` scales the screen as
Windows does.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtWidgets import QWidget

from tests.helpers import reach, screenshots
from tests.helpers.cut_text import cut
from tests.helpers.focus_marks import unmarked
from tests.helpers.foreign_words import foreign

CHECKS: dict[str, Callable[[QWidget], Iterable[str]]] = {
    "cut": cut,
    "sizes": reach.too_small,
    "names": reach.unnamed,
    "letters": reach.unlettered,
    "next": reach.not_next,
    "english": foreign,
    "opening": reach.unfocused,
    "focus": partial(unmarked, known=set()),
    "tabs": reach.untabbed,
}
"""By name; those that move the focus come last."""
_ONLY_VIETNAMESE = "english"


def main(arguments: list[str]) -> int:
    """Print what is wrong; 1 where anything is."""
    wanted = arguments[0].split(",")
    lines: list[str] = []

    class Inspector(screenshots.Album):
        """Looks where the others take pictures."""

        def take(self, widget: QWidget, name: str) -> None:
            self.settle()
            for check in wanted:
                if check == _ONLY_VIETNAMESE and not self.out.name.startswith("vi"):
                    continue
                found = CHECKS[check](widget)
                lines.extend(f"{self.out.name} {name} {check}: {line}" for line in found)

    screenshots.walk(arguments[1:], Inspector)
    print("\n".join(lines))
    return 1 if lines else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
