"""The people and the words of the practice club: invented, but as a hamlet near Thái Nguyên has
them. Tables only; ``practice`` makes two years of meetings from them.

Nobody here lives. Telephone numbers begin with 0900000, which nobody is given.
"""

from __future__ import annotations

from typing import NamedTuple


class Person(NamedTuple):
    """One line of the club's list; ``joins`` and ``leaves`` count months of the book from 0."""

    name: str
    sex: str
    birth: str
    poverty: str = ""
    role: str = "member"
    joins: int = -1
    leaves: int | None = None


PEOPLE = (
    Person("Hoàng Thị An", "F", "1951", role="chair"),
    Person("Nguyễn Văn Bình", "M", "1957-03-14", role="secretary"),
    Person("Ma Thị Chinh", "F", "1962-09-02", role="treasurer"),
    Person("Nông Văn Thịnh", "M", "1955", role="Phó chủ nhiệm"),
    Person("Trương Thị Hợi", "F", "1959", role="Ủy viên"),
    Person("Nguyễn Văn An", "M", "1948"),
    Person("Lưu Thị Bảy", "F", "1950", "near_poor"),
    Person("Dương Thị Chắt", "F", "1958"),
    Person("Lý Thị Dần", "F", "1950-11-20", "poor"),
    Person("Đặng Công Đoàn", "M", "1944"),
    Person("Vi Thị Kim Én", "F", "1971"),
    Person("Lục Thị Gái", "F", "1948", "poor"),
    Person("Trần Thị Hà", "F", "1966-05-01"),
    Person("Nguyễn Thị Hoa", "F", "1949"),
    Person("Nguyễn Thị Hoa", "F", "1957"),
    Person("Hứa Văn Hòa", "M", "1953"),
    Person("Diệp Thị Huệ", "F", "1964", "near_poor"),
    Person("Phạm Thị Thanh Hương", "F", "1968-12-25"),
    Person("Bàn Thị Khé", "F", "1961", "poor"),
    Person("Lê Văn Kiên", "M", "1974"),
    Person("Triệu Thị Lai", "F", "1956"),
    Person("Ôn Thị Lan", "F", "1952"),
    Person("Chu Thị Lành", "F", "1945", "near_poor"),
    Person("Ngô Thị Minh Lý", "F", "1963"),
    Person("Hoàng Văn Mão", "M", "1951"),
    Person("Mông Thị Nết", "F", "1954"),
    Person("Tô Thị Ngọ", "F", "1954-08-08", "near_poor"),
    Person("Vũ Đức Nhân", "M", "1947"),
    Person("Nông Thị Ỏn", "F", "1943", "poor"),
    Person("Giàng A Páo", "M", "1969", "poor"),
    Person("Đỗ Thị Phượng", "F", "1960"),
    Person("Ninh Thị Quế", "F", "1967"),
    Person("Lường Văn Sơn", "M", "1958"),
    Person("Từ Thị Sửu", "F", "1949", "near_poor"),
    Person("Bùi Thị Thắm", "F", "1965"),
    Person("Bế Thị Thuận", "F", "1955"),
    Person("Trần Ngọc Uy", "M", "1968", joins=5),
    Person("Tôn Nữ Huyền Trân Bảo Vy", "F", "1976", joins=9),
    Person("Hoàng Thị Kim Yến", "F", "1963-09-21", joins=14),
    Person("Vương Thị Xuyến", "F", "1941", leaves=16),
)
"""In the order of their codes: M001, M002, …"""


class Agreed(NamedTuple):
    """A loan of the two years. ``given`` counts months of the book; below 0 it was taken over.

    ``balance`` is what was left when it was taken over. From month ``stops`` on nothing is paid.
    """

    given: int
    member: str
    principal: int
    method: str
    term: int
    purpose: str
    balance: int = 0
    stops: int = 99


