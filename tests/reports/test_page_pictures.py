"""The look of the two papers that are signed every month: a change of layout is seen.

To draw the references anew: ``SOCLB_GOLDEN=write pytest tests/reports/test_page_pictures.py``, then
look at them.
"""

from __future__ import annotations

import os
from itertools import product
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from app.reports import doc, fund_statement, minutes, pdf
from app.reports.frame import PaperOptions
from tests.helpers.tools import run_tool
from tests.reports import samples

PAGES = Path(__file__).parent / "pages"
DPI = 40
TILE = 16
APART = 14.0
"""Shades of 255 by which a tile may differ on the average: drawing by another release of poppler
differs by less than 5, a line that moved by 3 mm by more than 20."""

PAPERS = {
    "minutes": minutes.build(samples.MINUTES, PaperOptions()),
    "fund-statement": fund_statement.build(samples.FUND, PaperOptions()),
}


def pictures(paper: doc.Doc, folder: Path) -> list[Image.Image]:
    """Each page in grey, 40 dots an inch."""
    target = folder / "paper.pdf"
    target.write_bytes(pdf.render(paper))
    run_tool("pdftoppm", "-gray", "-r", str(DPI), "-png", target, folder / "page")
    return [Image.open(path).convert("L") for path in sorted(folder.glob("page-*.png"))]


def farthest(one: Image.Image, other: Image.Image) -> float:
    """How far the most different tile of two pages is apart."""
    assert one.size == other.size
    change = ImageChops.difference(one, other)
    corners = product(range(0, one.width, TILE), range(0, one.height, TILE))
    tiles = (change.crop((x, y, x + TILE, y + TILE)) for x, y in corners)
    return max(ImageStat.Stat(tile).mean[0] for tile in tiles)


@pytest.mark.parametrize("name", PAPERS)
def test_pages_look_as_they_did(name: str, tmp_path: Path) -> None:
    found = pictures(PAPERS[name], tmp_path)
    known = sorted(PAGES.glob(f"{name}-[0-9].png"))
    if os.environ.get("SOCLB_GOLDEN") == "write":
        PAGES.mkdir(exist_ok=True)
        for number, page in enumerate(found, 1):
            page.quantize(16).save(PAGES / f"{name}-{number}.png", optimize=True)
        return
    assert len(found) == len(known) > 0
    for page, path in zip(found, known, strict=True):
        assert farthest(page, Image.open(path).convert("L")) < APART, path.name


def test_a_block_that_moved_is_noticed(tmp_path: Path) -> None:
    """Three millimetres under the title are enough."""
    whole = PAPERS["minutes"]
    moved = (*whole.blocks[:2], doc.Spacer(3), *whole.blocks[2:])
    page = pictures(doc.Doc(whole.title, whole.author, moved, foot=whole.foot), tmp_path)[0]
    assert farthest(page, Image.open(PAGES / "minutes-1.png").convert("L")) > APART
