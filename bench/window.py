"""From the command to a window that shows a book, beside a bare window of the same library.

Ours is ``app.main`` itself, with the book that was open last. A start ends when the window has been
drawn: each process says then how long it took by the clock, how much processor time, and how much
memory it needed at most (read from Linux, because ``ru_maxrss`` begins with the benchmark's own).
"""

from __future__ import annotations

import json
import statistics
import time
from pathlib import Path

from bench.measure import Line, process

DRAWN = """
import json, os, sys, time
def drawn():
    application.processEvents()
    peak = open("/proc/self/status").read().split("VmHWM:")[1].split()[0]
    since = time.monotonic() - float(sys.argv[1])
    print(json.dumps((since * 1000, time.process_time() * 1000, int(peak) / 1024)), flush=True)
    os._exit(0)
"""
BARE = """
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1366, 768)
window.setCentralWidget(QLabel("Quỹ tiết kiệm và vay vốn"))
window.show()
drawn()
"""
BARE_WITH_DATABASE = """
from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget, QTableWidgetItem
application = QApplication([])
window = QMainWindow()
window.resize(1366, 768)
import sqlcipher3.dbapi2 as driver
from sqlalchemy import create_engine, text
def connect():
    connection = driver.connect(sys.argv[2])
    connection.execute("PRAGMA key = \\"x'" + sys.argv[3] + "'\\"")
    return connection
with create_engine("sqlite://", module=driver, creator=connect).connect() as book:
    rows = book.execute(text(
        "SELECT m.code, m.full_name, p.account, sum(p.amount) FROM member m"
        " JOIN entry e ON e.member_id = m.id JOIN posting p ON p.entry_id = e.id"
        " GROUP BY m.id, p.account ORDER BY m.code, p.account")).all()
table = QTableWidget(len(rows), 4)
for y, row in enumerate(rows):
    for x, value in enumerate(row):
        table.setItem(y, x, QTableWidgetItem(str(value)))
window.setCentralWidget(table)
window.show()
drawn()
"""
FIRST = """
from PySide6.QtWidgets import QApplication
application = QApplication([])
from app.ui import start
show = start.first_window
start.first_window = lambda: (show(), drawn())
from app import main
main.main([])
"""
HOME = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
application = QApplication([])
def look():
    for window in application.topLevelWidgets():
        if getattr(window, "shell", None) is not None and window.isVisible():
            drawn()
    QTimer.singleShot(0, look)
QTimer.singleShot(0, look)
from app import main
main.main([])
"""
REST = HOME.replace("            drawn()", "            return QTimer.singleShot(5000, drawn)")
"""What is loaded beside the window is there as well."""
Start = tuple[float, float, float]


def run(book: Path, _source: Path, _work: Path, rounds: int) -> list[Line]:
    """First window, home screen of the book, and memory with it."""
    from app.store.keys import PUBLISHED_KEY
    from app.ui import preferences

    preferences.save(preferences.Preferences().opened(book))
    first, bare = _in_turn(rounds, (FIRST,), (BARE,))
    home, with_book = _in_turn(rounds, (HOME,), (BARE_WITH_DATABASE, book, PUBLISHED_KEY))
    rest, _ = _in_turn(3, (REST,), (BARE,))
    limits = ("bare PySide6", "PySide6 and SQLAlchemy, a table")
    return [
        Line("start to the first window", limits[0], first[0], bare[0], 1.3),
        Line("the same, processor time", limits[0], first[1], bare[1], 1.3),
        Line("start to the book's home screen", limits[1], home[0], with_book[0], 1.2),
        Line("the same, processor time", limits[1], home[1], with_book[1], 1.2),
        Line("memory at rest with the book", limits[1], rest[2], with_book[2], 1.5, "MB"),
    ]


def _in_turn(rounds: int, *programs: tuple[str | Path, ...]) -> list[Start]:
    """The medians of each program's starts, one after the other within a round."""
    for program in programs:
        _started(*program)
    starts = [[_started(*program) for program in programs] for _ in range(rounds)]
    return [_median(column) for column in zip(*starts, strict=True)]


def _median(starts: tuple[Start, ...]) -> Start:
    clock, processor, memory = map(statistics.median, zip(*starts, strict=True))
    return clock, processor, memory


def _started(program: str | Path, *words: str | Path) -> Start:
    told = json.loads(process(str(time.monotonic()), *words, program=DRAWN + str(program)))
    clock, processor, memory = map(float, told)
    return clock, processor, memory
