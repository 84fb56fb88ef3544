### Joining.

cmd-join = Become a member here
    .name = join
join-by-link = Say { $command } in your commune’s group, or open the link it gives you.
join-offer =
    { $admission ->
        [vouched] You don’t belong to { $assembly } yet. Do you want to? Then I’ll ask there who knows you.
        [own] You don’t belong to { $assembly } yet. Do you want to? Then its members decide.
       *[open] You don’t belong to { $assembly } yet. Do you want to?
    }
join-no-door = This link leads nowhere. If you are in the group already, say { $command } there.
member-already = You already belong to { $assembly }.
member-joined = Welcome, { $person }. You now belong to { $assembly }.
member-joined-you = You now belong to { $assembly }. { $command } shows what you can do here.

newcomer-asked =
    { $way ->
        [vouched] I’m asking in { $assembly } who knows you. As soon as somebody says so, you belong; I’ll tell you.
       *[own] In { $assembly } the members decide together. I have asked them and will tell you.
    }
newcomer-waiting = { $assembly } knows that you want to join. I’ll tell you as soon as there is an answer.
newcomer-question = Shall { $person } join us?
newcomer-card =
    { $stand ->
        [admitted] **{ $person } is in.** { $vouched ->
            [yes] { $voucher } says: we know each other.
           *[no] {""}
        }
        [declined] **{ $person }** does not join for now.
        [lapsed] **{ $person }** is no longer asking.
       *[open] **{ $person } wants to join.** { $doubted ->
            [yes] Somebody has doubts: talk it over, then the facilitators decide.
           *[no] Who knows { $person }?
        }
    }
newcomer-gone = { $person } is no longer asking, so nothing changes.
label-i-know = I know { $person }
label-rather-not = rather not
newcomer-own = Somebody else has to say that.
newcomer-settled = That is decided already.
newcomer-doubted = Somebody has doubts. Now the facilitators decide.
newcomer-doubt-taken = Thank you. Nobody learns from me who said so.
newcomer-not-now =
    { $lapsed ->
        [yes] For two weeks nobody in { $assembly } has said that you know each other. Come by in person once, then ask again.
       *[no] { $assembly } has not taken you in this time. Talk to somebody you know there; you can ask again later.
    }
newcomer-enough = You have asked { $assembly } three times this month. Talk to somebody there first.
join-enough = You have come to { $assembly } { $limit } times since yesterday. You can again from { $again }; until then talk to somebody there.
