<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>cli</name>
    <message>
        <source>  Split off: {clubs}</source>
        <translation>  Split off: {clubs}</translation>
    </message>
    <message>
        <source>  Today: {units}</source>
        <translation>  Today: {units}</translation>
    </message>
    <message>
        <source>  {bundle}: number {sequence}, up to {month}, from {file}</source>
        <translation>  {bundle}: number {sequence}, up to {month}, from {file}</translation>
    </message>
    <message>
        <source>  {day}: {field} = {value} {note}</source>
        <translation>  {day}: {field} = {value} {note}</translation>
    </message>
    <message>
        <source>! {finding}: {club}: {text} ({who}, was due on {day})</source>
        <translation>! {finding}: {club}: {text} ({who}, was due on {day})</translation>
    </message>
    <message>
        <source>--lang vi or --lang en may stand anywhere in the line.</source>
        <translation>--lang vi or --lang en may stand anywhere in the line.</translation>
    </message>
    <message>
        <source>135 clubs of one province and their register instead</source>
        <translation>135 clubs of one province and their register instead</translation>
    </message>
    <message>
        <source>Behind --out - the format must be named: --format json.</source>
        <translation>Behind --out - the format must be named: --format json.</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>COMMAND</translation>
    </message>
    <message>
        <source>Clubs: {clubs}</source>
        <translation>Clubs: {clubs}</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>Confirmed. Bundles of the former key set aside: {count}.</source>
        <translation>Confirmed. Bundles of the former key set aside: {count}.</translation>
    </message>
    <message>
        <source>Everything fits; nothing was made.</source>
        <translation>Everything fits; nothing was made.</translation>
    </message>
    <message>
        <source>Former key {fingerprint}, up to bundle {until}</source>
        <translation>Former key {fingerprint}, up to bundle {until}</translation>
    </message>
    <message>
        <source>From {day} on: {old} → {new} ({decision})</source>
        <translation>From {day} on: {old} → {new} ({decision})</translation>
    </message>
    <message>
        <source>It comes from a practice book.</source>
        <translation>It comes from a practice book.</translation>
    </message>
    <message>
        <source>It is sealed: only the union can read it.</source>
        <translation>It is sealed: only the union can read it.</translation>
    </message>
    <message>
        <source>Kept: {bundle}</source>
        <translation>Kept: {bundle}</translation>
    </message>
    <message>
        <source>Key {fingerprint}, since {day}</source>
        <translation>Key {fingerprint}, since {day}</translation>
    </message>
    <message>
        <source>Key: {fingerprint}</source>
        <translation>Key: {fingerprint}</translation>
    </message>
    <message>
        <source>Made: {path}</source>
        <translation>Made: {path}</translation>
    </message>
    <message>
        <source>Made: {path} ({size} bytes), bundle number {number}, month {month}.</source>
        <translation>Made: {path} ({size} bytes), bundle number {number}, month {month}.</translation>
    </message>
    <message>
        <source>Made: {path} ({size} bytes), month {month}, clubs: {clubs}.</source>
        <translation>Made: {path} ({size} bytes), month {month}, clubs: {clubs}.</translation>
    </message>
    <message>
        <source>Month: {month}</source>
        <translation>Month: {month}</translation>
    </message>
    <message>
        <source>No bundles contradict each other.</source>
        <translation>No bundles contradict each other.</translation>
    </message>
    <message>
        <source>Not taken in: {left} of {count}. The reasons stand in the list.</source>
        <translation>Not taken in: {left} of {count}. The reasons stand in the list.</translation>
    </message>
    <message>
        <source>Nothing is known of “{names}”. Add --help to see what may stand.</source>
        <translation>Nothing is known of “{names}”. Add --help to see what may stand.</translation>
    </message>
    <message>
        <source>Nothing may stand behind {name}.</source>
        <translation>Nothing may stand behind {name}.</translation>
    </message>
    <message>
        <source>Number: {number}</source>
        <translation>Number: {number}</translation>
    </message>
    <message>
        <source>Only {name} can read it.</source>
        <translation>Only {name} can read it.</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Options</translation>
    </message>
    <message>
        <source>Print the key-sheet, sign it, and show it to the union with the next bundle.</source>
        <translation>Print the key-sheet, sign it, and show it to the union with the next bundle.</translation>
    </message>
    <message>
        <source>Signed by: {name}</source>
        <translation>Signed by: {name}</translation>
    </message>
    <message>
        <source>Something is missing: {names}.</source>
        <translation>Something is missing: {names}.</translation>
    </message>
    <message>
        <source>Something must stand behind {name}.</source>
        <translation>Something must stand behind {name}.</translation>
    </message>
    <message>
        <source>Stopped. Nothing half done is left behind.</source>
        <translation>Stopped. Nothing half done is left behind.</translation>
    </message>
    <message>
        <source>Tells: {level}</source>
        <translation>Tells: {level}</translation>
    </message>
    <message>
        <source>The book is whole: {entries} entries and {meetings} meetings, all of them unchanged.</source>
        <translation>The book is whole: {entries} entries and {meetings} meetings, all of them unchanged.</translation>
    </message>
    <message>
        <source>The book of an Intergenerational Self-Help Club. Without a command the window opens.</source>
        <translation>The book of an Intergenerational Self-Help Club. Without a command the window opens.</translation>
    </message>
    <message>
        <source>The bundle is complete and unchanged.</source>
        <translation>The bundle is complete and unchanged.</translation>
    </message>
    <message>
        <source>The club's key: {fingerprint}</source>
        <translation>The club's key: {fingerprint}</translation>
    </message>
    <message>
        <source>The former key {fingerprint} is good up to bundle {number} and the day {day}.</source>
        <translation>The former key {fingerprint} is good up to bundle {number} and the day {day}.</translation>
    </message>
    <message>
        <source>The name of a file is missing.</source>
        <translation>The name of a file is missing.</translation>
    </message>
    <message>
        <source>The name {path} and --format {format} do not agree.</source>
        <translation>The name {path} and --format {format} do not agree.</translation>
    </message>
    <message>
        <source>The old book is kept: {path}</source>
        <translation>The old book is kept: {path}</translation>
    </message>
    <message>
        <source>The output</source>
        <translation>The output</translation>
    </message>
    <message>
        <source>The program itself has failed; nothing was half saved. Please tell whoever looks after the program, and give them the file {path}.</source>
        <translation>The program itself has failed; nothing was half saved. Please tell whoever looks after the program, and give them the file {path}.</translation>
    </message>
    <message>
        <source>The window cannot be opened: {part}. Run make setup, which brings what is missing.</source>
        <translation>The window cannot be opened: {part}. Run make setup, which brings what is missing.</translation>
    </message>
    <message>
        <source>There is no bundle there. Bundles end in .clbz.</source>
        <translation>There is no bundle there. Bundles end in .clbz.</translation>
    </message>
    <message>
        <source>There is no display here, so no window can be opened. soclb --help shows what can be done without one.</source>
        <translation>There is no display here, so no window can be opened. soclb --help shows what can be done without one.</translation>
    </message>
    <message>
        <source>There is no language “{code}”. Choose one of: {known}.</source>
        <translation>There is no language “{code}”. Choose one of: {known}.</translation>
    </message>
    <message>
        <source>There is no report {name}. There are: {known}.</source>
        <translation>There is no report {name}. There are: {known}.</translation>
    </message>
    <message>
        <source>This command was not understood. Add --help to see how it is written.</source>
        <translation>This command was not understood. Add --help to see how it is written.</translation>
    </message>
    <message>
        <source>Usage:</source>
        <translation>Usage:</translation>
    </message>
    <message>
        <source>What is given</source>
        <translation>What is given</translation>
    </message>
    <message>
        <source>a club's book: new, brought in, checked</source>
        <translation>a club's book: new, brought in, checked</translation>
    </message>
    <message>
        <source>a club: its name, or the first letters of its id</source>
        <translation>a club: its name, or the first letters of its id</translation>
    </message>
    <message>
        <source>a commune became another, or a part of it did</source>
        <translation>a commune became another, or a part of it did</translation>
    </message>
    <message>
        <source>a file with the password; or set the variable {name}</source>
        <translation>a file with the password; or set the variable {name}</translation>
    </message>
    <message>
        <source>a finding is dealt with</source>
        <translation>a finding is dealt with</translation>
    </message>
    <message>
        <source>a folder of CSV files, or one .xlsx, .xls or .ods</source>
        <translation>a folder of CSV files, or one .xlsx, .xls or .ods</translation>
    </message>
    <message>
        <source>a loan's code, L001</source>
        <translation>a loan's code, L001</translation>
    </message>
    <message>
        <source>a member's code, M001</source>
        <translation>a member's code, M001</translation>
    </message>
    <message>
        <source>a practice club's month, from attendance to the union</source>
        <translation>a practice club's month, from attendance to the union</translation>
    </message>
    <message>
        <source>a register that can open it, or the key of who must have signed it</source>
        <translation>a register that can open it, or the key of who must have signed it</translation>
    </message>
    <message>
        <source>a voucher's number, T 07/2026</source>
        <translation>a voucher's number, T 07/2026</translation>
    </message>
    <message>
        <source>added</source>
        <translation>added</translation>
    </message>
    <message>
        <source>all courses and visits</source>
        <translation>all courses and visits</translation>
    </message>
    <message>
        <source>all entries as text, for hledger and ledger</source>
        <translation>all entries as text, for hledger and ledger</translation>
    </message>
    <message>
        <source>all that is kept of one club</source>
        <translation>all that is kept of one club</translation>
    </message>
    <message>
        <source>already there</source>
        <translation>already there</translation>
    </message>
    <message>
        <source>an instalment is rounded to this many đồng</source>
        <translation>an instalment is rounded to this many đồng</translation>
    </message>
    <message>
        <source>any number or word; the same draws the same</source>
        <translation>any number or word; the same draws the same</translation>
    </message>
    <message>
        <source>areas as told for the month, or the communes of today (told)</source>
        <translation>areas as told for the month, or the communes of today (told)</translation>
    </message>
    <message>
        <source>as courses names it</source>
        <translation>as courses names it</translation>
    </message>
    <message>
        <source>as of this day (today)</source>
        <translation>as of this day (today)</translation>
    </message>
    <message>
        <source>as of this month (the newest told)</source>
        <translation>as of this month (the newest told)</translation>
    </message>
    <message>
        <source>as visits names it</source>
        <translation>as visits names it</translation>
    </message>
    <message>
        <source>at level full: the month's papers too, as PDFs</source>
        <translation>at level full: the month's papers too, as PDFs</translation>
    </message>
    <message>
        <source>bank</source>
        <translation>bank</translation>
    </message>
    <message>
        <source>believe a club's new key, and take its bundle in</source>
        <translation>believe a club's new key, and take its bundle in</translation>
    </message>
    <message>
        <source>borrowed capital</source>
        <translation>borrowed capital</translation>
    </message>
    <message>
        <source>bring a book back from a copy</source>
        <translation>bring a book back from a copy</translation>
    </message>
    <message>
        <source>bring it back although the book is there; the old one is kept beside it</source>
        <translation>bring it back although the book is there; the old one is kept beside it</translation>
    </message>
    <message>
        <source>bundles that contradict each other</source>
        <translation>bundles that contradict each other</translation>
    </message>
    <message>
        <source>bundles, or folders with bundles</source>
        <translation>bundles, or folders with bundles</translation>
    </message>
    <message>
        <source>cash</source>
        <translation>cash</translation>
    </message>
    <message>
        <source>check everything, make nothing</source>
        <translation>check everything, make nothing</translation>
    </message>
    <message>
        <source>checklist or minutes</source>
        <translation>checklist or minutes</translation>
    </message>
    <message>
        <source>checklist or minutes of a visit</source>
        <translation>checklist or minutes of a visit</translation>
    </message>
    <message>
        <source>confirm a paper by its check code</source>
        <translation>confirm a paper by its check code</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>conflict</translation>
    </message>
    <message>
        <source>draw clubs and entries for a visit</source>
        <translation>draw clubs and entries for a visit</translation>
    </message>
    <message>
        <source>every club of the register</source>
        <translation>every club of the register</translation>
    </message>
    <message>
        <source>first day of the period</source>
        <translation>first day of the period</translation>
    </message>
    <message>
        <source>first month, or day, of a longer period</source>
        <translation>first month, or day, of a longer period</translation>
    </message>
    <message>
        <source>first months without principal (0)</source>
        <translation>first months without principal (0)</translation>
    </message>
    <message>
        <source>for practice books alone</source>
        <translation>for practice books alone</translation>
    </message>
    <message>
        <source>from this day on</source>
        <translation>from this day on</translation>
    </message>
    <message>
        <source>from {first} to {last}</source>
        <translation>from {first} to {last}</translation>
    </message>
    <message>
        <source>give the club a new key</source>
        <translation>give the club a new key</translation>
    </message>
    <message>
        <source>good or wrong</source>
        <translation>good or wrong</translation>
    </message>
    <message>
        <source>how</source>
        <translation>how</translation>
    </message>
    <message>
        <source>how it is repaid: {known}</source>
        <translation>how it is repaid: {known}</translation>
    </message>
    <message>
        <source>how many clubs</source>
        <translation>how many clubs</translation>
    </message>
    <message>
        <source>how many entries of each</source>
        <translation>how many entries of each</translation>
    </message>
    <message>
        <source>how many months the loan runs</source>
        <translation>how many months the loan runs</translation>
    </message>
    <message>
        <source>how many of a club came</source>
        <translation>how many of a club came</translation>
    </message>
    <message>
        <source>how many people</source>
        <translation>how many people</translation>
    </message>
    <message>
        <source>how much it tells: sums; borrowers too; everything (totals)</source>
        <translation>how much it tells: sums; borrowers too; everything (totals)</translation>
    </message>
    <message>
        <source>interest a month in hundredths of a percent: 70 is 0.70 %</source>
        <translation>interest a month in hundredths of a percent: 70 is 0.70 %</translation>
    </message>
    <message>
        <source>interest is rounded to this many đồng (1)</source>
        <translation>interest is rounded to this many đồng (1)</translation>
    </message>
    <message>
        <source>its day, or its first</source>
        <translation>its day, or its first</translation>
    </message>
    <message>
        <source>its last day</source>
        <translation>its last day</translation>
    </message>
    <message>
        <source>its number on the checklist</source>
        <translation>its number on the checklist</translation>
    </message>
    <message>
        <source>its value</source>
        <translation>its value</translation>
    </message>
    <message>
        <source>its value; an empty one takes it back</source>
        <translation>its value; an empty one takes it back</translation>
    </message>
    <message>
        <source>keep one of two bundles in conflict</source>
        <translation>keep one of two bundles in conflict</translation>
    </message>
    <message>
        <source>key {fingerprint}</source>
        <translation>key {fingerprint}</translation>
    </message>
    <message>
        <source>last day of the period</source>
        <translation>last day of the period</translation>
    </message>
    <message>
        <source>last month, or day, of a longer period</source>
        <translation>last month, or day, of a longer period</translation>
    </message>
    <message>
        <source>limits and targets</source>
        <translation>limits and targets</translation>
    </message>
    <message>
        <source>loans</source>
        <translation>loans</translation>
    </message>
    <message>
        <source>make a book from a paper book: CSV or workbook</source>
        <translation>make a book from a paper book: CSV or workbook</translation>
    </message>
    <message>
        <source>make a checked copy of a book</source>
        <translation>make a checked copy of a book</translation>
    </message>
    <message>
        <source>make an empty book</source>
        <translation>make an empty book</translation>
    </message>
    <message>
        <source>make an empty register</source>
        <translation>make an empty register</translation>
    </message>
    <message>
        <source>make the signed bundle</source>
        <translation>make the signed bundle</translation>
    </message>
    <message>
        <source>names, only where they are needed</source>
        <translation>names, only where they are needed</translation>
    </message>
    <message>
        <source>one bundle for the level above</source>
        <translation>one bundle for the level above</translation>
    </message>
    <message>
        <source>one month, 2026-11</source>
        <translation>one month, 2026-11</translation>
    </message>
    <message>
        <source>one of the club's own facts and rules, as often as needed: {known}</source>
        <translation>one of the club's own facts and rules, as often as needed: {known}</translation>
    </message>
    <message>
        <source>only clubs of this area</source>
        <translation>only clubs of this area</translation>
    </message>
    <message>
        <source>province/commune as it is</source>
        <translation>province/commune as it is</translation>
    </message>
    <message>
        <source>province/district/commune as it was</source>
        <translation>province/district/commune as it was</translation>
    </message>
    <message>
        <source>province/district/commune, or its beginning</source>
        <translation>province/district/commune, or its beginning</translation>
    </message>
    <message>
        <source>receipts for the clubs, one file each</source>
        <translation>receipts for the clubs, one file each</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>replaced</translation>
    </message>
    <message>
        <source>savings</source>
        <translation>savings</translation>
    </message>
    <message>
        <source>say it as JSON</source>
        <translation>say it as JSON</translation>
    </message>
    <message>
        <source>say whether a bundle is whole, and whose it is</source>
        <translation>say whether a bundle is whole, and whose it is</translation>
    </message>
    <message>
        <source>say whether the book is whole and unchanged</source>
        <translation>say whether the book is whole and unchanged</translation>
    </message>
    <message>
        <source>set a limit or a target</source>
        <translation>set a limit or a target</translation>
    </message>
    <message>
        <source>show this help and end</source>
        <translation>show this help and end</translation>
    </message>
    <message>
        <source>take bundles in</source>
        <translation>take bundles in</translation>
    </message>
    <message>
        <source>take the union's receipt in</source>
        <translation>take the union's receipt in</translation>
    </message>
    <message>
        <source>the amount lent, in đồng</source>
        <translation>the amount lent, in đồng</translation>
    </message>
    <message>
        <source>the back-up</source>
        <translation>the back-up</translation>
    </message>
    <message>
        <source>the book to bring back, NAME.soclb</source>
        <translation>the book to bring back, NAME.soclb</translation>
    </message>
    <message>
        <source>the bundle that is right, as conflicts names it</source>
        <translation>the bundle that is right, as conflicts names it</translation>
    </message>
    <message>
        <source>the bundle that was refused</source>
        <translation>the bundle that was refused</translation>
    </message>
    <message>
        <source>the bundle, NAME.clbz</source>
        <translation>the bundle, NAME.clbz</translation>
    </message>
    <message>
        <source>the club's book, NAME.soclb</source>
        <translation>the club's book, NAME.soclb</translation>
    </message>
    <message>
        <source>the club's own</source>
        <translation>the club's own</translation>
    </message>
    <message>
        <source>the clubs' areas, and what each is today</source>
        <translation>the clubs' areas, and what each is today</translation>
    </message>
    <message>
        <source>the courses of a period, and each club's part</source>
        <translation>the courses of a period, and each club's part</translation>
    </message>
    <message>
        <source>the day of a meeting</source>
        <translation>the day of a meeting</translation>
    </message>
    <message>
        <source>the day of the visit</source>
        <translation>the day of the visit</translation>
    </message>
    <message>
        <source>the day the money is given</source>
        <translation>the day the money is given</translation>
    </message>
    <message>
        <source>the decision it rests on</source>
        <translation>the decision it rests on</translation>
    </message>
    <message>
        <source>the file to make</source>
        <translation>the file to make</translation>
    </message>
    <message>
        <source>the file to make, NAME.clbz</source>
        <translation>the file to make, NAME.clbz</translation>
    </message>
    <message>
        <source>the file to make, NAME.soclb</source>
        <translation>the file to make, NAME.soclb</translation>
    </message>
    <message>
        <source>the file to make, or the address of a PostgreSQL database</source>
        <translation>the file to make, or the address of a PostgreSQL database</translation>
    </message>
    <message>
        <source>the file to make: .pdf, .xlsx, .json; - prints</source>
        <translation>the file to make: .pdf, .xlsx, .json; - prints</translation>
    </message>
    <message>
        <source>the file to make: .pdf, .xlsx, .txt</source>
        <translation>the file to make: .pdf, .xlsx, .txt</translation>
    </message>
    <message>
        <source>the file to make; - prints</source>
        <translation>the file to make; - prints</translation>
    </message>
    <message>
        <source>the file to write, ending in .pdf</source>
        <translation>the file to write, ending in .pdf</translation>
    </message>
    <message>
        <source>the file to write, its ending chooses the format; - prints</source>
        <translation>the file to write, its ending chooses the format; - prints</translation>
    </message>
    <message>
        <source>the folder for the copy</source>
        <translation>the folder for the copy</translation>
    </message>
    <message>
        <source>the folder to fill</source>
        <translation>the folder to fill</translation>
    </message>
    <message>
        <source>the folder to make</source>
        <translation>the folder to make</translation>
    </message>
    <message>
        <source>the format, where the name has no ending</source>
        <translation>the format, where the name has no ending</translation>
    </message>
    <message>
        <source>the format: {known}</source>
        <translation>the format: {known}</translation>
    </message>
    <message>
        <source>the key as the board's paper shows it</source>
        <translation>the key as the board's paper shows it</translation>
    </message>
    <message>
        <source>the last month it tells of, 2026-11</source>
        <translation>the last month it tells of, 2026-11</translation>
    </message>
    <message>
        <source>the paper's own number, 05</source>
        <translation>the paper's own number, 05</translation>
    </message>
    <message>
        <source>the plan of a loan</source>
        <translation>the plan of a loan</translation>
    </message>
    <message>
        <source>the receipt</source>
        <translation>the receipt</translation>
    </message>
    <message>
        <source>the register's file, or a PostgreSQL address</source>
        <translation>the register's file, or a PostgreSQL address</translation>
    </message>
    <message>
        <source>the same sheets out again</source>
        <translation>the same sheets out again</translation>
    </message>
    <message>
        <source>the sums over all clubs</source>
        <translation>the sums over all clubs</translation>
    </message>
    <message>
        <source>the ten letters at its foot</source>
        <translation>the ten letters at its foot</translation>
    </message>
    <message>
        <source>the union's key file: nobody else can read the bundle then</source>
        <translation>the union's key file: nobody else can read the bundle then</translation>
    </message>
    <message>
        <source>the union's register of many clubs</source>
        <translation>the union's register of many clubs</translation>
    </message>
    <message>
        <source>training or exchange</source>
        <translation>training or exchange</translation>
    </message>
    <message>
        <source>trust its key from now on, instead of the union's so far</source>
        <translation>trust its key from now on, instead of the union's so far</translation>
    </message>
    <message>
        <source>until which day</source>
        <translation>until which day</translation>
    </message>
    <message>
        <source>visits and what is to mend</source>
        <translation>visits and what is to mend</translation>
    </message>
    <message>
        <source>what a club sends to the union</source>
        <translation>what a club sends to the union</translation>
    </message>
    <message>
        <source>what a loan would cost</source>
        <translation>what a loan would cost</translation>
    </message>
    <message>
        <source>what is to mend</source>
        <translation>what is to mend</translation>
    </message>
    <message>
        <source>what it was about</source>
        <translation>what it was about</translation>
    </message>
    <message>
        <source>what the club is called</source>
        <translation>what the club is called</translation>
    </message>
    <message>
        <source>what the union is called</source>
        <translation>what the union is called</translation>
    </message>
    <message>
        <source>what was done</source>
        <translation>what was done</translation>
    </message>
    <message>
        <source>what was seen</source>
        <translation>what was seen</translation>
    </message>
    <message>
        <source>what: chair, parent_club, founding_decision, …</source>
        <translation>what: chair, parent_club, founding_decision, …</translation>
    </message>
    <message>
        <source>where</source>
        <translation>where</translation>
    </message>
    <message>
        <source>which club, by its id, in the file of a union below</source>
        <translation>which club, by its id, in the file of a union below</translation>
    </message>
    <message>
        <source>which paper carries this check code</source>
        <translation>which paper carries this check code</translation>
    </message>
    <message>
        <source>which report: {known}, …</source>
        <translation>which report: {known}, …</translation>
    </message>
    <message>
        <source>which setting</source>
        <translation>which setting</translation>
    </message>
    <message>
        <source>who mends it</source>
        <translation>who mends it</translation>
    </message>
    <message>
        <source>who reports, meets, grows, and what is odd</source>
        <translation>who reports, meets, grows, and what is odd</translation>
    </message>
    <message>
        <source>why, for the record</source>
        <translation>why, for the record</translation>
    </message>
    <message>
        <source>why: another board, a lost computer</source>
        <translation>why: another board, a lost computer</translation>
    </message>
    <message>
        <source>with a box for the thumb of members who do not sign</source>
        <translation>with a box for the thumb of members who do not sign</translation>
    </message>
    <message>
        <source>write down a course or an exchange visit</source>
        <translation>write down a course or an exchange visit</translation>
    </message>
    <message>
        <source>write down one point of a visit</source>
        <translation>write down one point of a visit</translation>
    </message>
    <message>
        <source>write one report</source>
        <translation>write one report</translation>
    </message>
    <message>
        <source>write something of a club</source>
        <translation>write something of a club</translation>
    </message>
    <message>
        <source>write the handbook, to be printed</source>
        <translation>write the handbook, to be printed</translation>
    </message>
    <message>
        <source>write the union's public key, for --to</source>
        <translation>write the union's public key, for --to</translation>
    </message>
    <message>
        <source>{area} ({clubs}) → {units}</source>
        <translation>{area} ({clubs}) → {units}</translation>
    </message>
    <message>
        <source>{area} ({clubs}): in force</source>
        <translation>{area} ({clubs}): in force</translation>
    </message>
    <message>
        <source>{area} ({clubs}): not in the list of communes</source>
        <translation>{area} ({clubs}): not in the list of communes</translation>
    </message>
    <message>
        <source>{course}: {day}, {kind}: {title}; clubs {clubs}, people {came}</source>
        <translation>{course}: {day}, {kind}: {title}; clubs {clubs}, people {came}</translation>
    </message>
    <message>
        <source>{finding}: {club}: {text} ({who}, until {day})</source>
        <translation>{finding}: {club}: {text} ({who}, until {day})</translation>
    </message>
    <message>
        <source>{name} and {other} cannot stand together.</source>
        <translation>{name} and {other} cannot stand together.</translation>
    </message>
    <message>
        <source>{union} has taken in bundle number {number}, month {month}.</source>
        <translation>{union} has taken in bundle number {number}, month {month}.</translation>
    </message>
    <message>
        <source>{visit}: {club}, {area}, {day}; entries {entries}</source>
        <translation>{visit}: {club}, {area}, {day}; entries {entries}</translation>
    </message>
    <message>
        <source>“{text}” cannot stand for {name}. Choose one of: {known}.</source>
        <translation>“{text}” cannot stand for {name}. Choose one of: {known}.</translation>
    </message>
    <message>
        <source>“{text}” is no whole number of 0 or more. Write it in digits alone.</source>
        <translation>“{text}” is no whole number of 0 or more. Write it in digits alone.</translation>
    </message>
    <message>
        <source>“{text}” is not of the form KEY=VALUE.</source>
        <translation>“{text}” is not of the form KEY=VALUE.</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>A club has no setting {key}. Write one of these behind --set: {known}.</source>
        <translation>A club has no setting {key}. Write one of these behind --set: {known}.</translation>
    </message>
    <message>
        <source>A handover is agreed by a meeting: write which minutes say so.</source>
        <translation>A handover is agreed by a meeting: write which minutes say so.</translation>
    </message>
    <message>
        <source>A loan is extended by a meeting: write which minutes say so.</source>
        <translation>A loan is extended by a meeting: write which minutes say so.</translation>
    </message>
    <message>
        <source>A loan is written off by a meeting: write which minutes say so.</source>
        <translation>A loan is written off by a meeting: write which minutes say so.</translation>
    </message>
    <message>
        <source>A month that was locked in one is different here and in bundle {sequence}. Ask the club which one is right, then choose.</source>
        <translation>A month that was locked in one is different here and in bundle {sequence}. Ask the club which one is right, then choose.</translation>
    </message>
    <message>
        <source>A move between funds always has two sides. Use “Transfer between funds”.</source>
        <translation>A move between funds always has two sides. Use “Transfer between funds”.</translation>
    </message>
    <message>
        <source>Amounts must be rounded to 1 đồng or more.</source>
        <translation>Amounts must be rounded to 1 đồng or more.</translation>
    </message>
    <message>
        <source>An amount must be above 0; here stands “{text}”. Write the whole đồng, or take the row out.</source>
        <translation>An amount must be above 0; here stands “{text}”. Write the whole đồng, or take the row out.</translation>
    </message>
    <message>
        <source>An entry can't be taken back before its own day, {on}. Look at the day.</source>
        <translation>An entry can't be taken back before its own day, {on}. Look at the day.</translation>
    </message>
    <message>
        <source>Born {text}, but joined before that. Look at the birth and at the day of joining.</source>
        <translation>Born {text}, but joined before that. Look at the birth and at the day of joining.</translation>
    </message>
    <message>
        <source>Born {text}, but joined on {joined_on}, before that. Correct the birth or the day.</source>
        <translation>Born {text}, but joined on {joined_on}, before that. Correct the birth or the day.</translation>
    </message>
    <message>
        <source>Bringing the copy back would lose {entries} entries and {meetings} closed meetings of {path}, from {first} to {last}. Nothing was changed. Say --replace to do it; the book as it is now is then kept beside it.</source>
        <translation>Bringing the copy back would lose {entries} entries and {meetings} closed meetings of {path}, from {first} to {last}. Nothing was changed. Say --replace to do it; the book as it is now is then kept beside it.</translation>
    </message>
    <message>
        <source>Choose somebody from the list.</source>
        <translation>Choose somebody from the list.</translation>
    </message>
    <message>
        <source>Choose two different funds.</source>
        <translation>Choose two different funds.</translation>
    </message>
    <message>
        <source>Choose what the member asks for.</source>
        <translation>Choose what the member asks for.</translation>
    </message>
    <message>
        <source>Choose what they signed for: the first statement of the sheet, or both.</source>
        <translation>Choose what they signed for: the first statement of the sheet, or both.</translation>
    </message>
    <message>
        <source>Choose who chaired the meeting.</source>
        <translation>Choose who chaired the meeting.</translation>
    </message>
    <message>
        <source>Choose who wrote the minutes.</source>
        <translation>Choose who wrote the minutes.</translation>
    </message>
    <message>
        <source>Closed meeting {number}, the one after {after}, is missing: it was taken out by hand. Compare with the newest back-up.</source>
        <translation>Closed meeting {number}, the one after {after}, is missing: it was taken out by hand. Compare with the newest back-up.</translation>
    </message>
    <message>
        <source>Compare with the paper book, then choose what you found.</source>
        <translation>Compare with the paper book, then choose what you found.</translation>
    </message>
    <message>
        <source>Count and book are {amount:dong} apart. In step 5 look for a forgotten entry, or write why they differ.</source>
        <translation>Count and book are {amount:dong} apart. In step 5 look for a forgotten entry, or write why they differ.</translation>
    </message>
    <message>
        <source>Count and book are {amount:dong} apart. Look for a forgotten entry first; if none is found, write why they differ.</source>
        <translation>Count and book are {amount:dong} apart. Look for a forgotten entry first; if none is found, write why they differ.</translation>
    </message>
    <message>
        <source>Entry {entry} has been taken back already.</source>
        <translation>Entry {entry} has been taken back already.</translation>
    </message>
    <message>
        <source>Entry {entry} is missing: it was taken out of the file by hand. Compare with the newest back-up.</source>
        <translation>Entry {entry} is missing: it was taken out of the file by hand. Compare with the newest back-up.</translation>
    </message>
    <message>
        <source>Entry {entry} of the book was changed outside the program, so nothing is sent. Bring back a back-up, or ask whoever looks after the program.</source>
        <translation>Entry {entry} of the book was changed outside the program, so nothing is sent. Bring back a back-up, or ask whoever looks after the program.</translation>
    </message>
    <message>
        <source>Entry {entry} of {on} ({kind:kind}) does not add up. Compare with the newest back-up.</source>
        <translation>Entry {entry} of {on} ({kind:kind}) does not add up. Compare with the newest back-up.</translation>
    </message>
    <message>
        <source>Entry {entry} of {on} ({kind:kind}) is not as it was written: it, or one before it, was changed by hand. Compare it with the paper of that month.</source>
        <translation>Entry {entry} of {on} ({kind:kind}) is not as it was written: it, or one before it, was changed by hand. Compare it with the paper of that month.</translation>
    </message>
    <message>
        <source>Entry {entry} of {on} is of a kind this program does not know: {kind}. Compare with the newest back-up.</source>
        <translation>Entry {entry} of {on} is of a kind this program does not know: {kind}. Compare with the newest back-up.</translation>
    </message>
    <message>
        <source>Extension {number} of a loan was changed or removed by hand. Compare with the minutes, or bring back the newest back-up.</source>
        <translation>Extension {number} of a loan was changed or removed by hand. Compare with the minutes, or bring back the newest back-up.</translation>
    </message>
    <message>
        <source>It does not agree with bundle {sequence} on what came before: the book was changed or copied. Ask the club which one is right, then choose.</source>
        <translation>It does not agree with bundle {sequence} on what came before: the book was changed or copied. Ask the club which one is right, then choose.</translation>
    </message>
    <message>
        <source>It was asked on {asked}. Write a day from then until today.</source>
        <translation>It was asked on {asked}. Write a day from then until today.</translation>
    </message>
    <message>
        <source>Loan {loan} has been extended {limit} time(s) already; the club allows no more.</source>
        <translation>Loan {loan} has been extended {limit} time(s) already; the club allows no more.</translation>
    </message>
    <message>
        <source>Loan {loan} has not been given yet then. Look at the day, or put the giving first.</source>
        <translation>Loan {loan} has not been given yet then. Look at the day, or put the giving first.</translation>
    </message>
    <message>
        <source>Loan {loan} is given here on {on}, but its sheet says {agreed}. Make the two agree.</source>
        <translation>Loan {loan} is given here on {on}, but its sheet says {agreed}. Make the two agree.</translation>
    </message>
    <message>
        <source>Loan {loan} is not {member}'s. Leave the member empty; who really paid can stand in the note.</source>
        <translation>Loan {loan} is not {member}'s. Leave the member empty; who really paid can stand in the note.</translation>
    </message>
    <message>
        <source>Loan {loan} is of {principal:dong} đồng, not of {amount:dong}. Look at the amount.</source>
        <translation>Loan {loan} is of {principal:dong} đồng, not of {amount:dong}. Look at the amount.</translation>
    </message>
    <message>
        <source>Loan {loan} is taken over here before it was given on {on}. Correct one of the two days.</source>
        <translation>Loan {loan} is taken over here before it was given on {on}. Correct one of the two days.</translation>
    </message>
    <message>
        <source>Loan {loan} owes only {left:dong} đồng then; {amount:dong} đồng are too much. Look at the amount and at the loan.</source>
        <translation>Loan {loan} owes only {left:dong} đồng then; {amount:dong} đồng are too much. Look at the amount and at the loan.</translation>
    </message>
    <message>
        <source>Loan {loan} was agreed for {agreed}, not for {on}. Look at the day.</source>
        <translation>Loan {loan} was agreed for {agreed}, not for {on}. Look at the day.</translation>
    </message>
    <message>
        <source>Loan {loan} was extended on {last}; an extension on {on} must come after it. Correct the day, or the order of the rows.</source>
        <translation>Loan {loan} was extended on {last}; an extension on {on} must come after it. Correct the day, or the order of the rows.</translation>
    </message>
    <message>
        <source>Loan {loan} was given in row {first} already. A loan is given once; write a second one as a loan of its own.</source>
        <translation>Loan {loan} was given in row {first} already. A loan is given once; write a second one as a loan of its own.</translation>
    </message>
    <message>
        <source>Loan {loan} was given on {on} already. A loan is given once; make a new one for more money.</source>
        <translation>Loan {loan} was given on {on} already. A loan is given once; make a new one for more money.</translation>
    </message>
    <message>
        <source>Loan {loan} was given to {borrower}, not to {member}. Write {borrower}, or leave the cell empty.</source>
        <translation>Loan {loan} was given to {borrower}, not to {member}. Write {borrower}, or leave the cell empty.</translation>
    </message>
    <message>
        <source>Month {month:month} is locked up to {last:month}. Correct it with an entry in the open month.</source>
        <translation>Month {month:month} is locked up to {last:month}. Correct it with an entry in the open month.</translation>
    </message>
    <message>
        <source>Month {month:month} is not over yet; it can be locked when it is.</source>
        <translation>Month {month:month} is not over yet; it can be locked when it is.</translation>
    </message>
    <message>
        <source>Month {month} already has its meeting. Open it in the list of months.</source>
        <translation>Month {month} already has its meeting. Open it in the list of months.</translation>
    </message>
    <message>
        <source>Month {month} does not belong to this book, which runs from {first} to today.</source>
        <translation>Month {month} does not belong to this book, which runs from {first} to today.</translation>
    </message>
    <message>
        <source>Month {month} is still to come. Choose a month that has begun.</source>
        <translation>Month {month} is still to come. Choose a month that has begun.</translation>
    </message>
    <message>
        <source>More goes out than there is: the cash box would be {short:dong} đồng short. Look at the loans and expenses.</source>
        <translation>More goes out than there is: the cash box would be {short:dong} đồng short. Look at the loans and expenses.</translation>
    </message>
    <message>
        <source>No club of this register lies in {area}. The areas are: {known}.</source>
        <translation>No club of this register lies in {area}. The areas are: {known}.</translation>
    </message>
    <message>
        <source>No entry gives loan {loan} out. Add its loan_disbursement, or its opening_loan if it was open when the book began.</source>
        <translation>No entry gives loan {loan} out. Add its loan_disbursement, or its opening_loan if it was open when the book began.</translation>
    </message>
    <message>
        <source>No meeting was held on {meeting}. Correct the day, or add the meeting to its sheet.</source>
        <translation>No meeting was held on {meeting}. Correct the day, or add the meeting to its sheet.</translation>
    </message>
    <message>
        <source>No paper of this book carries the code {letters}: it comes from another book, or something was changed since. Look at the letters again.</source>
        <translation>No paper of this book carries the code {letters}: it comes from another book, or something was changed since. Look at the letters again.</translation>
    </message>
    <message>
        <source>No paper that a club has sent the figures of carries the code {letters}. Look at each letter again; then ask the club for its newest bundle, or look the code up in its book.</source>
        <translation>No paper that a club has sent the figures of carries the code {letters}. Look at each letter again; then ask the club for its newest bundle, or look the code up in its book.</translation>
    </message>
    <message>
        <source>Nobody can be guarantor of a loan of her own. Choose somebody else.</source>
        <translation>Nobody can be guarantor of a loan of her own. Choose somebody else.</translation>
    </message>
    <message>
        <source>Nobody is marked yet. Mark who came, then close the meeting.</source>
        <translation>Nobody is marked yet. Mark who came, then close the meeting.</translation>
    </message>
    <message>
        <source>Nobody is there to share among for {year}. Look at the savers and the board.</source>
        <translation>Nobody is there to share among for {year}. Look at the savers and the board.</translation>
    </message>
    <message>
        <source>Nobody voted yet. Write how many were for it, against it, or had no opinion.</source>
        <translation>Nobody voted yet. Write how many were for it, against it, or had no opinion.</translation>
    </message>
    <message>
        <source>Nothing called {field} is kept of a club. There are: {known}.</source>
        <translation>Nothing called {field} is kept of a club. There are: {known}.</translation>
    </message>
    <message>
        <source>Nothing is owed on loan {loan} on {on}, so it cannot be extended then. Correct the day or the loan.</source>
        <translation>Nothing is owed on loan {loan} on {on}, so it cannot be extended then. Correct the day or the loan.</translation>
    </message>
    <message>
        <source>Nothing is owed on loan {loan} that day; there is nothing to extend.</source>
        <translation>Nothing is owed on loan {loan} that day; there is nothing to extend.</translation>
    </message>
    <message>
        <source>Nothing is owed on loan {loan} that day; there is nothing to write off.</source>
        <translation>Nothing is owed on loan {loan} that day; there is nothing to write off.</translation>
    </message>
    <message>
        <source>On {day} this rule says the same already. Type the new value, or leave it so.</source>
        <translation>On {day} this rule says the same already. Type the new value, or leave it so.</translation>
    </message>
    <message>
        <source>On {on} the {fund:fund} falls {short:dong} đồng below zero. Look whether an entry names the wrong fund, or add a transfer.</source>
        <translation>On {on} the {fund:fund} falls {short:dong} đồng below zero. Look whether an entry names the wrong fund, or add a transfer.</translation>
    </message>
    <message>
        <source>On {on} this member still came to a meeting or paid as a member does. The day of leaving can't be earlier.</source>
        <translation>On {on} this member still came to a meeting or paid as a member does. The day of leaving can't be earlier.</translation>
    </message>
    <message>
        <source>On {on} {member} would take out {short:dong} đồng more than she has saved. Look at the amount.</source>
        <translation>On {on} {member} would take out {short:dong} đồng more than she has saved. Look at the amount.</translation>
    </message>
    <message>
        <source>On {on} {short:dong} đồng more borrowed capital would be paid back than was received. Look at the amount.</source>
        <translation>On {on} {short:dong} đồng more borrowed capital would be paid back than was received. Look at the amount.</translation>
    </message>
    <message>
        <source>On {on} {short:dong} đồng more would be paid back on loan {loan} than is owed. Look at the amount.</source>
        <translation>On {on} {short:dong} đồng more would be paid back on loan {loan} than is owed. Look at the amount.</translation>
    </message>
    <message>
        <source>On {on} {short:dong} đồng more would be recovered of loan {loan} than were written off. Look at the amount.</source>
        <translation>On {on} {short:dong} đồng more would be recovered of loan {loan} than were written off. Look at the amount.</translation>
    </message>
    <message>
        <source>One member may owe at most {percent} % of the income fund: {limit:dong} đồng.</source>
        <translation>One member may owe at most {percent} % of the income fund: {limit:dong} đồng.</translation>
    </message>
    <message>
        <source>Only board members can confirm a closing. Choose two of them.</source>
        <translation>Only board members can confirm a closing. Choose two of them.</translation>
    </message>
    <message>
        <source>Only {left:dong} đồng of borrowed capital are left to pay back then; {amount:dong} đồng are too much. Look at the amount.</source>
        <translation>Only {left:dong} đồng of borrowed capital are left to pay back then; {amount:dong} đồng are too much. Look at the amount.</translation>
    </message>
    <message>
        <source>Only {left:dong} đồng of loan {loan} were written off and not recovered yet; {amount:dong} đồng are too much. Look at the amount.</source>
        <translation>Only {left:dong} đồng of loan {loan} were written off and not recovered yet; {amount:dong} đồng are too much. Look at the amount.</translation>
    </message>
    <message>
        <source>Papers name people, so they go along in a full bundle only. Choose the level full, or send the bundle without papers.</source>
        <translation>Papers name people, so they go along in a full bundle only. Choose the level full, or send the bundle without papers.</translation>
    </message>
    <message>
        <source>Row {row} is not what this row could take back: an earlier entry with the same kind, amount, fund, member and loan. Correct the row's number.</source>
        <translation>Row {row} is not what this row could take back: an earlier entry with the same kind, amount, fund, member and loan. Correct the row's number.</translation>
    </message>
    <message>
        <source>Row {row} was taken back already. An entry is taken back once.</source>
        <translation>Row {row} was taken back already. An entry is taken back once.</translation>
    </message>
    <message>
        <source>Say what is to mend and who mends it.</source>
        <translation>Say what is to mend and who mends it.</translation>
    </message>
    <message>
        <source>Several clubs may be meant by {club}: {known}. Write the letters of one's id.</source>
        <translation>Several clubs may be meant by {club}: {known}. Write the letters of one's id.</translation>
    </message>
    <message>
        <source>Something is not right yet:</source>
        <translation>Something is not right yet:</translation>
    </message>
    <message>
        <source>Still owes {owed:dong} đồng on {count} loan(s); the club's rule is {limit} at a time.</source>
        <translation>Still owes {owed:dong} đồng on {count} loan(s); the club's rule is {limit} at a time.</translation>
    </message>
    <message>
        <source>Table {table:dong}, paper {paper:dong}: {apart:dong} apart. Find the row, mend table or paper, then bring it in again.</source>
        <translation>Table {table:dong}, paper {paper:dong}: {apart:dong} apart. Find the row, mend table or paper, then bring it in again.</translation>
    </message>
    <message>
        <source>The address of the database cannot be read. Write it as postgresql://NAME:PASSWORD@COMPUTER/DATABASE.</source>
        <translation>The address of the database cannot be read. Write it as postgresql://NAME:PASSWORD@COMPUTER/DATABASE.</translation>
    </message>
    <message>
        <source>The amount lent must be above 0.</source>
        <translation>The amount lent must be above 0.</translation>
    </message>
    <message>
        <source>The amount must be above 0.</source>
        <translation>The amount must be above 0.</translation>
    </message>
    <message>
        <source>The bank account would be {short:dong} đồng short on {on}. Look at the amount and at what was paid in.</source>
        <translation>The bank account would be {short:dong} đồng short on {on}. Look at the amount and at what was paid in.</translation>
    </message>
    <message>
        <source>The book already has something of this member on {on}. The day of joining can't be later.</source>
        <translation>The book already has something of this member on {on}. The day of joining can't be later.</translation>
    </message>
    <message>
        <source>The book begins after the year {year}.</source>
        <translation>The book begins after the year {year}.</translation>
    </message>
    <message>
        <source>The book begins in month {first}; there is nothing to send for {month}.</source>
        <translation>The book begins in month {first}; there is nothing to send for {month}.</translation>
    </message>
    <message>
        <source>The book lies in a network folder, {folder}: when the network fails, the book can be damaged. Move it to this computer's own disk; back-ups may lie there.</source>
        <translation>The book lies in a network folder, {folder}: when the network fails, the book can be damaged. Move it to this computer's own disk; back-ups may lie there.</translation>
    </message>
    <message>
        <source>The book lies in {folder}, which a cloud program copies while you write: that can damage it. Move it to this computer's own disk; back-ups may lie there.</source>
        <translation>The book lies in {folder}, which a cloud program copies while you write: that can damage it. Move it to this computer's own disk; back-ups may lie there.</translation>
    </message>
    <message>
        <source>The book lies on a USB stick, {folder}: if the stick is pulled out or lost, the book is gone. Move it to this computer's own disk; back-ups may lie there.</source>
        <translation>The book lies on a USB stick, {folder}: if the stick is pulled out or lost, the book is gone. Move it to this computer's own disk; back-ups may lie there.</translation>
    </message>
    <message>
        <source>The box holds only {cash:dong} đồng; that is not enough to pay this loan out.</source>
        <translation>The box holds only {cash:dong} đồng; that is not enough to pay this loan out.</translation>
    </message>
    <message>
        <source>The bundle does not add up: {name} is said to be {stated:dong}, but its rows give {found:dong}. Ask the club to make it again.</source>
        <translation>The bundle does not add up: {name} is said to be {stated:dong}, but its rows give {found:dong}. Ask the club to make it again.</translation>
    </message>
    <message>
        <source>The bundle holds a part that does not belong there ({name}). Ask the club to send it again.</source>
        <translation>The bundle holds a part that does not belong there ({name}). Ask the club to send it again.</translation>
    </message>
    <message>
        <source>The bundle is sealed for another union's key, or was damaged on the way. Give the club your key file and ask for the bundle again.</source>
        <translation>The bundle is sealed for another union's key, or was damaged on the way. Give the club your key file and ask for the bundle again.</translation>
    </message>
    <message>
        <source>The bundle is sealed for the union. Only the union's register, or its key, opens it.</source>
        <translation>The bundle is sealed for the union. Only the union's register, or its key, opens it.</translation>
    </message>
    <message>
        <source>The bundle is signed with the key {theirs}, not with {expected}. Ask the club whether the bundle is its own.</source>
        <translation>The bundle is signed with the key {theirs}, not with {expected}. Ask the club whether the bundle is its own.</translation>
    </message>
    <message>
        <source>The bundle must tell of every month from {first} to {last}, and it does not. Ask the club to make it again.</source>
        <translation>The bundle must tell of every month from {first} to {last}, and it does not. Ask the club to make it again.</translation>
    </message>
    <message>
        <source>The bundle of {club} is signed with the key {theirs}, but the register knows {known}. Compare with the club's paper before you believe it.</source>
        <translation>The bundle of {club} is signed with the key {theirs}, but the register knows {known}. Compare with the club's paper before you believe it.</translation>
    </message>
    <message>
        <source>The bundle was made by a newer program (format {theirs}; this program reads {ours}). Install the newer program on this computer.</source>
        <translation>The bundle was made by a newer program (format {theirs}; this program reads {ours}). Install the newer program on this computer.</translation>
    </message>
    <message>
        <source>The cash box would be {short:dong} đồng short on {on}. Look at the amount, or enter first what was taken in.</source>
        <translation>The cash box would be {short:dong} đồng short on {on}. Look at the amount, or enter first what was taken in.</translation>
    </message>
    <message>
        <source>The cell “{text}” held signs that nothing shows; they were left out. Look whether the text is whole.</source>
        <translation>The cell “{text}” held signs that nothing shows; they were left out. Look whether the text is whole.</translation>
    </message>
    <message>
        <source>The checklist has no point {number}. Choose one that stands on it.</source>
        <translation>The checklist has no point {number}. Choose one that stands on it.</translation>
    </message>
    <message>
        <source>The club lends one member at most {limit:dong} đồng at once.</source>
        <translation>The club lends one member at most {limit:dong} đồng at once.</translation>
    </message>
    <message>
        <source>The club's sheet does not say {key}. Add a row for it.</source>
        <translation>The club's sheet does not say {key}. Add a row for it.</translation>
    </message>
    <message>
        <source>The column {title} is missing. Add it to the header.</source>
        <translation>The column {title} is missing. Add it to the header.</translation>
    </message>
    <message>
        <source>The column “{title}” stands here twice. Keep only one.</source>
        <translation>The column “{title}” stands here twice. Keep only one.</translation>
    </message>
    <message>
        <source>The copied cells do not fit into the sheet from this cell on. Stand on the cell where the first amount belongs, then paste again.</source>
        <translation>The copied cells do not fit into the sheet from this cell on. Stand on the cell where the first amount belongs, then paste again.</translation>
    </message>
    <message>
        <source>The copy is of {copy}, the book of {book}. Choose a copy of the same club, or another name for the book.</source>
        <translation>The copy is of {copy}, the book of {book}. Choose a copy of the same club, or another name for the book.</translation>
    </message>
    <message>
        <source>The database {path} does not answer or refuses. Check the network, the name and the password; nothing was changed.</source>
        <translation>The database {path} does not answer or refuses. Check the network, the name and the password; nothing was changed.</translation>
    </message>
    <message>
        <source>The day of leaving lies before the day of joining. Look at both.</source>
        <translation>The day of leaving lies before the day of joining. Look at both.</translation>
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
        <source>The file holds a part with a forbidden name ({name}). Do not use it.</source>
        <translation>The file holds a part with a forbidden name ({name}). Do not use it.</translation>
    </message>
    <message>
        <source>The file holds more than {limit} parts, so it is no bundle. Do not use it.</source>
        <translation>The file holds more than {limit} parts, so it is no bundle. Do not use it.</translation>
    </message>
    <message>
        <source>The file holds two parts called {name}. Do not use it; ask the club for another.</source>
        <translation>The file holds two parts called {name}. Do not use it; ask the club for another.</translation>
    </message>
    <message>
        <source>The file is damaged in {count} places. Do not write into it; bring back the newest back-up.</source>
        <translation>The file is damaged in {count} places. Do not write into it; bring back the newest back-up.</translation>
    </message>
    <message>
        <source>The file is larger than {limit} MB, so it is no bundle of a club. Ask the club to send its bundle again.</source>
        <translation>The file is larger than {limit} MB, so it is no bundle of a club. Ask the club to send its bundle again.</translation>
    </message>
    <message>
        <source>The file was damaged on the way or is not whole. Ask the club to send it again; nothing is lost.</source>
        <translation>The file was damaged on the way or is not whole. Ask the club to send it again; nothing is lost.</translation>
    </message>
    <message>
        <source>The file would grow beyond {limit} MB when opened, so it was left closed. Do not use it.</source>
        <translation>The file would grow beyond {limit} MB when opened, so it was left closed. Do not use it.</translation>
    </message>
    <message>
        <source>The funds have changed since this was worked out. Work it out again.</source>
        <translation>The funds have changed since this was worked out. Work it out again.</translation>
    </message>
    <message>
        <source>The guarantor {name} has {amount:dong} đồng overdue on loans of her own.</source>
        <translation>The guarantor {name} has {amount:dong} đồng overdue on loans of her own.</translation>
    </message>
    <message>
        <source>The interest must lie between 0 and 100 % a month.</source>
        <translation>The interest must lie between 0 and 100 % a month.</translation>
    </message>
    <message>
        <source>The key file {path} is damaged. Put the copy of a back-up in its place.</source>
        <translation>The key file {path} is damaged. Put the copy of a back-up in its place.</translation>
    </message>
    <message>
        <source>The key of the bundle is {theirs}, the paper says {typed}. Do not confirm it; ask the board by telephone.</source>
        <translation>The key of the bundle is {theirs}, the paper says {typed}. Do not confirm it; ask the board by telephone.</translation>
    </message>
    <message>
        <source>The key of this bundle of {club} is good from bundle {first} on only. Ask the club what it sent.</source>
        <translation>The key of this bundle of {club} is good from bundle {first} on only. Ask the club what it sent.</translation>
    </message>
    <message>
        <source>The last day ({last}) lies before the first ({first}). Look at both days again.</source>
        <translation>The last day ({last}) lies before the first ({first}). Look at both days again.</translation>
    </message>
    <message>
        <source>The law allows at most 20 % a year between people, which is {percent} % a month; what is above it is void.</source>
        <translation>The law allows at most 20 % a year between people, which is {percent} % a month; what is above it is void.</translation>
    </message>
    <message>
        <source>The loans that go along are {more:dong} đồng more than the share of the {fund:fund}. Move money between funds first, or give a larger share.</source>
        <translation>The loans that go along are {more:dong} đồng more than the share of the {fund:fund}. Move money between funds first, or give a larger share.</translation>
    </message>
    <message>
        <source>The meeting has no field “{name}”.</source>
        <translation>The meeting has no field “{name}”.</translation>
    </message>
    <message>
        <source>The meeting of month {month} was changed outside the program, so nothing is sent. Bring back a back-up, or ask whoever looks after the program.</source>
        <translation>The meeting of month {month} was changed outside the program, so nothing is sent. Bring back a back-up, or ask whoever looks after the program.</translation>
    </message>
    <message>
        <source>The meeting of {month:month} is not closed yet. Close it first, then compare with the paper book.</source>
        <translation>The meeting of {month:month} is not closed yet. Close it first, then compare with the paper book.</translation>
    </message>
    <message>
        <source>The meeting of {month:month} is still open. Close it first.</source>
        <translation>The meeting of {month:month} is still open. Close it first.</translation>
    </message>
    <message>
        <source>The meeting of {month} is not as it was closed: its minutes, attendance or count were changed by hand. Compare it with the signed minutes.</source>
        <translation>The meeting of {month} is not as it was closed: its minutes, attendance or count were changed by hand. Compare it with the signed minutes.</translation>
    </message>
    <message>
        <source>The meeting of {month} lies before the book's first month {start}. Take it out, or let the book start earlier.</source>
        <translation>The meeting of {month} lies before the book's first month {start}. Take it out, or let the book start earlier.</translation>
    </message>
    <message>
        <source>The meeting of {month} on {on} was held but has no attendance. Add who was there, or write not_held.</source>
        <translation>The meeting of {month} on {on} was held but has no attendance. Add who was there, or write not_held.</translation>
    </message>
    <message>
        <source>The minutes of visit {visit} are signed, so it changes no more.</source>
        <translation>The minutes of visit {visit} are signed, so it changes no more.</translation>
    </message>
    <message>
        <source>The minutes of {last} are closed. Let the rule change on a later day; it prints in the next minutes.</source>
        <translation>The minutes of {last} are closed. Let the rule change on a later day; it prints in the next minutes.</translation>
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
        <source>The number {member} belongs to somebody else. Choose another, or leave it empty.</source>
        <translation>The number {member} belongs to somebody else. Choose another, or leave it empty.</translation>
    </message>
    <message>
        <source>The other club needs the file. Choose where to save it.</source>
        <translation>The other club needs the file. Choose where to save it.</translation>
    </message>
    <message>
        <source>The paper has no such pages. Look at the page numbers and print again.</source>
        <translation>The paper has no such pages. Look at the page numbers and print again.</translation>
    </message>
    <message>
        <source>The part that talks to PostgreSQL is not installed here. Install psycopg, or keep the register in a file.</source>
        <translation>The part that talks to PostgreSQL is not installed here. Install psycopg, or keep the register in a file.</translation>
    </message>
    <message>
        <source>The part {name} is missing in the bundle. Ask the club to send it again.</source>
        <translation>The part {name} is missing in the bundle. Ask the club to send it again.</translation>
    </message>
    <message>
        <source>The part {name} was changed after the club signed the bundle. Do not use it; ask the club what it sent.</source>
        <translation>The part {name} was changed after the club signed the bundle. Do not use it; ask the club what it sent.</translation>
    </message>
    <message>
        <source>The password is too short: at least {least} letters or digits.</source>
        <translation>The password is too short: at least {least} letters or digits.</translation>
    </message>
    <message>
        <source>The password is wrong. Try again; who has forgotten hers opens the book with the printed recovery code.</source>
        <translation>The password is wrong. Try again; who has forgotten hers opens the book with the printed recovery code.</translation>
    </message>
    <message>
        <source>The period ends on {last}, before it begins on {first}. Look at both days.</source>
        <translation>The period ends on {last}, before it begins on {first}. Look at both days.</translation>
    </message>
    <message>
        <source>The printer {printer} did not take the paper. See that it is switched on and has paper, or save the paper as a file.</source>
        <translation>The printer {printer} did not take the paper. See that it is switched on and has paper, or save the paper as a file.</translation>
    </message>
    <message>
        <source>The quotation marks of this row do not match. A cell that holds quotation marks stands in quotation marks, and each of its own is written twice.</source>
        <translation>The quotation marks of this row do not match. A cell that holds quotation marks stands in quotation marks, and each of its own is written twice.</translation>
    </message>
    <message>
        <source>The register has no club {club}. Look at the list of clubs again.</source>
        <translation>The register has no club {club}. Look at the list of clubs again.</translation>
    </message>
    <message>
        <source>The shares of interest sum to {total} %; they must sum to 100 %.</source>
        <translation>The shares of interest sum to {total} %; they must sum to 100 %.</translation>
    </message>
    <message>
        <source>The sheet {sheet} is missing. A paper book needs at least club and members.</source>
        <translation>The sheet {sheet} is missing. A paper book needs at least club and members.</translation>
    </message>
    <message>
        <source>The signature does not belong to the key {key}: somebody else made or changed this file. Ask the club what it sent.</source>
        <translation>The signature does not belong to the key {key}: somebody else made or changed this file. Ask the club what it sent.</translation>
    </message>
    <message>
        <source>The table {table} names something that is not in the book. Compare with the newest back-up.</source>
        <translation>The table {table} names something that is not in the book. Compare with the newest back-up.</translation>
    </message>
    <message>
        <source>The term must lie between 1 and {limit} months.</source>
        <translation>The term must lie between 1 and {limit} months.</translation>
    </message>
    <message>
        <source>The three limits must rise: 3 points need the most. Write the larger one last.</source>
        <translation>The three limits must rise: 3 points need the most. Write the larger one last.</translation>
    </message>
    <message>
        <source>The time was made longer once, which is all the law allows. Do it by its day.</source>
        <translation>The time was made longer once, which is all the law allows. Do it by its day.</translation>
    </message>
    <message>
        <source>The two passwords are not the same. Type the new one once more in both fields.</source>
        <translation>The two passwords are not the same. Type the new one once more in both fields.</translation>
    </message>
    <message>
        <source>The year's end is agreed by a meeting: write which minutes say so.</source>
        <translation>The year's end is agreed by a meeting: write which minutes say so.</translation>
    </message>
    <message>
        <source>There is a meeting of {month} in row {first} already. A month has one.</source>
        <translation>There is a meeting of {month} in row {first} already. A month has one.</translation>
    </message>
    <message>
        <source>There is a meeting on {on} in row {first} already. A day has one.</source>
        <translation>There is a meeting on {on} in row {first} already. A day has one.</translation>
    </message>
    <message>
        <source>There is already a meeting on {on}. Look at the day.</source>
        <translation>There is already a meeting on {on}. Look at the day.</translation>
    </message>
    <message>
        <source>There is already a register in {path}. Open it, or choose another place.</source>
        <translation>There is already a register in {path}. Open it, or choose another place.</translation>
    </message>
    <message>
        <source>There is another bundle with the number {sequence} and other contents: two copies of the book are in use. Ask the club which one is right, then choose.</source>
        <translation>There is another bundle with the number {sequence} and other contents: two copies of the book are in use. Ask the club which one is right, then choose.</translation>
    </message>
    <message>
        <source>There is no closed meeting for {wanted}. Look at the list of months.</source>
        <translation>There is no closed meeting for {wanted}. Look at the list of months.</translation>
    </message>
    <message>
        <source>There is no club to draw from. Take bundles in first, and draw at least one.</source>
        <translation>There is no club to draw from. Take bundles in first, and draw at least one.</translation>
    </message>
    <message>
        <source>There is no column “{title}” on this sheet. Take it out, or give it one of these names: {known}.</source>
        <translation>There is no column “{title}” on this sheet. Take it out, or give it one of these names: {known}.</translation>
    </message>
    <message>
        <source>There is no course {course}. Look at the list of courses again.</source>
        <translation>There is no course {course}. Look at the list of courses again.</translation>
    </message>
    <message>
        <source>There is no entry number {entry}. Look at the number in the fund book.</source>
        <translation>There is no entry number {entry}. Look at the number in the fund book.</translation>
    </message>
    <message>
        <source>There is no fund “{name}”. There are: income, operating, care.</source>
        <translation>There is no fund “{name}”. There are: income, operating, care.</translation>
    </message>
    <message>
        <source>There is no key of {club} to confirm by this bundle. Take the bundle in as usual.</source>
        <translation>There is no key of {club} to confirm by this bundle. Take the bundle in as usual.</translation>
    </message>
    <message>
        <source>There is no kind of entry called “{kind}”.</source>
        <translation>There is no kind of entry called “{kind}”.</translation>
    </message>
    <message>
        <source>There is no loan {loan} on the loans' sheet. Correct the code, or add the loan.</source>
        <translation>There is no loan {loan} on the loans' sheet. Correct the code, or add the loan.</translation>
    </message>
    <message>
        <source>There is no loan “{loan}”. Look at the loan book for its code.</source>
        <translation>There is no loan “{loan}”. Look at the loan book for its code.</translation>
    </message>
    <message>
        <source>There is no member {member} on the members' sheet. Correct the code, or add the member.</source>
        <translation>There is no member {member} on the members' sheet. Correct the code, or add the member.</translation>
    </message>
    <message>
        <source>There is no member “{member}”. Look at the list of members.</source>
        <translation>There is no member “{member}”. Look at the list of members.</translation>
    </message>
    <message>
        <source>There is no open finding {finding}. soclb union visits lists them.</source>
        <translation>There is no open finding {finding}. soclb union visits lists them.</translation>
    </message>
    <message>
        <source>There is no receipt or payment {number} between {first} and {last}. Look at the numbers in the cash book.</source>
        <translation>There is no receipt or payment {number} between {first} and {last}. Look at the numbers in the cash book.</translation>
    </message>
    <message>
        <source>There is no report {name}. There are: {known}.</source>
        <translation>There is no report {name}. There are: {known}.</translation>
    </message>
    <message>
        <source>There is no setting {key}. There are: {known}.</source>
        <translation>There is no setting {key}. There are: {known}.</translation>
    </message>
    <message>
        <source>There is no visit {visit}. soclb union visits lists them.</source>
        <translation>There is no visit {visit}. soclb union visits lists them.</translation>
    </message>
    <message>
        <source>There is no way of repaying called “{text}”. Choose interest_only, equal_principal, annuity or flat.</source>
        <translation>There is no way of repaying called “{text}”. Choose interest_only, equal_principal, annuity or flat.</translation>
    </message>
    <message>
        <source>There is nothing to hand over. Choose who goes.</source>
        <translation>There is nothing to hand over. Choose who goes.</translation>
    </message>
    <message>
        <source>These minutes need a meeting. Name its day with --meeting or its month with --month.</source>
        <translation>These minutes need a meeting. Name its day with --meeting or its month with --month.</translation>
    </message>
    <message>
        <source>This bundle is in no open conflict. Look at the list of conflicts again.</source>
        <translation>This bundle is in no open conflict. Look at the list of conflicts again.</translation>
    </message>
    <message>
        <source>This cell must not be empty. Fill it in.</source>
        <translation>This cell must not be empty. Fill it in.</translation>
    </message>
    <message>
        <source>This club is no longer in the register. Go back to the list of clubs.</source>
        <translation>This club is no longer in the register. Go back to the list of clubs.</translation>
    </message>
    <message>
        <source>This computer has no printer yet. Plug one in and try again, or save the paper as a file and print it where there is a printer.</source>
        <translation>This computer has no printer yet. Plug one in and try again, or save the paper as a file and print it where there is a printer.</translation>
    </message>
    <message>
        <source>This computer's clock says {today}, and the last day in the book is {last}. If today is another day, set the day and time of the computer right before you type anything.</source>
        <translation>This computer's clock says {today}, and the last day in the book is {last}. If today is another day, set the day and time of the computer right before you type anything.</translation>
    </message>
    <message>
        <source>This computer's clock says {today}, but the book already goes to {last}. Set the day and time of the computer right before you type anything.</source>
        <translation>This computer's clock says {today}, but the book already goes to {last}. Set the day and time of the computer right before you type anything.</translation>
    </message>
    <message>
        <source>This computer's clock says {today}, which cannot be. Set the day and time of the computer right before you type anything.</source>
        <translation>This computer's clock says {today}, which cannot be. Set the day and time of the computer right before you type anything.</translation>
    </message>
    <message>
        <source>This entry does not add up, so it was not written. Please tell whoever looks after the program.</source>
        <translation>This entry does not add up, so it was not written. Please tell whoever looks after the program.</translation>
    </message>
    <message>
        <source>This entry is of {on}, its meeting of {meeting}. Look whether that is meant.</source>
        <translation>This entry is of {on}, its meeting of {meeting}. Look whether that is meant.</translation>
    </message>
    <message>
        <source>This entry needs a fund. Choose one.</source>
        <translation>This entry needs a fund. Choose one.</translation>
    </message>
    <message>
        <source>This is no bundle of a club. Ask the club for the file that ends in .clbz.</source>
        <translation>This is no bundle of a club. Ask the club for the file that ends in .clbz.</translation>
    </message>
    <message>
        <source>This is no key file of a union. Ask the union for it again.</source>
        <translation>This is no key file of a union. Ask the union for it again.</translation>
    </message>
    <message>
        <source>This is no receipt of a union. Ask the union to send it again.</source>
        <translation>This is no receipt of a union. Ask the union to send it again.</translation>
    </message>
    <message>
        <source>This is the last password. Give another board member one first, or take all passwords away.</source>
        <translation>This is the last password. Give another board member one first, or take all passwords away.</translation>
    </message>
    <message>
        <source>This is the same sheet as {other}. Keep only one of them.</source>
        <translation>This is the same sheet as {other}. Keep only one of them.</translation>
    </message>
    <message>
        <source>This loan was extended on {on} already; a new extension must be later.</source>
        <translation>This loan was extended on {on} already; a new extension must be later.</translation>
    </message>
    <message>
        <source>This meeting is no longer open: it has been closed or cancelled.</source>
        <translation>This meeting is no longer open: it has been closed or cancelled.</translation>
    </message>
    <message>
        <source>This office changed hands on {on}; a new term must begin later.</source>
        <translation>This office changed hands on {on}; a new term must begin later.</translation>
    </message>
    <message>
        <source>This paper needs {option}.</source>
        <translation>This paper needs {option}.</translation>
    </message>
    <message>
        <source>This receipt is for bundle {sequence}, but this book did not send that one. Ask the union what it received, and whether a second copy of the book is in use.</source>
        <translation>This receipt is for bundle {sequence}, but this book did not send that one. Ask the union what it received, and whether a second copy of the book is in use.</translation>
    </message>
    <message>
        <source>This receipt of {union} is for another club. Choose the one for this club.</source>
        <translation>This receipt of {union} is for another club. Choose the one for this club.</translation>
    </message>
    <message>
        <source>This receipt of {union} is signed with the key {theirs}; the union so far had the key {known}. Ask the union by telephone whether the new key is its own. If it is, take the receipt in again as one of a new key.</source>
        <translation>This receipt of {union} is signed with the key {theirs}; the union so far had the key {known}. Ask the union by telephone whether the new key is its own. If it is, take the receipt in again as one of a new key.</translation>
    </message>
    <message>
        <source>This request is decided already. Look at the list again.</source>
        <translation>This request is decided already. Look at the list again.</translation>
    </message>
    <message>
        <source>This request is done already. Look at the list again.</source>
        <translation>This request is done already. Look at the list again.</translation>
    </message>
    <message>
        <source>This row has {cells} cells, the header only {columns}. Look for a comma too many, or for a column without a header.</source>
        <translation>This row has {cells} cells, the header only {columns}. Look for a comma too many, or for a column without a header.</translation>
    </message>
    <message>
        <source>This text is not UTF-8. Save the file as “CSV UTF-8” and try again; letters of old fonts (TCVN3, VNI) must be converted first.</source>
        <translation>This text is not UTF-8. Save the file as “CSV UTF-8” and try again; letters of old fonts (TCVN3, VNI) must be converted first.</translation>
    </message>
    <message>
        <source>Too many wrong passwords. Wait {seconds} seconds, or open the book with the printed recovery code then.</source>
        <translation>Too many wrong passwords. Wait {seconds} seconds, or open the book with the printed recovery code then.</translation>
    </message>
    <message>
        <source>Two different board members confirm a closing. Choose the second one.</source>
        <translation>Two different board members confirm a closing. Choose the second one.</translation>
    </message>
    <message>
        <source>Voucher {series} {number}/{year} is missing. Compare with the newest back-up.</source>
        <translation>Voucher {series} {number}/{year} is missing. Compare with the newest back-up.</translation>
    </message>
    <message>
        <source>What the bundle says of itself cannot be read. Ask the club to send it again.</source>
        <translation>What the bundle says of itself cannot be read. Ask the club to send it again.</translation>
    </message>
    <message>
        <source>What the bundle says of the club's earlier keys does not lead to its own key. Do not use it; ask the club what it sent.</source>
        <translation>What the bundle says of the club's earlier keys does not lead to its own key. Do not use it; ask the club what it sent.</translation>
    </message>
    <message>
        <source>What {giver} handed over on {on} is in this book already.</source>
        <translation>What {giver} handed over on {on} is in this book already.</translation>
    </message>
    <message>
        <source>With entry {entry} of {on} ({kind:kind}) more goes out than there is. Compare with the newest back-up.</source>
        <translation>With entry {entry} of {on} ({kind:kind}) more goes out than there is. Compare with the newest back-up.</translation>
    </message>
    <message>
        <source>With savings of {savings:dong} đồng the club lends up to {times} times as much: {limit:dong} đồng with the loans that are still open.</source>
        <translation>With savings of {savings:dong} đồng the club lends up to {times} times as much: {limit:dong} đồng with the loans that are still open.</translation>
    </message>
    <message>
        <source>Write a number from {least} to {most}.</source>
        <translation>Write a number from {least} to {most}.</translation>
    </message>
    <message>
        <source>Write a number here, in digits.</source>
        <translation>Write a number here, in digits.</translation>
    </message>
    <message>
        <source>Write a percentage between 0 and 100.</source>
        <translation>Write a percentage between 0 and 100.</translation>
    </message>
    <message>
        <source>Write any number to draw with; the same number draws the same again.</source>
        <translation>Write any number to draw with; the same number draws the same again.</translation>
    </message>
    <message>
        <source>Write how it was mended; it stays on record.</source>
        <translation>Write how it was mended; it stays on record.</translation>
    </message>
    <message>
        <source>Write how many notes of each face are in the box.</source>
        <translation>Write how many notes of each face are in the box.</translation>
    </message>
    <message>
        <source>Write how many notes of {face:dong} đồng were counted, as a whole number.</source>
        <translation>Write how many notes of {face:dong} đồng were counted, as a whole number.</translation>
    </message>
    <message>
        <source>Write the day, for example 17/11/2018.</source>
        <translation>Write the day, for example 17/11/2018.</translation>
    </message>
    <message>
        <source>Write the decision that the change rests on; it stays in the register.</source>
        <translation>Write the decision that the change rests on; it stays in the register.</translation>
    </message>
    <message>
        <source>Write the full name.</source>
        <translation>Write the full name.</translation>
    </message>
    <message>
        <source>Write the name of the club that takes them over.</source>
        <translation>Write the name of the club that takes them over.</translation>
    </message>
    <message>
        <source>Write the name.</source>
        <translation>Write the name.</translation>
    </message>
    <message>
        <source>Write what the course or the visit was about.</source>
        <translation>Write what the course or the visit was about.</translation>
    </message>
    <message>
        <source>Write what was decided.</source>
        <translation>Write what was decided.</translation>
    </message>
    <message>
        <source>Write what was done, for example: showed her everything; phone put right.</source>
        <translation>Write what was done, for example: showed her everything; phone put right.</translation>
    </message>
    <message>
        <source>Write where they differ, for example: cash, 50.000 more in the paper book.</source>
        <translation>Write where they differ, for example: cash, 50.000 more in the paper book.</translation>
    </message>
    <message>
        <source>Write why the entry is taken back.</source>
        <translation>Write why the entry is taken back.</translation>
    </message>
    <message>
        <source>Write why the key is believed, for example who showed the paper; it stays in the register.</source>
        <translation>Write why the key is believed, for example who showed the paper; it stays in the register.</translation>
    </message>
    <message>
        <source>Write why the key is changed; the reason stays in the book.</source>
        <translation>Write why the key is changed; the reason stays in the book.</translation>
    </message>
    <message>
        <source>Write why the member leaves, in a few words.</source>
        <translation>Write why the member leaves, in a few words.</translation>
    </message>
    <message>
        <source>Write why there was no meeting.</source>
        <translation>Write why there was no meeting.</translation>
    </message>
    <message>
        <source>Write why this bundle is the right one; the reason stays in the register.</source>
        <translation>Write why this bundle is the right one; the reason stays in the register.</translation>
    </message>
    <message>
        <source>Write why, in a few words.</source>
        <translation>Write why, in a few words.</translation>
    </message>
    <message>
        <source>You stopped it. Nothing was changed.</source>
        <translation>You stopped it. Nothing was changed.</translation>
    </message>
    <message>
        <source>{amount:dong} đồng are given here, but loan {loan} is of {principal:dong} đồng. Make the two agree.</source>
        <translation>{amount:dong} đồng are given here, but loan {loan} is of {principal:dong} đồng. Make the two agree.</translation>
    </message>
    <message>
        <source>{amount:dong} đồng are more than is owed: {most:dong} đồng end all loans. Look at the amount, or write the rest as savings.</source>
        <translation>{amount:dong} đồng are more than is owed: {most:dong} đồng end all loans. Look at the amount, or write the rest as savings.</translation>
    </message>
    <message>
        <source>{amount:dong} đồng are overdue, for {days} days now, and not paid yet.</source>
        <translation>{amount:dong} đồng are overdue, for {days} days now, and not paid yet.</translation>
    </message>
    <message>
        <source>{amount:dong} đồng are taken over, but loan {loan} was only of {principal:dong} đồng. Write what is still owed.</source>
        <translation>{amount:dong} đồng are taken over, but loan {loan} was only of {principal:dong} đồng. Write what is still owed.</translation>
    </message>
    <message>
        <source>{amount:dong} đồng cannot be paid: there are only {left:dong} đồng of cash in the box then. Look at the amount and at what was taken in before.</source>
        <translation>{amount:dong} đồng cannot be paid: there are only {left:dong} đồng of cash in the box then. Look at the amount and at what was taken in before.</translation>
    </message>
    <message>
        <source>{amount:dong} đồng cannot leave the bank: only {left:dong} đồng are there then. Look at the amount and at what was paid into the bank before.</source>
        <translation>{amount:dong} đồng cannot leave the bank: only {left:dong} đồng are there then. Look at the amount and at what was paid into the bank before.</translation>
    </message>
    <message>
        <source>{club} came out of this very club, so this club cannot have come out of it. Choose the other one.</source>
        <translation>{club} came out of this very club, so this club cannot have come out of it. Choose the other one.</translation>
    </message>
    <message>
        <source>{club} gave up the key of this bundle: it is believed up to bundle {until} and the day {day} only. Ask the club for a bundle made with its new key.</source>
        <translation>{club} gave up the key of this bundle: it is believed up to bundle {until} and the day {day} only. Ask the club for a bundle made with its new key.</translation>
    </message>
    <message>
        <source>{club} is a practice club; its bundles belong into a practice register. Ask the club for the bundle of its real book.</source>
        <translation>{club} is a practice club; its bundles belong into a practice register. Ask the club for the bundle of its real book.</translation>
    </message>
    <message>
        <source>{club} says that it changed its key on {day}: the bundle is signed with {theirs}, the register knows {known}. Compare the new key with the board's paper, confirm it, and the bundle is taken in.</source>
        <translation>{club} says that it changed its key on {day}: the bundle is signed with {theirs}, the register knows {known}. Compare the new key with the board's paper, confirm it, and the bundle is taken in.</translation>
    </message>
    <message>
        <source>{count} people of one club cannot have come. Look at the number again.</source>
        <translation>{count} people of one club cannot have come. Look at the number again.</translation>
    </message>
    <message>
        <source>{ending} is no ending of a paper. Let the file's name end in one of {known}.</source>
        <translation>{ending} is no ending of a paper. Let the file's name end in one of {known}.</translation>
    </message>
    <message>
        <source>{file}, row {row} cannot be read. Ask the club to make the bundle again.</source>
        <translation>{file}, row {row} cannot be read. Ask the club to make the bundle again.</translation>
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
        <source>{first} has not come yet, so there is nothing to report. Choose an earlier month.</source>
        <translation>{first} has not come yet, so there is nothing to report. Choose an earlier month.</translation>
    </message>
    <message>
        <source>{folder} is not there: no back-up was made. Put the USB stick in, or choose another place under “Back-ups”.</source>
        <translation>{folder} is not there: no back-up was made. Put the USB stick in, or choose another place under “Back-ups”.</translation>
    </message>
    <message>
        <source>{keep} begins the name of several bundles. Write more of its letters.</source>
        <translation>{keep} begins the name of several bundles. Write more of its letters.</translation>
    </message>
    <message>
        <source>{key} cannot be {value}. Write it like {usual}.</source>
        <translation>{key} cannot be {value}. Write it like {usual}.</translation>
    </message>
    <message>
        <source>{key} is given twice. Leave one away.</source>
        <translation>{key} is given twice. Leave one away.</translation>
    </message>
    <message>
        <source>{key} must not be empty. Write what it is.</source>
        <translation>{key} must not be empty. Write what it is.</translation>
    </message>
    <message>
        <source>{kind} is no kind of course. There are: {known}.</source>
        <translation>{kind} is no kind of course. There are: {known}.</translation>
    </message>
    <message>
        <source>{member} ({name}) joined only on {joined_on}; this entry is of {on}. Correct the day or the member.</source>
        <translation>{member} ({name}) joined only on {joined_on}; this entry is of {on}. Correct the day or the member.</translation>
    </message>
    <message>
        <source>{member} ({name}) left on {left_on}; “{kind:kind}” on {on} is not possible any more. Correct the day or the member.</source>
        <translation>{member} ({name}) left on {left_on}; “{kind:kind}” on {on} is not possible any more. Correct the day or the member.</translation>
    </message>
    <message>
        <source>{member} does not belong to the club on {on} and cannot get loan {loan} then. Correct the day or the member.</source>
        <translation>{member} does not belong to the club on {on} and cannot get loan {loan} then. Correct the day or the member.</translation>
    </message>
    <message>
        <source>{member} does not belong to the club on {on}. Take the row out, or correct when the member joined or left.</source>
        <translation>{member} does not belong to the club on {on}. Take the row out, or correct when the member joined or left.</translation>
    </message>
    <message>
        <source>{member} has no open loan. Leave this cell empty.</source>
        <translation>{member} has no open loan. Leave this cell empty.</translation>
    </message>
    <message>
        <source>{member} has only {left:dong} đồng saved then; {amount:dong} đồng cannot be taken out. Look at the amount.</source>
        <translation>{member} has only {left:dong} đồng saved then; {amount:dong} đồng cannot be taken out. Look at the amount.</translation>
    </message>
    <message>
        <source>{member} is no member on {on} and cannot go.</source>
        <translation>{member} is no member on {on} and cannot go.</translation>
    </message>
    <message>
        <source>{member} is no member on {on}; only members may ask for a loan.</source>
        <translation>{member} is no member on {on}; only members may ask for a loan.</translation>
    </message>
    <message>
        <source>{member} is no member on {on}; only members may hold an office.</source>
        <translation>{member} is no member on {on}; only members may hold an office.</translation>
    </message>
    <message>
        <source>{member} left on {on} but joined only on {joined_on}. Correct one of the two days.</source>
        <translation>{member} left on {on} but joined only on {joined_on}. Correct one of the two days.</translation>
    </message>
    <message>
        <source>{member} owes {short:dong} đồng less than was typed. Look at the amount.</source>
        <translation>{member} owes {short:dong} đồng less than was typed. Look at the amount.</translation>
    </message>
    <message>
        <source>{member} stands on the list of {on} in row {first} already. Keep only one row.</source>
        <translation>{member} stands on the list of {on} in row {first} already. Keep only one row.</translation>
    </message>
    <message>
        <source>{month:month} has neither a meeting nor a reason for none. Record it first.</source>
        <translation>{month:month} has neither a meeting nor a reason for none. Record it first.</translation>
    </message>
    <message>
        <source>{name} ({member}) had left the club on {on}. Only loans and savings can still be settled.</source>
        <translation>{name} ({member}) had left the club on {on}. Only loans and savings can still be settled.</translation>
    </message>
    <message>
        <source>{name} ({member}) was not yet a member on {on}. Look at the day.</source>
        <translation>{name} ({member}) was not yet a member on {on}. Look at the day.</translation>
    </message>
    <message>
        <source>{name} is not marked yet. Mark whether she came.</source>
        <translation>{name} is not marked yet. Mark whether she came.</translation>
    </message>
    <message>
        <source>{new} is {old} itself, or became it. Look at both names and the day again.</source>
        <translation>{new} is {old} itself, or became it. Look at both names and the day again.</translation>
    </message>
    <message>
        <source>{on} does not belong to month {month}. A meeting is held in its month or in the one after.</source>
        <translation>{on} does not belong to month {month}. A meeting is held in its month or in the one after.</translation>
    </message>
    <message>
        <source>{on} is still to come. Choose the day the meeting was held.</source>
        <translation>{on} is still to come. Choose the day the meeting was held.</translation>
    </message>
    <message>
        <source>{on} is still to come. Enter money on the day it changes hands.</source>
        <translation>{on} is still to come. Enter money on the day it changes hands.</translation>
    </message>
    <message>
        <source>{on} lies before the first day of this book, {started_on}. Look at the day.</source>
        <translation>{on} lies before the first day of this book, {started_on}. Look at the day.</translation>
    </message>
    <message>
        <source>{on} lies before {started_on}, the book's first day. Correct the day, or let the book start earlier.</source>
        <translation>{on} lies before {started_on}, the book's first day. Correct the day, or let the book start earlier.</translation>
    </message>
    <message>
        <source>{on} lies too far from {month}: a meeting is held in its month or the next. Correct the day or the month.</source>
        <translation>{on} lies too far from {month}: a meeting is held in its month or the next. Correct the day or the month.</translation>
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
        <source>{path} cannot be read as a workbook. Open it in a spreadsheet program, take off its password if it has one, save it as .xlsx and try again.</source>
        <translation>{path} cannot be read as a workbook. Open it in a spreadsheet program, take off its password if it has one, save it as .xlsx and try again.</translation>
    </message>
    <message>
        <source>{path} cannot be read. If the book has no password, the file is damaged: bring back the newest back-up. If it has one, its key file {keys} is not beside it: copies of key files are kept in {folder} on the computer where the password was set, and in every back-up.</source>
        <translation>{path} cannot be read. If the book has no password, the file is damaged: bring back the newest back-up. If it has one, its key file {keys} is not beside it: copies of key files are kept in {folder} on the computer where the password was set, and in every back-up.</translation>
    </message>
    <message>
        <source>{path} cannot be read: its key file {keys} is not beside it. A copy of it is {copy}: copy that one beside the book under the name {keys}.</source>
        <translation>{path} cannot be read: its key file {keys} is not beside it. A copy of it is {copy}: copy that one beside the book under the name {keys}.</translation>
    </message>
    <message>
        <source>{path} could not be brought up to date and stays as it was. Please tell whoever looks after the program.</source>
        <translation>{path} could not be brought up to date and stays as it was. Please tell whoever looks after the program.</translation>
    </message>
    <message>
        <source>{path} could not be written or read. Check the disk or the USB stick.</source>
        <translation>{path} could not be written or read. Check the disk or the USB stick.</translation>
    </message>
    <message>
        <source>{path} has a password. Type it, or give it with --password-file. Who has one: {holders}.</source>
        <translation>{path} has a password. Type it, or give it with --password-file. Who has one: {holders}.</translation>
    </message>
    <message>
        <source>{path} holds no paper book: none of the sheets {sheets} is there. Name the folder with the CSV files, or the workbook.</source>
        <translation>{path} holds no paper book: none of the sheets {sheets} is there. Name the folder with the CSV files, or the workbook.</translation>
    </message>
    <message>
        <source>{path} is a bundle for the union and holds reports, not the book; no book can be brought back from it. Choose a back-up: a file that ends in .soclb or .soclb-backup.</source>
        <translation>{path} is a bundle for the union and holds reports, not the book; no book can be brought back from it. Choose a back-up: a file that ends in .soclb or .soclb-backup.</translation>
    </message>
    <message>
        <source>{path} is a damaged back-up. Look for another one, made earlier or later.</source>
        <translation>{path} is a damaged back-up. Look for another one, made earlier or later.</translation>
    </message>
    <message>
        <source>{path} is a folder. Name a file.</source>
        <translation>{path} is a folder. Name a file.</translation>
    </message>
    <message>
        <source>{path} is already there and cannot be read, so nobody can say what would be lost. Nothing was changed. Say --replace to bring the copy back; the damaged file is then kept beside it.</source>
        <translation>{path} is already there and cannot be read, so nobody can say what would be lost. Nothing was changed. Say --replace to bring the copy back; the damaged file is then kept beside it.</translation>
    </message>
    <message>
        <source>{path} is already there, and everything in it is in the copy too. Nothing was changed. Say --replace to bring the copy back all the same; the book as it is now is then kept beside it.</source>
        <translation>{path} is already there, and everything in it is in the copy too. Nothing was changed. Say --replace to bring the copy back all the same; the book as it is now is then kept beside it.</translation>
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
        <source>{path} is being written in another window or by another program. Close that one, or open the book here for reading.</source>
        <translation>{path} is being written in another window or by another program. Close that one, or open the book here for reading.</translation>
    </message>
    <message>
        <source>{path} is damaged. Do not write into it; bring back the newest back-up.</source>
        <translation>{path} is damaged. Do not write into it; bring back the newest back-up.</translation>
    </message>
    <message>
        <source>{path} is no file of a kind that can be read. Name a folder with CSV files, or a workbook that ends in one of {endings}.</source>
        <translation>{path} is no file of a kind that can be read. Name a folder with CSV files, or a workbook that ends in one of {endings}.</translation>
    </message>
    <message>
        <source>{path} is no hand-over of another club, or it is damaged. Ask that club for it again.</source>
        <translation>{path} is no hand-over of another club, or it is damaged. Ask that club for it again.</translation>
    </message>
    <message>
        <source>{path} is no register of a union. Choose a register, or make a new one.</source>
        <translation>{path} is no register of a union. Choose a register, or make a new one.</translation>
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
        <source>{path} is not whole: {why} It was not brought back.</source>
        <translation>{path} is not whole: {why} It was not brought back.</translation>
    </message>
    <message>
        <source>{path} is not whole: {why} No copy was made.</source>
        <translation>{path} is not whole: {why} No copy was made.</translation>
    </message>
    <message>
        <source>{path} is not whole: {why} No practice copy was made. Bring the newest good back-up back first.</source>
        <translation>{path} is not whole: {why} No practice copy was made. Bring the newest good back-up back first.</translation>
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
        <source>{path} was written by an older program. Open it once for writing, so that it is brought up to date; a copy of how it was stays beside it.</source>
        <translation>{path} was written by an older program. Open it once for writing, so that it is brought up to date; a copy of how it was stays beside it.</translation>
    </message>
    <message>
        <source>{percent} % is no share of the funds. Write a number from 0 to 100.</source>
        <translation>{percent} % is no share of the funds. Write a number from 0 to 100.</translation>
    </message>
    <message>
        <source>{short:dong} đồng are missing in the {fund:fund}. Share out less.</source>
        <translation>{short:dong} đồng are missing in the {fund:fund}. Share out less.</translation>
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
        <source>{votes} votes are more than the {present} people present. Count again, or mark in step 1 who came.</source>
        <translation>{votes} votes are more than the {present} people present. Count again, or mark in step 1 who came.</translation>
    </message>
    <message>
        <source>“{area}” names no commune. Write it as province/commune or province/district/commune.</source>
        <translation>“{area}” names no commune. Write it as province/commune or province/district/commune.</translation>
    </message>
    <message>
        <source>“{code}” stands in row {first} already. Each may stand only once.</source>
        <translation>“{code}” stands in row {first} already. Each may stand only once.</translation>
    </message>
    <message>
        <source>“{kind:kind}” lacks its other half. A transfer is two rows, one under the other: in and out, the same day and amount, two funds.</source>
        <translation>“{kind:kind}” lacks its other half. A transfer is two rows, one under the other: in and out, the same day and amount, two funds.</translation>
    </message>
    <message>
        <source>“{kind:kind}” needs a fund. Write income, operating or care.</source>
        <translation>“{kind:kind}” needs a fund. Write income, operating or care.</translation>
    </message>
    <message>
        <source>“{kind:kind}” needs a loan. Write the loan's code.</source>
        <translation>“{kind:kind}” needs a loan. Write the loan's code.</translation>
    </message>
    <message>
        <source>“{kind:kind}” needs a member. Choose one.</source>
        <translation>“{kind:kind}” needs a member. Choose one.</translation>
    </message>
    <message>
        <source>“{kind:kind}” needs a member. Write the member's code.</source>
        <translation>“{kind:kind}” needs a member. Write the member's code.</translation>
    </message>
    <message>
        <source>“{letters}” is no check code. It has 10 letters and stands at the foot of a paper.</source>
        <translation>“{letters}” is no check code. It has 10 letters and stands at the foot of a paper.</translation>
    </message>
    <message>
        <source>“{pages}” are no page numbers. Write them as 1-3, 5, or leave the field empty.</source>
        <translation>“{pages}” are no page numbers. Write them as 1-3, 5, or leave the field empty.</translation>
    </message>
    <message>
        <source>“{role}” is no office. Choose chair, secretary or treasurer.</source>
        <translation>“{role}” is no office. Choose chair, secretary or treasurer.</translation>
    </message>
    <message>
        <source>“{sheet}” is no sheet of a paper book and was left out. If it should count, look at its name.</source>
        <translation>“{sheet}” is no sheet of a paper book and was left out. If it should count, look at its name.</translation>
    </message>
    <message>
        <source>“{text}” does not divide {amount:dong} đồng among the funds. Write it like income:6000;operating:4000, or leave the cell empty.</source>
        <translation>“{text}” does not divide {amount:dong} đồng among the funds. Write it like income:6000;operating:4000, or leave the cell empty.</translation>
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
        <source>“{text}” is no number of parts. Write a whole number: 0, 1, 2.</source>
        <translation>“{text}” is no number of parts. Write a whole number: 0, 1, 2.</translation>
    </message>
    <message>
        <source>“{text}” is no number. Write {rule} in digits alone.</source>
        <translation>“{text}” is no number. Write {rule} in digits alone.</translation>
    </message>
    <message>
        <source>“{text}” is no order of payment. Write penalty, interest and principal, each once, with semicolons between.</source>
        <translation>“{text}” is no order of payment. Write penalty, interest and principal, each once, with semicolons between.</translation>
    </message>
    <message>
        <source>“{text}” is no penalty. Write nothing, fixed:20000 for a sum, or monthly_bp:50 for a part of the overdue principal.</source>
        <translation>“{text}” is no penalty. Write nothing, fixed:20000 for a sum, or monthly_bp:50 for a part of the overdue principal.</translation>
    </message>
    <message>
        <source>“{text}” is no time of day. Write it like 14:30.</source>
        <translation>“{text}” is no time of day. Write it like 14:30.</translation>
    </message>
    <message>
        <source>“{text}” is no way to share interest. Write it like income:60;operating:40.</source>
        <translation>“{text}” is no way to share interest. Write it like income:60;operating:40.</translation>
    </message>
    <message>
        <source>“{text}” is no whole number. Write it in digits alone.</source>
        <translation>“{text}” is no whole number. Write it in digits alone.</translation>
    </message>
    <message>
        <source>“{text}” is no year or day of birth. Write 1951 or 17/03/1951.</source>
        <translation>“{text}” is no year or day of birth. Write 1951 or 17/03/1951.</translation>
    </message>
    <message>
        <source>“{text}” is no year or day of birth. Write it like 1951 or 1951-03-17.</source>
        <translation>“{text}” is no year or day of birth. Write it like 1951 or 1951-03-17.</translation>
    </message>
    <message>
        <source>“{text}” is nothing that the club's sheet knows. Write one of these: {known}.</source>
        <translation>“{text}” is nothing that the club's sheet knows. Write one of these: {known}.</translation>
    </message>
    <message>
        <source>“{text}” is unknown here. Write one of these: {known}.</source>
        <translation>“{text}” is unknown here. Write one of these: {known}.</translation>
    </message>
    <message>
        <source>“{text}” looks typed with an old font (TCVN3 or VNI); it would read “{modern}”. If so, convert the sheet to Unicode and bring it in again.</source>
        <translation>“{text}” looks typed with an old font (TCVN3 or VNI); it would read “{modern}”. If so, convert the sheet to Unicode and bring it in again.</translation>
    </message>
