### Der Tagesüberblick, und was auf jemanden wartet.

cmd-today = Was heute ansteht
    .name = heute
cmd-digest = Wann der Tagesüberblick kommt, oder dass er nicht kommt
    .name = ueberblick
    .aliases = überblick, tagesüberblick
    .example = 7:30
ask-digest-hour = Wann soll der Tagesüberblick jeden Tag kommen? (Zum Beispiel: *7:30*)
cmd-mine = Alles, was auf dich wartet
    .name = meins

digest-label-off = aus
digest-label-mine = Was auf mich wartet
digest-label-cases = ✉️ Anliegen ansehen
digest-label-case = ✉️ { $name }
digest-label-decision = 🗳 { $title }
digest-label-task = ✅ { $title }
digest-label-meeting = 📅 { $title }
digest-label-report = 🎗 Schreiben: { $council }
digest-label-reports = 🎗 Berichte ansehen

digest-no-hour = „{ $typed }“ lese ich nicht als Uhrzeit. Versuch es so: *7:30*.
digest-set =
    { $whom ->
        [us] ☀️ Der Tagesüberblick kommt hier jeden Tag um { $hour }, zuerst am { $first }. Gibt es nichts zu sagen, sage ich nichts.
        [later] ☀️ Notiert: { $hour }. Der Tagesüberblick ist für alle, die etwas organisieren; sobald du das tust, kommt er.
       *[me] ☀️ Dein Tagesüberblick kommt jeden Tag um { $hour }, das nächste Mal am { $first }. Gibt es nichts zu sagen, sage ich nichts.
    }
digest-off =
    { $whom ->
        [us] ☀️ Hier kommt kein Tagesüberblick mehr.
       *[me] ☀️ Du bekommst keinen Tagesüberblick mehr. Was ansteht, zeigt dir { $command } jederzeit.
    }

digest-head = ☀️ **{ $day } · { $assembly }**
digest-head-all = ☀️ **{ $day }**
digest-assembly = **{ $assembly }**
digest-more =
    { $count ->
        [one] und 1 weitere Sache
       *[other] und { $count } weitere
    }
digest-more-assemblies =
    { $count ->
        [one] und 1 weitere Gruppe
       *[other] und { $count } weitere Gruppen
    }
digest-when =
    { $day ->
        [yesterday] gestern { $time }
        [today] heute { $time }
        [tomorrow] morgen { $time }
       *[other] { $date }
    }
digest-day =
    { $day ->
        [yesterday] gestern
        [today] heute
        [tomorrow] morgen
       *[other] { $date }
    }
digest-nobody = noch niemand
digest-cases =
    { $count ->
        [one] ✉️ 1 Anliegen wartet seit { $since }
       *[other] ✉️ { $count } Anliegen warten, am längsten seit { $since }
    }{ $fresh ->
        [0] {""}
       *[other] , { $fresh } neu
    }{ $alone ->
        [none] {""}
        [all] , noch niemand dran
       *[some] , bei { $unclaimed } noch niemand dran
    }
digest-decision =
    🗳 „{ $title }“ endet { $closes }, { $missing ->
        [0] alle haben abgestimmt
        [one] 1 Stimme fehlt
       *[other] { $missing } Stimmen fehlen
    }
digest-task =
    { $state ->
        [late] ✅ überfällig: { $title } ({ $who })
        [due] ✅ { $due }: { $title } ({ $who })
       *[open] ✅ { $title } ({ $who })
    }
digest-meeting =
    📅 { $starts } { $title }, { $count ->
        [0] noch keine Zusage
       *[other] { $count } dabei
    }
digest-report = 🎗 Bericht kommt noch: { $council }, { $day } ({ $person })

today-nothing = ☀️ **{ $day }**: Heute liegt nichts an. Hab einen schönen Tag.
today-organises-nothing = Der Tagesüberblick ist für alle, die etwas organisieren. Was auf dich wartet, steht hier:

mine-head = **Was auf dich wartet**
mine-nothing = Auf dich wartet gerade nichts. Hab einen schönen Tag.
mine-decision = 🗳 „{ $title }“ endet { $closes }, deine Stimme fehlt
mine-item = 🗳 „{ $title }“ endet { $closes }, für deine Gruppe hat noch niemand gesprochen
mine-task =
    { $state ->
        [late] ✅ überfällig seit { $due }: { $title }
        [due] ✅ { $due }: { $title }
       *[open] ✅ { $title }
    }
mine-meeting = 📅 { $starts } { $title }: Kommst du?
mine-report = 🎗 { $council }, { $day }: Dein Bericht steht noch aus
mine-case =
    { $waits ->
        [yes] ✉️ { $name } wartet seit { $since } auf Antwort
       *[no] ✉️ { $name }: Du kümmerst dich
    }
