### Founding and naming assemblies.

theme-assemblies = **Our commune**

cmd-found = Make this group a commune
    .name = found
    .example = Wedding
ask-found-name = What is your commune called? (For example: *Kiezkommune Wedding*)
assembly-founded =
    {""}**{ $assembly }** is founded. { $person } organises for now.
    Everyone here can join with one tap or with { $command }.
assembly-label-join = Count me in
assembly-already = This chat already belongs to { $assembly }.

cmd-rename = Give this group another name
    .name = rename
    .example = Kiezkommune Wedding
ask-rename-name = What shall it be called?
assembly-renamed = From now on: **{ $assembly }**.
