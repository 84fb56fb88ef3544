### The demo, and how the bot introduces itself on platforms.

profile-name = Kommune
profile-short = For neighbourhoods that decide, share out work and meet, right in their chat.
profile-about =
    I remember what you decide, who does what and when you meet.
    Neighbours with a problem write to me here; people of the commune answer.
    I keep only what is addressed to me.

demo-welcome =
    A neighbourhood with a chat bot, played on this machine only. It is { $now }.
    Here live ayse, ben, cem, dilan, emre and fatma. Their rooms: #wedding (the commune), #rent and #cafe (committees), #council.

    Things to try:
    1. /today shows what is up; a button is pressed by its number or its name: [yes].
    2. @ben makes you Ben, in private with the bot; #rent takes you into that room, where a neighbour waits for help.
    3. /poll, /task or /meet: the bot asks for what is missing. /help tells the rest.
    4. ^ before your words answers the message just before, where the bot asks for a reply.
    5. :clock +1d lets a day pass: reminders and digests come.
    Ctrl-D ends.
demo-seat =
    { $where ->
        [private] (You are { $person }, in private with the bot. Into a room: #wedding)
       *[room] (You are { $person }, in the room { $room }.)
    }
demo-no-button = (No button here is called { $label }. A number presses one of the newest message.)
demo-time = (It is { $now }.)
demo-clock = (Time passes like this: :clock +1d, :clock +2h or :clock 2030-05-09 08:00)
demo-clock-back = (Time only goes forward. It is { $now }.)
demo-not-meant = (In a room the bot hears only what begins with /, what is pressed (1 or [yes]), and replies: ^ and your words.)
