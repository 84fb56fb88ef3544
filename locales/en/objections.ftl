### Objections in consent.

cmd-object = Object to a proposal, and say why
    .name = object
    .example = 12 The gate is listed as a monument
ask-object-decision = Against which proposal?
ask-object-readers = Who may read your reason?
ask-object-for-readers = Who may read the reason?
ask-object-for-reason = What is the objection, in their words, and what would have to change? (It counts already.)
ask-object-reason = What is your objection, and what would have to change? (Your objection counts already. In private with me you can choose who reads it.)
cmd-objections = Read the objections to a proposal
    .name = objections
    .example = 12
ask-objections-decision = The objections to which proposal?
cmd-respond = Answer an objection
    .name = respond
    .example = 3 We asked the office: it is allowed
ask-respond-objection = Which objection?
ask-respond-words = What is the answer to it?
readers-all = everyone
readers-facilitators = facilitators

objection-kept =
    { $readers ->
        [all] Objection { $number } is kept. Everyone here can read it.
       *[facilitators] Objection { $number } is kept. Only the facilitators can read it.
    }
objection-in-private = Then write it to me in private, not here: { $command }
objection-not-here = Objections are for open decisions by consent. Elsewhere, say what speaks against it.
objection-over = This objection no longer stands.
objections-nowhere = No objection stands anywhere.
objections-none = Nobody has given a reason against “{ $title }”.
objections-head = **Objections: { $title }** · { $number }
objections-more =
    { $count ->
        [one] … and one more
       *[other] … and { $count } more
    }
objection-hidden = **{ $number }** · for the facilitators alone
objection-whole =
    {""}**{ $number }** · { $person }
    { $reason }
objection-answer =
    Answer:
    { $answer }
objection-for-you =
    🗳 **{ $title }** · { $decision }
    { $person } objects, and tells only the facilitators why:
    { $reason }
objection-answered =
    🗳 **{ $title }** · { $decision }
    { $by } answers your objection:
    { $answer }
    Does it still stand? Then there is nothing to do.
objection-answer-kept = Objection { $number } is answered.
object-nowhere = Nothing is being decided by consent right now. Draft something: { $command }
objection-entered-for-you =
    🗳 **{ $title }**
    { $caster } wrote down your objection:
    { $reason }
    If that is not right, change your vote.
objection-label-answer = answer { $number }
objection-label-consent = withdraw: consent
objection-label-abstain = withdraw: abstain
decision-card-objection = Objection { $number }: { $words } ({ $person })
decision-card-objection-answered = Objection { $number }, answered: { $words } ({ $person })
decision-card-objection-hidden = Objection { $number }: for the facilitators
decision-card-objections-more =
    { $count ->
        [one] … and one more objection
       *[other] … and { $count } more objections
    }
