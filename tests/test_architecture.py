"""The rules of app/README.md that a machine can hold: layers, sizes, money, sentences, pins."""

from __future__ import annotations

import ast
import re
import string
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services.sentences import SENTENCES
from tests.helpers.tools import ROOT

MODULES = sorted((ROOT / "app").rglob("*.py"))
LOCKS = ("requirements.lock", "requirements-dev.lock")
CODE = re.compile(r"^[a-z_]+\.[a-z0-9_]+$")
FILE_ENDINGS = {"csv", "json", "lock", "pdf", "png", "qm", "qss", "svg", "ts", "ttf", "txt", "xlsx"}


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def test_layers_are_kept() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [program, "--no-cache"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_module_is_about_one_thing(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= 400
    tree = _tree(path)
    if tree.body:
        assert ast.get_docstring(tree), "the module's docstring says what it owns"
    long = [
        f"{node.name}: {_code_lines(node)} lines"
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and _code_lines(node) > 40
    ]
    assert long == []


def _code_lines(function: ast.FunctionDef) -> int:
    """Lines from ``def`` to the end without the docstring; one literal table counts as one line."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    if not body or (len(body) == 1 and isinstance(body[0], ast.Return)):
        return 1
    return sum((node.end_lineno or node.lineno) - node.lineno + 1 for node in body)


@pytest.mark.parametrize("path", sorted((ROOT / "app" / "domain").rglob("*.py")), ids=_name)
def test_no_float_touches_money(path: Path) -> None:
    wrong = [
        node.lineno
        for node in ast.walk(_tree(path))
        if (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Div))
        or (isinstance(node, ast.Name) and node.id == "float")
    ]
    assert wrong == []


def _codes(path: Path) -> Iterator[str]:
    """Codes given to an error or a problem, or kept in a table for one."""
    tree = _tree(path)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _callee(node).endswith(("Error", "Problem")):
            for value in node.args[:1]:
                yield from _strings(value)
        if isinstance(node, ast.Dict):
            for value in node.values:
                yield from _strings(value)


def _callee(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _strings(node: ast.expr | None) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from _strings(node.body)
        yield from _strings(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.match(node.value):
        yield node.value


def test_every_code_has_its_sentence() -> None:
    prefixes = {code.partition(".")[0] for code in SENTENCES}
    missing = sorted(
        f"{code} ({_name(path)})"
        for path in MODULES
        for code in set(_codes(path))
        if code not in SENTENCES
        and code.partition(".")[2] not in FILE_ENDINGS
        and (code.partition(".")[0] in prefixes or "Error" in path.read_text(encoding="utf-8"))
    )
    assert missing == []


def test_sentences_are_sentences() -> None:
    for code, text in SENTENCES.items():
        assert CODE.match(code), code
        assert text[-1] in ".:?!", f"{code} does not end"
        list(string.Formatter().parse(text))


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_hashes_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    pins = [block for block in re.split(r"\n(?=[a-z])", text.strip()) if not block.startswith("#")]
    assert pins
    assert [pin.split()[0] for pin in pins if "==" not in pin or "--hash=sha256:" not in pin] == []


def _pins(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==([^ ]+)", text, flags=re.MULTILINE))


def test_both_locks_agree_and_hold_what_the_project_names() -> None:
    run, dev = (_pins(name) for name in LOCKS)
    assert run.items() <= dev.items()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = {re.split(r"[<>=[]", line)[0].lower() for line in project["dependencies"]}
    assert named <= run.keys()


def test_the_version_stands_in_the_changelog() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"## {project['version']}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_tree_is_the_one_described() -> None:
    page = (ROOT / "app" / "README.md").read_text(encoding="utf-8")
    described = set(re.findall(r"^\| `([^`]+)/` ", page, re.MULTILINE))
    packages = {path.parent.name for path in (ROOT / "app").glob("*/__init__.py")}
    assert packages <= described
