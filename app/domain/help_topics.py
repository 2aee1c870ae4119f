"""What the help says, as shapes: a topic and its parts, and how its small text format is read.

A topic is a text file: ``# title``; ``1. step``; ``- point``; ``> advice``; ``![picture]``; any
other line is a paragraph, ``**lead** text`` with its lead. ``[Words]`` are words that stand on the
screen. Reads no file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LEAD = re.compile(r"\*\*(.+?)\*\*\s*(.*)")
_STEP = re.compile(r"\d+\. (.+)")
_PICTURE = re.compile(r"!\[([\w-]+)\]")
_ON_SCREEN = re.compile(r"\[([^\]]+)\]")


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; ``lead`` is the term that it explains."""

    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Steps:
    """What to do, one after the other."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Points:
    """Things side by side, without an order."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do when it goes wrong."""

    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the screen, by the name it has among the screenshots."""

    name: str


Part = Words | Steps | Points | Advice | Picture


@dataclass(frozen=True, slots=True)
class Topic:
    """The help for one screen or one step of the meeting."""

    name: str
    title: str
    parts: tuple[Part, ...]

    def texts(self) -> tuple[str, ...]:
        """Every sentence of it, as written."""
        found: list[str] = []
        for part in self.parts:
            match part:
                case Words(text) | Advice(text):
                    found.append(text)
                case Steps(items) | Points(items):
                    found += items
                case Picture():
                    pass
        return tuple(found)


def read(name: str, text: str) -> Topic:
    """The topic that ``text`` says; raises ValueError without a title."""
    title, parts = "", list[Part]()
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("# "):
            title = line[2:]
            continue
        part = _part(line)
        last = parts[-1] if parts else None
        if isinstance(part, Steps) and isinstance(last, Steps):
            parts[-1] = Steps(last.items + part.items)
        elif isinstance(part, Points) and isinstance(last, Points):
            parts[-1] = Points(last.items + part.items)
        else:
            parts.append(part)
    if not title:
        raise ValueError(f"the help text {name} has no title")
    return Topic(name, title, tuple(parts))


def _part(line: str) -> Part:
    if found := _PICTURE.fullmatch(line):
        return Picture(found[1])
    if found := _STEP.fullmatch(line):
        return Steps((found[1],))
    if line.startswith("- "):
        return Points((line[2:],))
    if line.startswith("> "):
        return Advice(line[2:])
    found = _LEAD.fullmatch(line)
    return Words(found[2], found[1]) if found else Words(line)


def on_screen(text: str) -> tuple[str, ...]:
    """The words of ``text`` that stand on the screen, as between its brackets."""
    return tuple(_ON_SCREEN.findall(text))


def marked(text: str, before: str, after: str) -> str:
    """``text`` with its words on the screen between ``before`` and ``after``."""
    return _ON_SCREEN.sub(lambda found: f"{before}{found[1]}{after}", text)
