"""The fields of one movement of money: what, how much, which fund, whose, what for."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from app.base.text import translate
from app.domain.fund import KINDS, Fund
from app.domain.labels import fund_label
from app.domain.members import Member
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.form import choice_field, text_field
from app.ui.widgets.money_edit import MoneyEdit
from app.ui.wording import person


class MoneyDialog(FormDialog):
    """Asks for one movement of money. The fund can be chosen only where the kind needs one.

    ``kinds`` are codes with their words; ``on`` is the field of a day, where one is asked for.
    """

    def __init__(
        self,
        title: str,
        act: Callable[[], object],
        parent: QWidget | None,
        *,
        kinds: list[tuple[str, str]],
        people: Iterable[Member],
        on: DateEdit | None = None,
    ) -> None:
        self.kind = choice_field(kinds)
        self.amount = MoneyEdit(translate("window", "Amount"))
        self.fund = choice_field([(f.value, fund_label(f.value)) for f in Fund], "operating")
        self.member = choice_field([("", "–"), *((m.code, person(m)) for m in people)])
        self.memo = text_field("")
        super().__init__(
            title,
            translate("window", "Record it"),
            act,
            parent,
            back=translate("window", "Back"),
            columns=2,
        )
        add = self.form.add
        add("kind", translate("window", "What"), self.kind)
        if on is not None:
            add("on", translate("window", "Day"), on)
        add("amount", translate("window", "Amount"), self.amount)
        add("fund", translate("window", "Fund"), self.fund)
        add("member", translate("window", "Member"), self.member, wide=True)
        add("memo", translate("window", "For what"), self.memo, wide=True)
        self.kind.currentIndexChanged.connect(self._on_kind)
        self._on_kind()
        self.fit()

    def _on_kind(self) -> None:
        self.fund.setEnabled(KINDS[self.kind.currentData()].fund)
