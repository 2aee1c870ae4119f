<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>Amounts must be rounded to 1 đồng or more.</source>
        <translation>Amounts must be rounded to 1 đồng or more.</translation>
    </message>
    <message>
        <source>Something is not right yet:</source>
        <translation>Something is not right yet:</translation>
    </message>
    <message>
        <source>The amount lent must be above 0.</source>
        <translation>The amount lent must be above 0.</translation>
    </message>
    <message>
        <source>The disk could not read or write {path}. Check the disk or the USB stick, then try again.</source>
        <translation>The disk could not read or write {path}. Check the disk or the USB stick, then try again.</translation>
    </message>
    <message>
        <source>The disk is full: nothing was written to {path}. Free some space and try again.</source>
        <translation>The disk is full: nothing was written to {path}. Free some space and try again.</translation>
    </message>
    <message>
        <source>The disk is full: {path} was not written. Free some space and try again.</source>
        <translation>The disk is full: {path} was not written. Free some space and try again.</translation>
    </message>
    <message>
        <source>The interest must lie between 0 and 100 % a month.</source>
        <translation>The interest must lie between 0 and 100 % a month.</translation>
    </message>
    <message>
        <source>The months without principal must be fewer than the term.</source>
        <translation>The months without principal must be fewer than the term.</translation>
    </message>
    <message>
        <source>The name {path} is too long. Choose a shorter one.</source>
        <translation>The name {path} is too long. Choose a shorter one.</translation>
    </message>
    <message>
        <source>The shares of interest sum to {total} %; they must sum to 100 %.</source>
        <translation>The shares of interest sum to {total} %; they must sum to 100 %.</translation>
    </message>
    <message>
        <source>The term must lie between 1 and {limit} months.</source>
        <translation>The term must lie between 1 and {limit} months.</translation>
    </message>
    <message>
        <source>There is no report {name}. There are: {known}.</source>
        <translation>There is no report {name}. There are: {known}.</translation>
    </message>
    <message>
        <source>There is no way of repaying called “{text}”. Choose interest_only, equal_principal, annuity or flat.</source>
        <translation>There is no way of repaying called “{text}”. Choose interest_only, equal_principal, annuity or flat.</translation>
    </message>
    <message>
        <source>This entry does not add up, so it was not written. Please tell whoever looks after the program.</source>
        <translation>This entry does not add up, so it was not written. Please tell whoever looks after the program.</translation>
    </message>
    <message>
        <source>This entry needs a fund. Choose one.</source>
        <translation>This entry needs a fund. Choose one.</translation>
    </message>
    <message>
        <source>{ending} is no ending of a paper. Let the file's name end in one of {known}.</source>
        <translation>{ending} is no ending of a paper. Let the file's name end in one of {known}.</translation>
    </message>
    <message>
        <source>{file}, row {row}, column {column}: {text}</source>
        <translation>{file}, row {row}, column {column}: {text}</translation>
    </message>
    <message>
        <source>{file}, row {row}: {text}</source>
        <translation>{file}, row {row}: {text}</translation>
    </message>
    <message>
        <source>{path} can only be read here. Copy it to a folder where you may write.</source>
        <translation>{path} can only be read here. Copy it to a folder where you may write.</translation>
    </message>
    <message>
        <source>{path} cannot be made: part of its path is a file, not a folder.</source>
        <translation>{path} cannot be made: part of its path is a file, not a folder.</translation>
    </message>
    <message>
        <source>{path} cannot be opened. Check the folder, and whether the USB stick is still there.</source>
        <translation>{path} cannot be opened. Check the folder, and whether the USB stick is still there.</translation>
    </message>
    <message>
        <source>{path} could not be written or read. Check the disk or the USB stick.</source>
        <translation>{path} could not be written or read. Check the disk or the USB stick.</translation>
    </message>
    <message>
        <source>{path} is a folder. Name a file.</source>
        <translation>{path} is a folder. Name a file.</translation>
    </message>
    <message>
        <source>{path} is already there. Choose another name, or move the old one away.</source>
        <translation>{path} is already there. Choose another name, or move the old one away.</translation>
    </message>
    <message>
        <source>{path} is an empty file. Look for the book elsewhere, or bring back a back-up.</source>
        <translation>{path} is an empty file. Look for the book elsewhere, or bring back a back-up.</translation>
    </message>
    <message>
        <source>{path} is damaged. Do not write into it; bring back the newest back-up.</source>
        <translation>{path} is damaged. Do not write into it; bring back the newest back-up.</translation>
    </message>
    <message>
        <source>{path} is not a book of this program, or it has a password. Choose a file that ends in .soclb.</source>
        <translation>{path} is not a book of this program, or it has a password. Choose a file that ends in .soclb.</translation>
    </message>
    <message>
        <source>{path} is not there. Check the name and the folder.</source>
        <translation>{path} is not there. Check the name and the folder.</translation>
    </message>
    <message>
        <source>{path} is open in another window of the program. Close that one, or only read here.</source>
        <translation>{path} is open in another window of the program. Close that one, or only read here.</translation>
    </message>
    <message>
        <source>{path} may not be written or read here. Choose another folder.</source>
        <translation>{path} may not be written or read here. Choose another folder.</translation>
    </message>
    <message>
        <source>{path} was written by a newer program (version {theirs} of the book; this program knows {ours}). Nothing was changed. Install the newer program on this computer.</source>
        <translation>{path} was written by a newer program (version {theirs} of the book; this program knows {ours}). Nothing was changed. Install the newer program on this computer.</translation>
    </message>
    <message>
        <source>{text} is more than {limit} đồng. Look at the number of zeros.</source>
        <translation>{text} is more than {limit} đồng. Look at the number of zeros.</translation>
    </message>
    <message>
        <source>{text} is too much or too little for {rule}. Look at the number again.</source>
        <translation>{text} is too much or too little for {rule}. Look at the number again.</translation>
    </message>
    <message>
        <source>“{text}” is no amount. Write whole đồng, for example 1.250.000.</source>
        <translation>“{text}” is no amount. Write whole đồng, for example 1.250.000.</translation>
    </message>
    <message>
        <source>“{text}” is no day. Write it as day/month/year, for example 17/11/2018.</source>
        <translation>“{text}” is no day. Write it as day/month/year, for example 17/11/2018.</translation>
    </message>
    <message>
        <source>“{text}” is no month. Write it as year-month, for example 2018-11.</source>
        <translation>“{text}” is no month. Write it as year-month, for example 2018-11.</translation>
    </message>
    <message>
        <source>“{text}” is no number. Write {rule} in digits alone.</source>
        <translation>“{text}” is no number. Write {rule} in digits alone.</translation>
    </message>
    <message>
        <source>“{text}” is no way to share interest. Write it like income:60;operating:40.</source>
        <translation>“{text}” is no way to share interest. Write it like income:60;operating:40.</translation>
    </message>
