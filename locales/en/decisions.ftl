### Polls and decisions.

theme-decisions = **Deciding**

cmd-poll = Ask everyone and count the votes
    .name = poll
    .example = Repaint the gate? | yes | no | until Friday 18:00
ask-poll-title = What is the question? (For example: *Shall we repaint the gate?*)
ask-poll-answers = Which answers? Send them with | between. (For example: *red | green | blue*)
ask-poll-until = Until when? (For example: *Friday 18:00*)
cmd-vote = Vote, giving the number and your answer
    .name = vote
    .example = 3 yes
ask-vote-decision = In which vote?
cmd-unvote = Take your vote back
    .name = unvote
    .aliases = take_back_vote
    .example = 3
ask-unvote-decision = In which vote?
cmd-close = Close a vote now
    .name = close
    .aliases = end
    .example = 3
ask-close-decision = Which vote shall be closed?
cmd-polls = What is open, and where your vote is missing
    .name = polls

stance-yes = yes
stance-no = no
stance-abstain = abstain
stance-consent = consent
stance-objection = objection
stance-agree = agree
stance-stand-aside = stand aside
stance-disagree = disagree
stance-block = block
stance-unchanged = nothing changes
decision-yes-no = yes / no / abstain
decision-in-one-day = until tomorrow
decision-in-days = { $days } days

decision-card-head =
    🗳 **{ $outcome ->
        [passed] Decided: { $title }
        [rejected] Not decided: { $title }
        [no-quorum] Not decided: { $title }
        [too-few] Not decided: { $title }
        [withdrawn] Taken back: { $title }
       *[open] { $title }
    }** · { $number }
decision-card-option = { $option }  { $bar } { $votes }
decision-card-method = { $method } · { $rule }
decision-card-marked =
    { $perhaps ->
        [0] { $number } { $option }  { $bar } { $votes }
       *[other] { $number } { $option }  { $bar } { $votes } · { $perhaps } if need be
    }
decision-card-named = { $number } { $option }
decision-card-fixed = { $option }
decision-card-foot =
    { $outcome ->
        [open] { $kind ->
            [quick] { $cast } of { $electorate ->
                [one] { $electorate } vote
               *[other] { $electorate } votes
            } · simple majority · until { $closes }
            [secret] Secret: the result comes at its end, { $closes }
           *[binding] { $cast } of { $electorate } { $cast ->
                [one] has
               *[other] have
            } voted · until { $closes }
        }
       *[closed] { $cast } of { $electorate } voted · closed
    }
opinion-question = 🗳 { $title } · { $number } · only an opinion, it decides nothing · until { $closes }
decision-your-vote = Your vote: { $choice }. You can change it until { $closes }.
decision-vote-taken-back = Your vote is taken back.
decision-no-vote-yet = You have no vote in it yet.
decision-not-elector = You can’t vote in this one: only those who belonged here when it opened can.
decision-not-delegate = In a council its delegates vote, and deputies once they have moved up: only those who were one when this opened.
decision-closed-already = This vote is over. Nothing changed.
decision-takes-its-time = Something follows from this vote by itself, so it cannot end early: it runs until { $closes }, or until everyone has voted.
decision-runs-on = This one is binding: it runs until { $closes }, or until everyone has voted.
decision-voted-already = Others have already voted, so the vote stays. You can close it instead.
decision-no-such-option = “{ $typed }” is none of the answers. Send the number or the words of one.
decision-options-alike = Two answers are alike. Send them again with | between.
decision-one-option = One answer is no choice. Send at least two, with | between.
decision-many-options = Those are too many: at most { $limit } answers.
decision-not-yours =
    { $count ->
        [0] Only whoever asked may close this vote.
       *[other] { $closing ->
            [organisers] Only whoever asked may close this vote, or the organisers ({ $who }).
           *[facilitators] Only whoever asked may close this vote, or the facilitators ({ $who }).
        }
    }
decision-extended =
    🗳 **{ $title }** goes on: { $cast ->
        [0] nobody has voted yet
        [one] only { $cast } has voted
       *[other] only { $cast } have voted
    }, at least { $needed } are needed. Now until { $closes }.
decision-gave-way = 🗳 “{ $title }” ({ $number }) is taken back: there is a new version, { $newer }. Votes do not carry over, please vote again.
decision-newer = New version: { $number }
decision-older = New version of { $number }
decision-count =
    { $votes } { $stance ->
        [abstain] abstaining
        [consent] consenting
        [objection] objecting
        [agree] agreeing
        [stand-aside] standing aside
        [disagree] disagreeing
        [block] blocking
       *[other] { $option }
    }
decision-count-own = { $option }: { $votes }
decision-voted =
    { $counted ->
        [yes] { $counts }; { $cast } of { $electorate } voted
       *[no] { $cast } of { $electorate } voted
    }{ $entered ->
        [0] {""}
       *[other] , { $entered } of them entered by the facilitators
    }
decision-tie = A tie
decision-tie-between =
    { $won ->
        [0] A tie between { $tied }
       *[other] Chosen: **{ $winners }**. A tie for what is left between { $tied }
    }
decision-ended =
    🗳 { $outcome ->
        [passed] **Decided: { $title }** · { $voted }.{ $details }
        [rejected] **Not decided: { $title }** · { $voted }.{ $details }
        [chosen] { $won ->
            [0] **{ $title }** · No answer has any votes. { $voted }.{ $details }
           *[other] **{ $title }** · Chosen: **{ $winner }**. { $voted }.{ $details }
        }
        [heard] **{ $title }** · { $voted }. It was only an opinion: nothing is decided.{ $details }
        [tied] **{ $title }** · { $tie }: { $voted }.{ $follows ->
            [yes] {""}
           *[no] {" "}Talk it over and ask again.
        }{ $details }
        [no-quorum] **Not decided: { $title }** · Too few voted: { $voted }.{ $details }
        [too-few] **{ $title }** · Too few for a secret vote: nobody looked at the votes, so nothing is decided.
       *[empty] **{ $title }** · { $by ->
            [groups] No group has given a mandate, so nothing is decided.
           *[people] Nobody voted, so nothing is decided.
        }
    }
    Record { $record }
decision-who = Who will see to it?
decision-label-task = Add a task
decision-reminder =
    🗳 **{ $title }**
    { $assembly } votes until { $closes }. Your vote is still missing.
decisions-none = Nothing is open. Ask something with { $command }.
decisions-head =
    { $count ->
        [one] 🗳 One vote is open:
       *[other] 🗳 { $count } votes are open:
    }
decisions-line =
    { $number } · { $title } · until { $closes }{ $missing ->
        [yes] {" "}· **your vote is missing**
       *[no] {""}
    }{ $where ->
        [named] {" "}· { $assembly }
       *[here] {""}
    }
