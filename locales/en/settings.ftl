### Settings.

theme-settings = **Settings and your data**

switch-on = on
switch-off = off
admission-open = open
admission-vouched = vouched
admission-own = voted

cmd-settings = Show what is set
    .name = settings
settings-own =
    {""}**Your settings**
    Language: { $language }
    Time zone: { $zone }
    Digest: { $digest }
    What I know about you: { $mydata } · forget it: { $forget } · how I treat it: { $privacy }
settings-assembly =
    {""}**{ $assembly }**
    Language: { $language } · time zone: { $zone }
    Area: { $area }
    Admission: { $admission }
    Hidden: { $hidden } · to be found: { $listed }
    Digest in the chat: { $digest }
settings-no-area = not said yet
settings-label-language = Language
settings-label-timezone = Time zone
settings-label-digest = Digest
settings-label-area = Area
settings-label-spoken = More languages
settings-label-admission = Admission
settings-label-hide = Hide
settings-label-show = Show
settings-label-list = Be found
settings-label-unlist = Don’t be found

cmd-language = Choose the language
    .name = language
    .example = English
ask-language-language = Which language?
language-unknown = I don’t speak “{ $typed }” yet.
language-set = From now on in { $language }.

cmd-timezone = Choose the time zone
    .name = timezone
    .example = Berlin
ask-timezone-zone = Which city do the clocks follow? (For example: *Berlin* or *Istanbul*)
timezone-unknown = I find “{ $typed }” on no clock. Take the nearest big city.
timezone-set = Time zone: { $zone }. It is { $now } there now.
timezone-keeps = Open meetings and votes keep their moment; from now on I tell it by these clocks.

cmd-area = Say where your commune is at home
    .name = area
    .example = between the canal and the station
ask-area-area = Where are you at home? (For example: *between the canal and the station*)
area-set = { $assembly } is at home here: { $area }

cmd-spoken = Say which other languages you speak
    .name = spoken
    .example = Turkish, Arabic
ask-spoken-languages = Which languages do you speak besides? (For example: *Turkish, Arabic*, or *-* for none)
spoken-too-many = Those are too many or too long: at most { $limit } languages, with commas between.
spoken-set =
    { $count ->
        [0] In { $assembly } you speak { $languages }.
       *[other] In { $assembly } you speak { $languages }. Neighbours who write to you are told.
    }

cmd-admission = How one becomes a member here
    .name = admission
    .example = vouched
ask-admission-admission = How does one become a member? Open to everyone, vouched for by a member, or voted on by all?
admission-set =
    { $admission ->
        [open] From now on everyone who wants to can join { $assembly }.
        [vouched] From now on { $assembly } takes in whoever a member vouches for.
       *[own] From now on the members of { $assembly } decide who joins.
    }

admission-question =
    { $admission ->
        [open] Shall everyone who wants to be able to join us, without a vote?
       *[vouched] Shall one member’s word be enough to join us, without a vote?
    }
openness-theirs = In { $assembly } all members decide who joins, and so they decide about this. I have asked them.
openness-asked = You are voting about that already: { $command }

cmd-hidden = Hide or show your group
    .name = hidden
ask-hidden-switch = Shall your group be seen by its members alone: *on* or *off*?
hidden-set =
    { $switch ->
        [on] From now on only its members know of { $assembly }. Links to it lead nowhere any more.
       *[off] { $assembly } is no longer hidden.
    }

hidden-question = Shall { $assembly } be visible to everyone again?

cmd-listed = Whether neighbours without a link find you
    .name = listed
ask-listed-switch = Shall neighbours find you in the list: *on* or *off*?
listed-set =
    { $switch ->
        [on] Neighbours who look around now find { $assembly }.
       *[off] Only those who have the link find { $assembly } now.
    }
listed-but-hidden = You are hidden, so nobody can find you. Show yourselves first: { $hidden }
