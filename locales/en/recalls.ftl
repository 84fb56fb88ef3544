### Recalls: calling back whom one has sent.

cmd-recall = Ask for a vote on recalling a delegate
    .name = recall
    .example = Ben
ask-recall-delegation = Who shall no longer go? Only how many want the vote is shown, never who.

recall-offer = { $person } · { $council }{ $role }
recall-card-head = 🎗 **A vote on recalling { $person } from { $council }?** · { $number }
recall-card-foot =
    { $stage ->
        [gathers]
            { $support } of { $needed } { $support ->
                [one] wants
               *[other] want
            } it · until { $until }
            I show nobody who they are. As soon as there are enough, all of you vote.
        [voting] Enough of you want it: now all of you vote. { $command }
        [voted] You have voted on it.
       *[over] Nothing came of it.
    }
recall-label-support = I want the vote
recall-label-back = not after all
recall-supported = You want the vote. Nobody hears that from me, and until it begins you can take it back.
recall-taken-back = Taken back.
recall-supported-already = You want this vote already.
recall-not-supported = You have not asked for this vote.
recall-over = Nobody gathers for this any more. What is being voted on: { $command }
recall-yourself = You can lay your own delegation down at any time: { $command }
recall-nobody = Nobody has been sent from here. You can recall only those you have sent yourselves. Who sits where: { $command }
recall-question = Recall { $person } from { $council }?
recall-opened-yours =
    🎗 { $assembly } votes until { $closes } on whether you go on to **{ $council }** for it.
    Would you like to say something about it? Reply to this message, and everybody reads it beside the vote.
recall-label-answer = answer
recall-moot = 🎗 { $person } no longer goes to { $council } anyway, so the vote on it is over.
