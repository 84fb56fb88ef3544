### Lineage: up to a council, and the way through all assemblies.

cmd-bring = Bring what you decided to a council
    .name = bring
    .example = 12
ask-bring-decision = Which decision shall go to the council?
ask-bring-seat = To which council?
cmd-trail = Follow a question through all groups
    .name = trail
    .example = 12
ask-trail-decision = Which question?

bring-not-decided = Only what you have decided goes up to a council. Decide first: { $command }
bring-newer = There is a newer version, { $number }. Bring that one.
bring-about-people = Who does what among you is yours alone to decide: that stays here.
bring-already = { $council } has it already.
bring-where = To which council? You have seats in { $councils }. Say it after the number.
bring-not-yours = That is for whoever you have sent there, or for the facilitators. Who was sent: { $command }
bring-done = 🏛 **{ $title }** goes up to { $council }. All its groups are asked; your own answer counts there already.
trail-head = 🧭 The way of **{ $title }**
trail-stop =
    { $kind ->
        [item] { $assembly } ({ $number }) · { $outcome ->
            [open] { $in } of { $all ->
                [one] { $all } group has
               *[other] { $all } groups { $in ->
                    [one] has
                   *[other] have
                }
            } decided
            [passed] decided
            [chosen] chosen: { $winner }
            [withdrawn] taken back
            [tied] a tie
           *[other] not decided
        }
       *[own] { $assembly } ({ $number }) · { $outcome ->
            [open] still open
            [passed] decided
            [chosen] chosen: { $winner }
            [withdrawn] taken back
            [tied] a tie
           *[other] not decided
        }
    }
trail-below =
    ↳ { $assembly } · { $stand ->
        [given] { $said }
        [spoken] { $said }, not confirmed yet
        [asked] still deciding
        [none] no mandate
       *[other] not asked yet
    }
trail-more =
    ↳ { $count ->
        [one] and one more
       *[other] and { $count } more
    }
