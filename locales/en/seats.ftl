### Seats: assemblies in a council.

cmd-invite = Invite a group to take a seat in this council
    .name = invite
    .example = Wedding
ask-invite-guest = Which group shall be invited? Its name, please.
cmd-secede = Ask your group whether it leaves a council
    .name = secede
    .example = 1
ask-secede-seat = Which council?

refused-council-only = Only councils do that. A group chat becomes one with { $command }.
refused-deserted = Nobody sits in { $council } any more. You can begin a new council here: { $command }
refused-no-seat = Only those who have been sent to { $council } can do that. Who they are: { $command }
seat-no-such-assembly =
    { $count ->
        [0] I know no group called “{ $typed }”. It must have been founded here, and not be hidden.
       *[other] Several groups are called “{ $typed }”. Ask them to tell theirs apart with a name of its own.
    }
seat-circle = { $council } sits in { $assembly } already, itself or through others. Councils in a circle would wait for each other for ever.
seat-itself = A council does not sit in itself.
seat-circle-now = 🏛 You said yes, but { $council } sits in { $assembly } by now. Councils in a circle would wait for each other for ever.
seat-held-by = { $assembly } has a seat here already.
seat-held = You have a seat in { $council } already.
seat-not-held = You have no seat in { $council }.
seat-not-offered = This seat is no longer offered.
seat-invited-already = { $assembly } has been invited and is still thinking it over.
seat-asked = You are deciding about { $council } already: { $command }
seat-invited = 🏛 { $assembly } is invited. It takes its seat once its members have said yes.
seat-invited-enough = You have invited { $limit } groups since yesterday. Invite more from { $again }, or let somebody else in this council do it.
seat-offered =
    🏛 **{ $council }** invites { $assembly }: take a seat there and decide together with the others.
    You stay free: whoever you send says there what you have decided, and you can leave again.
seat-label-ask = Let us decide
seat-question = Shall { $assembly } take a seat in { $council }?
seat-question-leaving = Shall { $assembly } leave { $council }?
seat-taken =
    🏛 **{ $assembly } sits in { $council } now.**
    Who goes there for you? Elect somebody: { $command }
seat-taken-there = 🏛 **{ $assembly }** has taken its seat here.
seat-given-up = 🏛 { $assembly } has left { $council }.
seat-not-to-be-had = 🏛 You said yes, but { $council } has changed meanwhile and has no seat for { $assembly } any more.
council-by-seat = In { $council } groups sit, not people: each elects who goes there, with { $command }. Reading along needs no joining.
council-nobody-sent = Nobody has been sent to { $council } yet. It decides once its groups have elected who goes: { $command }
record-seat-taken = { $assembly } takes a seat in { $council }
record-seat-given-up = { $assembly } leaves { $council }

article-weighing = weight of votes
article-referring = asking the groups
article-term = term
article-rotation = terms in a row
article-recall = recall
article-reporting = time to report
weighing-each = one group, one vote
weighing-members = by members
weighing-split = by members, split
referring-at-once = at once
referring-on-call = when somebody says so
rule-months =
    { $months ->
        [one] { $months } month
       *[other] { $months } months
    }
rule-terms =
    { $terms ->
        [0] any number
        [one] only one
       *[other] { $terms }
    }
statutes-also = { $article }: { $value }
statutes-asks-weighing = What does a group’s vote weigh here? One vote each, as many as it has members, or as many as members and split the way they voted?
statutes-asks-referring = Do questions go down to the groups at once, or when somebody says so?
statutes-asks-term = For how long are delegates elected?
statutes-asks-rotation = How many terms in a row may the same person go?
statutes-asks-recall = What share of the members brings a recall to the vote?
statutes-asks-reporting = Within how many days do delegates report?
