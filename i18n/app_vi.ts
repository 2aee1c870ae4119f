<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>Amounts must be rounded to 1 đồng or more.</source>
        <translation>Số tiền phải làm tròn đến ít nhất 1 đồng.</translation>
    </message>
    <message>
        <source>Something is not right yet:</source>
        <translation>Còn chỗ chưa đúng:</translation>
    </message>
    <message>
        <source>The amount lent must be above 0.</source>
        <translation>Số tiền cho vay phải lớn hơn 0.</translation>
    </message>
    <message>
        <source>The disk could not read or write {path}. Check the disk or the USB stick, then try again.</source>
        <translation>Ổ đĩa không đọc hoặc ghi được {path}. Hãy kiểm tra ổ đĩa hoặc USB rồi làm lại.</translation>
    </message>
    <message>
        <source>The disk is full: nothing was written to {path}. Free some space and try again.</source>
        <translation>Ổ đĩa đã đầy: chưa ghi gì vào {path}. Hãy xóa bớt rồi làm lại.</translation>
    </message>
    <message>
        <source>The disk is full: {path} was not written. Free some space and try again.</source>
        <translation>Ổ đĩa đã đầy: chưa ghi được {path}. Hãy xóa bớt rồi làm lại.</translation>
    </message>
    <message>
        <source>The interest must lie between 0 and 100 % a month.</source>
        <translation>Lãi phải từ 0 đến 100 % một tháng.</translation>
    </message>
    <message>
        <source>The months without principal must be fewer than the term.</source>
        <translation>Số tháng ân hạn phải ít hơn thời hạn vay.</translation>
    </message>
    <message>
        <source>The name {path} is too long. Choose a shorter one.</source>
        <translation>Tên {path} dài quá. Hãy chọn tên ngắn hơn.</translation>
    </message>
    <message>
        <source>The shares of interest sum to {total} %; they must sum to 100 %.</source>
        <translation>Các phần chia lãi cộng lại là {total} %; phải đủ 100 %.</translation>
    </message>
    <message>
        <source>The term must lie between 1 and {limit} months.</source>
        <translation>Thời hạn phải từ 1 đến {limit} tháng.</translation>
    </message>
    <message>
        <source>There is no report {name}. There are: {known}.</source>
        <translation>Không có báo cáo {name}. Các báo cáo: {known}.</translation>
    </message>
    <message>
        <source>There is no way of repaying called “{text}”. Choose interest_only, equal_principal, annuity or flat.</source>
        <translation>Không có cách trả “{text}”. Hãy chọn trả gốc cuối kỳ, gốc đều, trả góp đều hoặc lãi phẳng.</translation>
    </message>
    <message>
        <source>This entry does not add up, so it was not written. Please tell whoever looks after the program.</source>
        <translation>Khoản này tính không khớp nên chưa ghi. Hãy báo người giúp về chương trình.</translation>
    </message>
    <message>
        <source>This entry needs a fund. Choose one.</source>
        <translation>Khoản này phải có quỹ. Hãy chọn quỹ.</translation>
    </message>
    <message>
        <source>{ending} is no ending of a paper. Let the file's name end in one of {known}.</source>
        <translation>Không in được ra tệp {ending}. Hãy đặt tên tệp có đuôi là một trong các đuôi: {known}.</translation>
    </message>
    <message>
        <source>{file}, row {row}, column {column}: {text}</source>
        <translation>{file}, dòng {row}, cột {column}: {text}</translation>
    </message>
    <message>
        <source>{file}, row {row}: {text}</source>
        <translation>{file}, dòng {row}: {text}</translation>
    </message>
    <message>
        <source>{path} can only be read here. Copy it to a folder where you may write.</source>
        <translation>{path} ở đây chỉ xem được. Hãy chép sổ sang thư mục được phép ghi.</translation>
    </message>
    <message>
        <source>{path} cannot be made: part of its path is a file, not a folder.</source>
        <translation>Không tạo được {path}: một phần đường dẫn là tệp, không phải thư mục.</translation>
    </message>
    <message>
        <source>{path} cannot be opened. Check the folder, and whether the USB stick is still there.</source>
        <translation>Không mở được {path}. Hãy xem lại thư mục, và USB còn cắm không.</translation>
    </message>
    <message>
        <source>{path} could not be written or read. Check the disk or the USB stick.</source>
        <translation>Không đọc hoặc ghi được {path}. Hãy kiểm tra ổ đĩa hoặc USB.</translation>
    </message>
    <message>
        <source>{path} is a folder. Name a file.</source>
        <translation>{path} là thư mục. Hãy ghi tên một tệp.</translation>
    </message>
    <message>
        <source>{path} is already there. Choose another name, or move the old one away.</source>
        <translation>Đã có {path}. Hãy chọn tên khác, hoặc chuyển tệp cũ đi chỗ khác.</translation>
    </message>
    <message>
        <source>{path} is an empty file. Look for the book elsewhere, or bring back a back-up.</source>
        <translation>{path} là tệp trống. Hãy tìm sổ ở chỗ khác, hoặc khôi phục từ bản sao lưu.</translation>
    </message>
    <message>
        <source>{path} is damaged. Do not write into it; bring back the newest back-up.</source>
        <translation>{path} bị hỏng. Đừng ghi thêm; hãy khôi phục từ bản sao lưu mới nhất.</translation>
    </message>
    <message>
        <source>{path} is not a book of this program, or it has a password. Choose a file that ends in .soclb.</source>
        <translation>{path} không phải sổ của chương trình này, hoặc sổ có mật khẩu. Hãy chọn tệp có đuôi .soclb.</translation>
    </message>
    <message>
        <source>{path} is not there. Check the name and the folder.</source>
        <translation>Không thấy {path}. Hãy xem lại tên và thư mục.</translation>
    </message>
    <message>
        <source>{path} is open in another window of the program. Close that one, or only read here.</source>
        <translation>{path} đang mở ở cửa sổ khác của chương trình. Hãy đóng cửa sổ kia, hoặc ở đây chỉ xem.</translation>
    </message>
    <message>
        <source>{path} may not be written or read here. Choose another folder.</source>
        <translation>Không được phép đọc hoặc ghi {path}. Hãy chọn thư mục khác.</translation>
    </message>
    <message>
        <source>{path} was written by a newer program (version {theirs} of the book; this program knows {ours}). Nothing was changed. Install the newer program on this computer.</source>
        <translation>{path} do chương trình mới hơn ghi (bản {theirs} của sổ; máy này chỉ đọc được bản {ours}). Sổ không bị thay đổi. Hãy cài chương trình mới hơn vào máy này.</translation>
    </message>
    <message>
        <source>{text} is more than {limit} đồng. Look at the number of zeros.</source>
        <translation>{text} lớn hơn {limit} đồng. Hãy xem lại số chữ số 0.</translation>
    </message>
    <message>
        <source>{text} is too much or too little for {rule}. Look at the number again.</source>
        <translation>{text} quá lớn hoặc quá nhỏ cho {rule}. Hãy xem lại con số.</translation>
    </message>
    <message>
        <source>“{text}” is no amount. Write whole đồng, for example 1.250.000.</source>
        <translation>“{text}” không phải số tiền. Hãy ghi số đồng chẵn, ví dụ 1.250.000.</translation>
    </message>
    <message>
        <source>“{text}” is no day. Write it as day/month/year, for example 17/11/2018.</source>
        <translation>“{text}” không phải ngày. Hãy ghi ngày/tháng/năm, ví dụ 17/11/2018.</translation>
    </message>
    <message>
        <source>“{text}” is no month. Write it as year-month, for example 2018-11.</source>
        <translation>“{text}” không phải tháng. Hãy ghi năm-tháng, ví dụ 2018-11.</translation>
    </message>
    <message>
        <source>“{text}” is no number. Write {rule} in digits alone.</source>
        <translation>“{text}” không phải số. Hãy ghi {rule} bằng chữ số.</translation>
    </message>
    <message>
        <source>“{text}” is no way to share interest. Write it like income:60;operating:40.</source>
        <translation>“{text}” không phải cách chia lãi. Hãy ghi như income:60;operating:40.</translation>
    </message>
