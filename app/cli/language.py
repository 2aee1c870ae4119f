"""``--lang vi|en``: read before anything else, so that even wrong usage is said in it."""

from __future__ import annotations

from app.base.catalogue import DEFAULT_LANGUAGE, LANGUAGES
from app.base.text import translate
from app.cli.parser import WrongUsage

OPTION = "--lang"


def language_of(arguments: list[str]) -> tuple[str, list[str]]:
    """The language asked for, and the arguments without ``--lang``, wherever it stood.

    The last one counts; behind ``--`` nothing is an option. Raises WrongUsage.
    """
    language, rest = DEFAULT_LANGUAGE, []
    waiting = iter(arguments)
    for word in waiting:
        if word == "--":
            rest += [word, *waiting]
        elif word == OPTION:
            language = _known(next(waiting, ""))
        elif word.startswith(f"{OPTION}="):
            language = _known(word.partition("=")[2])
        else:
            rest.append(word)
    return language, rest


def _known(code: str) -> str:
    if code not in LANGUAGES:
        said = translate("cli", "There is no language “{code}”. Choose one of: {known}.")
        raise WrongUsage(
            said.format(code=code, known=", ".join(LANGUAGES)), f"soclb {OPTION} vi|en"
        )
    return code
