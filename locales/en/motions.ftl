### Motions: a binding decision is drafted, shown, opened; new versions.

cmd-decide = Draft a binding decision; you see it before it opens
    .name = decide
    .example = Repaint the gate? | until Friday 18:00
ask-decide-title = What shall be decided? (For example: *We repaint the gate.*)
ask-decide-answers = Which answers? Send them with | between. (For example: *red | green | blue*)
ask-decide-until = Until when? (For example: *Friday 18:00*)
cmd-amend = Draft a new version of a decision
    .name = amend
    .example = 3 We repaint the gate in red
ask-amend-decision = Which decision shall get a new version?
ask-amend-title = What shall be decided now? (For example: *We repaint the gate in red.*)
ask-amend-answers = Which answers? Send them with | between. (For example: *red | green | blue*)
ask-amend-until = Until when? (For example: *Friday 18:00*)
ask-motion-title-title = How shall the question read?
ask-motion-answers-answers = Which answers? Send them with | between. (For example: *red | green | blue*)
ask-motion-until-until = Until when? (For example: *Friday 18:00*)
ask-motion-opens-opens = When shall it open by itself? (For example: *Monday 9:00*)
motion-in-one-day = in one day

motion-head = 🗳 **{ $title }** · this is how it will look
motion-new-version = New version of { $number }
motion-answers-line =
    { $count ->
        [0] Answers: still missing
       *[other] Answers: { $answers }
    }
motion-rule-line = { $method } · { $rule }
motion-times-line =
    { $opening ->
        [set] { $ending ->
            [set] Opens { $opens } · open until { $closes }
           *[days] Opens { $opens } · then open for { $days ->
                [one] { $days } day
               *[other] { $days } days
            }
        }
       *[told] { $ending ->
            [set] Open until { $closes }
           *[days] Open for { $days ->
                [one] { $days } day
               *[other] { $days } days
            }
        }
    }
motion-electorate-line = Whoever belongs to { $assembly } when it opens may vote. After that nothing changes.
motion-more =
    🗳 **{ $title }**
    { $rule }
    What shall be different?
motion-asks-majority = What share must say yes?
motion-asks-basis = Of whom is the majority counted?
motion-asks-quorum = How many must vote at least?
motion-asks-early = Does it end as soon as nothing can change?
motion-asks-extends = Does it go on once if too few have voted?
motion-asks-most = How many answers may one choose?
motion-asks-seats = How many win?
motion-label-open = open now
motion-label-method = method
motion-label-answers = answers
motion-label-until = until …
motion-label-opens = opens at …
motion-label-waits = not by itself
motion-label-title = question
motion-label-more = more …
motion-label-back = back
motion-label-drop = throw away
motion-label-keep = keep it after all
motion-opened = 🗳 **{ $title }** is open: { $number }
motion-thrown-away = Thrown away: { $title }
motion-not-yours = { $author } drafts this one. The facilitators can change it, too.
motion-open-already = It is open already: nothing changes any more. { $command } makes a new version.
motion-dropped-already = It was thrown away. Press “keep it after all” first, then go on.
motion-lacks-answers = There is nothing to choose from yet. Press “answers” and send at least two, with | between.
motion-many-answers = Those are too many answers for this: at most { $limit }.
motion-many-seats =
    { $count ->
        [one] There is only { $count } answer: no more than that can be chosen or win.
       *[other] There are only { $count } answers: no more than that can be chosen or win.
    }
motion-ends-before = It would end before it opens ({ $opens }). Say a later end.
motion-too-late = That is more than a year away. Say something nearer.
motion-less-strict = Your statutes ask for more: a decision may be stricter, never less. What they ask for: { $command }
motion-not-opening =
    { $who ->
        [organisers] By your statutes only the organisers open decisions: { $command }
       *[facilitators] By your statutes only the facilitators open decisions: { $command }
    }
motion-not-opened = “{ $title }” could not open by itself. Have a look, and open it when it fits.
amend-nothing = There is nothing yet of which there could be a new version. { $command } drafts a decision.
amend-acts-by-itself = What is decided here happens by itself, so there is no new version of it.
amend-newer = There is a newer version already: { $number }. Amend that one.
amend-not-yours = People are voting on this one. Until it ends, only whoever asked or the facilitators can put a new version in its place.
