"""Draw a voucher on half an A4 page: who issues, title, day and number, the lines, who signs.

Nothing is cut: a voucher with much to say is set in smaller type.
"""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from app.reports import doc, fonts
from app.reports.pdf_blocks import Column, Run

_SIZES = (12, 11, 10, 9, 8, 7)
_FOOT_SIZE = 8
_LEAD = 1.5
_LEFT_SHARE = 0.55
_CUT_GAP = 7 * mm
"""White between a voucher and the line it is cut along."""
_SIGNING_ROOM = 14 * mm
_STAMP_SIZE = 20
_PRACTICE_SIZE = 11


class VoucherFlow(Flowable):  # type: ignore[misc]
    """One voucher, ``width`` by ``height`` points, with the line to cut along under the first."""

    def __init__(self, voucher: doc.Voucher, width: float, height: float) -> None:
        super().__init__()
        self.voucher = voucher
        self.width = width
        self.height = height - 0.01
        self.size = next((size for size in _SIZES if self._fits(size)), _SIZES[-1])

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height

    def _fits(self, size: int) -> bool:
        head = max(self._left(size).height, self._right(size).height)
        lines = sum(len(self._lines(row, size)) for row in self.voucher.rows) * size * _LEAD
        signing = max(part.height for part in self._signers(size)) + 2 * size + _SIGNING_ROOM
        needed = head + self._title(size).height + lines + signing + 3 * _FOOT_SIZE + 14
        return bool(needed <= self.height - 2 * _CUT_GAP)

    def _left(self, size: int) -> Column:
        voucher = self.voucher
        runs = [Run(voucher.issuer, fonts.BOLD, min(size, 12))]
        runs += [Run(voucher.address, size=min(size, 11))] if voucher.address else []
        return Column(runs, self.width * _LEFT_SHARE)

    def _right(self, size: int) -> Column:
        voucher = self.voucher
        runs = [Run(voucher.form, fonts.ITALIC, min(size, 10))] if voucher.form else []
        lines = [text for text in (voucher.book, voucher.number) if text]
        runs += [Run(text, size=min(size, 12)) for text in lines]
        return Column(runs, self.width * (1 - _LEFT_SHARE) - 6)

    def _title(self, size: int) -> Column:
        day = Run(self.voucher.day, fonts.ITALIC, min(size, 12))
        return Column([Run(self.voucher.title, fonts.BOLD, 16, gap=4), day], self.width)

    def _lines(self, row: tuple[str, str], size: int) -> list[str]:
        label, value = row
        text = fonts.fill_dots(f"{label}: {value}", fonts.REGULAR, size, self.width)
        return fonts.wrap_lines(text, fonts.REGULAR, size, self.width)

    def _signers(self, size: int) -> list[Column]:
        share = self.width / len(self.voucher.signers) - 4
        made = []
        for signer in self.voucher.signers:
            runs = [Run(signer.role, fonts.BOLD, min(size, 11))]
            runs += [Run(signer.note, fonts.ITALIC, 9)] if signer.note else []
            made.append(Column(runs, share))
        return made

    def _names(self, size: int) -> list[Column]:
        share = self.width / len(self.voucher.signers) - 4
        signers = self.voucher.signers
        runs = [[Run(s.name, fonts.BOLD, min(size, 11))] if s.name else [] for s in signers]
        return [Column(names, share) for names in runs]

    def draw(self) -> None:
        canvas, size = self.canv, self.size
        first = self.canv.absolutePosition(0, 0)[1] > self.height / 2
        top = self.height if first else self.height - _CUT_GAP
        if first:
            self._cut_line()
        left, right, title = self._left(size), self._right(size), self._title(size)
        left.draw_at(canvas, 0, top)
        right.draw_at(canvas, self.width - right.width, top)
        top -= max(left.height, right.height) + 4
        title.draw_at(canvas, 0, top)
        if self.voucher.stamp:
            self._draw_stamp(top)
        top = self._draw_rows(top - title.height - 6)
        self._draw_signers(top - 6)
        self._draw_foot()
        self._draw_practice()

    def _cut_line(self) -> None:
        self.canv.saveState()
        self.canv.setDash(3, 3)
        self.canv.setLineWidth(0.4)
        left = self.canv.absolutePosition(0, 0)[0]
        self.canv.line(-left, 0, self.canv._pagesize[0] - left, 0)
        self.canv.restoreState()

    def _draw_rows(self, top: float) -> float:
        for row in self.voucher.rows:
            for line in self._lines(row, self.size):
                top -= self.size * _LEAD
                self.canv.setFont(fonts.REGULAR, self.size)
                self.canv.drawString(0, top + self.size * 0.3, line)
        return top

    def _draw_signers(self, top: float) -> None:
        heads, names = self._signers(self.size), self._names(self.size)
        share = self.width / len(heads)
        lowest = _CUT_GAP + 2 * _FOOT_SIZE
        for place, (head, name) in enumerate(zip(heads, names, strict=True)):
            head.draw_at(self.canv, place * share + 2, top)
            name.draw_at(self.canv, place * share + 2, max(lowest + name.height, top - 26 * mm))

    def _draw_foot(self) -> None:
        if self.voucher.foot:
            self.canv.setFont(fonts.REGULAR, _FOOT_SIZE)
            self.canv.drawString(0, _CUT_GAP - 2, fonts.clean(self.voucher.foot))

    def _draw_practice(self) -> None:
        """In a box at the lower right, so that it stays on the voucher when the page is cut."""
        text = fonts.clean(self.voucher.practice)
        if not text:
            return
        wide = fonts.text_width(text, fonts.BOLD, _PRACTICE_SIZE) + 10
        self.canv.setLineWidth(1)
        self.canv.rect(self.width - wide, _CUT_GAP - 7, wide, _PRACTICE_SIZE + 6)
        self.canv.setFont(fonts.BOLD, _PRACTICE_SIZE)
        self.canv.drawString(self.width - wide + 5, _CUT_GAP - 2, text)

    def _draw_stamp(self, title_top: float) -> None:
        """The word in a box beside the title, and a stroke through the whole voucher."""
        text = fonts.clean(self.voucher.stamp)
        width = fonts.text_width(text, fonts.BOLD, _STAMP_SIZE)
        bottom = title_top - _STAMP_SIZE - 8
        canvas = self.canv
        canvas.saveState()
        canvas.setStrokeGray(0.45)
        canvas.setLineWidth(1.2)
        canvas.line(0, _CUT_GAP + 12, self.width - width - 20, title_top - 20)
        canvas.setStrokeGray(0)
        canvas.rect(self.width - width - 16, bottom - 6, width + 16, _STAMP_SIZE + 8)
        canvas.setFont(fonts.BOLD, _STAMP_SIZE)
        canvas.drawString(self.width - width - 8, bottom, text)
        canvas.restoreState()
