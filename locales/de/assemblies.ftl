### Gremien gründen und benennen.

theme-assemblies = **Unsere Kommune**

cmd-found = Aus dieser Gruppe eine Kommune machen
    .name = gruenden
    .aliases = gründen
    .example = Kiezkommune Wedding
ask-found-name = Wie heißt eure Kommune? (Zum Beispiel: *Kiezkommune Wedding*)
ask-found-sort = Was verbindet euch?
ground-kiez = der Kiez
ground-workplace = der Betrieb
ground-school = die Schule
assembly-founded =
    {""}**{ $assembly }** ist gegründet. Die Organisation macht erst mal { $person }.
    Alle hier können mit einem Tipp dazukommen, oder mit { $command }.
assembly-label-join = Ich bin dabei
assembly-already = Dieser Chat gehört schon zu „{ $assembly }“. Nimm dafür einen anderen.
founded-enough = Du hast seit gestern schon { $limit } Gruppen gegründet. Mach ab { $again } weiter, oder jemand anderes gründet diese.
organised-enough = Du organisierst schon { $limit } Gruppen. Gib erst eine davon ab, bevor du noch eine gründest.

cmd-rename = Der Gruppe einen anderen Namen geben
    .name = umbenennen
    .example = Kiezkommune Wedding
ask-rename-name = Wie heißt ihr ab jetzt?
assembly-renamed = Ab jetzt: **{ $assembly }**.

## Komitees

cmd-committee = Aus dieser Gruppe ein Komitee eurer Kommune machen
    .name = komitee
    .example = Mietkomitee
ask-committee-home = Zu welcher Kommune gehört das Komitee?
ask-committee-name = Wie heißt das Komitee? (Zum Beispiel: *Mietkomitee*)
committee-needs-commune = Ein Komitee gründet, wer zu einer Kommune gehört. Komm erst in deiner dazu, dann geht es hier weiter.
committee-founded =
    {""}**{ $assembly }** ist gegründet, als Komitee von { $parent }. Die Organisation macht erst mal { $person }.
    Alle hier können mit einem Tipp dazukommen, oder mit { $command }.
    In zehn Minuten erfährt es { $parent }, außer ihr haltet es verborgen.
committee-label-theme = Anliegen übernehmen …
committee-label-hide = Verborgen halten
committee-told = Es gibt ein neues Komitee: **{ $committee }**.

## Räte

cmd-council = Aus dieser Gruppe einen Rat der Delegierten machen
    .name = rat
    .example = Stadtteilrat Mitte
ask-council-name = Wie heißt euer Rat? (Zum Beispiel: *Stadtteilrat Mitte*)
council-needs-assembly = Einen Rat gründen Delegierte. Du gehörst noch zu keiner Kommune, die dich schicken könnte.
council-founded =
    {""}**{ $assembly }** ist gegründet. Die Organisation macht erst mal { $person }.
    Ladet jetzt die Gruppen ein, die hier sitzen sollen: { $command }
