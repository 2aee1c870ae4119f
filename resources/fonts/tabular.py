"""Gives Be Vietnam Pro figures of one width: ``python resources/fonts/tabular.py``, with fonttools.

The type face has figures of many widths only, so sums and days would not stand under each other.
Each figure is drawn a second time in the middle of one width and offered as the OpenType feature
``tnum``; the first drawings stay. Run once on the files as published; a second run changes nothing.
"""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

from fontTools.otlLib.builder import buildLookup, buildSingleSubstSubtable
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

FOLDER = Path(__file__).parent
FIGURES = "zero one two three four five six seven eight nine".split()
NARROWER = 0.9
"""The one width and all figures but the 1, of the zero's: the white around a 1 stays small."""


def main() -> None:
    for path in sorted(FOLDER.glob("BeVietnamPro-*.ttf")):
        font = TTFont(path)
        if f"{FIGURES[0]}.tnum" not in font.getGlyphOrder():
            add_tabular(font)
            font.save(path)


def add_tabular(font: TTFont) -> None:
    """Add the ten drawings and the feature that takes them."""
    glyphs, widths = font["glyf"], font["hmtx"]
    width = round(widths["zero"][0] * NARROWER)
    for name in FIGURES:
        drawn = deepcopy(glyphs[name])
        if name != "one":
            drawn.coordinates.scale((NARROWER, 1))
            drawn.coordinates.toInt()
            drawn.recalcBounds(glyphs)
        left = (width - (drawn.xMax - drawn.xMin)) // 2
        drawn.coordinates.translate((left - drawn.xMin, 0))
        drawn.recalcBounds(glyphs)
        glyphs[f"{name}.tnum"] = drawn
        widths[f"{name}.tnum"] = (width, left)
    table = font["GSUB"].table
    table.LookupList.Lookup.append(
        buildLookup([buildSingleSubstSubtable({name: f"{name}.tnum" for name in FIGURES})])
    )
    added = otTables.FeatureRecord()
    added.FeatureTag, added.Feature = "tnum", otTables.Feature()
    added.Feature.FeatureParams = None
    added.Feature.LookupListIndex = [len(table.LookupList.Lookup) - 1]
    table.FeatureList.FeatureRecord.append(added)
    for script in (record.Script for record in table.ScriptList.ScriptRecord):
        for system in (script.DefaultLangSys, *(r.LangSys for r in script.LangSysRecord)):
            system.FeatureIndex.append(len(table.FeatureList.FeatureRecord) - 1)


if __name__ == "__main__":
    main()
