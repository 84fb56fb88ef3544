### Elections: standing, questions, the vote, who is elected; offices and their terms.

theme-elections = **Electing people**

cmd-elect = Elect somebody: first members stand, then all vote
    .name = elect
    .example = 2 treasurers until Friday 18:00
ask-elect-office = Whom do you elect? Press one, or send your own word for it. (For example: *treasurer*, or *2 treasurers*)
ask-elect-until = Until when can people stand? (For example: *Friday 18:00*)
cmd-stand = Stand in an election, with a few words about yourself
    .name = stand
    .example = 1 I kept the books of our house
ask-stand-election = In which election?
cmd-propose = Propose somebody; they are asked in private
    .name = propose
    .example = 1 Ben
ask-propose-election = In which election?
ask-propose-person = Whom do you propose?
cmd-unstand = Stand no longer
    .name = unstand
    .example = 1
ask-unstand-election = In which election?
cmd-question = Ask everyone who stands a question
    .name = question
    .example = 1 How much time do you have?
ask-question-election = In which election?
ask-question-words = What do you want to ask everyone who stands?
cmd-candidates = Read who stands, what they were asked and what they say
    .name = candidates
    .example = 1
ask-candidates-election = Who stands in which election?
ask-reply-words = What do you answer? All members can read it.
ask-election-until-until = Until when can people stand? (For example: *Friday 18:00*)
cmd-offices = Who holds which role or office, and until when
    .name = offices

kind-organiser = organiser
kind-facilitator = facilitator
kind-seat = a seat in a council
kind-other = something else
way-ranked = ranking
way-approval = choosing several
office-also-organiser = organisers, organizer, organizers
office-also-facilitator = facilitators
stance-nobody = nobody of these
option-forgotten = somebody who is gone

election-title-organiser = Who organises?
election-title-facilitator = Who facilitates?
election-title-seat = Who goes to { $office } for us?
election-title-other = Who takes this on: { $office }?
election-title-run-off = { $title } (run-off)
election-alone-organiser = Shall { $person } organise?
election-alone-facilitator = Shall { $person } facilitate?
election-alone-seat = Shall { $person } go to { $office } for us?
election-alone-other = Shall { $person } take this on: { $office }?

election-card-head = 🗳 **{ $title }** · election { $number }
election-card-how =
    { $places ->
        [one] One is elected
       *[other] { $places } are elected
    }, { $way ->
        [approval] you choose everyone you would have
       *[ranked] you put them in your order
    }, { $secret ->
        [yes] in a secret vote
       *[no] in an open vote
    } of { $days ->
        [one] one day
       *[other] { $days } days
    }
election-card-candidate =
    { $about ->
        [yes] · { $person }: { $words }
       *[no] · { $person }
    }
election-card-asked =
    { $more ->
        [0] Asked, no answer yet: { $people }
       *[other] Asked, no answer yet: { $people } and { $more } more
    }
election-card-questions =
    { $count ->
        [one] One question to them: { $command }
       *[other] { $count } questions to them: { $command }
    }
election-card-standing =
    { $late ->
        [yes] The time for standing is up. The vote waits to be opened.
       *[no] { $count ->
            [0] Nobody stands yet. You can until { $until }; then the vote opens.
            [one] One stands so far. You can until { $until }; then the vote opens.
           *[other] { $count } stand so far. You can until { $until }; then the vote opens.
        }
    }
election-card-voting = The vote is open: { $number }, until { $closes }
election-card-ended =
    { $count ->
        [0] { $voted ->
            [yes] Nobody is elected.
            [gone] Whoever was elected is gone.
           *[no] It did not come to a vote.
        }
       *[other] Elected: { $people }
    }
election-label-organisers = elect organisers
election-label-stand = I stand
election-label-propose = propose somebody
election-label-question = ask them something
election-label-more = more …
election-label-places =
    { $count ->
        [one] one place
       *[other] { $count } places
    }
election-label-ranked = put in order
election-label-approval = choose several
election-label-open = vote openly
election-label-secret = vote in secret
election-label-until = stand until …
election-label-now = open the vote
election-label-off = call it off
election-label-again = elect again
election-label-run-off = run-off
election-shape =
    🗳 **{ $title }**
    What shall be different?
election-shape-until = You can stand until { $until }.
election-stands-until = You can now stand until { $ends }.
election-places = Send one to { $most } places. (For example: *2 treasurers*)
election-runs-already = That election has begun already: “{ $title }”, election { $number }.
election-not-yours = Only whoever began this election may do that, or the facilitators.
election-no-longer-standing = The vote is open already, or over: nobody can come or go in election { $number } any more.
election-ended-already = Election { $number } is over.
election-too-long = People can stand until { $latest } at most.
election-full = { $limit } stand already, and no more fit on the ballot.
election-too-few =
    { $count ->
        [0] Nobody stands yet, so there is nothing to vote about.
       *[other] Too few stand to vote early: { $count } for { $places } places. When the time is up, you vote with whoever stands.
    }
elections-none = Nobody is being elected at the moment. Begin with { $command }.
election-off = 🗳 “{ $title }” is called off. Nobody is elected.
election-short =
    🗳 **{ $title }**
    { $count ->
        [0] Nobody stands yet. The time is up { $ends }.
        [one] { $places } places, and only one stands so far. The vote opens { $ends }.
       *[other] { $places } places, and only { $count } stand so far. The vote opens { $ends }.
    }
