"""A paper before it is laid out: frozen blocks that say what stands where, not how it is drawn.

Builders make a ``Doc``; ``pdf``, ``plain`` and ``xlsx`` render the same one. Nothing here knows a
font, a library or a language. Texts may hold any character: rendering escapes and normalises.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

Cell = str | int | None
"""A text, an amount in whole đồng (written ``1.250.000``), or nothing."""


class Align(Enum):
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The two blocks at the top of page 1: who issues on the left, the state on the right.

    ``place_day`` ("Quan Triều, ngày …") stands under the motto; minutes have none (Mẫu 1.9).
    """

    parent: str
    issuer: str
    number: str
    motto: str
    tagline: str
    place_day: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """The name of the paper in capitals, and what it is about under it."""

    text: str
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered part; never the last line of a page. ``room``: mm that must be left under it."""

    text: str
    room: int = 0


@dataclass(frozen=True, slots=True)
class Para:
    """A justified paragraph; ``lead`` stands bold in front of it."""

    text: str
    lead: str = ""
    indent: bool = True
    italic: bool = False
    bold: bool = False
    align: Align | None = None


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Label and value, one a line."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: ``weight`` is its share of the width.

    ``carried`` sums the column at each page's foot and again at the next page's head.
    """

    title: str
    weight: int
    align: Align = Align.LEFT
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; ``strong`` rows stand out, as heads of parts and sums do.

    The first ``span`` cells are drawn as one: the text is in the first, the others are empty.
    """

    cells: tuple[Cell, ...]
    strong: bool = False
    span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Ruled rows with a head that repeats on each page; ``total`` is never alone on a page.

    ``carry_labels``: the words before the sums carried to the next, and from the last, page.
    ``share``: percent of the page's width that the table takes, in its middle. ``room``: the least
    height of a row in mm, for tables that are filled in by hand.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: Row | None = None
    show_head: bool = True
    carry_labels: tuple[str, str] = ("", "")
    share: int = 100
    room: int = 0


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs; ``thumb``: a box to press a thumb into, for who does not write."""

    role: str
    name: str = ""
    note: str = ""
    thumb: bool = False


@dataclass(frozen=True, slots=True)
class Signatures:
    """Signers side by side, left to right; the block never stands alone on a page."""

    signers: tuple[Signer, ...]


@dataclass(frozen=True, slots=True)
class Recipients:
    """Who gets the paper, at the lower left behind the signatures."""

    label: str
    items: tuple[str, ...]

    def lines(self) -> list[str]:
        """The items as the decree writes them: a dash in front, ";" between, "." at the end."""
        *others, last = self.items
        return [*(f"- {item};" for item in others), f"- {last}."]


@dataclass(frozen=True, slots=True)
class Voucher:
    """A receipt or payment voucher on half an A4 page, to be cut off: two stand on a page.

    ``stamp`` is drawn across a cancelled one; ``foot`` is its own check code; ``book``: where the
    number of the bound book is written; ``practice``: what it is marked with when it is not real.
    """

    issuer: str
    address: str
    title: str
    day: str
    number: str
    rows: tuple[tuple[str, str], ...]
    signers: tuple[Signer, ...]
    stamp: str = ""
    foot: str = ""
    form: str = ""
    book: str = ""
    practice: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


@dataclass(frozen=True, slots=True)
class Spacer:
    """White space of ``height`` mm."""

    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG in the middle of the page, ``share`` percent of its width; only on paper."""

    path: Path
    share: int


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: ``value`` is its length, at least 0; ``said`` stands behind it."""

    label: str
    value: int
    said: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars under each other, the longest as wide as there is room; each says its figure."""

    bars: tuple[Bar, ...]


Block = (
    Letterhead
    | Title
    | Heading
    | Para
    | Bullets
    | Facts
    | Table
    | Signatures
    | Recipients
    | Voucher
    | PageBreak
    | Spacer
    | Picture
    | Bars
)


@dataclass(frozen=True, slots=True)
class Doc:
    """A whole paper. ``stamp`` (practice book) and ``foot`` (check code) stand on every page.

    ``numbered``: pages from the second on carry their number. ``compact`` takes smaller type and
    less room, for what is read and not signed. ``annex`` stands behind it on pages across.
    """

    title: str
    author: str
    blocks: tuple[Block, ...]
    stamp: str = ""
    foot: str = ""
    landscape: bool = False
    language: str = "vi"
    large_type: bool = False
    compact: bool = False
    numbered: bool = True
    annex: tuple[Block, ...] = ()

    @property
    def all_blocks(self) -> tuple[Block, ...]:
        """The paper and its annex, for what has no pages."""
        return (*self.blocks, *self.annex)