</context>
<context>
    <name>labels</name>
    <message>
        <source>1 to 30 days</source>
        <translation>quá hạn 1 đến 30 ngày</translation>
    </message>
    <message>
        <source>31 to 60 days</source>
        <translation>quá hạn 31 đến 60 ngày</translation>
    </message>
    <message>
        <source>61 to 90 days</source>
        <translation>quá hạn 61 đến 90 ngày</translation>
    </message>
    <message>
        <source>91 to 180 days</source>
        <translation>quá hạn 91 đến 180 ngày</translation>
    </message>
    <message>
        <source>Awareness and learning</source>
        <translation>Nâng cao nhận thức, kiến thức</translation>
    </message>
    <message>
        <source>Bank balance handed over</source>
        <translation>Bàn giao tiền gửi</translation>
    </message>
    <message>
        <source>Bank balance taken over</source>
        <translation>Tiền gửi chuyển sang</translation>
    </message>
    <message>
        <source>Bank fee</source>
        <translation>Phí ngân hàng</translation>
    </message>
    <message>
        <source>Bank interest</source>
        <translation>Lãi tiền gửi</translation>
    </message>
    <message>
        <source>Borrowed capital handed over</source>
        <translation>Bàn giao vốn mượn</translation>
    </message>
    <message>
        <source>Borrowed capital paid back</source>
        <translation>Trả vốn mượn</translation>
    </message>
    <message>
        <source>Borrowed capital received</source>
        <translation>Nhận vốn mượn</translation>
    </message>
    <message>
        <source>Borrowed capital taken over</source>
        <translation>Vốn mượn chuyển sang</translation>
    </message>
    <message>
        <source>Care fund</source>
        <translation>Quỹ tương trợ</translation>
    </message>
    <message>
        <source>Cash ceiling</source>
        <translation>Mức tiền mặt được giữ</translation>
    </message>
    <message>
        <source>Cash count: too little</source>
        <translation>Kiểm quỹ thiếu</translation>
    </message>
    <message>
        <source>Cash count: too much</source>
        <translation>Kiểm quỹ thừa</translation>
    </message>
    <message>
        <source>Cash handed over</source>
        <translation>Bàn giao tiền mặt</translation>
    </message>
    <message>
        <source>Cash taken over</source>
        <translation>Tiền mặt chuyển sang</translation>
    </message>
    <message>
        <source>Chair</source>
        <translation>Chủ nhiệm</translation>
    </message>
    <message>
        <source>Culture, arts and visits</source>
        <translation>Văn hóa, văn nghệ, thăm hỏi giao lưu</translation>
    </message>
    <message>
        <source>Donation</source>
        <translation>Ủng hộ</translation>
    </message>
    <message>
        <source>Expense</source>
        <translation>Chi</translation>
    </message>
    <message>
        <source>Health care</source>
        <translation>Chăm sóc sức khỏe</translation>
    </message>
    <message>
        <source>Income and livelihood</source>
        <translation>Tăng thu nhập</translation>
    </message>
    <message>
        <source>Income fund</source>
        <translation>Quỹ tăng thu nhập</translation>
    </message>
    <message>
        <source>Interest divided among the funds</source>
        <translation>Chia tiền lãi vào các quỹ</translation>
    </message>
    <message>
        <source>Interest on savings</source>
        <translation>Lãi tiết kiệm</translation>
    </message>
    <message>
        <source>Interest paid</source>
        <translation>Trả lãi</translation>
    </message>
    <message>
        <source>Interest rounded to</source>
        <translation>Làm tròn tiền lãi đến</translation>
    </message>
    <message>
        <source>Late penalty</source>
        <translation>Phạt trả chậm</translation>
    </message>
    <message>
        <source>Loan given</source>
        <translation>Cho vay</translation>
    </message>
    <message>
        <source>Loan handed over</source>
        <translation>Bàn giao dư nợ</translation>
    </message>
    <message>
        <source>Loan interest a month</source>
        <translation>Lãi vay một tháng</translation>
    </message>
    <message>
        <source>Loan taken over</source>
        <translation>Dư nợ chuyển sang</translation>
    </message>
    <message>
        <source>Loan term in months</source>
        <translation>Thời hạn vay (tháng)</translation>
    </message>
    <message>
        <source>Loan written off</source>
        <translation>Xóa nợ</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Thành viên</translation>
    </message>
    <message>
        <source>Membership fee</source>
        <translation>Phí thành viên</translation>
    </message>
    <message>
        <source>Monthly fee</source>
        <translation>Phí hằng tháng</translation>
    </message>
    <message>
        <source>Operating fund</source>
        <translation>Quỹ hoạt động</translation>
    </message>
    <message>
        <source>Other income</source>
        <translation>Thu khác</translation>
    </message>
    <message>
        <source>Paid into the bank</source>
        <translation>Gửi ngân hàng</translation>
    </message>
    <message>
        <source>Principal repaid</source>
        <translation>Trả gốc</translation>
    </message>
    <message>
        <source>Quorum</source>
        <translation>Tỷ lệ có mặt tối thiểu</translation>
    </message>
    <message>
        <source>Resource mobilisation</source>
        <translation>Vận động nguồn lực</translation>
    </message>
    <message>
        <source>Rights and entitlements</source>
        <translation>Quyền và lợi ích</translation>
    </message>
    <message>
        <source>Savings handed over</source>
        <translation>Bàn giao tiết kiệm</translation>
    </message>
    <message>
        <source>Savings paid in</source>
        <translation>Gửi tiết kiệm</translation>
    </message>
    <message>
        <source>Savings taken out</source>
        <translation>Rút tiết kiệm</translation>
    </message>
    <message>
        <source>Savings taken over</source>
        <translation>Tiết kiệm chuyển sang</translation>
    </message>
    <message>
        <source>Secretary</source>
        <translation>Thư ký</translation>
    </message>
    <message>
        <source>Self-help and community support</source>
        <translation>Tự giúp nhau, hỗ trợ cộng đồng</translation>
    </message>
    <message>
        <source>Support from above</source>
        <translation>Cấp trên hỗ trợ</translation>
    </message>
    <message>
        <source>Taken from the bank</source>
        <translation>Rút ngân hàng</translation>
    </message>
    <message>
        <source>Transfer into a fund</source>
        <translation>Chuyển quỹ đến</translation>
    </message>
    <message>
        <source>Transfer out of a fund</source>
        <translation>Chuyển quỹ đi</translation>
    </message>
    <message>
        <source>Treasurer</source>
        <translation>Thủ quỹ</translation>
    </message>
    <message>
        <source>Volunteer home care</source>
        <translation>Tình nguyện viên chăm sóc tại nhà</translation>
    </message>
    <message>
        <source>Way of repaying</source>
        <translation>Cách trả nợ</translation>
    </message>
    <message>
        <source>Written-off loan recovered</source>
        <translation>Thu nợ đã xóa</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>vắng</translation>
    </message>
    <message>
        <source>equal instalments</source>
        <translation>trả góp đều</translation>
    </message>
    <message>
        <source>equal principal</source>
        <translation>gốc đều</translation>
    </message>
    <message>
        <source>excused</source>
        <translation>vắng có phép</translation>
    </message>
    <message>
        <source>female</source>
        <translation>nữ</translation>
    </message>
    <message>
        <source>flat interest</source>
        <translation>lãi phẳng</translation>
    </message>
    <message>
        <source>held</source>
        <translation>đã sinh hoạt</translation>
    </message>
    <message>
        <source>male</source>
        <translation>nam</translation>
    </message>
    <message>
        <source>near-poor</source>
        <translation>cận nghèo</translation>
    </message>
    <message>
        <source>not held</source>
        <translation>không sinh hoạt</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>chưa ghi</translation>
    </message>
    <message>
        <source>on time</source>
        <translation>trong hạn</translation>
    </message>
    <message>
        <source>open</source>
        <translation>đang ghi</translation>
    </message>
    <message>
        <source>over 180 days</source>
        <translation>quá hạn trên 180 ngày</translation>
    </message>
    <message>
        <source>poor</source>
        <translation>nghèo</translation>
    </message>
    <message>
        <source>present</source>
        <translation>có mặt</translation>
    </message>
    <message>
        <source>principal at the end</source>
        <translation>trả gốc cuối kỳ</translation>
    </message>
    <message>
        <source>represented</source>
        <translation>người đi thay</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>sắp tới</translation>
    </message>
