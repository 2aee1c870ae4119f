"""The window; the only layer that knows Qt."""

from app.ui import singletons

singletons.hold()
