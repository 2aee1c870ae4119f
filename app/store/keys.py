"""The key of a book. Without a password it is a published constant, so that one file is the
whole book and any SQLCipher tool opens it (CONTRACT 1)."""

from __future__ import annotations

import hashlib

PUBLISHED_KEY = hashlib.sha256(b"soclb").hexdigest()
