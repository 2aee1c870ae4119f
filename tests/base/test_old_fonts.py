"""Text of old Word files is recognised and read; text of today is left alone."""

from __future__ import annotations

import pytest

from app.base.old_fonts import _TCVN3_NEW, _TCVN3_OLD, modern
from tests.helpers.tools import ROOT


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
        ("NguyÔn ThÞ Hång", "Nguyễn Thị Hồng"),
        ("Hµ", "Hà"),
        ("Nu«i gµ, ch¨n lîn", "Nuôi gà, chăn lợn"),
        ("T\u00ad vÊn søc kháe", "Tư vấn sức khỏe"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
        ("Nguyeãn Thò Hoàng", "Nguyễn Thị Hồng"),
    ],
)
def test_old_fonts_are_read(old: str, new: str) -> None:
    assert modern(old) == new


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hoa",
        "hoà",
        "Hà Thị Hoa",
        "Nguyễn Văn Thịnh · 1951",
        "Lò Thị Lả, cà phê, ý kiến",
        "café, résumé, naïve",
        "© 2026, 10 m², ±5 °C, §3",
        "Ba Lan €5, ½ kg",
        "5·000",
        "😀 vui",
        "ABC DEF XYZ",
        "Ý kiến",
    ],
)
def test_text_of_today_is_left_alone(text: str) -> None:
    assert modern(text) is None


def test_every_letter_of_the_table_is_read_once() -> None:
    assert len(_TCVN3_OLD) == len(set(_TCVN3_OLD)) == len(_TCVN3_NEW) == len(set(_TCVN3_NEW))


def test_no_name_of_the_program_is_taken_for_an_old_font() -> None:
    words = (ROOT / "i18n" / "vi" / "labels.tsv").read_text(encoding="utf-8").splitlines()
    assert [line for line in words if modern(line.split("\t")[-1])] == []
