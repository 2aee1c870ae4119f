"""From the command to a window that shows a book, beside a bare window of the same library.

Ours begins as ``app.main`` does, with rarer searches for garbage. Memory
is read from Linux, because ``ru_maxrss`` begins with what the benchmark itself has.
"""

from __future__ import annotations

import json
import statistics
from pathlib import Path

from bench.measure import Line, compare, process

END = """
import json
def told():
    peak = open("/proc/self/status").read().split("VmHWM:")[1].split()[0]
    print(json.dumps(int(peak) / 1024))
    application.quit()
"""
BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
window = QWidget(); window.resize(1366, 768); window.show()
QTimer.singleShot(0, told)
application.exec()
"""
BARE_WITH_DATABASE = (
    """
import sys, sqlcipher3.dbapi2 as driver
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session
"""
    + BARE
)
FIRST = """
from app.base import collector
collector.spare()
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app.ui.start import first_window
application = QApplication([])
first = first_window()
QTimer.singleShot(0, told)
application.exec()
"""
OURS = """
import sys
from app.base import collector
collector.spare()
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app.ui.program import Program
application = QApplication([])
window = Program(application)
window.start(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
window.show()
def look():
    told() if window.shell is not None else QTimer.singleShot(0, look)
QTimer.singleShot(0, look)
application.exec()
"""


def run(book: Path, _source: Path, _work: Path, rounds: int) -> list[Line]:
    """First window, home screen of the book, and memory with it."""
    first = compare(
        "start to the first window",
        lambda: process(program=END + FIRST),
        "bare PySide6",
        lambda: process(program=END + BARE),
        1.3,
        rounds,
    )
    home = compare(
        "start to the book's home screen",
        lambda: process(book, program=END + OURS),
        "PySide6 and SQLAlchemy",
        lambda: process(program=END + BARE_WITH_DATABASE),
        1.2,
        rounds,
    )
    ours, limit = (
        statistics.median(json.loads(process(*words, program=END + program)) for _ in range(3))
        for words, program in (((book,), OURS), ((), BARE_WITH_DATABASE))
    )
    memory = Line("memory with the book", "PySide6 and SQLAlchemy", ours, limit, 1.5, "MB")
    return [first, home, memory]
