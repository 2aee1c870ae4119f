"""A rule of the club that changes from a day on."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.base import clock
from app.base.errors import AppError, InvalidError, Problem
from app.base.text import translate
from app.domain.labels import rule_label
from app.domain.rules import RULE_KEYS
from app.ui.screens.settings.presenter import SettingsPresenter
from app.ui.screens.settings.rule_editors import RuleEditor, editor, hint
from app.ui.widgets.basics import clear, label
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.form import choice_field


class RuleDialog(FormDialog):
    """Which rule, its new value, and from when on."""

    def __init__(
        self, presenter: SettingsPresenter, parent: QWidget | None, key: str = RULE_KEYS[0]
    ) -> None:
        self._presenter = presenter
        self.rule = choice_field([(code, rule_label(code)) for code in RULE_KEYS], key)
        self.from_on = DateEdit(translate("window", "From which day on"), clock.today())
        self.editor: RuleEditor = editor(key, presenter.stored(key))
        self._hint = label("", "small")
        self._place = QWidget()
        self._place.setAccessibleName(translate("window", "New value"))
        self._box = QVBoxLayout(self._place)
        self._box.setContentsMargins(0, 0, 0, 0)
        super().__init__(
            translate("window", "Change a rule"),
            translate("window", "Change it"),
            self._act,
            parent,
            back=translate("window", "Back"),
        )
        add = self.form.add
        add("key", translate("window", "Rule"), self.rule)
        add("value", translate("window", "New value"), self._place)
        add(
            "from_on",
            translate("window", "From which day on"),
            self.from_on,
            translate("window", "Loans already given keep what was agreed then."),
        )
        self._on_rule()
        self.rule.currentIndexChanged.connect(self._on_rule)
        self.fit()

    def _on_rule(self) -> None:
        key = self.rule.currentData()
        clear(self._box)
        self.editor = editor(key, self._presenter.stored(key))
        self._hint = label(hint(key), "small")
        self._hint.setVisible(bool(hint(key)))
        self._box.addWidget(self.editor)
        self._box.addWidget(self._hint)
        self.form.forgive()
        self.editor.setFocus()
        self.fit()

    def _act(self) -> None:
        problems: list[Problem] = []
        value, day = "", None
        try:
            value = self.editor.stored()
        except InvalidError as error:
            problems += error.problems
        except AppError as error:
            problems.append(Problem(error.code, error.params, "value"))
        try:
            day = self.from_on.day()
        except AppError as error:
            problems.append(Problem(error.code, error.params, "from_on"))
        if problems:
            raise InvalidError(problems)
        self._presenter.change_rule(self.rule.currentData(), value, day)
