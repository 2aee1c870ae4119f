"""Long work off the window's thread: one job at a time, how far it is, and a way to stop it.

A job gets ``report(done, total)`` and is told to stop by ``Stopped`` raised from it. Jobs open
their own unit of work; nothing of the window is touched from theirs.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal
from PySide6.QtWidgets import QDialog, QLabel, QProgressBar, QVBoxLayout, QWidget

from app.base.errors import AppError
from app.base.text import translate
from app.ui.widgets.basics import button, row

_AT_ONCE_S = 0.08
"""What takes no longer than this shows no dialog; longer than 0.1 s nothing may hold the window."""

Report = Callable[[int, int], None]
Job = Callable[[Report], Any]


class Stopped(Exception):  # noqa: N818 - it is no error
    """The user asked for it."""


class _Signals(QObject):
    progressed = Signal(object, object)
    finished = Signal(object)
    failed = Signal(object)


class _Run(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self.signals = _Signals()
        self.stop, self.ended = Event(), Event()
        self.answer: Any = None
        self.error: Exception | None = None
        self._job = job
        self.setAutoDelete(False)

    def run(self) -> None:
        try:
            self.answer = self._job(self._report)
        except Exception as error:  # noqa: BLE001 - raised again in the window's own thread
            self.error = error
            self.signals.failed.emit(error)
        else:
            self.signals.finished.emit(self.answer)
        finally:
            self.ended.set()

    def _report(self, done: int, total: int) -> None:
        if self.stop.is_set():
            raise Stopped
        self.signals.progressed.emit(done, total)


class Working(QDialog):
    """Runs ``job`` and shows how far it is; ``run`` gives back what it answered.

    ``whole`` is a job that ends as one step: nobody is offered to stop it.
    """

    def __init__(
        self, title: str, job: Job, parent: QWidget | None = None, *, whole: bool = False
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._stop = button(translate("window", "Stop"), icon="x")
        self._stop.clicked.connect(self._on_stop)
        self._stop.setVisible(not whole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addWidget(QLabel(title))
        layout.addWidget(self._bar)
        layout.addLayout(row(None, self._stop))
        self.setMinimumWidth(420)
        self._run = _Run(job)
        queued = Qt.ConnectionType.QueuedConnection
        self._run.signals.progressed.connect(self._on_progressed, queued)
        self._run.signals.finished.connect(self.accept, queued)
        self._run.signals.failed.connect(self.accept, queued)

    def run(self) -> Any:
        """Wait for the job while the window stays alive; a short one shows nothing.

        Returns its answer; raises what the job raised; raises AppError ``work.stopped`` when the
        user stopped it.
        """
        QThreadPool.globalInstance().start(self._run)
        if not self._run.ended.wait(_AT_ONCE_S):
            self.exec()
        self.deleteLater()
        if isinstance(self._run.error, Stopped):
            raise AppError("work.stopped")
        if self._run.error is not None:
            raise self._run.error
        return self._run.answer

    def reject(self) -> None:
        """Escape stops the job; the dialog closes when the job has."""
        self._on_stop()

    def _on_stop(self) -> None:
        self._run.stop.set()
        self._stop.setEnabled(False)

    def _on_progressed(self, done: int, total: int) -> None:
        self._bar.setRange(0, int(total))
        self._bar.setValue(int(done))


class Background(QObject):
    """Runs one job beside the window, without a dialog: ``finished`` or ``failed`` is told."""

    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._run: _Run | None = None

    def start(self, job: Job) -> None:
        """Begin ``job``; one that still runs is not stopped, and tells nobody any more."""
        queued = Qt.ConnectionType.QueuedConnection
        self._run = _Run(job)
        self._run.signals.finished.connect(self.finished, queued)
        self._run.signals.failed.connect(self.failed, queued)
        QThreadPool.globalInstance().start(self._run)

    def wait(self) -> None:
        """Until the job begun last has ended; what it has to tell is told later, as always."""
        if self._run is not None:
            self._run.ended.wait()


class Latest(QObject):
    """Questions asked beside the window, one at a time; only the newest one's answer is told.

    One that was asked while another ran waits for it, and takes the place of any that waited.
    """

    answered = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work = Background(self)
        self._work.finished.connect(self._on_finished)
        self._work.failed.connect(self._on_failed)
        self._waiting: Job | None = None
        self.busy = False

    def ask(self, job: Job) -> None:
        """Let ``job`` answer; what an earlier one answers no longer matters."""
        if self.busy:
            self._waiting = job
            return
        self.busy = True
        self._work.start(job)

    def wait(self) -> None:
        """Until the job that runs has ended; what it has to tell is told later, as always."""
        self._work.wait()

    def _on_finished(self, answer: object) -> None:
        if not self._go_on():
            self.answered.emit(answer)

    def _on_failed(self, error: object) -> None:
        if not self._go_on():
            self.failed.emit(error)

    def _go_on(self) -> bool:
        """Whether a newer question took the place of the one that has ended."""
        waiting, self._waiting = self._waiting, None
        self.busy = waiting is not None
        if waiting is not None:
            self._work.start(waiting)
        return self.busy
