# Back-ups, the recovery sheet, another passphrase. Calm and plain.

backup-heading = Back-up
backup-line = A back-up is one file in code. It holds everything you wrote. Keep it on another disk or stick.
backup-link = Back-up and passphrase
backup-last = The last back-up is from { $day }.
backup-none = No back-up was made yet.
backup-proved = On { $day } one was brought back as a test. Every entry was there.
backup-not-proved = No back-up was brought back as a test yet.
backup-trouble-heading = The last back-up did not work
backup-trouble-line = What you wrote is safe here. It is only not kept a second time.

backup-now-heading = Make one now
backup-now-line = Your browser saves the file. Others see its name: notes and a date.
backup-save = Save a back-up
backup-prove = Test the newest one
backup-prove-line = It is opened, put into a test record, and compared. The test record is then removed.
backup-done-proved = The test is done. Every entry came back.

backup-schedule-heading = Let the program make them
backup-schedule-line = Name a folder on another disk or stick. While the program runs, it puts a new file there and removes the oldest.
backup-schedule-cloud = A folder that goes to the internet is a risk. The file is in code, but it leaves this computer.
backup-schedule-is = { $every }, in { $folder }. The last { $keep } stay.
backup-schedule-folder = Folder
backup-schedule-every = How often
backup-every-day = Every day
backup-every-week = Every week
backup-every-month = Every month
backup-schedule-keep = Do it
backup-schedule-stop = Stop it
backup-done-schedule = Done. The first one is made.
backup-done-stopped = No more are made. The old ones stay.

backup-sheet-heading = Recovery sheet
backup-sheet-line = A sheet of paper with a key. It opens every back-up, and what you wrote here if you lose your passphrase.
backup-sheet-open = Show the sheet
backup-sheet-is = The sheet was typed back. It is right.
backup-sheet-warning = Without a passphrase, only this sheet opens a back-up on another computer.

backup-passphrase-heading = Another passphrase
backup-passphrase-line = The old one works until the new one is kept. Old back-ups still open with the old one, or with the sheet.
backup-passphrase-none-line = There is none now. This computer opens what you wrote.
backup-passphrase-old = Passphrase up to now
backup-passphrase-new = New passphrase
backup-passphrase-again = The same again
backup-passphrase-change = Change it
backup-done-passphrase = The new passphrase holds.
backup-lock-heading = Locking by itself
backup-lock-line = Where nobody has used it for so long, it locks. A minute before, the page says so.
backup-lock-minutes = Minutes, from 1 to 240
backup-lock-keep = Choose it
backup-done-lock = That is when it locks now.

# The sheet
recovery-heading = Recovery sheet
recovery-keep = Whoever has this sheet and the file can read everything. Keep it where you keep papers that matter. Do not take a photo of it.
recovery-key-head = AGE-SECRET-KEY-1
recovery-key-label = Key
recovery-letters = The key has no B, I, O or 1 after the first line. 0 is zero.
recovery-steps-heading = To bring everything back
recovery-step-1 = Get the program on a computer, and the newest file whose name begins with notes-.
recovery-step-2 = Start it. Choose: I have a back-up.
recovery-step-3 = Choose the file and type this key. Choose a new passphrase.
recovery-step-4 = Without the program: the age tool opens the file with the key on one line, without spaces.
recovery-lost-line = Only the passphrase is lost? On the locked page, choose: I have my recovery sheet.
recovery-confirm-heading = Is it on paper?
recovery-confirm-line = Type the key from the paper. So you know that it is right.
recovery-confirm = Check it
recovery-confirmed = The key was typed back on { $day }.
recovery-new = Make a new key
recovery-new-line = If somebody saw the sheet, make a new key. The old sheet then opens only old back-ups.

# At the door
restore-link = I have a back-up
restore-heading = Bring a back-up back
restore-line = Nothing is changed until the whole file is checked.
restore-file = The file of the back-up
restore-file-hint = Its name begins with notes- and ends with .age.
restore-waiting = { $name } is here. Nothing is brought back yet.
restore-other-file = Another file
restore-place-summary = Type where it is instead
restore-place = Place of the file
restore-place-hint = For example /media/stick/notes-2026-03-02.age
restore-type-again = Passphrases are never shown again. Please type them once more.
restore-passphrase = Passphrase of that back-up
restore-or = or
restore-sheet = Key from the recovery sheet
restore-new = New passphrase
restore-new-hint = Only with the sheet. Empty: this computer opens it.
restore-go = Bring it back
restore-back = Back
recover-link = I have my recovery sheet
recover-heading = With the recovery sheet
recover-go = Open it

backup-read-me =
    This file was made by Thawline, a program for a person's own record.
    notes.sqlite holds everything, as a SQLite 3 database.
    record.json holds what can be read without a database.
    To bring it back: start the program, choose: I have a back-up.
    None of these files is in code any more. Remove them afterwards.
