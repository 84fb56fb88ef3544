### What becomes of the words: who reads, taking back, keeping, forgetting.

cmd-who = Who has read your words
    .name = who
ask-who-own = Which case?
cmd-withdraw = Take your case back and delete everything
    .name = withdraw
ask-withdraw-own = Which case do you take back? Its words will be deleted.
cmd-keep = Have your solved case kept longer
    .name = keep
ask-keep-own = Which case shall I keep longer?

label-who-reads = Who reads this?
label-withdraw = Take it back
label-withdraw-now = Yes, delete it
label-is-solved = It is solved
label-needs-more = I still need help
label-keep = Keep it longer

case-own-label = { $topic } · { $since }
case-none-yet = You have no case with us right now. If something weighs on you, just write it to me.
trust-nobody-read = ✉️ Nobody has read your words so far.
trust-read =
    { $count ->
        [one] ✉️ One person from { $assembly } has read this, last on { $last }. To them you are “{ $name }”.
       *[other] ✉️ { $count } people from { $assembly } have read this, last on { $last }. To them you are “{ $name }”.
    }
trust-times = Each time: { $times }
trust-never-read = ✉️ It was never clear which neighbourhood this was for, so nobody has read your words. I have deleted them. Write again whenever you like. If you are in danger: { $emergency }.
withdraw-sure =
    ✉️ **{ $case }**
    Shall I take this back? Then your words are deleted for good, also where I have shown them.
trust-withdrawn = Taken back. Your words are deleted, also where I had shown them.
trust-words-gone = ✉️ These words are deleted.
trust-carers-withdrawn = ✉️ **{ $name }** has taken the case back. The words are deleted, here as well.
trust-carers-solved = ✉️ **{ $name }** says: it is solved. Thank you for looking after it.
trust-carers-again = ✉️ **{ $name }** still needs help. Reply to this message.
trust-solved =
    ✉️ Good that it is solved. Thank you for your trust.
    On { $forgotten } I’ll forget everything you wrote.
trust-again = ✉️ { $assembly } knows, and is still there for you. Just write what is missing.
trust-solved-enough = You have said so { $limit } times since yesterday. Leave it open for now and just write on to { $assembly }; from { $again } you can close it again.
trust-kept = All right, I’ll keep it until { $forgotten }.
