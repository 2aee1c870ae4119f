"""How this window looks on this computer, what the club decides, and where the book lies."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from app.base.text import translate, used_language
from app.ui import preferences
from app.ui.context import Context
from app.ui.screen import Page, Screen, fill
from app.ui.screens.settings.areas_panel import AreasPanel
from app.ui.screens.settings.club_panel import ClubPanel
from app.ui.screens.settings.paper_panel import PaperPanel
from app.ui.screens.settings.succession_panel import SuccessionPanel
from app.ui.screens.settings.union_panel import UnionPanel
from app.ui.widgets.basics import button, hairline, label, row, section, title
from app.ui.widgets.form import Form, choice_field

_LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]


class SettingsScreen(Screen):
    """Text size, language, the club's papers and rules; everything at once, nothing to save."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.language = choice_field(_LANGUAGES, used_language())
        sizes = range(preferences.SMALLEST, preferences.LARGEST + 1, 2)
        points = QApplication.font().pointSize()
        self.size_choice = choice_field(
            [(str(size), str(size)) for size in sorted({*sizes, points})], str(points)
        )
        self.union = UnionPanel(context) if context.source else None
        self.areas = AreasPanel(context) if context.source else None
        self.club = None if context.source else ClubPanel(context)
        self.papers = None if context.source else PaperPanel(context)
        self.succession = None if context.source else SuccessionPanel(context)
        self._lay_out()
        self.language.currentIndexChanged.connect(self._on_language)
        self.size_choice.currentIndexChanged.connect(self._on_size)

    def _lay_out(self) -> None:
        form = Form(columns=2)
        form.add("language", translate("window", "Language"), self.language)
        form.add(
            "text_size",
            translate("window", "Size of text"),
            self.size_choice,
            translate("window", "Ctrl and + or − changes it on every screen."),
        )
        other = button(
            translate("window", "Open another book…"),
            lambda: self.context.wished.emit("welcome", None),
            icon="folder-open",
        )
        self._to_limits = False
        self._page = page = Page()
        column = page.column
        column.addWidget(title(translate("window", "Settings")))
        column.addWidget(section(translate("window", "This window")))
        column.addWidget(hairline())
        column.addWidget(form)
        column.addSpacing(8)
        for panel in (self.union, self.areas, self.club, self.papers, self.succession):
            if panel is not None:
                column.addWidget(panel)
                column.addSpacing(8)
        column.addWidget(section(translate("window", "This book")))
        column.addWidget(hairline())
        where = (
            translate("window", "Its file:")
            if self.context.path
            else translate("window", "Its server:")
        )
        column.addWidget(label(where, "soft"))
        column.addWidget(label(self.context.place or "–", "strong"))
        column.addLayout(row(other, None))
        column.addStretch(1)
        fill(self, page)

    def open_at(self, about: object) -> None:
        """``limits`` leads to the union's own."""
        self._to_limits = about == "limits" and self.union is not None

    def help_topic(self) -> str:
        return "union-settings" if self.union is not None else ""

    def reload(self) -> None:
        if self.union is not None:
            self.union.reload()
        if self.areas is not None:
            self.areas.reload()
        if self.club is not None:
            self.club.reload()
        if self.papers is not None:
            self.papers.reload()

    def begin(self) -> None:
        if self._to_limits and self.union is not None:
            self.union.change.setFocus()
            self._page.ensureWidgetVisible(self.union.limits)
        else:
            self.size_choice.setFocus()

    def _on_language(self) -> None:
        self.context.wished.emit("language", self.language.currentData())

    def _on_size(self) -> None:
        self.context.wished.emit("text_size", int(self.size_choice.currentData()))