</context>
<context>
    <name>labels</name>
    <message>
        <source>1 to 30 days</source>
        <translation>1 to 30 days</translation>
    </message>
    <message>
        <source>31 to 60 days</source>
        <translation>31 to 60 days</translation>
    </message>
    <message>
        <source>61 to 90 days</source>
        <translation>61 to 90 days</translation>
    </message>
    <message>
        <source>91 to 180 days</source>
        <translation>91 to 180 days</translation>
    </message>
    <message>
        <source>Awareness and learning</source>
        <translation>Awareness and learning</translation>
    </message>
    <message>
        <source>Bank balance handed over</source>
        <translation>Bank balance handed over</translation>
    </message>
    <message>
        <source>Bank balance taken over</source>
        <translation>Bank balance taken over</translation>
    </message>
    <message>
        <source>Bank fee</source>
        <translation>Bank fee</translation>
    </message>
    <message>
        <source>Bank interest</source>
        <translation>Bank interest</translation>
    </message>
    <message>
        <source>Borrowed capital handed over</source>
        <translation>Borrowed capital handed over</translation>
    </message>
    <message>
        <source>Borrowed capital paid back</source>
        <translation>Borrowed capital paid back</translation>
    </message>
    <message>
        <source>Borrowed capital received</source>
        <translation>Borrowed capital received</translation>
    </message>
    <message>
        <source>Borrowed capital taken over</source>
        <translation>Borrowed capital taken over</translation>
    </message>
    <message>
        <source>Care fund</source>
        <translation>Care fund</translation>
    </message>
    <message>
        <source>Cash ceiling</source>
        <translation>Cash ceiling</translation>
    </message>
    <message>
        <source>Cash count: too little</source>
        <translation>Cash count: too little</translation>
    </message>
    <message>
        <source>Cash count: too much</source>
        <translation>Cash count: too much</translation>
    </message>
    <message>
        <source>Cash handed over</source>
        <translation>Cash handed over</translation>
    </message>
    <message>
        <source>Cash taken over</source>
        <translation>Cash taken over</translation>
    </message>
    <message>
        <source>Chair</source>
        <translation>Chair</translation>
    </message>
    <message>
        <source>Culture, arts and visits</source>
        <translation>Culture, arts and visits</translation>
    </message>
    <message>
        <source>Donation</source>
        <translation>Donation</translation>
    </message>
    <message>
        <source>Expense</source>
        <translation>Expense</translation>
    </message>
    <message>
        <source>Health care</source>
        <translation>Health care</translation>
    </message>
    <message>
        <source>Income and livelihood</source>
        <translation>Income and livelihood</translation>
    </message>
    <message>
        <source>Income fund</source>
        <translation>Income fund</translation>
    </message>
    <message>
        <source>Interest divided among the funds</source>
        <translation>Interest divided among the funds</translation>
    </message>
    <message>
        <source>Interest on savings</source>
        <translation>Interest on savings</translation>
    </message>
    <message>
        <source>Interest paid</source>
        <translation>Interest paid</translation>
    </message>
    <message>
        <source>Interest rounded to</source>
        <translation>Interest rounded to</translation>
    </message>
    <message>
        <source>Late penalty</source>
        <translation>Late penalty</translation>
    </message>
    <message>
        <source>Loan given</source>
        <translation>Loan given</translation>
    </message>
    <message>
        <source>Loan handed over</source>
        <translation>Loan handed over</translation>
    </message>
    <message>
        <source>Loan interest a month</source>
        <translation>Loan interest a month</translation>
    </message>
    <message>
        <source>Loan taken over</source>
        <translation>Loan taken over</translation>
    </message>
    <message>
        <source>Loan term in months</source>
        <translation>Loan term in months</translation>
    </message>
    <message>
        <source>Loan written off</source>
        <translation>Loan written off</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>Membership fee</source>
        <translation>Membership fee</translation>
    </message>
    <message>
        <source>Monthly fee</source>
        <translation>Monthly fee</translation>
    </message>
    <message>
        <source>Operating fund</source>
        <translation>Operating fund</translation>
    </message>
    <message>
        <source>Other income</source>
        <translation>Other income</translation>
    </message>
    <message>
        <source>Paid into the bank</source>
        <translation>Paid into the bank</translation>
    </message>
    <message>
        <source>Principal repaid</source>
        <translation>Principal repaid</translation>
    </message>
    <message>
        <source>Quorum</source>
        <translation>Quorum</translation>
    </message>
    <message>
        <source>Resource mobilisation</source>
        <translation>Resource mobilisation</translation>
    </message>
    <message>
        <source>Rights and entitlements</source>
        <translation>Rights and entitlements</translation>
    </message>
    <message>
        <source>Savings handed over</source>
        <translation>Savings handed over</translation>
    </message>
    <message>
        <source>Savings paid in</source>
        <translation>Savings paid in</translation>
    </message>
    <message>
        <source>Savings taken out</source>
        <translation>Savings taken out</translation>
    </message>
    <message>
        <source>Savings taken over</source>
        <translation>Savings taken over</translation>
    </message>
    <message>
        <source>Secretary</source>
        <translation>Secretary</translation>
    </message>
    <message>
        <source>Self-help and community support</source>
        <translation>Self-help and community support</translation>
    </message>
    <message>
        <source>Support from above</source>
        <translation>Support from above</translation>
    </message>
    <message>
        <source>Taken from the bank</source>
        <translation>Taken from the bank</translation>
    </message>
    <message>
        <source>Transfer into a fund</source>
        <translation>Transfer into a fund</translation>
    </message>
    <message>
        <source>Transfer out of a fund</source>
        <translation>Transfer out of a fund</translation>
    </message>
    <message>
        <source>Treasurer</source>
        <translation>Treasurer</translation>
    </message>
    <message>
        <source>Volunteer home care</source>
        <translation>Volunteer home care</translation>
    </message>
    <message>
        <source>Way of repaying</source>
        <translation>Way of repaying</translation>
    </message>
    <message>
        <source>Written-off loan recovered</source>
        <translation>Written-off loan recovered</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>equal instalments</source>
        <translation>equal instalments</translation>
    </message>
    <message>
        <source>equal principal</source>
        <translation>equal principal</translation>
    </message>
    <message>
        <source>excused</source>
        <translation>excused</translation>
    </message>
    <message>
        <source>female</source>
        <translation>female</translation>
    </message>
    <message>
        <source>flat interest</source>
        <translation>flat interest</translation>
    </message>
    <message>
        <source>held</source>
        <translation>held</translation>
    </message>
    <message>
        <source>male</source>
        <translation>male</translation>
    </message>
    <message>
        <source>near-poor</source>
        <translation>near-poor</translation>
    </message>
    <message>
        <source>not held</source>
        <translation>not held</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>not recorded</translation>
    </message>
    <message>
        <source>on time</source>
        <translation>on time</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>over 180 days</source>
        <translation>over 180 days</translation>
    </message>
    <message>
        <source>poor</source>
        <translation>poor</translation>
    </message>
    <message>
        <source>present</source>
        <translation>present</translation>
    </message>
    <message>
        <source>principal at the end</source>
        <translation>principal at the end</translation>
    </message>
    <message>
        <source>represented</source>
        <translation>represented</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>to come</translation>
    </message>
