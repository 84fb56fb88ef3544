### Was das Haus selbst sagt: Absagen, Beschriftungen, und wie ein Datum geschrieben wird.

## Datum: Muster von Babel, eigene Wörter zwischen ' '

moment-full = ccc d. MMMM, HH:mm
moment-full-year = ccc d. MMMM y, HH:mm
moment-day = ccc d. MMMM
moment-day-year = ccc d. MMMM y
moment-time = HH:mm

## Nein

refused-unknown-command = { $typed } kenne ich nicht. Was du sagen kannst, zeigt dir { $command }.
refused-did-you-mean = { $typed } kenne ich nicht. Meinst du { $command }?
refused-not-there = Das finde ich hier nicht. Vielleicht gehört es woandershin, oder es ist schon vorbei.
refused-not-member = Das können nur Mitglieder von „{ $assembly }“.
refused-needs-organiser = Das kann nur die Organisation. Wer das ist: { $command }
refused-unorganised = Das kann nur die Organisation, und gerade organisiert hier niemand. Jedes Mitglied kann eine Wahl beginnen: { $command }
refused-needs-facilitator = Das kann nur die Moderation. Wer das ist: { $command }
refused-private-only = Das bleibt unter uns: Schreib mir privat.
refused-group-only = Das gehört in die Gruppe: Sag es dort.
refused-not-founded = In diesem Chat gibt es noch keine Kommune. Eine beginnt mit { $command }.
refused-belongs-nowhere = Du gehörst gerade zu keiner Kommune. Sag { $command } in ihrer Gruppe, dann gehörst du dazu.
refused-date = „{ $typed }“ kenne ich nicht. Versuch es so: *Freitag 18 Uhr* oder *24.5. 18:00*.
refused-past = Das ist schon vorbei. Ich brauche einen Zeitpunkt, der noch kommt.
refused-number = „{ $typed }“ ist keine Zahl, die hier passt. Schick nur die Ziffern, zum Beispiel *3*.
refused-choice = „{ $typed }“ gehört nicht zu den Antworten. Such dir eine davon aus.
refused-too-long = Das ist zu lang: höchstens { $limit } Zeichen.
refused-person = Unter dem Namen „{ $typed }“ kenne ich hier niemanden.
refused-several-things = „{ $typed }“ gibt es hier mehrmals.
refused-no-thing = „{ $typed }“ finde ich hier nicht.
refused-several-people = „{ $typed }“ heißen hier mehrere. Wen meinst du?

## Wenn etwas schiefging

something-broke = Das hat nicht geklappt, und es lag nicht an dir. Es hat sich nichts geändert; wer mich betreibt, weiß Bescheid.

## Halb gesagt, zurückgenommen

ask-here = Um welche deiner Gruppen geht es?
half-said-cancelled = Gut, ich lasse es.
nothing-to-cancel = Es gibt nichts abzubrechen.
half-said-by-another = Diese Frage ging an jemand anderen. Fang selbst damit an, dann frage ich dich.
half-said-expired = Die Frage war zu lange offen. Fang einfach neu an.
half-said-lapsed =
    { $again ->
        [yes] Die Frage war zu lange offen. Fang mit { $command } neu an.
       *[no] { half-said-expired }
    }
half-said-dropped =
    { $again ->
        [yes] Diese Frage habe ich fallen gelassen. Fang mit { $command } neu an.
       *[no] Diese Frage habe ich fallen gelassen. Fang einfach neu an.
    }
half-said-answered = Das hast du schon beantwortet.
half-said-gives-way =
    { $again ->
        [yes] Die Frage zu { $command } lasse ich fallen.
       *[no] Die Frage davor lasse ich fallen.
    }
nothing-to-undo = Es gibt nichts zurückzunehmen.
undone =
    { $button ->
        [yes] Zurückgenommen: dein letzter Knopfdruck.
       *[no] Zurückgenommen: { $step }.
    }
undo-no-way =
    { $helps ->
        [yes] Dein letzter Schritt war { $step }. Das lässt sich nicht zurücknehmen. Was hilft: { $instead }
       *[no] Dein letzter Schritt war { $step }. Das lässt sich nicht zurücknehmen.
    }
step-by-button = ein Knopfdruck
button-old = Dieser Knopf ist von früher. Der aktuelle Stand steht weiter unten.
card-moved = Das steht jetzt weiter unten.

## Beschriftungen

label-where = { $label } · { $assembly }
label-more = mehr …
label-help = Hilfe
label-open-private = Privaten Chat öffnen

## Listen

list-more = … und noch { $count }.

## Wen ich nicht erreiche, und wo

unreachable =
    { $count ->
        [one] Eine Person erreiche ich noch nicht privat.
       *[other] { $count } Leute erreiche ich noch nicht privat.
    }
    Öffne einmal den Chat mit mir, dann kann ich dir schreiben.
answer-by-number = Zum Antworten schreib die Zahl.
told-there = Erledigt. { $assembly } weiß Bescheid.
matrix-unreadable = { $name }, was du hier geschrieben hast, konnte ich nicht entschlüsseln. Schick es bitte noch einmal. Klappt auch das nicht, schreib in Element erst /discardsession und dann deine Nachricht.
enough-for-today = Davon hast du hier heute schon { $limit } begonnen. Mach morgen weiter.
