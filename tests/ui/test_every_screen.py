"""Every screen and dialog, one after the other: what the eye, the keyboard and a reader need.

One walk looks for all faults at once; each test asks it about one rule of the house.
"""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONGEST_WALK = 300
"""Seconds; a walk that waits for an answer nobody gives ends here."""
KINDS = ("vi-14", "en-14", "vi-22", "en-22")
RULES = {
    "cut": "no text has less room than it needs, as large as it gets",
    "sizes": "buttons and fields are 44 high, rows 40; nothing is shortened with dots",
    "names": "what acts has a name, and it is what stands there; a picture says its figures",
    "letters": "each button has a letter that no other one in sight has",
    "next": "one filled button at most, in sight without scrolling, and none is higher",
    "english": "no English word in the Vietnamese window",
    "opening": "a dialog opens with the keyboard where something can be done",
    "focus": "what has the focus is seen to have it",
    "tabs": "Tab comes to all that acts, to nothing else, in the order of reading",
}


@cache
def _found(kinds: tuple[str, ...], checks: tuple[str, ...], scale: str) -> tuple[str, ...]:
    walked = subprocess.run(
        [sys.executable, "-m", "tests.helpers.faults", ",".join(checks), *kinds],
        cwd=ROOT,
        env={**os.environ, "QT_SCALE_FACTOR": scale},
        capture_output=True,
        text=True,
        timeout=LONGEST_WALK,
        check=False,
    )
    lines = tuple(line for line in walked.stdout.splitlines() if line)
    assert walked.returncode == (1 if lines else 0), walked.stderr
    return lines


@pytest.mark.parametrize("check", RULES, ids=lambda check: str(check))
def test_every_screen_keeps_the_rule(check: str) -> None:
    found = _found(KINDS, tuple(RULES), "1")
    assert [line for line in found if f" {check}: " in line] == [], RULES[check]


@pytest.mark.parametrize("scale", ["1.25", "1.5"])
def test_nothing_is_cut_as_windows_scales_it(scale: str) -> None:
    assert _found(("vi-14", "en-14"), ("cut",), scale) == ()
