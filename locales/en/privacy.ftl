### What I keep, and how it goes away again.

cmd-privacy = What I keep, for how long, and who sees it
    .name = privacy
privacy-head = **What I keep about you**
kept-self = You: your name, your account number on this platform, where you belong. Members there see it. { $days } days after you left it is gone. No phone number.
kept-votes = Your votes: until { $days } days after a vote has ended. Then only the numbers stay.
kept-doing = What you take on, and where you come along: members see that. If you go, your tasks are free again.
kept-words = What you write for everyone (questions, reports, minutes): it stays with the group, later without your name.
kept-cases = What you write as a case: encrypted. Only those who look after it read it, and you see when. { $days } days after its end it is gone.
kept-letters =
    { $days ->
        [one] What I write to you: encrypted, and after one day the text is gone.
       *[other] What I write to you: encrypted, and after { $days } days the text is gone.
    }
kept-traces = Half-said lines, codes and what went wrong: { $days } days at most.
kept-record = The record: what you decide together stays. Your name in it can be withdrawn.
privacy-who = Whoever runs me could read what is not encrypted. Your platform sees what you write and press here.
privacy-foot = Everything about you as a file: { $mydata } · Erase it all: { $forget }

cmd-mydata = Everything I have stored about you, as a file
    .name = mydata
mydata-here = This is everything I have stored about you. Shall it go? { $forget }
mydata-note = Everything that Kommune has stored about you, by table. What concerns others is left out, and of groups you have left what others changed afterwards. Times are UTC.

cmd-forget = Erase everything about you
    .name = forget
forget-what =
    {""}**Shall I forget you?**
    What goes: your account, where you belong, your roles, your votes in open polls, your cases and what I wrote to you.
    What stays, without your name: what was decided, with its numbers, and what you wrote for everyone.
    I can’t bring anything back. Would you like a copy first? { $mydata }
forget-label-yes = Yes, forget me
forget-done =
    Everything about you is erased. In ten minutes I’ll forget this chat as well.
    Backups still hold it for two weeks at most, encrypted. Take care.
forget-card-gone = This has been withdrawn.
