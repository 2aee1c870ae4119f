"""What a presenter may do: ask a service, or have one act. Free of Qt, so presenters are too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

Answer = TypeVar("Answer")
Beside = Callable[[Callable[[], Any]], Any]


class Services(Protocol):
    """The open book seen from a presenter. ``Context`` is the one the window uses."""

    @property
    def read_only(self) -> bool:
        """Whether the book may only be looked at."""
        ...

    def ask(self, question: Callable[..., Answer], **values: Any) -> Answer:
        """The answer of a service that changes nothing."""
        ...

    def do(
        self, action: Callable[..., Answer], *, initiator: object = None, **values: Any
    ) -> Answer:
        """Let a service act, whole or not at all; raises what the service raises."""
        ...

    def do_beside(
        self,
        beside: Beside,
        action: Callable[..., Answer],
        *,
        initiator: object = None,
        **values: Any,
    ) -> Answer:
        """Like ``do``; ``beside`` runs what it is given without holding the window up."""
        ...
