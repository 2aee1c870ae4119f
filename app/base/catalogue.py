"""Translation for everything below the window: source text in, the language in use out.

``make i18n`` compiles the words read here and Qt's own from the same catalogue
(``i18n/app_xx.ts``), so a word cannot differ between screen and paper. Source strings are English;
what a catalogue lacks comes back as its source.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from app.base.paths import resource_path

DEFAULT_LANGUAGE = "vi"
LANGUAGES = ("vi", "en")

_program_language = DEFAULT_LANGUAGE
_block_language: ContextVar[str | None] = ContextVar("block_language", default=None)


def translate(context: str, source: str) -> str:
    """``source`` in the language in use. Both arguments must be literals, or they are not found."""
    return lookup(context, source)


def lookup(context: str, source: str) -> str:
    """Like ``translate``, for a source that another place has marked."""
    return _catalogue(used_language()).get(context, {}).get(source, source)


def mark(context: str, source: str) -> str:
    """``source`` unchanged: marks text of a table that is translated when it is used.

    Import it under the name ``translate``, which is what the search for texts looks for.
    """
    del context
    return source


def use_language(code: str) -> None:
    """The language of the whole program, in every thread: ``vi`` or ``en``."""
    global _program_language
    _program_language = _known(code)


def used_language() -> str:
    """The code of the language in use here."""
    return _block_language.get() or _program_language


@contextmanager
def language(code: str) -> Iterator[None]:
    """Inside the block texts are in ``code``: a paper's language may differ from the screen's."""
    token = _block_language.set(_known(code))
    try:
        yield
    finally:
        _block_language.reset(token)


def _known(code: str) -> str:
    if code not in LANGUAGES:
        raise ValueError(f"no such language: {code}")
    return code


@lru_cache(maxsize=len(LANGUAGES))
def _catalogue(code: str) -> Mapping[str, Mapping[str, str]]:
    """Context → source → what is said in a language."""
    try:
        text = resource_path(f"i18n/app_{code}.json").read_text(encoding="utf-8")
    except FileNotFoundError:
        logging.getLogger(__name__).warning("no words for %s: run make i18n", code)
        return {}
    words: Mapping[str, Mapping[str, str]] = json.loads(text)
    return words
