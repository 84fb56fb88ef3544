### Delegates: who goes where, and until when.

theme-delegates = **Delegates and reports**

cmd-delegate = Send somebody to a council as your delegate
    .name = delegate
    .example = Ben
ask-delegate-person = Whom do you send?
ask-delegate-council = To which council?
cmd-undelegate = End a delegation
    .name = undelegate
    .example = Ben
ask-undelegate-delegation = Which delegation shall end?
cmd-delegates = Who goes where, and until when
    .name = delegates

delegation-named = 🎗 **{ $person }** now goes to { $council } for { $assembly }, until { $until }.
delegation-named-yours =
    🎗 You now go to **{ $council }** for { $assembly }, until { $until }.
    After each meeting there, { $assembly } waits for your report. I will remind you.
delegation-arrived = 🎗 **{ $person }** is here for { $assembly }, until { $until }.
delegation-ended = 🎗 **{ $person }** no longer goes to { $council } for { $assembly }.
delegation-ended-yours = 🎗 You no longer go to **{ $council }** for { $assembly }. Thank you for what you carried there and back.
delegation-soon =
    🎗 **{ $person }** goes to { $council } for you until { $until }. Who goes after that?
    The same again, or somebody else: { $command }
delegation-soon-yours = 🎗 You go to **{ $council }** for { $assembly } until { $until }. I have told them, so that they can name somebody in time.
delegation-told = Done. { $assembly } knows.
delegation-over = This delegation has ended already.
delegation-no-council =
    I know no council to which you could send somebody yet.
    Somebody who organises here first becomes a member there, with { $command } in its group.
delegation-no-such-council = “{ $typed }” is no council to which you send somebody.
delegations-none = Nobody has been sent anywhere yet. Name somebody with { $command }.
delegations-head = 🎗 Who goes where:
delegations-line = { $number } · **{ $person }** · { $assembly } → { $council } · until { $until }
