"""The handbook: the help of every screen on paper, so that it can lie beside the laptop."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from app.base.catalogue import translate, used_language
from app.domain import help_topics
from app.domain.help_topics import Advice, Points, Steps, Topic, Words
from app.reports import doc

_PICTURE_SHARE = 58
"""Percent of the page's width; a handbook has at most eight pages."""

_PICTURE_ROOM = 85
"""mm for a heading, its picture and the first words under it."""


def build(topics: Sequence[Topic], picture: Callable[[str], Path]) -> doc.Doc:
    """The chapters in the given order; ``picture`` finds the file of a picture by its name."""
    title = translate("handbook", "Handbook")
    blocks: list[doc.Block] = [
        doc.Title(
            title.upper(), translate("handbook", "The book of the self-help club, step by step")
        )
    ]
    for number, topic in enumerate(topics, start=1):
        pictured = any(isinstance(part, help_topics.Picture) for part in topic.parts[:1])
        room = _PICTURE_ROOM if pictured else 0
        blocks.append(doc.Heading(f"{number}. {topic.title}", room))
        for part in topic.parts:
            blocks += _blocks(part, picture)
    return doc.Doc(
        title=title,
        author=translate("handbook", "The book of the self-help club"),
        blocks=tuple(blocks),
        language=used_language(),
        compact=True,
    )


def _blocks(part: help_topics.Part, picture: Callable[[str], Path]) -> Iterator[doc.Block]:
    match part:
        case Words(text, lead):
            yield doc.Para(_quoted(text), lead=lead, indent=False)
        case Steps(items):
            for number, item in enumerate(items, start=1):
                yield doc.Para(f"{number}. {_quoted(item)}", indent=False, align=doc.Align.LEFT)
        case Points(items):
            yield doc.Bullets(tuple(map(_quoted, items)))
        case Advice(text):
            yield doc.Para(_quoted(text), indent=False, italic=True)
        case help_topics.Picture(name):
            yield doc.Picture(picture(name), _PICTURE_SHARE)


def _quoted(text: str) -> str:
    return help_topics.marked(text, "“", "”")