</context>
<context>
    <name>handbook</name>
    <message>
        <source>Handbook</source>
        <translation>Handbook</translation>
    </message>
    <message>
        <source>The book of the self-help club</source>
        <translation>The book of the self-help club</translation>
    </message>
    <message>
        <source>The book of the self-help club, step by step</source>
        <translation>The book of the self-help club, step by step</translation>
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
        <source>Aged 60 and over</source>
        <translation>Aged 60 and over</translation>
    </message>
    <message>
        <source>Areas of work</source>
        <translation>Areas of work</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Attendance</translation>
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
        <source>Borrowed capital</source>
        <translation>Borrowed capital</translation>
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
        <source>Borrowers</source>
        <translation>Borrowers</translation>
    </message>
    <message>
        <source>Both funds kept</source>
        <translation>Both funds kept</translation>
    </message>
    <message>
        <source>Box, paper book and program agree</source>
        <translation>Box, paper book and program agree</translation>
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
        <source>Chair of the board</source>
        <translation>Chair of the board</translation>
    </message>
    <message>
        <source>Commune it belongs to</source>
        <translation>Commune it belongs to</translation>
    </message>
    <message>
        <source>Coverage is counted by</source>
        <translation>Coverage is counted by</translation>
    </message>
    <message>
        <source>Culture, arts and visits</source>
        <translation>Culture, arts and visits</translation>
    </message>
    <message>
        <source>Days after the month's end to report</source>
        <translation>Days after the month's end to report</translation>
    </message>
    <message>
        <source>Districts or communes there are</source>
        <translation>Districts or communes there are</translation>
    </message>
    <message>
        <source>Donation</source>
        <translation>Donation</translation>
    </message>
    <message>
        <source>Donations</source>
        <translation>Donations</translation>
    </message>
    <message>
        <source>Ended, because</source>
        <translation>Ended, because</translation>
    </message>
    <message>
        <source>Entry no. {number}: the same in the book and on its slip</source>
        <translation>Entry no. {number}: the same in the book and on its slip</translation>
    </message>
    <message>
        <source>Exchange visit</source>
        <translation>Exchange visit</translation>
    </message>
    <message>
        <source>Expense</source>
        <translation>Expense</translation>
    </message>
    <message>
        <source>Founded on</source>
        <translation>Founded on</translation>
    </message>
    <message>
        <source>Founding decision</source>
        <translation>Founding decision</translation>
    </message>
    <message>
        <source>Health care</source>
        <translation>Health care</translation>
    </message>
    <message>
        <source>In loans more than 30 days late</source>
        <translation>In loans more than 30 days late</translation>
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
        <source>Interest and penalties</source>
        <translation>Interest and penalties</translation>
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
        <source>Largest loan</source>
        <translation>Largest loan</translation>
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
        <source>Loans one member may have at a time</source>
        <translation>Loans one member may have at a time</translation>
    </message>
    <message>
        <source>Loans up to so many times the savings</source>
        <translation>Loans up to so many times the savings</translation>
    </message>
    <message>
        <source>Managed by</source>
        <translation>Managed by</translation>
    </message>
    <message>
        <source>Meetings held in a year</source>
        <translation>Meetings held in a year</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>Members of the club</source>
        <translation>Members of the club</translation>
    </message>
    <message>
        <source>Members with a loan</source>
        <translation>Members with a loan</translation>
    </message>
    <message>
        <source>Membership fee</source>
        <translation>Membership fee</translation>
    </message>
    <message>
        <source>Membership fees</source>
        <translation>Membership fees</translation>
    </message>
    <message>
        <source>Monthly fee</source>
        <translation>Monthly fee</translation>
    </message>
    <message>
        <source>Months behind that make a club silent</source>
        <translation>Months behind that make a club silent</translation>
    </message>
    <message>
        <source>Near-poor</source>
        <translation>Near-poor</translation>
    </message>
    <message>
        <source>Note of the union</source>
        <translation>Note of the union</translation>
    </message>
    <message>
        <source>One member's share of the income fund</source>
        <translation>One member's share of the income fund</translation>
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
        <source>Other members of the board</source>
        <translation>Other members of the board</translation>
    </message>
    <message>
        <source>Owed by members</source>
        <translation>Owed by members</translation>
    </message>
    <message>
        <source>Paid into the bank</source>
        <translation>Paid into the bank</translation>
    </message>
    <message>
        <source>Penalty for paying late</source>
        <translation>Penalty for paying late</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>Poor</translation>
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
        <source>Savings</source>
        <translation>Savings</translation>
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
        <source>Secretary of the board</source>
        <translation>Secretary of the board</translation>
    </message>
    <message>
        <source>Self-help and community support</source>
        <translation>Self-help and community support</translation>
    </message>
    <message>
        <source>Share aged 60 and over</source>
        <translation>Share aged 60 and over</translation>
    </message>
    <message>
        <source>Share of women</source>
        <translation>Share of women</translation>
    </message>
    <message>
        <source>Size of the income fund</source>
        <translation>Size of the income fund</translation>
    </message>
    <message>
        <source>Split from the club</source>
        <translation>Split from the club</translation>
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
        <source>Target of coverage</source>
        <translation>Target of coverage</translation>
    </message>
    <message>
        <source>The cash in the box was counted in front of us</source>
        <translation>The cash in the box was counted in front of us</translation>
    </message>
    <message>
        <source>The club meets each month</source>
        <translation>The club meets each month</translation>
    </message>
    <message>
        <source>The minutes are there and signed</source>
        <translation>The minutes are there and signed</translation>
    </message>
    <message>
        <source>The paper book is kept up to the last meeting</source>
        <translation>The paper book is kept up to the last meeting</translation>
    </message>
    <message>
        <source>Times a loan may be extended</source>
        <translation>Times a loan may be extended</translation>
    </message>
    <message>
        <source>Training course</source>
        <translation>Training course</translation>
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
        <source>Treasurer of the board</source>
        <translation>Treasurer of the board</translation>
    </message>
    <message>
        <source>Vice chair of the board</source>
        <translation>Vice chair of the board</translation>
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
        <source>What a payment goes to first</source>
        <translation>What a payment goes to first</translation>
    </message>
    <message>
        <source>What the target rests on</source>
        <translation>What the target rests on</translation>
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
        <source>Written-off loan recovered</source>
        <translation>Written-off loan recovered</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>as in the list of communes</source>
        <translation>as in the list of communes</translation>
    </message>
    <message>
        <source>attendance 100 % at all {count} meetings</source>
        <translation>attendance 100 % at all {count} meetings</translation>
    </message>
    <message>
        <source>before the book began</source>
        <translation>before the book began</translation>
    </message>
    <message>
        <source>commune or ward</source>
        <translation>commune or ward</translation>
    </message>
    <message>
        <source>district</source>
        <translation>district</translation>
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
        <source>income fund and operating fund that hold money</source>
        <translation>income fund and operating fund that hold money</translation>
    </message>
    <message>
        <source>interest</source>
        <translation>interest</translation>
    </message>
    <message>
        <source>late</source>
        <translation>late</translation>
    </message>
    <message>
        <source>late penalty</source>
        <translation>late penalty</translation>
    </message>
    <message>
        <source>male</source>
        <translation>male</translation>
    </message>
    <message>
        <source>meeting held</source>
        <translation>meeting held</translation>
    </message>
    <message>
        <source>meetings held in the last 12 months</source>
        <translation>meetings held in the last 12 months</translation>
    </message>
    <message>
        <source>members aged 60 and over among the members</source>
        <translation>members aged 60 and over among the members</translation>
    </message>
    <message>
        <source>members at the month's end</source>
        <translation>members at the month's end</translation>
    </message>
    <message>
        <source>members who owe a loan among the members</source>
        <translation>members who owe a loan among the members</translation>
    </message>
    <message>
        <source>money lent, no interest for {count} months</source>
        <translation>money lent, no interest for {count} months</translation>
    </message>
    <message>
        <source>near-poor</source>
        <translation>near-poor</translation>
    </message>
    <message>
        <source>no meeting</source>
        <translation>no meeting</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
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
        <source>not yet due</source>
        <translation>not yet due</translation>
    </message>
    <message>
        <source>nothing told</source>
        <translation>nothing told</translation>
    </message>
    <message>
        <source>of the eight areas, those of the last 12 months</source>
        <translation>of the eight areas, those of the last 12 months</translation>
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
        <source>paid by the end of the due month, of what fell due</source>
        <translation>paid by the end of the due month, of what fell due</translation>
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
        <source>present among all on the lists of the last 12 months</source>
        <translation>present among all on the lists of the last 12 months</translation>
    </message>
    <message>
        <source>principal</source>
        <translation>principal</translation>
    </message>
    <message>
        <source>principal at the end</source>
        <translation>principal at the end</translation>
    </message>
    <message>
        <source>reported</source>
        <translation>reported</translation>
    </message>
    <message>
        <source>represented</source>
        <translation>represented</translation>
    </message>
    <message>
        <source>round interest in {count} months</source>
        <translation>round interest in {count} months</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>silent</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>still to come</translation>
    </message>
    <message>
        <source>the entries of {count} months typed in one night</source>
        <translation>the entries of {count} months typed in one night</translation>
    </message>
    <message>
        <source>the income fund in đồng</source>
        <translation>the income fund in đồng</translation>
    </message>
    <message>
        <source>the same cash in the box for {count} months</source>
        <translation>the same cash in the box for {count} months</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>to come</translation>
    </message>
    <message>
        <source>women among the members</source>
        <translation>women among the members</translation>
    </message>
    <message>
        <source>{amount} đồng</source>
        <translation>{amount} đồng</translation>
    </message>
    <message>
        <source>{amount} đồng for each late instalment</source>
        <translation>{amount} đồng for each late instalment</translation>
    </message>
    <message>
        <source>{count} entries typed more than a month late</source>
        <translation>{count} entries typed more than a month late</translation>
    </message>
    <message>
        <source>{count} meetings without any money</source>
        <translation>{count} meetings without any money</translation>
    </message>
    <message>
        <source>{rate} a month of the overdue principal</source>
        <translation>{rate} a month of the overdue principal</translation>
    </message>
