"""A page that scrolls: what the keyboard comes to is always in sight."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget


class ScrollPage(QScrollArea):
    """Holds one widget. Takes no focus itself: nothing can be done in it but scrolling."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self._inner = inner
        inner.setObjectName("page")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Qt follows Tab from part to part in here, but not from outside or by a letter.

        With a button of the mouse held down nothing may move away from under it.
        """
        pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if new is not None and not pressed and self._inner.isAncestorOf(new):
            self.ensureWidgetVisible(new, 8, 8)
