"""Every paper of the practice club, as PDF and as one picture a page, to be looked at."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.helpers.tools import run_tool, soclb


def main(folder: Path) -> int:
    """Makes the practice month in ``folder`` unless it is there, then draws each page at 80 dpi."""
    if not any(folder.glob("**/*.pdf")):
        done = soclb("demo", folder)
        if done.returncode:
            print(done.stderr, file=sys.stderr)
            return done.returncode
    for paper in sorted(folder.glob("**/*.pdf")):
        run_tool("pdftoppm", "-png", "-r", "80", paper, paper.with_suffix(""))
    for picture in sorted(folder.glob("**/*.png")):
        print(picture)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
