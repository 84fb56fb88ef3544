### Votes that cannot be counted.

ballot-empty = Nothing is chosen yet: choose at least one answer.
ballot-no-such-option = There is no number { $option } here, only 1 to { $options }.
ballot-no-such-mark = { $mark } is not possible here, only { $lowest } to { $highest }.
ballot-one-answer = Only one answer is possible here: send just that.
ballot-too-many = That makes { $given }, you can choose { $most } at most. Take one away first.
ballot-too-many-dots = That makes { $given } dots, you have { $most }. Take some away elsewhere, or start over.
ballot-equal-ranks = Each place can be given only once here. Name each number once, the best one first.
ballot-secret-apart = This vote is secret: it is cast in our private chat alone.
ballot-secret-for-nobody = This vote is secret: everyone casts their own.
ballot-for-oneself = That is your own vote: cast it as everybody does.
ballot-not-theirs = { $person } can’t vote in this one: only those who belonged here when it opened can.
ballot-voted-themselves = { $person } has voted already. Only { $person } can change that.
