"""Any paper's figures with other contents: the samples' shapes, shaken.

Names, sentences and amounts change, and lists grow to seventy lines or shrink to none; codes, days
and counts stay, so that every shape is still one that services could hand to its paper. A member's
month (``amounts``) is up to ten million, any other amount up to a trillion.
"""

from __future__ import annotations

import unicodedata
from dataclasses import fields, is_dataclass, replace
from random import Random
from typing import Any

from app.domain.periods import Month

_WORDS = (
    "Nguyễn Thị Hoà Ươm Ỏn Én Páo Đặng Quốc Vượng Tằng Tôn Nữ Huyền Trân H'Mông Ê-đê Sùng A Lềnh "
    'chè nước giống vịt đường ngập trạm xá sửa mái nhà <b> nghìn R&D &amp; "hụi" 5% (2) km/h'
).split()
_NAMES = frozenset(
    "name full_name person chair secretary treasurer giver taker club parent_body".split()
)
_SENTENCES = frozenset(
    "memo purpose reason place guests address hamlet cancelled text rule".split()
)
_STORIES = frozenset("content decisions next_plan".split())
_SAME = frozenset(
    "year no people count open borrowers open_loans overdue_count days_overdue rate_bp term_months "
    "held not_held present excused absent represented members women older_60 older_55 poor "
    "near_poor meetings_due meetings_held activities counts pages reporting clubs".split()
)
_LISTS = frozenset(
    "lines loans vouchers gifts members left payments rows away corrections receipts parts "
    "interest".split()
)
_LONGEST = 60
LINES = 70


def shaken(shape: Any, seed: int) -> Any:
    """``shape`` with other contents; the same seed gives the same."""
    return _value(shape, "", Random(seed))


def _value(value: Any, name: str, random: Random) -> Any:
    if isinstance(value, Month):
        return value
    if is_dataclass(value):
        changed = {f.name: _value(getattr(value, f.name), f.name, random) for f in fields(value)}
        return replace(value, **changed)
    if isinstance(value, tuple):
        return _tuple(value, name, random)
    if isinstance(value, dict):
        return {key: _value(item, name, random) for key, item in value.items()}
    if isinstance(value, str) and value:
        return _text(value, name, random)
    if type(value) is int and name not in _SAME:  # a bool and an Enum's number stay
        most = 10**7 if name == "amounts" else 10**12
        return random.choice((0, 500, 5_000, random.randrange(10**7), random.randrange(most)))
    return value


def _tuple(value: tuple[Any, ...], name: str, random: Random) -> tuple[Any, ...]:
    if name == "away" and value:
        ways = [way for _, way in value]
        return tuple((_name(random), random.choice(ways)) for _ in range(_length(random)))
    if name in _LISTS and value and is_dataclass(value[0]):
        chosen = (random.choice(value) for _ in range(_few(name, random)))
        return tuple(_value(line, name, random) for line in chosen)
    return tuple(_value(item, name, random) for item in value)


def _length(random: Random) -> int:
    return random.choice((0, 1, 2, random.randrange(LINES), LINES))


def _few(name: str, random: Random) -> int:
    """A voucher has a part a kind of money at most."""
    return random.randrange(1, 8) if name == "parts" else _length(random)


def _text(value: str, name: str, random: Random) -> str:
    if name in _NAMES:
        return _name(random)
    if name in _SENTENCES:
        return _said(random, random.randrange(1, 14))
    if name in _STORIES:
        return "\n".join(
            _said(random, random.randrange(3, 40)) for _ in range(random.randrange(20))
        )
    return value


def _name(random: Random) -> str:
    """Two words to sixty letters, as one keyboard or the other sends them."""
    wanted = random.choice((8, 20, _LONGEST))
    words = [random.choice(_WORDS), random.choice(_WORDS)]
    while len(" ".join(words)) < wanted:
        words.append(random.choice(_WORDS))
    return _typed(" ".join(words)[:_LONGEST].strip(), random)


def _said(random: Random, words: int) -> str:
    return _typed(" ".join(random.choice(_WORDS) for _ in range(words)), random)


def _typed(text: str, random: Random) -> str:
    return unicodedata.normalize(random.choice(("NFC", "NFD")), text)
