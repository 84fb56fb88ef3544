### Einstellungen.

theme-settings = **Einstellungen und Daten**

switch-on = an
switch-off = aus
admission-open = offen
admission-vouched = Fürsprache
admission-own = Abstimmung

cmd-settings = Zeigen, was eingestellt ist
    .name = einstellungen
settings-own =
    {""}**Deine Einstellungen**
    Sprache: { $language }
    Zeitzone: { $zone }
    Tagesüberblick: { $digest }
    Was ich über dich weiß: { $mydata } · vergessen: { $forget } · wie ich damit umgehe: { $privacy }
settings-assembly =
    {""}**{ $assembly }**
    Sprache: { $language } · Zeitzone: { $zone }
    Gebiet: { $area }
    Aufnahme: { $admission }
    Verborgen: { $hidden } · in der Suche: { $listed }
    Tagesüberblick im Chat: { $digest }
settings-no-area = noch offen
settings-label-language = Sprache
settings-label-timezone = Zeitzone
settings-label-digest = Tagesüberblick
settings-label-area = Gebiet
settings-label-spoken = Weitere Sprachen
settings-label-admission = Aufnahme
settings-label-hide = Verbergen
settings-label-show = Zeigen
settings-label-list = In die Suche
settings-label-unlist = Aus der Suche

cmd-language = Die Sprache wählen
    .name = sprache
    .example = Deutsch
ask-language-language = Welche Sprache?
language-unknown = „{ $typed }“ spreche ich noch nicht.
language-set = Ab jetzt auf { $language }.

cmd-timezone = Die Zeitzone wählen
    .name = zeitzone
    .example = Berlin
ask-timezone-zone = Nach welcher Stadt geht die Uhr? (Zum Beispiel: *Berlin* oder *Istanbul*)
timezone-unknown = „{ $typed }“ finde ich auf keiner Uhr. Nimm die nächste große Stadt.
timezone-set = Zeitzone: { $zone }. Jetzt ist es dort { $now }.
timezone-keeps = Offene Treffen und Abstimmungen behalten ihren Zeitpunkt; ich nenne ihn ab jetzt nach dieser Uhr.

cmd-area = Sagen, wo eure Kommune zu Hause ist
    .name = gebiet
    .example = zwischen Müllerstraße und Panke
ask-area-area = Wo seid ihr zu Hause? (Zum Beispiel: *zwischen Müllerstraße und Panke*)
area-set = { $assembly } ist hier zu Hause: { $area }

cmd-spoken = Sagen, welche Sprachen ihr noch sprecht
    .name = sprachen
    .example = Türkisch, Arabisch
ask-spoken-languages = Welche Sprachen sprecht ihr außerdem? (Zum Beispiel: *Türkisch, Arabisch*, oder *-* für keine)
spoken-too-many = Das sind zu viele oder zu lange: höchstens { $limit } Sprachen, mit Komma dazwischen.
spoken-set =
    { $count ->
        [0] Bei „{ $assembly }“ sprecht ihr { $languages }.
       *[other] Bei „{ $assembly }“ sprecht ihr { $languages }. Wer euch schreibt, erfährt es.
    }

cmd-admission = Wie man bei euch Mitglied wird
    .name = aufnahme
    .example = Fürsprache
ask-admission-admission = Wie wird man bei euch Mitglied? Offen für alle, mit Fürsprache eines Mitglieds, oder durch Abstimmung aller?
admission-set =
    { $admission ->
        [open] Bei „{ $assembly }“ kann ab jetzt mitmachen, wer möchte.
        [vouched] Wer zu „{ $assembly }“ möchte, braucht ab jetzt ein Mitglied, das Ja sagt.
       *[own] Bei „{ $assembly }“ entscheiden ab jetzt die Mitglieder, wer dazukommt.
    }

admission-question =
    { $admission ->
        [open] Soll bei uns ohne Abstimmung mitmachen können, wer möchte?
       *[vouched] Soll es ohne Abstimmung genügen, dass ein Mitglied für jemanden spricht?
    }
openness-theirs = Bei „{ $assembly }“ entscheiden alle Mitglieder, wer dazukommt, also auch darüber. Ich habe sie gefragt.
openness-asked = Darüber stimmt ihr schon ab: { $command }

cmd-hidden = Eure Gruppe verbergen oder zeigen
    .name = verborgen
ask-hidden-switch = Sollen nur die Mitglieder eure Gruppe sehen: *an* oder *aus*?
hidden-set =
    { $switch ->
        [on] Von „{ $assembly }“ erfahren ab jetzt nur noch Mitglieder. Links dorthin führen nirgends mehr hin.
       *[off] { $assembly } ist nicht mehr verborgen.
    }

hidden-question = Soll „{ $assembly }“ wieder für alle sichtbar sein?

cmd-listed = Ob man euch ohne Link findet
    .name = auffindbar
ask-listed-switch = Sollen Nachbarinnen und Nachbarn euch in der Liste finden: *an* oder *aus*?
listed-set =
    { $switch ->
        [on] Wer in der Nachbarschaft sucht, findet jetzt „{ $assembly }“.
       *[off] { $assembly } findet nur noch, wer den Link hat.
    }
listed-but-hidden = Ihr seid verborgen, also kann euch niemand finden. Erst zeigen: { $hidden }