</context>
<context>
    <name>paper</name>
    <message>
        <source>(signature, full name)</source>
        <translation>(signature, full name)</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>Aged 55 and older</source>
        <translation>Aged 55 and older</translation>
    </message>
    <message>
        <source>Aged 60 and older</source>
        <translation>Aged 60 and older</translation>
    </message>
    <message>
        <source>Aged 60 up</source>
        <translation>Aged 60 up</translation>
    </message>
    <message>
        <source>Amount (đồng)</source>
        <translation>Amount (đồng)</translation>
    </message>
    <message>
        <source>Amounts in đồng</source>
        <translation>Amounts in đồng</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>Area of the union</source>
        <translation>Area of the union</translation>
    </message>
    <message>
        <source>Areas of work:</source>
        <translation>Areas of work:</translation>
    </message>
    <message>
        <source>At the beginning</source>
        <translation>At the beginning</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>At the end</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <source>Balance at the beginning</source>
        <translation>Balance at the beginning</translation>
    </message>
    <message>
        <source>Balance at the end</source>
        <translation>Balance at the end</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Borrowers</source>
        <translation>Borrowers</translation>
    </message>
    <message>
        <source>Brought from the page before</source>
        <translation>Brought from the page before</translation>
    </message>
    <message>
        <source>By area</source>
        <translation>By area</translation>
    </message>
    <message>
        <source>Carried to the next page</source>
        <translation>Carried to the next page</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>Cash after the meeting</source>
        <translation>Cash after the meeting</translation>
    </message>
    <message>
        <source>Cash after the meeting, in words:</source>
        <translation>Cash after the meeting, in words:</translation>
    </message>
    <message>
        <source>Cash and bank at the end: {amount} đồng. In words: {words}</source>
        <translation>Cash and bank at the end: {amount} đồng. In words: {words}</translation>
    </message>
    <message>
        <source>Cash before the meeting</source>
        <translation>Cash before the meeting</translation>
    </message>
    <message>
        <source>Cash count</source>
        <translation>Cash count</translation>
    </message>
    <message>
        <source>Chair</source>
        <translation>Chair</translation>
    </message>
    <message>
        <source>Chair of the meeting</source>
        <translation>Chair of the meeting</translation>
    </message>
    <message>
        <source>Check code {code} · {club} · {paper} · {period}</source>
        <translation>Check code {code} · {club} · {paper} · {period}</translation>
    </message>
    <message>
        <source>Check: cash, bank and loans {has} đồng; funds, savings and borrowed capital {owned} đồng.</source>
        <translation>Check: cash, bank and loans {has} đồng; funds, savings and borrowed capital {owned} đồng.</translation>
    </message>
    <message>
        <source>Club</source>
        <translation>Club</translation>
    </message>
    <message>
        <source>Club meeting of {month}</source>
        <translation>Club meeting of {month}</translation>
    </message>
    <message>
        <source>Counted {counted} đồng, as in the book.</source>
        <translation>Counted {counted} đồng, as in the book.</translation>
    </message>
    <message>
        <source>Counted {counted} đồng; in the book {book} đồng; {gap} đồng missing.</source>
        <translation>Counted {counted} đồng; in the book {book} đồng; {gap} đồng missing.</translation>
    </message>
    <message>
        <source>Counted {counted} đồng; in the book {book} đồng; {gap} đồng too much.</source>
        <translation>Counted {counted} đồng; in the book {book} đồng; {gap} đồng too much.</translation>
    </message>
    <message>
        <source>Counted, in words: {words}</source>
        <translation>Counted, in words: {words}</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Days late</source>
        <translation>Days late</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Decisions</translation>
    </message>
    <message>
        <source>Decrease</source>
        <translation>Decrease</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>Due on</translation>
    </message>
    <message>
        <source>Entries corrected</source>
        <translation>Entries corrected</translation>
    </message>
    <message>
        <source>Excused</source>
        <translation>Excused</translation>
    </message>
    <message>
        <source>Expenses of the club</source>
        <translation>Expenses of the club</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>For the union</source>
        <translation>For the union</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Fund</source>
        <translation>Fund</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>Guests</translation>
    </message>
    <message>
        <source>In the chair</source>
        <translation>In the chair</translation>
    </message>
    <message>
        <source>Income fund</source>
        <translation>Income fund</translation>
    </message>
    <message>
        <source>Increase</source>
        <translation>Increase</translation>
    </message>
    <message>
        <source>Independence - Freedom - Happiness</source>
        <translation>Independence - Freedom - Happiness</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>Interest</translation>
    </message>
    <message>
        <source>Interest a month</source>
        <translation>Interest a month</translation>
    </message>
    <message>
        <source>Interest behind</source>
        <translation>Interest behind</translation>
    </message>
    <message>
        <source>Interest credited</source>
        <translation>Interest credited</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Kept: the club</source>
        <translation>Kept: the club</translation>
    </message>
    <message>
        <source>Lateness</source>
        <translation>Lateness</translation>
    </message>
    <message>
        <source>Left to pay</source>
        <translation>Left to pay</translation>
    </message>
    <message>
        <source>Lent</source>
        <translation>Lent</translation>
    </message>
    <message>
        <source>Lent on</source>
        <translation>Lent on</translation>
    </message>
    <message>
        <source>Loan</source>
        <translation>Loan</translation>
    </message>
    <message>
        <source>Loan book</source>
        <translation>Loan book</translation>
    </message>
    <message>
        <source>Loans</source>
        <translation>Loans</translation>
    </message>
    <message>
        <source>Loans given</source>
        <translation>Loans given</translation>
    </message>
    <message>
        <source>Loans handed over</source>
        <translation>Loans handed over</translation>
    </message>
    <message>
        <source>Loans taken over</source>
        <translation>Loans taken over</translation>
    </message>
    <message>
        <source>MINUTES</source>
        <translation>MINUTES</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Meetings</translation>
    </message>
    <message>
        <source>Meetings and attendance</source>
        <translation>Meetings and attendance</translation>
    </message>
    <message>
        <source>Meetings attended</source>
        <translation>Meetings attended</translation>
    </message>
    <message>
        <source>Meetings held of due</source>
        <translation>Meetings held of due</translation>
    </message>
    <message>
        <source>Meetings held of meetings due</source>
        <translation>Meetings held of meetings due</translation>
    </message>
    <message>
        <source>Meetings that worked on each of the eight areas</source>
        <translation>Meetings that worked on each of the eight areas</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>Member's statement</source>
        <translation>Member's statement</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>Minutes taken by</source>
        <translation>Minutes taken by</translation>
    </message>
    <message>
        <source>Money taken in and paid out</source>
        <translation>Money taken in and paid out</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Months with no record: {months}.</source>
        <translation>Months with no record: {months}.</translation>
    </message>
    <message>
        <source>More than 30 days late</source>
        <translation>More than 30 days late</translation>
    </message>
    <message>
        <source>Near-poor</source>
        <translation>Near-poor</translation>
    </message>
    <message>
        <source>Next amount</source>
        <translation>Next amount</translation>
    </message>
    <message>
        <source>Next due</source>
        <translation>Next due</translation>
    </message>
    <message>
        <source>No club meeting held in {month}</source>
        <translation>No club meeting held in {month}</translation>
    </message>
    <message>
        <source>No open loan.</source>
        <translation>No open loan.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>No.: {number}</source>
        <translation>No.: {number}</translation>
    </message>
    <message>
        <source>Not yet reported: {clubs}.</source>
        <translation>Not yet reported: {clubs}.</translation>
    </message>
    <message>
        <source>Note of (đồng)</source>
        <translation>Note of (đồng)</translation>
    </message>
    <message>
        <source>Nothing in this period.</source>
        <translation>Nothing in this period.</translation>
    </message>
    <message>
        <source>Operating fund</source>
        <translation>Operating fund</translation>
    </message>
    <message>
        <source>Owed by lateness of the oldest principal</source>
        <translation>Owed by lateness of the oldest principal</translation>
    </message>
    <message>
        <source>Owed by members</source>
        <translation>Owed by members</translation>
    </message>
    <message>
        <source>Owed by members at the beginning</source>
        <translation>Owed by members at the beginning</translation>
    </message>
    <message>
        <source>Owed by members at the end</source>
        <translation>Owed by members at the end</translation>
    </message>
    <message>
        <source>Owed on loans more than 30 days late</source>
        <translation>Owed on loans more than 30 days late</translation>
    </message>
    <message>
        <source>PRACTICE BOOK</source>
        <translation>PRACTICE BOOK</translation>
    </message>
    <message>
        <source>Paid and received</source>
        <translation>Paid and received</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>Paid out</translation>
    </message>
    <message>
        <source>Paid out (đồng)</source>
        <translation>Paid out (đồng)</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Pieces</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Plan for the next month</source>
        <translation>Plan for the next month</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>Poor</translation>
    </message>
    <message>
        <source>Prepared by</source>
        <translation>Prepared by</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>Principal</source>
        <translation>Principal</translation>
    </message>
    <message>
        <source>Principal overdue</source>
        <translation>Principal overdue</translation>
    </message>
    <message>
        <source>Principal repaid</source>
        <translation>Principal repaid</translation>
    </message>
    <message>
        <source>Principal repaid on time</source>
        <translation>Principal repaid on time</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>REPORT OF THE FUND'S INCOME AND PAYMENTS, {period}</source>
        <translation>REPORT OF THE FUND'S INCOME AND PAYMENTS, {period}</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Recipients:</source>
        <translation>Recipients:</translation>
    </message>
    <message>
        <source>Repaid by</source>
        <translation>Repaid by</translation>
    </message>
    <message>
        <source>Repayment schedule</source>
        <translation>Repayment schedule</translation>
    </message>
    <message>
        <source>Report of the fund's income and payments</source>
        <translation>Report of the fund's income and payments</translation>
    </message>
    <message>
        <source>Report on the intergenerational self-help clubs</source>
        <translation>Report on the intergenerational self-help clubs</translation>
    </message>
    <message>
        <source>Reported up to</source>
        <translation>Reported up to</translation>
    </message>
    <message>
        <source>Rules changed</source>
        <translation>Rules changed</translation>
    </message>
    <message>
        <source>SOCIALIST REPUBLIC OF VIET NAM</source>
        <translation>SOCIALIST REPUBLIC OF VIET NAM</translation>
    </message>
    <message>
        <source>Saved at the beginning</source>
        <translation>Saved at the beginning</translation>
    </message>
    <message>
        <source>Saved at the end</source>
        <translation>Saved at the end</translation>
    </message>
    <message>
        <source>Savings</source>
        <translation>Savings</translation>
    </message>
    <message>
        <source>Savings at the beginning</source>
        <translation>Savings at the beginning</translation>
    </message>
    <message>
        <source>Savings at the end</source>
        <translation>Savings at the end</translation>
    </message>
    <message>
        <source>Savings handed over</source>
        <translation>Savings handed over</translation>
    </message>
    <message>
        <source>Savings paid in</source>
        <translation>Savings paid in</translation>
    </message>
    <message>
        <source>Savings taken out</source>
        <translation>Savings taken out</translation>
    </message>
    <message>
        <source>Savings taken over</source>
        <translation>Savings taken over</translation>
    </message>
    <message>
        <source>Secretary</source>
        <translation>Secretary</translation>
    </message>
    <message>
        <source>Sent somebody</source>
        <translation>Sent somebody</translation>
    </message>
    <message>
        <source>Still owed</source>
        <translation>Still owed</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Sum</translation>
    </message>
    <message>
        <source>Sum counted</source>
        <translation>Sum counted</translation>
    </message>
    <message>
        <source>Sum of the meeting</source>
        <translation>Sum of the meeting</translation>
    </message>
    <message>
        <source>Sum of the reporting clubs</source>
        <translation>Sum of the reporting clubs</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Taken in</translation>
    </message>
    <message>
        <source>Taken in (đồng)</source>
        <translation>Taken in (đồng)</translation>
    </message>
    <message>
        <source>Taking part</source>
        <translation>Taking part</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Term</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Terms</translation>
    </message>
    <message>
        <source>The cash box was counted on {day}.</source>
        <translation>The cash box was counted on {day}.</translation>
    </message>
    <message>
        <source>The club held no meeting in {month}.</source>
        <translation>The club held no meeting in {month}.</translation>
    </message>
    <message>
        <source>The club in figures</source>
        <translation>The club in figures</translation>
    </message>
    <message>
        <source>The meeting ended at {time} on {day}; the minutes were read out and agreed to./.</source>
        <translation>The meeting ended at {time} on {day}; the minutes were read out and agreed to./.</translation>
    </message>
    <message>
        <source>The meeting ended on {day}; the minutes were read out and agreed to./.</source>
        <translation>The meeting ended on {day}; the minutes were read out and agreed to./.</translation>
    </message>
    <message>
        <source>These minutes are kept in place of the meeting's./.</source>
        <translation>These minutes are kept in place of the meeting's./.</translation>
    </message>
    <message>
        <source>To be paid back at the beginning</source>
        <translation>To be paid back at the beginning</translation>
    </message>
    <message>
        <source>To be paid back at the end</source>
        <translation>To be paid back at the end</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Together</translation>
    </message>
    <message>
        <source>Treasurer</source>
        <translation>Treasurer</translation>
    </message>
    <message>
        <source>V. Funds</source>
        <translation>V. Funds</translation>
    </message>
    <message>
        <source>VI. Loans to members</source>
        <translation>VI. Loans to members</translation>
    </message>
    <message>
        <source>VII. Members' savings</source>
        <translation>VII. Members' savings</translation>
    </message>
    <message>
        <source>VIII. Borrowed capital to be paid back</source>
        <translation>VIII. Borrowed capital to be paid back</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>Whole fund</source>
        <translation>Whole fund</translation>
    </message>
    <message>
        <source>Women</source>
        <translation>Women</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>Written off</translation>
    </message>
    <message>
        <source>Written on</source>
        <translation>Written on</translation>
    </message>
    <message>
        <source>as of {day}</source>
        <translation>as of {day}</translation>
    </message>
    <message>
        <source>quarter {quarter} of {year}</source>
        <translation>quarter {quarter} of {year}</translation>
    </message>
    <message>
        <source>year {year}</source>
        <translation>year {year}</translation>
    </message>
    <message>
        <source>{amount} đồng</source>
        <translation>{amount} đồng</translation>
    </message>
    <message>
        <source>{day}: {kind} of {of_day}, {amount} đồng, is cancelled. Reason: {reason}</source>
        <translation>{day}: {kind} of {of_day}, {amount} đồng, is cancelled. Reason: {reason}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} to {last}</translation>
    </message>
    <message>
        <source>{held} meetings held, {not_held} not held; attendance {rate}.</source>
        <translation>{held} meetings held, {not_held} not held; attendance {rate}.</translation>
    </message>
    <message>
        <source>{number} months</source>
        <translation>{number} months</translation>
    </message>
    <message>
        <source>{open} open loans of {borrowers} borrowers; overdue: {count} loans, {amount} đồng.</source>
        <translation>{open} open loans of {borrowers} borrowers; overdue: {count} loans, {amount} đồng.</translation>
    </message>
    <message>
        <source>{open} open loans; more than 30 days late: {amount} đồng ({ratio}).</source>
        <translation>{open} open loans; more than 30 days late: {amount} đồng ({ratio}).</translation>
    </message>
    <message>
        <source>{present} of {listed} members in person ({rate})</source>
        <translation>{present} of {listed} members in person ({rate})</translation>
    </message>
    <message>
        <source>{rate}, {months} months, {method}</source>
        <translation>{rate}, {months} months, {method}</translation>
    </message>
    <message>
        <source>{reporting} of {clubs} clubs have reported. Newest figures of all clubs: {members} members, fund of {fund} đồng, {loans} đồng lent.</source>
        <translation>{reporting} of {clubs} clubs have reported. Newest figures of all clubs: {members} members, fund of {fund} đồng, {loans} đồng lent.</translation>
    </message>
    <message>
        <source>{rule}: from {before} to {after}</source>
        <translation>{rule}: from {before} to {after}</translation>
    </message>
</context>
</TS>
