### Founding and naming assemblies.

theme-assemblies = **Our commune**

cmd-found = Make this group a commune
    .name = found
    .example = Kiezkommune Wedding
ask-found-name = What is your commune called? (For example: *Kiezkommune Wedding*)
ask-found-sort = What do you share?
ground-kiez = a neighbourhood
ground-workplace = a workplace
ground-school = a school
assembly-founded =
    {""}**{ $assembly }** is founded. { $person } organises for now.
    Everyone here can join with one tap or with { $command }.
assembly-label-join = Count me in
assembly-already = This chat already belongs to { $assembly }. Take another one for it.
founded-enough = You have founded { $limit } groups since yesterday. Go on from { $again }, or let somebody else found this one.
organised-enough = You already organise { $limit } groups. Hand one of them on before you found another.

cmd-rename = Give this group another name
    .name = rename
    .example = Kiezkommune Wedding
ask-rename-name = What are you called from now on?
assembly-renamed = From now on: **{ $assembly }**.

## Committees

cmd-committee = Make this group a committee of your commune
    .name = committee
    .example = Rent committee
ask-committee-home = Which commune does the committee belong to?
ask-committee-name = What is the committee called? (For example: *Rent committee*)
committee-needs-commune = Committees are founded by members of a commune. Join yours first, then we go on here.
committee-founded =
    {""}**{ $assembly }** is founded, as a committee of { $parent }. { $person } organises for now.
    Everyone here can join with one tap or with { $command }.
    In ten minutes { $parent } hears of it, unless you keep it hidden.
committee-label-theme = Take on cases …
committee-label-hide = Keep hidden
committee-told = There is a new committee: **{ $committee }**.

## Councils

cmd-council = Make this group a council of delegates
    .name = council
    .example = City council
ask-council-name = What is your council called? (For example: *District council Mitte*)
council-needs-assembly = Councils are founded by delegates. You don’t belong to a commune yet that could send you.
council-founded =
    {""}**{ $assembly }** is founded. { $person } organises for now.
    Now invite the groups that shall sit here: { $command }
