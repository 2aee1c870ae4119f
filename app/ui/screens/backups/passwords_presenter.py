"""Who of the board has a password to the book: set, changed, taken away. Free of Qt."""

from __future__ import annotations

from dataclasses import dataclass

from app.base import clock
from app.base.errors import AppError, InvalidError, Problem
from app.base.text import translate
from app.domain.labels import role_label
from app.services import members, passwords
from app.services.printing import PaperRequest
from app.ui.context import Context


@dataclass(frozen=True, slots=True)
class Holder:
    """A board member, and whether she has a password; ``name`` is "" for one not found any more."""

    code: str
    name: str
    role: str
    has: bool


class PasswordsPresenter:
    """The first password gives the book its own key; with the last one gone it needs none."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @property
    def protected(self) -> bool:
        path = self._context.path
        return path is not None and bool(passwords.holders(path))

    def holders(self) -> tuple[Holder, ...]:
        """The board of today, then whoever else still has a password."""
        path = self._context.path
        having = passwords.holders(path) if path else ()
        people = self._context.ask(members.by_code)
        board = self._context.ask(members.board, on=clock.today())
        lines = [Holder(m.code, m.full_name, role, m.code in having) for role, m in board.items()]
        known = {line.code for line in lines}
        others = [code for code in having if code not in known]
        for code in others:
            name = people[code].full_name if code in people else ""
            lines.append(Holder(code, name, "", True))
        return tuple(lines)

    def set(self, holder: str, new: str, again: str, now: str) -> PaperRequest | None:
        """Give ``holder`` the password ``new``; the sheet to print after a book's first one.

        ``now`` is one that opens the book already, where it has any. Raises InvalidError,
        WrongPasswordError.
        """
        if new != again:
            raise InvalidError([Problem("password.differs", field="again")])
        book = self._context.book
        if self.protected:
            self._confirm(now)
            passwords.set_password(book, holder=holder, password=new)
            return None
        opened, code = passwords.protect(book, holder=holder, password=new)
        self._context.exchange(opened)
        return self._sheet(code)

    def remove(self, holder: str, now: str) -> None:
        """Take somebody's password away; raises WrongPasswordError."""
        self._confirm(now)
        passwords.remove(self._context.book, holder=holder)

    def remove_all(self, now: str) -> None:
        """The book opens without a password again; raises WrongPasswordError."""
        self._confirm(now)
        self._context.exchange(passwords.unprotect(self._context.book))

    def new_sheet(self, now: str) -> PaperRequest:
        """A new recovery sheet; the older one opens nothing from now on."""
        self._confirm(now)
        return self._sheet(passwords.new_recovery_code(self._context.book))

    def _sheet(self, code: str) -> PaperRequest:
        from app.services.club_papers import Recovery

        made = Recovery(self._context.book.path.name, code)
        return PaperRequest("recovery-sheet", last=clock.today(), made=made)

    def _confirm(self, now: str) -> None:
        """Whoever sits at a book that stands open is not let in by that alone."""
        try:
            passwords.confirm(self._context.book.path, holder=None, password=now)
        except AppError as error:
            raise InvalidError([Problem(error.code, error.params, "now")]) from error


def holder_words(line: Holder) -> str:
    """Whether she has a password, with its sign."""
    there, none = translate("window", "has a password"), translate("window", "none yet")
    return f"✓ {there}" if line.has else f"– {none}"


def name_words(line: Holder) -> str:
    """Name and office; a number where the member is not in the book."""
    role = role_label(line.role) if line.role else translate("window", "not on the board any more")
    return f"{line.name or line.code} · {role}"


def state_words(holders: tuple[Holder, ...]) -> tuple[str, str]:
    """What the passwords protect from, and the tone it is said in."""
    count = sum(line.has for line in holders)
    if not holders:
        words = translate("window", "Enter the board under “Members” first.")
        return words, "watch"
    if not count:
        words = translate(
            "window",
            "The book has no password: whoever has the file can read it. With the first password "
            "a recovery sheet is printed; keep it in the cash box.",
        )
        return words, ""
    if count == 1:
        words = translate(
            "window",
            "One person has a password. Give a second one to another board member, so that the "
            "book opens when she is ill.",
        )
        return words, "watch"
    words = translate("window", "People who have a password: {count}.")
    return words.format(count=count), "good"
