### What follows from a decision.

cmd-state = Say in a sentence what follows from a decision
    .name = state
    .example = 12 Ben buys the paint by Friday
ask-state-decision = What follows from which decision?
ask-state-words = What follows from it, who does what, and by when? One sentence. (For example: *Ben buys the paint by Friday*)
cmd-review = Have a decision looked at again
    .name = review
    .example = 12 1 October
ask-review-decision = Which decision shall be looked at again?
ask-review-at = When shall it be looked at again? (For example: *1 October*)

outcome-stated =
    🗳 **{ $title }**
    { $person } says what follows: **{ $statement }**
    Record { $record }
outcome-who = Who will see to it, and when shall we look at it again?
outcome-label-state = What follows?
outcome-label-me = I’ll see to it
outcome-label-task = Add it as a task
outcome-label-review =
    { $months ->
        [12] again in a year
       *[other] again in { $months } months
    }
outcome-not-yet = The vote is still running. What follows can be said once it is over.
outcome-not-yours = That is for whoever asked, or for the facilitators.
outcome-withdrawn = That question was taken back: nothing follows from it.
outcome-said-already = That is what it says already.
outcome-unsaid = Nobody has said yet what follows from it.
outcome-task-already = It is a task already: number { $number }.
outcome-review = “{ $title }” comes back on { $at }.
outcome-no-review = “{ $title }” does not come back.
outcome-still-right =
    🗳 **Still right? { $title }** · { $number }
    { $said ->
        [yes] Since { $at }: { $statement }
       *[no] Voted on { $at }.
    }
outcome-label-stays = stays
outcome-label-amend = write a new version
outcome-stays = 🗳 **It stays: { $title }** ({ $person })
decision-card-statement = **What follows:** { $statement }
decision-card-review = We look at it again on { $at }.
