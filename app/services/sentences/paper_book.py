"""What the codes about a paper book that is brought in say; see the package's head."""

from __future__ import annotations

TEXTS: dict[str, str] = {}
