### Gremien gründen und benennen.

theme-assemblies = **Unsere Kommune**

cmd-found = Aus dieser Gruppe eine Kommune machen
    .name = gruenden
    .aliases = gründen
    .example = Kiezkommune Wedding
ask-found-name = Wie heißt eure Kommune? (Zum Beispiel: *Kiezkommune Wedding*)
assembly-founded =
    {""}**{ $assembly }** ist gegründet. Die Organisation macht erst mal { $person }.
    Alle hier können mit einem Tipp dazukommen, oder mit { $command }.
assembly-label-join = Ich bin dabei
assembly-already = Dieser Chat gehört schon zu { $assembly }.

cmd-rename = Der Gruppe einen anderen Namen geben
    .name = umbenennen
    .example = Kiezkommune Wedding
ask-rename-name = Wie soll sie heißen?
assembly-renamed = Ab jetzt: **{ $assembly }**.
