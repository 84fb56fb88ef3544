### The demo, and how the bot introduces itself on platforms.

profile-name = Kommune
profile-short = For neighbourhoods that decide, share out work and meet, right in their chat.
profile-about =
    I remember what you decide, who does what and when you meet.
    Neighbours with a problem write to me here; people of the commune answer.
    I keep only what is addressed to me.

demo-welcome =
    A neighbourhood on Saturday 4 May 2030, 14:00. You are Ayşe, in the room #wedding.
    Say something with /help, switch person with @ben, room with #rent, and let time pass with :clock +1d.
    Press a button by its number or its [label]. Ctrl-D ends.
demo-clock = I let time pass like this: :clock +1d, :clock +2h or :clock 2030-05-06 08:00
demo-not-meant = (Nobody asked the bot. Begin with / to speak to it.)
