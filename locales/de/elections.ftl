### Wahlen: kandidieren, Fragen, die Abstimmung, wer gewählt ist; Ämter und ihre Zeit.

theme-elections = **Leute wählen**

cmd-elect = Jemanden wählen: Erst kandidieren Mitglieder, dann stimmen alle ab
    .name = wahl
    .aliases = waehlen, wählen
    .example = 2 Kasse bis Freitag 18 Uhr
ask-elect-office = Wofür wird gewählt? Drück auf eins, oder schick euer eigenes Wort. (Zum Beispiel: *Kasse*, oder *2 Kasse* für zwei Plätze)
ask-elect-until = Bis wann kann man kandidieren? (Zum Beispiel: *Freitag 18 Uhr*)
cmd-stand = Bei einer Wahl kandidieren, mit ein paar Worten über dich
    .name = kandidieren
    .example = 1 Ich habe die Kasse in unserem Haus gemacht
ask-stand-election = Bei welcher Wahl?
cmd-propose = Jemanden vorschlagen; ich frage privat nach
    .name = vorschlagen
    .example = 1 Ben
ask-propose-election = Bei welcher Wahl?
ask-propose-person = Wen schlägst du vor?
cmd-unstand = Nicht mehr kandidieren
    .name = kandidatur_weg
    .example = 1
ask-unstand-election = Bei welcher Wahl?
cmd-question = Alle, die kandidieren, etwas fragen
    .name = frage
    .example = 1 Wie viel Zeit hast du?
ask-question-election = Bei welcher Wahl?
ask-question-words = Was willst du alle fragen, die kandidieren?
cmd-candidates = Wer kandidiert, was sie gefragt wurden und was sie sagen
    .name = kandidaturen
    .example = 1
ask-candidates-election = Wer kandidiert bei welcher Wahl?
ask-reply-words = Was antwortest du? Alle Mitglieder können es lesen.
ask-election-until-until = Bis wann kann man kandidieren? (Zum Beispiel: *Freitag 18 Uhr*)
cmd-offices = Wer welche Rolle oder welches Amt hat, und bis wann
    .name = aemter
    .aliases = ämter

kind-organiser = Organisation
kind-facilitator = Moderation
kind-seat = Sitz in einem Rat
kind-other = etwas anderes
way-ranked = Reihenfolge
way-approval = mehrere wählen
office-also-organiser = orga, organisieren
office-also-facilitator = moderieren, mod
stance-nobody = niemand davon
option-forgotten = eine Person, die nicht mehr da ist

election-title-organiser = Wer macht die Organisation?
election-title-facilitator = Wer macht die Moderation?
election-title-seat = Wer geht für uns in den Rat: { $office }?
election-title-other = Wer übernimmt das: { $office }?
election-title-run-off = { $title } (Stichwahl)
election-alone-organiser = Macht { $person } die Organisation?
election-alone-facilitator = Macht { $person } die Moderation?
election-alone-seat = Geht { $person } für uns in den Rat: { $office }?
election-alone-other = Übernimmt { $person } das: { $office }?

election-card-head = 🗳 **{ $title }** · Wahl { $number }
election-card-how =
    { $places ->
        [one] Gewählt wird für einen Platz
       *[other] Gewählt wird für { $places } Plätze
    }, { $way ->
        [approval] du kreuzt alle an, mit denen du einverstanden bist
       *[ranked] du bringst alle in deine Reihenfolge
    }, { $secret ->
        [yes] geheim
       *[no] offen
    }, { $days ->
        [one] einen Tag lang
       *[other] { $days } Tage lang
    }
election-card-candidate =
    { $about ->
        [yes] · { $person }: { $words }
       *[no] · { $person }
    }
election-card-asked =
    { $more ->
        [0] Gefragt, noch ohne Antwort: { $people }
       *[other] Gefragt, noch ohne Antwort: { $people } und { $more } weitere
    }
election-card-questions =
    { $count ->
        [one] Eine Frage an sie: { $command }
       *[other] { $count } Fragen an sie: { $command }
    }
election-card-standing =
    { $late ->
        [yes] Die Zeit zum Kandidieren ist um. Die Abstimmung wartet darauf, geöffnet zu werden.
       *[no] { $count ->
            [0] Noch kandidiert niemand. Das geht bis { $until }, dann beginnt die Abstimmung.
            [one] Bisher kandidiert ein Mitglied. Das geht bis { $until }, dann beginnt die Abstimmung.
           *[other] Bisher kandidieren { $count }. Das geht bis { $until }, dann beginnt die Abstimmung.
        }
    }
