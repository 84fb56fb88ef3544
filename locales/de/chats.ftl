### Chats: begrüßen, verbinden, lösen.

chat-hello =
    Hallo, ich bin Kommune. Ich halte fest, was ihr beschließt, wer was macht und wann ihr euch trefft. Ich speichere nur, was an mich gerichtet ist.
    {""}*Hi, I’m Kommune: I remember what you decide, who does what and when you meet.*
    Was ist das hier?
chat-label-found = Eine Kommune gründen
chat-label-committee = Ein Komitee von …
chat-label-look = Erst mal umsehen
chat-look =
    { $poll }: alle abstimmen lassen und zählen
    { $task }: festhalten, wer was bis wann macht
    { $meet }: einladen, Punkte sammeln, erinnern
    Bis jemand { $found } sagt, bin ich still.

cmd-bind = Einen zweiten Chat an diese Gruppe anbinden
    .name = anbinden
chat-bind-how = Sag zuerst { $bind } in der Gruppe, die es schon gibt: Dort zeige ich der Organisation einen Code. Den Code schickst du dann in dem Chat, der dazukommen soll.
chat-bind-code =
    Schickt das im anderen Chat, dann gehört er auch zu „{ $assembly }“: { $bind }
    Der Code gilt eine Stunde, einmal und nur für die Organisation. Auf einer anderen Plattform verbinde vorher deine beiden Konten: { $link }, privat mit mir.
chat-bound = { $person } hat einen Chat verbunden: **{ $assembly }** spricht jetzt hier und dort.
code-unknown = Diesen Code kenne ich nicht. Ein Code gilt eine Stunde, einmal und nur für die, für die er gedacht ist.

cmd-unbind = Diesen Chat von der Gruppe lösen
    .name = loesen
    .aliases = lösen
chat-unbind-last = Das ist der einzige Chat von „{ $assembly }“. Verbinde erst einen anderen: { $bind }
chat-unbound = Dieser Chat gehört nicht mehr zu „{ $assembly }“. Dort geht alles weiter.
