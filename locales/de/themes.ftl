### Welche Anliegen ein Komitee übernimmt.

cmd-theme = Festlegen, welche Anliegen euer Komitee übernimmt
    .name = thema
    .example = Arbeit
ask-theme-theme = Welche Anliegen aus der Nachbarschaft wollt ihr übernehmen?
committee-no-theme = keine
committee-only = Anliegen übernimmt ein Komitee. Sag es in seiner Gruppe.
committee-hidden = Euer Komitee ist verborgen. Wer Anliegen übernimmt, muss für die Kommune sichtbar sein.
committee-asks-theme =
    {""}**{ $committee }** möchte Anliegen zu „{ $topic }“ übernehmen. Wer dort mitmacht, kann sie dann lesen.
    Zustimmen kann eure Moderation.
committee-label-agree = Einverstanden
committee-asked-theme = Ich habe { $parent } gefragt. Sobald die Moderation dort zustimmt, kommen Anliegen zu „{ $topic }“ zu euch.
committee-theme-enough = Das hast du hier seit gestern schon { $limit }-mal geändert. Ab { $again } geht es wieder; bis dahin sprich mit der Moderation von „{ $parent }“.
committee-entrusted = Anliegen zu „{ $topic }“ gehen ab jetzt an **{ $committee }**.
committee-theme-set = Anliegen zu „{ $topic }“ kommen ab jetzt zu euch: **{ $committee }**.
committee-theme-unset = {""}**{ $committee }** übernimmt keine Anliegen mehr.
