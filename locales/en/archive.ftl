### The archive: what was decided.

cmd-decisions = Look for what was decided; without a word, the latest
    .name = decisions
    .example = rent
ask-decisions-words = Which words shall I look for?
cmd-decision = Show a decision whole
    .name = decision
    .example = 12
ask-decision-decision = Which decision?

archive-empty = Nothing has been decided yet. What is open is in { $command }.
archive-no-word = I can only look for words or numbers.
archive-nothing-found = I find nothing decided with “{ $words }”. The latest: { $command }
archive-latest = 🗳 **What was decided last**
archive-found = 🗳 **Decided, with “{ $words }”**
archive-line =
    { $number } · { $title } · { $outcome ->
        [passed] decided
        [rejected] not decided
        [chosen] chosen
        [heard] an opinion
        [tied] a tie
        [no-quorum] too few voted
        [too-few] too few for a secret vote
        [withdrawn] taken back
       *[empty] nobody voted
    } · { $at }{ $where ->
        [named] {" "}· { $assembly }
       *[here] {""}
    }
label-more-decisions = earlier ones
decision-whole-opened =
    { $by ->
        [somebody] Opened { $at } by { $person }
       *[nobody] Opened { $at }
    }
decision-whole-line = { $number } ({ $head })
decision-whole-record = In the record: { $lines } · check it: { $command }
