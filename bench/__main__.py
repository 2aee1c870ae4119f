"""``python -m bench [rounds]``: every comparison in one run; 1 when one missed its reach."""

from __future__ import annotations

import os
import sys
import warnings
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import big_book, club, paper, union, window, writing
from bench.measure import Line, table


def main(rounds: int) -> int:
    """Make the book, run each group, print one table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    warnings.simplefilter("ignore")
    with TemporaryDirectory(prefix="soclb-bench-") as folder:
        work = Path(folder)
        os.environ["SOCLB_HOME"] = str(work / "home")
        source, book = work / "paper", work / "big.soclb"
        big_book.write(source)
        from app.services import paper_book

        summary = paper_book.import_book(book, source=source)
        print(f"A book of {summary.counts['entries']:,} entries; medians of {rounds} rounds.\n")
        lines: list[Line] = []
        for group in (club.run, writing.run, paper.run, window.run, union.run):
            lines += group(book, source, work, rounds)
    print(table(lines))
    return 0 if all(line.reached for line in lines) else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 9))
