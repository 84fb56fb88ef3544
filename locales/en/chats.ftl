### Chats: greeting, binding, unbinding.

chat-hello =
    Hello, I’m Kommune. I remember what you decide, who does what and when you meet. I keep only what is addressed to me.
    {""}*Hallo, ich bin Kommune: Ich halte fest, was ihr beschließt, wer was macht und wann ihr euch trefft.*
    What is this place?
chat-label-found = Found a commune
chat-label-committee = A committee of …
chat-label-look = Just look around
chat-look =
    { $poll }: let everyone vote and count
    { $task }: remember who does what by when
    { $meet }: invite, collect points, remind
    Until somebody says { $found }, I keep quiet.

cmd-bind = Bring a second chat into this group
    .name = bind
chat-bind-how = First say { $bind } in the group that exists already: there I show its organisers a code. Then send the code in the chat that is to be added.
chat-bind-code =
    Send this in the other chat, and it belongs to { $assembly } as well: { $bind }
    The code is good for an hour, once, and only for organisers. On another platform, first link your two accounts: { $link }, in private with me.
chat-bound = { $person } has added a chat: **{ $assembly }** now speaks here and there.
code-unknown = I don’t know this code. A code is good for an hour, once, and only for those it is meant for.

cmd-unbind = Take this chat out of the group
    .name = unbind
chat-unbind-last = This is the only chat of { $assembly }. Add another one first: { $bind }
chat-unbound = This chat no longer belongs to { $assembly }. Everything goes on over there.
