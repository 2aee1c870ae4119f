"""Texts of the program → catalogues, and catalogues → what the program loads.

``update`` finds every text in ``app/``, takes the Vietnamese from ``i18n/vi/*.tsv`` (context,
English, Vietnamese; ``\\n`` is a line break) and the English plurals from ``i18n/en/plurals.tsv``
(context, English with %n, singular, plural), and writes ``app_vi.ts`` and ``app_en.ts``.
``compile`` makes ``resources/i18n/*.qm`` from all catalogues, for Qt, and ``app_*.json`` from ours,
for ``app.base.catalogue``. Stand-alone: imports nothing of app.
"""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree
from xml.sax.saxutils import escape

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parent
COMPILED = ROOT / "resources" / "i18n"

Key = tuple[str, str]
Texts = dict[Key, bool]
"""(context, source) → whether it counts something (%n)."""


def main(arguments: list[str]) -> int:
    steps = {"update": update, "compile": compile_all}
    if len(arguments) != 1 or arguments[0] not in steps:
        print("usage: python i18n/build.py update|compile", file=sys.stderr)
        return 2
    return steps[arguments[0]]()


def update() -> int:
    """Write both catalogues; 1 when a text has no Vietnamese, each named on stderr."""
    texts = find_texts()
    vietnamese = read_words("vi")
    plurals = {key: tuple(words) for key, words in read_words("en").items()}
    write_catalogue("vi", texts, {key: tuple(words[:1]) for key, words in vietnamese.items()})
    write_catalogue("en", texts, {key: plurals.get(key, (key[1],)) for key in texts})
    missing = [key for key in texts if key not in vietnamese]
    for context, source in missing:
        print(f"no Vietnamese: {context}\t{_one_line(source)}", file=sys.stderr)
    unused = len([key for key in vietnamese if key not in texts])
    print(f"{len(texts)} texts, {len(missing)} without Vietnamese, {unused} lines of no use")
    return 1 if missing else 0


def compile_all() -> int:
    """Write a .qm for each catalogue, and a .json for each of ours."""
    COMPILED.mkdir(parents=True, exist_ok=True)
    for catalogue in sorted(FOLDER.glob("*.ts")):
        target = COMPILED / f"{catalogue.stem}.qm"
        _tool("pyside6-lrelease", "-silent", str(catalogue), "-qm", str(target))
    for catalogue in sorted(FOLDER.glob("app_*.ts")):
        text = json.dumps(plain_words(catalogue), ensure_ascii=False, separators=(",", ":"))
        (COMPILED / f"{catalogue.stem}.json").write_text(text, encoding="utf-8", newline="\n")
    return 0


def plain_words(catalogue: Path) -> dict[str, dict[str, str]]:
    """Context → source → translation of each finished text that counts nothing and differs."""
    words: dict[str, dict[str, str]] = {}
    for block in ElementTree.parse(catalogue).getroot().iter("context"):
        for message in block.iter("message"):
            source, target = message.findtext("source", ""), message.find("translation")
            if target is None or target.get("type") or message.get("numerus") == "yes":
                continue
            if target.text and target.text != source:
                words.setdefault(block.findtext("name", ""), {})[source] = target.text
    return words


def find_texts() -> Texts:
    """Every text that a literal call of tr() or translate() names in app/."""
    sources = sorted(str(path) for path in (ROOT / "app").rglob("*.py"))
    with TemporaryDirectory() as folder:
        found = Path(folder) / "found.ts"
        _tool("pyside6-lupdate", "-silent", "-locations", "none", *sources, "-ts", str(found))
        root = ElementTree.parse(found).getroot()
    texts: Texts = {}
    for block in root.iter("context"):
        context = block.findtext("name", "")
        for message in block.iter("message"):
            texts[context, message.findtext("source", "")] = message.get("numerus") == "yes"
    return dict(sorted(texts.items()))


def read_words(code: str) -> dict[Key, list[str]]:
    """The lines of ``i18n/CODE/*.tsv``; exits with a sentence on a line that is not one."""
    words: dict[Key, list[str]] = {}
    for path in sorted((FOLDER / code).glob("*.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if not line.strip() or line.startswith("#"):
                continue
            cells = [unicodedata.normalize("NFC", _unescaped(cell)) for cell in line.split("\t")]
            if len(cells) < 3 or not all(cells):
                raise SystemExit(f"{path.name}, line {number}: context, English, translation")
            key = (cells[0], cells[1])
            if words.setdefault(key, cells[2:]) != cells[2:]:
                raise SystemExit(f"{path.name}, line {number}: {key} has two translations")
    return words


def write_catalogue(code: str, texts: Texts, words: dict[Key, tuple[str, ...]]) -> None:
    """Write ``app_CODE.ts``, sorted, without places in files, so that a change is a small diff."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{code}" sourcelanguage="en">',
    ]
    context = None
    for key, counts in texts.items():
        if key[0] != context:
            lines += ["</context>"] if context is not None else []
            context = key[0]
            lines += ["<context>", f"    <name>{escape(context)}</name>"]
        lines += _message(key[1], counts, words.get(key, ()))
    lines += ["</context>"] if context is not None else []
    text = "\n".join([*lines, "</TS>", ""])
    (FOLDER / f"app_{code}.ts").write_text(text, encoding="utf-8", newline="\n")


def _message(source: str, counts: bool, forms: tuple[str, ...]) -> list[str]:
    opening = '    <message numerus="yes">' if counts else "    <message>"
    state = "" if forms else ' type="unfinished"'
    lines = [opening, f"        <source>{escape(source)}</source>"]
    if counts:
        lines.append(f"        <translation{state}>")
        lines += [f"            <numerusform>{escape(form)}</numerusform>" for form in forms]
        lines.append("        </translation>")
    else:
        lines.append(
            f"        <translation{state}>{escape(forms[0] if forms else '')}</translation>"
        )
    return [*lines, "    </message>"]


def _tool(name: str, *arguments: str) -> None:
    program = Path(sys.executable).with_name(name)
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    noise = "\n".join(filter(None, (done.stdout.strip(), done.stderr.strip())))
    if noise:
        print(noise, file=sys.stderr)
    if done.returncode:
        raise SystemExit(f"{name} ended with {done.returncode}")


def _unescaped(cell: str) -> str:
    return cell.replace("\\n", "\n").strip("\r")


def _one_line(text: str) -> str:
    return text.replace("\n", "\\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
