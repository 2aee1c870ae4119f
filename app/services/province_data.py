"""The clubs of Thái Nguyên as an article of December 2018 counts them, and invented people.

The counts by area, of Sơn Cẩm and of the pilot are the article's; which commune has how many, and
everybody's name, is made up. Tables only; ``province`` makes the books.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

PROVINCE = "Thái Nguyên"
AREAS_2018 = (
    "thành phố Thái Nguyên",
    "thành phố Sông Công",
    "thị xã Phổ Yên",
    "huyện Định Hóa",
    "huyện Võ Nhai",
    "huyện Phú Lương",
    "huyện Đồng Hỷ",
    "huyện Đại Từ",
    "huyện Phú Bình",
)
"""The units of the province below it in 2018; the target counts those that have a club."""

TARGET_PERCENT = 80
TARGET_DECISION = "2023/QĐ-UBND"
TARGET_DECIDED_ON = date(2018, 7, 11)
SON_CAM_FIRST = 3
"""The clubs of Sơn Cẩm that the others were split from."""

MANAGED_BY = "Hội Liên hiệp Phụ nữ"
MEMBERS = 5_292
FUND = 4_788_000_000
SON_CAM = "xã Sơn Cẩm"


class Commune(NamedTuple):
    """A commune whose union manages clubs: how many, and how many of them since the pilot."""

    area: str
    name: str
    clubs: int
    pilot: int


COMMUNES = (
    Commune("thành phố Sông Công", "xã Bá Xuyên", 8, 0),
    Commune("huyện Phú Lương", "xã Động Đạt", 10, 6),
    Commune("huyện Phú Lương", "xã Yên Lạc", 10, 6),
    Commune("huyện Phú Lương", "xã Tức Tranh", 10, 6),
    Commune("huyện Phú Lương", "xã Cổ Lũng", 9, 6),
    Commune("huyện Phú Lương", "xã Phú Đô", 9, 6),
    Commune("huyện Phú Lương", "xã Vô Tranh", 9, 5),
    Commune("huyện Phú Lương", "xã Yên Ninh", 9, 5),
    Commune("huyện Phú Lương", "xã Yên Đổ", 9, 5),
    Commune("huyện Phú Bình", "xã Nga My", 8, 6),
    Commune("huyện Phú Bình", "xã Hà Châu", 8, 6),
    Commune("huyện Phú Bình", "xã Kha Sơn", 8, 5),
    Commune("huyện Phú Bình", "xã Điềm Thụy", 7, 5),
    Commune("thành phố Thái Nguyên", SON_CAM, 19, 3),
    Commune("thành phố Thái Nguyên", "phường Tân Long", 2, 2),
)

FAMILIES = (
    *("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Dương", "Ma", "Nông", "Lý", "Lục"),
    *("Hứa", "Chu", "Triệu", "Bàn", "Vi", "Trương", "Lưu", "Diệp", "Từ", "Đặng"),
)
WOMEN = (
    *("Thị Hoa", "Thị Lan", "Thị Hương", "Thị Bưởi", "Thị Chắt", "Thị Kim Liên", "Thị Mai"),
    *("Thị Nga", "Thị Oanh", "Thị Phượng", "Thị Quế", "Thị Sửu", "Thị Thắm"),
)
MEN = ("Văn An", "Văn Bình", "Công Đoàn", "Văn Hòa", "Đức Nhân", "Văn Sơn", "Ngọc Uy")
