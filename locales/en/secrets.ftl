### Secret votes.

cmd-secret = Vote in a secret decision, in private
    .name = secret
    .example = 3
ask-secret-decision = In which secret vote?
secret-none = No secret vote waits for you. What is open: { $command }
secret-is-none = That vote is not secret. Vote with { $command }.
secret-in-private = This vote is secret: it is cast in private with me, never here.
secret-too-small =
    { $count ->
        [one] Only { $count } belongs here: of fewer than { $fewest } votes it could be told whose is whose, so nobody would look at them. Open it without secrecy, or wait until you are more.
       *[other] Only { $count } belong here: of fewer than { $fewest } votes it could be told whose is whose, so nobody would look at them. Open it without secrecy, or wait until you are more.
    }
secret-final = A secret vote is final. It cannot be found again, not even by me.
secret-stays = A secret vote runs to its end: whether somebody has voted is not to be told from it.
secret-runs-on = A secret vote runs to its end, { $closes }: an early end would tell who has voted.
secret-label-vote = vote in private
secret-label-understood = show me the ballot
secret-label-cast = cast it · final
secret-label-cast-silent = cast it without a reason · final
secret-label-again = start over
secret-label-next = next: { $title }
secret-label-number = { $number }
secret-honest =
    🗳 **{ $title }** · secret vote
    Who sees what, before you vote in { $assembly }:
    · Members and admins cannot see your vote, nor whether you have voted.
    · Whoever runs this bot could see it while the vote runs. After its end nobody can tell whose vote is whose.
    · Your messenger sees which button you press, and when.
    · If all vote alike, all votes are known. If fewer than { $fewest } vote, nobody looks at the votes.{ $reasons ->
        [yes] {""}
            · If you object, you can say why. After the end all can read the reasons, without names and in no order; until then nobody can, nor answer them. Your words may still tell who you are.
       *[no] {""}
    }
    · For elections with much at stake, use paper.
    A vote that is cast is final. It runs until { $closes }.
secret-ballot =
    🗳 **{ $title }** · secret until { $closes }
secret-how-proposal = Tap your answer, then cast it.
secret-how-consent = { secret-how-proposal }
secret-how-consensus = { secret-how-proposal }
secret-how-choice =
    { $left ->
        [0] Tap your answer, then cast it.
        [one] Tap what you choose: one more is possible.
       *[other] Tap what you choose: { $left } more are possible.
    }
secret-how-opinion = Tap what you think, then cast it.
secret-how-resistance = Tap each answer and say how much you are against it: 0 not at all, 10 completely.
secret-how-score = Tap each answer and give it 0 to 5 points.
secret-how-dots =
    { $left ->
        [0] All your dots are placed.
        [one] Each tap places a dot: 1 is left.
       *[other] Each tap places a dot: { $left } are left.
    }
secret-how-ranked = Tap the answers in your order, the best one first. You may stop when you like.
secret-how-times = Tap a time until it says what suits you.
secret-line =
    { $marked ->
        [chosen] **● { $option }**
        [rank] **{ $mark }.** { $option }
        [number] { $option } · **{ $mark }**
        [yes] { $option } · **yes**
        [if-need-be] { $option } · **if need be**
        [no] { $option } · no
       *[none] ○ { $option }
    }
secret-why =
    { $given ->
        [0] You object. Why, and what would have to change? Send it here as your next message, at most { $limit } characters: with it your objection is cast, for good.
       *[other] Nothing is cast yet: that was { $given } characters, at most { $limit } fit into the box. Send it once more, shorter.
    }
secret-reasons-later = The reasons of a secret vote can be read after its end, { $closes }, without names.
objection-in-ballot = This vote is secret: your objection and its reason go into the box together, with { $command }.
objection-nameless =
    · without a name
    { $reason }
decision-card-reason = Objection: { $words }
secret-cast =
    🗳 **{ $title }**
    Your vote is in the box. It is final, and it is not shown here any more.
    The result comes { $closes }.
secret-already =
    🗳 **{ $title }**
    Your vote is in the box already, for good. The result comes { $closes }.
secret-reminder =
    🗳 **{ $title }**
    The secret vote of { $assembly } ends { $closes }. All who may vote get this reminder: who has voted is told to nobody. If yours is in the box, there is nothing to do.
secret-extended =
    🗳 **{ $title }** goes on: too few have voted so far. Now until { $closes }.
link-waits-secret = You could vote twice in a secret vote that is open, so linking waits until its end: { $closes }.
digest-decision-secret = 🗳 “{ $title }” ends { $closes }, secret
motion-label-secret = make it secret
motion-label-not-secret = not secret
motion-secret-line = Secret: cast in private, no count before the end. If fewer than { $fewest } vote, nobody looks at the votes.
