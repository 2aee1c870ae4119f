"""Render a ``Doc`` as PDF: the page of Decree 30/2020/NĐ-CP and the order of the blocks.

Owns margins, type sizes, page numbers, stamp and foot. How a table, a letterhead or a signature
block is drawn stands in ``pdf_table`` and ``pdf_blocks``. The same Doc gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm, mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    Image,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
)
from reportlab.platypus import PageBreak as NextPage
from reportlab.platypus import Spacer as Gap

from app.reports import doc, fonts
from app.reports.pdf_bars import BarsFlow
from app.reports.pdf_blocks import (
    Column,
    Kept,
    LetterheadFlow,
    RecipientsFlow,
    SignaturesFlow,
    Stack,
)
from app.reports.pdf_table import TableFlow, lay_out
from app.reports.pdf_voucher import VoucherFlow

MARGIN_TOP = MARGIN_BOTTOM = 20 * mm
MARGIN_LEFT = 30 * mm
MARGIN_RIGHT = 15 * mm
_MARGIN_LEFT_LANDSCAPE = 20 * mm
_HALF_PAGE = (A4[1] - MARGIN_TOP - MARGIN_BOTTOM) / 2
_NUMBER_SIZE = 13
_SHORT = 80.0
"""A text of less height is not divided from its heading, nor from the table over it."""
_TIED = 2
"""So many short texts at the end of a paper go along with its signatures."""
_SHORT_TABLE = 70 * mm
"""A table of less height is not divided where its heading could take it along to the next page."""
_FOOT_SIZE = 9
_STAMP_SIZE = 12
_ALIGN = {doc.Align.LEFT: TA_LEFT, doc.Align.CENTRE: TA_CENTER, doc.Align.RIGHT: TA_RIGHT}


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes in points: the decree asks for 13 to 14 in the body. Landscape saves height."""

    body: int = 14
    table: int = 12
    title_gap: int = 14
    signing_room: float = 24 * mm
    after: int = 6


_ORDINARY = Sizes()
_TIGHT = Sizes(body=13, title_gap=10)
"""The smaller body that the decree allows, for a paper whose last page would be nearly empty."""
_NEARLY_EMPTY = 0.4
"""A last page that is filled less than this is worth another try in tighter type."""
_LANDSCAPE = Sizes(body=13, table=11, title_gap=6, signing_room=18 * mm)
_LARGE = Sizes(body=16, table=15)
_COMPACT = Sizes(body=12, table=11, title_gap=0, after=3)


def render(paper: doc.Doc) -> bytes:
    """``paper`` as a PDF of A4 pages with embedded fonts; the same paper gives the same bytes.

    Where type of 13 points instead of 14 saves a page that would be nearly empty, it is taken.
    """
    fonts.register()
    sizes = _sizes(paper)
    made = _built(paper, sizes)
    if sizes is _ORDINARY and made.pages > 1 and made.last_filled < _NEARLY_EMPTY:
        tight = _built(paper, _TIGHT)
        made = tight if tight.pages < made.pages else made
    return made.content


@dataclass(frozen=True, slots=True)
class _Built:
    """A rendered paper: ``last_filled`` is the filled share of its last page."""

    content: bytes
    pages: int
    last_filled: float


def _built(paper: doc.Doc, sizes: Sizes) -> _Built:
    sheets = [_Sheet(across=paper.landscape)] + [_Sheet(across=True)] * bool(paper.annex)
    frames = [sheet.frame() for sheet in sheets]
    target = BytesIO()
    template = BaseDocTemplate(
        target,
        pagesize=sheets[0].size,
        title=fonts.clean(paper.title),
        author=fonts.clean(paper.author),
        invariant=1,
        initialFontName=fonts.REGULAR,
        lang=paper.language,
    )
    for number, (sheet, frame) in enumerate(zip(sheets, frames, strict=True)):
        margins = _Furniture(paper, sheet)
        template.addPageTemplates(
            PageTemplate(str(number), [frame], margins.draw, pagesize=sheet.size)
        )
    flow = _flow(paper.blocks, sizes, sheets[0].width)
    if paper.annex:
        flow += [NextPageTemplate("1"), NextPage()]
        flow += _flow(paper.annex, _LANDSCAPE, sheets[1].width)
    template.build(flow)
    last = frames[-1]
    filled = (last._y1 + last._height - last._y) / last._height
    return _Built(target.getvalue(), template.page, filled)


