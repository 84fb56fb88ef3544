### The record: what we decided, unchanged.

cmd-record = What was last written into the record
    .name = record
record-head = **Record · { $assembly }**
record-line = { $number } · { $at } · { $what }
record-founded = { $assembly } founded, by { $person }
record-decided =
    { $outcome ->
        [passed] Decided: { $title } ({ $counts })
        [rejected] Not decided: { $title } ({ $counts })
        [chosen] Chosen in “{ $title }” ({ $counts })
        [heard] An opinion, nothing decided: { $title } ({ $counts })
        [tied] A tie: { $title } ({ $counts })
        [no-quorum] Not decided, too few voted: { $title } ({ $counts })
        [too-few] Too few for a secret vote: { $title }
       *[empty] Nobody voted: { $title }
    }
record-stated = What follows from “{ $title }”: { $statement } ({ $person })
record-role =
    { $role ->
        [facilitator] { $person }: facilitator
        [organiser] { $person }: organiser
       *[none] { $person }: role ended
    }
record-delegated = Delegated: { $person } → { $council }
record-statutes = Statutes · { $article }: { $value }
record-withdrawn = (withdrawn)
record-empty = Nothing stands in the record yet.

cmd-verify = Check that nobody has changed the record
    .name = verify
record-holds =
    { $lines ->
        [one] The record of { $assembly } is unchanged: one entry, check code { $head }.
       *[other] The record of { $assembly } is unchanged: { $lines } entries, check code { $head }.
    }{ $withdrawn ->
        [0] {""}
        [one] {" "}One detail was withdrawn.
       *[other] {" "}{ $withdrawn } details were withdrawn.
    }
record-broken = From entry { $number } on, the record is not as it was written. Compare { $command } with the results in your chat, and talk to those who run me.
