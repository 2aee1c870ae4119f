"""What the codes about bundles, receipts and the union's register say; see the package's head."""

from __future__ import annotations

TEXTS: dict[str, str] = {}