class _Sheet:
    """A page upright or across, with the margins of the decree."""

    def __init__(self, *, across: bool) -> None:
        self.size: tuple[float, float] = landscape(A4) if across else A4
        self.left: float = _MARGIN_LEFT_LANDSCAPE if across else MARGIN_LEFT
        self.width: float = self.size[0] - self.left - MARGIN_RIGHT

    def frame(self) -> Frame:
        height = self.size[1] - MARGIN_TOP - MARGIN_BOTTOM
        return Frame(
            self.left, MARGIN_BOTTOM, self.width, height,
            leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Furniture:
    """What stands in the margins of every page."""

    paper: doc.Doc
    sheet: _Sheet

    def draw(self, canvas: Canvas, template: BaseDocTemplate) -> None:
        page_width, page_height = canvas._pagesize
        canvas.saveState()
        if template.page > 1 and self.paper.numbered:
            canvas.setFont(fonts.REGULAR, _NUMBER_SIZE)
            canvas.drawCentredString(page_width / 2, page_height - 13 * mm, str(template.page))
        if self.paper.stamp:
            self._stamp(canvas, page_height - 13 * mm)
        if self.paper.foot:
            self._foot(canvas)
        canvas.restoreState()

    def _stamp(self, canvas: Canvas, y: float) -> None:
        text = fonts.clean(self.paper.stamp)
        width = fonts.text_width(text, fonts.BOLD, _STAMP_SIZE)
        right = self.sheet.left + self.sheet.width
        canvas.setFont(fonts.BOLD, _STAMP_SIZE)
        canvas.setLineWidth(1)
        canvas.rect(right - width - 10, y - 5, width + 10, _STAMP_SIZE + 6)
        canvas.drawString(right - width - 5, y, text)

    def _foot(self, canvas: Canvas) -> None:
        lines = fonts.wrap_lines(self.paper.foot, fonts.REGULAR, _FOOT_SIZE, self.sheet.width)
        canvas.setFont(fonts.REGULAR, _FOOT_SIZE)
        y = MARGIN_BOTTOM - 16
        canvas.setLineWidth(0.4)
        canvas.line(self.sheet.left, y + 10, self.sheet.left + self.sheet.width, y + 10)
        for line in lines:
            canvas.drawString(self.sheet.left, y, line)
            y -= _FOOT_SIZE + 2


def _flow(blocks: Iterable[doc.Block], sizes: Sizes, width: float) -> list[Flowable]:
    """Blocks as flowables; signatures and recipients are tied to the block before them."""
    flowables: list[Flowable] = []
    tail: list[Flowable] = []
    for block in blocks:
        made = list(_flowables(block, sizes, width))
        if isinstance(block, doc.Signatures | doc.Recipients):
            tail += made
            continue
        _tie(flowables, tail, width)
        flowables += made
    _tie(flowables, tail, width)
    _keep_short_tables(flowables, width)
    return flowables


def _sizes(paper: doc.Doc) -> Sizes:
    if paper.large_type:
        return _LARGE
    if paper.compact:
        return _COMPACT
    return _LANDSCAPE if paper.landscape else _ORDINARY


class _HeadingLine(Paragraph):  # type: ignore[misc]
    """The line over a numbered part."""


def _tie(flowables: list[Flowable], tail: list[Flowable], width: float) -> None:
    """Hold the tail to what is before it; a short text takes its heading or table's end along."""
    if not tail:
        return
    ends: list[Flowable] = []
    while len(ends) < _TIED and flowables and _is_short(flowables[-1], width):
        ends.insert(0, flowables.pop())
    over = flowables[-1] if flowables else None
    if ends and isinstance(over, TableFlow):
        tail[:0] = [Gap(1, over.spaceAfter), *ends]
        ends = [flowables.pop()]
    elif not ends or isinstance(over, _HeadingLine):
        ends.insert(0, flowables.pop() if flowables else Gap(1, 0))
    body = ends[0] if len(ends) == 1 else Stack(tuple(ends))
    flowables.append(Kept(body, Stack(tuple(tail))))
    tail.clear()


def _is_short(flowable: Flowable, width: float) -> bool:
    """Whether it is a text of a few lines, which may go to the next page with what is under it."""
    if not isinstance(flowable, Paragraph) or isinstance(flowable, _HeadingLine):
        return False
    return bool(flowable.wrap(width, _SHORT)[1] < _SHORT)


def _keep_short_tables(flowables: list[Flowable], width: float) -> None:
    """Let a heading move to the next page with the short table under it, and its unit line."""
    for place, flowable in enumerate(flowables[:-1]):
        if not isinstance(flowable, _HeadingLine):
            continue
        under = flowables[place + 1 : place + 3]
        if not isinstance(under[0], Paragraph):
            under = under[:1]
        table = under[-1].body if isinstance(under[-1], Kept) else under[-1]
        if isinstance(table, TableFlow) and table.height <= _SHORT_TABLE:
            over = [flowable, *under[:-1]]
            room = sum(part.wrap(width, _SHORT)[1] + part.getSpaceAfter() for part in over)
            tied = under[-1].tail.least(width) if isinstance(under[-1], Kept) else 0
            flowables[place - 1] = CondPageBreak(room + table.height + tied)


def _flowables(block: doc.Block, sizes: Sizes, width: float) -> Iterator[Flowable]:
    match block:
        case doc.Letterhead():
            yield LetterheadFlow(block, width)
        case doc.Title():
            yield from _title(block, sizes)
        case doc.Heading(text, room):
            yield CondPageBreak(max(sizes.body * 6, room * mm))
            yield _HeadingLine(fonts.markup(text), _style(sizes, bold=True, before=6))
        case doc.Para():
            yield _para(block, sizes, width)
        case doc.Bullets(items):
            for item in items:
                yield Paragraph(fonts.markup(f"- {item}"), _style(sizes, indent=1 * cm))
        case doc.Facts(rows):
            for label, value in rows:
                text = fonts.fill_dots(
                    f"{label}: {value}", fonts.REGULAR, sizes.body, width - 1 * cm
                )
                yield Paragraph(fonts.markup(text), _style(sizes, indent=1 * cm))
        case doc.Table():
            yield TableFlow(lay_out(block, sizes.table, width))
        case doc.Bars():
            yield BarsFlow(block, sizes.table, width)
        case doc.Signatures():
            yield SignaturesFlow(block, sizes.body, width, sizes.signing_room)
        case doc.Recipients():
            yield RecipientsFlow(block, width)
        case doc.Voucher():
            yield VoucherFlow(block, width, _HALF_PAGE)
        case doc.PageBreak() | doc.Spacer() | doc.Picture():
            yield _wordless(block, width)


def _title(block: doc.Title, sizes: Sizes) -> Iterable[Flowable]:
    style = _style(sizes, bold=True, align=TA_CENTER)
    yield Gap(1, sizes.title_gap)
    yield Paragraph(fonts.markup(block.text), style)
    if block.subject:
        yield Paragraph(fonts.markup(block.subject), style)
    yield Column.rule(60)
    yield Gap(1, 8)


def _wordless(block: doc.PageBreak | doc.Spacer | doc.Picture, width: float) -> Flowable:
    match block:
        case doc.PageBreak():
            return NextPage()
        case doc.Spacer(height):
            return Gap(1, height * mm)
        case doc.Picture():
            return _picture(block, width)


def _picture(block: doc.Picture, width: float) -> Image:
    wide, high = ImageReader(block.path).getSize()
    shown = width * block.share / 100
    picture = Image(block.path, width=shown, height=shown * high / wide, hAlign="CENTER")
    picture.spaceBefore = picture.spaceAfter = 4
    return picture


def _para(block: doc.Para, sizes: Sizes, width: float) -> Paragraph:
    room = width - 1 * cm if block.indent else width
    text = fonts.fill_dots(block.text, fonts.REGULAR, sizes.body, room)
    lead = f"<b>{fonts.markup(block.lead)}</b> " if block.lead else ""
    style = _style(
        sizes,
        bold=block.bold,
        italic=block.italic,
        indent=1 * cm if block.indent else 0,
        align=_ALIGN[block.align] if block.align else TA_JUSTIFY,
    )
    return Paragraph(lead + fonts.markup(text), style)


def _style(
    sizes: Sizes,
    *,
    bold: bool = False,
    italic: bool = False,
    indent: float = 0,
    align: int = TA_JUSTIFY,
    before: float = 0,
) -> ParagraphStyle:
    faces = (fonts.REGULAR, fonts.BOLD, fonts.ITALIC, fonts.BOLD_ITALIC)
    return ParagraphStyle(
        "body",
        fontName=faces[bold + 2 * italic],
        fontSize=sizes.body,
        leading=sizes.body * 1.25,
        alignment=align,
        firstLineIndent=indent,
        spaceBefore=before,
        spaceAfter=sizes.after,
        allowWidows=0,
        allowOrphans=0,
    )