election-card-voting = Die Abstimmung läuft: { $number }, bis { $closes }
election-card-ended =
    { $count ->
        [0] { $voted ->
            [yes] Niemand ist gewählt.
            [gone] Wer gewählt wurde, ist nicht mehr da.
           *[no] Es kam nicht zur Abstimmung.
        }
       *[other] Gewählt: { $people }
    }
election-label-organisers = Organisation wählen
election-label-stand = ich kandidiere
election-label-propose = jemanden vorschlagen
election-label-question = etwas fragen
election-label-more = mehr …
election-label-places =
    { $count ->
        [one] ein Platz
       *[other] { $count } Plätze
    }
election-label-ranked = Reihenfolge bilden
election-label-approval = mehrere ankreuzen
election-label-open = offen abstimmen
election-label-secret = geheim abstimmen
election-label-until = kandidieren bis …
election-label-now = Abstimmung öffnen
election-label-off = Wahl absagen
election-label-again = noch einmal wählen
election-label-run-off = Stichwahl
election-shape =
    🗳 **{ $title }**
    Was soll anders sein?
election-shape-until = Kandidieren kann man bis { $until }.
election-stands-until = Kandidieren kann man jetzt bis { $ends }.
election-places = Möglich sind ein bis { $most } Plätze. (Zum Beispiel: *2 Kasse*)
election-runs-already = Diese Wahl läuft schon: „{ $title }“, Wahl { $number }.
election-not-yours = Das kann nur, wer die Wahl begonnen hat, oder die Moderation.
election-no-longer-standing = Die Abstimmung läuft schon oder ist vorbei: Bei Wahl { $number } kann niemand mehr dazukommen oder zurückziehen.
election-ended-already = Wahl { $number } ist vorbei.
election-too-long = Kandidieren kann man höchstens bis { $latest }.
election-full = Es kandidieren schon { $limit }, mehr passen nicht auf den Stimmzettel.
election-too-few =
    { $count ->
        [0] Noch kandidiert niemand, also gibt es nichts abzustimmen.
       *[other] Für einen früheren Beginn sind es zu wenige: { $count } für { $places } Plätze. Ist die Zeit um, stimmt ihr über die ab, die kandidieren.
    }
elections-none = Gerade wird niemand gewählt. Fang an mit { $command }.
election-off = 🗳 „{ $title }“ ist abgesagt. Niemand ist gewählt.
election-short =
    🗳 **{ $title }**
    { $count ->
        [0] Noch kandidiert niemand. Die Zeit endet { $ends }.
        [one] { $places } Plätze, und bisher kandidiert nur ein Mitglied. Die Abstimmung beginnt { $ends }.
       *[other] { $places } Plätze, und bisher kandidieren nur { $count }. Die Abstimmung beginnt { $ends }.
    }
election-nobody =
    🗳 **{ $title }**
    Niemand kandidiert, also gibt es keine Abstimmung. Wen könntet ihr fragen?
election-few =
    🗳 **{ $title }**
    Geheim geht es nur, wenn mindestens { $fewest } abstimmen dürfen, und ihr seid { $count }: Sonst ließe sich erraten, wie jemand gestimmt hat. Wollt ihr offen abstimmen?
election-opened =
    🗳 **{ $title }** Ihr könnt jetzt abstimmen.
    { $way ->
        [proposal] Ein Mitglied kandidiert: ja oder nein.
        [ranked] { $count } kandidieren, in ausgeloster Reihenfolge. Wer niemanden davon will, setzt „niemand davon“ an die erste Stelle.
       *[choice] { $count } kandidieren, in ausgeloster Reihenfolge. Kreuz alle an, mit denen du einverstanden bist, oder „niemand davon“: Gewählt ist, wer mehr Stimmen hat als das.
    }{ $few ->
        [yes] {" "}Es gibt { $places } Plätze, mindestens einer bleibt also leer.
       *[no] {""}
    }
    Mehr dazu: { $command }
election-tied =
    🗳 Gleichstand: { $people }. Zwischen Menschen wird nicht gelost.
    { $left ->
        [one] Wer den Platz bekommt, entscheidet ihr in einer Stichwahl.
       *[other] Wer die { $left } Plätze bekommt, entscheidet ihr in einer Stichwahl.
    }
election-gone =
    { $count ->
        [one] { $people } wurde gewählt, gehört aber nicht mehr dazu.
       *[other] { $people } wurden gewählt, gehören aber nicht mehr dazu.
    }
election-left =
    { $count ->
        [0] 🗳 „{ $title }“: Niemand ist gewählt.
       *[other] { $left ->
            [one] 🗳 „{ $title }“: Ein Platz bleibt leer.
           *[other] 🗳 „{ $title }“: { $left } Plätze bleiben leer.
        }
    }
