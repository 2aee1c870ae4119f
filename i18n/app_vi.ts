<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>cli</name>
    <message>
        <source>  Split off: {clubs}</source>
        <translation>  Đã tách ra: {clubs}</translation>
    </message>
    <message>
        <source>  Today: {units}</source>
        <translation>  Nay thuộc: {units}</translation>
    </message>
    <message>
        <source>  {bundle}: number {sequence}, up to {month}, from {file}</source>
        <translation>  {bundle}: gói số {sequence}, đến hết {month}, từ tệp {file}</translation>
    </message>
    <message>
        <source>  {day}: {field} = {value} {note}</source>
        <translation>  {day}: {field} = {value} {note}</translation>
    </message>
    <message>
        <source>! {finding}: {club}: {text} ({who}, was due on {day})</source>
        <translation>! {finding}: {club}: {text} ({who}, quá hạn từ {day})</translation>
    </message>
    <message>
        <source>--lang vi or --lang en may stand anywhere in the line.</source>
        <translation>Có thể ghi --lang vi hoặc --lang en ở bất cứ chỗ nào.</translation>
    </message>
    <message>
        <source>135 clubs of one province and their register instead</source>
        <translation>thay vào đó là 135 câu lạc bộ của một tỉnh và sổ của Hội</translation>
    </message>
    <message>
        <source>Behind --out - the format must be named: --format json.</source>
        <translation>Khi ghi --out - thì phải nêu định dạng: --format json.</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>LỆNH</translation>
    </message>
    <message>
        <source>Clubs: {clubs}</source>
        <translation>Số câu lạc bộ: {clubs}</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Các lệnh</translation>
    </message>
    <message>
        <source>Confirmed. Bundles of the former key set aside: {count}.</source>
        <translation>Đã xác nhận. Số gói của khóa cũ bị để riêng: {count}.</translation>
    </message>
    <message>
        <source>Everything fits; nothing was made.</source>
        <translation>Mọi thứ đều khớp; chưa lập gì.</translation>
    </message>
    <message>
        <source>Former key {fingerprint}, up to bundle {until}</source>
        <translation>Khóa cũ {fingerprint}, dùng đến gói số {until}</translation>
    </message>
    <message>
        <source>From {day} on: {old} → {new} ({decision})</source>
        <translation>Từ {day}: {old} → {new} ({decision})</translation>
    </message>
    <message>
        <source>It comes from a practice book.</source>
        <translation>Gói này lấy từ sổ thực hành.</translation>
    </message>
    <message>
        <source>It is sealed: only the union can read it.</source>
        <translation>Gói được niêm phong: chỉ Hội đọc được.</translation>
    </message>
    <message>
        <source>Kept: {bundle}</source>
        <translation>Đã giữ: {bundle}</translation>
    </message>
    <message>
        <source>Key {fingerprint}, since {day}</source>
        <translation>Khóa {fingerprint}, từ {day}</translation>
    </message>
    <message>
        <source>Key: {fingerprint}</source>
        <translation>Khóa: {fingerprint}</translation>
    </message>
    <message>
        <source>Made: {path}</source>
        <translation>Đã lập: {path}</translation>
    </message>
    <message>
        <source>Made: {path} ({size} bytes), bundle number {number}, month {month}.</source>
        <translation>Đã lập: {path} ({size} byte), gói số {number}, tháng {month}.</translation>
    </message>
    <message>
        <source>Made: {path} ({size} bytes), month {month}, clubs: {clubs}.</source>
        <translation>Đã lập: {path} ({size} byte), tháng {month}, số câu lạc bộ: {clubs}.</translation>
    </message>
    <message>
        <source>Month: {month}</source>
        <translation>Tháng: {month}</translation>
    </message>
    <message>
        <source>No bundles contradict each other.</source>
        <translation>Không có gói dữ liệu nào trái nhau.</translation>
    </message>
    <message>
        <source>Not taken in: {left} of {count}. The reasons stand in the list.</source>
        <translation>Không nhận {left} trong {count} gói. Lý do ghi trong danh sách.</translation>
    </message>
    <message>
        <source>Nothing is known of “{names}”. Add --help to see what may stand.</source>
        <translation>Không có “{names}”. Hãy thêm --help để xem được ghi những gì.</translation>
    </message>
    <message>
        <source>Nothing may stand behind {name}.</source>
        <translation>Sau {name} không ghi gì thêm.</translation>
    </message>
    <message>
        <source>Number: {number}</source>
        <translation>Gói số: {number}</translation>
    </message>
    <message>
        <source>Only {name} can read it.</source>
        <translation>Chỉ {name} đọc được.</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Tùy chọn</translation>
    </message>
    <message>
        <source>Print the key-sheet, sign it, and show it to the union with the next bundle.</source>
        <translation>Hãy in giấy key-sheet, ký và đưa Hội xem cùng gói dữ liệu tới.</translation>
    </message>
    <message>
        <source>Signed by: {name}</source>
        <translation>Người ký: {name}</translation>
    </message>
    <message>
        <source>Something is missing: {names}.</source>
        <translation>Còn thiếu: {names}.</translation>
    </message>
    <message>
        <source>Something must stand behind {name}.</source>
        <translation>Sau {name} còn thiếu giá trị.</translation>
    </message>
    <message>
        <source>Stopped. Nothing half done is left behind.</source>
        <translation>Đã dừng. Không để lại gì dở dang.</translation>
    </message>
    <message>
        <source>Tells: {level}</source>
        <translation>Mức: {level}</translation>
    </message>
    <message>
        <source>The book is whole: {entries} entries and {meetings} meetings, all of them unchanged.</source>
        <translation>Sổ nguyên vẹn: {entries} khoản ghi và {meetings} buổi sinh hoạt, không có gì bị sửa.</translation>
    </message>
    <message>
        <source>The book of an Intergenerational Self-Help Club. Without a command the window opens.</source>
        <translation>Sổ của câu lạc bộ Liên thế hệ tự giúp nhau. Không ghi lệnh thì mở cửa sổ.</translation>
    </message>
    <message>
        <source>The bundle is complete and unchanged.</source>
        <translation>Gói dữ liệu đầy đủ và không bị sửa.</translation>
    </message>
    <message>
        <source>The club's key: {fingerprint}</source>
        <translation>Khóa của câu lạc bộ: {fingerprint}</translation>
    </message>
    <message>
        <source>The former key {fingerprint} is good up to bundle {number} and the day {day}.</source>
        <translation>Khóa cũ {fingerprint} chỉ dùng đến gói số {number} và ngày {day}.</translation>
    </message>
    <message>
        <source>The name of a file is missing.</source>
        <translation>Còn thiếu tên tệp.</translation>
    </message>
    <message>
        <source>The name {path} and --format {format} do not agree.</source>
        <translation>Tên tệp {path} không khớp với --format {format}.</translation>
    </message>
    <message>
        <source>The old book is kept: {path}</source>
        <translation>Sổ cũ được giữ tại: {path}</translation>
    </message>
    <message>
        <source>The output</source>
        <translation>Đầu ra</translation>
    </message>
    <message>
        <source>The program itself has failed; nothing was half saved. Please tell whoever looks after the program, and give them the file {path}.</source>
        <translation>Chương trình bị lỗi; không có gì lưu dở dang. Hãy báo cho người phụ trách phần mềm và gửi kèm tệp {path}.</translation>
    </message>
    <message>
        <source>The window cannot be opened: {part}. Run make setup, which brings what is missing.</source>
        <translation>Không mở được cửa sổ: {part}. Hãy chạy make setup để cài phần còn thiếu.</translation>
    </message>
    <message>
        <source>There is no bundle there. Bundles end in .clbz.</source>
        <translation>Ở đó không có gói nào. Gói dữ liệu có đuôi .clbz.</translation>
    </message>
    <message>
        <source>There is no display here, so no window can be opened. soclb --help shows what can be done without one.</source>
        <translation>Ở đây không có màn hình nên không mở được cửa sổ. Ghi soclb --help để xem những việc làm được khi không có màn hình.</translation>
    </message>
    <message>
        <source>There is no language “{code}”. Choose one of: {known}.</source>
        <translation>Không có ngôn ngữ “{code}”. Hãy chọn: {known}.</translation>
    </message>
    <message>
        <source>There is no report {name}. There are: {known}.</source>
        <translation>Không có báo cáo {name}. Có các báo cáo: {known}.</translation>
    </message>
    <message>
        <source>This command was not understood. Add --help to see how it is written.</source>
        <translation>Chưa hiểu lệnh này. Hãy thêm --help để xem cách viết.</translation>
    </message>
    <message>
        <source>Usage:</source>
        <translation>Cách viết:</translation>
    </message>
    <message>
        <source>What is given</source>
        <translation>Cần ghi</translation>
    </message>
    <message>
        <source>a club's book: new, brought in, checked</source>
        <translation>sổ của câu lạc bộ: lập mới, nhập từ sổ giấy, kiểm tra</translation>
    </message>
    <message>
        <source>a club: its name, or the first letters of its id</source>
        <translation>câu lạc bộ: tên, hoặc mấy chữ đầu của mã</translation>
    </message>
    <message>
        <source>a commune became another, or a part of it did</source>
        <translation>một xã, phường (hoặc một phần) đã thành xã, phường khác</translation>
    </message>
    <message>
        <source>a file with the password; or set the variable {name}</source>
        <translation>tệp có mật khẩu; hoặc đặt biến {name}</translation>
    </message>
    <message>
        <source>a finding is dealt with</source>
        <translation>việc đã sửa xong</translation>
    </message>
    <message>
        <source>a folder of CSV files, or one .xlsx, .xls or .ods</source>
        <translation>thư mục các tệp CSV, hoặc một tệp .xlsx, .xls, .ods</translation>
    </message>
    <message>
        <source>a loan's code, L001</source>
        <translation>mã khoản vay, ví dụ L001</translation>
    </message>
    <message>
        <source>a member's code, M001</source>
        <translation>mã thành viên, ví dụ M001</translation>
    </message>
    <message>
        <source>a practice club's month, from attendance to the union</source>
        <translation>một tháng của câu lạc bộ thực hành, từ điểm danh đến báo cáo của Hội</translation>
    </message>
    <message>
        <source>a register that can open it, or the key of who must have signed it</source>
        <translation>sổ của Hội mở được gói, hoặc khóa của người phải ký gói</translation>
    </message>
    <message>
        <source>a voucher's number, T 07/2026</source>
        <translation>số phiếu, ví dụ T 07/2026</translation>
    </message>
    <message>
        <source>added</source>
        <translation>đã thêm</translation>
    </message>
    <message>
        <source>all courses and visits</source>
        <translation>mọi lớp tập huấn và buổi giao lưu</translation>
    </message>
    <message>
        <source>all entries as text, for hledger and ledger</source>
        <translation>mọi khoản ghi dạng chữ, cho hledger và ledger</translation>
    </message>
    <message>
        <source>all that is kept of one club</source>
        <translation>mọi điều Hội lưu về một câu lạc bộ</translation>
    </message>
    <message>
        <source>already there</source>
        <translation>đã có</translation>
    </message>
    <message>
        <source>an instalment is rounded to this many đồng</source>
        <translation>làm tròn số tiền mỗi kỳ đến số đồng này</translation>
    </message>
    <message>
        <source>any number or word; the same draws the same</source>
        <translation>một số hoặc một chữ bất kỳ; ghi lại đúng như cũ thì chọn ra đúng như cũ</translation>
    </message>
    <message>
        <source>areas as told for the month, or the communes of today (told)</source>
        <translation>địa bàn như câu lạc bộ đã báo cho tháng đó (told), hoặc theo xã, phường hiện nay (today)</translation>
    </message>
    <message>
        <source>as courses names it</source>
        <translation>mã như lệnh courses đã nêu</translation>
    </message>
    <message>
        <source>as of this day (today)</source>
        <translation>tính đến ngày này (hôm nay)</translation>
    </message>
    <message>
        <source>as of this month (the newest told)</source>
        <translation>tính đến tháng này (tháng mới nhất đã báo)</translation>
    </message>
    <message>
        <source>as visits names it</source>
        <translation>mã mà lệnh visits nêu</translation>
    </message>
    <message>
        <source>at level full: the month's papers too, as PDFs</source>
        <translation>ở mức full: kèm cả giấy tờ của tháng (PDF)</translation>
    </message>
    <message>
        <source>bank</source>
        <translation>tiền gửi ngân hàng</translation>
    </message>
    <message>
        <source>believe a club's new key, and take its bundle in</source>
        <translation>xác nhận khóa mới của câu lạc bộ và nhận gói dữ liệu</translation>
    </message>
    <message>
        <source>borrowed capital</source>
        <translation>vốn mượn phải trả</translation>
    </message>
    <message>
        <source>bring a book back from a copy</source>
        <translation>lấy lại sổ từ bản sao lưu</translation>
    </message>
    <message>
        <source>bring it back although the book is there; the old one is kept beside it</source>
        <translation>vẫn lấy lại dù sổ đang có; sổ cũ được giữ bên cạnh</translation>
    </message>
    <message>
        <source>bundles that contradict each other</source>
        <translation>các gói dữ liệu trái nhau</translation>
    </message>
    <message>
        <source>bundles, or folders with bundles</source>
        <translation>các gói dữ liệu, hoặc thư mục chứa gói</translation>
    </message>
    <message>
        <source>cash</source>
        <translation>tiền mặt</translation>
    </message>
    <message>
        <source>check everything, make nothing</source>
        <translation>chỉ kiểm tra, không lập sổ</translation>
    </message>
    <message>
        <source>checklist or minutes</source>
        <translation>checklist (phiếu) hoặc minutes (biên bản)</translation>
    </message>
    <message>
        <source>checklist or minutes of a visit</source>
        <translation>phiếu hoặc biên bản kiểm tra</translation>
    </message>
    <message>
        <source>confirm a paper by its check code</source>
        <translation>xác nhận một tờ giấy bằng mã kiểm tra</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>mâu thuẫn</translation>
    </message>
    <message>
        <source>draw clubs and entries for a visit</source>
        <translation>chọn mẫu câu lạc bộ và khoản thu chi để kiểm tra</translation>
    </message>
    <message>
        <source>every club of the register</source>
        <translation>mọi câu lạc bộ trong sổ tổng hợp</translation>
    </message>
    <message>
        <source>first day of the period</source>
        <translation>ngày đầu kỳ</translation>
    </message>
    <message>
        <source>first month, or day, of a longer period</source>
        <translation>tháng đầu, hoặc ngày đầu, của một kỳ dài hơn</translation>
    </message>
    <message>
        <source>first months without principal (0)</source>
        <translation>số tháng đầu chưa trả gốc (0)</translation>
    </message>
    <message>
        <source>for practice books alone</source>
        <translation>chỉ dùng cho sổ thực hành</translation>
    </message>
    <message>
        <source>from this day on</source>
        <translation>từ ngày này</translation>
    </message>
    <message>
        <source>from {first} to {last}</source>
        <translation>từ {first} đến {last}</translation>
    </message>
    <message>
        <source>give the club a new key</source>
        <translation>tạo khóa mới cho câu lạc bộ</translation>
    </message>
    <message>
        <source>good or wrong</source>
        <translation>good (đúng) hoặc wrong (sai)</translation>
    </message>
    <message>
        <source>how</source>
        <translation>sửa thế nào</translation>
    </message>
    <message>
        <source>how it is repaid: {known}</source>
        <translation>cách trả nợ: {known}</translation>
    </message>
    <message>
        <source>how many clubs</source>
        <translation>số câu lạc bộ</translation>
    </message>
    <message>
        <source>how many entries of each</source>
        <translation>số khoản của mỗi câu lạc bộ</translation>
    </message>
    <message>
        <source>how many months the loan runs</source>
        <translation>thời hạn vay, tính bằng tháng</translation>
    </message>
    <message>
        <source>how many of a club came</source>
        <translation>bao nhiêu người của một câu lạc bộ đã dự</translation>
    </message>
    <message>
        <source>how many people</source>
        <translation>bao nhiêu người</translation>
    </message>
    <message>
        <source>how much it tells: sums; borrowers too; everything (totals)</source>
        <translation>gói cho biết những gì: chỉ số cộng; thêm người vay; tất cả (totals)</translation>
    </message>
    <message>
        <source>interest a month in hundredths of a percent: 70 is 0.70 %</source>
        <translation>lãi một tháng tính theo phần vạn: 70 là 0,70 %</translation>
    </message>
    <message>
        <source>interest is rounded to this many đồng (1)</source>
        <translation>làm tròn tiền lãi đến số đồng này (1)</translation>
    </message>
    <message>
        <source>its day, or its first</source>
        <translation>ngày, hoặc ngày đầu</translation>
    </message>
    <message>
        <source>its last day</source>
        <translation>ngày cuối</translation>
    </message>
    <message>
        <source>its number on the checklist</source>
        <translation>số thứ tự trên phiếu</translation>
    </message>
    <message>
        <source>its value</source>
        <translation>mức mới</translation>
    </message>
    <message>
        <source>its value; an empty one takes it back</source>
        <translation>giá trị; để trống là bỏ điều đã ghi</translation>
    </message>
    <message>
        <source>keep one of two bundles in conflict</source>
        <translation>chọn gói đúng trong hai gói trái nhau</translation>
    </message>
    <message>
        <source>key {fingerprint}</source>
        <translation>khóa {fingerprint}</translation>
    </message>
    <message>
        <source>last day of the period</source>
        <translation>ngày cuối kỳ</translation>
    </message>
    <message>
        <source>last month, or day, of a longer period</source>
        <translation>tháng cuối, hoặc ngày cuối, của một kỳ dài hơn</translation>
    </message>
    <message>
        <source>limits and targets</source>
        <translation>các mức và chỉ tiêu</translation>
    </message>
    <message>
        <source>loans</source>
        <translation>dư nợ cho vay</translation>
    </message>
    <message>
        <source>make a book from a paper book: CSV or workbook</source>
        <translation>lập sổ từ sổ giấy đã chép vào CSV hoặc bảng tính</translation>
    </message>
    <message>
        <source>make a checked copy of a book</source>
        <translation>sao lưu sổ, có kiểm tra bản sao</translation>
    </message>
    <message>
        <source>make an empty book</source>
        <translation>lập sổ trống</translation>
    </message>
    <message>
        <source>make an empty register</source>
        <translation>lập sổ Hội trống</translation>
    </message>
    <message>
        <source>make the signed bundle</source>
        <translation>lập gói dữ liệu có chữ ký</translation>
    </message>
    <message>
        <source>names, only where they are needed</source>
        <translation>họ tên, chỉ khi cần</translation>
    </message>
    <message>
        <source>one bundle for the level above</source>
        <translation>một gói cho cấp trên</translation>
    </message>
    <message>
        <source>one month, 2026-11</source>
        <translation>một tháng, ví dụ 2026-11</translation>
    </message>
    <message>
        <source>one of the club's own facts and rules, as often as needed: {known}</source>
        <translation>một thông tin hay quy định riêng của câu lạc bộ, ghi bao nhiêu lần cũng được: {known}</translation>
    </message>
    <message>
        <source>only clubs of this area</source>
        <translation>chỉ câu lạc bộ ở địa bàn này</translation>
    </message>
    <message>
        <source>province/commune as it is</source>
        <translation>tỉnh/xã như hiện nay</translation>
    </message>
    <message>
        <source>province/district/commune as it was</source>
        <translation>tỉnh/huyện/xã như trước đây</translation>
    </message>
    <message>
        <source>province/district/commune, or its beginning</source>
        <translation>tỉnh/huyện/xã, hoặc phần đầu</translation>
    </message>
    <message>
        <source>receipts for the clubs, one file each</source>
        <translation>giấy báo đã nhận cho các câu lạc bộ, mỗi nơi một tệp</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>bị từ chối</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>đã thay</translation>
    </message>
    <message>
        <source>savings</source>
        <translation>tiết kiệm của thành viên</translation>
    </message>
    <message>
        <source>say it as JSON</source>
        <translation>kết quả dạng JSON</translation>
    </message>
    <message>
        <source>say whether a bundle is whole, and whose it is</source>
        <translation>cho biết gói có nguyên vẹn không và của câu lạc bộ nào</translation>
    </message>
    <message>
        <source>say whether the book is whole and unchanged</source>
        <translation>cho biết sổ có nguyên vẹn và không bị sửa không</translation>
    </message>
    <message>
        <source>set a limit or a target</source>
        <translation>đặt một mức hoặc chỉ tiêu</translation>
    </message>
    <message>
        <source>show this help and end</source>
        <translation>xem trợ giúp này rồi thôi</translation>
    </message>
    <message>
        <source>take bundles in</source>
        <translation>nhận các gói dữ liệu</translation>
    </message>
    <message>
        <source>take the union's receipt in</source>
        <translation>nhận giấy báo của Hội</translation>
    </message>
    <message>
        <source>the amount lent, in đồng</source>
        <translation>số tiền cho vay, tính bằng đồng</translation>
    </message>
    <message>
        <source>the back-up</source>
        <translation>bản sao lưu</translation>
    </message>
    <message>
        <source>the book to bring back, NAME.soclb</source>
        <translation>sổ cần lấy lại, TÊN.soclb</translation>
    </message>
    <message>
        <source>the bundle that is right, as conflicts names it</source>
        <translation>gói đúng, ghi mã như lệnh conflicts đã nêu</translation>
    </message>
    <message>
        <source>the bundle that was refused</source>
        <translation>gói dữ liệu đã bị từ chối</translation>
    </message>
    <message>
        <source>the bundle, NAME.clbz</source>
        <translation>gói dữ liệu, TÊN.clbz</translation>
    </message>
    <message>
        <source>the club's book, NAME.soclb</source>
        <translation>sổ của câu lạc bộ, TÊN.soclb</translation>
    </message>
    <message>
        <source>the club's own</source>
        <translation>vốn của câu lạc bộ</translation>
    </message>
    <message>
        <source>the clubs' areas, and what each is today</source>
        <translation>địa bàn các câu lạc bộ và nay thuộc đâu</translation>
    </message>
    <message>
        <source>the courses of a period, and each club's part</source>
        <translation>các lớp, buổi trong kỳ và phần của từng câu lạc bộ</translation>
    </message>
    <message>
        <source>the day of a meeting</source>
        <translation>ngày sinh hoạt</translation>
    </message>
    <message>
        <source>the day of the visit</source>
        <translation>ngày kiểm tra</translation>
    </message>
    <message>
        <source>the day the money is given</source>
        <translation>ngày giao tiền</translation>
    </message>
    <message>
        <source>the decision it rests on</source>
        <translation>văn bản làm căn cứ</translation>
    </message>
    <message>
        <source>the file to make</source>
        <translation>tệp sẽ lập</translation>
    </message>
    <message>
        <source>the file to make, NAME.clbz</source>
        <translation>tệp sẽ lập, TÊN.clbz</translation>
    </message>
    <message>
        <source>the file to make, NAME.soclb</source>
        <translation>tệp sẽ lập, TÊN.soclb</translation>
    </message>
    <message>
        <source>the file to make, or the address of a PostgreSQL database</source>
        <translation>tệp sẽ lập, hoặc địa chỉ cơ sở dữ liệu PostgreSQL</translation>
    </message>
    <message>
        <source>the file to make: .pdf, .xlsx, .json; - prints</source>
        <translation>tệp sẽ lập: .pdf, .xlsx, .json; ghi - để in ra màn hình</translation>
    </message>
    <message>
        <source>the file to make: .pdf, .xlsx, .txt</source>
        <translation>tệp cần lập: .pdf, .xlsx, .txt</translation>
    </message>
    <message>
        <source>the file to make; - prints</source>
        <translation>tệp sẽ lập; ghi - để in ra màn hình</translation>
    </message>
    <message>
        <source>the file to write, ending in .pdf</source>
        <translation>tệp cần ghi, đuôi .pdf</translation>
    </message>
    <message>
        <source>the file to write, its ending chooses the format; - prints</source>
        <translation>tệp sẽ lập, đuôi tệp chọn định dạng; ghi - để in ra màn hình</translation>
    </message>
    <message>
        <source>the folder for the copy</source>
        <translation>thư mục để bản sao</translation>
    </message>
    <message>
        <source>the folder to fill</source>
        <translation>thư mục để ghi các tệp</translation>
    </message>
    <message>
        <source>the folder to make</source>
        <translation>thư mục sẽ lập</translation>
    </message>
    <message>
        <source>the format, where the name has no ending</source>
        <translation>định dạng, khi tên tệp không có đuôi</translation>
    </message>
    <message>
        <source>the format: {known}</source>
        <translation>định dạng: {known}</translation>
    </message>
    <message>
        <source>the key as the board's paper shows it</source>
        <translation>khóa như trên giấy của ban chủ nhiệm</translation>
    </message>
    <message>
        <source>the last month it tells of, 2026-11</source>
        <translation>tháng cuối cùng có trong gói, ví dụ 2026-11</translation>
    </message>
    <message>
        <source>the paper's own number, 05</source>
        <translation>số của văn bản, ví dụ 05</translation>
    </message>
    <message>
        <source>the plan of a loan</source>
        <translation>lịch trả nợ của khoản vay</translation>
    </message>
    <message>
        <source>the receipt</source>
        <translation>giấy báo đã nhận</translation>
    </message>
    <message>
        <source>the register's file, or a PostgreSQL address</source>
        <translation>tệp sổ của Hội, hoặc địa chỉ PostgreSQL</translation>
    </message>
    <message>
        <source>the same sheets out again</source>
        <translation>ghi ra lại các bảng như khi nhập vào</translation>
    </message>
    <message>
        <source>the sums over all clubs</source>
        <translation>số cộng của tất cả câu lạc bộ</translation>
    </message>
    <message>
        <source>the ten letters at its foot</source>
        <translation>mười chữ ở chân trang</translation>
    </message>
    <message>
        <source>the union's key file: nobody else can read the bundle then</source>
        <translation>tệp khóa của Hội: chỉ Hội đọc được gói này</translation>
    </message>
    <message>
        <source>the union's register of many clubs</source>
        <translation>sổ của Hội, gồm nhiều câu lạc bộ</translation>
    </message>
    <message>
        <source>training or exchange</source>
        <translation>training (tập huấn) hoặc exchange (giao lưu)</translation>
    </message>
    <message>
        <source>trust its key from now on, instead of the union's so far</source>
        <translation>từ nay tin khóa của giấy này, thay khóa cũ của Hội</translation>
    </message>
    <message>
        <source>until which day</source>
        <translation>hạn sửa xong</translation>
    </message>
    <message>
        <source>visits and what is to mend</source>
        <translation>các lần kiểm tra và việc cần sửa</translation>
    </message>
    <message>
        <source>what a club sends to the union</source>
        <translation>gói dữ liệu câu lạc bộ gửi cho Hội</translation>
    </message>
    <message>
        <source>what a loan would cost</source>
        <translation>tính một khoản vay</translation>
    </message>
    <message>
        <source>what is to mend</source>
        <translation>việc cần sửa</translation>
    </message>
    <message>
        <source>what it was about</source>
        <translation>nội dung chính</translation>
    </message>
    <message>
        <source>what the club is called</source>
        <translation>tên câu lạc bộ</translation>
    </message>
    <message>
        <source>what the union is called</source>
        <translation>tên của Hội</translation>
    </message>
    <message>
        <source>what was done</source>
        <translation>đã làm những gì</translation>
    </message>
    <message>
        <source>what was seen</source>
        <translation>điều đã thấy</translation>
    </message>
    <message>
        <source>what: chair, parent_club, founding_decision, …</source>
        <translation>mục: chair, parent_club, founding_decision, …</translation>
    </message>
    <message>
        <source>where</source>
        <translation>ở đâu</translation>
    </message>
    <message>
        <source>which club, by its id, in the file of a union below</source>
        <translation>câu lạc bộ nào (theo mã) trong tệp của Hội cấp dưới</translation>
    </message>
    <message>
        <source>which paper carries this check code</source>
        <translation>tờ giấy nào có mã kiểm tra này</translation>
    </message>
    <message>
        <source>which report: {known}, …</source>
        <translation>báo cáo nào: {known}, …</translation>
    </message>
    <message>
        <source>which setting</source>
        <translation>mục nào</translation>
    </message>
    <message>
        <source>who mends it</source>
        <translation>người chịu trách nhiệm</translation>
    </message>
    <message>
        <source>who reports, meets, grows, and what is odd</source>
        <translation>CLB nào đã gửi, có sinh hoạt, phát triển ra sao, số nào cần hỏi lại</translation>
    </message>
    <message>
        <source>why, for the record</source>
        <translation>lý do, để lưu lại</translation>
    </message>
    <message>
        <source>why: another board, a lost computer</source>
        <translation>vì sao: ban chủ nhiệm mới, mất máy</translation>
    </message>
    <message>
        <source>with a box for the thumb of members who do not sign</source>
        <translation>có ô điểm chỉ cho thành viên không ký được</translation>
    </message>
    <message>
        <source>write down a course or an exchange visit</source>
        <translation>ghi một lớp tập huấn hoặc buổi giao lưu</translation>
    </message>
    <message>
        <source>write down one point of a visit</source>
        <translation>ghi kết quả một mục kiểm tra</translation>
    </message>
    <message>
        <source>write one report</source>
        <translation>lập một báo cáo</translation>
    </message>
    <message>
        <source>write something of a club</source>
        <translation>ghi thêm về một câu lạc bộ</translation>
    </message>
    <message>
        <source>write the handbook, to be printed</source>
        <translation>ghi sổ tay hướng dẫn ra tệp để in</translation>
    </message>
    <message>
        <source>write the union's public key, for --to</source>
        <translation>ghi khóa công khai của Hội, dùng cho --to</translation>
    </message>
    <message>
        <source>{area} ({clubs}) → {units}</source>
        <translation>{area} ({clubs}) → {units}</translation>
    </message>
    <message>
        <source>{area} ({clubs}): in force</source>
        <translation>{area} ({clubs}): đang là đơn vị hành chính</translation>
    </message>
    <message>
        <source>{area} ({clubs}): not in the list of communes</source>
        <translation>{area} ({clubs}): không có trong danh mục xã, phường</translation>
    </message>
    <message>
        <source>{course}: {day}, {kind}: {title}; clubs {clubs}, people {came}</source>
        <translation>{course}: {day}, {kind}: {title}; {clubs} câu lạc bộ, {came} người</translation>
    </message>
    <message>
        <source>{finding}: {club}: {text} ({who}, until {day})</source>
        <translation>{finding}: {club}: {text} ({who}, hạn {day})</translation>
    </message>
    <message>
        <source>{name} and {other} cannot stand together.</source>
        <translation>Không ghi {name} cùng với {other} được.</translation>
    </message>
    <message>
        <source>{union} has taken in bundle number {number}, month {month}.</source>
        <translation>{union} đã nhận gói số {number}, tháng {month}.</translation>
    </message>
    <message>
        <source>{visit}: {club}, {area}, {day}; entries {entries}</source>
        <translation>{visit}: {club}, {area}, {day}; khoản số {entries}</translation>
    </message>
    <message>
        <source>“{text}” cannot stand for {name}. Choose one of: {known}.</source>
        <translation>Không ghi được “{text}” cho {name}. Hãy chọn: {known}.</translation>
    </message>
    <message>
        <source>“{text}” is no whole number of 0 or more. Write it in digits alone.</source>
        <translation>“{text}” không phải số nguyên từ 0 trở lên. Hãy chỉ ghi chữ số.</translation>
    </message>
    <message>
        <source>“{text}” is not of the form KEY=VALUE.</source>
        <translation>“{text}” không đúng dạng KEY=VALUE.</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>A club has no setting {key}. Write one of these behind --set: {known}.</source>
        <translation>Không có mục {key}. Sau --set hãy ghi một trong: {known}.</translation>
    </message>
    <message>
        <source>A handover is agreed by a meeting: write which minutes say so.</source>
        <translation>Bàn giao phải do buổi sinh hoạt quyết định: hãy ghi theo biên bản nào.</translation>
    </message>
    <message>
        <source>A loan is extended by a meeting: write which minutes say so.</source>
        <translation>Gia hạn phải do buổi sinh hoạt quyết định: hãy ghi theo biên bản nào.</translation>
    </message>
    <message>
        <source>A loan is written off by a meeting: write which minutes say so.</source>
        <translation>Xóa nợ phải do buổi sinh hoạt quyết định: hãy ghi theo biên bản nào.</translation>
    </message>
    <message>
        <source>A month that was locked in one is different here and in bundle {sequence}. Ask the club which one is right, then choose.</source>
        <translation>Một tháng đã khóa lại khác nhau giữa gói này và gói số {sequence}. Hãy hỏi câu lạc bộ bản nào đúng rồi chọn.</translation>
    </message>
    <message>
        <source>A move between funds always has two sides. Use “Transfer between funds”.</source>
        <translation>Chuyển quỹ luôn có hai bên. Hãy dùng “Chuyển giữa các quỹ”.</translation>
    </message>
    <message>
        <source>Amounts must be rounded to 1 đồng or more.</source>
        <translation>Số tiền phải làm tròn đến ít nhất 1 đồng.</translation>
    </message>
    <message>
        <source>An amount must be above 0; here stands “{text}”. Write the whole đồng, or take the row out.</source>
        <translation>Số tiền phải lớn hơn 0; ở đây ghi “{text}”. Hãy ghi số đồng chẵn, hoặc bỏ dòng này.</translation>
    </message>
    <message>
        <source>An entry can't be taken back before its own day, {on}. Look at the day.</source>
        <translation>Không hủy được trước ngày ghi khoản đó ({on}). Xem lại ngày.</translation>
    </message>
    <message>
        <source>Born {text}, but joined before that. Look at the birth and at the day of joining.</source>
        <translation>Sinh {text} mà ngày vào lại trước đó. Hãy xem lại ngày sinh và ngày vào.</translation>
    </message>
    <message>
        <source>Born {text}, but joined on {joined_on}, before that. Correct the birth or the day.</source>
        <translation>Sinh {text} nhưng lại vào câu lạc bộ ngày {joined_on}, trước khi sinh. Hãy sửa ngày sinh hoặc ngày vào.</translation>
    </message>
    <message>
        <source>Bringing the copy back would lose {entries} entries and {meetings} closed meetings of {path}, from {first} to {last}. Nothing was changed. Say --replace to do it; the book as it is now is then kept beside it.</source>
        <translation>Khôi phục bản sao này sẽ mất {entries} khoản và {meetings} buổi sinh hoạt đã chốt của {path}, từ {first} đến {last}. Chưa thay đổi gì. Muốn làm thì thêm --replace; sổ hiện nay sẽ được giữ lại bên cạnh.</translation>
    </message>
    <message>
        <source>Choose somebody from the list.</source>
        <translation>Hãy chọn một người trong danh sách.</translation>
    </message>
    <message>
        <source>Choose two different funds.</source>
        <translation>Hãy chọn hai quỹ khác nhau.</translation>
    </message>
    <message>
        <source>Choose what the member asks for.</source>
        <translation>Hãy chọn thành viên yêu cầu gì.</translation>
    </message>
    <message>
        <source>Choose what they signed for: the first statement of the sheet, or both.</source>
        <translation>Hãy chọn đã ký đồng ý điều nào: điều 1, hoặc cả hai điều.</translation>
    </message>
    <message>
        <source>Choose who chaired the meeting.</source>
        <translation>Hãy chọn người chủ trì buổi sinh hoạt.</translation>
    </message>
    <message>
        <source>Choose who wrote the minutes.</source>
        <translation>Hãy chọn người ghi biên bản.</translation>
    </message>
    <message>
        <source>Closed meeting {number}, the one after {after}, is missing: it was taken out by hand. Compare with the newest back-up.</source>
        <translation>Thiếu buổi sinh hoạt đã chốt thứ {number}, sau tháng {after}: đã bị lấy ra khỏi tệp. Hãy so với bản sao lưu mới nhất.</translation>
    </message>
    <message>
        <source>Compare with the paper book, then choose what you found.</source>
        <translation>Hãy đối chiếu với sổ giấy rồi chọn kết quả.</translation>
    </message>
    <message>
        <source>Count and book are {amount:dong} apart. In step 5 look for a forgotten entry, or write why they differ.</source>
        <translation>Tiền đếm và sổ lệch {amount:dong}. Ở bước 5, hãy tìm khoản quên ghi, hoặc ghi vì sao lệch.</translation>
    </message>
    <message>
        <source>Count and book are {amount:dong} apart. Look for a forgotten entry first; if none is found, write why they differ.</source>
        <translation>Tiền đếm và sổ lệch {amount:dong}. Hãy tìm khoản quên ghi trước; không thấy thì ghi vì sao lệch.</translation>
    </message>
    <message>
        <source>Entry {entry} has been taken back already.</source>
        <translation>Khoản số {entry} đã được hủy rồi.</translation>
    </message>
    <message>
        <source>Entry {entry} is missing: it was taken out of the file by hand. Compare with the newest back-up.</source>
        <translation>Thiếu khoản số {entry}: đã bị lấy ra khỏi tệp. Hãy so với bản sao lưu mới nhất.</translation>
    </message>
    <message>
        <source>Entry {entry} of the book was changed outside the program, so nothing is sent. Bring back a back-up, or ask whoever looks after the program.</source>
        <translation>Khoản số {entry} trong sổ đã bị sửa bên ngoài chương trình nên không gửi gì. Hãy khôi phục bản sao lưu, hoặc hỏi người giúp về chương trình.</translation>
    </message>
    <message>
        <source>Entry {entry} of {on} ({kind:kind}) does not add up. Compare with the newest back-up.</source>
        <translation>Khoản số {entry} ngày {on} ({kind:kind}) tính không khớp. Hãy so với bản sao lưu mới nhất.</translation>
    </message>
    <message>
        <source>Entry {entry} of {on} ({kind:kind}) is not as it was written: it, or one before it, was changed by hand. Compare it with the paper of that month.</source>
        <translation>Khoản số {entry} ngày {on} ({kind:kind}) không còn như lúc ghi: khoản này, hoặc khoản trước nó, đã bị sửa ngoài chương trình. Hãy so với giấy tờ của tháng đó.</translation>
    </message>
    <message>
        <source>Entry {entry} of {on} is of a kind this program does not know: {kind}. Compare with the newest back-up.</source>
        <translation>Khoản số {entry} ngày {on} thuộc loại chương trình không biết: {kind}. Hãy so với bản sao lưu mới nhất.</translation>
    </message>
    <message>
        <source>Extension {number} of a loan was changed or removed by hand. Compare with the minutes, or bring back the newest back-up.</source>
        <translation>Lần gia hạn số {number} đã bị sửa hoặc xóa bằng tay. Hãy đối chiếu với biên bản, hoặc khôi phục bản sao lưu mới nhất.</translation>
    </message>
    <message>
        <source>It does not agree with bundle {sequence} on what came before: the book was changed or copied. Ask the club which one is right, then choose.</source>
        <translation>Gói này không khớp với gói số {sequence} về những gì đã ghi trước: sổ đã bị sửa hoặc sao ra. Hãy hỏi câu lạc bộ bản nào đúng rồi chọn.</translation>
    </message>
    <message>
        <source>It was asked on {asked}. Write a day from then until today.</source>
        <translation>Yêu cầu ghi ngày {asked}. Hãy ghi ngày từ hôm đó đến hôm nay.</translation>
    </message>
    <message>
        <source>Loan {loan} has been extended {limit} time(s) already; the club allows no more.</source>
        <translation>Khoản vay {loan} đã gia hạn {limit} lần; quy định của câu lạc bộ không cho thêm.</translation>
    </message>
    <message>
        <source>Loan {loan} has not been given yet then. Look at the day, or put the giving first.</source>
        <translation>Khoản vay {loan} lúc đó chưa cho vay. Hãy xem lại ngày, hoặc ghi khoản cho vay lên trước.</translation>
    </message>
    <message>
        <source>Loan {loan} is given here on {on}, but its sheet says {agreed}. Make the two agree.</source>
        <translation>Khoản vay {loan} ở đây cho vay ngày {on}, nhưng trang khoản vay ghi {agreed}. Hãy sửa cho khớp.</translation>
    </message>
    <message>
        <source>Loan {loan} is not {member}'s. Leave the member empty; who really paid can stand in the note.</source>
        <translation>Khoản vay {loan} không phải của {member}. Để trống ô thành viên; người trả thay thì ghi vào ghi chú.</translation>
    </message>
    <message>
        <source>Loan {loan} is of {principal:dong} đồng, not of {amount:dong}. Look at the amount.</source>
        <translation>Khoản vay {loan} là {principal:dong} đồng, không phải {amount:dong}. Hãy xem lại số tiền.</translation>
    </message>
    <message>
        <source>Loan {loan} is taken over here before it was given on {on}. Correct one of the two days.</source>
        <translation>Khoản vay {loan} chuyển sang trước cả ngày cho vay {on}. Hãy sửa một trong hai ngày.</translation>
    </message>
    <message>
        <source>Loan {loan} owes only {left:dong} đồng then; {amount:dong} đồng are too much. Look at the amount and at the loan.</source>
        <translation>Khoản vay {loan} lúc đó chỉ còn nợ {left:dong} đồng; {amount:dong} đồng là quá nhiều. Hãy xem lại số tiền và khoản vay.</translation>
    </message>
    <message>
        <source>Loan {loan} was agreed for {agreed}, not for {on}. Look at the day.</source>
        <translation>Khoản vay {loan} đã thống nhất cho ngày {agreed}, không phải {on}. Hãy xem lại ngày.</translation>
    </message>
    <message>
        <source>Loan {loan} was extended on {last}; an extension on {on} must come after it. Correct the day, or the order of the rows.</source>
        <translation>Khoản vay {loan} đã gia hạn ngày {last}; gia hạn ngày {on} phải sau ngày đó. Hãy sửa ngày, hoặc thứ tự các dòng.</translation>
    </message>
    <message>
        <source>Loan {loan} was given in row {first} already. A loan is given once; write a second one as a loan of its own.</source>
        <translation>Khoản vay {loan} đã cho vay ở dòng {first}. Mỗi khoản chỉ cho vay một lần; lần sau hãy ghi thành khoản vay riêng.</translation>
    </message>
    <message>
        <source>Loan {loan} was given on {on} already. A loan is given once; make a new one for more money.</source>
        <translation>Khoản vay {loan} đã cho vay ngày {on}. Mỗi khoản chỉ cho vay một lần; muốn vay thêm hãy lập khoản mới.</translation>
    </message>
    <message>
        <source>Loan {loan} was given to {borrower}, not to {member}. Write {borrower}, or leave the cell empty.</source>
        <translation>Khoản vay {loan} là của {borrower}, không phải của {member}. Hãy ghi {borrower}, hoặc để trống.</translation>
    </message>
    <message>
        <source>Month {month:month} is locked up to {last:month}. Correct it with an entry in the open month.</source>
        <translation>Tháng {month:month} đã khóa (khóa đến hết tháng {last:month}). Hãy sửa bằng một khoản ghi trong tháng đang mở.</translation>
    </message>
    <message>
        <source>Month {month:month} is not over yet; it can be locked when it is.</source>
        <translation>Tháng {month:month} chưa hết; hết tháng mới khóa được.</translation>
    </message>
    <message>
        <source>Month {month} already has its meeting. Open it in the list of months.</source>
        <translation>Tháng {month} đã có buổi sinh hoạt. Hãy mở trong danh sách các tháng.</translation>
    </message>
    <message>
        <source>Month {month} does not belong to this book, which runs from {first} to today.</source>
        <translation>Tháng {month} không thuộc sổ này; sổ tính từ {first} đến nay.</translation>
    </message>
    <message>
        <source>Month {month} is still to come. Choose a month that has begun.</source>
        <translation>Tháng {month} chưa đến. Hãy chọn tháng đã bắt đầu.</translation>
    </message>
    <message>
        <source>More goes out than there is: the cash box would be {short:dong} đồng short. Look at the loans and expenses.</source>
        <translation>Chi nhiều hơn tiền đang có: tiền mặt sẽ thiếu {short:dong} đồng. Xem lại các khoản cho vay và chi.</translation>
    </message>
    <message>
        <source>No club of this register lies in {area}. The areas are: {known}.</source>
        <translation>Sổ tổng hợp này không có câu lạc bộ nào ở {area}. Các địa bàn đang có: {known}.</translation>
    </message>
    <message>
        <source>No entry gives loan {loan} out. Add its loan_disbursement, or its opening_loan if it was open when the book began.</source>
        <translation>Không có khoản nào cho vay {loan}. Hãy thêm dòng “Cho vay”, hoặc “Dư nợ chuyển sang” nếu khoản vay có từ trước khi mở sổ.</translation>
    </message>
    <message>
        <source>No meeting was held on {meeting}. Correct the day, or add the meeting to its sheet.</source>
        <translation>Ngày {meeting} không có buổi sinh hoạt nào. Hãy sửa ngày, hoặc thêm vào trang sinh hoạt.</translation>
    </message>
    <message>
        <source>No paper of this book carries the code {letters}: it comes from another book, or something was changed since. Look at the letters again.</source>
        <translation>Không có giấy nào của sổ này mang mã {letters}: mã của sổ khác, hoặc sổ đã bị sửa từ đó. Hãy xem lại từng chữ.</translation>
    </message>
    <message>
        <source>No paper that a club has sent the figures of carries the code {letters}. Look at each letter again; then ask the club for its newest bundle, or look the code up in its book.</source>
        <translation>Không có giấy tờ nào ứng với số liệu các câu lạc bộ đã gửi mang mã {letters}. Hãy xem lại từng chữ; sau đó đề nghị câu lạc bộ gửi gói mới nhất, hoặc tra mã trong sổ của câu lạc bộ.</translation>
    </message>
    <message>
        <source>Nobody can be guarantor of a loan of her own. Choose somebody else.</source>
        <translation>Không ai tự bảo lãnh cho khoản vay của mình. Hãy chọn người khác.</translation>
    </message>
    <message>
        <source>Nobody is marked yet. Mark who came, then close the meeting.</source>
        <translation>Chưa điểm danh ai. Hãy điểm danh rồi mới chốt buổi sinh hoạt.</translation>
    </message>
    <message>
        <source>Nobody is there to share among for {year}. Look at the savers and the board.</source>
        <translation>Năm {year} không có ai để chia. Hãy xem lại người gửi tiết kiệm và ban chủ nhiệm.</translation>
    </message>
    <message>
        <source>Nobody voted yet. Write how many were for it, against it, or had no opinion.</source>
        <translation>Chưa có ai biểu quyết. Hãy ghi bao nhiêu người tán thành, không tán thành, không có ý kiến.</translation>
    </message>
    <message>
        <source>Nothing called {field} is kept of a club. There are: {known}.</source>
        <translation>Không có mục {field} về câu lạc bộ. Có các mục: {known}.</translation>
    </message>
    <message>
        <source>Nothing is owed on loan {loan} on {on}, so it cannot be extended then. Correct the day or the loan.</source>
        <translation>Ngày {on} khoản vay {loan} không còn nợ nên không gia hạn được. Hãy sửa ngày hoặc khoản vay.</translation>
    </message>
    <message>
        <source>Nothing is owed on loan {loan} that day; there is nothing to extend.</source>
        <translation>Ngày đó khoản vay {loan} không còn dư nợ, không có gì để gia hạn.</translation>
    </message>
    <message>
        <source>Nothing is owed on loan {loan} that day; there is nothing to write off.</source>
        <translation>Ngày đó khoản vay {loan} không còn dư nợ, không có gì để xóa.</translation>
    </message>
    <message>
        <source>On {day} this rule says the same already. Type the new value, or leave it so.</source>
        <translation>Ngày {day} quy định này vốn đã như vậy. Hãy gõ mức mới, hoặc bấm “Thôi” để giữ nguyên.</translation>
    </message>
    <message>
        <source>On {on} the {fund:fund} falls {short:dong} đồng below zero. Look whether an entry names the wrong fund, or add a transfer.</source>
        <translation>Ngày {on} {fund:fund} âm {short:dong} đồng. Hãy xem có khoản nào ghi nhầm quỹ không, hoặc thêm khoản chuyển quỹ.</translation>
    </message>
    <message>
        <source>On {on} this member still came to a meeting or paid as a member does. The day of leaving can't be earlier.</source>
        <translation>Ngày {on} thành viên này vẫn còn dự sinh hoạt hoặc nộp tiền như thành viên. Ngày ra không thể sớm hơn.</translation>
    </message>
    <message>
        <source>On {on} {member} would take out {short:dong} đồng more than she has saved. Look at the amount.</source>
        <translation>Ngày {on} {member} rút nhiều hơn số tiết kiệm đang có {short:dong} đồng. Xem lại số tiền.</translation>
    </message>
    <message>
        <source>On {on} {short:dong} đồng more borrowed capital would be paid back than was received. Look at the amount.</source>
        <translation>Ngày {on} trả vốn mượn nhiều hơn số đã nhận {short:dong} đồng. Xem lại số tiền.</translation>
    </message>
    <message>
        <source>On {on} {short:dong} đồng more would be paid back on loan {loan} than is owed. Look at the amount.</source>
        <translation>Ngày {on} khoản vay {loan} được trả nhiều hơn số còn nợ {short:dong} đồng. Xem lại số tiền.</translation>
    </message>
    <message>
        <source>On {on} {short:dong} đồng more would be recovered of loan {loan} than were written off. Look at the amount.</source>
        <translation>Ngày {on}, số thu hồi của khoản vay {loan} nhiều hơn số đã xóa {short:dong} đồng. Hãy xem lại số tiền.</translation>
    </message>
    <message>
        <source>One member may owe at most {percent} % of the income fund: {limit:dong} đồng.</source>
        <translation>Một người được nợ nhiều nhất {percent} % quỹ tăng thu nhập: {limit:dong} đồng.</translation>
    </message>
    <message>
        <source>Only board members can confirm a closing. Choose two of them.</source>
        <translation>Chỉ người trong ban chủ nhiệm mới xác nhận được. Hãy chọn hai người.</translation>
    </message>
    <message>
        <source>Only {left:dong} đồng of borrowed capital are left to pay back then; {amount:dong} đồng are too much. Look at the amount.</source>
        <translation>Vốn mượn phải trả lúc đó chỉ còn {left:dong} đồng; {amount:dong} đồng là quá nhiều. Hãy xem lại số tiền.</translation>
    </message>
    <message>
        <source>Only {left:dong} đồng of loan {loan} were written off and not recovered yet; {amount:dong} đồng are too much. Look at the amount.</source>
        <translation>Khoản vay {loan} chỉ còn {left:dong} đồng nợ đã xóa chưa thu lại; {amount:dong} đồng là quá nhiều. Hãy xem lại số tiền.</translation>
    </message>
    <message>
        <source>Papers name people, so they go along in a full bundle only. Choose the level full, or send the bundle without papers.</source>
        <translation>Giấy tờ có tên người nên chỉ gửi kèm gói đầy đủ. Hãy chọn mức full, hoặc gửi gói không kèm giấy tờ.</translation>
    </message>
    <message>
        <source>Row {row} is not what this row could take back: an earlier entry with the same kind, amount, fund, member and loan. Correct the row's number.</source>
        <translation>Dòng {row} không phải khoản mà dòng này hủy được: phải là khoản ghi trước, cùng loại, số tiền, quỹ, thành viên và khoản vay. Hãy sửa số dòng.</translation>
    </message>
    <message>
        <source>Row {row} was taken back already. An entry is taken back once.</source>
        <translation>Dòng {row} đã hủy rồi. Mỗi khoản chỉ hủy một lần.</translation>
    </message>
    <message>
        <source>Say what is to mend and who mends it.</source>
        <translation>Hãy ghi việc cần sửa và người chịu trách nhiệm.</translation>
    </message>
    <message>
        <source>Several clubs may be meant by {club}: {known}. Write the letters of one's id.</source>
        <translation>Có nhiều câu lạc bộ ứng với {club}: {known}. Hãy viết mấy chữ đầu của mã một câu lạc bộ.</translation>
    </message>
    <message>
        <source>Something is not right yet:</source>
        <translation>Còn chỗ chưa đúng:</translation>
    </message>
    <message>
        <source>Still owes {owed:dong} đồng on {count} loan(s); the club's rule is {limit} at a time.</source>
        <translation>Đang còn nợ {owed:dong} đồng ở {count} khoản vay; quy định của câu lạc bộ là mỗi lúc {limit} khoản.</translation>
    </message>
    <message>
        <source>Table {table:dong}, paper {paper:dong}: {apart:dong} apart. Find the row, mend table or paper, then bring it in again.</source>
        <translation>Bảng {table:dong}, sổ giấy {paper:dong}: lệch {apart:dong}. Tìm dòng sai, sửa bảng hoặc sổ giấy rồi đưa vào lại.</translation>
    </message>
    <message>
        <source>The address of the database cannot be read. Write it as postgresql://NAME:PASSWORD@COMPUTER/DATABASE.</source>
        <translation>Không đọc được địa chỉ cơ sở dữ liệu. Hãy ghi postgresql://TÊN:MẬT_KHẨU@MÁY/TÊN_CSDL.</translation>
    </message>
    <message>
        <source>The amount lent must be above 0.</source>
        <translation>Số tiền cho vay phải lớn hơn 0.</translation>
    </message>
    <message>
        <source>The amount must be above 0.</source>
        <translation>Số tiền phải lớn hơn 0.</translation>
    </message>
    <message>
        <source>The bank account would be {short:dong} đồng short on {on}. Look at the amount and at what was paid in.</source>
        <translation>Ngày {on} tiền gửi ngân hàng sẽ thiếu {short:dong} đồng. Xem lại số tiền và các lần gửi.</translation>
    </message>
    <message>
        <source>The book already has something of this member on {on}. The day of joining can't be later.</source>
        <translation>Sổ đã ghi về thành viên này từ ngày {on}. Ngày vào không thể muộn hơn.</translation>
    </message>
    <message>
        <source>The book begins after the year {year}.</source>
        <translation>Sổ bắt đầu sau năm {year}.</translation>
    </message>
    <message>
        <source>The book begins in month {first}; there is nothing to send for {month}.</source>
        <translation>Sổ bắt đầu từ tháng {first}; tháng {month} chưa có gì để gửi.</translation>
    </message>
    <message>
        <source>The book lies in a network folder, {folder}: when the network fails, the book can be damaged. Move it to this computer's own disk; back-ups may lie there.</source>
        <translation>Sổ nằm trong thư mục mạng {folder}: khi mất mạng, sổ có thể hỏng. Hãy chuyển sổ vào ổ đĩa của máy; chỗ ấy chỉ nên để bản sao lưu.</translation>
    </message>
    <message>
        <source>The book lies in {folder}, which a cloud program copies while you write: that can damage it. Move it to this computer's own disk; back-ups may lie there.</source>
        <translation>Sổ nằm ở {folder}, nơi chương trình đồng bộ lên mạng chép tệp trong lúc đang ghi, có thể làm hỏng sổ. Hãy chuyển sổ vào ổ đĩa của máy; chỗ ấy chỉ nên để bản sao lưu.</translation>
    </message>
    <message>
        <source>The book lies on a USB stick, {folder}: if the stick is pulled out or lost, the book is gone. Move it to this computer's own disk; back-ups may lie there.</source>
        <translation>Sổ nằm trên USB, {folder}: rút hoặc mất USB là mất sổ. Hãy chuyển sổ vào ổ đĩa của máy; USB chỉ nên để bản sao lưu.</translation>
    </message>
    <message>
        <source>The box holds only {cash:dong} đồng; that is not enough to pay this loan out.</source>
        <translation>Trong hòm chỉ có {cash:dong} đồng, không đủ để cho vay khoản này.</translation>
    </message>
    <message>
        <source>The bundle does not add up: {name} is said to be {stated:dong}, but its rows give {found:dong}. Ask the club to make it again.</source>
        <translation>Gói dữ liệu cộng không khớp: {name} ghi {stated:dong}, nhưng các dòng cho {found:dong}. Hãy nhờ câu lạc bộ làm lại.</translation>
    </message>
    <message>
        <source>The bundle holds a part that does not belong there ({name}). Ask the club to send it again.</source>
        <translation>Gói dữ liệu có phần thừa ({name}). Hãy nhờ câu lạc bộ gửi lại.</translation>
    </message>
    <message>
        <source>The bundle is sealed for another union's key, or was damaged on the way. Give the club your key file and ask for the bundle again.</source>
        <translation>Gói dữ liệu niêm phong bằng khóa của nơi khác, hoặc bị hỏng trên đường gửi. Hãy đưa tệp khóa của Hội cho câu lạc bộ và xin lại gói.</translation>
    </message>
    <message>
        <source>The bundle is sealed for the union. Only the union's register, or its key, opens it.</source>
        <translation>Gói dữ liệu được niêm phong cho Hội. Chỉ sổ của Hội hoặc khóa của Hội mở được.</translation>
    </message>
    <message>
        <source>The bundle is signed with the key {theirs}, not with {expected}. Ask the club whether the bundle is its own.</source>
        <translation>Gói dữ liệu ký bằng khóa {theirs}, không phải {expected}. Hãy hỏi câu lạc bộ có đúng là gói của mình không.</translation>
    </message>
    <message>
        <source>The bundle must tell of every month from {first} to {last}, and it does not. Ask the club to make it again.</source>
        <translation>Gói dữ liệu phải có đủ các tháng từ {first} đến {last} nhưng lại thiếu. Hãy nhờ câu lạc bộ làm lại.</translation>
    </message>
    <message>
        <source>The bundle of {club} is signed with the key {theirs}, but the register knows {known}. Compare with the club's paper before you believe it.</source>
        <translation>Gói của {club} ký bằng khóa {theirs}, nhưng sổ của Hội đang biết khóa {known}. Hãy đối chiếu với giấy của câu lạc bộ trước khi tin.</translation>
    </message>
    <message>
        <source>The bundle was made by a newer program (format {theirs}; this program reads {ours}). Install the newer program on this computer.</source>
        <translation>Gói dữ liệu do chương trình mới hơn làm (dạng {theirs}; máy này chỉ đọc được {ours}). Hãy cài chương trình mới hơn vào máy này.</translation>
    </message>
    <message>
        <source>The cash box would be {short:dong} đồng short on {on}. Look at the amount, or enter first what was taken in.</source>
        <translation>Ngày {on} tiền mặt sẽ thiếu {short:dong} đồng. Xem lại số tiền, hoặc ghi khoản đã thu trước.</translation>
    </message>
    <message>
        <source>The cell “{text}” held signs that nothing shows; they were left out. Look whether the text is whole.</source>
        <translation>Ô “{text}” có ký tự lạ không hiện ra được, đã bỏ đi. Hãy xem chữ còn đủ không.</translation>
    </message>
    <message>
        <source>The checklist has no point {number}. Choose one that stands on it.</source>
        <translation>Phiếu kiểm tra không có mục {number}. Hãy chọn một mục có trên phiếu.</translation>
    </message>
    <message>
        <source>The club lends one member at most {limit:dong} đồng at once.</source>
        <translation>Câu lạc bộ cho một người vay mỗi lần nhiều nhất {limit:dong} đồng.</translation>
    </message>
    <message>
        <source>The club's sheet does not say {key}. Add a row for it.</source>
        <translation>Trang câu lạc bộ thiếu mục {key}. Hãy thêm một dòng cho mục này.</translation>
    </message>
    <message>
        <source>The column {title} is missing. Add it to the header.</source>
        <translation>Thiếu cột {title}. Hãy thêm vào dòng đầu.</translation>
    </message>
    <message>
        <source>The column “{title}” stands here twice. Keep only one.</source>
        <translation>Cột “{title}” có hai lần. Hãy chỉ giữ một cột.</translation>
    </message>
    <message>
        <source>The copied cells do not fit into the sheet from this cell on. Stand on the cell where the first amount belongs, then paste again.</source>
        <translation>Các ô đã chép không vừa bảng nếu dán từ ô này. Hãy đứng ở ô của số tiền đầu tiên rồi dán lại.</translation>
    </message>
    <message>
        <source>The copy is of {copy}, the book of {book}. Choose a copy of the same club, or another name for the book.</source>
        <translation>Bản sao là của {copy}, còn sổ là của {book}. Hãy chọn bản sao của đúng câu lạc bộ, hoặc đặt tên khác cho sổ.</translation>
    </message>
    <message>
        <source>The database {path} does not answer or refuses. Check the network, the name and the password; nothing was changed.</source>
        <translation>Cơ sở dữ liệu {path} không trả lời hoặc từ chối. Hãy xem lại mạng, tên và mật khẩu; chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>The day of leaving lies before the day of joining. Look at both.</source>
        <translation>Ngày ra ở trước ngày vào. Xem lại cả hai ngày.</translation>
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
        <source>The file holds a part with a forbidden name ({name}). Do not use it.</source>
        <translation>Tệp chứa một phần có tên không được phép ({name}). Đừng dùng tệp này.</translation>
    </message>
    <message>
        <source>The file holds more than {limit} parts, so it is no bundle. Do not use it.</source>
        <translation>Tệp chứa hơn {limit} phần nên không phải gói dữ liệu. Đừng dùng tệp này.</translation>
    </message>
    <message>
        <source>The file holds two parts called {name}. Do not use it; ask the club for another.</source>
        <translation>Tệp có hai phần cùng tên {name}. Đừng dùng; hãy xin câu lạc bộ tệp khác.</translation>
    </message>
    <message>
        <source>The file is damaged in {count} places. Do not write into it; bring back the newest back-up.</source>
        <translation>Tệp bị hỏng ở {count} chỗ. Đừng ghi thêm; hãy khôi phục từ bản sao lưu mới nhất.</translation>
    </message>
    <message>
        <source>The file is larger than {limit} MB, so it is no bundle of a club. Ask the club to send its bundle again.</source>
        <translation>Tệp lớn hơn {limit} MB nên không phải gói dữ liệu của câu lạc bộ. Hãy nhờ câu lạc bộ gửi lại.</translation>
    </message>
    <message>
        <source>The file was damaged on the way or is not whole. Ask the club to send it again; nothing is lost.</source>
        <translation>Tệp bị hỏng trên đường gửi hoặc thiếu. Hãy nhờ câu lạc bộ gửi lại; chưa mất gì cả.</translation>
    </message>
    <message>
        <source>The file would grow beyond {limit} MB when opened, so it was left closed. Do not use it.</source>
        <translation>Tệp khi mở ra sẽ lớn hơn {limit} MB nên không mở. Đừng dùng tệp này.</translation>
    </message>
    <message>
        <source>The funds have changed since this was worked out. Work it out again.</source>
        <translation>Các quỹ đã thay đổi từ lúc tính. Hãy tính lại.</translation>
    </message>
    <message>
        <source>The guarantor {name} has {amount:dong} đồng overdue on loans of her own.</source>
        <translation>Người bảo lãnh {name} đang có {amount:dong} đồng quá hạn ở khoản vay của mình.</translation>
    </message>
    <message>
        <source>The interest must lie between 0 and 100 % a month.</source>
        <translation>Lãi phải từ 0 đến 100 % một tháng.</translation>
    </message>
    <message>
        <source>The key file {path} is damaged. Put the copy of a back-up in its place.</source>
        <translation>Tệp khóa {path} bị hỏng. Hãy thay bằng tệp khóa lấy từ bản sao lưu.</translation>
    </message>
    <message>
        <source>The key of the bundle is {theirs}, the paper says {typed}. Do not confirm it; ask the board by telephone.</source>
        <translation>Khóa của gói là {theirs}, còn giấy ghi {typed}. Đừng xác nhận; hãy gọi điện hỏi ban chủ nhiệm.</translation>
    </message>
    <message>
        <source>The key of this bundle of {club} is good from bundle {first} on only. Ask the club what it sent.</source>
        <translation>Khóa của gói này ({club}) chỉ dùng được từ gói số {first}. Hãy hỏi câu lạc bộ đã gửi gì.</translation>
    </message>
    <message>
        <source>The last day ({last}) lies before the first ({first}). Look at both days again.</source>
        <translation>Ngày cuối ({last}) lại trước ngày đầu ({first}). Hãy xem lại hai ngày.</translation>
    </message>
    <message>
        <source>The law allows at most 20 % a year between people, which is {percent} % a month; what is above it is void.</source>
        <translation>Luật chỉ cho lãi nhiều nhất 20 %/năm, tức {percent} %/tháng; phần vượt quá không có hiệu lực.</translation>
    </message>
    <message>
        <source>The loans that go along are {more:dong} đồng more than the share of the {fund:fund}. Move money between funds first, or give a larger share.</source>
        <translation>Các khoản vay đi theo nhiều hơn phần được chia của {fund:fund} {more:dong} đồng. Hãy chuyển giữa các quỹ trước, hoặc chia phần lớn hơn.</translation>
    </message>
    <message>
        <source>The meeting has no field “{name}”.</source>
        <translation>Buổi sinh hoạt không có mục “{name}”.</translation>
    </message>
    <message>
        <source>The meeting of month {month} was changed outside the program, so nothing is sent. Bring back a back-up, or ask whoever looks after the program.</source>
        <translation>Buổi sinh hoạt tháng {month} đã bị sửa bên ngoài chương trình nên không gửi gì. Hãy khôi phục bản sao lưu, hoặc hỏi người giúp về chương trình.</translation>
    </message>
    <message>
        <source>The meeting of {month:month} is not closed yet. Close it first, then compare with the paper book.</source>
        <translation>Buổi sinh hoạt tháng {month:month} chưa chốt. Hãy chốt trước rồi đối chiếu với sổ giấy.</translation>
    </message>
    <message>
        <source>The meeting of {month:month} is still open. Close it first.</source>
        <translation>Buổi sinh hoạt tháng {month:month} đang ghi. Hãy chốt trước.</translation>
    </message>
    <message>
        <source>The meeting of {month} is not as it was closed: its minutes, attendance or count were changed by hand. Compare it with the signed minutes.</source>
        <translation>Buổi sinh hoạt tháng {month} không còn như lúc chốt: biên bản, điểm danh hoặc kiểm quỹ đã bị sửa ngoài chương trình. Hãy so với biên bản đã ký.</translation>
    </message>
    <message>
        <source>The meeting of {month} lies before the book's first month {start}. Take it out, or let the book start earlier.</source>
        <translation>Buổi sinh hoạt tháng {month} trước tháng mở sổ {start}. Hãy bỏ dòng này, hoặc sửa ngày mở sổ.</translation>
    </message>
    <message>
        <source>The meeting of {month} on {on} was held but has no attendance. Add who was there, or write not_held.</source>
        <translation>Buổi sinh hoạt tháng {month} ngày {on} đã sinh hoạt nhưng không có điểm danh. Hãy thêm điểm danh, hoặc ghi không sinh hoạt.</translation>
    </message>
    <message>
        <source>The minutes of visit {visit} are signed, so it changes no more.</source>
        <translation>Biên bản kiểm tra {visit} đã ký nên không sửa được nữa.</translation>
    </message>
    <message>
        <source>The minutes of {last} are closed. Let the rule change on a later day; it prints in the next minutes.</source>
        <translation>Biên bản ngày {last} đã chốt. Hãy để quy định thay đổi từ một ngày sau đó; thay đổi sẽ in trong biên bản kế tiếp.</translation>
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
        <source>The number {member} belongs to somebody else. Choose another, or leave it empty.</source>
        <translation>Số {member} là của người khác. Chọn số khác hoặc để trống.</translation>
    </message>
    <message>
        <source>The other club needs the file. Choose where to save it.</source>
        <translation>Câu lạc bộ kia cần tệp này. Hãy chọn chỗ lưu.</translation>
    </message>
    <message>
        <source>The paper has no such pages. Look at the page numbers and print again.</source>
        <translation>Giấy này không có các trang đã chọn. Xem lại số trang rồi in lại.</translation>
    </message>
    <message>
        <source>The part that talks to PostgreSQL is not installed here. Install psycopg, or keep the register in a file.</source>
        <translation>Máy này chưa cài phần nối với PostgreSQL. Hãy cài psycopg, hoặc để sổ của Hội trong một tệp.</translation>
    </message>
    <message>
        <source>The part {name} is missing in the bundle. Ask the club to send it again.</source>
        <translation>Gói dữ liệu thiếu phần {name}. Hãy nhờ câu lạc bộ gửi lại.</translation>
    </message>
    <message>
        <source>The part {name} was changed after the club signed the bundle. Do not use it; ask the club what it sent.</source>
        <translation>Phần {name} đã bị sửa sau khi câu lạc bộ ký. Đừng dùng; hãy hỏi câu lạc bộ đã gửi gì.</translation>
    </message>
    <message>
        <source>The password is too short: at least {least} letters or digits.</source>
        <translation>Mật khẩu quá ngắn: ít nhất {least} chữ hoặc số.</translation>
    </message>
    <message>
        <source>The password is wrong. Try again; who has forgotten hers opens the book with the printed recovery code.</source>
        <translation>Mật khẩu không đúng. Hãy thử lại; ai quên thì mở sổ bằng mã khôi phục đã in.</translation>
    </message>
    <message>
        <source>The period ends on {last}, before it begins on {first}. Look at both days.</source>
        <translation>Kỳ kết thúc ngày {last}, trước ngày bắt đầu {first}. Xem lại hai ngày.</translation>
    </message>
    <message>
        <source>The printer {printer} did not take the paper. See that it is switched on and has paper, or save the paper as a file.</source>
        <translation>Máy in {printer} không nhận bản in. Kiểm tra máy in đã bật và còn giấy chưa, hoặc lưu giấy tờ thành tệp.</translation>
    </message>
    <message>
        <source>The quotation marks of this row do not match. A cell that holds quotation marks stands in quotation marks, and each of its own is written twice.</source>
        <translation>Dấu ngoặc kép ở dòng này không khớp. Ô có dấu ngoặc kép phải đặt trong ngoặc kép, và mỗi dấu bên trong viết hai lần.</translation>
    </message>
    <message>
        <source>The register has no club {club}. Look at the list of clubs again.</source>
        <translation>Sổ tổng hợp không có câu lạc bộ {club}. Hãy xem lại danh sách câu lạc bộ.</translation>
    </message>
    <message>
        <source>The shares of interest sum to {total} %; they must sum to 100 %.</source>
        <translation>Các phần chia lãi cộng lại là {total} %; phải đủ 100 %.</translation>
    </message>
    <message>
        <source>The sheet {sheet} is missing. A paper book needs at least club and members.</source>
        <translation>Thiếu trang {sheet}. Sổ giấy phải có ít nhất hai trang club và members.</translation>
    </message>
    <message>
        <source>The signature does not belong to the key {key}: somebody else made or changed this file. Ask the club what it sent.</source>
        <translation>Chữ ký không khớp với khóa {key}: tệp do người khác làm hoặc đã bị sửa. Hãy hỏi câu lạc bộ đã gửi gì.</translation>
    </message>
    <message>
        <source>The table {table} names something that is not in the book. Compare with the newest back-up.</source>
        <translation>Bảng {table} nhắc đến thứ không có trong sổ. Hãy so với bản sao lưu mới nhất.</translation>
    </message>
    <message>
        <source>The term must lie between 1 and {limit} months.</source>
        <translation>Thời hạn phải từ 1 đến {limit} tháng.</translation>
    </message>
    <message>
        <source>The three limits must rise: 3 points need the most. Write the larger one last.</source>
        <translation>Ba mức phải tăng dần: 3 điểm cần nhiều nhất. Hãy ghi mức lớn nhất ở cuối.</translation>
    </message>
    <message>
        <source>The time was made longer once, which is all the law allows. Do it by its day.</source>
        <translation>Đã gia hạn một lần, luật chỉ cho một lần. Hãy làm xong trước hạn.</translation>
    </message>
    <message>
        <source>The two passwords are not the same. Type the new one once more in both fields.</source>
        <translation>Hai lần gõ mật khẩu không giống nhau. Hãy gõ lại mật khẩu mới ở cả hai ô.</translation>
    </message>
    <message>
        <source>The year's end is agreed by a meeting: write which minutes say so.</source>
        <translation>Chia cuối năm phải do buổi sinh hoạt quyết định: hãy ghi theo biên bản nào.</translation>
    </message>
    <message>
        <source>There is a meeting of {month} in row {first} already. A month has one.</source>
        <translation>Tháng {month} đã có buổi sinh hoạt ở dòng {first}. Mỗi tháng chỉ ghi một buổi.</translation>
    </message>
    <message>
        <source>There is a meeting on {on} in row {first} already. A day has one.</source>
        <translation>Ngày {on} đã có buổi sinh hoạt ở dòng {first}. Mỗi ngày chỉ ghi một buổi.</translation>
    </message>
    <message>
        <source>There is already a meeting on {on}. Look at the day.</source>
        <translation>Ngày {on} đã có một buổi sinh hoạt. Xem lại ngày.</translation>
    </message>
    <message>
        <source>There is already a register in {path}. Open it, or choose another place.</source>
        <translation>Trong {path} đã có sổ của Hội. Hãy mở sổ đó, hoặc chọn chỗ khác.</translation>
    </message>
    <message>
        <source>There is another bundle with the number {sequence} and other contents: two copies of the book are in use. Ask the club which one is right, then choose.</source>
        <translation>Đã có gói khác cùng số {sequence} mà nội dung khác: đang có hai bản sổ. Hãy hỏi câu lạc bộ bản nào đúng rồi chọn.</translation>
    </message>
    <message>
        <source>There is no closed meeting for {wanted}. Look at the list of months.</source>
        <translation>Không có buổi sinh hoạt đã chốt cho {wanted}. Xem lại danh sách các tháng.</translation>
    </message>
    <message>
        <source>There is no club to draw from. Take bundles in first, and draw at least one.</source>
        <translation>Chưa có câu lạc bộ nào để chọn mẫu. Hãy nhận gói dữ liệu trước, và chọn ít nhất một câu lạc bộ.</translation>
    </message>
    <message>
        <source>There is no column “{title}” on this sheet. Take it out, or give it one of these names: {known}.</source>
        <translation>Trang này không có cột “{title}”. Hãy bỏ cột đó, hoặc đặt một trong các tên: {known}.</translation>
    </message>
    <message>
        <source>There is no course {course}. Look at the list of courses again.</source>
        <translation>Không có lớp hay buổi nào mang mã {course}. Hãy xem lại danh sách.</translation>
    </message>
    <message>
        <source>There is no entry number {entry}. Look at the number in the fund book.</source>
        <translation>Không có khoản số {entry}. Xem lại số trong sổ quỹ.</translation>
    </message>
    <message>
        <source>There is no fund “{name}”. There are: income, operating, care.</source>
        <translation>Không có quỹ “{name}”. Chỉ có: quỹ tăng thu nhập, quỹ hoạt động, quỹ tương trợ.</translation>
    </message>
    <message>
        <source>There is no key of {club} to confirm by this bundle. Take the bundle in as usual.</source>
        <translation>Gói này không có khóa nào của {club} cần xác nhận. Hãy nhận gói như thường lệ.</translation>
    </message>
    <message>
        <source>There is no kind of entry called “{kind}”.</source>
        <translation>Không có loại khoản nào tên là “{kind}”.</translation>
    </message>
    <message>
        <source>There is no loan {loan} on the loans' sheet. Correct the code, or add the loan.</source>
        <translation>Trang khoản vay không có {loan}. Hãy sửa mã, hoặc thêm khoản vay.</translation>
    </message>
    <message>
        <source>There is no loan “{loan}”. Look at the loan book for its code.</source>
        <translation>Không có khoản vay “{loan}”. Xem mã trong sổ vay vốn.</translation>
    </message>
    <message>
        <source>There is no member {member} on the members' sheet. Correct the code, or add the member.</source>
        <translation>Trang thành viên không có {member}. Hãy sửa mã, hoặc thêm thành viên.</translation>
    </message>
    <message>
        <source>There is no member “{member}”. Look at the list of members.</source>
        <translation>Không có thành viên “{member}”. Xem lại danh sách thành viên.</translation>
    </message>
    <message>
        <source>There is no open finding {finding}. soclb union visits lists them.</source>
        <translation>Không có kiến nghị {finding} đang mở. Lệnh soclb union visits liệt kê các kiến nghị.</translation>
    </message>
    <message>
        <source>There is no receipt or payment {number} between {first} and {last}. Look at the numbers in the cash book.</source>
        <translation>Không có phiếu {number} trong thời gian từ {first} đến {last}. Hãy xem số phiếu trong sổ quỹ.</translation>
    </message>
    <message>
        <source>There is no report {name}. There are: {known}.</source>
        <translation>Không có báo cáo {name}. Các báo cáo: {known}.</translation>
    </message>
    <message>
        <source>There is no setting {key}. There are: {known}.</source>
        <translation>Không có mục {key}. Các mục đang có: {known}.</translation>
    </message>
    <message>
        <source>There is no visit {visit}. soclb union visits lists them.</source>
        <translation>Không có lần kiểm tra {visit}. Lệnh soclb union visits liệt kê các lần kiểm tra.</translation>
    </message>
    <message>
        <source>There is no way of repaying called “{text}”. Choose interest_only, equal_principal, annuity or flat.</source>
        <translation>Không có cách trả “{text}”. Hãy chọn trả gốc cuối kỳ, gốc đều, trả góp đều hoặc lãi phẳng.</translation>
    </message>
    <message>
        <source>There is nothing to hand over. Choose who goes.</source>
        <translation>Không có gì để bàn giao. Hãy chọn những ai chuyển đi.</translation>
    </message>
    <message>
        <source>These minutes need a meeting. Name its day with --meeting or its month with --month.</source>
        <translation>Biên bản cần biết buổi sinh hoạt nào. Ghi ngày sau --meeting hoặc tháng sau --month.</translation>
    </message>
    <message>
        <source>This bundle is in no open conflict. Look at the list of conflicts again.</source>
        <translation>Gói này không còn mâu thuẫn nào chưa giải quyết. Hãy xem lại danh sách mâu thuẫn.</translation>
    </message>
    <message>
        <source>This cell must not be empty. Fill it in.</source>
        <translation>Ô này không được để trống. Hãy điền vào.</translation>
    </message>
    <message>
        <source>This club is no longer in the register. Go back to the list of clubs.</source>
        <translation>Câu lạc bộ này không còn trong sổ tổng hợp. Hãy quay lại danh sách câu lạc bộ.</translation>
    </message>
    <message>
        <source>This computer has no printer yet. Plug one in and try again, or save the paper as a file and print it where there is a printer.</source>
        <translation>Máy tính này chưa có máy in. Cắm máy in rồi thử lại, hoặc lưu giấy tờ thành tệp và mang đến nơi có máy in để in.</translation>
    </message>
    <message>
        <source>This computer's clock says {today}, and the last day in the book is {last}. If today is another day, set the day and time of the computer right before you type anything.</source>
        <translation>Đồng hồ máy tính đang là ngày {today}, còn ngày cuối cùng trong sổ là {last}. Nếu hôm nay không phải ngày ấy, hãy chỉnh lại ngày giờ của máy trước khi ghi.</translation>
    </message>
    <message>
        <source>This computer's clock says {today}, but the book already goes to {last}. Set the day and time of the computer right before you type anything.</source>
        <translation>Đồng hồ máy tính đang là ngày {today}, nhưng sổ đã ghi đến ngày {last}. Hãy chỉnh lại ngày giờ của máy trước khi ghi.</translation>
    </message>
    <message>
        <source>This computer's clock says {today}, which cannot be. Set the day and time of the computer right before you type anything.</source>
        <translation>Đồng hồ máy tính đang là ngày {today}, không thể đúng. Hãy chỉnh lại ngày giờ của máy trước khi ghi.</translation>
    </message>
    <message>
        <source>This entry does not add up, so it was not written. Please tell whoever looks after the program.</source>
        <translation>Khoản này tính không khớp nên chưa ghi. Hãy báo người giúp về chương trình.</translation>
    </message>
    <message>
        <source>This entry is of {on}, its meeting of {meeting}. Look whether that is meant.</source>
        <translation>Khoản này ngày {on}, buổi sinh hoạt ngày {meeting}. Hãy xem có đúng vậy không.</translation>
    </message>
    <message>
        <source>This entry needs a fund. Choose one.</source>
        <translation>Khoản này phải có quỹ. Hãy chọn quỹ.</translation>
    </message>
    <message>
        <source>This is no bundle of a club. Ask the club for the file that ends in .clbz.</source>
        <translation>Đây không phải gói dữ liệu của câu lạc bộ. Hãy xin câu lạc bộ tệp có đuôi .clbz.</translation>
    </message>
    <message>
        <source>This is no key file of a union. Ask the union for it again.</source>
        <translation>Đây không phải tệp khóa của Hội. Hãy xin Hội gửi lại.</translation>
    </message>
    <message>
        <source>This is no receipt of a union. Ask the union to send it again.</source>
        <translation>Đây không phải giấy báo nhận của Hội. Hãy nhờ Hội gửi lại.</translation>
    </message>
    <message>
        <source>This is the last password. Give another board member one first, or take all passwords away.</source>
        <translation>Đây là mật khẩu cuối cùng. Hãy đặt mật khẩu cho người khác trong ban chủ nhiệm trước, hoặc bỏ hết mật khẩu.</translation>
    </message>
    <message>
        <source>This is the same sheet as {other}. Keep only one of them.</source>
        <translation>Trang này trùng với {other}. Hãy chỉ giữ một trang.</translation>
    </message>
    <message>
        <source>This loan was extended on {on} already; a new extension must be later.</source>
        <translation>Khoản vay này đã gia hạn ngày {on}; lần gia hạn mới phải sau ngày đó.</translation>
    </message>
    <message>
        <source>This meeting is no longer open: it has been closed or cancelled.</source>
        <translation>Buổi sinh hoạt này không còn mở: đã chốt hoặc đã bỏ.</translation>
    </message>
    <message>
        <source>This office changed hands on {on}; a new term must begin later.</source>
        <translation>Chức vụ này đã đổi người ngày {on}; nhiệm kỳ mới phải bắt đầu sau ngày đó.</translation>
    </message>
    <message>
        <source>This paper needs {option}.</source>
        <translation>Giấy tờ này cần {option}.</translation>
    </message>
    <message>
        <source>This receipt is for bundle {sequence}, but this book did not send that one. Ask the union what it received, and whether a second copy of the book is in use.</source>
        <translation>Giấy báo nhận này là cho gói số {sequence}, nhưng sổ này không gửi gói đó. Hãy hỏi Hội đã nhận gì, và xem có ai dùng bản sao khác của sổ không.</translation>
    </message>
    <message>
        <source>This receipt of {union} is for another club. Choose the one for this club.</source>
        <translation>Giấy báo nhận này của {union} là cho câu lạc bộ khác. Hãy chọn giấy của câu lạc bộ mình.</translation>
    </message>
    <message>
        <source>This receipt of {union} is signed with the key {theirs}; the union so far had the key {known}. Ask the union by telephone whether the new key is its own. If it is, take the receipt in again as one of a new key.</source>
        <translation>Giấy báo nhận này của {union} ký bằng khóa {theirs}; trước nay Hội dùng khóa {known}. Hãy gọi điện hỏi Hội xem khóa mới có đúng của Hội không. Nếu đúng thì nhận lại giấy này và chọn dùng khóa mới.</translation>
    </message>
    <message>
        <source>This request is decided already. Look at the list again.</source>
        <translation>Đề nghị này đã được giải quyết. Hãy xem lại danh sách.</translation>
    </message>
    <message>
        <source>This request is done already. Look at the list again.</source>
        <translation>Yêu cầu này đã làm xong rồi. Hãy xem lại danh sách.</translation>
    </message>
    <message>
        <source>This row has {cells} cells, the header only {columns}. Look for a comma too many, or for a column without a header.</source>
        <translation>Dòng này có {cells} ô, dòng đầu chỉ có {columns} cột. Hãy xem có thừa dấu phẩy, hoặc có cột không có tên không.</translation>
    </message>
    <message>
        <source>This text is not UTF-8. Save the file as “CSV UTF-8” and try again; letters of old fonts (TCVN3, VNI) must be converted first.</source>
        <translation>Chữ ở đây không phải UTF-8. Hãy lưu tệp theo kiểu “CSV UTF-8” rồi thử lại; chữ của phông cũ (TCVN3, VNI) phải chuyển mã trước.</translation>
    </message>
    <message>
        <source>Too many wrong passwords. Wait {seconds} seconds, or open the book with the printed recovery code then.</source>
        <translation>Đã gõ sai mật khẩu nhiều lần. Hãy đợi {seconds} giây, rồi thử lại hoặc dùng mã khôi phục đã in.</translation>
    </message>
    <message>
        <source>Two different board members confirm a closing. Choose the second one.</source>
        <translation>Phải có hai người trong ban chủ nhiệm xác nhận. Hãy chọn người thứ hai.</translation>
    </message>
    <message>
        <source>Voucher {series} {number}/{year} is missing. Compare with the newest back-up.</source>
        <translation>Thiếu phiếu {series} {number}/{year}. Hãy so với bản sao lưu mới nhất.</translation>
    </message>
    <message>
        <source>What the bundle says of itself cannot be read. Ask the club to send it again.</source>
        <translation>Không đọc được phần mô tả của gói dữ liệu. Hãy nhờ câu lạc bộ gửi lại.</translation>
    </message>
    <message>
        <source>What the bundle says of the club's earlier keys does not lead to its own key. Do not use it; ask the club what it sent.</source>
        <translation>Phần ghi về các khóa trước của câu lạc bộ không dẫn tới khóa của gói này. Đừng dùng; hãy hỏi câu lạc bộ đã gửi gì.</translation>
    </message>
    <message>
        <source>What {giver} handed over on {on} is in this book already.</source>
        <translation>Phần {giver} bàn giao ngày {on} đã có trong sổ này.</translation>
    </message>
    <message>
        <source>With entry {entry} of {on} ({kind:kind}) more goes out than there is. Compare with the newest back-up.</source>
        <translation>Ở khoản số {entry} ngày {on} ({kind:kind}), số chi ra nhiều hơn số đang có. Hãy so với bản sao lưu mới nhất.</translation>
    </message>
    <message>
        <source>With savings of {savings:dong} đồng the club lends up to {times} times as much: {limit:dong} đồng with the loans that are still open.</source>
        <translation>Có {savings:dong} đồng tiết kiệm thì được vay gấp {times} lần: {limit:dong} đồng, tính cả các khoản còn nợ.</translation>
    </message>
    <message>
        <source>Write a number from {least} to {most}.</source>
        <translation>Hãy ghi một số từ {least} đến {most}.</translation>
    </message>
    <message>
        <source>Write a number here, in digits.</source>
        <translation>Hãy ghi một số, bằng chữ số.</translation>
    </message>
    <message>
        <source>Write a percentage between 0 and 100.</source>
        <translation>Hãy ghi tỷ lệ từ 0 đến 100 %.</translation>
    </message>
    <message>
        <source>Write any number to draw with; the same number draws the same again.</source>
        <translation>Hãy ghi một số bất kỳ để rút mẫu; ghi lại đúng số đó thì rút ra đúng như cũ.</translation>
    </message>
    <message>
        <source>Write how it was mended; it stays on record.</source>
        <translation>Hãy ghi đã khắc phục thế nào; nội dung được lưu lại.</translation>
    </message>
    <message>
        <source>Write how many notes of each face are in the box.</source>
        <translation>Hãy ghi số tờ của từng loại tiền trong quỹ.</translation>
    </message>
    <message>
        <source>Write how many notes of {face:dong} đồng were counted, as a whole number.</source>
        <translation>Hãy ghi số tờ {face:dong} đồng đã đếm, là một số nguyên.</translation>
    </message>
    <message>
        <source>Write the day, for example 17/11/2018.</source>
        <translation>Hãy ghi ngày, ví dụ 17/11/2018.</translation>
    </message>
    <message>
        <source>Write the decision that the change rests on; it stays in the register.</source>
        <translation>Hãy ghi văn bản làm căn cứ cho thay đổi này; sổ sẽ giữ lại.</translation>
    </message>
    <message>
        <source>Write the full name.</source>
        <translation>Hãy ghi đủ họ và tên.</translation>
    </message>
    <message>
        <source>Write the name of the club that takes them over.</source>
        <translation>Hãy ghi tên câu lạc bộ nhận.</translation>
    </message>
    <message>
        <source>Write the name.</source>
        <translation>Hãy ghi tên.</translation>
    </message>
    <message>
        <source>Write what the course or the visit was about.</source>
        <translation>Hãy ghi nội dung chính của lớp hoặc buổi giao lưu.</translation>
    </message>
    <message>
        <source>Write what was decided.</source>
        <translation>Hãy ghi nội dung đã quyết định.</translation>
    </message>
    <message>
        <source>Write what was done, for example: showed her everything; phone put right.</source>
        <translation>Hãy ghi đã làm gì, ví dụ: đã cho xem hết; đã sửa số điện thoại.</translation>
    </message>
    <message>
        <source>Write where they differ, for example: cash, 50.000 more in the paper book.</source>
        <translation>Hãy ghi khác ở đâu, ví dụ: tiền mặt, sổ giấy nhiều hơn 50.000.</translation>
    </message>
    <message>
        <source>Write why the entry is taken back.</source>
        <translation>Hãy ghi lý do hủy khoản này.</translation>
    </message>
    <message>
        <source>Write why the key is believed, for example who showed the paper; it stays in the register.</source>
        <translation>Hãy ghi vì sao tin khóa này, ví dụ ai đã đưa giấy; sổ sẽ giữ lại.</translation>
    </message>
    <message>
        <source>Write why the key is changed; the reason stays in the book.</source>
        <translation>Hãy ghi vì sao đổi khóa; sổ sẽ giữ lại lý do.</translation>
    </message>
    <message>
        <source>Write why the member leaves, in a few words.</source>
        <translation>Hãy ghi lý do ra khỏi câu lạc bộ, vài chữ là đủ.</translation>
    </message>
    <message>
        <source>Write why there was no meeting.</source>
        <translation>Hãy ghi lý do không sinh hoạt.</translation>
    </message>
    <message>
        <source>Write why this bundle is the right one; the reason stays in the register.</source>
        <translation>Hãy ghi vì sao gói này đúng; lý do được lưu trong sổ của Hội.</translation>
    </message>
    <message>
        <source>Write why, in a few words.</source>
        <translation>Hãy ghi lý do, vài chữ là đủ.</translation>
    </message>
    <message>
        <source>You stopped it. Nothing was changed.</source>
        <translation>Đã dừng lại. Không có gì thay đổi.</translation>
    </message>
    <message>
        <source>{amount:dong} đồng are given here, but loan {loan} is of {principal:dong} đồng. Make the two agree.</source>
        <translation>Ở đây cho vay {amount:dong} đồng, nhưng khoản vay {loan} là {principal:dong} đồng. Hãy sửa cho khớp.</translation>
    </message>
    <message>
        <source>{amount:dong} đồng are more than is owed: {most:dong} đồng end all loans. Look at the amount, or write the rest as savings.</source>
        <translation>{amount:dong} đồng nhiều hơn số còn nợ: chỉ cần {most:dong} đồng là trả hết các khoản vay. Hãy xem lại số tiền, hoặc ghi phần còn lại vào tiết kiệm.</translation>
    </message>
    <message>
        <source>{amount:dong} đồng are overdue, for {days} days now, and not paid yet.</source>
        <translation>Còn {amount:dong} đồng quá hạn {days} ngày chưa trả.</translation>
    </message>
    <message>
        <source>{amount:dong} đồng are taken over, but loan {loan} was only of {principal:dong} đồng. Write what is still owed.</source>
        <translation>Dư nợ chuyển sang là {amount:dong} đồng, nhưng khoản vay {loan} chỉ có {principal:dong} đồng. Hãy ghi số còn nợ.</translation>
    </message>
    <message>
        <source>{amount:dong} đồng cannot be paid: there are only {left:dong} đồng of cash in the box then. Look at the amount and at what was taken in before.</source>
        <translation>Không chi được {amount:dong} đồng: tiền mặt lúc đó chỉ còn {left:dong} đồng. Hãy xem lại số tiền và các khoản thu trước đó.</translation>
    </message>
    <message>
        <source>{amount:dong} đồng cannot leave the bank: only {left:dong} đồng are there then. Look at the amount and at what was paid into the bank before.</source>
        <translation>Không rút được {amount:dong} đồng: tiền gửi ngân hàng lúc đó chỉ còn {left:dong} đồng. Hãy xem lại số tiền và các khoản gửi trước đó.</translation>
    </message>
    <message>
        <source>{club} came out of this very club, so this club cannot have come out of it. Choose the other one.</source>
        <translation>{club} tách ra từ chính câu lạc bộ này, nên câu lạc bộ này không thể tách ra từ đó. Hãy chọn câu lạc bộ khác.</translation>
    </message>
    <message>
        <source>{club} gave up the key of this bundle: it is believed up to bundle {until} and the day {day} only. Ask the club for a bundle made with its new key.</source>
        <translation>{club} đã bỏ khóa của gói này: khóa chỉ dùng được đến gói số {until} và ngày {day}. Hãy xin câu lạc bộ gói làm bằng khóa mới.</translation>
    </message>
    <message>
        <source>{club} is a practice club; its bundles belong into a practice register. Ask the club for the bundle of its real book.</source>
        <translation>{club} là câu lạc bộ thực hành; gói của nó chỉ đưa vào sổ thực hành. Hãy xin câu lạc bộ gói của sổ thật.</translation>
    </message>
    <message>
        <source>{club} says that it changed its key on {day}: the bundle is signed with {theirs}, the register knows {known}. Compare the new key with the board's paper, confirm it, and the bundle is taken in.</source>
        <translation>{club} báo đã đổi khóa ngày {day}: gói ký bằng {theirs}, sổ đang biết {known}. Hãy so khóa mới với giấy của ban chủ nhiệm rồi xác nhận, gói sẽ được nhận.</translation>
    </message>
    <message>
        <source>{count} people of one club cannot have come. Look at the number again.</source>
        <translation>Một câu lạc bộ không thể có {count} người dự. Hãy xem lại con số.</translation>
    </message>
    <message>
        <source>{ending} is no ending of a paper. Let the file's name end in one of {known}.</source>
        <translation>Không in được ra tệp {ending}. Hãy đặt tên tệp có đuôi là một trong các đuôi: {known}.</translation>
    </message>
    <message>
        <source>{file}, row {row} cannot be read. Ask the club to make the bundle again.</source>
        <translation>Không đọc được {file}, dòng {row}. Hãy nhờ câu lạc bộ làm lại gói dữ liệu.</translation>
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
        <source>{first} has not come yet, so there is nothing to report. Choose an earlier month.</source>
        <translation>Chưa đến {first} nên chưa có gì để báo cáo. Hãy chọn tháng trước đó.</translation>
    </message>
    <message>
        <source>{folder} is not there: no back-up was made. Put the USB stick in, or choose another place under “Back-ups”.</source>
        <translation>Không thấy {folder}, nên chưa sao lưu được. Hãy cắm USB vào, hoặc chọn nơi khác ở mục “Sao lưu”.</translation>
    </message>
    <message>
        <source>{keep} begins the name of several bundles. Write more of its letters.</source>
        <translation>Có nhiều gói dữ liệu bắt đầu bằng {keep}. Hãy ghi thêm chữ của mã gói.</translation>
    </message>
    <message>
        <source>{key} cannot be {value}. Write it like {usual}.</source>
        <translation>{key} không thể là {value}. Hãy ghi như {usual}.</translation>
    </message>
    <message>
        <source>{key} is given twice. Leave one away.</source>
        <translation>{key} được ghi hai lần. Hãy bỏ bớt một.</translation>
    </message>
    <message>
        <source>{key} must not be empty. Write what it is.</source>
        <translation>{key} không được để trống. Hãy ghi rõ.</translation>
    </message>
    <message>
        <source>{kind} is no kind of course. There are: {known}.</source>
        <translation>Không có loại {kind}. Có các loại: {known}.</translation>
    </message>
    <message>
        <source>{member} ({name}) joined only on {joined_on}; this entry is of {on}. Correct the day or the member.</source>
        <translation>{member} ({name}) đến {joined_on} mới vào; khoản này ngày {on}. Hãy sửa ngày hoặc thành viên.</translation>
    </message>
    <message>
        <source>{member} ({name}) left on {left_on}; “{kind:kind}” on {on} is not possible any more. Correct the day or the member.</source>
        <translation>{member} ({name}) đã thôi ngày {left_on}; ngày {on} không ghi “{kind:kind}” được nữa. Hãy sửa ngày hoặc thành viên.</translation>
    </message>
    <message>
        <source>{member} does not belong to the club on {on} and cannot get loan {loan} then. Correct the day or the member.</source>
        <translation>Ngày {on} {member} không phải thành viên nên không vay được khoản {loan}. Hãy sửa ngày hoặc thành viên.</translation>
    </message>
    <message>
        <source>{member} does not belong to the club on {on}. Take the row out, or correct when the member joined or left.</source>
        <translation>Ngày {on} {member} không phải thành viên. Hãy bỏ dòng này, hoặc sửa ngày vào, ngày ra.</translation>
    </message>
    <message>
        <source>{member} has no open loan. Leave this cell empty.</source>
        <translation>{member} không có khoản vay nào. Để trống ô này.</translation>
    </message>
    <message>
        <source>{member} has only {left:dong} đồng saved then; {amount:dong} đồng cannot be taken out. Look at the amount.</source>
        <translation>{member} lúc đó chỉ có {left:dong} đồng tiết kiệm, không rút được {amount:dong} đồng. Hãy xem lại số tiền.</translation>
    </message>
    <message>
        <source>{member} is no member on {on} and cannot go.</source>
        <translation>Ngày {on} {member} không phải là thành viên nên không chuyển đi được.</translation>
    </message>
    <message>
        <source>{member} is no member on {on}; only members may ask for a loan.</source>
        <translation>Ngày {on} {member} không phải là thành viên; chỉ thành viên mới được đề nghị vay.</translation>
    </message>
    <message>
        <source>{member} is no member on {on}; only members may hold an office.</source>
        <translation>Ngày {on} {member} không phải là thành viên; chỉ thành viên mới giữ chức vụ.</translation>
    </message>
    <message>
        <source>{member} left on {on} but joined only on {joined_on}. Correct one of the two days.</source>
        <translation>{member} thôi ngày {on} nhưng đến {joined_on} mới vào. Hãy sửa một trong hai ngày.</translation>
    </message>
    <message>
        <source>{member} owes {short:dong} đồng less than was typed. Look at the amount.</source>
        <translation>{member} nợ ít hơn số vừa gõ {short:dong} đồng. Xem lại số tiền.</translation>
    </message>
    <message>
        <source>{member} stands on the list of {on} in row {first} already. Keep only one row.</source>
        <translation>{member} đã có trong điểm danh ngày {on} ở dòng {first}. Hãy chỉ giữ một dòng.</translation>
    </message>
    <message>
        <source>{month:month} has neither a meeting nor a reason for none. Record it first.</source>
        <translation>Tháng {month:month} chưa ghi buổi sinh hoạt, cũng chưa ghi lý do không sinh hoạt. Hãy ghi trước.</translation>
    </message>
    <message>
        <source>{name} ({member}) had left the club on {on}. Only loans and savings can still be settled.</source>
        <translation>Ngày {on} {name} ({member}) đã ra khỏi câu lạc bộ. Chỉ còn tất toán được vốn vay và tiết kiệm.</translation>
    </message>
    <message>
        <source>{name} ({member}) was not yet a member on {on}. Look at the day.</source>
        <translation>Ngày {on} {name} ({member}) chưa vào câu lạc bộ. Xem lại ngày.</translation>
    </message>
    <message>
        <source>{name} is not marked yet. Mark whether she came.</source>
        <translation>Chưa điểm danh {name}. Hãy ghi có mặt hay vắng.</translation>
    </message>
    <message>
        <source>{new} is {old} itself, or became it. Look at both names and the day again.</source>
        <translation>{new} chính là {old}, hoặc đã thành {old}. Hãy xem lại hai tên và ngày.</translation>
    </message>
    <message>
        <source>{on} does not belong to month {month}. A meeting is held in its month or in the one after.</source>
        <translation>Ngày {on} không thuộc tháng {month}. Buổi sinh hoạt ở trong tháng đó hoặc tháng liền sau.</translation>
    </message>
    <message>
        <source>{on} is still to come. Choose the day the meeting was held.</source>
        <translation>Ngày {on} chưa tới. Hãy chọn ngày đã sinh hoạt.</translation>
    </message>
    <message>
        <source>{on} is still to come. Enter money on the day it changes hands.</source>
        <translation>Ngày {on} chưa tới. Hãy ghi đúng ngày tiền được giao.</translation>
    </message>
    <message>
        <source>{on} lies before the first day of this book, {started_on}. Look at the day.</source>
        <translation>Ngày {on} ở trước ngày đầu của sổ này ({started_on}). Xem lại ngày.</translation>
    </message>
    <message>
        <source>{on} lies before {started_on}, the book's first day. Correct the day, or let the book start earlier.</source>
        <translation>Ngày {on} trước ngày mở sổ {started_on}. Hãy sửa ngày, hoặc sửa ngày mở sổ.</translation>
    </message>
    <message>
        <source>{on} lies too far from {month}: a meeting is held in its month or the next. Correct the day or the month.</source>
        <translation>Ngày {on} quá xa tháng {month}: buổi sinh hoạt phải trong tháng đó hoặc tháng sau. Hãy sửa ngày hoặc tháng.</translation>
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
        <source>{path} cannot be read as a workbook. Open it in a spreadsheet program, take off its password if it has one, save it as .xlsx and try again.</source>
        <translation>Không đọc được bảng tính {path}. Hãy mở bằng phần mềm bảng tính, bỏ mật khẩu nếu có, lưu lại thành .xlsx rồi thử lại.</translation>
    </message>
    <message>
        <source>{path} cannot be read. If the book has no password, the file is damaged: bring back the newest back-up. If it has one, its key file {keys} is not beside it: copies of key files are kept in {folder} on the computer where the password was set, and in every back-up.</source>
        <translation>Không đọc được {path}. Nếu sổ không đặt mật khẩu thì tệp đã hỏng: hãy khôi phục bản sao lưu mới nhất. Nếu có mật khẩu thì tệp khóa {keys} không nằm bên cạnh: bản sao tệp khóa nằm ở {folder} trên máy đã đặt mật khẩu, và trong mọi bản sao lưu.</translation>
    </message>
    <message>
        <source>{path} cannot be read: its key file {keys} is not beside it. A copy of it is {copy}: copy that one beside the book under the name {keys}.</source>
        <translation>Không đọc được {path}: tệp khóa {keys} không nằm bên cạnh. Có một bản sao là {copy}: hãy chép nó sang cạnh sổ với tên {keys}.</translation>
    </message>
    <message>
        <source>{path} could not be brought up to date and stays as it was. Please tell whoever looks after the program.</source>
        <translation>Chưa nâng cấp được {path}, sổ vẫn như cũ. Hãy báo người giúp về chương trình.</translation>
    </message>
    <message>
        <source>{path} could not be written or read. Check the disk or the USB stick.</source>
        <translation>Không đọc hoặc ghi được {path}. Hãy kiểm tra ổ đĩa hoặc USB.</translation>
    </message>
    <message>
        <source>{path} has a password. Type it, or give it with --password-file. Who has one: {holders}.</source>
        <translation>{path} có mật khẩu. Hãy gõ mật khẩu, hoặc đưa vào bằng --password-file. Người có mật khẩu: {holders}.</translation>
    </message>
    <message>
        <source>{path} holds no paper book: none of the sheets {sheets} is there. Name the folder with the CSV files, or the workbook.</source>
        <translation>{path} không có sổ giấy nào: không thấy trang nào trong các trang {sheets}. Hãy chọn thư mục có các tệp CSV, hoặc tệp bảng tính.</translation>
    </message>
    <message>
        <source>{path} is a bundle for the union and holds reports, not the book; no book can be brought back from it. Choose a back-up: a file that ends in .soclb or .soclb-backup.</source>
        <translation>{path} là gói gửi Hội, chỉ có số liệu báo cáo chứ không có sổ, nên không khôi phục sổ từ đó được. Hãy chọn bản sao lưu: tệp có đuôi .soclb hoặc .soclb-backup.</translation>
    </message>
    <message>
        <source>{path} is a damaged back-up. Look for another one, made earlier or later.</source>
        <translation>{path} là bản sao lưu bị hỏng. Hãy tìm bản khác, cũ hơn hoặc mới hơn.</translation>
    </message>
    <message>
        <source>{path} is a folder. Name a file.</source>
        <translation>{path} là thư mục. Hãy ghi tên một tệp.</translation>
    </message>
    <message>
        <source>{path} is already there and cannot be read, so nobody can say what would be lost. Nothing was changed. Say --replace to bring the copy back; the damaged file is then kept beside it.</source>
        <translation>{path} đã có ở đó mà không đọc được, nên không biết sẽ mất gì. Chưa thay đổi gì. Muốn khôi phục thì thêm --replace; tệp hỏng sẽ được giữ lại bên cạnh.</translation>
    </message>
    <message>
        <source>{path} is already there, and everything in it is in the copy too. Nothing was changed. Say --replace to bring the copy back all the same; the book as it is now is then kept beside it.</source>
        <translation>{path} đã có ở đó, và mọi thứ trong sổ đều có trong bản sao. Chưa thay đổi gì. Vẫn muốn khôi phục thì thêm --replace; sổ hiện nay sẽ được giữ lại bên cạnh.</translation>
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
        <source>{path} is being written in another window or by another program. Close that one, or open the book here for reading.</source>
        <translation>{path} đang được ghi ở cửa sổ khác hoặc chương trình khác. Hãy đóng bên kia, hoặc ở đây chỉ mở để xem.</translation>
    </message>
    <message>
        <source>{path} is damaged. Do not write into it; bring back the newest back-up.</source>
        <translation>{path} bị hỏng. Đừng ghi thêm; hãy khôi phục từ bản sao lưu mới nhất.</translation>
    </message>
    <message>
        <source>{path} is no file of a kind that can be read. Name a folder with CSV files, or a workbook that ends in one of {endings}.</source>
        <translation>{path} không phải loại tệp đọc được. Hãy chọn thư mục có các tệp CSV, hoặc tệp bảng tính có đuôi {endings}.</translation>
    </message>
    <message>
        <source>{path} is no hand-over of another club, or it is damaged. Ask that club for it again.</source>
        <translation>{path} không phải là tệp bàn giao của câu lạc bộ khác, hoặc đã hỏng. Hãy xin lại câu lạc bộ đó.</translation>
    </message>
    <message>
        <source>{path} is no register of a union. Choose a register, or make a new one.</source>
        <translation>{path} không phải sổ của Hội. Hãy chọn sổ của Hội, hoặc lập sổ mới.</translation>
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
        <source>{path} is not whole: {why} It was not brought back.</source>
        <translation>{path} không còn nguyên vẹn: {why} Chưa khôi phục.</translation>
    </message>
    <message>
        <source>{path} is not whole: {why} No copy was made.</source>
        <translation>{path} không còn nguyên vẹn: {why} Chưa sao lưu.</translation>
    </message>
    <message>
        <source>{path} is not whole: {why} No practice copy was made. Bring the newest good back-up back first.</source>
        <translation>{path} không còn nguyên vẹn: {why} Chưa lập bản làm thử. Hãy khôi phục từ bản sao lưu tốt mới nhất trước đã.</translation>
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
        <source>{path} was written by an older program. Open it once for writing, so that it is brought up to date; a copy of how it was stays beside it.</source>
        <translation>{path} do chương trình cũ hơn ghi. Hãy mở sổ một lần để ghi, sổ sẽ được nâng cấp; bản như cũ được giữ lại bên cạnh.</translation>
    </message>
    <message>
        <source>{percent} % is no share of the funds. Write a number from 0 to 100.</source>
        <translation>{percent} % không phải một phần của các quỹ. Hãy ghi số từ 0 đến 100.</translation>
    </message>
    <message>
        <source>{short:dong} đồng are missing in the {fund:fund}. Share out less.</source>
        <translation>{fund:fund} thiếu {short:dong} đồng. Hãy chia ít hơn.</translation>
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
        <source>{votes} votes are more than the {present} people present. Count again, or mark in step 1 who came.</source>
        <translation>{votes} phiếu nhiều hơn {present} người có mặt. Hãy đếm lại, hoặc điểm danh lại ở bước 1.</translation>
    </message>
    <message>
        <source>“{area}” names no commune. Write it as province/commune or province/district/commune.</source>
        <translation>“{area}” chưa phải tên một xã, phường. Hãy viết tỉnh/xã hoặc tỉnh/huyện/xã.</translation>
    </message>
    <message>
        <source>“{code}” stands in row {first} already. Each may stand only once.</source>
        <translation>“{code}” đã có ở dòng {first}. Mỗi mã chỉ được ghi một lần.</translation>
    </message>
    <message>
        <source>“{kind:kind}” lacks its other half. A transfer is two rows, one under the other: in and out, the same day and amount, two funds.</source>
        <translation>“{kind:kind}” thiếu nửa kia. Chuyển quỹ là hai dòng liền nhau: đi và đến, cùng ngày, cùng số tiền, hai quỹ khác nhau.</translation>
    </message>
    <message>
        <source>“{kind:kind}” needs a fund. Write income, operating or care.</source>
        <translation>“{kind:kind}” phải có quỹ. Hãy ghi quỹ tăng thu nhập, quỹ hoạt động hoặc quỹ tương trợ.</translation>
    </message>
    <message>
        <source>“{kind:kind}” needs a loan. Write the loan's code.</source>
        <translation>“{kind:kind}” phải có khoản vay. Hãy ghi mã khoản vay.</translation>
    </message>
    <message>
        <source>“{kind:kind}” needs a member. Choose one.</source>
        <translation>“{kind:kind}” cần có thành viên. Hãy chọn một người.</translation>
    </message>
    <message>
        <source>“{kind:kind}” needs a member. Write the member's code.</source>
        <translation>“{kind:kind}” phải có thành viên. Hãy ghi mã thành viên.</translation>
    </message>
    <message>
        <source>“{letters}” is no check code. It has 10 letters and stands at the foot of a paper.</source>
        <translation>“{letters}” không phải mã kiểm tra. Mã có 10 chữ cái, in ở cuối giấy.</translation>
    </message>
    <message>
        <source>“{pages}” are no page numbers. Write them as 1-3, 5, or leave the field empty.</source>
        <translation>“{pages}” không phải là số trang. Hãy viết như 1-3, 5, hoặc để trống ô này.</translation>
    </message>
    <message>
        <source>“{role}” is no office. Choose chair, secretary or treasurer.</source>
        <translation>“{role}” không phải là chức vụ. Hãy chọn chủ nhiệm, thư ký hoặc thủ quỹ.</translation>
    </message>
    <message>
        <source>“{sheet}” is no sheet of a paper book and was left out. If it should count, look at its name.</source>
        <translation>“{sheet}” không phải trang của sổ giấy nên không nhập. Nếu cần nhập, hãy xem lại tên trang.</translation>
    </message>
    <message>
        <source>“{text}” does not divide {amount:dong} đồng among the funds. Write it like income:6000;operating:4000, or leave the cell empty.</source>
        <translation>“{text}” không chia đúng {amount:dong} đồng cho các quỹ. Hãy ghi như income:6000;operating:4000, hoặc để trống.</translation>
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
        <source>“{text}” is no number of parts. Write a whole number: 0, 1, 2.</source>
        <translation>“{text}” không phải số phần. Hãy ghi số nguyên: 0, 1, 2.</translation>
    </message>
    <message>
        <source>“{text}” is no number. Write {rule} in digits alone.</source>
        <translation>“{text}” không phải số. Hãy ghi {rule} bằng chữ số.</translation>
    </message>
    <message>
        <source>“{text}” is no order of payment. Write penalty, interest and principal, each once, with semicolons between.</source>
        <translation>“{text}” không phải là thứ tự thu nợ. Hãy viết đủ penalty, interest, principal, mỗi từ một lần, cách nhau bằng dấu chấm phẩy.</translation>
    </message>
    <message>
        <source>“{text}” is no penalty. Write nothing, fixed:20000 for a sum, or monthly_bp:50 for a part of the overdue principal.</source>
        <translation>“{text}” không phải là mức phạt. Để trống, hoặc viết fixed:20000 cho một số tiền, monthly_bp:50 cho một phần gốc quá hạn mỗi tháng.</translation>
    </message>
    <message>
        <source>“{text}” is no time of day. Write it like 14:30.</source>
        <translation>“{text}” không phải giờ. Hãy ghi như 14:30.</translation>
    </message>
    <message>
        <source>“{text}” is no way to share interest. Write it like income:60;operating:40.</source>
        <translation>“{text}” không phải cách chia lãi. Hãy ghi như income:60;operating:40.</translation>
    </message>
    <message>
        <source>“{text}” is no whole number. Write it in digits alone.</source>
        <translation>“{text}” không phải số nguyên. Hãy chỉ ghi chữ số.</translation>
    </message>
    <message>
        <source>“{text}” is no year or day of birth. Write 1951 or 17/03/1951.</source>
        <translation>“{text}” không phải năm sinh hay ngày sinh. Hãy ghi 1951 hoặc 17/03/1951.</translation>
    </message>
    <message>
        <source>“{text}” is no year or day of birth. Write it like 1951 or 1951-03-17.</source>
        <translation>“{text}” không phải năm hoặc ngày sinh. Ghi như 1951 hoặc 1951-03-17.</translation>
    </message>
    <message>
        <source>“{text}” is nothing that the club's sheet knows. Write one of these: {known}.</source>
        <translation>Trang câu lạc bộ không có mục “{text}”. Hãy ghi một trong các mục: {known}.</translation>
    </message>
    <message>
        <source>“{text}” is unknown here. Write one of these: {known}.</source>
        <translation>Không hiểu “{text}”. Hãy ghi một trong các từ: {known}.</translation>
    </message>
    <message>
        <source>“{text}” looks typed with an old font (TCVN3 or VNI); it would read “{modern}”. If so, convert the sheet to Unicode and bring it in again.</source>
        <translation>“{text}” có vẻ gõ bằng phông cũ (TCVN3 hoặc VNI), đọc ra là “{modern}”. Nếu đúng, hãy chuyển bảng sang Unicode rồi nhập lại.</translation>
    </message>
</context>
<context>
    <name>handbook</name>
    <message>
        <source>Handbook</source>
        <translation>Sổ tay sử dụng</translation>
    </message>
    <message>
        <source>The book of the self-help club</source>
        <translation>Sổ câu lạc bộ tự giúp nhau</translation>
    </message>
    <message>
        <source>The book of the self-help club, step by step</source>
        <translation>Phần mềm Sổ câu lạc bộ, làm theo từng bước</translation>
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
        <source>Aged 60 and over</source>
        <translation>Từ 60 tuổi trở lên</translation>
    </message>
    <message>
        <source>Areas of work</source>
        <translation>Mảng hoạt động</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Tỷ lệ có mặt</translation>
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
        <source>Borrowed capital</source>
        <translation>Vốn mượn</translation>
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
        <source>Borrowers</source>
        <translation>Người đang vay</translation>
    </message>
    <message>
        <source>Both funds kept</source>
        <translation>Có đủ hai quỹ</translation>
    </message>
    <message>
        <source>Box, paper book and program agree</source>
        <translation>Tiền trong quỹ, sổ giấy và chương trình khớp nhau</translation>
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
        <source>Chair of the board</source>
        <translation>Chủ nhiệm</translation>
    </message>
    <message>
        <source>Commune it belongs to</source>
        <translation>Thuộc địa bàn</translation>
    </message>
    <message>
        <source>Coverage is counted by</source>
        <translation>Độ phủ tính theo</translation>
    </message>
    <message>
        <source>Culture, arts and visits</source>
        <translation>Văn hóa, văn nghệ, thăm hỏi giao lưu</translation>
    </message>
    <message>
        <source>Days after the month's end to report</source>
        <translation>Số ngày sau khi hết tháng phải gửi số liệu</translation>
    </message>
    <message>
        <source>Districts or communes there are</source>
        <translation>Tổng số đơn vị (huyện hoặc xã) trên địa bàn</translation>
    </message>
    <message>
        <source>Donation</source>
        <translation>Ủng hộ</translation>
    </message>
    <message>
        <source>Donations</source>
        <translation>Ủng hộ</translation>
    </message>
    <message>
        <source>Ended, because</source>
        <translation>Đã dừng, vì</translation>
    </message>
    <message>
        <source>Entry no. {number}: the same in the book and on its slip</source>
        <translation>Khoản số {number}: khớp giữa sổ và phiếu</translation>
    </message>
    <message>
        <source>Exchange visit</source>
        <translation>Giao lưu</translation>
    </message>
    <message>
        <source>Expense</source>
        <translation>Chi</translation>
    </message>
    <message>
        <source>Founded on</source>
        <translation>Ngày thành lập</translation>
    </message>
    <message>
        <source>Founding decision</source>
        <translation>Quyết định thành lập</translation>
    </message>
    <message>
        <source>Health care</source>
        <translation>Chăm sóc sức khỏe</translation>
    </message>
    <message>
        <source>In loans more than 30 days late</source>
        <translation>Dư nợ của khoản quá hạn trên 30 ngày</translation>
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
        <source>Interest and penalties</source>
        <translation>Lãi và phạt trả chậm</translation>
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
        <source>Largest loan</source>
        <translation>Mức vay cao nhất</translation>
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
        <source>Loans one member may have at a time</source>
        <translation>Số khoản vay một người được có cùng lúc</translation>
    </message>
    <message>
        <source>Loans up to so many times the savings</source>
        <translation>Được vay gấp mấy lần tiết kiệm</translation>
    </message>
    <message>
        <source>Managed by</source>
        <translation>Đơn vị quản lý</translation>
    </message>
    <message>
        <source>Meetings held in a year</source>
        <translation>Số buổi sinh hoạt trong năm</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Thành viên</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Thành viên</translation>
    </message>
    <message>
        <source>Members of the club</source>
        <translation>Số thành viên</translation>
    </message>
    <message>
        <source>Members with a loan</source>
        <translation>Tỷ lệ đang vay</translation>
    </message>
    <message>
        <source>Membership fee</source>
        <translation>Phí thành viên</translation>
    </message>
    <message>
        <source>Membership fees</source>
        <translation>Phí thành viên</translation>
    </message>
    <message>
        <source>Monthly fee</source>
        <translation>Phí hằng tháng</translation>
    </message>
    <message>
        <source>Months behind that make a club silent</source>
        <translation>Số tháng không gửi thì coi là im lặng</translation>
    </message>
    <message>
        <source>Near-poor</source>
        <translation>Hộ cận nghèo</translation>
    </message>
    <message>
        <source>Note of the union</source>
        <translation>Ghi chú của Hội</translation>
    </message>
    <message>
        <source>One member's share of the income fund</source>
        <translation>Phần quỹ tăng thu nhập một người được vay</translation>
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
        <source>Other members of the board</source>
        <translation>Ủy viên ban chủ nhiệm</translation>
    </message>
    <message>
        <source>Owed by members</source>
        <translation>Dư nợ</translation>
    </message>
    <message>
        <source>Paid into the bank</source>
        <translation>Gửi ngân hàng</translation>
    </message>
    <message>
        <source>Penalty for paying late</source>
        <translation>Phạt trả chậm</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>Hộ nghèo</translation>
    </message>
    <message>
        <source>Principal repaid</source>
        <translation>Trả gốc</translation>
    </message>
    <message>
        <source>Principal repaid on time</source>
        <translation>Trả gốc đúng hạn</translation>
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
        <source>Savings</source>
        <translation>Tiết kiệm</translation>
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
        <source>Secretary of the board</source>
        <translation>Thư ký</translation>
    </message>
    <message>
        <source>Self-help and community support</source>
        <translation>Tự giúp nhau, hỗ trợ cộng đồng</translation>
    </message>
    <message>
        <source>Share aged 60 and over</source>
        <translation>Tỷ lệ từ 60 tuổi</translation>
    </message>
    <message>
        <source>Share of women</source>
        <translation>Tỷ lệ nữ</translation>
    </message>
    <message>
        <source>Size of the income fund</source>
        <translation>Quỹ tăng thu nhập</translation>
    </message>
    <message>
        <source>Split from the club</source>
        <translation>Tách từ câu lạc bộ</translation>
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
        <source>Target of coverage</source>
        <translation>Chỉ tiêu độ phủ</translation>
    </message>
    <message>
        <source>The cash in the box was counted in front of us</source>
        <translation>Tiền mặt được đếm trước mặt đoàn kiểm tra</translation>
    </message>
    <message>
        <source>The club meets each month</source>
        <translation>Câu lạc bộ sinh hoạt đều hằng tháng</translation>
    </message>
    <message>
        <source>The minutes are there and signed</source>
        <translation>Có biên bản và đủ chữ ký</translation>
    </message>
    <message>
        <source>The paper book is kept up to the last meeting</source>
        <translation>Sổ giấy ghi đủ đến buổi sinh hoạt gần nhất</translation>
    </message>
    <message>
        <source>Times a loan may be extended</source>
        <translation>Số lần được gia hạn</translation>
    </message>
    <message>
        <source>Training course</source>
        <translation>Tập huấn</translation>
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
        <source>Treasurer of the board</source>
        <translation>Thủ quỹ</translation>
    </message>
    <message>
        <source>Vice chair of the board</source>
        <translation>Phó chủ nhiệm</translation>
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
        <source>What a payment goes to first</source>
        <translation>Thứ tự thu nợ</translation>
    </message>
    <message>
        <source>What the target rests on</source>
        <translation>Căn cứ của chỉ tiêu</translation>
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
        <source>Written-off loan recovered</source>
        <translation>Thu nợ đã xóa</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>vắng</translation>
    </message>
    <message>
        <source>as in the list of communes</source>
        <translation>theo danh mục xã, phường</translation>
    </message>
    <message>
        <source>attendance 100 % at all {count} meetings</source>
        <translation>cả {count} buổi đều có mặt 100 %</translation>
    </message>
    <message>
        <source>before the book began</source>
        <translation>trước khi mở sổ</translation>
    </message>
    <message>
        <source>commune or ward</source>
        <translation>xã, phường</translation>
    </message>
    <message>
        <source>district</source>
        <translation>huyện (cũ)</translation>
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
        <source>income fund and operating fund that hold money</source>
        <translation>quỹ tăng thu nhập và quỹ hoạt động đều có tiền</translation>
    </message>
    <message>
        <source>interest</source>
        <translation>lãi</translation>
    </message>
    <message>
        <source>late</source>
        <translation>gửi chậm</translation>
    </message>
    <message>
        <source>late penalty</source>
        <translation>phạt trả chậm</translation>
    </message>
    <message>
        <source>male</source>
        <translation>nam</translation>
    </message>
    <message>
        <source>meeting held</source>
        <translation>đã sinh hoạt</translation>
    </message>
    <message>
        <source>meetings held in the last 12 months</source>
        <translation>số buổi đã sinh hoạt trong 12 tháng gần nhất</translation>
    </message>
    <message>
        <source>members aged 60 and over among the members</source>
        <translation>số người từ 60 tuổi trên số thành viên</translation>
    </message>
    <message>
        <source>members at the month's end</source>
        <translation>số thành viên cuối tháng</translation>
    </message>
    <message>
        <source>members who owe a loan among the members</source>
        <translation>số người còn nợ vay trên số thành viên</translation>
    </message>
    <message>
        <source>money lent, no interest for {count} months</source>
        <translation>có dư nợ mà {count} tháng không thu lãi</translation>
    </message>
    <message>
        <source>near-poor</source>
        <translation>cận nghèo</translation>
    </message>
    <message>
        <source>no meeting</source>
        <translation>không sinh hoạt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không</translation>
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
        <source>not yet due</source>
        <translation>chưa đến hạn gửi</translation>
    </message>
    <message>
        <source>nothing told</source>
        <translation>chưa có số liệu</translation>
    </message>
    <message>
        <source>of the eight areas, those of the last 12 months</source>
        <translation>số mảng đã làm trong 12 tháng gần nhất, trên tám mảng</translation>
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
        <source>paid by the end of the due month, of what fell due</source>
        <translation>số gốc trả trong tháng đến hạn trên số gốc đến hạn</translation>
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
        <source>present among all on the lists of the last 12 months</source>
        <translation>số lượt có mặt trên tổng số lượt có tên trong 12 tháng gần nhất</translation>
    </message>
    <message>
        <source>principal</source>
        <translation>gốc</translation>
    </message>
    <message>
        <source>principal at the end</source>
        <translation>trả gốc cuối kỳ</translation>
    </message>
    <message>
        <source>reported</source>
        <translation>đã gửi</translation>
    </message>
    <message>
        <source>represented</source>
        <translation>người đi thay</translation>
    </message>
    <message>
        <source>round interest in {count} months</source>
        <translation>tiền lãi tròn số trong {count} tháng</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>không gửi</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>chưa đến</translation>
    </message>
    <message>
        <source>the entries of {count} months typed in one night</source>
        <translation>khoản của {count} tháng được ghi trong một đêm</translation>
    </message>
    <message>
        <source>the income fund in đồng</source>
        <translation>quỹ tăng thu nhập, tính bằng đồng</translation>
    </message>
    <message>
        <source>the same cash in the box for {count} months</source>
        <translation>tiền mặt trong quỹ không đổi suốt {count} tháng</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>sắp tới</translation>
    </message>
    <message>
        <source>women among the members</source>
        <translation>số nữ trên số thành viên</translation>
    </message>
    <message>
        <source>{amount} đồng</source>
        <translation>{amount} đồng</translation>
    </message>
    <message>
        <source>{amount} đồng for each late instalment</source>
        <translation>{amount} đồng mỗi kỳ trả chậm</translation>
    </message>
    <message>
        <source>{count} entries typed more than a month late</source>
        <translation>{count} khoản ghi chậm hơn một tháng</translation>
    </message>
    <message>
        <source>{count} meetings without any money</source>
        <translation>{count} buổi sinh hoạt không có khoản thu, chi nào</translation>
    </message>
    <message>
        <source>{rate} a month of the overdue principal</source>
        <translation>{rate} một tháng trên gốc quá hạn</translation>
    </message>
</context>
<context>
    <name>memo</name>
    <message>
        <source>Board allowance {year}: {name}; {minutes}</source>
        <translation>Phụ cấp ban chủ nhiệm năm {year}: {name}; {minutes}</translation>
    </message>
    <message>
        <source>Handed over to {club}; {minutes}</source>
        <translation>Bàn giao cho {club}; {minutes}</translation>
    </message>
    <message>
        <source>Taken over from {club}; {minutes}</source>
        <translation>Nhận bàn giao từ {club}; {minutes}</translation>
    </message>
    <message>
        <source>Year {year}, between funds; {minutes}</source>
        <translation>Năm {year}, chuyển giữa các quỹ; {minutes}</translation>
    </message>
    <message>
        <source>Year {year}, by average savings; {minutes}</source>
        <translation>Năm {year}, theo tiết kiệm bình quân; {minutes}</translation>
    </message>
    <message>
        <source>{reason}; paid to {name}</source>
        <translation>{reason}; giao cho {name}</translation>
    </message>
</context>
<context>
    <name>paper</name>
    <message>
        <source>(signature or thumb print)</source>
        <translation>(Ký hoặc điểm chỉ)</translation>
    </message>
    <message>
        <source>(signature, full name)</source>
        <translation>(Ký, ghi rõ họ tên)</translation>
    </message>
    <message>
        <source>..... hours ....., {day}</source>
        <translation>....... giờ ......., {day}</translation>
    </message>
    <message>
        <source>1 signed list</source>
        <translation>01 danh sách có ký nhận</translation>
    </message>
    <message>
        <source>1. Agrees</source>
        <translation>Mục 1: đồng ý</translation>
    </message>
    <message>
        <source>1. Money and funds</source>
        <translation>1. Tiền và quỹ</translation>
    </message>
    <message>
        <source>1. Money by the books</source>
        <translation>1. Tiền và vốn theo sổ sách</translation>
    </message>
    <message>
        <source>1. The club keeps my name, year of birth, sex, hamlet, telephone number, household situation, attendance, savings and loans, to run the club and to report to the body above it. Reports carry counts and sums; my name goes to the body above only where it supervises loans.</source>
        <translation>1. Câu lạc bộ lưu họ tên, năm sinh, giới tính, nơi ở, số điện thoại, hoàn cảnh gia đình, việc dự sinh hoạt, tiền tiết kiệm và vốn vay của tôi để điều hành câu lạc bộ và báo cáo cấp trên. Báo cáo chỉ gồm số lượng và số tiền chung; tên tôi chỉ gửi cấp trên khi cần giám sát vốn vay.</translation>
    </message>
    <message>
        <source>1. What there is after the loans</source>
        <translation>1. Nguồn vốn sau khi cho vay</translation>
    </message>
    <message>
        <source>1. What was looked at</source>
        <translation>1. Nội dung kiểm tra</translation>
    </message>
    <message>
        <source>1. Who has reported</source>
        <translation>1. Tình hình gửi số liệu</translation>
    </message>
    <message>
        <source>2. Agrees</source>
        <translation>Mục 2: đồng ý</translation>
    </message>
    <message>
        <source>2. Cash in the box</source>
        <translation>2. Tiền mặt trong quỹ</translation>
    </message>
    <message>
        <source>2. Loans approved</source>
        <translation>2. Các khoản vay được duyệt</translation>
    </message>
    <message>
        <source>2. Meetings of {year}</source>
        <translation>2. Sinh hoạt năm {year}</translation>
    </message>
    <message>
        <source>2. Members who go along</source>
        <translation>2. Thành viên chuyển sang</translation>
    </message>
    <message>
        <source>2. Notes counted</source>
        <translation>2. Kiểm đếm tiền mặt</translation>
    </message>
    <message>
        <source>2. The club's paper books may say what volunteers know of my health when they help me. These notes stay in the paper book.</source>
        <translation>2. Sổ giấy của câu lạc bộ được ghi tình hình sức khỏe của tôi khi tình nguyện viên đến giúp đỡ. Những ghi chép này chỉ nằm trong sổ giấy.</translation>
    </message>
    <message>
        <source>3. Books and papers</source>
        <translation>3. Sổ sách, giấy tờ, hiện vật</translation>
    </message>
    <message>
        <source>3. Loans that go along</source>
        <translation>3. Khoản vay chuyển sang</translation>
    </message>
    <message>
        <source>3. Opinions</source>
        <translation>3. Ý kiến thảo luận</translation>
    </message>
    <message>
        <source>3. Points by the model's criteria</source>
        <translation>3. Điểm theo tiêu chí của mô hình</translation>
    </message>
    <message>
        <source>3. To be mended</source>
        <translation>3. Việc cần sửa</translation>
    </message>
    <message>
        <source>4. Conclusion</source>
        <translation>4. Kết luận</translation>
    </message>
    <message>
        <source>4. Figures to ask about</source>
        <translation>4. Những số liệu cần hỏi lại</translation>
    </message>
    <message>
        <source>5. Against a year before</source>
        <translation>5. So với cùng kỳ năm trước</translation>
    </message>
    <message>
        <source>6. Where the means of twelve months came from</source>
        <translation>6. Nguồn lực trong mười hai tháng</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Vắng không phép</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Sau</translation>
    </message>
    <message>
        <source>Aged 55 and older</source>
        <translation>Từ 55 tuổi trở lên</translation>
    </message>
    <message>
        <source>Aged 55 up</source>
        <translation>Từ 55 tuổi</translation>
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
        <source>Agreed in</source>
        <translation>Theo</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Số tiền</translation>
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
        <source>Area, work</source>
        <translation>Mảng, việc làm</translation>
    </message>
    <message>
        <source>Areas of work:</source>
        <translation>Mảng hoạt động:</translation>
    </message>
    <message>
        <source>Article 1. The loan</source>
        <translation>Điều 1. Số tiền và mục đích vay</translation>
    </message>
    <message>
        <source>Article 2. Term, interest, way of repaying</source>
        <translation>Điều 2. Thời hạn, lãi suất, cách trả</translation>
    </message>
    <message>
        <source>Article 3. Plan of repayment</source>
        <translation>Điều 3. Lịch trả nợ</translation>
    </message>
    <message>
        <source>Article 4. Duties</source>
        <translation>Điều 4. Trách nhiệm</translation>
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
        <source>At the end of the period the club has {members} members, {women} of them women, {older} aged 60 and older, {poor} of poor and {near_poor} of near-poor households.</source>
        <translation>Cuối kỳ, câu lạc bộ có {members} thành viên, trong đó nữ {women}, từ 60 tuổi trở lên {older}, thuộc hộ nghèo {poor}, hộ cận nghèo {near_poor}.</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>Kèm theo</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Tỷ lệ có mặt</translation>
    </message>
    <message>
        <source>Attendance book</source>
        <translation>Sổ điểm danh</translation>
    </message>
    <message>
        <source>Attendance sheet</source>
        <translation>Danh sách điểm danh</translation>
    </message>
    <message>
        <source>Average savings</source>
        <translation>Tiết kiệm bình quân</translation>
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
        <source>Balances carried over</source>
        <translation>Bảng số dư chuyển sang</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Ngân hàng</translation>
    </message>
    <message>
        <source>Bank book or bank papers</source>
        <translation>Sổ tiết kiệm, giấy tờ ngân hàng</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Trước</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Thời gian bắt đầu</translation>
    </message>
    <message>
        <source>Between funds</source>
        <translation>Chuyển giữa các quỹ</translation>
    </message>
    <message>
        <source>Blood pressure</source>
        <translation>Huyết áp</translation>
    </message>
    <message>
        <source>Board allowance</source>
        <translation>Phụ cấp ban chủ nhiệm</translation>
    </message>
    <message>
        <source>Board meeting to approve loans</source>
        <translation>Họp ban chủ nhiệm xét cho vay vốn</translation>
    </message>
    <message>
        <source>Book no.: ...........</source>
        <translation>Quyển số: ...........</translation>
    </message>
    <message>
        <source>Book of golden hearts</source>
        <translation>Sổ Tấm lòng vàng</translation>
    </message>
    <message>
        <source>Book of property and equipment</source>
        <translation>Sổ tài sản, trang thiết bị</translation>
    </message>
    <message>
        <source>Book, paper, thing</source>
        <translation>Tên sổ, giấy tờ, hiện vật</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Năm sinh</translation>
    </message>
    <message>
        <source>Borrowed</source>
        <translation>Số tiền, ngày vay</translation>
    </message>
    <message>
        <source>Borrowed capital to be paid back</source>
        <translation>Vốn mượn phải trả</translation>
    </message>
    <message>
        <source>Borrower</source>
        <translation>Người vay</translation>
    </message>
    <message>
        <source>Borrowers</source>
        <translation>Số người đang vay</translation>
    </message>
    <message>
        <source>Both sides have checked and agree; made in three copies./.</source>
        <translation>Hai bên đã kiểm tra và thống nhất các nội dung trên; biên bản lập thành 03 bản, mỗi người ký giữ 01 bản./.</translation>
    </message>
    <message>
        <source>Both sides have checked and agree; made in two copies./.</source>
        <translation>Hai bên đã kiểm tra và thống nhất; biên bản lập thành hai bản./.</translation>
    </message>
    <message>
        <source>Box and book agree.</source>
        <translation>Tiền trong quỹ khớp với sổ.</translation>
    </message>
    <message>
        <source>Brought from the page before</source>
        <translation>Trang trước chuyển sang</translation>
    </message>
    <message>
        <source>Bundles that the club sends carry the signature of this key. When the union first meets the key, it compares these letters with those its register shows: if they differ, the bundle is not the club's, and nothing of it is believed.</source>
        <translation>Gói dữ liệu của câu lạc bộ gửi đi đều ký bằng khóa này. Lần đầu gặp khóa, Hội so các chữ này với chữ hiện trong sổ tổng hợp: nếu khác nhau thì gói không phải của câu lạc bộ và không được tin dùng.</translation>
    </message>
    <message>
        <source>By area</source>
        <translation>Theo địa bàn</translation>
    </message>
    <message>
        <source>By the book</source>
        <translation>Theo sổ</translation>
    </message>
    <message>
        <source>By the communes and wards of today.</source>
        <translation>Xếp theo xã, phường hiện nay.</translation>
    </message>
    <message>
        <source>CANCELLED</source>
        <translation>ĐÃ HỦY</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Số người</translation>
    </message>
    <message>
        <source>Cancelled because</source>
        <translation>Lý do hủy</translation>
    </message>
    <message>
        <source>Cancelled: {what}. Reason: {reason}</source>
        <translation>Hủy: {what}. Lý do: {reason}</translation>
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
        <source>Cash and bank</source>
        <translation>Tiền mặt và tiền gửi</translation>
    </message>
    <message>
        <source>Cash and bank at the beginning</source>
        <translation>Tồn đầu kỳ (tiền mặt và ngân hàng)</translation>
    </message>
    <message>
        <source>Cash and bank at the end</source>
        <translation>Tồn cuối kỳ (tiền mặt và ngân hàng)</translation>
    </message>
    <message>
        <source>Cash and bank at the end: {amount} đồng. In words: {words}</source>
        <translation>Tồn cuối kỳ tiền mặt và ngân hàng: {amount} đồng. Bằng chữ: {words}</translation>
    </message>
    <message>
        <source>Cash at the end: {amount} đồng. In words: {words}</source>
        <translation>Tồn quỹ tiền mặt cuối kỳ: {amount} đồng. Bằng chữ: {words}</translation>
    </message>
    <message>
        <source>Cash before the meeting</source>
        <translation>Tiền mặt trước buổi sinh hoạt</translation>
    </message>
    <message>
        <source>Cash book</source>
        <translation>Sổ quỹ tiền mặt</translation>
    </message>
    <message>
        <source>Cash by the book: {amount} đồng.</source>
        <translation>Tiền mặt theo sổ: {amount} đồng.</translation>
    </message>
    <message>
        <source>Cash count</source>
        <translation>Kiểm quỹ</translation>
    </message>
    <message>
        <source>Cash handed over: {amount} đồng. In words: {words}</source>
        <translation>Tiền mặt bàn giao: {amount} đồng. Bằng chữ: {words}</translation>
    </message>
    <message>
        <source>Cash in the box {cash} đồng, at the bank {bank} đồng, income fund {fund} đồng.</source>
        <translation>Tiền mặt tại quỹ {cash} đồng, tiền gửi ngân hàng {bank} đồng, quỹ tăng thu nhập {fund} đồng.</translation>
    </message>
    <message>
        <source>Cash paid out</source>
        <translation>Chi tiền mặt trong kỳ</translation>
    </message>
    <message>
        <source>Cash taken in</source>
        <translation>Thu tiền mặt trong kỳ</translation>
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
        <source>Chair, handing over</source>
        <translation>Chủ nhiệm bên giao</translation>
    </message>
    <message>
        <source>Chair, taking over</source>
        <translation>Chủ nhiệm bên nhận</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Tăng, giảm</translation>
    </message>
    <message>
        <source>Check code {code}</source>
        <translation>Mã kiểm tra {code}</translation>
    </message>
    <message>
        <source>Check code {code} · {club} · {paper} · {period}</source>
        <translation>Mã kiểm tra {code} · {club} · {paper} · {period}</translation>
    </message>
    <message>
        <source>Check-up</source>
        <translation>Khám định kỳ</translation>
    </message>
    <message>
        <source>Check: cash, bank and loans {has} đồng; funds, savings and borrowed capital {owned} đồng.</source>
        <translation>Đối chiếu: tiền mặt, ngân hàng và dư nợ {has} đồng; các quỹ, tiết kiệm và vốn mượn {owned} đồng.</translation>
    </message>
    <message>
        <source>Checklist for a visit</source>
        <translation>Phiếu kiểm tra</translation>
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
        <source>Clubs</source>
        <translation>Số CLB</translation>
    </message>
    <message>
        <source>Clubs in {covered} of {units} ({share}); the target is {target}.</source>
        <translation>Có câu lạc bộ ở {covered} trên {units} đơn vị ({share}); chỉ tiêu là {target}.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Collected by</source>
        <translation>Người thu</translation>
    </message>
    <message>
        <source>Collection sheet</source>
        <translation>Bảng thu tiền</translation>
    </message>
    <message>
        <source>Consent to keeping personal data</source>
        <translation>Phiếu đồng ý lưu thông tin cá nhân</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Cost (đồng)</source>
        <translation>Kinh phí (đồng)</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Đếm được</translation>
    </message>
    <message>
        <source>Counted against the book, too much or missing: {dots}</source>
        <translation>So với sổ, thừa hoặc thiếu: {dots}</translation>
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
        <source>Days of work or worth</source>
        <translation>Số công/trị giá</translation>
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
        <source>Drawn from the figures up to {month} with the number {seed}.</source>
        <translation>Mẫu chọn từ số liệu đến hết {month}, mã chọn mẫu {seed}.</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>Hạn trả</translation>
    </message>
    <message>
        <source>Each club</source>
        <translation>Từng câu lạc bộ</translation>
    </message>
    <message>
        <source>Each member reads her own line, or has it read to her, and signs beside it only if it is right. What is not right is written below and mended in the book first.</source>
        <translation>Mỗi thành viên tự đọc hoặc nghe đọc dòng của mình, đúng thì mới ký. Dòng nào chưa đúng thì ghi xuống dưới và sửa trong sổ trước.</translation>
    </message>
    <message>
        <source>Entries corrected</source>
        <translation>Sửa các khoản đã ghi</translation>
    </message>
    <message>
        <source>Exchange visits</source>
        <translation>Giao lưu</translation>
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
        <source>Fee book</source>
        <translation>Sổ thu phí thành viên</translation>
    </message>
    <message>
        <source>Fee due</source>
        <translation>Phí phải thu</translation>
    </message>
    <message>
        <source>Fee paid</source>
        <translation>Phí đã thu</translation>
    </message>
    <message>
        <source>Fees of {amount} đồng are behind; they are not taken out here.</source>
        <translation>Còn thiếu {amount} đồng tiền phí, không trừ ở đây.</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>File of the book</source>
        <translation>Tệp của sổ</translation>
    </message>
    <message>
        <source>For the club</source>
        <translation>Đại diện câu lạc bộ</translation>
    </message>
    <message>
        <source>For the fund</source>
        <translation>Cho quỹ</translation>
    </message>
    <message>
        <source>For the union</source>
        <translation>Đại diện Hội</translation>
    </message>
    <message>
        <source>Former key</source>
        <translation>Khóa cũ</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Thực tế</translation>
    </message>
    <message>
        <source>From whom</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Full name, purpose</source>
        <translation>Họ và tên, mục đích</translation>
    </message>
    <message>
        <source>Fund</source>
        <translation>Quỹ</translation>
    </message>
    <message>
        <source>Funds before and after</source>
        <translation>Các quỹ trước và sau khi chia</translation>
    </message>
    <message>
        <source>Giver, address</source>
        <translation>Người, đơn vị ủng hộ; địa chỉ</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Đúng</translation>
    </message>
    <message>
        <source>Guarantor</source>
        <translation>Người bảo lãnh</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>Khách mời</translation>
    </message>
    <message>
        <source>Hamlet</source>
        <translation>Xóm, tổ</translation>
    </message>
    <message>
        <source>Hand-over between clubs</source>
        <translation>Về việc bàn giao giữa hai câu lạc bộ</translation>
    </message>
    <message>
        <source>Hand-over of fund and books</source>
        <translation>Bàn giao quỹ và sổ sách</translation>
    </message>
    <message>
        <source>Handed over by</source>
        <translation>Người bàn giao</translation>
    </message>
    <message>
        <source>Handing over</source>
        <translation>Bên giao</translation>
    </message>
    <message>
        <source>Health book</source>
        <translation>Sổ theo dõi sức khỏe</translation>
    </message>
    <message>
        <source>Held of told</source>
        <translation>Đã sinh hoạt</translation>
    </message>
    <message>
        <source>Helpers</source>
        <translation>Người giúp</translation>
    </message>
    <message>
        <source>Home care book</source>
        <translation>Sổ chăm sóc tại nhà</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Số giờ</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>Hoàn cảnh</translation>
    </message>
    <message>
        <source>I ask to borrow</source>
        <translation>Tôi xin vay số tiền</translation>
    </message>
    <message>
        <source>I promise to use the loan for what it is given for, to repay principal and interest on the agreed days at the club's meetings, and to keep the club's rules.</source>
        <translation>Tôi cam kết sử dụng vốn vay đúng mục đích, trả gốc và lãi đúng hạn tại các buổi sinh hoạt, chấp hành quy định của câu lạc bộ.</translation>
    </message>
    <message>
        <source>I write yes or no behind each. I may see and correct what is kept of me, and take my consent back at any time by telling the board.</source>
        <translation>Tôi tự ghi “có” hoặc “không” cho từng mục. Tôi được xem, đề nghị sửa thông tin của mình và rút lại sự đồng ý bất cứ lúc nào bằng cách báo cho ban chủ nhiệm.</translation>
    </message>
    <message>
        <source>I. Meetings by area of work</source>
        <translation>I. Số buổi sinh hoạt theo mảng hoạt động</translation>
    </message>
    <message>
        <source>I. Organisation and members</source>
        <translation>I. Tổ chức, thành viên</translation>
    </message>
    <message>
        <source>II. Meetings</source>
        <translation>II. Sinh hoạt</translation>
    </message>
    <message>
        <source>II. What was done</source>
        <translation>II. Kết quả hoạt động</translation>
    </message>
    <message>
        <source>III. Fund and loans</source>
        <translation>III. Quỹ và vốn vay</translation>
    </message>
    <message>
        <source>III. Plan</source>
        <translation>III. Kế hoạch thời gian tới</translation>
    </message>
    <message>
        <source>IV. Meetings by area of work</source>
        <translation>IV. Số buổi sinh hoạt theo mảng hoạt động</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>Người phụ trách</translation>
    </message>
    <message>
        <source>In the book</source>
        <translation>Theo sổ</translation>
    </message>
    <message>
        <source>In the box</source>
        <translation>Tồn</translation>
    </message>
    <message>
        <source>In the chair</source>
        <translation>Chủ trì (chủ tọa)</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>Bằng chữ</translation>
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
        <source>Inspection and supervision of {club}</source>
        <translation>Kiểm tra, giám sát {club}</translation>
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
        <source>Interest divided among the funds, {period}</source>
        <translation>Phân chia tiền lãi vào các quỹ {period}</translation>
    </message>
    <message>
        <source>Interest due</source>
        <translation>Lãi phải thu</translation>
    </message>
    <message>
        <source>Interest handed in</source>
        <translation>Lãi đã trả</translation>
    </message>
    <message>
        <source>Interest on savings</source>
        <translation>Lãi tiết kiệm</translation>
    </message>
    <message>
        <source>Interest paid</source>
        <translation>Lãi đã thu</translation>
    </message>
    <message>
        <source>Interest taken in month by month, {year}</source>
        <translation>Lãi thu từng tháng năm {year}</translation>
    </message>
    <message>
        <source>Interest taken in {interest} đồng, late penalties {penalty} đồng, together {whole} đồng. In words: {words}</source>
        <translation>Tiền lãi đã thu {interest} đồng, phạt trả chậm {penalty} đồng, cộng {whole} đồng. Bằng chữ: {words}</translation>
    </message>
    <message>
        <source>Interest taken so far</source>
        <translation>Lãi đã thu</translation>
    </message>
    <message>
        <source>Interest to pay</source>
        <translation>Lãi phải trả</translation>
    </message>
    <message>
        <source>Interest up to the day</source>
        <translation>Lãi tính đến ngày thanh toán</translation>
    </message>
    <message>
        <source>Interest, way of repaying</source>
        <translation>Lãi suất, cách trả</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Joined on</source>
        <translation>Ngày vào</translation>
    </message>
    <message>
        <source>Kept by</source>
        <translation>Người giữ</translation>
    </message>
    <message>
        <source>Kept: the club</source>
        <translation>Lưu: CLB</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Khóa</translation>
    </message>
    <message>
        <source>Key of the cash box</source>
        <translation>Chìa khóa hòm tiền</translation>
    </message>
    <message>
        <source>Keys that the club gave up</source>
        <translation>Các khóa câu lạc bộ đã bỏ</translation>
    </message>
    <message>
        <source>Kind of help</source>
        <translation>Hình thức giúp</translation>
    </message>
    <message>
        <source>Last bundle</source>
        <translation>Gói gần nhất</translation>
    </message>
    <message>
        <source>Lateness</source>
        <translation>Thời gian quá hạn</translation>
    </message>
    <message>
        <source>Left on</source>
        <translation>Ngày ra</translation>
    </message>
    <message>
        <source>Left the club in {year}</source>
        <translation>Đã ra khỏi câu lạc bộ trong năm {year}</translation>
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
        <source>Lent in all: {amount} đồng. In words: {words}</source>
        <translation>Tổng số tiền cho vay: {amount} đồng. Bằng chữ: {words}</translation>
    </message>
    <message>
        <source>Lent in the period {lent} đồng, repaid {repaid} đồng. {borrowers} members have {open} loans; late {late} đồng; more than 30 days late {par} of what is owed; principal repaid on time {on_time}.</source>
        <translation>Trong kỳ cho vay {lent} đồng, thu gốc {repaid} đồng. Hiện có {borrowers} người vay, {open} khoản vay; gốc quá hạn {late} đồng; dư nợ quá hạn trên 30 ngày chiếm {par}; tỷ lệ trả gốc đúng hạn {on_time}.</translation>
    </message>
    <message>
        <source>Lent on</source>
        <translation>Ngày vay</translation>
    </message>
    <message>
        <source>Lent on, to be repaid by</source>
        <translation>Ngày vay, hạn trả</translation>
    </message>
    <message>
        <source>Lines that are not right:</source>
        <translation>Dòng chưa đúng:</translation>
    </message>
    <message>
        <source>List of members</source>
        <translation>Danh sách thành viên</translation>
    </message>
    <message>
        <source>Loan</source>
        <translation>Mã vay</translation>
    </message>
    <message>
        <source>Loan agreement</source>
        <translation>Khế ước vay vốn</translation>
    </message>
    <message>
        <source>Loan book</source>
        <translation>Sổ theo dõi vốn vay</translation>
    </message>
    <message>
        <source>Loan book, loan agreements</source>
        <translation>Sổ theo dõi vốn vay, khế ước vay vốn</translation>
    </message>
    <message>
        <source>Loan {loan}</source>
        <translation>Mã vay {loan}</translation>
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
        <source>Made in two copies of the same worth; each side keeps one./.</source>
        <translation>Khế ước lập thành 02 bản có giá trị như nhau, mỗi bên giữ 01 bản./.</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Lập ngày</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Buổi sinh hoạt</translation>
    </message>
    <message>
        <source>Meeting of {month}</source>
        <translation>Buổi sinh hoạt {month}</translation>
    </message>
    <message>
        <source>Meeting of {month}, held on the ........ at ........ in ..............</source>
        <translation>Buổi sinh hoạt {month}, ngày ..../..../........, tại ................................</translation>
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
        <source>Member, or who receives for her</source>
        <translation>Thành viên hoặc người nhận thay</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Thành viên</translation>
    </message>
    <message>
        <source>Members' savings</source>
        <translation>Tiết kiệm của thành viên</translation>
    </message>
    <message>
        <source>Met there</source>
        <translation>Người làm việc với đoàn</translation>
    </message>
    <message>
        <source>Minutes taken by</source>
        <translation>Thư ký (người ghi biên bản)</translation>
    </message>
    <message>
        <source>Missing since</source>
        <translation>Thiếu từ</translation>
    </message>
    <message>
        <source>Money given: {amount} đồng. In words: {words}</source>
        <translation>Số tiền đã ủng hộ: {amount} đồng. Bằng chữ: {words}</translation>
    </message>
    <message>
        <source>Money or things</source>
        <translation>Tiền, hiện vật</translation>
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
        <source>Mutual help book</source>
        <translation>Sổ tự giúp nhau</translation>
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
        <source>No loan was asked for.</source>
        <translation>Không có người xin vay.</translation>
    </message>
    <message>
        <source>No open loan.</source>
        <translation>Không có khoản vay nào.</translation>
    </message>
    <message>
        <source>No voucher in this period.</source>
        <translation>Trong kỳ không có phiếu nào.</translation>
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
        <source>None.</source>
        <translation>Không có.</translation>
    </message>
    <message>
        <source>Not yet reported: {clubs}.</source>
        <translation>Chưa báo cáo: {clubs}.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
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
        <source>Number</source>
        <translation>Số lượng</translation>
    </message>
    <message>
        <source>Operating fund</source>
        <translation>Quỹ hoạt động</translation>
    </message>
    <message>
        <source>Opinion of the board</source>
        <translation>Ý kiến của ban chủ nhiệm</translation>
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
        <source>Owed by members ({number} loans)</source>
        <translation>Dư nợ cho vay ({number} khoản)</translation>
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
        <source>PAYMENT</source>
        <translation>PHIẾU CHI</translation>
    </message>
    <message>
        <source>PRACTICE BOOK</source>
        <translation>SỔ THỰC HÀNH</translation>
    </message>
    <message>
        <source>Paid (đồng)</source>
        <translation>Đã nộp (đồng)</translation>
    </message>
    <message>
        <source>Paid and received</source>
        <translation>Các khoản đã nộp và đã nhận</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>Họ và tên người nộp tiền</translation>
    </message>
    <message>
        <source>Paid in all</source>
        <translation>Cộng đã thu</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>Ngày trả</translation>
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
        <source>Paid out in cash</source>
        <translation>Trả lại bằng tiền mặt</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>Người nộp tiền</translation>
    </message>
    <message>
        <source>Payment no.</source>
        <translation>Phiếu chi</translation>
    </message>
    <message>
        <source>Penalties not paid</source>
        <translation>Phạt trả chậm chưa nộp</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Lượt người</translation>
    </message>
    <message>
        <source>Person cared for</source>
        <translation>Người được chăm sóc</translation>
    </message>
    <message>
        <source>Person helped</source>
        <translation>Người được giúp</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
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
        <source>Plan of activities</source>
        <translation>Kế hoạch hoạt động</translation>
    </message>
    <message>
        <source>Planned at the last meeting</source>
        <translation>Kế hoạch đã bàn tại buổi sinh hoạt trước</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>Hộ nghèo</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Chức vụ</translation>
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
        <source>Principal due</source>
        <translation>Gốc phải thu</translation>
    </message>
    <message>
        <source>Principal handed in</source>
        <translation>Gốc đã trả</translation>
    </message>
    <message>
        <source>Principal overdue</source>
        <translation>Gốc quá hạn</translation>
    </message>
    <message>
        <source>Principal paid</source>
        <translation>Gốc đã thu</translation>
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
        <source>Principal repaid so far</source>
        <translation>Gốc đã thu</translation>
    </message>
    <message>
        <source>Principal still owed</source>
        <translation>Gốc còn nợ</translation>
    </message>
    <message>
        <source>Principal to pay</source>
        <translation>Gốc phải trả</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Mục đích</translation>
    </message>
    <message>
        <source>RECEIPT</source>
        <translation>PHIẾU THU</translation>
    </message>
    <message>
        <source>RECOVERY SHEET</source>
        <translation>PHIẾU KHÔI PHỤC</translation>
    </message>
    <message>
        <source>REPORT</source>
        <translation>BÁO CÁO</translation>
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
        <source>Reason for paying in</source>
        <translation>Lý do nộp</translation>
    </message>
    <message>
        <source>Reason for paying out</source>
        <translation>Lý do chi</translation>
    </message>
    <message>
        <source>Receipt no.</source>
        <translation>Phiếu thu</translation>
    </message>
    <message>
        <source>Receipts and payments</source>
        <translation>Phiếu thu, phiếu chi</translation>
    </message>
    <message>
        <source>Receipts up to {receipt}, payments up to {payment}</source>
        <translation>Phiếu thu đến số {receipt}, phiếu chi đến số {payment}</translation>
    </message>
    <message>
        <source>Received (đồng)</source>
        <translation>Đã nhận (đồng)</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>Họ và tên người nhận tiền</translation>
    </message>
    <message>
        <source>Received in full (in words)</source>
        <translation>Đã nhận đủ số tiền (viết bằng chữ)</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>Ngày nhận</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Người nhận tiền</translation>
    </message>
    <message>
        <source>Recipients:</source>
        <translation>Nơi nhận:</translation>
    </message>
    <message>
        <source>Recovery sheet of the club's book</source>
        <translation>Khôi phục sổ của câu lạc bộ</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Repaid by</source>
        <translation>Cách trả</translation>
    </message>
    <message>
        <source>Repayment card</source>
        <translation>Phiếu trả nợ</translation>
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
        <source>Report on activities</source>
        <translation>Báo cáo hoạt động</translation>
    </message>
    <message>
        <source>Report on the club's work</source>
        <translation>Báo cáo kết quả hoạt động câu lạc bộ</translation>
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
        <source>Reporting</source>
        <translation>Gửi số liệu</translation>
    </message>
    <message>
        <source>Represented by the chair</source>
        <translation>Đại diện là bà (ông) chủ nhiệm</translation>
    </message>
    <message>
        <source>Request for a loan</source>
        <translation>Đơn xin vay vốn</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
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
        <source>Saved: {amount} đồng</source>
        <translation>Đã gửi: {amount} đồng</translation>
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
        <source>Sent bundles that contradict each other, to be decided: {clubs}. Months on which they differ are not counted.</source>
        <translation>Gửi các gói mâu thuẫn nhau, cần xác minh: {clubs}. Các tháng khác nhau chưa được tính.</translation>
    </message>
    <message>
        <source>Sent somebody</source>
        <translation>Có người đi thay</translation>
    </message>
    <message>
        <source>Settlement with a member who leaves the club</source>
        <translation>Thanh toán với thành viên ra khỏi câu lạc bộ</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Giới</translation>
    </message>
    <message>
        <source>Share (đồng)</source>
        <translation>Số tiền (đồng)</translation>
    </message>
    <message>
        <source>Sharing out at the end of {year}</source>
        <translation>Về việc chia cuối năm {year}</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Ký nhận</translation>
    </message>
    <message>
        <source>Signature or thumb print</source>
        <translation>Ký hoặc điểm chỉ</translation>
    </message>
    <message>
        <source>Signs from bundle</source>
        <translation>Ký từ gói số</translation>
    </message>
    <message>
        <source>Signs that it is right</source>
        <translation>Ký xác nhận</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Still owed</source>
        <translation>Còn nợ</translation>
    </message>
    <message>
        <source>Still owed after that</source>
        <translation>Còn nợ sau khi trừ</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Cộng</translation>
    </message>
    <message>
        <source>Sum and balance at the end</source>
        <translation>Cộng phát sinh, tồn cuối kỳ</translation>
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
        <source>Sum of {month}</source>
        <translation>Cộng {month}</translation>
    </message>
    <message>
        <source>Supervision of the clubs</source>
        <translation>Theo dõi, giám sát các câu lạc bộ</translation>
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
        <source>Taken out of the savings for the loans</source>
        <translation>Trừ tiết kiệm để trả khoản vay</translation>
    </message>
    <message>
        <source>Taken over by</source>
        <translation>Người nhận bàn giao</translation>
    </message>
    <message>
        <source>Taking over</source>
        <translation>Bên nhận</translation>
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
        <source>The borrower</source>
        <translation>Bên vay</translation>
    </message>
    <message>
        <source>The borrower uses the loan for its purpose and repays on the days of the plan at the club's meetings. Who cannot pay on time tells the board before the day; the club then decides. The treasurer writes each payment into the repayment card and both sign.</source>
        <translation>Bên vay sử dụng vốn đúng mục đích, trả nợ theo lịch tại các buổi sinh hoạt. Người không trả được đúng hạn báo với ban chủ nhiệm trước ngày phải trả để câu lạc bộ xem xét. Thủ quỹ ghi mỗi lần trả vào phiếu trả nợ, hai bên cùng ký.</translation>
    </message>
    <message>
        <source>The box was not counted.</source>
        <translation>Chưa đếm tiền trong quỹ.</translation>
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
        <source>The club lends {amount} (in words: {words}) for: {purpose}.</source>
        <translation>Câu lạc bộ cho vay {amount} (bằng chữ: {words}) để: {purpose}.</translation>
    </message>
    <message>
        <source>The club's key</source>
        <translation>Khóa của câu lạc bộ</translation>
    </message>
    <message>
        <source>The club's rule on {day}: {rule}.</source>
        <translation>Quy định của câu lạc bộ tại ngày {day}: {rule}.</translation>
    </message>
    <message>
        <source>The code opens the book when a password is forgotten: choose “The printed recovery sheet” and type the code with its dashes.</source>
        <translation>Khi quên mật khẩu thì dùng mã này để mở sổ: chọn “Phiếu khôi phục đã in” rồi gõ mã, cả dấu gạch nối.</translation>
    </message>
    <message>
        <source>The funds that change hands come to {amount} đồng. In words: {words}</source>
        <translation>Các quỹ chuyển sang bên nhận tổng cộng {amount} đồng. Bằng chữ: {words}</translation>
    </message>
    <message>
        <source>The lender</source>
        <translation>Bên cho vay</translation>
    </message>
    <message>
        <source>The meeting ended at ..... hours ..... on {day}; the minutes were read out to all, who agreed to them./.</source>
        <translation>Cuộc họp kết thúc vào hồi ....... giờ ......., {day}; biên bản đã được đọc lại cho mọi người cùng nghe và nhất trí./.</translation>
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
        <source>The minutes were read to all present, who agreed./.</source>
        <translation>Biên bản đã được đọc cho những người có mặt cùng nghe và nhất trí./.</translation>
    </message>
    <message>
        <source>The program's book, back-up and recovery sheet</source>
        <translation>Sổ trên máy, bản sao lưu và tờ mã khôi phục</translation>
    </message>
    <message>
        <source>The shares are in the funds already, payment by payment.</source>
        <translation>Số tiền trên đã được ghi vào các quỹ theo từng lần thu.</translation>
    </message>
    <message>
        <source>The target rests on {decision}.</source>
        <translation>Chỉ tiêu theo {decision}.</translation>
    </message>
    <message>
        <source>These minutes are kept in place of the meeting's./.</source>
        <translation>Biên bản này được lập và lưu thay cho biên bản sinh hoạt của tháng./.</translation>
    </message>
    <message>
        <source>Thing</source>
        <translation>Tên tài sản</translation>
    </message>
    <message>
        <source>This book has .......... pages, numbered from 01 to ..........</source>
        <translation>Sổ này có .......... trang, đánh số từ trang 01 đến trang ..........</translation>
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
        <source>To:</source>
        <translation>Kính gửi:</translation>
    </message>
    <message>
        <source>Today, {day}, the two sides have agreed:</source>
        <translation>Hôm nay, {day}, hai bên thỏa thuận như sau:</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Cộng</translation>
    </message>
    <message>
        <source>Training and exchange visits</source>
        <translation>Tập huấn và giao lưu</translation>
    </message>
    <message>
        <source>Training courses</source>
        <translation>Tập huấn</translation>
    </message>
    <message>
        <source>Training courses: {trainings}; exchange visits: {exchanges}; people who came: {came}. Clubs that came to none: {never} of {clubs}.</source>
        <translation>Tập huấn: {trainings} lớp; giao lưu: {exchanges} buổi; số lượt người dự: {came}. Câu lạc bộ chưa dự lần nào: {never} trên {clubs}.</translation>
    </message>
    <message>
        <source>Treasurer</source>
        <translation>Thủ quỹ</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hạn</translation>
    </message>
    <message>
        <source>Up to bundle</source>
        <translation>Đến gói số</translation>
    </message>
    <message>
        <source>Up to the day</source>
        <translation>Đến ngày</translation>
    </message>
    <message>
        <source>V. Difficulties and requests</source>
        <translation>V. Khó khăn, kiến nghị</translation>
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
        <source>Visited by</source>
        <translation>Người kiểm tra</translation>
    </message>
    <message>
        <source>Volunteer</source>
        <translation>Tình nguyện viên</translation>
    </message>
    <message>
        <source>Weight (kg)</source>
        <translation>Cân nặng (kg)</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Việc</translation>
    </message>
    <message>
        <source>What each club had of them</source>
        <translation>Phần của từng câu lạc bộ</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Diễn giải</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Nội dung sinh hoạt</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Thời gian</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Địa điểm</translation>
    </message>
    <message>
        <source>Where the club is</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Người chịu trách nhiệm</translation>
    </message>
    <message>
        <source>Who came</source>
        <translation>Những ai dự</translation>
    </message>
    <message>
        <source>Whoever has this sheet and the file can read the whole book. Put it in a closed envelope, signed over the flap, into the club's cash box.</source>
        <translation>Ai có phiếu này và tệp sổ thì đọc được cả sổ. Hãy cho vào phong bì dán kín, ký lên mép dán, cất trong hòm quỹ của câu lạc bộ.</translation>
    </message>
    <message>
        <source>Whole fund</source>
        <translation>Tổng quỹ</translation>
    </message>
    <message>
        <source>Whole fund of the club</source>
        <translation>Tổng quỹ của câu lạc bộ</translation>
    </message>
    <message>
        <source>Whole fund, in đồng</source>
        <translation>Tổng quỹ (đồng)</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Why it was given up</source>
        <translation>Vì sao bỏ</translation>
    </message>
    <message>
        <source>Without a club: {units}.</source>
        <translation>Chưa có câu lạc bộ: {units}.</translation>
    </message>
    <message>
        <source>Without a password and without this sheet nobody can open the book. A newer sheet makes this one worthless: tear it up then.</source>
        <translation>Không có mật khẩu và không có phiếu này thì không ai mở được sổ. Khi in phiếu mới, phiếu này hết tác dụng: hãy xé bỏ.</translation>
    </message>
    <message>
        <source>Witnessed by the chair</source>
        <translation>Người chứng kiến (chủ nhiệm)</translation>
    </message>
    <message>
        <source>Women</source>
        <translation>Nữ</translation>
    </message>
    <message>
        <source>Work done</source>
        <translation>Việc làm</translation>
    </message>
    <message>
        <source>Worked out</source>
        <translation>Cách tính</translation>
    </message>
    <message>
        <source>Worth (đồng)</source>
        <translation>Trị giá (đồng)</translation>
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
        <source>Wrong</source>
        <translation>Sai</translation>
    </message>
    <message>
        <source>Year {year}</source>
        <translation>Năm {year}</translation>
    </message>
    <message>
        <source>as of {day}</source>
        <translation>Đến {day}</translation>
    </message>
    <message>
        <source>divided</source>
        <translation>chia các quỹ</translation>
    </message>
    <message>
        <source>into the book that begins on {day}</source>
        <translation>vào sổ mở ngày {day}</translation>
    </message>
    <message>
        <source>money ({kind})</source>
        <translation>tiền ({kind})</translation>
    </message>
    <message>
        <source>next: {amount} đồng</source>
        <translation>kỳ tới: {amount} đồng</translation>
    </message>
    <message>
        <source>next: {amount} đồng on {day}</source>
        <translation>kỳ tới: {amount} đồng, ngày {day}</translation>
    </message>
    <message>
        <source>not held. Reason: {reason}</source>
        <translation>không sinh hoạt. Lý do: {reason}</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>chưa xác minh</translation>
    </message>
    <message>
        <source>on the club's work, {period}</source>
        <translation>Kết quả hoạt động câu lạc bộ {period}</translation>
    </message>
    <message>
        <source>quarter {quarter} of {year}</source>
        <translation>quý {quarter} năm {year}</translation>
    </message>
    <message>
        <source>sheet {sheet}</source>
        <translation>Mẫu phiếu {sheet}</translation>
    </message>
    <message>
        <source>still owed: {amount} đồng</source>
        <translation>còn nợ: {amount} đồng</translation>
    </message>
    <message>
        <source>the management board of {club}</source>
        <translation>Ban chủ nhiệm {club}</translation>
    </message>
    <message>
        <source>x held, – not held, ? not told.</source>
        <translation>x đã sinh hoạt, – không sinh hoạt, ? chưa có số liệu.</translation>
    </message>
    <message>
        <source>x: present; P: excused; V: absent; T: sent somebody; blank: no meeting.</source>
        <translation>x: có mặt; P: vắng có phép; V: vắng không phép; T: có người đi thay; để trống: không có buổi hoặc không là thành viên.</translation>
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
        <source>{amount} đồng from the {out_of} to the {into}</source>
        <translation>{amount} đồng từ {out_of} sang {into}</translation>
    </message>
    <message>
        <source>{amount} đồng lent on {day}; {rate}, {months} months, {method}</source>
        <translation>{amount} đồng, vay ngày {day}; {rate}/tháng, {months} tháng, {method}</translation>
    </message>
    <message>
        <source>{amount} đồng less in the box than in the book.</source>
        <translation>Tiền trong quỹ ít hơn sổ {amount} đồng.</translation>
    </message>
    <message>
        <source>{amount} đồng more in the box than in the book.</source>
        <translation>Tiền trong quỹ nhiều hơn sổ {amount} đồng.</translation>
    </message>
    <message>
        <source>{amount} đồng out of the {fund}, by the sums of savings at the ends of {months} months; parts of a đồng go to the largest remainders.</source>
        <translation>Trích {fund} {amount} đồng, chia theo tổng tiết kiệm cuối {months} tháng; phần lẻ dồn cho số dư lớn nhất.</translation>
    </message>
    <message>
        <source>{amount} đồng out of the {fund}, paid in cash.</source>
        <translation>Trích {fund} {amount} đồng, chi tiền mặt.</translation>
    </message>
    <message>
        <source>{amount} đồng stay owed and are repaid as agreed, or by the guarantor.</source>
        <translation>Còn nợ {amount} đồng, tiếp tục trả theo thỏa thuận hoặc do người bảo lãnh trả.</translation>
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
        <source>{kind} ({number} people)</source>
        <translation>{kind} ({number} người)</translation>
    </message>
    <message>
        <source>{members} members, {women} of them women, {older} aged 60 and older, {poor} of poor and {near_poor} of near-poor households.</source>
        <translation>Tổng số {members} thành viên, trong đó nữ {women}, từ 60 tuổi trở lên {older}, thuộc hộ nghèo {poor}, hộ cận nghèo {near_poor}.</translation>
    </message>
    <message>
        <source>{months} months from {day}; interest of {rate} a month; repaid by: {method}. The borrower may repay earlier.</source>
        <translation>Thời hạn {months} tháng kể từ {day}; lãi suất {rate}/tháng; cách trả: {method}. Bên vay được trả trước hạn.</translation>
    </message>
    <message>
        <source>{name} (chair)</source>
        <translation>{name} (chủ nhiệm)</translation>
    </message>
    <message>
        <source>{name} (secretary)</source>
        <translation>{name} (thư ký)</translation>
    </message>
    <message>
        <source>{name} (treasurer)</source>
        <translation>{name} (thủ quỹ)</translation>
    </message>
    <message>
        <source>{name} receives {amount} đồng. In words: {words}</source>
        <translation>{name} nhận {amount} đồng. Bằng chữ: {words}</translation>
    </message>
    <message>
        <source>{name}: {definition}. 1, 2, 3 points from {limits}.</source>
        <translation>{name}: {definition}. Được 1, 2, 3 điểm từ mức {limits}.</translation>
    </message>
    <message>
        <source>{number} members, by the signed list</source>
        <translation>{number} thành viên (theo danh sách ký nhận)</translation>
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
        <source>{rate}, {method}</source>
        <translation>{rate}/tháng, {method}</translation>
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
    <message>
        <source>{what}: {amount} đồng, in the book</source>
        <translation>{what}: {amount} đồng (ghi sổ)</translation>
    </message>
</context>
<context>
    <name>papers</name>
    <message>
        <source>Attendance</source>
        <translation>Điểm danh</translation>
    </message>
    <message>
        <source>Attendance book</source>
        <translation>Sổ điểm danh</translation>
    </message>
    <message>
        <source>Attendance sheet for the coming meeting</source>
        <translation>Danh sách điểm danh cho buổi sinh hoạt tới</translation>
    </message>
    <message>
        <source>Balances carried over</source>
        <translation>Bảng số dư chuyển sang</translation>
    </message>
    <message>
        <source>Board minutes on loans</source>
        <translation>Biên bản họp ban chủ nhiệm xét cho vay</translation>
    </message>
    <message>
        <source>Book of golden hearts</source>
        <translation>Sổ Tấm lòng vàng</translation>
    </message>
    <message>
        <source>Book of property and equipment, blank</source>
        <translation>Sổ tài sản, trang thiết bị (để trống)</translation>
    </message>
    <message>
        <source>Cash book</source>
        <translation>Sổ quỹ tiền mặt</translation>
    </message>
    <message>
        <source>Cash count</source>
        <translation>Biên bản kiểm quỹ</translation>
    </message>
    <message>
        <source>Checklist of a visit</source>
        <translation>Phiếu kiểm tra</translation>
    </message>
    <message>
        <source>Collection sheet for the coming meeting</source>
        <translation>Bảng thu tiền cho buổi sinh hoạt tới</translation>
    </message>
    <message>
        <source>Consent to keeping personal data</source>
        <translation>Phiếu đồng ý lưu thông tin cá nhân</translation>
    </message>
    <message>
        <source>Courses and exchange visits</source>
        <translation>Lớp tập huấn, giao lưu</translation>
    </message>
    <message>
        <source>Entries of that time written since: {count}.</source>
        <translation>Số khoản của thời gian ấy ghi thêm sau đó: {count}.</translation>
    </message>
    <message>
        <source>Fee book</source>
        <translation>Sổ thu phí thành viên</translation>
    </message>
    <message>
        <source>Fund statement</source>
        <translation>Báo cáo thu, chi quỹ</translation>
    </message>
    <message>
        <source>Hand-over between clubs</source>
        <translation>Bàn giao giữa hai câu lạc bộ</translation>
    </message>
    <message>
        <source>Hand-over of fund and books</source>
        <translation>Biên bản bàn giao</translation>
    </message>
    <message>
        <source>Health book, blank</source>
        <translation>Sổ theo dõi sức khỏe (để trống)</translation>
    </message>
    <message>
        <source>Home care book, blank</source>
        <translation>Sổ chăm sóc tại nhà (để trống)</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Các chỉ số</translation>
    </message>
    <message>
        <source>Interest divided among the funds</source>
        <translation>Biên bản phân chia tiền lãi</translation>
    </message>
    <message>
        <source>List of members</source>
        <translation>Danh sách thành viên</translation>
    </message>
    <message>
        <source>Loan agreement</source>
        <translation>Khế ước vay vốn</translation>
    </message>
    <message>
        <source>Loan book</source>
        <translation>Sổ cho vay</translation>
    </message>
    <message>
        <source>Member's statement</source>
        <translation>Sổ của thành viên</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Biên bản</translation>
    </message>
    <message>
        <source>Minutes of a visit</source>
        <translation>Biên bản kiểm tra, giám sát</translation>
    </message>
    <message>
        <source>Mutual help book, blank</source>
        <translation>Sổ tự giúp nhau (để trống)</translation>
    </message>
    <message>
        <source>Nothing of that time has changed since.</source>
        <translation>Từ đó đến nay thời gian ấy không có gì thay đổi.</translation>
    </message>
    <message>
        <source>Plan of activities</source>
        <translation>Kế hoạch hoạt động</translation>
    </message>
    <message>
        <source>Receipts and payments</source>
        <translation>Phiếu thu, phiếu chi</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>Phiếu khôi phục</translation>
    </message>
    <message>
        <source>Repayment card</source>
        <translation>Phiếu trả nợ</translation>
    </message>
    <message>
        <source>Repayment schedule</source>
        <translation>Lịch trả nợ</translation>
    </message>
    <message>
        <source>Report on activities</source>
        <translation>Báo cáo hoạt động</translation>
    </message>
    <message>
        <source>Report on all clubs</source>
        <translation>Báo cáo tổng hợp các câu lạc bộ</translation>
    </message>
    <message>
        <source>Report on the club's work</source>
        <translation>Báo cáo kết quả hoạt động</translation>
    </message>
    <message>
        <source>Request for a loan</source>
        <translation>Đơn xin vay vốn</translation>
    </message>
    <message>
        <source>Settlement with a member who leaves</source>
        <translation>Biên bản thanh toán với thành viên ra khỏi câu lạc bộ</translation>
    </message>
    <message>
        <source>Sharing out at the year's end</source>
        <translation>Chia cuối năm</translation>
    </message>
    <message>
        <source>Supervision of all clubs</source>
        <translation>Giám sát các câu lạc bộ</translation>
    </message>
    <message>
        <source>The club's key</source>
        <translation>Khóa của câu lạc bộ</translation>
    </message>
    <message>
        <source>{paper} of {club}, {area}, from {first} to {last}: agrees with what was sent.</source>
        <translation>{paper} của {club}, {area}, từ {first} đến {last}: khớp với số liệu đã gửi.</translation>
    </message>
    <message>
        <source>{paper}, from {first} to {last}, printed when entry {entry} was the newest of that time.</source>
        <translation>{paper}, từ {first} đến {last}, in khi khoản số {entry} là khoản mới nhất của thời gian đó.</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>! consent not signed yet</source>
        <translation>! chưa ký đồng ý cho lưu dữ liệu</translation>
    </message>
    <message>
        <source>! consent taken back {day}</source>
        <translation>! đã rút đồng ý ngày {day}</translation>
    </message>
    <message>
        <source>! contradicts another</source>
        <translation>! trái với gói khác</translation>
    </message>
    <message>
        <source>! contradicts what was sent before</source>
        <translation>! trái với gói đã gửi trước</translation>
    </message>
    <message>
        <source>! differs</source>
        <translation>! chưa khớp</translation>
    </message>
    <message>
        <source>! differs by {amount}</source>
        <translation>! lệch {amount}</translation>
    </message>
    <message>
        <source>! files contradict each other</source>
        <translation>! các gói trái nhau</translation>
    </message>
    <message>
        <source>! late: {count}</source>
        <translation>! gửi chậm: {count}</translation>
    </message>
    <message>
        <source>! never</source>
        <translation>! chưa dự lần nào</translation>
    </message>
    <message>
        <source>! told in one only</source>
        <translation>! chỉ một gói có</translation>
    </message>
    <message>
        <source>! {amount} since {day}, {days} days</source>
        <translation>! {amount} từ {day}, {days} ngày</translation>
    </message>
    <message>
        <source>(overdue)</source>
        <translation>(quá hạn)</translation>
    </message>
    <message>
        <source>0 for as many as the list of communes has</source>
        <translation>Ghi 0 để tính theo danh mục xã, phường</translation>
    </message>
    <message>
        <source>0 if she does not pay it today; it stays due.</source>
        <translation>Gõ 0 nếu buổi này chưa nộp; lần sau vẫn phải thu.</translation>
    </message>
    <message>
        <source>1 point from</source>
        <translation>1 điểm từ</translation>
    </message>
    <message>
        <source>1, 2, 3 points from</source>
        <translation>1, 2, 3 điểm từ</translation>
    </message>
    <message>
        <source>1. To be in the club's book and reports</source>
        <translation>1. Có tên trong sổ và báo cáo của câu lạc bộ</translation>
    </message>
    <message>
        <source>105 in words</source>
        <translation>Đọc số 105</translation>
    </message>
    <message>
        <source>15 days more</source>
        <translation>Thêm 15 ngày</translation>
    </message>
    <message>
        <source>2 points from</source>
        <translation>2 điểm từ</translation>
    </message>
    <message>
        <source>2. Health notes in the paper books</source>
        <translation>2. Ghi sức khỏe trong sổ giấy</translation>
    </message>
    <message>
        <source>24 in words</source>
        <translation>Đọc số 24</translation>
    </message>
    <message>
        <source>3 points from</source>
        <translation>3 điểm từ</translation>
    </message>
    <message>
        <source>50.000 in words</source>
        <translation>Đọc số 50.000</translation>
    </message>
    <message>
        <source>A book that lies on this computer or on a USB stick.</source>
        <translation>Một quyển sổ nằm trên máy này hoặc trên USB.</translation>
    </message>
    <message>
        <source>A box for the thumb of members who don't sign</source>
        <translation>Có ô điểm chỉ cho thành viên không ký được</translation>
    </message>
    <message>
        <source>A course or exchange visit</source>
        <translation>Lớp tập huấn hoặc chuyến giao lưu</translation>
    </message>
    <message>
        <source>A course or exchange visit…</source>
        <translation>Thêm lớp, chuyến giao lưu…</translation>
    </message>
    <message>
        <source>A finding is mended</source>
        <translation>Kiến nghị đã khắc phục</translation>
    </message>
    <message>
        <source>A finding is mended…</source>
        <translation>Ghi đã khắc phục…</translation>
    </message>
    <message>
        <source>A folder…</source>
        <translation>Một thư mục…</translation>
    </message>
    <message>
        <source>A loan is given at a meeting, in step 3.</source>
        <translation>Cho vay được ghi trong buổi sinh hoạt, ở bước 3.</translation>
    </message>
    <message>
        <source>A loan to a member</source>
        <translation>Cho thành viên vay</translation>
    </message>
    <message>
        <source>A made-up club with two years behind it. Nothing here can break.</source>
        <translation>Một câu lạc bộ giả định đã hoạt động hai năm. Thử gì cũng không hỏng.</translation>
    </message>
    <message>
        <source>A new club</source>
        <translation>Câu lạc bộ mới</translation>
    </message>
    <message>
        <source>A new club…</source>
        <translation>Câu lạc bộ mới…</translation>
    </message>
    <message>
        <source>A new key for the club</source>
        <translation>Khóa mới của câu lạc bộ</translation>
    </message>
    <message>
        <source>A new key of {club}</source>
        <translation>Khóa mới của {club}</translation>
    </message>
    <message>
        <source>A new one on this computer…</source>
        <translation>Sổ mới trên máy này…</translation>
    </message>
    <message>
        <source>A new register</source>
        <translation>Sổ mới</translation>
    </message>
    <message>
        <source>A new sheet: the older one opens nothing from then on</source>
        <translation>Phiếu mới: phiếu cũ từ đó không mở được nữa</translation>
    </message>
    <message>
        <source>A paper of a past day is signed by who held the office on that day.</source>
        <translation>Giấy tờ của ngày trước do người giữ chức vụ ngày đó ký.</translation>
    </message>
    <message>
        <source>A password that opens it now</source>
        <translation>Mật khẩu đang dùng</translation>
    </message>
    <message>
        <source>A receipt tells a club what arrived. With the key a club can seal its files, so that only this register opens them.</source>
        <translation>Giấy báo nhận cho câu lạc bộ biết gói nào đã đến. Có tệp khóa, câu lạc bộ niêm phong được gói dữ liệu, chỉ sổ này mở được.</translation>
    </message>
    <message>
        <source>A receipt with another key</source>
        <translation>Giấy báo nhận ký bằng khóa khác</translation>
    </message>
    <message>
        <source>A register gathers what many clubs send. It lies in a file on this computer, or on a server that several offices share.</source>
        <translation>Sổ tổng hợp gom số liệu các câu lạc bộ gửi. Sổ nằm trong một tệp trên máy này, hoặc trên máy chủ nhiều nơi dùng chung.</translation>
    </message>
    <message>
        <source>A register of the Women's Union</source>
        <translation>Sổ tổng hợp của Hội Phụ nữ</translation>
    </message>
    <message>
        <source>A register on a server</source>
        <translation>Sổ tổng hợp trên máy chủ</translation>
    </message>
    <message>
        <source>A rule changes from a day on. What was recorded before, and loans already given, stay as they were.</source>
        <translation>Quy định thay đổi từ một ngày trở đi. Những gì đã ghi trước đó và các khoản đã cho vay vẫn giữ như cũ.</translation>
    </message>
    <message>
        <source>A unit changed</source>
        <translation>Đơn vị hành chính thay đổi</translation>
    </message>
    <message>
        <source>A unit changed…</source>
        <translation>Đơn vị thay đổi…</translation>
    </message>
    <message>
        <source>A vote</source>
        <translation>Biểu quyết</translation>
    </message>
    <message>
        <source>A year before</source>
        <translation>Năm trước</translation>
    </message>
    <message>
        <source>A year, 1951, or a day, 17/3/1951</source>
        <translation>Ghi năm, 1951, hoặc ngày, 17/3/1951</translation>
    </message>
    <message>
        <source>About what</source>
        <translation>Chủ đề</translation>
    </message>
    <message>
        <source>Add the member</source>
        <translation>Thêm thành viên</translation>
    </message>
    <message>
        <source>After the extension</source>
        <translation>Sau gia hạn</translation>
    </message>
    <message>
        <source>After this nothing of the visit changes any more.</source>
        <translation>Sau khi chốt, lần kiểm tra này không sửa được nữa.</translation>
    </message>
    <message>
        <source>Against a year before</source>
        <translation>So với cùng kỳ năm trước</translation>
    </message>
    <message>
        <source>Against it</source>
        <translation>Không tán thành</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Tuổi</translation>
    </message>
    <message>
        <source>Agreed in</source>
        <translation>Theo biên bản</translation>
    </message>
    <message>
        <source>Agreed to</source>
        <translation>Đồng ý</translation>
    </message>
    <message>
        <source>All are present (F8)</source>
        <translation>Tất cả có mặt (F8)</translation>
    </message>
    <message>
        <source>All areas</source>
        <translation>Tất cả địa bàn</translation>
    </message>
    <message>
        <source>All open loans</source>
        <translation>Mọi khoản đang vay</translation>
    </message>
    <message>
        <source>All pay what is due (F9)</source>
        <translation>Tất cả nộp đủ (F9)</translation>
    </message>
    <message>
        <source>All six steps</source>
        <translation>Làm đủ sáu bước</translation>
    </message>
    <message>
        <source>All that is kept of her…</source>
        <translation>In những gì sổ lưu…</translation>
    </message>
    <message>
        <source>All that was typed for it is gone, and cannot be brought back.</source>
        <translation>Mọi điều đã ghi cho buổi này sẽ mất và không lấy lại được.</translation>
    </message>
    <message>
        <source>All the same</source>
        <translation>Khớp cả</translation>
    </message>
    <message>
        <source>All the same: make the book</source>
        <translation>Khớp cả: lập sổ này</translation>
    </message>
    <message>
        <source>Allowance</source>
        <translation>Phụ cấp</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Số tiền</translation>
    </message>
    <message>
        <source>An Excel file…</source>
        <translation>Một tệp Excel…</translation>
    </message>
    <message>
        <source>An empty table to fill in…</source>
        <translation>Bảng trống để điền…</translation>
    </message>
    <message>
        <source>An office changes hands under “The board…”.</source>
        <translation>Đổi người giữ chức vụ thì vào “Ban chủ nhiệm…”.</translation>
    </message>
    <message>
        <source>Another place…</source>
        <translation>Nơi khác…</translation>
    </message>
    <message>
        <source>Answered today</source>
        <translation>Hôm nay đã trả lời</translation>
    </message>
    <message>
        <source>Anybody's of the board, or the code of the recovery sheet.</source>
        <translation>Của bất cứ ai trong Ban chủ nhiệm, hoặc mã trên phiếu khôi phục.</translation>
    </message>
    <message>
        <source>Approve and give this loan</source>
        <translation>Duyệt và cho vay</translation>
    </message>
    <message>
        <source>Approve this loan…</source>
        <translation>Duyệt cho vay…</translation>
    </message>
    <message>
        <source>Are the minutes signed?</source>
        <translation>Biên bản đã ký chưa?</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Địa bàn</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Các địa bàn</translation>
    </message>
    <message>
        <source>Areas of work</source>
        <translation>Mảng hoạt động</translation>
    </message>
    <message>
        <source>Areas of work so far</source>
        <translation>Mảng hoạt động đến nay</translation>
    </message>
    <message>
        <source>Areas stand here once files of clubs are taken in.</source>
        <translation>Các địa bàn hiện ở đây sau khi nhận gói dữ liệu của câu lạc bộ.</translation>
    </message>
    <message>
        <source>Areas with a club {count} ({names}). Say in the settings how many there are, then coverage is counted against the target.</source>
        <translation>Có câu lạc bộ ở {count} đơn vị ({names}). Hãy ghi tổng số đơn vị trong phần Cài đặt để tính độ phủ so với chỉ tiêu.</translation>
    </message>
    <message>
        <source>As whoever looks after the server told you: computer/database</source>
        <translation>Ghi như người giữ máy chủ đã cho: tên máy/tên cơ sở dữ liệu</translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation>Ngày xin vay</translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation>Đang gọi máy chủ</translation>
    </message>
    <message>
        <source>At least 6 letters or digits; a few words are best.</source>
        <translation>Ít nhất 6 chữ hoặc số; tốt nhất là vài tiếng liền nhau.</translation>
    </message>
    <message>
        <source>At the end of {month} the club told {amount}.</source>
        <translation>Cuối {month} câu lạc bộ báo {amount}.</translation>
    </message>
    <message>
        <source>At the top of each paper</source>
        <translation>Đầu trang các giấy tờ</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Điểm danh</translation>
    </message>
    <message>
        <source>Average savings</source>
        <translation>Tiết kiệm bình quân</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>Sao lưu</translation>
    </message>
    <message>
        <source>Back-ups</source>
        <translation>Sao lưu</translation>
    </message>
    <message>
        <source>Back-ups (*.soclb *.soclb-backup)</source>
        <translation>Bản sao lưu (*.soclb *.soclb-backup)</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Tiền gửi ngân hàng</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>Between two funds</source>
        <translation>Chuyển giữa hai quỹ</translation>
    </message>
    <message>
        <source>Between two funds…</source>
        <translation>Chuyển quỹ…</translation>
    </message>
    <message>
        <source>Big view</source>
        <translation>Màn hình lớn</translation>
    </message>
    <message>
        <source>Big view (F11)</source>
        <translation>Màn hình lớn (F11)</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Ban chủ nhiệm</translation>
    </message>
    <message>
        <source>Body above the club</source>
        <translation>Đơn vị chủ quản</translation>
    </message>
    <message>
        <source>Book began</source>
        <translation>Mở sổ từ</translation>
    </message>
    <message>
        <source>Book it and save the file…</source>
        <translation>Ghi sổ và lưu tệp…</translation>
    </message>
    <message>
        <source>Book the year's end</source>
        <translation>Ghi sổ cuối năm</translation>
    </message>
    <message>
        <source>Books (*.soclb)</source>
        <translation>Sổ (*.soclb)</translation>
    </message>
    <message>
        <source>Books and registers (*.soclb *.soclu);;All files (*)</source>
        <translation>Sổ và sổ tổng hợp (*.soclb *.soclu);;Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Books to write in by hand</source>
        <translation>Sổ trắng để ghi tay</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Borrowed capital</source>
        <translation>Vốn mượn phải trả</translation>
    </message>
    <message>
        <source>Borrowed capital that goes along</source>
        <translation>Vốn mượn chuyển theo</translation>
    </message>
    <message>
        <source>Borrower</source>
        <translation>Người vay</translation>
    </message>
    <message>
        <source>Borrowers</source>
        <translation>Số người vay</translation>
    </message>
    <message>
        <source>Both contents</source>
        <translation>Nội dung hai gói</translation>
    </message>
    <message>
        <source>Box and book agree.</source>
        <translation>Tiền trong quỹ khớp với sổ.</translation>
    </message>
    <message>
        <source>Bring a book back from a back-up…</source>
        <translation>Khôi phục sổ từ bản sao lưu…</translation>
    </message>
    <message>
        <source>Bring a copy back…</source>
        <translation>Khôi phục từ bản sao…</translation>
    </message>
    <message>
        <source>Bring back {name}?</source>
        <translation>Khôi phục từ {name}?</translation>
    </message>
    <message>
        <source>Bring in a paper book or Excel…</source>
        <translation>Đưa sổ giấy hoặc Excel vào…</translation>
    </message>
    <message>
        <source>Bring the copy back</source>
        <translation>Khôi phục từ bản sao này</translation>
    </message>
    <message>
        <source>Bringing the copy back</source>
        <translation>Đang khôi phục từ bản sao</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>Gói</translation>
    </message>
    <message>
        <source>By which decision</source>
        <translation>Theo quyết định</translation>
    </message>
    <message>
        <source>By {level}: {covered} of {units} have a club ({share}); the target is {target}. {names}</source>
        <translation>Theo {level}: {covered}/{units} đơn vị có câu lạc bộ ({share}); chỉ tiêu là {target}. {names}</translation>
    </message>
    <message>
        <source>By {level}: {covered} of {units} have a club ({share}); the target {target} is reached. {names}</source>
        <translation>Theo {level}: {covered}/{units} đơn vị có câu lạc bộ ({share}); đạt chỉ tiêu {target}. {names}</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>Đã thu lại</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Tiền mặt</translation>
    </message>
    <message>
        <source>Cash and bank</source>
        <translation>Tiền mặt, tiền gửi</translation>
    </message>
    <message>
        <source>Cash count</source>
        <translation>Kiểm quỹ</translation>
    </message>
    <message>
        <source>Cash in the box</source>
        <translation>Tiền mặt trong quỹ</translation>
    </message>
    <message>
        <source>Cash in the box on the first day</source>
        <translation>Tiền mặt trong quỹ ngày đầu</translation>
    </message>
    <message>
        <source>Cells to mend</source>
        <translation>Các ô cần sửa</translation>
    </message>
    <message>
        <source>Chair of the meeting</source>
        <translation>Chủ tọa</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Tăng, giảm</translation>
    </message>
    <message>
        <source>Change a limit or target…</source>
        <translation>Đổi mức điểm, chỉ tiêu…</translation>
    </message>
    <message>
        <source>Change a rule</source>
        <translation>Thay đổi quy định</translation>
    </message>
    <message>
        <source>Change a rule…</source>
        <translation>Thay đổi quy định…</translation>
    </message>
    <message>
        <source>Change from the old font</source>
        <translation>Đổi từ phông chữ cũ</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Thay đổi</translation>
    </message>
    <message>
        <source>Change the course</source>
        <translation>Sửa lớp, chuyến giao lưu</translation>
    </message>
    <message>
        <source>Change the course…</source>
        <translation>Sửa…</translation>
    </message>
    <message>
        <source>Change the sums</source>
        <translation>Sửa lại số tiền</translation>
    </message>
    <message>
        <source>Change this…</source>
        <translation>Sửa mục này…</translation>
    </message>
    <message>
        <source>Changed on</source>
        <translation>Đổi khóa ngày</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Sửa…</translation>
    </message>
    <message>
        <source>Check code</source>
        <translation>Mã kiểm tra</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Phiếu kiểm tra</translation>
    </message>
    <message>
        <source>Checklist…</source>
        <translation>Phiếu kiểm tra…</translation>
    </message>
    <message>
        <source>Choose a member</source>
        <translation>Chọn thành viên</translation>
    </message>
    <message>
        <source>Choose between files that contradict each other…</source>
        <translation>Chọn giữa các gói trái nhau…</translation>
    </message>
    <message>
        <source>Choose {paper}</source>
        <translation>Chọn {paper}</translation>
    </message>
    <message>
        <source>Close the help</source>
        <translation>Đóng trợ giúp</translation>
    </message>
    <message>
        <source>Close the meeting</source>
        <translation>Chốt buổi sinh hoạt</translation>
    </message>
    <message>
        <source>Close the meeting of {month}?</source>
        <translation>Chốt buổi sinh hoạt {month}?</translation>
    </message>
    <message>
        <source>Close, go on with {month}</source>
        <translation>Chốt, ghi tiếp {month}</translation>
    </message>
    <message>
        <source>Club</source>
        <translation>Câu lạc bộ</translation>
    </message>
    <message>
        <source>Club book</source>
        <translation>Sổ câu lạc bộ</translation>
    </message>
    <message>
        <source>Clubs</source>
        <translation>Các câu lạc bộ</translation>
    </message>
    <message>
        <source>Clubs by their reports</source>
        <translation>Tình hình gửi số liệu</translation>
    </message>
    <message>
        <source>Clubs of the area</source>
        <translation>Câu lạc bộ trên địa bàn</translation>
    </message>
    <message>
        <source>Clubs stand here once their files are taken in.</source>
        <translation>Các câu lạc bộ hiện ở đây sau khi nhận gói dữ liệu.</translation>
    </message>
    <message>
        <source>Clubs stand here once their files are taken in: press the button above, or drop the files onto this page.</source>
        <translation>Các câu lạc bộ hiện ở đây sau khi nhận gói dữ liệu: bấm nút ở trên, hoặc kéo thả tệp vào trang này.</translation>
    </message>
    <message>
        <source>Clubs to ask {clubs}. Odd figures are questions, not reproaches: ask the club, look at its paper book.</source>
        <translation>Cần hỏi {clubs} câu lạc bộ. Đây là điều cần hỏi, chưa phải sai phạm: hãy hỏi câu lạc bộ và xem sổ giấy.</translation>
    </message>
    <message>
        <source>Clubs with 3</source>
        <translation>CLB đạt 3 điểm</translation>
    </message>
    <message>
        <source>Clubs {count}: from {least} to {most} points. Each criterion gives 0 to 3; open a club for what each was judged by.</source>
        <translation>{count} câu lạc bộ: từ {least} đến {most} điểm. Mỗi tiêu chí cho 0 đến 3 điểm; mở một câu lạc bộ để xem căn cứ.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Collecting</source>
        <translation>Thu tiền</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Cột</translation>
    </message>
    <message>
        <source>Commune or ward</source>
        <translation>Xã, phường</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Đối chiếu</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>Đối chiếu lại</translation>
    </message>
    <message>
        <source>Compare this month…</source>
        <translation>Đối chiếu tháng này…</translation>
    </message>
    <message>
        <source>Compare with paper…</source>
        <translation>Đối chiếu sổ giấy…</translation>
    </message>
    <message>
        <source>Complain</source>
        <translation>Khiếu nại</translation>
    </message>
    <message>
        <source>Computer and database</source>
        <translation>Máy chủ</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Kết luận</translation>
    </message>
    <message>
        <source>Confirm a paper</source>
        <translation>Xác nhận giấy tờ</translation>
    </message>
    <message>
        <source>Confirm a paper by its check code</source>
        <translation>Xác nhận giấy tờ bằng mã kiểm tra</translation>
    </message>
    <message>
        <source>Confirm the paper</source>
        <translation>Xác nhận</translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation>Người xác nhận thứ nhất</translation>
    </message>
    <message>
        <source>Consent of the members</source>
        <translation>Đồng ý lưu dữ liệu của thành viên</translation>
    </message>
    <message>
        <source>Consent, requests…</source>
        <translation>Đồng ý, yêu cầu…</translation>
    </message>
    <message>
        <source>Consent…</source>
        <translation>Đồng ý lưu dữ liệu…</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Copies in this place</source>
        <translation>Các bản sao lưu ở nơi này</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Chép chi tiết</translation>
    </message>
    <message>
        <source>Copying the book</source>
        <translation>Đang sao lưu sổ</translation>
    </message>
    <message>
        <source>Correct an entry</source>
        <translation>Sửa khoản đã ghi</translation>
    </message>
    <message>
        <source>Correct an entry…</source>
        <translation>Sửa khoản này…</translation>
    </message>
    <message>
        <source>Correct it</source>
        <translation>Sửa khoản</translation>
    </message>
    <message>
        <source>Count the cash</source>
        <translation>Kiểm quỹ hôm nay</translation>
    </message>
    <message>
        <source>Count the cash…</source>
        <translation>Kiểm quỹ…</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Đếm được</translation>
    </message>
    <message>
        <source>Counted in the box</source>
        <translation>Đếm thực tế</translation>
    </message>
    <message>
        <source>Counted {counted} · in the book {in_book}</source>
        <translation>Đếm được {counted} · theo sổ {in_book}</translation>
    </message>
    <message>
        <source>Courses and exchange visits</source>
        <translation>Lớp tập huấn và giao lưu</translation>
    </message>
    <message>
        <source>Courses and exchange visits {count}, people {people}; clubs that never came {never}</source>
        <translation>{count} lớp và chuyến giao lưu, {people} lượt người; {never} câu lạc bộ chưa dự lần nào</translation>
    </message>
    <message>
        <source>Courses stand here once they are written down above.</source>
        <translation>Các lớp và chuyến giao lưu hiện ở đây sau khi ghi bằng nút ở trên.</translation>
    </message>
    <message>
        <source>Courses, exchange</source>
        <translation>Tập huấn, giao lưu</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Độ phủ</translation>
    </message>
    <message>
        <source>Coverage and means</source>
        <translation>Độ phủ, nguồn lực</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Tiêu chí và cách tính</translation>
    </message>
    <message>
        <source>Ctrl and + or − changes it on every screen.</source>
        <translation>Ở màn hình nào cũng có thể bấm Ctrl và + hoặc −.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Day of founding</source>
        <translation>Ngày thành lập</translation>
    </message>
    <message>
        <source>Day of the meeting</source>
        <translation>Ngày sinh hoạt</translation>
    </message>
    <message>
        <source>Day of the settlement</source>
        <translation>Ngày thanh toán</translation>
    </message>
    <message>
        <source>Day of the visit</source>
        <translation>Ngày kiểm tra</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Decided in</source>
        <translation>Theo quyết định</translation>
    </message>
    <message>
        <source>Declined…</source>
        <translation>Không cho vay…</translation>
    </message>
    <message>
        <source>Delete something</source>
        <translation>Xóa dữ liệu</translation>
    </message>
    <message>
        <source>Differed last time: {note}</source>
        <translation>Lần trước chưa khớp: {note}</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Chênh lệch</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Huyện (nếu còn ghi)</translation>
    </message>
    <message>
        <source>Do not make it yet</source>
        <translation>Chưa lập</translation>
    </message>
    <message>
        <source>Does the paper book of {month} say the same?</source>
        <translation>Sổ giấy {month} có khớp với phần mềm không?</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Done…</source>
        <translation>Làm xong…</translation>
    </message>
    <message>
        <source>Draw clubs to visit</source>
        <translation>Chọn mẫu câu lạc bộ đi kiểm tra</translation>
    </message>
    <message>
        <source>Draw clubs to visit…</source>
        <translation>Chọn mẫu đi kiểm tra…</translation>
    </message>
    <message>
        <source>Drawn with</source>
        <translation>Chọn mẫu bằng</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Đến hạn</translation>
    </message>
    <message>
        <source>Due this month</source>
        <translation>Đến hạn trong tháng</translation>
    </message>
    <message>
        <source>Each share = the sum shared out × her part : all parts, to the whole đồng. A saver's part is her savings at the ends of {months} months added up.</source>
        <translation>Phần mỗi người = số tiền đem chia × số phần của người đó : tổng số phần, tính đến đồng. Số phần của người gửi tiết kiệm là tiết kiệm cuối tháng của {months} tháng cộng lại.</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Lên trước</translation>
    </message>
    <message>
        <source>Empty: an equal share for each member who goes</source>
        <translation>Để trống: chia đều theo số người đi</translation>
    </message>
    <message>
        <source>Empty: as the club's rule says</source>
        <translation>Để trống: theo quy định của CLB</translation>
    </message>
    <message>
        <source>Empty: none.</source>
        <translation>Để trống thì không in.</translation>
    </message>
    <message>
        <source>Empty: the body above the club, and the club's own file.</source>
        <translation>Để trống thì ghi đơn vị chủ quản và lưu CLB.</translation>
    </message>
    <message>
        <source>Empty: the borrower. It is printed with the entry.</source>
        <translation>Để trống nếu chính người vay nộp. Chữ này in cùng khoản thu.</translation>
    </message>
    <message>
        <source>Empty: the name of the commune or ward.</source>
        <translation>Để trống thì lấy tên xã, phường.</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Kết thúc</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Đã dừng</translation>
    </message>
    <message>
        <source>Enter the board under “Members” first.</source>
        <translation>Hãy nhập Ban chủ nhiệm ở mục “Thành viên” trước.</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Các khoản</translation>
    </message>
    <message>
        <source>Entries of this month</source>
        <translation>Số khoản trong tháng</translation>
    </message>
    <message>
        <source>Entries to look up</source>
        <translation>Số khoản cần đối chiếu</translation>
    </message>
    <message>
        <source>Entries to look up in each</source>
        <translation>Số khoản đối chiếu mỗi CLB</translation>
    </message>
    <message>
        <source>Every month that is over is locked.</source>
        <translation>Các tháng đã qua đều đã khóa.</translation>
    </message>
    <message>
        <source>Every month up to now is recorded. The next meeting can be opened next month.</source>
        <translation>Mọi tháng đến nay đã ghi xong. Sang tháng có thể mở buổi sinh hoạt mới.</translation>
    </message>
    <message>
        <source>Everybody goes</source>
        <translation>Tất cả cùng đi</translation>
    </message>
    <message>
        <source>Everybody has signed.</source>
        <translation>Mọi người đã ký.</translation>
    </message>
    <message>
        <source>Everything is written into the book. After that nothing is changed silently: a mistake is taken back by an entry of its own, with a reason.</source>
        <translation>Mọi khoản được ghi vào sổ. Sau đó không sửa ngầm được nữa: khoản sai sẽ được hủy bằng một khoản riêng, có ghi lý do.</translation>
    </message>
    <message>
        <source>Extend the loan</source>
        <translation>Gia hạn khoản vay</translation>
    </message>
    <message>
        <source>Extend {loan}</source>
        <translation>Gia hạn {loan}</translation>
    </message>
    <message>
        <source>Extended on {day} by {months} months: {minutes}</source>
        <translation>Gia hạn ngày {day} thêm {months} tháng: {minutes}</translation>
    </message>
    <message>
        <source>Extend…</source>
        <translation>Gia hạn…</translation>
    </message>
    <message>
        <source>Family of {name}</source>
        <translation>Gia đình của {name}</translation>
    </message>
    <message>
        <source>Family…</source>
        <translation>Gia đình…</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Phí</translation>
    </message>
    <message>
        <source>Fees of {amount} đồng are behind; they are not taken out here.</source>
        <translation>Còn thiếu {amount} đồng tiền phí, không trừ ở đây.</translation>
    </message>
    <message>
        <source>Fees {fees} · savings {savings} · interest {interest} · principal {principal} = {total}</source>
        <translation>Phí {fees} · tiết kiệm {savings} · lãi {interest} · gốc {principal} = {total}</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>Figures of {month}</source>
        <translation>Số liệu {month}</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>File for the other club</source>
        <translation>Tệp cho câu lạc bộ kia</translation>
    </message>
    <message>
        <source>File for the union (*.clbz)</source>
        <translation>Gói dữ liệu gửi Hội (*.clbz)</translation>
    </message>
    <message>
        <source>File {letter}</source>
        <translation>Gói {letter}</translation>
    </message>
    <message>
        <source>Files given {files}, looked at {looked}. Bundles of clubs {count}</source>
        <translation>Đưa vào {files} tệp, đã xem {looked}. Gói dữ liệu của câu lạc bộ {count}</translation>
    </message>
    <message>
        <source>Files of clubs (*.clbz);;All files (*)</source>
        <translation>Gói dữ liệu (*.clbz);;Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Files that came</source>
        <translation>Các gói đã nhận</translation>
    </message>
    <message>
        <source>Files that contradict each other</source>
        <translation>Gói dữ liệu trái nhau</translation>
    </message>
    <message>
        <source>Files the clubs sent</source>
        <translation>Gói dữ liệu các câu lạc bộ gửi</translation>
    </message>
    <message>
        <source>Find (Ctrl+F)</source>
        <translation>Tìm (Ctrl+F)</translation>
    </message>
    <message>
        <source>Find a club</source>
        <translation>Tìm câu lạc bộ</translation>
    </message>
    <message>
        <source>Find a member</source>
        <translation>Tìm thành viên</translation>
    </message>
    <message>
        <source>Find a member (Ctrl+F)</source>
        <translation>Tìm thành viên (Ctrl+F)</translation>
    </message>
    <message>
        <source>Find anything in the book</source>
        <translation>Tìm bất cứ gì trong sổ</translation>
    </message>
    <message>
        <source>Find by name, hamlet, year of birth</source>
        <translation>Tìm theo tên, xóm, năm sinh</translation>
    </message>
    <message>
        <source>Find in this year</source>
        <translation>Tìm trong năm này</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Nội dung kiến nghị</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Ngày đầu</translation>
    </message>
    <message>
        <source>First day of the book</source>
        <translation>Ngày đầu của sổ</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Khoản</translation>
    </message>
    <message>
        <source>For example: CLB Liên thế hệ tự giúp nhau xóm 6</source>
        <translation>Ví dụ: CLB Liên thế hệ tự giúp nhau xóm 6</translation>
    </message>
    <message>
        <source>For example: Hội LHPN phường Quan Triều</source>
        <translation>Ví dụ: Hội LHPN phường Quan Triều</translation>
    </message>
    <message>
        <source>For example: Quyết định số 12/QĐ-UBND ngày 05/01/2026</source>
        <translation>Ví dụ: Quyết định số 12/QĐ-UBND ngày 05/01/2026</translation>
    </message>
    <message>
        <source>For example: cash, 50.000 more in the paper book.</source>
        <translation>Ví dụ: tiền mặt, sổ giấy nhiều hơn 50.000.</translation>
    </message>
    <message>
        <source>For example: folder in the cupboard</source>
        <translation>Ví dụ: tập hồ sơ trong tủ nhà văn hóa</translation>
    </message>
    <message>
        <source>For example: gave 2.000 too much change in October</source>
        <translation>Ví dụ: tháng 10 trả lại thừa 2.000</translation>
    </message>
    <message>
        <source>For example: minutes of 17/11/2026. The first plan is kept.</source>
        <translation>Ví dụ: biên bản ngày 17/11/2026. Lịch trả ban đầu vẫn được giữ.</translation>
    </message>
    <message>
        <source>For example: storm and flood; funeral in the hamlet.</source>
        <translation>Ví dụ: mưa bão, ngập lụt; trong xóm có tang.</translation>
    </message>
    <message>
        <source>For example: the treasurer</source>
        <translation>Ví dụ: thủ quỹ</translation>
    </message>
    <message>
        <source>For it</source>
        <translation>Tán thành</translation>
    </message>
    <message>
        <source>For the board</source>
        <translation>Phụ cấp ban chủ nhiệm</translation>
    </message>
    <message>
        <source>For the clubs</source>
        <translation>Cho câu lạc bộ</translation>
    </message>
    <message>
        <source>For the savers</source>
        <translation>Chia cho người gửi tiết kiệm</translation>
    </message>
    <message>
        <source>For the union above</source>
        <translation>Cho Hội cấp trên</translation>
    </message>
    <message>
        <source>For the union above…</source>
        <translation>Gửi Hội cấp trên…</translation>
    </message>
    <message>
        <source>For what</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>For what; the rules</source>
        <translation>Vay làm gì; quy định</translation>
    </message>
    <message>
        <source>For whom and what</source>
        <translation>Của ai, về việc gì</translation>
    </message>
    <message>
        <source>Form line on payment slips</source>
        <translation>Dòng mẫu số trên phiếu chi</translation>
    </message>
    <message>
        <source>Form line on receipts</source>
        <translation>Dòng mẫu số trên phiếu thu</translation>
    </message>
    <message>
        <source>Former key</source>
        <translation>Khóa cũ</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Founded on</source>
        <translation>Ngày thành lập</translation>
    </message>
    <message>
        <source>Founded on, decision</source>
        <translation>Thành lập, quyết định</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>From file</source>
        <translation>Từ gói số</translation>
    </message>
    <message>
        <source>From its day on the club is neither counted nor missed.</source>
        <translation>Từ ngày đó câu lạc bộ không còn tính, cũng không bị coi là thiếu số liệu.</translation>
    </message>
    <message>
        <source>From the bank</source>
        <translation>Tiền gửi ngân hàng</translation>
    </message>
    <message>
        <source>From the {out_of} to the {into}</source>
        <translation>Từ {out_of} sang {into}</translation>
    </message>
    <message>
        <source>From this day on</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>From this day on everything is recorded here.</source>
        <translation>Từ ngày này mọi việc đều ghi trong sổ này.</translation>
    </message>
    <message>
        <source>From which day on</source>
        <translation>Áp dụng từ ngày</translation>
    </message>
    <message>
        <source>From {first} to {last}: {total} đồng in all.</source>
        <translation>Từ {first} đến {last}: tổng cộng {total} đồng.</translation>
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
        <source>Fund book</source>
        <translation>Sổ quỹ</translation>
    </message>
    <message>
        <source>Gets</source>
        <translation>Được</translation>
    </message>
    <message>
        <source>Give a loan…</source>
        <translation>Cho vay…</translation>
    </message>
    <message>
        <source>Give out and send up</source>
        <translation>Gửi lên Hội cấp trên, báo nhận cho câu lạc bộ</translation>
    </message>
    <message>
        <source>Give out, send up</source>
        <translation>Gửi và báo nhận</translation>
    </message>
    <message>
        <source>Give this loan</source>
        <translation>Cho vay khoản này</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Ngày vay</translation>
    </message>
    <message>
        <source>Given back in cash</source>
        <translation>Trả lại bằng tiền mặt</translation>
    </message>
    <message>
        <source>Go on later</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Go on with the meeting of {month}</source>
        <translation>Ghi tiếp buổi sinh hoạt {month}</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>Làm việc tiếp</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Được</translation>
    </message>
    <message>
        <source>Good (+)</source>
        <translation>Đúng (+)</translation>
    </message>
    <message>
        <source>Guarantor</source>
        <translation>Người bảo lãnh</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>Khách mời</translation>
    </message>
    <message>
        <source>Hamlet</source>
        <translation>Xóm</translation>
    </message>
    <message>
        <source>Hand over to another club</source>
        <translation>Bàn giao sang câu lạc bộ khác</translation>
    </message>
    <message>
        <source>Hand over to another club…</source>
        <translation>Bàn giao sang câu lạc bộ khác…</translation>
    </message>
    <message>
        <source>Hand over to {club}</source>
        <translation>Bàn giao sang {club}</translation>
    </message>
    <message>
        <source>Hand-over (*.json)</source>
        <translation>Bàn giao (*.json)</translation>
    </message>
    <message>
        <source>Hand-over paper…</source>
        <translation>Biên bản bàn giao…</translation>
    </message>
    <message>
        <source>Handbook to print</source>
        <translation>Sổ tay để in</translation>
    </message>
    <message>
        <source>Handbook to print…</source>
        <translation>Sổ tay để in…</translation>
    </message>
    <message>
        <source>Handed over on {day} to {club}; agreed in: {minutes}. Compare with the signed minutes before you take it in.</source>
        <translation>Bàn giao ngày {day} cho {club}, theo: {minutes}. Hãy so với biên bản đã ký trước khi nhận vào sổ.</translation>
    </message>
    <message>
        <source>Handed over. Give the file to the other club.</source>
        <translation>Đã bàn giao. Hãy đưa tệp cho câu lạc bộ kia.</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Số buổi</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Trợ giúp</translation>
    </message>
    <message>
        <source>Help (F1)</source>
        <translation>Trợ giúp (F1)</translation>
    </message>
    <message>
        <source>Help about</source>
        <translation>Trợ giúp về</translation>
    </message>
    <message>
        <source>Her data: consent and requests</source>
        <translation>Dữ liệu cá nhân: đồng ý và yêu cầu</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Áp dụng</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Trang chính</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>Hoàn cảnh</translation>
    </message>
    <message>
        <source>How it was mended</source>
        <translation>Đã khắc phục thế nào</translation>
    </message>
    <message>
        <source>How many came</source>
        <translation>Số người dự</translation>
    </message>
    <message>
        <source>How many clubs</source>
        <translation>Số câu lạc bộ</translation>
    </message>
    <message>
        <source>How papers look</source>
        <translation>Cách trình bày giấy tờ</translation>
    </message>
    <message>
        <source>I have read this</source>
        <translation>Đã đọc</translation>
    </message>
    <message>
        <source>If you go on in the older one, the two books go apart and one of them is worth nothing.</source>
        <translation>Nếu ghi tiếp vào bản cũ, hai sổ sẽ khác nhau và phải bỏ một sổ.</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>In % a month, for example 0,7</source>
        <translation>Tính bằng % một tháng, ví dụ 0,7</translation>
    </message>
    <message>
        <source>In %, for example 50</source>
        <translation>Tính bằng %, ví dụ 50</translation>
    </message>
    <message>
        <source>In a locked month nothing is recorded or changed any more, and it can’t be unlocked. A mistake is put right by an entry in an open month.</source>
        <translation>Tháng đã khóa thì không ghi thêm, không sửa được nữa và không mở khóa lại được. Nếu có sai thì sửa bằng một khoản ghi trong tháng đang mở.</translation>
    </message>
    <message>
        <source>In all, up to {day}: principal {principal} + interest {interest} = {total}</source>
        <translation>Cộng đến {day}: gốc {principal} + lãi {interest} = {total}</translation>
    </message>
    <message>
        <source>In her words</source>
        <translation>Nguyên văn</translation>
    </message>
    <message>
        <source>In the book</source>
        <translation>Theo sổ</translation>
    </message>
    <message>
        <source>In the box</source>
        <translation>Tồn quỹ</translation>
    </message>
    <message>
        <source>In the box after this meeting: {amount}</source>
        <translation>Tiền mặt sau buổi này: {amount}</translation>
    </message>
    <message>
        <source>In the box before</source>
        <translation>Tiền mặt trước buổi này</translation>
    </message>
    <message>
        <source>In the box now</source>
        <translation>Tiền mặt bây giờ</translation>
    </message>
    <message>
        <source>In the table: {figure}</source>
        <translation>Trong bảng: {figure}</translation>
    </message>
    <message>
        <source>In đồng, for example 20tr</source>
        <translation>Tính bằng đồng, ví dụ 20tr</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>Lãi</translation>
    </message>
    <message>
        <source>Interest a month</source>
        <translation>Lãi mỗi tháng</translation>
    </message>
    <message>
        <source>Interest a month, in %</source>
        <translation>Lãi một tháng, %</translation>
    </message>
    <message>
        <source>Interest on savings</source>
        <translation>Lãi tiết kiệm</translation>
    </message>
    <message>
        <source>Interest up to the day</source>
        <translation>Lãi tính đến ngày đó</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>Vào quỹ</translation>
    </message>
    <message>
        <source>It comes back as {path}.</source>
        <translation>Sổ sẽ nằm ở {path}.</translation>
    </message>
    <message>
        <source>It has a new key…</source>
        <translation>Xác nhận khóa mới…</translation>
    </message>
    <message>
        <source>It is done</source>
        <translation>Đã làm xong</translation>
    </message>
    <message>
        <source>It is not kept on this computer.</source>
        <translation>Mật khẩu không lưu trên máy này.</translation>
    </message>
    <message>
        <source>It is recorded today. Empty: the entry is only taken back.</source>
        <translation>Được ghi vào hôm nay. Để trống: chỉ hủy khoản.</translation>
    </message>
    <message>
        <source>It is the club's key</source>
        <translation>Đúng là khóa của câu lạc bộ</translation>
    </message>
    <message>
        <source>Its file:</source>
        <translation>Tệp của sổ:</translation>
    </message>
    <message>
        <source>Its server:</source>
        <translation>Máy chủ:</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Vào CLB</translation>
    </message>
    <message>
        <source>Joined on</source>
        <translation>Ngày vào CLB</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>Căn cứ</translation>
    </message>
    <message>
        <source>Keep file {letter}…</source>
        <translation>Giữ gói {letter}…</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Giữ lại</translation>
    </message>
    <message>
        <source>Keep the answer</source>
        <translation>Ghi kết quả</translation>
    </message>
    <message>
        <source>Keep the changes</source>
        <translation>Ghi lại</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>Giữ gói này</translation>
    </message>
    <message>
        <source>Key for the clubs…</source>
        <translation>Khóa cho câu lạc bộ…</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Last back-up: {moment}, in {folder}. One is made there each time a meeting is closed.</source>
        <translation>Sao lưu gần nhất: {moment}, ở {folder}. Mỗi lần chốt buổi sinh hoạt, sổ lại tự sao lưu vào đó.</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Ngày cuối</translation>
    </message>
    <message>
        <source>Last day in the club</source>
        <translation>Ngày cuối ở câu lạc bộ</translation>
    </message>
    <message>
        <source>Last file</source>
        <translation>Gói gần nhất</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>Late over 30 days</source>
        <translation>Quá hạn &gt;30 ngày</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Xuống sau</translation>
    </message>
    <message>
        <source>Leave it empty for no limit.</source>
        <translation>Để trống nếu không giới hạn.</translation>
    </message>
    <message>
        <source>Leave it empty to take back what was written.</source>
        <translation>Để trống để bỏ nội dung đã ghi.</translation>
    </message>
    <message>
        <source>Leave the book as it is</source>
        <translation>Để sổ như hiện nay</translation>
    </message>
    <message>
        <source>Leaves the club…</source>
        <translation>Rời câu lạc bộ…</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Rời CLB</translation>
    </message>
    <message>
        <source>Lent</source>
        <translation>Cho vay</translation>
    </message>
    <message>
        <source>Limit or target</source>
        <translation>Mức, chỉ tiêu</translation>
    </message>
    <message>
        <source>Limits and targets</source>
        <translation>Mức điểm và chỉ tiêu</translation>
    </message>
    <message>
        <source>Limits and targets…</source>
        <translation>Mức điểm và chỉ tiêu…</translation>
    </message>
    <message>
        <source>Loan</source>
        <translation>Khoản vay</translation>
    </message>
    <message>
        <source>Loan book on paper…</source>
        <translation>In sổ vay vốn…</translation>
    </message>
    <message>
        <source>Loans</source>
        <translation>Vay vốn</translation>
    </message>
    <message>
        <source>Loans already given keep what was agreed then.</source>
        <translation>Các khoản đã cho vay vẫn theo thỏa thuận lúc vay.</translation>
    </message>
    <message>
        <source>Loans and payments</source>
        <translation>Cho vay và chi</translation>
    </message>
    <message>
        <source>Loans by lateness</source>
        <translation>Khoản vay theo số ngày quá hạn</translation>
    </message>
    <message>
        <source>Loans given today</source>
        <translation>Cho vay trong buổi này</translation>
    </message>
    <message>
        <source>Loans not repaid yet</source>
        <translation>Số khoản còn nợ</translation>
    </message>
    <message>
        <source>Loans overdue: {count}</source>
        <translation>Khoản vay quá hạn: {count}</translation>
    </message>
    <message>
        <source>Loans that go along: {count}</source>
        <translation>Khoản vay chuyển theo: {count}</translation>
    </message>
    <message>
        <source>Loans with a payment due this month: {count}</source>
        <translation>Khoản vay có kỳ trả trong tháng: {count}</translation>
    </message>
    <message>
        <source>Loans written off</source>
        <translation>Các khoản vay đã xóa nợ</translation>
    </message>
    <message>
        <source>Loans written off ({count})…</source>
        <translation>Nợ đã xóa ({count})…</translation>
    </message>
    <message>
        <source>Lock months</source>
        <translation>Khóa tháng</translation>
    </message>
    <message>
        <source>Lock months…</source>
        <translation>Khóa tháng…</translation>
    </message>
    <message>
        <source>Lock them</source>
        <translation>Khóa</translation>
    </message>
    <message>
        <source>Lock up to the end of</source>
        <translation>Khóa đến hết</translation>
    </message>
    <message>
        <source>Locked up to the end of {month}</source>
        <translation>Đã khóa đến hết {month}</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Xem</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Xem lại</translation>
    </message>
    <message>
        <source>Look and print…</source>
        <translation>Xem và in…</translation>
    </message>
    <message>
        <source>Look at and print those chosen…</source>
        <translation>Xem và in các giấy đã chọn…</translation>
    </message>
    <message>
        <source>Look at the cash book…</source>
        <translation>Xem sổ quỹ tiền mặt…</translation>
    </message>
    <message>
        <source>Look at the paper…</source>
        <translation>Xem biên bản…</translation>
    </message>
    <message>
        <source>Looking the code up</source>
        <translation>Đang tìm mã</translation>
    </message>
    <message>
        <source>Lost would be: entries {entries}, closed meetings {meetings}, from {first} to {last}.</source>
        <translation>Sẽ mất: {entries} khoản thu chi, {meetings} buổi sinh hoạt đã chốt, từ {first} đến {last}.</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Lúc sao lưu</translation>
    </message>
    <message>
        <source>Made again: {what}</source>
        <translation>Đã làm lại: {what}</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Ngày lập</translation>
    </message>
    <message>
        <source>Made: {file}. Give it to the club.</source>
        <translation>Đã lập: {file}. Hãy đưa cho câu lạc bộ.</translation>
    </message>
    <message>
        <source>Make a back-up now</source>
        <translation>Sao lưu ngay</translation>
    </message>
    <message>
        <source>Make the book</source>
        <translation>Lập sổ</translation>
    </message>
    <message>
        <source>Make the file for the Women's Union…</source>
        <translation>Làm gói dữ liệu gửi Hội Phụ nữ…</translation>
    </message>
    <message>
        <source>Make the new key</source>
        <translation>Lập khóa mới</translation>
    </message>
    <message>
        <source>Make the register</source>
        <translation>Lập sổ tổng hợp</translation>
    </message>
    <message>
        <source>Make the sheet</source>
        <translation>Lập phiếu</translation>
    </message>
    <message>
        <source>Making the book</source>
        <translation>Đang lập sổ</translation>
    </message>
    <message>
        <source>Making the file for the union</source>
        <translation>Đang lập gói dữ liệu gửi Hội</translation>
    </message>
    <message>
        <source>Making the paper</source>
        <translation>Đang lập giấy tờ</translation>
    </message>
    <message>
        <source>Making the practice book</source>
        <translation>Đang lập sổ thực hành</translation>
    </message>
    <message>
        <source>Means of twelve months</source>
        <translation>Nguồn lực trong mười hai tháng</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Sinh hoạt</translation>
    </message>
    <message>
        <source>Meeting of month {number} · {day}</source>
        <translation>Tháng {number} · {day}</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Sinh hoạt</translation>
    </message>
    <message>
        <source>Meetings held</source>
        <translation>Đã sinh hoạt</translation>
    </message>
    <message>
        <source>Meetings held and missed</source>
        <translation>Các buổi đã sinh hoạt và không sinh hoạt</translation>
    </message>
    <message>
        <source>Meetings held so far</source>
        <translation>Số buổi đã sinh hoạt đến nay</translation>
    </message>
    <message>
        <source>Meetings held: {count}. On average {rate} came; fewest in {month}: {present} of {listed}.</source>
        <translation>Đã sinh hoạt {count} buổi. Bình quân có mặt {rate}; ít nhất tháng {month}: {present} trên {listed} người.</translation>
    </message>
    <message>
        <source>Meetings of the month</source>
        <translation>Sinh hoạt trong tháng</translation>
    </message>
    <message>
        <source>Meetings of the year</source>
        <translation>Các buổi sinh hoạt trong năm</translation>
    </message>
    <message>
        <source>Meetings stand here once they are closed.</source>
        <translation>Buổi sinh hoạt đã chốt sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Meetings that no back-up holds: {count}</source>
        <translation>Số buổi sinh hoạt chưa được sao lưu: {count}</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Thành viên</translation>
    </message>
    <message>
        <source>Member {code}</source>
        <translation>Thành viên {code}</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Thành viên</translation>
    </message>
    <message>
        <source>Members and what they pay</source>
        <translation>Thành viên và tiền nộp</translation>
    </message>
    <message>
        <source>Members go to another club with their loans, their savings and a share of the funds: booked here, taken over there with a file.</source>
        <translation>Thành viên chuyển sang câu lạc bộ khác mang theo khoản vay, tiết kiệm và một phần các quỹ. Ghi ở sổ này, rồi câu lạc bộ kia nhận vào sổ của mình bằng một tệp.</translation>
    </message>
    <message>
        <source>Members stand here. Add the first one with “New member…”.</source>
        <translation>Thành viên sẽ hiện ở đây. Hãy thêm người đầu tiên bằng “Thành viên mới…”.</translation>
    </message>
    <message>
        <source>Members who go along: {count}</source>
        <translation>Số thành viên chuyển đi: {count}</translation>
    </message>
    <message>
        <source>Members, meetings, funds and loans of the club, in one book on this computer.</source>
        <translation>Thành viên, buổi sinh hoạt, quỹ và vay vốn của câu lạc bộ, trong một quyển sổ trên máy này.</translation>
    </message>
    <message>
        <source>Mended on</source>
        <translation>Ngày khắc phục</translation>
    </message>
    <message>
        <source>Met there</source>
        <translation>Làm việc với</translation>
    </message>
    <message>
        <source>Minutes are signed…</source>
        <translation>Chốt biên bản…</translation>
    </message>
    <message>
        <source>Minutes of the meeting of 17/12/2026</source>
        <translation>Biên bản buổi sinh hoạt 17/12/2026</translation>
    </message>
    <message>
        <source>Minutes of the meeting, or a decision</source>
        <translation>Biên bản buổi sinh hoạt hoặc quyết định</translation>
    </message>
    <message>
        <source>Minutes…</source>
        <translation>Biên bản…</translation>
    </message>
    <message>
        <source>Money and funds</source>
        <translation>Tiền và quỹ</translation>
    </message>
    <message>
        <source>Money at the bank</source>
        <translation>Tiền gửi ngân hàng</translation>
    </message>
    <message>
        <source>Money at the bank on the first day</source>
        <translation>Tiền gửi ngân hàng trong ngày đầu</translation>
    </message>
    <message>
        <source>Money comes back: {loan}</source>
        <translation>Thu lại nợ đã xóa: {loan}</translation>
    </message>
    <message>
        <source>Money in or out</source>
        <translation>Khoản thu, chi khác</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Tháng</translation>
    </message>
    <message>
        <source>Month to compare</source>
        <translation>Tháng cần đối chiếu</translation>
    </message>
    <message>
        <source>Monthly fee</source>
        <translation>Phí mỗi tháng</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Số tháng</translation>
    </message>
    <message>
        <source>Months not recorded yet: {count}, the first is {first}</source>
        <translation>Còn {count} tháng chưa ghi, từ {first}</translation>
    </message>
    <message>
        <source>Months that are over</source>
        <translation>Các tháng đã qua</translation>
    </message>
    <message>
        <source>Months to repay</source>
        <translation>Thời hạn, tháng</translation>
    </message>
    <message>
        <source>Months without principal</source>
        <translation>Số tháng chưa trả gốc</translation>
    </message>
    <message>
        <source>More than {ceiling} stays in the box. Take the rest to the bank or lend it.</source>
        <translation>Trong quỹ còn hơn {ceiling}. Hãy gửi ngân hàng hoặc cho vay phần còn lại.</translation>
    </message>
    <message>
        <source>Move it</source>
        <translation>Chuyển</translation>
    </message>
    <message>
        <source>Moves away; passed away; wishes to leave</source>
        <translation>Chuyển nhà; qua đời; xin ra</translation>
    </message>
    <message>
        <source>Name and organisation, for example: Ms Lan, Women's Union.</source>
        <translation>Họ tên và đơn vị, ví dụ: bà Lan, Hội Phụ nữ phường.</translation>
    </message>
    <message>
        <source>Name of the club</source>
        <translation>Tên câu lạc bộ</translation>
    </message>
    <message>
        <source>Name of the other club</source>
        <translation>Tên câu lạc bộ nhận</translation>
    </message>
    <message>
        <source>Name of the union</source>
        <translation>Tên Hội</translation>
    </message>
    <message>
        <source>Name, days, rules, board, money: five short steps.</source>
        <translation>Tên, ngày tháng, quy định, ban chủ nhiệm, tiền: năm bước ngắn.</translation>
    </message>
    <message>
        <source>Named in it without having signed consent: {count} ({names}). Let them sign first, or send totals only.</source>
        <translation>Trong gói có tên {count} người chưa ký đồng ý ({names}). Hãy để họ ký trước, hoặc chỉ gửi số tổng.</translation>
    </message>
    <message>
        <source>Names, separated by commas</source>
        <translation>Họ tên, cách nhau bằng dấu phẩy</translation>
    </message>
    <message>
        <source>Needs it no more…</source>
        <translation>Không cần vay nữa…</translation>
    </message>
    <message>
        <source>New club. Compare its sign with its paper: {fingerprint}</source>
        <translation>Câu lạc bộ mới. Đối chiếu dấu hiệu với giấy của câu lạc bộ: {fingerprint}</translation>
    </message>
    <message>
        <source>New key for the club…</source>
        <translation>Đổi khóa của câu lạc bộ…</translation>
    </message>
    <message>
        <source>New member</source>
        <translation>Thành viên mới</translation>
    </message>
    <message>
        <source>New member…</source>
        <translation>Thành viên mới…</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Mật khẩu mới</translation>
    </message>
    <message>
        <source>New recovery sheet…</source>
        <translation>Phiếu khôi phục mới…</translation>
    </message>
    <message>
        <source>New term of office</source>
        <translation>Nhiệm kỳ mới</translation>
    </message>
    <message>
        <source>New term…</source>
        <translation>Nhiệm kỳ mới…</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Mức mới</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Tiếp</translation>
    </message>
    <message>
        <source>Next payment</source>
        <translation>Kỳ trả tới</translation>
    </message>
    <message>
        <source>Next: {step}</source>
        <translation>Tiếp: {step}</translation>
    </message>
    <message>
        <source>No club has told anything yet.</source>
        <translation>Chưa câu lạc bộ nào gửi số liệu.</translation>
    </message>
    <message>
        <source>No club has told of this month yet.</source>
        <translation>Chưa câu lạc bộ nào gửi số liệu của tháng này.</translation>
    </message>
    <message>
        <source>No copy of this book lies here yet.</source>
        <translation>Ở đây chưa có bản sao lưu nào của sổ này.</translation>
    </message>
    <message>
        <source>No expense, gift or withdrawal today.</source>
        <translation>Buổi này chưa có khoản chi, ủng hộ hay rút tiết kiệm nào.</translation>
    </message>
    <message>
        <source>No files contradict each other any more.</source>
        <translation>Không còn gói dữ liệu nào trái nhau.</translation>
    </message>
    <message>
        <source>No loan here. A loan is given at a meeting, in step 3.</source>
        <translation>Không có khoản vay nào. Cho vay trong buổi sinh hoạt, ở bước 3.</translation>
    </message>
    <message>
        <source>No loan is given today.</source>
        <translation>Buổi này chưa cho ai vay.</translation>
    </message>
    <message>
        <source>No loan is out.</source>
        <translation>Không có khoản vay nào.</translation>
    </message>
    <message>
        <source>No loan is written off.</source>
        <translation>Chưa xóa nợ khoản nào.</translation>
    </message>
    <message>
        <source>No meeting in month {months}.</source>
        <translation>Không sinh hoạt tháng {months}.</translation>
    </message>
    <message>
        <source>No meeting in {month}</source>
        <translation>Không sinh hoạt {month}</translation>
    </message>
    <message>
        <source>No meeting in {month}: {reason}</source>
        <translation>Không sinh hoạt {month}: {reason}</translation>
    </message>
    <message>
        <source>No meeting this month…</source>
        <translation>Tháng này không sinh hoạt…</translation>
    </message>
    <message>
        <source>No money was moved in this year.</source>
        <translation>Năm này chưa có khoản thu, chi nào.</translation>
    </message>
    <message>
        <source>No money yet.</source>
        <translation>Chưa có khoản nào.</translation>
    </message>
    <message>
        <source>No month is locked</source>
        <translation>Chưa khóa tháng nào</translation>
    </message>
    <message>
        <source>No month of this book is over yet.</source>
        <translation>Sổ này chưa có tháng nào đã hết.</translation>
    </message>
    <message>
        <source>No opinion</source>
        <translation>Không có ý kiến</translation>
    </message>
    <message>
        <source>No passwords any more…</source>
        <translation>Không dùng mật khẩu nữa…</translation>
    </message>
    <message>
        <source>No penalty</source>
        <translation>Không phạt</translation>
    </message>
    <message>
        <source>No receipt while its files contradict each other. Choose first.</source>
        <translation>Chưa lập giấy báo nhận được vì các gói trái nhau. Hãy chọn gói đúng trước.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>No. {sequence}, up to {month}</source>
        <translation>số {sequence}, đến hết {month}</translation>
    </message>
    <message>
        <source>No. · Full name</source>
        <translation>Số · Họ và tên</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Không có</translation>
    </message>
    <message>
        <source>Nobody compared yet. Choose a month and begin.</source>
        <translation>Chưa đối chiếu lần nào. Hãy chọn một tháng rồi bắt đầu.</translation>
    </message>
    <message>
        <source>Nobody has savings or a loan.</source>
        <translation>Không ai có tiết kiệm hay khoản vay.</translation>
    </message>
    <message>
        <source>Nobody holds an office yet. Begin with “New term…”.</source>
        <translation>Chưa ai giữ chức vụ nào. Hãy bấm “Nhiệm kỳ mới…”.</translation>
    </message>
    <message>
        <source>Nobody is marked yet. F8 marks all as present.</source>
        <translation>Chưa điểm danh ai. Bấm F8 để ghi tất cả có mặt.</translation>
    </message>
    <message>
        <source>Nobody waits. Who asks for a loan is put on this list.</source>
        <translation>Chưa có ai chờ vay. Ai xin vay thì ghi vào danh sách này.</translation>
    </message>
    <message>
        <source>Not marked yet: {count}.</source>
        <translation>Chưa điểm danh: {count}.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Not sealed: whoever has the file can read it.</source>
        <translation>Chưa niêm phong: ai có tệp cũng đọc được.</translation>
    </message>
    <message>
        <source>Not signed yet: {count}.</source>
        <translation>Chưa ký: {count} người.</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Còn lại</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Notes of {face}</source>
        <translation>Số tờ {face}</translation>
    </message>
    <message>
        <source>Nothing changed since the reform of 2025.</source>
        <translation>Chưa có thay đổi nào sau đợt sắp xếp năm 2025.</translation>
    </message>
    <message>
        <source>Nothing found. Try other words.</source>
        <translation>Không tìm thấy. Hãy thử từ khác.</translation>
    </message>
    <message>
        <source>Nothing is made yet. Copy the figures of the last signed page; they must be the same.</source>
        <translation>Chưa ghi gì vào sổ. Hãy chép các số ở trang đã ký gần nhất; phải khớp thì mới lập sổ.</translation>
    </message>
    <message>
        <source>Nothing is missing up to this month.</source>
        <translation>Đến tháng này không còn thiếu gì.</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>Không còn kiến nghị nào chưa khắc phục.</translation>
    </message>
    <message>
        <source>Nothing is paid out, and nothing stays owed.</source>
        <translation>Không phải trả lại tiền và không còn nợ.</translation>
    </message>
    <message>
        <source>Nothing is to mend.</source>
        <translation>Không có kiến nghị.</translation>
    </message>
    <message>
        <source>Nothing odd was seen in the last 12 months.</source>
        <translation>12 tháng qua không thấy số liệu nào cần hỏi.</translation>
    </message>
    <message>
        <source>Nothing signed yet: “Consent…” on the members' screen.</source>
        <translation>Chưa ký lần nào. Ghi ở “Đồng ý lưu dữ liệu…” trên màn hình Thành viên.</translation>
    </message>
    <message>
        <source>Nothing that is in the book now would be lost.</source>
        <translation>Không mất gì đang có trong sổ.</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>Không còn việc gì.</translation>
    </message>
    <message>
        <source>Nothing was sent yet. What you send is listed here.</source>
        <translation>Chưa gửi gì. Những gói đã gửi sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Nothing was taken over. Cells to mend in {name}: {count}. Mend them and bring it in again.</source>
        <translation>Chưa đưa gì vào. Số ô cần sửa trong {name}: {count}. Hãy sửa rồi đưa vào lại.</translation>
    </message>
    <message>
        <source>Nothing was written yet.</source>
        <translation>Chưa ghi gì.</translation>
    </message>
    <message>
        <source>Nothing went up yet. What you send is listed here.</source>
        <translation>Chưa gửi lên lần nào. Các lần gửi sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Bây giờ</translation>
    </message>
    <message>
        <source>Number of the decision</source>
        <translation>Số quyết định thành lập</translation>
    </message>
    <message>
        <source>Number of the founding decision</source>
        <translation>Số quyết định thành lập</translation>
    </message>
    <message>
        <source>Number to draw entries with</source>
        <translation>Số để chọn mẫu các khoản</translation>
    </message>
    <message>
        <source>Number to draw with</source>
        <translation>Số để chọn mẫu</translation>
    </message>
    <message>
        <source>Number {sequence} was {received}.</source>
        <translation>Gói số {sequence}: {received}.</translation>
    </message>
    <message>
        <source>Object to a use</source>
        <translation>Phản đối việc sử dụng</translation>
    </message>
    <message>
        <source>Odd figures</source>
        <translation>Số liệu cần hỏi</translation>
    </message>
    <message>
        <source>Of older copies one a day is kept for a week, one a month for a year, and one of every year.</source>
        <translation>Trong các bản cũ, chương trình giữ mỗi ngày một bản trong một tuần, mỗi tháng một bản trong một năm, và mỗi năm một bản.</translation>
    </message>
    <message>
        <source>Of the {clubs} clubs that told of both months.</source>
        <translation>Tính {clubs} câu lạc bộ có số liệu ở cả hai tháng.</translation>
    </message>
    <message>
        <source>Of those that reported: members {members} (women {women}, aged 60 and over {older}) · whole fund {fund} · outstanding {loans} · in loans more than 30 days late {late} · meetings held {held} of {due}</source>
        <translation>Các câu lạc bộ đã gửi: {members} thành viên (nữ {women}, từ 60 tuổi {older}) · tổng quỹ {fund} · dư nợ {loans}, trong đó khoản quá hạn trên 30 ngày {late} · đã sinh hoạt {held}/{due} buổi</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>Old font. Change to: {text}</source>
        <translation>Chữ phông cũ. Đổi thành: {text}</translation>
    </message>
    <message>
        <source>On paper…</source>
        <translation>In danh sách…</translation>
    </message>
    <message>
        <source>On {day} these members leave this book with their loans, their savings and the money below. The other club takes them over with the file, and both sign the minutes.</source>
        <translation>Ngày {day} những thành viên này rời sổ này, mang theo khoản vay, tiết kiệm và số tiền dưới đây. Câu lạc bộ kia nhận bằng tệp, hai bên cùng ký biên bản.</translation>
    </message>
    <message>
        <source>One Excel file with the sheets club, members, loans, meetings, attendance and entries, or a folder with a CSV file for each.</source>
        <translation>Một tệp Excel có các trang club, members, loans, meetings, attendance và entries, hoặc một thư mục có tệp CSV cho từng trang.</translation>
    </message>
    <message>
        <source>One from before…</source>
        <translation>Sổ đã có…</translation>
    </message>
    <message>
        <source>One month</source>
        <translation>Một tháng</translation>
    </message>
    <message>
        <source>One on a server…</source>
        <translation>Sổ trên máy chủ…</translation>
    </message>
    <message>
        <source>One person has a password. Give a second one to another board member, so that the book opens when she is ill.</source>
        <translation>Mới một người có mật khẩu. Hãy đặt thêm cho một người nữa trong Ban chủ nhiệm, để khi người kia ốm vẫn mở được sổ.</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Only money between funds.</source>
        <translation>Chỉ chuyển tiền giữa các quỹ.</translation>
    </message>
    <message>
        <source>Only when a board hands over, or a computer or USB stick with the book is lost. The union takes the next file in after it has compared the new key with your signed paper.</source>
        <translation>Chỉ đổi khi ban chủ nhiệm bàn giao, hoặc khi mất máy tính, mất USB có sổ. Hội so khóa mới với tờ giấy có chữ ký của ban chủ nhiệm rồi mới nhận gói dữ liệu tới.</translation>
    </message>
    <message>
        <source>Only when it is not the member herself: name of the heir.</source>
        <translation>Chỉ ghi khi người nhận không phải là thành viên: họ tên người nhận thay.</translation>
    </message>
    <message>
        <source>Only when it took several days</source>
        <translation>Chỉ ghi khi kéo dài nhiều ngày</translation>
    </message>
    <message>
        <source>Only where it is needed; a count is enough.</source>
        <translation>Chỉ ghi khi cần; ghi số người là đủ.</translation>
    </message>
    <message>
        <source>Open a book</source>
        <translation>Mở sổ</translation>
    </message>
    <message>
        <source>Open a book…</source>
        <translation>Mở sổ…</translation>
    </message>
    <message>
        <source>Open a meeting</source>
        <translation>Mở buổi sinh hoạt</translation>
    </message>
    <message>
        <source>Open another book…</source>
        <translation>Mở sổ khác…</translation>
    </message>
    <message>
        <source>Open loans, as last sent</source>
        <translation>Các khoản đang vay, theo gói gần nhất</translation>
    </message>
    <message>
        <source>Open the book</source>
        <translation>Mở sổ này</translation>
    </message>
    <message>
        <source>Open the fuller one</source>
        <translation>Mở sổ đầy đủ hơn</translation>
    </message>
    <message>
        <source>Open the paper book of this month. Does it say the same?</source>
        <translation>Mở sổ giấy của tháng này ra. Các số dưới đây có giống sổ giấy không?</translation>
    </message>
    <message>
        <source>Open the register</source>
        <translation>Mở sổ tổng hợp</translation>
    </message>
    <message>
        <source>Open this one all the same</source>
        <translation>Vẫn mở sổ này</translation>
    </message>
    <message>
        <source>Open: {open}, of them overdue: {overdue}</source>
        <translation>Chưa khắc phục: {open}, trong đó quá hạn: {overdue}</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>Đã mở gần đây</translation>
    </message>
    <message>
        <source>Other money today</source>
        <translation>Thu, chi khác trong buổi này</translation>
    </message>
    <message>
        <source>Other work</source>
        <translation>Việc khác</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Chi</translation>
    </message>
    <message>
        <source>Out of</source>
        <translation>Từ quỹ</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Outstanding</source>
        <translation>Dư nợ</translation>
    </message>
    <message>
        <source>Outstanding loans</source>
        <translation>Dư nợ cho vay</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>Owed then</source>
        <translation>Dư nợ lúc đó</translation>
    </message>
    <message>
        <source>PRACTICE BOOK</source>
        <translation>SỔ THỰC HÀNH</translation>
    </message>
    <message>
        <source>Pages to print</source>
        <translation>Các trang cần in</translation>
    </message>
    <message>
        <source>Pages:</source>
        <translation>Trang:</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Nộp</translation>
    </message>
    <message>
        <source>Paid out this month</source>
        <translation>Chi trong tháng</translation>
    </message>
    <message>
        <source>Paid today</source>
        <translation>Buổi này nộp</translation>
    </message>
    <message>
        <source>Paper (*.pdf)</source>
        <translation>Bản in (*.pdf)</translation>
    </message>
    <message>
        <source>Paper (*.pdf);;Table (*.xlsx)</source>
        <translation>Bản in (*.pdf);;Bảng tính (*.xlsx)</translation>
    </message>
    <message>
        <source>Paper book and program</source>
        <translation>Đối chiếu sổ giấy với phần mềm</translation>
    </message>
    <message>
        <source>Paper book and program in {month}</source>
        <translation>Đối chiếu sổ giấy {month}</translation>
    </message>
    <message>
        <source>Paper shown</source>
        <translation>Giấy đang xem</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>In và báo cáo</translation>
    </message>
    <message>
        <source>Papers about</source>
        <translation>Loại giấy tờ</translation>
    </message>
    <message>
        <source>Parts of {name} ({role})</source>
        <translation>Số phần của {name} ({role})</translation>
    </message>
    <message>
        <source>Passbook</source>
        <translation>Sổ của thành viên</translation>
    </message>
    <message>
        <source>Passbook…</source>
        <translation>In sổ…</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Passwords of the book</source>
        <translation>Mật khẩu của sổ</translation>
    </message>
    <message>
        <source>Passwords…</source>
        <translation>Mật khẩu…</translation>
    </message>
    <message>
        <source>Pays the penalty…</source>
        <translation>Nộp phạt…</translation>
    </message>
    <message>
        <source>Penalties for paying late</source>
        <translation>Phạt trả chậm phải thu</translation>
    </message>
    <message>
        <source>Penalty due</source>
        <translation>Phạt phải thu</translation>
    </message>
    <message>
        <source>Penalty in % a month</source>
        <translation>Phạt % một tháng</translation>
    </message>
    <message>
        <source>Penalty in đồng</source>
        <translation>Tiền phạt, đồng</translation>
    </message>
    <message>
        <source>Penalty not paid</source>
        <translation>Phạt trả chậm chưa nộp</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Lượt người</translation>
    </message>
    <message>
        <source>People and box</source>
        <translation>Thành phần và kiểm quỹ</translation>
    </message>
    <message>
        <source>People who have a password: {count}.</source>
        <translation>Số người có mật khẩu: {count}.</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Picture of this screen</source>
        <translation>Hình của màn hình này</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Địa điểm</translation>
    </message>
    <message>
        <source>Place in front of the day</source>
        <translation>Địa danh trước ngày tháng</translation>
    </message>
    <message>
        <source>Plan a visit</source>
        <translation>Lên lịch kiểm tra</translation>
    </message>
    <message>
        <source>Plan a visit…</source>
        <translation>Lên lịch kiểm tra…</translation>
    </message>
    <message>
        <source>Plan for next month</source>
        <translation>Kế hoạch tháng sau</translation>
    </message>
    <message>
        <source>Plan it</source>
        <translation>Lên lịch</translation>
    </message>
    <message>
        <source>Plan these visits</source>
        <translation>Lên lịch các lần kiểm tra này</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>Points by the model's criteria</source>
        <translation>Điểm theo tiêu chí của mô hình</translation>
    </message>
    <message>
        <source>Practise on a copy of your book…</source>
        <translation>Làm thử trên bản sao sổ của mình…</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Có mặt</translation>
    </message>
    <message>
        <source>Present {present} of {listed} ({rate}). Enough to decide.</source>
        <translation>Có mặt {present} trên {listed} ({rate}). Đủ người để quyết định.</translation>
    </message>
    <message>
        <source>Present {present} of {listed} ({rate}). Not enough to decide yet.</source>
        <translation>Có mặt {present} trên {listed} ({rate}). Chưa đủ người để quyết định.</translation>
    </message>
    <message>
        <source>Principal</source>
        <translation>Gốc</translation>
    </message>
    <message>
        <source>Principal still owed</source>
        <translation>Gốc còn nợ</translation>
    </message>
    <message>
        <source>Print the fund statement</source>
        <translation>In báo cáo thu, chi quỹ</translation>
    </message>
    <message>
        <source>Print the minutes</source>
        <translation>In biên bản</translation>
    </message>
    <message>
        <source>Print the papers of {month}</source>
        <translation>In giấy tờ {month}</translation>
    </message>
    <message>
        <source>Printed sheet</source>
        <translation>Mẫu phiếu</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>In…</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Tỉnh, thành phố</translation>
    </message>
    <message>
        <source>Province/commune, or province/district/commune</source>
        <translation>tỉnh/xã, hoặc tỉnh/huyện/xã</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Mục đích</translation>
    </message>
    <message>
        <source>Put it into the minutes</source>
        <translation>Ghi vào biên bản</translation>
    </message>
    <message>
        <source>Put it on the list</source>
        <translation>Ghi vào danh sách</translation>
    </message>
    <message>
        <source>Put something right</source>
        <translation>Sửa cho đúng</translation>
    </message>
    <message>
        <source>Read each line aloud; its member says whether it is right. Once the book is made, print “Balances carried over” under Papers; each signs her own line.</source>
        <translation>Đọc to từng dòng; mỗi người nghe dòng của mình và nói đúng hay chưa. Lập sổ xong, vào “In và báo cáo” in “Bảng số dư chuyển sang” để mỗi người ký vào dòng của mình.</translation>
    </message>
    <message>
        <source>Read it through once more. “One step back” leads to what is to be mended.</source>
        <translation>Đọc lại một lượt. Bấm “Quay lại” để quay lại chỗ cần sửa.</translation>
    </message>
    <message>
        <source>Read this aloud before you close</source>
        <translation>Đọc lại cho mọi người nghe trước khi chốt</translation>
    </message>
    <message>
        <source>Reading the paper book</source>
        <translation>Đang đọc sổ giấy</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Giấy báo nhận</translation>
    </message>
    <message>
        <source>Receipt for this club…</source>
        <translation>Giấy báo nhận cho CLB này…</translation>
    </message>
    <message>
        <source>Receipts for the clubs…</source>
        <translation>Giấy báo nhận cho các CLB…</translation>
    </message>
    <message>
        <source>Receipts written into {folder}: {count}. Give each club its own.</source>
        <translation>Đã làm {count} giấy báo nhận ở {folder}. Hãy trao cho từng câu lạc bộ.</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Ngày nhận</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Ghi</translation>
    </message>
    <message>
        <source>Record a vote…</source>
        <translation>Ghi biểu quyết…</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>Ghi khoản này</translation>
    </message>
    <message>
        <source>Record money</source>
        <translation>Ghi khoản thu, chi</translation>
    </message>
    <message>
        <source>Record money in or out…</source>
        <translation>Ghi khoản thu, chi khác…</translation>
    </message>
    <message>
        <source>Record money…</source>
        <translation>Ghi khoản thu, chi…</translation>
    </message>
    <message>
        <source>Record quickly, month after month</source>
        <translation>Ghi nhanh từng tháng</translation>
    </message>
    <message>
        <source>Record that there was no meeting</source>
        <translation>Ghi là không sinh hoạt</translation>
    </message>
    <message>
        <source>Record the count</source>
        <translation>Ghi kết quả kiểm quỹ</translation>
    </message>
    <message>
        <source>Record the leaving</source>
        <translation>Ghi việc rời câu lạc bộ</translation>
    </message>
    <message>
        <source>Record the payment</source>
        <translation>Ghi khoản trả</translation>
    </message>
    <message>
        <source>Record the penalty</source>
        <translation>Ghi tiền phạt</translation>
    </message>
    <message>
        <source>Record the term</source>
        <translation>Ghi nhiệm kỳ</translation>
    </message>
    <message>
        <source>Record what came back</source>
        <translation>Ghi số thu lại</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Làm lại</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>Report on paper…</source>
        <translation>In báo cáo…</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Đã gửi</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Nhiệm vụ</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Row of {name}</source>
        <translation>Dòng của {name}</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Quy định</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Lưu thành tệp…</translation>
    </message>
    <message>
        <source>Save the empty table</source>
        <translation>Lưu bảng trống</translation>
    </message>
    <message>
        <source>Save the minutes as a file…</source>
        <translation>Lưu biên bản thành tệp…</translation>
    </message>
    <message>
        <source>Save the paper</source>
        <translation>Lưu bản in</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Đã lưu {time}</translation>
    </message>
    <message>
        <source>Savings</source>
        <translation>Tiết kiệm</translation>
    </message>
    <message>
        <source>Savings and loans of each member</source>
        <translation>Tiết kiệm và dư nợ từng người</translation>
    </message>
    <message>
        <source>Savings and loans, one by one…</source>
        <translation>Tiết kiệm, khoản vay từng người…</translation>
    </message>
    <message>
        <source>Savings of the members</source>
        <translation>Tiết kiệm của thành viên</translation>
    </message>
    <message>
        <source>Savings of those who go (less)</source>
        <translation>Trừ tiết kiệm của người chuyển đi</translation>
    </message>
    <message>
        <source>Savings then</source>
        <translation>Tiết kiệm lúc đó</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>Theo</translation>
    </message>
    <message>
        <source>Says first what would be lost, and keeps the file it replaces.</source>
        <translation>Cho biết trước sẽ mất những gì, và giữ lại tệp cũ.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Lịch trả</translation>
    </message>
    <message>
        <source>Schedule on paper…</source>
        <translation>In lịch trả…</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Màn hình</translation>
    </message>
    <message>
        <source>Sealed: only {name} can open it.</source>
        <translation>Đã niêm phong: chỉ {name} mở được.</translation>
    </message>
    <message>
        <source>Secretary of the meeting</source>
        <translation>Thư ký buổi sinh hoạt</translation>
    </message>
    <message>
        <source>See what is kept of her</source>
        <translation>Xem những gì đang lưu</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Kết quả xem</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Gửi</translation>
    </message>
    <message>
        <source>Send to the Women's Union</source>
        <translation>Gửi Hội Phụ nữ</translation>
    </message>
    <message>
        <source>Send {month} to the Women's Union</source>
        <translation>Gửi {month} cho Hội Phụ nữ</translation>
    </message>
    <message>
        <source>Sent so far</source>
        <translation>Đã gửi</translation>
    </message>
    <message>
        <source>Sent up so far</source>
        <translation>Đã gửi lên</translation>
    </message>
    <message>
        <source>Sentences used before…</source>
        <translation>Câu đã dùng…</translation>
    </message>
    <message>
        <source>Set or change her password…</source>
        <translation>Đặt hoặc đổi mật khẩu…</translation>
    </message>
    <message>
        <source>Set the password</source>
        <translation>Đặt mật khẩu</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Settle and record</source>
        <translation>Thanh toán và ghi sổ</translation>
    </message>
    <message>
        <source>Settle later: only record the last day</source>
        <translation>Thanh toán sau, bây giờ chỉ ghi ngày ra khỏi câu lạc bộ</translation>
    </message>
    <message>
        <source>Settle the account…</source>
        <translation>Thanh toán…</translation>
    </message>
    <message>
        <source>Settle with {name}</source>
        <translation>Thanh toán với {name}</translation>
    </message>
    <message>
        <source>Several names with a semicolon between them</source>
        <translation>Nhiều tên thì cách nhau bằng dấu chấm phẩy</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Giới</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Tỷ lệ</translation>
    </message>
    <message>
        <source>Share of the funds, in %</source>
        <translation>Phần các quỹ (%)</translation>
    </message>
    <message>
        <source>Shared by each one's average savings of the year</source>
        <translation>Chia theo tiết kiệm bình quân trong năm của từng người</translation>
    </message>
    <message>
        <source>Shared by the parts below</source>
        <translation>Chia theo số phần ghi ở dưới</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>Phần mỗi người</translation>
    </message>
    <message>
        <source>She asked for nothing yet.</source>
        <translation>Chưa có yêu cầu nào.</translation>
    </message>
    <message>
        <source>She asked on</source>
        <translation>Ngày yêu cầu</translation>
    </message>
    <message>
        <source>She asks for…</source>
        <translation>Yêu cầu mới…</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Trang</translation>
    </message>
    <message>
        <source>Sheet {sheet}</source>
        <translation>Mẫu phiếu {sheet}</translation>
    </message>
    <message>
        <source>Short of all points</source>
        <translation>Chưa đạt điểm tối đa</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Xem</translation>
    </message>
    <message>
        <source>Show what I type</source>
        <translation>Hiện chữ đang gõ</translation>
    </message>
    <message>
        <source>Sign and print</source>
        <translation>Ký và in</translation>
    </message>
    <message>
        <source>Sign of its key</source>
        <translation>Dấu hiệu khóa</translation>
    </message>
    <message>
        <source>Sign of the new key, as the board's paper shows it</source>
        <translation>Dấu hiệu khóa mới, đọc trên giấy của ban chủ nhiệm</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>Ngày ký</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Dung lượng</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Cỡ chữ</translation>
    </message>
    <message>
        <source>So many % a month of what is late</source>
        <translation>Một tỷ lệ % mỗi tháng trên số trả chậm</translation>
    </message>
    <message>
        <source>So many đồng for each late instalment</source>
        <translation>Một số tiền cho mỗi kỳ trả chậm</translation>
    </message>
    <message>
        <source>Somebody asks for a loan</source>
        <translation>Có người xin vay</translation>
    </message>
    <message>
        <source>Somebody asks…</source>
        <translation>Có người xin vay…</translation>
    </message>
    <message>
        <source>Somebody of the board</source>
        <translation>Một người trong ban chủ nhiệm</translation>
    </message>
    <message>
        <source>Something came back…</source>
        <translation>Thu lại…</translation>
    </message>
    <message>
        <source>Something differs</source>
        <translation>Có chỗ không khớp</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Split from</source>
        <translation>Tách từ</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>Đã tách ra</translation>
    </message>
    <message>
        <source>Start the meeting</source>
        <translation>Bắt đầu buổi sinh hoạt</translation>
    </message>
    <message>
        <source>Start the meeting of {month}</source>
        <translation>Bắt đầu buổi sinh hoạt {month}</translation>
    </message>
    <message>
        <source>Start, for example 08:00</source>
        <translation>Bắt đầu, ví dụ 08:00</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Statements of all members…</source>
        <translation>Sổ của mọi thành viên…</translation>
    </message>
    <message>
        <source>Stays owed</source>
        <translation>Còn nợ</translation>
    </message>
    <message>
        <source>Step 1 of 5: name and place. Everything can be changed later.</source>
        <translation>Bước 1 trên 5: tên và địa chỉ. Sau này vẫn sửa được.</translation>
    </message>
    <message>
        <source>Step 2 of 5: since when. The founding can be filled in later.</source>
        <translation>Bước 2 trên 5: từ ngày nào. Việc thành lập có thể điền sau.</translation>
    </message>
    <message>
        <source>Step 3 of 5: its rules. Each can be changed from a day on.</source>
        <translation>Bước 3 trên 5: các quy định. Sau này có thể đổi kể từ một ngày.</translation>
    </message>
    <message>
        <source>Step 4 of 5: its board. Other members are added afterwards.</source>
        <translation>Bước 4 trên 5: ban chủ nhiệm. Các thành viên khác thêm sau.</translation>
    </message>
    <message>
        <source>Step 5 of 5: what is there on the first day, as the paper says.</source>
        <translation>Bước 5 trên 5: tiền có trong ngày đầu, đúng như sổ giấy.</translation>
    </message>
    <message>
        <source>Still missing: {what}.</source>
        <translation>Còn thiếu: {what}.</translation>
    </message>
    <message>
        <source>Still owed: {amount}</source>
        <translation>Còn nợ: {amount}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Stopped: files nobody has looked at {left}. What was taken in stays; give the same files again and nothing is counted twice.</source>
        <translation>Đã dừng: còn {left} tệp chưa xem. Gói đã nhận vẫn giữ; đưa lại đúng các tệp đó cũng không bị tính hai lần.</translation>
    </message>
    <message>
        <source>Sums and funds</source>
        <translation>Số tiền chia và các quỹ</translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation>Giám sát</translation>
    </message>
    <message>
        <source>Supervisor's paper…</source>
        <translation>In báo cáo giám sát…</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.xls *.ods)</source>
        <translation>Bảng tính (*.xlsx *.xls *.ods)</translation>
    </message>
    <message>
        <source>Tables (*.xlsx)</source>
        <translation>Bảng tính (*.xlsx)</translation>
    </message>
    <message>
        <source>Take a receipt in…</source>
        <translation>Nhận giấy báo nhận…</translation>
    </message>
    <message>
        <source>Take all away</source>
        <translation>Bỏ hết mật khẩu</translation>
    </message>
    <message>
        <source>Take consent back</source>
        <translation>Rút đồng ý</translation>
    </message>
    <message>
        <source>Take files in…</source>
        <translation>Nhận gói dữ liệu…</translation>
    </message>
    <message>
        <source>Take files of clubs in…</source>
        <translation>Nhận gói dữ liệu của câu lạc bộ…</translation>
    </message>
    <message>
        <source>Take hers away…</source>
        <translation>Bỏ mật khẩu của người này…</translation>
    </message>
    <message>
        <source>Take in a payment…</source>
        <translation>Thu nợ…</translation>
    </message>
    <message>
        <source>Take in what clubs send, and report on all of them.</source>
        <translation>Nhận gói dữ liệu các câu lạc bộ gửi và lập báo cáo chung.</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>Bỏ mật khẩu</translation>
    </message>
    <message>
        <source>Take it into this book</source>
        <translation>Nhận vào sổ này</translation>
    </message>
    <message>
        <source>Take it off the list</source>
        <translation>Đưa ra khỏi danh sách</translation>
    </message>
    <message>
        <source>Take over from another club…</source>
        <translation>Nhận từ câu lạc bộ khác…</translation>
    </message>
    <message>
        <source>Take over from {club}</source>
        <translation>Nhận từ {club}</translation>
    </message>
    <message>
        <source>Take over members, loans and entries; wrong cells are listed.</source>
        <translation>Đưa thành viên, khoản vay và các khoản thu, chi vào; ô sai được liệt kê.</translation>
    </message>
    <message>
        <source>Take this line away</source>
        <translation>Bỏ dòng này</translation>
    </message>
    <message>
        <source>Take this loan away</source>
        <translation>Bỏ khoản vay này</translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation>Đã lấy lại: {what}</translation>
    </message>
    <message>
        <source>Taken in this month</source>
        <translation>Thu trong tháng</translation>
    </message>
    <message>
        <source>Taken in, paid out</source>
        <translation>Thu – chi trong tháng</translation>
    </message>
    <message>
        <source>Taken out of the savings for the loans</source>
        <translation>Trừ tiết kiệm để trả khoản vay</translation>
    </message>
    <message>
        <source>Taken over into this book.</source>
        <translation>Đã nhận vào sổ này.</translation>
    </message>
    <message>
        <source>Taken-back entries as well</source>
        <translation>Cả khoản đã hủy</translation>
    </message>
    <message>
        <source>Taking the files in</source>
        <translation>Đang nhận gói dữ liệu</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Điều kiện</translation>
    </message>
    <message>
        <source>Terms of office</source>
        <translation>Nhiệm kỳ</translation>
    </message>
    <message>
        <source>The Excel file</source>
        <translation>Tệp Excel</translation>
    </message>
    <message>
        <source>The board</source>
        <translation>Ban chủ nhiệm</translation>
    </message>
    <message>
        <source>The board…</source>
        <translation>Ban chủ nhiệm…</translation>
    </message>
    <message>
        <source>The book as it is now is kept beside it, under another name.</source>
        <translation>Sổ như hiện nay vẫn được giữ lại bên cạnh, dưới tên khác.</translation>
    </message>
    <message>
        <source>The book cannot be read</source>
        <translation>Không đọc được sổ</translation>
    </message>
    <message>
        <source>The book has no password: whoever has the file can read it. With the first password a recovery sheet is printed; keep it in the cash box.</source>
        <translation>Sổ chưa có mật khẩu: ai có tệp cũng đọc được. Khi đặt mật khẩu đầu tiên, chương trình cho in phiếu khôi phục; hãy cất phiếu trong hòm quỹ.</translation>
    </message>
    <message>
        <source>The book is back</source>
        <translation>Đã khôi phục sổ</translation>
    </message>
    <message>
        <source>The book of the self-help club</source>
        <translation>Sổ câu lạc bộ tự giúp nhau</translation>
    </message>
    <message>
        <source>The book opens without a password again</source>
        <translation>Mở sổ không cần mật khẩu nữa</translation>
    </message>
    <message>
        <source>The book there cannot be read, so nobody can say what would be lost. It is kept beside the new one, under another name.</source>
        <translation>Sổ đang ở đó không đọc được nên không biết sẽ mất những gì. Sổ đó được giữ lại bên cạnh, dưới tên khác.</translation>
    </message>
    <message>
        <source>The club's key is now {new}. The former, {former}, is good up to file number {number} only. Print the paper, sign it, and give it to the union with the next file.</source>
        <translation>Khóa mới của câu lạc bộ là {new}. Khóa cũ {former} chỉ dùng được đến gói số {number}. Hãy in tờ giấy này, ký rồi đưa Hội cùng gói dữ liệu tới.</translation>
    </message>
    <message>
        <source>The club's page</source>
        <translation>Xem câu lạc bộ</translation>
    </message>
    <message>
        <source>The club's rules</source>
        <translation>Quy định của câu lạc bộ</translation>
    </message>
    <message>
        <source>The club's work</source>
        <translation>Hoạt động của câu lạc bộ</translation>
    </message>
    <message>
        <source>The communes before and after the reform of 1 July 2025 are known. Write down what merges or is renamed later: reports of earlier months stay as they were.</source>
        <translation>Chương trình đã có danh mục xã, phường trước và sau ngày 01/07/2025. Hãy ghi các lần sáp nhập, đổi tên về sau: báo cáo các tháng trước giữ nguyên.</translation>
    </message>
    <message>
        <source>The copy goes up to {day}.</source>
        <translation>Bản sao có đến ngày {day}.</translation>
    </message>
    <message>
        <source>The count and the book agree.</source>
        <translation>Tiền đếm được khớp với sổ.</translation>
    </message>
    <message>
        <source>The criteria</source>
        <translation>Các tiêu chí</translation>
    </message>
    <message>
        <source>The empty table is ready</source>
        <translation>Bảng trống đã sẵn sàng</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>The file it replaced is kept as {name}, in {folder}.</source>
        <translation>Tệp cũ được giữ lại với tên {name}, trong {folder}.</translation>
    </message>
    <message>
        <source>The folder</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>The former key did not sign the change: the board lost it, or somebody else made this file. Telephone the chair before you believe it.</source>
        <translation>Khóa cũ không ký lần đổi này: ban chủ nhiệm đã mất khóa, hoặc người khác làm ra tệp. Hãy gọi điện cho chủ nhiệm trước khi tin.</translation>
    </message>
    <message>
        <source>The former key signed the change. Still read the new sign from the board's paper.</source>
        <translation>Khóa cũ đã ký lần đổi này. Vẫn phải đọc dấu hiệu mới trên giấy của ban chủ nhiệm.</translation>
    </message>
    <message>
        <source>The fund over 24 months</source>
        <translation>Quỹ trong 24 tháng</translation>
    </message>
    <message>
        <source>The funds that change hands</source>
        <translation>Cộng các quỹ chuyển sang</translation>
    </message>
    <message>
        <source>The key file the union gave you</source>
        <translation>Tệp khóa Hội đã đưa</translation>
    </message>
    <message>
        <source>The last back-up is of {moment}, in {folder}. Meetings closed since: {count}. Make a new one.</source>
        <translation>Bản sao lưu gần nhất lúc {moment}, ở {folder}. Số buổi sinh hoạt đã chốt từ đó: {count}. Hãy sao lưu lại.</translation>
    </message>
    <message>
        <source>The last back-up, of {moment}, lies in {folder}, which is not there now. Put the USB stick in, or choose another place. Meetings closed since: {count}.</source>
        <translation>Bản sao lưu gần nhất, lúc {moment}, nằm ở {folder}, hiện không thấy nơi này. Hãy cắm USB vào, hoặc chọn nơi khác. Số buổi sinh hoạt đã chốt từ đó: {count}.</translation>
    </message>
    <message>
        <source>The loan that {name} asks for</source>
        <translation>Khoản vay {name} đề nghị</translation>
    </message>
    <message>
        <source>The meeting</source>
        <translation>Buổi sinh hoạt</translation>
    </message>
    <message>
        <source>The meeting is closed. Everything of it stands in the book.</source>
        <translation>Buổi sinh hoạt đã chốt. Mọi khoản đã vào sổ.</translation>
    </message>
    <message>
        <source>The meeting is stored, but no back-up of it was made. {why}</source>
        <translation>Buổi sinh hoạt đã lưu trong sổ, nhưng chưa sao lưu được. {why}</translation>
    </message>
    <message>
        <source>The meeting of {month} is not closed: it has no minutes yet.</source>
        <translation>Buổi sinh hoạt {month} chưa chốt nên chưa có biên bản.</translation>
    </message>
    <message>
        <source>The member's account</source>
        <translation>Tiền của thành viên</translation>
    </message>
    <message>
        <source>The minutes are signed</source>
        <translation>Biên bản đã ký</translation>
    </message>
    <message>
        <source>The month in words</source>
        <translation>Số liệu của tháng</translation>
    </message>
    <message>
        <source>The new key</source>
        <translation>Khóa mới</translation>
    </message>
    <message>
        <source>The new key is believed, and the file was taken in.</source>
        <translation>Đã xác nhận khóa mới và nhận gói dữ liệu.</translation>
    </message>
    <message>
        <source>The newest good back-up is of {moment}: {file}. What was typed after that has to be typed again. The damaged file is kept beside the book.</source>
        <translation>Bản sao lưu tốt gần nhất là bản {moment}: {file}. Những gì ghi sau lúc đó phải ghi lại. Tệp bị hỏng vẫn được giữ bên cạnh sổ.</translation>
    </message>
    <message>
        <source>The next paper that is printed looks so.</source>
        <translation>Áp dụng từ tờ in sau.</translation>
    </message>
    <message>
        <source>The one last used on this computer:</source>
        <translation>Sổ dùng lần trước trên máy này:</translation>
    </message>
    <message>
        <source>The one you are opening:</source>
        <translation>Sổ đang mở:</translation>
    </message>
    <message>
        <source>The other club's file</source>
        <translation>Tệp của câu lạc bộ kia</translation>
    </message>
    <message>
        <source>The printed recovery sheet</source>
        <translation>Phiếu khôi phục đã in</translation>
    </message>
    <message>
        <source>The program made a mistake</source>
        <translation>Chương trình bị lỗi</translation>
    </message>
    <message>
        <source>The program of these clubs does not tell: {clubs}.</source>
        <translation>Chương trình của các câu lạc bộ này chưa cho biết: {clubs}.</translation>
    </message>
    <message>
        <source>The quarter</source>
        <translation>Cả quý</translation>
    </message>
    <message>
        <source>The receipt the union sent</source>
        <translation>Giấy báo nhận Hội đã gửi</translation>
    </message>
    <message>
        <source>The right amount</source>
        <translation>Số tiền đúng</translation>
    </message>
    <message>
        <source>The same as in {since}: {last}.</source>
        <translation>Bằng tháng {since}: {last}.</translation>
    </message>
    <message>
        <source>The same number draws the same clubs again: anybody can check.</source>
        <translation>Ghi lại đúng số này thì chọn ra đúng các câu lạc bộ đó: ai cũng kiểm tra lại được.</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Gõ lại lần nữa</translation>
    </message>
    <message>
        <source>The savings do not cover everything: {amount} đồng stay owed, to be repaid as agreed or by the guarantor.</source>
        <translation>Tiết kiệm không đủ trả hết: còn nợ {amount} đồng, tiếp tục trả theo thỏa thuận hoặc do người bảo lãnh trả.</translation>
    </message>
    <message>
        <source>The schedule stands here with the amount.</source>
        <translation>Gõ số tiền vay thì lịch trả hiện ở đây.</translation>
    </message>
    <message>
        <source>The sheet around the cell</source>
        <translation>Bảng ở quanh ô đó</translation>
    </message>
    <message>
        <source>The sheet to sign…</source>
        <translation>In phiếu để ký…</translation>
    </message>
    <message>
        <source>The slip…</source>
        <translation>In phiếu…</translation>
    </message>
    <message>
        <source>The union has this key now</source>
        <translation>Hội nay dùng khóa này</translation>
    </message>
    <message>
        <source>The unit from then on</source>
        <translation>Đơn vị mới</translation>
    </message>
    <message>
        <source>The unit until then</source>
        <translation>Đơn vị cũ</translation>
    </message>
    <message>
        <source>The visit</source>
        <translation>Lần kiểm tra</translation>
    </message>
    <message>
        <source>The whole book</source>
        <translation>Toàn bộ sổ</translation>
    </message>
    <message>
        <source>The whole fund over 24 months</source>
        <translation>Tổng quỹ 24 tháng qua</translation>
    </message>
    <message>
        <source>The year</source>
        <translation>Cả năm</translation>
    </message>
    <message>
        <source>The {count} letters at the foot of a paper. Papers that end with a month the club has sent are confirmed: minutes, fund statement, loan book, members' statements. Others are looked up in the club's own book.</source>
        <translation>Ghi {count} chữ ở chân giấy. Xác nhận được giấy tờ tính đến cuối tháng mà câu lạc bộ đã gửi: biên bản, báo cáo thu chi quỹ, sổ vay, bảng kê của thành viên. Giấy khác thì tra trong sổ của câu lạc bộ.</translation>
    </message>
    <message>
        <source>Their figures are the same in every month both tell of.</source>
        <translation>Số liệu hai gói giống nhau ở mọi tháng cả hai cùng có.</translation>
    </message>
    <message>
        <source>Then go through the month line by line. Wrong in the program: “Correct an entry…” in the fund book. Wrong on paper: cross it out, write it anew, sign beside it. Then answer again; the home screen reminds you.</source>
        <translation>Hãy dò từng khoản của tháng. Sai trong phần mềm: vào Sổ quỹ, bấm “Sửa khoản này…”. Sai trên giấy: gạch đi, ghi lại, ký bên cạnh. Sau đó đối chiếu lại; Trang chính sẽ nhắc.</translation>
    </message>
    <message>
        <source>Then owed</source>
        <translation>Còn nợ</translation>
    </message>
    <message>
        <source>There is no back-up of this book yet</source>
        <translation>Sổ này chưa được sao lưu lần nào</translation>
    </message>
    <message>
        <source>There is no back-up of this book yet. Make one now: it takes a moment.</source>
        <translation>Sổ này chưa có bản sao lưu nào. Hãy sao lưu ngay, chỉ mất một lát.</translation>
    </message>
    <message>
        <source>There is no bundle there. Bundles of clubs end in .clbz.</source>
        <translation>Ở đó không có gói dữ liệu nào. Gói dữ liệu của câu lạc bộ có đuôi .clbz.</translation>
    </message>
    <message>
        <source>There is no file yet that a receipt could be given for.</source>
        <translation>Chưa có gói dữ liệu nào để lập giấy báo nhận.</translation>
    </message>
    <message>
        <source>There is none yet: make an empty one there</source>
        <translation>Máy chủ chưa có sổ: lập sổ mới ở đó</translation>
    </message>
    <message>
        <source>They differ from {month} on; until you choose, nothing from then on counts.</source>
        <translation>Hai gói khác nhau từ {month}; khi chưa chọn, số liệu từ tháng đó chưa được tính.</translation>
    </message>
    <message>
        <source>This book</source>
        <translation>Quyển sổ này</translation>
    </message>
    <message>
        <source>This book is empty</source>
        <translation>Sổ này chưa ghi gì</translation>
    </message>
    <message>
        <source>This book is open in another window. Here it can only be read; nothing you do here is stored.</source>
        <translation>Sổ này đang mở ở cửa sổ khác. Ở đây chỉ xem được; không điều gì được ghi lại.</translation>
    </message>
    <message>
        <source>This computer has no book of this club: nothing is replaced.</source>
        <translation>Máy này chưa có sổ của câu lạc bộ này: không thay tệp nào.</translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation>Việc này chưa làm được</translation>
    </message>
    <message>
        <source>This is an older copy of the book</source>
        <translation>Đây là bản cũ của sổ</translation>
    </message>
    <message>
        <source>This is the last one.</source>
        <translation>Đây là người cuối cùng.</translation>
    </message>
    <message>
        <source>This number draws {count}: {clubs}</source>
        <translation>Số này chọn ra {count}: {clubs}</translation>
    </message>
    <message>
        <source>This place is on another disk than the book. Good.</source>
        <translation>Nơi này nằm trên ổ đĩa khác với sổ. Tốt.</translation>
    </message>
    <message>
        <source>This place is on the same disk as the book. Now and then make a copy on a USB stick as well, and keep the stick in another house.</source>
        <translation>Nơi này nằm cùng ổ đĩa với sổ. Thỉnh thoảng hãy sao lưu thêm ra USB và cất USB ở nhà khác.</translation>
    </message>
    <message>
        <source>This register</source>
        <translation>Sổ tổng hợp này</translation>
    </message>
    <message>
        <source>This register can only be read where it lies. To write in it, copy its file to a folder of your own and open that one.</source>
        <translation>Sổ tổng hợp này nằm ở nơi chỉ đọc được. Muốn ghi, hãy chép tệp sang thư mục của mình rồi mở tệp đó.</translation>
    </message>
    <message>
        <source>This register's own sign, to compare by telephone: {sign}</source>
        <translation>Dấu hiệu của sổ này, để đối chiếu qua điện thoại: {sign}</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>Cửa sổ này</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Trong năm</translation>
    </message>
    <message>
        <source>Those who left as well</source>
        <translation>Cả người đã rời CLB</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Bỏ buổi này</translation>
    </message>
    <message>
        <source>Throw this meeting away?</source>
        <translation>Bỏ buổi sinh hoạt này?</translation>
    </message>
    <message>
        <source>Throw this meeting away…</source>
        <translation>Bỏ buổi này…</translation>
    </message>
    <message>
        <source>Tick everybody</source>
        <translation>Đánh dấu tất cả</translation>
    </message>
    <message>
        <source>To be mended</source>
        <translation>Kiến nghị khắc phục</translation>
    </message>
    <message>
        <source>To be mended…</source>
        <translation>Thêm kiến nghị…</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Việc cần làm</translation>
    </message>
    <message>
        <source>To end it on</source>
        <translation>Trả hết vào ngày</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Phải trả</translation>
    </message>
    <message>
        <source>To pay before and after</source>
        <translation>Phải trả trước và sau gia hạn</translation>
    </message>
    <message>
        <source>To the board, out of the {fund}</source>
        <translation>Phụ cấp ban chủ nhiệm, lấy từ {fund}</translation>
    </message>
    <message>
        <source>To the savers, out of the {fund}</source>
        <translation>Chia cho người gửi tiết kiệm, lấy từ {fund}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Nay thuộc</translation>
    </message>
    <message>
        <source>Today: cash {cash} · bank {bank} · savings kept {savings}</source>
        <translation>Hôm nay: tiền mặt {cash} · ngân hàng {bank} · tiết kiệm đang giữ {savings}</translation>
    </message>
    <message>
        <source>Together 100 %.</source>
        <translation>Cộng lại là 100 %.</translation>
    </message>
    <message>
        <source>Totals and the list of borrowers</source>
        <translation>Số tổng và danh sách người vay</translation>
    </message>
    <message>
        <source>Totals only: no names</source>
        <translation>Chỉ số tổng, không có tên</translation>
    </message>
    <message>
        <source>Try it with the practice book</source>
        <translation>Làm thử với sổ thực hành</translation>
    </message>
    <message>
        <source>Type only what differs. Enter goes down, Tab goes right, Space changes the mark.</source>
        <translation>Chỉ gõ chỗ nào khác. Enter xuống dòng, Tab sang phải, phím cách đổi điểm danh.</translation>
    </message>
    <message>
        <source>Typed by</source>
        <translation>Người ghi</translation>
    </message>
    <message>
        <source>Typed by {typist}; confirmed by {first} and {second}.</source>
        <translation>Ghi: {typist}; xác nhận: {first} và {second}.</translation>
    </message>
    <message>
        <source>Typed in</source>
        <translation>Ghi vào sổ</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Union's key…</source>
        <translation>Khóa của Hội…</translation>
    </message>
    <message>
        <source>Units that changed</source>
        <translation>Đơn vị hành chính thay đổi sau này</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Đến ngày</translation>
    </message>
    <message>
        <source>Unusual: {name}, {kind} {amount}{compared}. It is stored; look again.</source>
        <translation>{name}, {kind}: {amount} khác xa mọi khi{compared}. Số này đã lưu; xem lại nếu gõ nhầm.</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>Đến tháng</translation>
    </message>
    <message>
        <source>Up to the end of</source>
        <translation>Đến hết</translation>
    </message>
    <message>
        <source>Use less of it</source>
        <translation>Hạn chế sử dụng</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Tên người dùng</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Mức</translation>
    </message>
    <message>
        <source>Value (of a criterion for 1, 2, 3 points)</source>
        <translation>Mức (tiêu chí: mức cho 1; 2; 3 điểm)</translation>
    </message>
    <message>
        <source>Visited by</source>
        <translation>Đoàn kiểm tra</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>Visits stand here: draw some clubs with the button above, or choose one on its page.</source>
        <translation>Các lần kiểm tra hiện ở đây: chọn mẫu bằng nút ở trên, hoặc chọn một câu lạc bộ ở trang của nó.</translation>
    </message>
    <message>
        <source>Visits to clubs</source>
        <translation>Kiểm tra, giám sát tại câu lạc bộ</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>Phiếu</translation>
    </message>
    <message>
        <source>Wait {seconds} seconds</source>
        <translation>Chờ {seconds} giây</translation>
    </message>
    <message>
        <source>Way of repaying</source>
        <translation>Cách trả</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Khoản</translation>
    </message>
    <message>
        <source>What came in</source>
        <translation>Những gì đã nhận</translation>
    </message>
    <message>
        <source>What differs, or what was put right</source>
        <translation>Khác ở đâu, hoặc đã sửa gì</translation>
    </message>
    <message>
        <source>What each club had of them</source>
        <translation>Từng câu lạc bộ đã dự</translation>
    </message>
    <message>
        <source>What goes along</source>
        <translation>Phần mang theo</translation>
    </message>
    <message>
        <source>What is due</source>
        <translation>Việc phải làm</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Mục</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Gửi những gì</translation>
    </message>
    <message>
        <source>What is to mend</source>
        <translation>Kiến nghị</translation>
    </message>
    <message>
        <source>What is typed is hidden: turn UniKey off first, or type without accents.</source>
        <translation>Chữ gõ vào được che đi: hãy tắt UniKey trước, hoặc gõ không dấu.</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Sai ở đâu</translation>
    </message>
    <message>
        <source>What it tells</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>What kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>What she asked for</source>
        <translation>Đã yêu cầu những gì</translation>
    </message>
    <message>
        <source>What she asks for</source>
        <translation>Yêu cầu gì</translation>
    </message>
    <message>
        <source>What she is to the member</source>
        <translation>Là gì của thành viên</translation>
    </message>
    <message>
        <source>What she signed</source>
        <translation>Đã ký những gì</translation>
    </message>
    <message>
        <source>What stands in the program</source>
        <translation>Số trong phần mềm</translation>
    </message>
    <message>
        <source>What still comes back later is recorded as recovered.</source>
        <translation>Nếu sau này thu lại được thì ghi là thu hồi nợ đã xóa.</translation>
    </message>
    <message>
        <source>What the club's files tell stands here too; what you write goes before it, from its day on.</source>
        <translation>Ở đây có cả nội dung trong gói dữ liệu của câu lạc bộ; nội dung Hội ghi được dùng trước, tính từ ngày ghi.</translation>
    </message>
    <message>
        <source>What the comparing found</source>
        <translation>Kết quả các lần đối chiếu</translation>
    </message>
    <message>
        <source>What the meeting was about</source>
        <translation>Nội dung buổi sinh hoạt</translation>
    </message>
    <message>
        <source>What the union keeps</source>
        <translation>Hội ghi về câu lạc bộ</translation>
    </message>
    <message>
        <source>What the union keeps…</source>
        <translation>Hội ghi về CLB…</translation>
    </message>
    <message>
        <source>What the union sets for its clubs, each from a day on: months before that day are judged as they were. Nobody has published an official scoring sheet; these are proposals after Decision 1336/QĐ-TTg.</source>
        <translation>Hội đặt mức cho các câu lạc bộ, mỗi mức tính từ một ngày: các tháng trước ngày đó vẫn chấm như cũ. Chưa có thang điểm chính thức; các mức này là đề xuất theo Quyết định 1336/QĐ-TTg.</translation>
    </message>
    <message>
        <source>What they agree to</source>
        <translation>Đồng ý những điều</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>Nội dung kiểm tra</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>Kết luận, quyết định</translation>
    </message>
    <message>
        <source>What was done?</source>
        <translation>Đã làm gì?</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Tìm thấy</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>Điều đã thấy</translation>
    </message>
    <message>
        <source>What was seen at this point</source>
        <translation>Ghi điều đã thấy ở mục này</translation>
    </message>
    <message>
        <source>What was taught or shown</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>What was typed for this month is thrown away.</source>
        <translation>Những gì đã gõ cho tháng này sẽ bỏ đi.</translation>
    </message>
    <message>
        <source>What was written so far</source>
        <translation>Các lần đã ghi</translation>
    </message>
    <message>
        <source>What was wrong?</source>
        <translation>Sai ở đâu?</translation>
    </message>
    <message>
        <source>What you found</source>
        <translation>Kết quả đối chiếu</translation>
    </message>
    <message>
        <source>What you had typed before is stored, and this last step was not done. You can go on working. Please copy the details and send them to whoever helps you.</source>
        <translation>Những gì đã ghi trước đó vẫn được lưu, chỉ bước vừa rồi chưa làm. Có thể làm việc tiếp. Hãy chép chi tiết và gửi cho người hỗ trợ.</translation>
    </message>
    <message>
        <source>When the club splits or merges</source>
        <translation>Khi tách hoặc nhập câu lạc bộ</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Địa điểm</translation>
    </message>
    <message>
        <source>Where is the paper book?</source>
        <translation>Sổ giấy nằm ở đâu?</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Where should the copies lie?</source>
        <translation>Để bản sao lưu ở đâu?</translation>
    </message>
    <message>
        <source>Where should the file go?</source>
        <translation>Đặt tệp ở đâu?</translation>
    </message>
    <message>
        <source>Where should the key file go?</source>
        <translation>Đặt tệp khóa ở đâu?</translation>
    </message>
    <message>
        <source>Where should the receipts go?</source>
        <translation>Để giấy báo nhận ở đâu?</translation>
    </message>
    <message>
        <source>Where the copies lie</source>
        <translation>Nơi để bản sao lưu</translation>
    </message>
    <message>
        <source>Where the paper lies</source>
        <translation>Giấy để ở đâu</translation>
    </message>
    <message>
        <source>Which book do you want to practise on?</source>
        <translation>Muốn làm thử trên sổ nào?</translation>
    </message>
    <message>
        <source>Which copy?</source>
        <translation>Bản sao lưu nào?</translation>
    </message>
    <message>
        <source>Which loans</source>
        <translation>Những khoản vay nào</translation>
    </message>
    <message>
        <source>Which meeting agreed</source>
        <translation>Buổi sinh hoạt nào đã đồng ý</translation>
    </message>
    <message>
        <source>Which minutes say so, and who confirmed it</source>
        <translation>Theo biên bản nào, ai xác nhận</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Ai</translation>
    </message>
    <message>
        <source>Who came</source>
        <translation>Người dự</translation>
    </message>
    <message>
        <source>Who came, month by month</source>
        <translation>Số người có mặt từng tháng</translation>
    </message>
    <message>
        <source>Who came…</source>
        <translation>Ghi người dự…</translation>
    </message>
    <message>
        <source>Who compared</source>
        <translation>Người đối chiếu</translation>
    </message>
    <message>
        <source>Who gets the papers, one a line</source>
        <translation>Nơi nhận, mỗi nơi một dòng</translation>
    </message>
    <message>
        <source>Who goes</source>
        <translation>Những người chuyển đi</translation>
    </message>
    <message>
        <source>Who has forgotten her password chooses the printed recovery sheet and types its code. Nobody else can open the book, the makers of the program neither.</source>
        <translation>Ai quên mật khẩu thì chọn phiếu khôi phục đã in và gõ mã trên phiếu. Ngoài ra không ai mở được sổ, kể cả người làm ra chương trình.</translation>
    </message>
    <message>
        <source>Who held the office hands over the day before.</source>
        <translation>Người giữ trước bàn giao vào ngày hôm trước.</translation>
    </message>
    <message>
        <source>Who is not here: press Space for excused, absent, represented.</source>
        <translation>Ai không có mặt thì bấm phím cách: vắng có phép, vắng, người đi thay.</translation>
    </message>
    <message>
        <source>Who mends it</source>
        <translation>Người chịu trách nhiệm</translation>
    </message>
    <message>
        <source>Who opens it</source>
        <translation>Ai mở sổ</translation>
    </message>
    <message>
        <source>Who really paid</source>
        <translation>Ai nộp thay</translation>
    </message>
    <message>
        <source>Who receives the money</source>
        <translation>Người nhận tiền</translation>
    </message>
    <message>
        <source>Who signed (space ticks)</source>
        <translation>Ai đã ký (phím cách để đánh dấu)</translation>
    </message>
    <message>
        <source>Who signed the sheet</source>
        <translation>Ghi người đã ký phiếu</translation>
    </message>
    <message>
        <source>Who signed…</source>
        <translation>Ghi người đã ký…</translation>
    </message>
    <message>
        <source>Who signs…</source>
        <translation>Người ký…</translation>
    </message>
    <message>
        <source>Who takes it over</source>
        <translation>Người nhận chức vụ</translation>
    </message>
    <message>
        <source>Who the club is</source>
        <translation>Câu lạc bộ</translation>
    </message>
    <message>
        <source>Who waits for a loan</source>
        <translation>Danh sách chờ vay</translation>
    </message>
    <message>
        <source>Who waits for a loan ({count})…</source>
        <translation>Danh sách chờ vay ({count})…</translation>
    </message>
    <message>
        <source>Whole fund</source>
        <translation>Tổng quỹ</translation>
    </message>
    <message>
        <source>Whom to call, and who may come, sign and take money in the member's place.</source>
        <translation>Gọi cho ai khi cần, và ai được đi thay, ký thay, nhận tiền thay.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Why does the count differ?</source>
        <translation>Vì sao thừa hoặc thiếu?</translation>
    </message>
    <message>
        <source>Why is file {letter} the right one?</source>
        <translation>Vì sao gói {letter} đúng?</translation>
    </message>
    <message>
        <source>Why was there no meeting?</source>
        <translation>Vì sao không sinh hoạt?</translation>
    </message>
    <message>
        <source>Why, and what to do</source>
        <translation>Lý do, cách làm tiếp</translation>
    </message>
    <message>
        <source>Why, for the record</source>
        <translation>Lý do, để lưu lại</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Vì sao?</translation>
    </message>
    <message>
        <source>With the months the schedule before and after stands here.</source>
        <translation>Gõ số tháng thì lịch trả trước và sau gia hạn hiện ở đây.</translation>
    </message>
    <message>
        <source>Without a club: {names}.</source>
        <translation>Chưa có câu lạc bộ: {names}.</translation>
    </message>
    <message>
        <source>Without a count the book's own sum stands. Counting is better.</source>
        <translation>Không đếm thì lấy số theo sổ. Nên đếm.</translation>
    </message>
    <message>
        <source>Women's Union</source>
        <translation>Gửi Hội Phụ nữ</translation>
    </message>
    <message>
        <source>Women's Union: a register…</source>
        <translation>Hội Phụ nữ: sổ tổng hợp…</translation>
    </message>
    <message>
        <source>Work out the shares</source>
        <translation>Tính phần mỗi người</translation>
    </message>
    <message>
        <source>Work out what goes along</source>
        <translation>Tính phần mang theo</translation>
    </message>
    <message>
        <source>Worked out</source>
        <translation>Cách tính</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>Đang tính…</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>Ghi lại</translation>
    </message>
    <message>
        <source>Write it off</source>
        <translation>Xóa nợ</translation>
    </message>
    <message>
        <source>Write off {loan}</source>
        <translation>Xóa nợ {loan}</translation>
    </message>
    <message>
        <source>Write off…</source>
        <translation>Xóa nợ…</translation>
    </message>
    <message>
        <source>Written down by</source>
        <translation>Người ghi</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>Đã xóa</translation>
    </message>
    <message>
        <source>Written off and not come back yet: {amount}</source>
        <translation>Đã xóa, chưa thu lại: {amount}</translation>
    </message>
    <message>
        <source>Written off on</source>
        <translation>Xóa ngày</translation>
    </message>
    <message>
        <source>Wrong (−)</source>
        <translation>Chưa đúng (−)</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Năm</translation>
    </message>
    <message>
        <source>Year's end</source>
        <translation>Cuối năm</translation>
    </message>
    <message>
        <source>Year's end {year}: who gets what</source>
        <translation>Cuối năm {year}: mỗi người được bao nhiêu</translation>
    </message>
    <message>
        <source>Year's end…</source>
        <translation>Cuối năm…</translation>
    </message>
    <message>
        <source>Your club's sign, to compare on paper: {fingerprint}</source>
        <translation>Dấu hiệu khóa của câu lạc bộ, để đối chiếu trên giấy: {fingerprint}</translation>
    </message>
    <message>
        <source>Your own figures to try things with. Your book stays as it is.</source>
        <translation>Làm thử bằng chính số liệu của mình. Sổ thật giữ nguyên.</translation>
    </message>
    <message>
        <source>a slip for each sum taken in or paid out, to be signed</source>
        <translation>phiếu thu, phiếu chi cho từng khoản, để ký</translation>
    </message>
    <message>
        <source>acts for the member</source>
        <translation>đi thay, ký thay</translation>
    </message>
    <message>
        <source>added {count}</source>
        <translation>mới {count}</translation>
    </message>
    <message>
        <source>all criteria reached</source>
        <translation>đạt mọi tiêu chí</translation>
    </message>
    <message>
        <source>all names with room for a signature</source>
        <translation>tên mọi người, có chỗ ký</translation>
    </message>
    <message>
        <source>all, or 1-3, 5</source>
        <translation>tất cả, hoặc 1-3, 5</translation>
    </message>
    <message>
        <source>already there {count}</source>
        <translation>đã có {count}</translation>
    </message>
    <message>
        <source>and by</source>
        <translation>Người xác nhận thứ hai</translation>
    </message>
    <message>
        <source>answer her by {day}</source>
        <translation>trả lời trước hết ngày {day}</translation>
    </message>
    <message>
        <source>areas</source>
        <translation>theo địa bàn</translation>
    </message>
    <message>
        <source>belongs to the club</source>
        <translation>của câu lạc bộ</translation>
    </message>
    <message>
        <source>clubs {clubs}, people {people}</source>
        <translation>{clubs} câu lạc bộ, {people} người</translation>
    </message>
    <message>
        <source>courses {trainings}, exchange visits {exchanges}</source>
        <translation>tập huấn {trainings}, giao lưu {exchanges}</translation>
    </message>
    <message>
        <source>due {amount}</source>
        <translation>phải thu {amount}</translation>
    </message>
    <message>
        <source>each club</source>
        <translation>từng câu lạc bộ</translation>
    </message>
    <message>
        <source>entries {count}, from {first} to {last}</source>
        <translation>{count} khoản, từ {first} đến {last}</translation>
    </message>
    <message>
        <source>every sum of the month, line by line</source>
        <translation>từng khoản thu, chi trong tháng</translation>
    </message>
    <message>
        <source>everybody, with year of birth and hamlet</source>
        <translation>mọi người, kèm năm sinh và xóm</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>toàn bộ sổ</translation>
    </message>
    <message>
        <source>for the chosen member, to be filled in and signed</source>
        <translation>cho thành viên đã chọn, để điền và ký</translation>
    </message>
    <message>
        <source>for the union to compare when it first gets a bundle</source>
        <translation>để Hội so khi lần đầu nhận gói dữ liệu</translation>
    </message>
    <message>
        <source>from the beginning</source>
        <translation>từ đầu</translation>
    </message>
    <message>
        <source>handbook</source>
        <translation>so-tay</translation>
    </message>
    <message>
        <source>has a password</source>
        <translation>đã có mật khẩu</translation>
    </message>
    <message>
        <source>how much of the interest went into which fund</source>
        <translation>tiền lãi chia vào quỹ nào, bao nhiêu</translation>
    </message>
    <message>
        <source>in contradiction {count}</source>
        <translation>trái nhau {count}</translation>
    </message>
    <message>
        <source>in the box</source>
        <translation>trong quỹ</translation>
    </message>
    <message>
        <source>it is not said who visited</source>
        <translation>chưa ghi đoàn kiểm tra</translation>
    </message>
    <message>
        <source>it is not said who was met there</source>
        <translation>chưa ghi làm việc với ai</translation>
    </message>
    <message>
        <source>joined {day}</source>
        <translation>vào CLB {day}</translation>
    </message>
    <message>
        <source>left {day}</source>
        <translation>rời CLB {day}</translation>
    </message>
    <message>
        <source>loans: {count}</source>
        <translation>{count} khoản</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>đã khóa</translation>
    </message>
    <message>
        <source>made {made}, received {received}</source>
        <translation>lập {made}, nhận {received}</translation>
    </message>
    <message>
        <source>may act for the member</source>
        <translation>đi thay, ký thay</translation>
    </message>
    <message>
        <source>meeting held, present {present} of {listed} ({rate})</source>
        <translation>đã sinh hoạt, có mặt {present}/{listed} ({rate})</translation>
    </message>
    <message>
        <source>meetings</source>
        <translation>buổi sinh hoạt</translation>
    </message>
    <message>
        <source>mended ones too</source>
        <translation>cả kiến nghị đã khắc phục</translation>
    </message>
    <message>
        <source>missing {amount}</source>
        <translation>thiếu {amount}</translation>
    </message>
    <message>
        <source>month {number} ({reason})</source>
        <translation>tháng {number} ({reason})</translation>
    </message>
    <message>
        <source>no meeting</source>
        <translation>không sinh hoạt</translation>
    </message>
    <message>
        <source>no receipt yet</source>
        <translation>chưa có giấy báo nhận</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>chưa có</translation>
    </message>
    <message>
        <source>not every point was looked at</source>
        <translation>chưa xem hết các mục</translation>
    </message>
    <message>
        <source>not marked</source>
        <translation>chưa ghi</translation>
    </message>
    <message>
        <source>not on the board any more</source>
        <translation>không còn trong Ban chủ nhiệm</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>không cho biết</translation>
    </message>
    <message>
        <source>notes in the box</source>
        <translation>tiền trong quỹ</translation>
    </message>
    <message>
        <source>nothing told</source>
        <translation>chưa có số liệu</translation>
    </message>
    <message>
        <source>number {seed}, from the figures up to {month}; entries no. {list}</source>
        <translation>số {seed}, từ số liệu đến hết {month}; các khoản số {list}</translation>
    </message>
    <message>
        <source>one letter with money, people and work of the month</source>
        <translation>một bản báo cáo tiền, người và việc trong tháng</translation>
    </message>
    <message>
        <source>one member's savings, loans and payments</source>
        <translation>tiết kiệm, khoản vay và tiền nộp của một thành viên</translation>
    </message>
    <message>
        <source>only from {day} on</source>
        <translation>chỉ từ ngày {day}</translation>
    </message>
    <message>
        <source>paper-book</source>
        <translation>so-giay</translation>
    </message>
    <message>
        <source>practice-book</source>
        <translation>so-thuc-hanh</translation>
    </message>
    <message>
        <source>practice-copy</source>
        <translation>ban-lam-thu</translation>
    </message>
    <message>
        <source>refused {count}</source>
        <translation>từ chối {count}</translation>
    </message>
    <message>
        <source>replaced {count}</source>
        <translation>thay {count}</translation>
    </message>
    <message>
        <source>since before the records</source>
        <translation>chưa ghi ngày</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>từ ngày {day}</translation>
    </message>
    <message>
        <source>sums only</source>
        <translation>chỉ số tổng</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>đã hủy</translation>
    </message>
    <message>
        <source>taken in, paid out, and what there is</source>
        <translation>thu gì, chi gì, còn bao nhiêu</translation>
    </message>
    <message>
        <source>takes back no. {number}: {reason}</source>
        <translation>hủy khoản số {number}: {reason}</translation>
    </message>
    <message>
        <source>the banknotes counted at a meeting</source>
        <translation>tiền mặt đếm trong buổi sinh hoạt</translation>
    </message>
    <message>
        <source>the box was not counted</source>
        <translation>chưa kiểm quỹ</translation>
    </message>
    <message>
        <source>the club's file</source>
        <translation>gói dữ liệu</translation>
    </message>
    <message>
        <source>the counts the Women's Union asks for</source>
        <translation>các con số Hội Phụ nữ cần</translation>
    </message>
    <message>
        <source>the marks of the whole year on one sheet</source>
        <translation>điểm danh cả năm trên một tờ</translation>
    </message>
    <message>
        <source>the terms of the chosen loan, to be signed</source>
        <translation>các điều khoản của khoản vay đã chọn, để ký</translation>
    </message>
    <message>
        <source>the union, since {day}</source>
        <translation>Hội ghi, từ {day}</translation>
    </message>
    <message>
        <source>there is no conclusion</source>
        <translation>chưa có kết luận</translation>
    </message>
    <message>
        <source>to be done by {day}</source>
        <translation>làm xong trước hết ngày {day}</translation>
    </message>
    <message>
        <source>to be signed by the chosen member</source>
        <translation>để thành viên đã chọn ký</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hiện nay</translation>
    </message>
    <message>
        <source>too much {amount}</source>
        <translation>thừa {amount}</translation>
    </message>
    <message>
        <source>usually {amount}</source>
        <translation>mọi khi {amount}</translation>
    </message>
    <message>
        <source>what a new treasurer takes over, to be signed</source>
        <translation>những gì thủ quỹ mới nhận, để ký</translation>
    </message>
    <message>
        <source>what each member is to pay, to tick off by hand</source>
        <translation>mỗi người phải nộp bao nhiêu, để đánh dấu tay</translation>
    </message>
    <message>
        <source>what is to be done next</source>
        <translation>những việc sắp làm</translation>
    </message>
    <message>
        <source>what the book began with: each member signs her own line</source>
        <translation>tiết kiệm, nợ lúc mở sổ: mỗi người ký vào dòng của mình</translation>
    </message>
    <message>
        <source>what was done in the eight areas of work</source>
        <translation>việc đã làm trong tám mảng hoạt động</translation>
    </message>
    <message>
        <source>what was paid on the chosen loan, day by day</source>
        <translation>khoản vay đã chọn đã trả những gì, từng ngày</translation>
    </message>
    <message>
        <source>what was said, decided, paid in and out at a meeting</source>
        <translation>buổi sinh hoạt bàn gì, quyết gì, thu chi ra sao</translation>
    </message>
    <message>
        <source>when how much of the chosen loan is due</source>
        <translation>khoản vay đã chọn đến hạn khi nào, bao nhiêu</translation>
    </message>
    <message>
        <source>which loans the board agreed to</source>
        <translation>ban chủ nhiệm đã đồng ý những khoản vay nào</translation>
    </message>
    <message>
        <source>who came, month by month</source>
        <translation>ai đi sinh hoạt, từng tháng</translation>
    </message>
    <message>
        <source>who gave what to the club</source>
        <translation>ai đã ủng hộ gì cho câu lạc bộ</translation>
    </message>
    <message>
        <source>who owes how much, and who is late</source>
        <translation>ai còn nợ bao nhiêu, ai quá hạn</translation>
    </message>
    <message>
        <source>who paid the fee in which month of the year</source>
        <translation>ai đã đóng phí tháng nào trong năm</translation>
    </message>
    <message>
        <source>with a club</source>
        <translation>có câu lạc bộ</translation>
    </message>
    <message>
        <source>with borrowers</source>
        <translation>có tên người vay</translation>
    </message>
    <message>
        <source>with leave</source>
        <translation>có phép</translation>
    </message>
    <message>
        <source>with today's money</source>
        <translation>kể cả tiền buổi này</translation>
    </message>
    <message>
        <source>without</source>
        <translation>chưa có</translation>
    </message>
    <message>
        <source>words of the minutes</source>
        <translation>lời trong biên bản</translation>
    </message>
    <message>
        <source>wrong {wrong}, to mend {findings}</source>
        <translation>chưa đúng {wrong} mục, kiến nghị {findings}</translation>
    </message>
    <message>
        <source>{amount} ({change} less than the month before)</source>
        <translation>{amount} (giảm {change} so với tháng trước)</translation>
    </message>
    <message>
        <source>{amount} ({change} more than the month before)</source>
        <translation>{amount} (tăng {change} so với tháng trước)</translation>
    </message>
    <message>
        <source>{amount} given on {day} for {months} months, {rate} a month, {method}</source>
        <translation>{amount} vay ngày {day}, {months} tháng, lãi {rate} một tháng, {method}</translation>
    </message>
    <message>
        <source>{amount} less than the book. On closing it is recorded as missing.</source>
        <translation>Thiếu {amount} so với sổ. Khi chốt sẽ ghi là thiếu quỹ.</translation>
    </message>
    <message>
        <source>{amount} more than the book. On closing it is recorded as found.</source>
        <translation>Thừa {amount} so với sổ. Khi chốt sẽ ghi là thừa quỹ.</translation>
    </message>
    <message>
        <source>{amount} đồng less in the box than in the book.</source>
        <translation>Tiền trong quỹ ít hơn sổ {amount} đồng.</translation>
    </message>
    <message>
        <source>{amount} đồng more in the box than in the book.</source>
        <translation>Tiền trong quỹ nhiều hơn sổ {amount} đồng.</translation>
    </message>
    <message>
        <source>{amount}, borrowers {count}; in loans more than 30 days late {late} ({rate})</source>
        <translation>{amount}, {count} người vay; dư nợ của khoản quá hạn trên 30 ngày {late} ({rate})</translation>
    </message>
    <message>
        <source>{amount}, not in cash</source>
        <translation>{amount}, không qua tiền mặt</translation>
    </message>
    <message>
        <source>{club}: entries {entries}, closed meetings {meetings}, up to {day}.</source>
        <translation>{club}: {entries} khoản, {meetings} buổi sinh hoạt đã chốt, đến ngày {day}.</translation>
    </message>
    <message>
        <source>{club}: file {sequence} ({file}) counts from now on.</source>
        <translation>{club}: từ nay tính theo gói số {sequence} ({file}).</translation>
    </message>
    <message>
        <source>{count} changes</source>
        <translation>{count} thay đổi</translation>
    </message>
    <message>
        <source>{count} of them more than a month late</source>
        <translation>{count} khoản chậm hơn một tháng</translation>
    </message>
    <message>
        <source>{count} open loans, {amount} outstanding. More than 30 days late: {late} ({rate}).</source>
        <translation>{count} khoản đang vay, dư nợ {amount}. Quá hạn trên 30 ngày: {late} ({rate}).</translation>
    </message>
    <message>
        <source>{days} days late</source>
        <translation>quá hạn {days} ngày</translation>
    </message>
    <message>
        <source>{decision}. Votes: {agreed} for, {against} against, {abstained} without opinion.</source>
        <translation>{decision}. Biểu quyết: {agreed} tán thành, {against} không tán thành, {abstained} không có ý kiến.</translation>
    </message>
    <message>
        <source>{file} holds {month} of all clubs, signed.</source>
        <translation>{file} có số liệu {month} của mọi câu lạc bộ, đã ký số.</translation>
    </message>
    <message>
        <source>{file} is for every club: it seals, and opens nothing.</source>
        <translation>{file} đưa cho mọi câu lạc bộ: chỉ để niêm phong, không mở được gì.</translation>
    </message>
    <message>
        <source>{file} is made, and was read back: it is whole.</source>
        <translation>Đã sao lưu ra {file} và đã đọc lại: nguyên vẹn.</translation>
    </message>
    <message>
        <source>{file} · in {folder}</source>
        <translation>{file} · ở {folder}</translation>
    </message>
    <message>
        <source>{file} · in {folder} · entries: {count}, the last of {day}</source>
        <translation>{file} · ở {folder} · {count} khoản thu chi, khoản gần nhất ngày {day}</translation>
    </message>
    <message>
        <source>{file} · in {folder} · nothing recorded yet</source>
        <translation>{file} · ở {folder} · chưa ghi khoản nào</translation>
    </message>
    <message>
        <source>{fund} afterwards (now {amount})</source>
        <translation>{fund} sau khi chia (hiện có {amount})</translation>
    </message>
    <message>
        <source>{held} of {due} meetings held in {year}</source>
        <translation>Năm {year}: đã sinh hoạt {held} trên {due} tháng</translation>
    </message>
    <message>
        <source>{last} now, {apart} less than in {since}.</source>
        <translation>Nay {last}: từ tháng {since} giảm {apart}.</translation>
    </message>
    <message>
        <source>{last} now, {apart} more than in {since}.</source>
        <translation>Nay {last}: từ tháng {since} tăng {apart}.</translation>
    </message>
    <message>
        <source>{level}; entries in the book then {entries}</source>
        <translation>{level}; sổ lúc đó có {entries} khoản</translation>
    </message>
    <message>
        <source>{members} members · {women} women · {older} aged 60 or more · poor: {poor}</source>
        <translation>{members} thành viên · {women} nữ · {older} người từ 60 tuổi · hộ nghèo: {poor}</translation>
    </message>
    <message>
        <source>{members}: women {women}, aged 60 and over {older}, 55 and over {over55}, poor {poor}, near-poor {near}</source>
        <translation>{members}: nữ {women}, từ 60 tuổi {older}, từ 55 tuổi {over55}, hộ nghèo {poor}, cận nghèo {near}</translation>
    </message>
    <message>
        <source>{months} months</source>
        <translation>{months} tháng</translation>
    </message>
    <message>
        <source>{months} months · {rate} a month · {method}</source>
        <translation>{months} tháng · lãi {rate} một tháng · {method}</translation>
    </message>
    <message>
        <source>{month} (the whole year {year})</source>
        <translation>{month} (hết cả năm {year})</translation>
    </message>
    <message>
        <source>{month} is not recorded yet</source>
        <translation>{month} chưa ghi</translation>
    </message>
    <message>
        <source>{month} is ready in {file}. Copy it to a USB stick or send it by Zalo or mail. It is signed by your club, number {sequence}.</source>
        <translation>{month} đã nằm trong {file}. Hãy chép vào USB, gửi Zalo hoặc thư điện tử. Gói có chữ ký của câu lạc bộ, số {sequence}.</translation>
    </message>
    <message>
        <source>{month} · still to record: {count}</source>
        <translation>{month} · còn {count} tháng chưa ghi</translation>
    </message>
    <message>
        <source>{month}: clubs that met {held}, did not meet {missed}, told nothing {silent} · {year}: meetings held {all_held} of {all_due}</source>
        <translation>{month}: {held} câu lạc bộ đã sinh hoạt, {missed} không sinh hoạt, {silent} chưa có số liệu · Năm {year}: đã sinh hoạt {all_held}/{all_due} buổi</translation>
    </message>
    <message>
        <source>{month}: clubs {clubs}</source>
        <translation>{month}: {clubs} câu lạc bộ</translation>
    </message>
    <message>
        <source>{month}: no meeting</source>
        <translation>{month}: không sinh hoạt</translation>
    </message>
    <message>
        <source>{month}: no meeting yet</source>
        <translation>{month}: chưa sinh hoạt</translation>
    </message>
    <message>
        <source>{month}: paper book and program differ ({note})</source>
        <translation>{month}: sổ giấy và phần mềm chưa khớp ({note})</translation>
    </message>
    <message>
        <source>{month}: the meeting is closed</source>
        <translation>{month}: đã chốt buổi sinh hoạt</translation>
    </message>
    <message>
        <source>{month}: the meeting is open</source>
        <translation>{month}: buổi sinh hoạt đang ghi</translation>
    </message>
    <message>
        <source>{name} asked about her data: due {day}</source>
        <translation>{name} có yêu cầu về dữ liệu: hạn {day}</translation>
    </message>
    <message>
        <source>{name} gets no loan this time</source>
        <translation>{name} lần này không được vay</translation>
    </message>
    <message>
        <source>{name} has a password</source>
        <translation>{name} có mật khẩu</translation>
    </message>
    <message>
        <source>{name} has the sheets for the club, its members, open loans and what is carried over. Fill it in from the paper book, then bring it in here.</source>
        <translation>{name} có sẵn các trang: câu lạc bộ, thành viên, khoản vay và số chuyển sang. Hãy chép từ sổ giấy vào rồi đưa vào đây.</translation>
    </message>
    <message>
        <source>{name} is given {amount} đồng in cash.</source>
        <translation>{name} nhận lại {amount} đồng tiền mặt.</translation>
    </message>
    <message>
        <source>{name} leaves the club</source>
        <translation>{name} rời câu lạc bộ</translation>
    </message>
    <message>
        <source>{name} needs the loan no more</source>
        <translation>{name} không cần vay nữa</translation>
    </message>
    <message>
        <source>{name} pays a penalty</source>
        <translation>{name} nộp phạt trả chậm</translation>
    </message>
    <message>
        <source>{name} pays on her loans</source>
        <translation>{name} trả nợ</translation>
    </message>
    <message>
        <source>{path}: entries {entries}, closed meetings {meetings}, until {day}</source>
        <translation>{path}: {entries} khoản thu chi, {meetings} buổi sinh hoạt đã chốt, đến ngày {day}</translation>
    </message>
    <message>
        <source>{points} points, as of {month}. A dash: nothing can be said.</source>
        <translation>{points} điểm, tính đến {month}. Dấu gạch: chưa đủ số liệu để chấm.</translation>
    </message>
    <message>
        <source>{sign} late, nothing since {since}</source>
        <translation>{sign} chậm, thiếu từ {since}</translation>
    </message>
    <message>
        <source>{sign} not yet due</source>
        <translation>{sign} chưa đến hạn</translation>
    </message>
    <message>
        <source>{sign} reported</source>
        <translation>{sign} đã gửi</translation>
    </message>
    <message>
        <source>{sign} silent, nothing since {since}</source>
        <translation>{sign} im lặng từ {since}</translation>
    </message>
    <message>
        <source>{sign}, first seen {day}</source>
        <translation>{sign}, nhận lần đầu {day}</translation>
    </message>
    <message>
        <source>{sign}, first seen {day}, compared with paper {confirmed}</source>
        <translation>{sign}, nhận lần đầu {day}, đã đối chiếu với giấy {confirmed}</translation>
    </message>
    <message>
        <source>{sign}, first seen {day}, given up after file {until}</source>
        <translation>{sign}, nhận lần đầu {day}, thôi dùng sau gói số {until}</translation>
    </message>
    <message>
        <source>{told}. No meeting: {reasons}</source>
        <translation>{told}. Không sinh hoạt: {reasons}</translation>
    </message>
    <message>
        <source>{total} (principal {principal})</source>
        <translation>{total} (gốc {principal})</translation>
    </message>
    <message>
        <source>{whole} đồng = principal {principal} + interest {interest}</source>
        <translation>{whole} đồng = gốc {principal} + lãi {interest}</translation>
    </message>
    <message>
        <source>{year}: {held} meetings held of {due} months told.</source>
        <translation>Năm {year}: đã sinh hoạt {held} buổi trong {due} tháng có số liệu.</translation>
    </message>
    <message>
        <source>· not yet</source>
        <translation>· chưa xem</translation>
    </message>
    <message>
        <source>– choose –</source>
        <translation>– chọn –</translation>
    </message>
    <message>
        <source>– set aside</source>
        <translation>– để riêng</translation>
    </message>
    <message>
        <source>• looked at {seen} of {count}</source>
        <translation>• đã xem {seen}/{count} mục</translation>
    </message>
    <message>
        <source>• not yet due: {count}</source>
        <translation>• chưa đến hạn: {count}</translation>
    </message>
    <message>
        <source>• open</source>
        <translation>• chưa khắc phục</translation>
    </message>
    <message>
        <source>• planned</source>
        <translation>• đã lên lịch</translation>
    </message>
    <message>
        <source>… and {count} more.</source>
        <translation>… và {count} điều nữa.</translation>
    </message>
    <message>
        <source>✓ added</source>
        <translation>✓ đã nhận, câu lạc bộ mới</translation>
    </message>
    <message>
        <source>✓ agreed to {numbers} on {day}</source>
        <translation>✓ đồng ý điều {numbers}, ngày {day}</translation>
    </message>
    <message>
        <source>✓ already there</source>
        <translation>✓ đã có</translation>
    </message>
    <message>
        <source>✓ counts</source>
        <translation>✓ được tính</translation>
    </message>
    <message>
        <source>✓ done {day}: {outcome}</source>
        <translation>✓ xong ngày {day}: {outcome}</translation>
    </message>
    <message>
        <source>✓ fits the rules</source>
        <translation>✓ đúng quy định</translation>
    </message>
    <message>
        <source>✓ good</source>
        <translation>✓ đúng</translation>
    </message>
    <message>
        <source>✓ mended {day}: {outcome}</source>
        <translation>✓ đã khắc phục {day}: {outcome}</translation>
    </message>
    <message>
        <source>✓ minutes signed</source>
        <translation>✓ biên bản đã chốt</translation>
    </message>
    <message>
        <source>✓ received by {union} on {day}</source>
        <translation>✓ {union} đã nhận ngày {day}</translation>
    </message>
    <message>
        <source>✓ replaced by the newer one</source>
        <translation>✓ đã nhận, thay số liệu cũ</translation>
    </message>
    <message>
        <source>✓ reported: {count}</source>
        <translation>✓ đã gửi: {count}</translation>
    </message>
    <message>
        <source>✓ the same</source>
        <translation>✓ khớp</translation>
    </message>
    <message>
        <source>✗ overdue by {days} days</source>
        <translation>✗ quá hạn {days} ngày</translation>
    </message>
    <message>
        <source>✗ refused</source>
        <translation>✗ từ chối</translation>
    </message>
    <message>
        <source>✗ silent: {count}</source>
        <translation>✗ im lặng lâu: {count}</translation>
    </message>
    <message>
        <source>✗ wrong</source>
        <translation>✗ chưa đúng</translation>
    </message>
</context>
</TS>
