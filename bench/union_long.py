"""The long runs: a province's clubs, every month of them, two thousand clubs; memory on the way."""

from __future__ import annotations

from pathlib import Path
from time import process_time

from app.domain.club_facts import Level
from bench.measure import Line, process, timed
from bench.union import USUAL, report, take, taken_in
from bench.union_clubs import Clubs

MANY = 2000
WEAK_MB, WEAK_SECONDS = 500, 60
_MEASURED = """
import sys, time
from pathlib import Path
from app.services import register
before = time.process_time()
target = Path(sys.argv[1])
target.unlink(missing_ok=True)
register.create(target)
with register.opened(target) as database:
    lines = register.import_files(database, paths=[Path(sys.argv[2])])
assert lines and all(line.accepted for line in lines)
told = Path("/proc/self/status").read_text().partition("VmHWM:")[2]
peak = int(told.split()[0]) / 1024
print(time.process_time() - before, peak)
"""


def run(_book: Path, _source: Path, work: Path, rounds: int) -> list[Line]:
    """Minutes of work, so each is done once or a few times; processor time throughout."""
    few = max(2, rounds // 3)
    clubs = Clubs.make(work)
    totals = clubs.write(work / "totals", USUAL, Level.TOTALS)
    full = clubs.write(work / "full", USUAL, Level.FULL)
    monthly = clubs.write_monthly(work / "monthly", USUAL)
    many = clubs.write(work / "many", MANY, Level.TOTALS)
    return [
        taken_in(totals, {}, work, few),
        taken_in(full, dict(clubs.sheets), work, few),
        *_whole_process(monthly, work),
        *_whole_process(totals, work),
        _share(totals, many, work),
        report(totals, work, rounds),
        report(many, work, rounds),
    ]


def _whole_process(bundles: list[Path], work: Path) -> list[Line]:
    """A process of its own, beside what a weak computer must manage (a commune's whole past)."""
    told = process(work / "weak.soclu", bundles[0].parent, program=_MEASURED).split()
    seconds, peak = (float(part) for part in told)
    name = f"{len(bundles)} bundles, whole process"
    return [
        Line(name, "what a weak computer may take", seconds, WEAK_SECONDS, 1.0, "s"),
        Line("its memory", "what a weak computer may give", peak, WEAK_MB, 1.0, "MB"),
    ]


def _share(usual: list[Path], many: list[Path], work: Path) -> Line:
    """A club's share of many clubs, beside its share of few."""
    target = work / "share.soclu"
    few = [timed(lambda: take(usual, target), process_time) for _ in range(3)]
    share = timed(lambda: take(many, target), process_time) / len(many) * 1000
    usually = sorted(few)[1] / len(usual) * 1000
    name = f"a club's share of {len(many)} clubs"
    return Line(name, f"of {len(usual)} clubs", share, usually, 1.3)
