"""Text from old Word files, typed with TCVN3 (.VnTime) or VNI fonts, read as Unicode.

Such text looks like "NguyÔn ThÞ Hång": each letter stands in the place of another. It is recognised
by its words: as they stand they can't be Vietnamese, read by one of the tables they can.
"""

from __future__ import annotations

import re
import unicodedata

_TCVN3_OLD = "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊËÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ®¡¢£¤¥¦§"
_TCVN3_NEW = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđĂÂÊÔƠƯĐ"
_TCVN3 = dict(zip(_TCVN3_OLD, _TCVN3_NEW, strict=True))

_TONES = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_HATS = dict(zip("áàåãä", _TONES.values(), strict=True))
_BOWLS = dict(zip("éèúüë", _TONES.values(), strict=True))
_VNI_MARKS = (
    _TONES
    | {"â": "\u0302", "ê": "\u0306"}
    | {old: "\u0302" + tone for old, tone in _HATS.items()}
    | {old: "\u0306" + tone for old, tone in _BOWLS.items()}
)
"""What stands behind a vowel in VNI: a tone, a hat or a bowl, or both."""
_VNI_ALONE = {
    "ô": "ơ",
    "ö": "ư",
    "ñ": "đ",
    "æ": "ỉ",
    "ó": "ĩ",
    "ò": "ị",
    "î": "ỵ",
    "í": "í",
    "ì": "ì",
}
_VNI_PAIR = re.compile(f"([aeouyôö])([{''.join(_VNI_MARKS)}])", re.IGNORECASE)

_ONSETS = "ngh ng nh ch gh gi kh ph qu th tr b c d đ g h k l m n p r s t v x".split()
_RIMES = frozenset(
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em "
    "en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip "
    "it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo "
    "oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât "
    "uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt "
    "uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ưt ươc ươi ươm ươn ương ươp ươt ươu ưu y yêm yên yêt "
    "yêu".split()
)
_SPOKEN_TONES = frozenset(_TONES.values())
_EDGES = " .,;:!?()[]\"'“”‘’/-–…"


def modern(text: str) -> str | None:
    """``text`` in Unicode when it was typed with an old font; None when it was not."""
    if any(ord(letter) > 0xFF for letter in text if letter.isalpha()):
        return None
    words = text.split()
    before = [_is_syllable(word) for word in words]
    for read in ("".join(_TCVN3.get(letter, letter) for letter in text), _from_vni(text)):
        after = [_is_syllable(word) for word in read.split()]
        won = any(now and not was for was, now in zip(before, after, strict=True))
        lost = any(was and not now for was, now in zip(before, after, strict=True))
        odd = any(
            not now and not word.isascii()
            for word, now in zip(words, after, strict=True)
            if re.search("[A-Za-z]", word)
        )
        if won and not lost and not odd:
            return unicodedata.normalize("NFC", read)
    return None


def _from_vni(text: str) -> str:
    """Pairs first; what stands alone then."""

    def pair(found: re.Match[str]) -> str:
        base, mark = found.groups()
        return _alone(base) + _VNI_MARKS[mark.lower()]

    return unicodedata.normalize("NFC", "".join(_pieces(text, pair)))


def _pieces(text: str, pair):  # type: ignore[no-untyped-def]
    """The text between the pairs letter by letter, the pairs as ``pair`` reads them."""
    place = 0
    for found in _VNI_PAIR.finditer(text):
        yield from map(_alone, text[place : found.start()])
        yield pair(found)
        place = found.end()
    yield from map(_alone, text[place:])


def _alone(letter: str) -> str:
    read = _VNI_ALONE.get(letter.lower(), letter)
    return read.upper() if letter.isupper() else read


def _is_syllable(word: str) -> bool:
    """Whether a word can be one Vietnamese syllable, whatever it means."""
    marks = unicodedata.normalize("NFD", word.strip(_EDGES).lower())
    bare = "".join(mark for mark in marks if mark not in _SPOKEN_TONES)
    if not bare or len(marks) - len(bare) > 1:
        return False
    plain = unicodedata.normalize("NFC", bare)
    return any(
        plain.startswith(onset) and plain[len(onset) :] in _RIMES for onset in (*_ONSETS, "")
    ) or plain in ("gi", "gin", "quy", "quyt")
