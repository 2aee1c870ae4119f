"""An empty workbook for a paper book: the board fills it in from its paper, then it comes in.

Its words are those that the import understands (``PAPER_BOOK.md``); meetings of earlier years may
be added in sheets of their own, but need not.
"""

from __future__ import annotations

from pathlib import Path

from app.base.files import write_bytes
from app.domain.fill_in import FillInColumn, FillInSheet

CLUB = "Câu lạc bộ"
MEMBERS = "Thành viên"
LOANS = "Khoản vay"
ENTRIES = "Thu chi"
CLUB_ROWS = (
    "Tên câu lạc bộ", "Ngày mở sổ", "Xóm", "Xã", "Tỉnh", "Ngày thành lập", "Quyết định thành lập",
    "Phí tháng", "Lãi suất", "Cách trả", "Thời hạn vay",
)  # fmt: skip
METHODS = ("Trả gốc cuối kỳ", "Gốc đều", "Trả góp đều", "Lãi phẳng")
KINDS = (
    "Tiền mặt chuyển sang", "Tiền gửi chuyển sang", "Dư nợ chuyển sang", "Tiết kiệm chuyển sang",
    "Vốn mượn chuyển sang",
)  # fmt: skip
FUNDS = ("Quỹ tăng thu nhập", "Quỹ hoạt động", "Quỹ tương trợ")

DAY = "Ngày/tháng/năm, ví dụ 17/11/2026"
DONG = "Số đồng, ví dụ 1.500.000"
MEMBER = "Mã ở trang Thành viên, ví dụ M001"
LOAN = "Mã ở trang Khoản vay, ví dụ L001"


def write(out: Path) -> None:
    """Write the workbook to ``out``, over what was there; raises StoreUnavailableError."""
    from app.reports import fill_in

    write_bytes(out, fill_in.render(sheets()), replace=True)


def sheets() -> tuple[FillInSheet, ...]:
    """The sheets, in the order they are filled in."""
    return (_club(), _members(), _loans(), _entries())


def _club() -> FillInSheet:
    columns = (FillInColumn("Mục", width=24), FillInColumn("Nội dung", width=44))
    return FillInSheet(CLUB, columns, tuple((key, "") for key in CLUB_ROWS))


def _members() -> FillInSheet:
    columns = (
        FillInColumn("Mã", "M001, M002… mỗi người một mã", width=8),
        FillInColumn("Họ và tên", width=30),
        FillInColumn("Giới tính", words=("Nữ", "Nam"), width=10),
        FillInColumn("Năm sinh", "Năm, ví dụ 1951, hoặc cả ngày", width=12),
        FillInColumn("Ngày vào", DAY, width=14),
        FillInColumn("Xóm"),
        FillInColumn("Điện thoại"),
        FillInColumn("Diện nghèo", "Để trống nếu không", ("Nghèo", "Cận nghèo")),
        FillInColumn("Chức vụ", words=("Chủ nhiệm", "Thư ký", "Thủ quỹ", "Thành viên")),
    )
    return FillInSheet(MEMBERS, columns)


def _loans() -> FillInSheet:
    columns = (
        FillInColumn("Mã", "L001, L002…", width=8),
        FillInColumn("Người vay", MEMBER, width=12),
        FillInColumn("Ngày vay", DAY, width=14),
        FillInColumn("Số tiền vay", f"Số tiền lúc vay. {DONG}"),
        FillInColumn("Lãi suất", "Phần vạn một tháng: 70 là 0,7 %, 100 là 1 %", width=10),
        FillInColumn("Cách trả", words=METHODS, width=18),
        FillInColumn("Thời hạn", "Số tháng", width=10),
        FillInColumn("Mục đích", width=30),
    )
    return FillInSheet(LOANS, columns)


def _entries() -> FillInSheet:
    funds = "Tiền mặt, tiền gửi, tiết kiệm, vốn mượn thì ghi quỹ"
    columns = (
        FillInColumn("Ngày", "Ngày mở sổ, ghi cho mọi dòng chuyển sang", width=14),
        FillInColumn("Loại", words=KINDS, width=26),
        FillInColumn("Quỹ", funds, FUNDS, 22),
        FillInColumn("Thành viên", f"Tiết kiệm thì ghi người. {MEMBER}", width=12),
        FillInColumn("Khoản vay", f"Dư nợ thì ghi khoản. {LOAN}", width=12),
        FillInColumn("Số tiền", f"Số còn lại ngày mở sổ. {DONG}"),
        FillInColumn("Diễn giải", width=30),
    )
    return FillInSheet(ENTRIES, columns)
