### Cases: what neighbours bring.

theme-cases = **When you need help**

cmd-case = Write to us when something weighs on you
    .name = case
    .aliases = trouble
ask-case-lobby = Which neighbourhood? Tap it, or send me its code.
ask-case-words = ✉️ Just write what is going on. Only people who look after it will read it.

label-case = I need support
label-elsewhere = Another neighbourhood
topic-rent = Rent & home
topic-work = Work
topic-family = Family & everyday life
topic-other = Something else

case-in-private = ✉️ Write to me in private what is going on. Nobody asks you about it here in the group.
case-said-aloud =
    ✉️ That is not for everyone: best delete your message here.
    Write it to me in private, then only people who look after it will read it.
case-nobody = There is no commune here yet that could read this. I have kept nothing. If you are in danger: { $emergency }.

case-hello =
    ✉️ Hello, this is { $assembly }: neighbours like you.
    Just write what is going on. You usually get an answer within two days. If you are in danger: { $emergency }.
case-where =
    ✉️ Thank you for writing. Nobody reads this yet.
    Which neighbourhood is it for? If you have a code, send it to me.
    If you are in danger: { $emergency }.
case-where-code =
    ✉️ Thank you for writing. Nobody reads this yet.
    Which neighbourhood is it for? Send me its code: it is on their leaflets and in their link.
    If you are in danger: { $emergency }.
case-where-still = Added. For somebody to read it, the neighbourhood is still missing: tap it, or send me its code.
case-which =
    ✉️ Which of your cases does this belong to? Nobody reads it yet.
    If it is something new, tap the neighbourhood, or send me its code.
case-there-already = { $assembly } knows of it already. If it is for another neighbourhood, take it back with { $command } and write to me again.
case-greeting = ✉️ Thank you for writing. This is { $assembly }: neighbours like you.
case-readers =
    { $count ->
        [one] Only whoever looks after your case reads your words; that is one person here. They don’t see who you are: to them you are “{ $name }”.
       *[other] Only whoever looks after your case reads your words; there are { $count } of us. They don’t see who you are: to them you are “{ $name }”.
    }
case-when = You usually get an answer within two days. If you are in danger: { $emergency }.
case-also-here = This is { $assembly }, we speak English as well.
case-spoken = Some of us also speak { $languages }.
case-as-said = { $words }
case-which-topic = What is it mainly about?
case-topic-chosen = The topic is set already. Just keep writing.
case-on-its-way =
    { $count ->
        [one] ✉️ { $assembly } now knows that “{ $name }” needs help; that is one person.
       *[other] ✉️ { $assembly } now knows that “{ $name }” needs help; that is { $count } people.
    }
    You’ll hear from me as soon as somebody is there. Until then you can keep writing.
case-added = Added. What is it mainly about? Tap a topic above.
case-passed-on =
    { $count ->
        [0] Added. Nobody has taken it on yet; you will hear from me.
       *[other] Passed on.
    }
case-reopened = ✉️ Your case is open again, { $assembly } knows.
case-writes = ✉️ **{ $name }** writes · { $number }
case-over = This is closed already. If something new weighs on you, just write it to me.
case-still-open = This is still open. There is nothing to keep longer until it is solved.
case-not-for-me =
    I didn’t understand that. Help shows you what you can say.
    Or do you need support yourself?
case-for-whom =
    To whom shall I pass this on? Reply to the very message it answers, or send { $command }.
    Or do you need support yourself?

## What people are called whom we must not know

pseudonym = { $plumage } { $bird }
plumage-blue = Blue
plumage-green = Green
plumage-silver = Silver
plumage-golden = Golden
plumage-quiet = Quiet
plumage-bright = Bright
plumage-bold = Bold
plumage-calm = Calm
plumage-awake = Wakeful
plumage-gentle = Gentle
plumage-clever = Clever
plumage-nimble = Nimble
plumage-brave = Brave
plumage-wild = Wild
bird-heron = Heron
bird-crane = Crane
bird-woodpecker = Woodpecker
bird-starling = Starling
bird-siskin = Siskin
bird-finch = Finch
bird-sparrow = Sparrow
bird-stork = Stork
bird-oriole = Oriole
bird-lapwing = Lapwing
bird-cuckoo = Cuckoo
bird-falcon = Falcon
bird-kingfisher = Kingfisher
bird-swan = Swan
case-enough = You have brought { $limit } cases that are not solved yet. Keep writing in one of them.
case-enough-today = You have brought { $limit } cases since yesterday. Keep writing in one of them, or bring another from { $again }. In danger: { $emergency }.
case-full = This case has { $limit } messages from you. Wait for an answer, or begin another one.
