### Who belongs, what one is called, leaving.

theme-members = **Belonging and roles**

cmd-name = Say what you want to be called
    .name = name
    .example = Ayşe
ask-name-name = What shall everyone here call you? (For example: *Ayşe*)
name-chosen = From now on you are called { $name } here.
name-without-letters = I can’t see a letter in that. Take a name with letters in it.
name-like-office = That sounds like an office, or like me. Take a name that is yours alone.
name-taken = Somebody here is already called { $name }. Add something, for example a letter.
name-told-apart = Somebody there is already called { $taken }. So that nobody mixes you up, you are called { $name } now. { $command } gives you another name.
name-sounds-like-office = The name “{ $person }” sounds like an office. Who really holds one is shown by { $command }.

cmd-members = Who belongs here, and who holds which role
    .name = members
members-head =
    { $count ->
        [one] **{ $assembly }** · one member
       *[other] **{ $assembly }** · { $count } members
    }
member-line =
    { $role ->
        [organiser] { $person } · organises until { $until }
        [facilitator] { $person } · facilitates until { $until }
       *[none] { $person }
    }
label-more-members = { $count } more

cmd-leave = Leave this group
    .name = leave
leave-sure =
    { $last ->
        [yes] Do you want to leave { $assembly }? After you, nobody organises here. You can give somebody the role first; otherwise the members elect somebody ({ $command }).
       *[no] Do you want to leave { $assembly }? What you decided together stays.
    }
label-leave = yes, I’m leaving
label-stay = I’m staying
leave-stayed = Good. You still belong to { $assembly }.
member-left = { $person } no longer belongs to { $assembly }.
member-left-you = You no longer belong to { $assembly }. Thank you for the time together.
chat-left-stays = You are no longer in one of the chats of { $assembly }. You still belong to it by its others.
chat-left =
    You are no longer in the chat of { $assembly }, so you no longer belong to it.
    { $council ->
        [yes] To a council belongs who is sent there: { $command }
       *[no] If you want to come back, go into its chat again and say { $command } there.
    }
members-lost = { $count } members are gone all at once. Until the organisers have had a look, no roles change here.
label-confirm-members = looked, all is well
