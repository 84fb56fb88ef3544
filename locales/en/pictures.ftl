### A result as a picture.

cmd-picture = Show a result as a picture
    .name = picture
    .aliases = image
    .example = 3
ask-picture-decision = Which result shall I draw?
picture-above = { $assembly } · Decision { $number }
picture-not-yet = The vote runs until { $closes }: I draw the result when it is over. What is open: { $command }
picture-nothing = There is no result of “{ $title }” that I could draw.

sheet-words = { $words }
sheet-ending =
    { $outcome ->
        [passed] Decided
        [rejected] Not decided
        [chosen] { $won ->
            [0] No answer has any votes
           *[other] Chosen: { $winner }
        }
        [tied] A tie
        [no-quorum] Not decided: too few voted
        [too-few] Too few for a secret vote: nobody looked at the votes
        [withdrawn] Taken back
       *[empty] Nobody voted
    } · { $cast } of { $electorate } voted
sheet-mean = { $total } · mean { $mean }
sheet-pairs = So many prefer the answer on the left to the one on top:
sheet-rounds =
    { $seats ->
        [one] One place
       *[other] { $seats } places
    }, each for { $quota ->
        [one] one vote
       *[other] { $quota } votes
    }. Round by round, ✓ is elected:
sheet-elected = { $votes } ✓
sheet-side =
    { $side ->
        [for] +
       *[against] −
    }
