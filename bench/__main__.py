"""``python -m bench [rounds] [--long]``: every comparison in one run; 1 when one missed its reach.

``--long`` does the minutes of a union's clubs instead.
"""

from __future__ import annotations

import os
import sys
import warnings
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import big_book, club, paper, union, union_long, window, writing
from bench.measure import Line, table


def main(rounds: int, *, long: bool) -> int:
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
        usual = (club.run, writing.run, paper.run, window.run, union.run)
        for group in (union_long.run,) if long else usual:
            lines += group(book, source, work, rounds)
    print(table(lines))
    return 0 if all(line.reached for line in lines) else 1


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if word != "--long"]
    sys.exit(main(int(words[0]) if words else 9, long="--long" in sys.argv))
