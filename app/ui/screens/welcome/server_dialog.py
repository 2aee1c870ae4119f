"""A register on a PostgreSQL server: where it is, who opens it; opened beside the window."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from app.base.text import translate
from app.ui.screens.welcome import server
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.form import text_field
from app.ui.workers import Working


class ServerDialog(FormDialog):
    """``opened`` is the register once it answers, ``address`` where it is, without password."""

    def __init__(self, address: str, parent: QWidget | None) -> None:
        self.opened: Any = None
        self.address = ""
        super().__init__(
            translate("window", "A register on a server"),
            translate("window", "Open the register"),
            self._act,
            parent,
            back=translate("window", "Back"),
        )
        where, user = server.parts(address)
        self.where = text_field(where, "may-chu/so_hoi")
        self.user = text_field(user)
        self.password = text_field()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.new = QCheckBox(translate("window", "There is none yet: make an empty one there"))
        self.name = text_field("", translate("window", "For example: Hội LHPN phường Quan Triều"))
        self.form.add(
            "where",
            translate("window", "Computer and database"),
            self.where,
            translate("window", "As whoever looks after the server told you: computer/database"),
        )
        self.form.add("user", translate("window", "User"), self.user)
        self.form.add(
            "password",
            translate("window", "Password"),
            self.password,
            translate("window", "It is not kept on this computer."),
        )
        self.form.add("new", translate("window", "A new register"), self.new)
        self.form.add("name", translate("window", "Name of the union"), self.name)
        self.new.toggled.connect(self.name.setEnabled)
        self.name.setEnabled(False)
        (self.password if where else self.where).setFocus()
        self.fit()

    def _act(self) -> None:
        address = server.address(self.where.text(), self.user.text(), self.password.text())
        make = self.new.isChecked()
        name = self.name.text()
        self.opened = Working(
            translate("window", "Asking the server"),
            lambda _report: server.opened(address, make=make, name=name),
            self,
        ).run()
        self.address = server.address(self.where.text(), self.user.text(), "")
