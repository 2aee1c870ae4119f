"""Cells of an .xlsx that show an error, such as ``#N/A``: the reader gives them as empty.

An empty cell means "the usual"; an error does not. So they are looked up in the file itself.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from xml.etree import ElementTree

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ERROR = re.compile(rb't\s*=\s*["\']e["\']')
_PLACE = re.compile(r"([A-Z]+)(\d+)")

Errors = dict[tuple[int, int], str]
"""What a cell shows, by its row and column, both counted from 0."""


def errors_shown(data: bytes) -> dict[str, Errors]:
    """By sheet, the cells that show an error; nothing for a file that is no such workbook."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as file:
            return {name: _errors(file.read(part)) for name, part in _sheets(file)}
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError):
        return {}


def _sheets(file: zipfile.ZipFile) -> list[tuple[str, str]]:
    links = ElementTree.fromstring(file.read("xl/_rels/workbook.xml.rels"))
    parts = {link.get("Id"): link.get("Target", "") for link in links}
    book = ElementTree.fromstring(file.read("xl/workbook.xml"))
    return [
        (sheet.get("name", ""), _inside(parts[sheet.get(_LINK)]))
        for sheet in book.iter(f"{_MAIN}sheet")
    ]


def _inside(target: str) -> str:
    """The part a link leads to: absolute, or beside the workbook."""
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _errors(content: bytes) -> Errors:
    if not _ERROR.search(content):
        return {}
    found: Errors = {}
    for cell in ElementTree.fromstring(content).iter(f"{_MAIN}c"):
        place = _PLACE.fullmatch(cell.get("r", ""))
        if cell.get("t") == "e" and place:
            shown = cell.findtext(f"{_MAIN}v", "") or "#N/A"
            found[int(place[2]) - 1, _column(place[1])] = shown
    return found


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
