"""The words a board writes in a paper book: sheets, headers and codes in Vietnamese.

A table of an input language and nothing else; what the program says stands in the catalogues.
Words are compared without accents, case and double blanks. The list for readers is
``PAPER_BOOK.md``, which a test holds against these tables.
"""

from __future__ import annotations

from app.base.text import search_key
from app.domain.fund import KINDS, Fund
from app.domain.loans import Method
from app.domain.meetings import MeetingStatus, Presence
from app.domain.members import BOARD_ROLES
from app.domain.rules import RULE_KEYS

Words = dict[str, str]


def _words(codes: list[str], table: str) -> Words:
    """From lines ``code: word, word`` to the code of each word; codes stand for themselves."""
    found = {search_key(code): code for code in codes}
    for line in table.strip().splitlines():
        code, _, words = line.strip().partition(": ")
        for word in words.split(", "):
            found[search_key(word)] = code
    return found


REQUIRED_COLUMNS = {
    "club": ("key", "value"),
    "members": ("code", "full_name", "joined_on"),
    "loans": ("code", "member", "on", "principal", "rate_bp", "method", "term_months"),
    "meetings": ("month", "status"),
    "attendance": ("meeting", "member", "status"),
    "entries": ("on", "kind", "amount"),
    "extensions": ("loan", "on", "term_months", "minutes"),
}
COLUMNS = {
    "club": ("key", "value", "from_on"),
    "members": (
        *("code", "full_name", "sex", "birth", "joined_on", "left_on"),
        *("hamlet", "phone", "poverty", "role"),
    ),
    "loans": (
        *("code", "member", "on", "principal", "rate_bp", "method", "term_months"),
        *("grace_months", "rounding", "purpose", "guarantor"),
    ),
    "meetings": (
        *("month", "on", "status", "reason", "start", "end", "place", "chair", "secretary"),
        *("guests", "content", "decisions", "next_plan", "activities"),
    ),
    "attendance": ("meeting", "member", "status", "note"),
    "entries": (
        *("on", "meeting", "kind", "fund", "member", "loan", "amount", "memo"),
        *("reverses", "reason", "shares"),
    ),
    "extensions": ("loan", "on", "method", "term_months", "grace_months", "minutes"),
}
"""Every column of every sheet, in the order of an export."""

SHEET_WORDS = _words(
    list(COLUMNS),
    """
    club: Câu lạc bộ, CLB
    members: Thành viên
    loans: Khoản vay
    meetings: Sinh hoạt, Buổi sinh hoạt
    attendance: Điểm danh
    entries: Thu chi, Khoản thu chi
    extensions: Gia hạn
    """,
)

_HEADERS = {
    "club": """
    key: Mục
    value: Nội dung, Giá trị
    from_on: Từ ngày
    """,
    "members": """
    code: Mã, Mã thành viên
    full_name: Họ và tên, Họ tên
    sex: Giới tính, Giới
    birth: Năm sinh, Ngày sinh
    joined_on: Ngày vào, Ngày tham gia
    left_on: Ngày ra, Ngày thôi
    hamlet: Xóm, Thôn, Tổ dân phố
    phone: Điện thoại, Số điện thoại
    poverty: Diện nghèo, Hộ nghèo, Hoàn cảnh
    role: Chức vụ, Vai trò
    """,
    "loans": """
    code: Mã, Mã khoản vay
    member: Thành viên, Người vay, Mã thành viên
    on: Ngày, Ngày vay
    principal: Số tiền, Số tiền vay, Gốc
    rate_bp: Lãi suất
    method: Cách trả
    term_months: Thời hạn, Số tháng
    grace_months: Ân hạn
    rounding: Làm tròn lãi
    purpose: Mục đích
    guarantor: Người bảo lãnh
    """,
    "meetings": """
    month: Tháng
    on: Ngày, Ngày sinh hoạt
    status: Tình trạng
    reason: Lý do
    start: Bắt đầu, Giờ bắt đầu
    end: Kết thúc, Giờ kết thúc
    place: Địa điểm, Nơi sinh hoạt
    chair: Chủ tọa, Chủ trì
    secretary: Thư ký
    guests: Khách, Khách mời
    content: Nội dung
    decisions: Quyết định, Kết luận
    next_plan: Kế hoạch tháng sau
    activities: Mảng hoạt động, Hoạt động
    """,
    "attendance": """
    meeting: Buổi sinh hoạt, Ngày sinh hoạt
    member: Thành viên, Mã thành viên
    status: Điểm danh, Có mặt
    note: Ghi chú
    """,
    "entries": """
    on: Ngày
    meeting: Buổi sinh hoạt, Ngày sinh hoạt
    kind: Loại, Loại thu chi
    fund: Quỹ
    member: Thành viên, Mã thành viên
    loan: Khoản vay, Mã khoản vay
    amount: Số tiền
    memo: Diễn giải, Ghi chú, Nội dung
    reverses: Hủy dòng
    reason: Lý do, Lý do hủy
    shares: Chia lãi
    """,
    "extensions": """
    loan: Khoản vay, Mã khoản vay
    on: Ngày, Ngày gia hạn
    method: Cách trả
    term_months: Thời hạn, Số tháng
    grace_months: Ân hạn
    minutes: Biên bản
    """,
}
HEADER_WORDS = {sheet: _words(list(COLUMNS[sheet]), table) for sheet, table in _HEADERS.items()}

