"""Draw bars: a name, a bar, and its figure in words, a line each."""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from app.reports import doc, fonts

_LINE = 4.8 * mm
_THICK = 3 * mm
_GAP = 2 * mm
_GREY = 0.45
"""Dark enough for a copier."""


class BarsFlow(Flowable):  # type: ignore[misc]
    """All bars of one scale; names to the left in a column of their own."""

    def __init__(self, block: doc.Bars, size: int, width: float) -> None:
        super().__init__()
        self.bars, self.size, self.width = block.bars, size, width
        self.height = _LINE * len(self.bars)
        self.spaceAfter = 6

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        names = [fonts.clean(bar.label) for bar in self.bars]
        said = [fonts.clean(bar.said) for bar in self.bars]
        left = max(map(self._wide, names)) + _GAP
        room = self.width - left - max(map(self._wide, said)) - _GAP
        longest = max(bar.value for bar in self.bars) or 1
        for number, bar in enumerate(self.bars):
            y = self.height - _LINE * (number + 1)
            base = y + (_LINE - self.size * 0.7) / 2
            self.canv.setFont(fonts.REGULAR, self.size)
            self.canv.drawString(0, base, names[number])
            long = room * bar.value / longest
            self.canv.setFillGray(_GREY)
            self.canv.rect(left, y + (_LINE - _THICK) / 2, long, _THICK, stroke=0, fill=1)
            self.canv.setFillGray(0)
            self.canv.drawString(left + long + _GAP, base, said[number])

    def _wide(self, text: str) -> float:
        return fonts.text_width(text, fonts.REGULAR, self.size)
