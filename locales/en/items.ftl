### Items of a council: referred to its assemblies, decided by their mandates.

cmd-refer = Send a council’s question to all its groups
    .name = refer
    .example = 12
ask-refer-decision = Which question shall go to the groups?

item-card-method =
    { $method } · { $rule } · { $weighing ->
        [members] each group counts as many votes as it has members
        [split] each group counts as many votes as it has members, split as they voted
       *[each] one group, one vote
    }
item-card-option = { $option }  { $bar } { $votes }
item-card-foot =
    { $stage ->
        [free] Delegates speak freely here, until { $closes }. Then their groups say whether they stand by it.
        [ratifying] { $in } of { $all } { $in ->
            [one] stands
           *[other] stand
        } by their delegate · until { $closes }
        [base] { $in } of { $all ->
            [one] { $all } group has
           *[other] { $all } groups { $in ->
                [one] has
               *[other] have
            }
        } decided · until { $closes }
       *[closed] { $in } of { $all ->
            [one] { $all } group has
           *[other] { $all } groups { $in ->
                [one] has
               *[other] have
            }
        } decided · closed
    }
item-card-missing =
    Still deciding: { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
item-card-silent =
    Nothing said yet: { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
item-card-without =
    Without a mandate: { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
item-card-spoken = { $assembly }: { $said }
item-label-refer = Ask the groups
item-label-again = Ask them again
items-none = This council has no open question. Put one with { $command }.
item-only-council = Only a council’s questions go to groups. To bring yours to a council: { $command }
item-by-mandate = Here it is not people who vote, but groups: what each has decided counts.
item-not-free = This group has its mandate already, or is deciding. A delegate cannot speak against it.
item-frozen = The delegates have spoken. Now it is for their groups.
item-free-stays = Here the delegates speak first. After that it goes to their groups.
item-too-late = There is not enough time left for anybody to decide about it. Put it anew: { $command }
item-nothing-to-refer = Everybody has it already. Nothing to send.
item-referred =
    🏛 **{ $title }** goes to { $count ->
        [one] one group
       *[other] { $count } groups
    } now.
item-not-your-seat = No seat in this question is yours.
item-delegate-spoke = { $person } has spoken for your group already.
item-spoken = You have said “{ $choice }” for { $assembly }. You can change it until { $closes }; then they vote on it.
item-reminder =
    🗳 **{ $title }**
    In { $council } delegates speak freely until { $closes }. Nobody has spoken for { $assembly } yet.
item-frozen-now =
    🏛 **{ $title }**
    { $count ->
        [one] One delegate has spoken. The group now says whether it stands by that, until { $closes }.
       *[other] { $count } delegates have spoken. Their groups now say whether they stand by that, until { $closes }.
    } What is not confirmed falls away.
item-told =
    🏛 **{ $council }: { $title }**
    { $outcome ->
        [passed] Decided.
        [rejected] Not decided.
        [chosen] Chosen: **{ $winner }**.
        [tied] A tie, so nothing is decided.
        [no-quorum] Not decided: too few groups had decided.
        [withdrawn] Taken back.
       *[empty] Nothing is decided: no group had a mandate.
    } You said: { $said }
item-called-back = 🏛 “{ $title }” is no longer asked: { $council } does not wait for it any more.
item-unfit = Groups cannot answer this together: choose a method in which one answer wins.
item-too-short = That is too short: it goes to every group and back. At the earliest: { $earliest }
item-not-secret = What groups say in a council is open to all of them: a question to them is never secret.
item-by-groups =
    { $votes }; { $in } of { $all ->
        [one] { $all } group
       *[other] { $all } groups
    } had decided
motion-free-line = Delegates speak freely; what their group does not confirm falls away.
motion-label-free = Free item
motion-label-not-free = Ask the groups
motion-groups-line = The groups of { $assembly } decide, each for itself.

mandate-given = 🎗 With that, { $council } knows what you say: **{ $said }**. Whoever goes there for you is bound to it.
mandate-none = 🎗 With that you give no mandate for “{ $title }”: in { $council } you do not count, unless you are asked again.
mandate-given-yours =
    🎗 **{ $title }**
    Your mandate for { $council }: **{ $said }**. It counts there already.
mandate-none-yours =
    🎗 **{ $title }**
    { $assembly } has given no mandate. In { $council } you can only have it asked again.
mandate-nothing = nothing
mandate-part = { $percent } % { $option }
ratify-question = { $person } said “{ $choice }” for us: “{ $title }”. Do we stand by that?
ratified-yes =
    🎗 **{ $title }**
    You stand by it: “{ $said }” counts in { $council }.
ratified-no =
    🎗 **{ $title }**
    You don’t stand by it: “{ $said }” does not count in { $council }.
decision-carries = From { $council } ({ $number }): what you decide is your mandate there.
decision-ratifies = From { $council } ({ $number }): without a yes your delegate’s word falls away.
decision-brought = Brought by { $assembly } ({ $number })
digest-decision-groups =
    🗳 “{ $title }” ends { $closes }, { $missing ->
        [0] all groups have decided
        [one] one group is missing
       *[other] { $missing } groups are missing
    }
item-nobody-sits = Nobody has a seat here yet. Invite the groups that shall decide with you: { $command }
