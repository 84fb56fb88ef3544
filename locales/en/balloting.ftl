### Ballots: filled in by taps, typed, entered for somebody; what was counted.

cmd-ballot = Fill in your ballot, in private
    .name = ballot
    .example = 3
ask-ballot-decision = Your ballot for which vote?
cmd-cast = Vote in one line: answers in your order, or a number for each
    .name = cast
    .example = 3 2 1 4
ask-cast-decision = In which vote?
ask-cast-marks = How do you vote? Send the numbers of the answers in your order or, where each gets a mark, the marks in order. (For example: *2 1 3*)
cmd-cast-for = Enter the vote of somebody who is there or on the phone
    .name = cast_for
    .aliases = vote_for
    .example = 3 @ben yes
ask-cast-for-decision = In which vote?
ask-cast-for-person = Whose vote is it?
ask-cast-for-marks = How do they vote? Send the answer or, where each gets a mark, the numbers in order. (For example: *yes* or *2 1 3*)

ballot-label-vote = Vote
ballot-label-own = My ballot
ballot-label-send = Send
ballot-label-new = Start over
ballot-label-change = Change
ballot-label-back = Take back
ballot-label-list = Back to the list

ballot-head = 🗳 **{ $title }** · { $number }
ballot-how-one = Tap your answer.
ballot-how-choice =
    { $left ->
        [0] { $most } are chosen, no more is possible. Tap one again to take it away.
       *[other] Tap what you choose, { $left } more at most. Tap again to take it away.
    }
ballot-how-opinion =
    { $left ->
        [0] { $most } are chosen, no more is possible. Tap one again to take it away.
       *[other] Tap what you think, { $left } more at most. Tap again to take it away.
    }
ballot-how-score = Tap an answer, then its points, 0 to 5. What you leave out gets 0.
ballot-how-resistance = Tap an answer, then how much you are against it: 0 not at all, 10 completely. What you leave out gets 0.
ballot-how-dots =
    { $left ->
        [0] All your dots are given.
        [one] Each tap gives a dot. You have 1 left.
       *[other] Each tap gives a dot. You have { $left } left.
    }
ballot-how-ranked = Tap the answers in your order, the best one first. What you leave out comes last.
ballot-how-seats = { $seats } can win. Tap them in your order, the best one first, as many as you like.
ballot-how-times = Tap until it fits: yes, if need be, no. What you leave out is a no.
ballot-which-score = **{ $option }**: how many points, 0 to { $most }?
ballot-which-resistance = **{ $option }**: how much are you against it, 0 to { $most }?
ballot-line =
    { $marked ->
        [yes] { $number } **{ $option }**  { $mark }
       *[no] { $number } { $option }
    }
ballot-answer = **{ $option }**
ballot-said = { $option }: { $mark }
ballot-place = place { $place }
suits-0 = no
suits-1 = if need be
suits-2 = yes
suits-also-0 = n, no way
suits-also-1 = maybe, perhaps
suits-also-2 = y, ok
suits-short-0 = no
suits-short-1 = maybe
suits-short-2 = yes
ballot-counts =
    { $whose ->
        [entered] The facilitators entered this for you. It counts; you can change it until { $closes }.
       *[mine] Your vote counts. You can change it until { $closes }.
    }
ballot-kept = Your vote is kept. You can change it until { $closes }.
ballot-in-private = Your ballot is in our private chat.
ballot-open-private = Your ballot waits in our private chat. Open it once, then I can bring it to you.
ballot-was-the-last = That was all. Nothing else waits for your vote.
ballot-entered = { $person }’s vote on “{ $title }” is entered. { $person } hears of it and can change it.
ballot-entered-for-you =
    🗳 **{ $title }**
    { $caster } entered your vote in { $assembly }: { $vote }
    If that is not right, change it until { $closes }.
ballot-entered-no-more = { $caster } took out again what was entered for you on “{ $title }”. You have no vote in it now.
ballot-each-option = You have sent { $given }, there are { $options } answers: send a mark for each, in their order, or - for none. Or tap: { $command }
ballot-twice = One number is there twice: name each once. Or tap: { $command }
ballot-no-number = I cannot read “{ $typed }” here. Send the numbers you see before the answers, or tap: { $command }

result-bar = { $option }  { $bar } { $total }
result-mean = { $option }  { $bar } { $total } · mean { $mean }
result-table = { $table }
result-numbered = { $number } { $option }
result-order = Order: { $order }
result-pairs =
    So many prefer the answer on the left to the one on top:
    { $table }
result-quota =
    { $seats ->
        [one] { $seats } place, { $quota } votes are needed for it:
       *[other] { $seats } places, { $quota } votes are needed for each:
    }
result-gained = { $name } +{ $votes } ({ $sum })
result-has = { $name } { $votes }
result-lot = Equal to the end: lots must decide between { $among }.
result-rounds-left-out =
    { $count ->
        [one] … one more round …
       *[other] … { $count } more rounds …
    }
result-round =
    { $number }. { $why ->
        [first] First choices: { $standing }
        [surplus] { $whose } passes on what is too much: { $passed }
       *[exclusion] { $gains ->
            [0] { $whose } drops out
           *[other] { $whose } drops out: { $passed }
        }
    }{ $count ->
        [0] {""}
       *[other] {" "}→ **{ $elected }**
    }