</context>
<context>
    <name>memo</name>
    <message>
        <source>Board allowance {year}: {name}; {minutes}</source>
        <translation>Board allowance {year}: {name}; {minutes}</translation>
    </message>
    <message>
        <source>Handed over to {club}; {minutes}</source>
        <translation>Handed over to {club}; {minutes}</translation>
    </message>
    <message>
        <source>Taken over from {club}; {minutes}</source>
        <translation>Taken over from {club}; {minutes}</translation>
    </message>
    <message>
        <source>Year {year}, between funds; {minutes}</source>
        <translation>Year {year}, between funds; {minutes}</translation>
    </message>
    <message>
        <source>Year {year}, by average savings; {minutes}</source>
        <translation>Year {year}, by average savings; {minutes}</translation>
    </message>
    <message>
        <source>{reason}; paid to {name}</source>
        <translation>{reason}; paid to {name}</translation>
    </message>
</context>
<context>
    <name>paper</name>
    <message>
        <source>(signature or thumb print)</source>
        <translation>(signature or thumb print)</translation>
    </message>
    <message>
        <source>(signature, full name)</source>
        <translation>(signature, full name)</translation>
    </message>
    <message>
        <source>..... hours ....., {day}</source>
        <translation>..... hours ....., {day}</translation>
    </message>
    <message>
        <source>1 signed list</source>
        <translation>1 signed list</translation>
    </message>
    <message>
        <source>1. Agrees</source>
        <translation>1. Agrees</translation>
    </message>
    <message>
        <source>1. Money and funds</source>
        <translation>1. Money and funds</translation>
    </message>
    <message>
        <source>1. Money by the books</source>
        <translation>1. Money by the books</translation>
    </message>
    <message>
        <source>1. The club keeps my name, year of birth, sex, hamlet, telephone number, household situation, attendance, savings and loans, to run the club and to report to the body above it. Reports carry counts and sums; my name goes to the body above only where it supervises loans.</source>
        <translation>1. The club keeps my name, year of birth, sex, hamlet, telephone number, household situation, attendance, savings and loans, to run the club and to report to the body above it. Reports carry counts and sums; my name goes to the body above only where it supervises loans.</translation>
    </message>
    <message>
        <source>1. What there is after the loans</source>
        <translation>1. What there is after the loans</translation>
    </message>
    <message>
        <source>1. What was looked at</source>
        <translation>1. What was looked at</translation>
    </message>
    <message>
        <source>1. Who has reported</source>
        <translation>1. Who has reported</translation>
    </message>
    <message>
        <source>2. Agrees</source>
        <translation>2. Agrees</translation>
    </message>
    <message>
        <source>2. Cash in the box</source>
        <translation>2. Cash in the box</translation>
    </message>
    <message>
        <source>2. Loans approved</source>
        <translation>2. Loans approved</translation>
    </message>
    <message>
        <source>2. Meetings of {year}</source>
        <translation>2. Meetings of {year}</translation>
    </message>
    <message>
        <source>2. Members who go along</source>
        <translation>2. Members who go along</translation>
    </message>
    <message>
        <source>2. Notes counted</source>
        <translation>2. Notes counted</translation>
    </message>
    <message>
        <source>2. The club's paper books may say what volunteers know of my health when they help me. These notes stay in the paper book.</source>
        <translation>2. The club's paper books may say what volunteers know of my health when they help me. These notes stay in the paper book.</translation>
    </message>
    <message>
        <source>3. Books and papers</source>
        <translation>3. Books and papers</translation>
    </message>
    <message>
        <source>3. Loans that go along</source>
        <translation>3. Loans that go along</translation>
    </message>
    <message>
        <source>3. Opinions</source>
        <translation>3. Opinions</translation>
    </message>
    <message>
        <source>3. Points by the model's criteria</source>
        <translation>3. Points by the model's criteria</translation>
    </message>
    <message>
        <source>3. To be mended</source>
        <translation>3. To be mended</translation>
    </message>
    <message>
        <source>4. Conclusion</source>
        <translation>4. Conclusion</translation>
    </message>
    <message>
        <source>4. Figures to ask about</source>
        <translation>4. Figures to ask about</translation>
    </message>
    <message>
        <source>5. Against a year before</source>
        <translation>5. Against a year before</translation>
    </message>
    <message>
        <source>6. Where the means of twelve months came from</source>
        <translation>6. Where the means of twelve months came from</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>After</source>
        <translation>After</translation>
    </message>
    <message>
        <source>Aged 55 and older</source>
        <translation>Aged 55 and older</translation>
    </message>
    <message>
        <source>Aged 55 up</source>
        <translation>Aged 55 up</translation>
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
        <source>Agreed in</source>
        <translation>Agreed in</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Amount</translation>
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
        <source>Area, work</source>
        <translation>Area, work</translation>
    </message>
    <message>
        <source>Areas of work:</source>
        <translation>Areas of work:</translation>
    </message>
    <message>
        <source>Article 1. The loan</source>
        <translation>Article 1. The loan</translation>
    </message>
    <message>
        <source>Article 2. Term, interest, way of repaying</source>
        <translation>Article 2. Term, interest, way of repaying</translation>
    </message>
    <message>
        <source>Article 3. Plan of repayment</source>
        <translation>Article 3. Plan of repayment</translation>
    </message>
    <message>
        <source>Article 4. Duties</source>
        <translation>Article 4. Duties</translation>
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
        <source>At the end of the period the club has {members} members, {women} of them women, {older} aged 60 and older, {poor} of poor and {near_poor} of near-poor households.</source>
        <translation>At the end of the period the club has {members} members, {women} of them women, {older} aged 60 and older, {poor} of poor and {near_poor} of near-poor households.</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>Attached</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <source>Attendance book</source>
        <translation>Attendance book</translation>
    </message>
    <message>
        <source>Attendance sheet</source>
        <translation>Attendance sheet</translation>
    </message>
    <message>
        <source>Average savings</source>
        <translation>Average savings</translation>
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
        <source>Balances carried over</source>
        <translation>Balances carried over</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>Bank book or bank papers</source>
        <translation>Bank book or bank papers</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Between funds</source>
        <translation>Between funds</translation>
    </message>
    <message>
        <source>Blood pressure</source>
        <translation>Blood pressure</translation>
    </message>
    <message>
        <source>Board allowance</source>
        <translation>Board allowance</translation>
    </message>
    <message>
        <source>Board meeting to approve loans</source>
        <translation>Board meeting to approve loans</translation>
    </message>
    <message>
        <source>Book no.: ...........</source>
        <translation>Book no.: ...........</translation>
    </message>
    <message>
        <source>Book of golden hearts</source>
        <translation>Book of golden hearts</translation>
    </message>
    <message>
        <source>Book of property and equipment</source>
        <translation>Book of property and equipment</translation>
    </message>
    <message>
        <source>Book, paper, thing</source>
        <translation>Book, paper, thing</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Born</translation>
    </message>
    <message>
        <source>Borrowed</source>
        <translation>Borrowed</translation>
    </message>
    <message>
        <source>Borrowed capital to be paid back</source>
        <translation>Borrowed capital to be paid back</translation>
    </message>
    <message>
        <source>Borrower</source>
        <translation>Borrower</translation>
    </message>
    <message>
        <source>Borrowers</source>
        <translation>Borrowers</translation>
    </message>
    <message>
        <source>Both sides have checked and agree; made in three copies./.</source>
        <translation>Both sides have checked and agree; made in three copies./.</translation>
    </message>
    <message>
        <source>Both sides have checked and agree; made in two copies./.</source>
        <translation>Both sides have checked and agree; made in two copies./.</translation>
    </message>
    <message>
        <source>Box and book agree.</source>
        <translation>Box and book agree.</translation>
    </message>
    <message>
        <source>Brought from the page before</source>
        <translation>Brought from the page before</translation>
    </message>
    <message>
        <source>Bundles that the club sends carry the signature of this key. When the union first meets the key, it compares these letters with those its register shows: if they differ, the bundle is not the club's, and nothing of it is believed.</source>
        <translation>Bundles that the club sends carry the signature of this key. When the union first meets the key, it compares these letters with those its register shows: if they differ, the bundle is not the club's, and nothing of it is believed.</translation>
    </message>
    <message>
        <source>By area</source>
        <translation>By area</translation>
    </message>
    <message>
        <source>By the book</source>
        <translation>By the book</translation>
    </message>
    <message>
        <source>By the communes and wards of today.</source>
        <translation>By the communes and wards of today.</translation>
    </message>
    <message>
        <source>CANCELLED</source>
        <translation>CANCELLED</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Came</translation>
    </message>
    <message>
        <source>Cancelled because</source>
        <translation>Cancelled because</translation>
    </message>
    <message>
        <source>Cancelled: {what}. Reason: {reason}</source>
        <translation>Cancelled: {what}. Reason: {reason}</translation>
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
        <source>Cash and bank</source>
        <translation>Cash and bank</translation>
    </message>
    <message>
        <source>Cash and bank at the beginning</source>
        <translation>Cash and bank at the beginning</translation>
    </message>
    <message>
        <source>Cash and bank at the end</source>
        <translation>Cash and bank at the end</translation>
    </message>
    <message>
        <source>Cash and bank at the end: {amount} đồng. In words: {words}</source>
        <translation>Cash and bank at the end: {amount} đồng. In words: {words}</translation>
    </message>
    <message>
        <source>Cash at the end: {amount} đồng. In words: {words}</source>
        <translation>Cash at the end: {amount} đồng. In words: {words}</translation>
    </message>
    <message>
        <source>Cash before the meeting</source>
        <translation>Cash before the meeting</translation>
    </message>
    <message>
        <source>Cash book</source>
        <translation>Cash book</translation>
    </message>
    <message>
        <source>Cash by the book: {amount} đồng.</source>
        <translation>Cash by the book: {amount} đồng.</translation>
    </message>
    <message>
        <source>Cash count</source>
        <translation>Cash count</translation>
    </message>
    <message>
        <source>Cash handed over: {amount} đồng. In words: {words}</source>
        <translation>Cash handed over: {amount} đồng. In words: {words}</translation>
    </message>
    <message>
        <source>Cash in the box {cash} đồng, at the bank {bank} đồng, income fund {fund} đồng.</source>
        <translation>Cash in the box {cash} đồng, at the bank {bank} đồng, income fund {fund} đồng.</translation>
    </message>
    <message>
        <source>Cash paid out</source>
        <translation>Cash paid out</translation>
    </message>
    <message>
        <source>Cash taken in</source>
        <translation>Cash taken in</translation>
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
        <source>Chair, handing over</source>
        <translation>Chair, handing over</translation>
    </message>
    <message>
        <source>Chair, taking over</source>
        <translation>Chair, taking over</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Check code {code}</source>
        <translation>Check code {code}</translation>
    </message>
    <message>
        <source>Check code {code} · {club} · {paper} · {period}</source>
        <translation>Check code {code} · {club} · {paper} · {period}</translation>
    </message>
    <message>
        <source>Check-up</source>
        <translation>Check-up</translation>
    </message>
    <message>
        <source>Check: cash, bank and loans {has} đồng; funds, savings and borrowed capital {owned} đồng.</source>
        <translation>Check: cash, bank and loans {has} đồng; funds, savings and borrowed capital {owned} đồng.</translation>
    </message>
    <message>
        <source>Checklist for a visit</source>
        <translation>Checklist for a visit</translation>
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
        <source>Clubs</source>
        <translation>Clubs</translation>
    </message>
    <message>
        <source>Clubs in {covered} of {units} ({share}); the target is {target}.</source>
        <translation>Clubs in {covered} of {units} ({share}); the target is {target}.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Collected by</source>
        <translation>Collected by</translation>
    </message>
    <message>
        <source>Collection sheet</source>
        <translation>Collection sheet</translation>
    </message>
    <message>
        <source>Consent to keeping personal data</source>
        <translation>Consent to keeping personal data</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>Cost (đồng)</source>
        <translation>Cost (đồng)</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>Counted against the book, too much or missing: {dots}</source>
        <translation>Counted against the book, too much or missing: {dots}</translation>
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
        <source>Days of work or worth</source>
        <translation>Days of work or worth</translation>
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
        <source>Drawn from the figures up to {month} with the number {seed}.</source>
        <translation>Drawn from the figures up to {month} with the number {seed}.</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>Due on</translation>
    </message>
    <message>
        <source>Each club</source>
        <translation>Each club</translation>
    </message>
    <message>
        <source>Each member reads her own line, or has it read to her, and signs beside it only if it is right. What is not right is written below and mended in the book first.</source>
        <translation>Each member reads her own line, or has it read to her, and signs beside it only if it is right. What is not right is written below and mended in the book first.</translation>
    </message>
    <message>
        <source>Entries corrected</source>
        <translation>Entries corrected</translation>
    </message>
    <message>
        <source>Exchange visits</source>
        <translation>Exchange visits</translation>
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
        <source>Fee book</source>
        <translation>Fee book</translation>
    </message>
    <message>
        <source>Fee due</source>
        <translation>Fee due</translation>
    </message>
    <message>
        <source>Fee paid</source>
        <translation>Fee paid</translation>
    </message>
    <message>
        <source>Fees of {amount} đồng are behind; they are not taken out here.</source>
        <translation>Fees of {amount} đồng are behind; they are not taken out here.</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>File of the book</source>
        <translation>File of the book</translation>
    </message>
    <message>
        <source>For the club</source>
        <translation>For the club</translation>
    </message>
    <message>
        <source>For the fund</source>
        <translation>For the fund</translation>
    </message>
    <message>
        <source>For the union</source>
        <translation>For the union</translation>
    </message>
    <message>
        <source>Former key</source>
        <translation>Former key</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>From whom</source>
        <translation>From whom</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Full name, purpose</source>
        <translation>Full name, purpose</translation>
    </message>
    <message>
        <source>Fund</source>
        <translation>Fund</translation>
    </message>
    <message>
        <source>Funds before and after</source>
        <translation>Funds before and after</translation>
    </message>
    <message>
        <source>Giver, address</source>
        <translation>Giver, address</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>Guarantor</source>
        <translation>Guarantor</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>Guests</translation>
    </message>
    <message>
        <source>Hamlet</source>
        <translation>Hamlet</translation>
    </message>
    <message>
        <source>Hand-over between clubs</source>
        <translation>Hand-over between clubs</translation>
    </message>
    <message>
        <source>Hand-over of fund and books</source>
        <translation>Hand-over of fund and books</translation>
    </message>
    <message>
        <source>Handed over by</source>
        <translation>Handed over by</translation>
    </message>
    <message>
        <source>Handing over</source>
        <translation>Handing over</translation>
    </message>
    <message>
        <source>Health book</source>
        <translation>Health book</translation>
    </message>
    <message>
        <source>Held of told</source>
        <translation>Held of told</translation>
    </message>
    <message>
        <source>Helpers</source>
        <translation>Helpers</translation>
    </message>
    <message>
        <source>Home care book</source>
        <translation>Home care book</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>Household</translation>
    </message>
    <message>
        <source>I ask to borrow</source>
        <translation>I ask to borrow</translation>
    </message>
    <message>
        <source>I promise to use the loan for what it is given for, to repay principal and interest on the agreed days at the club's meetings, and to keep the club's rules.</source>
        <translation>I promise to use the loan for what it is given for, to repay principal and interest on the agreed days at the club's meetings, and to keep the club's rules.</translation>
    </message>
    <message>
        <source>I write yes or no behind each. I may see and correct what is kept of me, and take my consent back at any time by telling the board.</source>
        <translation>I write yes or no behind each. I may see and correct what is kept of me, and take my consent back at any time by telling the board.</translation>
    </message>
    <message>
        <source>I. Meetings by area of work</source>
        <translation>I. Meetings by area of work</translation>
    </message>
    <message>
        <source>I. Organisation and members</source>
        <translation>I. Organisation and members</translation>
    </message>
    <message>
        <source>II. Meetings</source>
        <translation>II. Meetings</translation>
    </message>
    <message>
        <source>II. What was done</source>
        <translation>II. What was done</translation>
    </message>
    <message>
        <source>III. Fund and loans</source>
        <translation>III. Fund and loans</translation>
    </message>
    <message>
        <source>III. Plan</source>
        <translation>III. Plan</translation>
    </message>
    <message>
        <source>IV. Meetings by area of work</source>
        <translation>IV. Meetings by area of work</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>In charge</translation>
    </message>
    <message>
        <source>In the book</source>
        <translation>In the book</translation>
    </message>
    <message>
        <source>In the box</source>
        <translation>In the box</translation>
    </message>
    <message>
        <source>In the chair</source>
        <translation>In the chair</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In words</translation>
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
        <source>Inspection and supervision of {club}</source>
        <translation>Inspection and supervision of {club}</translation>
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
        <source>Interest divided among the funds, {period}</source>
        <translation>Interest divided among the funds, {period}</translation>
    </message>
    <message>
        <source>Interest due</source>
        <translation>Interest due</translation>
    </message>
    <message>
        <source>Interest handed in</source>
        <translation>Interest handed in</translation>
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
        <source>Interest taken in month by month, {year}</source>
        <translation>Interest taken in month by month, {year}</translation>
    </message>
    <message>
        <source>Interest taken in {interest} đồng, late penalties {penalty} đồng, together {whole} đồng. In words: {words}</source>
        <translation>Interest taken in {interest} đồng, late penalties {penalty} đồng, together {whole} đồng. In words: {words}</translation>
    </message>
    <message>
        <source>Interest taken so far</source>
        <translation>Interest taken so far</translation>
    </message>
    <message>
        <source>Interest to pay</source>
        <translation>Interest to pay</translation>
    </message>
    <message>
        <source>Interest up to the day</source>
        <translation>Interest up to the day</translation>
    </message>
    <message>
        <source>Interest, way of repaying</source>
        <translation>Interest, way of repaying</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Joined on</source>
        <translation>Joined on</translation>
    </message>
    <message>
        <source>Kept by</source>
        <translation>Kept by</translation>
    </message>
    <message>
        <source>Kept: the club</source>
        <translation>Kept: the club</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Key of the cash box</source>
        <translation>Key of the cash box</translation>
    </message>
    <message>
        <source>Keys that the club gave up</source>
        <translation>Keys that the club gave up</translation>
    </message>
    <message>
        <source>Kind of help</source>
        <translation>Kind of help</translation>
    </message>
    <message>
        <source>Last bundle</source>
        <translation>Last bundle</translation>
    </message>
    <message>
        <source>Lateness</source>
        <translation>Lateness</translation>
    </message>
    <message>
        <source>Left on</source>
        <translation>Left on</translation>
    </message>
    <message>
        <source>Left the club in {year}</source>
        <translation>Left the club in {year}</translation>
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
        <source>Lent in all: {amount} đồng. In words: {words}</source>
        <translation>Lent in all: {amount} đồng. In words: {words}</translation>
    </message>
    <message>
        <source>Lent in the period {lent} đồng, repaid {repaid} đồng. {borrowers} members have {open} loans; late {late} đồng; more than 30 days late {par} of what is owed; principal repaid on time {on_time}.</source>
        <translation>Lent in the period {lent} đồng, repaid {repaid} đồng. {borrowers} members have {open} loans; late {late} đồng; more than 30 days late {par} of what is owed; principal repaid on time {on_time}.</translation>
    </message>
    <message>
        <source>Lent on</source>
        <translation>Lent on</translation>
    </message>
    <message>
        <source>Lent on, to be repaid by</source>
        <translation>Lent on, to be repaid by</translation>
    </message>
    <message>
        <source>Lines that are not right:</source>
        <translation>Lines that are not right:</translation>
    </message>
    <message>
        <source>List of members</source>
        <translation>List of members</translation>
    </message>
    <message>
        <source>Loan</source>
        <translation>Loan</translation>
    </message>
    <message>
        <source>Loan agreement</source>
        <translation>Loan agreement</translation>
    </message>
    <message>
        <source>Loan book</source>
        <translation>Loan book</translation>
    </message>
    <message>
        <source>Loan book, loan agreements</source>
        <translation>Loan book, loan agreements</translation>
    </message>
    <message>
        <source>Loan {loan}</source>
        <translation>Loan {loan}</translation>
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
        <source>Made in two copies of the same worth; each side keeps one./.</source>
        <translation>Made in two copies of the same worth; each side keeps one./.</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Made on</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>Meeting of {month}</source>
        <translation>Meeting of {month}</translation>
    </message>
    <message>
        <source>Meeting of {month}, held on the ........ at ........ in ..............</source>
        <translation>Meeting of {month}, held on the ........ at ........ in ..............</translation>
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
        <source>Member, or who receives for her</source>
        <translation>Member, or who receives for her</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>Members' savings</source>
        <translation>Members' savings</translation>
    </message>
    <message>
        <source>Met there</source>
        <translation>Met there</translation>
    </message>
    <message>
        <source>Minutes taken by</source>
        <translation>Minutes taken by</translation>
    </message>
    <message>
        <source>Missing since</source>
        <translation>Missing since</translation>
    </message>
    <message>
        <source>Money given: {amount} đồng. In words: {words}</source>
        <translation>Money given: {amount} đồng. In words: {words}</translation>
    </message>
    <message>
        <source>Money or things</source>
        <translation>Money or things</translation>
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
        <source>Mutual help book</source>
        <translation>Mutual help book</translation>
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
        <source>No loan was asked for.</source>
        <translation>No loan was asked for.</translation>
    </message>
    <message>
        <source>No open loan.</source>
        <translation>No open loan.</translation>
    </message>
    <message>
        <source>No voucher in this period.</source>
        <translation>No voucher in this period.</translation>
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
        <source>None.</source>
        <translation>None.</translation>
    </message>
    <message>
        <source>Not yet reported: {clubs}.</source>
        <translation>Not yet reported: {clubs}.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
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
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Operating fund</source>
        <translation>Operating fund</translation>
    </message>
    <message>
        <source>Opinion of the board</source>
        <translation>Opinion of the board</translation>
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
        <source>Owed by members ({number} loans)</source>
        <translation>Owed by members ({number} loans)</translation>
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
        <source>PAYMENT</source>
        <translation>PAYMENT</translation>
    </message>
    <message>
        <source>PRACTICE BOOK</source>
        <translation>PRACTICE BOOK</translation>
    </message>
    <message>
        <source>Paid (đồng)</source>
        <translation>Paid (đồng)</translation>
    </message>
    <message>
        <source>Paid and received</source>
        <translation>Paid and received</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>Paid by</translation>
    </message>
    <message>
        <source>Paid in all</source>
        <translation>Paid in all</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>Paid on</translation>
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
        <source>Paid out in cash</source>
        <translation>Paid out in cash</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>Payer</translation>
    </message>
    <message>
        <source>Payment no.</source>
        <translation>Payment no.</translation>
    </message>
    <message>
        <source>Penalties not paid</source>
        <translation>Penalties not paid</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Person cared for</source>
        <translation>Person cared for</translation>
    </message>
    <message>
        <source>Person helped</source>
        <translation>Person helped</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
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
        <source>Plan of activities</source>
        <translation>Plan of activities</translation>
    </message>
    <message>
        <source>Planned at the last meeting</source>
        <translation>Planned at the last meeting</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>Poor</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Post</translation>
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
        <source>Principal due</source>
        <translation>Principal due</translation>
    </message>
    <message>
        <source>Principal handed in</source>
        <translation>Principal handed in</translation>
    </message>
    <message>
        <source>Principal overdue</source>
        <translation>Principal overdue</translation>
    </message>
    <message>
        <source>Principal paid</source>
        <translation>Principal paid</translation>
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
        <source>Principal repaid so far</source>
        <translation>Principal repaid so far</translation>
    </message>
    <message>
        <source>Principal still owed</source>
        <translation>Principal still owed</translation>
    </message>
    <message>
        <source>Principal to pay</source>
        <translation>Principal to pay</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>RECEIPT</source>
        <translation>RECEIPT</translation>
    </message>
    <message>
        <source>RECOVERY SHEET</source>
        <translation>RECOVERY SHEET</translation>
    </message>
    <message>
        <source>REPORT</source>
        <translation>REPORT</translation>
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
        <source>Reason for paying in</source>
        <translation>Reason for paying in</translation>
    </message>
    <message>
        <source>Reason for paying out</source>
        <translation>Reason for paying out</translation>
    </message>
    <message>
        <source>Receipt no.</source>
        <translation>Receipt no.</translation>
    </message>
    <message>
        <source>Receipts and payments</source>
        <translation>Receipts and payments</translation>
    </message>
    <message>
        <source>Receipts up to {receipt}, payments up to {payment}</source>
        <translation>Receipts up to {receipt}, payments up to {payment}</translation>
    </message>
    <message>
        <source>Received (đồng)</source>
        <translation>Received (đồng)</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>Received by</translation>
    </message>
    <message>
        <source>Received in full (in words)</source>
        <translation>Received in full (in words)</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>Received on</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Receiver</translation>
    </message>
    <message>
        <source>Recipients:</source>
        <translation>Recipients:</translation>
    </message>
    <message>
        <source>Recovery sheet of the club's book</source>
        <translation>Recovery sheet of the club's book</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Repaid by</source>
        <translation>Repaid by</translation>
    </message>
    <message>
        <source>Repayment card</source>
        <translation>Repayment card</translation>
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
        <source>Report on activities</source>
        <translation>Report on activities</translation>
    </message>
    <message>
        <source>Report on the club's work</source>
        <translation>Report on the club's work</translation>
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
        <source>Reporting</source>
        <translation>Reporting</translation>
    </message>
    <message>
        <source>Represented by the chair</source>
        <translation>Represented by the chair</translation>
    </message>
    <message>
        <source>Request for a loan</source>
        <translation>Request for a loan</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Result</translation>
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
        <source>Saved: {amount} đồng</source>
        <translation>Saved: {amount} đồng</translation>
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
        <source>Sent bundles that contradict each other, to be decided: {clubs}. Months on which they differ are not counted.</source>
        <translation>Sent bundles that contradict each other, to be decided: {clubs}. Months on which they differ are not counted.</translation>
    </message>
    <message>
        <source>Sent somebody</source>
        <translation>Sent somebody</translation>
    </message>
    <message>
        <source>Settlement with a member who leaves the club</source>
        <translation>Settlement with a member who leaves the club</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Share (đồng)</source>
        <translation>Share (đồng)</translation>
    </message>
    <message>
        <source>Sharing out at the end of {year}</source>
        <translation>Sharing out at the end of {year}</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Signature or thumb print</source>
        <translation>Signature or thumb print</translation>
    </message>
    <message>
        <source>Signs from bundle</source>
        <translation>Signs from bundle</translation>
    </message>
    <message>
        <source>Signs that it is right</source>
        <translation>Signs that it is right</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Still owed</source>
        <translation>Still owed</translation>
    </message>
    <message>
        <source>Still owed after that</source>
        <translation>Still owed after that</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Sum</translation>
    </message>
    <message>
        <source>Sum and balance at the end</source>
        <translation>Sum and balance at the end</translation>
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
        <source>Sum of {month}</source>
        <translation>Sum of {month}</translation>
    </message>
    <message>
        <source>Supervision of the clubs</source>
        <translation>Supervision of the clubs</translation>
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
        <source>Taken out of the savings for the loans</source>
        <translation>Taken out of the savings for the loans</translation>
    </message>
    <message>
        <source>Taken over by</source>
        <translation>Taken over by</translation>
    </message>
    <message>
        <source>Taking over</source>
        <translation>Taking over</translation>
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
        <source>The borrower</source>
        <translation>The borrower</translation>
    </message>
    <message>
        <source>The borrower uses the loan for its purpose and repays on the days of the plan at the club's meetings. Who cannot pay on time tells the board before the day; the club then decides. The treasurer writes each payment into the repayment card and both sign.</source>
        <translation>The borrower uses the loan for its purpose and repays on the days of the plan at the club's meetings. Who cannot pay on time tells the board before the day; the club then decides. The treasurer writes each payment into the repayment card and both sign.</translation>
    </message>
    <message>
        <source>The box was not counted.</source>
        <translation>The box was not counted.</translation>
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
        <source>The club lends {amount} (in words: {words}) for: {purpose}.</source>
        <translation>The club lends {amount} (in words: {words}) for: {purpose}.</translation>
    </message>
    <message>
        <source>The club's key</source>
        <translation>The club's key</translation>
    </message>
    <message>
        <source>The club's rule on {day}: {rule}.</source>
        <translation>The club's rule on {day}: {rule}.</translation>
    </message>
    <message>
        <source>The code opens the book when a password is forgotten: choose “The printed recovery sheet” and type the code with its dashes.</source>
        <translation>The code opens the book when a password is forgotten: choose “The printed recovery sheet” and type the code with its dashes.</translation>
    </message>
    <message>
        <source>The funds that change hands come to {amount} đồng. In words: {words}</source>
        <translation>The funds that change hands come to {amount} đồng. In words: {words}</translation>
    </message>
    <message>
        <source>The lender</source>
        <translation>The lender</translation>
    </message>
    <message>
        <source>The meeting ended at ..... hours ..... on {day}; the minutes were read out to all, who agreed to them./.</source>
        <translation>The meeting ended at ..... hours ..... on {day}; the minutes were read out to all, who agreed to them./.</translation>
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
        <source>The minutes were read to all present, who agreed./.</source>
        <translation>The minutes were read to all present, who agreed./.</translation>
    </message>
    <message>
        <source>The program's book, back-up and recovery sheet</source>
        <translation>The program's book, back-up and recovery sheet</translation>
    </message>
    <message>
        <source>The shares are in the funds already, payment by payment.</source>
        <translation>The shares are in the funds already, payment by payment.</translation>
    </message>
    <message>
        <source>The target rests on {decision}.</source>
        <translation>The target rests on {decision}.</translation>
    </message>
    <message>
        <source>These minutes are kept in place of the meeting's./.</source>
        <translation>These minutes are kept in place of the meeting's./.</translation>
    </message>
    <message>
        <source>Thing</source>
        <translation>Thing</translation>
    </message>
    <message>
        <source>This book has .......... pages, numbered from 01 to ..........</source>
        <translation>This book has .......... pages, numbered from 01 to ..........</translation>
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
        <source>To:</source>
        <translation>To:</translation>
    </message>
    <message>
        <source>Today, {day}, the two sides have agreed:</source>
        <translation>Today, {day}, the two sides have agreed:</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Together</translation>
    </message>
    <message>
        <source>Training and exchange visits</source>
        <translation>Training and exchange visits</translation>
    </message>
    <message>
        <source>Training courses</source>
        <translation>Training courses</translation>
    </message>
    <message>
        <source>Training courses: {trainings}; exchange visits: {exchanges}; people who came: {came}. Clubs that came to none: {never} of {clubs}.</source>
        <translation>Training courses: {trainings}; exchange visits: {exchanges}; people who came: {came}. Clubs that came to none: {never} of {clubs}.</translation>
    </message>
    <message>
        <source>Treasurer</source>
        <translation>Treasurer</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Up to bundle</source>
        <translation>Up to bundle</translation>
    </message>
    <message>
        <source>Up to the day</source>
        <translation>Up to the day</translation>
    </message>
    <message>
        <source>V. Difficulties and requests</source>
        <translation>V. Difficulties and requests</translation>
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
        <source>Visited by</source>
        <translation>Visited by</translation>
    </message>
    <message>
        <source>Volunteer</source>
        <translation>Volunteer</translation>
    </message>
    <message>
        <source>Weight (kg)</source>
        <translation>Weight (kg)</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>What each club had of them</source>
        <translation>What each club had of them</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>What for</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>What to look at</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Where the club is</source>
        <translation>Where the club is</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Who came</source>
        <translation>Who came</translation>
    </message>
    <message>
        <source>Whoever has this sheet and the file can read the whole book. Put it in a closed envelope, signed over the flap, into the club's cash box.</source>
        <translation>Whoever has this sheet and the file can read the whole book. Put it in a closed envelope, signed over the flap, into the club's cash box.</translation>
    </message>
    <message>
        <source>Whole fund</source>
        <translation>Whole fund</translation>
    </message>
    <message>
        <source>Whole fund of the club</source>
        <translation>Whole fund of the club</translation>
    </message>
    <message>
        <source>Whole fund, in đồng</source>
        <translation>Whole fund, in đồng</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Why it was given up</source>
        <translation>Why it was given up</translation>
    </message>
    <message>
        <source>Without a club: {units}.</source>
        <translation>Without a club: {units}.</translation>
    </message>
    <message>
        <source>Without a password and without this sheet nobody can open the book. A newer sheet makes this one worthless: tear it up then.</source>
        <translation>Without a password and without this sheet nobody can open the book. A newer sheet makes this one worthless: tear it up then.</translation>
    </message>
    <message>
        <source>Witnessed by the chair</source>
        <translation>Witnessed by the chair</translation>
    </message>
    <message>
        <source>Women</source>
        <translation>Women</translation>
    </message>
    <message>
        <source>Work done</source>
        <translation>Work done</translation>
    </message>
    <message>
        <source>Worked out</source>
        <translation>Worked out</translation>
    </message>
    <message>
        <source>Worth (đồng)</source>
        <translation>Worth (đồng)</translation>
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
        <source>Wrong</source>
        <translation>Wrong</translation>
    </message>
    <message>
        <source>Year {year}</source>
        <translation>Year {year}</translation>
    </message>
    <message>
        <source>as of {day}</source>
        <translation>as of {day}</translation>
    </message>
    <message>
        <source>divided</source>
        <translation>divided</translation>
    </message>
    <message>
        <source>into the book that begins on {day}</source>
        <translation>into the book that begins on {day}</translation>
    </message>
    <message>
        <source>money ({kind})</source>
        <translation>money ({kind})</translation>
    </message>
    <message>
        <source>next: {amount} đồng</source>
        <translation>next: {amount} đồng</translation>
    </message>
    <message>
        <source>next: {amount} đồng on {day}</source>
        <translation>next: {amount} đồng on {day}</translation>
    </message>
    <message>
        <source>not held. Reason: {reason}</source>
        <translation>not held. Reason: {reason}</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>not verified</translation>
    </message>
    <message>
        <source>on the club's work, {period}</source>
        <translation>on the club's work, {period}</translation>
    </message>
    <message>
        <source>quarter {quarter} of {year}</source>
        <translation>quarter {quarter} of {year}</translation>
    </message>
    <message>
        <source>sheet {sheet}</source>
        <translation>sheet {sheet}</translation>
    </message>
    <message>
        <source>still owed: {amount} đồng</source>
        <translation>still owed: {amount} đồng</translation>
    </message>
    <message>
        <source>the management board of {club}</source>
        <translation>the management board of {club}</translation>
    </message>
    <message>
        <source>x held, – not held, ? not told.</source>
        <translation>x held, – not held, ? not told.</translation>
    </message>
    <message>
        <source>x: present; P: excused; V: absent; T: sent somebody; blank: no meeting.</source>
        <translation>x: present; P: excused; V: absent; T: sent somebody; blank: no meeting.</translation>
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
        <source>{amount} đồng from the {out_of} to the {into}</source>
        <translation>{amount} đồng from the {out_of} to the {into}</translation>
    </message>
    <message>
        <source>{amount} đồng lent on {day}; {rate}, {months} months, {method}</source>
        <translation>{amount} đồng lent on {day}; {rate}, {months} months, {method}</translation>
    </message>
    <message>
        <source>{amount} đồng less in the box than in the book.</source>
        <translation>{amount} đồng less in the box than in the book.</translation>
    </message>
    <message>
        <source>{amount} đồng more in the box than in the book.</source>
        <translation>{amount} đồng more in the box than in the book.</translation>
    </message>
    <message>
        <source>{amount} đồng out of the {fund}, by the sums of savings at the ends of {months} months; parts of a đồng go to the largest remainders.</source>
        <translation>{amount} đồng out of the {fund}, by the sums of savings at the ends of {months} months; parts of a đồng go to the largest remainders.</translation>
    </message>
    <message>
        <source>{amount} đồng out of the {fund}, paid in cash.</source>
        <translation>{amount} đồng out of the {fund}, paid in cash.</translation>
    </message>
    <message>
        <source>{amount} đồng stay owed and are repaid as agreed, or by the guarantor.</source>
        <translation>{amount} đồng stay owed and are repaid as agreed, or by the guarantor.</translation>
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
        <source>{kind} ({number} people)</source>
        <translation>{kind} ({number} people)</translation>
    </message>
    <message>
        <source>{members} members, {women} of them women, {older} aged 60 and older, {poor} of poor and {near_poor} of near-poor households.</source>
        <translation>{members} members, {women} of them women, {older} aged 60 and older, {poor} of poor and {near_poor} of near-poor households.</translation>
    </message>
    <message>
        <source>{months} months from {day}; interest of {rate} a month; repaid by: {method}. The borrower may repay earlier.</source>
        <translation>{months} months from {day}; interest of {rate} a month; repaid by: {method}. The borrower may repay earlier.</translation>
    </message>
    <message>
        <source>{name} (chair)</source>
        <translation>{name} (chair)</translation>
    </message>
    <message>
        <source>{name} (secretary)</source>
        <translation>{name} (secretary)</translation>
    </message>
    <message>
        <source>{name} (treasurer)</source>
        <translation>{name} (treasurer)</translation>
    </message>
    <message>
        <source>{name} receives {amount} đồng. In words: {words}</source>
        <translation>{name} receives {amount} đồng. In words: {words}</translation>
    </message>
    <message>
        <source>{name}: {definition}. 1, 2, 3 points from {limits}.</source>
        <translation>{name}: {definition}. 1, 2, 3 points from {limits}.</translation>
    </message>
    <message>
        <source>{number} members, by the signed list</source>
        <translation>{number} members, by the signed list</translation>
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
        <source>{rate}, {method}</source>
        <translation>{rate}, {method}</translation>
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
    <message>
        <source>{what}: {amount} đồng, in the book</source>
        <translation>{what}: {amount} đồng, in the book</translation>
    </message>
