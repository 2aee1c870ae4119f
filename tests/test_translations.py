"""Every text the program says is found, translated, and safe to fill in."""

from __future__ import annotations

import ast
import json
import re
import runpy
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.helpers.tools import ROOT

BUILD = runpy.run_path(str(ROOT / "i18n" / "build.py"))
SOURCES = sorted((ROOT / "app").rglob("*.py"))
TRANSLATORS = {"QCoreApplication", "QApplication", "catalogue", "text"}
PLACEHOLDER = re.compile(r"\{[^{}]*\}|%n|%\d")


def _messages(path: Path) -> Iterator[tuple[str, str, str, bool]]:
    """Context, source, translation (plural forms joined), finished or not."""
    for block in ElementTree.parse(path).getroot().iter("context"):
        for message in block.iter("message"):
            target = message.find("translation")
            assert target is not None
            forms = [form.text or "" for form in target.iter("numerusform")]
            text = "\n".join(forms) if forms else target.text or ""
            finished = target.get("type") is None and bool(text.strip())
            yield block.findtext("name", ""), message.findtext("source", ""), text, finished


@pytest.mark.parametrize("code", ["vi", "en"])
def test_catalogue_knows_just_the_texts_of_the_program(code: str) -> None:
    found = set(BUILD["find_texts"]())
    known = {(context, source) for context, source, _, _ in _messages(ROOT / f"i18n/app_{code}.ts")}
    assert found == known, "run 'make i18n' and commit what it writes"


@pytest.mark.parametrize("name", ["app_vi", "app_en", "qtbase_vi"])
def test_nothing_is_unfinished(name: str) -> None:
    left = [
        source for _, source, _, finished in _messages(ROOT / f"i18n/{name}.ts") if not finished
    ]
    assert left == []


@pytest.mark.parametrize("name", ["app_vi", "app_en", "qtbase_vi"])
def test_placeholders_agree(name: str) -> None:
    wrong = [
        source
        for _, source, text, _ in _messages(ROOT / f"i18n/{name}.ts")
        for form in (text.split("\n") if "%n" in source else [text])
        if not _same_placeholders(source, form)
    ]
    assert wrong == []


def _same_placeholders(source: str, text: str) -> bool:
    wanted, given = set(PLACEHOLDER.findall(source)), set(PLACEHOLDER.findall(text))
    # an English singular may say "one" instead of its number
    return wanted == given or (wanted - given == {"%n"} and not given - wanted)


def test_plain_words_are_the_finished_ones_that_differ(tmp_path: Path) -> None:
    catalogue = tmp_path / "app_vi.ts"
    catalogue.write_text(
        """<?xml version="1.0" encoding="utf-8"?>
<TS version="2.1" language="vi"><context><name>papers</name>
<message><source>Sum</source><translation>Cộng</translation></message>
<message><source>Same</source><translation>Same</translation></message>
<message><source>Draft</source><translation type="unfinished">Nháp</translation></message>
<message><source>Empty</source><translation></translation></message>
<message><source>Bare</source></message>
<message numerus="yes"><source>%n loans</source><translation>
  <numerusform>%n khoản vay</numerusform></translation></message>
</context></TS>""",
        encoding="utf-8",
    )
    assert BUILD["plain_words"](catalogue) == {"papers": {"Sum": "Cộng"}}


@pytest.mark.parametrize("code", ["vi", "en"])
def test_the_compiled_words_are_those_of_the_catalogue(code: str) -> None:
    compiled = (ROOT / f"resources/i18n/app_{code}.json").read_text(encoding="utf-8")
    words = BUILD["plain_words"](ROOT / f"i18n/app_{code}.ts")
    assert json.loads(compiled) == words, "run 'make i18n'"


@pytest.mark.parametrize("name", ["app_vi", "app_en", "qtbase_vi"])
def test_text_is_composed(name: str) -> None:
    raw = (ROOT / f"i18n/{name}.ts").read_text(encoding="utf-8")
    assert raw == unicodedata.normalize("NFC", raw)


def test_words_stand_in_their_lists_once() -> None:
    """No line of ``i18n/vi`` is a leftover of a text that is gone."""
    found = BUILD["find_texts"]()
    assert [key for key in BUILD["read_words"]("vi") if key not in found] == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_texts_are_literals(path: Path) -> None:
    """A name, a sum or an f-string inside tr() or translate() is never found."""
    wrong = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = (
            node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        )
        if name not in ("tr", "translate"):
            continue
        if _is_something_else(node):
            continue
        texts = node.args[:1] if name == "tr" else node.args[:2]
        if not texts or not all(_is_literal(text) for text in texts):
            wrong.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert wrong == []


def _is_literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _is_something_else(call: ast.Call) -> bool:
    """``str.translate(table)`` and ``QPainter.translate(x, y)`` have the same name."""
    if not isinstance(call.func, ast.Attribute) or call.func.attr != "translate":
        return False
    return getattr(call.func.value, "id", "") not in TRANSLATORS
