"""The window's one way to the book: questions are asked, actions are done, changes are told.

Knows no screen and no service. Where a unit of work comes from is given by who makes it, so the
window never touches the database itself.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from app.base import clock
from app.base.errors import AppError
from app.ui.ports import Beside

Answer = TypeVar("Answer")
Begin = Callable[[], AbstractContextManager[Any]]


class Context(QObject):
    """One open book. ``source`` is handed on untouched to services that open their own units,
    ``key`` to those that open a copy of the book, and ``book`` to those that change its passwords.
    ``place`` says where the data lie: a file's path, or a server's address.

    ``changed`` carries the names of the tables that an action touched, and who asked for it;
    a screen reloads when one of its topics is among them. ``failed`` carries the AppError of an
    action that was rolled back; the error is raised all the same, and ``ui.errors`` shows it
    unless somebody nearer knows the field it belongs to. ``wished`` carries what only the whole
    window can do: ``language``, ``text_size``, ``text_step``, ``open``, ``welcome``.
    """

    changed = Signal(object, object)
    failed = Signal(object)
    saved = Signal(str)
    wished = Signal(str, object)

    def __init__(
        self,
        begin: Begin,
        read: Begin,
        *,
        path: Path | None = None,
        read_only: bool = False,
        source: Any = None,
        key: str | None = None,
        book: Any = None,
        place: str = "",
    ) -> None:
        super().__init__()
        self.place = place or str(path or "")
        self.source = source
        self.key = key
        self.book = book
        self._begin = begin
        self._read = read
        self.path = path
        self.read_only = read_only

    def exchange(self, book: Any) -> None:
        """Go on with the same book opened anew: it has another key now."""
        self.book, self.key = book, book.database.key
        self._begin, self._read = book.database.begin, book.database.read

    def ask(self, question: Callable[..., Answer], **values: Any) -> Answer:
        """The answer of ``question(uow, **values)``; raises its errors."""
        with self._read() as uow:
            return question(uow, **values)

    def do(
        self, action: Callable[..., Answer], *, initiator: object = None, **values: Any
    ) -> Answer:
        """Run ``action(uow, **values)``, commit, tell everybody; raises its errors."""
        return self.do_beside(lambda act: act(), action, initiator=initiator, **values)

    def do_beside(
        self,
        beside: Beside,
        action: Callable[..., Answer],
        *,
        initiator: object = None,
        **values: Any,
    ) -> Answer:
        """Like ``do``; ``beside`` runs what it is given in another thread and waits for it.

        What changed is told in this thread.
        """

        def act() -> tuple[Answer, frozenset[str]]:
            with self._begin() as uow:
                answer = action(uow, **values)
            return answer, frozenset(uow.topics)

        try:
            answer, topics = beside(act)
        except AppError as error:
            self.failed.emit(error)
            raise
        moment = clock.now().astimezone()
        self.saved.emit(f"{moment.hour:02d}:{moment.minute:02d}")
        self.changed.emit(topics, initiator)
        return answer
