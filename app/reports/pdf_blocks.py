"""Draw the blocks with a place of their own: letterhead, signatures, recipients.

``Kept`` holds the signatures to the end of what they sign, so that no page carries them alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from app.reports import doc, fonts

_LEFT_SHARE = 0.44
_SPACE_ABOVE = 14
_LEAD = 1.2
_LEAST_SIGNING = 0.6
"""So much of the room to sign in is left where that saves a page."""
_ANY = 10_000.0
"""A height that any block finds room in."""
_THUMB_SHAPE = 0.8
"""Width of the box for a thumb print to its height."""


class Run(NamedTuple):
    """A text in one face and size, or a drawn rule ``rule`` points long instead."""

    text: str
    font: str = fonts.REGULAR
    size: int = 13
    rule: float = 0
    gap: float = 0


class Column(Flowable):  # type: ignore[misc]
    """Centred lines and rules, one under the other."""

    def __init__(self, runs: list[Run], width: float) -> None:
        super().__init__()
        self.runs = [line for run in runs for line in _wrapped(run, width)]
        self.width = width
        self.height = sum(_height(run) for run in self.runs)

    @classmethod
    def rule(cls, length: float) -> Column:
        """A centred rule, ``length`` points long."""
        return cls([Run("", rule=length)], 0)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width = self.width or width
        return self.width, self.height

    def draw(self) -> None:
        self.draw_at(self.canv, 0, self.height)

    def draw_at(self, canvas: Canvas, left: float, top: float) -> None:
        middle = left + self.width / 2
        for run in self.runs:
            top -= _height(run)
            if run.rule:
                canvas.setLineWidth(0.8)
                canvas.line(middle - run.rule / 2, top + 3, middle + run.rule / 2, top + 3)
            elif run.text:
                canvas.setFont(run.font, run.size)
                canvas.drawCentredString(middle, top + run.size * 0.25, run.text)


def _wrapped(run: Run, width: float) -> list[Run]:
    if not run.text:
        return [run]
    lines = fonts.balanced_lines(run.text, run.font, run.size, width)
    first, *others = [run._replace(text=line, gap=0) for line in lines]
    return [first._replace(gap=run.gap), *others]


def _height(run: Run) -> float:
    return run.gap + (5 if run.rule else run.size * _LEAD)


class LetterheadFlow(Flowable):  # type: ignore[misc]
    """Who issues on the left, the state on the right; number and place on one line."""

    def __init__(self, head: doc.Letterhead, width: float) -> None:
        super().__init__()
        left_width = width * _LEFT_SHARE - 4
        issuer = Run(head.issuer.upper(), fonts.BOLD, 12)
        left = [Run(head.parent.upper(), size=12)] if head.parent else []
        left += [issuer, Run("", rule=left_width * 0.38)]
        tagline = Run(head.tagline, fonts.BOLD, 13)
        underline = fonts.text_width(fonts.clean(head.tagline), fonts.BOLD, 13)
        right = [Run(head.motto, fonts.BOLD, 12), tagline, Run("", rule=underline)]
        self.left = Column(left, left_width)
        self.right = Column(right, width - left_width - 4)
        number, place = Run(head.number, gap=5), Run(head.place_day, fonts.ITALIC, gap=5)
        self.number = Column([number] if head.number else [], self.left.width)
        self.place = Column([place] if head.place_day else [], self.right.width)
        self.top_height = max(self.left.height, self.right.height if head.place_day else 0)
        self.width = width
        foot = max(self.number.height, self.place.height)
        self.height = max(self.top_height + foot, self.right.height)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        right = self.width - self.right.width
        self.left.draw_at(self.canv, 0, self.height)
        self.right.draw_at(self.canv, right, self.height)
        self.number.draw_at(self.canv, 0, self.height - self.top_height)
        self.place.draw_at(self.canv, right, self.height - self.top_height)


@dataclass(frozen=True, slots=True)
class _Signer:
    top: Column
    name: Column
    thumb: bool = False


class SignaturesFlow(Flowable):  # type: ignore[misc]
    """Signers side by side: post, ``room`` points to sign in, name."""

    def __init__(self, block: doc.Signatures, size: int, width: float, room: float) -> None:
        super().__init__()
        self.width = width
        self.share = width / len(block.signers)
        column = self.share - 6
        self.signers = []
        for signer in block.signers:
            top = [Run(signer.role.upper(), fonts.BOLD, min(size, 13))]
            top += [Run(signer.note, fonts.ITALIC, 12)] if signer.note else []
            name = [Run(signer.name, fonts.BOLD, min(size, 14))] if signer.name else []
            self.signers.append(_Signer(Column(top, column), Column(name, column), signer.thumb))
        self.top_height = max(signer.top.height for signer in self.signers)
        self.names_height = max(signer.name.height for signer in self.signers)
        self.full_room = room
        self.give(0)

    def give(self, wanted: float) -> float:
        """Take up to ``wanted`` points off the room to sign in; what was given."""
        given = min(wanted, self.full_room * (1 - _LEAST_SIGNING))
        self.room = self.full_room - given
        self.height = _SPACE_ABOVE + self.top_height + self.room + self.names_height
        return float(given)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        top = self.height - _SPACE_ABOVE
        names = top - self.top_height - self.room
        for place, signer in enumerate(self.signers):
            left = place * self.share + 3
            signer.top.draw_at(self.canv, left, top)
            if signer.thumb:
                self._draw_thumb_box(left + signer.top.width / 2, names)
            signer.name.draw_at(self.canv, left, names)

    def _draw_thumb_box(self, middle: float, bottom: float) -> None:
        """An upright box in the room to sign in."""
        height = self.room - 6
        width = height * _THUMB_SHAPE
        self.canv.setLineWidth(0.6)
        self.canv.rect(middle - width / 2, bottom + 3, width, height)


class RecipientsFlow(Flowable):  # type: ignore[misc]
    """ "Nơi nhận" at the lower left, in the small type of the decree."""

    def __init__(self, block: doc.Recipients, width: float) -> None:
        super().__init__()
        self.lines = [(fonts.clean(block.label), fonts.BOLD_ITALIC, 12)]
        for item in block.lines():
            pieces = fonts.wrap_lines(item, fonts.REGULAR, 11, width * _LEFT_SHARE)
            self.lines += [(piece, fonts.REGULAR, 11) for piece in pieces]
        self.width = width
        self.height = 10 + sum(size * _LEAD for _, _, size in self.lines)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        y = self.height - 10
        for text, font, size in self.lines:
            y -= size * _LEAD
            self.canv.setFont(font, size)
            self.canv.drawString(0, y + size * 0.25, text)


class Stack(Flowable):  # type: ignore[misc]
    """Blocks one under the other that are never parted."""

    def __init__(self, parts: tuple[Flowable, ...]) -> None:
        super().__init__()
        self.parts = parts
        self.gaps = [max(a.getSpaceAfter(), b.getSpaceBefore()) for a, b in pairwise(parts)]
        self.gaps.append(0)

    def getSpaceBefore(self) -> float:  # noqa: N802 (reportlab's name)
        return float(self.parts[0].getSpaceBefore())

    def give(self, wanted: float) -> float:
        """What the signatures among the parts give of ``wanted`` points."""
        return sum(part.give(wanted) for part in self.parts if isinstance(part, SignaturesFlow))

    def least(self, width: float) -> float:
        """The height it needs when the signatures give all they can."""
        heights = sum(part.wrap(width, _ANY)[1] for part in self.parts) + sum(self.gaps)
        spared = sum(p.full_room for p in self.parts if isinstance(p, SignaturesFlow))
        return float(heights - spared * (1 - _LEAST_SIGNING))

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.sizes = [part.wrapOn(self.canv, width, height) for part in self.parts]
        self.width = width
        self.height = sum(size[1] for size in self.sizes) + sum(self.gaps)
        return self.width, self.height

    def draw(self) -> None:
        top = self.height
        for part, (_, height), gap in zip(self.parts, self.sizes, self.gaps, strict=True):
            top -= height
            part.drawOn(self.canv, 0, top)
            top -= gap


class Kept(Flowable):  # type: ignore[misc]
    """``body`` and what must stand under its end; the body splits, the end never leaves it.

    Where a little less room to sign in saves a page, the tail gives it.
    """

    def __init__(self, body: Flowable, tail: Stack) -> None:
        super().__init__()
        self.body = body
        self.tail = tail

    def getSpaceBefore(self) -> float:  # noqa: N802 (reportlab's name)
        return float(self.body.getSpaceBefore())

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.tail.give(0)
        _, self.body_height = self.body.wrapOn(self.canv, width, height)
        _, self.tail_height = self.tail.wrapOn(self.canv, width, height)
        missing = self.body_height + self.tail_height - height
        if missing > 0 and self.tail.give(missing) >= missing:
            _, self.tail_height = self.tail.wrapOn(self.canv, width, height)
        else:
            self.tail.give(0)
        self.width, self.height = width, self.body_height + self.tail_height
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """The body's end goes to the next page with the tail, two lines or rows at least."""
        self.wrap(width, height)
        room = height if self.body_height > height else self.body_height - 1
        parts = self.body.splitOn(self.canv, width, room)
        if len(parts) < 2:
            return []
        return [*parts[:-1], Kept(parts[-1], self.tail)]

    def draw(self) -> None:
        self.tail.drawOn(self.canv, 0, 0)
        centred = getattr(self.body, "hAlign", "") == "CENTER"
        left = (self.width - self.body.width) / 2 if centred else 0
        self.body.drawOn(self.canv, left, self.tail_height)
