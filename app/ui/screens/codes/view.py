"""Type the letters of a paper's foot; the answer says whose paper it is, or that nobody's is."""

from __future__ import annotations

from app.base.text import translate
from app.ui import theme
from app.ui.context import Context
from app.ui.screen import Page, Screen, fill
from app.ui.screens.codes.presenter import CodesPresenter, hint
from app.ui.widgets.basics import Notice, button, label, row, title
from app.ui.widgets.form import Form, text_field
from app.ui.workers import Working


class CodesScreen(Screen):
    """One field, one button, one answer."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.presenter = CodesPresenter(context)
        self.code = text_field("", "ABCDEFGHIJ")
        self.code.setMaximumWidth(theme.scaled(12))
        self.look_up = button(
            translate("window", "Confirm the paper"), self._on_find, role="next", icon="search"
        )
        self.answer = Notice("")
        form = Form()
        form.add("code", translate("window", "Check code"), self.code)
        page = Page()
        page.column.addWidget(title(translate("window", "Confirm a paper by its check code")))
        page.column.addWidget(label(hint(), "soft"))
        page.column.addLayout(row(form, None))
        page.column.addLayout(row(self.look_up, None))
        page.column.addWidget(self.answer)
        page.column.addStretch(1)
        fill(self, page)
        self.code.returnPressed.connect(self._on_find)

    def reload(self) -> None:
        """An answer stays only as long as the register stays as it was."""
        self.answer.say("")

    def begin(self) -> None:
        self.code.setFocus()
        self.code.selectAll()

    def _on_find(self) -> None:
        code = self.code.text()
        words, tone = Working(
            translate("window", "Looking the code up"),
            lambda report: self.presenter.find(code, report),
            self.window(),
        ).run()
        self.answer.say(words, tone)
        self.code.selectAll()