election-runs-off = Die Stichwahl hat schon begonnen.

candidacy-stands =
    { $about ->
        [yes] Du kandidierst: „{ $title }“
       *[no] Du kandidierst: „{ $title }“ Ein paar Worte über dich schickst du mit { $command } …
    }
candidacy-says =
    { $about ->
        [yes] Du kandidierst, und das sagst du über dich.
       *[no] Du kandidierst schon. Ein paar Worte über dich schickst du mit { $command } …
    }
candidacy-organises = Du machst hier die Organisation, die Moderation gehört schon dazu.
candidacy-they-organise = { $person } macht hier die Organisation, die Moderation gehört schon dazu.
candidacy-stands-already = { $person } kandidiert schon.
candidacy-asked-already = { $person } ist schon gefragt, die Antwort steht noch aus.
candidacy-said-no = { $person } wurde schon gefragt und kandidiert nicht.
candidacy-enough-proposed = Du hast { $limit } vorgeschlagen, die noch nicht geantwortet haben. Wart erst ab, was sie sagen.
candidacy-asked = Ich habe { $person } gefragt.
candidacy-asks-you =
    🗳 **{ $title }**
    { $by } schlägt dich in „{ $assembly }“ vor. Kandidierst du? Du hast Zeit bis { $ends }; ohne Antwort kandidierst du nicht.
candidacy-label-yes = ja, ich kandidiere
candidacy-label-no = nein
candidacy-not-asked = Da hat dich niemand gefragt.
candidacy-none = Da kandidierst du nicht.
candidacy-declined = Gut. Du kandidierst nicht.
candidacy-declined-yours = { $person } kandidiert nicht: „{ $title }“
candidacy-withdrawn = Du kandidierst nicht mehr: „{ $title }“
candidacy-gone = { $person } gehört nicht mehr dazu und kann nicht mehr gewählt werden, auch wenn der Name auf dem Stimmzettel bleibt: „{ $title }“

candidates-head = 🗳 **{ $title }**
candidates-none = Niemand kandidiert.
candidates-question =
    { $count ->
        [0] Frage { $number }: { $words } · noch keine Antwort
        [one] Frage { $number }: { $words } · eine Antwort
       *[other] Frage { $number }: { $words } · { $count } Antworten
    }
candidates-label-question = Frage { $number }
question-card-head =
    🗳 **{ $title }**
    { $person } fragt alle, die kandidieren: { $words }
question-by-somebody = Jemand
question-card-answer =
    { $said ->
        [yes] · { $person }: { $words }
       *[no] · { $person }: …
    }
question-label-answer = antworten
question-for-you =
    🗳 **{ $title }**
    { $person } aus „{ $assembly }“ fragt alle, die kandidieren: { $words }
    Antworte auf diese Nachricht; alle dort können es lesen.
question-not-yours = Darauf antworten nur die, die kandidieren.
question-enough = Du hast { $limit } Fragen gestellt: Mehr sind es bei einer Wahl nicht.
question-too-many = Sie haben schon { $limit } Fragen, das ist genug zu beantworten.
question-answered = Deine Antwort steht: „{ $title }“

elected-role-yours =
    { $role ->
        [organiser] Du bist gewählt: Du machst die Organisation in „{ $assembly }“, bis { $until }.
       *[facilitator] Du bist gewählt: Du machst die Moderation in „{ $assembly }“, bis { $until }.
    }
office-taken = Gewählt: { $person }, { $office } bis { $until }.
office-taken-yours = Du bist in „{ $assembly }“ gewählt: { $office }, bis { $until }.
office-passed-on = In „{ $assembly }“ wurden andere gewählt: { $office }. Danke für die Arbeit.
office-line = { $person } · { $office } bis { $until }
office-label-end = abgeben: { $office }
office-not-yours = Abgeben kann das nur { $person }.
office-laid-down = { $person } macht das nicht mehr: { $office }. Danke für die Arbeit.
office-soon = Die Zeit von { $person } endet { $until }: { $office }. Wählt ihr neu?
office-soon-yours = Deine Zeit in „{ $assembly }“ endet { $until }: { $office }. Danach machen es andere, oder ihr wählt dich wieder.
office-ended = Die Zeit von { $person } endet heute: { $office }. Danke für die Arbeit.
offices-head = 🗳 **Rollen und Ämter: { $assembly }**
offices-none = In „{ $assembly }“ hat niemand eine Rolle oder ein Amt. Wählt jemanden: { $command }
record-elected = { $person } gewählt: { $office }
