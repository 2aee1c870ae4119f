"""Compares the measured branch coverage of each package with its floor in pyproject.toml."""

from __future__ import annotations

import io
import sys
import tomllib

from coverage import Coverage

from tests.helpers.tools import ROOT


def main() -> int:
    """Prints one line a package; 1 when one lies below its floor."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    floors: dict[str, int] = settings["tool"]["soclb"]["coverage"]
    measured = Coverage(config_file=str(ROOT / "pyproject.toml"))
    measured.load()
    below = 0
    for package, floor in floors.items():
        if not any((ROOT / package).rglob("[!_]*.py")):
            continue
        report = io.StringIO()
        share = measured.report(include=[f"{package}/*"], file=report)
        print(f"{package:<14} {share:6.1f} %  (at least {floor} %)")
        if share < floor:
            below += 1
            print(report.getvalue())
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