</context>
<context>
    <name>paper</name>
    <message>
        <source>(signature, full name)</source>
        <translation>(Ký, ghi rõ họ tên)</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Vắng không phép</translation>
    </message>
    <message>
        <source>Aged 55 and older</source>
        <translation>Từ 55 tuổi trở lên</translation>
    </message>
    <message>
        <source>Aged 60 and older</source>
        <translation>Từ 60 tuổi trở lên</translation>
    </message>
    <message>
        <source>Aged 60 up</source>
        <translation>Từ 60 tuổi</translation>
    </message>
    <message>
        <source>Amount (đồng)</source>
        <translation>Số tiền (đồng)</translation>
    </message>
    <message>
        <source>Amounts in đồng</source>
        <translation>Đơn vị tính: đồng</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Mảng hoạt động</translation>
    </message>
    <message>
        <source>Area of the union</source>
        <translation>Địa bàn</translation>
    </message>
    <message>
        <source>Areas of work:</source>
        <translation>Mảng hoạt động:</translation>
    </message>
    <message>
        <source>At the beginning</source>
        <translation>Đầu kỳ</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>Cuối kỳ</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Tỷ lệ có mặt</translation>
    </message>
    <message>
        <source>Balance at the beginning</source>
        <translation>Tồn đầu kỳ</translation>
    </message>
    <message>
        <source>Balance at the end</source>
        <translation>Tồn cuối kỳ</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Ngân hàng</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Thời gian bắt đầu</translation>
    </message>
    <message>
        <source>Borrowers</source>
        <translation>Số người đang vay</translation>
    </message>
    <message>
        <source>Brought from the page before</source>
        <translation>Trang trước chuyển sang</translation>
    </message>
    <message>
        <source>By area</source>
        <translation>Theo địa bàn</translation>
    </message>
    <message>
        <source>Carried to the next page</source>
        <translation>Cộng chuyển trang sau</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Tiền mặt</translation>
    </message>
    <message>
        <source>Cash after the meeting</source>
        <translation>Tiền mặt sau buổi sinh hoạt</translation>
    </message>
    <message>
        <source>Cash after the meeting, in words:</source>
        <translation>Tiền mặt sau buổi sinh hoạt, bằng chữ:</translation>
    </message>
    <message>
        <source>Cash and bank at the end: {amount} đồng. In words: {words}</source>
        <translation>Tồn cuối kỳ tiền mặt và ngân hàng: {amount} đồng. Bằng chữ: {words}</translation>
    </message>
    <message>
        <source>Cash before the meeting</source>
        <translation>Tiền mặt trước buổi sinh hoạt</translation>
    </message>
    <message>
        <source>Cash count</source>
        <translation>Kiểm quỹ</translation>
    </message>
    <message>
        <source>Chair</source>
        <translation>Chủ nhiệm</translation>
    </message>
    <message>
        <source>Chair of the meeting</source>
        <translation>Chủ tọa</translation>
    </message>
    <message>
        <source>Check code {code} · {club} · {paper} · {period}</source>
        <translation>Mã kiểm tra {code} · {club} · {paper} · {period}</translation>
    </message>
    <message>
        <source>Check: cash, bank and loans {has} đồng; funds, savings and borrowed capital {owned} đồng.</source>
        <translation>Đối chiếu: tiền mặt, ngân hàng và dư nợ {has} đồng; các quỹ, tiết kiệm và vốn mượn {owned} đồng.</translation>
    </message>
    <message>
        <source>Club</source>
        <translation>Câu lạc bộ</translation>
    </message>
    <message>
        <source>Club meeting of {month}</source>
        <translation>Sinh hoạt câu lạc bộ {month}</translation>
    </message>
    <message>
        <source>Counted {counted} đồng, as in the book.</source>
        <translation>Tiền mặt đếm được {counted} đồng, khớp với sổ.</translation>
    </message>
    <message>
        <source>Counted {counted} đồng; in the book {book} đồng; {gap} đồng missing.</source>
        <translation>Tiền mặt đếm được {counted} đồng; theo sổ {book} đồng; thiếu {gap} đồng.</translation>
    </message>
    <message>
        <source>Counted {counted} đồng; in the book {book} đồng; {gap} đồng too much.</source>
        <translation>Tiền mặt đếm được {counted} đồng; theo sổ {book} đồng; thừa {gap} đồng.</translation>
    </message>
    <message>
        <source>Counted, in words: {words}</source>
        <translation>Tiền mặt đếm được, bằng chữ: {words}</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Days late</source>
        <translation>Quá hạn (ngày)</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Kết luận</translation>
    </message>
    <message>
        <source>Decrease</source>
        <translation>Giảm</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>Hạn trả</translation>
    </message>
    <message>
        <source>Entries corrected</source>
        <translation>Sửa các khoản đã ghi</translation>
    </message>
    <message>
        <source>Excused</source>
        <translation>Vắng có phép</translation>
    </message>
    <message>
        <source>Expenses of the club</source>
        <translation>Chi tiêu của câu lạc bộ</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>For the union</source>
        <translation>Đại diện Hội</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Fund</source>
        <translation>Quỹ</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>Khách mời</translation>
    </message>
    <message>
        <source>In the chair</source>
        <translation>Chủ trì (chủ tọa)</translation>
    </message>
    <message>
        <source>Income fund</source>
        <translation>Quỹ tăng thu nhập</translation>
    </message>
    <message>
        <source>Increase</source>
        <translation>Tăng</translation>
    </message>
    <message>
        <source>Independence - Freedom - Happiness</source>
        <translation>Độc lập - Tự do - Hạnh phúc</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>Tiền lãi</translation>
    </message>
    <message>
        <source>Interest a month</source>
        <translation>Lãi một tháng</translation>
    </message>
    <message>
        <source>Interest behind</source>
        <translation>Lãi còn thiếu</translation>
    </message>
    <message>
        <source>Interest credited</source>
        <translation>Lãi nhập tiết kiệm</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Kept: the club</source>
        <translation>Lưu: CLB</translation>
    </message>
    <message>
        <source>Lateness</source>
        <translation>Thời gian quá hạn</translation>
    </message>
    <message>
        <source>Left to pay</source>
        <translation>Còn lại</translation>
    </message>
    <message>
        <source>Lent</source>
        <translation>Cho vay</translation>
    </message>
    <message>
        <source>Lent on</source>
        <translation>Ngày vay</translation>
    </message>
    <message>
        <source>Loan</source>
        <translation>Mã vay</translation>
    </message>
    <message>
        <source>Loan book</source>
        <translation>Sổ theo dõi vốn vay</translation>
    </message>
    <message>
        <source>Loans</source>
        <translation>Vốn vay</translation>
    </message>
    <message>
        <source>Loans given</source>
        <translation>Cho vay vốn</translation>
    </message>
    <message>
        <source>Loans handed over</source>
        <translation>Bàn giao dư nợ</translation>
    </message>
    <message>
        <source>Loans taken over</source>
        <translation>Dư nợ chuyển sang</translation>
    </message>
    <message>
        <source>MINUTES</source>
        <translation>BIÊN BẢN</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Buổi sinh hoạt</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Số buổi</translation>
    </message>
    <message>
        <source>Meetings and attendance</source>
        <translation>Bảng theo dõi sinh hoạt</translation>
    </message>
    <message>
        <source>Meetings attended</source>
        <translation>Số buổi đã dự</translation>
    </message>
    <message>
        <source>Meetings held of due</source>
        <translation>Buổi đã sinh hoạt</translation>
    </message>
    <message>
        <source>Meetings held of meetings due</source>
        <translation>Số buổi đã sinh hoạt/số buổi phải có</translation>
    </message>
    <message>
        <source>Meetings that worked on each of the eight areas</source>
        <translation>Số buổi sinh hoạt theo tám mảng hoạt động</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Thành viên</translation>
    </message>
    <message>
        <source>Member's statement</source>
        <translation>Phiếu theo dõi của thành viên</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Thành viên</translation>
    </message>
    <message>
        <source>Minutes taken by</source>
        <translation>Thư ký (người ghi biên bản)</translation>
    </message>
    <message>
        <source>Money taken in and paid out</source>
        <translation>Thu, chi tiền mặt</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Tháng</translation>
    </message>
    <message>
        <source>Months with no record: {months}.</source>
        <translation>Tháng chưa ghi: {months}.</translation>
    </message>
    <message>
        <source>More than 30 days late</source>
        <translation>Quá hạn trên 30 ngày</translation>
    </message>
    <message>
        <source>Near-poor</source>
        <translation>Hộ cận nghèo</translation>
    </message>
    <message>
        <source>Next amount</source>
        <translation>Số tiền kỳ tới</translation>
    </message>
    <message>
        <source>Next due</source>
        <translation>Kỳ tới</translation>
    </message>
    <message>
        <source>No club meeting held in {month}</source>
        <translation>Về việc không sinh hoạt câu lạc bộ {month}</translation>
    </message>
    <message>
        <source>No open loan.</source>
        <translation>Không có khoản vay nào.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>TT</translation>
    </message>
    <message>
        <source>No.: {number}</source>
        <translation>Số: {number}</translation>
    </message>
    <message>
        <source>Not yet reported: {clubs}.</source>
        <translation>Chưa báo cáo: {clubs}.</translation>
    </message>
    <message>
        <source>Note of (đồng)</source>
        <translation>Loại tiền (đồng)</translation>
    </message>
    <message>
        <source>Nothing in this period.</source>
        <translation>Không có khoản nào trong kỳ.</translation>
    </message>
    <message>
        <source>Operating fund</source>
        <translation>Quỹ hoạt động</translation>
    </message>
    <message>
        <source>Owed by lateness of the oldest principal</source>
        <translation>Dư nợ theo thời gian quá hạn</translation>
    </message>
    <message>
        <source>Owed by members</source>
        <translation>Dư nợ</translation>
    </message>
    <message>
        <source>Owed by members at the beginning</source>
        <translation>Dư nợ đầu kỳ</translation>
    </message>
    <message>
        <source>Owed by members at the end</source>
        <translation>Dư nợ cuối kỳ</translation>
    </message>
    <message>
        <source>Owed on loans more than 30 days late</source>
        <translation>Tỷ lệ dư nợ quá hạn trên 30 ngày</translation>
    </message>
    <message>
        <source>PRACTICE BOOK</source>
        <translation>SỔ THỰC HÀNH</translation>
    </message>
    <message>
        <source>Paid and received</source>
        <translation>Các khoản đã nộp và đã nhận</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>Chi</translation>
    </message>
    <message>
        <source>Paid out (đồng)</source>
        <translation>Chi (đồng)</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Số tờ</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Địa điểm</translation>
    </message>
    <message>
        <source>Plan for the next month</source>
        <translation>Kế hoạch tháng sau</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>Hộ nghèo</translation>
    </message>
    <message>
        <source>Prepared by</source>
        <translation>Người lập</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Có mặt</translation>
    </message>
    <message>
        <source>Principal</source>
        <translation>Tiền gốc</translation>
    </message>
    <message>
        <source>Principal overdue</source>
        <translation>Gốc quá hạn</translation>
    </message>
    <message>
        <source>Principal repaid</source>
        <translation>Thu gốc</translation>
    </message>
    <message>
        <source>Principal repaid on time</source>
        <translation>Tỷ lệ trả gốc đúng hạn</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Mục đích</translation>
    </message>
    <message>
        <source>REPORT OF THE FUND'S INCOME AND PAYMENTS, {period}</source>
        <translation>BÁO CÁO THU, CHI QUỸ {period}</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Tỷ lệ</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Recipients:</source>
        <translation>Nơi nhận:</translation>
    </message>
    <message>
        <source>Repaid by</source>
        <translation>Cách trả</translation>
    </message>
    <message>
        <source>Repayment schedule</source>
        <translation>Lịch trả nợ</translation>
    </message>
    <message>
        <source>Report of the fund's income and payments</source>
        <translation>Báo cáo thu, chi quỹ</translation>
    </message>
    <message>
        <source>Report on the intergenerational self-help clubs</source>
        <translation>Báo cáo tổng hợp các câu lạc bộ liên thế hệ tự giúp nhau</translation>
    </message>
    <message>
        <source>Reported up to</source>
        <translation>Số liệu đến tháng</translation>
    </message>
    <message>
        <source>Rules changed</source>
        <translation>Thay đổi quy định của câu lạc bộ</translation>
    </message>
    <message>
        <source>SOCIALIST REPUBLIC OF VIET NAM</source>
        <translation>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</translation>
    </message>
    <message>
        <source>Saved at the beginning</source>
        <translation>Tiết kiệm đầu kỳ</translation>
    </message>
    <message>
        <source>Saved at the end</source>
        <translation>Tiết kiệm đã gửi, còn</translation>
    </message>
    <message>
        <source>Savings</source>
        <translation>Tiết kiệm</translation>
    </message>
    <message>
        <source>Savings at the beginning</source>
        <translation>Tiết kiệm đầu kỳ</translation>
    </message>
    <message>
        <source>Savings at the end</source>
        <translation>Tiết kiệm cuối kỳ</translation>
    </message>
    <message>
        <source>Savings handed over</source>
        <translation>Bàn giao tiết kiệm</translation>
    </message>
    <message>
        <source>Savings paid in</source>
        <translation>Gửi tiết kiệm</translation>
    </message>
    <message>
        <source>Savings taken out</source>
        <translation>Rút tiết kiệm</translation>
    </message>
    <message>
        <source>Savings taken over</source>
        <translation>Tiết kiệm chuyển sang</translation>
    </message>
    <message>
        <source>Secretary</source>
        <translation>Thư ký</translation>
    </message>
    <message>
        <source>Sent somebody</source>
        <translation>Có người đi thay</translation>
    </message>
    <message>
        <source>Still owed</source>
        <translation>Còn nợ</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Cộng</translation>
    </message>
    <message>
        <source>Sum counted</source>
        <translation>Cộng tiền đếm được</translation>
    </message>
    <message>
        <source>Sum of the meeting</source>
        <translation>Cộng thu, chi</translation>
    </message>
    <message>
        <source>Sum of the reporting clubs</source>
        <translation>Cộng các CLB đã báo cáo</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>Taken in (đồng)</source>
        <translation>Thu (đồng)</translation>
    </message>
    <message>
        <source>Taking part</source>
        <translation>Thành phần tham dự</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Thời hạn</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Lãi suất, thời hạn, cách trả</translation>
    </message>
    <message>
        <source>The cash box was counted on {day}.</source>
        <translation>Hôm nay, {day}, câu lạc bộ kiểm quỹ tiền mặt.</translation>
    </message>
    <message>
        <source>The club held no meeting in {month}.</source>
        <translation>Câu lạc bộ không sinh hoạt trong {month}.</translation>
    </message>
    <message>
        <source>The club in figures</source>
        <translation>Báo cáo số liệu câu lạc bộ</translation>
    </message>
    <message>
        <source>The meeting ended at {time} on {day}; the minutes were read out and agreed to./.</source>
        <translation>Buổi sinh hoạt kết thúc vào hồi {time}, {day}; biên bản đã được đọc lại cho mọi người cùng nghe và nhất trí./.</translation>
    </message>
    <message>
        <source>The meeting ended on {day}; the minutes were read out and agreed to./.</source>
        <translation>Buổi sinh hoạt kết thúc trong {day}; biên bản đã được đọc lại cho mọi người cùng nghe và nhất trí./.</translation>
    </message>
    <message>
        <source>These minutes are kept in place of the meeting's./.</source>
        <translation>Biên bản này được lập và lưu thay cho biên bản sinh hoạt của tháng./.</translation>
    </message>
    <message>
        <source>To be paid back at the beginning</source>
        <translation>Vốn mượn đầu kỳ</translation>
    </message>
    <message>
        <source>To be paid back at the end</source>
        <translation>Vốn mượn cuối kỳ</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Cộng</translation>
    </message>
    <message>
        <source>Treasurer</source>
        <translation>Thủ quỹ</translation>
    </message>
    <message>
        <source>V. Funds</source>
        <translation>V. Các quỹ</translation>
    </message>
    <message>
        <source>VI. Loans to members</source>
        <translation>VI. Vốn vay</translation>
    </message>
    <message>
        <source>VII. Members' savings</source>
        <translation>VII. Tiết kiệm</translation>
    </message>
    <message>
        <source>VIII. Borrowed capital to be paid back</source>
        <translation>VIII. Vốn mượn phải trả</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Nội dung sinh hoạt</translation>
    </message>
    <message>
        <source>Whole fund</source>
        <translation>Tổng quỹ</translation>
    </message>
    <message>
        <source>Women</source>
        <translation>Nữ</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>Xóa nợ</translation>
    </message>
    <message>
        <source>Written on</source>
        <translation>Ngày lập biên bản</translation>
    </message>
    <message>
        <source>as of {day}</source>
        <translation>Đến {day}</translation>
    </message>
    <message>
        <source>quarter {quarter} of {year}</source>
        <translation>quý {quarter} năm {year}</translation>
    </message>
    <message>
        <source>year {year}</source>
        <translation>năm {year}</translation>
    </message>
    <message>
        <source>{amount} đồng</source>
        <translation>{amount} đồng</translation>
    </message>
    <message>
        <source>{day}: {kind} of {of_day}, {amount} đồng, is cancelled. Reason: {reason}</source>
        <translation>{day}: hủy khoản {kind} ngày {of_day}, {amount} đồng. Lý do: {reason}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>từ {first} đến {last}</translation>
    </message>
    <message>
        <source>{held} meetings held, {not_held} not held; attendance {rate}.</source>
        <translation>Đã sinh hoạt {held} buổi, không sinh hoạt {not_held} buổi; tỷ lệ có mặt {rate}.</translation>
    </message>
    <message>
        <source>{number} months</source>
        <translation>{number} tháng</translation>
    </message>
    <message>
        <source>{open} open loans of {borrowers} borrowers; overdue: {count} loans, {amount} đồng.</source>
        <translation>Số khoản đang vay: {open}; số người vay: {borrowers}; quá hạn: {count} khoản, {amount} đồng.</translation>
    </message>
    <message>
        <source>{open} open loans; more than 30 days late: {amount} đồng ({ratio}).</source>
        <translation>Số khoản đang vay: {open}; dư nợ quá hạn trên 30 ngày: {amount} đồng ({ratio}).</translation>
    </message>
    <message>
        <source>{present} of {listed} members in person ({rate})</source>
        <translation>có mặt {present}/{listed} thành viên ({rate})</translation>
    </message>
    <message>
        <source>{rate}, {months} months, {method}</source>
        <translation>{rate}/tháng, {months} tháng, {method}</translation>
    </message>
    <message>
        <source>{reporting} of {clubs} clubs have reported. Newest figures of all clubs: {members} members, fund of {fund} đồng, {loans} đồng lent.</source>
        <translation>Đã báo cáo: {reporting}/{clubs} câu lạc bộ. Theo số liệu mới nhất của tất cả câu lạc bộ: {members} thành viên, tổng quỹ {fund} đồng, dư nợ {loans} đồng.</translation>
    </message>
    <message>
        <source>{rule}: from {before} to {after}</source>
        <translation>{rule}: từ {before} thành {after}</translation>
    </message>
</context>
</TS>
