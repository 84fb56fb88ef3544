### Delegates: who sits in which council for whom, and until when.

theme-delegates = **Councils and delegates**

cmd-delegate = Elect who goes to a council for you
    .name = delegate
    .example = City council
ask-delegate-sending = To which council?
ask-delegate-person = Who do you propose?
cmd-undelegate = No longer go to a council for your group
    .name = undelegate
ask-undelegate-delegation = Which delegation do you lay down?
cmd-delegates = Who sits where, and until when
    .name = delegates

delegation-as =
    { $as ->
        [deputy] {" "}as deputy
       *[delegate] {""}
    }
delegation-named =
    🎗 **{ $person }** now goes to { $council } for { $assembly }{ $deputed ->
        [yes] , with { $deputy } as deputy
       *[no] {""}
    }, until { $until }.
delegation-named-yours =
    🎗 You now go to **{ $council }** for { $assembly }{ $role }, until { $until }.
    { $as ->
        [deputy] When { $assembly }’s delegate is gone, you move up.
       *[delegate] You say there what { $assembly } has decided, and report after each meeting. I will remind you.
    }
delegation-arrived =
    🎗 **{ $person }** is here for { $assembly }{ $deputed ->
        [yes] , with { $deputy } as deputy
       *[no] {""}
    }, until { $until }.
delegation-ended = 🎗 **{ $person }** no longer goes to { $council } for { $assembly }.
delegation-ended-yours = 🎗 You no longer go to **{ $council }** for { $assembly }. Thank you for what you carried there and back.
delegation-deputy-free = 🎗 **{ $person }** goes to { $council } for { $assembly }. The deputy’s place there is free.
delegation-deputy-free-yours = 🎗 You go to **{ $council }** for { $assembly } yourself, so you are not the deputy there as well any more.
delegation-vacant = 🎗 **{ $person }** no longer goes to { $council } for { $assembly }. Elect somebody: { $command }
delegation-moved-up = 🎗 **{ $before }** no longer goes to { $council } for { $assembly }. **{ $person }** moves up, until { $until }.
delegation-moved-up-yours = 🎗 You move up: from now on you go to **{ $council }** for { $assembly }, until { $until }.
delegation-soon =
    🎗 **{ $person }** goes to { $council } for you until { $until }. Who goes after that?
    Elect somebody in time: { $command }
delegation-soon-yours = 🎗 You go to **{ $council }** for { $assembly } until { $until }. I have told them, so that they elect somebody in time.
delegation-over = This delegation has ended already.
delegation-not-yours = That is not your own delegation. Together your group can recall somebody: { $command }
delegation-nowhere = { $assembly } has no seat in a council. A council can invite you, with { $command }.
delegation-no-such-seat = “{ $typed }” is no council in which you have a seat.
delegation-no-such-person = Nobody called “{ $typed }” has been sent anywhere from here. Who sits where: { $command }
delegation-enough =
    { $terms ->
        [one] { $person } has been there for a whole term. Your statutes ask for somebody else now.
       *[other] { $person } has been there for { $terms } terms in a row. Your statutes ask for somebody else now.
    }
council-relieved =
    🎗 **{ $council }** stands on its own feet now: from here on it belongs to those who are sent there. Thank you for bringing it together.
    Do you want to go there yourself? Let your group elect you: { $command }
seats-none = You have no seat in a council yet. A council begins in its own group chat, with { $command }.
delegations-head = 🎗 Who sits where:
delegations-line = { $number } · **{ $person }** · { $assembly } → { $council }{ $role } · until { $until }
delegations-empty = { $assembly } → { $council } · nobody yet
delegation-no-seat = You have elected somebody, but your seat in { $council } is gone: nobody is sent.
delegations-none-yours = You are sent nowhere at the moment. Who is: { $command }