election-nobody =
    🗳 **{ $title }**
    Nobody stands, so there is no vote. Who would you ask?
election-few =
    🗳 **{ $title }**
    A secret vote needs at least { $fewest } who may vote, and you are { $count }: otherwise it could be told whose vote is whose. Do you want to vote openly?
election-opened =
    🗳 **{ $title }** You can vote now.
    { $way ->
        [proposal] One stands: yes or no.
        [ranked] { $count } stand, in an order drawn by lot. Whoever wants none of them puts “nobody of these” first.
       *[choice] { $count } stand, in an order drawn by lot. Choose everyone you would have, or “nobody of these”: elected is who has more votes than that.
    }{ $few ->
        [yes] {" "}There are { $places } places, so at least one stays empty.
       *[no] {""}
    }
    More about them: { $command }
election-tied =
    🗳 A tie: { $people }. No lot is drawn between people.
    { $left ->
        [one] Who gets the place, you decide in a run-off.
       *[other] Who gets the { $left } places, you decide in a run-off.
    }
election-gone =
    { $count ->
        [one] { $people } was elected, but no longer belongs here.
       *[other] { $people } were elected, but no longer belong here.
    }
election-left =
    { $count ->
        [0] 🗳 “{ $title }”: nobody is elected.
       *[other] { $left ->
            [one] 🗳 “{ $title }”: one place stays empty.
           *[other] 🗳 “{ $title }”: { $left } places stay empty.
        }
    }
election-runs-off = The run-off has begun already.

candidacy-stands =
    { $about ->
        [yes] You are standing: “{ $title }”
       *[no] You are standing: “{ $title }” Say a few words about yourself with { $command } …
    }
candidacy-says =
    { $about ->
        [yes] You stand, and this is what you say of yourself.
       *[no] You stand already. Say a few words about yourself with { $command } …
    }
candidacy-organises = You organise here, and facilitating is part of that.
candidacy-they-organise = { $person } organises here, and facilitating is part of that.
candidacy-stands-already = { $person } stands already.
candidacy-asked-already = { $person } was asked already, and has not answered yet.
candidacy-said-no = { $person } was asked already, and does not stand.
candidacy-enough-proposed = You have proposed { $limit } who have not answered. First see what they say.
candidacy-asked = I have asked { $person }.
candidacy-asks-you =
    🗳 **{ $title }**
    { $by } has proposed you in { $assembly }. Will you stand? You have until { $ends }; without an answer you don’t stand.
candidacy-label-yes = yes, I stand
candidacy-label-no = no
candidacy-not-asked = Nobody has asked you there.
candidacy-none = You do not stand there.
candidacy-declined = Good. You do not stand.
candidacy-declined-yours = { $person } does not stand: “{ $title }”
candidacy-withdrawn = You no longer stand: “{ $title }”
candidacy-gone = { $person } no longer belongs here and cannot be elected any more, though the name stays on the ballot: “{ $title }”

candidates-head = 🗳 **{ $title }**
candidates-none = Nobody stands.
candidates-question =
    { $count ->
        [0] Question { $number }: { $words } · no answer yet
        [one] Question { $number }: { $words } · one answer
       *[other] Question { $number }: { $words } · { $count } answers
    }
candidates-label-question = question { $number }
question-card-head =
    🗳 **{ $title }**
    { $person } asks everyone who stands: { $words }
question-by-somebody = Somebody
question-card-answer =
    { $said ->
        [yes] · { $person }: { $words }
       *[no] · { $person }: …
    }
question-label-answer = answer
question-for-you =
    🗳 **{ $title }**
    { $person } in { $assembly } asks everyone who stands: { $words }
    Reply to this message; everyone there can read it.
question-not-yours = Only those who stand answer this.
question-enough = You have asked { $limit } questions: that is all for one election.
question-too-many = They have { $limit } questions already, and that is enough to answer.
question-answered = Your answer is kept: “{ $title }”

elected-role-yours =
    { $role ->
        [organiser] You are elected: you organise { $assembly } until { $until }.
       *[facilitator] You are elected: you facilitate { $assembly } until { $until }.
    }
office-taken = Elected: { $person }, { $office } until { $until }.
office-taken-yours = You are elected in { $assembly }: { $office }, until { $until }.
office-passed-on = In { $assembly } others were elected: { $office }. Thank you for the work.
office-line = { $person } · { $office } until { $until }
office-label-end = lay down: { $office }
office-not-yours = Only { $person } can lay this down.
office-laid-down = { $person } no longer does this: { $office }. Thank you for the work.
office-soon = The term of { $person } ends { $until }: { $office }. Do you elect again?
office-soon-yours = Your term in { $assembly } ends { $until }: { $office }. Then others do it, or you are elected again.
office-ended = The term of { $person } ends today: { $office }. Thank you for the work.
offices-head = 🗳 **Roles and offices: { $assembly }**
offices-none = Nobody holds a role or an office in { $assembly }. Elect somebody: { $command }
record-elected = { $person } elected: { $office }
