### Votes that cannot be counted.

ballot-empty = Nothing is chosen yet.
ballot-no-such-option = There is no number { $option } here, only 1 to { $options }.
ballot-no-such-mark = { $mark } is not possible here, only { $lowest } to { $highest }.
ballot-one-answer = Only one answer is possible here.
ballot-too-many = That makes { $given }, you can choose { $most } at most.
ballot-too-many-dots = That makes { $given } dots, you have { $most }.
ballot-equal-ranks = Each place can be given only once here.
