### The conversation itself.

theme-basics = **Talking with me**

cmd-cancel = Drop what I am asking you about
    .name = cancel
cmd-undo = Take back your last step (ten minutes)
    .name = undo
    .aliases = take_back
cmd-card = Show a card anew
    .name = card
    .example = 3
ask-card-what = Which card? Send its number. (For example: *3*)
card-which = Which of them?
