"""The check code at the foot of a paper: which state of which book it was printed from."""

from __future__ import annotations

import hashlib
from datetime import date

from app.services import club
from app.store import chain
from app.store.database import UnitOfWork

LENGTH = 10


def paper_text(club_id: str, paper: str, first: date, last: date, subject: str) -> str:
    """What is hashed in front of the chain's hash: whose paper, which one, of which time."""
    name = f"{paper} {subject}" if subject else paper
    return "\n".join((club_id, name, first.isoformat(), last.isoformat(), ""))


def code_of(
    club_id: str, paper: str, first: date, last: date, chain_hash: str, subject: str = ""
) -> str:
    """Ten letters of SHA-256 over club, paper, period and the chain's hash (CONTRACT 5.15).

    ``subject`` is the code of the member or loan that the paper is about.
    """
    text = paper_text(club_id, paper, first, last, subject) + chain_hash
    number = int.from_bytes(hashlib.sha256(text.encode()).digest(), "big")
    letters = ""
    for _ in range(LENGTH):
        number, index = divmod(number, 26)
        letters += chr(ord("A") + index)
    return letters


def number_of(code: str) -> int | None:
    """What the letters of a code stand for, or None for what can't be one."""
    if len(code) != LENGTH or not all("A" <= letter <= "Z" for letter in code):
        return None
    digits = [ord(letter) - ord("A") for letter in code]
    return sum(digit * int(26**place) for place, digit in enumerate(digits))


def code(uow: UnitOfWork, *, paper: str, first: date, last: date, subject: str = "") -> str:
    """The check code of a paper of this book as it stands now; ``subject`` as in ``code_of``."""
    chain_hash = chain.head(uow.connection, last)
    return code_of(club.uuid(uow), paper, first, last, chain_hash, subject)
