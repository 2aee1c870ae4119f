"""The address of a register on a server, put together and taken apart. Free of Qt."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from app.base.errors import InvalidError, Problem

SCHEME = "postgresql"


class ServerRegister:
    """A register on a server that stays open until ``close``."""

    def __init__(self, address: str) -> None:
        from app.services import register

        self._stack = ExitStack()
        self.database: Any = self._stack.enter_context(register.opened(address))
        self.begin = self.database.begin
        self.read = self.database.read

    def close(self) -> None:
        self._stack.close()


def address(where: str, user: str, password: str) -> str:
    """The whole address; raises InvalidError with the field ``where``.

    A full address that was pasted is taken as it is, but for a user and password typed beside it.
    """
    text = where.strip()
    if "://" not in text:
        text = f"{SCHEME}://{text}"
    try:
        parts = urlsplit(text)
        port = f":{parts.port}" if parts.port else ""
    except ValueError as error:
        raise InvalidError([Problem("union.bad_address", field="where")]) from error
    database = parts.path.strip("/")
    known = parts.scheme in (SCHEME, "postgres", f"{SCHEME}+psycopg")
    if not known or not database or not (parts.hostname or parts.query):
        raise InvalidError([Problem("union.bad_address", field="where")])
    name = user.strip() or unquote(parts.username or "")
    secret = password or unquote(parts.password or "")
    who = quote(name, safe="") + (f":{quote(secret, safe='')}" if secret else "")
    host = parts.hostname or ""
    query = f"?{parts.query}" if parts.query else ""
    return f"{SCHEME}://{who + '@' if who else ''}{host}{port}/{database}{query}"


def parts(known: str) -> tuple[str, str]:
    """An address without password as two fields: computer and database, and the user."""
    if not known:
        return "", ""
    found = urlsplit(known)
    port = f":{found.port}" if found.port else ""
    query = f"?{found.query}" if found.query else ""
    return f"{found.hostname or ''}{port}{found.path}{query}", unquote(found.username or "")


def opened(whole: str, *, make: bool, name: str) -> ServerRegister:
    """The register there, made first when ``make``; raises AppError, StoreUnavailableError."""
    if make:
        from app.services import register

        register.create(whole, name=name)
    return ServerRegister(whole)