LOANS = (
    Agreed(-8, "M012", 2_400_000, "equal_principal", 12, "Nuôi gà thả vườn", balance=1_000_000),
    Agreed(-6, "M020", 5_000_000, "interest_only", 12, "Mua bò sinh sản", balance=5_000_000),
    Agreed(-5, "M009", 2_000_000, "interest_only", 10, "Nuôi lợn nái", balance=2_000_000),
    Agreed(-3, "M017", 3_000_000, "interest_only", 12, "Cải tạo vườn chè", balance=3_000_000),
    Agreed(-2, "M025", 3_600_000, "equal_principal", 12, "Mua máy cắt cỏ", balance=3_000_000),
    Agreed(-1, "M030", 2_000_000, "interest_only", 12, "Nuôi dê", balance=2_000_000),
    Agreed(0, "M007", 2_000_000, "interest_only", 12, "Nuôi ong"),
    Agreed(1, "M015", 3_000_000, "equal_principal", 10, "Buôn bán nhỏ"),
    Agreed(2, "M019", 2_000_000, "interest_only", 12, "Nuôi lợn thịt"),
    Agreed(4, "M023", 1_500_000, "equal_principal", 10, "Trồng rau an toàn"),
    Agreed(5, "M033", 3_000_000, "annuity", 12, "Mua máy xay xát nhỏ"),
    Agreed(6, "M012", 3_000_000, "interest_only", 12, "Nuôi gà thả vườn"),
    Agreed(8, "M027", 2_000_000, "equal_principal", 10, "Làm đậu phụ"),
    Agreed(9, "M009", 3_000_000, "interest_only", 12, "Nuôi lợn nái"),
    Agreed(9, "M035", 2_500_000, "equal_principal", 10, "May gia công"),
    Agreed(11, "M020", 5_000_000, "interest_only", 12, "Mua bê lai"),
    Agreed(12, "M025", 3_000_000, "interest_only", 12, "Trồng cây ăn quả"),
    Agreed(13, "M030", 2_500_000, "interest_only", 12, "Nuôi dê", stops=19),
    Agreed(14, "M017", 3_000_000, "equal_principal", 12, "Sao chè"),
    Agreed(14, "M007", 2_500_000, "interest_only", 12, "Nuôi ong"),
    Agreed(16, "M034", 1_500_000, "equal_principal", 6, "Mua giống vịt", stops=20),
    Agreed(17, "M019", 2_500_000, "interest_only", 12, "Nuôi lợn thịt"),
    Agreed(18, "M015", 3_000_000, "equal_principal", 12, "Buôn bán nhỏ"),
    Agreed(19, "M033", 3_000_000, "annuity", 12, "Sửa chuồng trại"),
    Agreed(20, "M012", 3_000_000, "interest_only", 12, "Nuôi gà thả vườn"),
    Agreed(20, "M035", 2_500_000, "equal_principal", 10, "May gia công"),
    Agreed(22, "M009", 3_000_000, "interest_only", 12, "Nuôi lợn nái"),
    Agreed(23, "M023", 2_000_000, "equal_principal", 10, "Trồng rau an toàn"),
)
"""In the order of their codes: L001, L002, …; nobody has two at a time."""

SAVERS = {
    "M001": 50_000,
    "M003": 30_000,
    "M004": 20_000,
    "M006": 20_000,
    "M011": 30_000,
    "M013": 50_000,
    "M014": 20_000,
    "M018": 20_000,
    "M024": 30_000,
    "M032": 20_000,
}
"""Who saves, and what she usually brings a month."""

NOT_HELD = {
    7: "Mưa to, đường vào nhà văn hóa bị ngập",
    15: "Nhà văn hóa đang sửa chữa",
    21: "Trùng ngày hội của xã, đa số thành viên tham gia phục vụ",
}
"""Months of the book without a meeting, and why."""

TALKS = (
    ("2;6", "Trạm y tế nói chuyện về phòng bệnh tăng huyết áp; đo huyết áp, cân nặng."),
    ("1;6", "Cán bộ khuyến nông hướng dẫn ủ phân và chăm sóc chè vụ đông."),
    ("3;4", "Tình nguyện viên báo cáo việc chăm sóc hai cụ ốm tại nhà."),
    ("5", "Phổ biến chế độ trợ cấp và thẻ bảo hiểm y tế cho người cao tuổi."),
    ("7;8", "Văn nghệ chào mừng; phát động góp quỹ “Tấm lòng vàng”."),
    ("1;4", "Kiểm tra việc dùng vốn vay; góp công giúp một hộ sửa chuồng trại."),
)
"""The eight areas a meeting was about, and what was told."""

REPORT = "Chủ nhiệm báo cáo kết quả tháng trước, thủ quỹ công khai thu chi."
DECISIONS = (
    "Nhất trí cho vay theo danh sách; người vay ký nhận đủ.",
    "Thống nhất nộp phí đúng kỳ, ai khó khăn thì báo trước.",
    "Phân công tình nguyện viên thăm người ốm, mỗi tuần hai buổi.",
)
PLANS = (
    "Tổ chức đo huyết áp định kỳ cho thành viên trên 60 tuổi.",
    "Dọn vệ sinh đường xóm sáng thứ Bảy tuần đầu tháng.",
    "Tập văn nghệ chuẩn bị giao lưu với câu lạc bộ bạn.",
)
PLACE = "Nhà văn hóa xóm 6"

EXPENSES = (
    ((60_000, "Chè, nước, bánh kẹo buổi sinh hoạt"),),
    ((60_000, "Chè, nước, bánh kẹo buổi sinh hoạt"), (150_000, "Thăm thành viên ốm")),
    ((70_000, "Chè, nước, bánh kẹo buổi sinh hoạt"), (45_000, "Giấy, bút, phô tô")),
    ((60_000, "Chè, nước, bánh kẹo buổi sinh hoạt"), (200_000, "Quà mừng thọ hai thành viên")),
)
GIFTS = {
    3: (500_000, "operating", "Gia đình ông Hứa Văn Hòa ủng hộ"),
    10: (1_000_000, "income", "Con em xa quê ủng hộ dịp Tết"),
    17: (300_000, "operating", "Cửa hàng vật tư nông nghiệp ủng hộ"),
    22: (200_000, "operating", "Chi đoàn thanh niên ủng hộ"),
}
"""Month of the book → amount, the fund it was written to, from whom."""

WRONG_FUND = 17
"""The gift of this month went to the wrong fund and is corrected a month later."""
CORRECTION = "Ghi nhầm quỹ: khoản ủng hộ này là cho quỹ tăng thu nhập"