</context>
<context>
    <name>papers</name>
    <message>
        <source>Attendance</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <source>Attendance book</source>
        <translation>Attendance book</translation>
    </message>
    <message>
        <source>Attendance sheet for the coming meeting</source>
        <translation>Attendance sheet for the coming meeting</translation>
    </message>
    <message>
        <source>Balances carried over</source>
        <translation>Balances carried over</translation>
    </message>
    <message>
        <source>Board minutes on loans</source>
        <translation>Board minutes on loans</translation>
    </message>
    <message>
        <source>Book of golden hearts</source>
        <translation>Book of golden hearts</translation>
    </message>
    <message>
        <source>Book of property and equipment, blank</source>
        <translation>Book of property and equipment, blank</translation>
    </message>
    <message>
        <source>Cash book</source>
        <translation>Cash book</translation>
    </message>
    <message>
        <source>Cash count</source>
        <translation>Cash count</translation>
    </message>
    <message>
        <source>Checklist of a visit</source>
        <translation>Checklist of a visit</translation>
    </message>
    <message>
        <source>Collection sheet for the coming meeting</source>
        <translation>Collection sheet for the coming meeting</translation>
    </message>
    <message>
        <source>Consent to keeping personal data</source>
        <translation>Consent to keeping personal data</translation>
    </message>
    <message>
        <source>Courses and exchange visits</source>
        <translation>Courses and exchange visits</translation>
    </message>
    <message>
        <source>Entries of that time written since: {count}.</source>
        <translation>Entries of that time written since: {count}.</translation>
    </message>
    <message>
        <source>Fee book</source>
        <translation>Fee book</translation>
    </message>
    <message>
        <source>Fund statement</source>
        <translation>Fund statement</translation>
    </message>
    <message>
        <source>Hand-over between clubs</source>
        <translation>Hand-over between clubs</translation>
    </message>
    <message>
        <source>Hand-over of fund and books</source>
        <translation>Hand-over of fund and books</translation>
    </message>
    <message>
        <source>Health book, blank</source>
        <translation>Health book, blank</translation>
    </message>
    <message>
        <source>Home care book, blank</source>
        <translation>Home care book, blank</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Indicators</translation>
    </message>
    <message>
        <source>Interest divided among the funds</source>
        <translation>Interest divided among the funds</translation>
    </message>
    <message>
        <source>List of members</source>
        <translation>List of members</translation>
    </message>
    <message>
        <source>Loan agreement</source>
        <translation>Loan agreement</translation>
    </message>
    <message>
        <source>Loan book</source>
        <translation>Loan book</translation>
    </message>
    <message>
        <source>Member's statement</source>
        <translation>Member's statement</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Minutes of a visit</source>
        <translation>Minutes of a visit</translation>
    </message>
    <message>
        <source>Mutual help book, blank</source>
        <translation>Mutual help book, blank</translation>
    </message>
    <message>
        <source>Nothing of that time has changed since.</source>
        <translation>Nothing of that time has changed since.</translation>
    </message>
    <message>
        <source>Plan of activities</source>
        <translation>Plan of activities</translation>
    </message>
    <message>
        <source>Receipts and payments</source>
        <translation>Receipts and payments</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>Recovery sheet</translation>
    </message>
    <message>
        <source>Repayment card</source>
        <translation>Repayment card</translation>
    </message>
    <message>
        <source>Repayment schedule</source>
        <translation>Repayment schedule</translation>
    </message>
    <message>
        <source>Report on activities</source>
        <translation>Report on activities</translation>
    </message>
    <message>
        <source>Report on all clubs</source>
        <translation>Report on all clubs</translation>
    </message>
    <message>
        <source>Report on the club's work</source>
        <translation>Report on the club's work</translation>
    </message>
    <message>
        <source>Request for a loan</source>
        <translation>Request for a loan</translation>
    </message>
    <message>
        <source>Settlement with a member who leaves</source>
        <translation>Settlement with a member who leaves</translation>
    </message>
    <message>
        <source>Sharing out at the year's end</source>
        <translation>Sharing out at the year's end</translation>
    </message>
    <message>
        <source>Supervision of all clubs</source>
        <translation>Supervision of all clubs</translation>
    </message>
    <message>
        <source>The club's key</source>
        <translation>The club's key</translation>
    </message>
    <message>
        <source>{paper} of {club}, {area}, from {first} to {last}: agrees with what was sent.</source>
        <translation>{paper} of {club}, {area}, from {first} to {last}: agrees with what was sent.</translation>
    </message>
    <message>
        <source>{paper}, from {first} to {last}, printed when entry {entry} was the newest of that time.</source>
        <translation>{paper}, from {first} to {last}, printed when entry {entry} was the newest of that time.</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>! consent not signed yet</source>
        <translation>! consent not signed yet</translation>
    </message>
    <message>
        <source>! consent taken back {day}</source>
        <translation>! consent taken back {day}</translation>
    </message>
    <message>
        <source>! contradicts another</source>
        <translation>! contradicts another</translation>
    </message>
    <message>
        <source>! contradicts what was sent before</source>
        <translation>! contradicts what was sent before</translation>
    </message>
    <message>
        <source>! differs</source>
        <translation>! differs</translation>
    </message>
    <message>
        <source>! differs by {amount}</source>
        <translation>! differs by {amount}</translation>
    </message>
    <message>
        <source>! files contradict each other</source>
        <translation>! files contradict each other</translation>
    </message>
    <message>
        <source>! late: {count}</source>
        <translation>! late: {count}</translation>
    </message>
    <message>
        <source>! never</source>
        <translation>! never</translation>
    </message>
    <message>
        <source>! told in one only</source>
        <translation>! told in one only</translation>
    </message>
    <message>
        <source>! {amount} since {day}, {days} days</source>
        <translation>! {amount} since {day}, {days} days</translation>
    </message>
    <message>
        <source>(overdue)</source>
        <translation>(overdue)</translation>
    </message>
    <message>
        <source>0 for as many as the list of communes has</source>
        <translation>0 for as many as the list of communes has</translation>
    </message>
    <message>
        <source>0 if she does not pay it today; it stays due.</source>
        <translation>0 if she does not pay it today; it stays due.</translation>
    </message>
    <message>
        <source>1 point from</source>
        <translation>1 point from</translation>
    </message>
    <message>
        <source>1, 2, 3 points from</source>
        <translation>1, 2, 3 points from</translation>
    </message>
    <message>
        <source>1. To be in the club's book and reports</source>
        <translation>1. To be in the club's book and reports</translation>
    </message>
    <message>
        <source>105 in words</source>
        <translation>105 in words</translation>
    </message>
    <message>
        <source>15 days more</source>
        <translation>15 days more</translation>
    </message>
    <message>
        <source>2 points from</source>
        <translation>2 points from</translation>
    </message>
    <message>
        <source>2. Health notes in the paper books</source>
        <translation>2. Health notes in the paper books</translation>
    </message>
    <message>
        <source>24 in words</source>
        <translation>24 in words</translation>
    </message>
    <message>
        <source>3 points from</source>
        <translation>3 points from</translation>
    </message>
    <message>
        <source>50.000 in words</source>
        <translation>50.000 in words</translation>
    </message>
    <message>
        <source>A book that lies on this computer or on a USB stick.</source>
        <translation>A book that lies on this computer or on a USB stick.</translation>
    </message>
    <message>
        <source>A box for the thumb of members who don't sign</source>
        <translation>A box for the thumb of members who don't sign</translation>
    </message>
    <message>
        <source>A course or exchange visit</source>
        <translation>A course or exchange visit</translation>
    </message>
    <message>
        <source>A course or exchange visit…</source>
        <translation>A course or exchange visit…</translation>
    </message>
    <message>
        <source>A finding is mended</source>
        <translation>A finding is mended</translation>
    </message>
    <message>
        <source>A finding is mended…</source>
        <translation>A finding is mended…</translation>
    </message>
    <message>
        <source>A folder…</source>
        <translation>A folder…</translation>
    </message>
    <message>
        <source>A loan is given at a meeting, in step 3.</source>
        <translation>A loan is given at a meeting, in step 3.</translation>
    </message>
    <message>
        <source>A loan to a member</source>
        <translation>A loan to a member</translation>
    </message>
    <message>
        <source>A made-up club with two years behind it. Nothing here can break.</source>
        <translation>A made-up club with two years behind it. Nothing here can break.</translation>
    </message>
    <message>
        <source>A new club</source>
        <translation>A new club</translation>
    </message>
    <message>
        <source>A new club…</source>
        <translation>A new club…</translation>
    </message>
    <message>
        <source>A new key for the club</source>
        <translation>A new key for the club</translation>
    </message>
    <message>
        <source>A new key of {club}</source>
        <translation>A new key of {club}</translation>
    </message>
    <message>
        <source>A new one on this computer…</source>
        <translation>A new one on this computer…</translation>
    </message>
    <message>
        <source>A new register</source>
        <translation>A new register</translation>
    </message>
    <message>
        <source>A new sheet: the older one opens nothing from then on</source>
        <translation>A new sheet: the older one opens nothing from then on</translation>
    </message>
    <message>
        <source>A paper of a past day is signed by who held the office on that day.</source>
        <translation>A paper of a past day is signed by who held the office on that day.</translation>
    </message>
    <message>
        <source>A password that opens it now</source>
        <translation>A password that opens it now</translation>
    </message>
    <message>
        <source>A receipt tells a club what arrived. With the key a club can seal its files, so that only this register opens them.</source>
        <translation>A receipt tells a club what arrived. With the key a club can seal its files, so that only this register opens them.</translation>
    </message>
    <message>
        <source>A receipt with another key</source>
        <translation>A receipt with another key</translation>
    </message>
    <message>
        <source>A register gathers what many clubs send. It lies in a file on this computer, or on a server that several offices share.</source>
        <translation>A register gathers what many clubs send. It lies in a file on this computer, or on a server that several offices share.</translation>
    </message>
    <message>
        <source>A register of the Women's Union</source>
        <translation>A register of the Women's Union</translation>
    </message>
    <message>
        <source>A register on a server</source>
        <translation>A register on a server</translation>
    </message>
    <message>
        <source>A rule changes from a day on. What was recorded before, and loans already given, stay as they were.</source>
        <translation>A rule changes from a day on. What was recorded before, and loans already given, stay as they were.</translation>
    </message>
    <message>
        <source>A unit changed</source>
        <translation>A unit changed</translation>
    </message>
    <message>
        <source>A unit changed…</source>
        <translation>A unit changed…</translation>
    </message>
    <message>
        <source>A vote</source>
        <translation>A vote</translation>
    </message>
    <message>
        <source>A year before</source>
        <translation>A year before</translation>
    </message>
    <message>
        <source>A year, 1951, or a day, 17/3/1951</source>
        <translation>A year, 1951, or a day, 17/3/1951</translation>
    </message>
    <message>
        <source>About what</source>
        <translation>About what</translation>
    </message>
    <message>
        <source>Add the member</source>
        <translation>Add the member</translation>
    </message>
    <message>
        <source>After the extension</source>
        <translation>After the extension</translation>
    </message>
    <message>
        <source>After this nothing of the visit changes any more.</source>
        <translation>After this nothing of the visit changes any more.</translation>
    </message>
    <message>
        <source>Against a year before</source>
        <translation>Against a year before</translation>
    </message>
    <message>
        <source>Against it</source>
        <translation>Against it</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>Agreed in</source>
        <translation>Agreed in</translation>
    </message>
    <message>
        <source>Agreed to</source>
        <translation>Agreed to</translation>
    </message>
    <message>
        <source>All are present (F8)</source>
        <translation>All are present (F8)</translation>
    </message>
    <message>
        <source>All areas</source>
        <translation>All areas</translation>
    </message>
    <message>
        <source>All open loans</source>
        <translation>All open loans</translation>
    </message>
    <message>
        <source>All pay what is due (F9)</source>
        <translation>All pay what is due (F9)</translation>
    </message>
    <message>
        <source>All six steps</source>
        <translation>All six steps</translation>
    </message>
    <message>
        <source>All that is kept of her…</source>
        <translation>All that is kept of her…</translation>
    </message>
    <message>
        <source>All that was typed for it is gone, and cannot be brought back.</source>
        <translation>All that was typed for it is gone, and cannot be brought back.</translation>
    </message>
    <message>
        <source>All the same</source>
        <translation>All the same</translation>
    </message>
    <message>
        <source>All the same: make the book</source>
        <translation>All the same: make the book</translation>
    </message>
    <message>
        <source>Allowance</source>
        <translation>Allowance</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>An Excel file…</source>
        <translation>An Excel file…</translation>
    </message>
    <message>
        <source>An empty table to fill in…</source>
        <translation>An empty table to fill in…</translation>
    </message>
    <message>
        <source>An office changes hands under “The board…”.</source>
        <translation>An office changes hands under “The board…”.</translation>
    </message>
    <message>
        <source>Another place…</source>
        <translation>Another place…</translation>
    </message>
    <message>
        <source>Answered today</source>
        <translation>Answered today</translation>
    </message>
    <message>
        <source>Anybody's of the board, or the code of the recovery sheet.</source>
        <translation>Anybody's of the board, or the code of the recovery sheet.</translation>
    </message>
    <message>
        <source>Approve and give this loan</source>
        <translation>Approve and give this loan</translation>
    </message>
    <message>
        <source>Approve this loan…</source>
        <translation>Approve this loan…</translation>
    </message>
    <message>
        <source>Are the minutes signed?</source>
        <translation>Are the minutes signed?</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Areas</translation>
    </message>
    <message>
        <source>Areas of work</source>
        <translation>Areas of work</translation>
    </message>
    <message>
        <source>Areas of work so far</source>
        <translation>Areas of work so far</translation>
    </message>
    <message>
        <source>Areas stand here once files of clubs are taken in.</source>
        <translation>Areas stand here once files of clubs are taken in.</translation>
    </message>
    <message>
        <source>Areas with a club {count} ({names}). Say in the settings how many there are, then coverage is counted against the target.</source>
        <translation>Areas with a club {count} ({names}). Say in the settings how many there are, then coverage is counted against the target.</translation>
    </message>
    <message>
        <source>As whoever looks after the server told you: computer/database</source>
        <translation>As whoever looks after the server told you: computer/database</translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation>Asked on</translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation>Asking the server</translation>
    </message>
    <message>
        <source>At least 6 letters or digits; a few words are best.</source>
        <translation>At least 6 letters or digits; a few words are best.</translation>
    </message>
    <message>
        <source>At the end of {month} the club told {amount}.</source>
        <translation>At the end of {month} the club told {amount}.</translation>
    </message>
    <message>
        <source>At the top of each paper</source>
        <translation>At the top of each paper</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <source>Average savings</source>
        <translation>Average savings</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>Back up</translation>
    </message>
    <message>
        <source>Back-ups</source>
        <translation>Back-ups</translation>
    </message>
    <message>
        <source>Back-ups (*.soclb *.soclb-backup)</source>
        <translation>Back-ups (*.soclb *.soclb-backup)</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>Behind</translation>
    </message>
    <message>
        <source>Between two funds</source>
        <translation>Between two funds</translation>
    </message>
    <message>
        <source>Between two funds…</source>
        <translation>Between two funds…</translation>
    </message>
    <message>
        <source>Big view</source>
        <translation>Big view</translation>
    </message>
    <message>
        <source>Big view (F11)</source>
        <translation>Big view (F11)</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>Body above the club</source>
        <translation>Body above the club</translation>
    </message>
    <message>
        <source>Book began</source>
        <translation>Book began</translation>
    </message>
    <message>
        <source>Book it and save the file…</source>
        <translation>Book it and save the file…</translation>
    </message>
    <message>
        <source>Book the year's end</source>
        <translation>Book the year's end</translation>
    </message>
    <message>
        <source>Books (*.soclb)</source>
        <translation>Books (*.soclb)</translation>
    </message>
    <message>
        <source>Books and registers (*.soclb *.soclu);;All files (*)</source>
        <translation>Books and registers (*.soclb *.soclu);;All files (*)</translation>
    </message>
    <message>
        <source>Books to write in by hand</source>
        <translation>Books to write in by hand</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Born</translation>
    </message>
    <message>
        <source>Borrowed capital</source>
        <translation>Borrowed capital</translation>
    </message>
    <message>
        <source>Borrowed capital that goes along</source>
        <translation>Borrowed capital that goes along</translation>
    </message>
    <message>
        <source>Borrower</source>
        <translation>Borrower</translation>
    </message>
    <message>
        <source>Borrowers</source>
        <translation>Borrowers</translation>
    </message>
    <message>
        <source>Both contents</source>
        <translation>Both contents</translation>
    </message>
    <message>
        <source>Box and book agree.</source>
        <translation>Box and book agree.</translation>
    </message>
    <message>
        <source>Bring a book back from a back-up…</source>
        <translation>Bring a book back from a back-up…</translation>
    </message>
    <message>
        <source>Bring a copy back…</source>
        <translation>Bring a copy back…</translation>
    </message>
    <message>
        <source>Bring back {name}?</source>
        <translation>Bring back {name}?</translation>
    </message>
    <message>
        <source>Bring in a paper book or Excel…</source>
        <translation>Bring in a paper book or Excel…</translation>
    </message>
    <message>
        <source>Bring the copy back</source>
        <translation>Bring the copy back</translation>
    </message>
    <message>
        <source>Bringing the copy back</source>
        <translation>Bringing the copy back</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>Bundle</translation>
    </message>
    <message>
        <source>By which decision</source>
        <translation>By which decision</translation>
    </message>
    <message>
        <source>By {level}: {covered} of {units} have a club ({share}); the target is {target}. {names}</source>
        <translation>By {level}: {covered} of {units} have a club ({share}); the target is {target}. {names}</translation>
    </message>
    <message>
        <source>By {level}: {covered} of {units} have a club ({share}); the target {target} is reached. {names}</source>
        <translation>By {level}: {covered} of {units} have a club ({share}); the target {target} is reached. {names}</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>Came back</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>Cash and bank</source>
        <translation>Cash and bank</translation>
    </message>
    <message>
        <source>Cash count</source>
        <translation>Cash count</translation>
    </message>
    <message>
        <source>Cash in the box</source>
        <translation>Cash in the box</translation>
    </message>
    <message>
        <source>Cash in the box on the first day</source>
        <translation>Cash in the box on the first day</translation>
    </message>
    <message>
        <source>Cells to mend</source>
        <translation>Cells to mend</translation>
    </message>
    <message>
        <source>Chair of the meeting</source>
        <translation>Chair of the meeting</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Change a limit or target…</source>
        <translation>Change a limit or target…</translation>
    </message>
    <message>
        <source>Change a rule</source>
        <translation>Change a rule</translation>
    </message>
    <message>
        <source>Change a rule…</source>
        <translation>Change a rule…</translation>
    </message>
    <message>
        <source>Change from the old font</source>
        <translation>Change from the old font</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Change it</translation>
    </message>
    <message>
        <source>Change the course</source>
        <translation>Change the course</translation>
    </message>
    <message>
        <source>Change the course…</source>
        <translation>Change the course…</translation>
    </message>
    <message>
        <source>Change the sums</source>
        <translation>Change the sums</translation>
    </message>
    <message>
        <source>Change this…</source>
        <translation>Change this…</translation>
    </message>
    <message>
        <source>Changed on</source>
        <translation>Changed on</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>Check code</source>
        <translation>Check code</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>Checklist…</source>
        <translation>Checklist…</translation>
    </message>
    <message>
        <source>Choose a member</source>
        <translation>Choose a member</translation>
    </message>
    <message>
        <source>Choose between files that contradict each other…</source>
        <translation>Choose between files that contradict each other…</translation>
    </message>
    <message>
        <source>Choose {paper}</source>
        <translation>Choose {paper}</translation>
    </message>
    <message>
        <source>Close the help</source>
        <translation>Close the help</translation>
    </message>
    <message>
        <source>Close the meeting</source>
        <translation>Close the meeting</translation>
    </message>
    <message>
        <source>Close the meeting of {month}?</source>
        <translation>Close the meeting of {month}?</translation>
    </message>
    <message>
        <source>Close, go on with {month}</source>
        <translation>Close, go on with {month}</translation>
    </message>
    <message>
        <source>Club</source>
        <translation>Club</translation>
    </message>
    <message>
        <source>Club book</source>
        <translation>Club book</translation>
    </message>
    <message>
        <source>Clubs</source>
        <translation>Clubs</translation>
    </message>
    <message>
        <source>Clubs by their reports</source>
        <translation>Clubs by their reports</translation>
    </message>
    <message>
        <source>Clubs of the area</source>
        <translation>Clubs of the area</translation>
    </message>
    <message>
        <source>Clubs stand here once their files are taken in.</source>
        <translation>Clubs stand here once their files are taken in.</translation>
    </message>
    <message>
        <source>Clubs stand here once their files are taken in: press the button above, or drop the files onto this page.</source>
        <translation>Clubs stand here once their files are taken in: press the button above, or drop the files onto this page.</translation>
    </message>
    <message>
        <source>Clubs to ask {clubs}. Odd figures are questions, not reproaches: ask the club, look at its paper book.</source>
        <translation>Clubs to ask {clubs}. Odd figures are questions, not reproaches: ask the club, look at its paper book.</translation>
    </message>
    <message>
        <source>Clubs with 3</source>
        <translation>Clubs with 3</translation>
    </message>
    <message>
        <source>Clubs {count}: from {least} to {most} points. Each criterion gives 0 to 3; open a club for what each was judged by.</source>
        <translation>Clubs {count}: from {least} to {most} points. Each criterion gives 0 to 3; open a club for what each was judged by.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Collecting</source>
        <translation>Collecting</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>Commune or ward</source>
        <translation>Commune or ward</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>Compare again</translation>
    </message>
    <message>
        <source>Compare this month…</source>
        <translation>Compare this month…</translation>
    </message>
    <message>
        <source>Compare with paper…</source>
        <translation>Compare with paper…</translation>
    </message>
    <message>
        <source>Complain</source>
        <translation>Complain</translation>
    </message>
    <message>
        <source>Computer and database</source>
        <translation>Computer and database</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Conclusion</translation>
    </message>
    <message>
        <source>Confirm a paper</source>
        <translation>Confirm a paper</translation>
    </message>
    <message>
        <source>Confirm a paper by its check code</source>
        <translation>Confirm a paper by its check code</translation>
    </message>
    <message>
        <source>Confirm the paper</source>
        <translation>Confirm the paper</translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation>Confirmed by</translation>
    </message>
    <message>
        <source>Consent of the members</source>
        <translation>Consent of the members</translation>
    </message>
    <message>
        <source>Consent, requests…</source>
        <translation>Consent, requests…</translation>
    </message>
    <message>
        <source>Consent…</source>
        <translation>Consent…</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>Copies in this place</source>
        <translation>Copies in this place</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Copy the details</translation>
    </message>
    <message>
        <source>Copying the book</source>
        <translation>Copying the book</translation>
    </message>
    <message>
        <source>Correct an entry</source>
        <translation>Correct an entry</translation>
    </message>
    <message>
        <source>Correct an entry…</source>
        <translation>Correct an entry…</translation>
    </message>
    <message>
        <source>Correct it</source>
        <translation>Correct it</translation>
    </message>
    <message>
        <source>Count the cash</source>
        <translation>Count the cash</translation>
    </message>
    <message>
        <source>Count the cash…</source>
        <translation>Count the cash…</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>Counted in the box</source>
        <translation>Counted in the box</translation>
    </message>
    <message>
        <source>Counted {counted} · in the book {in_book}</source>
        <translation>Counted {counted} · in the book {in_book}</translation>
    </message>
    <message>
        <source>Courses and exchange visits</source>
        <translation>Courses and exchange visits</translation>
    </message>
    <message>
        <source>Courses and exchange visits {count}, people {people}; clubs that never came {never}</source>
        <translation>Courses and exchange visits {count}, people {people}; clubs that never came {never}</translation>
    </message>
    <message>
        <source>Courses stand here once they are written down above.</source>
        <translation>Courses stand here once they are written down above.</translation>
    </message>
    <message>
        <source>Courses, exchange</source>
        <translation>Courses, exchange</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Coverage</translation>
    </message>
    <message>
        <source>Coverage and means</source>
        <translation>Coverage and means</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Criterion</translation>
    </message>
    <message>
        <source>Ctrl and + or − changes it on every screen.</source>
        <translation>Ctrl and + or − changes it on every screen.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Day of founding</source>
        <translation>Day of founding</translation>
    </message>
    <message>
        <source>Day of the meeting</source>
        <translation>Day of the meeting</translation>
    </message>
    <message>
        <source>Day of the settlement</source>
        <translation>Day of the settlement</translation>
    </message>
    <message>
        <source>Day of the visit</source>
        <translation>Day of the visit</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>Decided in</source>
        <translation>Decided in</translation>
    </message>
    <message>
        <source>Declined…</source>
        <translation>Declined…</translation>
    </message>
    <message>
        <source>Delete something</source>
        <translation>Delete something</translation>
    </message>
    <message>
        <source>Differed last time: {note}</source>
        <translation>Differed last time: {note}</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>District</source>
        <translation>District</translation>
    </message>
    <message>
        <source>Do not make it yet</source>
        <translation>Do not make it yet</translation>
    </message>
    <message>
        <source>Does the paper book of {month} say the same?</source>
        <translation>Does the paper book of {month} say the same?</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Done…</source>
        <translation>Done…</translation>
    </message>
    <message>
        <source>Draw clubs to visit</source>
        <translation>Draw clubs to visit</translation>
    </message>
    <message>
        <source>Draw clubs to visit…</source>
        <translation>Draw clubs to visit…</translation>
    </message>
    <message>
        <source>Drawn with</source>
        <translation>Drawn with</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Due this month</source>
        <translation>Due this month</translation>
    </message>
    <message>
        <source>Each share = the sum shared out × her part : all parts, to the whole đồng. A saver's part is her savings at the ends of {months} months added up.</source>
        <translation>Each share = the sum shared out × her part : all parts, to the whole đồng. A saver's part is her savings at the ends of {months} months added up.</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>Empty: an equal share for each member who goes</source>
        <translation>Empty: an equal share for each member who goes</translation>
    </message>
    <message>
        <source>Empty: as the club's rule says</source>
        <translation>Empty: as the club's rule says</translation>
    </message>
    <message>
        <source>Empty: none.</source>
        <translation>Empty: none.</translation>
    </message>
    <message>
        <source>Empty: the body above the club, and the club's own file.</source>
        <translation>Empty: the body above the club, and the club's own file.</translation>
    </message>
    <message>
        <source>Empty: the borrower. It is printed with the entry.</source>
        <translation>Empty: the borrower. It is printed with the entry.</translation>
    </message>
    <message>
        <source>Empty: the name of the commune or ward.</source>
        <translation>Empty: the name of the commune or ward.</translation>
    </message>
    <message>
        <source>End</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>Enter the board under “Members” first.</source>
        <translation>Enter the board under “Members” first.</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Entries</translation>
    </message>
    <message>
        <source>Entries of this month</source>
        <translation>Entries of this month</translation>
    </message>
    <message>
        <source>Entries to look up</source>
        <translation>Entries to look up</translation>
    </message>
    <message>
        <source>Entries to look up in each</source>
        <translation>Entries to look up in each</translation>
    </message>
    <message>
        <source>Every month that is over is locked.</source>
        <translation>Every month that is over is locked.</translation>
    </message>
    <message>
        <source>Every month up to now is recorded. The next meeting can be opened next month.</source>
        <translation>Every month up to now is recorded. The next meeting can be opened next month.</translation>
    </message>
    <message>
        <source>Everybody goes</source>
        <translation>Everybody goes</translation>
    </message>
    <message>
        <source>Everybody has signed.</source>
        <translation>Everybody has signed.</translation>
    </message>
    <message>
        <source>Everything is written into the book. After that nothing is changed silently: a mistake is taken back by an entry of its own, with a reason.</source>
        <translation>Everything is written into the book. After that nothing is changed silently: a mistake is taken back by an entry of its own, with a reason.</translation>
    </message>
    <message>
        <source>Extend the loan</source>
        <translation>Extend the loan</translation>
    </message>
    <message>
        <source>Extend {loan}</source>
        <translation>Extend {loan}</translation>
    </message>
    <message>
        <source>Extended on {day} by {months} months: {minutes}</source>
        <translation>Extended on {day} by {months} months: {minutes}</translation>
    </message>
    <message>
        <source>Extend…</source>
        <translation>Extend…</translation>
    </message>
    <message>
        <source>Family of {name}</source>
        <translation>Family of {name}</translation>
    </message>
    <message>
        <source>Family…</source>
        <translation>Family…</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>Fees of {amount} đồng are behind; they are not taken out here.</source>
        <translation>Fees of {amount} đồng are behind; they are not taken out here.</translation>
    </message>
    <message>
        <source>Fees {fees} · savings {savings} · interest {interest} · principal {principal} = {total}</source>
        <translation>Fees {fees} · savings {savings} · interest {interest} · principal {principal} = {total}</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>Figures of {month}</source>
        <translation>Figures of {month}</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>File for the other club</source>
        <translation>File for the other club</translation>
    </message>
    <message>
        <source>File for the union (*.clbz)</source>
        <translation>File for the union (*.clbz)</translation>
    </message>
    <message>
        <source>File {letter}</source>
        <translation>File {letter}</translation>
    </message>
    <message>
        <source>Files given {files}, looked at {looked}. Bundles of clubs {count}</source>
        <translation>Files given {files}, looked at {looked}. Bundles of clubs {count}</translation>
    </message>
    <message>
        <source>Files of clubs (*.clbz);;All files (*)</source>
        <translation>Files of clubs (*.clbz);;All files (*)</translation>
    </message>
    <message>
        <source>Files that came</source>
        <translation>Files that came</translation>
    </message>
    <message>
        <source>Files that contradict each other</source>
        <translation>Files that contradict each other</translation>
    </message>
    <message>
        <source>Files the clubs sent</source>
        <translation>Files the clubs sent</translation>
    </message>
    <message>
        <source>Find (Ctrl+F)</source>
        <translation>Find (Ctrl+F)</translation>
    </message>
    <message>
        <source>Find a club</source>
        <translation>Find a club</translation>
    </message>
    <message>
        <source>Find a member</source>
        <translation>Find a member</translation>
    </message>
    <message>
        <source>Find a member (Ctrl+F)</source>
        <translation>Find a member (Ctrl+F)</translation>
    </message>
    <message>
        <source>Find anything in the book</source>
        <translation>Find anything in the book</translation>
    </message>
    <message>
        <source>Find by name, hamlet, year of birth</source>
        <translation>Find by name, hamlet, year of birth</translation>
    </message>
    <message>
        <source>Find in this year</source>
        <translation>Find in this year</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>First day of the book</source>
        <translation>First day of the book</translation>
    </message>
    <message>
        <source>For</source>
        <translation>For</translation>
    </message>
    <message>
        <source>For example: CLB Liên thế hệ tự giúp nhau xóm 6</source>
        <translation>For example: CLB Liên thế hệ tự giúp nhau xóm 6</translation>
    </message>
    <message>
        <source>For example: Hội LHPN phường Quan Triều</source>
        <translation>For example: Hội LHPN phường Quan Triều</translation>
    </message>
    <message>
        <source>For example: Quyết định số 12/QĐ-UBND ngày 05/01/2026</source>
        <translation>For example: Quyết định số 12/QĐ-UBND ngày 05/01/2026</translation>
    </message>
    <message>
        <source>For example: cash, 50.000 more in the paper book.</source>
        <translation>For example: cash, 50.000 more in the paper book.</translation>
    </message>
    <message>
        <source>For example: folder in the cupboard</source>
        <translation>For example: folder in the cupboard</translation>
    </message>
    <message>
        <source>For example: gave 2.000 too much change in October</source>
        <translation>For example: gave 2.000 too much change in October</translation>
    </message>
    <message>
        <source>For example: minutes of 17/11/2026. The first plan is kept.</source>
        <translation>For example: minutes of 17/11/2026. The first plan is kept.</translation>
    </message>
    <message>
        <source>For example: storm and flood; funeral in the hamlet.</source>
        <translation>For example: storm and flood; funeral in the hamlet.</translation>
    </message>
    <message>
        <source>For example: the treasurer</source>
        <translation>For example: the treasurer</translation>
    </message>
    <message>
        <source>For it</source>
        <translation>For it</translation>
    </message>
    <message>
        <source>For the board</source>
        <translation>For the board</translation>
    </message>
    <message>
        <source>For the clubs</source>
        <translation>For the clubs</translation>
    </message>
    <message>
        <source>For the savers</source>
        <translation>For the savers</translation>
    </message>
    <message>
        <source>For the union above</source>
        <translation>For the union above</translation>
    </message>
    <message>
        <source>For the union above…</source>
        <translation>For the union above…</translation>
    </message>
    <message>
        <source>For what</source>
        <translation>For what</translation>
    </message>
    <message>
        <source>For what; the rules</source>
        <translation>For what; the rules</translation>
    </message>
    <message>
        <source>For whom and what</source>
        <translation>For whom and what</translation>
    </message>
    <message>
        <source>Form line on payment slips</source>
        <translation>Form line on payment slips</translation>
    </message>
    <message>
        <source>Form line on receipts</source>
        <translation>Form line on receipts</translation>
    </message>
    <message>
        <source>Former key</source>
        <translation>Former key</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>Founded on</source>
        <translation>Founded on</translation>
    </message>
    <message>
        <source>Founded on, decision</source>
        <translation>Founded on, decision</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>From file</source>
        <translation>From file</translation>
    </message>
    <message>
        <source>From its day on the club is neither counted nor missed.</source>
        <translation>From its day on the club is neither counted nor missed.</translation>
    </message>
    <message>
        <source>From the bank</source>
        <translation>From the bank</translation>
    </message>
    <message>
        <source>From the {out_of} to the {into}</source>
        <translation>From the {out_of} to the {into}</translation>
    </message>
    <message>
        <source>From this day on</source>
        <translation>From this day on</translation>
    </message>
    <message>
        <source>From this day on everything is recorded here.</source>
        <translation>From this day on everything is recorded here.</translation>
    </message>
    <message>
        <source>From which day on</source>
        <translation>From which day on</translation>
    </message>
    <message>
        <source>From {first} to {last}: {total} đồng in all.</source>
        <translation>From {first} to {last}: {total} đồng in all.</translation>
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
        <source>Fund book</source>
        <translation>Fund book</translation>
    </message>
    <message>
        <source>Gets</source>
        <translation>Gets</translation>
    </message>
    <message>
        <source>Give a loan…</source>
        <translation>Give a loan…</translation>
    </message>
    <message>
        <source>Give out and send up</source>
        <translation>Give out and send up</translation>
    </message>
    <message>
        <source>Give out, send up</source>
        <translation>Give out, send up</translation>
    </message>
    <message>
        <source>Give this loan</source>
        <translation>Give this loan</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Given</translation>
    </message>
    <message>
        <source>Given back in cash</source>
        <translation>Given back in cash</translation>
    </message>
    <message>
        <source>Go on later</source>
        <translation>Go on later</translation>
    </message>
    <message>
        <source>Go on with the meeting of {month}</source>
        <translation>Go on with the meeting of {month}</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>Go on working</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>Good (+)</source>
        <translation>Good (+)</translation>
    </message>
    <message>
        <source>Guarantor</source>
        <translation>Guarantor</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>Guests</translation>
    </message>
    <message>
        <source>Hamlet</source>
        <translation>Hamlet</translation>
    </message>
    <message>
        <source>Hand over to another club</source>
        <translation>Hand over to another club</translation>
    </message>
    <message>
        <source>Hand over to another club…</source>
        <translation>Hand over to another club…</translation>
    </message>
    <message>
        <source>Hand over to {club}</source>
        <translation>Hand over to {club}</translation>
    </message>
    <message>
        <source>Hand-over (*.json)</source>
        <translation>Hand-over (*.json)</translation>
    </message>
    <message>
        <source>Hand-over paper…</source>
        <translation>Hand-over paper…</translation>
    </message>
    <message>
        <source>Handbook to print</source>
        <translation>Handbook to print</translation>
    </message>
    <message>
        <source>Handbook to print…</source>
        <translation>Handbook to print…</translation>
    </message>
    <message>
        <source>Handed over on {day} to {club}; agreed in: {minutes}. Compare with the signed minutes before you take it in.</source>
        <translation>Handed over on {day} to {club}; agreed in: {minutes}. Compare with the signed minutes before you take it in.</translation>
    </message>
    <message>
        <source>Handed over. Give the file to the other club.</source>
        <translation>Handed over. Give the file to the other club.</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Held</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Help (F1)</source>
        <translation>Help (F1)</translation>
    </message>
    <message>
        <source>Help about</source>
        <translation>Help about</translation>
    </message>
    <message>
        <source>Her data: consent and requests</source>
        <translation>Her data: consent and requests</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Holds</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>Household</translation>
    </message>
    <message>
        <source>How it was mended</source>
        <translation>How it was mended</translation>
    </message>
    <message>
        <source>How many came</source>
        <translation>How many came</translation>
    </message>
    <message>
        <source>How many clubs</source>
        <translation>How many clubs</translation>
    </message>
    <message>
        <source>How papers look</source>
        <translation>How papers look</translation>
    </message>
    <message>
        <source>I have read this</source>
        <translation>I have read this</translation>
    </message>
    <message>
        <source>If you go on in the older one, the two books go apart and one of them is worth nothing.</source>
        <translation>If you go on in the older one, the two books go apart and one of them is worth nothing.</translation>
    </message>
    <message>
        <source>In</source>
        <translation>In</translation>
    </message>
    <message>
        <source>In % a month, for example 0,7</source>
        <translation>In % a month, for example 0,7</translation>
    </message>
    <message>
        <source>In %, for example 50</source>
        <translation>In %, for example 50</translation>
    </message>
    <message>
        <source>In a locked month nothing is recorded or changed any more, and it can’t be unlocked. A mistake is put right by an entry in an open month.</source>
        <translation>In a locked month nothing is recorded or changed any more, and it can’t be unlocked. A mistake is put right by an entry in an open month.</translation>
    </message>
    <message>
        <source>In all, up to {day}: principal {principal} + interest {interest} = {total}</source>
        <translation>In all, up to {day}: principal {principal} + interest {interest} = {total}</translation>
    </message>
    <message>
        <source>In her words</source>
        <translation>In her words</translation>
    </message>
    <message>
        <source>In the book</source>
        <translation>In the book</translation>
    </message>
    <message>
        <source>In the box</source>
        <translation>In the box</translation>
    </message>
    <message>
        <source>In the box after this meeting: {amount}</source>
        <translation>In the box after this meeting: {amount}</translation>
    </message>
    <message>
        <source>In the box before</source>
        <translation>In the box before</translation>
    </message>
    <message>
        <source>In the box now</source>
        <translation>In the box now</translation>
    </message>
    <message>
        <source>In the table: {figure}</source>
        <translation>In the table: {figure}</translation>
    </message>
    <message>
        <source>In đồng, for example 20tr</source>
        <translation>In đồng, for example 20tr</translation>
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
        <source>Interest a month, in %</source>
        <translation>Interest a month, in %</translation>
    </message>
    <message>
        <source>Interest on savings</source>
        <translation>Interest on savings</translation>
    </message>
    <message>
        <source>Interest up to the day</source>
        <translation>Interest up to the day</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>Into</translation>
    </message>
    <message>
        <source>It comes back as {path}.</source>
        <translation>It comes back as {path}.</translation>
    </message>
    <message>
        <source>It has a new key…</source>
        <translation>It has a new key…</translation>
    </message>
    <message>
        <source>It is done</source>
        <translation>It is done</translation>
    </message>
    <message>
        <source>It is not kept on this computer.</source>
        <translation>It is not kept on this computer.</translation>
    </message>
    <message>
        <source>It is recorded today. Empty: the entry is only taken back.</source>
        <translation>It is recorded today. Empty: the entry is only taken back.</translation>
    </message>
    <message>
        <source>It is the club's key</source>
        <translation>It is the club's key</translation>
    </message>
    <message>
        <source>Its file:</source>
        <translation>Its file:</translation>
    </message>
    <message>
        <source>Its server:</source>
        <translation>Its server:</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Joined</translation>
    </message>
    <message>
        <source>Joined on</source>
        <translation>Joined on</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>Judged by</translation>
    </message>
    <message>
        <source>Keep file {letter}…</source>
        <translation>Keep file {letter}…</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>Keep the answer</source>
        <translation>Keep the answer</translation>
    </message>
    <message>
        <source>Keep the changes</source>
        <translation>Keep the changes</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>Keep this one</translation>
    </message>
    <message>
        <source>Key for the clubs…</source>
        <translation>Key for the clubs…</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Last back-up: {moment}, in {folder}. One is made there each time a meeting is closed.</source>
        <translation>Last back-up: {moment}, in {folder}. One is made there each time a meeting is closed.</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>Last day in the club</source>
        <translation>Last day in the club</translation>
    </message>
    <message>
        <source>Last file</source>
        <translation>Last file</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>Late over 30 days</source>
        <translation>Late over 30 days</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Leave it empty for no limit.</source>
        <translation>Leave it empty for no limit.</translation>
    </message>
    <message>
        <source>Leave it empty to take back what was written.</source>
        <translation>Leave it empty to take back what was written.</translation>
    </message>
    <message>
        <source>Leave the book as it is</source>
        <translation>Leave the book as it is</translation>
    </message>
    <message>
        <source>Leaves the club…</source>
        <translation>Leaves the club…</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Lent</source>
        <translation>Lent</translation>
    </message>
    <message>
        <source>Limit or target</source>
        <translation>Limit or target</translation>
    </message>
    <message>
        <source>Limits and targets</source>
        <translation>Limits and targets</translation>
    </message>
    <message>
        <source>Limits and targets…</source>
        <translation>Limits and targets…</translation>
    </message>
    <message>
        <source>Loan</source>
        <translation>Loan</translation>
    </message>
    <message>
        <source>Loan book on paper…</source>
        <translation>Loan book on paper…</translation>
    </message>
    <message>
        <source>Loans</source>
        <translation>Loans</translation>
    </message>
    <message>
        <source>Loans already given keep what was agreed then.</source>
        <translation>Loans already given keep what was agreed then.</translation>
    </message>
    <message>
        <source>Loans and payments</source>
        <translation>Loans and payments</translation>
    </message>
    <message>
        <source>Loans by lateness</source>
        <translation>Loans by lateness</translation>
    </message>
    <message>
        <source>Loans given today</source>
        <translation>Loans given today</translation>
    </message>
    <message>
        <source>Loans not repaid yet</source>
        <translation>Loans not repaid yet</translation>
    </message>
    <message>
        <source>Loans overdue: {count}</source>
        <translation>Loans overdue: {count}</translation>
    </message>
    <message>
        <source>Loans that go along: {count}</source>
        <translation>Loans that go along: {count}</translation>
    </message>
    <message>
        <source>Loans with a payment due this month: {count}</source>
        <translation>Loans with a payment due this month: {count}</translation>
    </message>
    <message>
        <source>Loans written off</source>
        <translation>Loans written off</translation>
    </message>
    <message>
        <source>Loans written off ({count})…</source>
        <translation>Loans written off ({count})…</translation>
    </message>
    <message>
        <source>Lock months</source>
        <translation>Lock months</translation>
    </message>
    <message>
        <source>Lock months…</source>
        <translation>Lock months…</translation>
    </message>
    <message>
        <source>Lock them</source>
        <translation>Lock them</translation>
    </message>
    <message>
        <source>Lock up to the end of</source>
        <translation>Lock up to the end of</translation>
    </message>
    <message>
        <source>Locked up to the end of {month}</source>
        <translation>Locked up to the end of {month}</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>Look and print…</source>
        <translation>Look and print…</translation>
    </message>
    <message>
        <source>Look at and print those chosen…</source>
        <translation>Look at and print those chosen…</translation>
    </message>
    <message>
        <source>Look at the cash book…</source>
        <translation>Look at the cash book…</translation>
    </message>
    <message>
        <source>Look at the paper…</source>
        <translation>Look at the paper…</translation>
    </message>
    <message>
        <source>Looking the code up</source>
        <translation>Looking the code up</translation>
    </message>
    <message>
        <source>Lost would be: entries {entries}, closed meetings {meetings}, from {first} to {last}.</source>
        <translation>Lost would be: entries {entries}, closed meetings {meetings}, from {first} to {last}.</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>Made again: {what}</source>
        <translation>Made again: {what}</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Made on</translation>
    </message>
    <message>
        <source>Made: {file}. Give it to the club.</source>
        <translation>Made: {file}. Give it to the club.</translation>
    </message>
    <message>
        <source>Make a back-up now</source>
        <translation>Make a back-up now</translation>
    </message>
    <message>
        <source>Make the book</source>
        <translation>Make the book</translation>
    </message>
    <message>
        <source>Make the file for the Women's Union…</source>
        <translation>Make the file for the Women's Union…</translation>
    </message>
    <message>
        <source>Make the new key</source>
        <translation>Make the new key</translation>
    </message>
    <message>
        <source>Make the register</source>
        <translation>Make the register</translation>
    </message>
    <message>
        <source>Make the sheet</source>
        <translation>Make the sheet</translation>
    </message>
    <message>
        <source>Making the book</source>
        <translation>Making the book</translation>
    </message>
    <message>
        <source>Making the file for the union</source>
        <translation>Making the file for the union</translation>
    </message>
    <message>
        <source>Making the paper</source>
        <translation>Making the paper</translation>
    </message>
    <message>
        <source>Making the practice book</source>
        <translation>Making the practice book</translation>
    </message>
    <message>
        <source>Means of twelve months</source>
        <translation>Means of twelve months</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>Meeting of month {number} · {day}</source>
        <translation>Meeting of month {number} · {day}</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Meetings</translation>
    </message>
    <message>
        <source>Meetings held</source>
        <translation>Meetings held</translation>
    </message>
    <message>
        <source>Meetings held and missed</source>
        <translation>Meetings held and missed</translation>
    </message>
    <message>
        <source>Meetings held so far</source>
        <translation>Meetings held so far</translation>
    </message>
    <message>
        <source>Meetings held: {count}. On average {rate} came; fewest in {month}: {present} of {listed}.</source>
        <translation>Meetings held: {count}. On average {rate} came; fewest in {month}: {present} of {listed}.</translation>
    </message>
    <message>
        <source>Meetings of the month</source>
        <translation>Meetings of the month</translation>
    </message>
    <message>
        <source>Meetings of the year</source>
        <translation>Meetings of the year</translation>
    </message>
    <message>
        <source>Meetings stand here once they are closed.</source>
        <translation>Meetings stand here once they are closed.</translation>
    </message>
    <message>
        <source>Meetings that no back-up holds: {count}</source>
        <translation>Meetings that no back-up holds: {count}</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>Member {code}</source>
        <translation>Member {code}</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>Members and what they pay</source>
        <translation>Members and what they pay</translation>
    </message>
    <message>
        <source>Members go to another club with their loans, their savings and a share of the funds: booked here, taken over there with a file.</source>
        <translation>Members go to another club with their loans, their savings and a share of the funds: booked here, taken over there with a file.</translation>
    </message>
    <message>
        <source>Members stand here. Add the first one with “New member…”.</source>
        <translation>Members stand here. Add the first one with “New member…”.</translation>
    </message>
    <message>
        <source>Members who go along: {count}</source>
        <translation>Members who go along: {count}</translation>
    </message>
    <message>
        <source>Members, meetings, funds and loans of the club, in one book on this computer.</source>
        <translation>Members, meetings, funds and loans of the club, in one book on this computer.</translation>
    </message>
    <message>
        <source>Mended on</source>
        <translation>Mended on</translation>
    </message>
    <message>
        <source>Met there</source>
        <translation>Met there</translation>
    </message>
    <message>
        <source>Minutes are signed…</source>
        <translation>Minutes are signed…</translation>
    </message>
    <message>
        <source>Minutes of the meeting of 17/12/2026</source>
        <translation>Minutes of the meeting of 17/12/2026</translation>
    </message>
    <message>
        <source>Minutes of the meeting, or a decision</source>
        <translation>Minutes of the meeting, or a decision</translation>
    </message>
    <message>
        <source>Minutes…</source>
        <translation>Minutes…</translation>
    </message>
    <message>
        <source>Money and funds</source>
        <translation>Money and funds</translation>
    </message>
    <message>
        <source>Money at the bank</source>
        <translation>Money at the bank</translation>
    </message>
    <message>
        <source>Money at the bank on the first day</source>
        <translation>Money at the bank on the first day</translation>
    </message>
    <message>
        <source>Money comes back: {loan}</source>
        <translation>Money comes back: {loan}</translation>
    </message>
    <message>
        <source>Money in or out</source>
        <translation>Money in or out</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Month to compare</source>
        <translation>Month to compare</translation>
    </message>
    <message>
        <source>Monthly fee</source>
        <translation>Monthly fee</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Months</translation>
    </message>
    <message>
        <source>Months not recorded yet: {count}, the first is {first}</source>
        <translation>Months not recorded yet: {count}, the first is {first}</translation>
    </message>
    <message>
        <source>Months that are over</source>
        <translation>Months that are over</translation>
    </message>
    <message>
        <source>Months to repay</source>
        <translation>Months to repay</translation>
    </message>
    <message>
        <source>Months without principal</source>
        <translation>Months without principal</translation>
    </message>
    <message>
        <source>More than {ceiling} stays in the box. Take the rest to the bank or lend it.</source>
        <translation>More than {ceiling} stays in the box. Take the rest to the bank or lend it.</translation>
    </message>
    <message>
        <source>Move it</source>
        <translation>Move it</translation>
    </message>
    <message>
        <source>Moves away; passed away; wishes to leave</source>
        <translation>Moves away; passed away; wishes to leave</translation>
    </message>
    <message>
        <source>Name and organisation, for example: Ms Lan, Women's Union.</source>
        <translation>Name and organisation, for example: Ms Lan, Women's Union.</translation>
    </message>
    <message>
        <source>Name of the club</source>
        <translation>Name of the club</translation>
    </message>
    <message>
        <source>Name of the other club</source>
        <translation>Name of the other club</translation>
    </message>
    <message>
        <source>Name of the union</source>
        <translation>Name of the union</translation>
    </message>
    <message>
        <source>Name, days, rules, board, money: five short steps.</source>
        <translation>Name, days, rules, board, money: five short steps.</translation>
    </message>
    <message>
        <source>Named in it without having signed consent: {count} ({names}). Let them sign first, or send totals only.</source>
        <translation>Named in it without having signed consent: {count} ({names}). Let them sign first, or send totals only.</translation>
    </message>
    <message>
        <source>Names, separated by commas</source>
        <translation>Names, separated by commas</translation>
    </message>
    <message>
        <source>Needs it no more…</source>
        <translation>Needs it no more…</translation>
    </message>
    <message>
        <source>New club. Compare its sign with its paper: {fingerprint}</source>
        <translation>New club. Compare its sign with its paper: {fingerprint}</translation>
    </message>
    <message>
        <source>New key for the club…</source>
        <translation>New key for the club…</translation>
    </message>
    <message>
        <source>New member</source>
        <translation>New member</translation>
    </message>
    <message>
        <source>New member…</source>
        <translation>New member…</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>New recovery sheet…</source>
        <translation>New recovery sheet…</translation>
    </message>
    <message>
        <source>New term of office</source>
        <translation>New term of office</translation>
    </message>
    <message>
        <source>New term…</source>
        <translation>New term…</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>New value</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Next payment</source>
        <translation>Next payment</translation>
    </message>
    <message>
        <source>Next: {step}</source>
        <translation>Next: {step}</translation>
    </message>
    <message>
        <source>No club has told anything yet.</source>
        <translation>No club has told anything yet.</translation>
    </message>
    <message>
        <source>No club has told of this month yet.</source>
        <translation>No club has told of this month yet.</translation>
    </message>
    <message>
        <source>No copy of this book lies here yet.</source>
        <translation>No copy of this book lies here yet.</translation>
    </message>
    <message>
        <source>No expense, gift or withdrawal today.</source>
        <translation>No expense, gift or withdrawal today.</translation>
    </message>
    <message>
        <source>No files contradict each other any more.</source>
        <translation>No files contradict each other any more.</translation>
    </message>
    <message>
        <source>No loan here. A loan is given at a meeting, in step 3.</source>
        <translation>No loan here. A loan is given at a meeting, in step 3.</translation>
    </message>
    <message>
        <source>No loan is given today.</source>
        <translation>No loan is given today.</translation>
    </message>
    <message>
        <source>No loan is out.</source>
        <translation>No loan is out.</translation>
    </message>
    <message>
        <source>No loan is written off.</source>
        <translation>No loan is written off.</translation>
    </message>
    <message>
        <source>No meeting in month {months}.</source>
        <translation>No meeting in month {months}.</translation>
    </message>
    <message>
        <source>No meeting in {month}</source>
        <translation>No meeting in {month}</translation>
    </message>
    <message>
        <source>No meeting in {month}: {reason}</source>
        <translation>No meeting in {month}: {reason}</translation>
    </message>
    <message>
        <source>No meeting this month…</source>
        <translation>No meeting this month…</translation>
    </message>
    <message>
        <source>No money was moved in this year.</source>
        <translation>No money was moved in this year.</translation>
    </message>
    <message>
        <source>No money yet.</source>
        <translation>No money yet.</translation>
    </message>
    <message>
        <source>No month is locked</source>
        <translation>No month is locked</translation>
    </message>
    <message>
        <source>No month of this book is over yet.</source>
        <translation>No month of this book is over yet.</translation>
    </message>
    <message>
        <source>No opinion</source>
        <translation>No opinion</translation>
    </message>
    <message>
        <source>No passwords any more…</source>
        <translation>No passwords any more…</translation>
    </message>
    <message>
        <source>No penalty</source>
        <translation>No penalty</translation>
    </message>
    <message>
        <source>No receipt while its files contradict each other. Choose first.</source>
        <translation>No receipt while its files contradict each other. Choose first.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>No. {sequence}, up to {month}</source>
        <translation>No. {sequence}, up to {month}</translation>
    </message>
    <message>
        <source>No. · Full name</source>
        <translation>No. · Full name</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nobody</translation>
    </message>
    <message>
        <source>Nobody compared yet. Choose a month and begin.</source>
        <translation>Nobody compared yet. Choose a month and begin.</translation>
    </message>
    <message>
        <source>Nobody has savings or a loan.</source>
        <translation>Nobody has savings or a loan.</translation>
    </message>
    <message>
        <source>Nobody holds an office yet. Begin with “New term…”.</source>
        <translation>Nobody holds an office yet. Begin with “New term…”.</translation>
    </message>
    <message>
        <source>Nobody is marked yet. F8 marks all as present.</source>
        <translation>Nobody is marked yet. F8 marks all as present.</translation>
    </message>
    <message>
        <source>Nobody waits. Who asks for a loan is put on this list.</source>
        <translation>Nobody waits. Who asks for a loan is put on this list.</translation>
    </message>
    <message>
        <source>Not marked yet: {count}.</source>
        <translation>Not marked yet: {count}.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>Not sealed: whoever has the file can read it.</source>
        <translation>Not sealed: whoever has the file can read it.</translation>
    </message>
    <message>
        <source>Not signed yet: {count}.</source>
        <translation>Not signed yet: {count}.</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Notes of {face}</source>
        <translation>Notes of {face}</translation>
    </message>
    <message>
        <source>Nothing changed since the reform of 2025.</source>
        <translation>Nothing changed since the reform of 2025.</translation>
    </message>
    <message>
        <source>Nothing found. Try other words.</source>
        <translation>Nothing found. Try other words.</translation>
    </message>
    <message>
        <source>Nothing is made yet. Copy the figures of the last signed page; they must be the same.</source>
        <translation>Nothing is made yet. Copy the figures of the last signed page; they must be the same.</translation>
    </message>
    <message>
        <source>Nothing is missing up to this month.</source>
        <translation>Nothing is missing up to this month.</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>Nothing is open.</translation>
    </message>
    <message>
        <source>Nothing is paid out, and nothing stays owed.</source>
        <translation>Nothing is paid out, and nothing stays owed.</translation>
    </message>
    <message>
        <source>Nothing is to mend.</source>
        <translation>Nothing is to mend.</translation>
    </message>
    <message>
        <source>Nothing odd was seen in the last 12 months.</source>
        <translation>Nothing odd was seen in the last 12 months.</translation>
    </message>
    <message>
        <source>Nothing signed yet: “Consent…” on the members' screen.</source>
        <translation>Nothing signed yet: “Consent…” on the members' screen.</translation>
    </message>
    <message>
        <source>Nothing that is in the book now would be lost.</source>
        <translation>Nothing that is in the book now would be lost.</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>Nothing waits.</translation>
    </message>
    <message>
        <source>Nothing was sent yet. What you send is listed here.</source>
        <translation>Nothing was sent yet. What you send is listed here.</translation>
    </message>
    <message>
        <source>Nothing was taken over. Cells to mend in {name}: {count}. Mend them and bring it in again.</source>
        <translation>Nothing was taken over. Cells to mend in {name}: {count}. Mend them and bring it in again.</translation>
    </message>
    <message>
        <source>Nothing was written yet.</source>
        <translation>Nothing was written yet.</translation>
    </message>
    <message>
        <source>Nothing went up yet. What you send is listed here.</source>
        <translation>Nothing went up yet. What you send is listed here.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Number of the decision</source>
        <translation>Number of the decision</translation>
    </message>
    <message>
        <source>Number of the founding decision</source>
        <translation>Number of the founding decision</translation>
    </message>
    <message>
        <source>Number to draw entries with</source>
        <translation>Number to draw entries with</translation>
    </message>
    <message>
        <source>Number to draw with</source>
        <translation>Number to draw with</translation>
    </message>
    <message>
        <source>Number {sequence} was {received}.</source>
        <translation>Number {sequence} was {received}.</translation>
    </message>
    <message>
        <source>Object to a use</source>
        <translation>Object to a use</translation>
    </message>
    <message>
        <source>Odd figures</source>
        <translation>Odd figures</translation>
    </message>
    <message>
        <source>Of older copies one a day is kept for a week, one a month for a year, and one of every year.</source>
        <translation>Of older copies one a day is kept for a week, one a month for a year, and one of every year.</translation>
    </message>
    <message>
        <source>Of the {clubs} clubs that told of both months.</source>
        <translation>Of the {clubs} clubs that told of both months.</translation>
    </message>
    <message>
        <source>Of those that reported: members {members} (women {women}, aged 60 and over {older}) · whole fund {fund} · outstanding {loans} · in loans more than 30 days late {late} · meetings held {held} of {due}</source>
        <translation>Of those that reported: members {members} (women {women}, aged 60 and over {older}) · whole fund {fund} · outstanding {loans} · in loans more than 30 days late {late} · meetings held {held} of {due}</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Old font. Change to: {text}</source>
        <translation>Old font. Change to: {text}</translation>
    </message>
    <message>
        <source>On paper…</source>
        <translation>On paper…</translation>
    </message>
    <message>
        <source>On {day} these members leave this book with their loans, their savings and the money below. The other club takes them over with the file, and both sign the minutes.</source>
        <translation>On {day} these members leave this book with their loans, their savings and the money below. The other club takes them over with the file, and both sign the minutes.</translation>
    </message>
    <message>
        <source>One Excel file with the sheets club, members, loans, meetings, attendance and entries, or a folder with a CSV file for each.</source>
        <translation>One Excel file with the sheets club, members, loans, meetings, attendance and entries, or a folder with a CSV file for each.</translation>
    </message>
    <message>
        <source>One from before…</source>
        <translation>One from before…</translation>
    </message>
    <message>
        <source>One month</source>
        <translation>One month</translation>
    </message>
    <message>
        <source>One on a server…</source>
        <translation>One on a server…</translation>
    </message>
    <message>
        <source>One person has a password. Give a second one to another board member, so that the book opens when she is ill.</source>
        <translation>One person has a password. Give a second one to another board member, so that the book opens when she is ill.</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>One step back</translation>
    </message>
    <message>
        <source>Only money between funds.</source>
        <translation>Only money between funds.</translation>
    </message>
    <message>
        <source>Only when a board hands over, or a computer or USB stick with the book is lost. The union takes the next file in after it has compared the new key with your signed paper.</source>
        <translation>Only when a board hands over, or a computer or USB stick with the book is lost. The union takes the next file in after it has compared the new key with your signed paper.</translation>
    </message>
    <message>
        <source>Only when it is not the member herself: name of the heir.</source>
        <translation>Only when it is not the member herself: name of the heir.</translation>
    </message>
    <message>
        <source>Only when it took several days</source>
        <translation>Only when it took several days</translation>
    </message>
    <message>
        <source>Only where it is needed; a count is enough.</source>
        <translation>Only where it is needed; a count is enough.</translation>
    </message>
    <message>
        <source>Open a book</source>
        <translation>Open a book</translation>
    </message>
    <message>
        <source>Open a book…</source>
        <translation>Open a book…</translation>
    </message>
    <message>
        <source>Open a meeting</source>
        <translation>Open a meeting</translation>
    </message>
    <message>
        <source>Open another book…</source>
        <translation>Open another book…</translation>
    </message>
    <message>
        <source>Open loans, as last sent</source>
        <translation>Open loans, as last sent</translation>
    </message>
    <message>
        <source>Open the book</source>
        <translation>Open the book</translation>
    </message>
    <message>
        <source>Open the fuller one</source>
        <translation>Open the fuller one</translation>
    </message>
    <message>
        <source>Open the paper book of this month. Does it say the same?</source>
        <translation>Open the paper book of this month. Does it say the same?</translation>
    </message>
    <message>
        <source>Open the register</source>
        <translation>Open the register</translation>
    </message>
    <message>
        <source>Open this one all the same</source>
        <translation>Open this one all the same</translation>
    </message>
    <message>
        <source>Open: {open}, of them overdue: {overdue}</source>
        <translation>Open: {open}, of them overdue: {overdue}</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>Opened before</translation>
    </message>
    <message>
        <source>Other money today</source>
        <translation>Other money today</translation>
    </message>
    <message>
        <source>Other work</source>
        <translation>Other work</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Out</translation>
    </message>
    <message>
        <source>Out of</source>
        <translation>Out of</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Outstanding</source>
        <translation>Outstanding</translation>
    </message>
    <message>
        <source>Outstanding loans</source>
        <translation>Outstanding loans</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Owed then</source>
        <translation>Owed then</translation>
    </message>
    <message>
        <source>PRACTICE BOOK</source>
        <translation>PRACTICE BOOK</translation>
    </message>
    <message>
        <source>Pages to print</source>
        <translation>Pages to print</translation>
    </message>
    <message>
        <source>Pages:</source>
        <translation>Pages:</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Paid out this month</source>
        <translation>Paid out this month</translation>
    </message>
    <message>
        <source>Paid today</source>
        <translation>Paid today</translation>
    </message>
    <message>
        <source>Paper (*.pdf)</source>
        <translation>Paper (*.pdf)</translation>
    </message>
    <message>
        <source>Paper (*.pdf);;Table (*.xlsx)</source>
        <translation>Paper (*.pdf);;Table (*.xlsx)</translation>
    </message>
    <message>
        <source>Paper book and program</source>
        <translation>Paper book and program</translation>
    </message>
    <message>
        <source>Paper book and program in {month}</source>
        <translation>Paper book and program in {month}</translation>
    </message>
    <message>
        <source>Paper shown</source>
        <translation>Paper shown</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>Papers about</source>
        <translation>Papers about</translation>
    </message>
    <message>
        <source>Parts of {name} ({role})</source>
        <translation>Parts of {name} ({role})</translation>
    </message>
    <message>
        <source>Passbook</source>
        <translation>Passbook</translation>
    </message>
    <message>
        <source>Passbook…</source>
        <translation>Passbook…</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Passwords of the book</source>
        <translation>Passwords of the book</translation>
    </message>
    <message>
        <source>Passwords…</source>
        <translation>Passwords…</translation>
    </message>
    <message>
        <source>Pays the penalty…</source>
        <translation>Pays the penalty…</translation>
    </message>
    <message>
        <source>Penalties for paying late</source>
        <translation>Penalties for paying late</translation>
    </message>
    <message>
        <source>Penalty due</source>
        <translation>Penalty due</translation>
    </message>
    <message>
        <source>Penalty in % a month</source>
        <translation>Penalty in % a month</translation>
    </message>
    <message>
        <source>Penalty in đồng</source>
        <translation>Penalty in đồng</translation>
    </message>
    <message>
        <source>Penalty not paid</source>
        <translation>Penalty not paid</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>People and box</source>
        <translation>People and box</translation>
    </message>
    <message>
        <source>People who have a password: {count}.</source>
        <translation>People who have a password: {count}.</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Picture of this screen</source>
        <translation>Picture of this screen</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Place in front of the day</source>
        <translation>Place in front of the day</translation>
    </message>
    <message>
        <source>Plan a visit</source>
        <translation>Plan a visit</translation>
    </message>
    <message>
        <source>Plan a visit…</source>
        <translation>Plan a visit…</translation>
    </message>
    <message>
        <source>Plan for next month</source>
        <translation>Plan for next month</translation>
    </message>
    <message>
        <source>Plan it</source>
        <translation>Plan it</translation>
    </message>
    <message>
        <source>Plan these visits</source>
        <translation>Plan these visits</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>Points by the model's criteria</source>
        <translation>Points by the model's criteria</translation>
    </message>
    <message>
        <source>Practise on a copy of your book…</source>
        <translation>Practise on a copy of your book…</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>Present {present} of {listed} ({rate}). Enough to decide.</source>
        <translation>Present {present} of {listed} ({rate}). Enough to decide.</translation>
    </message>
    <message>
        <source>Present {present} of {listed} ({rate}). Not enough to decide yet.</source>
        <translation>Present {present} of {listed} ({rate}). Not enough to decide yet.</translation>
    </message>
    <message>
        <source>Principal</source>
        <translation>Principal</translation>
    </message>
    <message>
        <source>Principal still owed</source>
        <translation>Principal still owed</translation>
    </message>
    <message>
        <source>Print the fund statement</source>
        <translation>Print the fund statement</translation>
    </message>
    <message>
        <source>Print the minutes</source>
        <translation>Print the minutes</translation>
    </message>
    <message>
        <source>Print the papers of {month}</source>
        <translation>Print the papers of {month}</translation>
    </message>
    <message>
        <source>Printed sheet</source>
        <translation>Printed sheet</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>Province/commune, or province/district/commune</source>
        <translation>Province/commune, or province/district/commune</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>Put it into the minutes</source>
        <translation>Put it into the minutes</translation>
    </message>
    <message>
        <source>Put it on the list</source>
        <translation>Put it on the list</translation>
    </message>
    <message>
        <source>Put something right</source>
        <translation>Put something right</translation>
    </message>
    <message>
        <source>Read each line aloud; its member says whether it is right. Once the book is made, print “Balances carried over” under Papers; each signs her own line.</source>
        <translation>Read each line aloud; its member says whether it is right. Once the book is made, print “Balances carried over” under Papers; each signs her own line.</translation>
    </message>
    <message>
        <source>Read it through once more. “One step back” leads to what is to be mended.</source>
        <translation>Read it through once more. “One step back” leads to what is to be mended.</translation>
    </message>
    <message>
        <source>Read this aloud before you close</source>
        <translation>Read this aloud before you close</translation>
    </message>
    <message>
        <source>Reading the paper book</source>
        <translation>Reading the paper book</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>Receipt for this club…</source>
        <translation>Receipt for this club…</translation>
    </message>
    <message>
        <source>Receipts for the clubs…</source>
        <translation>Receipts for the clubs…</translation>
    </message>
    <message>
        <source>Receipts written into {folder}: {count}. Give each club its own.</source>
        <translation>Receipts written into {folder}: {count}. Give each club its own.</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Record a vote…</source>
        <translation>Record a vote…</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>Record it</translation>
    </message>
    <message>
        <source>Record money</source>
        <translation>Record money</translation>
    </message>
    <message>
        <source>Record money in or out…</source>
        <translation>Record money in or out…</translation>
    </message>
    <message>
        <source>Record money…</source>
        <translation>Record money…</translation>
    </message>
    <message>
        <source>Record quickly, month after month</source>
        <translation>Record quickly, month after month</translation>
    </message>
    <message>
        <source>Record that there was no meeting</source>
        <translation>Record that there was no meeting</translation>
    </message>
    <message>
        <source>Record the count</source>
        <translation>Record the count</translation>
    </message>
    <message>
        <source>Record the leaving</source>
        <translation>Record the leaving</translation>
    </message>
    <message>
        <source>Record the payment</source>
        <translation>Record the payment</translation>
    </message>
    <message>
        <source>Record the penalty</source>
        <translation>Record the penalty</translation>
    </message>
    <message>
        <source>Record the term</source>
        <translation>Record the term</translation>
    </message>
    <message>
        <source>Record what came back</source>
        <translation>Record what came back</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>Report on paper…</source>
        <translation>Report on paper…</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Reported</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Row of {name}</source>
        <translation>Row of {name}</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <source>Save the empty table</source>
        <translation>Save the empty table</translation>
    </message>
    <message>
        <source>Save the minutes as a file…</source>
        <translation>Save the minutes as a file…</translation>
    </message>
    <message>
        <source>Save the paper</source>
        <translation>Save the paper</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Saved {time}</translation>
    </message>
    <message>
        <source>Savings</source>
        <translation>Savings</translation>
    </message>
    <message>
        <source>Savings and loans of each member</source>
        <translation>Savings and loans of each member</translation>
    </message>
    <message>
        <source>Savings and loans, one by one…</source>
        <translation>Savings and loans, one by one…</translation>
    </message>
    <message>
        <source>Savings of the members</source>
        <translation>Savings of the members</translation>
    </message>
    <message>
        <source>Savings of those who go (less)</source>
        <translation>Savings of those who go (less)</translation>
    </message>
    <message>
        <source>Savings then</source>
        <translation>Savings then</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>Says</translation>
    </message>
    <message>
        <source>Says first what would be lost, and keeps the file it replaces.</source>
        <translation>Says first what would be lost, and keeps the file it replaces.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Schedule</translation>
    </message>
    <message>
        <source>Schedule on paper…</source>
        <translation>Schedule on paper…</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Screens</translation>
    </message>
    <message>
        <source>Sealed: only {name} can open it.</source>
        <translation>Sealed: only {name} can open it.</translation>
    </message>
    <message>
        <source>Secretary of the meeting</source>
        <translation>Secretary of the meeting</translation>
    </message>
    <message>
        <source>See what is kept of her</source>
        <translation>See what is kept of her</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Send to the Women's Union</source>
        <translation>Send to the Women's Union</translation>
    </message>
    <message>
        <source>Send {month} to the Women's Union</source>
        <translation>Send {month} to the Women's Union</translation>
    </message>
    <message>
        <source>Sent so far</source>
        <translation>Sent so far</translation>
    </message>
    <message>
        <source>Sent up so far</source>
        <translation>Sent up so far</translation>
    </message>
    <message>
        <source>Sentences used before…</source>
        <translation>Sentences used before…</translation>
    </message>
    <message>
        <source>Set or change her password…</source>
        <translation>Set or change her password…</translation>
    </message>
    <message>
        <source>Set the password</source>
        <translation>Set the password</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Settle and record</source>
        <translation>Settle and record</translation>
    </message>
    <message>
        <source>Settle later: only record the last day</source>
        <translation>Settle later: only record the last day</translation>
    </message>
    <message>
        <source>Settle the account…</source>
        <translation>Settle the account…</translation>
    </message>
    <message>
        <source>Settle with {name}</source>
        <translation>Settle with {name}</translation>
    </message>
    <message>
        <source>Several names with a semicolon between them</source>
        <translation>Several names with a semicolon between them</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>Share of the funds, in %</source>
        <translation>Share of the funds, in %</translation>
    </message>
    <message>
        <source>Shared by each one's average savings of the year</source>
        <translation>Shared by each one's average savings of the year</translation>
    </message>
    <message>
        <source>Shared by the parts below</source>
        <translation>Shared by the parts below</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>Shares</translation>
    </message>
    <message>
        <source>She asked for nothing yet.</source>
        <translation>She asked for nothing yet.</translation>
    </message>
    <message>
        <source>She asked on</source>
        <translation>She asked on</translation>
    </message>
    <message>
        <source>She asks for…</source>
        <translation>She asks for…</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>Sheet {sheet}</source>
        <translation>Sheet {sheet}</translation>
    </message>
    <message>
        <source>Short of all points</source>
        <translation>Short of all points</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Show what I type</source>
        <translation>Show what I type</translation>
    </message>
    <message>
        <source>Sign and print</source>
        <translation>Sign and print</translation>
    </message>
    <message>
        <source>Sign of its key</source>
        <translation>Sign of its key</translation>
    </message>
    <message>
        <source>Sign of the new key, as the board's paper shows it</source>
        <translation>Sign of the new key, as the board's paper shows it</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>Signed on</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Size of text</translation>
    </message>
    <message>
        <source>So many % a month of what is late</source>
        <translation>So many % a month of what is late</translation>
    </message>
    <message>
        <source>So many đồng for each late instalment</source>
        <translation>So many đồng for each late instalment</translation>
    </message>
    <message>
        <source>Somebody asks for a loan</source>
        <translation>Somebody asks for a loan</translation>
    </message>
    <message>
        <source>Somebody asks…</source>
        <translation>Somebody asks…</translation>
    </message>
    <message>
        <source>Somebody of the board</source>
        <translation>Somebody of the board</translation>
    </message>
    <message>
        <source>Something came back…</source>
        <translation>Something came back…</translation>
    </message>
    <message>
        <source>Something differs</source>
        <translation>Something differs</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Split from</source>
        <translation>Split from</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>Split off</translation>
    </message>
    <message>
        <source>Start the meeting</source>
        <translation>Start the meeting</translation>
    </message>
    <message>
        <source>Start the meeting of {month}</source>
        <translation>Start the meeting of {month}</translation>
    </message>
    <message>
        <source>Start, for example 08:00</source>
        <translation>Start, for example 08:00</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Statements of all members…</source>
        <translation>Statements of all members…</translation>
    </message>
    <message>
        <source>Stays owed</source>
        <translation>Stays owed</translation>
    </message>
    <message>
        <source>Step 1 of 5: name and place. Everything can be changed later.</source>
        <translation>Step 1 of 5: name and place. Everything can be changed later.</translation>
    </message>
    <message>
        <source>Step 2 of 5: since when. The founding can be filled in later.</source>
        <translation>Step 2 of 5: since when. The founding can be filled in later.</translation>
    </message>
    <message>
        <source>Step 3 of 5: its rules. Each can be changed from a day on.</source>
        <translation>Step 3 of 5: its rules. Each can be changed from a day on.</translation>
    </message>
    <message>
        <source>Step 4 of 5: its board. Other members are added afterwards.</source>
        <translation>Step 4 of 5: its board. Other members are added afterwards.</translation>
    </message>
    <message>
        <source>Step 5 of 5: what is there on the first day, as the paper says.</source>
        <translation>Step 5 of 5: what is there on the first day, as the paper says.</translation>
    </message>
    <message>
        <source>Still missing: {what}.</source>
        <translation>Still missing: {what}.</translation>
    </message>
    <message>
        <source>Still owed: {amount}</source>
        <translation>Still owed: {amount}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Stopped: files nobody has looked at {left}. What was taken in stays; give the same files again and nothing is counted twice.</source>
        <translation>Stopped: files nobody has looked at {left}. What was taken in stays; give the same files again and nothing is counted twice.</translation>
    </message>
    <message>
        <source>Sums and funds</source>
        <translation>Sums and funds</translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation>Supervision</translation>
    </message>
    <message>
        <source>Supervisor's paper…</source>
        <translation>Supervisor's paper…</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.xls *.ods)</source>
        <translation>Tables (*.xlsx *.xls *.ods)</translation>
    </message>
    <message>
        <source>Tables (*.xlsx)</source>
        <translation>Tables (*.xlsx)</translation>
    </message>
    <message>
        <source>Take a receipt in…</source>
        <translation>Take a receipt in…</translation>
    </message>
    <message>
        <source>Take all away</source>
        <translation>Take all away</translation>
    </message>
    <message>
        <source>Take consent back</source>
        <translation>Take consent back</translation>
    </message>
    <message>
        <source>Take files in…</source>
        <translation>Take files in…</translation>
    </message>
    <message>
        <source>Take files of clubs in…</source>
        <translation>Take files of clubs in…</translation>
    </message>
    <message>
        <source>Take hers away…</source>
        <translation>Take hers away…</translation>
    </message>
    <message>
        <source>Take in a payment…</source>
        <translation>Take in a payment…</translation>
    </message>
    <message>
        <source>Take in what clubs send, and report on all of them.</source>
        <translation>Take in what clubs send, and report on all of them.</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>Take it away</translation>
    </message>
    <message>
        <source>Take it into this book</source>
        <translation>Take it into this book</translation>
    </message>
    <message>
        <source>Take it off the list</source>
        <translation>Take it off the list</translation>
    </message>
    <message>
        <source>Take over from another club…</source>
        <translation>Take over from another club…</translation>
    </message>
    <message>
        <source>Take over from {club}</source>
        <translation>Take over from {club}</translation>
    </message>
    <message>
        <source>Take over members, loans and entries; wrong cells are listed.</source>
        <translation>Take over members, loans and entries; wrong cells are listed.</translation>
    </message>
    <message>
        <source>Take this line away</source>
        <translation>Take this line away</translation>
    </message>
    <message>
        <source>Take this loan away</source>
        <translation>Take this loan away</translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation>Taken back: {what}</translation>
    </message>
    <message>
        <source>Taken in this month</source>
        <translation>Taken in this month</translation>
    </message>
    <message>
        <source>Taken in, paid out</source>
        <translation>Taken in, paid out</translation>
    </message>
    <message>
        <source>Taken out of the savings for the loans</source>
        <translation>Taken out of the savings for the loans</translation>
    </message>
    <message>
        <source>Taken over into this book.</source>
        <translation>Taken over into this book.</translation>
    </message>
    <message>
        <source>Taken-back entries as well</source>
        <translation>Taken-back entries as well</translation>
    </message>
    <message>
        <source>Taking the files in</source>
        <translation>Taking the files in</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Terms</translation>
    </message>
    <message>
        <source>Terms of office</source>
        <translation>Terms of office</translation>
    </message>
    <message>
        <source>The Excel file</source>
        <translation>The Excel file</translation>
    </message>
    <message>
        <source>The board</source>
        <translation>The board</translation>
    </message>
    <message>
        <source>The board…</source>
        <translation>The board…</translation>
    </message>
    <message>
        <source>The book as it is now is kept beside it, under another name.</source>
        <translation>The book as it is now is kept beside it, under another name.</translation>
    </message>
    <message>
        <source>The book cannot be read</source>
        <translation>The book cannot be read</translation>
    </message>
    <message>
        <source>The book has no password: whoever has the file can read it. With the first password a recovery sheet is printed; keep it in the cash box.</source>
        <translation>The book has no password: whoever has the file can read it. With the first password a recovery sheet is printed; keep it in the cash box.</translation>
    </message>
    <message>
        <source>The book is back</source>
        <translation>The book is back</translation>
    </message>
    <message>
        <source>The book of the self-help club</source>
        <translation>The book of the self-help club</translation>
    </message>
    <message>
        <source>The book opens without a password again</source>
        <translation>The book opens without a password again</translation>
    </message>
    <message>
        <source>The book there cannot be read, so nobody can say what would be lost. It is kept beside the new one, under another name.</source>
        <translation>The book there cannot be read, so nobody can say what would be lost. It is kept beside the new one, under another name.</translation>
    </message>
    <message>
        <source>The club's key is now {new}. The former, {former}, is good up to file number {number} only. Print the paper, sign it, and give it to the union with the next file.</source>
        <translation>The club's key is now {new}. The former, {former}, is good up to file number {number} only. Print the paper, sign it, and give it to the union with the next file.</translation>
    </message>
    <message>
        <source>The club's page</source>
        <translation>The club's page</translation>
    </message>
    <message>
        <source>The club's rules</source>
        <translation>The club's rules</translation>
    </message>
    <message>
        <source>The club's work</source>
        <translation>The club's work</translation>
    </message>
    <message>
        <source>The communes before and after the reform of 1 July 2025 are known. Write down what merges or is renamed later: reports of earlier months stay as they were.</source>
        <translation>The communes before and after the reform of 1 July 2025 are known. Write down what merges or is renamed later: reports of earlier months stay as they were.</translation>
    </message>
    <message>
        <source>The copy goes up to {day}.</source>
        <translation>The copy goes up to {day}.</translation>
    </message>
    <message>
        <source>The count and the book agree.</source>
        <translation>The count and the book agree.</translation>
    </message>
    <message>
        <source>The criteria</source>
        <translation>The criteria</translation>
    </message>
    <message>
        <source>The empty table is ready</source>
        <translation>The empty table is ready</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>The file</translation>
    </message>
    <message>
        <source>The file it replaced is kept as {name}, in {folder}.</source>
        <translation>The file it replaced is kept as {name}, in {folder}.</translation>
    </message>
    <message>
        <source>The folder</source>
        <translation>The folder</translation>
    </message>
    <message>
        <source>The former key did not sign the change: the board lost it, or somebody else made this file. Telephone the chair before you believe it.</source>
        <translation>The former key did not sign the change: the board lost it, or somebody else made this file. Telephone the chair before you believe it.</translation>
    </message>
    <message>
        <source>The former key signed the change. Still read the new sign from the board's paper.</source>
        <translation>The former key signed the change. Still read the new sign from the board's paper.</translation>
    </message>
    <message>
        <source>The fund over 24 months</source>
        <translation>The fund over 24 months</translation>
    </message>
    <message>
        <source>The funds that change hands</source>
        <translation>The funds that change hands</translation>
    </message>
    <message>
        <source>The key file the union gave you</source>
        <translation>The key file the union gave you</translation>
    </message>
    <message>
        <source>The last back-up is of {moment}, in {folder}. Meetings closed since: {count}. Make a new one.</source>
        <translation>The last back-up is of {moment}, in {folder}. Meetings closed since: {count}. Make a new one.</translation>
    </message>
    <message>
        <source>The last back-up, of {moment}, lies in {folder}, which is not there now. Put the USB stick in, or choose another place. Meetings closed since: {count}.</source>
        <translation>The last back-up, of {moment}, lies in {folder}, which is not there now. Put the USB stick in, or choose another place. Meetings closed since: {count}.</translation>
    </message>
    <message>
        <source>The loan that {name} asks for</source>
        <translation>The loan that {name} asks for</translation>
    </message>
    <message>
        <source>The meeting</source>
        <translation>The meeting</translation>
    </message>
    <message>
        <source>The meeting is closed. Everything of it stands in the book.</source>
        <translation>The meeting is closed. Everything of it stands in the book.</translation>
    </message>
    <message>
        <source>The meeting is stored, but no back-up of it was made. {why}</source>
        <translation>The meeting is stored, but no back-up of it was made. {why}</translation>
    </message>
    <message>
        <source>The meeting of {month} is not closed: it has no minutes yet.</source>
        <translation>The meeting of {month} is not closed: it has no minutes yet.</translation>
    </message>
    <message>
        <source>The member's account</source>
        <translation>The member's account</translation>
    </message>
    <message>
        <source>The minutes are signed</source>
        <translation>The minutes are signed</translation>
    </message>
    <message>
        <source>The month in words</source>
        <translation>The month in words</translation>
    </message>
    <message>
        <source>The new key</source>
        <translation>The new key</translation>
    </message>
    <message>
        <source>The new key is believed, and the file was taken in.</source>
        <translation>The new key is believed, and the file was taken in.</translation>
    </message>
    <message>
        <source>The newest good back-up is of {moment}: {file}. What was typed after that has to be typed again. The damaged file is kept beside the book.</source>
        <translation>The newest good back-up is of {moment}: {file}. What was typed after that has to be typed again. The damaged file is kept beside the book.</translation>
    </message>
    <message>
        <source>The next paper that is printed looks so.</source>
        <translation>The next paper that is printed looks so.</translation>
    </message>
    <message>
        <source>The one last used on this computer:</source>
        <translation>The one last used on this computer:</translation>
    </message>
    <message>
        <source>The one you are opening:</source>
        <translation>The one you are opening:</translation>
    </message>
    <message>
        <source>The other club's file</source>
        <translation>The other club's file</translation>
    </message>
    <message>
        <source>The printed recovery sheet</source>
        <translation>The printed recovery sheet</translation>
    </message>
    <message>
        <source>The program made a mistake</source>
        <translation>The program made a mistake</translation>
    </message>
    <message>
        <source>The program of these clubs does not tell: {clubs}.</source>
        <translation>The program of these clubs does not tell: {clubs}.</translation>
    </message>
    <message>
        <source>The quarter</source>
        <translation>The quarter</translation>
    </message>
    <message>
        <source>The receipt the union sent</source>
        <translation>The receipt the union sent</translation>
    </message>
    <message>
        <source>The right amount</source>
        <translation>The right amount</translation>
    </message>
    <message>
        <source>The same as in {since}: {last}.</source>
        <translation>The same as in {since}: {last}.</translation>
    </message>
    <message>
        <source>The same number draws the same clubs again: anybody can check.</source>
        <translation>The same number draws the same clubs again: anybody can check.</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>The same once more</translation>
    </message>
    <message>
        <source>The savings do not cover everything: {amount} đồng stay owed, to be repaid as agreed or by the guarantor.</source>
        <translation>The savings do not cover everything: {amount} đồng stay owed, to be repaid as agreed or by the guarantor.</translation>
    </message>
    <message>
        <source>The schedule stands here with the amount.</source>
        <translation>The schedule stands here with the amount.</translation>
    </message>
    <message>
        <source>The sheet around the cell</source>
        <translation>The sheet around the cell</translation>
    </message>
    <message>
        <source>The sheet to sign…</source>
        <translation>The sheet to sign…</translation>
    </message>
    <message>
        <source>The slip…</source>
        <translation>The slip…</translation>
    </message>
    <message>
        <source>The union has this key now</source>
        <translation>The union has this key now</translation>
    </message>
    <message>
        <source>The unit from then on</source>
        <translation>The unit from then on</translation>
    </message>
    <message>
        <source>The unit until then</source>
        <translation>The unit until then</translation>
    </message>
    <message>
        <source>The visit</source>
        <translation>The visit</translation>
    </message>
    <message>
        <source>The whole book</source>
        <translation>The whole book</translation>
    </message>
    <message>
        <source>The whole fund over 24 months</source>
        <translation>The whole fund over 24 months</translation>
    </message>
    <message>
        <source>The year</source>
        <translation>The year</translation>
    </message>
    <message>
        <source>The {count} letters at the foot of a paper. Papers that end with a month the club has sent are confirmed: minutes, fund statement, loan book, members' statements. Others are looked up in the club's own book.</source>
        <translation>The {count} letters at the foot of a paper. Papers that end with a month the club has sent are confirmed: minutes, fund statement, loan book, members' statements. Others are looked up in the club's own book.</translation>
    </message>
    <message>
        <source>Their figures are the same in every month both tell of.</source>
        <translation>Their figures are the same in every month both tell of.</translation>
    </message>
    <message>
        <source>Then go through the month line by line. Wrong in the program: “Correct an entry…” in the fund book. Wrong on paper: cross it out, write it anew, sign beside it. Then answer again; the home screen reminds you.</source>
        <translation>Then go through the month line by line. Wrong in the program: “Correct an entry…” in the fund book. Wrong on paper: cross it out, write it anew, sign beside it. Then answer again; the home screen reminds you.</translation>
    </message>
    <message>
        <source>Then owed</source>
        <translation>Then owed</translation>
    </message>
    <message>
        <source>There is no back-up of this book yet</source>
        <translation>There is no back-up of this book yet</translation>
    </message>
    <message>
        <source>There is no back-up of this book yet. Make one now: it takes a moment.</source>
        <translation>There is no back-up of this book yet. Make one now: it takes a moment.</translation>
    </message>
    <message>
        <source>There is no bundle there. Bundles of clubs end in .clbz.</source>
        <translation>There is no bundle there. Bundles of clubs end in .clbz.</translation>
    </message>
    <message>
        <source>There is no file yet that a receipt could be given for.</source>
        <translation>There is no file yet that a receipt could be given for.</translation>
    </message>
    <message>
        <source>There is none yet: make an empty one there</source>
        <translation>There is none yet: make an empty one there</translation>
    </message>
    <message>
        <source>They differ from {month} on; until you choose, nothing from then on counts.</source>
        <translation>They differ from {month} on; until you choose, nothing from then on counts.</translation>
    </message>
    <message>
        <source>This book</source>
        <translation>This book</translation>
    </message>
    <message>
        <source>This book is empty</source>
        <translation>This book is empty</translation>
    </message>
    <message>
        <source>This book is open in another window. Here it can only be read; nothing you do here is stored.</source>
        <translation>This book is open in another window. Here it can only be read; nothing you do here is stored.</translation>
    </message>
    <message>
        <source>This computer has no book of this club: nothing is replaced.</source>
        <translation>This computer has no book of this club: nothing is replaced.</translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation>This did not work</translation>
    </message>
    <message>
        <source>This is an older copy of the book</source>
        <translation>This is an older copy of the book</translation>
    </message>
    <message>
        <source>This is the last one.</source>
        <translation>This is the last one.</translation>
    </message>
    <message>
        <source>This number draws {count}: {clubs}</source>
        <translation>This number draws {count}: {clubs}</translation>
    </message>
    <message>
        <source>This place is on another disk than the book. Good.</source>
        <translation>This place is on another disk than the book. Good.</translation>
    </message>
    <message>
        <source>This place is on the same disk as the book. Now and then make a copy on a USB stick as well, and keep the stick in another house.</source>
        <translation>This place is on the same disk as the book. Now and then make a copy on a USB stick as well, and keep the stick in another house.</translation>
    </message>
    <message>
        <source>This register</source>
        <translation>This register</translation>
    </message>
    <message>
        <source>This register can only be read where it lies. To write in it, copy its file to a folder of your own and open that one.</source>
        <translation>This register can only be read where it lies. To write in it, copy its file to a folder of your own and open that one.</translation>
    </message>
    <message>
        <source>This register's own sign, to compare by telephone: {sign}</source>
        <translation>This register's own sign, to compare by telephone: {sign}</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>This window</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>This year</translation>
    </message>
    <message>
        <source>Those who left as well</source>
        <translation>Those who left as well</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Throw it away</translation>
    </message>
    <message>
        <source>Throw this meeting away?</source>
        <translation>Throw this meeting away?</translation>
    </message>
    <message>
        <source>Throw this meeting away…</source>
        <translation>Throw this meeting away…</translation>
    </message>
    <message>
        <source>Tick everybody</source>
        <translation>Tick everybody</translation>
    </message>
    <message>
        <source>To be mended</source>
        <translation>To be mended</translation>
    </message>
    <message>
        <source>To be mended…</source>
        <translation>To be mended…</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>To end it on</source>
        <translation>To end it on</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>To pay</translation>
    </message>
    <message>
        <source>To pay before and after</source>
        <translation>To pay before and after</translation>
    </message>
    <message>
        <source>To the board, out of the {fund}</source>
        <translation>To the board, out of the {fund}</translation>
    </message>
    <message>
        <source>To the savers, out of the {fund}</source>
        <translation>To the savers, out of the {fund}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Today: cash {cash} · bank {bank} · savings kept {savings}</source>
        <translation>Today: cash {cash} · bank {bank} · savings kept {savings}</translation>
    </message>
    <message>
        <source>Together 100 %.</source>
        <translation>Together 100 %.</translation>
    </message>
    <message>
        <source>Totals and the list of borrowers</source>
        <translation>Totals and the list of borrowers</translation>
    </message>
    <message>
        <source>Totals only: no names</source>
        <translation>Totals only: no names</translation>
    </message>
    <message>
        <source>Try it with the practice book</source>
        <translation>Try it with the practice book</translation>
    </message>
    <message>
        <source>Type only what differs. Enter goes down, Tab goes right, Space changes the mark.</source>
        <translation>Type only what differs. Enter goes down, Tab goes right, Space changes the mark.</translation>
    </message>
    <message>
        <source>Typed by</source>
        <translation>Typed by</translation>
    </message>
    <message>
        <source>Typed by {typist}; confirmed by {first} and {second}.</source>
        <translation>Typed by {typist}; confirmed by {first} and {second}.</translation>
    </message>
    <message>
        <source>Typed in</source>
        <translation>Typed in</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Union's key…</source>
        <translation>Union's key…</translation>
    </message>
    <message>
        <source>Units that changed</source>
        <translation>Units that changed</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Unusual: {name}, {kind} {amount}{compared}. It is stored; look again.</source>
        <translation>Unusual: {name}, {kind} {amount}{compared}. It is stored; look again.</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>Up to</translation>
    </message>
    <message>
        <source>Up to the end of</source>
        <translation>Up to the end of</translation>
    </message>
    <message>
        <source>Use less of it</source>
        <translation>Use less of it</translation>
    </message>
    <message>
        <source>User</source>
        <translation>User</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Value (of a criterion for 1, 2, 3 points)</source>
        <translation>Value (of a criterion for 1, 2, 3 points)</translation>
    </message>
    <message>
        <source>Visited by</source>
        <translation>Visited by</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>Visits stand here: draw some clubs with the button above, or choose one on its page.</source>
        <translation>Visits stand here: draw some clubs with the button above, or choose one on its page.</translation>
    </message>
    <message>
        <source>Visits to clubs</source>
        <translation>Visits to clubs</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>Voucher</translation>
    </message>
    <message>
        <source>Wait {seconds} seconds</source>
        <translation>Wait {seconds} seconds</translation>
    </message>
    <message>
        <source>Way of repaying</source>
        <translation>Way of repaying</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>What came in</source>
        <translation>What came in</translation>
    </message>
    <message>
        <source>What differs, or what was put right</source>
        <translation>What differs, or what was put right</translation>
    </message>
    <message>
        <source>What each club had of them</source>
        <translation>What each club had of them</translation>
    </message>
    <message>
        <source>What goes along</source>
        <translation>What goes along</translation>
    </message>
    <message>
        <source>What is due</source>
        <translation>What is due</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>What is kept</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>What is sent</translation>
    </message>
    <message>
        <source>What is to mend</source>
        <translation>What is to mend</translation>
    </message>
    <message>
        <source>What is typed is hidden: turn UniKey off first, or type without accents.</source>
        <translation>What is typed is hidden: turn UniKey off first, or type without accents.</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>What is wrong</translation>
    </message>
    <message>
        <source>What it tells</source>
        <translation>What it tells</translation>
    </message>
    <message>
        <source>What kind</source>
        <translation>What kind</translation>
    </message>
    <message>
        <source>What she asked for</source>
        <translation>What she asked for</translation>
    </message>
    <message>
        <source>What she asks for</source>
        <translation>What she asks for</translation>
    </message>
    <message>
        <source>What she is to the member</source>
        <translation>What she is to the member</translation>
    </message>
    <message>
        <source>What she signed</source>
        <translation>What she signed</translation>
    </message>
    <message>
        <source>What stands in the program</source>
        <translation>What stands in the program</translation>
    </message>
    <message>
        <source>What still comes back later is recorded as recovered.</source>
        <translation>What still comes back later is recorded as recovered.</translation>
    </message>
    <message>
        <source>What the club's files tell stands here too; what you write goes before it, from its day on.</source>
        <translation>What the club's files tell stands here too; what you write goes before it, from its day on.</translation>
    </message>
    <message>
        <source>What the comparing found</source>
        <translation>What the comparing found</translation>
    </message>
    <message>
        <source>What the meeting was about</source>
        <translation>What the meeting was about</translation>
    </message>
    <message>
        <source>What the union keeps</source>
        <translation>What the union keeps</translation>
    </message>
    <message>
        <source>What the union keeps…</source>
        <translation>What the union keeps…</translation>
    </message>
    <message>
        <source>What the union sets for its clubs, each from a day on: months before that day are judged as they were. Nobody has published an official scoring sheet; these are proposals after Decision 1336/QĐ-TTg.</source>
        <translation>What the union sets for its clubs, each from a day on: months before that day are judged as they were. Nobody has published an official scoring sheet; these are proposals after Decision 1336/QĐ-TTg.</translation>
    </message>
    <message>
        <source>What they agree to</source>
        <translation>What they agree to</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>What to look at</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>What was decided</translation>
    </message>
    <message>
        <source>What was done?</source>
        <translation>What was done?</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>What was found</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>What was seen</translation>
    </message>
    <message>
        <source>What was seen at this point</source>
        <translation>What was seen at this point</translation>
    </message>
    <message>
        <source>What was taught or shown</source>
        <translation>What was taught or shown</translation>
    </message>
    <message>
        <source>What was typed for this month is thrown away.</source>
        <translation>What was typed for this month is thrown away.</translation>
    </message>
    <message>
        <source>What was written so far</source>
        <translation>What was written so far</translation>
    </message>
    <message>
        <source>What was wrong?</source>
        <translation>What was wrong?</translation>
    </message>
    <message>
        <source>What you found</source>
        <translation>What you found</translation>
    </message>
    <message>
        <source>What you had typed before is stored, and this last step was not done. You can go on working. Please copy the details and send them to whoever helps you.</source>
        <translation>What you had typed before is stored, and this last step was not done. You can go on working. Please copy the details and send them to whoever helps you.</translation>
    </message>
    <message>
        <source>When the club splits or merges</source>
        <translation>When the club splits or merges</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Where is the paper book?</source>
        <translation>Where is the paper book?</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Where it is</translation>
    </message>
    <message>
        <source>Where should the copies lie?</source>
        <translation>Where should the copies lie?</translation>
    </message>
    <message>
        <source>Where should the file go?</source>
        <translation>Where should the file go?</translation>
    </message>
    <message>
        <source>Where should the key file go?</source>
        <translation>Where should the key file go?</translation>
    </message>
    <message>
        <source>Where should the receipts go?</source>
        <translation>Where should the receipts go?</translation>
    </message>
    <message>
        <source>Where the copies lie</source>
        <translation>Where the copies lie</translation>
    </message>
    <message>
        <source>Where the paper lies</source>
        <translation>Where the paper lies</translation>
    </message>
    <message>
        <source>Which book do you want to practise on?</source>
        <translation>Which book do you want to practise on?</translation>
    </message>
    <message>
        <source>Which copy?</source>
        <translation>Which copy?</translation>
    </message>
    <message>
        <source>Which loans</source>
        <translation>Which loans</translation>
    </message>
    <message>
        <source>Which meeting agreed</source>
        <translation>Which meeting agreed</translation>
    </message>
    <message>
        <source>Which minutes say so, and who confirmed it</source>
        <translation>Which minutes say so, and who confirmed it</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Who came</source>
        <translation>Who came</translation>
    </message>
    <message>
        <source>Who came, month by month</source>
        <translation>Who came, month by month</translation>
    </message>
    <message>
        <source>Who came…</source>
        <translation>Who came…</translation>
    </message>
    <message>
        <source>Who compared</source>
        <translation>Who compared</translation>
    </message>
    <message>
        <source>Who gets the papers, one a line</source>
        <translation>Who gets the papers, one a line</translation>
    </message>
    <message>
        <source>Who goes</source>
        <translation>Who goes</translation>
    </message>
    <message>
        <source>Who has forgotten her password chooses the printed recovery sheet and types its code. Nobody else can open the book, the makers of the program neither.</source>
        <translation>Who has forgotten her password chooses the printed recovery sheet and types its code. Nobody else can open the book, the makers of the program neither.</translation>
    </message>
    <message>
        <source>Who held the office hands over the day before.</source>
        <translation>Who held the office hands over the day before.</translation>
    </message>
    <message>
        <source>Who is not here: press Space for excused, absent, represented.</source>
        <translation>Who is not here: press Space for excused, absent, represented.</translation>
    </message>
    <message>
        <source>Who mends it</source>
        <translation>Who mends it</translation>
    </message>
    <message>
        <source>Who opens it</source>
        <translation>Who opens it</translation>
    </message>
    <message>
        <source>Who really paid</source>
        <translation>Who really paid</translation>
    </message>
    <message>
        <source>Who receives the money</source>
        <translation>Who receives the money</translation>
    </message>
    <message>
        <source>Who signed (space ticks)</source>
        <translation>Who signed (space ticks)</translation>
    </message>
    <message>
        <source>Who signed the sheet</source>
        <translation>Who signed the sheet</translation>
    </message>
    <message>
        <source>Who signed…</source>
        <translation>Who signed…</translation>
    </message>
    <message>
        <source>Who signs…</source>
        <translation>Who signs…</translation>
    </message>
    <message>
        <source>Who takes it over</source>
        <translation>Who takes it over</translation>
    </message>
    <message>
        <source>Who the club is</source>
        <translation>Who the club is</translation>
    </message>
    <message>
        <source>Who waits for a loan</source>
        <translation>Who waits for a loan</translation>
    </message>
    <message>
        <source>Who waits for a loan ({count})…</source>
        <translation>Who waits for a loan ({count})…</translation>
    </message>
    <message>
        <source>Whole fund</source>
        <translation>Whole fund</translation>
    </message>
    <message>
        <source>Whom to call, and who may come, sign and take money in the member's place.</source>
        <translation>Whom to call, and who may come, sign and take money in the member's place.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Why does the count differ?</source>
        <translation>Why does the count differ?</translation>
    </message>
    <message>
        <source>Why is file {letter} the right one?</source>
        <translation>Why is file {letter} the right one?</translation>
    </message>
    <message>
        <source>Why was there no meeting?</source>
        <translation>Why was there no meeting?</translation>
    </message>
    <message>
        <source>Why, and what to do</source>
        <translation>Why, and what to do</translation>
    </message>
    <message>
        <source>Why, for the record</source>
        <translation>Why, for the record</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>With the months the schedule before and after stands here.</source>
        <translation>With the months the schedule before and after stands here.</translation>
    </message>
    <message>
        <source>Without a club: {names}.</source>
        <translation>Without a club: {names}.</translation>
    </message>
    <message>
        <source>Without a count the book's own sum stands. Counting is better.</source>
        <translation>Without a count the book's own sum stands. Counting is better.</translation>
    </message>
    <message>
        <source>Women's Union</source>
        <translation>Women's Union</translation>
    </message>
    <message>
        <source>Women's Union: a register…</source>
        <translation>Women's Union: a register…</translation>
    </message>
    <message>
        <source>Work out the shares</source>
        <translation>Work out the shares</translation>
    </message>
    <message>
        <source>Work out what goes along</source>
        <translation>Work out what goes along</translation>
    </message>
    <message>
        <source>Worked out</source>
        <translation>Worked out</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>Working it out…</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>Write it down</translation>
    </message>
    <message>
        <source>Write it off</source>
        <translation>Write it off</translation>
    </message>
    <message>
        <source>Write off {loan}</source>
        <translation>Write off {loan}</translation>
    </message>
    <message>
        <source>Write off…</source>
        <translation>Write off…</translation>
    </message>
    <message>
        <source>Written down by</source>
        <translation>Written down by</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>Written off</translation>
    </message>
    <message>
        <source>Written off and not come back yet: {amount}</source>
        <translation>Written off and not come back yet: {amount}</translation>
    </message>
    <message>
        <source>Written off on</source>
        <translation>Written off on</translation>
    </message>
    <message>
        <source>Wrong (−)</source>
        <translation>Wrong (−)</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Year's end</source>
        <translation>Year's end</translation>
    </message>
    <message>
        <source>Year's end {year}: who gets what</source>
        <translation>Year's end {year}: who gets what</translation>
    </message>
    <message>
        <source>Year's end…</source>
        <translation>Year's end…</translation>
    </message>
    <message>
        <source>Your club's sign, to compare on paper: {fingerprint}</source>
        <translation>Your club's sign, to compare on paper: {fingerprint}</translation>
    </message>
    <message>
        <source>Your own figures to try things with. Your book stays as it is.</source>
        <translation>Your own figures to try things with. Your book stays as it is.</translation>
    </message>
    <message>
        <source>a slip for each sum taken in or paid out, to be signed</source>
        <translation>a slip for each sum taken in or paid out, to be signed</translation>
    </message>
    <message>
        <source>acts for the member</source>
        <translation>acts for the member</translation>
    </message>
    <message>
        <source>added {count}</source>
        <translation>added {count}</translation>
    </message>
    <message>
        <source>all criteria reached</source>
        <translation>all criteria reached</translation>
    </message>
    <message>
        <source>all names with room for a signature</source>
        <translation>all names with room for a signature</translation>
    </message>
    <message>
        <source>all, or 1-3, 5</source>
        <translation>all, or 1-3, 5</translation>
    </message>
    <message>
        <source>already there {count}</source>
        <translation>already there {count}</translation>
    </message>
    <message>
        <source>and by</source>
        <translation>and by</translation>
    </message>
    <message>
        <source>answer her by {day}</source>
        <translation>answer her by {day}</translation>
    </message>
    <message>
        <source>areas</source>
        <translation>areas</translation>
    </message>
    <message>
        <source>belongs to the club</source>
        <translation>belongs to the club</translation>
    </message>
    <message>
        <source>clubs {clubs}, people {people}</source>
        <translation>clubs {clubs}, people {people}</translation>
    </message>
    <message>
        <source>courses {trainings}, exchange visits {exchanges}</source>
        <translation>courses {trainings}, exchange visits {exchanges}</translation>
    </message>
    <message>
        <source>due {amount}</source>
        <translation>due {amount}</translation>
    </message>
    <message>
        <source>each club</source>
        <translation>each club</translation>
    </message>
    <message>
        <source>entries {count}, from {first} to {last}</source>
        <translation>entries {count}, from {first} to {last}</translation>
    </message>
    <message>
        <source>every sum of the month, line by line</source>
        <translation>every sum of the month, line by line</translation>
    </message>
    <message>
        <source>everybody, with year of birth and hamlet</source>
        <translation>everybody, with year of birth and hamlet</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>everything</translation>
    </message>
    <message>
        <source>for the chosen member, to be filled in and signed</source>
        <translation>for the chosen member, to be filled in and signed</translation>
    </message>
    <message>
        <source>for the union to compare when it first gets a bundle</source>
        <translation>for the union to compare when it first gets a bundle</translation>
    </message>
    <message>
        <source>from the beginning</source>
        <translation>from the beginning</translation>
    </message>
    <message>
        <source>handbook</source>
        <translation>handbook</translation>
    </message>
    <message>
        <source>has a password</source>
        <translation>has a password</translation>
    </message>
    <message>
        <source>how much of the interest went into which fund</source>
        <translation>how much of the interest went into which fund</translation>
    </message>
    <message>
        <source>in contradiction {count}</source>
        <translation>in contradiction {count}</translation>
    </message>
    <message>
        <source>in the box</source>
        <translation>in the box</translation>
    </message>
    <message>
        <source>it is not said who visited</source>
        <translation>it is not said who visited</translation>
    </message>
    <message>
        <source>it is not said who was met there</source>
        <translation>it is not said who was met there</translation>
    </message>
    <message>
        <source>joined {day}</source>
        <translation>joined {day}</translation>
    </message>
    <message>
        <source>left {day}</source>
        <translation>left {day}</translation>
    </message>
    <message>
        <source>loans: {count}</source>
        <translation>loans: {count}</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>locked</translation>
    </message>
    <message>
        <source>made {made}, received {received}</source>
        <translation>made {made}, received {received}</translation>
    </message>
    <message>
        <source>may act for the member</source>
        <translation>may act for the member</translation>
    </message>
    <message>
        <source>meeting held, present {present} of {listed} ({rate})</source>
        <translation>meeting held, present {present} of {listed} ({rate})</translation>
    </message>
    <message>
        <source>meetings</source>
        <translation>meetings</translation>
    </message>
    <message>
        <source>mended ones too</source>
        <translation>mended ones too</translation>
    </message>
    <message>
        <source>missing {amount}</source>
        <translation>missing {amount}</translation>
    </message>
    <message>
        <source>month {number} ({reason})</source>
        <translation>month {number} ({reason})</translation>
    </message>
    <message>
        <source>no meeting</source>
        <translation>no meeting</translation>
    </message>
    <message>
        <source>no receipt yet</source>
        <translation>no receipt yet</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>none yet</translation>
    </message>
    <message>
        <source>not every point was looked at</source>
        <translation>not every point was looked at</translation>
    </message>
    <message>
        <source>not marked</source>
        <translation>not marked</translation>
    </message>
    <message>
        <source>not on the board any more</source>
        <translation>not on the board any more</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>not told</translation>
    </message>
    <message>
        <source>notes in the box</source>
        <translation>notes in the box</translation>
    </message>
    <message>
        <source>nothing told</source>
        <translation>nothing told</translation>
    </message>
    <message>
        <source>number {seed}, from the figures up to {month}; entries no. {list}</source>
        <translation>number {seed}, from the figures up to {month}; entries no. {list}</translation>
    </message>
    <message>
        <source>one letter with money, people and work of the month</source>
        <translation>one letter with money, people and work of the month</translation>
    </message>
    <message>
        <source>one member's savings, loans and payments</source>
        <translation>one member's savings, loans and payments</translation>
    </message>
    <message>
        <source>only from {day} on</source>
        <translation>only from {day} on</translation>
    </message>
    <message>
        <source>paper-book</source>
        <translation>paper-book</translation>
    </message>
    <message>
        <source>practice-book</source>
        <translation>practice-book</translation>
    </message>
    <message>
        <source>practice-copy</source>
        <translation>practice-copy</translation>
    </message>
    <message>
        <source>refused {count}</source>
        <translation>refused {count}</translation>
    </message>
    <message>
        <source>replaced {count}</source>
        <translation>replaced {count}</translation>
    </message>
    <message>
        <source>since before the records</source>
        <translation>since before the records</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>since {day}</translation>
    </message>
    <message>
        <source>sums only</source>
        <translation>sums only</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>taken back</translation>
    </message>
    <message>
        <source>taken in, paid out, and what there is</source>
        <translation>taken in, paid out, and what there is</translation>
    </message>
    <message>
        <source>takes back no. {number}: {reason}</source>
        <translation>takes back no. {number}: {reason}</translation>
    </message>
    <message>
        <source>the banknotes counted at a meeting</source>
        <translation>the banknotes counted at a meeting</translation>
    </message>
    <message>
        <source>the box was not counted</source>
        <translation>the box was not counted</translation>
    </message>
    <message>
        <source>the club's file</source>
        <translation>the club's file</translation>
    </message>
    <message>
        <source>the counts the Women's Union asks for</source>
        <translation>the counts the Women's Union asks for</translation>
    </message>
    <message>
        <source>the marks of the whole year on one sheet</source>
        <translation>the marks of the whole year on one sheet</translation>
    </message>
    <message>
        <source>the terms of the chosen loan, to be signed</source>
        <translation>the terms of the chosen loan, to be signed</translation>
    </message>
    <message>
        <source>the union, since {day}</source>
        <translation>the union, since {day}</translation>
    </message>
    <message>
        <source>there is no conclusion</source>
        <translation>there is no conclusion</translation>
    </message>
    <message>
        <source>to be done by {day}</source>
        <translation>to be done by {day}</translation>
    </message>
    <message>
        <source>to be signed by the chosen member</source>
        <translation>to be signed by the chosen member</translation>
    </message>
    <message>
        <source>today</source>
        <translation>today</translation>
    </message>
    <message>
        <source>too much {amount}</source>
        <translation>too much {amount}</translation>
    </message>
    <message>
        <source>usually {amount}</source>
        <translation>usually {amount}</translation>
    </message>
    <message>
        <source>what a new treasurer takes over, to be signed</source>
        <translation>what a new treasurer takes over, to be signed</translation>
    </message>
    <message>
        <source>what each member is to pay, to tick off by hand</source>
        <translation>what each member is to pay, to tick off by hand</translation>
    </message>
    <message>
        <source>what is to be done next</source>
        <translation>what is to be done next</translation>
    </message>
    <message>
        <source>what the book began with: each member signs her own line</source>
        <translation>what the book began with: each member signs her own line</translation>
    </message>
    <message>
        <source>what was done in the eight areas of work</source>
        <translation>what was done in the eight areas of work</translation>
    </message>
    <message>
        <source>what was paid on the chosen loan, day by day</source>
        <translation>what was paid on the chosen loan, day by day</translation>
    </message>
    <message>
        <source>what was said, decided, paid in and out at a meeting</source>
        <translation>what was said, decided, paid in and out at a meeting</translation>
    </message>
    <message>
        <source>when how much of the chosen loan is due</source>
        <translation>when how much of the chosen loan is due</translation>
    </message>
    <message>
        <source>which loans the board agreed to</source>
        <translation>which loans the board agreed to</translation>
    </message>
    <message>
        <source>who came, month by month</source>
        <translation>who came, month by month</translation>
    </message>
    <message>
        <source>who gave what to the club</source>
        <translation>who gave what to the club</translation>
    </message>
    <message>
        <source>who owes how much, and who is late</source>
        <translation>who owes how much, and who is late</translation>
    </message>
    <message>
        <source>who paid the fee in which month of the year</source>
        <translation>who paid the fee in which month of the year</translation>
    </message>
    <message>
        <source>with a club</source>
        <translation>with a club</translation>
    </message>
    <message>
        <source>with borrowers</source>
        <translation>with borrowers</translation>
    </message>
    <message>
        <source>with leave</source>
        <translation>with leave</translation>
    </message>
    <message>
        <source>with today's money</source>
        <translation>with today's money</translation>
    </message>
    <message>
        <source>without</source>
        <translation>without</translation>
    </message>
    <message>
        <source>words of the minutes</source>
        <translation>words of the minutes</translation>
    </message>
    <message>
        <source>wrong {wrong}, to mend {findings}</source>
        <translation>wrong {wrong}, to mend {findings}</translation>
    </message>
    <message>
        <source>{amount} ({change} less than the month before)</source>
        <translation>{amount} ({change} less than the month before)</translation>
    </message>
    <message>
        <source>{amount} ({change} more than the month before)</source>
        <translation>{amount} ({change} more than the month before)</translation>
    </message>
    <message>
        <source>{amount} given on {day} for {months} months, {rate} a month, {method}</source>
        <translation>{amount} given on {day} for {months} months, {rate} a month, {method}</translation>
    </message>
    <message>
        <source>{amount} less than the book. On closing it is recorded as missing.</source>
        <translation>{amount} less than the book. On closing it is recorded as missing.</translation>
    </message>
    <message>
        <source>{amount} more than the book. On closing it is recorded as found.</source>
        <translation>{amount} more than the book. On closing it is recorded as found.</translation>
    </message>
    <message>
        <source>{amount} đồng less in the box than in the book.</source>
        <translation>{amount} đồng less in the box than in the book.</translation>
    </message>
    <message>
        <source>{amount} đồng more in the box than in the book.</source>
        <translation>{amount} đồng more in the box than in the book.</translation>
    </message>
    <message>
        <source>{amount}, borrowers {count}; in loans more than 30 days late {late} ({rate})</source>
        <translation>{amount}, borrowers {count}; in loans more than 30 days late {late} ({rate})</translation>
    </message>
    <message>
        <source>{amount}, not in cash</source>
        <translation>{amount}, not in cash</translation>
    </message>
    <message>
        <source>{club}: entries {entries}, closed meetings {meetings}, up to {day}.</source>
        <translation>{club}: entries {entries}, closed meetings {meetings}, up to {day}.</translation>
    </message>
    <message>
        <source>{club}: file {sequence} ({file}) counts from now on.</source>
        <translation>{club}: file {sequence} ({file}) counts from now on.</translation>
    </message>
    <message>
        <source>{count} changes</source>
        <translation>{count} changes</translation>
    </message>
    <message>
        <source>{count} of them more than a month late</source>
        <translation>{count} of them more than a month late</translation>
    </message>
    <message>
        <source>{count} open loans, {amount} outstanding. More than 30 days late: {late} ({rate}).</source>
        <translation>{count} open loans, {amount} outstanding. More than 30 days late: {late} ({rate}).</translation>
    </message>
    <message>
        <source>{days} days late</source>
        <translation>{days} days late</translation>
    </message>
    <message>
        <source>{decision}. Votes: {agreed} for, {against} against, {abstained} without opinion.</source>
        <translation>{decision}. Votes: {agreed} for, {against} against, {abstained} without opinion.</translation>
    </message>
    <message>
        <source>{file} holds {month} of all clubs, signed.</source>
        <translation>{file} holds {month} of all clubs, signed.</translation>
    </message>
    <message>
        <source>{file} is for every club: it seals, and opens nothing.</source>
        <translation>{file} is for every club: it seals, and opens nothing.</translation>
    </message>
    <message>
        <source>{file} is made, and was read back: it is whole.</source>
        <translation>{file} is made, and was read back: it is whole.</translation>
    </message>
    <message>
        <source>{file} · in {folder}</source>
        <translation>{file} · in {folder}</translation>
    </message>
    <message>
        <source>{file} · in {folder} · entries: {count}, the last of {day}</source>
        <translation>{file} · in {folder} · entries: {count}, the last of {day}</translation>
    </message>
    <message>
        <source>{file} · in {folder} · nothing recorded yet</source>
        <translation>{file} · in {folder} · nothing recorded yet</translation>
    </message>
    <message>
        <source>{fund} afterwards (now {amount})</source>
        <translation>{fund} afterwards (now {amount})</translation>
    </message>
    <message>
        <source>{held} of {due} meetings held in {year}</source>
        <translation>{held} of {due} meetings held in {year}</translation>
    </message>
    <message>
        <source>{last} now, {apart} less than in {since}.</source>
        <translation>{last} now, {apart} less than in {since}.</translation>
    </message>
    <message>
        <source>{last} now, {apart} more than in {since}.</source>
        <translation>{last} now, {apart} more than in {since}.</translation>
    </message>
    <message>
        <source>{level}; entries in the book then {entries}</source>
        <translation>{level}; entries in the book then {entries}</translation>
    </message>
    <message>
        <source>{members} members · {women} women · {older} aged 60 or more · poor: {poor}</source>
        <translation>{members} members · {women} women · {older} aged 60 or more · poor: {poor}</translation>
    </message>
    <message>
        <source>{members}: women {women}, aged 60 and over {older}, 55 and over {over55}, poor {poor}, near-poor {near}</source>
        <translation>{members}: women {women}, aged 60 and over {older}, 55 and over {over55}, poor {poor}, near-poor {near}</translation>
    </message>
    <message>
        <source>{months} months</source>
        <translation>{months} months</translation>
    </message>
    <message>
        <source>{months} months · {rate} a month · {method}</source>
        <translation>{months} months · {rate} a month · {method}</translation>
    </message>
    <message>
        <source>{month} (the whole year {year})</source>
        <translation>{month} (the whole year {year})</translation>
    </message>
    <message>
        <source>{month} is not recorded yet</source>
        <translation>{month} is not recorded yet</translation>
    </message>
    <message>
        <source>{month} is ready in {file}. Copy it to a USB stick or send it by Zalo or mail. It is signed by your club, number {sequence}.</source>
        <translation>{month} is ready in {file}. Copy it to a USB stick or send it by Zalo or mail. It is signed by your club, number {sequence}.</translation>
    </message>
    <message>
        <source>{month} · still to record: {count}</source>
        <translation>{month} · still to record: {count}</translation>
    </message>
    <message>
        <source>{month}: clubs that met {held}, did not meet {missed}, told nothing {silent} · {year}: meetings held {all_held} of {all_due}</source>
        <translation>{month}: clubs that met {held}, did not meet {missed}, told nothing {silent} · {year}: meetings held {all_held} of {all_due}</translation>
    </message>
    <message>
        <source>{month}: clubs {clubs}</source>
        <translation>{month}: clubs {clubs}</translation>
    </message>
    <message>
        <source>{month}: no meeting</source>
        <translation>{month}: no meeting</translation>
    </message>
    <message>
        <source>{month}: no meeting yet</source>
        <translation>{month}: no meeting yet</translation>
    </message>
    <message>
        <source>{month}: paper book and program differ ({note})</source>
        <translation>{month}: paper book and program differ ({note})</translation>
    </message>
    <message>
        <source>{month}: the meeting is closed</source>
        <translation>{month}: the meeting is closed</translation>
    </message>
    <message>
        <source>{month}: the meeting is open</source>
        <translation>{month}: the meeting is open</translation>
    </message>
    <message>
        <source>{name} asked about her data: due {day}</source>
        <translation>{name} asked about her data: due {day}</translation>
    </message>
    <message>
        <source>{name} gets no loan this time</source>
        <translation>{name} gets no loan this time</translation>
    </message>
    <message>
        <source>{name} has a password</source>
        <translation>{name} has a password</translation>
    </message>
    <message>
        <source>{name} has the sheets for the club, its members, open loans and what is carried over. Fill it in from the paper book, then bring it in here.</source>
        <translation>{name} has the sheets for the club, its members, open loans and what is carried over. Fill it in from the paper book, then bring it in here.</translation>
    </message>
    <message>
        <source>{name} is given {amount} đồng in cash.</source>
        <translation>{name} is given {amount} đồng in cash.</translation>
    </message>
    <message>
        <source>{name} leaves the club</source>
        <translation>{name} leaves the club</translation>
    </message>
    <message>
        <source>{name} needs the loan no more</source>
        <translation>{name} needs the loan no more</translation>
    </message>
    <message>
        <source>{name} pays a penalty</source>
        <translation>{name} pays a penalty</translation>
    </message>
    <message>
        <source>{name} pays on her loans</source>
        <translation>{name} pays on her loans</translation>
    </message>
    <message>
        <source>{path}: entries {entries}, closed meetings {meetings}, until {day}</source>
        <translation>{path}: entries {entries}, closed meetings {meetings}, until {day}</translation>
    </message>
    <message>
        <source>{points} points, as of {month}. A dash: nothing can be said.</source>
        <translation>{points} points, as of {month}. A dash: nothing can be said.</translation>
    </message>
    <message>
        <source>{sign} late, nothing since {since}</source>
        <translation>{sign} late, nothing since {since}</translation>
    </message>
    <message>
        <source>{sign} not yet due</source>
        <translation>{sign} not yet due</translation>
    </message>
    <message>
        <source>{sign} reported</source>
        <translation>{sign} reported</translation>
    </message>
    <message>
        <source>{sign} silent, nothing since {since}</source>
        <translation>{sign} silent, nothing since {since}</translation>
    </message>
    <message>
        <source>{sign}, first seen {day}</source>
        <translation>{sign}, first seen {day}</translation>
    </message>
    <message>
        <source>{sign}, first seen {day}, compared with paper {confirmed}</source>
        <translation>{sign}, first seen {day}, compared with paper {confirmed}</translation>
    </message>
    <message>
        <source>{sign}, first seen {day}, given up after file {until}</source>
        <translation>{sign}, first seen {day}, given up after file {until}</translation>
    </message>
    <message>
        <source>{told}. No meeting: {reasons}</source>
        <translation>{told}. No meeting: {reasons}</translation>
    </message>
    <message>
        <source>{total} (principal {principal})</source>
        <translation>{total} (principal {principal})</translation>
    </message>
    <message>
        <source>{whole} đồng = principal {principal} + interest {interest}</source>
        <translation>{whole} đồng = principal {principal} + interest {interest}</translation>
    </message>
    <message>
        <source>{year}: {held} meetings held of {due} months told.</source>
        <translation>{year}: {held} meetings held of {due} months told.</translation>
    </message>
    <message>
        <source>· not yet</source>
        <translation>· not yet</translation>
    </message>
    <message>
        <source>– choose –</source>
        <translation>– choose –</translation>
    </message>
    <message>
        <source>– set aside</source>
        <translation>– set aside</translation>
    </message>
    <message>
        <source>• looked at {seen} of {count}</source>
        <translation>• looked at {seen} of {count}</translation>
    </message>
    <message>
        <source>• not yet due: {count}</source>
        <translation>• not yet due: {count}</translation>
    </message>
    <message>
        <source>• open</source>
        <translation>• open</translation>
    </message>
    <message>
        <source>• planned</source>
        <translation>• planned</translation>
    </message>
    <message>
        <source>… and {count} more.</source>
        <translation>… and {count} more.</translation>
    </message>
    <message>
        <source>✓ added</source>
        <translation>✓ added</translation>
    </message>
    <message>
        <source>✓ agreed to {numbers} on {day}</source>
        <translation>✓ agreed to {numbers} on {day}</translation>
    </message>
    <message>
        <source>✓ already there</source>
        <translation>✓ already there</translation>
    </message>
    <message>
        <source>✓ counts</source>
        <translation>✓ counts</translation>
    </message>
    <message>
        <source>✓ done {day}: {outcome}</source>
        <translation>✓ done {day}: {outcome}</translation>
    </message>
    <message>
        <source>✓ fits the rules</source>
        <translation>✓ fits the rules</translation>
    </message>
    <message>
        <source>✓ good</source>
        <translation>✓ good</translation>
    </message>
    <message>
        <source>✓ mended {day}: {outcome}</source>
        <translation>✓ mended {day}: {outcome}</translation>
    </message>
    <message>
        <source>✓ minutes signed</source>
        <translation>✓ minutes signed</translation>
    </message>
    <message>
        <source>✓ received by {union} on {day}</source>
        <translation>✓ received by {union} on {day}</translation>
    </message>
    <message>
        <source>✓ replaced by the newer one</source>
        <translation>✓ replaced by the newer one</translation>
    </message>
    <message>
        <source>✓ reported: {count}</source>
        <translation>✓ reported: {count}</translation>
    </message>
    <message>
        <source>✓ the same</source>
        <translation>✓ the same</translation>
    </message>
    <message>
        <source>✗ overdue by {days} days</source>
        <translation>✗ overdue by {days} days</translation>
    </message>
    <message>
        <source>✗ refused</source>
        <translation>✗ refused</translation>
    </message>
    <message>
        <source>✗ silent: {count}</source>
        <translation>✗ silent: {count}</translation>
    </message>
    <message>
        <source>✗ wrong</source>
        <translation>✗ wrong</translation>
    </message>
</context>
</TS>