CLUB_FIELDS = (
    *("name", "hamlet", "commune", "district", "province", "founded_on"),
    *("founding_decision", "parent_body", "started_on"),
)
CLUB_WORDS = _words(
    [*CLUB_FIELDS, *RULE_KEYS, "practice"],
    """
    name: Tên, Tên câu lạc bộ, Tên CLB
    hamlet: Xóm, Thôn, Tổ dân phố
    commune: Xã, Phường
    district: Huyện, Quận, Thị xã
    province: Tỉnh, Thành phố
    founded_on: Ngày thành lập
    founding_decision: Quyết định thành lập
    parent_body: Đơn vị quản lý, Cơ quan quản lý
    started_on: Ngày mở sổ, Ngày bắt đầu
    fee_monthly: Phí tháng, Phí thành viên
    loan_rate_bp: Lãi suất
    loan_method: Cách trả
    loan_term_months: Thời hạn vay
    rounding: Làm tròn lãi
    interest_split: Chia lãi
    cash_ceiling: Mức tiền mặt tối đa
    quorum_percent: Tỷ lệ có mặt tối thiểu
    practice: Sổ thực hành
    """,
)

KIND_WORDS = _words(
    list(KINDS),
    """
    opening_cash: Tiền mặt chuyển sang
    opening_bank: Tiền gửi chuyển sang
    opening_loan: Dư nợ chuyển sang
    opening_savings: Tiết kiệm chuyển sang
    opening_borrowed: Vốn mượn chuyển sang
    membership_fee: Phí thành viên
    saving_deposit: Gửi tiết kiệm
    saving_withdrawal: Rút tiết kiệm
    saving_interest: Lãi tiết kiệm
    loan_disbursement: Cho vay
    principal_repayment: Trả gốc
    interest_payment: Trả lãi
    penalty_payment: Phạt trả chậm
    donation: Ủng hộ
    grant: Cấp trên hỗ trợ
    other_income: Thu khác
    expense: Chi
    fund_transfer_in: Chuyển quỹ đến
    fund_transfer_out: Chuyển quỹ đi
    bank_deposit: Gửi ngân hàng
    bank_withdrawal: Rút ngân hàng
    bank_interest: Lãi tiền gửi
    bank_fee: Phí ngân hàng
    borrowed_in: Nhận vốn mượn
    borrowed_out: Trả vốn mượn
    cash_over: Kiểm quỹ thừa
    cash_short: Kiểm quỹ thiếu
    loan_write_off: Xóa nợ
    write_off_recovery: Thu nợ đã xóa
    handover_cash: Bàn giao tiền mặt
    handover_bank: Bàn giao tiền gửi
    handover_loan: Bàn giao dư nợ
    handover_savings: Bàn giao tiết kiệm
    handover_borrowed: Bàn giao vốn mượn
    """,
)
FUND_WORDS = _words(
    [fund.value for fund in Fund],
    """
    income: Quỹ tăng thu nhập, Tăng thu nhập
    operating: Quỹ hoạt động, Hoạt động
    care: Quỹ tương trợ, Tương trợ
    """,
)
METHOD_WORDS = _words(
    [method.value for method in Method],
    """
    interest_only: Trả gốc cuối kỳ
    equal_principal: Gốc đều
    annuity: Trả góp đều
    flat: Lãi phẳng
    """,
)
STATUS_WORDS = _words(
    [status.value for status in MeetingStatus],
    """
    held: Đã sinh hoạt
    not_held: Không sinh hoạt
    """,
)
PRESENCE_WORDS = _words(
    [presence.value for presence in Presence],
    """
    present: Có mặt
    excused: Vắng có phép
    absent: Vắng
    represented: Người đi thay
    """,
)
SEX_WORDS = _words(["F", "M"], "F: Nữ\nM: Nam")
POVERTY_WORDS = _words(["poor", "near_poor"], "poor: Nghèo\nnear_poor: Cận nghèo")
ROLE_WORDS = _words(
    [*BOARD_ROLES, "member"],
    """
    chair: Chủ nhiệm
    secretary: Thư ký
    treasurer: Thủ quỹ
    member: Thành viên
    """,
)
